/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Evidence summaries and packs, as other programs read their PDFs. */
#include "pdf-reader.h"
#include "test-workbook.h"
#include "tl-report.h"

#include <locale.h>
#include <math.h>
#include <string.h>

#define AS_AT (tl_day_new (2026, 6, 9))
#define RECORDED G_GINT64_CONSTANT (1781006400000) /* 9 June 2026, noon */
#define FINGERPRINT "7F3A 91C2 QBE4 D5A7 MNOP"

static const char *questions[] = {
  "What was wrong", "Who answers for it", "What better would look like", "What was done", "What changed",
  "Is it the same everywhere", "Has it lasted", "Who challenged and what was decided",
  "What is still watched, and how slipping would be noticed", "What is not proven",
};

static const char *workbook =
  "Workbook\n"
  "Key | Value\n"
  "Provider | Quillbrook Care\n"
  "Framework | Single assessment framework, 2023\n"
  "\n"
  "Places\n"
  "Ref | Name | Kind\n"
  "TAN | Tansy House | location\n"
  "DAM | Damson Row | location\n"
  "\n"
  "People\n"
  "Ref | Name | Role\n"
  "P1 | Tomasz Wrona | Medicines lead\n"
  "P2 | Samir Tolland | Night senior\n"
  "P3 | Joan Ferriby | Nominated individual\n"
  "\n"
  "Forums\n"
  "Name | Level\n"
  "Provider oversight | provider\n"
  "\n"
  "Risks\n"
  "Ref | Title | Theme | Origin | Origin reference | Baseline issue | Root cause | Immediate control | Corrective action | Intended outcome | Likelihood | Impact | Scope | Opened | Forum\n"
  "R1 | Medicines record gaps | medicines | inspection | Inspection of 14 October 2025 | 12 in every 100 entries had no signature. | Told, not written. | Two people sign. | One lead. | Every medicine given as prescribed. | 4 | 5 | TAN; DAM | 2025-11-01 | Provider oversight\n"
  "R2 | Concerns <b>not</b> escalated & lost | safeguarding | complaint | | Five of twelve never reached the log. | | | | | 3 | 3 | TAN | 2025-11-01 | \n"
  "R3 | Nothing filled in | | | | | | | | | | | | | \n"
  "R4 | Closed long ago | records | audit | Audit 3 | Pages were missing. | Loose sheets. | Count them. | Bind them. | Nothing missing. | 1 | 2 | TAN | 2024-01-01 | \n"
  "R5 | Two who answer | records | audit | Audit 4 | Names were missing. | Haste. | Ask. | Teach. | All named. | 2 | 4 | TAN | 2026-01-01 | \n"
  "\n"
  "Ownership\n"
  "Risk | Person | Part | Contribution | From | Until\n"
  "R1 | P1 | accountable | | 2025-12-03 | \n"
  "R1 | P3 | accountable | | 2025-11-01 | 2025-12-03\n"
  "R1 | P2 | supporting | Observes rounds | 2025-12-03 | \n"
  "R5 | P1 | accountable | | 2026-01-01 | \n"
  "R5 | P3 | accountable | | 2026-01-01 | \n"
  "\n"
  "Measures\n"
  "Ref | Risk | Title | Kind | Unit | Direction | Target | Target date | Baseline | Baseline numerator | Baseline denominator | Baseline date | Period | Hold for | Role | Defined\n"
  "M1 | R1 | Entries complete | proportion | entries | at least | 95 | 2026-06-30 | 88 | 176 | 200 | 2025-11-20 | monthly | 3 | primary | 2025-11-20\n"
  "M2 | R1 | Repeat gaps | count | gaps | at most | 8 | | 21 | 21 | | 2025-09-30 | monthly | 3 | recurrence | 2025-11-20\n"
  "\n"
  "Readings\n"
  "Measure | Date | Place | Numerator | Denominator\n"
  "M1 | 2026-03-31 | TAN | 99 | 100\n"
  "M1 | 2026-03-31 | DAM | 70 | 100\n"
  "M1 | 2026-04-30 | TAN | 980 | 1000\n"
  "M1 | 2026-04-30 | DAM | 72 | 100\n"
  "M1 | 2026-05-31 | TAN | 990 | 1000\n"
  "M1 | 2026-05-31 | DAM | 75 | 100\n"
  "\n"
  "Actions\n"
  "Ref | Risk | Title | Person | Place | Agreed | Due | Done\n"
  "A1 | R1 | One lead for all work | P1 | | 2025-12-08 | 2025-12-22 | 2025-12-22\n"
  "A2 | R1 | Observe two rounds | P2 | DAM | 2026-01-10 | 2026-05-31 | \n"
  "A3 | R1 | Sheets checked daily | | | 2026-01-10 | | \n"
  "\n"
  "Evidence\n"
  "Ref | Date | Source | Finding | Kind | Verdict | Risks | Actions | Place\n"
  "E1 | 2026-03-02 | observation | Both rounds were calm. | outcome | supports | R1 | A1 | TAN\n"
  "E2 | 2026-05-05 | feedback from relatives | Her tablets came an hour late. | outcome | contradicts | R1 | | DAM\n"
  "E3 | 2026-05-20 | minutes | The plan was read out. | activity | | R1 | | \n"
  "E4 | 2026-06-20 | complaint | This has not happened yet. | outcome | contradicts | R1 | | DAM\n"
  "\n"
  "Expected evidence\n"
  "Risk | Source | Every | Person | Recorded in | From\n"
  "R1 | observation | monthly | P2 | competency file | 2025-12-01\n"
  "\n"
  "Reviews\n"
  "Ref | Date | Forum | Level | Chair\n"
  "V1 | 2026-05-12 | Provider oversight | provider | P3\n"
  "V2 | 2024-12-01 | Provider oversight | provider | P3\n"
  "V3 | 2026-06-20 | Provider oversight | provider | P3\n"
  "\n"
  "Challenges\n"
  "Review | Risk | Question | By | Due | Answer | Answered | Satisfied\n"
  "V1 | R1 | Who reads the charts? | P3 | 2026-06-01 | The senior does. | 2026-06-15 | yes\n"
  "\n"
  "Decisions\n"
  "Review | Risk | Decision | Reason | By\n"
  "V1 | R1 | change | Show Damson Row on its own. | P3\n"
  "V2 | R4 | close | Nothing missing for a year. | P3\n"
  "V3 | R1 | continue | Decided later than today. | P3\n"
  "\n"
  "Warning signs\n"
  "Ref | Risk | Sign | Times | Within days | Response\n"
  "S1 | R1 | The same gap twice | 2 | 31 | The lead rings the place.\n"
  "\n"
  "Observed signs\n"
  "Sign | Date | Place\n"
  "S1 | 2026-06-01 | DAM\n"
  "\n"
  "Causes\n"
  "Risk | Place | Cause | Detail | Date\n"
  "R1 | DAM | agency use | Four rounds in seven are agency. | 2026-05-19\n";

