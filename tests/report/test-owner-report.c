/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The owner map on paper, as other programs read its PDF. */
#include "pdf-reader.h"
#include "test-workbook.h"
#include "tl-report.h"

#include <string.h>

#define PEOPLE "People\nRef | Name | Role | Until\n" \
  "P1 | Ann Archer | Registered manager |\nP2 | Ben <Baker> | Deputy manager |\nP3 | Cal Cooper | Night senior |\n" \
  "P4 | Dee Draper | Agency lead |\nP5 | Eve Ellis | Lead | 2026-03-01\n\n"
#define RISKS "Risks\nRef | Title | Likelihood | Impact | Opened\n" \
  "R1 | Medicine gaps | 4 | 5 | 2026-01-05\nR2 | Late concerns | 5 | 5 | 2026-01-05\n" \
  "R3 | Old plans | 2 | 3 | 2026-01-05\nR4 | Missed calls | 3 | 3 | 2026-01-05\n\n"
#define PARTS "Ownership\nRisk | Person | Part | Contribution | From\n" \
  "R1 | P1 | accountable | | 2026-01-05\nR1 | P3 | supporting | watches rounds | 2026-01-05\n" \
  "R1 | P2 | supporting | | 2026-01-05\nR3 | P5 | accountable | | 2026-01-05\nR4 | P1 | accountable | | 2026-01-05\n\n" \
  "Expected evidence\nRisk | Source | Every | Person | From\n" \
  "R1 | audit | monthly | P3 | 2026-01-05\nR3 | minutes | weekly | | 2026-01-05\nR4 | complaint | weekly | P1 | 2026-01-05\n\n" \
  "Actions\nRef | Risk | Title | Person | Agreed | Due\n" \
  "A1 | R1 | Watch two rounds | P4 | 2026-02-01 | 2026-05-01\n\n"

