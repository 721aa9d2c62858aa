/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-place-row.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tl-format.h"
#include "tl-interval-chart.h"

struct _TlPlaceRow
{
  GObject parent_instance;

  TlAssessment *assessment;
  const TlMeasureJudgement *measure;
  const TlComparison *comparison;
  const TlPlaceJudgement *place;
};

typedef enum
{
  PROP_NAME = 1,
  PROP_COUNTS,
  PROP_VALUE,
  PROP_INTERVAL,
  PROP_STATE,
  PROP_HIDES,
  PROP_CAUSE,
  PROP_SUPPORT,
  PROP_CLASSES,
  PROP_FIGURE_CLASSES,
  PROP_SUPPORT_CLASSES,
  PROP_HIDING,
  PROP_SUPPORTED,
} TlPlaceRowProperty;

static GParamSpec *properties[PROP_SUPPORTED + 1];

G_DEFINE_FINAL_TYPE (TlPlaceRow, tl_place_row, G_TYPE_OBJECT)

static gboolean
is_judged (TlPlaceRow *self)
{
  return self->comparison->comparable;
}

static gboolean
is_weak (TlPlaceRow *self)
{
  return self->place != NULL && is_judged (self) && self->place->state == TL_PLACE_STATE_WEAK;
}

static char *
say_counts (TlPlaceRow *self)
{
  double numerator = self->place != NULL ? self->place->numerator : self->comparison->pooled_numerator;
  double denominator = self->place != NULL ? self->place->denominator : self->comparison->pooled_denominator;
  g_autofree char *n = tl_format_number (numerator, 0);
  g_autofree char *of = tl_format_number (denominator, 0);

  if (!isfinite (numerator))
    return isfinite (denominator) ? g_steal_pointer (&of) : g_strdup ("–");
  if (!isfinite (denominator))
    return g_steal_pointer (&n);
  /* Translators: a part and a whole, as in "52 of 62" */
  return g_strdup_printf (_("%s of %s"), n, of);
}

static int
choose_decimals (TlPlaceRow *self,
                 double      value)
{
  if (self->measure->facts->kind == TL_MEASURE_KIND_PROPORTION)
    return 1;
  return fabs (value) < 1 ? 3 : 1;
}

static char *
say_value (TlPlaceRow *self)
{
  double value = self->place != NULL ? self->place->value : self->comparison->pooled_value;

  /* Counts without exposure are sums, no rate that could stand beside another place's. */
  if (!is_judged (self) && self->measure->facts->kind == TL_MEASURE_KIND_COUNT)
    return g_strdup ("–");
  return tl_format_number (value, choose_decimals (self, value));
}

static char *
say_interval (TlPlaceRow *self)
{
  double low = self->place != NULL ? self->place->low : self->comparison->pooled_low;
  double high = self->place != NULL ? self->place->high : self->comparison->pooled_high;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (!isfinite (low) || !isfinite (high))
    return g_strdup ("–");
  from = tl_format_number (low, choose_decimals (self, high));
  to = tl_format_number (high, choose_decimals (self, high));
  /* Translators: the two ends of an interval, as in "72.8 to 91.0" */
  return g_strdup_printf (_("%s to %s"), from, to);
}

static char *
say_state (TlPlaceRow *self)
{
  if (!is_judged (self))
    return g_strdup (_("not compared"));
  if (self->place != NULL)
    return g_strdup (tl_word_label (TL_TYPE_PLACE_STATE, self->place->state));
  return g_strdup (tl_word_label (TL_TYPE_EVENNESS, self->comparison->evenness));
}

/* What an average must never do unseen. */
static char *
say_hides (TlPlaceRow *self)
{
  if (self->place != NULL || !self->comparison->hidden)
    return g_strdup ("");
  if (self->comparison->n_weak == 0)
    return g_strdup (_("hides a gap"));
  return g_strdup_printf (ngettext ("hides %u weak place", "hides %u weak places", self->comparison->n_weak),
                          self->comparison->n_weak);
}

static gboolean
says_anything (char *text)
{
  gboolean any = *text != '\0';

  g_free (text);
  return any;
}

static const char *
say_cause (TlPlaceRow *self)
{
  if (self->place == NULL)
    return "";
  if (self->place->cause != NULL)
    return _("cause recorded");
  return is_weak (self) ? _("no cause recorded") : "–";
}

static char *
say_support (TlPlaceRow *self)
{
  guint n = self->place != NULL ? self->place->n_open_support : 0;

  if (n > 0)
    return g_strdup_printf (ngettext ("%u support action", "%u support actions", n), n);
  return g_strdup (is_weak (self) ? _("no support") : "");
}

static void
set_classes (GValue     *value,
             const char *first,
             const char *second)
{
  const char *classes[] = { first != NULL ? first : second, first != NULL ? second : NULL, NULL };

  g_value_set_boxed (value, classes);
}

