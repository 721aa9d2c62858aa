/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TlRecentRow:
 *
 * A workbook that was open lately: whose it is, where, when; and whether it is still there.
 */
#define TL_TYPE_RECENT_ROW (tl_recent_row_get_type ())
G_DECLARE_FINAL_TYPE (TlRecentRow, tl_recent_row, TL, RECENT_ROW, AdwActionRow)

GtkWidget  *tl_recent_row_new         (GtkRecentInfo *info);
const char *tl_recent_row_get_uri     (TlRecentRow   *self);
gboolean    tl_recent_row_get_missing (TlRecentRow   *self);
gboolean    tl_recent_row_get_busy    (TlRecentRow   *self);

G_END_DECLS
