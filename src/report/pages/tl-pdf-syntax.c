/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-pdf-syntax.h"

#include <string.h>

/* Objects as PDF writes them (ISO 32000-1, clauses 7.2 and 7.3). */

/* What isn't regular; every byte is asked. */
enum
{
  SPACE = 1,
  DELIMITER,
};

static const guint8 classes[256] = {
  ['\0'] = SPACE, ['\t'] = SPACE, ['\n'] = SPACE, ['\f'] = SPACE, ['\r'] = SPACE, [' '] = SPACE,
  ['('] = DELIMITER, [')'] = DELIMITER, ['<'] = DELIMITER, ['>'] = DELIMITER, ['['] = DELIMITER, [']'] = DELIMITER,
  ['{'] = DELIMITER, ['}'] = DELIMITER, ['/'] = DELIMITER, ['%'] = DELIMITER,
};

static gboolean
is_space (char c)
{
  return classes[(guchar) c] == SPACE;
}

static gboolean
is_regular (char c)
{
  return classes[(guchar) c] == 0;
}

static const char *
skip_space (const char *at,
            const char *end)
{
  for (;; at++)
    {
      if (at < end && *at == '%')
        while (at < end && *at != '\n' && *at != '\r')
          at++;
      if (at >= end || !is_space (*at))
        return at;
    }
}

static const char *
skip_regular (const char *at,
              const char *end)
{
  while (at < end && is_regular (*at))
    at++;
  return at;
}

/* After the bracket that closes a string, in which brackets come in pairs. */
static const char *
skip_string (const char *at,
             const char *end)
{
  guint depth = 0;

  for (; at < end; at++)
    if (*at == '\\')
      at++;
    else if (*at == '(')
      depth++;
    else if (*at == ')' && --depth == 0)
      return at + 1;

  return end;
}

static const char *
skip_digits_of_string (const char *at,
                       const char *end)
{
  while (at < end && *at != '>')
    at++;
  return at < end ? at + 1 : end;
}

/**
 * tl_pdf_next_token:
 * @rest: what is left to read; begins after the token afterwards
 * @token: (out): a number, name, string, word or bracket
 *
 * Returns: whether there was one
 */
gboolean
tl_pdf_next_token (TlPdfSpan *rest,
                   TlPdfSpan *token)
{
  const char *at = skip_space (rest->at, rest->end);
  const char *end = rest->end;

  token->at = at;
  if (at >= end)
    {
      rest->at = token->end = end;
      return FALSE;
    }
  if (*at == '(')
    token->end = skip_string (at, end);
  else if ((*at == '<' || *at == '>') && at + 1 < end && at[1] == *at)
    token->end = at + 2;
  else if (*at == '<')
    token->end = skip_digits_of_string (at, end);
  else if (*at == '/')
    token->end = skip_regular (at + 1, end);
  else if (is_regular (*at))
    token->end = skip_regular (at, end);
  else
    token->end = at + 1;
  rest->at = token->end = MIN (token->end, end);

  return TRUE;
}

/**
 * tl_pdf_get_integer:
 * @value: a value
 * @integer: (out): what it says
 *
 * Returns: whether it is an integer from 0 on, and nothing else
 */
gboolean
tl_pdf_get_integer (TlPdfSpan  value,
                    guint     *integer)
{
  guint64 number = 0;

  if (value.at >= value.end)
    return FALSE;
  for (const char *at = value.at; at < value.end; at++)
    {
      if (!g_ascii_isdigit (*at))
        return FALSE;
      number = number * 10 + (guint) (*at - '0');
      if (number > G_MAXUINT)
        return FALSE;
    }
  *integer = (guint) number;

  return TRUE;
}

/* What lies between a bracket that was read and the one that closes it. */
static gboolean
skip_brackets (TlPdfSpan *rest)
{
  TlPdfSpan token;
  guint depth = 1;

  while (depth > 0 && tl_pdf_next_token (rest, &token))
    if (tl_pdf_equals (token, "<<") || tl_pdf_equals (token, "["))
      depth++;
    else if (tl_pdf_equals (token, ">>") || tl_pdf_equals (token, "]"))
      depth--;

  return depth == 0;
}

