/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-database.h"
#include "tl-snapshot.h"

G_BEGIN_DECLS

TlSnapshot *tl_reader_load (TlDatabase    *database,
                            GCancellable  *cancellable,
                            GError       **error);
TlSnapshot *tl_reader_load_outline (TlDatabase    *database,
                                    GCancellable  *cancellable,
                                    GError       **error);
TlSnapshot *tl_reader_load_detail  (TlDatabase    *database,
                                    const TlId    *risk,
                                    GCancellable  *cancellable,
                                    GError       **error);

G_END_DECLS
