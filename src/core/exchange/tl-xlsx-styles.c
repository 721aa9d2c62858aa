/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-xlsx-styles.h"

#include <string.h>

#include "tl-xlsx-parser.h"

#define MOST_STYLES 65536

struct _TlXlsxStyles
{
  GHashTable *formats;
  GArray *styles;
  gboolean within;
};

/**
 * tl_xlsx_styles_new:
 *
 * Returns: (transfer full): no styles
 */
TlXlsxStyles *
tl_xlsx_styles_new (void)
{
  TlXlsxStyles *self = g_new0 (TlXlsxStyles, 1);

  self->formats = g_hash_table_new (NULL, NULL);
  self->styles = g_array_new (FALSE, FALSE, sizeof (TlXlsxStyle));
  return self;
}

/**
 * tl_xlsx_styles_free:
 * @self: (transfer full): styles
 *
 * Frees them.
 */
void
tl_xlsx_styles_free (TlXlsxStyles *self)
{
  g_hash_table_unref (self->formats);
  g_array_unref (self->styles);
  g_free (self);
}

/* The letters of a format that aren't to be shown as they are say what it shows. */
static TlXlsxStyle
judge_format (const char *code)
{
  gboolean quoted = FALSE, bracketed = FALSE, day = FALSE, month = FALSE, year = FALSE, percent = FALSE;

  for (const char *at = code; *at != '\0' && *at != ';'; at++)
    {
      if (*at == '\\' || *at == '_' || *at == '*')
        {
          if (at[1] != '\0')
            at++;
        }
      else if (*at == '"')
        quoted = !quoted;
      else if (quoted)
        continue;
      else if (*at == '[' || *at == ']')
        bracketed = *at == '[';
      else if (!bracketed && strchr ("dD", *at) != NULL)
        day = TRUE;
      else if (!bracketed && strchr ("mM", *at) != NULL)
        month = TRUE;
      else if (!bracketed && strchr ("yY", *at) != NULL)
        year = TRUE;
      else if (!bracketed && *at == '%')
        percent = TRUE;
    }
  if (month && year && !day)
    return TL_XLSX_STYLE_MONTH;
  return day || year ? TL_XLSX_STYLE_DAY : percent ? TL_XLSX_STYLE_PERCENT : TL_XLSX_STYLE_PLAIN;
}

/* Formats that every spreadsheet has without saying so: ECMA-376, part 1, 18.8.30. */
static TlXlsxStyle
judge_built_in (gint64 format)
{
  if (format == 9 || format == 10)
    return TL_XLSX_STYLE_PERCENT;
  if (format == 17)
    return TL_XLSX_STYLE_MONTH;
  if ((format >= 14 && format <= 16) || format == 22 || (format >= 27 && format <= 31) || format == 36
      || (format >= 50 && format <= 58))
    return TL_XLSX_STYLE_DAY;
  return TL_XLSX_STYLE_PLAIN;
}

static void
add_format (TlXlsxStyles  *self,
            const char   **attributes)
{
  const char *id = tl_xlsx_get_attribute (attributes, "numFmtId");
  const char *code = tl_xlsx_get_attribute (attributes, "formatCode");

  if (id != NULL && code != NULL && g_hash_table_size (self->formats) < MOST_STYLES)
    g_hash_table_insert (self->formats, GINT_TO_POINTER ((int) g_ascii_strtoll (id, NULL, 10)),
                         GINT_TO_POINTER ((int) judge_format (code)));
}

static void
add_style (TlXlsxStyles  *self,
           const char   **attributes)
{
  const char *id = tl_xlsx_get_attribute (attributes, "numFmtId");
  gint64 format = id != NULL ? g_ascii_strtoll (id, NULL, 10) : 0;
  gpointer known;
  TlXlsxStyle style;

  if (self->styles->len >= MOST_STYLES)
    return;
  style = g_hash_table_lookup_extended (self->formats, GINT_TO_POINTER ((int) format), NULL, &known)
          ? (TlXlsxStyle) GPOINTER_TO_INT (known) : judge_built_in (format);
  g_array_append_val (self->styles, style);
}

static gboolean
start (gpointer      data,
       const char   *name,
       const char  **attributes,
       GError      **error)
{
  TlXlsxStyles *self = data;

  if (g_str_equal (name, "numFmt"))
    add_format (self, attributes);
  else if (g_str_equal (name, "cellXfs"))
    self->within = TRUE;
  else if (self->within && g_str_equal (name, "xf"))
    add_style (self, attributes);
  return TRUE;
}

static gboolean
end (gpointer     data,
     const char  *name,
     GError     **error)
{
  if (g_str_equal (name, "cellXfs"))
    ((TlXlsxStyles *) data)->within = FALSE;
  return TRUE;
}

/**
 * tl_xlsx_styles_read:
 * @self: styles
 * @part: the part that lists them
 * @error: why it can't be read
 *
 * Returns: whether it could be read
 */
gboolean
tl_xlsx_styles_read (TlXlsxStyles  *self,
                     TlXlsxPart    *part,
                     GError       **error)
{
  static const TlXlsxHandler handler = { start, end, NULL };

  return tl_xlsx_parse (part, &handler, self, error);
}

/**
 * tl_xlsx_styles_get:
 * @self: styles
 * @index: a style's number
 *
 * Returns: how cells of that style show a number
 */
TlXlsxStyle
tl_xlsx_styles_get (const TlXlsxStyles *self,
                    guint64             index)
{
  return index < self->styles->len ? g_array_index (self->styles, TlXlsxStyle, index) : TL_XLSX_STYLE_PLAIN;
}
