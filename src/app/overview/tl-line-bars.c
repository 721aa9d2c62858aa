/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-line-bars.h"

#include <glib/gi18n.h>

#include "tl-line-bar-row.h"

struct _TlLineBars
{
  AdwBin parent_instance;

  GtkGrid *grid;
  TlLineBarRow *rows[TL_N_LINE_LINKS];
  GtkWidget *names[TL_N_LINE_LINKS];
  gboolean stacked;
};

typedef enum
{
  PROP_STACKED = 1,
} TlLineBarsProperty;

static GParamSpec *properties[PROP_STACKED + 1];

G_DEFINE_FINAL_TYPE (TlLineBars, tl_line_bars, ADW_TYPE_BIN)

/* The names stand before the bars, or above them where there is little room. */
static void
place_rows (TlLineBars *self)
{
  for (int i = 0; i < TL_N_LINE_LINKS; i++)
    {
      g_object_ref (self->names[i]);
      g_object_ref (self->rows[i]);
      if (gtk_widget_get_parent (self->names[i]) != NULL)
        {
          gtk_grid_remove (self->grid, self->names[i]);
          gtk_grid_remove (self->grid, GTK_WIDGET (self->rows[i]));
        }
      gtk_grid_attach (self->grid, self->names[i], 0, self->stacked ? 2 * i : i, 1, 1);
      gtk_grid_attach (self->grid, GTK_WIDGET (self->rows[i]), self->stacked ? 0 : 1, self->stacked ? 2 * i + 1 : i, 1, 1);
      g_object_unref (self->names[i]);
      g_object_unref (self->rows[i]);
    }
  gtk_grid_set_row_spacing (self->grid, self->stacked ? 6 : 14);
}

static void
make_rows (TlLineBars *self)
{
  for (int i = 0; i < TL_N_LINE_LINKS; i++)
    {
      const char *name = _(tl_position_get_word ((TlLineLink) (i + 1)));

      self->names[i] = g_object_ref_sink (gtk_label_new (name));
      gtk_label_set_xalign (GTK_LABEL (self->names[i]), 0);
      gtk_widget_add_css_class (self->names[i], "heading");
      self->rows[i] = g_object_ref_sink (TL_LINE_BAR_ROW (tl_line_bar_row_new ((TlLineLink) (i + 1))));
      gtk_widget_set_hexpand (GTK_WIDGET (self->rows[i]), TRUE);
      gtk_widget_set_valign (GTK_WIDGET (self->rows[i]), GTK_ALIGN_CENTER);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
}

/* Tab leaves from wherever the keyboard is; only arrow keys go from part to part. */
static gboolean
tl_line_bars_focus (GtkWidget        *widget,
                    GtkDirectionType  direction)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if ((direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD) && focus != NULL
      && gtk_widget_is_ancestor (focus, widget))
    return FALSE;
  /* Backwards too it begins with the first. */
  if (direction == GTK_DIR_TAB_BACKWARD)
    direction = GTK_DIR_TAB_FORWARD;
  return GTK_WIDGET_CLASS (tl_line_bars_parent_class)->focus (widget, direction);
}

static void
tl_line_bars_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  switch ((TlLineBarsProperty) id)
    {
    case PROP_STACKED:
      g_value_set_boolean (value, TL_LINE_BARS (object)->stacked);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_line_bars_set_property (GObject      *object,
                           guint         id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  TlLineBars *self = TL_LINE_BARS (object);

  switch ((TlLineBarsProperty) id)
    {
    case PROP_STACKED:
      if (self->stacked == g_value_get_boolean (value))
        break;
      self->stacked = g_value_get_boolean (value);
      place_rows (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_line_bars_dispose (GObject *object)
{
  TlLineBars *self = TL_LINE_BARS (object);

  for (int i = 0; i < TL_N_LINE_LINKS; i++)
    {
      g_clear_object (&self->names[i]);
      g_clear_object (&self->rows[i]);
    }

  G_OBJECT_CLASS (tl_line_bars_parent_class)->dispose (object);
}

static void
tl_line_bars_class_init (TlLineBarsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tl_line_bars_get_property;
  object_class->set_property = tl_line_bars_set_property;
  object_class->dispose = tl_line_bars_dispose;
  widget_class->focus = tl_line_bars_focus;

  /**
   * TlLineBars:stacked:
   *
   * Whether the name of each link stands above its bar, not before it.
   */
  properties[PROP_STACKED] = g_param_spec_boolean ("stacked", NULL, NULL, FALSE,
                                                   G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tl_line_bars_init (TlLineBars *self)
{
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 18);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->grid));
  make_rows (self);
  place_rows (self);
}

/**
 * tl_line_bars_set_bars:
 * @self: the bars
 * @bars: how many risks are in which state at each link
 *
 * Shows where all open risks stand.
 */
void
tl_line_bars_set_bars (TlLineBars   *self,
                       const TlBars *bars)
{
  g_return_if_fail (TL_IS_LINE_BARS (self));
  g_return_if_fail (bars != NULL);

  for (int i = 0; i < TL_N_LINE_LINKS; i++)
    tl_line_bar_row_set_counts (self->rows[i], bars->n[i]);
}
