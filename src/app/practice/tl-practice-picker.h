/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-practice-desk.h"

G_BEGIN_DECLS

/**
 * TlPracticeChoice:
 * @TL_PRACTICE_CHOICE_EVIDENCE: what shows something: everything but risks and forums
 * @TL_PRACTICE_CHOICE_SUBJECTS: what a judgement may be about, sources of evidence included
 * @TL_PRACTICE_CHOICE_PLACES: places
 *
 * What may be chosen.
 */
typedef enum
{
  TL_PRACTICE_CHOICE_EVIDENCE,
  TL_PRACTICE_CHOICE_SUBJECTS,
  TL_PRACTICE_CHOICE_PLACES,
} TlPracticeChoice;

/**
 * TlPracticePicker:
 *
 * Where things of a case are ticked, to be named by a judgement or a finding. Each tick counts at once.
 */
#define TL_TYPE_PRACTICE_PICKER (tl_practice_picker_get_type ())
G_DECLARE_FINAL_TYPE (TlPracticePicker, tl_practice_picker, TL, PRACTICE_PICKER, AdwDialog)

TlPracticePicker *tl_practice_picker_new      (TlPracticeDesk      *desk,
                                               const char          *title,
                                               TlPracticeChoice     choice,
                                               const char * const  *refs);
char            **tl_practice_picker_dup_refs (TlPracticePicker    *self);

G_END_DECLS
