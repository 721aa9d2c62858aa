/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-workbook.h"
#include "tl-load.h"
#include "tl-owner-history.h"
#include "tl-owner-records.h"
#include "tl-person-parts.h"

static const char *people =
  "People\n"
  "Ref | Name | Role | Until | Outside\n"
  "P1 | Ann Archer | Registered manager | | no\n"
  "P2 | Ben Baker | Deputy manager | | no\n"
  "P3 | Cal Cooper | Night senior | | no\n"
  "P4 | Dee Draper | Agency lead | 2026-03-01 | no\n"
  "P5 | Eve Ellis | Visiting auditor | | yes\n"
  "\n"
  "Risks\n"
  "Ref | Title | Likelihood | Impact | Opened | Review every\n"
  "R1 | Medicine gaps | 4 | 5 | 2026-01-05 | monthly\n"
  "R2 | Late concerns | 5 | 5 | 2026-01-05 | monthly\n"
  "R3 | Old plans | 2 | 3 | 2026-01-05 | monthly\n";

static const char *parts =
  "Ownership\n"
  "Risk | Person | Part | From | Until\n"
  "R1 | P1 | accountable | 2026-01-05 |\n"
  "R1 | P3 | supporting | 2026-01-05 |\n"
  "R3 | P1 | accountable | 2026-01-05 |\n"
  "\n"
  "Expected evidence\n"
  "Risk | Source | Every | Person | From\n"
  "R1 | audit | monthly | P3 | 2026-01-05\n"
  "R3 | audit | weekly | | 2026-01-05\n"
  "\n"
  "Actions\n"
  "Ref | Risk | Title | Person | Agreed | Due | Done\n"
  "A1 | R1 | Watch two rounds | P4 | 2026-02-01 | 2026-05-01 |\n"
  "A2 | R1 | Write the chart anew | P4 | 2026-02-01 | 2026-04-05 |\n"
  "A3 | R2 | Ask the night staff | P2 | 2026-02-01 | 2026-04-20 |\n"
  "A4 | R3 | Talk to families | | 2026-02-01 | 2026-04-20 |\n";

static TlAssessment *
assess (const char *more)
{
  g_autoptr (TlSnapshot) snapshot = test_workbook_read (people, parts, more, NULL);

  return tl_assessment_new (snapshot, tl_day_new (2026, 4, 1));
}

static gconstpointer
find (TlAssessment *assessment,
      TlTable       table,
      const char   *ref)
{
  gconstpointer facts = tl_snapshot_find_ref (tl_assessment_get_snapshot (assessment), table, ref);

  g_assert_nonnull (facts);
  return facts;
}

static const TlRiskJudgement *
find_risk (TlAssessment *assessment,
           const char   *ref)
{
  return tl_assessment_find_risk (assessment, &((const TlFacts *) find (assessment, TL_TABLE_RISK, ref))->id);
}

static void
test_everybody_has_what_is_theirs (void)
{
  g_autoptr (TlAssessment) assessment = assess (NULL);
  g_autoptr (TlPeopleParts) everybody = tl_people_parts_new (assessment, NULL);
  const TlPersonParts *nobody = tl_people_parts_get (everybody, 0);
  const TlPersonParts *owner = tl_people_parts_find (everybody, find (assessment, TL_TABLE_PERSON, "P1"));
  const TlPersonParts *supporter = tl_people_parts_find (everybody, find (assessment, TL_TABLE_PERSON, "P3"));
  const TlPersonParts *left = tl_people_parts_find (everybody, find (assessment, TL_TABLE_PERSON, "P4"));
  g_autofree char *described = NULL, *missing = NULL;

  /* What nobody does comes first, and then who answers for most. */
  g_assert_null (nobody->person);
  g_assert_cmpuint (nobody->accountable->len, ==, 1);
  g_assert_cmpuint (nobody->actions->len, ==, 1);
  g_assert_cmpuint (nobody->kept->len, ==, 1);
  g_assert_true (tl_people_parts_get (everybody, 1) == owner);
  g_assert_cmpuint (owner->accountable->len, ==, 2);
  g_assert_cmpuint (owner->load.n_high, ==, 1);
  g_assert_cmpuint (supporter->supports->len, ==, 1);
  g_assert_cmpuint (supporter->kept->len, ==, 1);
  g_assert_cmpuint (left->actions->len, ==, 2);
  g_assert_true (left->left);
  g_assert_true (left->outside);
  g_assert_null (tl_people_parts_find (everybody, find (assessment, TL_TABLE_PERSON, "P5")));

  /* The next that is due is named, of what is theirs. */
  g_assert_nonnull (g_strrstr (left->next->title, "Write the chart anew"));
  described = tl_person_parts_describe (left, tl_day_new (2026, 4, 1));
  g_assert_cmpstr (described, ==, "Has 2 open actions. Next: Action: Write the chart anew, R1, in 4 days.");
  missing = tl_person_parts_describe (nobody, tl_day_new (2026, 4, 1));
  g_assert_true (g_str_has_prefix (missing, "1 risk without an owner, 1 open action without a name and 1 source that nobody keeps."));
}

