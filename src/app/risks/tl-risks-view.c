/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-risks-view.h"

#include <glib/gi18n.h>

#include "tl-filter-chip.h"
#include "tl-risk-filter.h"
#include "tl-risks-cells.h"
#include "tl-risks-sorting.h"

/* As many rows as a window shows at once; the others come when these have been painted. */
#define FIRST_ROWS 30

struct _TlRisksView
{
  TlView parent_instance;

  AdwOverlaySplitView *split_view;
  TlRiskPage *page;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  TlFilterChip *chips[TL_N_RISK_CHOICES];
  GtkWidget *link_chip;
  GtkLabel *link_label;
  GtkStack *stack;
  AdwStatusPage *none_page;
  GtkColumnView *table;
  GtkListView *cards;
  GtkColumnViewColumn *columns[TL_N_RISKS_ORDERS];
  GtkLabel *summary;
  TlRiskFilter *filter;
  GtkFilterListModel *found;
  GtkSliceListModel *slice;
  GtkSingleSelection *selection;

  gboolean narrow;
  /* While the selection follows the risk in hand, not the other way round. */
  gboolean following;
  guint first_frame;
};

typedef enum
{
  PROP_CHOICE = 1,
  PROP_NARROW,
} TlRisksViewProperty;

static GParamSpec *properties[PROP_NARROW + 1];

G_DEFINE_FINAL_TYPE (TlRisksView, tl_risks_view, TL_TYPE_VIEW)

/* ── What is shown ────────────────────────────────────────────────────────── */

static const char *
describe_order (TlRisksView *self)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (self->table);
  GtkColumnViewColumn *column = gtk_column_view_sorter_get_primary_sort_column (GTK_COLUMN_VIEW_SORTER (sorter));

  for (guint i = 0; i < TL_N_RISKS_ORDERS; i++)
    if (column == self->columns[i])
      return tl_risks_sorting_describe ((TlRisksOrder) i,
                                        gtk_column_view_sorter_get_primary_sort_order (GTK_COLUMN_VIEW_SORTER (sorter)));
  return tl_risks_sorting_describe (TL_RISKS_ORDER_REF, GTK_SORT_ASCENDING);
}

static void
update_none_page (TlRisksView *self)
{
  const char *search = tl_risk_filter_get_search (self->filter);
  g_autofree char *description = NULL, *escaped = NULL;

  if (search != NULL && search[0] != '\0')
    /* Translators: %s is what was typed to look for */
    description = g_strdup_printf (_("None of these risks has “%s” in its ref, title or owner."), search);
  else
    description = g_strdup (_("No risk is of this kind today."));
  escaped = g_markup_escape_text (description, -1);
  adw_status_page_set_description (self->none_page, escaped);
}

static void
update_stack (TlRisksView *self)
{
  TlWorkbook *workbook = tl_view_get_workbook (TL_VIEW (self));
  GListModel *risks = workbook != NULL ? tl_workbook_get_risks (workbook) : NULL;
  g_autofree char *count = tl_risk_choice_count (tl_risk_filter_get_choice (self->filter),
                                                 g_list_model_get_n_items (G_LIST_MODEL (self->found)));
  g_autofree char *summary = NULL;

  if (risks == NULL || g_list_model_get_n_items (risks) == 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
      gtk_label_set_label (self->summary, "");
    }
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->found)) == 0)
    {
      update_none_page (self);
      gtk_stack_set_visible_child_name (self->stack, "none");
      gtk_label_set_label (self->summary, count);
    }
  else
    {
      gtk_stack_set_visible_child_name (self->stack, self->narrow ? "cards" : "table");
      /* Translators: how many risks, then their order: "10 open risks, highest rating first" */
      summary = g_strdup_printf (_("%1$s, %2$s"), count, describe_order (self));
      gtk_label_set_label (self->summary, summary);
    }
}

static void
update_chips (TlRisksView *self)
{
  TlWorkbook *workbook = tl_view_get_workbook (TL_VIEW (self));
  TlAssessment *assessment = workbook != NULL ? tl_workbook_get_assessment (workbook) : NULL;
  guint counts[TL_N_RISK_CHOICES] = { 0, };

  for (guint i = 0; assessment != NULL && i < tl_assessment_get_n_risks (assessment); i++)
    for (guint choice = 0; choice < TL_N_RISK_CHOICES; choice++)
      counts[choice] += tl_risk_choice_has ((TlRiskChoice) choice, tl_assessment_get_risk (assessment, i),
                                            tl_assessment_get_as_at (assessment));
  for (guint choice = 0; choice < TL_N_RISK_CHOICES; choice++)
    tl_filter_chip_set_count (self->chips[choice], counts[choice]);
}

