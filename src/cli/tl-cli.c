/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-cli.h"

#include <string.h>

#define PROGRAM "throughline-cli"

/* What a workbook says mustn't steer the terminal that shows it. */
static char *
make_harmless (const char *text)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      g_string_append_unichar (line, g_unichar_iscntrl (character) ? ' ' : character);
    }
  return g_string_free_and_steal (g_steal_pointer (&line));
}

/**
 * tl_cli_say:
 * @format: a format as for `printf`
 * @...: its arguments
 *
 * Writes a line to standard output.
 */
void
tl_cli_say (const char *format,
            ...)
{
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  line = make_harmless (text);
  g_print ("%s\n", line);
}

/**
 * tl_cli_complain:
 * @path: (nullable): the file that it is about, as it was given
 * @message: what is wrong
 *
 * Writes what is wrong to standard error.
 */
void
tl_cli_complain (const char *path,
                 const char *message)
{
  g_autofree char *line = make_harmless (message);

  if (path != NULL)
    {
      g_autofree char *name = g_filename_display_name (path);
      g_autofree char *shown = make_harmless (name);

      g_printerr (PROGRAM ": %s: %s\n", shown, line);
    }
  else
    g_printerr (PROGRAM ": %s\n", line);
}

/**
 * tl_cli_refuse:
 * @path: (nullable): the file that it is about, as it was given
 * @message: what is wrong
 *
 * Writes what is wrong to standard error.
 *
 * Returns: how a refused command ends
 */
TlCliExit
tl_cli_refuse (const char *path,
               const char *message)
{
  tl_cli_complain (path, message);
  return TL_CLI_EXIT_ERROR;
}
