/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-foreign-split.h"

#include <string.h>

#include "tl-foreign-mapping-private.h"
#include "tl-foreign-words.h"

/* A cell with more actions than this is a report. */
#define MOST_ITEMS 100

/* Returns: how many bytes of "1.", "(2)", "c)", "iv." or a bullet begin a line, with the space behind; 0 for none */
static gsize
measure_mark (const char *line,
              int        *number)
{
  static const char * const bullets[] = { "•", "·", "●", "○", "▪", "■", "□", "►", "➢", "✓", "–", "—", "-", "*", "o", "" };
  const char *at = line;
  gboolean bracket = *at == '(';
  gsize n;

  *number = 0;
  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    {
      n = strlen (bullets[i]);
      if (g_str_has_prefix (line, bullets[i]) && (g_ascii_isspace (line[n]) || (n > 1 && line[n] != '\0')))
        return n + strspn (line + n, " \t");
    }
  at += bracket;
  n = strspn (at, "0123456789");
  if (n >= 1 && n <= 2)
    *number = (int) g_ascii_strtoll (at, NULL, 10);
  else if (n == 0 && g_ascii_isalpha (at[0]) && (at[1] == ')' || (at[1] == '.' && at[2] == ' ')))
    n = 1;
  else if (n == 0 && (n = strspn (at, "ivx")) >= 2 && n <= 4 && (at[n] == ')' || at[n] == '.'))
    n = strspn (at, "ivx");
  else
    return 0;
  at += n;
  /* "12.5 %" and "2.1" aren't marks. */
  if (*at != ')' && (*at != '.' || bracket || g_ascii_isdigit (at[1])) && (*at != ':' || *number == 0))
    return 0;
  at++;
  return *at == '\0' ? 0 : (gsize) (at - line) + strspn (at, " \t");
}

static void
add_item (GPtrArray  *items,
          const char *start,
          gsize       length)
{
  g_autofree char *part = g_strndup (start, length);
  char *item = tl_foreign_one_line (part);

  while (g_str_has_suffix (item, ";") || g_str_has_suffix (item, ","))
    item[strlen (item) - 1] = '\0';
  g_strchomp (item);
  if (*item != '\0' && items->len < MOST_ITEMS)
    g_ptr_array_add (items, item);
  else
    g_free (item);
}

/* "1. Do this. 2. Do that." on one line: only numbers that count up from 1 are marks. */
static gboolean
split_numbered (GPtrArray  *items,
                const char *text)
{
  const char *start = text;
  int number, expected = 1;
  gsize mark = measure_mark (text, &number);

  if (mark == 0 || number != 1)
    return FALSE;
  start = text + mark;
  for (const char *at = start; *at != '\0'; at++)
    {
      if (!g_ascii_isspace (at[0]) || (mark = measure_mark (at + 1, &number)) == 0 || number != expected + 1)
        continue;
      add_item (items, start, (gsize) (at - start));
      expected = number;
      at += mark;
      start = at + 1;
      if (*at == '\0')
        break;
    }
  if (expected == 1)
    {
      g_ptr_array_set_size (items, 0);
      return FALSE;
    }
  add_item (items, start, strlen (start));
  return TRUE;
}

/* A line that goes on with small letters, or after a comma, was only broken to fit the column. */
static gboolean
goes_on (const char *earlier,
         const char *line)
{
  gsize length = strlen (earlier);

  if (length == 0)
    return FALSE;
  if (g_unichar_islower (g_utf8_get_char (line)) || strchr (",&(", earlier[length - 1]) != NULL || *line == '(')
    return TRUE;
  return g_str_has_suffix (earlier, " and") || g_str_has_suffix (earlier, " or") || g_str_has_suffix (earlier, " to")
         || g_str_has_suffix (earlier, " the") || g_str_has_suffix (earlier, " of") || g_str_has_suffix (earlier, " for")
         || g_str_has_suffix (earlier, " with") || g_str_has_suffix (earlier, " by");
}

static gboolean
has_marks (char **lines)
{
  for (guint i = 0; lines[i] != NULL; i++)
    {
      int number;

      if (measure_mark (g_strstrip (lines[i]), &number) > 0)
        return TRUE;
    }
  return FALSE;
}

/* What leads into a list, such as "The manager will:", belongs to each of its items. */
static void
prefix_items (GPtrArray  *items,
              const char *intro)
{
  for (guint i = 0; i < items->len; i++)
    {
      char **item = (char **) &g_ptr_array_index (items, i);
      char *whole = g_strdup_printf ("%s %s", intro, *item);

      g_free (*item);
      *item = whole;
    }
}

