/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"
#include "tl-practice-case.h"

G_BEGIN_DECLS

/**
 * TlPracticeAnswer:
 * @facts: the row of the answer sheet
 * @risk: ref of the risk
 * @subjects: (array zero-terminated=1): refs of what it is about beside the link: a measure, an action, a source …; may be
 *   empty
 * @place: (nullable): ref of the place that it is about
 * @evidence: (array zero-terminated=1): refs of the items that show it, in the workbook or among the extracts
 * @planted: whether it is a weakness; otherwise it is sound and looks weak
 *
 * A line of the answer sheet.
 */
typedef struct
{
  const TlAnswerFacts *facts;
  const char *risk;
  char **subjects;
  const char *place;
  char **evidence;
  gboolean planted;
} TlPracticeAnswer;

/**
 * TlPracticeSheet:
 *
 * The answer sheet of a case, risk by risk, each in the order of its line.
 */
typedef struct _TlPracticeSheet TlPracticeSheet;

TlPracticeSheet        *tl_practice_sheet_new       (TlSnapshot             *snapshot);
void                    tl_practice_sheet_free      (TlPracticeSheet        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPracticeSheet, tl_practice_sheet_free)

guint                   tl_practice_sheet_get_n     (const TlPracticeSheet  *self);
const TlPracticeAnswer *tl_practice_sheet_get       (const TlPracticeSheet  *self,
                                                     guint                   index);
char                   *tl_practice_answer_dup_where (const TlPracticeAnswer *answer);
const TlFinding        *tl_practice_sheet_find_finding (const TlPracticeAnswer *answer,
                                                     const TlAssessment     *assessment);
char                  **tl_practice_sheet_check     (TlPracticeCase         *practice_case,
                                                     TlAssessment           *assessment);

guint                   tl_practice_count_named     (TlPracticeCase         *practice_case,
                                                     const TlSnapshot       *snapshot,
                                                     const char             *ref);
gboolean                tl_practice_is_named        (const char * const     *refs,
                                                     const char             *ref);
const char             *tl_practice_get_source      (TlPracticeCase         *practice_case,
                                                     const TlSnapshot       *snapshot,
                                                     const char             *ref);

G_END_DECLS