/* What is weak stands out; what can't be judged steps back. */
static void
get_classes (TlPlaceRow *self,
             GValue     *value,
             gboolean    figures)
{
  TlPlaceState state = self->place != NULL ? self->place->state : TL_PLACE_STATE_IN_LINE;
  gboolean strong = self->place == NULL || is_weak (self);
  gboolean dimmed = figures && (state == TL_PLACE_STATE_TOO_FEW || state == TL_PLACE_STATE_UNSAMPLED);

  set_classes (value, strong ? "heading" : dimmed ? "dimmed" : NULL, figures ? "numeric" : NULL);
}

static void
tl_place_row_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  TlPlaceRow *self = TL_PLACE_ROW (object);

  switch ((TlPlaceRowProperty) id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->place != NULL ? self->place->place->name : _("All places"));
      break;
    case PROP_COUNTS:
      g_value_take_string (value, say_counts (self));
      break;
    case PROP_VALUE:
      g_value_take_string (value, say_value (self));
      break;
    case PROP_INTERVAL:
      g_value_take_string (value, say_interval (self));
      break;
    case PROP_STATE:
      g_value_take_string (value, say_state (self));
      break;
    case PROP_HIDES:
      g_value_take_string (value, say_hides (self));
      break;
    case PROP_CAUSE:
      g_value_set_string (value, say_cause (self));
      break;
    case PROP_SUPPORT:
      g_value_take_string (value, say_support (self));
      break;
    case PROP_CLASSES:
      get_classes (self, value, FALSE);
      break;
    case PROP_FIGURE_CLASSES:
      get_classes (self, value, TRUE);
      break;
    case PROP_SUPPORT_CLASSES:
      set_classes (value, "caption", is_weak (self) && self->place->n_open_support == 0 ? "warning" : "dimmed");
      break;
    case PROP_HIDING:
      g_value_set_boolean (value, says_anything (say_hides (self)));
      break;
    case PROP_SUPPORTED:
      g_value_set_boolean (value, says_anything (say_support (self)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_place_row_finalize (GObject *object)
{
  tl_assessment_unref (TL_PLACE_ROW (object)->assessment);

  G_OBJECT_CLASS (tl_place_row_parent_class)->finalize (object);
}

static void
tl_place_row_class_init (TlPlaceRowClass *klass)
{
  static const struct
  {
    TlPlaceRowProperty id;
    const char *name;
  } strings[] = {
    { PROP_NAME, "name" }, { PROP_COUNTS, "counts" }, { PROP_VALUE, "value" }, { PROP_INTERVAL, "interval" },
    { PROP_STATE, "state" }, { PROP_HIDES, "hides" }, { PROP_CAUSE, "cause" }, { PROP_SUPPORT, "support" },
  }, classes[] = {
    { PROP_CLASSES, "classes" }, { PROP_FIGURE_CLASSES, "figure-classes" }, { PROP_SUPPORT_CLASSES, "support-classes" },
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tl_place_row_get_property;
  object_class->finalize = tl_place_row_finalize;

  /* The texts of its columns, and the style classes that go with them. */
  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    properties[strings[i].id] = g_param_spec_string (strings[i].name, NULL, NULL, NULL, flags);
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    properties[classes[i].id] = g_param_spec_boxed (classes[i].name, NULL, NULL, G_TYPE_STRV, flags);
  /* Whether the texts of the same column say anything. */
  properties[PROP_HIDING] = g_param_spec_boolean ("hiding", NULL, NULL, FALSE, flags);
  properties[PROP_SUPPORTED] = g_param_spec_boolean ("supported", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
tl_place_row_init (TlPlaceRow *self)
{
}

/**
 * tl_place_row_new:
 * @assessment: what the judgements belong to
 * @measure: a measure
 * @comparison: one of its comparisons
 * @place: (nullable): one of its places, %NULL for all together
 *
 * Returns: (transfer full): a row of the comparison
 */
TlPlaceRow *
tl_place_row_new (TlAssessment             *assessment,
                  const TlMeasureJudgement *measure,
                  const TlComparison       *comparison,
                  const TlPlaceJudgement   *place)
{
  TlPlaceRow *self = g_object_new (TL_TYPE_PLACE_ROW, NULL);

  self->assessment = tl_assessment_ref (assessment);
  self->measure = measure;
  self->comparison = comparison;
  self->place = place;

  return self;
}

const TlMeasureJudgement *
tl_place_row_get_measure (TlPlaceRow *self)
{
  return self->measure;
}

const TlComparison *
tl_place_row_get_comparison (TlPlaceRow *self)
{
  return self->comparison;
}

/**
 * tl_place_row_get_place:
 * @self: a row
 *
 * Returns: (nullable): the place, none for all together
 */
const TlPlaceJudgement *
tl_place_row_get_place (TlPlaceRow *self)
{
  return self->place;
}

/**
 * tl_place_row_describe:
 * @self: a row
 *
 * Returns: (transfer full): what the row shows, in a sentence
 */
char *
tl_place_row_describe (TlPlaceRow *self)
{
  return self->place != NULL ? tl_interval_chart_describe_place (self->measure, self->place)
                             : tl_interval_chart_describe_pooled (self->measure, self->comparison);
}
