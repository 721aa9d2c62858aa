/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "tl-day.h"
#include "tl-value.h"

G_BEGIN_DECLS

/**
 * TlDigest:
 * @bytes: a SHA-256 digest
 *
 * The id of a change.
 */
typedef struct
{
  guint8 bytes[32];
} TlDigest;

int      tl_digest_compare (const TlDigest *a,
                            const TlDigest *b);
gboolean tl_digest_equal   (const TlDigest *a,
                            const TlDigest *b);

/**
 * TlEdit:
 * @table: (transfer none): name of the table
 * @row: id of the row
 * @column: (transfer none): name of the column; `_live` is existence, 1 for a row that comes to be, 0 for one that goes
 * @old_value: what it was; null where the row has never been
 * @new_value: what it is to be
 *
 * One field that changes. Tables and columns are named, so that old edits stay readable when the schema grows.
 */
typedef struct
{
  const char *table;
  TlId row;
  const char *column;
  TlValue old_value;
  TlValue new_value;
} TlEdit;

#define TL_COLUMN_LIVE "_live"

/* The kinds of change that the store itself makes; commands name their own, such as `risk.rename`. */
#define TL_CHANGE_KIND_CREATE "create"
#define TL_CHANGE_KIND_COPY "copy"
#define TL_CHANGE_KIND_IMPORT "import"
#define TL_CHANGE_KIND_UNDO "undo"
#define TL_CHANGE_KIND_REDO "redo"
#define TL_CHANGE_KIND_MERGE "merge"
#define TL_CHANGE_KIND_ATTACH "evidence.attach"
#define TL_CHANGE_KIND_DETACH "evidence.detach"
#define TL_CHANGE_KIND_SETTLE "settle"
#define TL_CHANGE_KIND_RESTORE "restore"
#define TL_CHANGE_KIND_ERASE "erase"

/**
 * TlChange:
 *
 * A set of edits that happened together, with who, when and after what. Immutable once the writer has sealed it.
 */
typedef struct _TlChange TlChange;
typedef struct _TlAttachedFile TlAttachedFile;

#define TL_TYPE_CHANGE (tl_change_get_type ())
GType            tl_change_get_type     (void);
TlChange        *tl_change_new          (const char       *kind);
TlChange        *tl_change_ref          (TlChange         *self);
void             tl_change_unref        (TlChange         *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlChange, tl_change_unref)

/* Building: of several edits of one field the last counts, and the writer fills in what each field was. */
void             tl_change_add_row      (TlChange         *self,
                                         const char       *table,
                                         const TlId       *row);
gboolean         tl_change_pack_row     (TlChange         *self,
                                         const char       *table,
                                         const TlId       *row);
void             tl_change_pack         (TlChange         *self,
                                         const char       *table,
                                         const char       *column,
                                         const TlValue    *value);
void             tl_change_remove_row   (TlChange         *self,
                                         const char       *table,
                                         const TlId       *row);
void             tl_change_set          (TlChange         *self,
                                         const char       *table,
                                         const TlId       *row,
                                         const char       *column,
                                         const TlValue    *value);
void             tl_change_set_text     (TlChange         *self,
                                         const char       *table,
                                         const TlId       *row,
                                         const char       *column,
                                         const char       *text);
void             tl_change_set_id       (TlChange         *self,
                                         const char       *table,
                                         const TlId       *row,
                                         const char       *column,
                                         const TlId       *id);
void             tl_change_set_day      (TlChange         *self,
                                         const char       *table,
                                         const TlId       *row,
                                         const char       *column,
                                         TlDay             day);
void             tl_change_expect       (TlChange         *self,
                                         const char       *table,
                                         const TlId       *row,
                                         const char       *column,
                                         const TlValue    *value);
void             tl_change_add_file     (TlChange         *self,
                                         TlAttachedFile   *file);
void             tl_change_set_note     (TlChange         *self,
                                         const char       *name,
                                         const char       *value);

/* Reading. */
const char      *tl_change_get_kind     (const TlChange   *self);
const char      *tl_change_get_note     (const TlChange   *self,
                                         const char       *name);
guint            tl_change_get_n_edits  (const TlChange   *self);
const TlEdit    *tl_change_get_edit     (const TlChange   *self,
                                         guint             index);
gboolean         tl_change_is_sealed    (const TlChange   *self);
const TlDigest  *tl_change_get_id       (const TlChange   *self);
gint64           tl_change_get_time     (const TlChange   *self);
const TlId      *tl_change_get_actor    (const TlChange   *self);
guint            tl_change_get_n_parents (const TlChange  *self);
const TlDigest  *tl_change_get_parent   (const TlChange   *self,
                                         guint             index);

G_END_DECLS
