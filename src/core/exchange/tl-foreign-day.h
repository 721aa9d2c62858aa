/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-day.h"

G_BEGIN_DECLS

/**
 * TlForeignDayKind:
 * @TL_FOREIGN_DAY_UNCLEAR: no day, more than one, or one that can't be told for certain
 * @TL_FOREIGN_DAY_EXACT: one day
 * @TL_FOREIGN_DAY_PERIOD: several days, such as a month or a week
 * @TL_FOREIGN_DAY_NONE: words that say that there is no day, such as "TBC" or "ongoing"
 * @TL_FOREIGN_DAY_DONE: words that say that something is done, and not when
 *
 * What a text in a column of dates says.
 */
typedef enum
{
  TL_FOREIGN_DAY_UNCLEAR,
  TL_FOREIGN_DAY_EXACT,
  TL_FOREIGN_DAY_PERIOD,
  TL_FOREIGN_DAY_NONE,
  TL_FOREIGN_DAY_DONE,
} TlForeignDayKind;

TlForeignDayKind tl_foreign_day_read (const char *text,
                                      TlDay      *first,
                                      TlDay      *last);
TlDay            tl_foreign_day_find (const char *text);

G_END_DECLS
