/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-folder.h"
#include "tl-import-plan.h"
#include "tl-snapshot-builder.h"

#include <string.h>

/* What is wrong with what somebody wants to import, in the words that they will read. */

static TlSnapshot *
make_empty_workbook (void)
{
  TlId document = { { 1 } };
  g_autoptr (TlSnapshotBuilder) builder = tl_snapshot_builder_new (&document);

  return tl_snapshot_builder_end (builder);
}

static TlImportPlan *
plan_folder (const char *folder)
{
  g_autoptr (TlSnapshot) workbook = make_empty_workbook ();

  return tl_import_plan_new (workbook, test_folder_read (folder));
}

#define PLACES "Ref,Name,Kind,Parent\nP1,Quillbrook,provider,\nP2,Weir Cottage,location,P1\nP3,Nights,shift,P2\n" \
               "P4,Seniors,staff group,P1\n"
#define PEOPLE "Ref,Name,Role\nP1,Tomasz Wrona,Medicines lead\n"
#define RISKS "Ref,Title\nR1,Missed doses\nR2,Late calls\n"
#define MEASURES "Ref,Risk,Title,Kind,Direction,Period\nM1,R1,Doses signed,proportion,at least,monthly\n"

/* One sheet beside sound ones; the problems are expected in this order, one to a line. */
static void
assert_problems (const char *file_name,
                 const char *text,
                 const char *expected)
{
  g_autofree char *folder = test_folder_make ("Places.csv", PLACES, "People.csv", PEOPLE, "Risks.csv", RISKS,
                                                "Measures.csv", MEASURES, file_name, text, NULL);
  g_autoptr (TlImportPlan) plan = plan_folder (folder);
  g_autoptr (GString) said = g_string_new (NULL);

  for (guint i = 0; i < tl_import_plan_get_n_problems (plan); i++)
    {
      g_autofree char *line = tl_import_problem_to_text (tl_import_plan_get_problem (plan, i));

      g_string_append_printf (said, "%s%s", i > 0 ? "\n" : "", line);
    }
  g_assert_cmpstr (said->str, ==, expected);
  g_assert_true ((tl_import_plan_get_change (plan, FALSE) == NULL) == (*expected != '\0'));
  test_folder_remove (folder);
}

static void
test_numbers (void)
{
  assert_problems ("Risks.csv", "Ref,Title,Likelihood,Impact\nR1,a,six,5\nR2,b,6,0\nR3,c,2.5,1.0\nR4,d,-1,\nR5,e,1e0,4\n",
                   "Risks row 2, column \"Likelihood\": \"six\" is not a number from 1 to 5\n"
                   "Risks row 3, column \"Likelihood\": \"6\" is not a number from 1 to 5\n"
                   "Risks row 3, column \"Impact\": \"0\" is not a number from 1 to 5\n"
                   "Risks row 4, column \"Likelihood\": \"2.5\" is not a number from 1 to 5\n"
                   "Risks row 5, column \"Likelihood\": \"-1\" is not a number from 1 to 5");
  assert_problems ("Readings.csv",
                   "Measure,Date,Numerator,Denominator,Value\n"
                   "M1,2026-03-31,113,120,\n"
                   "M1,2026-03-31,,,94.2 %\n"
                   "M1,2026-03-31,\"1,234\",nan,0x10\n"
                   "M1,2026-03-31,95%,1e400,-.5\n"
                   "M1,2026-03-31,121,120,inf\n",
                   "Readings row 4, column \"Numerator\": \"1,234\" is not a number; write it without commas, and with a "
                   "point before decimals\n"
                   "Readings row 4, column \"Denominator\": \"nan\" is not a number\n"
                   "Readings row 4, column \"Value\": \"0x10\" is not a number\n"
                   "Readings row 5, column \"Numerator\": \"95%\" is not a number\n"
                   "Readings row 5, column \"Denominator\": \"1e400\" is not a number\n"
                   "Readings row 6, column \"Value\": \"inf\" is not a number");
}

