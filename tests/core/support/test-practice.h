/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"
#include "tl-practice-case.h"
#include "tl-practice-run.h"

G_BEGIN_DECLS

/* A practice case as it stands in data/practice, its workbook read and judged as at its own day. */

typedef struct
{
  TlPracticeCase *page;
  TlSnapshot *snapshot;
  TlAssessment *assessment;
} TestPractice;

char          *test_practice_get_folder (void);
char         **test_practice_list       (void);
TestPractice  *test_practice_read       (const char   *id);
void           test_practice_free       (TestPractice *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestPractice, test_practice_free)

TlPracticeRun *test_practice_read_expert (const char  *id);

G_END_DECLS
