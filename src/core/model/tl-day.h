/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlDay:
 *
 * A day as GLib counts Julian days (1 is 1 January of year 1), so that days subtract and compare as numbers.
 * %TL_NO_DAY is no day.
 */
typedef gint32 TlDay;

#define TL_NO_DAY ((TlDay) 0)
#define TL_DAY_ISO_LENGTH 10

TlDay    tl_day_new          (int         year,
                              int         month,
                              int         day);
GDate   *tl_day_to_date      (TlDay       day);
TlDay    tl_day_today        (void);
TlDay    tl_day_from_time    (gint64      time);
gboolean tl_day_from_iso     (const char *text,
                              TlDay      *day);
void     tl_day_to_iso       (TlDay       day,
                              char        iso[TL_DAY_ISO_LENGTH + 1]);
void     tl_day_split        (TlDay       day,
                              int        *year,
                              int        *month,
                              int        *day_of_month);
TlDay    tl_day_add_months   (TlDay       day,
                              int         months);

G_END_DECLS
