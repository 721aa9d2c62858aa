/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Long reading that somebody waits for less than for a frame. */

void tl_giving_way_begin (void);
void tl_giving_way_end   (void);
void tl_giving_way_wait  (void);

G_END_DECLS
