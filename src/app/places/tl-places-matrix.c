/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-places-matrix-private.h"

#include <glib/gi18n.h>

#include "tl-matrix-cell.h"
#include "tl-matrix-words.h"

enum
{
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
} TlPlacesMatrixProperty;

enum
{
  MOVED,
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlPlacesMatrix, tl_places_matrix, TL_TYPE_SCROLLED_GRID)

/* ── The cell that has the keyboard ── */

static void
take_keyboard (TlPlacesMatrix *self)
{
  GtkWidget *cell = tl_places_matrix_get_cell (self, self->row, self->column);

  if (cell != NULL)
    gtk_widget_grab_focus (cell);
}

static void
move (TlPlacesMatrix *self,
      int             row,
      int             column)
{
  if (self->cells->len == 0)
    return;
  self->row = (guint) CLAMP (row, 0, (int) self->shape.n_rows - 1);
  self->column = (guint) CLAMP (column, 0, (int) self->shape.n_columns - 1);
  self->moving = TRUE;
  tl_scrolled_grid_bring_into_sight (TL_SCROLLED_GRID (self), self->row, self->column);
  tl_places_matrix_fill (self);
  take_keyboard (self);
  self->moving = FALSE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_signal_emit (self, signals[MOVED], 0);
}

static int
count_page (TlPlacesMatrix *self)
{
  return MAX ((gtk_widget_get_height (GTK_WIDGET (self)) - self->shape.head_height) / MAX (self->shape.row_height, 1) - 1, 1);
}

