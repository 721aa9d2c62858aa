/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-record-private.h"
#include "tl-record-set.h"

#include "tl-action.h"
#include "tl-measure.h"
#include "tl-person.h"
#include "tl-place.h"
#include "tl-risk.h"

#include <math.h>
#include <string.h>

typedef enum
{
  PROP_REF = 1,
  FIRST_FIELD_PROPERTY,
} TlRecordProperty;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TlRecord, tl_record, G_TYPE_OBJECT)

TlRecordPrivate *
tl_record_get_private (TlRecord *self)
{
  return tl_record_get_instance_private (self);
}

static const TlTableLayout *
get_layout (TlRecord *self)
{
  return tl_layout_get (TL_RECORD_GET_CLASS (self)->table);
}

static const TlRecordSlot *
find_slot (TlRecord   *self,
           const char *column)
{
  const TlTableLayout *layout = get_layout (self);
  const TlField *field = tl_layout_find_field (TL_RECORD_GET_CLASS (self)->table, column);

  g_return_val_if_fail (field != NULL, NULL);
  return &tl_record_get_private (self)->slots[field - layout->fields];
}

/* Which of a field's values a column is, NULL when it is none of them. */
static TlValue *
find_value (TlRecord      *self,
            const TlField *field,
            const char    *column,
            TlRecordSlot  *slot)
{
  gsize length = strlen (field->column);

  if (field->type != TL_FIELD_WHO)
    return strcmp (field->column, column) == 0 ? &slot->first : NULL;
  if (strncmp (field->column, column, length) != 0)
    return NULL;
  if (strcmp (column + length, "_person") == 0)
    return &slot->first;
  return strcmp (column + length, "_text") == 0 ? &slot->second : NULL;
}

static TlRecord *
find_target (TlRecord      *self,
             TlTable        target,
             const TlValue *value)
{
  TlRecordPrivate *priv = tl_record_get_private (self);
  TlId id;

  if (priv->set == NULL || !tl_value_get_id (value, &id))
    return NULL;
  return tl_record_set_find (priv->set, target, &id);
}

static const char *
get_who (TlRecord           *self,
         const TlRecordSlot *slot)
{
  TlRecord *person = find_target (self, TL_TABLE_PERSON, &slot->first);

  if (person != NULL)
    return tl_person_get_name (TL_PERSON (person));
  return slot->second.type == TL_VALUE_TEXT ? slot->second.text : NULL;
}

static double
get_number (const TlValue *value)
{
  if (value->type == TL_VALUE_REAL)
    return value->real;
  return value->type == TL_VALUE_INTEGER ? (double) value->integer : NAN;
}

static void
get_field (TlRecord           *self,
           const TlField      *field,
           const TlRecordSlot *slot,
           GValue             *value)
{
  const char *text = slot->first.type == TL_VALUE_TEXT ? slot->first.text : NULL;
  TlDay day = TL_NO_DAY;
  int word = 0;

  switch (field->type)
    {
    case TL_FIELD_TEXT:
    case TL_FIELD_TEXTS:
      g_value_set_string (value, text);
      break;
    case TL_FIELD_DAY:
      if (text != NULL)
        tl_day_from_iso (text, &day);
      g_value_take_boxed (value, tl_day_to_date (day));
      break;
    case TL_FIELD_NUMBER:
      g_value_set_double (value, get_number (&slot->first));
      break;
    case TL_FIELD_WHOLE:
      g_value_set_int (value, slot->first.type == TL_VALUE_INTEGER ? (int) slot->first.integer : 0);
      break;
    case TL_FIELD_WORD:
      if (text != NULL)
        tl_word_find (field->words (), text, &word);
      g_value_set_enum (value, word);
      break;
    case TL_FIELD_LINK:
      g_value_set_object (value, find_target (self, field->target, &slot->first));
      break;
    case TL_FIELD_WHO:
      g_value_set_string (value, get_who (self, slot));
      break;
    case TL_FIELD_LINKS:
    default:
      g_assert_not_reached ();
    }
}

