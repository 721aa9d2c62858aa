/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reports of workbooks whose words are hard to set: endless, many, in any script, or none at all. */
#include "report-reader.h"

#include <string.h>

#define LONG "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"
#define SCRIPTS "Zażółć Ωμέγα Река نهر נהר"

/* Lines of one cell, more than a page holds beside the others. */
static char *
make_lines (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 1; i <= 40; i++)
    g_string_append_printf (text, "%srow %u: so many of so many", i > 1 ? "\n" : "", i);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static TlAssessment *
assess (const char *name,
        const char *words)
{
  g_autofree char *workbook =
    g_strdup_printf ("Workbook\nKey | Value\nProvider | %1$s\n\n"
                     "Places\nRef | Name | Kind\nTAN | %1$s | location\nDAM | Damson Row | location\n\n"
                     "People\nRef | Name | Role\nP1 | %1$s | %1$s\n\n"
                     "Forums\nName | Level\n%1$s | provider\n\n"
                     "Risks\nRef | Title | Baseline issue | Intended outcome | Opened | Scope | Regulated activity\n"
                     "R1 | %1$s | X | X | 2025-11-01 | TAN; DAM | %1$s\nR2 | | | | | | \n\n"
                     "Ownership\nRisk | Person | Part | From\nR1 | P1 | accountable | 2025-12-03\n\n"
                     "Measures\nRef | Risk | Title | Kind | Unit | Direction | Target | Period | Role\n"
                     "M1 | R1 | %1$s | proportion | %1$s | at least | 95 | monthly | primary\n\n"
                     "Readings\nMeasure | Date | Place | Numerator | Denominator\nM1 | 2026-05-31 | TAN | 99 | 100\n"
                     "M1 | 2026-05-31 | DAM | 70 | 100\n\n"
                     "Actions\nRef | Risk | Title | Expected result | Person | Agreed | Due\n"
                     "A1 | R1 | X | X | P1 | 2025-12-08 | 2026-02-22\n\n"
                     "Evidence\nRef | Date | Source | Finding | Kind | Verdict | Risks\n"
                     "E1 | 2026-05-02 | observation | X | outcome | contradicts | R1\n\n"
                     "Reviews\nRef | Date | Forum | Chair\nV1 | 2026-05-12 | %1$s | P1\n\n"
                     "Challenges\nReview | Risk | Question | By\nV1 | R1 | X | P1\n\n"
                     "Decisions\nReview | Risk | Decision | Reason | By\nV1 | R1 | change | X | P1\n", name);
  g_autoptr (TlAssessment) assessment = NULL;
  TlSnapshot *snapshot = NULL;
  TlRiskFacts *risk = NULL;

  assessment = reader_assess (workbook);
  snapshot = tl_assessment_get_snapshot (assessment);
  /* Nobody else has it yet, and a line of the text above can't hold lines. */
  risk = (TlRiskFacts *) tl_snapshot_find_ref (snapshot, TL_TABLE_RISK, "R1");
  risk->baseline_issue = risk->intended_outcome = words;
  ((TlActionFacts *) tl_snapshot_find_ref (snapshot, TL_TABLE_ACTION, "A1"))->title = words;
  ((TlEvidenceFacts *) tl_snapshot_find_ref (snapshot, TL_TABLE_EVIDENCE, "E1"))->finding = words;
  ((TlChallengeFacts *) risk->challenges.rows[0])->question = words;
  ((TlDecisionFacts *) risk->decisions.rows[0])->reason = words;

  return g_steal_pointer (&assessment);
}

