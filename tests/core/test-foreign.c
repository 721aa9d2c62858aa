/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-dump.h"
#include "support/test-store.h"
#include "support/test-tracker.h"

#include <string.h>

#include "tl-foreign-result.h"

/* Whole spreadsheets as registered managers have them, from the file to the workbook. */

typedef struct
{
  TlStore *document;
  TlForeignMapping *mapping;
  TlForeignResult *result;
} Import;

static void
import_clear (Import *self)
{
  g_clear_pointer (&self->mapping, tl_foreign_mapping_free);
  g_clear_pointer (&self->result, tl_foreign_result_free);
}

static void
say_problems (const TlImportPlan *plan)
{
  for (guint i = 0; i < tl_import_plan_get_n_problems (plan); i++)
    {
      g_autofree char *text = tl_import_problem_to_text (tl_import_plan_get_problem (plan, i));

      g_test_message ("%s", text);
    }
}

/* Works out what becomes of a file with nobody's help but a memory's. */
static void
try (Import          *self,
     TlForeignBook   *book,
     TlForeignMemory *memory)
{
  g_autoptr (TlSnapshot) existing = test_store_load (self->document);

  import_clear (self);
  self->mapping = tl_foreign_mapping_guess (book, existing, memory);
  self->result = tl_foreign_result_new (book, self->mapping, existing);
  say_problems (self->result->plan);
}

/* Does what is worked out; returns how many edits it took. */
static guint
accept (Import *self)
{
  TlChange *change = tl_import_plan_get_change (self->result->plan, FALSE);
  guint n_edits;

  g_assert_nonnull (change);
  n_edits = tl_change_get_n_edits (change);
  if (n_edits > 0)
    test_store_apply (self->document, change);
  return n_edits;
}

static void
assert_content (TlStore    *document,
                const char *expected)
{
  g_autoptr (TlSnapshot) snapshot = test_store_load (document);
  g_autofree char *dump = test_dump (snapshot, FALSE);

  g_assert_cmpstr (dump, ==, expected);
}

static void
assert_fields (const Import *self,
               guint         sheet,
               const char   *expected)
{
  g_autoptr (GString) found = g_string_new (tl_foreign_kind_get_name (tl_foreign_mapping_get_kind (self->mapping, sheet)));

  for (guint i = 0; i < tl_foreign_mapping_get_n_columns (self->mapping, sheet); i++)
    g_string_append_printf (found, " %s", tl_foreign_field_get_name (tl_foreign_mapping_get_field (self->mapping, sheet, i)));
  g_assert_cmpstr (found->str, ==, expected);
}

static void
assert_note (const Import *self,
             const char   *part)
{
  for (guint i = 0; i < tl_import_plan_get_n_notes (self->result->plan); i++)
    {
      if (strstr (tl_import_plan_get_note (self->result->plan, i), part) != NULL)
        return;
    }
  g_error ("nothing notes “%s”", part);
}

/* ── A council's action plan ──────────────────────────────────────────────── */

