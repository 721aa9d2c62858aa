/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-risks-view-private.h"

#include "tl-actor.h"
#include "tl-finding-counts.h"
#include "tl-line-cell.h"
#include "tl-rating-cell.h"
#include "tl-risk-cell.h"
#include "tl-risks-cells.h"
#include "tl-risks-columns.h"

/* The filters above the rows and the sentence beneath them, in pixels. */
#define AROUND_ROWS 76

typedef enum
{
  PROP_NARROW = 1,
  PROP_WIDE,
} TlRisksViewProperty;

static GParamSpec *properties[PROP_WIDE + 1];

G_DEFINE_FINAL_TYPE (TlRisksView, tl_risks_view, TL_TYPE_VIEW)

static void
me_cb (TlRisksView *self)
{
  g_autofree char *me = tl_actor_dup_name (self->settings);

  tl_risk_filter_set_me (self->filter, me);
  tl_risks_view_update_chips (self);
  tl_risks_view_update_stack (self);
}

static void
grown_cb (TlRisksView *self)
{
  tl_risks_view_select_risk (self, tl_view_get_risk (TL_VIEW (self)));
}

static void
tl_risks_view_workbook_changed (TlView *view)
{
  TlRisksView *self = TL_RISKS_VIEW (view);
  TlWorkbook *workbook = tl_view_get_workbook (view);

  if (self->risks != NULL)
    g_signal_handlers_disconnect_by_func (self->risks, tl_risks_view_forget_keys, self);
  g_clear_object (&self->risks);
  if (workbook != NULL)
    self->risks = g_object_ref (tl_workbook_get_risks (workbook));
  if (self->risks != NULL)
    g_signal_connect_object (self->risks, "items-changed", G_CALLBACK (tl_risks_view_forget_keys), self, G_CONNECT_SWAPPED);
  tl_risks_view_forget_keys (self);
  tl_risks_view_await (self);
  tl_list_growth_restart (self->growth);
  gtk_filter_list_model_set_model (self->found, self->risks);
  adw_overlay_split_view_set_show_sidebar (self->split_view, FALSE);
}

/* Which risks are let through follows from what is concluded; the list tells of those that changed, but "overdue" may
 * change with the day alone. */
static void
tl_risks_view_assessment_changed (TlView *view)
{
  TlRisksView *self = TL_RISKS_VIEW (view);
  TlWorkbook *workbook = tl_view_get_workbook (view);

  tl_risks_view_begin_concluded (self);
  tl_risk_search_set_assessment (tl_risk_filter_get_search (self->filter),
                                 workbook != NULL ? tl_workbook_get_assessment (workbook) : NULL);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  tl_risks_view_update_chips (self);
  tl_risks_view_update_stack (self);
  if (adw_bin_get_child (ADW_BIN (self->page_bin)) != NULL)
    tl_risk_page_refresh (tl_risks_view_get_page (self));
  tl_risks_view_open_awaited (self);
}

static void
tl_risks_view_risk_changed (TlView *view)
{
  TlRisksView *self = TL_RISKS_VIEW (view);
  TlRisk *risk = tl_view_get_risk (view);

  if (risk != gtk_single_selection_get_selected_item (self->selection))
    tl_risks_view_select_risk (self, risk);
  if (risk != NULL)
    tl_risk_page_set_risk (tl_risks_view_get_page (self), risk);
  adw_overlay_split_view_set_show_sidebar (self->split_view, risk != NULL);
}

/* Rows that have a place keep it when a column begins to grow, and only leave it for another width. */
static void
let_grow (GtkColumnViewColumn *column,
          gboolean             grows)
{
  gtk_column_view_column_set_expand (column, grows);
  gtk_column_view_column_set_fixed_width (column, 1);
  gtk_column_view_column_set_fixed_width (column, -1);
}

