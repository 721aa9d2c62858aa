/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-dump.h"
#include "support/test-folder.h"
#include "support/test-importing.h"
#include "support/test-store.h"
#include "tl-import-plan.h"

#include <string.h>

/* What an import makes of a workbook, in a real document. */

#define PLACES "Ref,Name,Kind,Parent\nP1,Quillbrook,provider,\nP2,Weir Cottage,location,P1\nP3,Nights,shift,\n"
#define PEOPLE "Ref,Name,Role\nT,Tomasz Wrona,Medicines lead\nA,Asha Dale,Manager\n"
#define RISKS "Ref,Title,Theme,Regulations,Likelihood,Scope,Opened,Checked by,Forum\n" \
              "R1,Missed doses,medicines, 12 ;17;,4,P1; P2,31/03/2026,T,board\n" \
              "R2,Late calls,,,,,,somebody else,\n"
#define MEASURES "Ref,Risk,Title,Kind,Direction,Period,Target\nM1,R1,Doses signed,proportion,at least,monthly,95%\n"
#define READINGS "Measure,Date,Place,Numerator,Denominator,Value\nM1,2026-03-31,P2,90,100,\nM1,2026-03-31,P2,91,100,\n" \
                 "M1,2026-02-28,P2,80,90,\nM1,2026-04-30,,,,94.25\n"

static char *
make_folder (void)
{
  return test_folder_make ("Places.csv", PLACES, "People.csv", PEOPLE, "Risks.csv", RISKS, "Measures.csv", MEASURES,
                           "Readings.csv", READINGS, "Forums.csv", "Name,Level\nBoard,provider\n", "Workbook.csv",
                           "Key,Value\nProvider,Quillbrook Care\nToday,09/06/2026\n", NULL);
}

static TlImportPlan *
plan_folder (TlStore    *document,
             const char   *folder)
{
  g_autoptr (TlSnapshot) snapshot = test_store_load (document);

  return tl_import_plan_new (snapshot, test_folder_read (folder));
}

static guint
import_folder (TlStore    *document,
               const char *folder)
{
  return test_import (document, test_folder_read (folder));
}

static char *
dump (TlStore    *document,
      gboolean      with_ids)
{
  g_autoptr (TlSnapshot) snapshot = test_store_load (document);

  return test_dump (snapshot, with_ids);
}

static void
assert_row (TlStore    *document,
            TlTable       table,
            const char   *ref,
            const char   *expected)
{
  g_autoptr (TlSnapshot) snapshot = test_store_load (document);
  const TlFacts *row = tl_snapshot_find_ref (snapshot, table, ref);
  g_autofree char *line = NULL;

  g_assert_nonnull (row);
  line = test_dump_row (snapshot, table, row);
  g_assert_cmpstr (line, ==, expected);
}

static void
test_cells_become_facts (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  TlStore *document = test_store_new ("a");
  g_autofree char *folder = make_folder ();
  g_autofree char *text = NULL;
  gint64 recorded = tl_store_get_recorded (document);

  import_folder (document, folder);
  g_assert_cmpint (tl_store_get_recorded (document), >, recorded);
  text = dump (document, FALSE);
  g_assert_cmpstr (text, ==,
                   "Workbook | Provider=Quillbrook Care\n"
                   "Workbook | Today=2026-06-09\n"
                   "Places P1 | Name=Quillbrook | Kind=provider\n"
                   "Places P2 | Name=Weir Cottage | Kind=location | Parent=P1\n"
                   "Places P3 | Name=Nights | Kind=shift\n"
                   "People A | Name=Asha Dale | Role=Manager\n"
                   "People T | Name=Tomasz Wrona | Role=Medicines lead\n"
                   "Forums | Name=Board | Level=provider\n"
                   "Risks R1 | Title=Missed doses | Theme=medicines | Regulations=12;17 | Likelihood=4 | Forum=Board | "
                   "Scope=P1;P2 | Opened=2026-03-31 | Checked by=person T\n"
                   "Risks R2 | Title=Late calls | Checked by=somebody else\n"
                   "Measures M1 | Risk=R1 | Title=Doses signed | Kind=proportion | Direction=at least | Target=95 | "
                   "Period=monthly\n"
                   "Readings | Measure=M1 | Date=2026-02-28 | Place=P2 | Numerator=80 | Denominator=90\n"
                   "Readings | Measure=M1 | Date=2026-03-31 | Place=P2 | Numerator=90 | Denominator=100\n"
                   "Readings | Measure=M1 | Date=2026-03-31 | Place=P2 | Numerator=91 | Denominator=100\n"
                   "Readings | Measure=M1 | Date=2026-04-30 | Value=94.25\n");
  test_store_close (document);
  test_folder_remove (folder);
}

