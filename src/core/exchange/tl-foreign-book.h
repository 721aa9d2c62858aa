/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-foreign-sheet.h"

G_BEGIN_DECLS

/**
 * TlForeignBook:
 *
 * A spreadsheet (.xlsx) or CSV file that isn't ours, read as it is. Immutable, and safe on any thread.
 */
typedef struct _TlForeignBook TlForeignBook;

TlForeignBook *tl_foreign_book_read         (GFile                *file,
                                             GCancellable         *cancellable,
                                             GError              **error);
void           tl_foreign_book_read_async   (GFile                *file,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
TlForeignBook *tl_foreign_book_read_finish  (GAsyncResult         *result,
                                             GError              **error);
TlForeignBook *tl_foreign_book_new          (const char           *name,
                                             GPtrArray            *sheets);
TlForeignBook *tl_foreign_book_ref          (TlForeignBook        *self);
void           tl_foreign_book_unref        (TlForeignBook        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlForeignBook, tl_foreign_book_unref)

const char    *tl_foreign_book_get_name     (const TlForeignBook  *self);
gboolean       tl_foreign_book_is_ours      (const TlForeignBook  *self);
gboolean       tl_foreign_book_is_rest      (const TlForeignBook  *self,
                                             guint                 sheet);
gboolean       tl_foreign_book_has_rest     (const TlForeignBook  *self);
guint          tl_foreign_book_get_n_sheets (const TlForeignBook  *self);
const TlForeignSheet *tl_foreign_book_get_sheet (const TlForeignBook *self,
                                             guint                 sheet);

G_END_DECLS
