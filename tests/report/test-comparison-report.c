/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The location comparison on paper, as other programs read its PDF. */
#include "pdf-reader.h"
#include "test-measure.h"
#include "test-workbook.h"
#include "tl-report.h"

#include <string.h>

#define MEASURE "Kind | Direction | Period | Target\nproportion | at least | monthly | 90"
#define PLACES "Places\nRef | Name | Kind | Parent\nP | Provider | provider |\n" \
  "L1 | Ash | location | P\nL2 | Beech | location | P\nL3 | Cedar | location | P\nL4 | Damson | location | P\n" \
  "L5 | Elder | location | P\nL6 | Fir | location | P\n\n"
#define READINGS "Readings\nMeasure | Date | Place | Numerator | Denominator\n"
#define WORKED "M1 | 2026-03-02 | L1 | 118 | 120\nM1 | 2026-03-02 | L2 | 97 | 100\nM1 | 2026-03-02 | L3 | 78 | 80\n" \
  "M1 | 2026-03-02 | L4 | 57 | 60\nM1 | 2026-03-02 | L5 | 30 | 40\n"
#define BEFORE "M1 | 2025-12-02 | L1 | 118 | 120\nM1 | 2025-12-02 | L5 | 20 | 40\n" \
  "M1 | 2026-01-02 | L1 | 118 | 120\nM1 | 2026-01-02 | L5 | 20 | 40\n" \
  "M1 | 2026-02-02 | L1 | 118 | 120\nM1 | 2026-02-02 | L5 | 20 | 40\n" \
  "M1 | 2025-11-02 | L1 | 118 | 120\nM1 | 2025-11-02 | L5 | 10 | 40\n"
#define WORK "Causes\nRisk | Place | Cause | Detail | Date\nR1 | L5 | handover | Nobody reads the chart <aloud> | 2026-03-10\n\n" \
  "Learning\nRef | Date | Risk | From place | Text\nK1 | 2026-02-01 | R1 | L1 | Check at handover\n\n" \
  "Learning reach\nLearning | Place | Taken up\nK1 | L5 | \n\n"

