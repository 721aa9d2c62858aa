/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-debrief-words.h"

#include <glib/gi18n-lib.h>

#include "tl-format.h"

static void
take (GString *text,
      guint    n,
      char    *sentence)
{
  if (n > 0)
    g_string_append_printf (text, " %s", sentence);
  g_free (sentence);
}

/**
 * tl_debrief_say_summary:
 * @debrief: a debrief
 *
 * Returns: (transfer full): how the go went, in a few sentences, without a mark
 */
char *
tl_debrief_say_summary (const TlPracticeDebrief *debrief)
{
  guint found = tl_practice_debrief_count (debrief, TL_PRACTICE_OUTCOME_FOUND);
  guint wrong = tl_practice_debrief_count (debrief, TL_PRACTICE_OUTCOME_WRONG_REASON);
  guint asked = tl_practice_debrief_count (debrief, TL_PRACTICE_OUTCOME_ASKED);
  guint missed = tl_practice_debrief_count (debrief, TL_PRACTICE_OUTCOME_MISSED);
  guint ground = tl_practice_debrief_count_standing (debrief, TL_PRACTICE_STANDING_WITHOUT_GROUND);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, _("Of %1$u planted weaknesses you found %2$u."), found + wrong + asked + missed, found);
  take (text, wrong, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "You named %u for the wrong reason.", "You named %u for the wrong reason.", wrong), wrong));
  take (text, asked, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "You asked about %u.", "You asked about %u.", asked), asked));
  take (text, missed, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "You missed %u.", "You missed %u.", missed), missed));
  take (text, ground, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u judgement is without ground.", "%u judgements are without ground.", ground), ground));
  return g_string_free (text, FALSE);
}

/**
 * tl_debrief_say_tally:
 * @tally: how it went at a link, or for a check
 *
 * Returns: (transfer full): it in words; empty where nothing was planted and nothing judged without ground
 */
char *
tl_debrief_say_tally (const TlPracticeTally *tally)
{
  GString *text = g_string_new (NULL);

  if (tally->planted > 0)
    g_string_append_printf (text, _("%1$u planted, %2$u found"), tally->planted, tally->found);
  if (tally->wrong_reason > 0)
    g_string_append_printf (text, _(", %u for the wrong reason"), tally->wrong_reason);
  if (tally->missed > 0)
    g_string_append_printf (text, _(", %u missed"), tally->missed);
  if (tally->without_ground > 0)
    g_string_append_printf (text, text->len > 0 ? _(", %u judged without ground") : _("%u judged without ground"), tally->without_ground);
  return g_string_free (text, FALSE);
}

/**
 * tl_debrief_say_step:
 * @step: something that was opened, or should have been
 *
 * Returns: (transfer full): who opened it when
 */
char *
tl_debrief_say_step (const TlPracticeStep *step)
{
  if (step->trainee == 0)
    return g_strdup_printf (_("An expert opens it as number %u; you didn’t open it"), step->expert);
  if (step->expert == 0)
    return g_strdup_printf (_("You opened it as number %u; an expert wouldn’t need it"), step->trainee);
  return g_strdup_printf (_("An expert opens it as number %1$u; you opened it as number %2$u"), step->expert, step->trainee);
}

/**
 * tl_debrief_say_grade:
 * @lesson: a row of the rubric
 *
 * Returns: (transfer full): how far the trainee came, as "Partly: 4 of 6"
 */
char *
tl_debrief_say_grade (const TlPracticeLesson *lesson)
{
  g_autofree char *grade = tl_format_capital (tl_word_label (TL_TYPE_PRACTICE_GRADE, (int) lesson->grade));

  if (lesson->of == 0)
    return g_steal_pointer (&grade);
  return g_strdup_printf (_("%1$s: %2$u of %3$u"), grade, lesson->done, lesson->of);
}

/**
 * tl_debrief_say_outcome:
 * @result: a line of the answer sheet
 *
 * Returns: (transfer full): what became of it, as "Right for the wrong reason"
 */
char *
tl_debrief_say_outcome (const TlPracticeAnswerResult *result)
{
  return tl_format_capital (tl_word_label (TL_TYPE_PRACTICE_OUTCOME, (int) result->outcome));
}

/**
 * tl_debrief_name_check:
 * @check: id of a check, as "evidence-late"
 *
 * Returns: (transfer full): it as words, as "Evidence late"
 */
char *
tl_debrief_name_check (const char *check)
{
  g_autofree char *words = g_strdelimit (g_strdup (check), "-", ' ');

  return tl_format_capital (words);
}
