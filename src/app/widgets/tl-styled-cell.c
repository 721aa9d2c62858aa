/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-styled-cell.h"

G_DEFINE_ABSTRACT_TYPE (TlStyledCell, tl_styled_cell, GTK_TYPE_WIDGET)

static void
forget_style (gpointer self)
{
  TL_STYLED_CELL_GET_CLASS (self)->forget_style (self);
}

static void
tl_styled_cell_css_changed (GtkWidget         *widget,
                            GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (tl_styled_cell_parent_class)->css_changed (widget, change);

  forget_style (widget);
  gtk_widget_queue_resize (widget);
}

static void
tl_styled_cell_system_setting_changed (GtkWidget        *widget,
                                       GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (tl_styled_cell_parent_class)->system_setting_changed (widget, setting);

  forget_style (widget);
  gtk_widget_queue_resize (widget);
}

/* GTK lays it out anew by itself. */
static void
tl_styled_cell_direction_changed (GtkWidget        *widget,
                                  GtkTextDirection  previous)
{
  GTK_WIDGET_CLASS (tl_styled_cell_parent_class)->direction_changed (widget, previous);

  forget_style (widget);
}

static void
tl_styled_cell_finalize (GObject *object)
{
  forget_style (object);

  G_OBJECT_CLASS (tl_styled_cell_parent_class)->finalize (object);
}

static void
tl_styled_cell_class_init (TlStyledCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tl_styled_cell_finalize;
  widget_class->css_changed = tl_styled_cell_css_changed;
  widget_class->system_setting_changed = tl_styled_cell_system_setting_changed;
  widget_class->direction_changed = tl_styled_cell_direction_changed;
}

static void
tl_styled_cell_init (TlStyledCell *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

/**
 * tl_styled_cell_align_digits:
 * @layout: a layout
 *
 * Has digits stand beneath those of other rows.
 */
void
tl_styled_cell_align_digits (PangoLayout *layout)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
}
