/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-record.h"

#include <math.h>

static void
set_id_column (TlRecord      *self,
               const char    *column,
               const TlFacts *target)
{
  g_auto (TlValue) value = TL_VALUE_INIT;

  tl_value_set_id (&value, target != NULL ? &target->id : NULL);
  tl_record_set_column (self, column, &value);
}

static void
set_text_column (TlRecord   *self,
                 const char *column,
                 const char *text)
{
  g_auto (TlValue) value = TL_VALUE_INIT;

  tl_value_set_text (&value, text);
  tl_record_set_column (self, column, &value);
}

static void
set_number_column (TlRecord   *self,
                   const char *column,
                   double      number)
{
  g_auto (TlValue) value = TL_VALUE_INIT;

  if (isfinite (number))
    tl_value_set_real (&value, number);
  tl_record_set_column (self, column, &value);
}

static void
read_simple (TlRecord      *self,
             const TlField *field,
             gconstpointer  at)
{
  g_auto (TlValue) value = TL_VALUE_INIT;
  char iso[TL_DAY_ISO_LENGTH + 1] = "";

  if (field->type == TL_FIELD_DAY && *(const TlDay *) at != TL_NO_DAY)
    {
      tl_day_to_iso (*(const TlDay *) at, iso);
      tl_value_set_text (&value, iso);
    }
  else if (field->type == TL_FIELD_WHOLE && *(const int *) at != 0)
    tl_value_set_integer (&value, *(const int *) at);
  else if (field->type == TL_FIELD_WORD && *(const int *) at != 0)
    tl_value_set_text (&value, tl_word_get (field->words (), *(const int *) at));
  else if (field->type == TL_FIELD_TEXTS && *(char ***) at != NULL && **(char ***) at != NULL)
    tl_value_take_text (&value, g_strjoinv ("; ", *(char ***) at));
  tl_record_set_column (self, field->column, &value);
}

static void
read_who (TlRecord      *self,
          const TlField *field,
          const TlWho   *who)
{
  g_autofree char *person = g_strconcat (field->column, "_person", NULL);
  g_autofree char *text = g_strconcat (field->column, "_text", NULL);

  set_id_column (self, person, who->person != NULL ? &who->person->base : NULL);
  set_text_column (self, text, who->text);
}

/**
 * tl_record_read:
 * @self: a record
 * @facts: (type TlFacts): the facts of the same row
 *
 * Takes over all values of a snapshot's row, and tells which are something else than before.
 */
void
tl_record_read (TlRecord      *self,
                gconstpointer  facts)
{
  const TlTableLayout *layout = tl_layout_get (tl_record_get_table (self));

  g_object_freeze_notify (G_OBJECT (self));
  set_text_column (self, "ref", ((const TlFacts *) facts)->ref);
  for (guint i = 0; i < layout->n_fields; i++)
    {
      const TlField *field = &layout->fields[i];
      gconstpointer at = (const guint8 *) facts + field->offset;

      if (field->type == TL_FIELD_LINK)
        set_id_column (self, field->column, *(const TlFacts * const *) at);
      else if (field->type == TL_FIELD_WHO)
        read_who (self, field, at);
      else if (field->type == TL_FIELD_TEXT)
        set_text_column (self, field->column, *(const char * const *) at);
      else if (field->type == TL_FIELD_NUMBER)
        set_number_column (self, field->column, *(const double *) at);
      else if (field->type != TL_FIELD_LINKS)
        read_simple (self, field, at);
    }
  g_object_thaw_notify (G_OBJECT (self));
}
