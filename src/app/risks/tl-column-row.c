/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-column-row.h"

#include <glib/gi18n.h>

#include "tl-risks-columns.h"

struct _TlColumnRow
{
  GtkListBoxRow parent_instance;

  GtkCheckButton *check;
  GtkWidget *earlier_button;
  GtkWidget *later_button;
  GtkColumnViewColumn *column;
};

enum
{
  MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlColumnRow, tl_column_row, GTK_TYPE_LIST_BOX_ROW)

static void
move_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  g_signal_emit (widget, signals[MOVED], 0, g_str_equal (name, "column.earlier") ? -1 : 1);
}

static void
show_cb (TlColumnRow *self)
{
  tl_risks_columns_show (self->column, gtk_check_button_get_active (self->check));
}

static void
name_button (GtkWidget  *button,
             const char *words,
             const char *title)
{
  g_autofree char *name = g_strdup_printf (words, title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
tl_column_row_dispose (GObject *object)
{
  g_clear_object (&TL_COLUMN_ROW (object)->column);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_COLUMN_ROW);

  G_OBJECT_CLASS (tl_column_row_parent_class)->dispose (object);
}

static void
tl_column_row_class_init (TlColumnRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_column_row_dispose;

  /**
   * TlColumnRow::moved:
   * @self: the row
   * @by: 1 towards the end of the table, -1 towards its start
   *
   * The column is to move.
   */
  signals[MOVED] = g_signal_new ("moved", TL_TYPE_COLUMN_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_INT);

  gtk_widget_class_install_action (widget_class, "column.earlier", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "column.later", NULL, move_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "column.earlier", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "column.later", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/risks/column-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlColumnRow, check);
  gtk_widget_class_bind_template_child (widget_class, TlColumnRow, earlier_button);
  gtk_widget_class_bind_template_child (widget_class, TlColumnRow, later_button);
}

static void
tl_column_row_init (TlColumnRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_column_row_new:
 * @column: a column
 *
 * Returns: (transfer floating): a row for it
 */
TlColumnRow *
tl_column_row_new (GtkColumnViewColumn *column)
{
  TlColumnRow *self = g_object_new (TL_TYPE_COLUMN_ROW, NULL);
  const char *title = gtk_column_view_column_get_title (column);

  self->column = g_object_ref (column);
  gtk_check_button_set_label (self->check, title);
  g_object_bind_property (column, "visible", self->check, "active", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->check, "toggled", G_CALLBACK (show_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_sensitive (GTK_WIDGET (self->check),
                            g_strcmp0 (gtk_column_view_column_get_id (column), TL_RISKS_COLUMN_ALWAYS) != 0);
  /* Translators: %s is the heading of a column */
  name_button (self->earlier_button, _("Move %s earlier"), title);
  /* Translators: %s is the heading of a column */
  name_button (self->later_button, _("Move %s later"), title);
  return self;
}

/**
 * tl_column_row_get_column:
 * @self: a row
 *
 * Returns: its column
 */
GtkColumnViewColumn *
tl_column_row_get_column (TlColumnRow *self)
{
  g_return_val_if_fail (TL_IS_COLUMN_ROW (self), NULL);

  return self->column;
}

/**
 * tl_column_row_set_place:
 * @self: a row
 * @place: its place among the columns
 * @n: how many there are
 */
void
tl_column_row_set_place (TlColumnRow *self,
                         guint        place,
                         guint        n)
{
  g_return_if_fail (TL_IS_COLUMN_ROW (self));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "column.earlier", place > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "column.later", place + 1 < n);
}

/**
 * tl_column_row_focus:
 * @self: a row
 * @by: in which direction it was moved last
 *
 * Puts the keyboard where moving goes on, or on the other way at the end.
 */
void
tl_column_row_focus (TlColumnRow *self,
                     int          by)
{
  GtkWidget *button;

  g_return_if_fail (TL_IS_COLUMN_ROW (self));

  button = by < 0 ? self->earlier_button : self->later_button;
  if (!gtk_widget_get_sensitive (button))
    button = by < 0 ? self->later_button : self->earlier_button;
  gtk_widget_grab_focus (button);
}
