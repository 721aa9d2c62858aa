/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * tl_assert_may_wait:
 *
 * Stands wherever SQL runs or a disk is waited for. In a debug build it ends the program on the thread that runs the
 * main loop, since a window would stand still for as long as the disk does. A program without a main loop may wait.
 */
#ifdef NDEBUG
#define tl_assert_may_wait() G_STMT_START { } G_STMT_END
#else
#define tl_assert_may_wait() tl_waiting_assert_allowed (G_STRFUNC)
#endif

void tl_waiting_assert_allowed (const char *where);

G_END_DECLS
