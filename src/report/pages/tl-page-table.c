/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-page-table.h"

#define GAP 10.0
#define PADDING 1.9
#define SUM_PADDING 1.0
#define HEAD_PADDING 3.5
#define HEAD_RULE 0.8
#define ROW_RULE 0.5
#define ROW_GREY 0.6
#define FIT_SHARE (1.0 / 3.0)

/* A row may be as high as this part of a page before it is cut, line by line. */
#define WHOLE_SHARE 0.3

typedef struct
{
  char *heading;
  TlColumnSize size;
  double value;
  PangoAlignment alignment;
  TlFigureFunc draw;
  gpointer draw_data;
  double draw_height;
  double x;
  double width;
} Column;

typedef struct
{
  char *markup;
  TlPrintStyle style;
  TlFigureFunc draw;
  gpointer draw_data;
  GDestroyNotify destroy;
  double width;
  double height;
  gboolean aligned;
  PangoAlignment alignment;
  TlTag pieces;
} Cell;

typedef struct
{
  TlRowKind kind;
  guint first_slice;
  guint n_slices;
} Row;

struct _TlTable
{
  TlBlock base;
  GArray *columns;
  GArray *cells;
  GArray *rows;
  guint row_heads;
  double padding;
  double head_height;
  gboolean has_drawings;
};

static Column *
get_column (TlPageTable *self,
            guint    column)
{
  return &g_array_index (self->columns, Column, column);
}

static Cell *
get_cell (TlPageTable *self,
          guint    row,
          guint    column)
{
  return &g_array_index (self->cells, Cell, row * self->columns->len + column);
}

/* ── Columns ───────────────────────────────────────────────────────────────── */

static double
measure_column (TlPageTable      *self,
                TlTypesetter *typesetter,
                guint         column)
{
  Column *measured = get_column (self, column);
  double width = measured->draw == NULL ? tl_typesetter_get_width (typesetter, TL_PRINT_STRONG, measured->heading) : 0.0;

  for (guint row = 0; row < self->rows->len; row++)
    {
      Cell *cell = get_cell (self, row, column);

      width = MAX (width, cell->width);
      if (cell->markup != NULL)
        width = MAX (width, tl_typesetter_get_width (typesetter, cell->style, cell->markup));
    }

  return width;
}

static void
place_columns (TlPageTable      *self,
               TlTypesetter *typesetter)
{
  double left = self->base.width - GAP * (self->columns->len - 1);
  double shares = 0.0;
  double x = self->base.x;

  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = get_column (self, i);

      if (column->size == TL_COLUMN_FIXED)
        column->width = column->value;
      else if (column->size == TL_COLUMN_FIT)
        column->width = MIN (measure_column (self, typesetter, i), self->base.width * FIT_SHARE);
      else
        shares += column->value;
      left -= column->size == TL_COLUMN_SHARE ? 0.0 : column->width;
    }

  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = get_column (self, i);

      if (column->size == TL_COLUMN_SHARE)
        column->width = MAX (left * column->value / shares, 0.0);
      column->x = x;
      x += column->width + GAP;
    }
}

/* ── Measuring ─────────────────────────────────────────────────────────────── */

static PangoLayout *
make_cell_layout (TlPageTable      *self,
                  TlTypesetter *typesetter,
                  Cell         *cell,
                  guint         column)
{
  Column *placed = get_column (self, column);

  return tl_typesetter_layout (typesetter, cell->style, cell->markup, placed->width,
                               cell->aligned ? cell->alignment : placed->alignment);
}