static TlAssessment *
assess (TlDay as_at)
{
  g_autoptr (TlSnapshot) snapshot = test_workbook_read (workbook, NULL);

  return tl_assessment_new (snapshot, as_at);
}

static const TlRiskJudgement *
find_risk (TlAssessment *assessment,
           const char   *ref)
{
  const TlRiskFacts *facts = tl_snapshot_find_ref (tl_assessment_get_snapshot (assessment), TL_TABLE_RISK, ref);

  g_assert_nonnull (facts);
  return tl_assessment_find_risk (assessment, &facts->base.id);
}

static TlReport *
new_report (TlAssessment *assessment,
            const char   *ref)
{
  TlReport *report = tl_report_new (assessment, ref != NULL ? TL_REPORT_KIND_EVIDENCE : TL_REPORT_KIND_PACK);
  TlPaper paper = tl_paper_a4 ();

  tl_report_set_paper (report, &paper);
  tl_report_set_history (report, FINGERPRINT, RECORDED);
  if (ref != NULL)
    tl_report_set_risks (report, &find_risk (assessment, ref)->facts->base.id, 1);

  return report;
}

static GBytes *
print_report (TlReport *report)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  tl_report_write_pdf (report, stream, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static GBytes *
print (const char *ref)
{
  g_autoptr (TlAssessment) assessment = assess (AS_AT);
  g_autoptr (TlReport) report = new_report (assessment, ref);

  return print_report (report);
}

/* Page by page as it stands there, all spaces alike. */
static char *
read_text (GBytes *pdf)
{
  g_autofree char *text = pdf_text (pdf);

  return text_flatten (text);
}

/* What a screen reader would say, all spaces alike: in the order of the structure, however lines and columns stand. */
static char *
read_aloud (GBytes *pdf)
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

static void
assert_said (const char *text,
             const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” isn't in:\n%s", part, text);
}

/* ── Evidence summary ──────────────────────────────────────────────────────── */

static void
test_questions (void)
{
  static const char *refs[] = { "R1", "R2", "R3", "R4", "R5" };

  for (guint i = 0; i < G_N_ELEMENTS (refs); i++)
    {
      g_autoptr (GBytes) pdf = print (refs[i]);
      g_autofree char *text = read_aloud (pdf);
      const char *rest = text;

      for (guint j = 0; j < G_N_ELEMENTS (questions); j++)
        {
          const char *found = strstr (rest, questions[j]);

          if (found == NULL)
            g_error ("%s: “%s” isn't asked, or not in its place, in:\n%s", refs[i], questions[j], text);
          rest = found + strlen (questions[j]);
        }
    }
}

static void
test_answers (void)
{
  g_autoptr (GBytes) pdf = print ("R1");
  g_autofree char *text = read_aloud (pdf);

  text_assert_order (text,
                     "R1 Medicines record gaps", "Rating 20, high", "Found", "sound",
                     "What was wrong", "Inspection of 14 October 2025.", "12 in every 100 entries had no signature.",
                     "Root cause: Told, not written.", "Two people sign.", "One lead.",
                     "Who answers for it", "Tomasz Wrona, Medicines lead, since 3 December 2025.",
                     "Samir Tolland, Night senior: Observes rounds", "Joan Ferriby until 3 Dec 2025",
                     "What better would look like", "Every medicine given as prescribed.",
                     "Entries complete: at least 95 % by 30 June 2026, held for 3 months.",
                     "Set on 20 November 2025, before work began on 8 December 2025.", "Baseline 88.0 % (176 of 200)",
                     "What was done", "One lead for all work", "Tomasz Wrona", "22 Dec", "2 Mar",
                     "Observe two rounds", "Damson Row", "Samir Tolland", "overdue", "due 31 May",
                     "Sheets checked daily", "No one", "open", "no due date",
                     "What changed", "1 contradicts", "Damson Row, 5 May: Her tablets came an hour late.",
                     "Entries complete: 88.0 % to",
                     "Is it the same everywhere", "which hides a weak place: Damson Row (", "All places", "Damson Row", "weak",
                     "Tansy House", "Damson Row: Four rounds in seven are agency. (Agency use, 19 May) Nothing is under way here",
                     "Has it lasted",
                     "Who challenged", "12 May", "Joan Ferriby asked: “Who reads the charts?”", "Not answered, due 1 Jun.",
                     "Decided: Change.", "Show Damson Row on its own. (Joan Ferriby)",
                     "What is still watched", "Observation", "monthly", "Samir Tolland, competency file",
                     "The same gap twice, 2 times in 31 days.", "Seen 1 time, last on 1 Jun.",
                     "What is not proven", NULL);
  /* What is dated later doesn't exist. */
  g_assert_null (strstr (text, "not happened yet"));
  g_assert_null (strstr (text, "Decided later"));
  g_assert_null (strstr (text, "The senior does"));
}

/* What a contradiction rests on is named, as it is attached. */
static void
test_attached_files (void)
{
  static const TlAttachmentFacts files[] = { { .name = "letter.pdf", .size = 12 }, { .name = "<b>.txt", .size = 5 } };
  static gconstpointer rows[] = { &files[0], &files[1] };
  g_autoptr (TlSnapshot) snapshot = test_workbook_read (workbook, NULL);
  /* Nobody else has the snapshot yet. */
  TlEvidenceFacts *evidence = (TlEvidenceFacts *) tl_snapshot_find_ref (snapshot, TL_TABLE_EVIDENCE, "E2");
  g_autoptr (TlAssessment) assessment = NULL;
  g_autoptr (TlReport) report = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  evidence->attachments = (TlFactsList) { rows, G_N_ELEMENTS (rows) };
  assessment = tl_assessment_new (snapshot, AS_AT);
  report = new_report (assessment, "R1");
  pdf = print_report (report);
  text = read_aloud (pdf);
  assert_said (text, "Her tablets came an hour late. Files: letter.pdf and _b_.txt.");
}

static void
assert_lacks_are_said (const TlRiskJudgement *risk,
                       const char            *text)
{
  for (int link = 0; link < TL_N_LINE_LINKS; link++)
    for (guint i = 0; risk->line[link].lacking[i] != NULL; i++)
      {
        g_autofree char *lack = text_flatten (risk->line[link].lacking[i]);

        assert_said (text, lack);
      }
}

/* Weaknesses are printed as plainly as strengths: none may be left out. */
static void
test_weaknesses (void)
{
  g_autoptr (TlAssessment) assessment = assess (AS_AT);
  g_autoptr (TlReport) pack = new_report (assessment, NULL);
  g_autoptr (GBytes) whole = print_report (pack);
  g_autofree char *all = read_aloud (whole);
  guint n_lacking = 0;

  for (guint i = 0; i < tl_assessment_get_n_risks (assessment); i++)
    {
      const TlRiskJudgement *risk = tl_assessment_get_risk (assessment, i);
      g_autoptr (TlReport) report = new_report (assessment, risk->facts->base.ref);
      g_autoptr (GBytes) pdf = print_report (report);
      g_autofree char *text = read_aloud (pdf);

      assert_lacks_are_said (risk, text);
      if (risk->state == TL_RISK_STATE_OPEN)
        assert_lacks_are_said (risk, all);
      for (int link = 0; link < TL_N_LINE_LINKS; link++)
        n_lacking += g_strv_length (risk->line[link].lacking);
    }
  g_assert_cmpuint (n_lacking, >, 10);

  for (guint i = 0; i < tl_assessment_get_n_findings (assessment); i++)
    {
      const TlFinding *finding = tl_assessment_get_finding (assessment, i);

      if (finding->risk == NULL || find_risk (assessment, finding->risk->base.ref)->state == TL_RISK_STATE_OPEN)
        {
          g_autofree char *said = text_flatten (finding->text);

          assert_said (all, said);
        }
    }
}

/* A risk of which nothing is known gets pages that say so, and claim nothing. */
static void
test_empty_risk (void)
{
  g_autoptr (GBytes) pdf = print ("R3");
  g_autofree char *text = read_aloud (pdf);

  text_assert_order (text, "R3 Nothing filled in", "Not rated", "What was wrong", "Missing: It doesn’t say what was wrong.",
                     "Who answers for it", "Missing: No one is accountable for this risk.",
                     "What was done", "Missing: No action has been agreed.",
                     "Who challenged and what was decided", "No review has challenged or decided anything",
                     "No source is expected to report on it.", "No warning sign is written down.",
                     "No review has looked at it.", "Not sound: Found, Owned, Defined", NULL);
  g_assert_cmpuint (pdf_n_pages (pdf), <=, 2);
}

static void
test_several_owners (void)
{
  g_autoptr (GBytes) pdf = print ("R5");
  g_autofree char *text = read_aloud (pdf);

  g_assert_null (strstr (text, "Tomasz Wrona, Medicines lead, since"));
  g_assert_null (strstr (text, "Joan Ferriby, Nominated individual, since"));
  assert_said (text, "Joan Ferriby and Tomasz Wrona are all recorded as accountable");
}

static void
test_closed (void)
{
  g_autoptr (GBytes) pdf = print ("R4");
  g_autofree char *text = read_aloud (pdf);

  text_assert_order (text, "R4 Closed long ago", "Closed on 1 December 2024.", "Decided: Close.", NULL);
}

/* An ending that is no closing says what it is. */
static void
test_merged (void)
{
  g_autoptr (TlSnapshot) snapshot = test_workbook_read (workbook,
                                                        "Decisions\n"
                                                        "Review | Risk | Decision | Reason | By | Other risk\n"
                                                        "V1 | R3 | merge | The same thing. | P3 | R1\n", NULL);
  g_autoptr (TlAssessment) assessment = tl_assessment_new (snapshot, AS_AT);
  g_autoptr (TlReport) report = new_report (assessment, "R3");
  g_autoptr (GBytes) pdf = print_report (report);
  g_autofree char *text = read_aloud (pdf);

  assert_said (text, "Not closed: merged into R1 Medicines record gaps on 12 May 2026.");
}

/* Marks of markup in a title are letters like any others. */
static void
test_markup (void)
{
  g_autoptr (GBytes) pdf = print ("R2");
  g_autofree char *text = read_aloud (pdf);

  assert_said (text, "R2 Concerns <b>not</b> escalated & lost");
}

static void
test_earlier_day (void)
{
  g_autoptr (TlAssessment) assessment = assess (tl_day_new (2026, 1, 5));
  g_autoptr (TlReport) report = new_report (assessment, "R1");
  g_autoptr (GBytes) pdf = print_report (report);
  g_autofree char *aloud = read_aloud (pdf);
  g_autofree char *text = read_text (pdf);

  assert_said (text, "As at 5 January 2026");
  assert_said (aloud, "One lead for all work");
  g_assert_null (strstr (aloud, "Observe two rounds"));
  g_assert_null (strstr (aloud, "Her tablets"));
  g_assert_null (strstr (aloud, "Who reads the charts"));
  g_assert_null (strstr (aloud, "The same gap twice, 2 times in 31 days. The lead rings the place. Seen"));
  assert_said (aloud, "Not seen.");
}

/* ── Every page ────────────────────────────────────────────────────────────── */

static void
test_furniture (void)
{
  g_autoptr (GBytes) pdf = print (NULL);
  guint n_pages = pdf_n_pages (pdf);

  g_assert_cmpuint (n_pages, >=, 6);
  for (guint page = 0; page < n_pages; page++)
    {
      g_autofree char *raw = pdf_page_text (pdf, page);
      g_autofree char *text = text_flatten (raw);
      g_autofree char *number = g_strdup_printf ("Page %u of %u", page + 1, n_pages);

      assert_said (text, "Quillbrook Care Evidence pack As at 9 June 2026");
      assert_said (text, "Throughline history " FINGERPRINT ", recorded 9 June 2026");
      assert_said (text, number);
    }
}

/* Paper of what was recorded at a past moment says so, beside the day that it is for. */
static void
test_past (void)
{
  g_autoptr (TlAssessment) assessment = assess (AS_AT);
  g_autoptr (TlReport) report = new_report (assessment, "R1");
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  tl_report_set_past (report, "3 March 2026 at 14:03");
  pdf = print_report (report);
  text = read_text (pdf);
  assert_said (text, "As at 9 June 2026");
  assert_said (text, "History " FINGERPRINT ", as recorded on 3 March 2026 at 14:03");
  g_assert_null (strstr (text, ", recorded"));
}

/* No text on any page is smaller than 10 pt. */
static void
test_text_size (void)
{
  g_autoptr (GBytes) pdf = print (NULL);
  g_autofree char *unpacked = pdf_unpacked (pdf);
  g_autoptr (GRegex) matrix = g_regex_new ("^([-0-9.]+) ([-0-9.]+) [-0-9.]+ [-0-9.]+ [-0-9.]+ [-0-9.]+ Tm$",
                                           G_REGEX_MULTILINE | G_REGEX_RAW, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  guint n = 0;

  for (g_regex_match (matrix, unpacked, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *a = g_match_info_fetch (match, 1);
      g_autofree char *b = g_match_info_fetch (match, 2);

      g_assert_cmpfloat (hypot (g_ascii_strtod (a, NULL), g_ascii_strtod (b, NULL)), >=, 9.99);
      n++;
    }
  g_assert_cmpuint (n, >, 50);
}

static void
test_black_and_white (void)
{
  g_autoptr (GBytes) pdf = print (NULL);

  pdf_assert_grey (pdf);
  pdf_assert_marked (pdf);
}

static cairo_rectangle_t
measure_ink (TlReport *report,
             guint     page)
{
  cairo_rectangle_t sheet = { -500.0, -500.0, 2000.0, 2000.0 };
  cairo_surface_t *recording = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &sheet);
  cairo_t *cr = cairo_create (recording);
  cairo_rectangle_t ink;

  tl_report_draw_page (report, cr, page);
  cairo_destroy (cr);
  cairo_recording_surface_ink_extents (recording, &ink.x, &ink.y, &ink.width, &ink.height);
  cairo_surface_destroy (recording);

  return ink;
}

/* Nothing leaves the margins and nothing is lost, on any sheet that printers have, upright or across. */
static void
test_margins (void)
{
  const TlPaper a4 = tl_paper_a4 (), letter = tl_paper_letter ();
  TlPaper papers[] = {
    a4, letter, tl_paper_new (a4.height, a4.width), tl_paper_new (letter.height, letter.width),
    tl_paper_new (a4.height, 2 * a4.width), tl_paper_new (2 * a4.width, a4.height),
  };
  g_autoptr (TlAssessment) assessment = assess (AS_AT);

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autoptr (TlReport) report = new_report (assessment, NULL);
      g_autoptr (GBytes) pdf = NULL;
      g_autofree char *text = NULL;
      guint n_pages;

      tl_report_set_paper (report, &papers[i]);
      g_assert_true (tl_report_paginate (report, NULL, NULL));
      n_pages = tl_report_get_n_pages (report);
      for (guint page = 0; page < n_pages; page++)
        {
          cairo_rectangle_t ink = measure_ink (report, page);

          g_assert_cmpfloat (ink.x, >=, papers[i].left - 1.0);
          g_assert_cmpfloat (ink.x + ink.width, <=, papers[i].width - papers[i].right + 1.0);
          g_assert_cmpfloat (ink.y, >=, papers[i].top - 1.0);
          g_assert_cmpfloat (ink.y + ink.height, <=, papers[i].height - papers[i].bottom + 1.0);
        }
      pdf = print_report (report);
      text = read_text (pdf);
      g_assert_cmpuint (text_count (text, "As at 9 June 2026"), >=, n_pages);
      g_assert_cmpuint (text_count (text, "Page "), >=, n_pages);
      for (guint j = 0; j < tl_assessment_get_n_risks (assessment); j++)
        {
          const TlRiskJudgement *risk = tl_assessment_get_risk (assessment, j);

          if (risk->state == TL_RISK_STATE_OPEN)
            assert_said (text, risk->facts->title);
        }
      pdf_assert_sound (pdf);
    }
}

/* ── Pack ──────────────────────────────────────────────────────────────────── */

static void
test_cover (void)
{
  g_autoptr (GBytes) pdf = print (NULL);
  g_autofree char *text = read_aloud (pdf);

  text_assert_order (text, "Evidence pack", "Quillbrook Care, 9 June 2026", "4 risks.",
                     "Position at a glance", "Ref", "Risk", "Rating", "Accountable", "Found", "Owned", "Sustained", "Position",
                     "R1", "Medicines record gaps", "Tomasz Wrona", "R2", "No one", "R3", "Nothing filled in",
                     "R5", "2 people", "sound", "weak", "missing",
                     "In this pack", "R1 Medicines record gaps", "R5 Two who answer", "What is not proven", NULL);
  /* A closed risk is no open one. */
  g_assert_null (strstr (text, "Closed long ago"));
}

/* How each risk's line moved since the last provider review, 12 May, judged as at that day. */
static void
test_since (void)
{
  g_autoptr (TlSnapshot) snapshot = test_workbook_read (workbook,
                                                        "Ownership\n"
                                                        "Risk | Person | Part | From | Until\n"
                                                        "R2 | P2 | accountable | 2026-05-20 | \n"
                                                        "R7 | P2 | accountable | 2026-01-20 | 2026-05-20\n"
                                                        "\n"
                                                        "Risks\n"
                                                        "Ref | Title | Opened\n"
                                                        "R6 | Found last week | 2026-06-02\n"
                                                        "R7 | Left alone | 2026-01-02\n", NULL);
  g_autoptr (TlAssessment) assessment = tl_assessment_new (snapshot, AS_AT);
  g_autoptr (TlReport) report = new_report (assessment, NULL);
  g_autoptr (GBytes) pdf = print_report (report);
  g_autofree char *raw = pdf_page_text (pdf, 0);
  g_auto (GStrv) lines = g_strsplit (raw, "\n", -1);
  static const char * const moved[][2] = {
    { "Left alone", "weaker" }, { "Samir Tolland", "stronger" }, { "R3", "same" }, { "R6", "new" },
  };

  g_assert_nonnull (strstr (raw, "since"));
  g_assert_nonnull (strstr (raw, "12 May"));
  for (guint i = 0; i < G_N_ELEMENTS (moved); i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; lines[j] != NULL && !found; j++)
        found = strstr (lines[j], moved[i][0]) != NULL && g_str_has_suffix (g_strchomp (lines[j]), moved[i][1]);
      if (!found)
        g_error ("%s isn't %s in:\n%s", moved[i][0], moved[i][1], raw);
    }
}

