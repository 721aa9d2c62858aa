/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-xlsx-cells.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-progress.h"
#include "tl-xlsx-number.h"
#include "tl-xlsx-parser.h"
#include "tl-xlsx-pieces.h"
#include "tl-xlsx-text.h"

typedef enum
{
  CELL_NUMBER,
  CELL_SHARED,
  CELL_INLINE,
  CELL_TEXT,
  CELL_YES_NO,
} CellType;

struct _TlXlsxCells
{
  TlSheet *sheet;
  const TlXlsxBook *book;
  GCancellable *cancellable;
  guint row;
  guint column;
  guint filled;
  /* Until a row has said its number, where nobody knows that of the one before. */
  gboolean needs_number;
  gboolean as_shown;
  gboolean in_row;
  gboolean in_value;
  CellType type;
  TlXlsxStyle style;
  GString *value;
  TlXlsxText text;
};

/* Cells and rows may say where they are; those that don't follow the one before. */
static gboolean
read_row_number (TlXlsxCells       *self,
                 const char  *text,
                 GError     **error)
{
  guint64 number = self->row + 1;

  if (self->in_row || (text == NULL && self->needs_number))
    return tl_xlsx_refuse_damaged (error);
  if (text != NULL && !g_ascii_string_to_unsigned (text, 10, 1, G_MAXUINT, &number, NULL))
    return tl_xlsx_refuse_damaged (error);
  if (number <= self->row)
    return tl_xlsx_refuse (_("its rows are out of order; open it in a spreadsheet program and save it again"), error);
  if (!tl_sheet_start_row (self->sheet, (guint) number, error))
    return FALSE;
  self->row = (guint) number;
  self->column = 0;
  self->filled = 0;
  self->in_row = TRUE;
  self->needs_number = FALSE;
  return TRUE;
}

/* As in "AB12"; columns count from 1. */
static gboolean
read_column (TlXlsxCells       *self,
             const char  *text,
             GError     **error)
{
  guint column = 0;

  if (text == NULL)
    {
      self->column++;
      return TRUE;
    }
  for (; g_ascii_isalpha (*text) && column <= G_MAXUINT16; text++)
    column = column * 26 + (guint) (g_ascii_toupper (*text) - 'A') + 1;
  if (column == 0 || column <= self->column || g_ascii_isalpha (*text))
    return tl_xlsx_refuse (_("its cells are out of order; open it in a spreadsheet program and save it again"), error);
  self->column = column;
  return TRUE;
}

/* As in "AB12:AC20". Merged cells are only a help: what can't be understood is passed over. */
static gboolean
read_merge (TlXlsxCells       *self,
            const char  *text,
            GError     **error)
{
  guint numbers[4] = { 0 };

  for (guint i = 0; i < 4; i += 2)
    {
      guint64 row;

      for (; g_ascii_isalpha (*text) && numbers[i] <= G_MAXUINT16; text++)
        numbers[i] = numbers[i] * 26 + (guint) (g_ascii_toupper (*text) - 'A') + 1;
      row = g_ascii_strtoull (text, (char **) &text, 10);
      if (numbers[i] == 0 || row == 0 || row > TL_SHEET_MAX_ROWS || *text != (i == 0 ? ':' : '\0'))
        return TRUE;
      numbers[i + 1] = (guint) row;
      text++;
    }
  if (numbers[2] < numbers[0] || numbers[3] < numbers[1] || self->in_row)
    return TRUE;
  return tl_sheet_add_merge (self->sheet, &(TlSheetMerge) { numbers[1], numbers[0] - 1, numbers[3], numbers[2] - 1 },
                             error);
}

/* Those that a cell may have, in one go, since a sheet has millions. */
static void
read_attributes (const char **attributes,
                 const char **place,
                 const char **type,
                 const char **style)
{
  *place = *type = *style = NULL;
  for (guint i = 0; attributes[i] != NULL; i += 2)
    {
      const char *name = attributes[i];

      if (name[0] == '\0' || name[1] != '\0')
        continue;
      if (name[0] == 'r')
        *place = attributes[i + 1];
      else if (name[0] == 't')
        *type = attributes[i + 1];
      else if (name[0] == 's')
        *style = attributes[i + 1];
    }
}