static void
tl_risks_view_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch ((TlRisksViewProperty) id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, TL_RISKS_VIEW (object)->narrow);
      break;
    case PROP_WIDE:
      g_value_set_boolean (value, TL_RISKS_VIEW (object)->wide);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_risks_view_set_property (GObject      *object,
                            guint         id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  TlRisksView *self = TL_RISKS_VIEW (object);

  switch ((TlRisksViewProperty) id)
    {
    case PROP_NARROW:
      if (self->narrow == g_value_get_boolean (value))
        break;
      self->narrow = g_value_get_boolean (value);
      if (self->options != NULL)
        tl_risks_options_set_columns (self->options, !self->narrow);
      tl_risks_view_update_stack (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_WIDE:
      if (self->wide == g_value_get_boolean (value))
        break;
      self->wide = g_value_get_boolean (value);
      let_grow (self->columns[TL_RISKS_ORDER_OWNER], self->wide);
      let_grow (self->columns[TL_RISKS_ORDER_MEASURE], self->wide);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_risks_view_dispose (GObject *object)
{
  TlRisksView *self = TL_RISKS_VIEW (object);

  g_clear_handle_id (&self->spinning, g_source_remove);
  g_clear_handle_id (&self->awaiting, g_source_remove);
  /* Lists end one after another, and tell of it. */
  if (self->selection != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->selection, self);
      g_signal_handlers_disconnect_by_data (gtk_column_view_get_sorter (self->table), self);
    }
  g_clear_object (&self->growth);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_RISKS_VIEW);
  g_clear_object (&self->saved_filters);
  g_clear_object (&self->groups);
  g_clear_object (&self->sorter);
  g_clear_object (&self->next_sorter);
  g_clear_object (&self->arrangement);
  g_clear_object (&self->settings);
  g_clear_object (&self->risks);

  G_OBJECT_CLASS (tl_risks_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  static const char * const chips[TL_N_RISK_CHOICES] = {
    "open_chip", "mine_chip", "high_chip", "attention_chip", "overdue_chip", "closed_chip",
  };
  static const char * const columns[TL_N_RISKS_ORDERS] = {
    "ref_column", "risk_column", "rating_column", "owner_column",
    "line_column", "measure_column", "review_column", "findings_column",
  };

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/risks/risks-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TlRisksView, split_view);
  gtk_widget_class_bind_template_child (widget_class, TlRisksView, page_bin);
  gtk_widget_class_bind_template_child (widget_class, TlRisksView, search_bar);
  gtk_widget_class_bind_template_child (widget_class, TlRisksView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TlRisksView, search_spinner);
  gtk_widget_class_bind_template_child (widget_class, TlRisksView, options_button);
  gtk_widget_class_bind_template_child (widget_class, TlRisksView, sorted);
  gtk_widget_class_bind_template_child (widget_class, TlRisksView, link_chip);
  gtk_widget_class_bind_template_child (widget_class, TlRisksView, link_label);
  gtk_widget_class_bind_template_child (widget_class, TlRisksView, stack);
  gtk_widget_class_bind_template_child (widget_class, TlRisksView, table);
  gtk_widget_class_bind_template_child (widget_class, TlRisksView, cards);
  gtk_widget_class_bind_template_child (widget_class, TlRisksView, summary);
  gtk_widget_class_bind_template_child (widget_class, TlRisksView, summary_spinner);
  gtk_widget_class_bind_template_child (widget_class, TlRisksView, filters_button);
  gtk_widget_class_bind_template_child (widget_class, TlRisksView, filter);
  gtk_widget_class_bind_template_child (widget_class, TlRisksView, found);
  gtk_widget_class_bind_template_child (widget_class, TlRisksView, slice);
  gtk_widget_class_bind_template_child (widget_class, TlRisksView, selection);
  for (guint i = 0; i < TL_N_RISK_CHOICES; i++)
    gtk_widget_class_bind_template_child_full (widget_class, chips[i], FALSE,
                                               G_STRUCT_OFFSET (TlRisksView, chips) + (gssize) (i * sizeof (gpointer)));
  for (guint i = 0; i < TL_N_RISKS_ORDERS; i++)
    gtk_widget_class_bind_template_child_full (widget_class, columns[i], FALSE,
                                               G_STRUCT_OFFSET (TlRisksView, columns) + (gssize) (i * sizeof (gpointer)));

  tl_risks_view_bind_choice (widget_class);
  tl_risks_view_bind_search (widget_class);
  tl_risks_view_bind_page (widget_class);
}

static void
tl_risks_view_class_init (TlRisksViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TlViewClass *view_class = TL_VIEW_CLASS (klass);

  g_type_ensure (TL_TYPE_DEFERRED_BIN);
  g_type_ensure (TL_TYPE_FILTER_CHIP);
  g_type_ensure (TL_TYPE_FINDING_COUNTS);
  g_type_ensure (TL_TYPE_LINE_CELL);
  g_type_ensure (TL_TYPE_RATING_CELL);
  g_type_ensure (TL_TYPE_RISK_CELL);
  g_type_ensure (TL_TYPE_RISK_FILTER);
  g_type_ensure (TL_TYPE_RISK_PAGE);
  g_type_ensure (TL_TYPE_RISKS_NONE_PAGE);

  object_class->get_property = tl_risks_view_get_property;
  object_class->set_property = tl_risks_view_set_property;
  object_class->dispose = tl_risks_view_dispose;
  view_class->workbook_changed = tl_risks_view_workbook_changed;
  view_class->assessment_changed = tl_risks_view_assessment_changed;
  view_class->risk_changed = tl_risks_view_risk_changed;
  view_class->shows_outline = TRUE;

  /**
   * TlRisksView:narrow:
   *
   * Whether there is only room for cards instead of a table.
   */
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * TlRisksView:wide:
   *
   * Whether there is more room than the titles need, which those who are accountable and measures share.
   */
  properties[PROP_WIDE] = g_param_spec_boolean ("wide", NULL, NULL, FALSE,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  bind_template (widget_class);
}

/* What the person at this computer chose last stays; which risks they looked at doesn't, so that none is hidden unawares. */
static void
remember (TlRisksView *self)
{
  /* Two windows may differ until they are closed. */
  GSettingsBindFlags flags = G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_GET_NO_CHANGES;

  self->settings = g_settings_new (APPLICATION_ID);
  g_settings_bind (self->settings, "risks-order", self->arrangement, "order", flags);
  g_settings_bind (self->settings, "risks-descending", self->arrangement, "descending", flags);
  g_settings_bind (self->settings, "risks-grouping", self->arrangement, "grouping", flags);
  g_signal_connect_object (self->settings, "changed::actor-name", G_CALLBACK (me_cb), self, G_CONNECT_SWAPPED);
  tl_risks_columns_remember (self->table, self->settings);
  self->saved_filters = tl_saved_filters_new (self->settings);
}

static void
tl_risks_view_init (TlRisksView *self)
{
  self->arrangement = tl_risks_arrangement_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < TL_N_RISKS_ORDERS; i++)
    {
      g_autoptr (GtkListItemFactory) cells = tl_risks_cells_new ((TlRisksOrder) i);

      gtk_column_view_column_set_factory (self->columns[i], cells);
    }
  remember (self);
  self->growth = tl_list_growth_new (self->slice, GTK_WIDGET (self), AROUND_ROWS);
  g_signal_connect_object (self->growth, "grown", G_CALLBACK (grown_cb), self, G_CONNECT_SWAPPED);
  tl_risks_view_begin_order (self);
  tl_risks_view_begin_choice (self);
  tl_risks_view_begin_search (self);
  me_cb (self);
}
