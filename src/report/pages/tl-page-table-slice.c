/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-page-table-private.h"

#define GAP 10.0
#define FIT_SHARE (1.0 / 3.0)

/* A row may be as high as this part of a page before it is cut, line by line. */
#define WHOLE_SHARE 0.3

/* ── Columns ───────────────────────────────────────────────────────────────── */

static double
measure_column (TlPageTable  *self,
                TlTypesetter *typesetter,
                guint         column)
{
  TlPageColumn *measured = tl_page_table_get_column (self, column);
  double width = 0.0;

  if (measured->draw == NULL)
    width = tl_typesetter_get_width (typesetter, TL_PRINT_STRONG, measured->heading);

  for (guint row = 0; row < self->rows->len; row++)
    {
      TlPageCell *cell = tl_page_table_get_cell (self, row, column);

      width = MAX (width, cell->width);
      if (cell->markup != NULL)
        width = MAX (width, tl_typesetter_get_width (typesetter, cell->style, cell->markup));
    }

  return width;
}

static void
place_columns (TlPageTable  *self,
               TlTypesetter *typesetter)
{
  double left = self->base.width - GAP * (self->columns->len - 1);
  double shares = 0.0;
  double x = self->base.x;

  for (guint i = 0; i < self->columns->len; i++)
    {
      TlPageColumn *column = tl_page_table_get_column (self, i);

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
      TlPageColumn *column = tl_page_table_get_column (self, i);

      if (column->size == TL_COLUMN_SHARE)
        column->width = MAX (left * column->value / shares, 0.0);
      column->x = x;
      x += column->width + GAP;
    }
}

/* ── Measuring ─────────────────────────────────────────────────────────────── */

PangoLayout *
tl_page_table_lay_out_cell (TlPageTable  *self,
                            TlTypesetter *typesetter,
                            TlPageCell   *cell,
                            guint         column)
{
  TlPageColumn *placed = tl_page_table_get_column (self, column);

  return tl_typesetter_layout (typesetter, cell->style, cell->markup, placed->width,
                               cell->aligned ? cell->alignment : placed->alignment);
}

/* The heights of a row's lines when it is cut: line n of every cell stands level. */
GArray *
tl_page_table_measure_lines (TlPageTable  *self,
                             TlTypesetter *typesetter,
                             guint         row)
{
  GArray *heights = g_array_new (FALSE, TRUE, sizeof (double));

  g_array_set_size (heights, 1);
  for (guint column = 0; column < self->columns->len; column++)
    {
      TlPageCell *cell = tl_page_table_get_cell (self, row, column);
      g_autoptr (PangoLayout) layout = NULL;
      double leading;
      guint n_lines;

      if (cell->markup == NULL)
        {
          g_array_index (heights, double, 0) = MAX (g_array_index (heights, double, 0), cell->height);
          continue;
        }

      layout = tl_page_table_lay_out_cell (self, typesetter, cell, column);
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

double
tl_page_table_measure_cell (TlPageTable  *self,
                            TlTypesetter *typesetter,
                            TlPageCell   *cell,
                            guint         column)
{
  g_autoptr (PangoLayout) layout = NULL;

  if (cell->markup == NULL)
    return cell->height;

  layout = tl_page_table_lay_out_cell (self, typesetter, cell, column);
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
    {
      TlPageCell *cell = tl_page_table_get_cell (self, row, column);

      height = MAX (height, tl_page_table_measure_cell (self, typesetter, cell, column));
    }

  return height;
}

static double
measure_head (TlPageTable  *self,
              TlTypesetter *typesetter)
{
  double height = 0.0;

  for (guint i = 0; i < self->columns->len; i++)
    {
      TlPageColumn *column = tl_page_table_get_column (self, i);
      g_autoptr (PangoLayout) layout = NULL;

      if (column->draw != NULL)
        {
          height = MAX (height, column->draw_height);
          continue;
        }
      layout = tl_typesetter_layout (typesetter, TL_PRINT_STRONG, column->heading, column->width, column->alignment);
      height = MAX (height, tl_layout_height (layout, tl_typesetter_get_leading (typesetter, TL_PRINT_STRONG)));
    }

  return height + TL_PAGE_TABLE_HEAD_PADDING;
}

/* A row that is too high to stay whole goes line by line, never leaving its first or last line alone. */
static void
slice_lines (TlPageTable *self,
             TlFlow      *flow,
             guint        number)
{
  TlPageRow *row = tl_page_table_get_row (self, number);
  g_autoptr (GArray) lines = tl_page_table_measure_lines (self, tl_flow_get_typesetter (flow), number);

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
  TlPageRow *row = tl_page_table_get_row (self, number);
  gboolean keep = number + 2 == self->rows->len || (number + 1 < self->rows->len && row[1].kind == TL_ROW_SUM);
  double height;

  row->height = measure_row (self, tl_flow_get_typesetter (flow), number);
  height = row->height + 2.0 * tl_page_table_get_padding (self, number);
  row->first_slice = number == 0 ? 1 : row[-1].first_slice + row[-1].n_slices;
  row->n_slices = 1;
  if (height > tl_flow_get_height (flow) * WHOLE_SHARE)
    slice_lines (self, flow, number);
  else
    tl_flow_add_slice (flow, &self->base, row->first_slice, height,
                       TL_SLICE_CONTINUES | (keep ? TL_SLICE_KEEP : 0));
}

void
tl_page_table_slice (TlBlock *block,
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

