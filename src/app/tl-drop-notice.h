/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TlDropNotice:
 *
 * What will happen to the files that are being dragged over a window.
 */
#define TL_TYPE_DROP_NOTICE (tl_drop_notice_get_type ())
G_DECLARE_FINAL_TYPE (TlDropNotice, tl_drop_notice, TL, DROP_NOTICE, AdwBin)

TlDropNotice *tl_drop_notice_new  (void);
void          tl_drop_notice_show (TlDropNotice *self,
                                   const char   *sentence,
                                   gboolean      taken);

G_END_DECLS
