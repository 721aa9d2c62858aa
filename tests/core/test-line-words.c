/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-assessment.h"

#include "support/test-sound.h"
#include "support/test-workbook.h"

#include <string.h>

static void
check_found (const char *origin,
             const char *reference,
             const char *expected)
{
  g_autofree char *risk = g_strdup_printf ("Risks\n"
                                           "Ref | Title | Origin | Origin reference | Baseline issue\n"
                                           "R1 | Medicine gaps | %s | %s | Doses unsigned. Nobody knew.\n",
                                           origin, reference);
  g_autoptr (TlSnapshot) snapshot = test_workbook_read (risk, NULL);
  g_autoptr (TlAssessment) assessment = tl_assessment_new (snapshot, tl_day_new (2026, 6, 9));

  g_assert_cmpstr (tl_assessment_get_risk (assessment, 0)->line[TL_LINE_LINK_FOUND - 1].ground, ==, expected);
}

/* Where a risk was found is said once, whether or not the reference says it too. */
static void
test_origin_is_said_once (void)
{
  check_found ("inspection", "Inspection of 14 October, page 9", "Inspection of 14 October, page 9: Doses unsigned");
  check_found ("inspection", "INS-334", "Inspection, INS-334: Doses unsigned");
  check_found ("audit", "", "Audit: Doses unsigned");
  check_found ("", "", "Doses unsigned");
}

static void
check_even (const char *places,
            const char *expected)
{
  g_autoptr (TlSnapshot) snapshot = test_workbook_read ("Risks\nRef | Title\nR1 | Medicine gaps\n", places, NULL);
  g_autoptr (TlAssessment) assessment = tl_assessment_new (snapshot, tl_day_new (2026, 6, 9));
  const TlLinkJudgement *even = &tl_assessment_get_risk (assessment, 0)->line[TL_LINE_LINK_EVEN - 1];

  g_assert_cmpint (even->state, ==, TL_LINK_STATE_SOUND);
  g_assert_cmpstr (even->ground, ==, expected);
}

/* Where nothing is compared, Even is sound for want of places, and says so. */
static void
test_nothing_to_compare (void)
{
  check_even ("Places\nRef | Name | Kind\n", "No place is named yet, so there is nothing to compare");
  check_even ("Places\nRef | Name | Kind\nA | Alder House | location\n", "Only one place, so there is nothing to compare");
}

/* What a link lacks and what is found about it are one sentence where they are one thing, which is then said once. */
static void
test_no_measure_is_said_once (void)
{
  g_autoptr (TlSnapshot) snapshot = test_workbook_read ("Risks\nRef | Title | Intended outcome | Opened\n"
                                                        "R1 | Medicine gaps | Nobody misses one | 2026-01-05\n", NULL);
  g_autoptr (TlAssessment) assessment = tl_assessment_new (snapshot, tl_day_new (2026, 6, 9));
  const TlLinkJudgement *defined = &tl_assessment_get_risk (assessment, 0)->line[TL_LINE_LINK_DEFINED - 1];
  guint n_found = 0;

  for (guint i = 0; i < tl_assessment_get_n_findings (assessment); i++)
    {
      const TlFinding *finding = tl_assessment_get_finding (assessment, i);

      if (!g_str_equal (finding->check, "outcome-undefined"))
        continue;
      n_found++;
      g_assert_cmpstr (finding->text, ==, defined->lacking[0]);
    }
  g_assert_cmpuint (n_found, ==, 1);
}

/* Some sources are one ("rota"), some many ("minutes"), some neither ("feedback from people"): no verb may follow one,
 * and no article go before. */
static void
check_source (const char *text,
              const char *source)
{
  static const char * const verbs[] = { "is", "are", "was", "were", "has", "have", "isn’t", "contradicts", "should", "of" };
  g_autofree char *folded = g_utf8_strdown (text, -1);
  const char *found = strstr (folded, source);

  if (found == NULL)
    g_error ("“%s” should name the %s", text, source);
  found += strlen (source);
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      if (*found == ' ' && g_str_has_prefix (found + 1, verbs[i]))
        g_error ("This can’t be said of every source: “%s”", text);
    }
  if (strchr (":,)", *found) == NULL)
    g_error ("“%s” should pause after the %s", text, source);
}

