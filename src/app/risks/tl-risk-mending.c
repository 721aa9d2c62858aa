/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-risk-mending.h"

#include <adwaita.h>

#include "tl-owner-dialog.h"

/**
 * tl_risk_mending_can:
 * @remedy: a remedy
 *
 * Returns: whether there is a dialog for it
 */
gboolean
tl_risk_mending_can (TlRemedy remedy)
{
  return remedy == TL_REMEDY_NAME_OWNER || remedy == TL_REMEDY_HAND_OVER;
}

/**
 * tl_risk_mending_do:
 * @page: the page of the risk
 * @workbook: its workbook
 * @risk: a risk
 * @remedy: what to do
 * @row: (nullable): the row that it is to be done to
 *
 * Opens the dialog of a remedy.
 */
void
tl_risk_mending_do (GtkWidget  *page,
                    TlWorkbook *workbook,
                    TlRisk     *risk,
                    TlRemedy    remedy,
                    const TlId *row)
{
  if (tl_risk_mending_can (remedy))
    adw_dialog_present (ADW_DIALOG (tl_owner_dialog_new (workbook, risk)), page);
}

/**
 * tl_risk_mending_answer:
 * @page: the page of a risk
 * @workbook: its workbook
 * @risk: the risk
 * @finding: one of its findings
 *
 * Opens the dialog in which a finding is answered.
 */
void
tl_risk_mending_answer (GtkWidget          *page,
                        TlWorkbook         *workbook,
                        TlRisk             *risk,
                        const TlFindingKey *finding)
{
}

/**
 * tl_risk_mending_edit:
 * @page: the page of a risk
 * @workbook: its workbook
 * @table: a table
 * @row: one of its rows
 *
 * Opens a row to be edited.
 */
void
tl_risk_mending_edit (GtkWidget  *page,
                      TlWorkbook *workbook,
                      TlTable     table,
                      const TlId *row)
{
}

/**
 * tl_risk_mending_target:
 * @first: a #TlRemedy or a #TlTable
 * @row: (nullable): a row
 *
 * Returns: (transfer floating): what `risk.mend` and `risk.edit` are told
 */
GVariant *
tl_risk_mending_target (int            first,
                        const TlFacts *row)
{
  char hex[TL_ID_HEX_LENGTH + 1] = "";

  if (row != NULL)
    tl_id_to_hex (&row->id, hex);
  return g_variant_new ("(is)", first, hex);
}

/**
 * tl_risk_mending_read:
 * @parameter: what an action was told
 * @first: (out): a #TlRemedy or a #TlTable
 * @row: (out): a row's id
 * @has_row: (out): whether there is one
 */
void
tl_risk_mending_read (GVariant *parameter,
                      int      *first,
                      TlId     *row,
                      gboolean *has_row)
{
  const char *hex = NULL;

  g_variant_get (parameter, "(i&s)", first, &hex);
  *has_row = tl_id_from_hex (hex, row);
}

/**
 * tl_risk_mending_button:
 * @remedy: a remedy that has a dialog
 * @row: (nullable): the row that it is to be done to
 *
 * Returns: (transfer floating): its button
 */
GtkWidget *
tl_risk_mending_button (TlRemedy       remedy,
                        const TlFacts *row)
{
  GtkWidget *button = gtk_button_new_with_label (tl_word_label (TL_TYPE_REMEDY, (int) remedy));

  gtk_button_set_can_shrink (GTK_BUTTON (button), TRUE);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), tl_risk_mending_target ((int) remedy, row));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "risk.mend");
  return button;
}