static void
test_second_import_changes_nothing (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  TlStore *document = test_store_new ("a");
  g_autofree char *folder = make_folder ();

  g_assert_cmpuint (import_folder (document, folder), >, 0);
  g_assert_cmpuint (import_folder (document, folder), ==, 0);

  /* The same in another order of rows and columns. */
  test_folder_write (folder, "Readings.csv",
                     "Denominator,date,PLACE, numerator ,Measure,Value\n,2026-04-30,,,M1,94.250\n"
                     "90,28/02/2026,P2,80,M1,\n100,2026-03-31,P2,90,M1,\n100,2026-03-31,P2,91.0,M1,\n", -1);
  test_folder_write (folder, "Forums.csv", "Name\n BOARD \n", -1);
  g_assert_cmpuint (import_folder (document, folder), ==, 1);
  g_assert_cmpuint (import_folder (document, folder), ==, 0);
  test_store_close (document);
  test_folder_remove (folder);
}

/* What a plan takes for new may be there by the time it is carried out, or have been there before. */
static void
test_new_rows_may_not_be_new (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  TlStore *document = test_store_new ("a");
  g_autofree char *folder = make_folder ();
  g_autoptr (TlImportPlan) early = plan_folder (document, folder), late = plan_folder (document, folder);
  g_autoptr (TlChange) removal = tl_change_new ("reading.remove"), late_change = NULL;
  g_autoptr (TlSnapshot) snapshot = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *again = NULL, *brought_back = NULL;

  test_store_apply (document, tl_import_plan_get_change (early, FALSE));
  before = dump (document, TRUE);
  /* All of it is there, so there is nothing to keep. */
  late_change = test_store_try (document, tl_import_plan_get_change (late, FALSE), &error);
  g_assert_no_error (error);
  g_assert_false (tl_change_is_sealed (late_change));
  again = dump (document, TRUE);
  g_assert_cmpstr (again, ==, before);

  snapshot = test_store_load (document);
  for (guint i = 0; i < 2; i++)
    tl_change_remove_row (removal, "reading", &((const TlFacts *) tl_snapshot_get (snapshot, TL_TABLE_READING, i))->id);
  test_store_apply (document, removal);
  g_assert_cmpuint (import_folder (document, folder), >, 0);
  brought_back = dump (document, TRUE);
  g_assert_cmpstr (brought_back, ==, before);
  test_store_close (document);
  test_folder_remove (folder);
}

/* Two copies of a document, into which the same files are brought at two desks. */
static void
test_two_desks_make_the_same_rows (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autoptr (TestDesk) other_desk = NULL;
  TlStore *document = test_store_new ("a");
  TlStore *other;
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "shared.throughline", NULL);
  g_autofree char *here = NULL;
  g_autofree char *there = NULL;

  test_store_save (document, path);
  import_folder (document, folder);
  here = dump (document, TRUE);
  test_store_close (document);

  other_desk = test_desk_new ();
  other = test_store_open_file (path);
  import_folder (other, folder);
  there = dump (other, TRUE);
  test_store_close (other);

  g_assert_cmpstr (here, ==, there);
  test_folder_remove (folder);
}

