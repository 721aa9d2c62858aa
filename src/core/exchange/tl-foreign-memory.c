/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-foreign-memory-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-waiting.h"

/* A person imports a handful of different trackers; what hasn't been used for long makes room. */
#define MOST_BYTES (1024 * 1024)
#define MOST_SHEETS 100
#define MOST_MEANINGS 2000
#define LONGEST_TEXT 400
#define MEANINGS "Words"
#define WHO "Who"
#define SHEET "Sheet "

static void
kept_free (TlForeignKept *kept)
{
  g_strfreev (kept->headings);
  g_free (kept->fields);
  g_free (kept);
}

static void
meaning_free (TlForeignMeaning *meaning)
{
  g_free (meaning->word);
  g_free (meaning->meaning);
  g_free (meaning);
}

/**
 * tl_foreign_memory_new:
 *
 * Returns: (transfer full): nothing remembered
 */
TlForeignMemory *
tl_foreign_memory_new (void)
{
  TlForeignMemory *self = g_new0 (TlForeignMemory, 1);

  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) kept_free);
  self->meanings = g_ptr_array_new_with_free_func ((GDestroyNotify) meaning_free);
  self->who = tl_foreign_memory_begin_who ();
  return self;
}

/**
 * tl_foreign_memory_free:
 * @self: (transfer full): what is remembered
 *
 * Frees it.
 */
void
tl_foreign_memory_free (TlForeignMemory *self)
{
  g_ptr_array_unref (self->sheets);
  g_ptr_array_unref (self->meanings);
  g_ptr_array_unref (self->who);
  g_free (self);
}

static gboolean
is_short (const char *text)
{
  return strlen (text) <= LONGEST_TEXT && g_utf8_validate (text, -1, NULL);
}

static void
parse_sheet (TlForeignMemory *self,
             GKeyFile        *keys,
             const char      *group)
{
  g_autofree char *kind_name = g_key_file_get_string (keys, group, "kind", NULL);
  g_auto (GStrv) headings = g_key_file_get_string_list (keys, group, "headings", NULL, NULL);
  g_auto (GStrv) names = g_key_file_get_string_list (keys, group, "fields", NULL, NULL);
  TlForeignKind kind;
  TlForeignKept *kept;

  if (kind_name == NULL || headings == NULL || names == NULL || !tl_foreign_kind_find (kind_name, &kind)
      || g_strv_length (headings) != g_strv_length (names) || g_strv_length (headings) > TL_SHEET_MAX_COLUMNS
      || self->sheets->len >= MOST_SHEETS)
    return;
  for (guint i = 0; headings[i] != NULL; i++)
    {
      if (!is_short (headings[i]))
        return;
    }
  kept = g_new0 (TlForeignKept, 1);
  kept->kind = kind;
  kept->split = g_key_file_get_boolean (keys, group, "split", NULL);
  kept->n_columns = g_strv_length (headings);
  kept->headings = g_steal_pointer (&headings);
  kept->fields = g_new0 (TlForeignField, kept->n_columns);
  for (guint i = 0; i < kept->n_columns; i++)
    {
      TlForeignField field;
      gboolean free_field = TRUE;

      if (!tl_foreign_field_find (names[i], &field) || !tl_foreign_kind_has_field (kind, field))
        continue;
      for (guint j = 0; j < i && !tl_foreign_field_is_repeatable (field); j++)
        free_field = free_field && kept->fields[j] != field;
      if (free_field)
        kept->fields[i] = field;
    }
  g_ptr_array_add (self->sheets, kept);
}

static void
parse_meaning (TlForeignMemory *self,
               GKeyFile        *keys,
               const char      *key)
{
  g_auto (GStrv) parts = g_key_file_get_string_list (keys, MEANINGS, key, NULL, NULL);
  TlForeignField field;
  TlForeignMeaning *meaning;

  if (parts == NULL || g_strv_length (parts) != 3 || !tl_foreign_field_find (parts[0], &field)
      || !is_short (parts[1]) || !is_short (parts[2]) || self->meanings->len >= MOST_MEANINGS)
    return;
  meaning = g_new (TlForeignMeaning, 1);
  *meaning = (TlForeignMeaning) { field, g_strdup (parts[1]), g_strdup (parts[2]) };
  g_ptr_array_add (self->meanings, meaning);
}