/* The heights of a row's lines when it is cut: line n of every cell stands level. */
static GArray *
measure_lines (TlPageTable  *self,
               TlTypesetter *typesetter,
               guint         row)
{
  GArray *heights = g_array_new (FALSE, TRUE, sizeof (double));

  g_array_set_size (heights, 1);
  for (guint column = 0; column < self->columns->len; column++)
    {
      Cell *cell = get_cell (self, row, column);
      g_autoptr (PangoLayout) layout = NULL;
      double leading;
      guint n_lines;

      if (cell->markup == NULL)
        {
          g_array_index (heights, double, 0) = MAX (g_array_index (heights, double, 0), cell->height);
          continue;
        }

      layout = make_cell_layout (self, typesetter, cell, column);
      leading = tl_typesetter_get_leading (typesetter, cell->style);
      n_lines = (guint) pango_layout_get_line_count (layout);
      if (heights->len < n_lines)
        g_array_set_size (heights, n_lines);
      for (guint i = 0; i < n_lines; i++)
        g_array_index (heights, double, i) = MAX (g_array_index (heights, double, i),
                                                  tl_layout_line_height (layout, i, leading));
    }

  return heights;
}

/* Sums stand close together. */
static double
get_padding (TlPageTable *self,
             guint        row)
{
  return g_array_index (self->rows, Row, row).kind == TL_ROW_SUM ? SUM_PADDING : self->padding;
}

static double
measure_cell (TlPageTable  *self,
              TlTypesetter *typesetter,
              Cell         *cell,
              guint         column)
{
  g_autoptr (PangoLayout) layout = NULL;

  if (cell->markup == NULL)
    return cell->height;

  layout = make_cell_layout (self, typesetter, cell, column);
  return tl_layout_height (layout, tl_typesetter_get_leading (typesetter, cell->style));
}

/* The height of what a whole row holds. */
static double
measure_row (TlPageTable  *self,
             TlTypesetter *typesetter,
             guint         row)
{
  double height = 0.0;

  for (guint column = 0; column < self->columns->len; column++)
    height = MAX (height, measure_cell (self, typesetter, get_cell (self, row, column), column));

  return height;
}

static double
measure_head (TlPageTable      *self,
              TlTypesetter *typesetter)
{
  double height = 0.0;

  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = get_column (self, i);
      g_autoptr (PangoLayout) layout = NULL;

      if (column->draw != NULL)
        {
          height = MAX (height, column->draw_height);
          continue;
        }
      layout = tl_typesetter_layout (typesetter, TL_PRINT_STRONG, column->heading, column->width, column->alignment);
      height = MAX (height, tl_layout_height (layout, tl_typesetter_get_leading (typesetter, TL_PRINT_STRONG)));
    }

  return height + HEAD_PADDING;
}

/* A row that is too high to stay whole goes line by line, never leaving its first or last line alone. */
static void
slice_lines (TlPageTable *self,
             TlFlow      *flow,
             guint        number)
{
  Row *row = &g_array_index (self->rows, Row, number);
  g_autoptr (GArray) lines = measure_lines (self, tl_flow_get_typesetter (flow), number);

  row->n_slices = lines->len;
  for (guint i = 0; i < lines->len; i++)
    {
      gboolean last = i + 1 == lines->len;
      double height = g_array_index (lines, double, i);
      TlSliceFlags flags = TL_SLICE_CONTINUES | (i == 0 || i + 2 == lines->len ? TL_SLICE_KEEP : 0);

      height += (i == 0 ? self->padding : 0.0) + (last ? self->padding : 0.0);
      tl_flow_add_slice (flow, &self->base, row->first_slice + i, height, flags);
    }
}

static void
slice_row (TlPageTable *self,
           TlFlow      *flow,
           guint        number)
{
  Row *row = &g_array_index (self->rows, Row, number);
  gboolean keep = number + 2 == self->rows->len || (number + 1 < self->rows->len && row[1].kind == TL_ROW_SUM);
  double height = measure_row (self, tl_flow_get_typesetter (flow), number) + 2.0 * get_padding (self, number);

  row->first_slice = number == 0 ? 1 : row[-1].first_slice + row[-1].n_slices;
  row->n_slices = 1;
  if (height > tl_flow_get_height (flow) * WHOLE_SHARE)
    slice_lines (self, flow, number);
  else
    tl_flow_add_slice (flow, &self->base, row->first_slice, height,
                       TL_SLICE_CONTINUES | (keep ? TL_SLICE_KEEP : 0));
}

