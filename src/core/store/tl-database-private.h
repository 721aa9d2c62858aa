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

/* Parts of the checks of a whole database, for whoever has them made at the same time. */
gboolean tl_database_check_fit    (TlDatabase  *self,
                                   GError     **error);
gboolean tl_database_check_links  (TlDatabase  *self,
                                   GError     **error);
gboolean tl_database_check_values (TlDatabase  *self,
                                   GError     **error);

G_END_DECLS
