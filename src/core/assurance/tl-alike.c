/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-alike.h"

#include <math.h>
#include <stdlib.h>

#include "tl-stems.h"

/* A text as the numbers of its stems, in their order. */
typedef struct
{
  gconstpointer key;
  int *stems;
  guint n;
  guint n_indexed;
  guint compared;
} Bag;

struct _TlAlike
{
  double least;
  struct sb_stemmer *stemmer;
  /* Stems are numbered once and for all: those of the first texts by how rare they are, and each that comes later before
   * all others, as the rarest. */
  GHashTable *numbers;
  int next;
  GHashTable *groups;
  /* By the number of a stem, the bags that have it among their rarest. */
  GHashTable *index;
  guint n_compared;
};

static void
bag_free (gpointer data)
{
  Bag *bag = data;

  g_free (bag->stems);
  g_free (bag);
}

typedef struct
{
  char *stem;
  guint number;
  guint n;
} Frequency;

static int
compare_frequencies (gconstpointer a,
                     gconstpointer b)
{
  const Frequency *x = *(const Frequency * const *) a, *y = *(const Frequency * const *) b;

  return x->n != y->n ? (x->n > y->n) - (x->n < y->n) : (x->number > y->number) - (x->number < y->number);
}

static void
count_stems (TlAlike    *self,
             GHashTable *frequencies,
             GPtrArray  *order,
             const char *text)
{
  g_autoptr (GPtrArray) stems = tl_words_list_stems (self->stemmer, text);

  for (guint i = 0; i < stems->len; i++)
    {
      Frequency *frequency = g_hash_table_lookup (frequencies, g_ptr_array_index (stems, i));

      if (frequency == NULL)
        {
          frequency = g_new0 (Frequency, 1);
          frequency->stem = g_strdup (g_ptr_array_index (stems, i));
          frequency->number = order->len;
          g_ptr_array_add (order, frequency);
          g_hash_table_insert (frequencies, frequency->stem, frequency);
        }
      frequency->n++;
    }
}

/**
 * tl_alike_new:
 * @texts: (array length=n): texts that show which words are common
 * @n: how many
 * @least: the least Jaccard overlap, above 0
 *
 * Returns: (transfer full): an index, as yet without texts
 */
TlAlike *
tl_alike_new (const char * const *texts,
              guint               n,
              double              least)
{
  g_autoptr (GHashTable) frequencies = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  TlAlike *self = g_new0 (TlAlike, 1);

  self->least = least;
  self->stemmer = sb_stemmer_new ("english", NULL);
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->groups = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->index = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < n; i++)
    count_stems (self, frequencies, order, texts[i]);
  g_ptr_array_sort (order, compare_frequencies);
  for (guint i = 0; i < order->len; i++)
    {
      const Frequency *frequency = g_ptr_array_index (order, i);

      g_hash_table_insert (self->numbers, frequency->stem, GINT_TO_POINTER (i));
    }
  return self;
}

/**
 * tl_alike_free:
 * @self: (transfer full): an index
 *
 * Frees an index.
 */
void
tl_alike_free (TlAlike *self)
{
  sb_stemmer_delete (self->stemmer);
  g_hash_table_unref (self->index);
  g_hash_table_unref (self->groups);
  g_hash_table_unref (self->numbers);
  g_free (self);
}

static int
get_number (TlAlike    *self,
            const char *stem)
{
  gpointer number;

  if (g_hash_table_lookup_extended (self->numbers, stem, NULL, &number))
    return GPOINTER_TO_INT (number);
  self->next--;
  g_hash_table_insert (self->numbers, g_strdup (stem), GINT_TO_POINTER (self->next));
  return self->next;
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  int x = *(const int *) a, y = *(const int *) b;

  return (x > y) - (x < y);
}

/* Two bags that overlap enough share one of their rarest stems: so many of them must be looked at. */
static guint
get_prefix (const Bag *bag,
            double     least)
{
  return bag->n > 0 ? bag->n - (guint) ceil (least * bag->n - 1e-9) + 1 : 0;
}

