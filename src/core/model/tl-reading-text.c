/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-reading-text.h"

#include <glib/gi18n-lib.h>

#include "tl-export-text.h"
#include "tl-field-text.h"
#include "tl-locale.h"

#include <math.h>
#include <string.h>

/**
 * tl_reading_text_clear:
 * @self: what a reading says
 *
 * Frees what it holds.
 */
void
tl_reading_text_clear (TlReadingText *self)
{
  g_clear_pointer (&self->numerator, g_free);
  g_clear_pointer (&self->denominator, g_free);
  g_clear_pointer (&self->value, g_free);
}

static char *
replace (const char *text,
         const char *from,
         const char *to)
{
  g_auto (GStrv) parts = g_strsplit (text, from, -1);

  return g_strjoinv (to, parts);
}

/* Spaces of every width become one sort, "out of", "of" and every slash become "/", and a true minus sign a hyphen. */
static char *
settle (const char *text)
{
  static const struct
  {
    const char *from, *to;
  } signs[] = {
    { "\xc2\xa0", "\x01" }, { "\xe2\x80\xaf", "\x01" }, { "\xe2\x80\x89", "\x01" },
    { "\xe2\x81\x84", "/" }, { "\xe2\x88\x95", "/" }, { "\xe2\x88\x92", "-" },
    { " out of ", "/" }, { "\x01of\x01", "/" }, { " of ", "/" }, { " OF ", "/" },
  };
  g_autofree char *settled = g_strdup (text);

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      char *next = replace (settled, signs[i].from, signs[i].to);

      g_free (settled);
      settled = next;
    }
  return g_steal_pointer (&settled);
}

/* How many groups of three digits stand behind the first comma or thin space; -1 where it isn't written so. */
static int
count_groups (const char *text,
              char        separator,
              gboolean   *broken)
{
  gsize digits;
  int n = 0;

  text += *text == '-' || *text == '+';
  digits = strspn (text, "0123456789");
  if (digits < 1 || digits > 3)
    return -1;
  for (text += digits; *text == separator; text += 4, n++)
    {
      if (strspn (text + 1, "0123456789") != 3)
        return -1;
    }
  *broken = *text == '.';
  if (*broken)
    text += 1 + strspn (text + 1, "0123456789");
  return *text == '\0' ? n : -1;
}

static char *
without (const char *text,
         char        separator)
{
  GString *plain = g_string_new (NULL);

  for (; *text != '\0'; text++)
    {
      if (*text != separator)
        g_string_append_c (plain, *text);
    }
  return g_string_free_and_steal (plain);
}

/* Takes out what separates thousands. A single comma in a quantity could be a decimal one, and stays, to be refused, unless
 * decimals stand behind a comma where the reader lives; of people, doses or events there are no tenths. */
static char *
plain_number (const char *text,
              gboolean    counted)
{
  g_autofree char *trimmed = g_strdup (text);
  gboolean broken = FALSE;
  int n;

  g_strdelimit (trimmed, "\x01", ' ');
  g_strstrip (trimmed);
  g_strdelimit (trimmed, " ", '\x01');
  n = count_groups (trimmed, '\x01', &broken);
  if (n > 0 && strstr (text, "\x01") != NULL)
    return without (trimmed, '\x01');
  n = count_groups (trimmed, ',', &broken);
  if (n > 1 || (n == 1 && (broken || (counted && !tl_locale_has_comma ()))))
    return without (trimmed, ',');
  g_strdelimit (trimmed, "\x01", ' ');
  /* Of people "1,000" is a thousand to some and one to others. */
  return n == 1 && counted ? g_steal_pointer (&trimmed) : tl_locale_read_number (trimmed);
}

/**
 * tl_reading_text_read:
 * @kind: what the measure counts
 * @text: what somebody wrote: "29/30", "29 of 30" or "96.7%" of a proportion; events of a count, "3", or with what they are
 *   out of, "3/120"; a quantity, "12.5", or with how many it averages, "12.5/17"
 * @parts: (out): the texts of its fields, to be read as they are; all empty where @text is
 * @message: (out) (transfer full): what is wrong
 *
 * Takes a reading apart. Whether its numbers are numbers, and possible ones, is for a draft to say. A bare number isn't a
 * proportion: it could be so many, or so many in a hundred.
 *
 * Returns: whether it could be
 */
