/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "test-store.h"

G_BEGIN_DECLS

/* A program that edits and saves until it is killed: the test's own, run again with the path of a document whose risk
 * R1 has a number for a title. */

void     test_killing_init  (int          argc,
                             char       **argv);
char    *test_make_numbered (TestDesk    *desk);
guint64  test_read_number   (TlStore     *store);
void     test_survive_kills (TestDesk    *desk,
                             const char  *file,
                             const char  *seen,
                             guint        n_kills);

G_END_DECLS
