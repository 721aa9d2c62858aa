/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-workbook-actions.h"

#include <glib/gi18n-lib.h>

#include "tl-workbook-commands.h"
#include "tl-workbook-private.h"

/* Whether an action has been ended, merged or done since it was last opened again. */
static gboolean
check_open (TlWorkbook  *self,
            const TlId  *id,
            GError     **error)
{
  TlAssessment *assessment = tl_workbook_get_assessment (self);
  TlSnapshot *snapshot = assessment != NULL ? tl_assessment_get_snapshot (assessment) : NULL;
  const TlActionFacts *action = snapshot != NULL ? tl_snapshot_find (snapshot, TL_TABLE_ACTION, id) : NULL;
  const TlRiskJudgement *risk = action != NULL && action->risk != NULL
                                  ? tl_assessment_find_risk (assessment, &action->risk->base.id) : NULL;

  for (guint i = 0; risk != NULL && i < risk->n_actions; i++)
    {
      if (risk->actions[i].facts == action && risk->actions[i].open)
        return TRUE;
    }
  g_set_error_literal (error, TL_WORKBOOK_ERROR, TL_WORKBOOK_ERROR_VALUE,
                       _("Only actions that are still open can be merged; this one has been done or ended meanwhile."));
  return FALSE;
}

/**
 * tl_workbook_merge_actions_async:
 * @self: a workbook
 * @action: an open action
 * @into: another open one, which goes on in its place
 * @reason: (nullable): why
 * @cancellable: (nullable): to cancel
 * @callback: called when it is kept
 * @user_data: for @callback
 *
 * Merges an action into another: from today it is no longer open, and says which one goes on. Nothing of it is lost, and
 * what is linked to it stays so. Finish with [method@Tl.Workbook.apply_finish].
 */
void
tl_workbook_merge_actions_async (TlWorkbook          *self,
                                 const TlId          *action,
                                 const TlId          *into,
                                 const char          *reason,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr (TlChange) change = NULL;
  g_autofree char *trimmed = g_strstrip (g_strdup (reason != NULL ? reason : ""));
  GError *error = NULL;
  TlId row;

  g_return_if_fail (!tl_id_equal (action, into));

  if (!tl_workbook_check_editable (self, &error) || !check_open (self, action, &error) || !check_open (self, into, &error))
    {
      tl_workbook_refuse (self, error, callback, user_data);
      return;
    }
  change = tl_change_new ("action.merge");
  row = tl_id_source_make_id (tl_workbook_get_ids (self));
  tl_change_add_row (change, "action_event", &row);
  tl_change_set_id (change, "action_event", &row, "action", action);
  tl_change_set_day (change, "action_event", &row, "date", tl_workbook_get_today (self));
  tl_change_set_text (change, "action_event", &row, "what", tl_word_get (TL_TYPE_EVENT_KIND, TL_EVENT_KIND_MERGED));
  tl_change_set_id (change, "action_event", &row, "other_action", into);
  if (*trimmed != '\0')
    tl_change_set_text (change, "action_event", &row, "reason", trimmed);
  tl_workbook_apply_async (self, change, cancellable, callback, user_data);
}
