/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf-reader.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

static char *
run (GBytes             *input,
     gboolean            must_succeed,
     const char * const *arguments)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) output = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  gconstpointer data;
  char *text;

  process = g_subprocess_newv (arguments,
                               (input != NULL ? G_SUBPROCESS_FLAGS_STDIN_PIPE : 0)
                                 | G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_MERGE, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate (process, input, NULL, &output, NULL, &error));
  g_assert_no_error (error);
  data = g_bytes_get_data (output, &length);
  if (must_succeed && !g_subprocess_get_successful (process))
    g_error ("%s: %.*s", arguments[0], (int) length, (const char *) data);

  /* Fonts aren't text; what comes after them is. */
  text = g_malloc0 (length + 1);
  for (gsize i = 0; i < length; i++)
    text[i] = ((const char *) data)[i] != '\0' ? ((const char *) data)[i] : ' ';

  return text;
}

/* qpdf reads files only. */
static char *
run_on_file (GBytes     *pdf,
             const char *first,
             const char *second)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  char *output;
  int file = g_file_open_tmp ("report-XXXXXX.pdf", &path, &error);

  g_assert_no_error (error);
  g_close (file, NULL);
  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);
  output = run (NULL, TRUE, (const char *[]) { "qpdf", first, path, second, NULL });
  g_assert_cmpint (remove (path), ==, 0);

  return output;
}

char *
pdf_text (GBytes *pdf)
{
  return run (pdf, TRUE, (const char *[]) { "pdftotext", "-enc", "UTF-8", "-", "-", NULL });
}

char *
pdf_page_text (GBytes *pdf,
               guint   page)
{
  g_autofree char *number = g_strdup_printf ("%u", page + 1);

  return run (pdf, TRUE, (const char *[]) { "pdftotext", "-enc", "UTF-8", "-f", number, "-l", number, "-layout",
                                            "-", "-", NULL });
}

char *
pdf_structure (GBytes *pdf)
{
  return run (pdf, TRUE, (const char *[]) { "pdfinfo", "-enc", "UTF-8", "-struct-text", "-", NULL });
}

/* Without the text, which takes long for a long document. */
char *
pdf_elements (GBytes *pdf)
{
  return run (pdf, TRUE, (const char *[]) { "pdfinfo", "-enc", "UTF-8", "-struct", "-", NULL });
}

char *
pdf_info (GBytes *pdf)
{
  return run (pdf, TRUE, (const char *[]) { "pdfinfo", "-enc", "UTF-8", "-isodates", "-", NULL });
}

char *
pdf_fonts (GBytes *pdf)
{
  return run (pdf, TRUE, (const char *[]) { "pdffonts", "-", NULL });
}

/* The same PDF with nothing compressed. */
char *
pdf_unpacked (GBytes *pdf)
{
  return run_on_file (pdf, "--qdf", "-");
}

guint
pdf_n_pages (GBytes *pdf)
{
  g_autofree char *info = pdf_info (pdf);
  const char *pages = strstr (info, "\nPages:");

  g_assert_nonnull (pages);
  return (guint) g_ascii_strtoull (pages + strlen ("\nPages:"), NULL, 10);
}

void
pdf_assert_sound (GBytes *pdf)
{
  g_autofree char *output = run_on_file (pdf, "--check", "--no-warn");

  g_assert_null (strstr (output, "WARNING"));
  g_assert_null (strstr (output, "damaged"));
}

static gboolean
is_grey (const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  guint n_words = g_strv_length (words);

  for (guint i = 3; i < n_words; i++)
    {
      double parts[3];

      if (!g_str_equal (words[i], "rg") && !g_str_equal (words[i], "RG"))
        continue;
      for (guint j = 0; j < 3; j++)
        parts[j] = g_ascii_strtod (words[i - 3 + j], NULL);
      if (fabs (parts[0] - parts[1]) > 1e-6 || fabs (parts[0] - parts[2]) > 1e-6)
        return FALSE;
    }

  return TRUE;
}

/* Whether every colour that is set is a grey, and no other way of setting colours is used. */
void
pdf_assert_grey (GBytes *pdf)
{
  g_autofree char *unpacked = pdf_unpacked (pdf);
  g_auto (GStrv) lines = g_strsplit (unpacked, "\n", -1);
  guint n_colours = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      n_colours += strstr (lines[i], " rg") != NULL || strstr (lines[i], " RG") != NULL;
      if (!is_grey (lines[i]))
        g_error ("not a grey: %s", lines[i]);
      g_assert_false (g_str_has_suffix (lines[i], " scn") || g_str_has_suffix (lines[i], " SCN"));
    }
  g_assert_cmpuint (n_colours, >, 0);
}

guint
text_count (const char *text,
            const char *part)
{
  guint n = 0;

  for (const char *found = strstr (text, part); found != NULL; found = strstr (found + strlen (part), part))
    n++;

  return n;
}

/* How often each word occurs. */
GHashTable *
text_count_words (const char *text)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) words = g_strsplit_set (text, " \n\f", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, words[i]));

      g_hash_table_replace (counts, g_strdup (words[i]), GUINT_TO_POINTER (n + 1));
    }

  return counts;
}

void
text_assert_order (const char *text,
                   ...)
{
  va_list parts;

  va_start (parts, text);
  for (const char *part = va_arg (parts, const char *); part != NULL; part = va_arg (parts, const char *))
    {
      const char *found = strstr (text, part);

      if (found == NULL)
        g_error ("“%s” isn't there, or not in its place, in:\n%s", part, text);
      text = found + strlen (part);
    }
  va_end (parts);
}

/* All white space as single spaces, so that a sentence is found however its lines break. */
char *
text_flatten (const char *text)
{
  g_autoptr (GRegex) space = g_regex_new ("\\s+", 0, 0, NULL);

  return g_regex_replace_literal (space, text, -1, 0, " ", 0, NULL);
}

static gboolean
ends_with_any (const char         *line,
               const char * const *endings)
{
  for (guint i = 0; endings[i] != NULL; i++)
    if (g_str_has_suffix (line, endings[i]))
      return TRUE;

  return FALSE;
}

/* Whether all that is painted is marked as an element's or as artifact. cairo writes an operator a line. */
void
pdf_assert_marked (GBytes *pdf)
{
  static const char * const begins[] = { " BDC", " BMC", NULL };
  static const char * const paints[] = { " S", " f", " f*", " B", " B*", " Do", "Tj", "TJ", NULL };
  g_autofree char *unpacked = pdf_unpacked (pdf);
  g_auto (GStrv) lines = g_strsplit (unpacked, "\n", -1);
  gboolean in_page = FALSE;
  guint depth = 0;
  guint n_painted = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (g_str_has_prefix (lines[i], "%% Contents for page"))
        in_page = TRUE;
      else if (g_str_equal (lines[i], "endstream"))
        {
          g_assert_true (!in_page || depth == 0);
          in_page = FALSE;
        }
      else if (in_page && ends_with_any (lines[i], begins))
        depth++;
      else if (in_page && g_str_equal (lines[i], "EMC"))
        depth--;
      else if (in_page && ends_with_any (lines[i], paints))
        {
          if (depth == 0)
            g_error ("neither an element's nor artifact: %s", lines[i]);
          n_painted++;
        }
    }
  g_assert_cmpuint (n_painted, >, 10);
}
