/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-practice-case.h"

G_BEGIN_DECLS

/**
 * TlPracticeDraft:
 * @title: what the case is called
 * @care: what sort of service it is about
 * @level: how hard it is, from 1 to 8
 * @minutes: about how long it takes
 * @setting: (array zero-terminated=1): what a visitor is told, in paragraphs
 * @questions: (array zero-terminated=1): what an inspector would ask
 * @teaches: (array zero-terminated=1): what it teaches
 * @trail: (array zero-terminated=1): refs of what an expert would open, in order
 * @extracts: (array length=n_extracts): raw things to ask for
 * @n_extracts: how many
 * @model: the finding that an expert would write
 *
 * The page of a case as a trainer writes it. The texts are the trainer's own.
 */
typedef struct
{
  const char *title;
  const char *care;
  int level;
  int minutes;
  const char * const *setting;
  const char * const *questions;
  const char * const *teaches;
  const char * const *trail;
  const TlPracticeExtract *extracts;
  guint n_extracts;
  TlPracticeModel model;
} TlPracticeDraft;

TlPracticeDraft  tl_practice_draft_of      (TlPracticeCase         *practice_case);
char            *tl_practice_draft_to_text (const TlPracticeDraft  *self);
TlPracticeCase  *tl_practice_draft_finish  (const TlPracticeDraft  *self,
                                            GFile                  *folder,
                                            GCancellable           *cancellable,
                                            GError                **error);
TlPracticeCase  *tl_practice_draft_finish_text (const char          *text,
                                            GFile                  *folder,
                                            GCancellable           *cancellable,
                                            GError                **error);

G_END_DECLS
