/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-draft-private.h"

#include "tl-format.h"

#include <math.h>

/* What was typed or chosen in the fields of a draft. */

/**
 * tl_draft_get_text:
 * @self: a draft
 * @column: a field of its table
 *
 * Returns: (transfer none): what was typed; of a word the word itself; empty where nothing was
 */
const char *
tl_draft_get_text (TlDraft    *self,
                   const char *column)
{
  TlDraftField *field = tl_draft_find_field (self, column);

  g_return_val_if_fail (field != NULL, "");

  return field->text;
}

/**
 * tl_draft_set_text:
 * @self: a draft
 * @column: a field of its table
 * @text: (nullable): what was typed
 *
 * Takes what was typed, whatever it is. A name typed where a person could be chosen takes the person's place.
 */
void
tl_draft_set_text (TlDraft    *self,
                   const char *column,
                   const char *text)
{
  TlDraftField *field = tl_draft_find_field (self, column);
  g_autofree char *valid = NULL;
  gboolean chosen;

  g_return_if_fail (field != NULL);
  g_return_if_fail (field->field->type != TL_FIELD_LINK && field->field->type != TL_FIELD_LINKS);

  valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  chosen = field->links->len > 0;
  g_array_set_size (field->links, 0);
  if (g_set_str (&field->text, valid) || chosen)
    tl_draft_emit_changed (self, field);
}

/* What a field says; nothing while it can't be read. */
static void
read_field (TlDraft    *self,
            const char *column,
            TlValue    *value)
{
  TlDraftField *field = tl_draft_find_field (self, column);
  g_autofree char *message = NULL;

  g_return_if_fail (field != NULL);

  if (!tl_draft_field_read (field, tl_workbook_get_today (self->workbook), value, &message))
    tl_value_clear (value);
}

/**
 * tl_draft_get_day:
 * @self: a draft
 * @column: a day of its table
 *
 * Returns: the day, %TL_NO_DAY where none was typed that can be read
 */
TlDay
tl_draft_get_day (TlDraft    *self,
                  const char *column)
{
  g_auto (TlValue) value = TL_VALUE_INIT;
  TlDay day;

  read_field (self, column, &value);
  return value.type == TL_VALUE_TEXT && tl_day_from_iso (value.text, &day) ? day : TL_NO_DAY;
}

/**
 * tl_draft_set_day:
 * @self: a draft
 * @column: a day of its table
 * @day: the day, %TL_NO_DAY for none
 *
 * Writes a day into a field.
 */
void
tl_draft_set_day (TlDraft    *self,
                  const char *column,
                  TlDay       day)
{
  g_autofree char *text = day != TL_NO_DAY ? tl_format_day_long (day) : NULL;

  tl_draft_set_text (self, column, text);
}

/**
 * tl_draft_get_number:
 * @self: a draft
 * @column: a number of its table
 *
 * Returns: the number, %NAN where none was typed that can be read
 */
double
tl_draft_get_number (TlDraft    *self,
                     const char *column)
{
  g_auto (TlValue) value = TL_VALUE_INIT;

  read_field (self, column, &value);
  if (value.type == TL_VALUE_INTEGER)
    return (double) value.integer;
  return value.type == TL_VALUE_REAL ? value.real : NAN;
}

/**
 * tl_draft_get_word:
 * @self: a draft
 * @column: a word of its table
 *
 * Returns: its value in the fixed list, 0 where none was chosen
 */
int
tl_draft_get_word (TlDraft    *self,
                   const char *column)
{
  TlDraftField *field = tl_draft_find_field (self, column);
  int word;

  g_return_val_if_fail (field != NULL && field->field->type == TL_FIELD_WORD, 0);

  return *field->text != '\0' && tl_word_find (field->field->words (), field->text, &word) ? word : 0;
}

/**
 * tl_draft_set_word:
 * @self: a draft
 * @column: a word of its table
 * @word: its value in the fixed list, 0 for none
 *
 * Chooses a word.
 */
void
tl_draft_set_word (TlDraft    *self,
                   const char *column,
                   int         word)
{
  TlDraftField *field = tl_draft_find_field (self, column);

  g_return_if_fail (field != NULL && field->field->type == TL_FIELD_WORD);

  tl_draft_set_text (self, column, word != 0 ? tl_word_get (field->field->words (), word) : NULL);
}

