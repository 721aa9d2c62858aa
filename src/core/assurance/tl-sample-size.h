/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How much must be looked at before something can be said. */

/* Fewer are too few to judge a place by. */
#define TL_ENOUGH_RECORDS 10

/* Of quantities, fewer periods with a reading. */
#define TL_ENOUGH_VALUES 3

double tl_sample_size_for_proportion (double value,
                                      double target);
double tl_sample_size_for_rate       (double rate,
                                      double target);

G_END_DECLS
