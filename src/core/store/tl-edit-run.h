/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-change-private.h"
#include "tl-risk-trace.h"
#include "tl-row.h"

G_BEGIN_DECLS

/**
 * TlEditRun:
 * @change: the change
 * @table: the table
 * @start: index of its first edit
 * @end: index after its last edit
 * @removed: (nullable): what a row that goes was, to speak of it
 * @later: (nullable): a new row's link to another row of its own table, which may come to be after it
 * @later_column: index of the link's column
 *
 * The edits of a change that are of one row: they stand together, that of the row's existence first.
 */
typedef struct
{
  TlChange *change;
  const TlSchemaTable *table;
  guint start;
  guint end;
  TlRow *removed;
  GBytes *later;
  guint later_column;
} TlEditRun;

GArray   *tl_edit_run_list      (TlChange     *change,
                                 GError      **error);
gboolean  tl_edit_run_apply     (TlEditRun    *self,
                                 TlDatabase   *database,
                                 TlRiskTrace  *trace,
                                 GError      **error);
gboolean  tl_edit_run_finish    (TlEditRun    *self,
                                 TlDatabase   *database,
                                 GError      **error);
gboolean  tl_edit_run_explain   (TlEditRun    *self,
                                 TlDatabase   *database,
                                 GError      **error);

gboolean  tl_edit_run_apply_all (GArray       *runs,
                                 GArray       *packed,
                                 guint        *next,
                                 TlDatabase   *database,
                                 TlRiskTrace  *trace,
                                 GCancellable *cancellable,
                                 GError      **error);

gboolean  tl_edit_run_finish_all (GArray      *runs,
                                  TlDatabase  *database,
                                  GError     **error);

G_END_DECLS
