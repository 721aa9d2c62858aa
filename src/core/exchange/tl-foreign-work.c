/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-foreign-work.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-alike.h"
#include "tl-field-text.h"
#include "tl-foreign-day.h"

/* More than anybody reads, and a bound on what a hostile file can fill the memory with. */
#define MOST_WORDS 5000
#define MOST_PROBLEMS 10000
#define MOST_NOTES 2000
#define LONGEST_REF 20
/* As for actions that say the same. */
#define ALIKE 0.6

static void
reserve_refs (TlForeignWork *work)
{
  for (TlTable table = 0; table < TL_N_TABLES; table++)
    {
      work->next_ref[table] = 1;
      for (guint i = 0; i < tl_snapshot_count (work->existing, table); i++)
        {
          const TlFacts *facts = tl_snapshot_get (work->existing, table, i);

          if (facts->ref != NULL)
            g_hash_table_add (work->refs, g_strdup_printf ("%d %s", (int) table, facts->ref));
        }
    }
}

/**
 * tl_foreign_work_begin:
 * @work: a result in the making, with the book, mapping, workbook and result given
 *
 * Gets everything ready.
 */
void
tl_foreign_work_begin (TlForeignWork *work)
{
  work->sheets = tl_sheets_new ();
  work->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  work->seen_rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  work->refs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  work->claimed = g_hash_table_new (NULL, NULL);
  for (TlTable table = 0; table < TL_N_TABLES; table++)
    work->outs[table] = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_foreign_out_free);
  work->risks = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_foreign_risk_free);
  work->risk_index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  work->existing_risks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  reserve_refs (work);
  tl_foreign_who_begin (work);
  tl_foreign_risks_begin (work);
}

/**
 * tl_foreign_work_end:
 * @work: a result in the making
 *
 * Frees what was needed to make it.
 */
void
tl_foreign_work_end (TlForeignWork *work)
{
  tl_foreign_who_end (work);
  g_ptr_array_unref (work->risks);
  g_hash_table_unref (work->risk_index);
  g_hash_table_unref (work->existing_risks);
  for (TlTable table = 0; table < TL_N_TABLES; table++)
    g_ptr_array_unref (work->outs[table]);
  g_hash_table_unref (work->words);
  g_hash_table_unref (work->seen_rows);
  g_hash_table_unref (work->refs);
  g_hash_table_unref (work->claimed);
}

/* A word counts once in each row, however often it stands there. */
static TlForeignWord *
note_word (TlForeignWork        *work,
           const TlForeignCells *cells,
           TlForeignField        field,
           const char           *word)
{
  g_autofree char *folded = tl_foreign_fold (word);
  g_autofree char *key = g_strdup_printf ("%d %s", (int) field, *folded != '\0' ? folded : word);
  TlForeignWord *found = g_hash_table_lookup (work->words, key);

  if (found == NULL)
    {
      if (work->result->words->len >= MOST_WORDS)
        return NULL;
      found = g_new0 (TlForeignWord, 1);
      found->field = field;
      found->word = g_strdup (word);
      g_ptr_array_add (work->result->words, found);
      g_hash_table_insert (work->words, g_strdup (key), found);
    }
  if (g_hash_table_add (work->seen_rows, g_strdup_printf ("%u %u %s", cells->sheet, cells->number, key)))
    found->n_rows++;
  return found;
}

/**
 * tl_foreign_work_look_up:
 * @work: a result in the making
 * @cells: the row in which a word stands
 * @field: what its column tells
 * @word: the word
 * @guess: (nullable): what it most likely means
 *
 * Finds out what a word means, and lists it among those that aren't ours.
 *
 * Returns: (nullable): what somebody said, otherwise the guess; "" when it is left out
 */
const char *
tl_foreign_work_look_up (TlForeignWork        *work,
                         const TlForeignCells *cells,
                         TlForeignField        field,
                         const char           *word,
                         const char           *guess)
{
  const char *said = tl_foreign_mapping_get_meaning (work->mapping, field, word);
  TlForeignWord *found = note_word (work, cells, field, word);

  if (found == NULL)
    return said != NULL ? said : guess;
  if (found->meaning == NULL)
    {
      found->meaning = g_strdup (said != NULL ? said : guess);
      found->guessed = said == NULL && guess != NULL;
    }
  return found->meaning;
}

