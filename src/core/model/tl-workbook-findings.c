/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-workbook-findings.h"

#include "tl-workbook-commands.h"
#include "tl-workbook-private.h"

/**
 * tl_workbook_withdraw_answer_async:
 * @self: a workbook
 * @answer: the id of an answer to a finding
 * @cancellable: (nullable): to cancel
 * @callback: called when it is withdrawn
 * @user_data: for @callback
 *
 * Lets a finding that was answered rest no longer than until today: for the days before it still is answered, as it was.
 * Finish with [method@Tl.Workbook.apply_finish].
 */
void
tl_workbook_withdraw_answer_async (TlWorkbook          *self,
                                   const TlId          *answer,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_autoptr (TlChange) change = NULL;
  GError *error = NULL;

  if (!tl_workbook_check_editable (self, &error))
    {
      tl_workbook_refuse (self, error, callback, user_data);
      return;
    }

  change = tl_change_new ("finding.withdraw");
  tl_change_set_day (change, "answered_finding", answer, "until_date", tl_workbook_get_today (self));
  tl_workbook_apply_async (self, change, cancellable, callback, user_data);
}
