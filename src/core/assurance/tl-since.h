/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-assessment.h"

G_BEGIN_DECLS

/**
 * TlMovement:
 * @TL_MOVEMENT_WEAKER: a link of the line is weaker than it was
 * @TL_MOVEMENT_REOPENED: the risk was reopened
 * @TL_MOVEMENT_NEW: the risk was opened
 * @TL_MOVEMENT_STRONGER: a link of the line is stronger than it was
 * @TL_MOVEMENT_ENDED: the risk was closed or ended otherwise
 *
 * How something moved, the most urgent first.
 */
typedef enum
{
  TL_MOVEMENT_WEAKER,
  TL_MOVEMENT_REOPENED,
  TL_MOVEMENT_NEW,
  TL_MOVEMENT_STRONGER,
  TL_MOVEMENT_ENDED,
} TlMovement;

/**
 * TlSinceItem:
 * @movement: how it moved
 * @risk: the risk
 * @link: the link of its line; none when the risk as a whole moved
 * @before: the link's state then
 * @now: the link's state now
 * @title: the risk, with its ref
 * @text: what is so now, and why, a plain sentence or two
 *
 * Something that changed.
 */
typedef struct
{
  TlMovement movement;
  TlId risk;
  TlLineLink link;
  TlLinkState before;
  TlLinkState now;
  char *title;
  char *text;
} TlSinceItem;

/**
 * TlSince:
 * @day: the day of the last provider review, %TL_NO_DAY when there was none
 * @forum: (nullable): the forum that held it
 * @items: (element-type TlSinceItem): what changed, weaker first, then in the order of the risks
 *
 * What changed since the last provider review.
 */
typedef struct
{
  TlDay day;
  char *forum;
  GPtrArray *items;
} TlSince;

const TlReviewFacts *tl_since_find_review  (const TlAssessment *assessment);
TlSince             *tl_since_new          (const TlAssessment *assessment,
                                            GCancellable       *cancellable);
void                 tl_since_free         (TlSince            *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlSince, tl_since_free)

const char          *tl_movement_get_word  (TlMovement          movement);

G_END_DECLS
