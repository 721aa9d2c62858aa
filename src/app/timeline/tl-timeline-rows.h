/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-timeline-list.h"

G_BEGIN_DECLS

/**
 * TlTimelineRows:
 *
 * The list of what is in sight in sections, each a month, or a year where much time is seen. Like the list itself it makes
 * no more items than are asked for.
 */
#define TL_TYPE_TIMELINE_ROWS (tl_timeline_rows_get_type ())
G_DECLARE_FINAL_TYPE (TlTimelineRows, tl_timeline_rows, TL, TIMELINE_ROWS, GObject)

TlTimelineRows *tl_timeline_rows_new          (TlTimelineList *list);
TlTimelineList *tl_timeline_rows_get_list     (TlTimelineRows *self);
void            tl_timeline_rows_set_by_year  (TlTimelineRows *self,
                                               gboolean        by_year);
char           *tl_timeline_rows_name_section (TlTimelineRows *self,
                                               TlTimelineItem *item);

G_END_DECLS