static TlForeignBook *
write_council_plan (TestDesk *desk)
{
  g_autofree char *path = test_desk_path (desk, "Council plan.xlsx");
  TestTracker *tracker = test_tracker_new (path);

  test_tracker_sheet (tracker, "Action Plan");
  test_tracker_merge (tracker, "A1:J1=Millbrook Council: Service improvement action plan");
  test_tracker_merge (tracker, "A2:J2=Quillbrook Lodge. Updated 14 March 2026");
  test_tracker_skip (tracker);
  test_tracker_skip (tracker);
  test_tracker_row (tracker, "Please return this plan to the contracts team by the fifth of each month.", NULL);
  test_tracker_skip (tracker);
  test_tracker_row (tracker, "CQC ref", "Area of concern", "Regulation", "Action required", "By whom", "Target\ndate",
                    "Date completed", "RAG", "Progress update", "Evidence", NULL);
  test_tracker_row (tracker, "1", "Medicines records had gaps", "Reg 12 Safe care and treatment",
                    "1. Audit all MAR charts weekly\n2. Retrain the night staff\n3. Competency check for every senior",
                    "RM\nTraining lead\nDeputy manager", "31/03/26\n15.4.2026\n30 April 2026", "", "Amber",
                    "Two audits done, gaps down from 14 to 6", "MAR audit file", NULL);
  test_tracker_row (tracker, "2", "Care plans did not say how people wanted to be supported", "Regulation 9",
                    "Rewrite the twelve plans with the person and their family", "Asha Dale (Registered manager)", "@2026-02-28",
                    "@2026-03-03", "Green", "", "Care plan folder", NULL);
  test_tracker_row (tracker, "", "", "", "Sample five plans each month", "Asha Dale", "ongoing", "", "Amber",
                    "First sample planned", "", NULL);
  test_tracker_row (tracker, "3", "Complaints were not answered in time", "16 and 17", "Log every concern the same day",
                    "All staff", "TBC", "", "Red", "", "", NULL);
  test_tracker_row (tracker, "", "Total actions", "", "", "", "", "", "6", "", "", NULL);
  return test_tracker_read (tracker);
}

static void
test_council_plan (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autoptr (TlForeignBook) book = write_council_plan (desk);
  Import import = { test_store_new ("a"), NULL, NULL };

  g_assert_false (tl_foreign_book_is_ours (book));
  try (&import, book, NULL);
  assert_fields (&import, 0, "plan risk-ref risk-title risk-regulations action-title action-person action-due action-done "
                             "action-status progress action-recorded-in");
  g_assert_cmpuint (tl_foreign_mapping_get_heading_row (import.mapping, 0), ==, 5);
  g_assert_cmpint (tl_foreign_mapping_get_as_of (import.mapping), ==, tl_day_new (2026, 3, 14));
  assert_note (&import, "Action Plan row 10: \"Total actions\" adds up");
  g_assert_cmpuint (accept (&import), >, 0);
  assert_content (import.document,
                  "People P1 | Name=Asha Dale | Role=Registered manager\n"
                  "People P2 | Name=Training lead | Role=Training lead\n"
                  "People P3 | Name=Deputy manager | Role=Deputy manager\n"
                  "Risks R1 | Title=Medicines records had gaps | Origin reference=1 | Regulations=12\n"
                  "Risks R2 | Title=Care plans did not say how people wanted to be supported | Origin reference=2 | "
                  "Regulations=9\n"
                  "Risks R3 | Title=Complaints were not answered in time | Origin reference=3 | Regulations=16;17\n"
                  "Actions A1 | Risk=R1 | Title=Audit all MAR charts weekly | Person=P1 | Recorded in=MAR audit file | "
                  "Due=2026-03-31\n"
                  "Actions A2 | Risk=R1 | Title=Retrain the night staff | Person=P2 | Recorded in=MAR audit file | "
                  "Due=2026-04-15\n"
                  "Actions A3 | Risk=R1 | Title=Competency check for every senior | Person=P3 | Recorded in=MAR audit file | "
                  "Due=2026-04-30\n"
                  "Actions A4 | Risk=R2 | Title=Rewrite the twelve plans with the person and their family | Person=P1 | "
                  "Recorded in=Care plan folder | Due=2026-02-28 | Done=2026-03-03\n"
                  "Actions A5 | Risk=R2 | Title=Sample five plans each month (due: ongoing) | Person=P1\n"
                  "Actions A6 | Risk=R3 | Title=Log every concern the same day (lead: All staff; due: TBC)\n"
                  "Evidence E1 | Date=2026-03-14 | Source=action tracker | Finding=Two audits done, gaps down from 14 to 6 | "
                  "Risks=R1 | Actions=A1;A2;A3 | Recorded in=Council plan.xlsx, Action Plan\n"
                  "Evidence E2 | Date=2026-03-14 | Source=action tracker | Finding=First sample planned | Risks=R2 | Actions=A5 | "
                  "Recorded in=Council plan.xlsx, Action Plan\n");

  try (&import, book, NULL);
  g_assert_cmpuint (accept (&import), ==, 0);
  import_clear (&import);
  test_store_close (import.document);
}

