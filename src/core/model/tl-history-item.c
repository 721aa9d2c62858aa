/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-history-item.h"

#include "tl-store-error.h"

struct _TlHistoryItem
{
  GObject parent_instance;

  TlHistoryMark mark;
  TlHistoryEntry *entry;
  GError *problem;
  gboolean expanded;
};

typedef enum
{
  PROP_ENTRY = 1,
  PROP_PROBLEM,
  PROP_EXPANDED,
} TlHistoryItemProperty;

static GParamSpec *properties[PROP_EXPANDED + 1];

G_DEFINE_FINAL_TYPE (TlHistoryItem, tl_history_item, G_TYPE_OBJECT)

static void
tl_history_item_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  TlHistoryItem *self = TL_HISTORY_ITEM (object);

  switch ((TlHistoryItemProperty) id)
    {
    case PROP_ENTRY:
      g_value_set_object (value, self->entry);
      break;
    case PROP_PROBLEM:
      g_value_set_string (value, tl_history_item_get_problem (self));
      break;
    case PROP_EXPANDED:
      g_value_set_boolean (value, self->expanded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_history_item_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  TlHistoryItem *self = TL_HISTORY_ITEM (object);

  switch ((TlHistoryItemProperty) id)
    {
    case PROP_EXPANDED:
      tl_history_item_set_expanded (self, g_value_get_boolean (value));
      break;
    case PROP_ENTRY:
    case PROP_PROBLEM:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_history_item_finalize (GObject *object)
{
  TlHistoryItem *self = TL_HISTORY_ITEM (object);

  g_clear_object (&self->entry);
  g_clear_error (&self->problem);

  G_OBJECT_CLASS (tl_history_item_parent_class)->finalize (object);
}

static void
tl_history_item_class_init (TlHistoryItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tl_history_item_get_property;
  object_class->set_property = tl_history_item_set_property;
  object_class->finalize = tl_history_item_finalize;

  /**
   * TlHistoryItem:entry:
   *
   * What the change did, %NULL until it has been read.
   */
  properties[PROP_ENTRY] = g_param_spec_object ("entry", NULL, NULL, TL_TYPE_HISTORY_ENTRY,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /**
   * TlHistoryItem:problem:
   *
   * Why it can't be read, or couldn't be taken back; %NULL for no reason.
   */
  properties[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /**
   * TlHistoryItem:expanded:
   *
   * Whether each field is shown.
   */
  properties[PROP_EXPANDED] = g_param_spec_boolean ("expanded", NULL, NULL, FALSE,
                                                    G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
tl_history_item_init (TlHistoryItem *self)
{
}

/**
 * tl_history_item_new:
 * @mark: a change
 *
 * Returns: (transfer full): the change, not yet read
 */
TlHistoryItem *
tl_history_item_new (const TlHistoryMark *mark)
{
  TlHistoryItem *self = g_object_new (TL_TYPE_HISTORY_ITEM, NULL);

  self->mark = *mark;
  return self;
}

/**
 * tl_history_item_get_id:
 * @self: a change
 *
 * Returns: (transfer none): its id
 */
const TlDigest *
tl_history_item_get_id (TlHistoryItem *self)
{
  return &self->mark.id;
}

/**
 * tl_history_item_get_time:
 * @self: a change
 *
 * Returns: when it was made, in milliseconds since 1970, UTC
 */
gint64
tl_history_item_get_time (TlHistoryItem *self)
{
  return self->mark.time;
}

/**
 * tl_history_item_get_day:
 * @self: a change
 *
 * Returns: the day when it was made, by this computer's clock
 */
TlDay
tl_history_item_get_day (TlHistoryItem *self)
{
  return self->mark.day;
}

/**
 * tl_history_item_get_entry:
 * @self: a change
 *
 * Returns: (transfer none) (nullable): what it did, %NULL until it has been read
 */
TlHistoryEntry *
tl_history_item_get_entry (TlHistoryItem *self)
{
  return self->entry;
}

/**
 * tl_history_item_set_entry:
 * @self: a change
 * @entry: what it did
 *
 * Takes note of what was read.
 */
void
tl_history_item_set_entry (TlHistoryItem  *self,
                           TlHistoryEntry *entry)
{
  if (g_set_object (&self->entry, entry))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENTRY]);
}

/**
 * tl_history_item_get_problem:
 * @self: a change
 *
 * Returns: (transfer none) (nullable): why it can't be read, or couldn't be taken back
 */
const char *
tl_history_item_get_problem (TlHistoryItem *self)
{
  return self->problem != NULL ? self->problem->message : NULL;
}

/**
 * tl_history_item_set_problem:
 * @self: a change
 * @error: (nullable): why it can't be read, or couldn't be taken back; %NULL when that is over
 *
 * Takes note of what is wrong with it.
 */
void
tl_history_item_set_problem (TlHistoryItem *self,
                             const GError  *error)
{
  if (error == NULL && self->problem == NULL)
    return;
  g_clear_error (&self->problem);
  self->problem = error != NULL ? g_error_copy (error) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

/**
 * tl_history_item_get_in_the_way:
 * @self: a change that couldn't be taken back
 * @change: (out): the id of the later change that is in the way
 *
 * Returns: whether there is one
 */
gboolean
tl_history_item_get_in_the_way (TlHistoryItem *self,
                                TlDigest      *change)
{
  return tl_store_error_get_change (self->problem, change);
}

/**
 * tl_history_item_get_expanded:
 * @self: a change
 *
 * Returns: whether each field is shown
 */
gboolean
tl_history_item_get_expanded (TlHistoryItem *self)
{
  return self->expanded;
}

/**
 * tl_history_item_set_expanded:
 * @self: a change
 * @expanded: whether each field is to be shown
 *
 * Shows each field, or only the sentence.
 */
void
tl_history_item_set_expanded (TlHistoryItem *self,
                              gboolean       expanded)
{
  if (self->expanded == expanded)
    return;
  self->expanded = expanded;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXPANDED]);
}
