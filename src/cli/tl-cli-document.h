/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"
#include "tl-store-join.h"
#include "tl-store-merge.h"
#include "tl-store.h"
#include "tl-store-history.h"

G_BEGIN_DECLS

/**
 * TlCliDocument:
 *
 * A document that a command works on, in a temporary working copy, with calls that wait for their answer.
 */
typedef struct _TlCliDocument TlCliDocument;

TlCliDocument *tl_cli_document_new      (TlIdSource     *ids,
                                         GError        **error);
TlCliDocument *tl_cli_document_open     (const char     *path,
                                         TlIdSource     *ids,
                                         GError        **error);
void           tl_cli_document_close    (TlCliDocument  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlCliDocument, tl_cli_document_close)

TlStore       *tl_cli_document_get_store (TlCliDocument *self);
TlSnapshot    *tl_cli_document_load     (TlCliDocument  *self,
                                         GError        **error);
gboolean       tl_cli_document_apply    (TlCliDocument  *self,
                                         TlChange       *change,
                                         GError        **error);
TlMergeResult *tl_cli_document_merge    (TlCliDocument  *self,
                                         const char     *path,
                                         GError        **error);
TlOtherWorkbook *tl_cli_document_read_other (TlCliDocument *self,
                                         const char     *path,
                                         GError        **error);
gboolean       tl_cli_document_join     (TlCliDocument  *self,
                                         const char     *path,
                                         TlChange       *change,
                                         GError        **error);
gboolean       tl_cli_document_save     (TlCliDocument  *self,
                                         const char     *path,
                                         GError        **error);
TlAssessment  *tl_cli_document_assess   (TlCliDocument  *self,
                                         const char     *as_at,
                                         GError        **error);
TlVerification *tl_cli_document_verify  (TlCliDocument  *self,
                                         const char     *fingerprint,
                                         GError        **error);
GPtrArray     *tl_cli_document_list_history (TlCliDocument        *self,
                                             const TlHistoryQuery *query,
                                             GError              **error);
GPtrArray     *tl_cli_document_read_changes (TlCliDocument        *self,
                                             GArray               *ids,
                                             GError              **error);

void           tl_cli_explain_writing   (GError        **error);
TlIdSource    *tl_cli_make_ids          (const char     *seed,
                                         const char     *command,
                                         GError        **error);

G_END_DECLS
