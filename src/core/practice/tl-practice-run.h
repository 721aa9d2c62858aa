/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-practice-judgement.h"

G_BEGIN_DECLS

/**
 * TlPracticeFinding:
 * @risk: (nullable): ref of the risk that it is about
 * @fact: (nullable): what was found
 * @sources: (array zero-terminated=1) (nullable): refs of what it rests on
 * @reach: (nullable): how far it reaches, in words
 * @places: (array zero-terminated=1) (nullable): refs of the places that it reaches
 * @regulation: (nullable): code of the regulation
 *
 * One finding as an inspector would write it: a fact, two sources, its reach, the regulation.
 */
typedef struct
{
  char *risk;
  char *fact;
  char **sources;
  char *reach;
  char **places;
  char *regulation;
} TlPracticeFinding;

/**
 * TlPracticeRun:
 *
 * One go at a case: a trainee's judgements and finding, and what was opened. Nothing of it changes once it is committed,
 * and only then there is a debrief.
 */
#define TL_TYPE_PRACTICE_RUN (tl_practice_run_get_type ())
G_DECLARE_FINAL_TYPE (TlPracticeRun, tl_practice_run, TL, PRACTICE_RUN, GObject)

TlPracticeRun           *tl_practice_run_new            (const char               *case_id);
TlPracticeRun           *tl_practice_run_parse          (const char               *text,
                                                         gsize                     length,
                                                         GError                  **error);
char                    *tl_practice_run_to_text        (TlPracticeRun            *self);

const char              *tl_practice_run_get_case       (TlPracticeRun            *self);
const char              *tl_practice_run_get_trainee    (TlPracticeRun            *self);
void                     tl_practice_run_set_trainee    (TlPracticeRun            *self,
                                                         const char               *trainee);
GListModel              *tl_practice_run_get_judgements (TlPracticeRun            *self);
gboolean                 tl_practice_run_judge          (TlPracticeRun            *self,
                                                         TlPracticeJudgement      *judgement);
gboolean                 tl_practice_run_add            (TlPracticeRun            *self,
                                                         TlPracticeJudgement      *judgement);
gboolean                 tl_practice_run_withdraw       (TlPracticeRun            *self,
                                                         TlPracticeJudgement      *judgement);
const TlPracticeFinding *tl_practice_run_get_finding    (TlPracticeRun            *self);
gboolean                 tl_practice_run_set_finding    (TlPracticeRun            *self,
                                                         const TlPracticeFinding  *finding);
void                     tl_practice_run_note_opened    (TlPracticeRun            *self,
                                                         const char               *ref);
const char * const      *tl_practice_run_get_trail      (TlPracticeRun            *self);
gboolean                 tl_practice_run_is_committed   (TlPracticeRun            *self);
void                     tl_practice_run_commit         (TlPracticeRun            *self);

G_END_DECLS
