/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How connections reach their files: as SQLite does by itself, only that nothing is taken for zeros that couldn't be
 * read. */

const char *tl_vfs_get_name     (void);
void        tl_vfs_forget       (void);
int         tl_vfs_get_failure  (void);

G_END_DECLS
