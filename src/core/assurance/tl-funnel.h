/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Beyond these a place isn't like the others: once in twenty, and once in five hundred, by chance. */
#define TL_FUNNEL_WATCH 1.959964
#define TL_FUNNEL_WEAK 3.090232

/* The one-sided tails of a count that come by chance as rarely: once in forty, and once in a thousand. */
#define TL_FUNNEL_TAIL_WATCH 0.025
#define TL_FUNNEL_TAIL_WEAK 0.001

/* With fewer places an adjustment for overdispersion would only hide the outlier. */
#define TL_FUNNEL_ENOUGH_PLACES 20

double tl_funnel_get_z      (double        numerator,
                             double        denominator,
                             double        average);
double tl_funnel_get_spread (const double *z,
                             const double *denominators,
                             guint         n,
                             double       *phi);
double tl_funnel_adjust     (double        z,
                             double        denominator,
                             double        spread);

double tl_funnel_get_limit  (double        average,
                             double        denominator,
                             double        spread,
                             double        z);
double tl_funnel_get_rate_limit (double    rate,
                             double        exposure,
                             double        tail,
                             gboolean      above);

G_END_DECLS
