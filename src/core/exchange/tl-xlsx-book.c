/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-xlsx-book.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-xlsx-parser.h"
#include "tl-xlsx-styles.h"
#include "tl-xlsx-text.h"

#define WORKBOOK "xl/workbook.xml"
#define RELATIONS "xl/_rels/workbook.xml.rels"
#define MOST_SHEETS 256
#define MOST_TEXTS 8000000

struct _TlXlsxBook
{
  GPtrArray *sheets;
  GHashTable *parts;
  char *texts_part;
  char *styles_part;
  gboolean from_1904;
  gboolean found;
  TlXlsxStyles *styles;
  GStringChunk *chunk;
  GPtrArray *texts;
  TlXlsxText text;
};

static void
sheet_info_free (TlXlsxSheetInfo *info)
{
  g_free (info->name);
  g_free (info->part);
  g_free (info->relation);
  g_free (info);
}

static gboolean
start_workbook (gpointer      data,
                const char   *name,
                const char  **attributes,
                GError      **error)
{
  TlXlsxBook *self = data;
  const char *base = tl_xlsx_get_attribute (attributes, "date1904");
  const char *title = tl_xlsx_get_attribute (attributes, "name");
  const char *state = tl_xlsx_get_attribute (attributes, "state");
  TlXlsxSheetInfo *info;

  if (g_str_equal (name, "workbookPr"))
    self->from_1904 = base != NULL && (g_str_equal (base, "1") || g_str_equal (base, "true"));
  if (!g_str_equal (name, "sheet") || title == NULL)
    return TRUE;
  if (self->sheets->len >= MOST_SHEETS)
    return tl_xlsx_refuse (_("this spreadsheet has more sheets than any real one"), error);
  info = g_new0 (TlXlsxSheetInfo, 1);
  info->name = g_strstrip (g_strdup (title));
  info->relation = g_strdup (tl_xlsx_get_attribute (attributes, "id"));
  info->hidden = state != NULL && !g_str_equal (state, "visible");
  g_ptr_array_add (self->sheets, info);
  return TRUE;
}

static gboolean
start_relations (gpointer      data,
                 const char   *name,
                 const char  **attributes,
                 GError      **error)
{
  TlXlsxBook *self = data;
  const char *id = tl_xlsx_get_attribute (attributes, "Id");
  const char *type = tl_xlsx_get_attribute (attributes, "Type");
  const char *target = tl_xlsx_get_attribute (attributes, "Target");
  g_autofree char *part = NULL;

  if (!g_str_equal (name, "Relationship") || id == NULL || type == NULL || target == NULL)
    return TRUE;
  part = target[0] == '/' ? g_strdup (target + 1) : g_strconcat ("xl/", target, NULL);
  if (g_str_has_suffix (type, "/sharedStrings"))
    g_set_str (&self->texts_part, part);
  else if (g_str_has_suffix (type, "/styles"))
    g_set_str (&self->styles_part, part);
  else if (g_str_has_suffix (type, "/worksheet"))
    g_hash_table_insert (self->parts, g_strdup (id), g_steal_pointer (&part));
  return TRUE;
}

static gboolean
read_lists (const char  *name,
            TlXlsxPart  *part,
            gpointer     data,
            GError     **error)
{
  static const TlXlsxHandler workbook = { start_workbook, NULL, NULL };
  static const TlXlsxHandler relations = { start_relations, NULL, NULL };
  TlXlsxBook *self = data;

  if (g_str_equal (name, WORKBOOK))
    {
      self->found = TRUE;
      return tl_xlsx_parse (part, &workbook, self, error);
    }
  return !g_str_equal (name, RELATIONS) || tl_xlsx_parse (part, &relations, self, error);
}

static gboolean
start_text (gpointer      data,
            const char   *name,
            const char  **attributes,
            GError      **error)
{
  TlXlsxBook *self = data;

  if (g_str_equal (name, "si"))
    tl_xlsx_text_begin (&self->text);
  else
    tl_xlsx_text_start (&self->text, name);
  return TRUE;
}

static gboolean
end_text (gpointer     data,
          const char  *name,
          GError     **error)
{
  TlXlsxBook *self = data;

  if (!g_str_equal (name, "si"))
    {
      tl_xlsx_text_end (&self->text, name);
      return TRUE;
    }
  if (self->texts->len >= MOST_TEXTS)
    return tl_xlsx_refuse (_("this spreadsheet has more texts than any real one"), error);
  tl_xlsx_text_finish (&self->text);
  g_ptr_array_add (self->texts, g_string_chunk_insert_len (self->chunk, self->text.text->str,
                                                           (gssize) self->text.text->len));
  return TRUE;
}

