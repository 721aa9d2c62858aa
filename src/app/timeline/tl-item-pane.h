/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-timeline-item.h"
#include "tl-workbook.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlItemPane:
 *
 * Everything about the item of the timeline that is chosen. A piece of evidence shows its files, and files can be dropped
 * on it.
 */
#define TL_TYPE_ITEM_PANE (tl_item_pane_get_type ())
G_DECLARE_FINAL_TYPE (TlItemPane, tl_item_pane, TL, ITEM_PANE, GtkWidget)

void tl_item_pane_set_item (TlItemPane     *self,
                            TlWorkbook     *workbook,
                            TlTimelineItem *item);

G_END_DECLS
