/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-change.h"
#include "tl-risk-trace.h"

G_BEGIN_DECLS

GArray   *tl_block_insert_list (const TlChange  *change,
                                TlDatabase      *database,
                                GError         **error);
gboolean  tl_block_insert_below (GArray         *insertions,
                                guint           *next,
                                guint            rank,
                                TlDatabase      *database,
                                TlRiskTrace     *trace,
                                GCancellable    *cancellable,
                                GError         **error);

G_END_DECLS
