/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "merge-cases.h"

/* Both begin with this. */
const char merge_base[] =
  "+L1 ref=L1,name=Tern Wharf,kind=location;+L2 ref=L2,name=Days,kind=team,parent=L1;"
  "+P1 ref=P1,name=Priya,role=Manager,place=L1;+P2 ref=P2,name=Sam,role=Nurse;"
  "+F1 name=Quality meeting;+W1 ref=V1,date=2026-01-12,forum=F1|"
  "+R1 ref=R1,title=Falls,forum=F1;+R2 ref=R2,title=Late calls;"
  "+A1 ref=A1,risk=R1,title=Check mats,person=P1;+A2 ref=A2,risk=R2,title=Ring ahead|"
  "+M1 ref=M1,risk=R1,title=Falls a week,kind=count,direction=at most,period=weekly;"
  "+V1 measure=M1,date=2026-01-05,value=4;"
  "+E1 ref=E1,date=2026-01-06,source=audit,finding=Two mats worn;+X1 evidence=E1,risk=R1;"
  "+O1 risk=R1,person=P1,part=accountable,from_date=2026-01-01";

const MergeCase merge_cases[] = {
  /* Nothing to say to each other. */
  { "nobody-did-anything", "", "", "R1 title=Falls", "" },
  { "only-ours", "R1 title=Falls at night", "", "R1 title=Falls at night", "" },
  { "only-theirs", "", "R1 title=Falls at night", "R1 title=Falls at night", "" },
  { "only-theirs-many", "", "R1 title=a|R1 title=b|R2 title=c|-A2", "R1 title=b;R2 title=c;-A2", "" },
  { "only-ours-many", "R1 title=a|+R3 ref=R3,title=b", "", "R1 title=a;R3 title=b", "" },

  /* Different rows and fields. */
  { "different-rows", "R1 title=a", "R2 title=b", "R1 title=a;R2 title=b", "" },
  { "different-fields", "R1 title=a", "R1 root_cause=b", "R1 title=a,root_cause=b", "" },
  { "different-tables", "A1 title=a", "M1 title=b", "A1 title=a;M1 title=b", "" },
  { "both-add", "+R3 ref=R3,title=a", "+R4 ref=R4,title=b", "R3 title=a;R4 title=b", "" },
  { "both-add-without-refs", "+V2 measure=M1,date=2026-01-12,value=3", "+V3 measure=M1,date=2026-01-12,value=5",
    "V2 value=3;V3 value=5", "" },
  { "add-and-change", "+A3 ref=A3,risk=R1,title=a", "R1 title=b", "A3 risk=R1;R1 title=b", "" },
  { "number-and-day", "M1 target=2.5", "M1 target_date=2026-06-30", "M1 target=2.5,target_date=2026-06-30", "" },

  /* The same field. */
  { "same-field", "R1 title=a", "R1 title=b", "R1 title=b", "R1.title=a/b" },
  { "same-value", "R1 title=a", "R1 title=a", "R1 title=a", "" },
  { "same-value-in-the-end", "R1 title=a", "R1 title=b|R1 title=a", "R1 title=a", "" },
  { "the-latest-of-several", "R1 title=a|R1 title=b", "R1 title=c|R1 title=d", "R1 title=d", "R1.title=b/d" },
  { "set-and-back", "R1 title=a|R1 title=Falls", "R1 title=b", "R1 title=b", "R1.title=Falls/b" },
  { "emptied-and-set", "A1 person=~", "A1 person=P2", "A1 person=P2", "A1.person=~/P2" },
  { "set-and-emptied", "A1 person=P2", "A1 person=~", "A1 person=~", "A1.person=P2/~" },
  { "both-emptied", "A1 person=~", "A1 person=~", "A1 person=~", "" },
  { "a-number", "V1 value=5", "V1 value=6", "V1 value=6", "V1.value=5/6" },
  { "a-whole-number", "R1 likelihood=2", "R1 likelihood=4", "R1 likelihood=4", "R1.likelihood=2/4" },
  { "a-day", "E1 date=2026-01-07", "E1 date=2026-01-08", "E1 date=2026-01-08", "E1.date=2026-01-07/2026-01-08" },
  { "a-word", "E1 source=observation", "E1 source=incident", "E1 source=incident", "E1.source=observation/incident" },
  { "a-link", "A1 risk=R2", "A1 risk=R1,person=P2", "A1 risk=R2,person=P2", "" },
  { "two-fields-of-a-row", "R1 title=a,root_cause=c", "R1 title=b,root_cause=d", "R1 title=b,root_cause=d",
    "R1.root_cause=c/d; R1.title=a/b" },
  { "two-rows", "R1 title=a;R2 title=c", "R1 title=b;R2 title=d", "R1 title=b;R2 title=d",
    "R1.title=a/b; R2.title=c/d" },
  { "one-of-two-differs", "R1 title=a,root_cause=c", "R1 title=b,root_cause=c", "R1 title=b,root_cause=c",
    "R1.title=a/b" },

  /* Rows that go. */
  { "ours-removes", "-A1", "", "-A1", "" },
  { "theirs-removes", "", "-A1", "-A1", "" },
  { "both-remove", "-A1", "-A1", "-A1", "" },
  { "each-removes-one", "-A1", "-A2", "-A1;-A2", "" },
  { "ours-removes-theirs-edits", "-A1", "A1 title=b", "A1 title=b,risk=R1,person=P1", "A1._live=0/1" },
  { "ours-edits-theirs-removes", "A1 title=a", "-A1", "A1 title=a,risk=R1,person=P1", "A1._live=1/0" },
  { "edited-and-removed-by-both", "A1 title=a|-A1", "A1 title=b|-A1", "A1 title=b",
    "A1._live=1/0; A1.title=a/b" },
  { "removed-whole-risk-edited", "-A2;-R2", "R2 title=b", "R2 title=b;-A2", "R2._live=0/1" },
  { "removed-risk-whose-action-is-edited", "-A2;-R2", "A2 title=b", "A2 title=b,risk=R2;R2 title=Late calls",
    "A2._live=0/1" },
  { "removed-and-new", "-A1", "+A3 ref=A3,risk=R1,title=b", "-A1;A3 title=b", "" },
  { "added-and-removed-again", "+R3 ref=R3,title=a|-R3", "R1 title=b", "-R3;R1 title=b", "" },
  { "theirs-added-and-removed-again", "R1 title=a", "+R3 ref=R3,title=b|-R3", "-R3;R1 title=a", "" },
  { "removed-and-brought-back", "-A1|+A1", "A1 title=b", "A1 title=b,risk=R1", "" },
  { "theirs-removed-and-brought-back", "A1 title=a", "-A1|+A1", "A1 title=a,risk=R1", "" },
  { "removed-and-brought-back-otherwise", "-A1", "-A1|+A1 title=b", "A1 title=b,risk=R1", "A1._live=0/1" },

  /* Rows that the other side refers to. */
  { "ours-removes-what-theirs-names", "-A2;-R2", "+A3 ref=A3,risk=R2,title=b", "R2 title=Late calls;A3 risk=R2;-A2", "" },
  { "theirs-removes-what-ours-names", "+A3 ref=A3,risk=R2,title=a", "-A2;-R2", "R2 title=Late calls;A3 risk=R2;-A2",
    "" },
  { "a-person-who-was-given-something", "-P2", "A2 person=P2", "P2 name=Sam;A2 person=P2", "" },
  { "a-person-removed-there", "A2 person=P2", "-P2", "P2 name=Sam;A2 person=P2", "" },
  { "a-chain", "-A2;-R2", "+M2 ref=M2,risk=R2,title=b,kind=count,direction=at most,period=weekly;"
                          "+V2 measure=M2,date=2026-02-02,value=1",
    "R2 title=Late calls;M2 risk=R2;V2 measure=M2;-A2", "" },
  { "a-chain-that-went", "-X1;-E1;-V1;-M1", "+V2 measure=M1,date=2026-02-02,value=1", "M1 risk=R1;V2 value=1;-V1;-E1",
    "" },
  { "a-place-with-a-place", "A1 person=~;P1 place=~;-L2;-L1", "+L3 ref=L3,name=Nights,kind=team,parent=L1",
    "L1 name=Tern Wharf;L3 parent=L1;-L2", "" },
  { "a-place-of-a-place", "-L2;P1 place=~;-L1", "+P3 ref=P3,name=Jo,role=Carer,place=L2",
    "L1 name=Tern Wharf;L2 parent=L1;P3 place=L2;P1 place=~", "" },
  { "a-pair", "-X1;-E1", "+X2 evidence=E1,risk=R2", "E1 finding=Two mats worn;X2 risk=R2;-X1", "" },
  { "brought-back-with-its-latest-words", "A2 person=P2", "P2 role=Matron|-P2", "P2 role=Matron", "" },
  { "no-longer-named", "A2 person=P2|A2 person=~", "-P2", "-P2;A2 person=~", "" },

  /* Refs. */
  { "same-ref", "+R4 ref=R3,title=a", "+R5 ref=R3,title=b", "R4 ref=R3;R5 ref=R4", "" },
  { "same-ref-later-row-first", "+R5 ref=R3,title=a", "+R4 ref=R3,title=b", "R4 ref=R3;R5 ref=R4", "" },
  { "same-refs-twice", "+R4 ref=R3,title=a;+R6 ref=R4,title=c", "+R5 ref=R3,title=b;+R7 ref=R4,title=d",
    "R4 ref=R3;R6 ref=R4;R5 ref=R5;R7 ref=R6", "" },
  { "the-lowest-free-number", "+R4 ref=R9,title=a", "+R5 ref=R9,title=b", "R4 ref=R9;R5 ref=R3", "" },
  { "the-same-letters", "+R4 ref=AUD-7,title=a", "+R5 ref=AUD-7,title=b", "R4 ref=AUD-7;R5 ref=AUD-1", "" },
  { "letters-alone", "+R4 ref=Kitchen,title=a", "+R5 ref=Kitchen,title=b", "R4 ref=Kitchen;R5 ref=Kitchen1", "" },
  { "the-same-ref-on-two-sheets", "+R4 ref=Z1,title=a", "+A4 ref=Z1,risk=R1,title=b", "R4 ref=Z1;A4 ref=Z1", "" },
  { "a-ref-that-came-free", "R2 ref=R8", "+R4 ref=R8,title=b", "R2 ref=R8;R4 ref=R2", "" },
  { "a-ref-set-by-both", "R2 ref=R8", "R2 ref=R9", "R2 ref=R9", "R2.ref=R8/R9" },

  /* People and decisions. */
  { "two-accountable-owners", "O1 until_date=2026-02-01;+O2 risk=R1,person=P2,part=accountable,from_date=2026-02-01",
    "O1 until_date=2026-02-02;+O3 risk=R1,person=P1,part=accountable,from_date=2026-02-02",
    "O2 person=P2;O3 person=P1;O1 until_date=2026-02-02", "O1.until_date=2026-02-01/2026-02-02" },
};

const guint n_merge_cases = G_N_ELEMENTS (merge_cases);