/**
 * tl_draft_get_n_links:
 * @self: a draft
 * @column: a field of its table that holds rows, or a person
 *
 * Returns: how many were chosen
 */
guint
tl_draft_get_n_links (TlDraft    *self,
                      const char *column)
{
  TlDraftField *field = tl_draft_find_field (self, column);

  g_return_val_if_fail (field != NULL, 0);

  return field->links->len;
}

/**
 * tl_draft_get_link:
 * @self: a draft
 * @column: a field of its table that holds rows, or a person
 * @index: which one
 *
 * Returns: (transfer none) (nullable): the id of what was chosen
 */
const TlId *
tl_draft_get_link (TlDraft    *self,
                   const char *column,
                   guint       index)
{
  TlDraftField *field = tl_draft_find_field (self, column);

  g_return_val_if_fail (field != NULL, NULL);

  return index < field->links->len ? &g_array_index (field->links, TlId, index) : NULL;
}

/**
 * tl_draft_get_facts:
 * @self: a draft
 * @column: a field of its table that holds a row, or a person
 *
 * Returns: (transfer none) (nullable): what is known now of the row that was chosen; not to be kept
 */
gconstpointer
tl_draft_get_facts (TlDraft    *self,
                    const char *column)
{
  const TlId *id = tl_draft_get_link (self, column, 0);
  const TlField *field = tl_layout_find_field (self->table, column);

  if (id == NULL)
    return NULL;
  return tl_snapshot_find (tl_draft_get_snapshot (self), field->type == TL_FIELD_WHO ? TL_TABLE_PERSON : field->target, id);
}

/**
 * tl_draft_set_link:
 * @self: a draft
 * @column: a field of its table that holds a row, or a person
 * @target: (nullable): the id of what is chosen
 *
 * Chooses a row, or none.
 */
void
tl_draft_set_link (TlDraft    *self,
                   const char *column,
                   const TlId *target)
{
  TlDraftField *field = tl_draft_find_field (self, column);
  const TlId *now = tl_draft_get_link (self, column, 0);
  gboolean same = field != NULL && field->links->len == (target != NULL ? 1 : 0)
                  && (target == NULL || tl_id_equal (now, target));

  g_return_if_fail (field != NULL);
  g_return_if_fail (field->field->type >= TL_FIELD_LINK);

  if (same && *field->text == '\0')
    return;
  g_set_str (&field->text, "");
  g_array_set_size (field->links, 0);
  if (target != NULL)
    g_array_append_vals (field->links, target, 1);
  tl_draft_emit_changed (self, field);
}

/**
 * tl_draft_add_link:
 * @self: a draft
 * @column: a field of its table that holds several rows
 * @target: the id of one more
 *
 * Chooses one more row; one that is chosen already isn't twice.
 */
void
tl_draft_add_link (TlDraft    *self,
                   const char *column,
                   const TlId *target)
{
  TlDraftField *field = tl_draft_find_field (self, column);

  g_return_if_fail (field != NULL && field->field->type == TL_FIELD_LINKS);

  for (guint i = 0; i < field->links->len; i++)
    {
      if (tl_id_equal (&g_array_index (field->links, TlId, i), target))
        return;
    }
  g_array_append_vals (field->links, target, 1);
  tl_draft_emit_changed (self, field);
}

/**
 * tl_draft_remove_link:
 * @self: a draft
 * @column: a field of its table that holds several rows
 * @target: the id of one that was chosen
 *
 * Takes a row out again.
 */
void
tl_draft_remove_link (TlDraft    *self,
                      const char *column,
                      const TlId *target)
{
  TlDraftField *field = tl_draft_find_field (self, column);

  g_return_if_fail (field != NULL && field->field->type == TL_FIELD_LINKS);

  for (guint i = 0; i < field->links->len; i++)
    {
      if (!tl_id_equal (&g_array_index (field->links, TlId, i), target))
        continue;
      g_array_remove_index (field->links, i);
      tl_draft_emit_changed (self, field);
      return;
    }
}