/**
 * tl_foreign_work_tell:
 * @work: a result in the making
 * @cells: the row that it is about
 * @field: what the column tells that it is about
 * @message: what is wrong
 *
 * Reports what is wrong with a row that can't be told from our sheets alone.
 */
void
tl_foreign_work_tell (TlForeignWork        *work,
                      const TlForeignCells *cells,
                      TlForeignField        field,
                      const char           *message)
{
  const char *sheet = tl_foreign_sheet_get_name (tl_foreign_book_get_sheet (work->book, cells->sheet));
  int column = cells->columns[field];

  if (work->sheets->problems->len < MOST_PROBLEMS)
    g_ptr_array_add (work->sheets->problems,
                     tl_import_problem_new (sheet, cells->number,
                                            column >= 0 ? work->mapping->layouts[cells->sheet].headings[column] : NULL,
                                            column >= 0 ? cells->texts[column] : NULL, message));
}

/**
 * tl_foreign_work_note:
 * @work: a result in the making
 * @note: (transfer full): a sentence
 *
 * Notes something that was left out.
 */
void
tl_foreign_work_note (TlForeignWork *work,
                      char          *note)
{
  if (work->sheets->notes->len < MOST_NOTES)
    g_ptr_array_add (work->sheets->notes, note);
  else
    g_free (note);
}

static gboolean
take_ref (TlForeignWork *work,
          TlTable        table,
          const char    *ref)
{
  return g_hash_table_add (work->refs, g_strdup_printf ("%d %s", (int) table, ref));
}

/**
 * tl_foreign_work_make_ref:
 * @work: a result in the making
 * @table: a table with refs
 * @wanted: (nullable): what the file itself calls the row
 *
 * Makes a ref for a new row: the file's own where nothing else is called that; a bare number gets a letter before it.
 * A ref never takes the place of a row that is in the workbook already: that two lists both begin with 1 doesn't make
 * them one.
 *
 * Returns: (transfer full): a ref that is free
 */
char *
tl_foreign_work_make_ref (TlForeignWork *work,
                          TlTable        table,
                          const char    *wanted)
{
  const char *letter = table == TL_TABLE_PLACE ? "L" : table == TL_TABLE_PERSON ? "P" : table == TL_TABLE_RISK ? "R"
                       : table == TL_TABLE_ACTION ? "A" : "E";
  g_autofree char *message = NULL;
  g_autofree char *ref = wanted != NULL ? tl_foreign_one_line (wanted) : NULL;

  if (ref != NULL && *ref != '\0' && strspn (ref, "0123456789.") == strlen (ref))
    {
      g_autofree char *bare = g_steal_pointer (&ref);

      while (g_str_has_suffix (bare, "."))
        bare[strlen (bare) - 1] = '\0';
      ref = g_strconcat (letter, bare, NULL);
    }
  if (ref != NULL && *ref != '\0' && g_utf8_strlen (ref, -1) <= LONGEST_REF && tl_field_text_check_ref (ref, &message)
      && take_ref (work, table, ref))
    return g_steal_pointer (&ref);
  for (;;)
    {
      g_autofree char *next = g_strdup_printf ("%s%u", letter, work->next_ref[table]++);

      if (take_ref (work, table, next))
        return g_steal_pointer (&next);
    }
}

/**
 * tl_foreign_work_claim:
 * @work: a result in the making
 * @facts: a row of the workbook
 *
 * Returns: whether no other row has been recognised as it
 */
gboolean
tl_foreign_work_claim (TlForeignWork *work,
                       const TlFacts *facts)
{
  return g_hash_table_add (work->claimed, (gpointer) facts);
}

static void
found_cb (gconstpointer key,
          gconstpointer other,
          gpointer      data)
{
  *(gboolean *) data = TRUE;
}

/**
 * tl_foreign_is_alike:
 * @a: a text
 * @b: another
 *
 * Returns: whether they say the same in about the same words
 */