/* The contents give the page on which each risk's summary begins. */
static void
test_contents (void)
{
  static const char *titles[] = { "R1 Medicines record gaps", "R3 Nothing filled in", "R5 Two who answer" };
  g_autoptr (GBytes) pdf = print (NULL);
  g_autofree char *unpacked = pdf_unpacked (pdf);
  guint n_pages = pdf_n_pages (pdf);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *contents = NULL;
      const char *entry = NULL;
      g_autofree char *raw = NULL;
      g_autofree char *text = NULL;
      guint64 page;

      for (guint j = 0; j < n_pages && entry == NULL; j++)
        {
          g_autofree char *each = pdf_page_text (pdf, j);

          if (strstr (each, "In this pack") == NULL)
            continue;
          contents = text_flatten (strstr (each, "In this pack"));
          entry = strstr (contents, titles[i]);
        }
      g_assert_nonnull (entry);
      entry += strlen (titles[i]);
      page = g_ascii_strtoull (entry + strspn (entry, " ."), NULL, 10);
      g_assert_cmpuint (page, >, 0);
      g_assert_cmpuint (page, <=, n_pages);
      raw = pdf_page_text (pdf, (guint) page - 1);
      text = text_flatten (raw);
      assert_said (text, titles[i]);
      assert_said (text, "Found Owned Defined");
    }
  g_assert_cmpuint (text_count (unpacked, "/Subtype /Link"), ==, 8);
  g_assert_cmpuint (text_count (unpacked, "/Title (R"), ==, 4);
}