static void
test_days (void)
{
  assert_problems ("Risks.csv",
                   "Ref,Title,Opened\nR1,a,2026-03-31\nR2,b,31/03/2026\nR3,c,1/3/2026\nR4,d,29/02/2024\n"
                   "R5,e,03/31/2026\nR6,f,2026-02-29\nR7,g,31/03/26\nR8,h,31 March 2026\nR9,i,0226-03-31\n",
                   "Risks row 6, column \"Opened\": \"03/31/2026\" is not a date; write it as 2026-03-31 or 31/03/2026\n"
                   "Risks row 7, column \"Opened\": \"2026-02-29\" is not a date; write it as 2026-03-31 or 31/03/2026\n"
                   "Risks row 8, column \"Opened\": \"31/03/26\" is not a date; write it as 2026-03-31 or 31/03/2026\n"
                   "Risks row 9, column \"Opened\": \"31 March 2026\" is not a date; write it as 2026-03-31 or "
                   "31/03/2026\n"
                   "Risks row 10, column \"Opened\": \"0226-03-31\" is not a date from 1900 to 2199");
  assert_problems ("Ownership.csv",
                   "Risk,Person,Part,From,Until\nR1,P1,accountable,2026-02-01,2026-01-31\n"
                   "R1,P1,supporting,2026-02-01,2026-02-01\n",
                   "Ownership row 2, column \"Until\": \"2026-01-31\" is before the date in \"From\"");
}

static void
test_words (void)
{
  assert_problems ("Risks.csv", "Ref,Title,Theme\nR1,a, MEDICINES \nR2,b,medicine\n",
                   "Risks row 3, column \"Theme\": \"medicine\" is not one of: medicines, safeguarding, care planning, "
                   "records, staffing, complaints, incidents, governance, other");
  assert_problems ("Evidence.csv", "Ref,Date,Source,Finding\nE1,2026-03-01,audits,x\nE2,2026-03-01,tarot,x\n",
                   "Evidence row 2, column \"Source\": \"audits\" is not a word of this column's list; the nearest is "
                   "\"audit\"\n"
                   "Evidence row 3, column \"Source\": \"tarot\" is not a word of this column's list");
}

static void
test_refs (void)
{
  assert_problems ("Ownership.csv",
                   "Risk,Person,Part,From\nR1,P1,accountable,2026-02-01\nR9,P9,accountable,2026-02-01\n",
                   "Ownership row 3, column \"Risk\": there is no risk \"R9\"\n"
                   "Ownership row 3, column \"Person\": there is no person \"P9\"");
  assert_problems ("Evidence.csv",
                   "Ref,Date,Source,Finding,Risks,Place\nE1,2026-03-01,audit,x,R1; R2;R1;,P2\n"
                   "E2,2026-03-01,audit,x,R1;R7;R8,R1\n",
                   "Evidence row 3, column \"Risks\": there is no risk \"R7\"\n"
                   "Evidence row 3, column \"Place\": there is no place \"R1\"");
  assert_problems ("Reviews.csv", "Ref,Date,Forum\nV1,2026-03-01,Board\n",
                   "Reviews row 2, column \"Forum\": there is no forum \"Board\"");
  assert_problems ("Risks.csv", "Ref,Title\nR1,a\n,b\nR1,c\nR2;R3,d\nR5,e\n",
                   "Risks row 3, column \"Ref\": there must be a value here\n"
                   "Risks row 4, column \"Ref\": \"R1\" is already in row 2\n"
                   "Risks row 5, column \"Ref\": \"R2;R3\" can't be a ref: it is one ref a row, without a semicolon");
  assert_problems ("Forums.csv", "Name\nBoard\nBOARD\n", "Forums row 3, column \"Name\": \"BOARD\" is already in row 2");
  assert_problems ("Ratings.csv", "Ref,Risk,Date,Likelihood,Impact\nX,R1,2026-01-01,1,1\nX,R1,2026-01-02,1,1\n",
                   "Ratings row 3, column \"Ref\": \"X\" is already in row 2");
}