/* Nothing is drawn beyond the sheet's margins. */
static void
assert_within (TlReport *report)
{
  TlPaper sheet = tl_report_get_sheet (report);

  g_assert_true (tl_report_paginate (report, NULL, NULL));
  for (guint page = 0; page < tl_report_get_n_pages (report); page++)
    {
      cairo_rectangle_t area = { -500.0, -500.0, 2500.0, 2500.0 };
      cairo_surface_t *recording = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &area);
      cairo_t *cr = cairo_create (recording);
      double x, y, width, height;

      tl_report_draw_page (report, cr, page);
      cairo_destroy (cr);
      cairo_recording_surface_ink_extents (recording, &x, &y, &width, &height);
      cairo_surface_destroy (recording);
      g_assert_cmpfloat (x, >=, sheet.left - 1.5);
      g_assert_cmpfloat (x + width, <=, sheet.width - sheet.right + 1.5);
      g_assert_cmpfloat (y, >=, sheet.top - 1.5);
      g_assert_cmpfloat (y + height, <=, sheet.height - sheet.bottom + 1.5);
    }
}

static char *
print_kind (TlAssessment *assessment,
            TlReportKind  kind)
{
  g_autoptr (TlReport) report = tl_report_new (assessment, kind);
  TlPaper paper = tl_paper_a4 ();
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *fonts = NULL;

  tl_report_set_paper (report, &paper);
  tl_report_set_history (report, READER_FINGERPRINT, 0);
  pdf = reader_print (report);
  assert_within (report);
  pdf_assert_sound (pdf);
  fonts = pdf_fonts (pdf);
  /* Columns of pdffonts: emb sub uni. */
  g_assert_nonnull (strstr (fonts, "yes"));
  g_assert_null (strstr (fonts, " no  no"));

  return pdf_text (pdf);
}

/* Without the spaces and line ends at which a word that is too long must break. */
static char *
squeeze (const char *text)
{
  g_autoptr (GRegex) space = g_regex_new ("\\s+", 0, 0, NULL);

  return g_regex_replace_literal (space, text, -1, 0, "", 0, NULL);
}

static void
test_long_words (void)
{
  g_autoptr (TlAssessment) assessment = assess (LONG, LONG LONG LONG);

  for (int kind = 0; kind < TL_N_REPORT_KINDS; kind++)
    {
      g_autofree char *text = print_kind (assessment, (TlReportKind) kind);
      g_autofree char *squeezed = squeeze (text);

      g_assert_nonnull (strstr (squeezed, "Llanfair"));
    }
}

/* A cell higher than a page goes on over the next ones, and each of its lines is there once at least. */
static void
test_many_rows (void)
{
  g_autofree char *lines = make_lines ();
  g_autoptr (TlAssessment) assessment = assess ("Tansy House", lines);
  static const TlReportKind kinds[] = { TL_REPORT_KIND_EVIDENCE, TL_REPORT_KIND_PACK, TL_REPORT_KIND_ACTION_PLAN };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *text = print_kind (assessment, kinds[i]);

      for (guint row = 1; row <= 40; row++)
        {
          g_autofree char *said = g_strdup_printf ("row %u:", row);

          reader_assert_said (text, said);
        }
    }
}

/* Letters that the report's own typeface lacks come from another one, which goes into the file, too. */
static void
test_scripts (void)
{
  g_autoptr (TlAssessment) assessment = assess (SCRIPTS, SCRIPTS);
  g_autofree char *text = print_kind (assessment, TL_REPORT_KIND_EVIDENCE);
  g_autoptr (GBytes) pdf = reader_print_kind (assessment, TL_REPORT_KIND_EVIDENCE, NULL);
  g_autofree char *fonts = pdf_fonts (pdf);

  reader_assert_said (text, "Zażółć Ωμέγα Река");
  reader_assert_said (text, "نهر");
  reader_assert_said (text, "נהר");
  g_assert_nonnull (strstr (fonts, "DejaVu"));
  g_assert_nonnull (strstr (fonts, "Inter"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/hard-words/long", test_long_words);
  g_test_add_func ("/hard-words/many-rows", test_many_rows);
  g_test_add_func ("/hard-words/scripts", test_scripts);

  return g_test_run ();
}
