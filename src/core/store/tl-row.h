/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-database.h"
#include "tl-schema.h"

G_BEGIN_DECLS

/**
 * TlRow:
 * @table: its table
 * @id: its id
 * @exists: whether the table has it
 * @values: (array): its columns' values, in the order of the table's columns
 *
 * A row as the writer works on it.
 */
typedef struct
{
  const TlSchemaTable *table;
  TlId id;
  gboolean exists;
  TlValue *values;
} TlRow;

TlRow    *tl_row_load           (TlDatabase           *database,
                                 const TlSchemaTable  *table,
                                 const TlId           *id,
                                 GError              **error);
void      tl_row_free           (TlRow                *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlRow, tl_row_free)

gboolean  tl_row_insert         (TlRow                *self,
                                 TlDatabase           *database,
                                 GError              **error);
gboolean  tl_row_update         (TlRow                *self,
                                 TlDatabase           *database,
                                 guint                 column,
                                 GError              **error);
gboolean  tl_row_remove         (TlRow                *self,
                                 TlDatabase           *database,
                                 GError              **error);
gboolean  tl_row_exists         (TlDatabase           *database,
                                 const char           *table,
                                 const TlId           *id,
                                 gboolean             *exists,
                                 GError              **error);
gboolean  tl_row_find_user      (const TlRow          *self,
                                 TlDatabase           *database,
                                 const TlSchemaTable **table,
                                 GError              **error);

gboolean  tl_column_check       (const TlSchemaColumn *column,
                                 TlValue              *value);

G_END_DECLS
