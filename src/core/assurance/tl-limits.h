/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-states.h"

G_BEGIN_DECLS

/* Limits that rest on fewer points are only a trial. */
#define TL_ENOUGH_POINTS 12

/**
 * TlLimits:
 * @mean: mean of the points they rest on; %NAN when there are none
 * @lower: lower limit; %NAN when fewer than two points gave none
 * @upper: upper limit; %NAN when fewer than two points gave none
 * @n_points: how many points they rest on
 *
 * The limits of ordinary variation of a process.
 */
typedef struct
{
  double mean;
  double lower;
  double upper;
  guint n_points;
} TlLimits;

TlLimits          tl_limits_from_points (const double   *values,
                                         guint           n,
                                         gboolean        screen);
void              tl_limits_find_signals (const TlLimits *self,
                                          const double   *values,
                                          guint           n,
                                          TlSignal       *signals,
                                          TlSide         *sides);
TlTargetAssurance tl_limits_assure      (const TlLimits *self,
                                         double          target,
                                         gboolean        at_most);

G_END_DECLS
