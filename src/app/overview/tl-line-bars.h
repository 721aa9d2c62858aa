/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-bars.h"

G_BEGIN_DECLS

/**
 * TlLineBars:
 *
 * The eight bars of the line. For the keyboard they are one stop, within which arrow keys lead from part to part.
 */
#define TL_TYPE_LINE_BARS (tl_line_bars_get_type ())
G_DECLARE_FINAL_TYPE (TlLineBars, tl_line_bars, TL, LINE_BARS, AdwBin)

void tl_line_bars_set_bars (TlLineBars   *self,
                            const TlBars *bars);

G_END_DECLS
