/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-field-text.h"

#include <glib/gi18n-lib.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define FIRST_YEAR 1900
#define LAST_YEAR 2199
#define LONGEST_REF 40
#define LONGEST_QUOTE 60
#define LONGEST_LINE 200
#define SHORT_LIST 10
#define SHORT_NUMBER 9
/* Beyond these a double can't hold every whole number. */
#define LARGEST 9007199254740992.0

/**
 * tl_field_text_quote:
 * @text: what somebody wrote
 *
 * Returns: (transfer full): it in quotation marks, on one line, shortened if it is long
 */
char *
tl_field_text_quote (const char *text)
{
  g_autofree char *line = g_strdup (text);
  g_autofree char *start = NULL;

  g_strdelimit (line, "\n\t", ' ');
  if (g_utf8_strlen (line, -1) <= LONGEST_QUOTE)
    return g_strdup_printf ("\"%s\"", line);
  start = g_utf8_substring (line, 0, LONGEST_QUOTE);
  return g_strdup_printf ("\"%s…\"", start);
}

/* Digits without a sign, as many as wanted. */
static gboolean
read_digits (const char **text,
             guint        least,
             guint        most,
             int         *number)
{
  guint n = 0;

  *number = 0;
  while (n < most && g_ascii_isdigit (**text))
    {
      *number = *number * 10 + (**text - '0');
      (*text)++;
      n++;
    }
  return n >= least && !g_ascii_isdigit (**text);
}

static gboolean
read_day_first (const char *text,
                TlDay      *day)
{
  int day_of_month, month, year;

  if (!read_digits (&text, 1, 2, &day_of_month) || *text++ != '/' || !read_digits (&text, 1, 2, &month)
      || *text++ != '/' || !read_digits (&text, 4, 4, &year) || *text != '\0')
    return FALSE;
  *day = tl_day_new (year, month, day_of_month);
  return *day != TL_NO_DAY;
}

/**
 * tl_field_text_read_day:
 * @text: what somebody wrote
 * @day: (out): the day
 * @message: (out) (transfer full): what is wrong
 *
 * Reads a day, written as 2026-03-31 or 31/03/2026, day first.
 *
 * Returns: whether it is a day
 */
gboolean
tl_field_text_read_day (const char  *text,
                    TlDay       *day,
                    char       **message)
{
  g_autofree char *quoted = NULL;
  int year;

  if (!tl_day_from_iso (text, day) && !read_day_first (text, day))
    {
      quoted = tl_field_text_quote (text);
      *message = g_strdup_printf (_("%s is not a date; write it as 2026-03-31 or 31/03/2026"), quoted);
      return FALSE;
    }

  tl_day_split (*day, &year, NULL, NULL);
  if (year < FIRST_YEAR || year > LAST_YEAR)
    {
      quoted = tl_field_text_quote (text);
      *message = g_strdup_printf (_("%s is not a date from %d to %d"), quoted, FIRST_YEAR, LAST_YEAR);
      return FALSE;
    }
  return TRUE;
}

/* Only what a person or a spreadsheet writes: no hexadecimal, no infinity. */
static gboolean
looks_like_number (const char *text)
{
  gsize whole, broken = 0;

  text += *text == '-' || *text == '+';
  whole = strspn (text, "0123456789");
  text += whole;
  if (*text == '.')
    {
      broken = strspn (text + 1, "0123456789");
      text += 1 + broken;
    }
  if (whole + broken == 0)
    return FALSE;
  if (*text == 'e' || *text == 'E')
    {
      text++;
      text += *text == '-' || *text == '+';
      if (!g_ascii_isdigit (*text))
        return FALSE;
      text += strspn (text, "0123456789");
    }
  return *text == '\0';
}

/* Most numbers are a few digits. */
static gboolean
read_short_number (const char *text,
                   double     *number)
{
  int digits;

  if (!read_digits (&text, 1, SHORT_NUMBER, &digits) || *text != '\0')
    return FALSE;
  *number = digits;
  return TRUE;
}

