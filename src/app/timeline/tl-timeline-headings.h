/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-timeline-rows.h"

G_BEGIN_DECLS

/* The headings of the list's sections, and what is read out of its rows. */

GtkListItemFactory *tl_timeline_headings_new           (TlTimelineRows *rows);
GtkListItemFactory *tl_timeline_headings_new_sentences (void);

G_END_DECLS
