/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean tl_practice_sums_check (GFile               *folder,
                                 const char * const  *names,
                                 GCancellable        *cancellable,
                                 GError             **error);
gboolean tl_practice_sums_write (GFile               *folder,
                                 const char * const  *names,
                                 GCancellable        *cancellable,
                                 GError             **error);

G_END_DECLS
