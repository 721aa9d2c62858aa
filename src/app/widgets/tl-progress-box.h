/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-progress.h"

G_BEGIN_DECLS

/**
 * TlProgressBox:
 *
 * How far long work with rows is: a bar and the rows in words. Work that is done within half a second needs no telling,
 * so nothing stands there before.
 */
#define TL_TYPE_PROGRESS_BOX (tl_progress_box_get_type ())
G_DECLARE_FINAL_TYPE (TlProgressBox, tl_progress_box, TL, PROGRESS_BOX, GtkWidget)

void        tl_progress_box_set_progress (TlProgressBox *self,
                                          TlProgress    *progress);

G_END_DECLS
