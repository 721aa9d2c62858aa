/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-page-table-private.h"

TlPageColumn *
tl_page_table_get_column (TlPageTable *self,
                          guint        column)
{
  return &g_array_index (self->columns, TlPageColumn, column);
}

TlPageCell *
tl_page_table_get_cell (TlPageTable *self,
                        guint        row,
                        guint        column)
{
  return &g_array_index (self->cells, TlPageCell, row * self->columns->len + column);
}

TlPageRow *
tl_page_table_get_row (TlPageTable *self,
                       guint        row)
{
  return &g_array_index (self->rows, TlPageRow, row);
}

/* Sums stand close together. */
double
tl_page_table_get_padding (TlPageTable *self,
                           guint        row)
{
  return tl_page_table_get_row (self, row)->kind == TL_ROW_SUM ? TL_PAGE_TABLE_SUM_PADDING : self->padding;
}

static void
free_table_block (TlBlock *block)
{
  tl_page_table_free ((TlPageTable *) block);
}

static const TlBlockClass table_class = {
  .slice = tl_page_table_slice,
  .draw = tl_page_table_draw,
  .draw_head = tl_page_table_draw_head,
  .free = free_table_block,
};

static void
clear_column (gpointer data)
{
  g_free (((TlPageColumn *) data)->heading);
}

static void
clear_cell (gpointer data)
{
  TlPageCell *cell = data;

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
  self->columns = g_array_new (FALSE, TRUE, sizeof (TlPageColumn));
  self->cells = g_array_new (FALSE, TRUE, sizeof (TlPageCell));
  self->rows = g_array_new (FALSE, TRUE, sizeof (TlPageRow));
  g_array_set_clear_func (self->columns, clear_column);
  g_array_set_clear_func (self->cells, clear_cell);
  self->row_heads = G_MAXUINT;
  self->padding = TL_PAGE_TABLE_PADDING;

  return self;
}

/**
 * tl_page_table_free:
 * @self: (transfer full): a table
 *
 * Frees a table that isn’t in a flow; a flow frees its own.
 */
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
tl_page_table_add_column (TlPageTable    *self,
                          const char     *heading,
                          TlColumnSize    size,
                          double          value,
                          PangoAlignment  alignment)
{
  TlPageColumn column = {
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
                             guint        column)
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
tl_page_table_set_heading_drawing (TlPageTable  *self,
                                   guint         column,
                                   TlFigureFunc  draw,
                                   gpointer      data,
                                   double        height)
{
  TlPageColumn *drawn = tl_page_table_get_column (self, column);

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
                           double       padding)
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
tl_page_table_add_row (TlPageTable *self,
                       TlRowKind    kind)
{
  TlPageRow row = { .kind = kind };

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
tl_page_table_set_cell (TlPageTable  *self,
                        guint         column,
                        TlPrintStyle  style,
                        const char   *markup)
{
  TlPageCell *cell = tl_page_table_get_cell (self, self->rows->len - 1, column);

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
  TlPageCell *cell = tl_page_table_get_cell (self, self->rows->len - 1, column);

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
tl_page_table_set_drawing (TlPageTable    *self,
                           guint           column,
                           TlFigureFunc    draw,
                           gpointer        data,
                           GDestroyNotify  destroy,
                           double          width,
                           double          height)
{
  TlPageCell *cell = tl_page_table_get_cell (self, self->rows->len - 1, column);

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
tl_flow_add_table (TlFlow      *flow,
                   TlPageTable *table)
{
  tl_flow_add (flow, &table->base);
}
