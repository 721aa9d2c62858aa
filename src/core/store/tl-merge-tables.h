/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-divergence.h"

G_BEGIN_DECLS

/**
 * TlMergeTables:
 * @database: the writer's connection, in a transaction
 * @graph: the united history
 * @coming: what the changes set that came
 * @united: what every field was last set to, by all changes since the two copies went separate ways
 * @divergence: (nullable): how they differ, %NULL where ours is merely older
 * @rows: (element-type TlRow): the rows that were brought into being or changed
 * @gone: (element-type TlRow): the rows that were removed
 * @shown: is told what becomes different in the tables
 * @repairs: is told what had to be set so that the tables keep their rules
 *
 * How the tables are brought to what the united history says.
 */
typedef struct
{
  TlDatabase *database;
  TlChangeGraph *graph;
  TlWriteSet *coming;
  TlWriteSet *united;
  TlDivergence *divergence;
  GPtrArray *rows;
  GPtrArray *gone;
  TlChange *shown;
  TlChange *repairs;
} TlMergeTables;

gboolean tl_merge_tables_apply (TlMergeTables  *self,
                                GError        **error);
gboolean tl_merge_tables_repair (TlMergeTables  *self,
                                 GError        **error);
gboolean tl_merge_tables_apply_change (TlMergeTables  *self,
                                       TlChange       *change,
                                       GError        **error);

G_END_DECLS
