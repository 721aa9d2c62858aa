/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-foreign-mapping-private.h"

#include "tl-foreign-guess.h"
#include "tl-foreign-memory-private.h"

/* How far down headings are looked for that were imported before. */
#define ROWS_RECALLED 30

/**
 * tl_foreign_one_line:
 * @text: what stands in a cell
 *
 * Returns: (transfer full): it on one line, with single spaces
 */
char *
tl_foreign_one_line (const char *text)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (!g_unichar_isspace (character))
        g_string_append_unichar (line, character);
      else if (line->len > 0 && line->str[line->len - 1] != ' ')
        g_string_append_c (line, ' ');
    }
  if (line->len > 0 && line->str[line->len - 1] == ' ')
    g_string_truncate (line, line->len - 1);
  return g_string_free_and_steal (g_steal_pointer (&line));
}

/**
 * tl_foreign_fold:
 * @text: what stands in a cell
 *
 * Returns: (transfer full): what two cells have in common that say the same with other capitals, spaces or stops
 */
char *
tl_foreign_fold (const char *text)
{
  g_autofree char *lower = g_utf8_casefold (text, -1);
  g_autoptr (GString) words = g_string_new (NULL);

  for (const char *at = lower; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      /* "Manager's" is one word, "follow-up" two. */
      if (character == '\'' || character == 0x2019)
        continue;
      if (g_unichar_isalnum (character) || character == '%')
        g_string_append_unichar (words, character);
      else if (words->len > 0 && words->str[words->len - 1] != ' ')
        g_string_append_c (words, ' ');
    }
  if (words->len > 0 && words->str[words->len - 1] == ' ')
    g_string_truncate (words, words->len - 1);
  return g_string_free_and_steal (g_steal_pointer (&words));
}

static void
meaning_free (TlForeignMeaning *meaning)
{
  g_free (meaning->word);
  g_free (meaning->meaning);
  g_free (meaning);
}

static TlForeignMapping *
mapping_new (TlForeignBook *book)
{
  TlForeignMapping *self = g_new0 (TlForeignMapping, 1);

  self->book = tl_foreign_book_ref (book);
  self->n_sheets = tl_foreign_book_get_n_sheets (book);
  self->layouts = g_new0 (TlForeignLayout, self->n_sheets);
  self->meanings = g_ptr_array_new_with_free_func ((GDestroyNotify) meaning_free);
  self->index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < self->n_sheets; i++)
    {
      TlForeignLayout *layout = &self->layouts[i];

      layout->n_columns = tl_foreign_sheet_get_n_columns (tl_foreign_book_get_sheet (book, i));
      layout->headings = g_new0 (char *, layout->n_columns + 1);
      layout->fields = g_new0 (TlForeignField, layout->n_columns);
      layout->split = TRUE;
    }
  return self;
}

/**
 * tl_foreign_mapping_free:
 * @self: (transfer full): a mapping
 *
 * Frees it.
 */
void
tl_foreign_mapping_free (TlForeignMapping *self)
{
  for (guint i = 0; i < self->n_sheets; i++)
    {
      g_strfreev (self->layouts[i].headings);
      g_free (self->layouts[i].fields);
    }
  g_free (self->layouts);
  g_ptr_array_unref (self->meanings);
  g_hash_table_unref (self->index);
  g_clear_pointer (&self->known, g_hash_table_unref);
  tl_foreign_book_unref (self->book);
  g_free (self);
}

/* Two heading rows are one above the other, and the upper one often spans several of the lower. */
static void
find_headings (TlForeignMapping *self,
               guint             index)
{
  TlForeignLayout *layout = &self->layouts[index];
  const TlForeignSheet *sheet = tl_foreign_book_get_sheet (self->book, index);

  for (guint i = 0; i < layout->n_columns; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      const char *last = NULL;

      for (guint j = 0; j < layout->n_heading_rows; j++)
        {
          const char *part = tl_foreign_sheet_get_merged (sheet, layout->heading_row + j, i);

          if (g_strcmp0 (part, last) != 0)
            g_string_append_printf (text, " %s", part);
          last = part;
        }
      g_free (layout->headings[i]);
      layout->headings[i] = tl_foreign_one_line (text->str);
    }
}

