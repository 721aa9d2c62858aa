/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-risk-page.h"

#include <glib/gi18n.h>

#include "tl-finding-row.h"
#include "tl-fitted-text.h"
#include "tl-link-section.h"
#include "tl-rating-cell.h"
#include "tl-record-list-box.h"
#include "tl-risk-mending.h"
#include "tl-risk-parts.h"
#include "tl-risk-words.h"
#include "tl-standards-dialog.h"
#include "tl-title-field.h"
#include "tl-view.h"
#include "tl-window.h"
#include "tl-workbook-commands.h"
#include "tl-workbook-findings.h"

/* What hangs on a risk and has no place on its line: warning signs, causes, learning. */
#define N_RECORDS 3
#define N_PARTS 5
#define N_STEPS (TL_N_LINE_LINKS + N_RECORDS + N_PARTS)

struct _TlRiskPage
{
  AdwBin parent_instance;

  TlTitleField *title_field;
  GtkLabel *caption;
  TlRatingCell *rating_cell;
  GtkLabel *rating_label;
  GtkLabel *rating_ground_label;
  GtkLabel *owner_label;
  GtkLabel *owner_ground_label;
  GtkLabel *review_label;
  GtkLabel *review_ground_label;
  TlLinkSection *sections[TL_N_LINE_LINKS];
  GtkLabel *ended_label;
  TlRiskPart *oversight;
  TlRiskPart *closing;
  TlRiskPart *ratings;
  TlRecordListBox *records[N_RECORDS];
  TlRiskPart *links;
  TlRiskPart *standards;

  TlWorkbook *workbook;
  TlRisk *risk;
  TlFrameworks *frameworks;
  GCancellable *reading;
  /* Where the keyboard was when a dialog was opened. */
  GtkWidget *returning;
  /* What is left to be filled in, and where the keyboard was before that began. */
  guint filling;
  guint step;
  GtkWidget *focused;
  /* Whether all findings about oversight are shown, not only the first. */
  gboolean all;
  GSignalGroup *risk_signals;
  GSignalGroup *workbook_signals;
};

typedef enum
{
  PROP_WORKBOOK = 1,
} TlRiskPageProperty;

static GParamSpec *properties[PROP_WORKBOOK + 1];

G_DEFINE_FINAL_TYPE (TlRiskPage, tl_risk_page, ADW_TYPE_BIN)

/* ── What is shown ────────────────────────────────────────────────────────── */

static void
set_label (GtkLabel *label,
           char     *text)
{
  g_autofree char *fitted = tl_fitted_text (text, TL_FITTED_ROW);

  gtk_label_set_label (label, fitted);
  g_free (text);
}

static void
set_late (TlRiskPage *self,
          gboolean    late)
{
  GtkWidget *label = GTK_WIDGET (self->review_ground_label);

  if (late)
    {
      gtk_widget_add_css_class (label, "late");
      gtk_widget_remove_css_class (label, "dimmed");
    }
  else
    {
      gtk_widget_remove_css_class (label, "late");
      gtk_widget_add_css_class (label, "dimmed");
    }
}

static void
update_head (TlRiskPage            *self,
             const TlRiskJudgement *risk,
             TlDay                  as_at)
{
  g_autofree char *theme = tl_risk_words_theme (risk);
  const char *ref = risk->facts->base.ref != NULL ? risk->facts->base.ref : "";
  const char *separator = ref[0] != '\0' && theme[0] != '\0' ? " · " : "";

  set_label (self->caption, g_strconcat (ref, separator, theme, NULL));
  tl_rating_cell_set_rating (self->rating_cell, risk->rating, risk->band);
  set_label (self->rating_label, tl_risk_words_band (risk));
  set_label (self->rating_ground_label, tl_risk_words_rating (risk));
  set_label (self->owner_label, tl_risk_words_owner (risk));
  set_label (self->owner_ground_label, tl_risk_words_owner_since (risk, as_at));
  set_label (self->review_label, tl_risk_words_review (risk, as_at));
  set_label (self->review_ground_label, tl_risk_words_review_ground (risk, as_at));
  set_late (self, tl_risk_words_is_late (risk, as_at));
  set_label (self->ended_label, tl_risk_words_ending (risk));
  gtk_widget_set_visible (GTK_WIDGET (self->ended_label), risk->state != TL_RISK_STATE_OPEN);
}

