/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"

G_BEGIN_DECLS

/* A workbook with one risk that is sound to the end as at 9 June 2026 (a Tuesday) and has no finding, and ways to spoil
 * it a little. */

#define TEST_SOUND_DAY "2026-06-09"

/* What to change in the sound workbook: pairs of what stands there exactly once and what should; then more sheets; and
 * the day, if it isn't the usual one. */
typedef struct
{
  const char *edits[12];
  const char *more;
  const char *as_at;
} TestSpoil;

TlAssessment *test_sound_assess (const TestSpoil *spoil);
TlSnapshot   *test_sound_read   (const TestSpoil *spoil);

G_END_DECLS
