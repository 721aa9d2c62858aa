/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlFilterChip:
 *
 * A way to show a part of a list, with how many there are of it.
 */
#define TL_TYPE_FILTER_CHIP (tl_filter_chip_get_type ())
G_DECLARE_FINAL_TYPE (TlFilterChip, tl_filter_chip, TL, FILTER_CHIP, GtkToggleButton)

void  tl_filter_chip_set_count (TlFilterChip *self,
                                guint         count);
void  tl_filter_chip_await     (TlFilterChip *self);
guint tl_filter_chip_get_count (TlFilterChip *self);

G_END_DECLS