static void
test_parts_follow_the_filter (void)
{
  g_autoptr (TlAssessment) assessment = assess (NULL);
  const TlOwnerMapFilter filter = { .owned = TL_OWNED_STATE_MISSING };
  g_autoptr (TlPeopleParts) some = tl_people_parts_new (assessment, &filter);

  g_assert_cmpuint (tl_people_parts_count (some), ==, 2);
  g_assert_null (tl_people_parts_find (some, find (assessment, TL_TABLE_PERSON, "P1")));
  g_assert_cmpuint (tl_people_parts_find (some, find (assessment, TL_TABLE_PERSON, "P2"))->actions->len, ==, 1);
}

/* Before a hand-over it is said what whoever takes the risk would answer for, and when that is too much. */
static void
test_load_before_a_handover (void)
{
  g_autoptr (TlAssessment) assessment = assess ("Workbook\nKey | Value\nOverload high risks | 1\n");
  const TlPersonFacts *owner = find (assessment, TL_TABLE_PERSON, "P1"), *other = find (assessment, TL_TABLE_PERSON, "P2");
  gboolean too_much;
  g_autofree char *heavy = tl_load_describe_handover (assessment, find_risk (assessment, "R2"), owner, &too_much);
  g_autofree char *light = NULL, *same = NULL;

  g_assert_cmpstr (heavy, ==, "Ann Archer answers for 2 open risks, 1 of them high now, and for 3 open risks, 2 of them high "
                              "then. That is too much: the settings allow 1 high one.");
  g_assert_true (too_much);
  light = tl_load_describe_handover (assessment, find_risk (assessment, "R2"), other, &too_much);
  g_assert_cmpstr (light, ==, "Ben Baker answers for no open risk now, and for 1 open risk, a high one then.");
  g_assert_false (too_much);
  /* Whoever has it already doesn't have it twice. */
  same = tl_load_describe_handover (assessment, find_risk (assessment, "R1"), owner, &too_much);
  g_assert_nonnull (g_strrstr (same, "for 2 open risks, 1 of them high then"));
}

static void
check_disagreements (TlAssessment *assessment,
                     const char   *ref,
                     const char   *first,
                     const char   *second)
{
  g_autoptr (TlOwnerRecords) records = tl_owner_records_new (assessment, find_risk (assessment, ref));

  g_assert_cmpstr (records->disagreements[0], ==, first);
  if (first != NULL)
    g_assert_cmpstr (records->disagreements[1], ==, second);
  g_assert_true (first == NULL || second == NULL || records->disagreements[2] == NULL);
}