/* Headings that somebody had to point out the last time are where their texts are, not where they would be guessed. */
static gboolean
recall_elsewhere (TlForeignMapping *self,
                  guint             index,
                  TlForeignMemory  *memory)
{
  TlForeignLayout *layout = &self->layouts[index];
  const TlForeignSheet *sheet = tl_foreign_book_get_sheet (self->book, index);
  guint row = layout->heading_row, n_rows = layout->n_heading_rows;
  guint n = MIN (tl_foreign_sheet_get_n_filled (sheet), ROWS_RECALLED);

  for (guint i = 0; i < 2 * n; i++)
    {
      layout->heading_row = tl_foreign_sheet_get_filled (sheet, i / 2);
      layout->n_heading_rows = 1 + i % 2;
      find_headings (self, index);
      if (tl_foreign_memory_recall (memory, layout))
        return TRUE;
    }
  layout->heading_row = row;
  layout->n_heading_rows = n_rows;
  find_headings (self, index);
  return FALSE;
}

static void
guess_sheet (TlForeignMapping *self,
             guint             index,
             TlForeignMemory  *memory)
{
  TlForeignLayout *layout = &self->layouts[index];
  const TlForeignSheet *sheet = tl_foreign_book_get_sheet (self->book, index);

  tl_foreign_guess_headings (sheet, &layout->heading_row, &layout->n_heading_rows);
  find_headings (self, index);
  if (memory != NULL && (tl_foreign_memory_recall (memory, layout) || recall_elsewhere (self, index, memory)))
    return;
  if (memory != NULL && tl_foreign_memory_find_like (memory, layout, &layout->kind))
    {
      tl_foreign_guess_fields (sheet, layout, layout->kind);
      tl_foreign_memory_recall_some (memory, layout);
      return;
    }
  layout->kind = tl_foreign_guess_kind (sheet, layout);
  tl_foreign_guess_fields (sheet, layout, layout->kind);
  if (tl_foreign_sheet_get_hidden (sheet))
    layout->kind = TL_FOREIGN_KIND_NONE;
}

/**
 * tl_foreign_mapping_guess:
 * @book: a spreadsheet that isn't ours
 * @existing: the workbook
 * @memory: (nullable): how such sheets were understood before
 *
 * Guesses what each sheet tells of, where its headings are and which column is which, by what such headings are called
 * in the field and by what stands beneath them. A sheet with the same headings as one that was imported before is
 * understood as it was then. Takes time with large files: for a thread rather than the main loop, though it may wait
 * for nothing.
 *
 * Returns: (transfer full): the guess
 */
TlForeignMapping *
tl_foreign_mapping_guess (TlForeignBook   *book,
                          TlSnapshot      *existing,
                          TlForeignMemory *memory)
{
  TlForeignMapping *self = mapping_new (book);

  for (guint i = 0; i < self->n_sheets; i++)
    guess_sheet (self, i, memory);
  self->as_of = tl_foreign_guess_as_of (book, self->layouts);
  self->document = *tl_snapshot_get_document (existing);
  if (memory != NULL)
    {
      tl_foreign_memory_recall_meanings (memory, self);
      self->known = tl_foreign_memory_recall_who (memory, existing);
    }
  return self;
}

/**
 * tl_foreign_mapping_copy:
 * @self: a mapping
 *
 * Returns: (transfer full): another one like it
 */
TlForeignMapping *
tl_foreign_mapping_copy (const TlForeignMapping *self)
{
  TlForeignMapping *copy = mapping_new (self->book);

  copy->as_of = self->as_of;
  copy->document = self->document;
  copy->known = self->known != NULL ? g_hash_table_ref (self->known) : NULL;
  for (guint i = 0; i < self->n_sheets; i++)
    {
      TlForeignLayout *layout = &copy->layouts[i];

      g_strfreev (layout->headings);
      g_free (layout->fields);
      *layout = self->layouts[i];
      layout->headings = g_strdupv (self->layouts[i].headings);
      layout->fields = g_memdup2 (self->layouts[i].fields, layout->n_columns * sizeof (TlForeignField));
    }
  for (guint i = 0; i < self->meanings->len; i++)
    {
      const TlForeignMeaning *meaning = g_ptr_array_index (self->meanings, i);

      tl_foreign_mapping_set_meaning (copy, meaning->field, meaning->word, meaning->meaning);
    }
  return copy;
}

/**
 * tl_foreign_mapping_get_as_of:
 * @self: a mapping
 *
 * Returns: on which day the file said what it says, %TL_NO_DAY when nothing in it tells
 */
TlDay
tl_foreign_mapping_get_as_of (const TlForeignMapping *self)
{
  return self->as_of;
}