/* ── A tracker with merged cells ──────────────────────────────────────────── */

#define PLACES_AND_RISKS \
  "Places L1 | Name=Weir branch | Kind=location\n" \
  "Places L2 | Name=Dunn branch | Kind=location\n" \
  "People P1 | Name=Priya Nair | Role=Medicines lead\n" \
  "People P2 | Name=Deputy manager | Role=Deputy manager\n" \
  "People P3 | Name=Tom Hale | Role=Role not given\n" \
  "People P4 | Name=Sue Marsh | Role=Role not given\n" \
  "Risks QH1 | Title=Evening doses late or not signed for | Theme=medicines\n" \
  "Risks QH2 | Title=Two staff started before their checks came back | Theme=staffing\n" \
  "Risks QH3 | Title=Daily notes copied from the day before | Theme=records\n" \
  "Ownership | Risk=QH1 | Person=P1 | Part=accountable | From=2026-04-01\n" \
  "Ownership | Risk=QH2 | Person=P3 | Part=claimed | From=2026-04-01\n" \
  "Ownership | Risk=QH2 | Person=P4 | Part=claimed | From=2026-04-01\n" \
  "Ownership | Risk=QH3 | Person=P3 | Part=accountable | From=2026-04-01\n"
#define ACTIONS(written_due, done) \
  "Actions A1 | Risk=QH1 | Title=Agree protected time for the evening round (with: Priya, Dep manager" written_due ") | " \
  "Person=P1 | Place=L1 | Due=2026-04-12\n" \
  "Actions A2 | Risk=QH1 | Title=Put the lead on the rota, with a deputy for days off (with: Priya, Dep manager" written_due \
  ") | Person=P1 | Place=L1 | Due=2026-04-12\n" \
  "Actions A3 | Risk=QH1 | Title=Observe two rounds a week (lead: Seniors; due: end of March 2026) | Place=L1 | " \
  "Due=2026-03-31" done "\n" \
  "Actions A4 | Risk=QH1 | Title=Order more lockable boxes (place: All; due: March 2026; done: no date given) | Person=P1 | " \
  "Due=2026-03-31 | Done=2026-04-01\n" \
  "Actions A5 | Risk=QH2 | Title=Audit every staff file | Person=P3 | Place=L1 | Due=2026-05-15\n" \
  "Actions A6 | Risk=QH3 | Title=Teach what a good note looks like (due: n/a) | Person=P3 | Place=L2\n"

