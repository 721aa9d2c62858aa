/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-words-alike.h"

#include <libstemmer.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The stop words of Snowball's English list. */
static const char stop_words[] =
  " i me my myself we our ours ourselves you your yours yourself yourselves he him his himself she her hers herself it its "
  "itself they them their theirs themselves what which who whom this that these those am is are was were be been being have "
  "has had having do does did doing would should could ought i'm you're he's she's it's we're they're i've you've we've "
  "they've i'd you'd he'd she'd we'd they'd i'll you'll he'll she'll we'll they'll isn't aren't wasn't weren't hasn't "
  "haven't hadn't doesn't don't didn't won't wouldn't shan't shouldn't can't cannot couldn't mustn't let's that's who's "
  "what's here's there's when's where's why's how's a an the and but if or because as until while of at by for with about "
  "against between into through during before after above below to from up down in out on off over under again further then "
  "once here there when where why how all any both each few more most other some such no nor not only own same so than too "
  "very ";

static gboolean
is_stop_word (const char *word)
{
  g_autofree char *padded = g_strconcat (" ", word, " ", NULL);

  return strstr (stop_words, padded) != NULL;
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static void
add_stem (GPtrArray         *stems,
          struct sb_stemmer *stemmer,
          const char        *word)
{
  const sb_symbol *stem;

  if (*word == '\0' || is_stop_word (word))
    return;
  stem = sb_stemmer_stem (stemmer, (const sb_symbol *) word, (int) strlen (word));
  if (stem != NULL)
    g_ptr_array_add (stems, g_strndup ((const char *) stem, (gsize) sb_stemmer_length (stemmer)));
}

static void
split_words (GPtrArray         *stems,
             struct sb_stemmer *stemmer,
             const char        *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  g_autoptr (GString) word = g_string_new (NULL);

  for (const char *at = lower;; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (g_unichar_isalnum (letter))
        g_string_append_unichar (word, letter);
      else if ((letter == '\'' || letter == 0x2019) && word->len > 0)
        g_string_append_c (word, '\'');
      else
        {
          add_stem (stems, stemmer, word->str);
          g_string_truncate (word, 0);
        }
      if (letter == 0)
        break;
    }
}

static GPtrArray *
list_stems (struct sb_stemmer *stemmer,
            const char        *text)
{
  GPtrArray *stems = g_ptr_array_new_with_free_func (g_free);

  if (text != NULL)
    split_words (stems, stemmer, text);
  g_ptr_array_sort (stems, compare_words);
  for (guint i = stems->len; i > 1; i--)
    {
      if (strcmp (g_ptr_array_index (stems, i - 1), g_ptr_array_index (stems, i - 2)) == 0)
        g_ptr_array_remove_index (stems, i - 1);
    }
  return stems;
}

/**
 * tl_words_list_stems:
 * @text: (nullable): a text
 *
 * Returns: (transfer full) (element-type utf8): the English Snowball stems of its significant words, each once, in order
 */
GPtrArray *
tl_words_list_stems (const char *text)
{
  struct sb_stemmer *stemmer = sb_stemmer_new ("english", NULL);
  GPtrArray *stems = list_stems (stemmer, text);

  sb_stemmer_delete (stemmer);
  return stems;
}

/* A text as the numbers of its stems, rare ones first. */
typedef struct
{
  guint *stems;
  guint n;
} Bag;

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;

  return (x > y) - (x < y);
}

typedef struct
{
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

/* Numbers all stems by how rare they are. */
static Bag *
make_bags (const char * const *texts,
           guint               n,
           guint              *n_stems)
{
  struct sb_stemmer *stemmer = sb_stemmer_new ("english", NULL);
  g_autoptr (GHashTable) frequencies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  Bag *bags = g_new0 (Bag, n + 1);

  for (guint i = 0; i < n; i++)
    {
      GPtrArray *stems = list_stems (stemmer, texts[i]);

      g_ptr_array_add (lists, stems);
      for (guint j = 0; j < stems->len; j++)
        {
          Frequency *frequency = g_hash_table_lookup (frequencies, g_ptr_array_index (stems, j));

          if (frequency == NULL)
            {
              frequency = g_new0 (Frequency, 1);
              frequency->number = order->len;
              g_ptr_array_add (order, frequency);
              g_hash_table_insert (frequencies, g_strdup (g_ptr_array_index (stems, j)), frequency);
            }
          frequency->n++;
        }
    }
  sb_stemmer_delete (stemmer);

  g_ptr_array_sort (order, compare_frequencies);
  for (guint i = 0; i < order->len; i++)
    ((Frequency *) g_ptr_array_index (order, i))->number = i;
  for (guint i = 0; i < n; i++)
    {
      GPtrArray *stems = g_ptr_array_index (lists, i);

      bags[i].n = stems->len;
      bags[i].stems = g_new (guint, stems->len + 1);
      for (guint j = 0; j < stems->len; j++)
        bags[i].stems[j] = ((Frequency *) g_hash_table_lookup (frequencies, g_ptr_array_index (stems, j)))->number;
      qsort (bags[i].stems, bags[i].n, sizeof *bags[i].stems, compare_numbers);
    }
  *n_stems = order->len;
  return bags;
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

/* Two bags that overlap enough share one of their rarest stems: so many of them must be looked at. */
static guint
get_prefix (const Bag *bag,
            double     least)
{
  return bag->n - (guint) ceil (least * bag->n - 1e-9) + 1;
}

/**
 * tl_words_find_alike:
 * @texts: (array length=n): some texts
 * @n: how many
 * @least: the least Jaccard overlap, above 0
 * @function: (scope call): called for each pair that overlaps as much, the earlier first
 * @data: given to @function
 *
 * Finds texts whose significant words overlap. A text without such words is like none. Only texts that share one of their
 * rarest stems are compared: prefix filtering, after R. J. Bayardo and others, Scaling Up All Pairs Similarity Search
 * (2007).
 */
void
tl_words_find_alike (const char * const *texts,
                     guint               n,
                     double              least,
                     TlAlikeFunc         function,
                     gpointer            data)
{
  guint n_stems;
  Bag *bags = make_bags (texts, n, &n_stems);
  g_autofree GArray **index = g_new0 (GArray *, n_stems + 1);
  g_autofree guint *compared = g_new0 (guint, n + 1);

  for (guint i = 0; i < n; i++)
    {
      guint prefix = bags[i].n > 0 ? get_prefix (&bags[i], least) : 0;

      for (guint j = 0; j < prefix; j++)
        {
          GArray **with = &index[bags[i].stems[j]];

          for (guint k = 0; *with != NULL && k < (*with)->len; k++)
            {
              guint other = g_array_index (*with, guint, k);

              if (compared[other] == i + 1)
                continue;
              compared[other] = i + 1;
              if (get_overlap (&bags[i], &bags[other]) >= least - 1e-9)
                function (other, i, data);
            }
        }
      for (guint j = 0; j < prefix; j++)
        {
          GArray **with = &index[bags[i].stems[j]];

          if (*with == NULL)
            *with = g_array_new (FALSE, FALSE, sizeof (guint));
          g_array_append_val (*with, i);
        }
    }

  for (guint i = 0; i < n_stems; i++)
    g_clear_pointer (&index[i], g_array_unref);
  for (guint i = 0; i < n; i++)
    g_free (bags[i].stems);
  g_free (bags);
}
