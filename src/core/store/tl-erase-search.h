/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-database.h"
#include "tl-text-found.h"

G_BEGIN_DECLS

GPtrArray *tl_erase_search (TlDatabase    *database,
                            const char    *text,
                            GCancellable  *cancellable,
                            GError       **error);

G_END_DECLS
