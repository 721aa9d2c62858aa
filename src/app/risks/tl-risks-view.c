/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-risks-view.h"

#include <glib/gi18n.h>

#include "tl-actor.h"
#include "tl-filter-chip.h"
#include "tl-filters-popover.h"
#include "tl-list-growth.h"
#include "tl-risk-filter.h"
#include "tl-risks-arrangement.h"
#include "tl-risks-cells.h"
#include "tl-risks-columns.h"
#include "tl-risks-groups.h"
#include "tl-risks-options.h"
#include "tl-window.h"

struct _TlRisksView
{
  TlView parent_instance;

  AdwOverlaySplitView *split_view;
  TlRiskPage *page;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkWidget *search_spinner;
  TlFilterChip *chips[TL_N_RISK_CHOICES];
  GtkWidget *link_chip;
  GtkLabel *link_label;
  TlFiltersPopover *filters_popover;
  TlRisksOptions *options;
  GtkStack *stack;
  AdwStatusPage *none_page;
  GtkWidget *say_who_button;
  GtkColumnView *table;
  GtkListView *cards;
  GtkColumnViewColumn *columns[TL_N_RISKS_ORDERS];
  GtkLabel *summary;
  TlRiskFilter *filter;
  GtkFilterListModel *found;
  GtkSortListModel *sorted;
  GtkSliceListModel *slice;
  GtkSingleSelection *selection;

  GSettings *settings;
  TlRisksArrangement *arrangement;
  TlRisksGroups *groups;
  TlRisksSorter *sorter;
  TlListGrowth *growth;
  TlSavedFilters *saved_filters;
  /* The risks whose keys the sorters have to forget when they change. */
  GListModel *risks;

  gboolean narrow;
  /* While the selection follows the risk in hand, or headings the order, and not the other way round. */
  gboolean following;
  guint spinning;
  /* Until the rows have been laid out. */
  guint frames_to_top;
};

typedef enum
{
  PROP_NARROW = 1,
} TlRisksViewProperty;

static GParamSpec *narrow_property;

G_DEFINE_FINAL_TYPE (TlRisksView, tl_risks_view, TL_TYPE_VIEW)

/* ── What is shown ────────────────────────────────────────────────────────── */

/* Why nothing is shown, and nobody is known to be the person who asks for their own. */
static void
update_none_page (TlRisksView *self)
{
  const char *search = tl_risks_arrangement_get_search (self->arrangement);
  gboolean mine = (tl_risks_arrangement_get_choices (self->arrangement) & TL_RISK_CHOICE_MINE) != 0;
  const char *me = tl_risk_filter_get_me (self->filter);
  g_autofree char *description = NULL, *escaped = NULL;

  if (search[0] != '\0')
    /* Translators: %s is what was typed to look for */
    description = g_strdup_printf (_("None of these risks has “%s” in its texts, its names or its refs."), search);
  else if (mine)
    /* Translators: %s is a person's name */
    description = g_strdup_printf (_("None of these risks is %s’s to answer for. If you have another name in this workbook, say who you are."), me);
  else
    description = g_strdup (_("No risk is of this kind today."));
  escaped = g_markup_escape_text (description, -1);
  adw_status_page_set_description (self->none_page, escaped);
  gtk_widget_set_visible (self->say_who_button, mine && search[0] == '\0');
}

static void
update_stack (TlRisksView *self)
{
  TlWorkbook *workbook = tl_view_get_workbook (TL_VIEW (self));
  GListModel *risks = workbook != NULL ? tl_workbook_get_risks (workbook) : NULL;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->found));
  g_autofree char *summary = tl_risks_arrangement_describe (self->arrangement, n);

  if (risks == NULL || g_list_model_get_n_items (risks) == 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
      gtk_label_set_label (self->summary, "");
      return;
    }
  if (n == 0)
    update_none_page (self);
  gtk_stack_set_visible_child_name (self->stack, n == 0 ? "none" : self->narrow ? "cards" : "table");
  gtk_label_set_label (self->summary, summary);
}

