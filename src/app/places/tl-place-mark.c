/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-place-mark.h"

#include "tl-marks.h"

#define SIZE 16

struct _TlPlaceMark
{
  TlPlaceDrawing parent_instance;
};

G_DEFINE_FINAL_TYPE (TlPlaceMark, tl_place_mark, TL_TYPE_PLACE_DRAWING)

static void
tl_place_mark_measure (TlDrawnCell *cell,
                       const TlInk *ink,
                       double      *width,
                       double      *height)
{
  *width = *height = tl_ink_px (ink, SIZE);
}

/* All together is a diamond, or the mark to act on when they hide what is weak; what isn't compared has no mark. */
static void
tl_place_mark_draw (TlDrawnCell *cell,
                    const TlInk *ink,
                    cairo_t     *cr,
                    double       width,
                    double       height)
{
  TlPlaceRow *row = tl_place_drawing_get_row (TL_PLACE_DRAWING (cell));
  const TlPlaceJudgement *place = row != NULL ? tl_place_row_get_place (row) : NULL;

  if (row == NULL || !tl_place_row_get_comparison (row)->comparable)
    return;
  if (place != NULL)
    tl_mark_place (cr, ink, place->state, width / 2, height / 2);
  else if (tl_place_row_get_comparison (row)->hidden)
    tl_mark_finding (cr, ink, TL_SEVERITY_ACT, width / 2, height / 2);
  else
    tl_mark_pooled (cr, ink, width / 2, height / 2);
}

static char *
tl_place_mark_describe (TlDrawnCell *cell)
{
  TlPlaceRow *row = tl_place_drawing_get_row (TL_PLACE_DRAWING (cell));
  char *state = NULL;

  if (row != NULL)
    g_object_get (row, "state", &state, NULL);
  return state;
}

static void
tl_place_mark_class_init (TlPlaceMarkClass *klass)
{
  TlDrawnCellClass *cell_class = TL_DRAWN_CELL_CLASS (klass);

  cell_class->measure = tl_place_mark_measure;
  cell_class->draw = tl_place_mark_draw;
  cell_class->describe = tl_place_mark_describe;
}

static void
tl_place_mark_init (TlPlaceMark *self)
{
}
