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

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/foreign/council-plan", test_council_plan);
  return g_test_run ();
}
