/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-conflict.h"
#include "tl-database.h"

G_BEGIN_DECLS

GPtrArray *tl_conflict_list (TlDatabase  *database,
                             GError     **error);

G_END_DECLS
