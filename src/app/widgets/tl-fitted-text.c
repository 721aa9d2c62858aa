/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-fitted-text.h"

/* Longer than any word; a label that must break within one measures every one of its letters. */
#define LONGEST_WORD 40
#define ZERO_WIDTH_SPACE 0x200b

/**
 * tl_fitted_text:
 * @text: (nullable): any text
 * @most: how many characters of it there is room for
 *
 * Makes a text fit for a label that wraps, which takes seconds to measure ten thousand letters without a space: its
 * beginning, with places to break in what is too long to be a word.
 *
 * Returns: (transfer full): what the label shows
 */
char *
tl_fitted_text (const char *text,
                guint       most)
{
  GString *fitted = g_string_new (NULL);
  guint n = 0, run = 0;

  for (const char *c = text; c != NULL && *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (n++ == most)
        {
          g_string_append (fitted, "…");
          break;
        }
      run = g_unichar_isspace (character) ? 0 : run + 1;
      if (run > LONGEST_WORD)
        {
          g_string_append_unichar (fitted, ZERO_WIDTH_SPACE);
          run = 1;
        }
      g_string_append_unichar (fitted, character);
    }
  return g_string_free_and_steal (fitted);
}
