/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-database.h"
#include "tl-history-entry.h"

G_BEGIN_DECLS

TlHistoryEntry *tl_history_entry_new (TlDatabase      *database,
                                      const TlChange  *change);

G_END_DECLS
