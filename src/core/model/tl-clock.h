/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlClock:
 * @get_time: the time since some moment, in microseconds, which never goes back
 * @call_later: calls a function once after a number of milliseconds, and returns what @forget needs, never 0
 * @forget: lets a call be that hasn't come yet
 * @data: what all three are given first
 *
 * Where time comes from, for what waits: the main loop's, or one that a test moves on by itself.
 */
typedef struct
{
  gint64 (*get_time) (gpointer data);
  guint (*call_later) (gpointer        data,
                       guint           milliseconds,
                       GSourceOnceFunc call,
                       gpointer        call_data);
  void (*forget) (gpointer data,
                  guint    id);
  gpointer data;
} TlClock;

const TlClock *tl_clock_get_system (void);

G_END_DECLS