/* The timeline prints in black and white; what stands on it is listed whole, and the drawing says what it shows. */
static void
test_timeline (void)
{
  g_autoptr (TlAssessment) assessment = assess (AS_AT);
  g_autoptr (TlReport) report = tl_report_new (assessment, TL_REPORT_KIND_TIMELINE);
  const TlRiskJudgement *risk = find_risk (assessment, "R1");
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL, *unpacked = NULL;

  tl_report_set_risks (report, &risk->facts->base.id, 1);
  pdf = print_report (report);
  text = read_aloud (pdf);
  for (guint i = 0; i < risk->n_evidence; i++)
    {
      g_autofree char *finding = tl_evidence_item_dup_text (&risk->evidence[i]);
      g_autofree char *flat = text_flatten (finding);

      assert_said (text, flat);
    }
  for (guint i = 0; i < risk->n_actions; i++)
    assert_said (text, risk->actions[i].facts->title);
  unpacked = pdf_unpacked (pdf);
  g_assert_cmpuint (text_count (unpacked, "/S /Figure"), ==, 1);
  g_assert_cmpuint (text_count (unpacked, "/Alt "), ==, 1);
  pdf_assert_grey (pdf);
  pdf_assert_sound (pdf);
}

static void
test_empty_workbook (void)
{
  g_autoptr (TlSnapshot) snapshot = test_workbook_read ("Workbook\nKey | Value\nProvider | Nobody's Care\n", NULL);
  g_autoptr (TlAssessment) assessment = tl_assessment_new (snapshot, AS_AT);

  for (int kind = 0; kind < TL_N_REPORT_KINDS; kind++)
    {
      g_autoptr (TlReport) report = tl_report_new (assessment, (TlReportKind) kind);
      g_autoptr (GBytes) pdf = print_report (report);
      g_autofree char *text = read_text (pdf);

      assert_said (text, kind == TL_REPORT_KIND_MINUTES ? "No review has been held."
                                                        : "This workbook has no open risk on this day.");
      assert_said (text, "Throughline, not saved in a workbook");
      g_assert_cmpuint (pdf_n_pages (pdf), ==, 1);
      pdf_assert_sound (pdf);
    }
}

