/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-attachment-name.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What file systems allow, with room for what others add to a name. */
#define LONGEST_NAME 200

/* Characters that end a name, part a path, or mean something to another system's folders. */
static gboolean
is_unfit (gunichar letter)
{
  return letter < 0x80 && (letter < 0x20 || letter == 0x7f || strchr ("/\\:*?\"<>|", (int) letter) != NULL);
}

/* Characters that aren't seen: with those that turn the direction of writing "exe.fdp" can look like a document. */
static gboolean
is_hidden (gunichar letter)
{
  switch (g_unichar_type (letter))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
    case G_UNICODE_PRIVATE_USE:
    case G_UNICODE_UNASSIGNED:
      return TRUE;
    default:
      return FALSE;
    }
}

static char *
replace_letters (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  GString *clean = g_string_new (NULL);

  for (const char *letter = valid; *letter != '\0'; letter = g_utf8_next_char (letter))
    {
      gunichar value = g_utf8_get_char (letter);

      if (is_unfit (value))
        g_string_append_c (clean, '_');
      else if (!is_hidden (value))
        g_string_append_unichar (clean, value);
    }
  return g_string_free_and_steal (clean);
}

/* The ending says what the file is, so the beginning is what gets shorter. */
static char *
shorten (const char *name)
{
  const char *ending = strrchr (name, '.');
  gsize length = ending != NULL ? strlen (ending) : 0, begin;

  if (strlen (name) <= LONGEST_NAME)
    return g_strdup (name);
  if (length > LONGEST_NAME / 4)
    length = 0;
  begin = LONGEST_NAME - length;
  while (begin > 0 && ((guchar) name[begin] & 0xc0) == 0x80)
    begin--;
  return g_strdup_printf ("%.*s%s", (int) begin, name, length > 0 ? ending : "");
}

/**
 * tl_attachment_name_clean:
 * @name: (nullable): what somebody, or another copy of a workbook, calls a file
 *
 * Makes a file's name of it: one line of letters that can be seen, without parts of a path, not hidden, and of a length
 * that every file system takes; its ending is kept.
 *
 * Returns: (transfer full): a name that is never empty
 */
char *
tl_attachment_name_clean (const char *name)
{
  g_autofree char *replaced = replace_letters (name != NULL ? name : "");
  g_autofree char *shortened = NULL;
  char *begin = g_strstrip (replaced);

  /* A leading dot hides a file, and ".." is another folder; other systems drop what trails. */
  while (*begin == '.' || *begin == ' ')
    begin++;
  for (gsize length = strlen (begin); length > 0 && (begin[length - 1] == '.' || begin[length - 1] == ' '); length--)
    begin[length - 1] = '\0';
  shortened = shorten (begin);
  return *shortened != '\0' ? g_steal_pointer (&shortened) : g_strdup (_("Attachment"));
}

/**
 * tl_attachment_name_is_program:
 * @name: what a file is called
 *
 * A workbook can come from anybody, and what it carries is not to be run by opening it.
 *
 * Returns: whether the file is, by its ending, a program, a script or a starter rather than a document
 */
gboolean
tl_attachment_name_is_program (const char *name)
{
  static const char * const endings[] = {
    "appimage", "bat", "cmd", "com", "cpl", "desktop", "exe", "flatpakref", "hta", "jar", "js", "jse", "lnk", "msi", "msp",
    "pif", "pl", "ps1", "py", "reg", "run", "scr", "sh", "url", "vbe", "vbs", "wsf", NULL,
  };
  const char *ending = strrchr (name, '.');
  g_autofree char *lower = ending != NULL ? g_ascii_strdown (ending + 1, -1) : NULL;

  return lower != NULL && g_strv_contains (endings, lower);
}