static gboolean
read_plain_number (const char *text,
                   double     *number)
{
  if (read_short_number (text, number))
    return TRUE;
  if (!looks_like_number (text))
    return FALSE;
  *number = g_ascii_strtod (text, NULL);
  return isfinite (*number) && fabs (*number) <= LARGEST;
}

/* A percentage may be written with its sign, since spreadsheets do. */
static gboolean
may_be_percentage (const TlField *field)
{
  return g_str_equal (field->column, "value") || g_str_equal (field->column, "target")
         || g_str_equal (field->column, "baseline") || g_str_equal (field->column, "largest_gap");
}

/**
 * tl_field_text_read_number:
 * @field: the field
 * @text: what somebody wrote
 * @number: (out): the number
 * @message: (out) (transfer full): what is wrong
 *
 * Reads a number with a decimal point. Commas are refused: whether 1,234 is a thousand or a little over one differs
 * between countries, and a guess could be wrong by a factor of a thousand.
 *
 * Returns: whether it is a number
 */
gboolean
tl_field_text_read_number (const TlField  *field,
                       const char     *text,
                       double         *number,
                       char          **message)
{
  g_autofree char *plain = NULL;
  g_autofree char *quoted = NULL;

  if (read_short_number (text, number))
    return TRUE;
  plain = g_strdup (text);
  if (may_be_percentage (field) && g_str_has_suffix (plain, "%"))
    {
      plain[strlen (plain) - 1] = '\0';
      g_strchomp (plain);
    }
  if (read_plain_number (plain, number))
    return TRUE;

  quoted = tl_field_text_quote (text);
  if (strchr (text, ',') != NULL)
    *message = g_strdup_printf (_("%s is not a number; write it without commas, and with a point before decimals"),
                                quoted);
  else
    *message = g_strdup_printf (_("%s is not a number"), quoted);
  return FALSE;
}

/**
 * tl_field_text_read_whole:
 * @field: the field
 * @text: what somebody wrote
 * @whole: (out): the number
 * @message: (out) (transfer full): what is wrong
 *
 * Reads a whole number within the field's range.
 *
 * Returns: whether it is one
 */
gboolean
tl_field_text_read_whole (const TlField  *field,
                      const char     *text,
                      int            *whole,
                      char          **message)
{
  g_autofree char *quoted = NULL;
  double number;

  if (read_plain_number (text, &number) && number >= field->least && number <= field->most && number == floor (number))
    {
      *whole = (int) number;
      return TRUE;
    }

  quoted = tl_field_text_quote (text);
  *message = g_strdup_printf (_("%s is not a number from %d to %d"), quoted, (int) field->least, (int) field->most);
  return FALSE;
}

/* The Levenshtein distance between two short words. */
static guint
measure_distance (const char *a,
                  const char *b)
{
  guint row[LONGEST_QUOTE + 1];
  gsize length_a = strlen (a), length_b = strlen (b);

  if (length_a > LONGEST_QUOTE || length_b > LONGEST_QUOTE)
    return G_MAXUINT;
  for (guint j = 0; j <= length_b; j++)
    row[j] = j;
  for (guint i = 1; i <= length_a; i++)
    {
      guint diagonal = row[0];

      row[0] = i;
      for (guint j = 1; j <= length_b; j++)
        {
          guint above = row[j];
          guint changed = diagonal + (a[i - 1] != b[j - 1]);

          row[j] = MIN (MIN (row[j - 1], above) + 1, changed);
          diagonal = above;
        }
    }
  return row[length_b];
}

/* Returns: (nullable): the word that somebody may have meant */
static const char *
find_nearest_word (GEnumClass *words,
                   const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  const char *nearest = NULL;
  guint least = G_MAXUINT;

  for (guint i = 0; i < words->n_values; i++)
    {
      const char *word = words->values[i].value_nick;
      guint distance = measure_distance (folded, word);

      if (*word != '\0' && distance < least)
        {
          nearest = word;
          least = distance;
        }
    }
  return least <= strlen (folded) / 2 ? nearest : NULL;
}

