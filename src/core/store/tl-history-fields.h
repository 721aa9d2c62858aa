/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-history-entry.h"
#include "tl-history.h"

G_BEGIN_DECLS

/* What a change did to each field, from what to what. */

GPtrArray *tl_history_list_fields (TlDatabase     *database,
                                   const TlChange *change,
                                   guint          *n_left);

/* Whether an edit is asked for. */
typedef gboolean (*TlEditFunc) (const TlEdit *edit,
                                gpointer      data);

GPtrArray *tl_history_list_fields_if (TlDatabase     *database,
                                      const TlChange *change,
                                      TlEditFunc      wants,
                                      gpointer        data);

G_END_DECLS
