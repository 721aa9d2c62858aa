/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-search-words.h"

typedef struct
{
  GString *word;
  TlSearchWordFunc func;
  gpointer user_data;
} Splitter;

/* Somebody who looks for 12 means R12 too. */
static const char *
find_number (const char *word)
{
  const char *c = word;

  while (g_ascii_isalpha (*c))
    c++;
  return c > word && g_ascii_isdigit (*c) ? c : NULL;
}

static void
end_word (Splitter *self)
{
  const char *number;

  if (self->word->len == 0)
    return;
  self->func (self->word->str, self->user_data);
  number = find_number (self->word->str);
  if (number != NULL)
    self->func (number, self->user_data);
  g_string_truncate (self->word, 0);
}

static void
add_ascii (Splitter *self,
           char      c)
{
  if (g_ascii_isalnum (c))
    g_string_append_c (self->word, g_ascii_tolower (c));
  /* "Person's" and "persons" are one word. */
  else if (c != '\'')
    end_word (self);
}

/* What has an unaccented form is known by it; other scripts stay as they are. */
static void
add_other (Splitter *self,
           gunichar  c)
{
  char text[7] = { 0, };
  g_autofree char *plain = NULL;

  if (g_unichar_ismark (c))
    return;
  g_unichar_to_utf8 (c, text);
  plain = g_str_to_ascii (text, "C");
  if (!g_str_equal (plain, "?"))
    for (const char *ascii = plain; *ascii != '\0'; ascii++)
      add_ascii (self, *ascii);
  else if (g_unichar_isalnum (c))
    g_string_append_unichar (self->word, g_unichar_tolower (c));
  else
    end_word (self);
}

/**
 * tl_search_words_each:
 * @text: (nullable): a text, of any length
 * @func: (scope call): called with each of its words
 * @user_data: for @func
 *
 * Splits a text into words in the form in which they are compared: without case, accents and apostrophes. Whatever is
 * neither letter nor digit stands between words. A ref such as "R12" counts as "12" as well.
 */
void
tl_search_words_each (const char       *text,
                      TlSearchWordFunc  func,
                      gpointer          user_data)
{
  g_autoptr (GString) word = g_string_sized_new (64);
  Splitter self = { word, func, user_data };

  for (const char *c = text; c != NULL && *c != '\0';)
    {
      gunichar other;

      if ((guchar) *c < 0x80)
        {
          add_ascii (&self, *c++);
          continue;
        }
      other = g_utf8_get_char_validated (c, -1);
      if (other == (gunichar) -1 || other == (gunichar) -2)
        {
          end_word (&self);
          c++;
          continue;
        }
      add_other (&self, other);
      c = g_utf8_next_char (c);
    }
  end_word (&self);
}
