/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-history-view.h"

#include <glib/gi18n.h>

#include "tl-focus-lead.h"
#include "tl-format.h"
#include "tl-history-row.h"
#include "tl-history-sections.h"
#include "tl-store-history.h"
#include "tl-taking-back.h"
#include "tl-workbook-recorded.h"
#include "tl-workbook-undo.h"

struct _TlHistoryView
{
  TlView parent_instance;

  GtkStack *stack;
  GtkDropDown *risk_chooser;
  GtkDropDown *person_chooser;
  GtkStringList *person_names;
  GtkListView *list_view;
  GtkNoSelection *selection;

  /* The open workbook, whichever moment of it the window shows. */
  TlWorkbook *present;
  TlHistoryList *list;
  GSignalGroup *list_signals;
  GSignalGroup *workbook_signals;
  /* Whose changes can be chosen, in the order of the names behind “Everyone”. */
  GPtrArray *people;
  gboolean choosing;
  /* The change to be shown once it is listed. */
  TlDigest wanted;
  gboolean has_wanted;
};

typedef enum
{
  PROP_EDITABLE = 1,
} TlHistoryViewProperty;

static GParamSpec *properties[PROP_EDITABLE + 1];

G_DEFINE_FINAL_TYPE (TlHistoryView, tl_history_view, TL_TYPE_VIEW)

static gboolean
get_editable (TlHistoryView *self)
{
  TlWorkbook *workbook = tl_view_get_workbook (TL_VIEW (self));

  return workbook != NULL && tl_workbook_get_editable (workbook);
}

static void
editable_cb (TlHistoryView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITABLE]);
}

/* ── What is shown of it ──────────────────────────────────────────────────── */

static TlRisk *
get_risk (TlHistoryView *self)
{
  gpointer item = gtk_drop_down_get_selected_item (self->risk_chooser);

  return TL_IS_RISK (item) ? item : NULL;
}

static const TlHistoryActor *
get_person (TlHistoryView *self)
{
  guint selected = gtk_drop_down_get_selected (self->person_chooser);

  return selected != GTK_INVALID_LIST_POSITION && selected > 0 && self->people != NULL && selected <= self->people->len
           ? g_ptr_array_index (self->people, selected - 1) : NULL;
}

static void
update_stack (TlHistoryView *self)
{
  gboolean empty = self->list == NULL || g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0;

  /* It isn't empty before it has been listed. */
  if (self->list != NULL && empty && tl_history_list_get_loading (self->list))
    return;
  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "list");
}

static void
show_wanted (TlHistoryView *self)
{
  guint position;
  g_autoptr (TlHistoryItem) item = NULL;

  if (!self->has_wanted || self->list == NULL || tl_history_list_get_loading (self->list))
    return;
  self->has_wanted = FALSE;
  if (!tl_history_list_find (self->list, &self->wanted, &position))
    return;
  item = g_list_model_get_item (G_LIST_MODEL (self->list), position);
  tl_history_item_set_expanded (item, TRUE);
  gtk_list_view_scroll_to (self->list_view, position, GTK_LIST_SCROLL_FOCUS, NULL);
}

static void
listed_cb (TlHistoryView *self)
{
  update_stack (self);
  show_wanted (self);
}

static void
filter_chosen_cb (TlHistoryView *self)
{
  TlRisk *risk = get_risk (self);
  const TlHistoryActor *person = get_person (self);

  if (self->list == NULL || self->choosing)
    return;
  tl_history_list_set_filter (self->list, risk != NULL ? tl_record_get_id (TL_RECORD (risk)) : NULL,
                              person != NULL ? &person->id : NULL);
}

static char *
name_choice_cb (gpointer item,
                gpointer user_data)
{
  if (GTK_IS_STRING_OBJECT (item))
    return g_strdup (gtk_string_object_get_string (item));
  return g_strdup_printf ("%s %s", tl_record_get_ref (item) != NULL ? tl_record_get_ref (item) : "",
                          tl_risk_get_title (item));
}

