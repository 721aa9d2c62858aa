/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-value.h"

G_BEGIN_DECLS

/* What a link or a fixed list takes at most in any table, by far. */
#define TL_ROW_BLOCK_MAX_COLUMNS 64

/**
 * TlRowBlock:
 *
 * Rows of one table that come to be, packed: an import of a hundred thousand takes a tenth of the room that their edits
 * would take.
 */
typedef struct _TlRowBlock TlRowBlock;

TlRowBlock *tl_row_block_new           (const char       *table);
void        tl_row_block_free          (TlRowBlock       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlRowBlock, tl_row_block_free)

void        tl_row_block_begin         (TlRowBlock       *self,
                                        const TlId       *id);
int         tl_row_block_find_column   (TlRowBlock       *self,
                                        const char       *column);
int         tl_row_block_add_column    (TlRowBlock       *self,
                                        const char       *column);
void        tl_row_block_add           (TlRowBlock       *self,
                                        guint             column,
                                        const TlValue    *value);
gboolean    tl_row_block_settle        (TlRowBlock       *self);

const char *tl_row_block_get_table     (const TlRowBlock *self);
guint       tl_row_block_get_n_rows    (const TlRowBlock *self);
guint       tl_row_block_get_n_edits   (const TlRowBlock *self);
guint       tl_row_block_get_n_columns (const TlRowBlock *self);
const char *tl_row_block_get_column    (const TlRowBlock *self,
                                        guint             column);
TlId        tl_row_block_get_id        (const TlRowBlock *self,
                                        guint             row);
void        tl_row_block_read          (const TlRowBlock *self,
                                        guint             row,
                                        TlValue          *values);

G_END_DECLS