/**
 * tl_pdf_next_value:
 * @rest: what is left to read; begins after the value afterwards
 * @value: (out): the value: an array or dictionary is one, and so is a reference
 *
 * Returns: whether there was a whole one
 */
gboolean
tl_pdf_next_value (TlPdfSpan *rest,
                   TlPdfSpan *value)
{
  TlPdfSpan after, token;
  guint integer;

  if (!tl_pdf_next_token (rest, value))
    return FALSE;
  if (tl_pdf_equals (*value, "<<") || tl_pdf_equals (*value, "["))
    {
      gboolean whole = skip_brackets (rest);

      value->end = rest->at;
      return whole;
    }
  after = *rest;
  if (tl_pdf_get_integer (*value, &integer)
      && tl_pdf_next_token (&after, &token) && tl_pdf_get_integer (token, &integer)
      && tl_pdf_next_token (&after, &token) && tl_pdf_equals (token, "R"))
    {
      value->end = token.end;
      *rest = after;
    }

  return TRUE;
}

/**
 * tl_pdf_next_entry:
 * @rest: what is left to read of a dictionary; begins after the entry afterwards
 * @key: (out): its key, with the slash
 * @value: (out): its value
 *
 * Returns: whether there was a whole one
 */
gboolean
tl_pdf_next_entry (TlPdfSpan *rest,
                   TlPdfSpan *key,
                   TlPdfSpan *value)
{
  return tl_pdf_next_token (rest, key) && *key->at == '/' && tl_pdf_next_value (rest, value);
}

/**
 * tl_pdf_open:
 * @value: a value
 * @bracket: what it should begin with, `[` or `<<`
 * @inside: (out): what is between its brackets
 *
 * Returns: whether it begins so
 */
gboolean
tl_pdf_open (TlPdfSpan   value,
             const char *bracket,
             TlPdfSpan  *inside)
{
  gsize length = strlen (bracket);

  if ((gsize) (value.end - value.at) < 2 * length || memcmp (value.at, bracket, length) != 0)
    return FALSE;
  *inside = (TlPdfSpan) { value.at + length, value.end - length };

  return TRUE;
}

/**
 * tl_pdf_find:
 * @dictionary: a value
 * @key: a key, with the slash
 * @value: (out): what stands there
 *
 * Returns: whether it is a dictionary that has the key
 */
gboolean
tl_pdf_find (TlPdfSpan   dictionary,
             const char *key,
             TlPdfSpan  *value)
{
  TlPdfSpan rest, found;

  if (!tl_pdf_open (dictionary, "<<", &rest))
    return FALSE;
  while (tl_pdf_next_entry (&rest, &found, value))
    if (tl_pdf_equals (found, key))
      return TRUE;

  return FALSE;
}

/**
 * tl_pdf_get_reference:
 * @value: a value
 *
 * Returns: the number of the object that it refers to; 0 when it is no reference
 */
guint
tl_pdf_get_reference (TlPdfSpan value)
{
  TlPdfSpan rest = value, token;
  guint number;

  if (value.end - value.at < 5 || value.end[-1] != 'R' || !tl_pdf_next_token (&rest, &token)
      || !tl_pdf_get_integer (token, &number))
    return 0;

  return number;
}

/* ── Writing ───────────────────────────────────────────────────────────────── */

static void
append_token (GString   *text,
              TlPdfSpan  token)
{
  if (text->len > 0 && is_regular (text->str[text->len - 1]) && is_regular (*token.at))
    g_string_append_c (text, ' ');
  g_string_append_len (text, token.at, token.end - token.at);
}

/**
 * tl_pdf_append_integer:
 * @text: what is written
 * @number: a number
 */
void
tl_pdf_append_integer (GString *text,
                       guint    number)
{
  char digits[10];
  gsize first = sizeof digits;

  do
    digits[--first] = (char) ('0' + number % 10);
  while ((number /= 10) > 0);
  g_string_append_len (text, digits + first, (gssize) (sizeof digits - first));
}

/**
 * tl_pdf_append_reference:
 * @text: what is written
 * @number: the number of an object; 0 for null
 */
