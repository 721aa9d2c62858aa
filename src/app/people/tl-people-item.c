/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-people-item.h"

#include <string.h>

struct _TlPeopleItem
{
  GObject parent_instance;

  TlTable table;
  TlId id;
  char *title;
  char *detail;
  char *duties;
  guint depth;
  gboolean ended;
};

typedef enum
{
  PROP_TITLE = 1,
  PROP_DETAIL,
  PROP_DUTIES,
  PROP_ENDED,
} TlPeopleItemProperty;

static GParamSpec *properties[PROP_ENDED + 1];

G_DEFINE_FINAL_TYPE (TlPeopleItem, tl_people_item, G_TYPE_OBJECT)

static void
tl_people_item_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  TlPeopleItem *self = TL_PEOPLE_ITEM (object);

  switch ((TlPeopleItemProperty) id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_DETAIL:
      g_value_set_string (value, self->detail);
      break;
    case PROP_DUTIES:
      g_value_set_string (value, self->duties);
      break;
    case PROP_ENDED:
      g_value_set_boolean (value, self->ended);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_people_item_finalize (GObject *object)
{
  TlPeopleItem *self = TL_PEOPLE_ITEM (object);

  g_free (self->title);
  g_free (self->detail);
  g_free (self->duties);

  G_OBJECT_CLASS (tl_people_item_parent_class)->finalize (object);
}

static void
tl_people_item_class_init (TlPeopleItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tl_people_item_get_property;
  object_class->finalize = tl_people_item_finalize;

  /**
   * TlPeopleItem:title:
   *
   * What it is called.
   */
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /**
   * TlPeopleItem:detail:
   *
   * What tells it from others: ref, role, kind.
   */
  properties[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /**
   * TlPeopleItem:duties:
   *
   * What a person answers for; empty for nothing.
   */
  properties[PROP_DUTIES] = g_param_spec_string ("duties", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /**
   * TlPeopleItem:ended:
   *
   * Whether its time is over.
   */
  properties[PROP_ENDED] = g_param_spec_boolean ("ended", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
tl_people_item_init (TlPeopleItem *self)
{
}

/**
 * tl_people_item_new:
 * @table: what it is: a person, a place or a forum
 * @id: the row's id
 * @title: what it is called
 * @detail: what tells it from others
 * @duties: what a person answers for
 * @depth: within how many others a place lies
 * @ended: whether its time is over
 *
 * Returns: (transfer full): an item
 */
TlPeopleItem *
tl_people_item_new (TlTable     table,
                    const TlId *id,
                    const char *title,
                    const char *detail,
                    const char *duties,
                    guint       depth,
                    gboolean    ended)
{
  TlPeopleItem *self = g_object_new (TL_TYPE_PEOPLE_ITEM, NULL);

  self->table = table;
  self->id = *id;
  self->title = g_strdup (title);
  self->detail = g_strdup (detail);
  self->duties = g_strdup (duties);
  self->depth = depth;
  self->ended = ended;
  return self;
}

/**
 * tl_people_item_get_table:
 * @self: an item
 *
 * Returns: what it is
 */
TlTable
tl_people_item_get_table (TlPeopleItem *self)
{
  return self->table;
}

/**
 * tl_people_item_get_id:
 * @self: an item
 *
 * Returns: (transfer none): the row's id
 */
const TlId *
tl_people_item_get_id (TlPeopleItem *self)
{
  return &self->id;
}

/**
 * tl_people_item_get_depth:
 * @self: an item
 *
 * Returns: within how many others a place lies
 */
guint
tl_people_item_get_depth (TlPeopleItem *self)
{
  return self->depth;
}

/**
 * tl_people_item_equal:
 * @self: an item
 * @other: another one
 *
 * Returns: whether both say the same of the same row
 */
gboolean
tl_people_item_equal (TlPeopleItem *self,
                      TlPeopleItem *other)
{
  return tl_id_equal (&self->id, &other->id) && self->depth == other->depth && self->ended == other->ended
         && g_str_equal (self->title, other->title) && g_str_equal (self->detail, other->detail)
         && g_str_equal (self->duties, other->duties);
}

static gboolean
holds (const char *text,
       const char *folded)
{
  g_autofree char *own = g_utf8_casefold (text, -1);

  return strstr (own, folded) != NULL;
}

/**
 * tl_people_item_matches:
 * @self: an item
 * @folded: what is searched for, its case folded
 *
 * Returns: whether it is found
 */
gboolean
tl_people_item_matches (TlPeopleItem *self,
                        const char   *folded)
{
  return *folded == '\0' || holds (self->title, folded) || holds (self->detail, folded) || holds (self->duties, folded);
}
