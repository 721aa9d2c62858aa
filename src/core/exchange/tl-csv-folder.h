/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-sheet.h"

G_BEGIN_DECLS

TlSheets *tl_csv_file_read   (GFile         *file,
                              GCancellable  *cancellable,
                              GError       **error);
TlSheets *tl_csv_folder_read (GFile         *folder,
                              GCancellable  *cancellable,
                              GError       **error);

G_END_DECLS
