/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TlStartPage:
 *
 * What a window shows before it has a workbook: work that was left on this computer and is in no file yet, and then the
 * ways to begin.
 */
#define TL_TYPE_START_PAGE (tl_start_page_get_type ())
G_DECLARE_FINAL_TYPE (TlStartPage, tl_start_page, TL, START_PAGE, AdwBin)

void       tl_start_page_refresh  (TlStartPage *self);
gboolean   tl_start_page_get_busy (TlStartPage *self);

G_END_DECLS
