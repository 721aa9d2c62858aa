/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-waiting.h"

/**
 * tl_waiting_assert_allowed:
 * @where: the function that is about to wait
 *
 * Ends the program if this thread runs the main loop. Called by [func@Tl.assert_may_wait].
 */
void
tl_waiting_assert_allowed (const char *where)
{
  if (g_main_context_is_owner (g_main_context_default ()))
    g_error ("%s would let the main loop wait for a disk", where);
}