static char *
name_day_cb (gpointer       header,
             TlHistoryItem *item)
{
  return item != NULL && tl_history_item_get_day (item) != TL_NO_DAY
           ? tl_format_day_long (tl_history_item_get_day (item)) : NULL;
}

/* ── Who can be chosen ────────────────────────────────────────────────────── */

static gboolean
has_same_people (TlHistoryView *self,
                 GPtrArray     *people)
{
  if (self->people == NULL || self->people->len != people->len)
    return FALSE;
  for (guint i = 0; i < people->len; i++)
    {
      const TlHistoryActor *a = self->people->pdata[i], *b = people->pdata[i];

      if (!tl_id_equal (&a->id, &b->id) || !g_str_equal (a->name, b->name))
        return FALSE;
    }
  return TRUE;
}

static void
take_people (TlHistoryView *self,
             GPtrArray     *people)
{
  const TlHistoryActor *before = get_person (self);
  const TlId chosen = before != NULL ? before->id : (TlId) { { 0 } };
  guint selected = 0;

  if (has_same_people (self, people))
    return;
  self->choosing = TRUE;
  gtk_string_list_splice (self->person_names, 1, g_list_model_get_n_items (G_LIST_MODEL (self->person_names)) - 1, NULL);
  for (guint i = 0; i < people->len; i++)
    {
      const TlHistoryActor *person = people->pdata[i];

      gtk_string_list_append (self->person_names, person->name);
      if (tl_id_equal (&person->id, &chosen))
        selected = i + 1;
    }
  g_clear_pointer (&self->people, g_ptr_array_unref);
  self->people = g_ptr_array_ref (people);
  gtk_drop_down_set_selected (self->person_chooser, selected);
  self->choosing = FALSE;
  filter_chosen_cb (self);
}

static void
people_listed_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (TlHistoryView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = tl_store_list_actors_finish (TL_STORE (source), result, &error);

  if (self->present == NULL || tl_workbook_get_store (self->present) != TL_STORE (source))
    return;
  if (people != NULL)
    take_people (self, people);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_warning ("Who changed the workbook could not be read: %s", error->message);
}

static void
list_people (TlHistoryView *self)
{
  TlStore *store = self->present != NULL ? tl_workbook_get_store (self->present) : NULL;

  if (store != NULL && !tl_store_is_closed (store))
    tl_store_list_actors_async (store, NULL, people_listed_cb, g_object_ref (self));
}

/* Somebody new can only have come with something new at hand. */
static void
items_changed_cb (TlHistoryView *self)
{
  update_stack (self);
  list_people (self);
}

/* ── What a row is asked for ──────────────────────────────────────────────── */

static void
take_back_cb (TlHistoryView *self,
              TlHistoryRow  *row)
{
  TlHistoryItem *item = tl_history_row_get_item (row);

  tl_history_item_set_problem (item, NULL);
  tl_taking_back_begin (TL_VIEW (self), tl_history_item_get_id (item), item,
                        tl_history_entry_get_what (tl_history_item_get_entry (item)));
}

static void
show_recorded_cb (TlHistoryView *self,
                  TlHistoryRow  *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-recorded", "x",
                              tl_history_item_get_time (tl_history_row_get_item (row)));
}

static void
show_in_the_way_cb (TlHistoryView *self,
                    TlHistoryRow  *row)
{
  TlDigest change;

  if (tl_history_item_get_in_the_way (tl_history_row_get_item (row), &change))
    tl_history_view_show_change (self, &change);
}

/* ── Rows ─────────────────────────────────────────────────────────────────── */

