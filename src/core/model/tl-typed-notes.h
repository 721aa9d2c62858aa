/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-draft.h"
#include "tl-erasure.h"

G_BEGIN_DECLS

/**
 * TlTypedNotes:
 *
 * What was typed in drafts that are kept as they are typed, and isn't in the workbook yet: because it is still being typed,
 * or because it can't be kept as it is. It lies beside the working copy, so that it is there again after the program was
 * killed; it is no part of the document and of its history.
 */
#define TL_TYPE_TYPED_NOTES (tl_typed_notes_get_type ())
G_DECLARE_FINAL_TYPE (TlTypedNotes, tl_typed_notes, TL, TYPED_NOTES, GObject)

TlTypedNotes *tl_workbook_get_typed        (TlWorkbook    *self);

void          tl_typed_notes_note          (TlTypedNotes  *self,
                                            TlDraft       *draft);
void          tl_typed_notes_forget        (TlTypedNotes  *self,
                                            TlDraft       *draft);
gboolean      tl_typed_notes_recall        (TlTypedNotes  *self,
                                            TlDraft       *draft);
GPtrArray    *tl_typed_notes_list_new      (TlTypedNotes  *self,
                                            TlWorkbook    *workbook,
                                            TlTable        table,
                                            const TlId    *review,
                                            const TlId    *risk);
gboolean      tl_typed_notes_has           (TlTypedNotes  *self,
                                            const TlId    *review,
                                            const TlId    *risk);
gboolean      tl_typed_notes_find_place    (TlTypedNotes  *self,
                                            TlId          *review,
                                            TlId          *risk);
gboolean      tl_typed_notes_get_durable   (TlTypedNotes  *self);
void          tl_typed_notes_erase         (TlTypedNotes  *self,
                                            const TlErasure *erasure);
gboolean      tl_typed_notes_is_empty      (TlTypedNotes  *self);
void          tl_typed_notes_settle_async  (TlTypedNotes  *self,
                                            GAsyncReadyCallback callback,
                                            gpointer       user_data);

G_END_DECLS
