/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sys/types.h>

G_BEGIN_DECLS

/* Processes for tests that have no thread but their own, so that they can fork: whatever needs threads, such as opening
 * a document, is done by a child. */

typedef void (*TestForkFunc) (gpointer data);

pid_t test_fork       (void);
pid_t test_fork_start (TestForkFunc function,
                       gpointer     data);
void  test_fork_wait  (pid_t        process);
void  test_fork_run   (TestForkFunc function,
                       gpointer     data);

G_END_DECLS