/* With a ref a corrected row updates its row; an empty cell empties, a column that isn't there leaves as it is. */
static void
test_corrections_by_ref (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  TlStore *document = test_store_new ("a");
  g_autofree char *folder = make_folder ();
  g_autofree char *correction = test_folder_make ("Risks.csv",
                                                  "Ref,Title,Regulations,Scope,Checked by,Theme\n"
                                                  "R1,Doses missed at night,12,P2;P3,A,\nR2,Late calls,,P1,,\n", NULL);
  g_autoptr (TlImportPlan) plan = NULL;
  TlImportCounts counts;

  import_folder (document, folder);
  plan = plan_folder (document, correction);
  counts = tl_import_plan_get_counts (plan, TL_TABLE_RISK + 1);
  g_assert_cmpuint (counts.added, ==, 0);
  g_assert_cmpuint (counts.changed, ==, 2);

  import_folder (document, correction);
  assert_row (document, TL_TABLE_RISK, "R1",
              "Risks R1 | Title=Doses missed at night | Regulations=12 | Likelihood=4 | Forum=Board | Scope=P2;P3 | "
              "Opened=2026-03-31 | Checked by=person A");
  assert_row (document, TL_TABLE_RISK, "R2", "Risks R2 | Title=Late calls | Scope=P1");
  g_assert_cmpuint (import_folder (document, correction), ==, 0);

  /* And back, though the pairs of the lists have been there before. */
  g_assert_cmpuint (import_folder (document, folder), >, 0);
  assert_row (document, TL_TABLE_RISK, "R1",
              "Risks R1 | Title=Missed doses | Theme=medicines | Regulations=12;17 | Likelihood=4 | Forum=Board | "
              "Scope=P1;P2 | Opened=2026-03-31 | Checked by=person T");
  test_store_close (document);
  test_folder_remove (folder);
  test_folder_remove (correction);
}

static guint
count_readings (TlStore    *document)
{
  g_autoptr (TlSnapshot) snapshot = test_store_load (document);

  return tl_snapshot_count (snapshot, TL_TABLE_READING);
}

/* Readings are recognised by measure, date, place and which one of several; a corrected figure is no new reading. */
static void
test_corrections_by_key (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  TlStore *document = test_store_new ("a");
  g_autofree char *folder = make_folder ();
  g_autofree char *text = NULL;

  import_folder (document, folder);
  test_folder_write (folder, "Readings.csv",
                     "Measure,Date,Place,Numerator,Denominator\nM1,2026-03-31,P2,90,100\nM1,2026-03-31,P2,99,100\n"
                     "M1,2026-03-31,P2,70,100\nM1,2026-03-31,P1,1,2\n", -1);
  import_folder (document, folder);
  g_assert_cmpuint (count_readings (document), ==, 6);
  text = dump (document, FALSE);
  g_assert_nonnull (strstr (text, "Date=2026-03-31 | Place=P2 | Numerator=90 "));
  g_assert_nonnull (strstr (text, "Date=2026-03-31 | Place=P2 | Numerator=99 "));
  g_assert_nonnull (strstr (text, "Date=2026-03-31 | Place=P2 | Numerator=70 "));
  g_assert_null (strstr (text, "Numerator=91 "));
  g_assert_nonnull (strstr (text, "Date=2026-03-31 | Place=P1 | Numerator=1 "));
  g_assert_cmpuint (import_folder (document, folder), ==, 0);
  test_store_close (document);
  test_folder_remove (folder);
}