/**
 * tl_foreign_mapping_set_as_of:
 * @self: a mapping
 * @as_of: on which day the file said what it says
 *
 * No day is ever invented for what has none. Where the workbook must know one, it is the day of the file itself, which
 * is true as far as it goes: since when (at the latest) somebody answers for a risk, when a due date was seen to have
 * moved, by when an action was done that is only said to be done, when the tracker told of progress. Without it such
 * rows are problems.
 */
void
tl_foreign_mapping_set_as_of (TlForeignMapping *self,
                              TlDay             as_of)
{
  self->as_of = as_of;
}

/**
 * tl_foreign_mapping_is_remembered:
 * @self: a mapping
 * @sheet: from 0
 *
 * Returns: whether the sheet is understood as one with its headings was before, rather than by a guess
 */
gboolean
tl_foreign_mapping_is_remembered (const TlForeignMapping *self,
                                  guint                   sheet)
{
  return self->layouts[sheet].remembered;
}

/**
 * tl_foreign_mapping_get_kind:
 * @self: a mapping
 * @sheet: from 0
 *
 * Returns: what the sheet's rows tell of
 */
TlForeignKind
tl_foreign_mapping_get_kind (const TlForeignMapping *self,
                             guint                   sheet)
{
  return self->layouts[sheet].kind;
}

/**
 * tl_foreign_mapping_set_kind:
 * @self: a mapping
 * @sheet: from 0
 * @kind: what the sheet's rows tell of
 *
 * Says what a sheet tells of. Its columns are guessed anew unless it is to be left out.
 */
void
tl_foreign_mapping_set_kind (TlForeignMapping *self,
                             guint             sheet,
                             TlForeignKind     kind)
{
  TlForeignLayout *layout = &self->layouts[sheet];

  if (layout->kind == kind)
    return;
  layout->kind = kind;
  layout->remembered = FALSE;
  if (kind != TL_FOREIGN_KIND_NONE)
    tl_foreign_guess_fields (tl_foreign_book_get_sheet (self->book, sheet), layout, kind);
}

/**
 * tl_foreign_mapping_get_heading_row:
 * @self: a mapping
 * @sheet: from 0
 *
 * Returns: the number of the first row with headings, 0 when the sheet is empty
 */
guint
tl_foreign_mapping_get_heading_row (const TlForeignMapping *self,
                                    guint                   sheet)
{
  return self->layouts[sheet].heading_row;
}

/**
 * tl_foreign_mapping_get_n_heading_rows:
 * @self: a mapping
 * @sheet: from 0
 *
 * Returns: how many rows the headings take, one below the other
 */
guint
tl_foreign_mapping_get_n_heading_rows (const TlForeignMapping *self,
                                       guint                   sheet)
{
  return self->layouts[sheet].n_heading_rows;
}

/**
 * tl_foreign_mapping_set_heading_row:
 * @self: a mapping
 * @sheet: from 0
 * @row: the number of the first row with headings, from 1
 * @n_rows: how many rows they take, 1 to 3
 *
 * Says where the headings are. What stands above is left out, and the columns are guessed anew.
 */
void
tl_foreign_mapping_set_heading_row (TlForeignMapping *self,
                                    guint             sheet,
                                    guint             row,
                                    guint             n_rows)
{
  TlForeignLayout *layout = &self->layouts[sheet];

  if (layout->heading_row == row && layout->n_heading_rows == n_rows)
    return;
  layout->heading_row = row;
  layout->n_heading_rows = CLAMP (n_rows, 1, 3);
  layout->remembered = FALSE;
  find_headings (self, sheet);
  tl_foreign_guess_fields (tl_foreign_book_get_sheet (self->book, sheet), layout, layout->kind);
}

/**
 * tl_foreign_mapping_get_n_columns:
 * @self: a mapping
 * @sheet: from 0
 *
 * Returns: how many columns the sheet has
 */
guint
tl_foreign_mapping_get_n_columns (const TlForeignMapping *self,
                                  guint                   sheet)
{
  return self->layouts[sheet].n_columns;
}

/**
 * tl_foreign_mapping_get_heading:
 * @self: a mapping
 * @sheet: from 0
 * @column: from 0
 *
 * Returns: (transfer none): the column's heading on one line, "" when it has none
 */
const char *
tl_foreign_mapping_get_heading (const TlForeignMapping *self,
                                guint                   sheet,
                                guint                   column)
{
  return self->layouts[sheet].headings[column];
}

