/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-sparkline.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tl-process-chart.h"
#include "tl-spark.h"

struct _TlSparkline
{
  TlDrawnCell parent_instance;

  double values[TL_SPARK_PERIODS];
  guint n_values;
  double target;
  char *sentence;
  gboolean awaited;
};

typedef enum
{
  PROP_MEASURE = 1,
} TlSparklineProperty;

static GParamSpec *properties[PROP_MEASURE + 1];

G_DEFINE_FINAL_TYPE (TlSparkline, tl_sparkline, TL_TYPE_DRAWN_CELL)

static void
tl_sparkline_measure (TlDrawnCell *cell,
                      const TlInk *ink,
                      double      *width,
                      double      *height)
{
  tl_spark_size (ink, width, height);
}

/* It may be given more width, which a trend uses, but not more height. */
static void
tl_sparkline_draw (TlDrawnCell *cell,
                   const TlInk *ink,
                   cairo_t     *cr,
                   double       width,
                   double       height)
{
  TlSparkline *self = TL_SPARKLINE (cell);
  TlBox box = { 0, 0, width, 0 };

  if (self->awaited)
    return;
  tl_spark_size (ink, NULL, &box.height);
  box.y = (height - box.height) / 2;
  tl_spark_draw (cr, ink, self->values, self->n_values, self->target, &box);
}

static char *
tl_sparkline_describe (TlDrawnCell *cell)
{
  return g_strdup (TL_SPARKLINE (cell)->awaited ? _("Measure: not worked out yet") : TL_SPARKLINE (cell)->sentence);
}

static void
tl_sparkline_set_property (GObject      *object,
                           guint         id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  switch ((TlSparklineProperty) id)
    {
    case PROP_MEASURE:
      tl_sparkline_set_measure (TL_SPARKLINE (object), g_value_get_pointer (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_sparkline_finalize (GObject *object)
{
  g_free (TL_SPARKLINE (object)->sentence);

  G_OBJECT_CLASS (tl_sparkline_parent_class)->finalize (object);
}

static void
tl_sparkline_class_init (TlSparklineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  TlDrawnCellClass *cell_class = TL_DRAWN_CELL_CLASS (klass);

  object_class->set_property = tl_sparkline_set_property;
  object_class->finalize = tl_sparkline_finalize;
  cell_class->measure = tl_sparkline_measure;
  cell_class->draw = tl_sparkline_draw;
  cell_class->describe = tl_sparkline_describe;

  /**
   * TlSparkline:measure:
   *
   * The [struct@MeasureJudgement] that is shown; it is read at once and not kept.
   */
  properties[PROP_MEASURE] = g_param_spec_pointer ("measure", NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
tl_sparkline_init (TlSparkline *self)
{
  self->target = NAN;
}

GtkWidget *
tl_sparkline_new (void)
{
  return g_object_new (TL_TYPE_SPARKLINE, NULL);
}

/**
 * tl_sparkline_await:
 * @self: a sparkline
 *
 * Shows that it isn't known yet which measure to show, which isn't that there is none.
 */
void
tl_sparkline_await (TlSparkline *self)
{
  g_return_if_fail (TL_IS_SPARKLINE (self));

  if (self->awaited)
    return;
  self->awaited = TRUE;
  tl_drawn_cell_update (TL_DRAWN_CELL (self));
}

/**
 * tl_sparkline_set_series:
 * @self: a sparkline
 * @series: (nullable): what to show; it is read at once and not kept
 * @target: the target, %NAN for none
 * @sentence: (nullable): what it shows
 *
 * Sets the series that is shown.
 */
void
tl_sparkline_set_series (TlSparkline    *self,
                         const TlSeries *series,
                         double          target,
                         const char     *sentence)
{
  g_return_if_fail (TL_IS_SPARKLINE (self));

  self->awaited = FALSE;
  self->n_values = series != NULL ? tl_spark_take (series, self->values) : 0;
  self->target = target;
  g_set_str (&self->sentence, sentence);
  tl_drawn_cell_update (TL_DRAWN_CELL (self));
}

/**
 * tl_sparkline_set_measure:
 * @self: a sparkline
 * @measure: (nullable): what is concluded of a measure
 *
 * Shows a measure.
 */
void
tl_sparkline_set_measure (TlSparkline              *self,
                          const TlMeasureJudgement *measure)
{
  g_autofree char *sentence = NULL;

  g_return_if_fail (TL_IS_SPARKLINE (self));

  sentence = measure != NULL ? tl_process_chart_describe_briefly (measure) : g_strdup (_("No measure"));
  tl_sparkline_set_series (self, measure != NULL ? measure->series : NULL,
                           measure != NULL ? measure->target_value : NAN, sentence);
}
