/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-reader.h"

#include "test-workbook.h"

#include <string.h>

#define RECORDED G_GINT64_CONSTANT (1781006400000) /* 9 June 2026, noon */

TlAssessment *
reader_assess (const char *workbook)
{
  g_autoptr (TlSnapshot) snapshot = test_workbook_read (workbook, NULL);

  return tl_assessment_new (snapshot, READER_DAY);
}

GBytes *
reader_print (TlReport *report)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  tl_report_write_pdf (report, stream, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

/* On A4, of one risk or of all. */
GBytes *
reader_print_kind (TlAssessment *assessment,
                   TlReportKind  kind,
                   const char   *ref)
{
  g_autoptr (TlReport) report = tl_report_new (assessment, kind);
  TlPaper paper = tl_paper_a4 ();

  tl_report_set_paper (report, &paper);
  tl_report_set_history (report, READER_FINGERPRINT, RECORDED);
  if (ref != NULL)
    {
      const TlFacts *risk = tl_snapshot_find_ref (tl_assessment_get_snapshot (assessment), TL_TABLE_RISK, ref);

      g_assert_nonnull (risk);
      tl_report_set_risks (report, &risk->id, 1);
    }

  return reader_print (report);
}

/* What a screen reader would say, all spaces alike: in the order of the structure, however lines and columns stand. */
char *
reader_read_aloud (GBytes *pdf)
{
  g_autofree char *structure = pdf_structure (pdf);
  g_autoptr (GRegex) quoted = g_regex_new ("^\\s*\"(.*)\"$", G_REGEX_MULTILINE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  for (g_regex_match (quoted, structure, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *piece = g_match_info_fetch (match, 1);

      g_string_append_printf (text, "%s ", piece);
    }

  return text_flatten (text->str);
}

void
reader_assert_said (const char *text,
                    const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” isn't in:\n%s", part, text);
}
