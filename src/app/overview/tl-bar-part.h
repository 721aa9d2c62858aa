/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-drawn-cell.h"
#include "tl-states.h"

G_BEGIN_DECLS

/**
 * TlBarPart:
 *
 * A part of a bar: how many risks are in one state at one link of the line.
 */
#define TL_TYPE_BAR_PART (tl_bar_part_get_type ())
G_DECLARE_FINAL_TYPE (TlBarPart, tl_bar_part, TL, BAR_PART, TlDrawnCell)

GtkWidget *tl_bar_part_new       (TlLineLink   link,
                                  TlLinkState  state);
guint      tl_bar_part_get_count (TlBarPart   *self);
void       tl_bar_part_set_count (TlBarPart   *self,
                                  guint        count);

G_END_DECLS
