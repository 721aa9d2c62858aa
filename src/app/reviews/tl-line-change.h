/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-assessment.h"

G_BEGIN_DECLS

/**
 * TlLineThen:
 * @name: what that day is called, as in "12 May"
 * @states: the eight links then, Found first
 * @position: the first that wasn't sound, %TL_LINE_LINK_NONE when all were
 *
 * A risk's line as it stood.
 */
typedef struct
{
  const char *name;
  TlLinkState states[TL_N_LINE_LINKS];
  TlLineLink position;
} TlLineThen;

/**
 * TlLineChange:
 *
 * A risk's line as it stood and as it stands; where a link is weaker or stronger than then it says so in a word. In the
 * room of a telephone it says it in a sentence.
 */
#define TL_TYPE_LINE_CHANGE (tl_line_change_get_type ())
G_DECLARE_FINAL_TYPE (TlLineChange, tl_line_change, TL, LINE_CHANGE, AdwBin)

void tl_line_change_show (TlLineChange          *self,
                          const TlLineThen      *then,
                          const TlRiskJudgement *now);

G_END_DECLS
