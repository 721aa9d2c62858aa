/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The few tails, quantiles and intervals that conclusions rest on. All intervals are 95 %. */

/* Quantile of the standard normal distribution at 97.5 %. */
#define TL_Z_95 1.959963984540054

double   tl_gamma_tail       (double    a,
                              double    x,
                              gboolean  upper);
double   tl_beta_tail        (double    a,
                              double    b,
                              double    x);
double   tl_gamma_quantile   (double    a,
                              double    probability);
double   tl_beta_quantile    (double    a,
                              double    b,
                              double    probability);
double   tl_poisson_at_least (double    events,
                              double    mean);
double   tl_poisson_at_most  (double    events,
                              double    mean);
double   tl_quantile_7       (const double *sorted,
                              guint         n,
                              double        probability);

void     tl_wilson_interval  (double    successes,
                              double    n,
                              double   *low,
                              double   *high);
void     tl_newcombe_interval (double   successes,
                               double   n,
                               double   other_successes,
                               double   other_n,
                               double  *low,
                               double  *high);
void     tl_poisson_interval (double    events,
                              double    exposure,
                              double   *low,
                              double   *high);
gboolean tl_rate_ratio_interval (double   events,
                                 double   exposure,
                                 double   other_events,
                                 double   other_exposure,
                                 double  *low,
                                 double  *high);

G_END_DECLS
