/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-import-plan.h"

G_BEGIN_DECLS

/* How a plan is made, step by step:
 * tl-import-rows.c goes through the rows, tl-import-columns.c finds out which column is which field, tl-import-identity.c which row is which by its ref and
 * tl-import-key.c by its natural key, tl-import-row.c what a row's cells say, tl-import-check.c whether rows fit
 * together, tl-import-edits.c and tl-import-keys.c what has to change. What is wrong is told by tl-import-tell.c, and
 * tl-import-plan-answers.c says of a plan that is made what it comes to. Cells are read again to write rather than kept. */

#define TL_IMPORT_MAX_FIELDS 32
#define TL_IMPORT_N_SHEETS (TL_N_TABLES + 1)
#define TL_IMPORT_WORKBOOK TL_N_TABLES

/**
 * TlImportRow:
 * @existing: (nullable): the row of the workbook that it is
 * @id: its id
 * @key: its natural key, without the occurrence
 * @ref: (nullable): its ref
 * @index: where its cells are in the sheet
 * @occurrence: which one it is of the sheet's rows with its natural key, 0 without one
 * @place_kind: the kind of a place
 * @bad: whether it has a problem
 * @dropped: whether it can't be imported
 *
 * A row that is to be imported.
 */
typedef struct
{
  const TlFacts *existing;
  TlId id;
  TlId key;
  const char *ref;
  guint index;
  int occurrence;
  TlPlaceKind place_kind;
  gboolean bad;
  gboolean dropped;
} TlImportRow;

/**
 * TlImportTable:
 *
 * A sheet as rows of its table.
 */
typedef struct
{
  TlTable table;
  const TlTableLayout *layout;
  TlSheet *sheet;
  int ref_column;
  int columns[TL_IMPORT_MAX_FIELDS];
  /* Which fields are looked at together, -1 where the table hasn't one. */
  int from_field, until_field, shift_field, staff_group_field;
  TlImportRow *rows;
  guint n_rows;
  GHashTable *by_ref;
  GHashTable *by_name;
  GHashTable *existing_by_name;
} TlImportTable;

/**
 * TlImportTarget:
 * @id: the row's id
 * @row: (nullable): the incoming row, when it is one
 * @existing: (nullable): the row in the workbook, when it is there
 *
 * The row that a cell names.
 */
typedef struct
{
  TlId id;
  TlImportRow *row;
  const TlFacts *existing;
} TlImportTarget;

typedef enum
{
  TL_IMPORT_CELL_ABSENT,
  TL_IMPORT_CELL_EMPTY,
  TL_IMPORT_CELL_VALUE,
  TL_IMPORT_CELL_BAD,
} TlImportCellState;

/**
 * TlImportCell:
 *
 * What a cell says: a column that isn't there, nothing, a value, or something wrong.
 */
typedef struct
{
  TlImportCellState state;
  const char *text;
  char **texts;
  TlDay day;
  double number;
  int whole;
  TlImportTarget target;
  GArray *targets;
} TlImportCell;

/**
 * TlImportWork:
 *
 * A plan in the making.
 */
typedef struct
{
  TlImportPlan *plan;
  GCancellable *cancellable;
  TlSnapshot *existing;
  const TlId *document;
  TlSheet *workbook;
  TlImportTable tables[TL_N_TABLES];
  /* The bytes of ids, each once. */
  GHashTable *ids;
  /* Where names are put together. */
  GByteArray *name;
} TlImportWork;

struct _TlImportPlan
{
  GPtrArray *problems;
  GPtrArray *dependents;
  GPtrArray *notes;
  guint n_unlisted;
  GPtrArray *differences;
  guint n_unlisted_differences;
  gboolean blocked;
  TlChange *change;
  TlImportCounts counts[TL_IMPORT_N_SHEETS];
};

#define TL_IMPORT_FACT(Type, row, field) (*(const Type *) (gconstpointer) ((const guint8 *) (row) + (field)->offset))

/**
 * TlImportRowsFunc:
 * @work: a plan in the making, or what stands for it on another thread
 * @table: a table
 * @row: a row of it, which is all that is changed
 * @cells: room for what its cells say
 *
 * Does something with one row.
 */
typedef void (*TlImportRowsFunc) (TlImportWork  *work,
                                  TlImportTable *table,
                                  TlImportRow   *row,
                                  TlImportCell  *cells);

gboolean tl_import_rows_share        (TlImportWork        *work,
                                      TlImportTable       *table,
                                      TlImportRowsFunc     func,
                                      gboolean             counts,
                                      GError             **error);

void     tl_import_columns_find      (TlImportWork        *work,
                                      TlSheet             *sheet);

void     tl_import_identity_find     (TlImportWork        *work,
                                      TlImportTable       *table);
gboolean tl_import_identity_resolve  (TlImportWork        *work,
                                      TlTable              target,
                                      const char          *ref,
                                      TlImportTarget      *found);
TlId     tl_import_identity_make_id  (TlImportWork        *work,
                                      TlImportTable       *table,
                                      TlImportRow         *row);

void     tl_import_key_find          (TlImportWork        *work,
                                      TlImportTable       *table,
                                      TlImportRow         *row,
                                      const TlImportCell  *cells);
gboolean tl_import_key_match         (TlImportWork        *work,
                                      TlImportTable       *table,
                                      GError             **error);

void     tl_import_row_read          (TlImportWork        *work,
                                      TlImportTable       *table,
                                      TlImportRow         *row,
                                      TlImportCell        *cells,
                                      gboolean             tell);
void     tl_import_cells_clear       (const TlImportTable *table,
                                      TlImportCell        *cells);

void     tl_import_check_find_fields (TlImportTable       *table);
void     tl_import_check_row         (TlImportWork        *work,
                                      TlImportTable       *table,
                                      TlImportRow         *row,
                                      const TlImportCell  *cells);
void     tl_import_check_missing     (TlImportWork        *work,
                                      TlImportTable       *table);
gboolean tl_import_check_places      (TlImportWork        *work);
void     tl_import_check_dropped     (TlImportWork        *work);

void     tl_import_edits_add         (TlImportWork        *work,
                                      TlImportTable       *table,
                                      TlImportRow         *row);
void     tl_import_keys_add          (TlImportWork        *work);

void     tl_import_list_problem      (TlImportPlan        *plan,
                                      TlImportProblem     *problem);
TlImportProblem *tl_import_locate    (TlImportTable       *table,
                                      TlImportRow         *row,
                                      const char          *column,
                                      const char          *value,
                                      const char          *message);
void     tl_import_tell              (TlImportWork        *work,
                                      TlImportTable       *table,
                                      TlImportRow         *row,
                                      const char          *column,
                                      const char          *value,
                                      const char          *message);
void     tl_import_tell_sheet        (TlImportWork        *work,
                                      const char          *sheet,
                                      guint                number,
                                      const char          *column,
                                      const char          *message,
                                      gboolean             blocking);
GBytes  *tl_import_share_id          (TlImportWork        *work,
                                      const TlId          *id);
void     tl_import_note              (TlImportWork        *work,
                                      char                *note);

G_END_DECLS