/* One thing of the page, so that keys and clicks come between two of them. */
static void
fill_step (TlRiskPage *self,
           guint       step)
{
  if (step < TL_N_LINE_LINKS)
    tl_link_section_fill (self->sections[step]);
  else if (step < TL_N_LINE_LINKS + N_RECORDS)
    tl_record_list_box_set_owner (self->records[step - TL_N_LINE_LINKS], self->workbook,
                                  tl_record_get_id (TL_RECORD (self->risk)));
  else
    switch (step - TL_N_LINE_LINKS - N_RECORDS)
      {
      case 0:
        tl_risk_parts_fill_oversight (self->oversight, self->risk, self->all);
        break;
      case 1:
        tl_risk_parts_fill_closing (self->closing, self->risk);
        break;
      case 2:
        tl_risk_parts_fill_ratings (self->ratings, self->risk);
        break;
      case 3:
        tl_risk_parts_fill_links (self->links, self->risk);
        break;
      default:
        tl_risk_parts_fill_standards (self->standards, self->risk, self->frameworks);
        break;
      }
}


static gboolean
is_editable (TlRiskPage *self)
{
  return self->workbook != NULL && self->risk != NULL && tl_workbook_get_editable (self->workbook);
}

/* What is shown is made anew; whoever has the keyboard in a section keeps it there. */
static GtkWidget *
find_focused (TlRiskPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget * const parts[] = {
    GTK_WIDGET (self->oversight), GTK_WIDGET (self->closing), GTK_WIDGET (self->ratings), GTK_WIDGET (self->links),
    GTK_WIDGET (self->standards),
  };

  /* What is hidden keeps the keyboard until the next frame. */
  if (focus != NULL && !gtk_widget_get_mapped (focus))
    return NULL;
  for (int i = 0; focus != NULL && i < TL_N_LINE_LINKS; i++)
    if (gtk_widget_is_ancestor (focus, GTK_WIDGET (self->sections[i])))
      return GTK_WIDGET (self->sections[i]);
  for (guint i = 0; focus != NULL && i < G_N_ELEMENTS (parts); i++)
    if (gtk_widget_is_ancestor (focus, parts[i]))
      return parts[i];
  return NULL;
}

/* From its beginning, not from where the keyboard last was in it. */
static void
focus_first (TlRiskPage *self,
             GtkWidget  *part)
{
  gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  gtk_widget_child_focus (part, GTK_DIR_TAB_FORWARD);
}

static void
update_sections (TlRiskPage *self)
{
  for (int i = 0; i < TL_N_LINE_LINKS; i++)
    tl_link_section_show (self->sections[i], self->risk, (TlLineLink) (TL_LINE_LINK_FOUND + i), is_editable (self));
}

static void
update_editing (TlRiskPage *self)
{
  static const char * const actions[] = {
    "risk.rename", "risk.name-owner", "risk.mend", "risk.edit", "risk.answer", "risk.withdraw",
  };
  gboolean editable = is_editable (self);

  tl_title_field_set_editable (self->title_field, editable);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "risk.choose-standards", editable && self->frameworks != NULL);
  if (self->risk != NULL && tl_risk_get_judgement (self->risk) != NULL)
    update_sections (self);
}

static void
update_title (TlRiskPage *self)
{
  if (self->risk == NULL)
    return;
  tl_title_field_set_title (self->title_field, tl_risk_get_title (self->risk));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, tl_risk_get_title (self->risk), -1);
}

static gboolean
fill_cb (gpointer user_data)
{
  TlRiskPage *self = user_data;

  if (self->risk != NULL && tl_risk_get_judgement (self->risk) != NULL && self->step < N_STEPS)
    {
      fill_step (self, self->step++);
      return G_SOURCE_CONTINUE;
    }
  self->filling = 0;
  if (self->focused != NULL && find_focused (self) != self->focused)
    focus_first (self, self->focused);
  self->focused = NULL;
  return G_SOURCE_REMOVE;
}

