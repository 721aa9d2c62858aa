/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-sheet.h"

G_BEGIN_DECLS

gboolean tl_csv_read (TlSheet       *sheet,
                      GInputStream  *stream,
                      goffset       *allowance,
                      GCancellable  *cancellable,
                      GError       **error);
gboolean tl_csv_parse (TlSheet      *sheet,
                      const char    *text,
                      gsize          length,
                      char           separator,
                      GError       **error);

G_END_DECLS
