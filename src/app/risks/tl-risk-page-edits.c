/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-risk-page-private.h"

#include <glib/gi18n.h>

#include "tl-finding-row.h"
#include "tl-risk-mending.h"
#include "tl-standards-dialog.h"
#include "tl-view.h"
#include "tl-window.h"
#include "tl-workbook-commands.h"
#include "tl-workbook-findings.h"

/* ── What can be edited ───────────────────────────────────────────────────── */

gboolean
tl_risk_page_is_editable (TlRiskPage *self)
{
  /* Of a risk that was put off to a later day nothing is known, though it is still shown. */
  return self->workbook != NULL && self->risk != NULL && tl_risk_get_judgement (self->risk) != NULL
         && tl_workbook_get_editable (self->workbook);
}

void
tl_risk_page_update_editing (TlRiskPage *self)
{
  static const char * const actions[] = {
    "risk.rename", "risk.name-owner", "risk.mend", "risk.edit", "risk.answer", "risk.withdraw",
  };
  gboolean editable = tl_risk_page_is_editable (self);

  self->known = self->risk != NULL && tl_risk_get_judgement (self->risk) != NULL;
  tl_title_field_set_editable (self->title_field, editable);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "risk.choose-standards", editable && self->frameworks != NULL);
  if (self->known)
    tl_risk_page_update_sections (self);
}

/* ── The title ────────────────────────────────────────────────────────────── */

static void
renamed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TlRiskPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (tl_workbook_apply_finish (TL_WORKBOOK (source), result, &error))
    tl_title_field_end (self->title_field);
  else
    tl_title_field_refuse (self->title_field, error->message);
}

static void
title_committed_cb (TlRiskPage *self,
                    const char *title)
{
  g_autoptr (GError) error = NULL;

  if (!tl_workbook_check_title (self->workbook, title, &error))
    tl_title_field_refuse (self->title_field, error->message);
  else
    tl_workbook_rename_risk_async (self->workbook, self->risk, title, NULL, renamed_cb, g_object_ref (self));
}

static void
rename_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  tl_title_field_begin (TL_RISK_PAGE (widget)->title_field);
}

/* ── Dialogs ──────────────────────────────────────────────────────────────── */

/* What opened the dialog may be gone once it has done its work; the keyboard then goes to what stands there now. */
static void
closed_cb (TlRiskPage *self)
{
  if (self->returning != NULL && tl_risk_page_find_focused (self) != self->returning)
    tl_risk_page_focus_first (self, self->returning);
  self->returning = NULL;
}

static void
return_from (TlRiskPage *self,
             GtkWidget  *focused)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  AdwDialog *dialog = NULL;

  if (ADW_IS_APPLICATION_WINDOW (root))
    dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (root));
  else if (ADW_IS_WINDOW (root))
    dialog = adw_window_get_visible_dialog (ADW_WINDOW (root));
  self->returning = focused;
  if (dialog != NULL)
    g_signal_connect_object (dialog, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
}

static void
name_owner_cb (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  TlRiskPage *self = TL_RISK_PAGE (widget);
  GtkWidget *focused = tl_risk_page_find_focused (self);

  tl_risk_mending_do (widget, self->workbook, self->risk, TL_REMEDY_NAME_OWNER, NULL);
  return_from (self, focused);
}

static void
mend_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  TlRiskPage *self = TL_RISK_PAGE (widget);
  GtkWidget *focused = tl_risk_page_find_focused (self);
  gboolean has_row = FALSE;
  int remedy = 0;
  TlId row;

  tl_risk_mending_read (parameter, &remedy, &row, &has_row);
  tl_risk_mending_do (widget, self->workbook, self->risk, (TlRemedy) remedy, has_row ? &row : NULL);
  return_from (self, focused);
}

static void
edit_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  TlRiskPage *self = TL_RISK_PAGE (widget);
  GtkWidget *focused = tl_risk_page_find_focused (self);
  gboolean has_row = FALSE;
  int table = 0;
  TlId row;

  tl_risk_mending_read (parameter, &table, &row, &has_row);
  if (has_row)
    tl_risk_mending_edit (widget, self->workbook, (TlTable) table, &row);
  return_from (self, focused);
}

