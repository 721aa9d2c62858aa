/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-page-table-private.h"

#define HEAD_RULE 0.8
#define ROW_RULE 0.5
#define ROW_GREY 0.6

static void
rule (TlPageTable *self,
      TlCanvas    *canvas,
      double       y,
      double       weight,
      double       grey)
{
  tl_canvas_rule (canvas, self->base.x, self->base.x + self->base.width, y, weight, grey);
}

static void
draw_head_cell (TlPageTable  *self,
                TlCanvas     *canvas,
                TlPageColumn *column,
                double        y)
{
  g_autoptr (PangoLayout) layout = NULL;
  double leading = tl_typesetter_get_leading (canvas->typesetter, TL_PRINT_STRONG);
  double bottom = y + self->head_height - TL_PAGE_TABLE_HEAD_PADDING;

  if (column->draw != NULL)
    {
      column->draw (canvas, column->x, bottom - column->draw_height, column->width, column->draw_height,
                    column->draw_data);
      return;
    }

  /* Heads stand on the line beneath them. */
  layout = tl_typesetter_layout (canvas->typesetter, TL_PRINT_STRONG, column->heading, column->width,
                                 column->alignment);
  tl_canvas_show_text (canvas, TL_PRINT_STRONG, column->heading, column->x,
                       bottom - tl_layout_height (layout, leading), column->width, column->alignment);
}

void
tl_page_table_draw_head (TlBlock  *block,
                         TlCanvas *canvas,
                         double    y)
{
  TlPageTable *self = (TlPageTable *) block;

  for (guint i = 0; i < self->columns->len; i++)
    draw_head_cell (self, canvas, tl_page_table_get_column (self, i), y);
  rule (self, canvas, y + self->head_height, HEAD_RULE, 0.0);
}

static void
begin_table (TlPageTable *self,
             TlCanvas    *canvas,
             double       y)
{
  tl_canvas_begin (canvas, "Table");
  tl_canvas_begin (canvas, "THead");
  tl_canvas_begin (canvas, "TR");
  for (guint i = 0; i < self->columns->len; i++)
    {
      tl_canvas_begin (canvas, "TH");
      draw_head_cell (self, canvas, tl_page_table_get_column (self, i), y);
      tl_canvas_end (canvas, "TH");
    }
  tl_canvas_end (canvas, "TR");
  tl_canvas_end (canvas, "THead");
  rule (self, canvas, y + self->head_height, HEAD_RULE, 0.0);
  tl_canvas_begin (canvas, "TBody");
}

static void
end_table (TlCanvas *canvas)
{
  tl_canvas_end (canvas, "TBody");
  tl_canvas_end (canvas, "Table");
}

static const char *
get_tag (TlPageTable *self,
         guint        column)
{
  return column == self->row_heads ? "TH" : "TD";
}

static void
draw_figure (TlPageTable *self,
             TlCanvas    *canvas,
             TlPageCell  *cell,
             guint        column,
             double       y,
             double       height)
{
  TlPageColumn *placed = tl_page_table_get_column (self, column);
  double x = placed->x;

  if (placed->alignment == PANGO_ALIGN_RIGHT)
    x += placed->width - cell->width;
  else if (placed->alignment == PANGO_ALIGN_CENTER)
    x += (placed->width - cell->width) / 2.0;

  tl_canvas_begin (canvas, get_tag (self, column));
  cell->draw (canvas, x, y + (height - cell->height) / 2.0, cell->width, cell->height, cell->draw_data);
  tl_canvas_end (canvas, get_tag (self, column));
}

/* Lines @first to @first + @n of a cell, the tops of which are at @tops. */
static void
draw_cell_lines (TlPageTable  *self,
                 TlCanvas     *canvas,
                 TlPageCell   *cell,
                 guint         column,
                 guint         first,
                 guint         n,
                 const double *tops)
{
  g_autoptr (PangoLayout) layout = tl_page_table_lay_out_cell (self, canvas->typesetter, cell, column);
  double leading = tl_typesetter_get_leading (canvas->typesetter, cell->style);
  guint n_lines = (guint) pango_layout_get_line_count (layout);

  tl_canvas_set_grey (canvas, tl_typesetter_get_grey (cell->style));
  for (guint i = first; i < MIN (first + n, n_lines); i++)
    tl_canvas_show_line (canvas, layout, i, leading, tl_page_table_get_column (self, column)->x, tops[i - first]);
}

static void
draw_whole_cell (TlPageTable *self,
                 TlCanvas    *canvas,
                 TlPageCell  *cell,
                 guint        column,
                 double       y,
                 double       height)
{
  TlPageColumn *placed = tl_page_table_get_column (self, column);

  if (cell->draw != NULL)
    {
      draw_figure (self, canvas, cell, column, y, height);
      return;
    }

  tl_canvas_begin (canvas, get_tag (self, column));
  if (cell->markup != NULL)
    {
      /* Beside drawings words stand in the middle. */
      if (self->has_drawings)
        y += (height - tl_page_table_measure_cell (self, canvas->typesetter, cell, column)) / 2.0;
      tl_canvas_show_text (canvas, cell->style, cell->markup, placed->x, y, placed->width,
                           cell->aligned ? cell->alignment : placed->alignment);
    }
  tl_canvas_end (canvas, get_tag (self, column));
}

