/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-fingerprint.h"
#include "tl-history-entry.h"

G_BEGIN_DECLS

/**
 * TlCorrection:
 * @change: the change that made it
 * @time: when, in milliseconds since 1970, UTC
 * @when: the same by this computer's clock
 * @who: who made it; empty for what came by bringing two copies together
 * @fields: (element-type TlHistoryField): what was corrected, from what to what
 * @answers: (element-type TlHistoryField): what came to its challenges later, as it should: answers, and whether they satisfy
 *
 * A change to something after it was sealed, or one that whoever sealed it hadn't seen.
 */
typedef struct
{
  TlDigest change;
  gint64 time;
  char *when;
  char *who;
  GPtrArray *fields;
  GPtrArray *answers;
} TlCorrection;

/**
 * TlReviewTrail:
 * @seal: the change that last finished the review
 * @time: when that was, in milliseconds since 1970, UTC
 * @when: the same by this computer's clock
 * @who: who finished it
 * @fingerprint: what paper prints of @seal
 * @corrections: (element-type TlCorrection): what was changed in the review since, in order of time
 *
 * When a review was finished, and what became of its records after that: all of it read from the history.
 */
typedef struct
{
  TlDigest seal;
  gint64 time;
  char *when;
  char *who;
  char fingerprint[TL_FINGERPRINT_LENGTH + 1];
  GPtrArray *corrections;
} TlReviewTrail;

void tl_review_trail_free (TlReviewTrail *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlReviewTrail, tl_review_trail_free)

G_END_DECLS