/**
 * tl_field_text_read_word:
 * @words: a fixed list
 * @text: what somebody wrote
 * @word: (out): the word's value
 * @message: (out) (transfer full): what is wrong, with the list if it is short
 *
 * Reads a word from a fixed list.
 *
 * Returns: whether it is one
 */
gboolean
tl_field_text_read_word (GType        words,
                     const char  *text,
                     int         *word,
                     char       **message)
{
  g_autoptr (GTypeClass) class = NULL;
  g_autofree char *quoted = NULL;
  g_autofree char *list = NULL;
  const char *nearest;

  if (tl_word_find (words, text, word))
    return TRUE;

  quoted = tl_field_text_quote (text);
  class = g_type_class_ref (words);
  nearest = find_nearest_word ((GEnumClass *) class, text);
  if (((GEnumClass *) class)->n_values - 1 <= SHORT_LIST)
    {
      list = tl_word_list (words);
      *message = g_strdup_printf (_("%s is not one of: %s"), quoted, list);
    }
  else if (nearest != NULL)
    *message = g_strdup_printf (_("%s is not a word of this column's list; the nearest is \"%s\""), quoted, nearest);
  else
    *message = g_strdup_printf (_("%s is not a word of this column's list"), quoted);
  return FALSE;
}

/**
 * tl_field_text_check:
 * @text: what somebody wrote
 * @message: (out) (transfer full): what is wrong
 *
 * Returns: whether it can be kept and shown
 */
gboolean
tl_field_text_check (const char  *text,
                      char       **message)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character;

      if (*at >= ' ' && *at < 0x7f)
        continue;
      character = g_utf8_get_char (at);
      if (g_unichar_iscntrl (character) && character != '\n' && character != '\t')
        {
          *message = g_strdup_printf (_("the text holds a character that can't be shown (U+%04X)"), character);
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * tl_field_text_check_ref:
 * @ref: what stands in a Ref column
 * @message: (out) (transfer full): what is wrong
 *
 * Returns: whether other sheets could point to it
 */
gboolean
tl_field_text_check_ref (const char  *ref,
                     char       **message)
{
  g_autofree char *quoted = tl_field_text_quote (ref);

  if (!tl_field_text_check (ref, message))
    return FALSE;
  if (strpbrk (ref, ";\n") != NULL)
    {
      *message = g_strdup_printf (_("%s can't be a ref: it is one ref a row, without a semicolon"), quoted);
      return FALSE;
    }
  if (g_utf8_strlen (ref, -1) > LONGEST_REF)
    {
      *message = g_strdup_printf (_("%s can't be a ref: a ref is short, such as R1"), quoted);
      return FALSE;
    }
  return TRUE;
}

/**
 * tl_field_text_split_list:
 * @text: what somebody wrote
 *
 * Returns: (transfer full): the items that semicolons separate, without surrounding space; empty ones and repeated
 *   ones are left out
 */
char **
tl_field_text_split_list (const char *text)
{
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (*g_strstrip (parts[i]) != '\0' && g_hash_table_add (seen, parts[i]))
        g_strv_builder_add (kept, parts[i]);
    }
  return g_strv_builder_end (kept);
}

/**
 * tl_field_text_check_line:
 * @text: what somebody wrote
 * @message: (out) (transfer full): what is wrong
 *
 * Returns: whether it fits on one line, as a name or a title has to
 */
gboolean
tl_field_text_check_line (const char  *text,
                          char       **message)
{
  g_autofree char *quoted = NULL;

  if (strpbrk (text, "\n\r") == NULL && g_utf8_strlen (text, -1) <= LONGEST_LINE)
    return TRUE;
  quoted = tl_field_text_quote (text);
  *message = g_strdup_printf (_("%s is too long; write one line of no more than %d characters"), quoted, LONGEST_LINE);
  return FALSE;
}

/**
 * tl_field_text_read:
 * @field: a field that holds no rows
 * @text: what somebody wrote, without space around it
 * @value: (out): what it says, as the database holds it; nothing where @text is empty
 * @message: (out) (transfer full): what is wrong
 *
 * Reads what a field is to hold, by the rules of a spreadsheet's cell.
 *
 * Returns: whether the field can hold it
 */