static void
test_what_must_be_there (void)
{
  assert_problems ("Ratings.csv", "Risk,Date,Likelihood\nR1,2026-01-01,3\nR1,2026-02-01,4\n",
                   "Ratings: there is no column \"Impact\", which each new row needs");
  assert_problems ("Actions.csv", "Risk,Title\nR1,Buy a kettle\n", "Actions: there is no column \"Ref\"");
  assert_problems ("Actions.csv", "Ref,Risk,Title\nA1,R1,\n", "Actions row 2, column \"Title\": there must be a value here");
  assert_problems ("Actions.csv", "Ref,Risk,Title,Title\nA1,R1,a,b\n",
                   "Actions row 1, column \"Title\": this heading stands above more than one column");
  assert_problems ("Actions.csv", "Ref,Risk,Title\nA1,R1,Falls, at night\n",
                   "Actions row 2: cell 4 stands under no heading; is a text with a comma without quotation marks?");
  assert_problems ("Actions.csv", "Ref,Risk,Title\nA1,R1,bell \a rings\n",
                   "Actions row 2, column \"Title\": the text holds a character that can't be shown (U+0007)");
}

static void
test_places (void)
{
  assert_problems ("Places.csv", "Ref,Name,Kind,Parent\nP1,a,provider,P3\nP2,b,location,P1\nP3,c,team,P2\nP4,d,team,P4\n"
                                 "P5,e,team,P1\n",
                   "Places row 2, column \"Parent\": \"P3\" lies beneath this place, so it can't be above it too\n"
                   "Places row 3, column \"Parent\": \"P1\" lies beneath this place, so it can't be above it too\n"
                   "Places row 4, column \"Parent\": \"P2\" lies beneath this place, so it can't be above it too\n"
                   "Places row 5, column \"Parent\": \"P4\" lies beneath this place, so it can't be above it too");
  assert_problems ("Readings.csv", "Measure,Date,Place,Shift,Staff group,Value\nM1,2026-01-01,P2,P3,P4,90\n"
                                   "M1,2026-01-01,P2,P2,P3,90\n",
                   "Readings row 3, column \"Shift\": the place \"P2\" is not a shift\n"
                   "Readings row 3, column \"Staff group\": the place \"P3\" is not a staff group");
  assert_problems ("Links.csv", "Risk,Linked risk\nR1,R2\nR2,R2\n",
                   "Links row 3, column \"Linked risk\": \"R2\" is the same as in \"Risk\"");
}

static void
test_workbook_keys (void)
{
  assert_problems ("Workbook.csv",
                   "Value,key\nQuillbrook Care,provider\n09/06/2026,TODAY\nYes,Screen outliers\n4,Latest window\n", "");
  assert_problems ("Workbook.csv",
                   "Key,Value\nToday,tomorrow\nScreen outliers,perhaps\nLatest window,none\nLatest window,3\n,x\n",
                   "Workbook row 2, column \"Value\": \"tomorrow\" is not a date; write it as 2026-03-31 or 31/03/2026\n"
                   "Workbook row 3, column \"Value\": \"perhaps\" is not yes or no\n"
                   "Workbook row 4, column \"Value\": \"none\" is not a whole number from 1 to 104\n"
                   "Workbook row 5, column \"Key\": this key is there twice\n"
                   "Workbook row 6, column \"Key\": there must be a value here");
  assert_problems ("Workbook.csv", "Name,Value\nProvider,x\n",
                   "Workbook: there must be the columns \"Key\" and \"Value\"");
}

/* All sheets at once, in the order of the sheets whatever the order of the files; and what isn't ours is only noted. */
static void
test_everything_is_told (void)
{
  g_autofree char *folder = test_folder_make ("Risks.csv", "Ref,Title,Colour\nR1,,red\n", "Workbook.csv",
                                                "Key,Value\nToday,x\nMotto,y\n", "Places.csv", "Ref,Name,Kind\nP1,a,b\n",
                                                "Answers.csv", "Risk,State,Why\nR1,good,x\n", "Old.csv", "x", NULL);
  g_autoptr (TlImportPlan) plan = plan_folder (folder);
  static const char *sheets[] = { "Workbook", "Places", "Risks", "Answers" };

  g_assert_cmpuint (tl_import_plan_get_n_problems (plan), ==, G_N_ELEMENTS (sheets));
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    g_assert_cmpstr (tl_import_plan_get_problem (plan, i)->sheet, ==, sheets[i]);
  g_assert_cmpstr (tl_import_plan_get_problem (plan, 1)->column, ==, "Kind");
  g_assert_cmpstr (tl_import_plan_get_problem (plan, 1)->value, ==, "b");

  g_assert_cmpuint (tl_import_plan_get_n_notes (plan), ==, 3);
  g_assert_cmpstr (tl_import_plan_get_note (plan, 0), ==, "\"Old.csv\" isn't one of the sheets, and was left out");
  g_assert_cmpstr (tl_import_plan_get_note (plan, 1), ==,
                   "Risks: the column \"Colour\" isn't one of this sheet's, and was left out");
  g_assert_cmpstr (tl_import_plan_get_note (plan, 2), ==, "Workbook: the key \"Motto\" isn't known, and was left out");
  test_folder_remove (folder);
}

