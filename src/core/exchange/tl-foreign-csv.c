/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-foreign-csv.h"

#include <glib/gi18n-lib.h>

#include "tl-csv-reader.h"

#define MOST_BYTES (64 * 1024 * 1024)

/* What Excel on Windows calls CSV is in the code page of the computer, and its "Unicode text" in UTF-16. */
static char *
to_utf8 (char  *text,
         gsize *length)
{
  const guchar *bytes = (const guchar *) text;
  const char *from = "WINDOWS-1252";
  g_autofree char *given = text;
  char *converted;

  if (*length >= 2 && ((bytes[0] == 0xff && bytes[1] == 0xfe) || (bytes[0] == 0xfe && bytes[1] == 0xff)))
    from = "UTF-16";
  else if (g_utf8_validate_len (text, *length, NULL))
    return g_steal_pointer (&given);
  converted = g_convert_with_fallback (text, (gssize) *length, "UTF-8", from, "?", NULL, length, NULL);
  return converted != NULL ? converted : g_steal_pointer (&given);
}

/* What occurs most often in the first line, since a spreadsheet program may write any of them. */
static char
find_separator (const char *text,
                gsize       length)
{
  static const char separators[] = { ',', ';', '\t' };
  guint counts[G_N_ELEMENTS (separators)] = { 0 }, most = 0;
  gboolean quoted = FALSE, begun = FALSE;

  for (gsize i = 0; i < length && !(begun && !quoted && (text[i] == '\n' || text[i] == '\r')); i++)
    {
      quoted ^= text[i] == '"';
      begun |= !g_ascii_isspace (text[i]);
      for (guint j = 0; !quoted && j < G_N_ELEMENTS (separators); j++)
        counts[j] += text[i] == separators[j];
    }
  for (guint j = 1; j < G_N_ELEMENTS (separators); j++)
    most = counts[j] > counts[most] ? j : most;
  return separators[most];
}

static char *
load_text (GFile         *file,
           gsize         *length,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gsize got = 1;

  while (stream != NULL && got > 0)
    {
      guint at = bytes->len;

      g_byte_array_set_size (bytes, at + 65536);
      if (!g_input_stream_read_all (G_INPUT_STREAM (stream), bytes->data + at, 65536, &got, cancellable, error))
        return NULL;
      g_byte_array_set_size (bytes, at + (guint) got);
      if (bytes->len > MOST_BYTES)
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                               _("the file is larger than any action plan; is it the right one?"));
          return NULL;
        }
    }
  if (stream == NULL)
    return NULL;
  *length = bytes->len;
  return (char *) g_byte_array_free (g_steal_pointer (&bytes), FALSE);
}

/**
 * tl_foreign_csv_read:
 * @file: a CSV file in UTF-8, UTF-16 or Windows' western code page, with commas, semicolons or tabs between cells
 * @name: the sheet's name
 * @cancellable: (nullable): to stop it
 * @error: why it can't be read, with the row
 *
 * Reads CSV that any program may have written. Blocks: not for the main thread.
 *
 * Returns: (transfer full) (nullable): its cells
 */
TlSheet *
tl_foreign_csv_read (GFile         *file,
                     const char    *name,
                     GCancellable  *cancellable,
                     GError       **error)
{
  gsize length;
  char *loaded = load_text (file, &length, cancellable, error);
  g_autofree char *text = loaded != NULL ? to_utf8 (loaded, &length) : NULL;
  g_autoptr (TlSheet) sheet = tl_sheet_new (name);

  if (loaded == NULL)
    return NULL;
  if (!tl_csv_parse (sheet, text, length, find_separator (text, length), error))
    {
      g_prefix_error (error, _("%s row %u: "), name, tl_sheet_get_current_row (sheet));
      return NULL;
    }
  return g_steal_pointer (&sheet);
}
