/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"
#include "tl-practice-draft.h"

G_BEGIN_DECLS

/**
 * TlPracticeMake:
 * @assessment: what is concluded of the workbook that a case is made of
 * @planted: (element-type TlFinding): its findings that are the answers
 * @provider: what the invented provider is called
 * @draft: the page, of which trail and sources may be empty
 *
 * What a trainer decides on a new case.
 */
typedef struct
{
  TlAssessment *assessment;
  GPtrArray *planted;
  const char *provider;
  TlPracticeDraft draft;
} TlPracticeMake;

void            tl_practice_make_async  (const TlPracticeMake  *make,
                                         GFile                 *folder,
                                         GCancellable          *cancellable,
                                         GAsyncReadyCallback    callback,
                                         gpointer               user_data);
TlPracticeCase *tl_practice_make_finish (GAsyncResult          *result,
                                         GError               **error);

G_END_DECLS
