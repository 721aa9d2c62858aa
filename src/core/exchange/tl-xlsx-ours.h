/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean tl_xlsx_is_ours (GFile        *file,
                          GCancellable *cancellable);

G_END_DECLS
