/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-window-adding.h"

#include "tl-draft-usual.h"
#include "tl-edit-dialog.h"
#include "tl-people-view.h"
#include "tl-reviews-view.h"
#include "tl-risks-view.h"
#include "tl-timeline-view.h"
#include "tl-window-private.h"

/* Adding something from anywhere in the window. */

/* What each view holds, hence what Ctrl+N adds there; elsewhere it is a risk. */
static const struct
{
  const char *view;
  TlTable table;
} held[] = {
  { "owners", TL_TABLE_PERSON },
  { "timeline", TL_TABLE_EVIDENCE },
  { "places", TL_TABLE_PLACE },
};

static TlTable
get_held (TlWindow *self)
{
  const char *view = self->view;

  if (g_strcmp0 (view, "people") == 0)
    return tl_people_view_get_table (TL_PEOPLE_VIEW (tl_window_get_view (self)));
  for (gsize i = 0; i < G_N_ELEMENTS (held); i++)
    {
      if (g_strcmp0 (held[i].view, view) == 0)
        return held[i].table;
    }
  return TL_TABLE_RISK;
}

/* The keyboard goes on from what was added, once the dialog has given it back. */
static void
closed_cb (TlWindow     *self,
           TlEditDialog *dialog)
{
  TlView *view = tl_window_get_view (self);
  TlDraft *draft = tl_edit_dialog_get_draft (dialog);

  if (TL_IS_PEOPLE_VIEW (view) && tl_people_view_get_table (TL_PEOPLE_VIEW (view)) == tl_draft_get_table (draft))
    tl_people_view_go_to (TL_PEOPLE_VIEW (view), tl_draft_get_id (draft));
  else if (TL_IS_RISKS_VIEW (view) && tl_draft_get_table (draft) == TL_TABLE_RISK)
    gtk_widget_child_focus (GTK_WIDGET (tl_risks_view_get_page (TL_RISKS_VIEW (view))), GTK_DIR_TAB_FORWARD);
}

/* A risk that was begun is completed along its line, on its page. */
static void
saved_cb (TlWindow     *self,
          TlEditDialog *dialog)
{
  TlDraft *draft = tl_edit_dialog_get_draft (dialog);
  TlRisk *risk;

  if (self->workbook != tl_draft_get_workbook (draft))
    return;
  g_signal_connect_object (dialog, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  risk = tl_workbook_find_risk (self->workbook, tl_draft_get_id (draft));
  if (risk == NULL)
    return;
  tl_window_show_view (self, "risks");
  g_object_set (self, "risk", risk, NULL);
}

/* It hangs on the risk in hand, where there is one. */
static void
begin (TlWindow *self,
       TlTable   table)
{
  g_autoptr (TlDraft) draft = NULL;
  const TlField *risk = tl_layout_find_field (table, "risk"), *risks = tl_layout_find_field (table, "risks");
  TlEditDialog *dialog;

  if (self->workbook == NULL || !tl_workbook_get_editable (self->workbook) || !tl_edit_dialog_has_form (table)
      || adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL)
    return;
  draft = tl_draft_new (self->workbook, table);
  tl_draft_fill_usual (draft);
  if (self->risk != NULL && risk != NULL)
    tl_draft_set_link (draft, "risk", tl_record_get_id (TL_RECORD (self->risk)));
  if (self->risk != NULL && risks != NULL)
    tl_draft_add_link (draft, "risks", tl_record_get_id (TL_RECORD (self->risk)));
  dialog = tl_edit_dialog_new (draft);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
add_cb (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  TlWindow *self = TL_WINDOW (widget);
  TlView *view = tl_window_get_view (self);

  /* The timeline knows the day and the place, too. */
  if (TL_IS_REVIEWS_VIEW (view))
    gtk_widget_activate_action (widget, "win.start-review", "s", "");
  else if (TL_IS_TIMELINE_VIEW (view) && adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) == NULL)
    tl_timeline_view_add (TL_TIMELINE_VIEW (view), TL_TABLE_EVIDENCE);
  else
    begin (self, get_held (self));
}

static void
add_risk_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  begin (TL_WINDOW (widget), TL_TABLE_RISK);
}

static void
add_row_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  TlTable table = tl_layout_find_table (g_variant_get_string (parameter, NULL));

  if (table != TL_NO_TABLE)
    begin (TL_WINDOW (widget), table);
}

/* Enables adding, or not. */
void
tl_window_update_adding (TlWindow *self,
                         gboolean  possible)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.add", possible);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.add-risk", possible);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.add-row", possible);
}

void
tl_window_install_adding (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "win.add-risk", NULL, add_risk_cb);
  gtk_widget_class_install_action (widget_class, "win.add-row", "s", add_row_cb);
}