/* Records that name others than the map does are told; those that agree aren't. */
static void
test_records_against_the_map (void)
{
  g_autoptr (TlAssessment) assessment =
    assess ("Evidence\n"
            "Ref | Date | Source | Finding | Kind | Verdict | Risks | By\n"
            "E1 | 2026-03-02 | audit | Two gaps | outcome | contradicts | R3 | P1\n"
            "E2 | 2026-03-09 | audit | No gaps | outcome | supports | R3 | P5\n"
            "E3 | 2026-03-16 | audit | No gaps | outcome | supports | R3 | P5\n"
            "E4 | 2026-03-16 | complaint | Late again | outcome | contradicts | R3 | A relative\n"
            "E5 | 2025-11-16 | audit | Before the time that counts | outcome | supports | R1 | P1\n"
            "E6 | 2026-03-20 | audit | Still late | outcome | contradicts | R3 | P2\n"
            "\n"
            "Reviews\n"
            "Ref | Date | Level | Chair\n"
            "V1 | 2026-03-10 | service | P2\n"
            "\n"
            "Decisions\n"
            "Review | Risk | Decision | Reason | By\n"
            "V1 | R2 | continue | Not yet better | P3\n");
  g_autoptr (TlOwnerRecords) records = tl_owner_records_new (assessment, find_risk (assessment, "R2"));

  check_disagreements (assessment, "R1", "Ann Archer answers for it, but no record of the last three months names them; "
                                         "Dee Draper is named in 2 actions.", NULL);
  check_disagreements (assessment, "R2", "Nobody answers for it, but Ben Baker is named in 1 action.", NULL);
  /* Its owner is named; one item, a relative and somebody from outside are no disagreement. */
  check_disagreements (assessment, "R3", NULL, NULL);

  /* Whoever decided is listed, though that is no work on it. */
  g_assert_cmpuint (records->named->len, ==, 2);
  g_assert_cmpuint (g_array_index (records->named, TlNamedPerson, 1).n_reviews, ==, 1);
  g_assert_cmpstr (g_array_index (records->named, TlNamedPerson, 1).name, ==, "Cal Cooper");
}

/* Who answered for it before, and why no longer; what is still to come isn't told yet. */
static void
test_who_answered_before (void)
{
  g_autoptr (TlAssessment) assessment = assess ("Ownership\n"
                                                "Risk | Person | Part | From | Until | Reason\n"
                                                "R2 | P1 | accountable | 2026-01-05 | 2026-02-02 |\n"
                                                "R2 | P2 | accountable | 2026-02-02 | 2026-05-01 | Ann is away until summer\n"
                                                "R2 | P3 | accountable | 2026-05-01 | | Ben leaves\n");
  const TlRiskFacts *risk = find_risk (assessment, "R2")->facts;
  g_autofree char *now = tl_owner_history_describe (risk, tl_day_new (2026, 4, 1));
  g_autofree char *later = tl_owner_history_describe (risk, tl_day_new (2026, 5, 1));
  g_autofree char *before = tl_owner_history_describe (risk, tl_day_new (2026, 1, 4));

  g_assert_cmpstr (now, ==, "Ben Baker, since 2 February 2026: Ann is away until summer\n"
                            "Ann Archer, 5 January 2026 to 2 February 2026");
  g_assert_true (g_str_has_prefix (later, "Cal Cooper, since 1 May 2026: Ben leaves\n"
                                          "Ben Baker, 2 February 2026 to 1 May 2026: Ann is away"));
  g_assert_null (before);
}

/* However a name is typed, it is the same person; one that only looks alike isn't. */
static void
test_whose_a_risk_is (void)
{
  static const struct { const char *ref; const char *name; gboolean is_theirs; } cases[] = {
    { "R1", "  ann ARCHER ", TRUE },
    { "R1", "Ann", FALSE },
    { "R1", "Ann Archers", FALSE },
    { "R1", "Cal Cooper", FALSE },
    { "R1", "", FALSE },
    { "R2", "ZOË ÁNGEL", TRUE },
    { "R2", "Zoe\xcc\x88 A\xcc\x81ngel", TRUE },
    { "R2", "Zoe Angel", FALSE },
    { "R2", "Ann Archer", FALSE },
  };
  g_autoptr (TlAssessment) assessment = assess ("People\nRef | Name | Role | Until | Outside\n"
                                                "P6 | Zoë Ángel | Topic lead | | no\n\n"
                                                "Ownership\nRisk | Person | Part | From | Until\n"
                                                "R2 | P6 | accountable | 2026-01-05 |\n");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s and “%s”", cases[i].ref, cases[i].name);
      g_assert_cmpint (tl_risk_judgement_is_answered_for_by (find_risk (assessment, cases[i].ref), tl_day_new (2026, 4, 1),
                                                             cases[i].name), ==, cases[i].is_theirs);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/owner-parts/everybody", test_everybody_has_what_is_theirs);
  g_test_add_func ("/owner-parts/filter", test_parts_follow_the_filter);
  g_test_add_func ("/owner-parts/load", test_load_before_a_handover);
  g_test_add_func ("/owner-parts/before", test_who_answered_before);
  g_test_add_func ("/owner-parts/records", test_records_against_the_map);

  g_test_add_func ("/owner-parts/whose-a-risk-is", test_whose_a_risk_is);
  return g_test_run ();
}