/* Each says how many there are if it is chosen beside the others. */
static void
update_chips (TlRisksView *self)
{
  TlWorkbook *workbook = tl_view_get_workbook (TL_VIEW (self));
  TlAssessment *assessment = workbook != NULL ? tl_workbook_get_assessment (workbook) : NULL;
  TlRiskChoices chosen = tl_risks_arrangement_get_choices (self->arrangement);
  guint counts[TL_N_RISK_CHOICES] = { 0, };

  for (guint i = 0; assessment != NULL && i < tl_assessment_get_n_risks (assessment); i++)
    {
      TlRiskChoices such = tl_risk_choices_of (tl_assessment_get_risk (assessment, i), TL_RISK_CHOICES_ALL,
                                               tl_assessment_get_as_at (assessment),
                                               tl_risk_filter_get_me (self->filter));

      for (guint chip = 0; chip < TL_N_RISK_CHOICES; chip++)
        {
          TlRiskChoices choice = (TlRiskChoices) (1u << chip);
          TlRiskChoices wanted = (chosen & choice) != 0 ? chosen : tl_risk_choices_toggle (chosen, choice);

          counts[chip] += (such & wanted) == wanted;
        }
    }
  for (guint chip = 0; chip < TL_N_RISK_CHOICES; chip++)
    {
      tl_filter_chip_set_count (self->chips[chip], counts[chip]);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->chips[chip]), (chosen & 1u << chip) != 0);
    }
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

static void
choose_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  TlRisksView *self = TL_RISKS_VIEW (widget);
  g_autoptr (GFlagsClass) klass = g_type_class_ref (TL_TYPE_RISK_CHOICES);
  const GFlagsValue *value = g_flags_get_value_by_nick (klass, g_variant_get_string (parameter, NULL));
  TlRiskChoices choices = tl_risks_arrangement_get_choices (self->arrangement);

  g_return_if_fail (value != NULL);
  tl_risks_arrangement_set_choices (self->arrangement, tl_risk_choices_toggle (choices, (TlRiskChoices) value->value));
}

/* The first row is at the top by now, and its heading above it. */
static gboolean
show_heading_cb (GtkWidget     *widget,
                 GdkFrameClock *clock,
                 gpointer       user_data)
{
  TlRisksView *self = TL_RISKS_VIEW (widget);

  if (--self->frames_to_top > 0)
    return G_SOURCE_CONTINUE;
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->table)), 0);
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->cards)), 0);
  return G_SOURCE_REMOVE;
}

/* Another order or choice is read from its top; a risk in hand stays in view. */
static void
show_top (TlRisksView *self)
{
  update_stack (self);
  if (tl_view_get_risk (TL_VIEW (self)) != NULL || g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    return;
  if (tl_risks_groups_get_sorter (self->groups) != NULL && self->frames_to_top == 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), show_heading_cb, NULL, NULL);
  if (tl_risks_groups_get_sorter (self->groups) != NULL)
    self->frames_to_top = 2;
  if (self->narrow)
    gtk_list_view_scroll_to (self->cards, 0, GTK_LIST_SCROLL_NONE, NULL);
  else
    gtk_column_view_scroll_to (self->table, 0, NULL, GTK_LIST_SCROLL_NONE, NULL);
}

static void
choices_cb (TlRisksView *self)
{
  tl_list_growth_restart (self->growth);
  tl_risk_filter_set_choices (self->filter, tl_risks_arrangement_get_choices (self->arrangement));
  update_chips (self);
  show_top (self);
}

/* ── Order and groups ─────────────────────────────────────────────────────── */

