/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlTimelineColumn:
 *
 * A column of the list beneath the timeline.
 */
typedef enum
{
  TL_TIMELINE_COLUMN_DAY,
  TL_TIMELINE_COLUMN_TEXT,
  TL_TIMELINE_COLUMN_SOURCE,
  TL_TIMELINE_COLUMN_KIND,
  TL_TIMELINE_COLUMN_SAYS,
  TL_TIMELINE_COLUMN_PLACE,
} TlTimelineColumn;

#define TL_N_TIMELINE_COLUMNS ((int) TL_TIMELINE_COLUMN_PLACE + 1)

GtkListItemFactory *tl_timeline_cells_new     (TlTimelineColumn  column);
void                tl_timeline_cells_install (GtkColumnView    *list);

G_END_DECLS