static void
parse_who (TlForeignMemory *self,
           GKeyFile        *keys,
           const char      *key)
{
  g_auto (GStrv) parts = g_key_file_get_string_list (keys, WHO, key, NULL, NULL);
  TlId document;

  if (parts != NULL && g_strv_length (parts) == 3 && tl_id_from_hex (parts[0], &document))
    tl_foreign_memory_add_who (self, &document, parts[1], parts[2]);
}

/**
 * tl_foreign_memory_parse:
 * @text: (array length=length): what a file says, which may be anything
 * @length: its length in bytes
 *
 * Understands what was remembered. What makes no sense is passed over: at worst a sheet is guessed again.
 *
 * Returns: (transfer full): what is remembered
 */
TlForeignMemory *
tl_foreign_memory_parse (const char *text,
                         gsize       length)
{
  TlForeignMemory *self = tl_foreign_memory_new ();
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_auto (GStrv) groups = NULL;
  g_auto (GStrv) words = NULL;
  g_auto (GStrv) who = NULL;

  if (length > MOST_BYTES || !g_key_file_load_from_data (keys, text, length, G_KEY_FILE_NONE, NULL))
    return self;
  groups = g_key_file_get_groups (keys, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    {
      if (g_str_has_prefix (groups[i], SHEET))
        parse_sheet (self, keys, groups[i]);
    }
  words = g_key_file_get_keys (keys, MEANINGS, NULL, NULL);
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    parse_meaning (self, keys, words[i]);
  who = g_key_file_get_keys (keys, WHO, NULL, NULL);
  for (guint i = 0; who != NULL && who[i] != NULL; i++)
    parse_who (self, keys, who[i]);
  return self;
}

/**
 * tl_foreign_memory_load:
 * @file: where it is kept, which needn't be there yet
 * @cancellable: (nullable): to stop it
 *
 * Loads what is remembered. A file that can't be read is like one that says nothing. Blocks: not for the main thread.
 *
 * Returns: (transfer full): what is remembered
 */
TlForeignMemory *
tl_foreign_memory_load (GFile        *file,
                        GCancellable *cancellable)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autofree char *text = g_malloc (MOST_BYTES + 1);
  gsize length = 0;

  tl_assert_may_wait ();

  stream = g_file_read (file, cancellable, NULL);
  if (stream == NULL
      || !g_input_stream_read_all (G_INPUT_STREAM (stream), text, MOST_BYTES + 1, &length, cancellable, NULL))
    return tl_foreign_memory_new ();
  return tl_foreign_memory_parse (text, length);
}

static void
keep_sheet (TlForeignMemory       *self,
            const TlForeignLayout *layout)
{
  TlForeignKept *kept = g_new0 (TlForeignKept, 1);

  kept->kind = layout->kind;
  kept->split = layout->split;
  kept->n_columns = layout->n_columns;
  kept->headings = tl_foreign_memory_fold (layout);
  kept->fields = g_memdup2 (layout->fields, layout->n_columns * sizeof (TlForeignField));

  for (guint i = self->sheets->len; i > 0; i--)
    {
      if (tl_foreign_memory_compare (g_ptr_array_index (self->sheets, i - 1), kept->headings) >= 1)
        g_ptr_array_remove_index (self->sheets, i - 1);
    }
  while (self->sheets->len >= MOST_SHEETS)
    g_ptr_array_remove_index (self->sheets, 0);
  g_ptr_array_add (self->sheets, kept);
}

/* What a text in a column of dates means is said of that text in that file, and no other. */
static gboolean
may_keep_meaning (const TlForeignMeaning *meaning)
{
  return tl_foreign_field_get_type (meaning->field) != TL_FOREIGN_TYPE_DAY && strlen (meaning->word) <= LONGEST_TEXT;
}

static void
keep_meaning (TlForeignMemory        *self,
              const TlForeignMeaning *meaning)
{
  TlForeignMeaning *kept;

  for (guint i = self->meanings->len; i > 0; i--)
    {
      const TlForeignMeaning *earlier = g_ptr_array_index (self->meanings, i - 1);

      if (earlier->field == meaning->field && g_str_equal (earlier->word, meaning->word))
        g_ptr_array_remove_index (self->meanings, i - 1);
    }
  while (self->meanings->len >= MOST_MEANINGS)
    g_ptr_array_remove_index (self->meanings, 0);
  kept = g_new (TlForeignMeaning, 1);
  *kept = (TlForeignMeaning) { meaning->field, g_strdup (meaning->word), g_strdup (meaning->meaning) };
  g_ptr_array_add (self->meanings, kept);
}

