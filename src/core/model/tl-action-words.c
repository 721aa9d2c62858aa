/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-action-words.h"

#include <glib/gi18n-lib.h>

#include "tl-format.h"

/**
 * tl_action_words_find:
 * @workbook: a workbook
 * @action: the id of an action
 *
 * Returns: (transfer none) (nullable): where the action stands after all that happened to it, %NULL when nothing is
 *   concluded of it; not to be kept
 */
const TlActionJudgement *
tl_action_words_find (TlWorkbook *workbook,
                      const TlId *action)
{
  TlAssessment *assessment = tl_workbook_get_assessment (workbook);
  const TlActionFacts *facts = tl_snapshot_find (tl_assessment_get_snapshot (assessment), TL_TABLE_ACTION, action);
  const TlRiskJudgement *risk =
    facts != NULL && facts->risk != NULL ? tl_assessment_find_risk (assessment, &facts->risk->base.id) : NULL;

  for (guint i = 0; risk != NULL && i < risk->n_actions; i++)
    {
      if (risk->actions[i].facts == facts)
        return &risk->actions[i];
    }
  return NULL;
}

static char *
say_open (const TlActionJudgement *action)
{
  g_autofree char *due = action->due != TL_NO_DAY ? tl_format_day_long (action->due) : NULL;
  g_autofree char *late = action->days_overdue > 0 ? tl_format_days (action->days_overdue) : NULL;

  if (due == NULL)
    return g_strdup (_("Open, without a due day"));
  if (late != NULL)
    /* Translators: a day, and how long ago that was, such as "3 weeks" */
    return g_strdup_printf (_("Open, due on %1$s, %2$s late"), due, late);
  return g_strdup_printf (_("Open, due on %s"), due);
}

static char *
say_over (const TlActionJudgement *action)
{
  g_autofree char *done = action->done != TL_NO_DAY ? tl_format_day_long (action->done) : NULL;
  g_autofree char *proven = action->proven != TL_NO_DAY ? tl_format_day_long (action->proven) : NULL;
  g_autofree char *ended = action->ended != TL_NO_DAY ? tl_format_day_long (action->ended) : NULL;

  if (proven != NULL && done != NULL)
    return g_strdup_printf (_("Done on %1$s, proven on %2$s"), done, proven);
  if (done != NULL)
    return g_strdup_printf (_("Done on %s, not proven"), done);
  if (ended != NULL)
    return g_strdup_printf (_("Ended on %s without being done"), ended);
  return g_strdup (_("No longer open"));
}

/**
 * tl_action_words_moved:
 * @action: where an action stands, whose due date was moved later
 *
 * Returns: (transfer full): how often it was, as "moved later once"
 */
char *
tl_action_words_moved (const TlActionJudgement *action)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "moved later once", "moved later %d times",
                                       (gulong) action->times_moved), action->times_moved);
}

/**
 * tl_action_words_stand:
 * @action: where an action stands
 *
 * Returns: (transfer full): that in words, as in "Open, due on 30 June 2026, moved later 2 times"
 */
char *
tl_action_words_stand (const TlActionJudgement *action)
{
  g_autofree char *stand = action->open ? say_open (action) : say_over (action);
  g_autofree char *moved = NULL;

  if (action->times_moved == 0)
    return g_steal_pointer (&stand);
  moved = tl_action_words_moved (action);
  return g_strdup_printf ("%s, %s", stand, moved);
}