/* A ref that is given to a row later on doesn't make a second row of it. */
static void
test_refs_given_later (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  TlStore *document = test_store_new ("a");
  g_autofree char *folder = make_folder ();

  import_folder (document, folder);
  test_folder_write (folder, "Readings.csv",
                     "Ref,Measure,Date,Place,Numerator,Denominator,Value\nX1,M1,2026-03-31,P2,90,100,\n"
                     "X2,M1,2026-03-31,P2,91,100,\nX3,M1,2026-02-28,P2,80,90,\n,M1,2026-04-30,,,,94.25\n", -1);
  g_assert_cmpuint (import_folder (document, folder), ==, 3);
  g_assert_cmpuint (count_readings (document), ==, 4);

  /* Now the date can be corrected too. */
  test_folder_write (folder, "Readings.csv", "Ref,Measure,Date\nX2,M1,2026-03-30\n", -1);
  g_assert_cmpuint (import_folder (document, folder), ==, 1);
  assert_row (document, TL_TABLE_READING, "X2",
              "Readings X2 | Measure=M1 | Date=2026-03-30 | Place=P2 | Numerator=91 | Denominator=100");
  g_assert_cmpuint (count_readings (document), ==, 4);
  test_store_close (document);
  test_folder_remove (folder);
}

/* A row that came from an import and was then given another ref is another row; a second import of its old line must
 * neither take it over nor clash with it. */
static void
test_rows_renamed_since (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  TlStore *document = test_store_new ("a");
  g_autofree char *folder = make_folder ();
  g_autoptr (TlSnapshot) snapshot = NULL;
  g_autoptr (TlChange) rename = tl_change_new ("risk.ref");
  const TlFacts *risk;

  import_folder (document, folder);
  snapshot = test_store_load (document);
  risk = tl_snapshot_find_ref (snapshot, TL_TABLE_RISK, "R2");
  tl_change_set_text (rename, "risk", &risk->id, "ref", "R9");
  test_store_apply (document, rename);

  import_folder (document, folder);
  assert_row (document, TL_TABLE_RISK, "R9", "Risks R9 | Title=Late calls | Checked by=somebody else");
  assert_row (document, TL_TABLE_RISK, "R2", "Risks R2 | Title=Late calls | Checked by=somebody else");
  g_assert_cmpuint (import_folder (document, folder), ==, 0);
  test_store_close (document);
  test_folder_remove (folder);
}

/* Sheets may come on their own: what they name may be in the workbook already. */
static void
test_rows_name_existing_ones (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  TlStore *document = test_store_new ("a");
  g_autofree char *folder = make_folder ();
  g_autofree char *more = test_folder_make ("Ownership.csv", "Risk,Person,Part,From\nR1,T,accountable,2026-04-01\n",
                                            "Reviews.csv", "Ref,Date,Forum,Chair\nV1,2026-04-02,bOARD,A\n",
                                            "Decisions.csv", "Review,Risk,Decision,By\nV1,R1,continue,T\n", "Places.csv",
                                            "Ref,Parent\nP3,P2\n", NULL);
  g_autofree char *text = NULL;

  import_folder (document, folder);
  import_folder (document, more);
  text = dump (document, FALSE);
  g_assert_nonnull (strstr (text, "Ownership | Risk=R1 | Person=T | Part=accountable | From=2026-04-01\n"));
  g_assert_nonnull (strstr (text, "Reviews V1 | Date=2026-04-02 | Forum=Board | Chair=person A\n"));
  g_assert_nonnull (strstr (text, "Decisions | Review=V1 | Risk=R1 | Decision=continue | By=person T\n"));
  g_assert_nonnull (strstr (text, "Places P3 | Name=Nights | Kind=shift | Parent=P2\n"));
  g_assert_cmpuint (import_folder (document, more), ==, 0);

  /* Now P1 can't come to lie within P3, though this file alone doesn't say why. */
  test_folder_write (more, "Places.csv", "Ref,Parent\nP1,P3\n", -1);
  {
    g_autoptr (TlImportPlan) plan = plan_folder (document, more);
    g_autofree char *said = NULL;

    g_assert_cmpuint (tl_import_plan_get_n_problems (plan), ==, 1);
    said = tl_import_problem_to_text (tl_import_plan_get_problem (plan, 0));
    g_assert_cmpstr (said, ==,
                     "Places row 2, column \"Parent\": \"P3\" lies beneath this place, so it can't be above it too");
  }
  test_store_close (document);
  test_folder_remove (folder);
  test_folder_remove (more);
}

