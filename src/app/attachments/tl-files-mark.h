/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlFilesMark:
 *
 * A paper clip where there are files, named by which; nothing where there are none.
 */
#define TL_TYPE_FILES_MARK (tl_files_mark_get_type ())
G_DECLARE_FINAL_TYPE (TlFilesMark, tl_files_mark, TL, FILES_MARK, GtkWidget)

G_END_DECLS
