/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-foreign-memory.h"
#include "tl-foreign-result.h"

G_BEGIN_DECLS

/**
 * TlImportReading:
 * @plan: (nullable): what importing our own sheets would do; %NULL when it has to be said first how the file is read
 * @book: (nullable): the file as it stands, unless it is a folder, or has nothing but sheets of ours
 * @memory: (nullable): how such files were read before
 * @mapping: (nullable): how this one is read, as far as can be told; there is none without @book
 * @remembered: whether all that is read of it is read as it was before
 *
 * A file that somebody wants to import, once it has been looked at.
 */
typedef struct
{
  TlImportPlan *plan;
  TlForeignBook *book;
  TlForeignMemory *memory;
  TlForeignMapping *mapping;
  gboolean remembered;
} TlImportReading;

void             tl_import_reading_async    (TlSnapshot              *existing,
                                             GFile                   *source,
                                             const TlForeignMapping  *mapping,
                                             GCancellable            *cancellable,
                                             GAsyncReadyCallback      callback,
                                             gpointer                 user_data);
TlImportReading *tl_import_reading_finish   (GAsyncResult            *result,
                                             GError                 **error);
void             tl_import_reading_remember (TlImportReading         *self);
void             tl_import_reading_free     (TlImportReading         *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlImportReading, tl_import_reading_free)

G_END_DECLS