static void
order_cb (TlRisksView *self)
{
  TlRisksOrder order = tl_risks_arrangement_get_order (self->arrangement);
  gboolean descending = tl_risks_arrangement_get_descending (self->arrangement);

  tl_list_growth_restart (self->growth);
  g_clear_object (&self->sorter);
  self->sorter = tl_risks_sorting_new_sorter (order, descending);
  gtk_sort_list_model_set_sorter (self->sorted, GTK_SORTER (self->sorter));
  /* Equal ones are in the order of their refs, and not of a column that was chosen before. */
  self->following = TRUE;
  gtk_column_view_sort_by_column (self->table, NULL, GTK_SORT_ASCENDING);
  gtk_column_view_sort_by_column (self->table, self->columns[order], descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  self->following = FALSE;
  show_top (self);
}

/* A heading was pressed. The rows are put in order by a sorter of their own, which works every key out once. */
static void
heading_cb (TlRisksView *self)
{
  GtkColumnViewSorter *sorter = GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (self->table));
  GtkColumnViewColumn *column = gtk_column_view_sorter_get_primary_sort_column (sorter);
  gboolean descending = gtk_column_view_sorter_get_primary_sort_order (sorter) == GTK_SORT_DESCENDING;

  for (guint i = 0; i < TL_N_RISKS_ORDERS && !self->following; i++)
    if (column == self->columns[i])
      tl_risks_arrangement_set_order (self->arrangement, (TlRisksOrder) i, descending);
}

static void
groups_cb (TlRisksView *self)
{
  TlRisksSorter *sorter = tl_risks_groups_get_sorter (self->groups);
  g_autoptr (GtkListItemFactory) headers = sorter != NULL ? tl_risks_groups_new_header_factory (self->groups) : NULL;
  g_autoptr (GtkListItemFactory) card_headers = sorter != NULL ? tl_risks_groups_new_header_factory (self->groups) : NULL;
  g_autoptr (GtkListItemFactory) rows = tl_risks_groups_new_row_factory (self->groups);

  tl_list_growth_restart (self->growth);
  gtk_sort_list_model_set_section_sorter (self->sorted, GTK_SORTER (sorter));
  gtk_column_view_set_header_factory (self->table, headers);
  gtk_column_view_set_row_factory (self->table, rows);
  gtk_list_view_set_header_factory (self->cards, card_headers);
  show_top (self);
}

/* Before the lists above are told that risks changed. */
static void
forget_keys_cb (TlRisksView *self)
{
  TlRisksSorter *groups = tl_risks_groups_get_sorter (self->groups);

  tl_risks_sorter_forget (self->sorter);
  if (groups != NULL)
    tl_risks_sorter_forget (groups);
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

/* From a row's findings to what they say. */
static void
findings_clicked_cb (GtkWidget *button,
                     GObject   *item)
{
  TlRisksView *self = TL_RISKS_VIEW (gtk_widget_get_ancestor (button, TL_TYPE_RISKS_VIEW));
  TlRisk *risk = NULL;

  if (self == NULL)
    return;
  g_object_get (item, "item", &risk, NULL);
  if (risk == NULL)
    return;
  open_page (self, risk);
  tl_risk_page_show_findings (self->page);
  g_object_unref (risk);
}

/* ── Searching ────────────────────────────────────────────────────────────── */

static void
search_activate_cb (TlRisksView *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    return;
  gtk_widget_grab_focus (self->narrow ? GTK_WIDGET (self->cards) : GTK_WIDGET (self->table));
}

/* What is looked for may come from a saved filter too. */
static void
search_cb (TlRisksView *self)
{
  const char *search = tl_risks_arrangement_get_search (self->arrangement);

  if (search[0] != '\0')
    gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  tl_list_growth_restart (self->growth);
  tl_risk_search_set_text (tl_risk_filter_get_search (self->filter), search);
  show_top (self);
}

static void
search_mode_cb (TlRisksView *self)
{
  if (gtk_search_bar_get_search_mode (self->search_bar))
    tl_risk_search_prepare (tl_risk_filter_get_search (self->filter));
}

static gboolean
spin_cb (gpointer user_data)
{
  TlRisksView *self = user_data;

  self->spinning = 0;
  gtk_widget_set_visible (self->search_spinner, TRUE);
  return G_SOURCE_REMOVE;
}

/* Words that take longer to read than half a second are said to be being read. */
static void
search_busy_cb (TlRisksView *self)
{
  g_clear_handle_id (&self->spinning, g_source_remove);
  if (tl_risk_search_is_busy (tl_risk_filter_get_search (self->filter)))
    self->spinning = g_timeout_add (500, spin_cb, self);
  else
    gtk_widget_set_visible (self->search_spinner, FALSE);
}

static void
any_link_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TlRisksView *self = TL_RISKS_VIEW (widget);

  set_link (self, TL_LINE_LINK_NONE, TL_LINK_STATE_MISSING);
  gtk_widget_grab_focus (GTK_WIDGET (self->chips[0]));
}

