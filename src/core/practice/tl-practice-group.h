/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-practice-debrief.h"

G_BEGIN_DECLS

/**
 * TlPracticeGroup:
 *
 * Several trainees' goes at one case, side by side, for their trainer: a row for each line of the answer sheet, a column for
 * each trainee.
 */
typedef struct _TlPracticeGroup TlPracticeGroup;

TlPracticeGroup         *tl_practice_group_new           (TlPracticeCase         *practice_case,
                                                          TlAssessment           *assessment);
void                     tl_practice_group_free          (TlPracticeGroup        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPracticeGroup, tl_practice_group_free)

gboolean                 tl_practice_group_add           (TlPracticeGroup        *self,
                                                          TlPracticeRun          *run,
                                                          GError                **error);
guint                    tl_practice_group_get_n_trainees (const TlPracticeGroup *self);
char                    *tl_practice_group_dup_trainee   (const TlPracticeGroup  *self,
                                                          guint                   trainee);
const TlPracticeDebrief *tl_practice_group_get_debrief   (const TlPracticeGroup  *self,
                                                          guint                   trainee);
guint                    tl_practice_group_get_n_rows    (const TlPracticeGroup  *self);
const TlPracticeAnswer  *tl_practice_group_get_row       (const TlPracticeGroup  *self,
                                                          guint                   row);
TlPracticeOutcome        tl_practice_group_get_outcome   (const TlPracticeGroup  *self,
                                                          guint                   row,
                                                          guint                   trainee);
guint                    tl_practice_group_count         (const TlPracticeGroup  *self,
                                                          guint                   row,
                                                          TlPracticeOutcome       outcome);

G_END_DECLS
