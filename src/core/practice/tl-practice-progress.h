/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-practice-debrief.h"

G_BEGIN_DECLS

/**
 * TlPracticeAttempt:
 * @day: when it was debriefed
 * @planted: weaknesses planted
 * @found: how many were found
 * @wrong_reason: how many were named for the wrong reason
 * @missed: how many were missed or only asked about
 * @without_ground: judgements without ground
 *
 * How a go at a case went.
 */
typedef struct
{
  TlDay day;
  guint planted;
  guint found;
  guint wrong_reason;
  guint missed;
  guint without_ground;
} TlPracticeAttempt;

/**
 * TlPracticeProgress:
 *
 * How a trainee came along, and the go in hand at each case. It is kept on this computer only, in a file of its own, apart
 * from every workbook.
 */
typedef struct _TlPracticeProgress TlPracticeProgress;

TlPracticeProgress      *tl_practice_progress_new           (void);
TlPracticeProgress      *tl_practice_progress_load          (GFile                    *folder,
                                                             GCancellable             *cancellable);
void                     tl_practice_progress_free          (TlPracticeProgress       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPracticeProgress, tl_practice_progress_free)

GFile                   *tl_practice_progress_get_folder    (void);
gboolean                 tl_practice_progress_save          (TlPracticeProgress       *self,
                                                             GFile                    *folder,
                                                             GCancellable             *cancellable,
                                                             GError                  **error);

void                     tl_practice_progress_add           (TlPracticeProgress       *self,
                                                             const char               *case_id,
                                                             const TlPracticeAttempt  *attempt);
guint                    tl_practice_progress_get_n         (const TlPracticeProgress *self,
                                                             const char               *case_id);
const TlPracticeAttempt *tl_practice_progress_get           (const TlPracticeProgress *self,
                                                             const char               *case_id,
                                                             guint                     index);
TlPracticeAttempt        tl_practice_attempt_of             (const TlPracticeDebrief  *debrief,
                                                             TlDay                     day);

TlPracticeRun           *tl_practice_progress_load_run      (GFile                    *folder,
                                                             const char               *case_id,
                                                             GCancellable             *cancellable,
                                                             GError                  **error);
gboolean                 tl_practice_progress_save_run      (GFile                    *folder,
                                                             TlPracticeRun            *run,
                                                             GCancellable             *cancellable,
                                                             GError                  **error);
gboolean                 tl_practice_progress_forget_run    (GFile                    *folder,
                                                             const char               *case_id,
                                                             GCancellable             *cancellable,
                                                             GError                  **error);
gboolean                 tl_practice_progress_put_aside     (GFile                    *folder,
                                                             const char               *case_id,
                                                             GCancellable             *cancellable,
                                                             GError                  **error);

G_END_DECLS
