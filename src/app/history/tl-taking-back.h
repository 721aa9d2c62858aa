/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-history-item.h"
#include "tl-view.h"

G_BEGIN_DECLS

void tl_taking_back_begin (TlView         *view,
                           const TlDigest *change,
                           TlHistoryItem  *item,
                           const char     *what);

G_END_DECLS
