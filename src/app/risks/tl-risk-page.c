/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-risk-page.h"

#include <glib/gi18n.h>

#include "tl-format.h"
#include "tl-ground-row.h"
#include "tl-link-section.h"
#include "tl-mark-cell.h"
#include "tl-owner-dialog.h"
#include "tl-rating-cell.h"
#include "tl-risk-words.h"
#include "tl-title-field.h"
#include "tl-workbook-commands.h"

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
  GtkLabel *findings_heading;
  GtkListBox *findings;

  TlWorkbook *workbook;
  TlRisk *risk;
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
  gtk_label_set_label (label, text);
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
}

static void
add_finding (TlRiskPage      *self,
             const TlFinding *finding)
{
  GtkWidget *row = tl_ground_row_new (tl_mark_cell_new_finding (finding->severity), finding->text, finding->settle);
  GtkWidget *item = gtk_list_box_row_new ();
  /* Translators: what is wrong, then what would settle it */
  g_autofree char *label = g_strdup_printf (_("%1$s %2$s"), finding->text, finding->settle);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (item), row);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (item), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_list_box_append (self->findings, item);
}

static void
update_findings (TlRiskPage *self)
{
  TlAssessment *assessment = tl_risk_get_assessment (self->risk);
  const TlRiskJudgement *risk = tl_risk_get_judgement (self->risk);
  guint n = 0;

  gtk_list_box_remove_all (self->findings);
  for (guint i = 0; i < tl_assessment_get_n_findings (assessment); i++)
    {
      const TlFinding *finding = tl_assessment_get_finding (assessment, i);

      if (finding->risk != risk->facts)
        continue;
      add_finding (self, finding);
      n++;
    }
  set_label (self->findings_heading, n > 0 ? g_strdup_printf (ngettext ("%u finding", "%u findings", n), n)
                                           : g_strdup (_("No findings")));
  gtk_widget_set_visible (GTK_WIDGET (self->findings), n > 0);
}

static void
update_editing (TlRiskPage *self)
{
  gboolean editable = self->workbook != NULL && self->risk != NULL && tl_workbook_get_editable (self->workbook);

  tl_title_field_set_editable (self->title_field, editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "risk.rename", editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "risk.name-owner", editable);
}

static void
update_title (TlRiskPage *self)
{
  if (self->risk == NULL)
    return;
  tl_title_field_set_title (self->title_field, tl_risk_get_title (self->risk));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, tl_risk_get_title (self->risk), -1);
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

static void
name_owner_cb (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  TlRiskPage *self = TL_RISK_PAGE (widget);

  adw_dialog_present (ADW_DIALOG (tl_owner_dialog_new (self->workbook, self->risk)), widget);
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

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/risks/risk-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TlRiskPage, title_field);
  gtk_widget_class_bind_template_child (widget_class, TlRiskPage, caption);
  gtk_widget_class_bind_template_child (widget_class, TlRiskPage, rating_cell);
  gtk_widget_class_bind_template_child (widget_class, TlRiskPage, rating_label);
  gtk_widget_class_bind_template_child (widget_class, TlRiskPage, rating_ground_label);
  gtk_widget_class_bind_template_child (widget_class, TlRiskPage, owner_label);
  gtk_widget_class_bind_template_child (widget_class, TlRiskPage, owner_ground_label);
  gtk_widget_class_bind_template_child (widget_class, TlRiskPage, review_label);
  gtk_widget_class_bind_template_child (widget_class, TlRiskPage, review_ground_label);
  gtk_widget_class_bind_template_child (widget_class, TlRiskPage, findings_heading);
  gtk_widget_class_bind_template_child (widget_class, TlRiskPage, findings);
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
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "risk.rename", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "risks.close-page", NULL);
  bind_template (widget_class);
}

static void
tl_risk_page_init (TlRiskPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->risk_signals = g_signal_group_new (TL_TYPE_RISK);
  g_signal_group_connect_swapped (self->risk_signals, "notify::title", G_CALLBACK (update_title), self);
  self->workbook_signals = g_signal_group_new (TL_TYPE_WORKBOOK);
  g_signal_group_connect_swapped (self->workbook_signals, "notify::editable", G_CALLBACK (update_editing), self);
  update_editing (self);
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
  update_head (self, tl_risk_get_judgement (self->risk), tl_risk_get_as_at (self->risk));
  for (int i = 0; i < TL_N_LINE_LINKS; i++)
    tl_link_section_show (self->sections[i], self->risk, (TlLineLink) (TL_LINE_LINK_FOUND + i));
  update_findings (self);
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