static void
show_all_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TlRiskPage *self = TL_RISK_PAGE (widget);

  self->all = TRUE;
  tl_risk_parts_fill_oversight (self->oversight, self->risk, TRUE);
  focus_first (self, GTK_WIDGET (self->oversight));
}

/* ── Edits ────────────────────────────────────────────────────────────────── */

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

/* What opened the dialog may be gone once it has done its work; the keyboard then goes to what stands there now. */
static void
closed_cb (TlRiskPage *self)
{
  if (self->returning != NULL && find_focused (self) != self->returning)
    focus_first (self, self->returning);
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
  GtkWidget *focused = find_focused (self);

  tl_risk_mending_do (widget, self->workbook, self->risk, TL_REMEDY_NAME_OWNER, NULL);
  return_from (self, focused);
}

static void
mend_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  TlRiskPage *self = TL_RISK_PAGE (widget);
  GtkWidget *focused = find_focused (self);
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
  GtkWidget *focused = find_focused (self);
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
  GtkWidget *focused = find_focused (self);
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
  GtkWidget *focused = find_focused (self);

  adw_dialog_present (ADW_DIALOG (tl_standards_dialog_new (self->workbook, self->risk, self->frameworks)), widget);
  return_from (self, focused);
}

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

/* ── Overrides ────────────────────────────────────────────────────────────── */

