/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-clock.h"

static gint64
get_time (gpointer data)
{
  return g_get_monotonic_time ();
}

static guint
call_later (gpointer        data,
            guint           milliseconds,
            GSourceOnceFunc call,
            gpointer        call_data)
{
  return g_timeout_add_once (milliseconds, call, call_data);
}

static void
forget (gpointer data,
        guint    id)
{
  g_source_remove (id);
}

/**
 * tl_clock_get_system:
 *
 * Returns: (transfer none): this computer's clock, which calls from the default main context
 */
const TlClock *
tl_clock_get_system (void)
{
  static const TlClock system = { .get_time = get_time, .call_later = call_later, .forget = forget };

  return &system;
}
