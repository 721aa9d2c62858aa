/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-foreign-memory-private.h"

/* One heading in four may be new. */
#define LIKE 0.75

/**
 * tl_foreign_memory_fold:
 * @layout: a sheet whose headings have been found
 *
 * Returns: (transfer full): its headings in one way of writing
 */
char **
tl_foreign_memory_fold (const TlForeignLayout *layout)
{
  char **folded = g_new0 (char *, layout->n_columns + 1);

  for (guint i = 0; i < layout->n_columns; i++)
    folded[i] = tl_foreign_fold (layout->headings[i]);
  return folded;
}

/**
 * tl_foreign_memory_compare:
 * @kept: a sheet as it was understood
 * @folded: the headings of another, in one way of writing
 *
 * Columns without a heading don't count.
 *
 * Returns: which share of their headings they have in common, 0 to 1
 */
double
tl_foreign_memory_compare (const TlForeignKept  *kept,
                           char                **folded)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = 0, n_same = 0;

  for (guint i = 0; i < kept->n_columns; i++)
    {
      if (*kept->headings[i] != '\0')
        g_hash_table_add (known, kept->headings[i]);
    }
  for (guint i = 0; folded[i] != NULL; i++)
    {
      n += *folded[i] != '\0';
      n_same += *folded[i] != '\0' && g_hash_table_contains (known, folded[i]);
    }
  n = MAX (n, g_hash_table_size (known));
  return n > 0 ? (double) n_same / n : 0;
}

/* Returns: whether the heading was there; of several columns with one heading the first is the first, and so on */
static gboolean
find_field (const TlForeignKept  *kept,
            char                **folded,
            guint                 column,
            TlForeignField       *field)
{
  guint earlier = 0;

  for (guint i = 0; i < column; i++)
    earlier += g_str_equal (folded[i], folded[column]);
  for (guint i = 0; i < kept->n_columns; i++)
    {
      if (!g_str_equal (kept->headings[i], folded[column]) || earlier-- > 0)
        continue;
      *field = kept->fields[i];
      return TRUE;
    }
  return FALSE;
}

/* Returns: (nullable): the sheet with the most headings in common, the latest of several */
static const TlForeignKept *
find_kept (TlForeignMemory  *self,
           char            **folded,
           double           *share)
{
  const TlForeignKept *best = NULL;

  *share = 0;
  for (guint i = self->sheets->len; i > 0; i--)
    {
      const TlForeignKept *kept = g_ptr_array_index (self->sheets, i - 1);
      double same = tl_foreign_memory_compare (kept, folded);

      if (same <= *share)
        continue;
      *share = same;
      best = kept;
    }
  return best;
}

/**
 * tl_foreign_memory_recall:
 * @self: what is remembered
 * @layout: a sheet whose headings have been found
 *
 * Fills in how a sheet with the same headings was understood before.
 *
 * Returns: whether there was one
 */
gboolean
tl_foreign_memory_recall (TlForeignMemory *self,
                          TlForeignLayout *layout)
{
  g_auto (GStrv) folded = tl_foreign_memory_fold (layout);
  double share;
  const TlForeignKept *kept = find_kept (self, folded, &share);

  if (share < 1)
    return FALSE;
  layout->kind = kept->kind;
  layout->split = kept->split;
  layout->remembered = TRUE;
  for (guint i = 0; i < layout->n_columns; i++)
    {
      layout->fields[i] = TL_FOREIGN_FIELD_NONE;
      find_field (kept, folded, i, &layout->fields[i]);
    }
  return TRUE;
}

/**
 * tl_foreign_memory_find_like:
 * @self: what is remembered
 * @layout: a sheet whose headings have been found
 * @kind: (out): what such a sheet told of
 *
 * Returns: whether there was a sheet that had most of its headings, such as last month's before a column was added
 */
gboolean
tl_foreign_memory_find_like (TlForeignMemory       *self,
                             const TlForeignLayout *layout,
                             TlForeignKind         *kind)
{
  g_auto (GStrv) folded = tl_foreign_memory_fold (layout);
  double share;
  const TlForeignKept *kept = find_kept (self, folded, &share);

  if (share < LIKE)
    return FALSE;
  *kind = kept->kind;
  return TRUE;
}

/**
 * tl_foreign_memory_recall_some:
 * @self: what is remembered
 * @layout: a sheet that is like one that is remembered, with its columns guessed
 *
 * Sets right what is remembered of its columns; those that are new stay as they were guessed.
 */
void
tl_foreign_memory_recall_some (TlForeignMemory *self,
                               TlForeignLayout *layout)
{
  g_auto (GStrv) folded = tl_foreign_memory_fold (layout);
  double share;
  const TlForeignKept *kept = find_kept (self, folded, &share);

  layout->split = kept->split;
  for (guint i = 0; i < layout->n_columns; i++)
    {
      TlForeignField field;

      if (!find_field (kept, folded, i, &field))
        continue;
      for (guint j = 0; j < layout->n_columns && !tl_foreign_field_is_repeatable (field); j++)
        {
          if (layout->fields[j] == field)
            layout->fields[j] = TL_FOREIGN_FIELD_NONE;
        }
      layout->fields[i] = field;
    }
}

/**
 * tl_foreign_memory_recall_meanings:
 * @self: what is remembered
 * @mapping: a mapping
 *
 * Gives words the meanings that they had before.
 */
void
tl_foreign_memory_recall_meanings (TlForeignMemory  *self,
                                   TlForeignMapping *mapping)
{
  for (guint i = 0; i < self->meanings->len; i++)
    {
      const TlForeignMeaning *meaning = g_ptr_array_index (self->meanings, i);

      tl_foreign_mapping_set_meaning (mapping, meaning->field, meaning->word, meaning->meaning);
    }
}
