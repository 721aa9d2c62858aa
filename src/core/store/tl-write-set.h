/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-change-graph.h"
#include "tl-schema.h"

G_BEGIN_DECLS

/* The column that stands for a row's existence. */
#define TL_WRITE_LIVE (-1)

/**
 * TlWrite:
 * @table: the table
 * @row: id of the row
 * @column: index of the column, or %TL_WRITE_LIVE
 * @change: number in the graph of the change that set the field
 * @value: (transfer none): what it set the field to; the graph's
 *
 * The latest of several changes that set a field.
 */
typedef struct
{
  const TlSchemaTable *table;
  TlId row;
  int column;
  guint change;
  const TlValue *value;
} TlWrite;

/**
 * TlWriteSet:
 *
 * What some changes of a history set, each field by the latest of them.
 */
typedef GHashTable TlWriteSet;

TlWriteSet    *tl_write_set_new         (TlChangeGraph        *graph,
                                         const gboolean       *chosen,
                                         const gboolean       *but,
                                         GError              **error);
const TlWrite *tl_write_set_find        (TlWriteSet           *self,
                                         const TlSchemaTable  *table,
                                         const TlId           *row,
                                         int                   column);
const TlWrite *tl_write_set_find_edit   (TlWriteSet           *self,
                                         const TlSchemaTable  *table,
                                         const TlId           *row);
GPtrArray     *tl_write_set_sort        (TlWriteSet           *self);
const char    *tl_write_get_column_name (const TlWrite        *self);
gboolean       tl_write_is_live         (const TlWrite        *self);
guint          tl_write_hash            (gconstpointer         write);
gboolean       tl_write_equal           (gconstpointer         a,
                                         gconstpointer         b);

G_END_DECLS
