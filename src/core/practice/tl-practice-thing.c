/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-practice-thing.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-format.h"
#include "tl-row-words.h"

struct _TlPracticeThing
{
  GObject parent_instance;

  TlTable table;
  const TlFacts *facts;
  const TlPracticeExtract *extract;
  char *noun;
  char *title;
  char *detail;
  /* Everything that it says, to be searched; and the refs of the risks that it has to do with, ended by NULL. */
  char *words;
  GPtrArray *risks;
};

typedef enum
{
  PROP_REF = 1,
  PROP_NOUN,
  PROP_TITLE,
  PROP_DETAIL,
  PROP_SHEET,
  N_PROPERTIES
} TlPracticeThingProperty;

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (TlPracticeThing, tl_practice_thing, G_TYPE_OBJECT)

static void
tl_practice_thing_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  TlPracticeThing *self = TL_PRACTICE_THING (object);

  switch ((TlPracticeThingProperty) id)
    {
    case PROP_REF:
      g_value_set_string (value, tl_practice_thing_get_ref (self));
      break;
    case PROP_NOUN:
      g_value_set_string (value, self->noun);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_DETAIL:
      g_value_set_string (value, self->detail);
      break;
    case PROP_SHEET:
      g_value_set_string (value, tl_practice_thing_get_sheet (self));
      break;
    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_practice_thing_finalize (GObject *object)
{
  TlPracticeThing *self = TL_PRACTICE_THING (object);

  g_free (self->noun);
  g_free (self->title);
  g_free (self->detail);
  g_free (self->words);
  g_ptr_array_unref (self->risks);

  G_OBJECT_CLASS (tl_practice_thing_parent_class)->finalize (object);
}

static void
tl_practice_thing_class_init (TlPracticeThingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tl_practice_thing_get_property;
  object_class->finalize = tl_practice_thing_finalize;

  /** TlPracticeThing:ref: by which it is named */
  properties[PROP_REF] = g_param_spec_string ("ref", NULL, NULL, NULL, flags);
  /** TlPracticeThing:noun: what sort of thing it is, as "Action" */
  properties[PROP_NOUN] = g_param_spec_string ("noun", NULL, NULL, NULL, flags);
  /** TlPracticeThing:title: what people call it */
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  /** TlPracticeThing:detail: what tells it from others; may be empty */
  properties[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, NULL, flags);
  /** TlPracticeThing:sheet: what it stands among, as "Actions" */
  properties[PROP_SHEET] = g_param_spec_string ("sheet", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
tl_practice_thing_init (TlPracticeThing *self)
{
  self->risks = g_ptr_array_new_null_terminated (2, NULL, TRUE);
}

/* The ref stands beside it already. */
static char *
drop_ref (char       *detail,
          const char *ref)
{
  gsize length = strlen (ref);

  if (g_str_has_prefix (detail, ref) && g_str_has_prefix (detail + length, " · "))
    memmove (detail, detail + length + strlen (" · "), strlen (detail + length + strlen (" · ")) + 1);
  else if (g_str_equal (detail, ref))
    *detail = '\0';
  return detail;
}

/* What evidence was taken for, and what it was said to show, is for the trainee to tell. */
static char *
describe (TlTable        table,
          const TlFacts *facts)
{
  const TlEvidenceFacts *evidence = (const TlEvidenceFacts *) facts;
  g_autofree char *day = NULL, *source = NULL;

  if (table != TL_TABLE_EVIDENCE)
    return drop_ref (tl_row_words_detail (table, facts), facts->ref);
  day = evidence->date != TL_NO_DAY ? tl_format_day_long (evidence->date) : g_strdup ("");
  source = tl_format_capital (tl_word_label (TL_TYPE_SOURCE, (int) evidence->source));
  if (evidence->place != NULL && evidence->place->name != NULL)
    return g_strdup_printf ("%s · %s · %s", day, source, evidence->place->name);
  return g_strdup_printf ("%s · %s", day, source);
}

/**
 * tl_practice_thing_new:
 * @table: the table of a row, %TL_NO_TABLE for an extract
 * @facts: (nullable): the row, which must have a ref
 * @extract: (nullable): the extract, where it is one
 *
 * Returns: (transfer full): it as something to open; row or extract outlive it
 */
TlPracticeThing *
tl_practice_thing_new (TlTable                  table,
                       const TlFacts           *facts,
                       const TlPracticeExtract *extract)
{
  TlPracticeThing *self = g_object_new (TL_TYPE_PRACTICE_THING, NULL);

  self->table = table;
  self->facts = facts;
  self->extract = extract;
  if (extract != NULL)
    {
      g_autofree char *day = tl_format_day_long (extract->date);

      self->noun = g_strdup (_("Extract"));
      self->title = g_strdup (extract->title);
      self->detail = g_strdup_printf ("%s · %s", extract->from, day);
    }
  else
    {
      self->noun = tl_format_capital (tl_row_words_noun (table));
      self->title = tl_row_words_title (table, facts);
      self->detail = describe (table, facts);
    }
  return self;
}

/**
 * tl_practice_thing_get_ref:
 * @self: a thing
 *
 * Returns: the ref by which it is named
 */
const char *
tl_practice_thing_get_ref (TlPracticeThing *self)
{
  return self->extract != NULL ? self->extract->ref : self->facts->ref;
}

/**
 * tl_practice_thing_get_table:
 * @self: a thing
 *
 * Returns: the table that it is a row of, %TL_NO_TABLE for an extract
 */
TlTable
tl_practice_thing_get_table (TlPracticeThing *self)
{
  return self->table;
}

/**
 * tl_practice_thing_get_facts:
 * @self: a thing
 *
 * Returns: (transfer none) (nullable): the row, %NULL for an extract
 */
const TlFacts *
tl_practice_thing_get_facts (TlPracticeThing *self)
{
  return self->facts;
}

/**
 * tl_practice_thing_get_extract:
 * @self: a thing
 *
 * Returns: (transfer none) (nullable): the extract, %NULL for a row
 */
const TlPracticeExtract *
tl_practice_thing_get_extract (TlPracticeThing *self)
{
  return self->extract;
}

/**
 * tl_practice_thing_get_noun:
 * @self: a thing
 *
 * Returns: what sort of thing it is, as "Action"
 */
const char *
tl_practice_thing_get_noun (TlPracticeThing *self)
{
  return self->noun;
}

/**
 * tl_practice_thing_get_sheet:
 * @self: a thing
 *
 * Returns: what it stands among, as "Actions"
 */
const char *
tl_practice_thing_get_sheet (TlPracticeThing *self)
{
  return self->extract != NULL ? _("Extracts") : _(tl_layout_get (self->table)->sheet);
}

/**
 * tl_practice_thing_get_title:
 * @self: a thing
 *
 * Returns: what people call it
 */
const char *
tl_practice_thing_get_title (TlPracticeThing *self)
{
  return self->title;
}

/**
 * tl_practice_thing_get_detail:
 * @self: a thing
 *
 * Returns: what tells it from others; may be empty
 */
const char *
tl_practice_thing_get_detail (TlPracticeThing *self)
{
  return self->detail;
}

/**
 * tl_practice_thing_add_risk:
 * @self: a thing
 * @risk: ref of a risk that it has to do with, which outlives it
 */
void
tl_practice_thing_add_risk (TlPracticeThing *self,
                            const char      *risk)
{
  if (risk != NULL && !g_strv_contains ((const char * const *) self->risks->pdata, risk))
    g_ptr_array_add (self->risks, (gpointer) risk);
}

/**
 * tl_practice_thing_is_on:
 * @self: a thing
 * @risk: ref of a risk
 *
 * Returns: whether it has to do with that risk; what has to do with none by name has to do with each
 */
gboolean
tl_practice_thing_is_on (TlPracticeThing *self,
                         const char      *risk)
{
  return self->risks->len == 0 || g_strv_contains ((const char * const *) self->risks->pdata, risk);
}

/**
 * tl_practice_thing_take_words:
 * @self: a thing
 * @words: (transfer full): everything that it says
 */
void
tl_practice_thing_take_words (TlPracticeThing *self,
                              char            *words)
{
  g_free (self->words);
  self->words = g_utf8_casefold (words, -1);
  g_free (words);
}

/**
 * tl_practice_thing_has_words:
 * @self: a thing
 * @words: words with spaces between
 *
 * Returns: whether it says each of them, in whatever order
 */
gboolean
tl_practice_thing_has_words (TlPracticeThing *self,
                             const char      *words)
{
  g_autofree char *folded = g_utf8_casefold (words, -1);
  g_auto (GStrv) each = g_strsplit_set (folded, " \t\n", -1);

  for (guint i = 0; each[i] != NULL; i++)
    if (*each[i] != '\0' && (self->words == NULL || strstr (self->words, each[i]) == NULL))
      return FALSE;
  return TRUE;
}
