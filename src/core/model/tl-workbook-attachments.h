/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-attached-file.h"
#include "tl-workbook.h"

G_BEGIN_DECLS

/* Files on evidence: adding them, taking them off, and getting them out again. */

/* More at a time would be a whole archive let go of by mistake. */
#define TL_ATTACH_MOST_FILES 50

/**
 * TlAttachResult:
 * @n_added: how many files are attached now that weren't
 * @refused: (element-type GError): why the others weren't, each naming its file and saying what to do
 *
 * What became of files that somebody added.
 */
typedef struct
{
  guint n_added;
  GPtrArray *refused;
} TlAttachResult;

void            tl_attach_result_free                    (TlAttachResult           *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlAttachResult, tl_attach_result_free)

void            tl_workbook_attach_files_async           (TlWorkbook               *self,
                                                          const TlId               *evidence,
                                                          GPtrArray                *files,
                                                          TlAttachedFileProgress    progress,
                                                          gpointer                  progress_data,
                                                          GCancellable             *cancellable,
                                                          GAsyncReadyCallback       callback,
                                                          gpointer                  user_data);
TlAttachResult *tl_workbook_attach_files_finish          (TlWorkbook               *self,
                                                          GAsyncResult             *result,
                                                          GError                  **error);
void            tl_workbook_remove_attachment_async      (TlWorkbook               *self,
                                                          const TlId               *attachment,
                                                          GCancellable             *cancellable,
                                                          GAsyncReadyCallback       callback,
                                                          gpointer                  user_data);
void            tl_workbook_unpack_attachment_async      (TlWorkbook               *self,
                                                          const TlAttachmentFacts  *attachment,
                                                          GCancellable             *cancellable,
                                                          GAsyncReadyCallback       callback,
                                                          gpointer                  user_data);
GFile          *tl_workbook_unpack_attachment_finish     (TlWorkbook               *self,
                                                          GAsyncResult             *result,
                                                          GError                  **error);
void            tl_workbook_save_attachment_async        (TlWorkbook               *self,
                                                          const TlAttachmentFacts  *attachment,
                                                          GFile                    *destination,
                                                          GCancellable             *cancellable,
                                                          GAsyncReadyCallback       callback,
                                                          gpointer                  user_data);
gboolean        tl_workbook_save_attachment_finish       (TlWorkbook               *self,
                                                          GAsyncResult             *result,
                                                          GError                  **error);

G_END_DECLS
