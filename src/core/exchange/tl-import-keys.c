/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-import-plan-private.h"

#include <glib/gi18n-lib.h>

#include "tl-field-text.h"

#define KEY_HEADING "Key"
#define VALUE_HEADING "Value"

/* The Workbook sheet. */
typedef struct
{
  TlImportWork *work;
  TlSheet *sheet;
  int key_column;
  int value_column;
  GHashTable *seen;
} Keys;

static void
tell (Keys       *self,
      guint       row,
      const char *column,
      const char *message)
{
  tl_import_tell_sheet (self->work, TL_WORKBOOK_SHEET, tl_sheet_get_row_number (self->sheet, row), column, message,
                        FALSE);
  self->work->plan->counts[TL_IMPORT_WORKBOOK].left_out++;
}

static gboolean
find_columns (Keys *self)
{
  for (guint i = 0; i < tl_sheet_get_n_columns (self->sheet); i++)
    {
      const char *heading = tl_sheet_get_heading (self->sheet, i);

      if (g_ascii_strcasecmp (heading, KEY_HEADING) == 0)
        self->key_column = (int) i;
      else if (g_ascii_strcasecmp (heading, VALUE_HEADING) == 0)
        self->value_column = (int) i;
    }
  if (self->key_column >= 0 && self->value_column >= 0)
    return TRUE;
  tl_import_tell_sheet (self->work, TL_WORKBOOK_SHEET, 0, NULL, _("there must be the columns \"Key\" and \"Value\""),
                        FALSE);
  return FALSE;
}

/* Returns: (nullable): the key in its own spelling */
static const char *
find_key (const char *written)
{
  const char * const *keys = tl_snapshot_list_keys ();

  for (guint i = 0; keys[i] != NULL; i++)
    {
      if (g_ascii_strcasecmp (keys[i], written) == 0)
        return keys[i];
    }
  return NULL;
}

/* Returns: (transfer full) (nullable): the value as it is kept */
static char *
read_value (const char  *key,
            const char  *written,
            char       **message)
{
  g_autofree char *value = g_strdup (written);
  g_autofree char *quoted = NULL;
  g_autofree char *expected = NULL;
  int flag;
  TlDay day;

  if (!tl_field_text_check (written, message))
    return NULL;
  if (g_str_equal (key, TL_KEY_TODAY))
    {
      if (!tl_field_text_read_day (written, &day, message))
        return NULL;
      g_free (value);
      value = g_malloc (TL_DAY_ISO_LENGTH + 1);
      tl_day_to_iso (day, value);
    }
  if (!tl_snapshot_check_key (key, value, &expected))
    {
      quoted = tl_field_text_quote (written);
      *message = g_strdup_printf (_("%s is not %s"), quoted, expected);
      return NULL;
    }
  /* Only the flags are written in more than one way. */
  if (!g_str_equal (key, TL_KEY_PROVIDER) && !g_str_equal (key, TL_KEY_FRAMEWORK)
      && tl_word_find (TL_TYPE_FLAG, value, &flag))
    return g_strdup (tl_word_get (TL_TYPE_FLAG, flag));
  return g_steal_pointer (&value);
}

static void
write_key (Keys       *self,
           const char *key,
           const char *value)
{
  TlImportCounts *counts = &self->work->plan->counts[TL_IMPORT_WORKBOOK];
  TlChange *change = self->work->plan->change;
  const char *now = tl_snapshot_get_key (self->work->existing, key);
  TlId id = tl_setting_get_id (self->work->document, key);

  if (g_strcmp0 (now, value) == 0)
    {
      counts->unchanged++;
      return;
    }
  if (now == NULL)
    {
      tl_change_add_row (change, TL_SETTING_TABLE, &id);
      tl_change_set_text (change, TL_SETTING_TABLE, &id, TL_SETTING_KEY, key);
      counts->added++;
    }
  else
    {
      counts->changed++;
    }
  if (value != NULL)
    tl_change_set_text (change, TL_SETTING_TABLE, &id, TL_SETTING_VALUE, value);
  else
    tl_change_remove_row (change, TL_SETTING_TABLE, &id);
}

static void
read_row (Keys *self,
          guint row)
{
  const char *written = tl_sheet_get_cell (self->sheet, row, (guint) self->key_column);
  const char *text = tl_sheet_get_cell (self->sheet, row, (guint) self->value_column);
  const char *key = find_key (written);
  g_autofree char *message = NULL;
  g_autofree char *value = NULL;

  if (*written == '\0')
    {
      tell (self, row, KEY_HEADING, _("there must be a value here"));
      return;
    }
  if (key == NULL)
    {
      tl_import_note (self->work, g_strdup_printf (_("%s: the key \"%s\" isn't known, and was left out"),
                                                   TL_WORKBOOK_SHEET, written));
      return;
    }
  if (!g_hash_table_add (self->seen, (gpointer) key))
    {
      tell (self, row, KEY_HEADING, _("this key is there twice"));
      return;
    }
  if (*text != '\0')
    value = read_value (key, text, &message);
  if (message != NULL)
    tell (self, row, VALUE_HEADING, message);
  else
    write_key (self, key, value);
}

/**
 * tl_import_keys_add:
 * @work: a plan in the making
 *
 * Reads the Workbook sheet, reports what is wrong with it, and adds to the change what it changes.
 */
void
tl_import_keys_add (TlImportWork *work)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  Keys self = { work, work->workbook, -1, -1, seen };

  if (work->workbook == NULL || tl_sheet_get_n_rows (work->workbook) == 0 || !find_columns (&self))
    return;
  for (guint i = 0; i < tl_sheet_get_n_rows (work->workbook); i++)
    read_row (&self, i);
}
