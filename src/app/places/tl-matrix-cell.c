/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-matrix-cell.h"

#include <math.h>

#include "tl-marks.h"

/* In pixels of the design. */
#define PAD 6
#define LEAST 24
#define MOST_LINES 3

struct _TlMatrixCell
{
  TlDrawnCell parent_instance;

  TlMatrixPart part;
  guint row;
  guint column;
  TlMatrixMark mark;
  TlPlaceState state;
  char *text;
  char *sentence;
};

G_DEFINE_FINAL_TYPE (TlMatrixCell, tl_matrix_cell, TL_TYPE_DRAWN_CELL)

/* ── Drawing ── */

/* The matrix says how large it is. */
static void
tl_matrix_cell_measure (TlDrawnCell *cell,
                        const TlInk *ink,
                        double      *width,
                        double      *height)
{
  *width = *height = tl_ink_px (ink, LEAST);
}

static void
draw_heading (TlMatrixCell *self,
              const TlInk  *ink,
              cairo_t      *cr,
              double        width,
              double        height)
{
  gboolean mirrored = tl_drawn_cell_is_mirrored (TL_DRAWN_CELL (self));
  double pad = tl_ink_px (ink, self->part == TL_MATRIX_PART_ROW ? PAD * 3 : PAD), text_width, text_height;
  PangoLayout *layout = tl_ink_create_layout (ink, self->text, self->part == TL_MATRIX_PART_ROW ? TL_TEXT_BODY
                                                                                               : TL_TEXT_SMALL);

  pango_layout_set_width (layout, (int) (MAX (width - pad - tl_ink_px (ink, PAD), 1) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, self->part == TL_MATRIX_PART_ROW ? -2 : -MOST_LINES);
  pango_layout_set_alignment (layout, self->part == TL_MATRIX_PART_ROW ? mirrored ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT
                                                                       : PANGO_ALIGN_CENTER);
  pango_layout_set_auto_dir (layout, FALSE);
  tl_ink_measure_layout (layout, &text_width, &text_height);
  tl_ink_set_colour (cr, self->part == TL_MATRIX_PART_ROW ? &ink->text : &ink->dimmed);
  cairo_move_to (cr, mirrored ? tl_ink_px (ink, PAD) : pad, (height - text_height) / 2);
  pango_cairo_show_layout (cr, layout);
  g_object_unref (layout);
}

static void
draw_mark (TlMatrixCell *self,
           const TlInk  *ink,
           cairo_t      *cr,
           double        x,
           double        y)
{
  switch (self->mark)
    {
    case TL_MATRIX_MARK_PLACE:
      tl_mark_place (cr, ink, self->state, x, y);
      break;
    case TL_MATRIX_MARK_POOLED:
      tl_mark_pooled (cr, ink, x, y);
      break;
    case TL_MATRIX_MARK_HIDING:
      tl_mark_finding (cr, ink, TL_SEVERITY_ACT, x, y);
      break;
    case TL_MATRIX_MARK_NONE:
    default:
      break;
    }
}

static void
tl_matrix_cell_draw (TlDrawnCell *cell,
                     const TlInk *ink,
                     cairo_t     *cr,
                     double       width,
                     double       height)
{
  TlMatrixCell *self = TL_MATRIX_CELL (cell);

  if (self->part != TL_MATRIX_PART_CELL)
    {
      if (self->text != NULL)
        draw_heading (self, ink, cr, width, height);
      return;
    }
  if (self->mark != TL_MATRIX_MARK_NONE)
    draw_mark (self, ink, cr, width / 2, height / 2);
  else if (self->text != NULL)
    tl_ink_draw_text (ink, cr, self->text, g_str_equal (self->text, "–") ? TL_TEXT_BODY : TL_TEXT_BODY_BOLD, width / 2, height / 2,
                      0.5, g_str_equal (self->text, "–") ? &ink->faint : &ink->text);
}

static char *
tl_matrix_cell_describe (TlDrawnCell *cell)
{
  return g_strdup (TL_MATRIX_CELL (cell)->sentence);
}

/* ── ── */

static void
tl_matrix_cell_finalize (GObject *object)
{
  TlMatrixCell *self = TL_MATRIX_CELL (object);

  g_free (self->text);
  g_free (self->sentence);

  G_OBJECT_CLASS (tl_matrix_cell_parent_class)->finalize (object);
}

static void
tl_matrix_cell_class_init (TlMatrixCellClass *klass)
{
  TlDrawnCellClass *cell_class = TL_DRAWN_CELL_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tl_matrix_cell_finalize;
  cell_class->measure = tl_matrix_cell_measure;
  cell_class->draw = tl_matrix_cell_draw;
  cell_class->describe = tl_matrix_cell_describe;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "matrix-cell");
}

static void
tl_matrix_cell_init (TlMatrixCell *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_FILL);
}

/**
 * tl_matrix_cell_new:
 * @part: what it is
 *
 * Returns: (transfer floating): a cell that shows nothing yet
 */
GtkWidget *
tl_matrix_cell_new (TlMatrixPart part)
{
  static const GtkAccessibleRole roles[] = {
    [TL_MATRIX_PART_CELL] = GTK_ACCESSIBLE_ROLE_GRID_CELL,
    [TL_MATRIX_PART_ROW] = GTK_ACCESSIBLE_ROLE_ROW_HEADER,
    [TL_MATRIX_PART_COLUMN] = GTK_ACCESSIBLE_ROLE_COLUMN_HEADER,
  };
  TlMatrixCell *self = g_object_new (TL_TYPE_MATRIX_CELL, "accessible-role", roles[part], NULL);

  self->part = part;
  self->row = self->column = G_MAXUINT;
  gtk_widget_set_focusable (GTK_WIDGET (self), part == TL_MATRIX_PART_CELL);
  gtk_widget_add_css_class (GTK_WIDGET (self), part == TL_MATRIX_PART_CELL ? "cell" : "head");
  return GTK_WIDGET (self);
}

/**
 * tl_matrix_cell_show:
 * @self: a cell
 * @row: its row
 * @column: its column
 * @mark: what it draws, instead of its text
 * @state: the state, for the mark of a place
 * @text: (nullable): a text
 * @sentence: (nullable): what it says
 *
 * Gives it something to show.
 */
void
tl_matrix_cell_show (TlMatrixCell *self,
                     guint         row,
                     guint         column,
                     TlMatrixMark  mark,
                     TlPlaceState  state,
                     const char   *text,
                     const char   *sentence)
{
  g_return_if_fail (TL_IS_MATRIX_CELL (self));

  if (self->part == TL_MATRIX_PART_CELL && (self->row != row || self->column != column))
    gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_INDEX, (int) row + 1,
                                    GTK_ACCESSIBLE_RELATION_COL_INDEX, (int) column + 1, -1);
  self->row = row;
  self->column = column;
  self->mark = mark;
  self->state = state;
  g_set_str (&self->text, text);
  g_set_str (&self->sentence, sentence);
  tl_drawn_cell_update (TL_DRAWN_CELL (self));
}

/**
 * tl_matrix_cell_get_row:
 * @self: a cell
 *
 * Returns: its row
 */
guint
tl_matrix_cell_get_row (TlMatrixCell *self)
{
  return self->row;
}

/**
 * tl_matrix_cell_get_column:
 * @self: a cell
 *
 * Returns: its column
 */
guint
tl_matrix_cell_get_column (TlMatrixCell *self)
{
  return self->column;
}
