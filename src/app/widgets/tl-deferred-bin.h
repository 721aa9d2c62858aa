/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TlDeferredBin:
 *
 * The place of a widget that is made when it first comes into sight, or is first asked for: what nobody has looked at yet
 * costs nothing when the window opens.
 */
#define TL_TYPE_DEFERRED_BIN (tl_deferred_bin_get_type ())
G_DECLARE_FINAL_TYPE (TlDeferredBin, tl_deferred_bin, TL, DEFERRED_BIN, AdwBin)

GtkWidget *tl_deferred_bin_ensure           (TlDeferredBin *self);
GType      tl_deferred_bin_get_content_type (TlDeferredBin *self);

G_END_DECLS
