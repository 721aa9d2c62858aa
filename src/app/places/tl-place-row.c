/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-place-row.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tl-comparison-words.h"
#include "tl-format.h"
#include "tl-interval-chart.h"

struct _TlPlaceRow
{
  GObject parent_instance;

  TlPlaceComparison *shown;
  const TlMeasureJudgement *measure;
  const TlComparison *comparison;
  const TlPlaceJudgement *place;
  /* Whether whoever shows it doesn't know yet what it is the row of. */
  gboolean untold;
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
  PROP_PARENT,
  PROP_FIGURES,
  PROP_REMARK,
  PROP_REMARK_CLASSES,
  PROP_REMARKABLE,
} TlPlaceRowProperty;

static GParamSpec *properties[PROP_REMARKABLE + 1];

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

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
say_name (TlPlaceRow *self)
{
  if (self->place != NULL)
    return g_strdup (self->place->place->name);
  if (self->shown->within == NULL)
    return g_strdup (_("All places"));
  /* Translators: all teams, shifts … of one place together; %s is its name */
  return g_strdup_printf (_("All of %s"), self->shown->within->name);
}

static char *
say_counts (TlPlaceRow *self)
{
  double numerator = self->place != NULL ? self->place->numerator : self->shown->here.numerator;
  double denominator = self->place != NULL ? self->place->denominator : self->shown->here.denominator;
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
  double value = self->place != NULL ? self->place->value : self->shown->here.value;

  /* Counts without exposure are sums, no rate that could stand beside another place's. */
  if (!is_judged (self) && self->measure->facts->kind == TL_MEASURE_KIND_COUNT)
    return g_strdup ("–");
  return tl_format_number (value, choose_decimals (self, value));
}

static char *
say_interval (TlPlaceRow *self)
{
  double low = self->place != NULL ? self->place->low : self->shown->here.low;
  double high = self->place != NULL ? self->place->high : self->shown->here.high;
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
  char *hides = self->place == NULL ? tl_comparison_say_hides (self->comparison) : NULL;

  return hides != NULL ? hides : g_strdup ("");
}

static const char *
say_cause (TlPlaceRow *self)
{
  if (self->place == NULL)
    return "";
  if (self->place->cause != NULL)
    return _("cause recorded");
  return is_weak (self) ? _("no cause") : "–";
}

static char *
say_support (TlPlaceRow *self)
{
  guint n = self->place != NULL ? self->place->n_open_support : 0;

  if (n > 0)
    return g_strdup_printf (ngettext ("%u support action", "%u support actions", n), n);
  return g_strdup (is_weak (self) ? _("no support") : "");
}

/* Teams of several houses may have the same name. */
static const char *
say_parent (TlPlaceRow *self)
{
  const TlPlaceFacts *parent = self->place != NULL ? self->place->place->parent : NULL;

  return parent != NULL && parent != self->shown->within && parent->kind != TL_PLACE_KIND_PROVIDER ? parent->name : "";
}

static char *
say_figures (TlPlaceRow *self)
{
  g_autofree char *counts = say_counts (self);
  g_autofree char *value = say_value (self);
  g_autofree char *interval = say_interval (self);
  const char *unit = self->measure->facts->kind == TL_MEASURE_KIND_PROPORTION && !g_str_equal (value, "–") ? " %" : "";

  if (g_str_equal (interval, "–"))
    return g_strdup_printf ("%s · %s%s", counts, value, unit);
  /* Translators: on a card: a part and a whole, a value with its unit, and an interval, as in
   * "52 of 62 · 83.9 % · 95 % interval 72.8 to 91.0" */
  return g_strdup_printf (_("%1$s · %2$s%3$s · 95 %% interval %4$s"), counts, value, unit, interval);
}

static char *
say_remark (TlPlaceRow *self)
{
  const char *cause = say_cause (self);
  g_autofree char *support = say_support (self);

  if (self->place == NULL)
    return say_hides (self);
  if (g_str_equal (cause, "–") || *cause == '\0')
    return g_steal_pointer (&support);
  return *support != '\0' ? g_strdup_printf ("%s · %s", cause, support) : g_strdup (cause);
}

static gboolean
has_remark (TlPlaceRow *self)
{
  g_autofree char *remark = say_remark (self);

  return *remark != '\0';
}