static TlImportCounts
count_sheet (TlImportPlan *plan,
             const char   *sheet)
{
  for (guint i = 0; i < tl_import_plan_get_n_sheets (); i++)
    {
      if (g_str_equal (tl_import_plan_get_sheet (i), sheet))
        return tl_import_plan_get_counts (plan, i);
    }
  g_assert_not_reached ();
}

/* A good row that names a bad one can't be imported without it, nor one that names that. */
static void
test_good_rows (void)
{
  g_autofree char *folder = test_folder_make ("Risks.csv", "Ref,Title,Impact\nR1,a,9\nR2,b,3\n", "Measures.csv",
                                                "Ref,Risk,Title,Kind,Direction,Period\n"
                                                "M1,R1,x,count,at most,weekly\nM2,R2,x,count,at most,weekly\n",
                                                "Readings.csv",
                                                "Measure,Date,Value\nM1,2026-01-01,1\nM2,2026-01-01,1\n", "Evidence.csv",
                                                "Ref,Date,Source,Finding,Risks\nE1,2026-01-01,audit,x,R2;R1\n"
                                                "E2,2026-01-01,audit,x,R2\n", NULL);
  g_autoptr (TlImportPlan) plan = plan_folder (folder);
  static const char *expected[] = {
    "Measures row 2, column \"Risk\": left out as well, because \"R1\" names a row that was left out",
    "Readings row 2, column \"Measure\": left out as well, because \"M1\" names a row that was left out",
    "Evidence row 2, column \"Risks\": left out as well, because \"R2;R1\" names a row that was left out",
  };
  TlImportCounts counts;

  g_assert_cmpuint (tl_import_plan_get_n_problems (plan), ==, 1);
  g_assert_null (tl_import_plan_get_change (plan, FALSE));
  g_assert_nonnull (tl_import_plan_get_change (plan, TRUE));
  g_assert_cmpuint (tl_import_plan_get_n_dependent (plan), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *said = tl_import_problem_to_text (tl_import_plan_get_dependent (plan, i));

      g_assert_cmpstr (said, ==, expected[i]);
    }
  counts = count_sheet (plan, "Evidence");
  g_assert_cmpuint (counts.added, ==, 1);
  g_assert_cmpuint (counts.left_out, ==, 1);
  counts = count_sheet (plan, "Risks");
  g_assert_cmpuint (counts.added, ==, 1);
  g_assert_cmpuint (counts.left_out, ==, 1);
  test_folder_remove (folder);
}

/* A sheet that can't be read at all isn't a row that could be left out. */
static void
test_broken_sheets_block (void)
{
  g_autofree char *folder = test_folder_make ("Risks.csv", RISKS, "People.csv", "Ref,Name\nP1,\"x", NULL);
  g_autoptr (TlImportPlan) plan = plan_folder (folder);

  g_assert_cmpuint (tl_import_plan_get_n_problems (plan), ==, 1);
  g_assert_null (tl_import_plan_get_change (plan, TRUE));
  test_folder_remove (folder);
}

/* Long chains of rows that depend on one another, and long runs of the same key, must not take quadratic time. */
static void
test_many_rows (void)
{
  const guint n = 100000;
  g_autoptr (GString) places = g_string_new ("Ref,Name,Kind,Parent\nP0,top,provdier,\n");
  g_autoptr (GString) risks = g_string_new (RISKS);
  g_autoptr (GString) readings = g_string_new ("Measure,Date,Value\n");
  g_autofree char *folder = NULL;
  g_autoptr (TlImportPlan) plan = NULL;
  TlImportCounts counts;

  for (guint i = 1; i < n; i++)
    {
      g_string_append_printf (places, "P%u,x,team,P%u\n", i, i - 1);
      g_string_append_printf (readings, "M1,2026-01-01,%u\n", i);
    }
  folder = test_folder_make ("Places.csv", places->str, "Risks.csv", risks->str, "Measures.csv", MEASURES,
                               "Readings.csv", readings->str, NULL);
  plan = plan_folder (folder);
  g_assert_cmpuint (tl_import_plan_get_n_problems (plan), ==, 1);
  g_assert_cmpuint (tl_import_plan_get_n_dependent (plan), ==, n - 1);
  counts = count_sheet (plan, "Readings");
  g_assert_cmpuint (counts.added, ==, n - 1);
  test_folder_remove (folder);
}