static void
draw_whole_row (TlPageTable *self,
                TlCanvas    *canvas,
                guint        number,
                double       y,
                double      *bottom)
{
  double height = tl_page_table_get_row (self, number)->height;
  double padding = tl_page_table_get_padding (self, number);

  tl_canvas_begin (canvas, "TR");
  for (guint i = 0; i < self->columns->len; i++)
    draw_whole_cell (self, canvas, tl_page_table_get_cell (self, number, i), i, y + padding, height);
  tl_canvas_end (canvas, "TR");
  *bottom = y + height + 2.0 * padding;
}

static void
gather_row (TlPageTable *self,
            TlCanvas    *canvas,
            guint        number)
{
  tl_canvas_begin (canvas, "TR");
  for (guint i = 0; i < self->columns->len; i++)
    tl_canvas_gather (canvas, &tl_page_table_get_cell (self, number, i)->pieces, get_tag (self, i));
  tl_canvas_end (canvas, "TR");
}

/* A part of a row that is cut: lines @first to @first + @n. */
static void
draw_row_part (TlPageTable  *self,
               TlCanvas     *canvas,
               guint         number,
               guint         first,
               guint         n,
               const double *y,
               double       *bottom)
{
  TlPageRow *row = tl_page_table_get_row (self, number);
  g_autoptr (GArray) lines = tl_page_table_measure_lines (self, canvas->typesetter, number);
  g_autofree double *tops = g_memdup2 (y, n * sizeof (double));
  gboolean last = first + n == row->n_slices;

  if (first == 0)
    tops[0] += self->padding;
  *bottom = tops[n - 1] + g_array_index (lines, double, first + n - 1) + (last ? self->padding : 0.0);

  for (guint i = 0; i < self->columns->len; i++)
    {
      TlPageCell *cell = tl_page_table_get_cell (self, number, i);

      if (cell->draw != NULL && first == 0)
        {
          /* Pieces hold no figures; words of a cut row say the same. */
          tl_canvas_begin_artifact (canvas);
          cell->draw (canvas, tl_page_table_get_column (self, i)->x, tops[0], cell->width, cell->height,
                      cell->draw_data);
          tl_canvas_end_artifact (canvas);
        }
      if (cell->markup == NULL)
        continue;

      tl_canvas_begin_piece (canvas, &cell->pieces, get_tag (self, i));
      draw_cell_lines (self, canvas, cell, i, first, n, tops);
      tl_canvas_end_piece (canvas);
    }
  if (last)
    gather_row (self, canvas, number);
}

static guint
find_row (TlPageTable *self,
          guint        slice)
{
  guint low = 0;
  guint high = self->rows->len - 1;

  while (low < high)
    {
      guint middle = (low + high + 1) / 2;

      if (tl_page_table_get_row (self, middle)->first_slice <= slice)
        low = middle;
      else
        high = middle - 1;
    }

  return low;
}

static void
draw_row_rule (TlPageTable *self,
               TlCanvas    *canvas,
               guint        number,
               double       bottom)
{
  TlPageRow *row = tl_page_table_get_row (self, number);
  gboolean last = number + 1 == self->rows->len;

  if (row->kind == TL_ROW_SUM)
    return;
  if (!last && row[1].kind == TL_ROW_SUM)
    rule (self, canvas, bottom, HEAD_RULE, 0.0);
  else
    rule (self, canvas, bottom, ROW_RULE, ROW_GREY);
}

void
tl_page_table_draw (TlBlock      *block,
                    TlCanvas     *canvas,
                    guint         first,
                    guint         n,
                    const double *y)
{
  TlPageTable *self = (TlPageTable *) block;
  guint end = first + n;
  guint slice = first;
  guint n_slices = 1;

  if (self->rows->len > 0)
    {
      TlPageRow *row = tl_page_table_get_row (self, self->rows->len - 1);

      n_slices = row->first_slice + row->n_slices;
    }

  if (slice == 0)
    {
      begin_table (self, canvas, y[0]);
      slice++;
    }

  while (slice < end)
    {
      guint number = find_row (self, slice);
      TlPageRow *row = tl_page_table_get_row (self, number);
      guint in_row = MIN (row->first_slice + row->n_slices, end) - slice;
      double bottom;

      if (row->n_slices == 1)
        draw_whole_row (self, canvas, number, y[slice - first], &bottom);
      else
        draw_row_part (self, canvas, number, slice - row->first_slice, in_row, y + (slice - first), &bottom);
      draw_row_rule (self, canvas, number, bottom);
      slice += in_row;
    }

  if (end == n_slices)
    end_table (canvas);
}