/* The one link by which the risks are chosen, with a button that lets all come back. */
static void
set_link (TlRisksView *self,
          TlLineLink   link,
          TlLinkState  state)
{
  g_autofree char *label = NULL;

  tl_risk_filter_set_link (self->filter, link, state);
  gtk_widget_set_visible (self->link_chip, link != TL_LINE_LINK_NONE);
  /* Translators: a link of the line, and the state that is looked for: "Owned weak" */
  label = g_strdup_printf (_("%1$s %2$s"), _(tl_position_get_word (link)), tl_word_label (TL_TYPE_LINK_STATE, (int) state));
  gtk_label_set_label (self->link_label, label);
  update_stack (self);
}

static void
items_changed_cb (TlRisksView *self)
{
  update_stack (self);
}

/* ── The risk in hand ─────────────────────────────────────────────────────── */

static void
open_page (TlRisksView *self,
           TlRisk      *risk)
{
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
  if (adw_overlay_split_view_get_collapsed (self->split_view))
    gtk_widget_child_focus (GTK_WIDGET (self->page), GTK_DIR_TAB_FORWARD);
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

static void
select_risk (TlRisksView *self,
             TlRisk      *risk)
{
  self->following = TRUE;
  gtk_single_selection_set_selected (self->selection, find_risk (self, risk));
  self->following = FALSE;
}

/* Closing the page lets go of the risk, so that the same row can be chosen again. */
static void
page_shown_cb (TlRisksView *self)
{
  if (adw_overlay_split_view_get_show_sidebar (self->split_view))
    return;
  select_risk (self, NULL);
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

/* ── Searching ────────────────────────────────────────────────────────────── */

static void
search_activate_cb (TlRisksView *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    return;
  gtk_widget_grab_focus (self->narrow ? GTK_WIDGET (self->cards) : GTK_WIDGET (self->table));
}

static void
any_link_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TlRisksView *self = TL_RISKS_VIEW (widget);

  set_link (self, TL_LINE_LINK_NONE, TL_LINK_STATE_MISSING);
  gtk_widget_grab_focus (GTK_WIDGET (self->chips[TL_RISK_CHOICE_OPEN]));
}

static void
show_all_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TlRisksView *self = TL_RISKS_VIEW (widget);

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  set_link (self, TL_LINE_LINK_NONE, TL_LINK_STATE_MISSING);
  tl_risk_filter_set_choice (self->filter, TL_RISK_CHOICE_OPEN);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOICE]);
}

/* ── Overrides ────────────────────────────────────────────────────────────── */

static gboolean
first_frame_cb (gpointer user_data)
{
  TlRisksView *self = user_data;

  self->first_frame = 0;
  gtk_slice_list_model_set_size (self->slice, G_MAXUINT);
  select_risk (self, tl_view_get_risk (TL_VIEW (self)));
  return G_SOURCE_REMOVE;
}

static void
after_paint_cb (GdkFrameClock *clock,
                TlRisksView   *self)
{
  g_signal_handlers_disconnect_by_func (clock, after_paint_cb, self);
  if (self->first_frame == 0)
    self->first_frame = g_idle_add (first_frame_cb, self);
}

static void
tl_risks_view_map (GtkWidget *widget)
{
  TlRisksView *self = TL_RISKS_VIEW (widget);

  GTK_WIDGET_CLASS (tl_risks_view_parent_class)->map (widget);

  if (gtk_slice_list_model_get_size (self->slice) == FIRST_ROWS)
    g_signal_connect_object (gtk_widget_get_frame_clock (widget), "after-paint", G_CALLBACK (after_paint_cb), self,
                             G_CONNECT_AFTER);
}

static void
tl_risks_view_workbook_changed (TlView *view)
{
  TlRisksView *self = TL_RISKS_VIEW (view);
  TlWorkbook *workbook = tl_view_get_workbook (view);

  gtk_filter_list_model_set_model (self->found, workbook != NULL ? tl_workbook_get_risks (workbook) : NULL);
  adw_overlay_split_view_set_show_sidebar (self->split_view, FALSE);
}

/* Which risks are let through follows from what is concluded; the list tells of those that changed, but "overdue" may
 * change with the day alone. */
static void
tl_risks_view_assessment_changed (TlView *view)
{
  TlRisksView *self = TL_RISKS_VIEW (view);

  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  update_chips (self);
  update_stack (self);
  tl_risk_page_refresh (self->page);
}

static void
tl_risks_view_risk_changed (TlView *view)
{
  TlRisksView *self = TL_RISKS_VIEW (view);
  TlRisk *risk = tl_view_get_risk (view);

  if (risk != gtk_single_selection_get_selected_item (self->selection))
    select_risk (self, risk);
  if (risk != NULL)
    tl_risk_page_set_risk (self->page, risk);
  adw_overlay_split_view_set_show_sidebar (self->split_view, risk != NULL);
}

