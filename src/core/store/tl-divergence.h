/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-write-set.h"

G_BEGIN_DECLS

/**
 * TlDisagreement:
 * @table: the table
 * @row: id of the row
 * @column: index of the column; %TL_WRITE_LIVE where one side removed the row while the other edited it
 * @first: number of the earlier change, by time and then id
 * @second: number of the later one
 *
 * A field that two changes set differently, neither knowing of the other.
 */
typedef struct
{
  const TlSchemaTable *table;
  TlId row;
  int column;
  guint first;
  guint second;
} TlDisagreement;

/**
 * TlDivergence:
 * @sides: what the changes set that only one of the two has
 * @disagreements: (element-type TlDisagreement): the fields that both set differently, by table, row and column
 * @kept: (element-type TlWrite): of the rows that one side removed while the other edited them, that removal
 *
 * How two copies went separate ways.
 */
typedef struct
{
  TlWriteSet *sides[2];
  GArray *disagreements;
  GPtrArray *kept;
} TlDivergence;

TlDivergence *tl_divergence_new     (TlChangeGraph        *graph,
                                     guint                 one,
                                     guint                 other,
                                     GError              **error);
void          tl_divergence_free    (TlDivergence         *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlDivergence, tl_divergence_free)
gboolean      tl_divergence_keeps   (const TlDivergence   *self,
                                     const TlSchemaTable  *table,
                                     const TlId           *row);

G_END_DECLS
