/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "tl-place-comparison.h"

G_BEGIN_DECLS

/**
 * TlPlaceRow:
 *
 * A row of the comparison: a place, or all places together. It can be given another place, so that a table needn't make
 * its rows anew.
 */
#define TL_TYPE_PLACE_ROW (tl_place_row_get_type ())
G_DECLARE_FINAL_TYPE (TlPlaceRow, tl_place_row, TL, PLACE_ROW, GObject)

TlPlaceRow               *tl_place_row_new            (TlPlaceComparison      *comparison,
                                                       const TlPlaceJudgement *place);
void                      tl_place_row_show           (TlPlaceRow             *self,
                                                       TlPlaceComparison      *comparison,
                                                       const TlPlaceJudgement *place);
void                      tl_place_row_tell           (TlPlaceRow             *self);
TlPlaceComparison        *tl_place_row_get_shown      (TlPlaceRow             *self);
const TlMeasureJudgement *tl_place_row_get_measure    (TlPlaceRow               *self);
const TlComparison       *tl_place_row_get_comparison (TlPlaceRow               *self);
const TlPlaceJudgement   *tl_place_row_get_place      (TlPlaceRow               *self);
gboolean                  tl_place_row_stands_out     (TlPlaceRow               *self);
gboolean                  tl_place_row_is_unsure      (TlPlaceRow               *self);
gboolean                  tl_place_row_lacks_support  (TlPlaceRow               *self);
char                     *tl_place_row_describe       (TlPlaceRow               *self);

G_END_DECLS