/**
 * tl_foreign_memory_keep:
 * @self: what is remembered
 * @mapping: a mapping that somebody has accepted
 *
 * Remembers how sheets were understood, by their headings, and what words mean. Who and which place or risk is meant is
 * kept as digests that say nothing without the workbook, so that no name stands where nobody could erase it.
 */
void
tl_foreign_memory_keep (TlForeignMemory        *self,
                        const TlForeignMapping *mapping)
{
  for (guint i = 0; i < mapping->n_sheets; i++)
    {
      if (mapping->layouts[i].heading_row > 0)
        keep_sheet (self, &mapping->layouts[i]);
    }
  for (guint i = 0; i < mapping->meanings->len; i++)
    {
      const TlForeignMeaning *meaning = g_ptr_array_index (mapping->meanings, i);

      if (tl_foreign_memory_names_row (meaning->field))
        tl_foreign_memory_keep_who (self, &mapping->document, meaning);
      else if (may_keep_meaning (meaning))
        keep_meaning (self, meaning);
    }
}

static void
write_sheet (GKeyFile            *keys,
             const TlForeignKept *kept,
             guint                number)
{
  g_autofree char *group = g_strdup_printf (SHEET "%u", number);
  g_autofree const char **names = g_new0 (const char *, kept->n_columns + 1);

  for (guint i = 0; i < kept->n_columns; i++)
    names[i] = tl_foreign_field_get_name (kept->fields[i]);
  g_key_file_set_string (keys, group, "kind", tl_foreign_kind_get_name (kept->kind));
  g_key_file_set_boolean (keys, group, "split", kept->split);
  g_key_file_set_string_list (keys, group, "headings", (const char * const *) kept->headings, kept->n_columns);
  g_key_file_set_string_list (keys, group, "fields", names, kept->n_columns);
}

static void
write_who (GKeyFile           *keys,
           const TlForeignWho *who,
           guint               number)
{
  char document[TL_ID_HEX_LENGTH + 1];
  const char *parts[] = { document, who->word, who->row };
  g_autofree char *key = g_strdup_printf ("who%u", number);

  tl_id_to_hex (&who->document, document);
  g_key_file_set_string_list (keys, WHO, key, parts, G_N_ELEMENTS (parts));
}

/**
 * tl_foreign_memory_save:
 * @self: what is remembered
 * @file: where to keep it, in the user's data folder
 * @cancellable: (nullable): to stop it
 * @error: why it can't be kept
 *
 * Writes what is remembered to a file, in whose place it is whole, old or new. Blocks: not for the main thread.
 *
 * Returns: whether it was written
 */
gboolean
tl_foreign_memory_save (TlForeignMemory  *self,
                        GFile            *file,
                        GCancellable     *cancellable,
                        GError          **error)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GError) local_error = NULL;
  g_autofree char *text = NULL;
  gsize length;

  tl_assert_may_wait ();

  for (guint i = 0; i < self->sheets->len; i++)
    write_sheet (keys, g_ptr_array_index (self->sheets, i), i + 1);
  for (guint i = 0; i < self->meanings->len; i++)
    {
      const TlForeignMeaning *meaning = g_ptr_array_index (self->meanings, i);
      const char *parts[] = { tl_foreign_field_get_name (meaning->field), meaning->word, meaning->meaning };
      g_autofree char *key = g_strdup_printf ("word%u", i + 1);

      g_key_file_set_string_list (keys, MEANINGS, key, parts, G_N_ELEMENTS (parts));
    }
  for (guint i = 0; i < self->who->len; i++)
    write_who (keys, g_ptr_array_index (self->who, i), i + 1);
  text = g_key_file_to_data (keys, &length, NULL);
  if (folder != NULL && !g_file_make_directory_with_parents (folder, cancellable, &local_error)
      && !g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return g_file_replace_contents (file, text, length, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, cancellable, error);
}
