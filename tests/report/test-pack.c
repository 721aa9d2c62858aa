/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of an evidence pack beside the summaries. */
#include "report-reader.h"
#include "tl-progress.h"

#include <string.h>

static const char *workbook =
  "Workbook\nKey | Value\nProvider | Quillbrook Care\n\n"
  "Places\nRef | Name | Kind\nTAN | Tansy House | location\nDAM | Damson Row | location\n\n"
  "People\nRef | Name | Role\nP1 | Tomasz Wrona | Medicines lead\nP3 | Joan Ferriby | Nominated individual\n\n"
  "Forums\nName | Level\nProvider oversight | provider\nQuality meeting | service\n\n"
  "Risks\nRef | Title | Baseline issue | Opened | Scope\n"
  "R1 | Medicines record gaps | Gaps. | 2025-11-01 | TAN; DAM\n"
  "R2 | Late calls | Late. | 2025-11-01 | TAN\n"
  "R3 | Found last week | New. | 2026-06-02 | TAN\n\n"
  "Ownership\nRisk | Person | Part | From | Until\nR1 | P1 | accountable | 2026-05-20 | \n"
  "R2 | P1 | accountable | 2025-12-01 | 2026-05-25\n\n"
  "Measures\n"
  "Ref | Risk | Title | Kind | Unit | Direction | Target | Period | Hold for | Role | Defined\n"
  "M1 | R1 | Entries complete | proportion | entries | at least | 95 | monthly | 3 | primary | 2025-11-20\n\n"
  "Readings\nMeasure | Date | Place | Numerator | Denominator\n"
  "M1 | 2026-05-31 | TAN | 99 | 100\nM1 | 2026-05-31 | DAM | 70 | 100\n\n"
  "Reviews\nRef | Date | Forum | Chair\n"
  "V1 | 2026-05-12 | Provider oversight | P3\nV2 | 2026-05-26 | Quality meeting | P1\n"
  "V3 | 2026-06-20 | Provider oversight | P3\nV0 | 2026-04-01 | Provider oversight | P3\n\n"
  "Challenges\nReview | Risk | Question | By | Due | Answer | Answered | Satisfied\n"
  "V1 | R1 | Who reads the charts? | P3 | 2026-06-01 | | | \n"
  "V1 | R1 | Is it safe now? | P3 | 2026-06-30 | Yes it is. | 2026-05-20 | no\n"
  "V2 | R2 | Why so late? | P3 | 2026-06-30 | Traffic. | 2026-05-27 | yes\n"
  "V3 | R1 | Asked in the future? | P3 | | | | \n\n"
  "Decisions\nReview | Risk | Decision | Reason | By\n"
  "V1 | R1 | change | Show Damson Row on its own. | P3\n"
  "V2 | R2 | escalate | Too late. | P1\n"
  "V0 | R1 | continue | An old decision. | P3\n"
  "V3 | R1 | continue | A later decision. | P3\n";

static char *
read_part (const char *text,
           const char *from,
           const char *to)
{
  /* The contents name the parts first. */
  const char *start = strstr (strstr (text, from) + 1, from);
  const char *end = start != NULL ? strstr (start + strlen (from), to) : NULL;

  g_assert_nonnull (start);
  g_assert_nonnull (end);
  return g_strndup (start, (gsize) (end - start));
}

static char *
read_pack (void)
{
  g_autoptr (TlAssessment) assessment = reader_assess (workbook);
  g_autoptr (GBytes) pdf = reader_print_kind (assessment, TL_REPORT_KIND_PACK, NULL);

  pdf_assert_sound (pdf);
  return reader_read_aloud (pdf);
}

static void
test_since (void)
{
  g_autofree char *text = read_pack ();
  g_autofree char *part = read_part (text, "What changed since 12 May 2026", "What was wrong");

  text_assert_order (part, "Provider oversight, 12 May 2026", "R2 Late calls", "weaker", "Owned, ", " to missing",
                     "R3 Found last week", "new", "R1 Medicines record gaps", "stronger", "Owned, missing to ", NULL);
}