static Bag *
make_bag (TlAlike       *self,
          gconstpointer  key,
          const char    *text)
{
  g_autoptr (GPtrArray) stems = tl_words_list_stems (self->stemmer, text);
  Bag *bag = g_new0 (Bag, 1);

  bag->key = key;
  bag->n = stems->len;
  bag->stems = g_new (int, stems->len + 1);
  for (guint i = 0; i < stems->len; i++)
    bag->stems[i] = get_number (self, g_ptr_array_index (stems, i));
  qsort (bag->stems, bag->n, sizeof *bag->stems, compare_numbers);
  bag->n_indexed = get_prefix (bag, self->least);
  return bag;
}

static double
get_overlap (const Bag *a,
             const Bag *b)
{
  guint common = 0, i = 0, j = 0;

  while (i < a->n && j < b->n)
    {
      if (a->stems[i] == b->stems[j])
        {
          common++;
          i++;
          j++;
        }
      else if (a->stems[i] < b->stems[j])
        i++;
      else
        j++;
    }
  return (double) common / (a->n + b->n - common);
}

static void
find (TlAlike     *self,
      const Bag   *bag,
      TlAlikeFunc  function,
      gpointer     data)
{
  self->n_compared++;
  for (guint i = 0; i < bag->n_indexed; i++)
    {
      const GPtrArray *with = g_hash_table_lookup (self->index, GINT_TO_POINTER (bag->stems[i]));

      for (guint j = 0; with != NULL && j < with->len; j++)
        {
          Bag *other = g_ptr_array_index (with, j);

          if (other->compared == self->n_compared)
            continue;
          other->compared = self->n_compared;
          if (get_overlap (bag, other) >= self->least - 1e-9)
            function (bag->key, other->key, data);
        }
    }
}

/**
 * tl_alike_add:
 * @self: an index
 * @group: what the text is removed with
 * @key: what the text is about
 * @text: (nullable): the text
 * @function: (scope call): called for each text in the index whose significant words overlap enough
 * @data: given to @function
 *
 * Adds a text. One without significant words is like none. Only texts that share one of their rarest stems are compared:
 * prefix filtering, after R. J. Bayardo and others, Scaling Up All Pairs Similarity Search (2007).
 */
void
tl_alike_add (TlAlike       *self,
              gconstpointer  group,
              gconstpointer  key,
              const char    *text,
              TlAlikeFunc    function,
              gpointer       data)
{
  Bag *bag = make_bag (self, key, text);
  GPtrArray *bags = g_hash_table_lookup (self->groups, group);

  find (self, bag, function, data);
  for (guint i = 0; i < bag->n_indexed; i++)
    {
      GPtrArray *with = g_hash_table_lookup (self->index, GINT_TO_POINTER (bag->stems[i]));

      if (with == NULL)
        {
          with = g_ptr_array_new ();
          g_hash_table_insert (self->index, GINT_TO_POINTER (bag->stems[i]), with);
        }
      g_ptr_array_add (with, bag);
    }
  if (bags == NULL)
    {
      bags = g_ptr_array_new_with_free_func (bag_free);
      g_hash_table_insert (self->groups, (gpointer) group, bags);
    }
  g_ptr_array_add (bags, bag);
}

/**
 * tl_alike_remove_group:
 * @self: an index
 * @group: what texts were added with
 *
 * Removes all texts of a group.
 */
void
tl_alike_remove_group (TlAlike       *self,
                       gconstpointer  group)
{
  GPtrArray *bags = g_hash_table_lookup (self->groups, group);

  for (guint i = 0; bags != NULL && i < bags->len; i++)
    {
      Bag *bag = g_ptr_array_index (bags, i);

      for (guint j = 0; j < bag->n_indexed; j++)
        g_ptr_array_remove_fast (g_hash_table_lookup (self->index, GINT_TO_POINTER (bag->stems[j])), bag);
    }
  g_hash_table_remove (self->groups, group);
}
