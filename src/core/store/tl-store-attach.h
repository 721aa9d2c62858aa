/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-attached-file.h"
#include "tl-store.h"

G_BEGIN_DECLS

/* Files on their way into an open document and out of it. */

/**
 * TlTakenFiles:
 * @files: (element-type TlAttachedFile): private copies of what could be read, in the order in which it was asked for
 * @refused: (element-type GError): why the others couldn't, each naming its file
 *
 * What became of files that are to be attached.
 */
typedef struct
{
  GPtrArray *files;
  GPtrArray *refused;
} TlTakenFiles;

void          tl_taken_files_free         (TlTakenFiles            *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlTakenFiles, tl_taken_files_free)

void          tl_store_take_files_async   (TlStore                 *self,
                                           GPtrArray               *files,
                                           TlAttachedFileProgress   progress,
                                           gpointer                 progress_data,
                                           GCancellable            *cancellable,
                                           GAsyncReadyCallback      callback,
                                           gpointer                 user_data);
TlTakenFiles *tl_store_take_files_finish  (TlStore                 *self,
                                           GAsyncResult            *result,
                                           GError                 **error);
void          tl_store_unpack_file_async  (TlStore                 *self,
                                           const TlDigest          *content,
                                           const char              *name,
                                           GCancellable            *cancellable,
                                           GAsyncReadyCallback      callback,
                                           gpointer                 user_data);
GFile        *tl_store_unpack_file_finish (TlStore                 *self,
                                           GAsyncResult            *result,
                                           GError                 **error);

G_END_DECLS