/* ── The file ──────────────────────────────────────────────────────────────── */

static void
test_structure (void)
{
  g_autoptr (GBytes) pdf = print (NULL);
  g_autofree char *structure = pdf_structure (pdf);
  g_autofree char *described = pdf_info (pdf);
  g_autofree char *unpacked = pdf_unpacked (pdf);

  text_assert_order (structure, "Document", "H1", "\"Evidence pack\"", "H2", "Table", "THead", "TH", "TBody", "TR",
                     "H2", "\"R1 Medicines record gaps\"", "H3", "\"What was wrong\"", "H3", "\"Who answers for it\"",
                     "L (block)", "LI", "Table", "TH", "\"Action\"", "TD", "Figure", NULL);
  text_assert_order (described, "Title:", "Evidence pack, 9 June 2026", "Author:", "Quillbrook Care",
                     "CreationDate:", "2026-06-09", "Tagged:", "yes", NULL);
  g_assert_cmpuint (text_count (unpacked, "/S /Figure"), ==, text_count (unpacked, "/Alt "));
  g_assert_cmpuint (text_count (unpacked, "/Alt "), >, 4);
  pdf_assert_sound (pdf);
}

static void
test_same_bytes (void)
{
  g_autoptr (GBytes) one = print (NULL);
  g_autoptr (GBytes) two = print (NULL);

  g_assert_cmpmem (g_bytes_get_data (one, NULL), g_bytes_get_size (one),
                   g_bytes_get_data (two, NULL), g_bytes_get_size (two));
}

