/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-history-entry.h"
#include "tl-history.h"

G_BEGIN_DECLS

/* What a change did to each field, from what to what. */

GPtrArray *tl_history_list_fields (TlDatabase     *database,
                                   const TlChange *change,
                                   guint          *n_left);

GPtrArray *tl_history_list_fields_of (TlDatabase     *database,
                                     const TlChange *change,
                                     GHashTable     *rows);

G_END_DECLS
