/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-day.h"

G_BEGIN_DECLS

/**
 * TlScale:
 * @from: the value at @start
 * @to: the value at @end
 * @start: a position, in units of the drawing
 * @end: a position; below @start when values grow upwards
 *
 * A straight scale between values and positions.
 */
typedef struct
{
  double from;
  double to;
  double start;
  double end;
} TlScale;

/**
 * TlTick:
 * @value: where, on the scale
 * @major: whether it begins something greater, such as a year among months
 *
 * A tick of an axis.
 */
typedef struct
{
  double value;
  gboolean major;
} TlTick;

/**
 * TlDateStep:
 *
 * From one tick of a time axis to the next. Weeks begin on Monday.
 */
typedef enum
{
  TL_DATE_STEP_DAY,
  TL_DATE_STEP_WEEK,
  TL_DATE_STEP_MONTH,
  TL_DATE_STEP_QUARTER,
  TL_DATE_STEP_YEAR,
} TlDateStep;

double     tl_scale_to_position (const TlScale *self,
                                 double         value);
double     tl_scale_to_value    (const TlScale *self,
                                 double         position);
double     tl_scale_day         (const TlScale *self,
                                 TlDay          day);

void       tl_axis_include      (double         value,
                                 double        *least,
                                 double        *greatest);
void       tl_axis_widen        (double         values_from,
                                 double         values_to,
                                 double         part,
                                 double        *from,
                                 double        *to);
GArray    *tl_axis_number_ticks (double         from,
                                 double         to,
                                 guint          most,
                                 guint         *decimals);
TlDateStep tl_axis_date_step    (double         day_length,
                                 double         least);
GArray    *tl_axis_date_ticks   (TlDay          from,
                                 TlDay          to,
                                 TlDateStep     step);
char      *tl_axis_date_label   (TlDay          day,
                                 TlDateStep     step,
                                 gboolean       with_year);

G_END_DECLS