static void
show_all_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TlRisksView *self = TL_RISKS_VIEW (widget);

  tl_risks_arrangement_set_search (self->arrangement, "");
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  set_link (self, TL_LINE_LINK_NONE, TL_LINK_STATE_MISSING);
  tl_risks_arrangement_set_choices (self->arrangement, TL_RISK_CHOICE_OPEN);
}

/* ── Saved filters ────────────────────────────────────────────────────────── */

static void
bring_back_cb (TlRisksView *self,
               AdwToast    *toast)
{
  tl_saved_filters_insert (self->saved_filters, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (toast), "position")),
                           g_object_get_data (G_OBJECT (toast), "filter"));
}

static void
filter_removed_cb (TlRisksView   *self,
                   TlSavedFilter *filter,
                   guint          position)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  /* Translators: %s is the name of a saved filter */
  g_autofree char *sentence = g_strdup_printf (_("Removed the filter “%s”"), tl_saved_filter_get_name (filter));
  AdwToast *toast;

  if (!TL_IS_WINDOW (root))
    return;
  toast = adw_toast_new (sentence);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _("_Undo"));
  g_object_set_data_full (G_OBJECT (toast), "filter", g_object_ref (filter), g_object_unref);
  g_object_set_data (G_OBJECT (toast), "position", GUINT_TO_POINTER (position));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (bring_back_cb), self, G_CONNECT_SWAPPED);
  tl_window_add_toast (TL_WINDOW (root), toast);
}

/* ── Overrides ────────────────────────────────────────────────────────────── */

static void
me_cb (TlRisksView *self)
{
  g_autofree char *me = tl_actor_dup_name (self->settings);

  tl_risk_filter_set_me (self->filter, me);
  update_chips (self);
  update_stack (self);
}

static void
grown_cb (TlRisksView *self)
{
  select_risk (self, tl_view_get_risk (TL_VIEW (self)));
}

static void
tl_risks_view_workbook_changed (TlView *view)
{
  TlRisksView *self = TL_RISKS_VIEW (view);
  TlWorkbook *workbook = tl_view_get_workbook (view);

  if (self->risks != NULL)
    g_signal_handlers_disconnect_by_func (self->risks, forget_keys_cb, self);
  g_clear_object (&self->risks);
  if (workbook != NULL)
    self->risks = g_object_ref (tl_workbook_get_risks (workbook));
  if (self->risks != NULL)
    g_signal_connect_object (self->risks, "items-changed", G_CALLBACK (forget_keys_cb), self, G_CONNECT_SWAPPED);
  forget_keys_cb (self);
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

  tl_risk_search_set_assessment (tl_risk_filter_get_search (self->filter),
                                 workbook != NULL ? tl_workbook_get_assessment (workbook) : NULL);
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
  switch ((TlRisksViewProperty) id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, TL_RISKS_VIEW (object)->narrow);
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
      tl_risks_options_set_columns (self->options, !self->narrow);
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

  g_clear_handle_id (&self->spinning, g_source_remove);
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
  gtk_widget_class_bind_template_child (widget_class, TlRisksView, page);
  gtk_widget_class_bind_template_child (widget_class, TlRisksView, search_bar);
  gtk_widget_class_bind_template_child (widget_class, TlRisksView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TlRisksView, search_spinner);
  gtk_widget_class_bind_template_child (widget_class, TlRisksView, filters_popover);
  gtk_widget_class_bind_template_child (widget_class, TlRisksView, options);
  gtk_widget_class_bind_template_child (widget_class, TlRisksView, sorted);
  gtk_widget_class_bind_template_child (widget_class, TlRisksView, link_chip);
  gtk_widget_class_bind_template_child (widget_class, TlRisksView, link_label);
  gtk_widget_class_bind_template_child (widget_class, TlRisksView, stack);
  gtk_widget_class_bind_template_child (widget_class, TlRisksView, none_page);
  gtk_widget_class_bind_template_child (widget_class, TlRisksView, say_who_button);
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
  gtk_widget_class_bind_template_callback (widget_class, search_mode_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, findings_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_removed_cb);
  tl_risks_cells_bind_callbacks (widget_class);
}

