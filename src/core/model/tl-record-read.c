/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-record-private.h"

#include <math.h>

static void
set_target (TlValue       *value,
            const TlFacts *target)
{
  tl_value_set_id (value, target != NULL ? &target->id : NULL);
}

static void
set_day (TlValue *value,
         TlDay    day)
{
  char iso[TL_DAY_ISO_LENGTH + 1] = "";

  if (day == TL_NO_DAY)
    return;
  tl_day_to_iso (day, iso);
  tl_value_set_text (value, iso);
}

static void
set_texts (TlValue  *value,
           char    **texts)
{
  if (texts != NULL && *texts != NULL)
    tl_value_take_text (value, g_strjoinv ("; ", texts));
}

/* A value, and of a who a second: the person, then the text. */
static void
read_field (const TlField *field,
            gconstpointer  at,
            TlValue       *value,
            TlValue       *second)
{
  const TlWho *who = at;

  switch (field->type)
    {
    case TL_FIELD_LINK:
      set_target (value, *(const TlFacts * const *) at);
      break;
    case TL_FIELD_WHO:
      set_target (value, who->person != NULL ? &who->person->base : NULL);
      tl_value_set_text (second, who->text);
      break;
    case TL_FIELD_TEXT:
      tl_value_set_text (value, *(const char * const *) at);
      break;
    case TL_FIELD_TEXTS:
      set_texts (value, *(char ** const *) at);
      break;
    case TL_FIELD_NUMBER:
      if (isfinite (*(const double *) at))
        tl_value_set_real (value, *(const double *) at);
      break;
    case TL_FIELD_DAY:
      set_day (value, *(const TlDay *) at);
      break;
    case TL_FIELD_WHOLE:
      if (*(const int *) at != 0)
        tl_value_set_integer (value, *(const int *) at);
      break;
    case TL_FIELD_WORD:
      if (*(const int *) at != 0)
        tl_value_set_text (value, tl_word_get (field->words (), *(const int *) at));
      break;
    case TL_FIELD_LINKS:
    default:
      break;
    }
}

/* The values go over to the slot. */
static void
take (TlRecord      *self,
      const TlField *field,
      TlRecordSlot  *slot,
      TlRecordSlot  *now)
{
  gboolean is_read = tl_record_get_private (self)->is_read;
  gboolean same = tl_record_is_same (field, &slot->first, &now->first) && tl_value_equal (&slot->second, &now->second);
  TlRecordSlot before = *slot;

  *slot = *now;
  tl_value_clear (&before.first);
  tl_value_clear (&before.second);
  if (is_read && !same)
    tl_record_notify_field (self, field);
}

/**
 * tl_record_read:
 * @self: a record
 * @facts: (type TlFacts): the facts of the same row
 *
 * Takes over all values of a snapshot's row, and tells which are something else than before; not the first time, when
 * there were none that anybody could have seen. Thousands are read when a workbook opens.
 */
void
tl_record_read (TlRecord      *self,
                gconstpointer  facts)
{
  TlRecordPrivate *priv = tl_record_get_private (self);
  const TlTableLayout *layout = tl_layout_get (tl_record_get_table (self));

  g_object_freeze_notify (G_OBJECT (self));
  if (g_set_str (&priv->ref, ((const TlFacts *) facts)->ref) && priv->is_read)
    g_object_notify (G_OBJECT (self), "ref");
  for (guint i = 0; i < layout->n_fields; i++)
    {
      TlRecordSlot now = { TL_VALUE_INIT, TL_VALUE_INIT };

      read_field (&layout->fields[i], (const guint8 *) facts + layout->fields[i].offset, &now.first, &now.second);
      take (self, &layout->fields[i], &priv->slots[i], &now);
    }
  priv->is_read = TRUE;
  g_object_thaw_notify (G_OBJECT (self));
}
