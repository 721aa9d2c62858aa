/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-database.h"

G_BEGIN_DECLS

gboolean tl_index_rest_begin (TlDatabase   *database,
                              const char   *table,
                              guint         n_rows,
                              GPtrArray   **resting,
                              GError      **error);
gboolean tl_index_rest_end   (TlDatabase   *database,
                              GPtrArray    *resting,
                              GError      **error);

void     tl_index_rest_set_fewest (guint        fewest);
gboolean tl_index_rest_is_many    (guint        n_rows);

G_END_DECLS
