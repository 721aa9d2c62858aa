/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-readings-sheet-private.h"

#include <glib/gi18n.h>

/* Of so many places a sheet begins with the first ones. */
#define MANY_COLUMNS 16
#define WIDEST_STRETCH 1.5

typedef enum
{
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
} TlReadingsSheetProperty;

enum
{
  MOVED,
  PASTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (TlReadingsSheet, tl_readings_sheet, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

/* ── Size ─────────────────────────────────────────────────────────────────── */

static int
measure_width (GtkWidget *widget)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static int
measure_height (GtkWidget *widget,
                int        width)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

/* All columns are as wide, and all rows as high, as the largest needs. */
static void
measure_parts (TlReadingsSheet *self)
{
  self->head_width = measure_width (self->corner);
  self->column_width = self->row_height = self->head_height = 0;
  for (guint i = 0; i < self->row_heads->len; i++)
    self->head_width = MAX (self->head_width, measure_width (g_ptr_array_index (self->row_heads, i)));
  for (guint i = 0; i < self->column_heads->len; i++)
    self->column_width = MAX (self->column_width, measure_width (g_ptr_array_index (self->column_heads, i)));
  for (guint i = 0; i < self->cells->len; i++)
    self->column_width = MAX (self->column_width, measure_width (g_ptr_array_index (self->cells, i)));
  for (guint i = 0; i < self->column_heads->len; i++)
    self->head_height = MAX (self->head_height, measure_height (g_ptr_array_index (self->column_heads, i), self->column_width));
  for (guint i = 0; i < self->row_heads->len; i++)
    self->row_height = MAX (self->row_height, measure_height (g_ptr_array_index (self->row_heads, i), self->head_width));
  if (self->cells->len > 0)
    self->row_height = MAX (self->row_height, measure_height (g_ptr_array_index (self->cells, 0), self->column_width));
}

static void
tl_readings_sheet_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  TlReadingsSheet *self = TL_READINGS_SHEET (widget);

  measure_parts (self);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = self->head_width + self->column_width;
      *natural = self->head_width + self->column_width * (int) MAX (self->n_columns, 1);
    }
  else
    {
      *minimum = self->head_height + self->row_height * 2;
      *natural = self->head_height + self->row_height * (int) MAX (self->n_rows, 1);
    }
}

static double
configure (TlReadingsSheet *self,
           int              which,
           int              page,
           int              length)
{
  GtkAdjustment *adjustment = self->adjustments[which];
  double value;

  if (adjustment == NULL)
    return 0;
  value = CLAMP (gtk_adjustment_get_value (adjustment), 0, MAX (length - page, 0));
  gtk_adjustment_configure (adjustment, value, 0, MAX (length, page), self->row_height, page * 0.9, page);
  return value;
}

static void
place (TlReadingsSheet *self,
       GtkWidget       *child,
       int              x,
       int              y,
       int              width,
       int              height)
{
  int whole = gtk_widget_get_width (GTK_WIDGET (self));
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  width = MAX (width, minimum);
  gtk_widget_size_allocate (child, &(GtkAllocation) { mirrored ? whole - x - width : x, y, width, height }, -1);
}

static void
tl_readings_sheet_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  TlReadingsSheet *self = TL_READINGS_SHEET (widget);
  int left, top, stretched;

  measure_parts (self);
  stretched = (width - self->head_width) / (int) MAX (self->n_columns, 1);
  self->column_width = CLAMP (stretched, self->column_width, (int) (self->column_width * WIDEST_STRETCH));
  left = (int) configure (self, 0, width - self->head_width, self->column_width * (int) self->n_columns);
  top = (int) configure (self, 1, height - self->head_height, self->row_height * (int) self->n_rows);

  for (guint i = 0; i < self->cells->len; i++)
    place (self, g_ptr_array_index (self->cells, i),
           self->head_width + (int) (i % self->n_columns) * self->column_width - left,
           self->head_height + (int) (i / self->n_columns) * self->row_height - top, self->column_width, self->row_height);
  for (guint i = 0; i < self->n_rows; i++)
    place (self, g_ptr_array_index (self->row_heads, i), 0, self->head_height + (int) i * self->row_height - top,
           self->head_width, self->row_height);
  for (guint i = 0; i < self->n_columns; i++)
    place (self, g_ptr_array_index (self->column_heads, i), self->head_width + (int) i * self->column_width - left, 0,
           self->column_width, self->head_height);
  place (self, self->corner, 0, 0, self->head_width, self->head_height);
  if (gtk_widget_should_layout (GTK_WIDGET (self->text)))
    place (self, GTK_WIDGET (self->text), self->head_width + (int) self->column * self->column_width - left,
           self->head_height + (int) self->row * self->row_height - top, self->column_width, self->row_height);
}

