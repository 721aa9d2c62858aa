/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlPracticeWatermark:
 *
 * The word that lies over everything in a window of practice, so that nobody takes it, or a picture of it, for real.
 */
#define TL_TYPE_PRACTICE_WATERMARK (tl_practice_watermark_get_type ())
G_DECLARE_FINAL_TYPE (TlPracticeWatermark, tl_practice_watermark, TL, PRACTICE_WATERMARK, GtkWidget)

G_END_DECLS
