/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-sheet.h"

G_BEGIN_DECLS

TlSheet *tl_foreign_csv_read (GFile         *file,
                              const char    *name,
                              GCancellable  *cancellable,
                              GError       **error);

G_END_DECLS
