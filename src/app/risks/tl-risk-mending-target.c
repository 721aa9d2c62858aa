/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-risk-mending.h"

/* What the buttons of remedies tell their action. */

static GVariant *
make_target (int         first,
             const TlId *row)
{
  char hex[TL_ID_HEX_LENGTH + 1] = "";

  if (row != NULL)
    tl_id_to_hex (row, hex);
  return g_variant_new ("(is)", first, hex);
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
  return make_target (first, row != NULL ? &row->id : NULL);
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
  return tl_risk_mending_button_for (remedy, row != NULL ? &row->id : NULL);
}

/**
 * tl_risk_mending_button_for:
 * @remedy: a remedy that has a dialog
 * @row: (nullable): the id of the row that it is to be done to
 *
 * Returns: (transfer floating): its button
 */
GtkWidget *
tl_risk_mending_button_for (TlRemedy    remedy,
                            const TlId *row)
{
  GtkWidget *button = gtk_button_new_with_label (tl_word_label (TL_TYPE_REMEDY, (int) remedy));

  /* With large text it takes two lines rather than being cut. */
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), make_target ((int) remedy, row));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "risk.mend");
  return button;
}