static void
test_open (void)
{
  g_autofree char *text = read_pack ();
  g_autofree char *part = read_part (text, "Open challenges, and what became of decisions", "Every link of every risk");

  text_assert_order (part, "Open challenges", "R1 Medicines record gaps", "“Who reads the charts?” (Joan Ferriby, 12 May)",
                     "not answered, was due 1 Jun", "“Is it safe now?” (Joan Ferriby, 12 May)", "answered, not satisfied",
                     "What became of decisions", "R2 Late calls", "Escalate, 26 May", "Too late.",
                     "R1 Medicines record gaps", "Change, 12 May", "Show Damson Row on its own.", NULL);
  g_assert_null (strstr (part, "Why so late?"));
  g_assert_null (strstr (part, "future"));
  g_assert_null (strstr (part, "An old decision"));
  g_assert_null (strstr (part, "A later decision"));
}

static void
test_places (void)
{
  g_autofree char *text = read_pack ();
  g_autofree char *part = read_part (text, "Places side by side", "Open challenges");

  text_assert_order (part, "by location", "Damson Row", "70.0", "Tansy House", "99.0", NULL);
}

/* Every row says of which risk it is, since a page may begin with any of them. */
static void
test_not_proven (void)
{
  g_autofree char *text = read_pack ();
  const char *part = strstr (text, "Every link of every risk in this pack");

  g_assert_nonnull (part);
  text_assert_order (part, "R1 Owned, ", "R1 Defined, ", "R1 Acted, ", "R2 Owned, ", "R2 Defined, ", NULL);
}

/* Contents lead to every part, and the pack is made for the review that was chosen. */
static void
test_for_a_review (void)
{
  g_autoptr (TlAssessment) assessment = reader_assess (workbook);
  g_autoptr (TlReport) report = tl_report_new (assessment, TL_REPORT_KIND_PACK);
  const TlFacts *review = tl_snapshot_find_ref (tl_assessment_get_snapshot (assessment), TL_TABLE_REVIEW, "V3");
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL, *unpacked = NULL, *title = NULL, *name = NULL;

  tl_report_set_review (report, &review->id);
  pdf = reader_print (report);
  text = reader_read_aloud (pdf);
  unpacked = pdf_unpacked (pdf);
  title = tl_report_get_title (report);
  name = tl_report_get_file_name (report);
  g_assert_cmpstr (title, ==, "Evidence pack, Provider oversight, 20 June 2026");
  g_assert_cmpstr (name, ==, "Evidence pack 2026-06-20.pdf");
  text_assert_order (text, "Evidence pack", "Provider oversight, 20 June 2026", "Chair: Joan Ferriby, Nominated individual.",
                     "In this pack", "What changed since 12 May 2026", "R1 Medicines record gaps", "Places side by side",
                     "Open challenges, and what became of decisions", "What is not proven", NULL);
  g_assert_cmpuint (text_count (unpacked, "/Subtype /Link"), ==, 7);
}

/* Whoever waits is told how far it is until the last byte is written. */
static void
test_progress (void)
{
  g_autoptr (TlAssessment) assessment = reader_assess (workbook);
  g_autoptr (TlReport) report = tl_report_new (assessment, TL_REPORT_KIND_PACK);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (TlProgress) progress = tl_progress_new (NULL, NULL);
  g_autoptr (GError) error = NULL;

  tl_report_write_pdf (report, stream, G_CANCELLABLE (progress), &error);
  g_assert_no_error (error);
  g_assert_cmpint (tl_progress_get_stage (progress), ==, TL_PROGRESS_STAGE_FINISHING);
  g_assert_cmpfloat (tl_progress_get_fraction (progress), >=, 0.99);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pack/since", test_since);
  g_test_add_func ("/pack/open", test_open);
  g_test_add_func ("/pack/places", test_places);
  g_test_add_func ("/pack/not-proven", test_not_proven);
  g_test_add_func ("/pack/progress", test_progress);
  g_test_add_func ("/pack/for-a-review", test_for_a_review);

  return g_test_run ();
}
