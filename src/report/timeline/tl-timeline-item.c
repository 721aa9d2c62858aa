/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-item.h"

#include "tl-timeline-words.h"

struct _TlTimelineItem
{
  GObject parent_instance;

  TlTimelinePlan *plan;
  guint position;
  char *text;
  char *says;
};

typedef enum
{
  PROP_DAY = 1,
  PROP_TEXT,
  PROP_SOURCE,
  PROP_KIND,
  PROP_SAYS,
  PROP_PLACE,
  PROP_LATE,
  PROP_FILES,
} TlTimelineItemProperty;

static GParamSpec *properties[PROP_FILES + 1];

G_DEFINE_FINAL_TYPE (TlTimelineItem, tl_timeline_item, G_TYPE_OBJECT)

static void
tl_timeline_item_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  TlTimelineItem *self = TL_TIMELINE_ITEM (object);
  const TlTimelineEntry *entry = tl_timeline_item_get_entry (self);

  switch ((TlTimelineItemProperty) id)
    {
    case PROP_DAY:
      g_value_take_string (value, tl_timeline_words_day (self->plan, entry));
      break;
    case PROP_TEXT:
      g_value_set_string (value, tl_timeline_item_get_text (self));
      break;
    case PROP_SOURCE:
      g_value_take_string (value, tl_timeline_words_source (entry));
      break;
    case PROP_KIND:
      g_value_take_string (value, tl_timeline_words_kind (entry));
      break;
    case PROP_SAYS:
      g_value_set_string (value, tl_timeline_item_get_says (self));
      break;
    case PROP_PLACE:
      g_value_take_string (value, tl_timeline_words_place (entry));
      break;
    case PROP_LATE:
      g_value_set_boolean (value, tl_timeline_words_late (entry));
      break;
    case PROP_FILES:
      g_value_take_string (value, tl_timeline_item_name_files (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_timeline_item_finalize (GObject *object)
{
  TlTimelineItem *self = TL_TIMELINE_ITEM (object);

  g_hash_table_remove (self->plan->alive, GUINT_TO_POINTER (self->position));
  tl_timeline_plan_unref (self->plan);
  g_free (self->text);
  g_free (self->says);

  G_OBJECT_CLASS (tl_timeline_item_parent_class)->finalize (object);
}

static void
tl_timeline_item_class_init (TlTimelineItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tl_timeline_item_get_property;
  object_class->finalize = tl_timeline_item_finalize;

  properties[PROP_DAY] = g_param_spec_string ("day", NULL, NULL, NULL, flags);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  properties[PROP_SOURCE] = g_param_spec_string ("source", NULL, NULL, NULL, flags);
  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, NULL, flags);
  properties[PROP_SAYS] = g_param_spec_string ("says", NULL, NULL, NULL, flags);
  properties[PROP_PLACE] = g_param_spec_string ("place", NULL, NULL, NULL, flags);
  properties[PROP_LATE] = g_param_spec_boolean ("late", NULL, NULL, FALSE, flags);
  properties[PROP_FILES] = g_param_spec_string ("files", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
tl_timeline_item_init (TlTimelineItem *self)
{
}

/**
 * tl_timeline_plan_get_item:
 * @plan: a plan
 * @position: an entry
 *
 * Gives the object of an entry, always the same while anyone holds it. Only for the thread that shows it.
 *
 * Returns: (transfer full): the item
 */
TlTimelineItem *
tl_timeline_plan_get_item (TlTimelinePlan *plan,
                           guint           position)
{
  TlTimelineItem *self = g_hash_table_lookup (plan->alive, GUINT_TO_POINTER (position));

  g_return_val_if_fail (position < plan->n_entries, NULL);

  if (self != NULL)
    return g_object_ref (self);
  self = g_object_new (TL_TYPE_TIMELINE_ITEM, NULL);
  self->plan = tl_timeline_plan_ref (plan);
  self->position = position;
  g_hash_table_insert (plan->alive, GUINT_TO_POINTER (position), self);

  return self;
}

const TlTimelinePlan *
tl_timeline_item_get_plan (TlTimelineItem *self)
{
  return self->plan;
}

guint
tl_timeline_item_get_position (TlTimelineItem *self)
{
  return self->position;
}

const TlTimelineEntry *
tl_timeline_item_get_entry (TlTimelineItem *self)
{
  return &self->plan->entries[self->position];
}

/**
 * tl_timeline_item_get_risk:
 * @self: an item
 *
 * Returns: (nullable): the risk that it belongs to, or the first of several
 */
const TlRiskJudgement *
tl_timeline_item_get_risk (TlTimelineItem *self)
{
  guint risk = tl_timeline_item_get_entry (self)->risk;

  return risk != TL_TIMELINE_NO_RISK ? tl_assessment_get_risk (self->plan->assessment, risk) : NULL;
}

TlTimelineKind
tl_timeline_item_get_kind (TlTimelineItem *self)
{
  return tl_timeline_item_get_entry (self)->kind;
}

/**
 * tl_timeline_item_get_date:
 * @self: an item
 *
 * Returns: its day, or the first of its days
 */
TlDay
tl_timeline_item_get_date (TlTimelineItem *self)
{
  return tl_timeline_item_get_entry (self)->date;
}

/**
 * tl_timeline_item_get_until:
 * @self: an item
 *
 * Returns: the last of its days
 */
TlDay
tl_timeline_item_get_until (TlTimelineItem *self)
{
  return tl_timeline_item_get_entry (self)->until;
}

const char *
tl_timeline_item_get_text (TlTimelineItem *self)
{
  if (self->text == NULL)
    self->text = tl_timeline_words_text (self->plan, tl_timeline_item_get_entry (self));
  return self->text;
}

/**
 * tl_timeline_item_get_says:
 * @self: an item
 *
 * Returns: its verdict, where an action stands, the length of a silence, what was decided: a few words, maybe none
 */
const char *
tl_timeline_item_get_says (TlTimelineItem *self)
{
  if (self->says == NULL)
    self->says = tl_timeline_words_says (self->plan, tl_timeline_item_get_entry (self));
  return self->says;
}

TlVerdict
tl_timeline_item_get_verdict (TlTimelineItem *self)
{
  return tl_timeline_item_get_entry (self)->verdict;
}

TlEvidenceKind
tl_timeline_item_get_evidence_kind (TlTimelineItem *self)
{
  return tl_timeline_item_get_entry (self)->evidence_kind;
}
