/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-risks-view-private.h"

/* A page says what is concluded. */
static void
open_page (TlRisksView *self,
           TlRisk      *risk)
{
  self->page_awaited = !self->concluded;
  if (self->page_awaited)
    {
      tl_risks_view_select_risk (self, risk);
      return;
    }
  tl_view_set_risk (TL_VIEW (self), risk);
  adw_overlay_split_view_set_show_sidebar (self->split_view, risk != NULL);
}

/* Beside the list the page follows the selection; over the list it must be asked for. */
static void
selected_cb (TlRisksView *self)
{
  TlRisk *risk = gtk_single_selection_get_selected_item (self->selection);

  if (self->following || risk == NULL || adw_overlay_split_view_get_collapsed (self->split_view))
    return;
  open_page (self, risk);
}

static void
activate_cb (TlRisksView *self,
             guint        position)
{
  g_autoptr (TlRisk) risk = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (risk == NULL)
    return;
  open_page (self, risk);
  if (self->concluded && adw_overlay_split_view_get_collapsed (self->split_view))
    gtk_widget_child_focus (GTK_WIDGET (tl_risks_view_get_page (self)), GTK_DIR_TAB_FORWARD);
}

static guint
find_risk (TlRisksView *self,
           TlRisk      *risk)
{
  GListModel *model = G_LIST_MODEL (self->selection);

  for (guint i = 0; risk != NULL && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (TlRisk) item = g_list_model_get_item (model, i);

      if (item == risk)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

void
tl_risks_view_select_risk (TlRisksView *self,
                           TlRisk      *risk)
{
  self->following = TRUE;
  gtk_single_selection_set_selected (self->selection, find_risk (self, risk));
  self->following = FALSE;
}

static void
page_made_cb (TlRisksView *self,
              TlRiskPage  *page)
{
  g_object_bind_property (self, "workbook", page, "workbook", G_BINDING_SYNC_CREATE);
}

/* Closing the page lets go of the risk, so that the same row can be chosen again. */
static void
page_shown_cb (TlRisksView *self)
{
  if (adw_overlay_split_view_get_show_sidebar (self->split_view))
    return;
  tl_risks_view_select_risk (self, NULL);
  tl_view_set_risk (TL_VIEW (self), NULL);
}

static void
close_page_cb (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  TlRisksView *self = TL_RISKS_VIEW (widget);

  adw_overlay_split_view_set_show_sidebar (self->split_view, FALSE);
  gtk_widget_grab_focus (self->narrow ? GTK_WIDGET (self->cards) : GTK_WIDGET (self->table));
}

/* What was chosen while nothing was concluded; the keyboard stays in the list. */
void
tl_risks_view_open_awaited (TlRisksView *self)
{
  TlRisk *risk = gtk_single_selection_get_selected_item (self->selection);

  if (!self->page_awaited || !self->concluded)
    return;
  self->page_awaited = FALSE;
  if (risk != NULL)
    open_page (self, risk);
}

/* From a row's findings to what they say. */
void
tl_risks_view_open_findings (TlRisksView *self,
                             TlRisk      *risk)
{
  open_page (self, risk);
  if (self->concluded)
    tl_risk_page_show_findings (tl_risks_view_get_page (self));
}

/**
 * tl_risks_view_get_page:
 * @self: the register
 *
 * Returns: (transfer none): the page of the risk in hand
 */
TlRiskPage *
tl_risks_view_get_page (TlRisksView *self)
{
  g_return_val_if_fail (TL_IS_RISKS_VIEW (self), NULL);

  return TL_RISK_PAGE (tl_deferred_bin_ensure (self->page_bin));
}

void
tl_risks_view_bind_page (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "risks.close-page", NULL, close_page_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_made_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_shown_cb);
}
