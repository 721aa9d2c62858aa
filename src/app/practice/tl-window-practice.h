/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-window.h"

G_BEGIN_DECLS

/* A window of the ordinary kind that shows the workbook of a practice case, once that was debriefed: marked, and read-only. */

void     tl_window_show_practice   (TlWindow *self,
                                    GFile    *workbook);
void     tl_window_mark_practice   (TlWindow *self);
gboolean tl_window_refuse_practice (TlWindow *self);

G_END_DECLS
