/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-risks-arrangement.h"

#include <glib/gi18n.h>

struct _TlRisksArrangement
{
  GObject parent_instance;

  TlRiskChoices choices;
  char *search;
  TlRisksOrder order;
  gboolean descending;
  TlRisksGrouping grouping;
};

typedef enum
{
  PROP_CHOICES = 1,
  PROP_SEARCH,
  PROP_ORDER,
  PROP_DESCENDING,
  PROP_GROUPING,
} TlRisksArrangementProperty;

static GParamSpec *properties[PROP_GROUPING + 1];

G_DEFINE_FINAL_TYPE (TlRisksArrangement, tl_risks_arrangement, G_TYPE_OBJECT)

static void
tl_risks_arrangement_get_property (GObject    *object,
                                   guint       id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  TlRisksArrangement *self = TL_RISKS_ARRANGEMENT (object);

  switch ((TlRisksArrangementProperty) id)
    {
    case PROP_CHOICES:
      g_value_set_flags (value, (guint) self->choices);
      break;
    case PROP_SEARCH:
      g_value_set_string (value, self->search);
      break;
    case PROP_ORDER:
      g_value_set_enum (value, (int) self->order);
      break;
    case PROP_DESCENDING:
      g_value_set_boolean (value, self->descending);
      break;
    case PROP_GROUPING:
      g_value_set_enum (value, (int) self->grouping);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_risks_arrangement_set_property (GObject      *object,
                                   guint         id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  TlRisksArrangement *self = TL_RISKS_ARRANGEMENT (object);

  switch ((TlRisksArrangementProperty) id)
    {
    case PROP_CHOICES:
      tl_risks_arrangement_set_choices (self, (TlRiskChoices) g_value_get_flags (value));
      break;
    case PROP_SEARCH:
      tl_risks_arrangement_set_search (self, g_value_get_string (value));
      break;
    case PROP_ORDER:
      tl_risks_arrangement_set_order (self, (TlRisksOrder) g_value_get_enum (value), self->descending);
      break;
    case PROP_DESCENDING:
      tl_risks_arrangement_set_order (self, self->order, g_value_get_boolean (value));
      break;
    case PROP_GROUPING:
      tl_risks_arrangement_set_grouping (self, (TlRisksGrouping) g_value_get_enum (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_risks_arrangement_finalize (GObject *object)
{
  g_free (TL_RISKS_ARRANGEMENT (object)->search);

  G_OBJECT_CLASS (tl_risks_arrangement_parent_class)->finalize (object);
}

static void
tl_risks_arrangement_class_init (TlRisksArrangementClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tl_risks_arrangement_get_property;
  object_class->set_property = tl_risks_arrangement_set_property;
  object_class->finalize = tl_risks_arrangement_finalize;

  /**
   * TlRisksArrangement:choices:
   *
   * Which risks are shown.
   */
  properties[PROP_CHOICES] = g_param_spec_flags ("choices", NULL, NULL, TL_TYPE_RISK_CHOICES, TL_RISK_CHOICE_OPEN, flags);
  /**
   * TlRisksArrangement:search:
   *
   * What is looked for; never %NULL.
   */
  properties[PROP_SEARCH] = g_param_spec_string ("search", NULL, NULL, "", flags);
  /**
   * TlRisksArrangement:order:
   *
   * What they are sorted by.
   */
  properties[PROP_ORDER] = g_param_spec_enum ("order", NULL, NULL, TL_TYPE_RISKS_ORDER, TL_RISKS_ORDER_RATING, flags);
  /**
   * TlRisksArrangement:descending:
   *
   * Whether the greatest comes first.
   */
  properties[PROP_DESCENDING] = g_param_spec_boolean ("descending", NULL, NULL, TRUE, flags);
  /**
   * TlRisksArrangement:grouping:
   *
   * By what they stand under headings.
   */
  properties[PROP_GROUPING] = g_param_spec_enum ("grouping", NULL, NULL, TL_TYPE_RISKS_GROUPING, TL_RISKS_GROUPING_NONE,
                                                 flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
tl_risks_arrangement_init (TlRisksArrangement *self)
{
  self->choices = TL_RISK_CHOICE_OPEN;
  self->search = g_strdup ("");
  self->order = TL_RISKS_ORDER_RATING;
  self->descending = TRUE;
}

/**
 * tl_risks_arrangement_new:
 *
 * Returns: (transfer full): open risks, highest rating first
 */
TlRisksArrangement *
tl_risks_arrangement_new (void)
{
  return g_object_new (TL_TYPE_RISKS_ARRANGEMENT, NULL);
}

/**
 * tl_risks_arrangement_get_choices:
 * @self: an arrangement
 *
 * Returns: which risks are shown
 */
TlRiskChoices
tl_risks_arrangement_get_choices (TlRisksArrangement *self)
{
  g_return_val_if_fail (TL_IS_RISKS_ARRANGEMENT (self), TL_RISK_CHOICE_OPEN);

  return self->choices;
}

/**
 * tl_risks_arrangement_set_choices:
 * @self: an arrangement
 * @choices: which risks to show
 */
void
tl_risks_arrangement_set_choices (TlRisksArrangement *self,
                                  TlRiskChoices       choices)
{
  g_return_if_fail (TL_IS_RISKS_ARRANGEMENT (self));

  if (self->choices == choices)
    return;
  self->choices = choices;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOICES]);
}

/**
 * tl_risks_arrangement_get_search:
 * @self: an arrangement
 *
 * Returns: what is looked for; empty for nothing
 */
const char *
tl_risks_arrangement_get_search (TlRisksArrangement *self)
{
  g_return_val_if_fail (TL_IS_RISKS_ARRANGEMENT (self), NULL);

  return self->search;
}

/**
 * tl_risks_arrangement_set_search:
 * @self: an arrangement
 * @search: (nullable): what to look for
 */
void
tl_risks_arrangement_set_search (TlRisksArrangement *self,
                                 const char         *search)
{
  g_return_if_fail (TL_IS_RISKS_ARRANGEMENT (self));

  if (g_set_str (&self->search, search != NULL ? search : ""))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCH]);
}

/**
 * tl_risks_arrangement_get_order:
 * @self: an arrangement
 *
 * Returns: what risks are sorted by
 */
TlRisksOrder
tl_risks_arrangement_get_order (TlRisksArrangement *self)
{
  g_return_val_if_fail (TL_IS_RISKS_ARRANGEMENT (self), TL_RISKS_ORDER_REF);

  return self->order;
}

/**
 * tl_risks_arrangement_get_descending:
 * @self: an arrangement
 *
 * Returns: whether the greatest comes first
 */
gboolean
tl_risks_arrangement_get_descending (TlRisksArrangement *self)
{
  g_return_val_if_fail (TL_IS_RISKS_ARRANGEMENT (self), FALSE);

  return self->descending;
}

/**
 * tl_risks_arrangement_set_order:
 * @self: an arrangement
 * @order: what to sort by
 * @descending: whether the greatest comes first
 */
void
tl_risks_arrangement_set_order (TlRisksArrangement *self,
                                TlRisksOrder        order,
                                gboolean            descending)
{
  gboolean other_order, other_way;

  g_return_if_fail (TL_IS_RISKS_ARRANGEMENT (self));
  g_return_if_fail (order < TL_N_RISKS_ORDERS);

  other_order = self->order != order;
  other_way = self->descending != descending;
  self->order = order;
  self->descending = descending;
  if (other_order)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ORDER]);
  if (other_way)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DESCENDING]);
}

