/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-locale.h"

#include <langinfo.h>
#include <libintl.h>
#include <string.h>

/* Thousands are parted where there are ten of them or more, as figures are read in Britain and in most of Europe. */
#define UNPARTED 5

/**
 * tl_locale_bind_words:
 * @folder: where translations are installed
 *
 * Says where the program's translations are: in `THROUGHLINE_LOCALE_DIR`, which tests set, or where they are installed.
 */
void
tl_locale_bind_words (const char *folder)
{
  const char *chosen = g_getenv ("THROUGHLINE_LOCALE_DIR");

  bindtextdomain (GETTEXT_PACKAGE, chosen != NULL ? chosen : folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/* A sign of the locale, which may be written in something else than UTF-8. */
static const char *
get_sign (nl_item     item,
          const char *otherwise)
{
  const char *sign = nl_langinfo (item);

  return *sign != '\0' && g_utf8_validate (sign, -1, NULL) ? sign : otherwise;
}

/**
 * tl_locale_has_comma:
 *
 * Returns: whether a comma stands before decimals, where whoever reads it lives
 */
gboolean
tl_locale_has_comma (void)
{
  return g_str_equal (get_sign (RADIXCHAR, "."), ",");
}

/**
 * tl_locale_write_number:
 * @digits: a number without sign, as it stands in files: "12345.6"
 * @grouped: whether thousands are parted
 *
 * Returns: (transfer full): the number as it is read where the reader lives: "12,345.6", "12 345,6"
 */
char *
tl_locale_write_number (const char *digits,
                        gboolean    grouped)
{
  gsize length = strcspn (digits, ".");
  const char *point = get_sign (RADIXCHAR, ".");
  /* Where the locale names none, a narrow space that doesn't break can't be taken for the point. */
  const char *comma = get_sign (THOUSEP, g_str_equal (point, ".") ? "," : "\u202f");
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < length; i++)
    {
      if (grouped && length >= UNPARTED && i > 0 && (length - i) % 3 == 0)
        g_string_append (text, comma);
      g_string_append_c (text, digits[i]);
    }
  if (digits[length] != '\0')
    g_string_append_printf (text, "%s%s", point, digits + length + 1);
  return g_string_free_and_steal (text);
}

/**
 * tl_locale_read_number:
 * @text: a number that somebody typed
 *
 * Where decimals stand behind a comma, one comma is taken for the point; whatever else is typed stays as it is, to be
 * refused if it isn't a number.
 *
 * Returns: (transfer full): the number as it stands in files
 */
char *
tl_locale_read_number (const char *text)
{
  char *number = g_strdup (text), *comma = strchr (number, ',');

  if (comma != NULL && tl_locale_has_comma () && strchr (comma + 1, ',') == NULL && strchr (number, '.') == NULL)
    *comma = '.';
  return number;
}