static void
test_source_date (void)
{
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *described = NULL;

  g_setenv ("SOURCE_DATE_EPOCH", "1700000000", TRUE);
  pdf = print ("R1");
  g_unsetenv ("SOURCE_DATE_EPOCH");
  described = pdf_info (pdf);
  text_assert_order (described, "CreationDate:", "2023-11-14", NULL);
}

static gpointer
paginate_elsewhere (gpointer data)
{
  return GINT_TO_POINTER (tl_report_paginate (data, NULL, NULL));
}

/* Laid out on a worker, drawn here: the same pages as in the PDF. */
static void
test_threads (void)
{
  g_autoptr (TlAssessment) assessment = assess (AS_AT);
  g_autoptr (TlReport) report = new_report (assessment, "R1");
  g_autoptr (GBytes) pdf = print ("R1");
  GThread *thread = g_thread_new ("layout", paginate_elsewhere, report);

  g_assert_true (GPOINTER_TO_INT (g_thread_join (thread)));
  g_assert_cmpuint (tl_report_get_n_pages (report), ==, pdf_n_pages (pdf));
  for (guint page = 0; page < tl_report_get_n_pages (report); page++)
    g_assert_cmpfloat (measure_ink (report, page).height, >, 500.0);
}

static void
test_cancel (void)
{
  g_autoptr (TlAssessment) assessment = assess (AS_AT);
  g_autoptr (TlReport) report = new_report (assessment, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (tl_report_write_pdf (report, stream, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)), ==, 0);
}

