/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-workbook.h"

G_BEGIN_DECLS

/**
 * TlDraft:
 *
 * A row that is being edited, or is to be added: a copy that holds what was typed, however wrong, says what is wrong with
 * it, and becomes one change, or none when nothing is different. Nothing else learns of it until then.
 *
 * What is typed is read by the rules of a spreadsheet's cell; a day may also be written as "9 June 2026" or "9/6". Fields
 * that were left alone are never found wrong, so that what came from elsewhere doesn't stand in the way.
 *
 * A draft belongs to the main thread. It keeps nothing of the snapshot that it was made from.
 */
#define TL_TYPE_DRAFT (tl_draft_get_type ())
G_DECLARE_FINAL_TYPE (TlDraft, tl_draft, TL, DRAFT, GObject)

/**
 * TlDraftProblem:
 * @column: the field that is to be marked
 * @message: what is wrong with it, as a sentence
 *
 * Something that stands in the way of keeping a draft.
 */
typedef struct
{
  const char *column;
  char *message;
} TlDraftProblem;

TlDraft       *tl_draft_new            (TlWorkbook           *workbook,
                                        TlTable               table);
TlDraft       *tl_draft_new_copy       (TlWorkbook           *workbook,
                                        TlTable               table,
                                        const TlId           *row);
TlWorkbook    *tl_draft_get_workbook   (TlDraft              *self);
TlTable        tl_draft_get_table      (TlDraft              *self);
const TlId    *tl_draft_get_id         (TlDraft              *self);
gboolean       tl_draft_is_new         (TlDraft              *self);

/* What was typed or chosen. */
const char    *tl_draft_get_text       (TlDraft              *self,
                                        const char           *column);
void           tl_draft_set_text       (TlDraft              *self,
                                        const char           *column,
                                        const char           *text);
TlDay          tl_draft_get_day        (TlDraft              *self,
                                        const char           *column);
void           tl_draft_set_day        (TlDraft              *self,
                                        const char           *column,
                                        TlDay                 day);
double         tl_draft_get_number     (TlDraft              *self,
                                        const char           *column);
int            tl_draft_get_word       (TlDraft              *self,
                                        const char           *column);
void           tl_draft_set_word       (TlDraft              *self,
                                        const char           *column,
                                        int                   word);
guint          tl_draft_get_n_links    (TlDraft              *self,
                                        const char           *column);
const TlId    *tl_draft_get_link       (TlDraft              *self,
                                        const char           *column,
                                        guint                 index);
gconstpointer  tl_draft_get_facts      (TlDraft              *self,
                                        const char           *column);
void           tl_draft_set_link       (TlDraft              *self,
                                        const char           *column,
                                        const TlId           *target);
void           tl_draft_add_link       (TlDraft              *self,
                                        const char           *column,
                                        const TlId           *target);
void           tl_draft_remove_link    (TlDraft              *self,
                                        const char           *column,
                                        const TlId           *target);

/* Keeping it. */
char          *tl_draft_check_field    (TlDraft              *self,
                                        const char           *column);
GPtrArray     *tl_draft_list_problems  (TlDraft              *self);
gboolean       tl_draft_is_changed     (TlDraft              *self);
gboolean       tl_draft_says_anything  (TlDraft              *self);
void           tl_draft_add_to         (TlDraft              *self,
                                        TlChange             *change);
TlChange      *tl_draft_make_change    (TlDraft              *self);
gboolean       tl_draft_begin_again    (TlDraft              *self);
void           tl_draft_become         (TlDraft              *self,
                                        const TlId           *row);
void           tl_draft_save_async     (TlDraft              *self,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
gboolean       tl_draft_save_finish    (TlDraft              *self,
                                        GAsyncResult         *result,
                                        gboolean             *changed,
                                        GError              **error);

G_END_DECLS