/**
 * tl_foreign_mapping_get_field:
 * @self: a mapping
 * @sheet: from 0
 * @column: from 0
 *
 * Returns: what the column tells
 */
TlForeignField
tl_foreign_mapping_get_field (const TlForeignMapping *self,
                              guint                   sheet,
                              guint                   column)
{
  return self->layouts[sheet].fields[column];
}

/**
 * tl_foreign_mapping_set_field:
 * @self: a mapping
 * @sheet: from 0
 * @column: from 0
 * @field: what the column tells, one that the sheet's kind has
 *
 * Says what a column tells. Another column that told the same is left out then, unless several may.
 */
void
tl_foreign_mapping_set_field (TlForeignMapping *self,
                              guint             sheet,
                              guint             column,
                              TlForeignField    field)
{
  TlForeignLayout *layout = &self->layouts[sheet];

  g_return_if_fail (tl_foreign_kind_has_field (layout->kind, field));

  for (guint i = 0; i < layout->n_columns && !tl_foreign_field_is_repeatable (field); i++)
    {
      if (layout->fields[i] == field)
        layout->fields[i] = TL_FOREIGN_FIELD_NONE;
    }
  layout->fields[column] = field;
}

/**
 * tl_foreign_mapping_get_split:
 * @self: a mapping
 * @sheet: from 0
 *
 * Returns: whether a cell with several actions, numbered, bulleted or on lines of their own, becomes several
 */
gboolean
tl_foreign_mapping_get_split (const TlForeignMapping *self,
                              guint                   sheet)
{
  return self->layouts[sheet].split;
}

/**
 * tl_foreign_mapping_set_split:
 * @self: a mapping
 * @sheet: from 0
 * @split: whether a cell with several actions becomes several
 *
 * Says whether a cell is taken apart.
 */
void
tl_foreign_mapping_set_split (TlForeignMapping *self,
                              guint             sheet,
                              gboolean          split)
{
  self->layouts[sheet].split = split;
}

static char *
make_key (TlForeignField  field,
          const char     *word)
{
  g_autofree char *folded = tl_foreign_fold (word);

  /* A word of signs alone, such as a tick, is itself. */
  return g_strdup_printf ("%d %s", (int) field, *folded != '\0' ? folded : word);
}

/**
 * tl_foreign_mapping_get_meaning:
 * @self: a mapping
 * @field: what the column tells
 * @word: a word, whose capitals and stops don't matter
 *
 * Returns: (transfer none) (nullable): what somebody said it means, now or before, "" when it is left out; guesses aren't kept here,
 *   see #TlForeignWord
 */
const char *
tl_foreign_mapping_get_meaning (const TlForeignMapping *self,
                                TlForeignField          field,
                                const char             *word)
{
  g_autofree char *key = make_key (field, word);
  const TlForeignMeaning *found = g_hash_table_lookup (self->index, key);
  g_autofree char *digest = NULL;

  if (found != NULL || self->known == NULL || !tl_foreign_memory_names_row (field))
    return found != NULL ? found->meaning : NULL;
  digest = tl_foreign_memory_digest (&self->document, tl_foreign_field_get_name (field), word);
  return g_hash_table_lookup (self->known, digest);
}

/**
 * tl_foreign_mapping_set_meaning:
 * @self: a mapping
 * @field: what the column tells
 * @word: a word of the file, such as "Reg manager"
 * @meaning: (nullable): what it means, as #TlForeignFieldType tells; "" to leave it out, %NULL to go back to the guess
 *
 * Says what a word means, in all columns that tell @field.
 */
void
tl_foreign_mapping_set_meaning (TlForeignMapping *self,
                                TlForeignField    field,
                                const char       *word,
                                const char       *meaning)
{
  g_autofree char *key = make_key (field, word);
  TlForeignMeaning *found = g_hash_table_lookup (self->index, key);

  if (meaning == NULL && found != NULL)
    {
      g_hash_table_remove (self->index, key);
      g_ptr_array_remove (self->meanings, found);
    }
  else if (found != NULL)
    {
      g_set_str (&found->meaning, meaning);
    }
  else if (meaning != NULL)
    {
      found = g_new (TlForeignMeaning, 1);
      *found = (TlForeignMeaning) { field, g_strdup (word), g_strdup (meaning) };
      g_ptr_array_add (self->meanings, found);
      g_hash_table_insert (self->index, g_steal_pointer (&key), found);
    }
}
