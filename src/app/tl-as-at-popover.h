/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlAsAtPopover:
 *
 * Chooses the day for which everything is shown.
 */
#define TL_TYPE_AS_AT_POPOVER (tl_as_at_popover_get_type ())
G_DECLARE_FINAL_TYPE (TlAsAtPopover, tl_as_at_popover, TL, AS_AT_POPOVER, GtkPopover)

G_END_DECLS
