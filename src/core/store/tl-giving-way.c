/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-giving-way.h"

/* Should nobody say that it is over. */
#define LONGEST_MS 500

static GMutex lock;
static GCond changed;
/* Until when to wait, on the monotonic clock. */
static gint64 until;

/**
 * tl_giving_way_begin:
 *
 * Has long reading wait, for half a second at the most: a million rows that are read while a window is made take its
 * processor, its memory and that of the display away from it.
 */
void
tl_giving_way_begin (void)
{
  g_mutex_lock (&lock);
  until = g_get_monotonic_time () + LONGEST_MS * G_TIME_SPAN_MILLISECOND;
  g_mutex_unlock (&lock);
}

/**
 * tl_giving_way_end:
 *
 * Has long reading go on.
 */
void
tl_giving_way_end (void)
{
  g_mutex_lock (&lock);
  until = 0;
  g_cond_broadcast (&changed);
  g_mutex_unlock (&lock);
}

/**
 * tl_giving_way_wait:
 *
 * Waits as long as a window is being made. Called between many rows, on a thread on which nobody waits.
 */
void
tl_giving_way_wait (void)
{
  g_mutex_lock (&lock);
  while (until != 0)
    if (!g_cond_wait_until (&changed, &lock, until))
      until = 0;
  g_mutex_unlock (&lock);
}