static void
tl_risk_page_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  switch ((TlRiskPageProperty) id)
    {
    case PROP_WORKBOOK:
      g_value_set_object (value, TL_RISK_PAGE (object)->workbook);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_risk_page_set_property (GObject      *object,
                           guint         id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  TlRiskPage *self = TL_RISK_PAGE (object);

  switch ((TlRiskPageProperty) id)
    {
    case PROP_WORKBOOK:
      if (!g_set_object (&self->workbook, g_value_get_object (value)))
        break;
      tl_risk_page_set_risk (self, NULL);
      g_signal_group_set_target (self->workbook_signals, self->workbook);
      update_editing (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_risk_page_dispose (GObject *object)
{
  TlRiskPage *self = TL_RISK_PAGE (object);

  g_clear_handle_id (&self->filling, g_source_remove);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->frameworks, tl_frameworks_unref);
  g_clear_object (&self->risk_signals);
  g_clear_object (&self->workbook_signals);
  g_clear_object (&self->risk);
  g_clear_object (&self->workbook);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_RISK_PAGE);

  G_OBJECT_CLASS (tl_risk_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  static const char * const sections[TL_N_LINE_LINKS] = {
    "found_section", "owned_section", "defined_section", "acted_section",
    "evidenced_section", "improved_section", "even_section", "sustained_section",
  };
  static const char * const records[N_RECORDS] = { "signs", "causes", "learning" };

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/risks/risk-page.ui");
  for (guint i = 0; i < N_RECORDS; i++)
    gtk_widget_class_bind_template_child_full (widget_class, records[i], FALSE,
                                               G_STRUCT_OFFSET (TlRiskPage, records) + (gssize) (i * sizeof (gpointer)));
  gtk_widget_class_bind_template_child (widget_class, TlRiskPage, title_field);
  gtk_widget_class_bind_template_child (widget_class, TlRiskPage, caption);
  gtk_widget_class_bind_template_child (widget_class, TlRiskPage, rating_cell);
  gtk_widget_class_bind_template_child (widget_class, TlRiskPage, rating_label);
  gtk_widget_class_bind_template_child (widget_class, TlRiskPage, rating_ground_label);
  gtk_widget_class_bind_template_child (widget_class, TlRiskPage, owner_label);
  gtk_widget_class_bind_template_child (widget_class, TlRiskPage, owner_ground_label);
  gtk_widget_class_bind_template_child (widget_class, TlRiskPage, review_label);
  gtk_widget_class_bind_template_child (widget_class, TlRiskPage, review_ground_label);
  gtk_widget_class_bind_template_child (widget_class, TlRiskPage, ended_label);
  gtk_widget_class_bind_template_child (widget_class, TlRiskPage, oversight);
  gtk_widget_class_bind_template_child (widget_class, TlRiskPage, closing);
  gtk_widget_class_bind_template_child (widget_class, TlRiskPage, ratings);
  gtk_widget_class_bind_template_child (widget_class, TlRiskPage, links);
  gtk_widget_class_bind_template_child (widget_class, TlRiskPage, standards);
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    gtk_widget_class_bind_template_child_full (widget_class, sections[i], FALSE,
                                               G_STRUCT_OFFSET (TlRiskPage, sections) + (gssize) (i * sizeof (gpointer)));
  gtk_widget_class_bind_template_callback (widget_class, title_committed_cb);
}

static void
tl_risk_page_class_init (TlRiskPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (TL_TYPE_LINK_SECTION);
  g_type_ensure (TL_TYPE_RATING_CELL);
  g_type_ensure (TL_TYPE_RECORD_LIST_BOX);
  g_type_ensure (TL_TYPE_RISK_PART);
  g_type_ensure (TL_TYPE_TITLE_FIELD);

  object_class->get_property = tl_risk_page_get_property;
  object_class->set_property = tl_risk_page_set_property;
  object_class->dispose = tl_risk_page_dispose;

  /**
   * TlRiskPage:workbook:
   *
   * The workbook that the risk is of.
   */
  properties[PROP_WORKBOOK] = g_param_spec_object ("workbook", NULL, NULL, TL_TYPE_WORKBOOK,
                                                   G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_install_action (widget_class, "risk.rename", NULL, rename_cb);
  gtk_widget_class_install_action (widget_class, "risk.name-owner", NULL, name_owner_cb);
  gtk_widget_class_install_action (widget_class, "risk.mend", "(is)", mend_cb);
  gtk_widget_class_install_action (widget_class, "risk.edit", "(is)", edit_cb);
  gtk_widget_class_install_action (widget_class, "risk.answer", "(sssss)", answer_cb);
  gtk_widget_class_install_action (widget_class, "risk.withdraw", "s", withdraw_cb);
  gtk_widget_class_install_action (widget_class, "risk.choose-standards", NULL, choose_standards_cb);
  gtk_widget_class_install_action (widget_class, "risk.open", "s", open_cb);
  gtk_widget_class_install_action (widget_class, "findings.show-all", NULL, show_all_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "risk.rename", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "risks.close-page", NULL);
  bind_template (widget_class);
}

/* A risk's standards are named before it is known what they are called elsewhere. */
static void
frameworks_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  TlRiskPage *self = user_data;
  g_autoptr (GError) error = NULL;
  TlFrameworks *frameworks = tl_frameworks_get_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (frameworks == NULL)
    {
      g_message ("%s", error->message);
      return;
    }
  self->frameworks = frameworks;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "risk.choose-standards", is_editable (self));
  if (self->risk != NULL && tl_risk_get_judgement (self->risk) != NULL)
    tl_risk_parts_fill_standards (self->standards, self->risk, frameworks);
}

static void
offer (TlRiskPart *part,
       TlRemedy    remedy)
{
  g_autoptr (GVariant) target = g_variant_ref_sink (tl_risk_mending_target ((int) remedy, NULL));
  g_autofree char *action = g_action_print_detailed_name ("risk.mend", target);

  if (tl_risk_mending_can (remedy))
    g_object_set (part, "action", action, NULL);
}

static void
tl_risk_page_init (TlRiskPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  offer (self->ratings, TL_REMEDY_RATE);
  offer (self->links, TL_REMEDY_LINK_RISKS);
  self->risk_signals = g_signal_group_new (TL_TYPE_RISK);
  g_signal_group_connect_swapped (self->risk_signals, "notify::title", G_CALLBACK (update_title), self);
  self->workbook_signals = g_signal_group_new (TL_TYPE_WORKBOOK);
  g_signal_group_connect_swapped (self->workbook_signals, "notify::editable", G_CALLBACK (update_editing), self);
  update_editing (self);
  self->reading = g_cancellable_new ();
  tl_frameworks_get_async (self->reading, frameworks_cb, self);
}

/**
 * tl_risk_page_get_risk:
 * @self: a risk page
 *
 * Returns: (transfer none) (nullable): the risk that is shown
 */
TlRisk *
tl_risk_page_get_risk (TlRiskPage *self)
{
  g_return_val_if_fail (TL_IS_RISK_PAGE (self), NULL);

  return self->risk;
}

/**
 * tl_risk_page_set_risk:
 * @self: a risk page
 * @risk: (nullable): a risk of its workbook
 *
 * Shows another risk. What links are open stays.
 */
void
tl_risk_page_set_risk (TlRiskPage *self,
                       TlRisk     *risk)
{
  g_return_if_fail (TL_IS_RISK_PAGE (self));
  g_return_if_fail (risk == NULL || TL_IS_RISK (risk));

  if (!g_set_object (&self->risk, risk))
    return;
  g_signal_group_set_target (self->risk_signals, risk);
  tl_title_field_end (self->title_field);
  update_title (self);
  update_editing (self);
  self->all = FALSE;
  tl_risk_page_refresh (self);
}

/**
 * tl_risk_page_refresh:
 * @self: a risk page
 *
 * Shows what is concluded of the risk now.
 */
void
tl_risk_page_refresh (TlRiskPage *self)
{
  g_return_if_fail (TL_IS_RISK_PAGE (self));

  if (self->risk == NULL || tl_risk_get_judgement (self->risk) == NULL)
    return;
  if (self->filling == 0)
    self->focused = find_focused (self);
  update_head (self, tl_risk_get_judgement (self->risk), tl_risk_get_as_at (self->risk));
  update_sections (self);
  self->step = 0;
  /* Before anything is painted, but after keys and clicks. */
  if (self->filling == 0)
    self->filling = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fill_cb, self, NULL);
}

/**
 * tl_risk_page_expand:
 * @self: a risk page
 * @link: a link of the line
 * @expanded: whether to show what it rests on
 */
void
tl_risk_page_expand (TlRiskPage *self,
                     TlLineLink  link,
                     gboolean    expanded)
{
  g_return_if_fail (TL_IS_RISK_PAGE (self));
  g_return_if_fail (link >= TL_LINE_LINK_FOUND && link <= TL_LINE_LINK_SUSTAINED);

  tl_link_section_set_expanded (self->sections[link - TL_LINE_LINK_FOUND], expanded);
}

/* The section that a finding is in; what isn't about a link is in a part of its own. */
static GtkWidget *
find_place (TlRiskPage *self,
            TlLineLink  link)
{
  return link == TL_LINE_LINK_NONE ? GTK_WIDGET (self->oversight) : GTK_WIDGET (self->sections[link - TL_LINE_LINK_FOUND]);
}

/**
 * tl_risk_page_show_findings:
 * @self: a risk page
 *
 * Opens every section in which something is found, and puts the keyboard on the first of the gravest.
 */
void
tl_risk_page_show_findings (TlRiskPage *self)
{
  const TlRiskJudgement *risk;
  TlAssessment *assessment;
  const TlFinding *gravest = NULL;
  GtkWidget *place, *viewport;

  g_return_if_fail (TL_IS_RISK_PAGE (self));
  g_return_if_fail (self->risk != NULL);

  risk = tl_risk_get_judgement (self->risk);
  assessment = tl_risk_get_assessment (self->risk);
  for (guint i = 0; risk != NULL && i < tl_assessment_get_n_findings (assessment); i++)
    {
      const TlFinding *finding = tl_assessment_get_finding (assessment, i);

      if (finding->risk != risk->facts)
        continue;
      if (finding->link != TL_LINE_LINK_NONE)
        tl_risk_page_expand (self, finding->link, TRUE);
      if (gravest == NULL || finding->severity < gravest->severity)
        gravest = finding;
    }
  place = find_place (self, gravest != NULL ? gravest->link : TL_LINE_LINK_FOUND);
  viewport = gtk_widget_get_ancestor (place, GTK_TYPE_VIEWPORT);
  gtk_viewport_scroll_to (GTK_VIEWPORT (viewport), place, NULL);
  gtk_widget_child_focus (place, GTK_DIR_TAB_FORWARD);
}
