/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-database.h"

G_BEGIN_DECLS

void tl_database_set_error   (sqlite3     *handle,
                              const char  *path,
                              int          result,
                              GError     **error);
void tl_database_set_options (sqlite3     *handle);
void tl_database_set_limits  (sqlite3     *handle);
void tl_database_set_guard   (sqlite3     *handle,
                              gboolean     guarded);

G_END_DECLS
