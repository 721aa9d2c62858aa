/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-erasure.h"
#include "tl-writer.h"

G_BEGIN_DECLS

TlChange *tl_erase_run (TlWriter         *writer,
                        const TlErasure  *erasure,
                        TlEraseProgress   progress,
                        gpointer          progress_data,
                        GCancellable     *cancellable,
                        GError          **error);

G_END_DECLS