/* ── What is chosen ───────────────────────────────────────────────────────── */

void
tl_readings_sheet_get_chosen (TlReadingsSheet *self,
                              guint           *first_row,
                              guint           *first_column,
                              guint           *last_row,
                              guint           *last_column)
{
  *first_row = MIN (self->row, self->other_row);
  *first_column = MIN (self->column, self->other_column);
  *last_row = MAX (self->row, self->other_row);
  *last_column = MAX (self->column, self->other_column);
}

static void
show_chosen (TlReadingsSheet *self)
{
  guint first_row, first_column, last_row, last_column;

  tl_readings_sheet_get_chosen (self, &first_row, &first_column, &last_row, &last_column);
  for (guint i = 0; i < self->cells->len; i++)
    {
      guint row = i / self->n_columns, column = i % self->n_columns;

      tl_sheet_cell_choose (g_ptr_array_index (self->cells, i), row >= first_row && row <= last_row
                            && column >= first_column && column <= last_column);
    }
}

/* Scrolls as little as brings a cell into sight. */
static void
bring_into_sight (TlReadingsSheet *self)
{
  if (self->adjustments[0] != NULL)
    gtk_adjustment_clamp_page (self->adjustments[0], (double) self->column * self->column_width,
                               (double) (self->column + 1) * self->column_width);
  if (self->adjustments[1] != NULL)
    gtk_adjustment_clamp_page (self->adjustments[1], (double) self->row * self->row_height,
                               (double) (self->row + 1) * self->row_height);
}

void
tl_readings_sheet_move (TlReadingsSheet *self,
                        guint            row,
                        guint            column,
                        gboolean         extending)
{
  if (self->cells->len == 0)
    return;
  self->row = MIN (row, self->n_rows - 1);
  self->column = MIN (column, self->n_columns - 1);
  if (!extending)
    {
      self->other_row = self->row;
      self->other_column = self->column;
    }
  show_chosen (self);
  bring_into_sight (self);
  gtk_widget_grab_focus (tl_readings_sheet_get_cell (self, self->row, self->column));
  g_signal_emit (self, signals[MOVED], 0);
}

/* A screen reader may put the keyboard into any cell. */
static void
tl_readings_sheet_set_focus_child (GtkWidget *widget,
                                   GtkWidget *child)
{
  TlReadingsSheet *self = TL_READINGS_SHEET (widget);

  GTK_WIDGET_CLASS (tl_readings_sheet_parent_class)->set_focus_child (widget, child);

  if (child == NULL || !TL_IS_SHEET_CELL (child))
    return;
  if (tl_sheet_cell_get_row (TL_SHEET_CELL (child)) == self->row
      && tl_sheet_cell_get_column (TL_SHEET_CELL (child)) == self->column)
    return;
  self->row = self->other_row = tl_sheet_cell_get_row (TL_SHEET_CELL (child));
  self->column = self->other_column = tl_sheet_cell_get_column (TL_SHEET_CELL (child));
  show_chosen (self);
  bring_into_sight (self);
  g_signal_emit (self, signals[MOVED], 0);
}