/**
 * tl_risks_arrangement_get_grouping:
 * @self: an arrangement
 *
 * Returns: by what risks stand under headings
 */
TlRisksGrouping
tl_risks_arrangement_get_grouping (TlRisksArrangement *self)
{
  g_return_val_if_fail (TL_IS_RISKS_ARRANGEMENT (self), TL_RISKS_GROUPING_NONE);

  return self->grouping;
}

/**
 * tl_risks_arrangement_set_grouping:
 * @self: an arrangement
 * @grouping: by what to put risks under headings
 */
void
tl_risks_arrangement_set_grouping (TlRisksArrangement *self,
                                   TlRisksGrouping     grouping)
{
  g_return_if_fail (TL_IS_RISKS_ARRANGEMENT (self));
  g_return_if_fail (grouping < TL_N_RISKS_GROUPINGS);

  if (self->grouping == grouping)
    return;
  self->grouping = grouping;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_GROUPING]);
}

/**
 * tl_risks_arrangement_describe:
 * @self: an arrangement
 * @n: how many risks it shows
 *
 * Returns: (transfer full): all of it in words, as in "10 open risks, highest rating first, grouped by theme"
 */
char *
tl_risks_arrangement_describe (TlRisksArrangement *self,
                               guint               n)
{
  g_autofree char *count = NULL;
  const char *order, *grouping;

  g_return_val_if_fail (TL_IS_RISKS_ARRANGEMENT (self), NULL);

  count = tl_risk_choices_count (self->choices, n);
  order = tl_risks_sorting_describe (self->order, self->descending);
  grouping = tl_risks_grouping_describe (self->grouping);
  if (n == 0)
    return g_steal_pointer (&count);
  if (grouping == NULL)
    /* Translators: how many risks, then their order: "10 open risks, highest rating first" */
    return g_strdup_printf (_("%1$s, %2$s"), count, order);
  /* Translators: how many risks, their order, then their groups: "10 open risks, highest rating first, grouped by theme" */
  return g_strdup_printf (_("%1$s, %2$s, %3$s"), count, order, grouping);
}