static GBytes *
print (TlAssessment  *assessment,
       const TlPaper *paper,
       const TlId    *risks,
       guint          n_risks)
{
  g_autoptr (TlReport) report = tl_report_new (assessment, TL_REPORT_KIND_OWNERS);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  tl_report_set_paper (report, paper);
  if (n_risks > 0)
    tl_report_set_risks (report, risks, n_risks);
  tl_report_write_pdf (report, stream, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static char *
read_page (GBytes *pdf,
           guint   page)
{
  g_autofree char *text = pdf_page_text (pdf, page);

  return text_flatten (text);
}

static TlAssessment *
assess (const char *text)
{
  g_autoptr (TlSnapshot) snapshot = test_workbook_read (text, NULL);

  return tl_assessment_new (snapshot, tl_day_new (2026, 4, 1));
}

/* What an inspector asks: who answers, who helps, what it rests on, and what is wrong, all in words. */
static void
test_small_map (void)
{
  g_autoptr (TlAssessment) assessment = assess (PEOPLE RISKS PARTS);
  TlPaper paper = tl_paper_a4 ();
  g_autoptr (GBytes) pdf = print (assessment, &paper, NULL, 0);
  g_autofree char *map = read_page (pdf, 0), *text = NULL, *flat = NULL, *structure = NULL, *info = NULL, *unpacked = NULL;

  info = pdf_info (pdf);
  text_assert_order (info, "Title:", "Owner map, 1 April 2026", "Page size:", "841.89 x 595.276", NULL);
  /* All of it is on the first page. */
  text_assert_order (map, "Who answers for what", "4 open risks, 1 that nobody answers for.", "Risks", "Accountable owner",
                     "Supporting roles", "Evidence sources", NULL);
  for (const char * const *word = (const char *[]) { "Late concerns", "Medicine gaps", "Old plans", "Missed calls", "No one",
                                                     "name one", "Ann Archer", "Eve Ellis", "has left", "Cal Cooper",
                                                     "contribution not said", "Dee Draper", "outside the map", "works on R1",
                                                     "No keeper named", "no one keeps it", "Audit", "Minutes", NULL };
       *word != NULL; word++)
    g_assert_nonnull (strstr (map, *word));

  text = pdf_text (pdf);
  flat = text_flatten (text);
  text_assert_order (flat, "What stands out", "Act: No one. Nobody answers for “Late concerns”.", "Act: Eve Ellis.",
                     "Watch: Ben <Baker>. Nothing says what Ben <Baker> contributes to “Medicine gaps”.",
                     "The same in words", "R2 Late concerns, rated 25, high. No one is accountable for this risk.", "No one answers for it.",
                     "R1 Medicine gaps", "Ann Archer answers for it (2 risks).",
                     "Cal Cooper, Night senior, supports it: watches rounds.", "Audit, monthly", NULL);
  g_assert_nonnull (strstr (flat, "Dee Draper, Agency lead has work to do on it, but no part in it."));
  g_assert_nonnull (strstr (flat, "Ben <Baker>, Deputy manager supports it; nothing says with what."));

  structure = pdf_structure (pdf);
  text_assert_order (structure, "H1", "Figure", "H2", "\"What stands out\"", "L ", "H2", "\"The same in words\"", "L ", "LI", "L ", "LI",
                     "L ", "LI", NULL);
  unpacked = pdf_unpacked (pdf);
  g_assert_cmpuint (text_count (unpacked, "/S /Figure"), ==, 1);
  g_assert_cmpuint (text_count (unpacked, "/Alt "), ==, 1);
  pdf_assert_grey (pdf);
  pdf_assert_marked (pdf);
  pdf_assert_sound (pdf);
}

/* On as many pages as it takes, with the headings of the columns on each; on larger paper on fewer. */
static void
test_large_map (void)
{
  g_autoptr (GString) text = g_string_new (PEOPLE "Risks\nRef | Title | Likelihood | Impact | Opened\n");
  g_autoptr (TlAssessment) assessment = NULL;
  TlPaper a4 = tl_paper_a4 (), a3 = tl_paper_new (841.89, 1190.55);
  g_autoptr (GBytes) pdf = NULL, large = NULL;
  g_autofree char *unpacked = NULL, *unpacked_large = NULL, *all = NULL;
  guint n_sheets;

  for (guint i = 1; i <= 60; i++)
    g_string_append_printf (text, "R%u | Risk-%u with a title that needs more than one line of the box | 3 | 4 | 2026-01-05\n", i, i);
  g_string_append (text, "\nOwnership\nRisk | Person | Part | From\n");
  for (guint i = 1; i <= 60; i++)
    g_string_append_printf (text, "R%u | P%u | accountable | 2026-01-05\nR%u | P3 | supporting | 2026-01-05\n", i, 1 + i % 2, i);
  assessment = assess (text->str);
  pdf = print (assessment, &a4, NULL, 0);
  unpacked = pdf_unpacked (pdf);
  n_sheets = text_count (unpacked, "/S /Figure");
  g_assert_cmpuint (n_sheets, >, 5);
  for (guint page = 0; page < n_sheets; page++)
    {
      g_autofree char *map = read_page (pdf, page);

      text_assert_order (map, "Risks", "Accountable owner", "Supporting roles", "Evidence sources", NULL);
      g_assert_nonnull (strstr (map, "on this page"));
    }
  all = pdf_text (pdf);
  for (guint i = 1; i <= 60; i++)
    {
      g_autofree char *name = g_strdup_printf ("Risk-%u ", i);

      /* In the map and in the list. */
      g_assert_cmpuint (text_count (all, name), >=, 2);
    }
  large = print (assessment, &a3, NULL, 0);
  unpacked_large = pdf_unpacked (large);
  g_assert_cmpuint (text_count (unpacked_large, "/S /Figure"), <, n_sheets);
  pdf_assert_sound (pdf);
}

/* A part of the map doesn't pass for the whole, and nobody seems to answer for less than they do. */
static void
test_chosen_risks (void)
{
  g_autoptr (TlAssessment) assessment = assess (PEOPLE RISKS PARTS);
  TlPaper paper = tl_paper_a4 ();
  const TlFacts *risk = tl_snapshot_find_ref (tl_assessment_get_snapshot (assessment), TL_TABLE_RISK, "R4");
  g_autoptr (GBytes) pdf = print (assessment, &paper, &risk->id, 1);
  g_autofree char *map = read_page (pdf, 0);

  text_assert_order (map, "1 open risk, and somebody answers for it. 3 other open risks aren’t shown.", "Missed calls", NULL);
  g_assert_null (strstr (map, "Medicine gaps"));
  g_assert_nonnull (strstr (map, "1 of 2 risks"));
}

static void
test_nothing (void)
{
  g_autoptr (TlAssessment) assessment = assess (PEOPLE);
  TlPaper paper = tl_paper_a4 ();
  g_autoptr (GBytes) pdf = print (assessment, &paper, NULL, 0);

  g_assert_cmpuint (pdf_n_pages (pdf), ==, 1);
  pdf_assert_sound (pdf);
}

/* In the list a risk stays with who answers and helps: no page begins in the middle of one. */
static void
test_list_breaks (void)
{
  g_autoptr (GString) text = g_string_new ("Workbook\nKey | Value\nProvider | Quillbrook Care\n\n" PEOPLE
                                           "Risks\nRef | Title | Likelihood | Impact | Opened\n");
  g_autoptr (TlAssessment) assessment = NULL;
  g_autoptr (TlReport) report = NULL;
  TlPaper a4 = tl_paper_a4 ();
  guint n_checked = 0;
  gboolean listed = FALSE;

  for (guint i = 1; i <= 24; i++)
    g_string_append_printf (text, "R%u | Title | 3 | 3 | 2026-01-05\n", i);
  g_string_append (text, "\nOwnership\nRisk | Person | Part | From\n");
  for (guint i = 1; i <= 24; i++)
    g_string_append_printf (text, "R%1$u | P1 | accountable | 2026-01-05\nR%1$u | P2 | supporting | 2026-01-05\n"
                            "R%1$u | P3 | supporting | 2026-01-05\nR%1$u | P4 | supporting | 2026-01-05\n", i);
  assessment = assess (text->str);
  report = tl_report_new (assessment, TL_REPORT_KIND_OWNERS);
  tl_report_set_paper (report, &a4);
  g_assert_true (tl_report_paginate (report, NULL, NULL));
  for (guint page = 0; page < tl_report_get_n_pages (report); page++)
    {
      g_autofree char *words = tl_report_read_page (report, page);

      if (listed)
        {
          if (!g_str_has_prefix (words, "•\nR"))
            g_error ("Page %u begins with %.60s", page + 1, words);
          n_checked++;
        }
      listed = listed || strstr (words, "The same in words") != NULL;
    }
  g_assert_cmpuint (n_checked, >=, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/owner-report/small", test_small_map);
  g_test_add_func ("/owner-report/large", test_large_map);
  g_test_add_func ("/owner-report/chosen", test_chosen_risks);
  g_test_add_func ("/owner-report/nothing", test_nothing);
  g_test_add_func ("/owner-report/list-breaks", test_list_breaks);

  return g_test_run ();
}