static gboolean
add_text (gpointer     data,
          const char  *text,
          gsize        length,
          GError     **error)
{
  return tl_xlsx_text_append (&((TlXlsxBook *) data)->text, text, length, error);
}

static gboolean
read_shared (const char  *name,
             TlXlsxPart  *part,
             gpointer     data,
             GError     **error)
{
  static const TlXlsxHandler texts = { start_text, end_text, add_text };
  TlXlsxBook *self = data;

  if (g_strcmp0 (name, self->texts_part) == 0)
    return tl_xlsx_parse (part, &texts, self, error);
  if (g_strcmp0 (name, self->styles_part) == 0)
    return tl_xlsx_styles_read (self->styles, part, error);
  return TRUE;
}

static void
find_parts (TlXlsxBook *self)
{
  for (guint i = 0; i < self->sheets->len; i++)
    {
      TlXlsxSheetInfo *info = g_ptr_array_index (self->sheets, i);

      if (info->relation != NULL)
        info->part = g_strdup (g_hash_table_lookup (self->parts, info->relation));
    }
}

/**
 * tl_xlsx_book_read:
 * @file: a spreadsheet
 * @cancellable: (nullable): to stop it
 * @error: why it can't be read
 *
 * Reads all of a spreadsheet but its sheets. Blocks: not for the main thread.
 *
 * Returns: (transfer full) (nullable): what it says about them
 */
TlXlsxBook *
tl_xlsx_book_read (GFile         *file,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr (TlXlsxBook) self = g_new0 (TlXlsxBook, 1);

  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) sheet_info_free);
  self->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->styles = tl_xlsx_styles_new ();
  self->chunk = g_string_chunk_new (64 * 1024);
  self->texts = g_ptr_array_new ();
  tl_xlsx_text_begin (&self->text);

  if (!tl_xlsx_package_walk (file, read_lists, self, cancellable, error))
    return NULL;
  if (!self->found)
    {
      tl_xlsx_refuse (_("this is not a spreadsheet (.xlsx)"), error);
      return NULL;
    }
  find_parts (self);
  if (!tl_xlsx_package_walk (file, read_shared, self, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * tl_xlsx_book_free:
 * @self: (transfer full): what a spreadsheet says about its sheets
 *
 * Frees it.
 */
void
tl_xlsx_book_free (TlXlsxBook *self)
{
  g_ptr_array_unref (self->sheets);
  g_hash_table_unref (self->parts);
  g_free (self->texts_part);
  g_free (self->styles_part);
  tl_xlsx_styles_free (self->styles);
  g_string_chunk_free (self->chunk);
  g_ptr_array_unref (self->texts);
  g_string_free (self->text.text, TRUE);
  g_free (self);
}

/**
 * tl_xlsx_book_get_n_sheets:
 * @self: what a spreadsheet says about its sheets
 *
 * Returns: how many there are
 */
guint
tl_xlsx_book_get_n_sheets (const TlXlsxBook *self)
{
  return self->sheets->len;
}

/**
 * tl_xlsx_book_get_sheet:
 * @self: what a spreadsheet says about its sheets
 * @sheet: from 0
 *
 * Returns: (transfer none): one of them
 */
const TlXlsxSheetInfo *
tl_xlsx_book_get_sheet (const TlXlsxBook *self,
                        guint             sheet)
{
  return g_ptr_array_index (self->sheets, sheet);
}

/**
 * tl_xlsx_book_get_text:
 * @self: what a spreadsheet says about its sheets
 * @index: a shared text's number
 *
 * Returns: (transfer none) (nullable): the text, %NULL when there is none of that number
 */
const char *
tl_xlsx_book_get_text (const TlXlsxBook *self,
                       guint64           index)
{
  return index < self->texts->len ? g_ptr_array_index (self->texts, index) : NULL;
}

/**
 * tl_xlsx_book_get_style:
 * @self: what a spreadsheet says about its sheets
 * @index: a style's number
 *
 * Returns: how cells of that style show a number
 */
TlXlsxStyle
tl_xlsx_book_get_style (const TlXlsxBook *self,
                        guint64           index)
{
  return tl_xlsx_styles_get (self->styles, index);
}

/**
 * tl_xlsx_book_get_from_1904:
 * @self: what a spreadsheet says about its sheets
 *
 * Returns: whether it counts days from 1904, as some do, and not from 1900
 */
gboolean
tl_xlsx_book_get_from_1904 (const TlXlsxBook *self)
{
  return self->from_1904;
}
