/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TlCliWorkFunc:
 * @data: what was given with it
 * @error: why it couldn't be done
 *
 * Something that takes a while, on a thread of its own.
 *
 * Returns: whether it was done
 */
typedef gboolean (*TlCliWorkFunc) (gpointer   data,
                                   GError   **error);

GCancellable *tl_cli_work_get_progress (void);

gboolean tl_cli_work         (const char     *what,
                              TlCliWorkFunc   func,
                              gpointer        data,
                              GError        **error);

void     tl_cli_work_begin   (const char     *what);
void     tl_cli_work_advance (double          fraction);
void     tl_cli_work_end     (void);

G_END_DECLS