/* The day the source last came, or has been expected since, is long ago at whatever interval. */
static void
check_sentences (const char *source,
                 const char *every,
                 const char *last)
{
  g_autofree char *more = g_strdup_printf ("Expected evidence\nRisk | Source | Every | From | Continues after closing\n"
                                           "R1 | %1$s | %2$s | 2024-01-01 | yes\n\n"
                                           "Evidence\nRef | Date | Source | Kind | Why this kind | Finding | Verdict | Risks\n%3$s",
                                           source, every, last);
  const TestSpoil spoil = { { "R1   | observation | monthly | U2     | 2025-12-01 |       | yes\n", "",
                              "| care record | 2025-12-02", "| | 2025-12-02" }, more };
  g_autoptr (TlAssessment) assessment = test_sound_assess (&spoil);
  guint n_late = 0;

  for (guint i = 0; i < tl_assessment_get_n_findings (assessment); i++)
    {
      const TlFinding *finding = tl_assessment_get_finding (assessment, i);

      if (g_str_equal (finding->check, "evidence-late"))
        {
          n_late++;
          check_source (finding->text, source);
          g_assert_nonnull (strstr (finding->text, every));
        }
      else if (g_str_equal (finding->check, "evidence-contradicts") || g_str_equal (finding->check, "evidence-unlinked"))
        check_source (finding->text, source);
    }
  g_assert_cmpuint (n_late, ==, 1);
}

static void
test_every_source_can_be_said (void)
{
  for (TlSource source = TL_SOURCE_CARE_RECORD; source <= TL_SOURCE_PARTNER_FEEDBACK; source++)
    {
      const char *word = tl_word_get (TL_TYPE_SOURCE, (int) source);
      g_autofree char *loose = g_strdup_printf ("E9 | 2026-06-01 | %s | | | Seen | |", word);

      /* What stands in the sound workbook already isn't late. */
      if (source == TL_SOURCE_OBSERVATION || source == TL_SOURCE_FEEDBACK_FROM_RELATIVES)
        continue;
      for (TlInterval every = TL_INTERVAL_DAILY; every <= TL_INTERVAL_YEARLY; every++)
        {
          g_autofree char *old = g_strdup_printf ("E9 | 2024-12-01 | %s | outcome | Seen | Worse | contradicts | R1", word);

          if (source == TL_SOURCE_COMPETENCY_CHECK && every >= TL_INTERVAL_QUARTERLY)
            continue;
          check_sentences (word, tl_word_get (TL_TYPE_INTERVAL, (int) every), loose);
          check_sentences (word, tl_word_get (TL_TYPE_INTERVAL, (int) every), old);
        }
    }
}

static void
test_every_contradiction_can_be_said (void)
{
  for (TlSource source = TL_SOURCE_CARE_RECORD; source <= TL_SOURCE_PARTNER_FEEDBACK; source++)
    {
      const char *word = tl_word_get (TL_TYPE_SOURCE, (int) source);
      g_autofree char *more = g_strdup_printf ("Evidence\nRef | Date | Source | Kind | Why this kind | Finding | Verdict | Risks\n"
                                               "E9 | 2026-06-08 | %1$s | outcome | Seen | Worse | contradicts | R1\n"
                                               "E10 | 2026-06-08 | %1$s | | | Seen | |", word);
      const TestSpoil open = { .more = more }, closed = { { "R1   | continue | U3", "R1 | close | U3" }, more };
      g_autoptr (TlAssessment) contradicted = test_sound_assess (&open);
      g_autoptr (TlAssessment) worse = test_sound_assess (&closed);
      const char * const *lacking = (const char * const *)
        tl_assessment_get_risk (contradicted, 0)->line[TL_LINE_LINK_EVIDENCED - 1].lacking;

      g_assert_cmpuint (tl_assessment_get_n_findings (contradicted), ==, 2);
      g_assert_cmpstr (tl_assessment_get_finding (contradicted, 0)->check, ==, "evidence-contradicts");
      check_source (tl_assessment_get_finding (contradicted, 0)->text, word);
      g_assert_cmpstr (tl_assessment_get_finding (contradicted, 1)->check, ==, "evidence-unlinked");
      check_source (tl_assessment_get_finding (contradicted, 1)->text, word);
      g_assert_nonnull (lacking[0]);
      check_source (lacking[0], word);
      g_assert_cmpstr (tl_assessment_get_finding (worse, 0)->check, ==, "closed-worse");
      check_source (tl_assessment_get_finding (worse, 0)->text, word);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/line-words/origin-once", test_origin_is_said_once);
  g_test_add_func ("/line-words/nothing-to-compare", test_nothing_to_compare);
  g_test_add_func ("/line-words/no-measure-once", test_no_measure_is_said_once);
  g_test_add_func ("/line-words/every-source", test_every_source_can_be_said);
  g_test_add_func ("/line-words/every-contradiction", test_every_contradiction_can_be_said);
  return g_test_run ();
}
