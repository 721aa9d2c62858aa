/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-layout.h"

G_BEGIN_DECLS

/* "THLN" at offset 68 of a document, and the version of the tables at offset 60. */
#define TL_SCHEMA_APPLICATION_ID 0x54484C4E
#define TL_SCHEMA_VERSION 1

#define TL_SCHEMA_WORKBOOK "workbook"
#define TL_SCHEMA_ATTACHMENT "attachment"
#define TL_SCHEMA_BLOB "blob"
#define TL_ATTACHMENT_NAME "name"
#define TL_ATTACHMENT_CONTENT "content"

/**
 * TlSchemaColumn:
 * @name: its name in the database
 * @heading: (nullable): what people call it; %NULL where nobody sees it
 * @type: what it holds; of the field types that are one column
 * @required: whether it must have a value
 * @words: (nullable): the fixed list of a word
 * @target: (nullable): name of the table that a link points to
 * @length: bytes of a link's value
 * @least: the least number allowed
 * @most: the greatest number allowed
 *
 * A column that changes may set.
 */
typedef struct
{
  const char *name;
  const char *heading;
  TlFieldType type;
  gboolean required;
  GType (*words) (void);
  const char *target;
  gsize length;
  double least;
  double most;
} TlSchemaColumn;

/**
 * TlSchemaTable:
 * @name: its name in the database
 * @sheet: (nullable): what people call it; %NULL where nobody sees it
 * @table: the table of the layout; the one that has the list for a table of pairs; else %TL_NO_TABLE
 * @pairs: (nullable): the list whose pairs it holds
 * @columns: (array length=n_columns): its columns, `id` aside, in the database's order
 * @n_columns: how many
 * @rank: rows of a table with a lower rank come to be first and go last, so that no link points nowhere meanwhile
 * @select: statement that reads the columns of the row with a given id
 * @insert: statement that makes a row of an id and the columns
 * @remove: statement that removes the row with a given id
 * @updates: (array length=n_columns): statements that set one column of the row with a given id
 *
 * A table whose rows changes make, edit and remove: a sheet's, the pairs of a list, or one of the workbook's own.
 */
typedef struct
{
  const char *name;
  const char *sheet;
  TlTable table;
  const TlField *pairs;
  const TlSchemaColumn *columns;
  guint n_columns;
  guint rank;
  const char *select;
  const char *insert;
  const char *remove;
  const char * const *updates;
} TlSchemaTable;

const char          *tl_schema_get_sql            (void);
const TlSchemaTable *tl_schema_get_tables         (guint               *n_tables);
const TlSchemaTable *tl_schema_find_table         (const char          *name);
int                  tl_schema_table_find_column  (const TlSchemaTable *self,
                                                   const char          *name);

G_END_DECLS