static TlForeignBook *
write_tracker (TestDesk   *desk,
               gboolean    later)
{
  g_autofree char *path = test_desk_path (desk, later ? "Tracker April.xlsx" : "Tracker.xlsx");
  TestTracker *tracker = test_tracker_new (path);

  test_tracker_sheet (tracker, "Instructions");
  test_tracker_row (tracker, "How to fill in this tracker", NULL);
  test_tracker_row (tracker, "Update it before every Monday meeting. Green: on track. B: complete.", NULL);
  test_tracker_sheet (tracker, "Tracker");
  test_tracker_row (tracker, "Quillbrook Homecare improvement tracker", NULL);
  test_tracker_row (tracker, later ? "As at 30/04/26" : "As at 1 April 2026", NULL);
  test_tracker_row (tracker, "R = overdue", "A = in progress", "G = on track", NULL);
  test_tracker_skip (tracker);
  test_tracker_merge (tracker, "E5:F5=Actions");
  test_tracker_merge (tracker, "G5:H5=Timescales");
  test_tracker_merge (tracker, "A5:A6=Ref");
  test_tracker_merge (tracker, "B5:B6=Theme");
  test_tracker_merge (tracker, "C5:C6=Issue identified");
  test_tracker_merge (tracker, "D5:D6=Risk owner");
  test_tracker_merge (tracker, "I5:I6=BRAG");
  test_tracker_merge (tracker, "J5:J6=Branch");
  test_tracker_merge (tracker, "K5:K6=Ext. partner");
  test_tracker_skip (tracker);
  test_tracker_row (tracker, "", "", "", "", "What", "Lead", "Target", "Actual", NULL);
  test_tracker_merge (tracker, "A7:A9=QH1");
  test_tracker_merge (tracker, "B7:B9=Meds");
  test_tracker_merge (tracker, "C7:C9=Evening doses late or not signed for");
  test_tracker_merge (tracker, "D7:D9=Priya Nair, Medicines lead");
  test_tracker_row (tracker, "", "", "", "", "\342\200\242 Agree protected time for the evening round\n"
                    "\342\200\242 Put the lead on the rota,\nwith a deputy for days off", "Priya / Dep manager",
                    later ? "31/05/2026" : "w/c 6 April 2026", "", "A", "Weir branch", "Pharmacy", NULL);
  test_tracker_row (tracker, "", "", "", "", "Observe two rounds a week", "Seniors", "end of March 2026",
                    later ? "@2026-04-20" : "", later ? "B" : "R", "Weir branch", NULL);
  test_tracker_row (tracker, "", "", "", "", "Order more lockable boxes", "Priya Nair", "March 2026", "Completed", "B", "All", NULL);
  test_tracker_row (tracker, "QH2", "Recruitment", "Two staff started before their checks came back",
                    "Tom Hale; Sue Marsh", "Audit every staff file", "Tom Hale", "@2026-05-15", "", "A", "Weir branch", NULL);
  test_tracker_row (tracker, "QH3", "Record keeping", "Daily notes copied from the day before", "Tom Hale",
                    "Teach what a good note looks like", "Tom Hale", "n/a", "", "G", "Dunn branch", NULL);
  test_tracker_skip (tracker);
  test_tracker_row (tracker, "", "", "Total", "", "5", "", "", "", "", "", "", NULL);
  test_tracker_row (tracker, "Signed off by the provider each month", NULL);
  return test_tracker_read (tracker);
}

/* What a month later differs is a move, a day on which something was done; nothing of the first plan is overwritten. */
static void
test_tracker (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autoptr (TlForeignBook) book = write_tracker (desk, FALSE);
  g_autoptr (TlForeignBook) later = write_tracker (desk, TRUE);
  Import import = { test_store_new ("a"), NULL, NULL };

  try (&import, book, NULL);
  g_assert_cmpint (tl_foreign_mapping_get_kind (import.mapping, 0), ==, TL_FOREIGN_KIND_NONE);
  assert_fields (&import, 1, "plan risk-ref risk-theme risk-title risk-owner action-title action-person action-due action-done "
                             "action-status action-place none");
  g_assert_cmpuint (tl_foreign_mapping_get_heading_row (import.mapping, 1), ==, 5);
  g_assert_cmpuint (tl_foreign_mapping_get_n_heading_rows (import.mapping, 1), ==, 2);
  g_assert_cmpstr (tl_foreign_mapping_get_heading (import.mapping, 1, 6), ==, "Timescales Target");
  assert_note (&import, "Tracker: the column “Ext. partner” was left out");
  assert_note (&import, "Tracker row 14: \"Signed off by");
  assert_note (&import, "the sheet “Instructions” was left out");
  accept (&import);
  assert_content (import.document, PLACES_AND_RISKS ACTIONS ("; due: w/c 6 April 2026", "") );

  try (&import, book, NULL);
  g_assert_cmpuint (accept (&import), ==, 0);

  try (&import, later, NULL);
  accept (&import);
  assert_content (import.document,
                  PLACES_AND_RISKS ACTIONS ("", " | Done=2026-04-20")
                  "Action events | Action=A1 | Date=2026-04-30 | What=moved | From=2026-04-12 | To=2026-05-31\n"
                  "Action events | Action=A2 | Date=2026-04-30 | What=moved | From=2026-04-12 | To=2026-05-31\n");
  try (&import, later, NULL);
  g_assert_cmpuint (accept (&import), ==, 0);
  import_clear (&import);
  test_store_close (import.document);
}