gboolean
tl_foreign_is_alike (const char *a,
                     const char *b)
{
  const char *texts[] = { a, b };
  g_autoptr (TlAlike) alike = tl_alike_new (texts, G_N_ELEMENTS (texts), ALIKE);
  gboolean found = FALSE;

  tl_alike_add (alike, GINT_TO_POINTER (1), GINT_TO_POINTER (1), a, found_cb, &found);
  tl_alike_add (alike, GINT_TO_POINTER (2), GINT_TO_POINTER (2), b, found_cb, &found);
  return found;
}

/**
 * tl_foreign_cells_get:
 * @cells: a row
 * @field: a field
 *
 * Returns: (transfer none): what the row says of it, "" for nothing
 */
const char *
tl_foreign_cells_get (const TlForeignCells *cells,
                      TlForeignField        field)
{
  int column = cells->columns[field];

  return column >= 0 ? cells->texts[column] : "";
}

/**
 * tl_foreign_cells_is_own:
 * @cells: a row
 * @field: a field
 *
 * Returns: whether the row itself says something of it, rather than one that its cell is merged with
 */
gboolean
tl_foreign_cells_is_own (const TlForeignCells *cells,
                         TlForeignField        field)
{
  int column = cells->columns[field];

  return column >= 0 && cells->own[column];
}

/**
 * tl_foreign_read_day:
 * @work: a result in the making
 * @cells: the row
 * @field: which of its cells
 * @text: what stands there, or a part of it
 * @deadline: whether it says until when, rather than when
 * @kept: (out) (transfer full) (nullable): the words, where they say more or less than the day
 *
 * Reads a day. Something that is to be done in a month or week is late when that has passed, so its last day is the
 * day; when something happened, a month doesn't say. What is unclear is returned as it is, for the import plan to
 * say so, unless somebody said what it means.
 *
 * Returns: (transfer full) (nullable): the day as 2026-03-31, or a text that is none; %NULL when there is no day
 */
char *
tl_foreign_read_day (TlForeignWork         *work,
                     const TlForeignCells  *cells,
                     TlForeignField         field,
                     const char            *text,
                     gboolean               deadline,
                     char                 **kept)
{
  g_autofree char *line = tl_foreign_one_line (text);
  TlDay first = TL_NO_DAY, last = TL_NO_DAY;
  TlForeignDayKind kind = tl_foreign_day_read (line, &first, &last);
  char iso[TL_DAY_ISO_LENGTH + 1];
  const char *meaning, *guess = NULL;

  *kept = NULL;
  if (*line == '\0')
    return NULL;
  if (kind == TL_FOREIGN_DAY_EXACT)
    {
      tl_day_to_iso (first, iso);
      return g_strdup (iso);
    }
  if (kind == TL_FOREIGN_DAY_PERIOD && deadline)
    {
      tl_day_to_iso (last, iso);
      guess = iso;
    }
  else if (kind == TL_FOREIGN_DAY_NONE || kind == TL_FOREIGN_DAY_DONE)
    guess = "";
  meaning = tl_foreign_work_look_up (work, cells, field, line, guess);
  if (meaning == NULL)
    return g_steal_pointer (&line);
  *kept = g_steal_pointer (&line);
  return *meaning != '\0' ? g_strdup (meaning) : NULL;
}

/**
 * tl_foreign_write_day:
 * @day: a day
 *
 * Returns: (transfer full) (nullable): it as 2026-03-31, %NULL for none
 */
char *
tl_foreign_write_day (TlDay day)
{
  char *iso;

  if (day == TL_NO_DAY)
    return NULL;
  iso = g_malloc (TL_DAY_ISO_LENGTH + 1);
  tl_day_to_iso (day, iso);
  return iso;
}

/**
 * tl_foreign_keep_word:
 * @kept: (inout) (nullable): words that are kept
 * @word: one more
 *
 * Adds a word to those that are kept.
 */
void
tl_foreign_keep_word (char       **kept,
                      const char  *word)
{
  g_autofree char *earlier = *kept;

  *kept = earlier != NULL ? g_strdup_printf ("%s, %s", earlier, word) : g_strdup (word);
}
