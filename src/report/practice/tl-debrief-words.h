/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-practice-debrief.h"

G_BEGIN_DECLS

/* What is said of a debrief, the same on screen and on paper. */

char *tl_debrief_say_summary (const TlPracticeDebrief      *debrief);
char *tl_debrief_say_tally   (const TlPracticeTally        *tally);
char *tl_debrief_say_step    (const TlPracticeStep         *step);
char *tl_debrief_say_grade   (const TlPracticeLesson       *lesson);
char *tl_debrief_say_outcome (const TlPracticeAnswerResult *result);
char *tl_debrief_name_check  (const char                   *check);

G_END_DECLS
