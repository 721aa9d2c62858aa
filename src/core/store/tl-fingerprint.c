/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-fingerprint.h"

#include <string.h>

#define GROUP 4

static const char base32[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/* Puts a digit where it belongs, with a space before each group but the first. */
static void
put_digit (char  *text,
           guint  index,
           char   digit)
{
  guint place = index + index / GROUP;

  if (index > 0 && index % GROUP == 0)
    text[place - 1] = ' ';
  text[place] = digit;
  text[place + 1] = '\0';
}

/**
 * tl_fingerprint_write:
 * @change: the id of a change
 * @text: (out caller-allocates): its fingerprint
 *
 * Writes a fingerprint as paper has it.
 */
void
tl_fingerprint_write (const TlDigest *change,
                      char            text[TL_FINGERPRINT_LENGTH + 1])
{
  for (guint i = 0; i < TL_FINGERPRINT_DIGITS; i++)
    {
      guint bit = i * 5;
      guint pair = (guint) change->bytes[bit / 8] << 8 | change->bytes[bit / 8 + 1];

      put_digit (text, i, base32[pair >> (11 - bit % 8) & 31]);
    }
}

/**
 * tl_fingerprint_read:
 * @text: what somebody copied from paper: letters of either case, with spaces or hyphens anywhere
 * @fingerprint: (out caller-allocates): the fingerprint as paper has it
 *
 * Returns: whether it is one
 */
gboolean
tl_fingerprint_read (const char *text,
                     char        fingerprint[TL_FINGERPRINT_LENGTH + 1])
{
  guint n = 0;

  for (const char *at = text; *at != '\0'; at++)
    {
      char digit = g_ascii_toupper (*at);

      if (g_ascii_isspace (*at) || *at == '-')
        continue;
      if (strchr (base32, digit) == NULL || n == TL_FINGERPRINT_DIGITS)
        return FALSE;
      put_digit (fingerprint, n++, digit);
    }
  return n == TL_FINGERPRINT_DIGITS;
}