/* The sheet is one stop for the keyboard. */
static gboolean
tl_readings_sheet_focus (GtkWidget        *widget,
                         GtkDirectionType  direction)
{
  TlReadingsSheet *self = TL_READINGS_SHEET (widget);

  if (gtk_widget_get_focus_child (widget) != NULL || self->cells->len == 0)
    return FALSE;
  return gtk_widget_grab_focus (tl_readings_sheet_get_cell (self, self->row, self->column));
}

static gboolean
tl_readings_sheet_grab_focus (GtkWidget *widget)
{
  TlReadingsSheet *self = TL_READINGS_SHEET (widget);

  return self->cells->len > 0 && gtk_widget_grab_focus (tl_readings_sheet_get_cell (self, self->row, self->column));
}

/* ── Parts ────────────────────────────────────────────────────────────────── */

static GtkWidget *
add_part (TlReadingsSheet *self,
          GPtrArray       *parts,
          GtkWidget       *part)
{
  gtk_widget_set_parent (part, GTK_WIDGET (self));
  if (parts != NULL)
    g_ptr_array_add (parts, part);
  return part;
}

static GtkWidget *
make_head (const char        *title,
           GtkAccessibleRole  role,
           const char        *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", title, "accessible-role", role, NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (GTK_LABEL (label), role == GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_max_width_chars (GTK_LABEL (label), role == GTK_ACCESSIBLE_ROLE_COLUMN_HEADER ? 11 : 20);
  gtk_label_set_xalign (GTK_LABEL (label), role == GTK_ACCESSIBLE_ROLE_COLUMN_HEADER ? 1 : 0);
  gtk_label_set_yalign (GTK_LABEL (label), role == GTK_ACCESSIBLE_ROLE_COLUMN_HEADER ? 1 : 0.5f);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  gtk_widget_set_tooltip_text (label, title);
  gtk_widget_add_css_class (label, "sheet-head");
  gtk_widget_add_css_class (label, style);
  return label;
}

static void
drop_parts (TlReadingsSheet *self)
{
  GPtrArray *parts[] = { self->cells, self->row_heads, self->column_heads };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      for (guint j = 0; j < parts[i]->len; j++)
        gtk_widget_unparent (g_ptr_array_index (parts[i], j));
      g_ptr_array_set_size (parts[i], 0);
    }
  g_clear_pointer (&self->corner, gtk_widget_unparent);
}

static void
update_cells (TlReadingsSheet *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    tl_sheet_cell_show (g_ptr_array_index (self->cells, i), self->grid);
}

/* What is in a column that isn't shown must not be overlooked. */
static void
update_shown (TlReadingsSheet *self)
{
  guint n = tl_readings_grid_get_n_columns (self->grid);

  for (guint i = MANY_COLUMNS; i < n && !self->shows_all; i++)
    {
      for (guint j = 0; j < tl_readings_grid_get_n_rows (self->grid) && !self->shows_all; j++)
        self->shows_all = tl_readings_grid_get_state (self->grid, j, i) != TL_READINGS_KEPT;
    }
  self->n_columns = self->shows_all ? n : MIN (n, MANY_COLUMNS);
}

/* The cells come first, so that the headings lie above them. */
static void
build (TlReadingsSheet *self)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  update_shown (self);
  self->n_rows = tl_readings_grid_get_n_rows (self->grid);
  if (had_focus)
    gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (self)));
  drop_parts (self);
  for (guint i = 0; i < self->n_rows * self->n_columns; i++)
    add_part (self, self->cells, tl_sheet_cell_new (i / self->n_columns, i % self->n_columns));
  g_object_ref (self->text);
  gtk_widget_unparent (GTK_WIDGET (self->text));
  add_part (self, NULL, GTK_WIDGET (self->text));
  g_object_unref (self->text);
  for (guint i = 0; i < self->n_rows; i++)
    {
      g_autofree char *title = tl_readings_grid_title_row (self->grid, i);

      add_part (self, self->row_heads, make_head (title, GTK_ACCESSIBLE_ROLE_ROW_HEADER, "row-head"));
    }
  for (guint i = 0; i < self->n_columns; i++)
    add_part (self, self->column_heads, make_head (tl_readings_grid_title_column (self->grid, i),
                                                   GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, "column-head"));
  self->corner = add_part (self, NULL, make_head ("", GTK_ACCESSIBLE_ROLE_PRESENTATION, "corner"));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_COUNT, (int) self->n_rows,
                                  GTK_ACCESSIBLE_RELATION_COL_COUNT, (int) self->n_columns, -1);
  update_cells (self);
  self->row = MIN (self->row, self->n_rows - 1);
  self->column = MIN (self->column, self->n_columns - 1);
  if (had_focus)
    tl_readings_sheet_move (self, self->row, self->column, FALSE);
}

