/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlChartPart:
 *
 * What a chart shows in one place, such as a point or a row: nothing of it is drawn but a ring while it has the keyboard
 * or the pointer is near, and it says what it is to a screen reader.
 */
#define TL_TYPE_CHART_PART (tl_chart_part_get_type ())
G_DECLARE_FINAL_TYPE (TlChartPart, tl_chart_part, TL, CHART_PART, GtkWidget)

GtkWidget  *tl_chart_part_new          (guint        index,
                                        guint        n_parts,
                                        const char  *sentence);
void        tl_chart_part_say          (TlChartPart *self,
                                        guint        n_parts,
                                        const char  *sentence);
guint       tl_chart_part_get_index    (TlChartPart *self);
const char *tl_chart_part_get_sentence (TlChartPart *self);

G_END_DECLS