gboolean
tl_field_text_read (const TlField  *field,
                    const char     *text,
                    TlValue        *value,
                    char          **message)
{
  char iso[TL_DAY_ISO_LENGTH + 1];
  g_auto (GStrv) list = NULL;
  double number;
  int whole;
  TlDay day;

  tl_value_clear (value);
  if (*text == '\0')
    {
      if (field->flags & TL_FIELD_REQUIRED)
        *message = g_strdup (_("there must be a value here"));
      return !(field->flags & TL_FIELD_REQUIRED);
    }

  switch ((int) field->type)
    {
    case TL_FIELD_DAY:
      if (!tl_field_text_read_day (text, &day, message))
        return FALSE;
      tl_day_to_iso (day, iso);
      tl_value_set_text (value, iso);
      return TRUE;
    case TL_FIELD_NUMBER:
      if (!tl_field_text_read_number (field, text, &number, message))
        return FALSE;
      tl_value_set_real (value, number);
      return TRUE;
    case TL_FIELD_WHOLE:
      if (!tl_field_text_read_whole (field, text, &whole, message))
        return FALSE;
      tl_value_set_integer (value, whole);
      return TRUE;
    case TL_FIELD_WORD:
      if (!tl_field_text_read_word (field->words (), text, &whole, message))
        return FALSE;
      tl_value_set_text (value, tl_word_get (field->words (), whole));
      return TRUE;
    case TL_FIELD_TEXTS:
      list = tl_field_text_split_list (text);
      if (list[0] != NULL)
        tl_value_take_text (value, g_strjoinv ("; ", list));
      return tl_field_text_check (text, message);
    default:
      tl_value_set_text (value, text);
      return tl_field_text_check (text, message);
    }
}

/**
 * tl_field_text_say_before:
 * @text: the later of two days, as somebody wrote it
 * @heading: the heading of the earlier one
 *
 * Returns: (transfer full): that it is before it
 */
char *
tl_field_text_say_before (const char *text,
                          const char *heading)
{
  g_autofree char *quoted = tl_field_text_quote (text);

  return g_strdup_printf (_("%s is before the date in \"%s\""), quoted, heading);
}

/**
 * tl_field_text_say_after:
 * @text: the earlier of two days, as somebody wrote it
 * @heading: the heading of the later one
 *
 * Returns: (transfer full): that it is after it
 */
char *
tl_field_text_say_after (const char *text,
                         const char *heading)
{
  g_autofree char *quoted = tl_field_text_quote (text);

  return g_strdup_printf (_("%s is after the date in \"%s\""), quoted, heading);
}

/**
 * tl_field_text_say_same:
 * @text: a row, as somebody wrote it
 * @heading: the heading of another field that names it too
 *
 * Returns: (transfer full): that both are the same
 */
char *
tl_field_text_say_same (const char *text,
                        const char *heading)
{
  g_autofree char *quoted = tl_field_text_quote (text);

  return g_strdup_printf (_("%s is the same as in \"%s\""), quoted, heading);
}

/**
 * tl_field_text_say_kind:
 * @text: a place, as somebody wrote it
 * @kind: %TL_PLACE_KIND_SHIFT or %TL_PLACE_KIND_STAFF_GROUP, what it should be
 *
 * Returns: (transfer full): that it isn't one
 */
char *
tl_field_text_say_kind (const char  *text,
                        TlPlaceKind  kind)
{
  g_autofree char *quoted = tl_field_text_quote (text);

  return g_strdup_printf (kind == TL_PLACE_KIND_SHIFT ? _("the place %s is not a shift")
                                                      : _("the place %s is not a staff group"), quoted);
}

/**
 * tl_field_text_say_circle:
 * @text: a place, as somebody wrote it
 *
 * Returns: (transfer full): that it can't be above the place that it lies beneath
 */
char *
tl_field_text_say_circle (const char *text)
{
  g_autofree char *quoted = tl_field_text_quote (text);

  return g_strdup_printf (_("%s lies beneath this place, so it can't be above it too"), quoted);
}
