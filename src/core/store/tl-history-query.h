/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-history-entry.h"

G_BEGIN_DECLS

/**
 * TlHistoryQuery:
 * @risk: only changes that touch this risk; all zeros for any
 * @actor: only changes that this person made at their computer; all zeros for anyone
 * @before: only changes before this one, the last of the page before; all zeros for the first page
 * @since: only changes made then or later, in milliseconds since 1970, UTC; 0 for any time
 * @most: how many at most, 0 for all
 *
 * Which part of the history to read, the latest first.
 */
typedef struct
{
  TlId risk;
  TlId actor;
  TlDigest before;
  gint64 since;
  guint most;
} TlHistoryQuery;

/**
 * TlHistoryMark:
 * @id: the change's id
 * @time: when it was made, in milliseconds since 1970, UTC
 * @day: the day of it by this computer's clock
 *
 * A change before it has been read.
 */
typedef struct
{
  TlDigest id;
  gint64 time;
  TlDay day;
} TlHistoryMark;

/**
 * TlHistoryActor:
 * @id: who
 * @name: the name that they gave
 *
 * Somebody who made a change.
 */
typedef struct
{
  TlId id;
  char *name;
} TlHistoryActor;

void        tl_history_actor_free     (TlHistoryActor        *self);

G_END_DECLS