/* ── Keeping ──────────────────────────────────────────────────────────────── */

static const char *
get_nick (GType type,
          int   value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);

  return g_enum_get_value (klass, value)->value_nick;
}

static gboolean
find_nick (GType       type,
           const char *nick,
           int        *value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  const GEnumValue *found = g_enum_get_value_by_nick (klass, nick);

  if (found != NULL)
    *value = found->value;
  return found != NULL;
}

/**
 * tl_risks_arrangement_save:
 * @self: an arrangement
 *
 * Returns: (transfer floating): all of it, as %TL_RISKS_ARRANGEMENT_TYPE
 */
GVariant *
tl_risks_arrangement_save (TlRisksArrangement *self)
{
  g_autoptr (GFlagsClass) klass = g_type_class_ref (TL_TYPE_RISK_CHOICES);
  GVariantBuilder choices;

  g_return_val_if_fail (TL_IS_RISKS_ARRANGEMENT (self), NULL);

  g_variant_builder_init (&choices, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint i = 0; i < klass->n_values; i++)
    if ((self->choices & klass->values[i].value) != 0)
      g_variant_builder_add (&choices, "s", klass->values[i].value_nick);
  return g_variant_new ("(asssbs)", &choices, self->search, get_nick (TL_TYPE_RISKS_ORDER, (int) self->order),
                        self->descending, get_nick (TL_TYPE_RISKS_GROUPING, (int) self->grouping));
}

static TlRiskChoices
read_choices (GVariantIter *iter)
{
  g_autoptr (GFlagsClass) klass = g_type_class_ref (TL_TYPE_RISK_CHOICES);
  guint choices = 0;
  const char *nick;

  while (g_variant_iter_next (iter, "&s", &nick))
    {
      const GFlagsValue *value = g_flags_get_value_by_nick (klass, nick);

      choices |= value != NULL ? value->value : 0;
    }
  return (TlRiskChoices) choices;
}

/**
 * tl_risks_arrangement_restore:
 * @self: an arrangement
 * @saved: what tl_risks_arrangement_save() gave, of this or another version
 *
 * Takes over what was kept. A column or grouping that this version doesn't know stays as it is.
 *
 * Returns: whether all of it is known
 */
gboolean
tl_risks_arrangement_restore (TlRisksArrangement *self,
                              GVariant           *saved)
{
  g_autoptr (GVariantIter) iter = NULL;
  const char *search, *order_nick, *grouping_nick;
  int order = (int) self->order, grouping = (int) self->grouping;
  gboolean descending, known;

  g_return_val_if_fail (TL_IS_RISKS_ARRANGEMENT (self), FALSE);
  g_return_val_if_fail (g_variant_is_of_type (saved, TL_RISKS_ARRANGEMENT_TYPE), FALSE);

  g_variant_get (saved, "(as&s&sb&s)", &iter, &search, &order_nick, &descending, &grouping_nick);
  known = find_nick (TL_TYPE_RISKS_ORDER, order_nick, &order);
  known = find_nick (TL_TYPE_RISKS_GROUPING, grouping_nick, &grouping) && known;
  tl_risks_arrangement_set_order (self, (TlRisksOrder) order, descending);
  tl_risks_arrangement_set_grouping (self, (TlRisksGrouping) grouping);
  tl_risks_arrangement_set_choices (self, read_choices (iter));
  tl_risks_arrangement_set_search (self, search);
  return known;
}
