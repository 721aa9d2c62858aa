/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-practice-book.h"
#include "tl-practice-debrief.h"
#include "tl-practice-keeper.h"
#include "tl-workbook.h"

G_BEGIN_DECLS

/**
 * TlPracticeDesk:
 *
 * A case in hand: its page, what may be seen of its workbook, the go at it, and the debrief once it is committed. It
 * belongs to the main thread.
 */
#define TL_TYPE_PRACTICE_DESK (tl_practice_desk_get_type ())
G_DECLARE_FINAL_TYPE (TlPracticeDesk, tl_practice_desk, TL, PRACTICE_DESK, GObject)

void                     tl_practice_desk_open_async       (TlPracticeCase       *practice_case,
                                                            GFile                *folder,
                                                            TlIdSource           *ids,
                                                            GCancellable         *cancellable,
                                                            GAsyncReadyCallback   callback,
                                                            gpointer              user_data);
TlPracticeDesk          *tl_practice_desk_open_finish      (GAsyncResult         *result,
                                                            GError              **error);
void                     tl_practice_desk_close            (TlPracticeDesk       *self);

TlPracticeCase          *tl_practice_desk_get_case         (TlPracticeDesk       *self);
TlPracticeBook          *tl_practice_desk_get_book         (TlPracticeDesk       *self);
TlPracticeRun           *tl_practice_desk_get_run          (TlPracticeDesk       *self);
TlPracticeKeeper        *tl_practice_desk_get_keeper       (TlPracticeDesk       *self);
TlAssessment            *tl_practice_desk_get_figures      (TlPracticeDesk       *self);
const TlPracticeDebrief *tl_practice_desk_get_debrief      (TlPracticeDesk       *self);
const char              *tl_practice_desk_get_left_behind  (TlPracticeDesk       *self);

void                     tl_practice_desk_open_thing       (TlPracticeDesk       *self,
                                                            const char           *ref);
void                     tl_practice_desk_keep             (TlPracticeDesk       *self);
char                   **tl_practice_desk_list_unfinished  (TlPracticeDesk       *self);
void                     tl_practice_desk_commit_async     (TlPracticeDesk       *self,
                                                            GAsyncReadyCallback   callback,
                                                            gpointer              user_data);
gboolean                 tl_practice_desk_commit_finish    (TlPracticeDesk       *self,
                                                            GAsyncResult         *result,
                                                            GError              **error);
void                     tl_practice_desk_begin_again_async (TlPracticeDesk      *self,
                                                            GAsyncReadyCallback   callback,
                                                            gpointer              user_data);
gboolean                 tl_practice_desk_begin_again_finish (TlPracticeDesk     *self,
                                                            GAsyncResult         *result,
                                                            GError              **error);

G_END_DECLS