static guint64
read_short (const char *digits)
{
  if (g_ascii_isdigit (digits[0]) && digits[1] == '\0')
    return (guint64) (digits[0] - '0');
  return g_ascii_strtoull (digits, NULL, 10);
}

static CellType
read_type (const char *type)
{
  if (type == NULL || g_str_equal (type, "n"))
    return CELL_NUMBER;
  if (g_str_equal (type, "s"))
    return CELL_SHARED;
  if (g_str_equal (type, "inlineStr"))
    return CELL_INLINE;
  if (g_str_equal (type, "b"))
    return CELL_YES_NO;
  /* What a formula came to, an error, or a day written out. */
  return CELL_TEXT;
}

static gboolean
start_cell (TlXlsxCells         *self,
            const char   **attributes,
            GError       **error)
{
  const char *place, *type, *style;

  read_attributes (attributes, &place, &type, &style);
  self->type = read_type (type);
  self->style = style != NULL ? tl_xlsx_book_get_style (self->book, read_short (style)) : TL_XLSX_STYLE_PLAIN;
  g_string_truncate (self->value, 0);
  tl_xlsx_text_begin (&self->text);
  return read_column (self, place, error);
}

static gboolean
is_letter (const char *name,
           char        letter)
{
  return name[0] == letter && name[1] == '\0';
}

static gboolean
start (gpointer      data,
       const char   *name,
       const char  **attributes,
       GError      **error)
{
  TlXlsxCells *self = data;

  if (is_letter (name, 'c') && self->in_row)
    return start_cell (self, attributes, error);
  if (is_letter (name, 'v') && self->in_row)
    {
      self->in_value = TRUE;
      return TRUE;
    }
  if (g_str_equal (name, "row"))
    return read_row_number (self, tl_xlsx_get_attribute (attributes, "r"), error);
  if (g_str_equal (name, "mergeCell") && tl_xlsx_get_attribute (attributes, "ref") != NULL)
    return read_merge (self, tl_xlsx_get_attribute (attributes, "ref"), error);
  if (self->in_row)
    tl_xlsx_text_start (&self->text, name);
  return TRUE;
}

static gboolean
append (gpointer     data,
        const char  *text,
        gsize        length,
        GError     **error)
{
  TlXlsxCells *self = data;

  if (!self->in_value)
    return tl_xlsx_text_append (&self->text, text, length, error);
  if (self->value->len + length > 4 * TL_SHEET_MAX_CHARACTERS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _("the text is longer than the %d characters that a cell can hold"), TL_SHEET_MAX_CHARACTERS);
      return FALSE;
    }
  g_string_append_len (self->value, text, (gssize) length);
  return TRUE;
}

static gboolean
read_index (const GString *text,
            guint64       *index)
{
  double number;

  if (!tl_xlsx_read_short_whole (text, &number))
    return g_ascii_string_to_unsigned (text->str, 10, 0, G_MAXUINT32, index, NULL);
  *index = (guint64) number;
  return TRUE;
}

static gboolean
find_text (TlXlsxCells       *self,
           GError     **error)
{
  const char *text;
  guint64 index;

  switch (self->type)
    {
    case CELL_NUMBER:
      tl_xlsx_show_number (self->value, self->style, self->as_shown, tl_xlsx_book_get_from_1904 (self->book));
      return TRUE;
    case CELL_YES_NO:
      if (self->value->len > 0)
        g_string_assign (self->value, g_str_equal (self->value->str, "1") ? "yes" : "no");
      return TRUE;
    case CELL_SHARED:
      if (self->value->len == 0)
        return TRUE;
      text = read_index (self->value, &index) ? tl_xlsx_book_get_text (self->book, index) : NULL;
      if (text == NULL)
        return tl_xlsx_refuse_damaged (error);
      g_string_assign (self->value, text);
      return TRUE;
    case CELL_INLINE:
      tl_xlsx_text_finish (&self->text);
      g_string_assign (self->value, self->text.text->str);
      return TRUE;
    case CELL_TEXT:
    default:
      return TRUE;
    }
}

