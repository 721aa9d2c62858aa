/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-workbook-standards.h"

#include "tl-workbook-commands.h"
#include "tl-workbook-private.h"

/* How a list of texts stands in one cell. */
static void
set_texts (TlChange           *change,
           TlRisk             *risk,
           const char         *column,
           const char * const *texts)
{
  g_autofree char *joined = texts != NULL && texts[0] != NULL ? g_strjoinv ("; ", (char **) texts) : NULL;

  tl_change_set_text (change, "risk", tl_record_get_id (TL_RECORD (risk)), column, joined);
}

static void
set_framework (TlWorkbook *self,
               TlChange   *change,
               const char *framework)
{
  TlSnapshot *snapshot = tl_assessment_get_snapshot (tl_workbook_get_assessment (self));
  TlId row = tl_setting_get_id (tl_snapshot_get_document (snapshot), TL_KEY_FRAMEWORK);
  const char *before = tl_snapshot_get_framework (snapshot);

  if (framework == NULL || g_strcmp0 (before, framework) == 0)
    return;
  if (before == NULL)
    {
      tl_change_add_row (change, TL_SETTING_TABLE, &row);
      tl_change_set_text (change, TL_SETTING_TABLE, &row, TL_SETTING_KEY, TL_KEY_FRAMEWORK);
    }
  tl_change_set_text (change, TL_SETTING_TABLE, &row, TL_SETTING_VALUE, framework);
}

/**
 * tl_workbook_choose_standards_async:
 * @self: a workbook
 * @risk: a risk of it
 * @framework: (nullable): the framework that the whole workbook goes by, %NULL to leave it as it is
 * @statements: (array zero-terminated=1) (nullable): what the risk is about, of any framework
 * @regulations: (array zero-terminated=1) (nullable): the regulations that it is about
 * @cancellable: (nullable): to cancel
 * @callback: called when it is kept
 * @user_data: for @callback
 *
 * Says by which standards a risk is assessed, and by which framework the workbook. Finish with
 * [method@Tl.Workbook.apply_finish].
 */
void
tl_workbook_choose_standards_async (TlWorkbook          *self,
                                    TlRisk              *risk,
                                    const char          *framework,
                                    const char * const  *statements,
                                    const char * const  *regulations,
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

  change = tl_change_new ("risk.choose-standards");
  set_texts (change, risk, "framework", statements);
  set_texts (change, risk, "regulations", regulations);
  set_framework (self, change, framework);
  tl_workbook_apply_async (self, change, cancellable, callback, user_data);
}