/* Where a row that is left out keeps its old place in the tree, another's new one may not fit. */
static void
test_accepting_good_rows (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  TlStore *document = test_store_new ("a");
  g_autofree char *folder = make_folder ();
  g_autofree char *more = test_folder_make ("Places.csv",
                                            "Ref,Name,Kind,Parent\nP2,Weir Cottage,cottage,\nP1,Quillbrook,provider,P2\n"
                                            "P4,Mill House,location,P1\n", "Risks.csv",
                                            "Ref,Title,Impact,Scope\nR1,Renamed,9,P1\nR3,New,3,P4\nR4,Newer,3,P9\n",
                                            "Ratings.csv", "Risk,Date,Likelihood,Impact\nR1,2026-01-01,2,2\n"
                                                           "R4,2026-01-01,2,2\n", NULL);
  g_autoptr (TlImportPlan) plan = NULL;
  g_autofree char *text = NULL;

  import_folder (document, folder);
  plan = plan_folder (document, more);
  g_assert_null (tl_import_plan_get_change (plan, FALSE));
  test_store_apply (document, tl_import_plan_get_change (plan, TRUE));

  text = dump (document, FALSE);
  g_assert_nonnull (strstr (text, "Places P1 | Name=Quillbrook | Kind=provider\n"));
  g_assert_nonnull (strstr (text, "Places P2 | Name=Weir Cottage | Kind=location | Parent=P1\n"));
  g_assert_nonnull (strstr (text, "Places P4 | Name=Mill House | Kind=location | Parent=P1\n"));
  g_assert_nonnull (strstr (text, "Risks R1 | Title=Missed doses |"));
  g_assert_nonnull (strstr (text, "Risks R3 | Title=New | Impact=3 | Scope=P4\n"));
  g_assert_null (strstr (text, "R4"));
  g_assert_nonnull (strstr (text, "Ratings | Risk=R1 | Date=2026-01-01 | Likelihood=2 | Impact=2\n"));
  g_assert_cmpuint (tl_import_plan_get_n_dependent (plan), ==, 1);
  test_store_close (document);
  test_folder_remove (folder);
  test_folder_remove (more);
}

static void
test_keys_of_the_workbook (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  TlStore *document = test_store_new ("a");
  g_autofree char *folder = make_folder ();
  g_autofree char *text = NULL;

  import_folder (document, folder);
  test_folder_write (folder, "Workbook.csv", "Key,Value\nProvider,Mill Care\nToday,\nLatest window,6\n", -1);
  g_assert_cmpuint (import_folder (document, folder), >, 0);
  text = dump (document, FALSE);
  g_assert_true (g_str_has_prefix (text, "Workbook | Provider=Mill Care\nWorkbook | Latest window=6\nPlaces"));
  g_assert_cmpuint (import_folder (document, folder), ==, 0);
  test_store_close (document);
  test_folder_remove (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/cells-become-facts", test_cells_become_facts);
  g_test_add_func ("/import/second-import-changes-nothing", test_second_import_changes_nothing);
  g_test_add_func ("/import/two-desks-make-the-same-rows", test_two_desks_make_the_same_rows);
  g_test_add_func ("/import/corrections-by-ref", test_corrections_by_ref);
  g_test_add_func ("/import/corrections-by-key", test_corrections_by_key);
  g_test_add_func ("/import/refs-given-later", test_refs_given_later);
  g_test_add_func ("/import/rows-renamed-since", test_rows_renamed_since);
  g_test_add_func ("/import/new-rows-may-not-be-new", test_new_rows_may_not_be_new);
  g_test_add_func ("/import/rows-name-existing-ones", test_rows_name_existing_ones);
  g_test_add_func ("/import/accepting-good-rows", test_accepting_good_rows);
  g_test_add_func ("/import/keys-of-the-workbook", test_keys_of_the_workbook);
  return g_test_run ();
}