static void
setup_cb (TlHistoryView *self,
          GtkListItem   *list_item)
{
  GtkWidget *row = tl_history_row_new ();

  g_object_bind_property (self, "editable", row, "editable", G_BINDING_SYNC_CREATE);
  g_object_bind_property (row, "label", list_item, "accessible-label", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (row, "take-back", G_CALLBACK (take_back_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "show-recorded", G_CALLBACK (show_recorded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "show-in-the-way", G_CALLBACK (show_in_the_way_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (list_item, row);
}

static void
bind_cb (TlHistoryView *self,
         GtkListItem   *list_item)
{
  tl_history_row_set_item (TL_HISTORY_ROW (gtk_list_item_get_child (list_item)), gtk_list_item_get_item (list_item));
}

static void
unbind_cb (TlHistoryView *self,
           GtkListItem   *list_item)
{
  tl_history_row_set_item (TL_HISTORY_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static void
row_activated_cb (TlHistoryView *self,
                  guint          position)
{
  g_autoptr (TlHistoryItem) item = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  if (item != NULL && tl_history_item_get_entry (item) != NULL)
    tl_history_item_set_expanded (item, !tl_history_item_get_expanded (item));
}

/* ── The workbook ─────────────────────────────────────────────────────────── */

/* The history is listed only for somebody who looks at it. */
static void
ensure_list (TlHistoryView *self)
{
  g_autoptr (TlHistorySections) sections = NULL;

  if (self->list != NULL || self->present == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->list = tl_history_list_new (tl_workbook_get_store (self->present));
  sections = tl_history_sections_new (self->list);
  gtk_no_selection_set_model (self->selection, G_LIST_MODEL (sections));
  g_signal_group_set_target (self->list_signals, self->list);
  filter_chosen_cb (self);
  list_people (self);
}

static void
drop_list (TlHistoryView *self)
{
  g_signal_group_set_target (self->list_signals, NULL);
  gtk_no_selection_set_model (self->selection, NULL);
  g_clear_object (&self->list);
  g_clear_pointer (&self->people, g_ptr_array_unref);
}

/* Which risk was chosen stays so in what was recorded, as far as it was there. */
static void
take_risks (TlHistoryView *self,
            TlWorkbook    *workbook)
{
  const char * const all[] = { _("All Risks"), NULL };
  g_autoptr (GtkStringList) first = gtk_string_list_new (all);
  GListStore *lists = g_list_store_new (G_TYPE_LIST_MODEL);
  GtkFlattenListModel *model = gtk_flatten_list_model_new (G_LIST_MODEL (lists));
  TlRisk *before = get_risk (self);
  const TlId chosen = before != NULL ? *tl_record_get_id (TL_RECORD (before)) : (TlId) { { 0 } };

  g_list_store_append (lists, first);
  if (workbook != NULL)
    g_list_store_append (lists, tl_workbook_get_risks (workbook));
  self->choosing = TRUE;
  gtk_drop_down_set_model (self->risk_chooser, G_LIST_MODEL (model));
  self->choosing = FALSE;
  if (before != NULL && workbook != NULL)
    tl_history_view_show_risk (self, tl_workbook_find_risk (workbook, &chosen));
  g_object_unref (model);
}

static void
tl_history_view_workbook_changed (TlView *view)
{
  TlHistoryView *self = TL_HISTORY_VIEW (view);
  TlWorkbook *workbook = tl_view_get_workbook (view);
  TlWorkbook *present = workbook != NULL ? tl_workbook_get_present (workbook) : NULL;

  g_signal_group_set_target (self->workbook_signals, workbook);
  if (g_set_object (&self->present, present))
    drop_list (self);
  take_risks (self, workbook);
  ensure_list (self);
  filter_chosen_cb (self);
  update_stack (self);
  editable_cb (self);
}

/* ── Overrides ────────────────────────────────────────────────────────────── */

static void
tl_history_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tl_history_view_parent_class)->map (widget);

  ensure_list (TL_HISTORY_VIEW (widget));
}

static gboolean
tl_history_view_grab_focus (GtkWidget *widget)
{
  return tl_focus_lead (widget, GTK_WIDGET (TL_HISTORY_VIEW (widget)->list_view));
}

static void
tl_history_view_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch ((TlHistoryViewProperty) id)
    {
    case PROP_EDITABLE:
      g_value_set_boolean (value, get_editable (TL_HISTORY_VIEW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_history_view_dispose (GObject *object)
{
  TlHistoryView *self = TL_HISTORY_VIEW (object);

  if (self->selection != NULL)
    drop_list (self);
  g_clear_object (&self->list_signals);
  g_clear_object (&self->workbook_signals);
  g_clear_object (&self->present);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_HISTORY_VIEW);

  G_OBJECT_CLASS (tl_history_view_parent_class)->dispose (object);
}

static void
tl_history_view_class_init (TlHistoryViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tl_history_view_get_property;
  object_class->dispose = tl_history_view_dispose;
  widget_class->map = tl_history_view_map;
  widget_class->grab_focus = tl_history_view_grab_focus;
  TL_VIEW_CLASS (klass)->workbook_changed = tl_history_view_workbook_changed;

  /**
   * TlHistoryView:editable:
   *
   * Whether anything can be taken back now.
   */
  properties[PROP_EDITABLE] = g_param_spec_boolean ("editable", NULL, NULL, FALSE,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/history/history-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TlHistoryView, stack);
  gtk_widget_class_bind_template_child (widget_class, TlHistoryView, risk_chooser);
  gtk_widget_class_bind_template_child (widget_class, TlHistoryView, person_chooser);
  gtk_widget_class_bind_template_child (widget_class, TlHistoryView, person_names);
  gtk_widget_class_bind_template_child (widget_class, TlHistoryView, list_view);
  gtk_widget_class_bind_template_child (widget_class, TlHistoryView, selection);
  gtk_widget_class_bind_template_callback (widget_class, name_choice_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_day_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
tl_history_view_init (TlHistoryView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->list_signals = g_signal_group_new (TL_TYPE_HISTORY_LIST);
  g_signal_group_connect_swapped (self->list_signals, "notify::loading", G_CALLBACK (listed_cb), self);
  g_signal_group_connect_swapped (self->list_signals, "items-changed", G_CALLBACK (items_changed_cb), self);
  self->workbook_signals = g_signal_group_new (TL_TYPE_WORKBOOK);
  g_signal_group_connect_swapped (self->workbook_signals, "notify::editable", G_CALLBACK (editable_cb), self);
  take_risks (self, NULL);
}

/**
 * tl_history_view_show_risk:
 * @self: a history page
 * @risk: (nullable): a risk of its workbook, %NULL for all
 *
 * Shows only what touches a risk.
 */
void
tl_history_view_show_risk (TlHistoryView *self,
                           TlRisk        *risk)
{
  GListModel *risks = gtk_drop_down_get_model (self->risk_chooser);
  guint position = 0;

  g_return_if_fail (TL_IS_HISTORY_VIEW (self));

  for (guint i = 1; risk != NULL && i < g_list_model_get_n_items (risks); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (risks, i);

      if (item == G_OBJECT (risk))
        position = i;
    }
  gtk_drop_down_set_selected (self->risk_chooser, position);
}

/**
 * tl_history_view_show_change:
 * @self: a history page
 * @change: the id of a change
 *
 * Brings a change into view, with each field; where the filters hide it they are taken away.
 *
 * Returns: whether it could be shown at once
 */
gboolean
tl_history_view_show_change (TlHistoryView  *self,
                             const TlDigest *change)
{
  guint position;

  g_return_val_if_fail (TL_IS_HISTORY_VIEW (self), FALSE);

  self->wanted = *change;
  self->has_wanted = TRUE;
  if (self->list == NULL)
    return FALSE;
  if (!tl_history_list_find (self->list, change, &position))
    {
      gtk_drop_down_set_selected (self->risk_chooser, 0);
      gtk_drop_down_set_selected (self->person_chooser, 0);
    }
  show_wanted (self);
  return !self->has_wanted;
}

/**
 * tl_history_view_get_list:
 * @self: a history page
 *
 * Returns: (transfer none) (nullable): what it shows, %NULL before anybody looked at it
 */
TlHistoryList *
tl_history_view_get_list (TlHistoryView *self)
{
  g_return_val_if_fail (TL_IS_HISTORY_VIEW (self), NULL);

  return self->list;
}
