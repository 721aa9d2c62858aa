/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-privacy.h"

#include <glib/gi18n-lib.h>

#define N_DIGITS 10

/* What stands between the parts of a number as people write it. */
static gboolean
is_between (gunichar character)
{
  return character == '-' || character == 0x2010 || character == 0x2011
         || (g_unichar_type (character) == G_UNICODE_SPACE_SEPARATOR);
}

static gboolean
passes_check (const int *digits)
{
  int sum = 0, check;

  for (int i = 0; i < N_DIGITS - 1; i++)
    sum += digits[i] * (N_DIGITS - i);
  check = 11 - sum % 11;
  /* Eleven stands for nought; ten is never given out. */
  return check == 11 ? digits[N_DIGITS - 1] == 0 : check == digits[N_DIGITS - 1];
}

/* Reads digits in a row, at most one more than there can be; returns where they end. */
static const char *
read_digits (const char *text,
             int        *digits,
             int         most,
             int        *n)
{
  const char *c = text;
  gboolean full = FALSE;

  *n = 0;
  for (; g_unichar_isdigit (g_utf8_get_char (c)); c = g_utf8_next_char (c))
    {
      full = full || *n == most;
      if (!full)
        digits[(*n)++] = g_unichar_digit_value (g_utf8_get_char (c));
    }
  if (full)
    *n = most + 1;
  return c;
}

/* Ten digits in a row, or three, three and four with one space or hyphen between, and no further digit beside them. */
static const char *
read_number (const char *text,
             int        *digits)
{
  static const int parts[] = { 3, 3, 4 };
  int n = 0, n_read = 0;
  const char *end = read_digits (text, digits, N_DIGITS, &n);

  if (n == N_DIGITS)
    return end;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      end = read_digits (text, digits + n_read, parts[i], &n);
      if (n != parts[i])
        return NULL;
      n_read += n;
      if (i + 1 < G_N_ELEMENTS (parts) && !is_between (g_utf8_get_char (end)))
        return NULL;
      text = i + 1 < G_N_ELEMENTS (parts) ? g_utf8_next_char (end) : end;
    }
  return end;
}

/**
 * tl_privacy_find_number:
 * @text: (nullable): valid UTF-8 that somebody typed
 * @start: (out) (optional): where the number begins, in bytes
 * @length: (out) (optional): how long it is, in bytes
 *
 * Looks for what reads as an NHS number: ten digits, together or as three, three and four, whose last is the check digit
 * of the first nine, modulus 11 (NHS Data Dictionary, NHS Number). About one in eleven other numbers of ten digits
 * passes too.
 *
 * Returns: whether there is one
 */
gboolean
tl_privacy_find_number (const char *text,
                        gsize      *start,
                        gsize      *length)
{
  gboolean after_digit = FALSE;

  for (const char *c = text; c != NULL && *c != '\0'; c = g_utf8_next_char (c))
    {
      int digits[N_DIGITS + 1];
      const char *end = NULL;
      gboolean is_digit = g_unichar_isdigit (g_utf8_get_char (c));

      if (is_digit && !after_digit)
        end = read_number (c, digits);
      if (end != NULL && passes_check (digits))
        {
          if (start != NULL)
            *start = c - text;
          if (length != NULL)
            *length = end - c;
          return TRUE;
        }
      after_digit = is_digit;
    }
  return FALSE;
}

/**
 * tl_privacy_warn:
 * @text: (nullable): valid UTF-8 that somebody typed
 *
 * Returns: (transfer none) (nullable): a sentence to show beside it, when it seems to identify a person who receives care
 */
const char *
tl_privacy_warn (const char *text)
{
  if (!tl_privacy_find_number (text, NULL, NULL))
    return NULL;
  return _("This looks like an NHS number. Leave out whatever identifies a person who receives care.");
}