static GBytes *
print (const TestMeasure        *test,
       const TlComparisonPeriod *period)
{
  g_autoptr (TlReport) report = tl_report_new (test->assessment, TL_REPORT_KIND_COMPARISON);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  TlPaper paper = tl_paper_a4 ();

  tl_report_set_paper (report, &paper);
  if (period != NULL)
    tl_report_set_period (report, period);
  tl_report_write_pdf (report, stream, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static char *
read_text (GBytes *pdf)
{
  g_autofree char *text = pdf_text (pdf);

  return text_flatten (text);
}

/* The worked example: 95.0 % for all together, 75.0 % for one of them. */
static void
test_worked_example (void)
{
  g_auto (TestMeasure) test = { NULL };
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;
  g_autofree char *structure = NULL;
  g_autofree char *unpacked = NULL;

  test_measure_init (&test, "2026-04-01", MEASURE, PLACES WORK READINGS WORKED);
  pdf = print (&test, NULL);
  text = read_text (pdf);
  text_assert_order (text, "Location comparison", "Where weakness gathers, by location", "Elder", "weak 75.0 %", "30 of 40",
                     "59.8 to 85.8", "What else gathers there",
                     "Records complete by location", "Latest window: 1 Mar to 31 Mar, 1 month", "Target at least 90 %",
                     "All together meet the target with 95.0 %, which hides a weak place: Elder (75.0 %, 30 of 40).",
                     "All places", "380 of 400", "95.0", "92.4 to 96.7", "hides 1 weak",
                     "Elder", "30 of 40", "75.0", "59.8 to 85.8", "weak", "Damson", "57 of 60", "Fir", "unsampled",
                     "Sums of records", "Elder: Nobody reads the chart <aloud>.", "Nothing is under way here to close the gap",
                     "Fir: There are no records to judge it by; with 10 it can be compared.",
                     "Learning from Ash", "Check at handover. Not taken up yet, after more than 31 days, by Elder.",
                     "Could it be chance?", "Does the gap close?", "23 points", NULL);
  structure = pdf_structure (pdf);
  text_assert_order (structure, "H1", "\"Location comparison\"", "H2", "\"Where weakness gathers, by location\"", "Table", "TH",
                     "H2", "\"Records complete by location\"", "Table", "Figure", NULL);
  unpacked = pdf_unpacked (pdf);
  g_assert_nonnull (strstr (unpacked, "/Title (Records complete by location)"));
  g_assert_cmpuint (text_count (unpacked, "/S /Figure"), ==, text_count (unpacked, "/Alt "));
  pdf_assert_grey (pdf);
  pdf_assert_marked (pdf);
  pdf_assert_sound (pdf);
}

static void
test_quarter_and_gap (void)
{
  g_auto (TestMeasure) test = { NULL };
  TlComparisonPeriod quarter = { TL_SPAN_QUARTER, test_day ("2025-10-01"), NULL };
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;
  g_autofree char *structure = NULL;

  test_measure_init (&test, "2026-04-01", MEASURE, PLACES READINGS WORKED BEFORE);
  pdf = print (&test, &quarter);
  text = read_text (pdf);
  text_assert_order (text, "Records complete by location", "Oct to Dec 2025: 1 Nov to 31 Dec, 2 months",
                     "Elder", "30 of 80", "37.5", "Does the gap close?",
                     "To 31 Mar 2026: 40 points, 95 % interval 31 to 49, between Ash (98.3 %, 354 of 360) and Elder (58.3 %, 70 of 120).", NULL);
  structure = pdf_structure (pdf);
  text_assert_order (structure, "\"Does the gap close?\"", "Figure", NULL);
}

/* Of many places those that lag aren't lost among the others, and none is missing where it is compared. */
static void
test_many_places (void)
{
  g_auto (TestMeasure) test = { NULL };
  g_autoptr (GString) text = g_string_new ("Places\nRef | Name | Kind\n");
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *said = NULL;

  for (guint i = 1; i <= 50; i++)
    g_string_append_printf (text, "L%u | House-%u | location\n", i, i);
  g_string_append (text, "\n" READINGS);
  for (guint i = 1; i <= 50; i++)
    g_string_append_printf (text, "M1 | 2026-03-02 | L%u | %u | 100\n", i, i == 37 ? 40 : 96);
  test_measure_init (&test, "2026-04-01", MEASURE, text->str);
  pdf = print (&test, NULL);
  said = read_text (pdf);
  text_assert_order (said, "Of 50 places only those are shown here", "House-37", "What else gathers there", "House-37",
                     "Records complete by location", "hides a weak place: House-37 (40.0 %, 40 of 100)", "The limits allow for", NULL);
  g_assert_cmpuint (text_count (said, "House-37"), >=, 5);
  for (guint i = 1; i <= 50; i++)
    {
      g_autofree char *name = g_strdup_printf ("House-%u ", i);

      g_assert_cmpuint (text_count (said, name), >=, 1);
    }
}

static void
test_nothing_to_compare (void)
{
  g_auto (TestMeasure) test = { NULL };
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  test_measure_init (&test, "2026-04-01", MEASURE, "Readings\nMeasure | Date | Numerator | Denominator\nM1 | 2026-03-02 | 9 | 10\n");
  pdf = print (&test, NULL);
  text = read_text (pdf);
  text_assert_order (text, "No measure of these risks names a place, so there is nothing to compare.", NULL);
  pdf_assert_sound (pdf);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/comparison-report/worked-example", test_worked_example);
  g_test_add_func ("/comparison-report/quarter-and-gap", test_quarter_and_gap);
  g_test_add_func ("/comparison-report/many-places", test_many_places);
  g_test_add_func ("/comparison-report/nothing-to-compare", test_nothing_to_compare);

  return g_test_run ();
}
