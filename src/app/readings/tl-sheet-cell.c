/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-sheet-cell.h"

#define MARK 12
#define SPACE 4

struct _TlSheetCell
{
  GtkWidget parent_instance;

  GtkIconPaintable *mark;
  char *text;

  guint row;
  guint column;
  TlReadingsState state;
  char *name;
};

G_DEFINE_FINAL_TYPE (TlSheetCell, tl_sheet_cell, GTK_TYPE_WIDGET)

/* Each has a shape and a class; colour comes last. */
static const struct
{
  const char *icon, *style;
} marks[TL_READINGS_N_STATES] = {
  [TL_READINGS_ADDED] = { "list-add-symbolic", "added" },
  [TL_READINGS_CHANGED] = { "document-edit-symbolic", "changed" },
  [TL_READINGS_REMOVED] = { "list-remove-symbolic", "removed" },
  [TL_READINGS_WRONG] = { "dialog-warning-symbolic", "wrong" },
};

/* ── Drawing ──────────────────────────────────────────────────────────────── */

/* There are hundreds of cells: each draws what it says, without widgets of its own. */
static PangoLayout *
make_layout (TlSheetCell *self)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  /* All digits are as wide, so that they stand beneath each other. */
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

static void
tl_sheet_cell_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  TlSheetCell *self = TL_SHEET_CELL (widget);
  g_autoptr (PangoLayout) layout = make_layout (self), widest = NULL;
  int width, height, most;

  pango_layout_get_pixel_size (layout, &width, &height);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = MAX (height, MARK);
      return;
    }
  widest = gtk_widget_create_pango_layout (widget, "0000/00000");
  pango_layout_get_pixel_size (widest, &most, NULL);
  *minimum = 0;
  *natural = MIN (width, most) + MARK + SPACE;
}

static void
tl_sheet_cell_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  TlSheetCell *self = TL_SHEET_CELL (widget);
  g_autoptr (PangoLayout) layout = make_layout (self);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int whole = gtk_widget_get_width (widget), high = gtk_widget_get_height (widget), width, height;
  int room = whole - (self->mark != NULL ? MARK + SPACE : 0);
  GdkRGBA colour;

  gtk_widget_get_color (widget, &colour);
  pango_layout_get_pixel_size (layout, &width, &height);
  if (width > room)
    pango_layout_set_width (layout, MAX (room, 0) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (mirrored ? 0 : whole - width, (high - height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
  if (self->mark == NULL)
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (mirrored ? whole - MARK : 0, (high - MARK) / 2));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (self->mark), snapshot, MARK, MARK, &colour, 1);
  gtk_snapshot_restore (snapshot);
}

/* ── Overrides ────────────────────────────────────────────────────────────── */

static void
tl_sheet_cell_finalize (GObject *object)
{
  TlSheetCell *self = TL_SHEET_CELL (object);

  g_clear_object (&self->mark);
  g_free (self->text);
  g_free (self->name);

  G_OBJECT_CLASS (tl_sheet_cell_parent_class)->finalize (object);
}

static void
tl_sheet_cell_class_init (TlSheetCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tl_sheet_cell_finalize;
  widget_class->measure = tl_sheet_cell_measure;
  widget_class->snapshot = tl_sheet_cell_snapshot;

  gtk_widget_class_set_css_name (widget_class, "sheet-cell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
tl_sheet_cell_init (TlSheetCell *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/**
 * tl_sheet_cell_new:
 * @row: its row
 * @column: its column
 *
 * Returns: (transfer floating): a cell
 */
GtkWidget *
tl_sheet_cell_new (guint row,
                   guint column)
{
  TlSheetCell *self = g_object_new (TL_TYPE_SHEET_CELL, NULL);

  self->row = row;
  self->column = column;
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_INDEX, (int) row + 1,
                                  GTK_ACCESSIBLE_RELATION_COL_INDEX, (int) column + 1, -1);
  return GTK_WIDGET (self);
}

/**
 * tl_sheet_cell_get_row:
 * @self: a cell
 *
 * Returns: its row
 */
guint
tl_sheet_cell_get_row (TlSheetCell *self)
{
  return self->row;
}

/**
 * tl_sheet_cell_get_column:
 * @self: a cell
 *
 * Returns: its column
 */
guint
tl_sheet_cell_get_column (TlSheetCell *self)
{
  return self->column;
}

static void
show_state (TlSheetCell     *self,
            TlReadingsState  state)
{
  if (marks[self->state].style != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), marks[self->state].style);
  if (marks[state].style != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), marks[state].style);
  g_clear_object (&self->mark);
  if (marks[state].icon != NULL)
    self->mark = gtk_icon_theme_lookup_icon (gtk_icon_theme_get_for_display (gtk_widget_get_display (GTK_WIDGET (self))),
                                             marks[state].icon, NULL, MARK, gtk_widget_get_scale_factor (GTK_WIDGET (self)),
                                             gtk_widget_get_direction (GTK_WIDGET (self)), GTK_ICON_LOOKUP_FORCE_SYMBOLIC);
  if (state == TL_READINGS_WRONG)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
  else
    gtk_accessible_reset_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID);
  self->state = state;
}

/**
 * tl_sheet_cell_show:
 * @self: a cell
 * @grid: the grid that it is of
 *
 * Shows what the grid has there now.
 */
void
tl_sheet_cell_show (TlSheetCell    *self,
                    TlReadingsGrid *grid)
{
  TlReadingsState state = tl_readings_grid_get_state (grid, self->row, self->column);
  g_autofree char *name = tl_readings_grid_name_cell (grid, self->row, self->column);

  if (g_set_str (&self->text, tl_readings_grid_get_text (grid, self->row, self->column)))
    gtk_widget_queue_resize (GTK_WIDGET (self));
  if (state != self->state)
    show_state (self, state);
  if (!g_set_str (&self->name, name))
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (state == TL_READINGS_WRONG || gtk_widget_get_has_tooltip (GTK_WIDGET (self)))
    gtk_widget_set_tooltip_text (GTK_WIDGET (self), tl_readings_grid_get_problem (grid, self->row, self->column));
}

/**
 * tl_sheet_cell_choose:
 * @self: a cell
 * @chosen: whether it is among those that are chosen
 *
 * Shows that it would be copied or emptied.
 */
void
tl_sheet_cell_choose (TlSheetCell *self,
                      gboolean     chosen)
{
  if (chosen == gtk_widget_has_css_class (GTK_WIDGET (self), "chosen"))
    return;
  if (chosen)
    gtk_widget_add_css_class (GTK_WIDGET (self), "chosen");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "chosen");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, chosen, -1);
}