static gboolean
end_cell (TlXlsxCells   *self,
          GError **error)
{
  if (!find_text (self, error))
    return FALSE;
  /* A cell with only a look is no cell: whole columns are often coloured. */
  if (self->value->len == 0)
    return TRUE;
  for (; self->filled + 1 < self->column; self->filled++)
    {
      if (!tl_sheet_add_cell (self->sheet, "", 0, error))
        return FALSE;
    }
  self->filled++;
  return tl_sheet_add_cell (self->sheet, self->value->str, self->value->len, error);
}

static gboolean
end (gpointer     data,
     const char  *name,
     GError     **error)
{
  TlXlsxCells *self = data;

  if (is_letter (name, 'v'))
    self->in_value = FALSE;
  else if (is_letter (name, 'c') && self->in_row)
    return end_cell (self, error);
  else if (g_str_equal (name, "row") && self->in_row)
    {
      self->in_row = FALSE;
      return tl_sheet_end_row (self->sheet, error) && tl_progress_step (self->cancellable, error);
    }
  else
    tl_xlsx_text_end (&self->text, name);
  return TRUE;
}

const TlXlsxHandler tl_xlsx_cells_handler = { start, end, append };

/**
 * tl_xlsx_cells_new:
 * @sheet: a sheet whose rows have all ended
 * @book: the spreadsheet that it is part of
 * @as_shown: whether a date of which only the month is shown is a month, rather than the day that it stands for
 * @cancellable: (nullable): to stop it, and to count rows
 *
 * Returns: (transfer full): what goes on with the sheet's cells, by [const@Tl.xlsx_cells_handler]
 */
TlXlsxCells *
tl_xlsx_cells_new (TlSheet           *sheet,
                   const TlXlsxBook  *book,
                   gboolean           as_shown,
                   GCancellable      *cancellable)
{
  TlXlsxCells *self = g_new0 (TlXlsxCells, 1);

  self->sheet = sheet;
  self->book = book;
  self->cancellable = cancellable;
  self->as_shown = as_shown;
  self->row = tl_sheet_get_current_row (sheet) - 1;
  self->value = g_string_new (NULL);
  tl_xlsx_text_begin (&self->text);
  return self;
}

/**
 * tl_xlsx_cells_free:
 * @self: (transfer full): cells
 *
 * Frees what was needed to read them.
 */
void
tl_xlsx_cells_free (TlXlsxCells *self)
{
  g_string_free (self->value, TRUE);
  g_string_free (self->text.text, TRUE);
  g_free (self);
}

/**
 * tl_xlsx_cells_need_number:
 * @self: cells of rows somewhere in a sheet
 *
 * Refuses them if the first row doesn't say its number.
 */
void
tl_xlsx_cells_need_number (TlXlsxCells *self)
{
  self->needs_number = TRUE;
}

/**
 * tl_xlsx_cells_is_between_rows:
 * @self: cells
 *
 * Returns: whether no row is half read
 */
gboolean
tl_xlsx_cells_is_between_rows (const TlXlsxCells *self)
{
  return !self->in_row;
}

/**
 * tl_xlsx_cells_read:
 * @sheet: an empty sheet
 * @book: the spreadsheet that it is part of
 * @part: the part that holds it
 * @as_shown: whether a date of which only the month is shown is a month, rather than the day that it stands for
 * @error: what is wrong; where, [method@Tl.Sheet.get_current_row] of @sheet tells
 *
 * Reads the cells of a sheet, as what they show: of a formula what it came to when the spreadsheet was saved.
 *
 * Returns: whether all of them could be read
 */
gboolean
tl_xlsx_cells_read (TlSheet           *sheet,
                    const TlXlsxBook  *book,
                    TlXlsxPart        *part,
                    gboolean           as_shown,
                    GError           **error)
{
  g_autoptr (TlXlsxCells) self = NULL;

  if (tl_xlsx_part_is_long (part))
    return tl_xlsx_pieces_read (sheet, book, part, as_shown, error);
  self = tl_xlsx_cells_new (sheet, book, as_shown, tl_xlsx_part_get_cancellable (part));
  return tl_xlsx_parse (part, &tl_xlsx_cells_handler, self, error);
}
