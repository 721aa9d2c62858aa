/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-stems.h"

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

/**
 * tl_words_list_stems:
 * @stemmer: an English Snowball stemmer
 * @text: (nullable): a text
 *
 * Returns: (transfer full) (element-type utf8): the stems of its significant words, each once, in order
 */
GPtrArray *
tl_words_list_stems (struct sb_stemmer *stemmer,
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