static void
slice_table (TlBlock *block,
             TlFlow  *flow)
{
  TlPageTable *self = (TlPageTable *) block;
  TlTypesetter *typesetter = tl_flow_get_typesetter (flow);

  place_columns (self, typesetter);
  self->head_height = measure_head (self, typesetter);
  tl_flow_set_head (flow, self->head_height);

  tl_flow_add_slice (flow, block, 0, self->head_height, TL_SLICE_KEEP);
  for (guint i = 0; i < self->rows->len; i++)
    slice_row (self, flow, i);
}

/* ── Drawing ───────────────────────────────────────────────────────────────── */

static void
rule (TlPageTable  *self,
      TlCanvas *canvas,
      double    y,
      double    weight,
      double    grey)
{
  tl_canvas_rule (canvas, self->base.x, self->base.x + self->base.width, y, weight, grey);
}

static void
draw_head_cell (TlPageTable  *self,
                TlCanvas *canvas,
                Column   *column,
                double    y)
{
  g_autoptr (PangoLayout) layout = NULL;
  double leading = tl_typesetter_get_leading (canvas->typesetter, TL_PRINT_STRONG);
  double bottom = y + self->head_height - HEAD_PADDING;

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

static void
draw_table_head (TlBlock  *block,
                 TlCanvas *canvas,
                 double    y)
{
  TlPageTable *self = (TlPageTable *) block;

  for (guint i = 0; i < self->columns->len; i++)
    draw_head_cell (self, canvas, get_column (self, i), y);
  rule (self, canvas, y + self->head_height, HEAD_RULE, 0.0);
}

static void
begin_table (TlPageTable  *self,
             TlCanvas *canvas,
             double    y)
{
  tl_canvas_begin (canvas, "Table");
  tl_canvas_begin (canvas, "THead");
  tl_canvas_begin (canvas, "TR");
  for (guint i = 0; i < self->columns->len; i++)
    {
      tl_canvas_begin (canvas, "TH");
      draw_head_cell (self, canvas, get_column (self, i), y);
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
         guint    column)
{
  return column == self->row_heads ? "TH" : "TD";
}

static void
draw_figure (TlPageTable      *self,
             TlCanvas     *canvas,
             Cell         *cell,
             guint         column,
             double        y,
             double        height)
{
  Column *placed = get_column (self, column);
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
draw_cell_lines (TlPageTable      *self,
                 TlCanvas     *canvas,
                 Cell         *cell,
                 guint         column,
                 guint         first,
                 guint         n,
                 const double *tops)
{
  g_autoptr (PangoLayout) layout = make_cell_layout (self, canvas->typesetter, cell, column);
  double leading = tl_typesetter_get_leading (canvas->typesetter, cell->style);
  guint n_lines = (guint) pango_layout_get_line_count (layout);

  tl_canvas_set_grey (canvas, tl_typesetter_get_grey (cell->style));
  for (guint i = first; i < MIN (first + n, n_lines); i++)
    tl_layout_show_line (layout, i, leading, canvas->cr, get_column (self, column)->x, tops[i - first]);
}

static void
draw_whole_cell (TlPageTable *self,
                 TlCanvas    *canvas,
                 Cell        *cell,
                 guint        column,
                 double       y,
                 double       height)
{
  Column *placed = get_column (self, column);

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
        y += (height - measure_cell (self, canvas->typesetter, cell, column)) / 2.0;
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
  double height = measure_row (self, canvas->typesetter, number);
  double padding = get_padding (self, number);

  tl_canvas_begin (canvas, "TR");
  for (guint i = 0; i < self->columns->len; i++)
    draw_whole_cell (self, canvas, get_cell (self, number, i), i, y + padding, height);
  tl_canvas_end (canvas, "TR");
  *bottom = y + height + 2.0 * padding;
}

static void
gather_row (TlPageTable  *self,
            TlCanvas *canvas,
            guint     number)
{
  tl_canvas_begin (canvas, "TR");
  for (guint i = 0; i < self->columns->len; i++)
    tl_canvas_gather (canvas, &get_cell (self, number, i)->pieces, get_tag (self, i));
  tl_canvas_end (canvas, "TR");
}

/* A part of a row that is cut: lines @first to @first + @n. */
static void
draw_row_part (TlPageTable      *self,
               TlCanvas     *canvas,
               guint         number,
               guint         first,
               guint         n,
               const double *y,
               double       *bottom)
{
  Row *row = &g_array_index (self->rows, Row, number);
  g_autoptr (GArray) lines = measure_lines (self, canvas->typesetter, number);
  g_autofree double *tops = g_memdup2 (y, n * sizeof (double));
  gboolean last = first + n == row->n_slices;

  if (first == 0)
    tops[0] += self->padding;
  *bottom = tops[n - 1] + g_array_index (lines, double, first + n - 1) + (last ? self->padding : 0.0);

  for (guint i = 0; i < self->columns->len; i++)
    {
      Cell *cell = get_cell (self, number, i);

      if (cell->draw != NULL && first == 0)
        {
          /* Pieces hold no figures; words of a cut row say the same. */
          tl_canvas_begin_artifact (canvas);
          cell->draw (canvas, get_column (self, i)->x, tops[0], cell->width, cell->height, cell->draw_data);
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
          guint    slice)
{
  guint low = 0;
  guint high = self->rows->len - 1;

  while (low < high)
    {
      guint middle = (low + high + 1) / 2;

      if (g_array_index (self->rows, Row, middle).first_slice <= slice)
        low = middle;
      else
        high = middle - 1;
    }

  return low;
}

static void
draw_row_rule (TlPageTable  *self,
               TlCanvas *canvas,
               guint     number,
               double    bottom)
{
  Row *row = &g_array_index (self->rows, Row, number);
  gboolean last = number + 1 == self->rows->len;

  if (row->kind == TL_ROW_SUM)
    return;
  if (!last && row[1].kind == TL_ROW_SUM)
    rule (self, canvas, bottom, HEAD_RULE, 0.0);
  else
    rule (self, canvas, bottom, ROW_RULE, ROW_GREY);
}

static void
draw_table (TlBlock      *block,
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
      Row *row = &g_array_index (self->rows, Row, self->rows->len - 1);

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
      Row *row = &g_array_index (self->rows, Row, number);
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

/* ── Making ────────────────────────────────────────────────────────────────── */

static void
free_table_block (TlBlock *block)
{
  tl_page_table_free ((TlPageTable *) block);
}

static const TlBlockClass table_class = {
  .slice = slice_table,
  .draw = draw_table,
  .draw_head = draw_table_head,
  .free = free_table_block,
};

static void
clear_column (gpointer data)
{
  g_free (((Column *) data)->heading);
}

static void
clear_cell (gpointer data)
{
  Cell *cell = data;

  g_free (cell->markup);
  if (cell->destroy != NULL)
    cell->destroy (cell->draw_data);
  tl_tag_clear (&cell->pieces);
}

/**
 * tl_page_table_new:
 *
 * Returns: (transfer full): a table without columns
 */
TlPageTable *
tl_page_table_new (void)
{
  TlPageTable *self = g_new0 (TlPageTable, 1);

  self->base.class = &table_class;
  self->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  self->cells = g_array_new (FALSE, TRUE, sizeof (Cell));
  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  g_array_set_clear_func (self->columns, clear_column);
  g_array_set_clear_func (self->cells, clear_cell);
  self->row_heads = G_MAXUINT;
  self->padding = PADDING;

  return self;
}

void
tl_page_table_free (TlPageTable *self)
{
  g_array_unref (self->columns);
  g_array_unref (self->cells);
  g_array_unref (self->rows);
  g_free (self);
}

/**
 * tl_page_table_add_column:
 * @self: a table without rows
 * @heading: its head, plain text
 * @size: how its width is found
 * @value: points, or its share
 * @alignment: how its cells and its head stand
 */
void
tl_page_table_add_column (TlPageTable        *self,
                     const char     *heading,
                     TlColumnSize    size,
                     double          value,
                     PangoAlignment  alignment)
{
  Column column = {
    .heading = g_markup_escape_text (heading, -1),
    .size = size,
    .value = value,
    .alignment = alignment,
  };

  g_return_if_fail (self->rows->len == 0);

  g_array_append_val (self->columns, column);
}

/**
 * tl_page_table_set_row_heads:
 * @self: a table
 * @column: the column whose cells say what their rows are
 */
void
tl_page_table_set_row_heads (TlPageTable *self,
                        guint    column)
{
  self->row_heads = column;
}

/**
 * tl_page_table_set_heading_drawing:
 * @self: a table
 * @column: a column
 * @draw: draws its head, text included
 * @data: for @draw; must outlive the table
 * @height: how high it is
 */
void
tl_page_table_set_heading_drawing (TlPageTable    *self,
                              guint       column,
                              TlFigureFunc  draw,
                              gpointer    data,
                              double      height)
{
  Column *drawn = get_column (self, column);

  drawn->draw = draw;
  drawn->draw_data = data;
  drawn->draw_height = height;
}

/**
 * tl_page_table_set_padding:
 * @self: a table
 * @padding: room above and below the text of each row
 */
void
tl_page_table_set_padding (TlPageTable *self,
                      double   padding)
{
  self->padding = padding;
}

/**
 * tl_page_table_add_row:
 * @self: a table
 * @kind: what sort of row
 *
 * Adds a row of empty cells; the functions that set cells set those of the last row.
 */
void
tl_page_table_add_row (TlPageTable   *self,
                  TlRowKind  kind)
{
  Row row = { .kind = kind };

  g_array_append_val (self->rows, row);
  g_array_set_size (self->cells, self->rows->len * self->columns->len);
}

/**
 * tl_page_table_set_cell:
 * @self: a table
 * @column: which cell of the last row
 * @style: how it looks
 * @markup: its text
 */
void
tl_page_table_set_cell (TlPageTable     *self,
                   guint        column,
                   TlPrintStyle  style,
                   const char  *markup)
{
  Cell *cell = get_cell (self, self->rows->len - 1, column);

  g_free (cell->markup);
  cell->markup = g_strdup (markup);
  cell->style = style;
}

/**
 * tl_page_table_align_cell:
 * @self: a table
 * @column: which cell of the last row
 * @alignment: how it stands, whatever its column does
 */
void
tl_page_table_align_cell (TlPageTable    *self,
                          guint           column,
                          PangoAlignment  alignment)
{
  Cell *cell = get_cell (self, self->rows->len - 1, column);

  cell->aligned = TRUE;
  cell->alignment = alignment;
}

/**
 * tl_page_table_set_drawing:
 * @self: a table
 * @column: which cell of the last row
 * @draw: draws it, and says what it is to a screen reader
 * @data: (transfer full): for @draw
 * @destroy: (nullable): frees @data
 * @width: how wide it is
 * @height: how high it is
 */
void
tl_page_table_set_drawing (TlPageTable        *self,
                      guint           column,
                      TlFigureFunc      draw,
                      gpointer        data,
                      GDestroyNotify  destroy,
                      double          width,
                      double          height)
{
  Cell *cell = get_cell (self, self->rows->len - 1, column);

  self->has_drawings = TRUE;
  cell->draw = draw;
  cell->draw_data = data;
  cell->destroy = destroy;
  cell->width = width;
  cell->height = height;
}

/**
 * tl_flow_add_table:
 * @flow: a flow
 * @table: (transfer full): a table
 */
void
tl_flow_add_table (TlFlow  *flow,
                   TlPageTable *table)
{
  tl_flow_add (flow, &table->base);
}