static void
answer_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  TlRiskPage *self = TL_RISK_PAGE (widget);
  GtkWidget *focused = tl_risk_page_find_focused (self);
  TlFindingKey key;

  tl_finding_key_read (&key, parameter);
  tl_risk_mending_answer (widget, self->workbook, self->risk, &key);
  return_from (self, focused);
}

static void
choose_standards_cb (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  TlRiskPage *self = TL_RISK_PAGE (widget);
  GtkWidget *focused = tl_risk_page_find_focused (self);

  adw_dialog_present (ADW_DIALOG (tl_standards_dialog_new (self->workbook, self->risk, self->frameworks)), widget);
  return_from (self, focused);
}

/* ── Answers, and other risks ─────────────────────────────────────────────── */

static void
withdrawn_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (TlRiskPage) self = user_data;
  g_autoptr (GError) error = NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gboolean withdrawn = tl_workbook_apply_finish (TL_WORKBOOK (source), result, &error);

  if (!TL_IS_WINDOW (root))
    return;
  if (withdrawn)
    tl_window_offer_undo (TL_WINDOW (root), _("The answer is withdrawn"));
  else
    tl_window_say (TL_WINDOW (root), error->message);
}

static void
withdraw_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TlRiskPage *self = TL_RISK_PAGE (widget);
  TlId answer;

  if (tl_id_from_hex (g_variant_get_string (parameter, NULL), &answer))
    tl_workbook_withdraw_answer_async (self->workbook, &answer, NULL, withdrawn_cb, g_object_ref (self));
}

static void
open_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  TlRiskPage *self = TL_RISK_PAGE (widget);
  GtkWidget *view = gtk_widget_get_ancestor (widget, TL_TYPE_VIEW);
  TlRisk *risk = NULL;
  TlId id;

  if (tl_id_from_hex (g_variant_get_string (parameter, NULL), &id))
    risk = tl_workbook_find_risk (self->workbook, &id);
  if (risk == NULL)
    return;
  if (view != NULL)
    tl_view_set_risk (TL_VIEW (view), risk);
  else
    tl_risk_page_set_risk (self, risk);
  gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

/* ── Beginning ────────────────────────────────────────────────────────────── */

static void
offer (TlRiskPart *part,
       TlRemedy    remedy)
{
  g_autoptr (GVariant) target = g_variant_ref_sink (tl_risk_mending_target ((int) remedy, NULL));
  g_autofree char *action = g_action_print_detailed_name ("risk.mend", target);

  if (tl_risk_mending_can (remedy))
    g_object_set (part, "action", action, NULL);
}

void
tl_risk_page_bind_edits (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "risk.rename", NULL, rename_cb);
  gtk_widget_class_install_action (widget_class, "risk.name-owner", NULL, name_owner_cb);
  gtk_widget_class_install_action (widget_class, "risk.mend", "(is)", mend_cb);
  gtk_widget_class_install_action (widget_class, "risk.edit", "(is)", edit_cb);
  gtk_widget_class_install_action (widget_class, "risk.answer", "(sssss)", answer_cb);
  gtk_widget_class_install_action (widget_class, "risk.withdraw", "s", withdraw_cb);
  gtk_widget_class_install_action (widget_class, "risk.choose-standards", NULL, choose_standards_cb);
  gtk_widget_class_install_action (widget_class, "risk.open", "s", open_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "risk.rename", NULL);
  gtk_widget_class_bind_template_callback (widget_class, title_committed_cb);
}

void
tl_risk_page_begin_edits (TlRiskPage *self)
{
  offer (self->ratings, TL_REMEDY_RATE);
  offer (self->closing, TL_REMEDY_START_REVIEW);
  offer (self->links, TL_REMEDY_LINK_RISKS);
  self->workbook_signals = g_signal_group_new (TL_TYPE_WORKBOOK);
  g_signal_group_connect_swapped (self->workbook_signals, "notify::editable", G_CALLBACK (tl_risk_page_update_editing), self);
  tl_risk_page_update_editing (self);
}