static void
tl_risks_view_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  TlRisksView *self = TL_RISKS_VIEW (object);

  switch ((TlRisksViewProperty) id)
    {
    case PROP_CHOICE:
      g_value_set_enum (value, (int) tl_risk_filter_get_choice (self->filter));
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
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
    case PROP_CHOICE:
      if (tl_risk_filter_get_choice (self->filter) == (TlRiskChoice) g_value_get_enum (value))
        break;
      tl_risk_filter_set_choice (self->filter, (TlRiskChoice) g_value_get_enum (value));
      update_stack (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_NARROW:
      if (self->narrow == g_value_get_boolean (value))
        break;
      self->narrow = g_value_get_boolean (value);
      update_stack (self);
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

  g_clear_handle_id (&self->first_frame, g_source_remove);
  /* Lists end one after another, and tell of it. */
  if (self->selection != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->selection, self);
      g_signal_handlers_disconnect_by_data (gtk_column_view_get_sorter (self->table), self);
    }
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_RISKS_VIEW);

  G_OBJECT_CLASS (tl_risks_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  static const char * const chips[TL_N_RISK_CHOICES] = {
    "open_chip", "high_chip", "attention_chip", "overdue_chip", "closed_chip",
  };
  static const char * const columns[TL_N_RISKS_ORDERS] = {
    "ref_column", "risk_column", "rating_column", "owner_column",
    "line_column", "measure_column", "review_column", "findings_column",
  };

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/risks/risks-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TlRisksView, split_view);
  gtk_widget_class_bind_template_child (widget_class, TlRisksView, page);
  gtk_widget_class_bind_template_child (widget_class, TlRisksView, search_bar);
  gtk_widget_class_bind_template_child (widget_class, TlRisksView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TlRisksView, link_chip);
  gtk_widget_class_bind_template_child (widget_class, TlRisksView, link_label);
  gtk_widget_class_bind_template_child (widget_class, TlRisksView, stack);
  gtk_widget_class_bind_template_child (widget_class, TlRisksView, none_page);
  gtk_widget_class_bind_template_child (widget_class, TlRisksView, table);
  gtk_widget_class_bind_template_child (widget_class, TlRisksView, cards);
  gtk_widget_class_bind_template_child (widget_class, TlRisksView, summary);
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

  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, items_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  tl_risks_cells_bind_callbacks (widget_class);
}

static void
tl_risks_view_class_init (TlRisksViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TlViewClass *view_class = TL_VIEW_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  g_type_ensure (TL_TYPE_FILTER_CHIP);
  g_type_ensure (TL_TYPE_RISK_FILTER);
  g_type_ensure (TL_TYPE_RISK_PAGE);

  object_class->get_property = tl_risks_view_get_property;
  object_class->set_property = tl_risks_view_set_property;
  object_class->dispose = tl_risks_view_dispose;
  widget_class->map = tl_risks_view_map;
  view_class->workbook_changed = tl_risks_view_workbook_changed;
  view_class->assessment_changed = tl_risks_view_assessment_changed;
  view_class->risk_changed = tl_risks_view_risk_changed;

  /**
   * TlRisksView:choice:
   *
   * Which risks are shown.
   */
  properties[PROP_CHOICE] = g_param_spec_enum ("choice", NULL, NULL, TL_TYPE_RISK_CHOICE, TL_RISK_CHOICE_OPEN, flags);
  /**
   * TlRisksView:narrow:
   *
   * Whether there is only room for cards instead of a table.
   */
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_install_property_action (widget_class, "risks.show", "choice");
  gtk_widget_class_install_action (widget_class, "risks.show-all", NULL, show_all_cb);
  gtk_widget_class_install_action (widget_class, "risks.any-link", NULL, any_link_cb);
  gtk_widget_class_install_action (widget_class, "risks.close-page", NULL, close_page_cb);
  bind_template (widget_class);
}

static void
tl_risks_view_init (TlRisksView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < TL_N_RISKS_ORDERS; i++)
    {
      g_autoptr (GtkSorter) sorter = tl_risks_sorting_new_sorter ((TlRisksOrder) i);

      gtk_column_view_column_set_sorter (self->columns[i], sorter);
    }
  g_signal_connect_object (gtk_column_view_get_sorter (self->table), "changed", G_CALLBACK (update_stack), self,
                           G_CONNECT_SWAPPED);
  gtk_column_view_sort_by_column (self->table, self->columns[TL_RISKS_ORDER_RATING], GTK_SORT_DESCENDING);
  gtk_slice_list_model_set_size (self->slice, FIRST_ROWS);
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  update_stack (self);
}

/**
 * tl_risks_view_search:
 * @self: the register
 *
 * Begins a search, or goes on with it.
 */
void
tl_risks_view_search (TlRisksView *self)
{
  g_return_if_fail (TL_IS_RISKS_VIEW (self));

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/**
 * tl_risks_view_show_link:
 * @self: the register
 * @link: a link of the line
 * @state: sound, weak or missing
 *
 * Shows the open risks whose line is in that state at that link.
 */
void
tl_risks_view_show_link (TlRisksView *self,
                         TlLineLink   link,
                         TlLinkState  state)
{
  g_return_if_fail (TL_IS_RISKS_VIEW (self));
  g_return_if_fail (link != TL_LINE_LINK_NONE);

  gtk_widget_activate_action (GTK_WIDGET (self), "risks.show-all", NULL);
  set_link (self, link, state);
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

  return self->page;
}