static gboolean
key_cb (TlPlacesMatrix *self,
        guint           key,
        guint           code,
        GdkModifierType state)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gboolean all = (state & GDK_CONTROL_MASK) != 0;
  int row = (int) self->row, column = (int) self->column, last = (int) self->shape.n_columns - 1;

  if (self->cells->len == 0 || (state & (GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move (self, row - 1, column);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move (self, row + 1, column);
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      move (self, row, column + (mirrored ? 1 : -1));
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      move (self, row, column + (mirrored ? -1 : 1));
      return TRUE;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      move (self, all ? 0 : row, 0);
      return TRUE;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      move (self, all ? (int) self->shape.n_rows - 1 : row, last);
      return TRUE;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      move (self, row - count_page (self), column);
      return TRUE;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      move (self, row + count_page (self), column);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      g_signal_emit (self, signals[OPENED], 0);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
pressed_cb (TlPlacesMatrix *self,
            int             n_press,
            double          x,
            double          y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  if (picked == NULL || !TL_IS_MATRIX_CELL (picked) || !gtk_widget_get_focusable (picked))
    return;
  move (self, (int) tl_matrix_cell_get_row (TL_MATRIX_CELL (picked)), (int) tl_matrix_cell_get_column (TL_MATRIX_CELL (picked)));
  if (n_press == 2)
    g_signal_emit (self, signals[OPENED], 0);
}

/* A screen reader may put the keyboard into any cell. */
static void
tl_places_matrix_set_focus_child (GtkWidget *widget,
                                  GtkWidget *child)
{
  TlPlacesMatrix *self = TL_PLACES_MATRIX (widget);

  GTK_WIDGET_CLASS (tl_places_matrix_parent_class)->set_focus_child (widget, child);

  if (child == NULL || !TL_IS_MATRIX_CELL (child) || self->moving)
    return;
  self->row = tl_matrix_cell_get_row (TL_MATRIX_CELL (child));
  self->column = tl_matrix_cell_get_column (TL_MATRIX_CELL (child));
  g_signal_emit (self, signals[MOVED], 0);
}

/* The matrix is one stop for the keyboard. */
static gboolean
tl_places_matrix_focus (GtkWidget        *widget,
                        GtkDirectionType  direction)
{
  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  return gtk_widget_grab_focus (widget);
}

static gboolean
tl_places_matrix_grab_focus (GtkWidget *widget)
{
  TlPlacesMatrix *self = TL_PLACES_MATRIX (widget);

  if (self->cells->len == 0)
    return FALSE;
  move (self, (int) self->row, (int) self->column);
  return gtk_widget_get_focus_child (widget) != NULL;
}

/* ── Overrides ── */

static void
tl_places_matrix_dispose (GObject *object)
{
  TlPlacesMatrix *self = TL_PLACES_MATRIX (object);

  if (self->corner != NULL)
    tl_places_matrix_drop_parts (self);
  g_clear_pointer (&self->corner, gtk_widget_unparent);
  g_clear_pointer (&self->matrix, tl_place_matrix_unref);

  G_OBJECT_CLASS (tl_places_matrix_parent_class)->dispose (object);
}

static void
tl_places_matrix_finalize (GObject *object)
{
  TlPlacesMatrix *self = TL_PLACES_MATRIX (object);

  g_ptr_array_unref (self->cells);
  g_ptr_array_unref (self->row_heads);
  g_ptr_array_unref (self->column_heads);

  G_OBJECT_CLASS (tl_places_matrix_parent_class)->finalize (object);
}

static void
tl_places_matrix_class_init (TlPlacesMatrixClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_places_matrix_dispose;
  object_class->finalize = tl_places_matrix_finalize;
  widget_class->set_focus_child = tl_places_matrix_set_focus_child;
  widget_class->focus = tl_places_matrix_focus;
  widget_class->grab_focus = tl_places_matrix_grab_focus;
  tl_places_matrix_bind_layout (widget_class);

  /**
   * TlPlacesMatrix::moved:
   * @self: the matrix
   *
   * Another cell has the keyboard.
   */
  signals[MOVED] = g_signal_new ("moved", TL_TYPE_PLACES_MATRIX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * TlPlacesMatrix::opened:
   * @self: the matrix
   *
   * Somebody wants to see more of the cell that has the keyboard.
   */
  signals[OPENED] = g_signal_new ("opened", TL_TYPE_PLACES_MATRIX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "places-matrix");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
tl_places_matrix_init (TlPlacesMatrix *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->cells = g_ptr_array_new ();
  self->row_heads = g_ptr_array_new ();
  self->column_heads = g_ptr_array_new ();
  self->corner = tl_matrix_cell_new (TL_MATRIX_PART_COLUMN);
  gtk_widget_set_parent (self->corner, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Places by measures"), -1);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * tl_places_matrix_set_matrix:
 * @self: a matrix
 * @matrix: (nullable): what it shows
 *
 * Shows places by measures, or nothing.
 */
void
tl_places_matrix_set_matrix (TlPlacesMatrix *self,
                             TlPlaceMatrix  *matrix)
{
  g_return_if_fail (TL_IS_PLACES_MATRIX (self));

  if (self->matrix == matrix)
    return;
  tl_places_matrix_drop_parts (self);
  if (matrix != NULL)
    tl_place_matrix_ref (matrix);
  g_clear_pointer (&self->matrix, tl_place_matrix_unref);
  self->matrix = matrix;
  self->shape.n_rows = matrix != NULL ? tl_matrix_count_rows (matrix) : 0;
  self->shape.n_columns = matrix != NULL ? tl_matrix_count_columns (matrix) : 0;
  self->row = MIN (self->row, MAX (self->shape.n_rows, 1) - 1);
  self->column = MIN (self->column, MAX (self->shape.n_columns, 1) - 1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_COUNT, (int) self->shape.n_rows,
                                  GTK_ACCESSIBLE_RELATION_COL_COUNT, (int) self->shape.n_columns, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * tl_places_matrix_get_matrix:
 * @self: a matrix
 *
 * Returns: (transfer none) (nullable): what it shows
 */
TlPlaceMatrix *
tl_places_matrix_get_matrix (TlPlacesMatrix *self)
{
  g_return_val_if_fail (TL_IS_PLACES_MATRIX (self), NULL);

  return self->matrix;
}

/**
 * tl_places_matrix_get_active:
 * @self: a matrix
 * @row: (out): its row
 * @column: (out): its column
 *
 * Tells which cell has the keyboard, or will have.
 */
void
tl_places_matrix_get_active (TlPlacesMatrix *self,
                             guint          *row,
                             guint          *column)
{
  *row = self->row;
  *column = self->column;
}

/**
 * tl_places_matrix_go_to:
 * @self: a matrix
 * @row: a row
 * @column: a column
 *
 * Gives a cell the keyboard.
 */
void
tl_places_matrix_go_to (TlPlacesMatrix *self,
                        guint           row,
                        guint           column)
{
  g_return_if_fail (TL_IS_PLACES_MATRIX (self));

  move (self, (int) row, (int) column);
}
