/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "support/test-store.h"
#include "support/test-workbook.h"
#include "tl-foreign-day.h"
#include "tl-foreign-memory.h"
#include "tl-foreign-result.h"
#include "tl-foreign-split.h"

/* What single cells, headings and rows of a spreadsheet that isn't ours are taken for. */

/* ── Dates ────────────────────────────────────────────────────────────────── */

static void
test_days (void)
{
  static const struct
  {
    const char *text;
    TlForeignDayKind kind;
    const char *first;
    const char *last;
  } cases[] = {
    { "2026-03-31", TL_FOREIGN_DAY_EXACT, "2026-03-31", NULL },
    { "2026-03-31T00:00:00", TL_FOREIGN_DAY_EXACT, "2026-03-31", NULL },
    { "31/03/26", TL_FOREIGN_DAY_EXACT, "2026-03-31", NULL },
    { "1.4.2026", TL_FOREIGN_DAY_EXACT, "2026-04-01", NULL },
    { "03/04/2026", TL_FOREIGN_DAY_EXACT, "2026-04-03", NULL },
    { "31-Mar-26", TL_FOREIGN_DAY_EXACT, "2026-03-31", NULL },
    { "31st March, 2026", TL_FOREIGN_DAY_EXACT, "2026-03-31", NULL },
    { "Tues 31 March 2026", TL_FOREIGN_DAY_EXACT, "2026-03-31", NULL },
    { "March 31, 2026", TL_FOREIGN_DAY_EXACT, "2026-03-31", NULL },
    { "by 29 Feb 2028", TL_FOREIGN_DAY_EXACT, "2028-02-29", NULL },
    { "Completed 3/3/26", TL_FOREIGN_DAY_EXACT, "2026-03-03", NULL },
    { "31/03/2026 09:30", TL_FOREIGN_DAY_EXACT, "2026-03-31", NULL },
    { "March 2026", TL_FOREIGN_DAY_PERIOD, "2026-03-01", "2026-03-31" },
    { "end of February 2026", TL_FOREIGN_DAY_PERIOD, "2026-02-01", "2026-02-28" },
    { "12/2026", TL_FOREIGN_DAY_PERIOD, "2026-12-01", "2026-12-31" },
    { "w/c 30 March 2026", TL_FOREIGN_DAY_PERIOD, "2026-03-30", "2026-04-05" },
    { "Week ending 5.4.26", TL_FOREIGN_DAY_PERIOD, "2026-03-30", "2026-04-05" },
    { "2-6 March 2026", TL_FOREIGN_DAY_PERIOD, "2026-03-02", "2026-03-06" },
    { "TBC", TL_FOREIGN_DAY_NONE, NULL, NULL },
    { "On-going", TL_FOREIGN_DAY_NONE, NULL, NULL },
    { "N/A", TL_FOREIGN_DAY_NONE, NULL, NULL },
    { "ASAP", TL_FOREIGN_DAY_NONE, NULL, NULL },
    { "-", TL_FOREIGN_DAY_NONE, NULL, NULL },
    { "Completed", TL_FOREIGN_DAY_DONE, NULL, NULL },
    { "✓", TL_FOREIGN_DAY_DONE, NULL, NULL },
    /* Nothing is guessed: what the year is, which is the day, which of two is meant. */
    { "31 March", TL_FOREIGN_DAY_UNCLEAR, NULL, NULL },
    { "Mar-26", TL_FOREIGN_DAY_UNCLEAR, NULL, NULL },
    { "March", TL_FOREIGN_DAY_UNCLEAR, NULL, NULL },
    { "03/31/2026", TL_FOREIGN_DAY_UNCLEAR, NULL, NULL },
    { "31/02/2026", TL_FOREIGN_DAY_UNCLEAR, NULL, NULL },
    { "29 February 2027", TL_FOREIGN_DAY_UNCLEAR, NULL, NULL },
    { "Monday 31 March 2026", TL_FOREIGN_DAY_UNCLEAR, NULL, NULL },
    { "31/03/26, now 30/04/26", TL_FOREIGN_DAY_UNCLEAR, NULL, NULL },
    { "31/03/98", TL_FOREIGN_DAY_UNCLEAR, NULL, NULL },
    { "46112", TL_FOREIGN_DAY_UNCLEAR, NULL, NULL },
    { "Q1 2026", TL_FOREIGN_DAY_UNCLEAR, NULL, NULL },
    { "before 31 March 2026", TL_FOREIGN_DAY_UNCLEAR, NULL, NULL },
    { "see comments", TL_FOREIGN_DAY_UNCLEAR, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TlDay first = TL_NO_DAY, last = TL_NO_DAY;
      TlForeignDayKind kind = tl_foreign_day_read (cases[i].text, &first, &last);
      char iso[TL_DAY_ISO_LENGTH + 1];

      if (kind != cases[i].kind)
        g_error ("“%s” is taken for %d, not %d", cases[i].text, (int) kind, (int) cases[i].kind);
      if (cases[i].first == NULL)
        continue;
      tl_day_to_iso (first, iso);
      g_assert_cmpstr (iso, ==, cases[i].first);
      tl_day_to_iso (last, iso);
      g_assert_cmpstr (iso, ==, cases[i].last != NULL ? cases[i].last : cases[i].first);
    }
  g_assert_cmpint (tl_foreign_day_find ("Inspected 3 February 2026; version 3, updated 14/03/2026"), ==,
                   tl_day_new (2026, 3, 14));
  g_assert_cmpint (tl_foreign_day_find ("12 actions, 2026 plan"), ==, TL_NO_DAY);
}

/* ── Several things in one cell ───────────────────────────────────────────── */

static void
assert_split (char       **parts,
              const char  *expected)
{
  g_autofree char *joined = g_strjoinv ("|", parts);

  g_assert_cmpstr (joined, ==, expected);
  g_strfreev (parts);
}

static void
test_cells_with_several (void)
{
  assert_split (tl_foreign_split_actions ("Audit charts"), "Audit charts");
  assert_split (tl_foreign_split_actions ("1. Audit charts. 2. Retrain staff; 3. Report at 2.5 % or more"),
                "Audit charts.|Retrain staff|Report at 2.5 % or more");
  assert_split (tl_foreign_split_actions ("1) Audit charts\n2) Retrain staff\nwho work nights"),
                "Audit charts|Retrain staff who work nights");
  assert_split (tl_foreign_split_actions ("The manager will:\n• audit charts\n• retrain staff"),
                "The manager will: audit charts|The manager will: retrain staff");
  assert_split (tl_foreign_split_actions ("Audit charts weekly\nRetrain the night staff"),
                "Audit charts weekly|Retrain the night staff");
  assert_split (tl_foreign_split_actions ("Audit charts weekly\nand tell the team,\nSeniors first"),
                "Audit charts weekly and tell the team, Seniors first");
  assert_split (tl_foreign_split_actions ("a) Audit charts\nb) Retrain staff"), "Audit charts|Retrain staff");
  assert_split (tl_foreign_split_actions ("12 plans are to be rewritten"), "12 plans are to be rewritten");
  assert_split (tl_foreign_split_actions (" \n "), "");

  assert_split (tl_foreign_split_for ("RM\n\nDeputy", 2), "RM|Deputy");
  assert_split (tl_foreign_split_for ("1. RM\n2. Deputy", 2), "RM|Deputy");
  assert_split (tl_foreign_split_for ("RM\nDeputy", 3), "RM\nDeputy|RM\nDeputy|RM\nDeputy");

  assert_split (tl_foreign_split_people ("RM / Deputy"), "RM|Deputy");
  assert_split (tl_foreign_split_people ("Ann Example and Bo Sample; RM"), "Ann Example|Bo Sample|RM");
  assert_split (tl_foreign_split_people ("Health and Safety Manager"), "Health and Safety Manager");
  assert_split (tl_foreign_split_people ("N/A"), "N/A");
  assert_split (tl_foreign_split_people ("Ann Example, deputy manager"), "Ann Example, deputy manager");
}

/* ── Tables ───────────────────────────────────────────────────────────────── */

static const char facts[] =
  "Places\n"
  "Ref | Name       | Kind\n"
  "L1  | Weir House | location\n"
  "\n"
  "People\n"
  "Ref | Name         | Role               | Until\n"
  "P1  | Asha Dale    | Registered manager |\n"
  "P2  | Tomasz Wrona | Medicines lead     |\n"
  "P3  | Ivy Crane    | Registered manager | 2025-06-30\n"
  "\n"
  "Risks\n"
  "Ref | Title       | Likelihood | Impact | Opened     | Regulations\n"
  "R1  | Late visits | 4          | 4      | 2026-01-05 | 9; 18\n"
  "\n"
  "Ownership\n"
  "Risk | Person | Part        | From\n"
  "R1   | P1     | accountable | 2026-01-05\n"
  "\n"
  "Actions\n"
  "Ref | Risk | Title                | Due        | Done\n"
  "A1  | R1   | Ring people who wait | 2026-02-28 |\n";

typedef struct
{
  TlForeignBook *book;
  TlSnapshot *existing;
  TlForeignMapping *mapping;
  TlForeignResult *result;
} Table;

static TlForeignBook *
write_book (TestDesk   *desk,
            const char *name,
            const char *text,
            gssize      length)
{
  g_autofree char *path = test_desk_path (desk, name);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  TlForeignBook *book;

  g_assert_true (g_file_set_contents (path, text, length, NULL));
  book = tl_foreign_book_read (file, NULL, &error);
  g_assert_no_error (error);
  return book;
}

/* A table beside a small workbook, said to be of 14 March 2026. */
static Table
work_out (TestDesk   *desk,
          const char *text)
{
  Table self = { write_book (desk, "Plan.csv", text, -1), test_workbook_read (facts, NULL), NULL, NULL };

  self.mapping = tl_foreign_mapping_guess (self.book, self.existing, NULL);
  tl_foreign_mapping_set_as_of (self.mapping, tl_day_new (2026, 3, 14));
  self.result = tl_foreign_result_new (self.book, self.mapping, self.existing);
  return self;
}

static void
work_out_again (Table *self)
{
  tl_foreign_result_free (self->result);
  self->result = tl_foreign_result_new (self->book, self->mapping, self->existing);
}

static void
table_clear (Table *self)
{
  tl_foreign_result_free (self->result);
  tl_foreign_mapping_free (self->mapping);
  tl_snapshot_unref (self->existing);
  tl_foreign_book_unref (self->book);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Table, table_clear)

/* What the shown rows become, as "5 Risks R2: Title=…". */
static char *
show_rows (const Table *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->result->rows->len; i++)
    {
      const TlForeignRow *row = g_ptr_array_index (self->result->rows, i);

      for (guint j = 0; j < row->items->len; j++)
        {
          const TlForeignItem *item = g_ptr_array_index (row->items, j);

          g_string_append_printf (text, "%u %s%s%s%s:", row->row, item->sheet, item->ref != NULL ? " " : "",
                                  item->ref != NULL ? item->ref : "", item->added ? "" : " (there)");
          for (guint k = 0; k < item->cells->len; k++)
            {
              const TlForeignCell *cell = g_ptr_array_index (item->cells, k);

              g_string_append_printf (text, " %s=%s;", cell->column, cell->text);
            }
          g_string_append_c (text, '\n');
        }
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
show_problems (const Table *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < tl_import_plan_get_n_problems (self->result->plan); i++)
    {
      g_autofree char *problem = tl_import_problem_to_text (tl_import_plan_get_problem (self->result->plan, i));

      g_string_append_printf (text, "%s\n", problem);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
assert_rows (const Table *self,
             const char  *expected)
{
  g_autofree char *rows = show_rows (self);

  g_assert_cmpstr (rows, ==, expected);
}

static void
assert_problems (const Table *self,
                 const char  *expected)
{
  g_autofree char *problems = show_problems (self);

  g_assert_cmpstr (problems, ==, expected);
}

/* What is unclear or contradicts itself is told where it stands; rows that the workbook has are brought up to date. */
static void
test_plan_beside_workbook (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_auto (Table) table = work_out (desk,
    "Concern,Action,By whom,Target date,Revised date,Date completed,Status\n"
    "Late visits,Ring people who wait,RM,28/02/2026,31/03/2026,,In progress\n"
    ",Tell the family,TW,31/02/2026,,,Open\n"
    ",Count the waits,Asha,14/02/2026,,March 2026,Complete\n"
    ",Ask the office,A Dale,14/02/2026,,20/02/2026,Ongoing\n"
    ",,Asha Dale,,,,\n"
    ",Buy a bell,Ivy Crane,01/02/2026,,,No longer required\n"
    ",Lend a hand,Rota clerk,01/02/2026,,,Parked\n");
  TlImportCounts actions;

  assert_rows (&table,
               "2 Risks R1 (there): Title=Late visits;\n"
               "2 Actions A1 (there): Risk=R1; Title=Ring people who wait; Person=P1;\n"
               "2 Action events: Action=A1; Date=2026-03-14; What=moved; From=2026-02-28; To=2026-03-31;\n"
               "3 Actions A2: Risk=R1; Title=Tell the family; Person=P2; Due=31/02/2026;\n"
               "4 Actions A3: Risk=R1; Title=Count the waits; Person=P1; Due=2026-02-14; Done=March 2026;\n"
               "5 Actions A4: Risk=R1; Title=Ask the office; Person=P1; Due=2026-02-14; Done=2026-02-20;\n"
               "7 Actions A5: Risk=R1; Title=Buy a bell; Person=P3; Due=2026-02-01;\n"
               "7 Action events: Action=A5; Date=2026-03-14; What=ended; Reason=No longer required;\n"
               "8 People P4: Name=Rota clerk; Role=Role not given;\n"
               "8 Actions A6: Risk=R1; Title=Lend a hand; Person=P4; Due=2026-02-01;\n");
  assert_problems (&table,
                   "Plan row 3, column \"Target date\": \"31/02/2026\" is not a date; write it as 2026-03-31 or 31/03/2026\n"
                   "Plan row 4, column \"Date completed\": \"March 2026\" is not a date; write it as 2026-03-31 or 31/03/2026\n"
                   "Plan row 5, column \"Status\": “Ongoing”, although the row also says when the action was done\n"
                   "Plan row 6, column \"By whom\": the row names no action that this could belong to\n"
                   "Plan row 8, column \"Status\": “Parked” doesn't say whether the action is done, open or ended\n");

  /* Only what is good is taken when asked to. */
  g_assert_null (tl_import_plan_get_change (table.result->plan, FALSE));
  g_assert_nonnull (tl_import_plan_get_change (table.result->plan, TRUE));
  actions = tl_import_plan_get_counts (table.result->plan, TL_TABLE_ACTION + 1);
  g_assert_cmpuint (actions.added, ==, 1);
  g_assert_cmpuint (actions.changed, ==, 1);
  g_assert_cmpuint (actions.left_out, ==, 4);

  /* Somebody says what the words mean. */
  tl_foreign_mapping_set_meaning (table.mapping, TL_FOREIGN_FIELD_ACTION_DUE, "31/02/2026", "2026-02-28");
  tl_foreign_mapping_set_meaning (table.mapping, TL_FOREIGN_FIELD_ACTION_DONE, "March 2026", "");
  tl_foreign_mapping_set_meaning (table.mapping, TL_FOREIGN_FIELD_ACTION_STATUS, "parked", "open");
  tl_foreign_mapping_set_meaning (table.mapping, TL_FOREIGN_FIELD_ACTION_PERSON, "Rota clerk", "Jo Lamb; Rota clerk");
  tl_foreign_mapping_set_meaning (table.mapping, TL_FOREIGN_FIELD_ACTION_PERSON, "Asha", "P3");
  work_out_again (&table);
  assert_problems (&table,
                   "Plan row 5, column \"Status\": “Ongoing”, although the row also says when the action was done\n"
                   "Plan row 6, column \"By whom\": the row names no action that this could belong to\n");
  assert_rows (&table,
               "2 Risks R1 (there): Title=Late visits;\n"
               "2 Actions A1 (there): Risk=R1; Title=Ring people who wait; Person=P1;\n"
               "2 Action events: Action=A1; Date=2026-03-14; What=moved; From=2026-02-28; To=2026-03-31;\n"
               "3 Actions A2: Risk=R1; Title=Tell the family (due: 31/02/2026); Person=P2; Due=2026-02-28;\n"
               "4 Actions A3: Risk=R1; Title=Count the waits (done: March 2026; done: no date given); Person=P3; Due=2026-02-14; "
               "Done=2026-03-14;\n"
               "5 Actions A4: Risk=R1; Title=Ask the office; Person=P1; Due=2026-02-14; Done=2026-02-20;\n"
               "7 Actions A5: Risk=R1; Title=Buy a bell; Person=P3; Due=2026-02-01;\n"
               "7 Action events: Action=A5; Date=2026-03-14; What=ended; Reason=No longer required;\n"
               "8 People P4: Name=Jo Lamb; Role=Rota clerk;\n"
               "8 Actions A6: Risk=R1; Title=Lend a hand; Person=P4; Due=2026-02-01;\n");
}

/* What stands in one cell is one thing to mend, however many actions it is about. */
static void
test_one_cell_of_two_actions (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_auto (Table) table = work_out (desk,
    "Concern,Action,By whom,Target date\n"
    "Late visits,\"1. Ring people who wait\n2. Count the waits\",TW,31/02/2026\n"
    "Missed doses,Audit charts,TW,31/02/2026\n");

  assert_problems (&table,
                   "Plan row 2, column \"Target date\": \"31/02/2026\" is not a date; write it as 2026-03-31 or 31/03/2026\n"
                   "Plan row 3, column \"Target date\": \"31/02/2026\" is not a date; write it as 2026-03-31 or 31/03/2026\n");
  g_assert_cmpuint (tl_import_plan_get_counts (table.result->plan, TL_TABLE_ACTION + 1).left_out, ==, 3);
}

/* Where a day is needed that nobody gives, none is invented. */
static void
test_without_day (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_auto (Table) table = work_out (desk,
    "Concern,Risk owner,Action,Target date,Status,Progress update\n"
    "Late visits,TW,Ring people who wait,31/03/2026,Open,\n"
    ",,Count the waits,TBC,Complete,\n"
    ",,Ask the office,1/4/26,Open,Office asked twice\n");

  tl_foreign_mapping_set_as_of (table.mapping, TL_NO_DAY);
  work_out_again (&table);
  assert_problems (&table,
                   "Plan row 2, column \"Risk owner\": nothing says since when; say of which day this file is\n"
                   "Plan row 2, column \"Target date\": the due date has moved; say of which day this file is, so that the move can "
                   "be kept\n"
                   "Plan row 3, column \"Status\": the action is said to be done, and not when; say of which day this file is\n"
                   "Plan row 4, column \"Progress update\": progress needs a date; say of which day this file is\n");
}

/* A list of risks without actions: who leads, where, how bad, and words that nobody knows. */
static void
test_register (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_auto (Table) table = work_out (desk,
    "Ref,Theme,Risk,Likelihood,Impact,Owner,Review frequency,Date raised,Status,Branch\n"
    "R1,Staff,Late visits,4,4,TW,Fortnightly,5/1/2026,,Weir House\n"
    "R2,Moonlight,Missed doses,6,4,NI,Monthly,TBC,Closed,All\n");

  assert_rows (&table,
               "2 Risks R1 (there): Title=Late visits; Theme=staffing; Review every=fortnightly; Scope=L1; Opened=2026-01-05;\n"
               "2 Ownership: Risk=R1; Person=P2; Part=claimed; From=2026-03-14;\n"
               "3 People P4: Name=Nominated individual; Role=Nominated individual;\n"
               "3 Risks R2: Title=Missed doses; Theme=Moonlight; Baseline issue=Date raised: TBC\nBranch: All; Likelihood=6; "
               "Impact=4; Review every=monthly;\n"
               "3 Ownership: Risk=R2; Person=P4; Part=accountable; From=2026-03-14;\n"
               "3 Evidence E1: Date=2026-03-14; Source=action tracker; Finding=Status: Closed; Risks=R2; Recorded in=Plan.csv, "
               "Plan;\n");
  assert_problems (&table,
                   "Plan row 3, column \"Theme\": \"Moonlight\" is not one of: medicines, safeguarding, care planning, records, "
                   "staffing, complaints, incidents, governance, other\n"
                   "Plan row 3, column \"Likelihood\": \"6\" is not a number from 1 to 5\n");
}

/* A number that two lists share makes nothing one; a rating that has changed is another rating. */
static void
test_refs_and_ratings (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_auto (Table) table = work_out (desk,
    "Ref,Risk,Risk rating,Action\n"
    "R1,Doors left open,High,Fit alarms\n"
    "2,Late visits at night,3x5,Check the rota\n"
    "3,Late visits,5 x 4 = 20,Ring people who wait\n");

  assert_rows (&table,
               "2 Risks R2: Title=Doors left open; Origin reference=R1;\n"
               "2 Actions A2: Risk=R2; Title=Fit alarms;\n"
               "3 Risks R3: Title=Late visits at night; Origin reference=2; Likelihood=3; Impact=5;\n"
               "3 Actions A3: Risk=R3; Title=Check the rota;\n"
               "4 Risks R1 (there): Title=Late visits; Origin reference=3;\n"
               "4 Ratings: Risk=R1; Date=2026-01-05; Likelihood=4; Impact=4;\n"
               "4 Ratings: Risk=R1; Date=2026-03-14; Likelihood=5; Impact=4;\n"
               "4 Actions A1 (there): Risk=R1; Title=Ring people who wait;\n");
  g_assert_cmpstr (tl_import_plan_get_note (table.result->plan, 0), ==,
                   "“High” (Risk: likelihood × impact) was left out of 1 row");
}

/* One concern on several rows is one risk; what rows say differently of it is told. */
static void
test_repeated_concerns (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_auto (Table) table = work_out (desk,
    "No,Concern,Theme,Regulation,Intended outcome,Action\n"
    "1,Missed doses,Meds,Reg 12,Everyone has their medicines on time,Audit charts\n"
    "2,Late visits,Staffing,12,,Ring people who wait\n"
    "3,MISSED DOSES,Governance,Regulation 17(2)(a),Errors are learnt from,Hold a review\n"
    "4,Missed doses,Meds,12 and 17,,Buy a lockable box\n");

  assert_rows (&table,
               "2 Risks R2: Title=Missed doses; Theme=medicines; Regulations=12; 17; Intended outcome=Everyone has their "
               "medicines on time\nErrors are learnt from;\n"
               "2 Actions A2: Risk=R2; Title=Audit charts;\n"
               "3 Risks R1 (there): Title=Late visits; Theme=staffing; Regulations=9; 18; 12;\n"
               "3 Actions A1 (there): Risk=R1; Title=Ring people who wait;\n"
               "4 Actions A3: Risk=R2; Title=Hold a review;\n"
               "5 Actions A4: Risk=R2; Title=Buy a lockable box;\n");
  assert_problems (&table, "Plan row 4, column \"Theme\": “governance” is something else than “medicines”, which row 2 says of the "
                           "same risk\n");
}

/* Headings within the table, the same headings again, and a plan that names no concerns. */
static void
test_headings_within (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_auto (Table) table = work_out (desk,
    "Improvement plan,,\nAction,Lead,Due\nMEDICINES,,\nAudit,RM,1/4/26\nAction,Lead,Due\nCARE PLANS,,\nRewrite,RM,1/5/26\n");
  g_auto (Table) plain = work_out (desk, "Updated 3 June 2026,,\nWinter plan,,\n,,\nWhat we will do,By whom,By when\nClear the path,RM,1/12/26\n");

  assert_rows (&table,
               "4 Risks R2: Title=MEDICINES; Theme=medicines;\n"
               "4 Actions A2: Risk=R2; Title=Audit; Person=P1; Due=2026-04-01;\n"
               "7 Risks R3: Title=CARE PLANS; Theme=care planning;\n"
               "7 Actions A3: Risk=R3; Title=Rewrite; Person=P1; Due=2026-05-01;\n");
  assert_rows (&plain,
               "5 Risks R2: Title=Winter plan;\n"
               "5 Actions A2: Risk=R2; Title=Clear the path; Person=P1; Due=2026-12-01;\n");
  g_assert_nonnull (strstr (tl_import_plan_get_note (plain.result->plan, 0), "come under one risk, “Winter plan”"));
}

/* The window may say everything itself. */
static void
test_mapping_by_hand (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_auto (Table) table = work_out (desk, "notes,,,\nAlpha,Beta,Gamma,Beta\nDamp walls,\"Paint them\nand dry them\",x,2/4/26\n");

  g_assert_cmpint (tl_foreign_mapping_get_kind (table.mapping, 0), ==, TL_FOREIGN_KIND_NONE);
  tl_foreign_mapping_set_heading_row (table.mapping, 0, 2, 1);
  g_assert_cmpstr (tl_foreign_mapping_get_heading (table.mapping, 0, 1), ==, "Beta");
  tl_foreign_mapping_set_kind (table.mapping, 0, TL_FOREIGN_KIND_PLAN);
  tl_foreign_mapping_set_field (table.mapping, 0, 0, TL_FOREIGN_FIELD_RISK_TITLE);
  tl_foreign_mapping_set_field (table.mapping, 0, 1, TL_FOREIGN_FIELD_RISK_TITLE);
  g_assert_cmpint (tl_foreign_mapping_get_field (table.mapping, 0, 0), ==, TL_FOREIGN_FIELD_NONE);
  tl_foreign_mapping_set_field (table.mapping, 0, 0, TL_FOREIGN_FIELD_RISK_TITLE);
  tl_foreign_mapping_set_field (table.mapping, 0, 1, TL_FOREIGN_FIELD_ACTION_TITLE);
  tl_foreign_mapping_set_field (table.mapping, 0, 3, TL_FOREIGN_FIELD_ACTION_DUE);
  work_out_again (&table);
  assert_rows (&table, "3 Risks R2: Title=Damp walls;\n3 Actions A2: Risk=R2; Title=Paint them and dry them; Due=2026-04-02;\n");
  g_assert_cmpuint (table.result->left_out->len, ==, 1);
  g_assert_cmpstr (((const TlForeignLeftOut *) g_ptr_array_index (table.result->left_out, 0))->heading, ==, "Gamma");
}

/* ── Files ────────────────────────────────────────────────────────────────── */

/* What programs on Windows call CSV. */
static void
test_kinds_of_csv (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *wide = NULL;
  gsize length;
  g_autoptr (TlForeignBook) western = write_book (desk, "a.csv", "Concern;Action\nCaf\xe9 \x96 late;Open it\n", -1);
  g_autoptr (TlForeignBook) unicode = NULL;
  g_autoptr (TlForeignBook) marked = write_book (desk, "c.csv", "\xef\xbb\xbf" "Concern,Action\r\n\"Late, cold\",Open it\r\n", -1);

  wide = g_convert ("Concern\tAction\r\nCafé\tOpen it\r\n", -1, "UTF-16LE", "UTF-8", NULL, &length, NULL);
  {
    g_autofree char *whole = g_malloc (length + 2);

    memcpy (whole, "\xff\xfe", 2);
    memcpy (whole + 2, wide, length);
    unicode = write_book (desk, "b.csv", whole, (gssize) length + 2);
  }
  g_assert_cmpstr (tl_foreign_sheet_get_text (tl_foreign_book_get_sheet (western, 0), 2, 0), ==, "Café – late");
  g_assert_cmpstr (tl_foreign_sheet_get_text (tl_foreign_book_get_sheet (unicode, 0), 2, 0), ==, "Café");
  g_assert_cmpstr (tl_foreign_sheet_get_text (tl_foreign_book_get_sheet (marked, 0), 2, 0), ==, "Late, cold");
  g_assert_cmpstr (tl_foreign_sheet_get_text (tl_foreign_book_get_sheet (marked, 0), 1, 0), ==, "Concern");
  g_assert_cmpstr (tl_foreign_sheet_get_name (tl_foreign_book_get_sheet (marked, 0)), ==, "c");
}

static void
assert_refused (TestDesk   *desk,
                const char *text,
                gssize      length,
                const char *part)
{
  g_autofree char *path = test_desk_path (desk, "bad");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlForeignBook) book = NULL;

  g_assert_true (g_file_set_contents (path, text, length, NULL));
  book = tl_foreign_book_read (file, NULL, &error);
  g_assert_null (book);
  g_assert_nonnull (error);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” doesn't say “%s”", error->message, part);
}

static void
test_files_that_are_refused (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autoptr (GFile) folder = g_file_new_for_path (desk->folder);
  g_autoptr (GError) error = NULL;
  g_autofree char *filler = g_strnfill (200000, 'x');
  g_autofree char *row = g_strnfill (255, ',');
  g_autoptr (GString) large = g_string_new (NULL);

  assert_refused (desk, "", 0, "nothing stands in this file");
  assert_refused (desk, "\n,,\n", -1, "nothing stands in this file");
  assert_refused (desk, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8, "old kind (.xls) or has a password");
  assert_refused (desk, "PK\x03\x04nonsense", 12, "");
  assert_refused (desk, "A,B\n1,\"2\n", -1, "bad row 2: a quotation mark is opened here and never closed");
  assert_refused (desk, filler, -1, "longer than");
  for (guint i = 0; i < 8000; i++)
    g_string_append_printf (large, "a%sb\n", row);
  assert_refused (desk, large->str, (gssize) large->len, "larger than any action plan");
  g_assert_null (tl_foreign_book_read (folder, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
}

/* ── What is remembered ───────────────────────────────────────────────────── */

#define SECOND "Concern,Colour,Action,Lead,Target date,Extra\nLate visits,Teal,Ring people,RM,1/4/26,x\n"

static void
test_memory (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_path (desk, "data/mappings.ini");
  g_autofree char *text = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (TlForeignMemory) memory = tl_foreign_memory_load (file, NULL);
  g_autoptr (TlForeignMemory) later = NULL;
  g_autoptr (TlForeignMapping) mapping = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (Table) table = work_out (desk, "Plan for spring,,,,,\n" SECOND);

  tl_foreign_mapping_set_field (table.mapping, 0, 1, TL_FOREIGN_FIELD_RISK_THEME);
  tl_foreign_mapping_set_field (table.mapping, 0, 5, TL_FOREIGN_FIELD_NOTE);
  tl_foreign_mapping_set_split (table.mapping, 0, FALSE);
  tl_foreign_mapping_set_meaning (table.mapping, TL_FOREIGN_FIELD_RISK_THEME, "Teal", "staffing");
  tl_foreign_mapping_set_meaning (table.mapping, TL_FOREIGN_FIELD_ACTION_PERSON, "Sister B", "Asha Dale; Registered manager");
  tl_foreign_mapping_set_meaning (table.mapping, TL_FOREIGN_FIELD_ACTION_PERSON, "RM", "P3");
  tl_foreign_mapping_set_meaning (table.mapping, TL_FOREIGN_FIELD_ACTION_PERSON, "the lot", "");
  tl_foreign_mapping_set_meaning (table.mapping, TL_FOREIGN_FIELD_ACTION_PERSON, "Zed", "Nobody Here; Cook");
  tl_foreign_memory_keep (memory, table.mapping);
  g_assert_true (tl_foreign_memory_save (memory, file, NULL, &error));
  g_assert_no_error (error);

  /* Who somebody is stays in the workbook, where it can be erased. */
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_null (strstr (text, "Dale"));
  g_assert_null (strstr (text, "Sister"));
  g_assert_nonnull (strstr (text, "Teal"));

  /* The title above has changed, the headings haven't. */
  later = tl_foreign_memory_load (file, NULL);
  tl_foreign_book_unref (table.book);
  table.book = write_book (desk, "Later.csv", SECOND, -1);
  mapping = tl_foreign_mapping_guess (table.book, table.existing, later);
  g_assert_true (tl_foreign_mapping_is_remembered (mapping, 0));
  g_assert_cmpint (tl_foreign_mapping_get_field (mapping, 0, 1), ==, TL_FOREIGN_FIELD_RISK_THEME);
  g_assert_cmpint (tl_foreign_mapping_get_field (mapping, 0, 5), ==, TL_FOREIGN_FIELD_NOTE);
  g_assert_false (tl_foreign_mapping_get_split (mapping, 0));
  g_assert_cmpstr (tl_foreign_mapping_get_meaning (mapping, TL_FOREIGN_FIELD_RISK_THEME, "TEAL"), ==, "staffing");

  /* Whoever the workbook has is found again in it; the same file in another workbook says nothing of them. */
  g_assert_cmpstr (tl_foreign_mapping_get_meaning (mapping, TL_FOREIGN_FIELD_ACTION_PERSON, "sister b."), ==, "P1");
  g_assert_cmpstr (tl_foreign_mapping_get_meaning (mapping, TL_FOREIGN_FIELD_ACTION_PERSON, "RM"), ==, "P3");
  g_assert_cmpstr (tl_foreign_mapping_get_meaning (mapping, TL_FOREIGN_FIELD_ACTION_PERSON, "The lot"), ==, "");
  g_assert_null (tl_foreign_mapping_get_meaning (mapping, TL_FOREIGN_FIELD_ACTION_PERSON, "Zed"));
  {
    TlStore *store = test_store_new ("another");
    g_autoptr (TlSnapshot) other = test_store_load (store);
    g_autoptr (TlForeignMapping) there = tl_foreign_mapping_guess (table.book, other, later);

    g_assert_null (tl_foreign_mapping_get_meaning (there, TL_FOREIGN_FIELD_ACTION_PERSON, "RM"));
    g_assert_cmpstr (tl_foreign_mapping_get_meaning (there, TL_FOREIGN_FIELD_RISK_THEME, "Teal"), ==, "staffing");
    test_store_close (store);
  }
}

/* A column that is new is guessed; the others are as they were. */
static void
test_memory_of_most_columns (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autoptr (TlForeignMemory) memory = tl_foreign_memory_new ();
  g_autoptr (TlForeignMapping) mapping = NULL;
  g_auto (Table) table = work_out (desk, SECOND);

  tl_foreign_mapping_set_field (table.mapping, 0, 5, TL_FOREIGN_FIELD_ACTION_RESULT);
  tl_foreign_memory_keep (memory, table.mapping);
  tl_foreign_book_unref (table.book);
  table.book = write_book (desk, "Later.csv", "Date completed,Concern,Colour,Action,Lead,Target date,Extra\n"
                                              "3/4/26,Late visits,Teal,Ring people,RM,1/4/26,x\n", -1);
  mapping = tl_foreign_mapping_guess (table.book, table.existing, memory);
  g_assert_false (tl_foreign_mapping_is_remembered (mapping, 0));
  g_assert_cmpint (tl_foreign_mapping_get_field (mapping, 0, 0), ==, TL_FOREIGN_FIELD_ACTION_DONE);
  g_assert_cmpint (tl_foreign_mapping_get_field (mapping, 0, 3), ==, TL_FOREIGN_FIELD_ACTION_TITLE);
  g_assert_cmpint (tl_foreign_mapping_get_field (mapping, 0, 6), ==, TL_FOREIGN_FIELD_ACTION_RESULT);
}

/* Whatever stands in the file, at worst nothing is remembered. */
static void
test_memory_is_hostile (void)
{
  static const char * const texts[] = {
    "", "\xff\xfe", "[Sheet 1]", "[Sheet 1]\nkind=plan\nheadings=concern;\nfields=",
    "[Sheet 1]\nkind=world\nheadings=concern;\nfields=risk-title;\n",
    "[Sheet 1]\nkind=plan\nheadings=concern;action;\nfields=risk-title;\n",
    "[Sheet 1]\nkind=plan\nheadings=concern;colour;action;lead;target date;extra;\n"
    "fields=evidence-date;nonsense;action-title;action-title;action-due;none;\n[Words]\nword1=risk-theme;Teal\nword2=x;y;z;\n",
  };
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autoptr (TlForeignBook) book = write_book (desk, "Plan.csv", SECOND, -1);
  g_autoptr (TlSnapshot) existing = test_workbook_read (facts, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (TlForeignMemory) memory = tl_foreign_memory_parse (texts[i], strlen (texts[i]));
      g_autoptr (TlForeignMapping) mapping = tl_foreign_mapping_guess (book, existing, memory);
      gboolean last = i + 1 == G_N_ELEMENTS (texts);

      g_assert_cmpint (tl_foreign_mapping_is_remembered (mapping, 0), ==, last);
      g_assert_cmpint (tl_foreign_mapping_get_field (mapping, 0, 2), ==, TL_FOREIGN_FIELD_ACTION_TITLE);
      /* Fields of another kind, unknown ones, and those that are taken are left out. */
      g_assert_cmpint (tl_foreign_mapping_get_field (mapping, 0, 0), ==,
                       last ? TL_FOREIGN_FIELD_NONE : TL_FOREIGN_FIELD_RISK_TITLE);
      g_assert_cmpint (tl_foreign_mapping_get_field (mapping, 0, 3), ==,
                       last ? TL_FOREIGN_FIELD_NONE : TL_FOREIGN_FIELD_ACTION_PERSON);
      g_assert_null (tl_foreign_mapping_get_meaning (mapping, TL_FOREIGN_FIELD_RISK_THEME, "Teal"));
    }
}

/* ── On a thread ──────────────────────────────────────────────────────────── */

static void
test_on_a_thread (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_path (desk, "Plan.csv");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) read = NULL;
  g_autoptr (GAsyncResult) worked_out = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlForeignBook) book = NULL;
  g_autoptr (TlForeignMapping) mapping = NULL;
  g_autoptr (TlForeignResult) result = NULL;
  g_autoptr (TlSnapshot) existing = test_workbook_read (facts, NULL);

  g_assert_true (g_file_set_contents (path, SECOND, -1, NULL));
  tl_foreign_book_read_async (file, NULL, test_keep_cb, &read);
  book = tl_foreign_book_read_finish (test_wait_for (&read), &error);
  g_assert_no_error (error);
  mapping = tl_foreign_mapping_guess (book, existing, NULL);
  tl_foreign_result_async (book, mapping, existing, NULL, test_keep_cb, &worked_out);
  /* The window goes on changing its own while the other is used. */
  tl_foreign_mapping_set_kind (mapping, 0, TL_FOREIGN_KIND_NONE);
  result = tl_foreign_result_finish (test_wait_for (&worked_out), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result->rows->len, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/foreign/days", test_days);
  g_test_add_func ("/foreign/cells-with-several", test_cells_with_several);
  g_test_add_func ("/foreign/plan-beside-workbook", test_plan_beside_workbook);
  g_test_add_func ("/foreign/without-day", test_without_day);
  g_test_add_func ("/foreign/register", test_register);
  g_test_add_func ("/foreign/refs-and-ratings", test_refs_and_ratings);
  g_test_add_func ("/foreign/repeated-concerns", test_repeated_concerns);
  g_test_add_func ("/foreign/headings-within", test_headings_within);
  g_test_add_func ("/foreign/mapping-by-hand", test_mapping_by_hand);
  g_test_add_func ("/foreign/kinds-of-csv", test_kinds_of_csv);
  g_test_add_func ("/foreign/files-that-are-refused", test_files_that_are_refused);
  g_test_add_func ("/foreign/one-cell-of-two-actions", test_one_cell_of_two_actions);
  g_test_add_func ("/foreign/memory", test_memory);
  g_test_add_func ("/foreign/memory-of-most-columns", test_memory_of_most_columns);
  g_test_add_func ("/foreign/memory-is-hostile", test_memory_is_hostile);
  g_test_add_func ("/foreign/on-a-thread", test_on_a_thread);
  return g_test_run ();
}
