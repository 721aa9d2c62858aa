/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-layout.h"
#include "tl-timeline-item.h"

G_BEGIN_DECLS

/* What is known of an item of the timeline, a row a fact, with links to what it hangs on. The links ask for actions of the
 * timeline, each with the id of a row. */

const TlFacts *tl_item_find_row    (TlTimelineItem *item,
                                    TlTable        *table);
void           tl_item_grounds_add (GtkBox         *box,
                                    TlTimelineItem *item,
                                    TlDay           as_at);

G_END_DECLS