static void
changed_cb (TlReadingsSheet *self)
{
  guint n = self->n_columns;

  update_shown (self);
  if (self->n_columns != n)
    build (self);
  update_cells (self);
  g_signal_emit (self, signals[MOVED], 0);
}

/* Earlier rows come before the one that has the keyboard. */
static void
shape_changed_cb (TlReadingsSheet *self)
{
  guint n = tl_readings_grid_get_n_rows (self->grid);

  self->row += n - MIN (n, self->n_rows);
  self->other_row = self->row;
  self->other_column = self->column;
  build (self);
}

/* ── Overrides ────────────────────────────────────────────────────────────── */

static void
set_adjustment (TlReadingsSheet *self,
                int              which,
                GtkAdjustment   *adjustment)
{
  if (self->adjustments[which] != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustments[which], gtk_widget_queue_allocate, self);
  g_set_object (&self->adjustments[which], adjustment);
  if (adjustment != NULL)
    g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_allocate), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
tl_readings_sheet_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  TlReadingsSheet *self = TL_READINGS_SHEET (object);

  switch ((TlReadingsSheetProperty) id)
    {
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[id - PROP_HADJUSTMENT]);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, (int) self->policies[id - PROP_HSCROLL_POLICY]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_readings_sheet_set_property (GObject      *object,
                                guint         id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  TlReadingsSheet *self = TL_READINGS_SHEET (object);

  switch ((TlReadingsSheetProperty) id)
    {
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      set_adjustment (self, (int) id - PROP_HADJUSTMENT, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      self->policies[id - PROP_HSCROLL_POLICY] = (guint) g_value_get_enum (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_readings_sheet_dispose (GObject *object)
{
  TlReadingsSheet *self = TL_READINGS_SHEET (object);

  if (self->text != NULL)
    {
      drop_parts (self);
      gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->text)));
    }
  set_adjustment (self, 0, NULL);
  set_adjustment (self, 1, NULL);
  g_clear_object (&self->grid);

  G_OBJECT_CLASS (tl_readings_sheet_parent_class)->dispose (object);
}

static void
tl_readings_sheet_finalize (GObject *object)
{
  TlReadingsSheet *self = TL_READINGS_SHEET (object);

  g_ptr_array_unref (self->cells);
  g_ptr_array_unref (self->row_heads);
  g_ptr_array_unref (self->column_heads);

  G_OBJECT_CLASS (tl_readings_sheet_parent_class)->finalize (object);
}

static void
tl_readings_sheet_class_init (TlReadingsSheetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tl_readings_sheet_get_property;
  object_class->set_property = tl_readings_sheet_set_property;
  object_class->dispose = tl_readings_sheet_dispose;
  object_class->finalize = tl_readings_sheet_finalize;
  widget_class->measure = tl_readings_sheet_measure;
  widget_class->size_allocate = tl_readings_sheet_size_allocate;
  widget_class->set_focus_child = tl_readings_sheet_set_focus_child;
  widget_class->focus = tl_readings_sheet_focus;
  widget_class->grab_focus = tl_readings_sheet_grab_focus;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  /**
   * TlReadingsSheet::moved:
   * @self: the sheet
   *
   * Another cell has the keyboard, or that cell says something else.
   */
  signals[MOVED] = g_signal_new ("moved", TL_TYPE_READINGS_SHEET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * TlReadingsSheet::pasted:
   * @self: the sheet
   * @left_out: (nullable): what was left out
   *
   * A block was pasted.
   */
  signals[PASTED] = g_signal_new ("pasted", TL_TYPE_READINGS_SHEET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "readings-sheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
tl_readings_sheet_init (TlReadingsSheet *self)
{
  self->cells = g_ptr_array_new ();
  self->row_heads = g_ptr_array_new ();
  self->column_heads = g_ptr_array_new ();
  self->text = GTK_TEXT (gtk_text_new ());
  gtk_widget_set_visible (GTK_WIDGET (self->text), FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->text), GTK_WIDGET (self));
  self->corner = add_part (self, NULL, make_head ("", GTK_ACCESSIBLE_ROLE_PRESENTATION, "corner"));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Readings"), -1);
  tl_readings_sheet_add_input (self);
}

/* ── For others ───────────────────────────────────────────────────────────── */

/**
 * tl_readings_sheet_set_grid:
 * @self: a sheet without a grid
 * @grid: what it shows
 *
 * Shows a grid, and begins where somebody will.
 */
void
tl_readings_sheet_set_grid (TlReadingsSheet *self,
                            TlReadingsGrid  *grid)
{
  g_return_if_fail (TL_IS_READINGS_SHEET (self));
  g_return_if_fail (TL_IS_READINGS_GRID (grid) && self->grid == NULL);

  self->grid = g_object_ref (grid);
  g_signal_connect_object (grid, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (grid, "shape-changed", G_CALLBACK (shape_changed_cb), self, G_CONNECT_SWAPPED);
  build (self);
  tl_readings_grid_find_start (grid, &self->row, &self->column);
  self->column = MIN (self->column, self->n_columns - 1);
  self->other_row = self->row;
  self->other_column = self->first_column = self->column;
  show_chosen (self);
}

/**
 * tl_readings_sheet_get_cell:
 * @self: a sheet
 * @row: a row
 * @column: a column that is shown
 *
 * Returns: (transfer none): the cell there
 */
GtkWidget *
tl_readings_sheet_get_cell (TlReadingsSheet *self,
                            guint            row,
                            guint            column)
{
  g_return_val_if_fail (row < self->n_rows && column < self->n_columns, NULL);

  return g_ptr_array_index (self->cells, row * self->n_columns + column);
}

/**
 * tl_readings_sheet_get_active:
 * @self: a sheet
 * @row: (out): its row
 * @column: (out): its column
 *
 * Tells which cell has the keyboard, or will have.
 */
void
tl_readings_sheet_get_active (TlReadingsSheet *self,
                              guint           *row,
                              guint           *column)
{
  *row = self->row;
  *column = self->column;
}

/**
 * tl_readings_sheet_go_to:
 * @self: a sheet
 * @row: a row
 * @column: a column
 *
 * Gives a cell the keyboard.
 */
void
tl_readings_sheet_go_to (TlReadingsSheet *self,
                         guint            row,
                         guint            column)
{
  if (column >= self->n_columns)
    tl_readings_sheet_show_all (self);
  tl_readings_sheet_move (self, row, column, FALSE);
}

/**
 * tl_readings_sheet_count_hidden:
 * @self: a sheet
 *
 * Returns: how many columns aren't shown, since there are so many
 */
guint
tl_readings_sheet_count_hidden (TlReadingsSheet *self)
{
  return self->grid != NULL ? tl_readings_grid_get_n_columns (self->grid) - self->n_columns : 0;
}

/**
 * tl_readings_sheet_show_all:
 * @self: a sheet
 *
 * Shows all columns.
 */
void
tl_readings_sheet_show_all (TlReadingsSheet *self)
{
  self->shows_all = TRUE;
  build (self);
}

void
tl_readings_sheet_tell_pasted (TlReadingsSheet *self,
                               const char      *left_out)
{
  g_signal_emit (self, signals[PASTED], 0, left_out);
}
