/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-foreign-memory-private.h"

#include <string.h>

/* Who was meant by a word is remembered for the workbook that has them, and as digests alone: a name that is erased
 * there must not go on standing in another file. What is found again is found by the names and refs of its rows. */

#define MOST_WHO 5000
#define DIGEST_LENGTH 32
/* No ref has a line end. */
#define AMBIGUOUS "\n"

/**
 * tl_foreign_memory_digest:
 * @document: the workbook's id
 * @of: what it is of
 * @text: a word, name or ref
 *
 * Returns: (transfer full): a digest of the text in one way of writing, good for this workbook alone
 */
char *
tl_foreign_memory_digest (const TlId *document,
                          const char *of,
                          const char *text)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *folded = tl_foreign_fold (text);

  g_checksum_update (checksum, (const guchar *) document, sizeof *document);
  g_checksum_update (checksum, (const guchar *) of, (gssize) strlen (of) + 1);
  g_checksum_update (checksum, (const guchar *) (*folded != '\0' ? folded : text), -1);
  return g_strndup (g_checksum_get_string (checksum), DIGEST_LENGTH);
}

static TlTable
get_table (TlForeignField field)
{
  switch ((int) tl_foreign_field_get_type (field))
    {
    case TL_FOREIGN_TYPE_PERSON:
      return TL_TABLE_PERSON;
    case TL_FOREIGN_TYPE_PLACE:
      return TL_TABLE_PLACE;
    case TL_FOREIGN_TYPE_RISK:
      return TL_TABLE_RISK;
    default:
      return TL_NO_TABLE;
    }
}

/**
 * tl_foreign_memory_names_row:
 * @field: what a column tells
 *
 * Returns: whether its words mean rows of a workbook rather than words of a list
 */
gboolean
tl_foreign_memory_names_row (TlForeignField field)
{
  return get_table (field) != TL_NO_TABLE;
}

static void
who_free (TlForeignWho *who)
{
  g_free (who->word);
  g_free (who->row);
  g_free (who);
}

/**
 * tl_foreign_memory_add_who:
 * @self: what is remembered
 * @document: the workbook's id
 * @word: the digest of a word
 * @row: the digest of the name or ref that it means
 *
 * Remembers which row of a workbook a word means.
 */
void
tl_foreign_memory_add_who (TlForeignMemory *self,
                           const TlId      *document,
                           const char      *word,
                           const char      *row)
{
  TlForeignWho *who;

  if (strlen (word) != DIGEST_LENGTH || strlen (row) != DIGEST_LENGTH)
    return;
  for (guint i = self->who->len; i > 0; i--)
    {
      const TlForeignWho *earlier = g_ptr_array_index (self->who, i - 1);

      if (tl_id_equal (&earlier->document, document) && g_str_equal (earlier->word, word))
        g_ptr_array_remove_index (self->who, i - 1);
    }
  while (self->who->len >= MOST_WHO)
    g_ptr_array_remove_index (self->who, 0);
  who = g_new (TlForeignWho, 1);
  *who = (TlForeignWho) { *document, g_strdup (word), g_strdup (row) };
  g_ptr_array_add (self->who, who);
}

/**
 * tl_foreign_memory_keep_who:
 * @self: what is remembered
 * @document: the workbook's id
 * @meaning: which row a word means
 *
 * Remembers it.
 */
void
tl_foreign_memory_keep_who (TlForeignMemory        *self,
                            const TlId             *document,
                            const TlForeignMeaning *meaning)
{
  const char *name = tl_foreign_field_get_name (meaning->field);
  const char *table = tl_layout_get (get_table (meaning->field))->name;
  g_auto (GStrv) parts = g_strsplit (meaning->meaning, ";", 2);
  g_autofree char *word = tl_foreign_memory_digest (document, name, meaning->word);
  g_autofree char *row = tl_foreign_memory_digest (document, table, parts[0] != NULL ? parts[0] : "");

  tl_foreign_memory_add_who (self, document, word, row);
}

static const char *
get_name (TlTable        table,
          const TlFacts *facts)
{
  const char *name = table == TL_TABLE_PERSON ? ((const TlPersonFacts *) facts)->name
                     : table == TL_TABLE_PLACE ? ((const TlPlaceFacts *) facts)->name
                                               : ((const TlRiskFacts *) facts)->title;

  return name != NULL ? name : "";
}

/* Of two with one name nobody can tell which was meant. */
static void
list_row (GHashTable *rows,
          char       *digest,
          const char *ref)
{
  const char *other = g_hash_table_lookup (rows, digest);

  g_hash_table_insert (rows, digest, g_strdup (other == NULL || g_str_equal (other, ref) ? ref : AMBIGUOUS));
}

static void
list_rows (GHashTable *rows,
           TlSnapshot *existing,
           TlTable     table)
{
  const TlId *document = tl_snapshot_get_document (existing);
  const char *of = tl_layout_get (table)->name;

  g_hash_table_insert (rows, tl_foreign_memory_digest (document, of, ""), g_strdup (""));
  for (guint i = 0; i < tl_snapshot_count (existing, table); i++)
    {
      const TlFacts *facts = tl_snapshot_get (existing, table, i);

      if (facts->ref == NULL)
        continue;
      list_row (rows, tl_foreign_memory_digest (document, of, get_name (table, facts)), facts->ref);
      list_row (rows, tl_foreign_memory_digest (document, of, facts->ref), facts->ref);
    }
}

/**
 * tl_foreign_memory_recall_who:
 * @self: what is remembered
 * @existing: the workbook
 *
 * Finds out which rows of the workbook words meant before, as far as they are still there.
 *
 * Returns: (transfer full) (nullable) (element-type utf8 utf8): their refs by the digests of the words, "" for words
 *   that were left out; %NULL when nothing is remembered of this workbook
 */
GHashTable *
tl_foreign_memory_recall_who (TlForeignMemory *self,
                              TlSnapshot      *existing)
{
  g_autoptr (GHashTable) rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < self->who->len; i++)
    {
      const TlForeignWho *who = g_ptr_array_index (self->who, i);
      const char *ref;

      if (!tl_id_equal (&who->document, tl_snapshot_get_document (existing)))
        continue;
      if (g_hash_table_size (rows) == 0)
        {
          list_rows (rows, existing, TL_TABLE_PERSON);
          list_rows (rows, existing, TL_TABLE_PLACE);
          list_rows (rows, existing, TL_TABLE_RISK);
        }
      ref = g_hash_table_lookup (rows, who->row);
      if (ref != NULL && !g_str_equal (ref, AMBIGUOUS))
        g_hash_table_insert (known, g_strdup (who->word), g_strdup (ref));
    }
  return g_hash_table_size (known) > 0 ? g_steal_pointer (&known) : NULL;
}

/**
 * tl_foreign_memory_begin_who:
 *
 * Returns: (transfer full): nobody remembered
 */
GPtrArray *
tl_foreign_memory_begin_who (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) who_free);
}