/* ── A log of audits ──────────────────────────────────────────────────────── */

static TlForeignBook *
write_log (TestDesk *desk)
{
  g_autofree char *path = test_desk_path (desk, "Audits 2026-05-02.xlsx");
  TestTracker *tracker = test_tracker_new (path);

  test_tracker_sheet (tracker, "Audit log");
  test_tracker_row (tracker, "Audits and checks", NULL);
  test_tracker_skip (tracker);
  test_tracker_row (tracker, "Date of audit", "Type of audit", "Location", "Completed by", "Score", "Key findings", "Compliant?",
                    "Area of concern", "Where filed", NULL);
  test_tracker_row (tracker, "@2026-04-07", "Monthly medication audit", "Weir House", "Asha Dale", "94%",
                    "Two missing signatures in 34 charts", "Partially met", "Medicines", "Audit folder", NULL);
  test_tracker_row (tracker, "14th April 2026", "Night visit", "Weir House", "NI", "", "Staff awake and call bells answered", "Yes",
                    "Staffing", "Provider file", NULL);
  test_tracker_row (tracker, "", "", "", "", "", "One door alarm was off\nand was put right", "No", "", "", NULL);
  test_tracker_row (tracker, "April 2026", "Relatives meeting", "Weir House", "Asha Dale", "", "Families hear back sooner", "Yes", "",
                    "Minutes", NULL);
  test_tracker_sheet (tracker, "Staff");
  test_tracker_row (tracker, "Name", "Job title", "Start date", NULL);
  test_tracker_row (tracker, "Asha Dale", "Registered manager", "@2024-09-02", NULL);
  test_tracker_row (tracker, "Olu Banks", "Nominated individual", "1/6/2020", NULL);
  return test_tracker_read (tracker);
}

/* The words in the log mean what they mean in the field; a month is no day, until somebody says which. */
static void
test_log (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autoptr (TlForeignBook) book = write_log (desk);
  Import import = { test_store_new ("a"), NULL, NULL };
  g_autoptr (TlSnapshot) empty = test_store_load (import.document);
  g_autofree char *problem = NULL;
  const TlForeignWord *word;

  try (&import, book, NULL);
  assert_fields (&import, 0, "evidence evidence-date evidence-source evidence-place evidence-by evidence-extract "
                             "evidence-finding evidence-verdict evidence-risks evidence-recorded-in");
  assert_fields (&import, 1, "people person-name person-role person-from");
  g_assert_cmpuint (tl_import_plan_get_n_problems (import.result->plan), ==, 1);
  problem = tl_import_problem_to_text (tl_import_plan_get_problem (import.result->plan, 0));
  g_assert_cmpstr (problem, ==, "Audit log row 7, column \"Date of audit\": \"April 2026\" is not a date; write it as "
                                "2026-03-31 or 31/03/2026");
  word = g_ptr_array_index (import.result->words, 0);
  g_assert_cmpstr (word->word, ==, "April 2026");
  g_assert_null (word->meaning);

  tl_foreign_mapping_set_meaning (import.mapping, TL_FOREIGN_FIELD_EVIDENCE_DATE, "April 2026", "2026-04-28");
  g_clear_pointer (&import.result, tl_foreign_result_free);
  import.result = tl_foreign_result_new (book, import.mapping, empty);
  accept (&import);
  assert_content (import.document,
                  "Places L1 | Name=Weir House | Kind=location\n"
                  "People P1 | Name=Asha Dale | Role=Registered manager | From=2024-09-02\n"
                  "People P2 | Name=Olu Banks | Role=Nominated individual | From=2020-06-01\n"
                  "Evidence E1 | Date=2026-04-07 | Source=audit | Finding=Monthly medication audit: Two missing signatures in 34 "
                  "charts (Area of concern: Medicines) | Extract=94% | Verdict=mixed | Place=L1 | Recorded in=Audit folder | "
                  "By=person P1\n"
                  "Evidence E2 | Date=2026-04-14 | Source=observation | Finding=Night visit: Staff awake and call bells answered "
                  "(Area of concern: Staffing) | Verdict=supports | Place=L1 | Recorded in=Provider file | By=NI\n"
                  "Evidence E3 | Date=2026-04-14 | Source=observation | Finding=One door alarm was off\nand was put right | "
                  "Verdict=contradicts | Place=L1 | By=NI\n"
                  "Evidence E4 | Date=2026-04-28 | Source=feedback from relatives | Finding=Relatives meeting: Families hear back "
                  "sooner (Date of audit: April 2026) | Verdict=supports | Place=L1 | Recorded in=Minutes | By=person P1\n");
  import_clear (&import);
  test_store_close (import.document);
}