static void
tl_risks_view_class_init (TlRisksViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TlViewClass *view_class = TL_VIEW_CLASS (klass);

  g_type_ensure (TL_TYPE_FILTER_CHIP);
  g_type_ensure (TL_TYPE_FILTERS_POPOVER);
  g_type_ensure (TL_TYPE_RISKS_OPTIONS);
  g_type_ensure (TL_TYPE_RISK_FILTER);
  g_type_ensure (TL_TYPE_RISK_PAGE);

  object_class->get_property = tl_risks_view_get_property;
  object_class->set_property = tl_risks_view_set_property;
  object_class->dispose = tl_risks_view_dispose;
  view_class->workbook_changed = tl_risks_view_workbook_changed;
  view_class->assessment_changed = tl_risks_view_assessment_changed;
  view_class->risk_changed = tl_risks_view_risk_changed;

  /**
   * TlRisksView:narrow:
   *
   * Whether there is only room for cards instead of a table.
   */
  narrow_property = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, PROP_NARROW, narrow_property);

  gtk_widget_class_install_action (widget_class, "risks.choose", "s", choose_cb);
  gtk_widget_class_install_action (widget_class, "risks.show-all", NULL, show_all_cb);
  gtk_widget_class_install_action (widget_class, "risks.any-link", NULL, any_link_cb);
  gtk_widget_class_install_action (widget_class, "risks.close-page", NULL, close_page_cb);
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
follow_arrangement (TlRisksView *self)
{
  static const struct { const char *signal; GCallback callback; } signals[] = {
    { "notify::choices", G_CALLBACK (choices_cb) },
    { "notify::search", G_CALLBACK (search_cb) },
    { "notify::order", G_CALLBACK (order_cb) },
    { "notify::descending", G_CALLBACK (order_cb) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (self->arrangement, signals[i].signal, signals[i].callback, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->groups, "notify::sorter", G_CALLBACK (groups_cb), self, G_CONNECT_SWAPPED);
  g_object_bind_property (self->arrangement, "search", self->search_entry, "text", G_BINDING_BIDIRECTIONAL);
  g_signal_connect_object (tl_risk_filter_get_search (self->filter), "notify::busy", G_CALLBACK (search_busy_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
tl_risks_view_init (TlRisksView *self)
{
  self->arrangement = tl_risks_arrangement_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < TL_N_RISKS_ORDERS; i++)
    {
      g_autoptr (TlRisksSorter) sorter = tl_risks_sorting_new_sorter ((TlRisksOrder) i, FALSE);

      gtk_column_view_column_set_sorter (self->columns[i], GTK_SORTER (sorter));
    }
  remember (self);
  self->groups = tl_risks_groups_new (self->arrangement);
  self->growth = tl_list_growth_new (self->slice, GTK_WIDGET (self));
  g_signal_connect_object (self->growth, "grown", G_CALLBACK (grown_cb), self, G_CONNECT_SWAPPED);
  follow_arrangement (self);
  order_cb (self);
  groups_cb (self);
  g_signal_connect_object (gtk_column_view_get_sorter (self->table), "changed", G_CALLBACK (heading_cb), self,
                           G_CONNECT_SWAPPED);
  tl_risks_options_connect (self->options, self->arrangement, self->table);
  tl_filters_popover_connect (self->filters_popover, self->arrangement, self->saved_filters);
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  me_cb (self);
}

/**
 * tl_risks_view_search:
 * @self: the register
 *
 * Begins a search, or goes on with it. A page that lies over the list makes way for it.
 */
void
tl_risks_view_search (TlRisksView *self)
{
  g_return_if_fail (TL_IS_RISKS_VIEW (self));

  if (adw_overlay_split_view_get_collapsed (self->split_view))
    adw_overlay_split_view_set_show_sidebar (self->split_view, FALSE);
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
