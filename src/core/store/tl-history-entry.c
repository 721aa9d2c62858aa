/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-history-entry-private.h"

#include <glib/gi18n-lib.h>

#include "tl-history-fields.h"
#include "tl-history-sentences.h"
#include "tl-history-words.h"
#include "tl-undo.h"

struct _TlHistoryEntry
{
  GObject parent_instance;

  TlDigest id;
  gint64 time;
  char *kind;
  char *when;
  char *clock;
  char *who;
  char *what;
  char *sentence;
  GStrv details;
  GPtrArray *fields;
  guint n_left;
  gboolean can_take_back;
};

typedef enum
{
  PROP_WHEN = 1,
  PROP_WHO,
  PROP_WHAT,
  PROP_KIND_WORDS,
  PROP_SENTENCE,
  PROP_DETAILS,
  PROP_CAN_TAKE_BACK,
} TlHistoryEntryProperty;

static GParamSpec *properties[PROP_CAN_TAKE_BACK + 1];

G_DEFINE_FINAL_TYPE (TlHistoryEntry, tl_history_entry, G_TYPE_OBJECT)

static void
tl_history_entry_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  TlHistoryEntry *self = TL_HISTORY_ENTRY (object);

  switch ((TlHistoryEntryProperty) id)
    {
    case PROP_WHEN:
      g_value_set_string (value, self->when);
      break;
    case PROP_WHO:
      g_value_set_string (value, self->who);
      break;
    case PROP_WHAT:
      g_value_set_string (value, self->what);
      break;
    case PROP_KIND_WORDS:
      g_value_set_string (value, tl_history_entry_get_kind_words (self));
      break;
    case PROP_SENTENCE:
      g_value_set_string (value, self->sentence);
      break;
    case PROP_DETAILS:
      g_value_set_boxed (value, self->details);
      break;
    case PROP_CAN_TAKE_BACK:
      g_value_set_boolean (value, self->can_take_back);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_history_entry_finalize (GObject *object)
{
  TlHistoryEntry *self = TL_HISTORY_ENTRY (object);

  g_free (self->kind);
  g_free (self->when);
  g_free (self->clock);
  g_free (self->who);
  g_free (self->what);
  g_free (self->sentence);
  g_strfreev (self->details);
  g_clear_pointer (&self->fields, g_ptr_array_unref);

  G_OBJECT_CLASS (tl_history_entry_parent_class)->finalize (object);
}

static void
tl_history_entry_class_init (TlHistoryEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = tl_history_entry_finalize;
  object_class->get_property = tl_history_entry_get_property;

  /**
   * TlHistoryEntry:when:
   *
   * When it was made, by this computer's clock.
   */
  properties[PROP_WHEN] = g_param_spec_string ("when", NULL, NULL, NULL, flags);
  /**
   * TlHistoryEntry:who:
   *
   * The name that whoever made it gave; "" for the bringing together of two copies, which nobody makes.
   */
  properties[PROP_WHO] = g_param_spec_string ("who", NULL, NULL, NULL, flags);
  /**
   * TlHistoryEntry:what:
   *
   * What was done, to be put behind a name or after “Undo: ”.
   */
  properties[PROP_WHAT] = g_param_spec_string ("what", NULL, NULL, NULL, flags);
  /**
   * TlHistoryEntry:kind-words:
   *
   * What kind of change it was, such as “Edited” or “Taken back”.
   */
  properties[PROP_KIND_WORDS] = g_param_spec_string ("kind-words", NULL, NULL, NULL, flags);
  /**
   * TlHistoryEntry:sentence:
   *
   * Who did what.
   */
  properties[PROP_SENTENCE] = g_param_spec_string ("sentence", NULL, NULL, NULL, flags);
  /**
   * TlHistoryEntry:details:
   *
   * What was done, field by field.
   */
  properties[PROP_DETAILS] = g_param_spec_boxed ("details", NULL, NULL, G_TYPE_STRV, flags);
  /**
   * TlHistoryEntry:can-take-back:
   *
   * Whether it is of a kind that can be taken back.
   */
  properties[PROP_CAN_TAKE_BACK] = g_param_spec_boolean ("can-take-back", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
tl_history_entry_init (TlHistoryEntry *self)
{
}

/**
 * tl_history_entry_new:
 * @database: a connection, in a transaction
 * @change: a change of its history
 *
 * Returns: (transfer full): the change in words
 */
TlHistoryEntry *
tl_history_entry_new (TlDatabase     *database,
                      const TlChange *change)
{
  TlHistoryEntry *self = g_object_new (TL_TYPE_HISTORY_ENTRY, NULL);
  const TlId *actor = tl_change_get_actor (change);

  self->id = *tl_change_get_id (change);
  self->time = tl_change_get_time (change);
  self->kind = g_strdup (tl_change_get_kind (change));
  self->when = tl_history_words_when (self->time);
  self->clock = tl_history_words_clock (self->time);
  self->who = actor != NULL ? tl_history_words_who (database, actor) : g_strdup ("");
  tl_history_remember_rows (database, change);
  self->what = tl_history_say_change (database, change);
  /* Translators: who, and what they did: "Meriel Achebe renamed R1 …" */
  self->sentence = actor != NULL ? g_strdup_printf (C_("history", "%1$s %2$s"), self->who, self->what)
                                 : g_strdup (_("Two copies of the workbook were brought together"));
  self->details = tl_history_say_edits (database, change);
  self->fields = tl_history_list_fields (database, change, &self->n_left);
  tl_history_forget_rows ();
  self->can_take_back = tl_undo_is_possible (change);
  return self;
}

/**
 * tl_history_entry_get_id:
 * @self: an entry
 *
 * Returns: (transfer none): the change's id
 */
const TlDigest *
tl_history_entry_get_id (TlHistoryEntry *self)
{
  return &self->id;
}

/**
 * tl_history_entry_get_time:
 * @self: an entry
 *
 * Returns: when it was made, in milliseconds since 1970, UTC
 */
gint64
tl_history_entry_get_time (TlHistoryEntry *self)
{
  return self->time;
}

/**
 * tl_history_entry_get_kind:
 * @self: an entry
 *
 * Returns: (transfer none): what command it was
 */
const char *
tl_history_entry_get_kind (TlHistoryEntry *self)
{
  return self->kind;
}

/**
 * tl_history_entry_get_when:
 * @self: an entry
 *
 * Returns: (transfer none): when it was made, by this computer's clock
 */
const char *
tl_history_entry_get_when (TlHistoryEntry *self)
{
  return self->when;
}

/**
 * tl_history_entry_get_who:
 * @self: an entry
 *
 * Returns: (transfer none): the name that whoever made it gave
 */
const char *
tl_history_entry_get_who (TlHistoryEntry *self)
{
  return self->who;
}

/**
 * tl_history_entry_get_what:
 * @self: an entry
 *
 * Returns: (transfer none): what was done
 */
const char *
tl_history_entry_get_what (TlHistoryEntry *self)
{
  return self->what;
}

/**
 * tl_history_entry_get_sentence:
 * @self: an entry
 *
 * Returns: (transfer none): who did what
 */
const char *
tl_history_entry_get_sentence (TlHistoryEntry *self)
{
  return self->sentence;
}

/**
 * tl_history_entry_get_clock:
 * @self: an entry
 *
 * Returns: (transfer none): the time of day when it was made, by this computer's clock
 */
const char *
tl_history_entry_get_clock (TlHistoryEntry *self)
{
  return self->clock;
}

/**
 * tl_history_entry_get_kind_words:
 * @self: an entry
 *
 * Returns: (transfer none): what kind of change it was
 */
const char *
tl_history_entry_get_kind_words (TlHistoryEntry *self)
{
  return tl_history_words_kind (self->kind);
}

/**
 * tl_history_entry_get_fields:
 * @self: an entry
 *
 * Returns: (transfer none) (element-type TlHistoryField): what it did to each field
 */
GPtrArray *
tl_history_entry_get_fields (TlHistoryEntry *self)
{
  return self->fields;
}

/**
 * tl_history_entry_get_n_left:
 * @self: an entry
 *
 * Returns: to how many more fields it did something, where they are too many to be listed
 */
guint
tl_history_entry_get_n_left (TlHistoryEntry *self)
{
  return self->n_left;
}

/**
 * tl_history_entry_get_details:
 * @self: an entry
 *
 * Returns: (transfer none): what was done, field by field
 */
const char * const *
tl_history_entry_get_details (TlHistoryEntry *self)
{
  return (const char * const *) self->details;
}

/**
 * tl_history_entry_get_can_take_back:
 * @self: an entry
 *
 * Returns: whether it is of a kind that can be taken back
 */
gboolean
tl_history_entry_get_can_take_back (TlHistoryEntry *self)
{
  return self->can_take_back;
}
