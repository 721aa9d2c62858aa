/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-help-text.h"

#include <libintl.h>

static const struct
{
  const char *element;
  /* How Pango writes it. */
  const char *start;
  const char *end;
} elements[] = {
  { "em", "<i>", "</i>" },
  { "gui", "<b>", "</b>" },
  { "key", "<b>", "</b>" },
  { "code", "<tt>", "</tt>" },
  { "link", NULL, "</a>" },
};

/**
 * tl_help_text_append:
 * @words: words that are being gathered
 * @text: some of them
 * @length: how many bytes of them
 *
 * Adds words as they are read.
 */
void
tl_help_text_append (GString    *words,
                     const char *text,
                     gsize       length)
{
  /* g_markup_escape_text () would escape quotes, too, which xgettext leaves alone. */
  for (const char *c = text; c < text + length; c++)
    if (*c == '&')
      g_string_append (words, "&amp;");
    else if (*c == '<')
      g_string_append (words, "&lt;");
    else if (*c == '>')
      g_string_append (words, "&gt;");
    else
      g_string_append_c (words, *c);
}

/**
 * tl_help_text_append_start:
 * @words: words that are being gathered
 * @element: an element that begins within them
 * @attributes: the names of its attributes
 * @values: their values
 *
 * Adds the beginning of an element.
 */
void
tl_help_text_append_start (GString     *words,
                           const char  *element,
                           const char **attributes,
                           const char **values)
{
  g_string_append_printf (words, "<%s", element);
  for (guint i = 0; attributes[i] != NULL; i++)
    {
      g_autofree char *value = g_markup_escape_text (values[i], -1);

      g_string_append_printf (words, " %s=\"%s\"", attributes[i], value);
    }
  g_string_append_c (words, '>');
}

/**
 * tl_help_text_append_end:
 * @words: words that are being gathered
 * @element: an element that ends within them
 *
 * Adds the end of an element.
 */
void
tl_help_text_append_end (GString    *words,
                         const char *element)
{
  g_string_append_printf (words, "</%s>", element);
}

/**
 * tl_help_text_tidy:
 * @words: words as they were written, on as many lines as it took
 *
 * Returns: (transfer full): the words on one line, with one space between them
 */
char *
tl_help_text_tidy (const char *words)
{
  g_auto (GStrv) parts = g_strsplit_set (words, " \n\t\r", -1);
  g_autoptr (GString) tidy = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_string_append_printf (tidy, tidy->len > 0 ? " %s" : "%s", parts[i]);
  return g_string_free (g_steal_pointer (&tidy), FALSE);
}

/* ── As they are shown ────────────────────────────────────────────────────── */

typedef struct
{
  /* Pango's markup, and the words without any. */
  GString *markup;
  GString *plain;
  guint depth;
} Reading;

static int
find_element (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    if (g_str_equal (elements[i].element, name))
      return (int) i;
  return -1;
}

static void
start_cb (GMarkupParseContext  *context,
          const char           *name,
          const char          **attributes,
          const char          **values,
          gpointer              user_data,
          GError              **error)
{
  Reading *reading = user_data;
  int element = find_element (name);
  const char *address = NULL;
  g_autofree char *escaped = NULL;

  /* The whole is in an element that isn't there. */
  if (reading->depth++ == 0)
    return;
  if (element < 0)
    {
      g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_UNKNOWN_ELEMENT, "%s can’t stand among words", name);
      return;
    }
  if (elements[element].start != NULL)
    {
      if (g_markup_collect_attributes (name, attributes, values, error, G_MARKUP_COLLECT_INVALID, NULL))
        g_string_append (reading->markup, elements[element].start);
      return;
    }
  if (!g_markup_collect_attributes (name, attributes, values, error, G_MARKUP_COLLECT_STRING, "xref", &address,
                                    G_MARKUP_COLLECT_INVALID))
    return;
  escaped = g_markup_escape_text (address, -1);
  g_string_append_printf (reading->markup, "<a href=\"%s\">", escaped);
}

static void
end_cb (GMarkupParseContext  *context,
        const char           *name,
        gpointer              user_data,
        GError              **error)
{
  Reading *reading = user_data;

  if (--reading->depth > 0)
    g_string_append (reading->markup, elements[find_element (name)].end);
}

static void
text_cb (GMarkupParseContext  *context,
         const char           *text,
         gsize                 length,
         gpointer              user_data,
         GError              **error)
{
  Reading *reading = user_data;
  g_autofree char *escaped = g_markup_escape_text (text, (gssize) length);

  g_string_append (reading->markup, escaped);
  g_string_append_len (reading->plain, text, (gssize) length);
}

static gboolean
read_words (Reading     *reading,
            const char  *words,
            GError     **error)
{
  static const GMarkupParser parser = { start_cb, end_cb, text_cb, NULL, NULL };
  g_autofree char *whole = g_strconcat ("<p>", words, "</p>", NULL);
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, reading, NULL);

  reading->markup = g_string_new (NULL);
  reading->plain = g_string_new (NULL);
  return g_markup_parse_context_parse (context, whole, -1, error) && g_markup_parse_context_end_parse (context, error);
}

static void
end_reading (Reading *reading)
{
  g_string_free (reading->markup, TRUE);
  g_string_free (reading->plain, TRUE);
}

/**
 * tl_help_text_dup_markup:
 * @words: words, with what stands within them
 * @error: where to put why they can't be shown
 *
 * Returns: (transfer full) (nullable): the same as Pango and a label write it
 */
char *
tl_help_text_dup_markup (const char  *words,
                         GError     **error)
{
  Reading reading = { NULL };
  char *markup = read_words (&reading, words, error) ? g_strdup (reading.markup->str) : NULL;

  end_reading (&reading);
  return markup;
}

/**
 * tl_help_text_dup_plain:
 * @words: words, with what stands within them
 *
 * Returns: (transfer full): nothing but the words
 */
char *
tl_help_text_dup_plain (const char *words)
{
  Reading reading = { NULL };
  char *plain = NULL;

  read_words (&reading, words, NULL);
  plain = g_strdup (reading.plain->str);
  end_reading (&reading);
  return plain;
}

/**
 * tl_help_text_translate:
 * @words: words, with what stands within them
 *
 * Returns: (transfer full): the same in the language of the person at this computer; as they were written where the
 *   translation isn't well formed
 */
char *
tl_help_text_translate (const char *words)
{
  const char *translated = *words != '\0' ? gettext (words) : words;
  g_autofree char *markup = tl_help_text_dup_markup (translated, NULL);

  return g_strdup (markup != NULL ? translated : words);
}