static void
test_names (void)
{
  g_autoptr (TlAssessment) assessment = assess (AS_AT);
  g_autoptr (TlReport) one = new_report (assessment, "R1");
  g_autoptr (TlReport) pack = new_report (assessment, NULL);
  g_autofree char *title = tl_report_get_title (one);
  g_autofree char *one_name = tl_report_get_file_name (one);
  g_autofree char *pack_name = tl_report_get_file_name (pack);

  g_assert_cmpstr (title, ==, "Evidence summary, R1 Medicines record gaps");
  g_assert_cmpstr (one_name, ==, "Evidence summary R1 2026-06-09.pdf");
  g_assert_cmpstr (pack_name, ==, "Evidence pack 2026-06-09.pdf");
}

/* An unwritable place is an error, and a file that stood there stays as it was. */
static void
test_save (void)
{
  g_autoptr (TlAssessment) assessment = assess (AS_AT);
  g_autoptr (TlReport) report = new_report (assessment, "R3");
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/nonexistent/folder/report.pdf");
  g_autofree char *folder = g_dir_make_tmp ("report-XXXXXX", NULL);
  g_autoptr (GFile) parent = g_file_new_for_path (folder);
  g_autoptr (GFile) file = g_file_get_child (parent, "report.pdf");
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_false (tl_report_save_pdf (report, nowhere, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);

  tl_report_save_pdf (report, file, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_load_contents (file, NULL, &contents, &length, NULL, NULL));
  g_assert_true (g_str_has_prefix (contents, "%PDF-"));
  g_assert_true (g_file_delete (file, NULL, NULL));
  g_assert_true (g_file_delete (parent, NULL, NULL));
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/questions", test_questions);
  g_test_add_func ("/report/answers", test_answers);
  g_test_add_func ("/report/attached-files", test_attached_files);
  g_test_add_func ("/report/weaknesses", test_weaknesses);
  g_test_add_func ("/report/empty-risk", test_empty_risk);
  g_test_add_func ("/report/several-owners", test_several_owners);
  g_test_add_func ("/report/closed", test_closed);
  g_test_add_func ("/report/merged", test_merged);
  g_test_add_func ("/report/markup", test_markup);
  g_test_add_func ("/report/earlier-day", test_earlier_day);
  g_test_add_func ("/report/furniture", test_furniture);
  g_test_add_func ("/report/past", test_past);
  g_test_add_func ("/report/text-size", test_text_size);
  g_test_add_func ("/report/black-and-white", test_black_and_white);
  g_test_add_func ("/report/margins", test_margins);
  g_test_add_func ("/report/cover", test_cover);
  g_test_add_func ("/report/since", test_since);
  g_test_add_func ("/report/contents", test_contents);
  g_test_add_func ("/report/empty-workbook", test_empty_workbook);
  g_test_add_func ("/report/structure", test_structure);
  g_test_add_func ("/report/same-bytes", test_same_bytes);
  g_test_add_func ("/report/source-date", test_source_date);
  g_test_add_func ("/report/threads", test_threads);
  g_test_add_func ("/report/timeline", test_timeline);
  g_test_add_func ("/report/cancel", test_cancel);
  g_test_add_func ("/report/names", test_names);
  g_test_add_func ("/report/save", test_save);

  return g_test_run ();
}