gboolean
tl_reading_text_read (TlMeasureKind   kind,
                      const char     *text,
                      TlReadingText  *parts,
                      char          **message)
{
  g_autofree char *settled = settle (text);
  g_autofree char *quoted = NULL;
  gboolean counted = kind == TL_MEASURE_KIND_PROPORTION || kind == TL_MEASURE_KIND_COUNT;
  char *slash = strchr (settled, '/');

  *parts = (TlReadingText) { NULL, NULL, NULL };
  /* "n/a" has a slash, too. */
  if (kind == TL_MEASURE_KIND_PROPORTION && (slash == NULL || strpbrk (settled, "0123456789") == NULL))
    {
      g_strchomp (settled);
      if (*settled != '\0' && (slash != NULL || !g_str_has_suffix (settled, "%")))
        {
          quoted = tl_field_text_quote (text);
          *message = g_strdup_printf (_("%s is not a share; write how many of how many, as in 29/30, or a percentage with its "
                                        "sign, as in 96.7%%."), quoted);
          return FALSE;
        }
      counted = FALSE;
    }
  if (slash != NULL)
    *slash = '\0';
  parts->denominator = slash != NULL ? plain_number (slash + 1, TRUE) : g_strdup ("");
  if (kind == TL_MEASURE_KIND_COUNT || (kind == TL_MEASURE_KIND_PROPORTION && slash != NULL))
    {
      parts->numerator = plain_number (settled, counted);
      parts->value = g_strdup ("");
    }
  else
    {
      parts->numerator = g_strdup ("");
      parts->value = plain_number (settled, FALSE);
    }
  return TRUE;
}

/* A quantity as decimals are written where the reader lives. What is counted has none, and a comma in it would part
 * thousands. */
static void
append_number (GString  *text,
               double    number,
               gboolean  counted)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *written = NULL;

  if (!isfinite (number))
    return;
  tl_export_write_number (number, digits);
  written = counted ? g_strdup (digits) : tl_locale_write_number (digits, FALSE);
  g_string_append (text, written);
}

/**
 * tl_reading_text_write:
 * @kind: what the measure counts
 * @numerator: a reading's numerator, %NAN for none
 * @denominator: its denominator, %NAN for none
 * @value: its value, %NAN for none
 *
 * Returns: (transfer full): the reading as somebody types it who lives where the reader lives, to be read again by
 *   tl_reading_text_read()
 */
char *
tl_reading_text_write (TlMeasureKind kind,
                       double        numerator,
                       double        denominator,
                       double        value)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean bare = kind == TL_MEASURE_KIND_PROPORTION && !(isfinite (numerator) && isfinite (denominator)) && isfinite (value);
  double first = kind == TL_MEASURE_KIND_VALUE ? value : numerator;

  if (bare)
    {
      append_number (text, value, FALSE);
      g_string_append_c (text, '%');
      return g_string_free_and_steal (g_steal_pointer (&text));
    }
  if (!isfinite (first) && kind != TL_MEASURE_KIND_PROPORTION)
    first = kind == TL_MEASURE_KIND_VALUE ? numerator : value;
  append_number (text, first, kind != TL_MEASURE_KIND_VALUE);
  if (isfinite (denominator) || (kind == TL_MEASURE_KIND_PROPORTION && isfinite (first)))
    {
      g_string_append_c (text, '/');
      append_number (text, denominator, TRUE);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * tl_reading_text_speak:
 * @text: a reading, as tl_reading_text_write() writes it
 *
 * Returns: (transfer full): the reading as it is said aloud, "29 of 30"
 */
char *
tl_reading_text_speak (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "/", 2);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *written = tl_locale_write_number (parts[i], FALSE);

      g_free (parts[i]);
      parts[i] = written;
    }
  if (g_strv_length (parts) < 2)
    return g_strdup (parts[0] != NULL ? parts[0] : "");
  /* Translators: how many of how many, as in "29 of 30" */
  return g_strdup_printf (_("%1$s of %2$s"), parts[0], parts[1]);
}