/* Nobody reads a million sentences, and they must not fill the memory. */
static void
test_many_problems (void)
{
  g_autoptr (GString) readings = g_string_new ("Measure,Date,Value\n");
  g_autofree char *folder = NULL;
  g_autoptr (TlImportPlan) plan = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append (readings, "M1,2026-01-01,x\n");
  folder = test_folder_make ("Risks.csv", RISKS, "Measures.csv", MEASURES, "Readings.csv", readings->str, NULL);
  plan = plan_folder (folder);
  g_assert_cmpuint (tl_import_plan_get_n_problems (plan), ==, 10000);
  g_assert_cmpuint (tl_import_plan_get_n_unlisted (plan), ==, 10000);
  test_folder_remove (folder);
}

/* A sheet that several threads check has its problems in the order of its rows, and each row's in that of its columns;
 * the rows that are good are as many as they would be one after the other. */
static void
test_many_rows_in_order (void)
{
  static const guint wrong[] = { 2, 3000, 4999, 5000, 5001, 7500, 9999, 10001 };
  g_autoptr (GString) text = g_string_new ("Measure,Date,Numerator,Denominator\n"), expected = g_string_new (NULL);
  g_autoptr (GString) said = g_string_new (NULL);
  g_autofree char *folder = NULL;
  g_autoptr (TlImportPlan) plan = NULL;

  for (guint row = 2, next = 0; row <= 10001; row++)
    {
      if (next == G_N_ELEMENTS (wrong) || row != wrong[next])
        {
          g_string_append (text, "M1,2026-03-31,113,120\n");
          continue;
        }
      next++;
      g_string_append_printf (text, "M%u,soon,113,120\n", row);
      g_string_append_printf (expected, "Readings row %u, column \"Measure\": there is no measure \"M%u\"\n"
                              "Readings row %u, column \"Date\": \"soon\" is not a date; write it as 2026-03-31 or "
                              "31/03/2026\n", row, row, row);
    }
  folder = test_folder_make ("Risks.csv", RISKS, "Measures.csv", MEASURES, "Readings.csv", text->str, NULL);
  plan = plan_folder (folder);
  for (guint i = 0; i < tl_import_plan_get_n_problems (plan); i++)
    {
      g_autofree char *line = tl_import_problem_to_text (tl_import_plan_get_problem (plan, i));

      g_string_append_printf (said, "%s\n", line);
    }
  g_assert_cmpstr (said->str, ==, expected->str);
  g_assert_cmpuint (count_sheet (plan, "Readings").added, ==, 10000 - G_N_ELEMENTS (wrong));
  g_assert_cmpuint (count_sheet (plan, "Readings").left_out, ==, G_N_ELEMENTS (wrong));
  test_folder_remove (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-problems/numbers", test_numbers);
  g_test_add_func ("/import-problems/days", test_days);
  g_test_add_func ("/import-problems/words", test_words);
  g_test_add_func ("/import-problems/refs", test_refs);
  g_test_add_func ("/import-problems/what-must-be-there", test_what_must_be_there);
  g_test_add_func ("/import-problems/places", test_places);
  g_test_add_func ("/import-problems/workbook-keys", test_workbook_keys);
  g_test_add_func ("/import-problems/everything-is-told", test_everything_is_told);
  g_test_add_func ("/import-problems/good-rows", test_good_rows);
  g_test_add_func ("/import-problems/broken-sheets-block", test_broken_sheets_block);
  g_test_add_func ("/import-problems/many-rows", test_many_rows);
  g_test_add_func ("/import-problems/many-problems", test_many_problems);
  g_test_add_func ("/import-problems/many-rows-in-order", test_many_rows_in_order);
  return g_test_run ();
}
