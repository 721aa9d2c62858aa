/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-erasure.h"
#include "tl-writer.h"

G_BEGIN_DECLS

/**
 * TlEraseProgress:
 * @fraction: from 0 to 1
 * @data: the data that was given along
 *
 * Hears how far it is.
 */
typedef void (*TlEraseProgress) (double   fraction,
                                 gpointer data);

TlChange *tl_erase_run (TlWriter         *writer,
                        const TlErasure  *erasure,
                        TlEraseProgress   progress,
                        gpointer          progress_data,
                        GCancellable     *cancellable,
                        GError          **error);

G_END_DECLS
