/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"

G_BEGIN_DECLS

#define TL_N_LINK_STATES ((int) TL_LINK_STATE_SOUND + 1)

/**
 * TlBars:
 * @n_open: how many risks are open
 * @n: how many of them are in each [enum@LinkState] at each link; index 0 is %TL_LINE_LINK_FOUND
 *
 * Where all open risks stand together.
 */
typedef struct
{
  guint n_open;
  guint n[TL_N_LINE_LINKS][TL_N_LINK_STATES];
} TlBars;

TlBars tl_bars_count (const TlAssessment *assessment);

G_END_DECLS
