/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-rating-cell.h"

#include <glib/gi18n.h>

#include "tl-marks.h"

struct _TlRatingCell
{
  TlDrawnCell parent_instance;

  int rating;
  TlBand band;
};

typedef enum
{
  PROP_RATING = 1,
  PROP_BAND,
  PROP_JUDGEMENT,
} TlRatingCellProperty;

static GParamSpec *properties[PROP_JUDGEMENT + 1];

G_DEFINE_FINAL_TYPE (TlRatingCell, tl_rating_cell, TL_TYPE_DRAWN_CELL)

static void
tl_rating_cell_measure (TlDrawnCell *cell,
                        const TlInk *ink,
                        double      *width,
                        double      *height)
{
  tl_mark_rating_size (ink, width, height);
}

static void
tl_rating_cell_draw (TlDrawnCell *cell,
                     const TlInk *ink,
                     cairo_t     *cr,
                     double       width,
                     double       height)
{
  TlRatingCell *self = TL_RATING_CELL (cell);

  tl_mark_rating (cr, ink, self->rating, self->band, width / 2, height / 2);
}

static char *
tl_rating_cell_describe (TlDrawnCell *cell)
{
  TlRatingCell *self = TL_RATING_CELL (cell);
  static const char * const rated[] = { N_("Rating %d, low"), N_("Rating %d, medium"), N_("Rating %d, high") };
  static const char * const unrated[] = {
    N_("Not rated, counts as low"), N_("Not rated, counts as medium"), N_("Not rated, counts as high"),
  };

  if (self->rating == 0)
    return g_strdup (_(unrated[self->band]));
  return g_strdup_printf (_(rated[self->band]), self->rating);
}

static void
tl_rating_cell_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  TlRatingCell *self = TL_RATING_CELL (object);

  switch ((TlRatingCellProperty) id)
    {
    case PROP_RATING:
      g_value_set_int (value, self->rating);
      break;
    case PROP_BAND:
      g_value_set_int (value, self->band);
      break;
    case PROP_JUDGEMENT:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_rating_cell_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  TlRatingCell *self = TL_RATING_CELL (object);

  switch ((TlRatingCellProperty) id)
    {
    case PROP_RATING:
      tl_rating_cell_set_rating (self, g_value_get_int (value), self->band);
      break;
    case PROP_BAND:
      tl_rating_cell_set_rating (self, self->rating, g_value_get_int (value));
      break;
    case PROP_JUDGEMENT:
      {
        const TlRiskJudgement *judgement = g_value_get_pointer (value);

        if (judgement != NULL)
          tl_rating_cell_set_rating (self, judgement->rating, judgement->band);
      }
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_rating_cell_class_init (TlRatingCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  TlDrawnCellClass *cell_class = TL_DRAWN_CELL_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tl_rating_cell_get_property;
  object_class->set_property = tl_rating_cell_set_property;
  cell_class->measure = tl_rating_cell_measure;
  cell_class->draw = tl_rating_cell_draw;
  cell_class->describe = tl_rating_cell_describe;

  /**
   * TlRatingCell:rating:
   *
   * Likelihood × impact; 0 when unrated.
   */
  properties[PROP_RATING] = g_param_spec_int ("rating", NULL, NULL, 0, 25, 0, flags);
  /**
   * TlRatingCell:band:
   *
   * A [enum@Band].
   */
  properties[PROP_BAND] = g_param_spec_int ("band", NULL, NULL, TL_BAND_LOW, TL_BAND_HIGH, TL_BAND_LOW, flags);
  /**
   * TlRatingCell:judgement:
   *
   * The [struct@RiskJudgement] whose rating is shown; it is read at once and not kept.
   */
  properties[PROP_JUDGEMENT] = g_param_spec_pointer ("judgement", NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
tl_rating_cell_init (TlRatingCell *self)
{
  tl_drawn_cell_update (TL_DRAWN_CELL (self));
}

GtkWidget *
tl_rating_cell_new (void)
{
  return g_object_new (TL_TYPE_RATING_CELL, NULL);
}

/**
 * tl_rating_cell_set_rating:
 * @self: a rating cell
 * @rating: likelihood × impact, 0 when unrated
 * @band: high, medium or low
 *
 * Sets the rating that is shown.
 */
void
tl_rating_cell_set_rating (TlRatingCell *self,
                           int           rating,
                           TlBand        band)
{
  gboolean other_rating, other_band;

  g_return_if_fail (TL_IS_RATING_CELL (self));

  other_rating = self->rating != rating;
  other_band = self->band != band;
  self->rating = rating;
  self->band = band;
  if (other_rating || other_band)
    tl_drawn_cell_update (TL_DRAWN_CELL (self));
  if (other_rating)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RATING]);
  if (other_band)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BAND]);
}
