/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

void tl_font_size_find (PangoContext               *context,
                        const PangoFontDescription *font,
                        int                        *char_width,
                        int                        *height);
void tl_font_size_make_caption (PangoFontDescription *font);

G_END_DECLS