static void
split_lines (GPtrArray  *items,
             char      **lines)
{
  gboolean marked = has_marks (lines), begun = FALSE;
  g_autoptr (GString) item = g_string_new (NULL);
  g_autofree char *intro = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *line = g_strstrip (lines[i]);
      int number;
      gsize mark = measure_mark (line, &number);
      gboolean begins = marked ? mark > 0 : *line != '\0' && !goes_on (item->str, line);

      if (begins && item->len > 0)
        {
          if (marked && !begun && g_str_has_suffix (item->str, ":"))
            intro = g_strdup (item->str);
          else
            add_item (items, item->str, item->len);
          g_string_truncate (item, 0);
        }
      begun |= begins && mark > 0;
      if (*line != '\0')
        g_string_append_printf (item, "%s%s", item->len > 0 ? " " : "", line + mark);
    }
  add_item (items, item->str, item->len);
  if (intro != NULL)
    prefix_items (items, intro);
}

/**
 * tl_foreign_split_actions:
 * @text: what stands in a cell
 *
 * Takes a cell apart that holds several actions: numbered, bulleted, or on lines of their own.
 *
 * Returns: (transfer full): the actions, each on one line and without its number or bullet
 */
char **
tl_foreign_split_actions (const char *text)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  if (!split_numbered (items, text))
    split_lines (items, lines);
  for (guint i = 0; i < items->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (items, i));
  return g_strv_builder_end (builder);
}

/**
 * tl_foreign_split_for:
 * @text: what stands in a cell beside several actions
 * @n: how many actions there are
 *
 * Returns: (transfer full): as many texts: its lines where there are as many, otherwise all of it for each
 */
char **
tl_foreign_split_for (const char *text,
                      guint       n)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; lines[i] != NULL; i++)
    {
      int number;
      char *line = g_strstrip (lines[i]);

      if (*line != '\0')
        g_ptr_array_add (parts, g_strdup (line + measure_mark (line, &number)));
    }
  for (guint i = 0; i < n; i++)
    g_strv_builder_add (builder, n > 1 && parts->len == n ? g_ptr_array_index (parts, i) : text);
  return g_strv_builder_end (builder);
}

static void
add_person (GStrvBuilder *builder,
            const char   *text,
            guint        *n)
{
  g_autofree char *part = tl_foreign_one_line (text);
  int number;
  const char *person = part + measure_mark (part, &number);

  if (*person == '\0' || *n >= MOST_ITEMS)
    return;
  g_strv_builder_add (builder, person);
  (*n)++;
}

/* "Ann Example and Bo Example" are two; "Health and Safety Manager" is one. */
static void
add_people (GStrvBuilder *builder,
            const char   *text,
            guint        *n)
{
  static const char * const links[] = { " and ", " & ", "&" };

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      const char *link = strstr (text, links[i]);
      g_autofree char *before = link != NULL ? g_strndup (text, (gsize) (link - text)) : NULL;
      const char *after = link != NULL ? link + strlen (links[i]) : NULL;

      if (link == NULL || *before == '\0' || *after == '\0'
          || (!tl_foreign_words_name_role (before) && tl_foreign_words_name_role (after)))
        continue;
      add_person (builder, before, n);
      add_people (builder, after, n);
      return;
    }
  add_person (builder, text, n);
}

/**
 * tl_foreign_split_people:
 * @text: what stands in a column of people
 *
 * Takes a cell apart that names several people. A comma is left: "Ann Example, deputy manager" is one.
 *
 * Returns: (transfer full): the people
 */
char **
tl_foreign_split_people (const char *text)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *even = g_strdup (text);
  g_auto (GStrv) parts = NULL;
  guint n = 0;

  for (char *at = even; *at != '\0'; at++)
    {
      /* "N/A" is no two people. */
      gboolean slash = *at == '/' && !(at > even && g_ascii_toupper (at[-1]) == 'N' && g_ascii_toupper (at[1]) == 'A');

      if (slash || *at == ';' || *at == '+')
        *at = '\n';
    }
  parts = g_strsplit (even, "\n", -1);
  for (guint i = 0; parts[i] != NULL && n < MOST_ITEMS; i++)
    add_people (builder, parts[i], &n);
  return g_strv_builder_end (builder);
}