/* ── A sheet for each home ────────────────────────────────────────────────── */

static TlForeignBook *
write_homes (TestDesk *desk)
{
  g_autofree char *path = test_desk_path (desk, "Homes.xlsx");
  TestTracker *tracker = test_tracker_new (path);

  test_tracker_sheet (tracker, "Summary");
  test_tracker_row (tracker, "Prepared for the board on 2 June 2026", NULL);
  for (guint i = 0; i < 2; i++)
    {
      test_tracker_sheet (tracker, i == 0 ? "Weir House" : "Dunn House");
      test_tracker_row (tracker, "Concern", "Action", "Lead", "By when", NULL);
      test_tracker_row (tracker, "Medicines", i == 0 ? "Count stock daily" : "Train two seniors", "Home manager", "~2026-07-01", NULL);
    }
  return test_tracker_read (tracker);
}

/* The same words on two homes' sheets are two risks where the sheets are known to be places. */
static void
test_homes (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autoptr (TlForeignBook) book = write_homes (desk);
  Import import = { test_store_new ("a"), NULL, NULL };
  g_autoptr (TlSnapshot) empty = test_store_load (import.document);

  try (&import, book, NULL);
  g_assert_cmpuint (tl_import_plan_get_counts (import.result->plan, TL_TABLE_RISK + 1).added, ==, 1);
  tl_foreign_mapping_set_meaning (import.mapping, TL_FOREIGN_FIELD_ACTION_PLACE, "Weir House", "Weir House");
  tl_foreign_mapping_set_meaning (import.mapping, TL_FOREIGN_FIELD_ACTION_PLACE, "Dunn House", "Dunn House");
  g_clear_pointer (&import.result, tl_foreign_result_free);
  import.result = tl_foreign_result_new (book, import.mapping, empty);
  accept (&import);
  assert_content (import.document,
                  "Places L1 | Name=Weir House | Kind=location\n"
                  "Places L2 | Name=Dunn House | Kind=location\n"
                  "People P1 | Name=Home manager | Role=Home manager\n"
                  "Risks R1 | Title=Medicines | Scope=L1\n"
                  "Risks R2 | Title=Medicines | Scope=L2\n"
                  "Actions A1 | Risk=R1 | Title=Count stock daily (due: July 2026) | Person=P1 | Place=L1 | Due=2026-07-31\n"
                  "Actions A2 | Risk=R2 | Title=Train two seniors (due: July 2026) | Person=P1 | Place=L2 | Due=2026-07-31\n");

  /* The workbook knows the places now. */
  try (&import, book, NULL);
  g_assert_cmpuint (accept (&import), ==, 0);
  import_clear (&import);
  test_store_close (import.document);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/foreign/council-plan", test_council_plan);
  g_test_add_func ("/foreign/tracker", test_tracker);
  g_test_add_func ("/foreign/log", test_log);
  g_test_add_func ("/foreign/homes", test_homes);
  return g_test_run ();
}
