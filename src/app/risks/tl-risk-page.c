/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-risk-page-private.h"

typedef enum
{
  PROP_WORKBOOK = 1,
} TlRiskPageProperty;

static GParamSpec *properties[PROP_WORKBOOK + 1];

G_DEFINE_FINAL_TYPE (TlRiskPage, tl_risk_page, ADW_TYPE_BIN)

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
      tl_risk_page_update_editing (self);
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

  tl_risk_page_end_filling (self);
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
  static const char * const records[TL_RISK_PAGE_N_RECORDS] = { "signs", "causes", "learning" };

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/risks/risk-page.ui");
  for (guint i = 0; i < TL_RISK_PAGE_N_RECORDS; i++)
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
  gtk_widget_class_bind_template_child (widget_class, TlRiskPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, TlRiskPage, rest);
  gtk_widget_class_bind_template_child (widget_class, TlRiskPage, ended_label);
  gtk_widget_class_bind_template_child (widget_class, TlRiskPage, oversight);
  gtk_widget_class_bind_template_child (widget_class, TlRiskPage, closing);
  gtk_widget_class_bind_template_child (widget_class, TlRiskPage, ratings);
  gtk_widget_class_bind_template_child (widget_class, TlRiskPage, links);
  gtk_widget_class_bind_template_child (widget_class, TlRiskPage, standards);
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    gtk_widget_class_bind_template_child_full (widget_class, sections[i], FALSE,
                                               G_STRUCT_OFFSET (TlRiskPage, sections) + (gssize) (i * sizeof (gpointer)));
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

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "risks.close-page", NULL);
  bind_template (widget_class);
  tl_risk_page_bind_filling (widget_class);
  tl_risk_page_bind_edits (widget_class);
}

static void
tl_risk_page_init (TlRiskPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->risk_signals = g_signal_group_new (TL_TYPE_RISK);
  g_signal_group_connect_swapped (self->risk_signals, "notify::title", G_CALLBACK (tl_risk_page_update_title), self);
  tl_risk_page_begin_edits (self);
  tl_risk_page_begin_filling (self);
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
  tl_risk_page_update_title (self);
  tl_risk_page_update_editing (self);
  self->all = FALSE;
  tl_risk_page_refresh (self);
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
  if (place == GTK_WIDGET (self->oversight))
    tl_risk_page_fill_now (self);
  viewport = gtk_widget_get_ancestor (place, GTK_TYPE_VIEWPORT);
  gtk_viewport_scroll_to (GTK_VIEWPORT (viewport), place, NULL);
  gtk_widget_child_focus (place, GTK_DIR_TAB_FORWARD);
}
