/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlRatingGrid:
 *
 * Five likelihoods by five impacts, of which one is chosen: with the arrow keys, Home and End, the digits 1 to 5 (first
 * the likelihood, then the impact), or by pointer. What stands and what stood before are marked.
 */
#define TL_TYPE_RATING_GRID (tl_rating_grid_get_type ())
G_DECLARE_FINAL_TYPE (TlRatingGrid, tl_rating_grid, TL, RATING_GRID, GtkWidget)

int  tl_rating_grid_get_likelihood (TlRatingGrid *self);
int  tl_rating_grid_get_impact     (TlRatingGrid *self);
void tl_rating_grid_choose         (TlRatingGrid *self,
                                    int           likelihood,
                                    int           impact);
void tl_rating_grid_mark           (TlRatingGrid *self,
                                    int           likelihood,
                                    int           impact,
                                    const char   *words,
                                    gboolean      now);

G_END_DECLS