static void
tl_record_get_property (GObject    *object,
                        guint       id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  TlRecord *self = TL_RECORD (object);
  TlRecordPrivate *priv = tl_record_get_private (self);
  const TlTableLayout *layout = get_layout (self);

  if (id == PROP_REF)
    g_value_set_string (value, priv->ref);
  else if (id - FIRST_FIELD_PROPERTY < layout->n_fields)
    get_field (self, &layout->fields[id - FIRST_FIELD_PROPERTY], &priv->slots[id - FIRST_FIELD_PROPERTY], value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tl_record_finalize (GObject *object)
{
  TlRecord *self = TL_RECORD (object);
  TlRecordPrivate *priv = tl_record_get_private (self);

  for (guint i = 0; priv->slots != NULL && i < get_layout (self)->n_fields; i++)
    {
      tl_value_clear (&priv->slots[i].first);
      tl_value_clear (&priv->slots[i].second);
    }
  g_free (priv->slots);
  g_free (priv->ref);
  g_clear_weak_pointer (&priv->set);

  G_OBJECT_CLASS (tl_record_parent_class)->finalize (object);
}

static void
tl_record_constructed (GObject *object)
{
  TlRecord *self = TL_RECORD (object);

  tl_record_get_private (self)->slots = g_new0 (TlRecordSlot, get_layout (self)->n_fields);

  G_OBJECT_CLASS (tl_record_parent_class)->constructed (object);
}

static void
tl_record_class_init (TlRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = tl_record_constructed;
  object_class->finalize = tl_record_finalize;
  object_class->get_property = tl_record_get_property;
}

static void
tl_record_init (TlRecord *self)
{
}

static GType
get_record_type (TlTable table)
{
  switch ((int) table)
    {
    case TL_TABLE_RISK:
      return TL_TYPE_RISK;
    case TL_TABLE_PERSON:
      return TL_TYPE_PERSON;
    case TL_TABLE_PLACE:
      return TL_TYPE_PLACE;
    case TL_TABLE_MEASURE:
      return TL_TYPE_MEASURE;
    case TL_TABLE_ACTION:
      return TL_TYPE_ACTION;
    default:
      /* Kept by the snapshot only: such a link has no object. */
      return TL_TYPE_RECORD;
    }
}

static GParamSpec *
make_property (const TlField *field,
               const char    *name)
{
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  switch (field->type)
    {
    case TL_FIELD_DAY:
      return g_param_spec_boxed (name, NULL, NULL, G_TYPE_DATE, flags);
    case TL_FIELD_NUMBER:
      return g_param_spec_double (name, NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
    case TL_FIELD_WHOLE:
      return g_param_spec_int (name, NULL, NULL, G_MININT, G_MAXINT, 0, flags);
    case TL_FIELD_WORD:
      return g_param_spec_enum (name, NULL, NULL, field->words (), 0, flags);
    case TL_FIELD_LINK:
      return g_param_spec_object (name, NULL, NULL, get_record_type (field->target), flags);
    case TL_FIELD_TEXT:
    case TL_FIELD_TEXTS:
    case TL_FIELD_WHO:
      return g_param_spec_string (name, NULL, NULL, NULL, flags);
    case TL_FIELD_LINKS:
    default:
      return NULL;
    }
}

static const char *
get_property_name (const TlField *field)
{
  g_autofree char *name = g_strdelimit (g_strdup (field->column), "_", '-');

  return g_intern_string (name);
}

void
tl_record_notify_field (TlRecord      *self,
                        const TlField *field)
{
  g_object_notify (G_OBJECT (self), get_property_name (field));
}

/* The database keeps 5 as 5.0 where the field is a number. */
gboolean
tl_record_is_same (const TlField *field,
                   const TlValue *a,
                   const TlValue *b)
{
  return tl_value_equal (a, b) || (field->type == TL_FIELD_NUMBER && get_number (a) == get_number (b));
}

/**
 * tl_record_class_install_fields:
 * @klass: the class of a type of record
 * @table: the table whose rows it shows
 *
 * Gives a type of record a property for each field of its table; lists of rows have none.
 */
void
tl_record_class_install_fields (TlRecordClass *klass,
                                TlTable        table)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const TlTableLayout *layout = tl_layout_get (table);

  g_assert (FIRST_FIELD_PROPERTY + layout->n_fields <= TL_RECORD_LAST_PROPERTY);

  /* Properties answer to the type that installs them, so its class needs the function too. */
  if (object_class->get_property == NULL)
    object_class->get_property = tl_record_get_property;
  klass->table = table;
  g_object_class_install_property (object_class, PROP_REF,
                                   g_param_spec_string ("ref", NULL, NULL, NULL,
                                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  for (guint i = 0; i < layout->n_fields; i++)
    {
      GParamSpec *property = make_property (&layout->fields[i], get_property_name (&layout->fields[i]));

      if (property != NULL)
        g_object_class_install_property (object_class, FIRST_FIELD_PROPERTY + i, property);
    }
}

/**
 * tl_record_new:
 * @type: a type of record
 * @set: (nullable): the set in which links find their rows; it must outlive the record, or be forgotten by it
 * @id: the row's id
 *
 * Returns: (transfer full): a record without values
 */
TlRecord *
tl_record_new (GType        type,
               TlRecordSet *set,
               const TlId  *id)
{
  TlRecord *self = g_object_new (type, NULL);
  TlRecordPrivate *priv = tl_record_get_private (self);

  priv->id = *id;
  g_set_weak_pointer (&priv->set, set);
  return self;
}

/**
 * tl_record_set_column:
 * @self: a record
 * @column: a column of its table in the database; one it doesn't know is ignored
 * @value: its value
 *
 * Takes over what a change set, and tells if it is something else than before.
 */
void
tl_record_set_column (TlRecord      *self,
                      const char    *column,
                      const TlValue *value)
{
  TlRecordPrivate *priv = tl_record_get_private (self);
  const TlTableLayout *layout = get_layout (self);

  if (strcmp (column, "ref") == 0)
    {
      if (g_set_str (&priv->ref, value->type == TL_VALUE_TEXT ? value->text : NULL))
        g_object_notify (G_OBJECT (self), "ref");
      return;
    }

  for (guint i = 0; i < layout->n_fields; i++)
    {
      TlValue *mine = find_value (self, &layout->fields[i], column, &priv->slots[i]);

      if (mine == NULL || tl_record_is_same (&layout->fields[i], mine, value))
        continue;
      tl_value_copy (value, mine);
      tl_record_notify_field (self, &layout->fields[i]);
    }
}

/**
 * tl_record_compare:
 * @a: a record
 * @b: another record
 *
 * Returns: less than, equal to or greater than zero, by ref as people count, then by id
 */
int
tl_record_compare (TlRecord *a,
                   TlRecord *b)
{
  int order = tl_facts_compare_refs (tl_record_get_private (a)->ref, tl_record_get_private (b)->ref);

  return order != 0 ? order : tl_id_compare (&tl_record_get_private (a)->id, &tl_record_get_private (b)->id);
}

/**
 * tl_record_get_id:
 * @self: a record
 *
 * Returns: (transfer none): the row's id
 */
const TlId *
tl_record_get_id (TlRecord *self)
{
  return &tl_record_get_private (self)->id;
}

/**
 * tl_record_get_table:
 * @self: a record
 *
 * Returns: the table it is a row of
 */
TlTable
tl_record_get_table (TlRecord *self)
{
  return TL_RECORD_GET_CLASS (self)->table;
}

/**
 * tl_record_get_ref:
 * @self: a record
 *
 * Returns: (nullable): the user's own ref
 */
const char *
tl_record_get_ref (TlRecord *self)
{
  return tl_record_get_private (self)->ref;
}

/**
 * tl_record_get_text:
 * @self: a record
 * @column: a field of type text or texts
 *
 * Returns: (nullable): its text
 */
const char *
tl_record_get_text (TlRecord   *self,
                    const char *column)
{
  const TlRecordSlot *slot = find_slot (self, column);

  return slot->first.type == TL_VALUE_TEXT ? slot->first.text : NULL;
}

/**
 * tl_record_get_day:
 * @self: a record
 * @column: a field of type day
 *
 * Returns: its day, %TL_NO_DAY when it has none
 */
TlDay
tl_record_get_day (TlRecord   *self,
                   const char *column)
{
  const char *text = tl_record_get_text (self, column);
  TlDay day = TL_NO_DAY;

  if (text != NULL)
    tl_day_from_iso (text, &day);
  return day;
}

/**
 * tl_record_get_word:
 * @self: a record
 * @column: a field of type word
 *
 * Returns: its value in the field's list, 0 when not said
 */
int
tl_record_get_word (TlRecord   *self,
                    const char *column)
{
  const char *text = tl_record_get_text (self, column);
  const TlField *field = tl_layout_find_field (tl_record_get_table (self), column);
  int word = 0;

  if (text != NULL)
    tl_word_find (field->words (), text, &word);
  return word;
}

/**
 * tl_record_get_link:
 * @self: a record
 * @column: a field of type link
 *
 * Returns: (transfer none) (nullable): the row it points to
 */
TlRecord *
tl_record_get_link (TlRecord   *self,
                    const char *column)
{
  const TlField *field = tl_layout_find_field (tl_record_get_table (self), column);

  return find_target (self, field->target, &find_slot (self, column)->first);
}
