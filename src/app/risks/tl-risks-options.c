/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-risks-options.h"

#include <glib/gi18n.h>

#include "tl-column-row.h"
#include "tl-risks-columns.h"

struct _TlRisksOptions
{
  GtkPopover parent_instance;

  GtkDropDown *group_drop_down;
  GtkDropDown *sort_drop_down;
  GtkToggleButton *descending_toggle;
  GtkWidget *columns_box;
  GtkListBox *columns;

  TlRisksArrangement *arrangement;
  GtkColumnView *table;
  /* While what is shown follows the arrangement, not the other way round. */
  gboolean following;
};

G_DEFINE_FINAL_TYPE (TlRisksOptions, tl_risks_options, GTK_TYPE_POPOVER)

/* ── Columns ──────────────────────────────────────────────────────────────── */

static TlColumnRow *
get_row (TlRisksOptions *self,
         guint           place)
{
  return (TlColumnRow *) gtk_list_box_get_row_at_index (self->columns, (int) place);
}

static void
update_places (TlRisksOptions *self)
{
  guint n = g_list_model_get_n_items (gtk_column_view_get_columns (self->table));

  for (guint i = 0; get_row (self, i) != NULL; i++)
    tl_column_row_set_place (get_row (self, i), i, n);
}

static void
moved_cb (TlRisksOptions *self,
          int             by,
          TlColumnRow    *row)
{
  guint place = tl_risks_columns_move (self->table, tl_column_row_get_column (row), by);

  update_places (self);
  tl_column_row_focus (get_row (self, place), by);
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  TlColumnRow *row = tl_column_row_new (item);

  g_signal_connect_object (row, "moved", G_CALLBACK (moved_cb), user_data, G_CONNECT_SWAPPED);
  return GTK_WIDGET (row);
}

/* ── Choosing ─────────────────────────────────────────────────────────────── */

static void
fill (TlRisksOptions *self)
{
  g_autoptr (GtkStringList) groupings = gtk_string_list_new (NULL), orders = gtk_string_list_new (NULL);

  for (TlRisksGrouping grouping = 0; grouping < TL_N_RISKS_GROUPINGS; grouping++)
    gtk_string_list_append (groupings, tl_risks_grouping_get_title (grouping));
  for (TlRisksOrder order = 0; order < TL_N_RISKS_ORDERS; order++)
    gtk_string_list_append (orders, tl_risks_sorting_get_title (order));
  gtk_drop_down_set_model (self->group_drop_down, G_LIST_MODEL (groupings));
  gtk_drop_down_set_model (self->sort_drop_down, G_LIST_MODEL (orders));
}

/* Which way it goes depends on what is sorted by: "highest rating first". */
static void
update_way (TlRisksOptions *self)
{
  gboolean descending = tl_risks_arrangement_get_descending (self->arrangement);
  const char *way = tl_risks_sorting_describe (tl_risks_arrangement_get_order (self->arrangement), descending);
  /* Translators: a button that turns the order around; %s is the order, as in "highest rating first" */
  g_autofree char *name = g_strdup_printf (_("Turn around, now %s"), way);

  gtk_button_set_icon_name (GTK_BUTTON (self->descending_toggle),
                            descending ? "view-sort-descending-symbolic" : "view-sort-ascending-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->descending_toggle), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->descending_toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
arrangement_cb (TlRisksOptions *self)
{
  self->following = TRUE;
  gtk_drop_down_set_selected (self->group_drop_down, tl_risks_arrangement_get_grouping (self->arrangement));
  gtk_drop_down_set_selected (self->sort_drop_down, tl_risks_arrangement_get_order (self->arrangement));
  gtk_toggle_button_set_active (self->descending_toggle, tl_risks_arrangement_get_descending (self->arrangement));
  self->following = FALSE;
  update_way (self);
}

static void
group_cb (TlRisksOptions *self)
{
  guint selected = gtk_drop_down_get_selected (self->group_drop_down);

  if (self->arrangement != NULL && !self->following && selected < TL_N_RISKS_GROUPINGS)
    tl_risks_arrangement_set_grouping (self->arrangement, (TlRisksGrouping) selected);
}

static void
sort_cb (TlRisksOptions *self)
{
  guint selected = gtk_drop_down_get_selected (self->sort_drop_down);

  if (self->arrangement != NULL && !self->following && selected < TL_N_RISKS_ORDERS)
    tl_risks_arrangement_set_order (self->arrangement, (TlRisksOrder) selected,
                                    gtk_toggle_button_get_active (self->descending_toggle));
}

static void
tl_risks_options_dispose (GObject *object)
{
  TlRisksOptions *self = TL_RISKS_OPTIONS (object);

  if (self->columns != NULL)
    gtk_list_box_bind_model (self->columns, NULL, NULL, NULL, NULL);
  g_clear_object (&self->arrangement);
  g_clear_object (&self->table);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_RISKS_OPTIONS);

  G_OBJECT_CLASS (tl_risks_options_parent_class)->dispose (object);
}

static void
tl_risks_options_class_init (TlRisksOptionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_risks_options_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/risks/risks-options.ui");
  gtk_widget_class_bind_template_child (widget_class, TlRisksOptions, group_drop_down);
  gtk_widget_class_bind_template_child (widget_class, TlRisksOptions, sort_drop_down);
  gtk_widget_class_bind_template_child (widget_class, TlRisksOptions, descending_toggle);
  gtk_widget_class_bind_template_child (widget_class, TlRisksOptions, columns_box);
  gtk_widget_class_bind_template_child (widget_class, TlRisksOptions, columns);
  gtk_widget_class_bind_template_callback (widget_class, group_cb);
  gtk_widget_class_bind_template_callback (widget_class, sort_cb);
}

static void
tl_risks_options_init (TlRisksOptions *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill (self);
}

/**
 * tl_risks_options_connect:
 * @self: the options
 * @arrangement: what they say and change
 * @table: the table whose columns they show and move
 */
void
tl_risks_options_connect (TlRisksOptions     *self,
                          TlRisksArrangement *arrangement,
                          GtkColumnView      *table)
{
  g_return_if_fail (TL_IS_RISKS_OPTIONS (self));
  g_return_if_fail (self->arrangement == NULL);

  self->table = g_object_ref (table);
  self->arrangement = g_object_ref (arrangement);
  gtk_list_box_bind_model (self->columns, gtk_column_view_get_columns (table), create_row, self, NULL);
  g_signal_connect_object (gtk_column_view_get_columns (table), "items-changed", G_CALLBACK (update_places), self,
                           G_CONNECT_SWAPPED);
  update_places (self);
  g_signal_connect_object (arrangement, "notify", G_CALLBACK (arrangement_cb), self, G_CONNECT_SWAPPED);
  arrangement_cb (self);
}

/**
 * tl_risks_options_set_columns:
 * @self: the options
 * @columns: whether there are columns to choose
 */
void
tl_risks_options_set_columns (TlRisksOptions *self,
                              gboolean        columns)
{
  g_return_if_fail (TL_IS_RISKS_OPTIONS (self));

  gtk_widget_set_visible (self->columns_box, columns);
}