void
tl_pdf_append_reference (GString *text,
                         guint    number)
{
  if (text->len > 0 && is_regular (text->str[text->len - 1]))
    g_string_append_c (text, ' ');
  if (number > 0)
    tl_pdf_append_integer (text, number);
  g_string_append (text, number > 0 ? " 0 R" : "null");
}

/**
 * tl_pdf_append:
 * @text: what is written
 * @value: a value, or several
 * @func: tells the new numbers of objects
 * @data: for @func
 *
 * Appends a value with no more space than it needs. What refers to no object is null.
 */
void
tl_pdf_append (GString         *text,
               TlPdfSpan        value,
               TlPdfNumberFunc  func,
               gpointer         data)
{
  /* Where the last two integers begin, of which one word makes a reference. */
  gsize starts[2] = { 0 };
  guint numbers[2] = { 0 }, n = 0;
  TlPdfSpan token;

  while (tl_pdf_next_token (&value, &token))
    if (n == 2 && tl_pdf_equals (token, "R"))
      {
        g_string_truncate (text, starts[0]);
        tl_pdf_append_reference (text, func (numbers[0], data));
        n = 0;
      }
    else
      {
        starts[0] = starts[1];
        numbers[0] = numbers[1];
        starts[1] = text->len;
        n = tl_pdf_get_integer (token, &numbers[1]) ? MIN (n + 1, 2) : 0;
        append_token (text, token);
      }
}

/* What PDFDocEncoding has from 0x80 on (ISO 32000-1, annex D.2); from 0xA1 on it is Latin-1. */
static const gunichar pdf_letters[] = {
  0x2022, 0x2020, 0x2021, 0x2026, 0x2014, 0x2013, 0x0192, 0x2044, 0x2039, 0x203A, 0x2212, 0x2030, 0x201E, 0x201C, 0x201D,
  0x2018, 0x2019, 0x201A, 0x2122, 0xFB01, 0xFB02, 0x0141, 0x0152, 0x0160, 0x0178, 0x017D, 0x0131, 0x0142, 0x0153, 0x0161,
  0x017E, 0, 0x20AC,
};

/* Returns: 0 when it has none */
static guchar
find_pdf_letter (gunichar letter)
{
  /* Where there are no lines, a space that keeps words together is one like any other. */
  if (letter == 0xA0)
    return ' ';
  if ((letter >= 0x20 && letter < 0x7F) || (letter > 0xA0 && letter <= 0xFF && letter != 0xAD))
    return (guchar) letter;
  for (guint i = 0; letter > 0 && i < G_N_ELEMENTS (pdf_letters); i++)
    if (pdf_letters[i] == letter)
      return (guchar) (0x80 + i);

  return 0;
}

static gboolean
append_pdf_letters (GString    *text,
                    const char *words)
{
  gsize start = text->len;

  g_string_append_c (text, '(');
  for (const char *at = words; *at != '\0'; at = g_utf8_next_char (at))
    {
      guchar letter = find_pdf_letter (g_utf8_get_char (at));

      if (letter == 0)
        {
          g_string_truncate (text, start);
          return FALSE;
        }
      if (strchr ("()\\", letter) != NULL)
        g_string_append_c (text, '\\');
      g_string_append_c (text, (char) letter);
    }
  g_string_append_c (text, ')');

  return TRUE;
}

/**
 * tl_pdf_append_words:
 * @text: what is written
 * @words: what a reader is told
 *
 * Appends a text string: a byte for a letter where PDF has one, or else UTF-16 (ISO 32000-1, clause 7.9.2.2).
 */
void
tl_pdf_append_words (GString    *text,
                     const char *words)
{
  g_autofree char *valid = g_utf8_make_valid (words, -1);
  g_autofree gunichar2 *units = NULL;

  if (append_pdf_letters (text, valid))
    return;
  units = g_utf8_to_utf16 (valid, -1, NULL, NULL, NULL);
  g_string_append (text, "<FEFF");
  for (gunichar2 *unit = units; *unit != 0; unit++)
    g_string_append_printf (text, "%04X", *unit);
  g_string_append_c (text, '>');
}

/**
 * tl_pdf_append_number:
 * @text: what is written
 * @number: a length in points
 */
void
tl_pdf_append_number (GString *text,
                      double   number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (text, g_ascii_formatd (digits, sizeof digits, "%.2f", number));
}
