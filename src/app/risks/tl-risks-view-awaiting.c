/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-risks-view-private.h"

/* The register before anything is concluded: its risks are there with what is known of them already, and what rests on
 * conclusions waits until they come. */

/* What takes less long isn't worth being noticed. */
#define PATIENCE_MS 500

static void
spin_cb (gpointer user_data)
{
  TlRisksView *self = user_data;

  self->awaiting = 0;
  gtk_widget_set_visible (self->summary_spinner, TRUE);
}

static void
update (TlRisksView *self)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_STATE_BUSY, !self->concluded, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->cards), GTK_ACCESSIBLE_STATE_BUSY, !self->concluded, -1);
  gtk_widget_set_sensitive (GTK_WIDGET (self->chips[TL_RISK_CHIP_ATTENTION]), self->concluded);
  gtk_widget_set_sensitive (GTK_WIDGET (self->filters_button), self->concluded);
}

/* Another workbook, or none. */
void
tl_risks_view_await (TlRisksView *self)
{
  TlWorkbook *workbook = tl_view_get_workbook (TL_VIEW (self));

  g_clear_handle_id (&self->awaiting, g_source_remove);
  gtk_widget_set_visible (self->summary_spinner, FALSE);
  self->page_awaited = FALSE;
  self->concluded = workbook == NULL || tl_workbook_get_assessment (workbook) != NULL;
  if (!self->concluded)
    self->awaiting = g_timeout_add_once (PATIENCE_MS, spin_cb, self);
  update (self);
}

/* The rows stay as they are, wherever the keyboard is; only where their order or their choice rests on what has been
 * concluded do they move. */
void
tl_risks_view_begin_concluded (TlRisksView *self)
{
  TlWorkbook *workbook = tl_view_get_workbook (TL_VIEW (self));
  TlRisksSorter *groups = tl_risks_groups_get_sorter (self->groups);

  if (self->concluded || workbook == NULL || tl_workbook_get_assessment (workbook) == NULL)
    return;
  g_clear_handle_id (&self->awaiting, g_source_remove);
  gtk_widget_set_visible (self->summary_spinner, FALSE);
  self->concluded = TRUE;
  tl_risks_view_forget_keys (self);
  tl_risks_sorter_resort (self->sorter);
  if (groups != NULL)
    tl_risks_sorter_resort (groups);
  update (self);
}