static GStrv
choose_remark_classes (TlPlaceRow *self)
{
  gboolean concern = (self->place == NULL && self->comparison->hidden) || tl_place_row_lacks_support (self);
  const char * const classes[] = { concern ? "caption-heading" : "caption", concern ? "error" : "dimmed", NULL };

  return g_strdupv ((char **) classes);
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
      g_value_take_string (value, say_name (self));
      break;
    case PROP_PARENT:
      g_value_set_string (value, say_parent (self));
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
    case PROP_FIGURES:
      g_value_take_string (value, say_figures (self));
      break;
    case PROP_REMARK:
      g_value_take_string (value, say_remark (self));
      break;
    case PROP_REMARK_CLASSES:
      g_value_take_boxed (value, choose_remark_classes (self));
      break;
    case PROP_REMARKABLE:
      g_value_set_boolean (value, has_remark (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_place_row_finalize (GObject *object)
{
  g_clear_pointer (&TL_PLACE_ROW (object)->shown, tl_place_comparison_unref);

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
    { PROP_NAME, "name" },         { PROP_COUNTS, "counts" }, { PROP_VALUE, "value" },
    { PROP_INTERVAL, "interval" }, { PROP_STATE, "state" },   { PROP_HIDES, "hides" },
    { PROP_CAUSE, "cause" },       { PROP_SUPPORT, "support" }, { PROP_PARENT, "parent" },
    { PROP_FIGURES, "figures" },   { PROP_REMARK, "remark" },
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tl_place_row_get_property;
  object_class->finalize = tl_place_row_finalize;

  /* The texts of its columns, and those of a card. */
  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    properties[strings[i].id] = g_param_spec_string (strings[i].name, NULL, NULL, NULL, flags);
  properties[PROP_REMARK_CLASSES] = g_param_spec_boxed ("remark-classes", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_REMARKABLE] = g_param_spec_boolean ("remarkable", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * TlPlaceRow::changed:
   * @self: a row
   *
   * It is the row of something else.
   */
  signals[CHANGED] = g_signal_new ("changed", TL_TYPE_PLACE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tl_place_row_init (TlPlaceRow *self)
{
}

/**
 * tl_place_row_new:
 * @comparison: how places compare
 * @place: (nullable): one of them, %NULL for all together
 *
 * Returns: (transfer full): a row of the comparison
 */
TlPlaceRow *
tl_place_row_new (TlPlaceComparison      *comparison,
                  const TlPlaceJudgement *place)
{
  TlPlaceRow *self = g_object_new (TL_TYPE_PLACE_ROW, NULL);

  tl_place_row_show (self, comparison, place);
  self->untold = FALSE;
  return self;
}

/**
 * tl_place_row_show:
 * @self: a row
 * @comparison: how places compare
 * @place: (nullable): one of them, %NULL for all together
 *
 * Makes it the row of something else. Whoever shows it is told by [method@Tl.PlaceRow.tell].
 */
void
tl_place_row_show (TlPlaceRow             *self,
                   TlPlaceComparison      *comparison,
                   const TlPlaceJudgement *place)
{
  g_return_if_fail (TL_IS_PLACE_ROW (self));
  g_return_if_fail (comparison != NULL);

  tl_place_comparison_ref (comparison);
  g_clear_pointer (&self->shown, tl_place_comparison_unref);
  self->shown = comparison;
  self->measure = comparison->measure;
  self->comparison = comparison->comparison;
  self->place = place;
  self->untold = TRUE;
}

/**
 * tl_place_row_tell:
 * @self: a row
 *
 * Tells whoever shows it that it is the row of something else, once.
 */
void
tl_place_row_tell (TlPlaceRow *self)
{
  g_return_if_fail (TL_IS_PLACE_ROW (self));

  if (!self->untold)
    return;
  self->untold = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
  for (guint i = PROP_NAME; i <= PROP_REMARKABLE; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

/**
 * tl_place_row_get_shown:
 * @self: a row
 *
 * Returns: (transfer none): the comparison that it is a row of
 */
TlPlaceComparison *
tl_place_row_get_shown (TlPlaceRow *self)
{
  return self->shown;
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
 * tl_place_row_stands_out:
 * @self: a row
 *
 * Returns: whether it is a weak place, or all together
 */
gboolean
tl_place_row_stands_out (TlPlaceRow *self)
{
  return self->place == NULL || is_weak (self);
}

/**
 * tl_place_row_is_unsure:
 * @self: a row
 *
 * Returns: whether its figures are too few to judge it by, or there are none
 */
gboolean
tl_place_row_is_unsure (TlPlaceRow *self)
{
  return self->place != NULL && is_judged (self)
         && (self->place->state == TL_PLACE_STATE_TOO_FEW || self->place->state == TL_PLACE_STATE_UNSAMPLED);
}

/**
 * tl_place_row_lacks_support:
 * @self: a row
 *
 * Returns: whether it is a weak place at which no support is under way
 */
gboolean
tl_place_row_lacks_support (TlPlaceRow *self)
{
  return is_weak (self) && self->place->n_open_support == 0;
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
