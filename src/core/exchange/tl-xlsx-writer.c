/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-xlsx-writer.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <xlsxwriter.h>

#include "tl-xlsx-text.h"

#define LAST_ROW 1048575
#define MOST_COLUMNS 64
/* So many columns can still be read when they are made to fit a page. */
#define NARROW 10
/* A list of words longer than this can't stand in a cell's rule, and has to stand in cells of its own. */
#define LONGEST_RULE 255

struct _TlXlsxWriter
{
  lxw_workbook *workbook;
  lxw_worksheet *sheet;
  const char *name;
  const TlExportColumn *columns;
  lxw_format *formats[MOST_COLUMNS];
  guint n_columns;
  lxw_row_t row;
  lxw_format *heading;
  lxw_format *required;
  lxw_format *text;
  lxw_format *wrapped;
  lxw_format *day;
  GPtrArray *lists;
};

static gboolean
refuse (TlXlsxWriter  *self,
        lxw_error      code,
        const char    *heading,
        GError       **error)
{
  switch (code)
    {
    case LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED:
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                   _("%s, row %u: the text under “%s” is longer than the 32,767 characters that a spreadsheet’s cell "
                     "can hold. Export to CSV or JSON instead."), self->name, self->row + 1, heading);
      break;
    case LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE:
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                   _("%s: there are more rows than the 1,048,576 that a spreadsheet’s sheet can hold. Export to CSV or "
                     "JSON instead."), self->name);
      break;
    default:
      g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (errno), _("it can’t be written: %s"),
                   errno != 0 ? g_strerror (errno) : lxw_strerror (code));
    }
  return FALSE;
}

static lxw_format *
add_format (TlXlsxWriter *self,
            gboolean      wrapped)
{
  lxw_format *format = workbook_add_format (self->workbook);

  format_set_align (format, LXW_ALIGN_VERTICAL_TOP);
  if (wrapped)
    format_set_text_wrap (format);
  return format;
}

static lxw_format *
add_heading_format (TlXlsxWriter *self,
                    gboolean      required)
{
  lxw_format *format = add_format (self, TRUE);

  format_set_bottom (format, LXW_BORDER_THIN);
  format_set_bg_color (format, 0xEEEEEE);
  if (required)
    format_set_bold (format);
  return format;
}

/**
 * tl_xlsx_writer_new:
 * @path: where the spreadsheet is to be, on this computer
 * @title: (nullable): what it is called
 * @recorded: when it was last changed, which it says it was made; microseconds since 1970
 * @error: why it can't be written there
 *
 * Returns: (transfer full): a writer for it
 */
TlXlsxWriter *
tl_xlsx_writer_new (const char  *path,
                    const char  *title,
                    gint64       recorded,
                    GError     **error)
{
  /* The casts are for releases before 1.2, which don't promise that they change nothing. */
  lxw_workbook_options options = { .constant_memory = LXW_TRUE, .tmpdir = (char *) g_get_tmp_dir (), .use_zip64 = LXW_FALSE };
  lxw_doc_properties properties = { .title = (char *) title, .created = (time_t) (recorded / G_USEC_PER_SEC) };
  TlXlsxWriter *self = g_new0 (TlXlsxWriter, 1);

  self->name = "";
  self->lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->workbook = workbook_new_opt (path, &options);
  if (self->workbook == NULL)
    {
      refuse (self, LXW_ERROR_CREATING_XLSX_FILE, NULL, error);
      tl_xlsx_writer_free (self);
      return NULL;
    }
  workbook_set_properties (self->workbook, &properties);
  self->heading = add_heading_format (self, FALSE);
  self->required = add_heading_format (self, TRUE);
  self->text = add_format (self, FALSE);
  self->wrapped = add_format (self, TRUE);
  self->day = add_format (self, FALSE);
  format_set_num_format (self->day, "dd/mm/yyyy");
  return self;
}

/**
 * tl_xlsx_writer_free:
 * @self: (transfer full): a writer
 *
 * Frees it. What hasn't been closed isn't written.
 */
void
tl_xlsx_writer_free (TlXlsxWriter *self)
{
  g_clear_pointer (&self->workbook, lxw_workbook_free);
  g_ptr_array_unref (self->lists);
  g_free (self);
}

/* Long lists of words, in columns of a sheet that nobody needs to see. */
static gboolean
write_lists (TlXlsxWriter  *self,
             GError       **error)
{
  guint longest = 0;

  if (self->lists->len == 0)
    return TRUE;
  self->name = TL_XLSX_LISTS;
  self->sheet = workbook_add_worksheet (self->workbook, TL_XLSX_LISTS);
  if (self->sheet == NULL)
    return refuse (self, LXW_ERROR_CREATING_TMPFILE, NULL, error);
  worksheet_hide (self->sheet);
  for (guint i = 0; i < self->lists->len; i++)
    longest = MAX (longest, ((GPtrArray *) g_ptr_array_index (self->lists, i))->len);
  for (self->row = 0; self->row < longest; self->row++)
    {
      for (guint i = 0; i < self->lists->len; i++)
        {
          const GPtrArray *list = g_ptr_array_index (self->lists, i);
          lxw_error code = self->row < list->len
                           ? worksheet_write_string (self->sheet, self->row, (lxw_col_t) i,
                                                     g_ptr_array_index (list, self->row), NULL) : LXW_NO_ERROR;

          if (code != LXW_NO_ERROR)
            return refuse (self, code, NULL, error);
        }
    }
  return TRUE;
}

/**
 * tl_xlsx_writer_close:
 * @self: a writer
 * @error: why it couldn't be written
 *
 * Writes the spreadsheet.
 *
 * Returns: whether it is written
 */
gboolean
tl_xlsx_writer_close (TlXlsxWriter  *self,
                      GError       **error)
{
  lxw_error code;

  errno = 0;
  if (!write_lists (self, error))
    return FALSE;
  code = workbook_close (self->workbook);
  /* Closing frees it, whatever comes of it. */
  self->workbook = NULL;
  return code == LXW_NO_ERROR || refuse (self, code, NULL, error);
}

static double
get_width (const TlExportColumn *column)
{
  if (column->field == NULL)
    return g_str_equal (column->heading, "Ref") ? 8 : 24;
  switch (column->field->type)
    {
    case TL_FIELD_TEXT:
    case TL_FIELD_TEXTS:
      return column->required ? 36 : 28;
    case TL_FIELD_DAY:
    case TL_FIELD_NUMBER:
    case TL_FIELD_WHOLE:
      return 12;
    case TL_FIELD_LINK:
      return 12;
    case TL_FIELD_LINKS:
    case TL_FIELD_WHO:
      return 16;
    case TL_FIELD_WORD:
    default:
      return 18;
    }
}

static lxw_format *
get_format (TlXlsxWriter         *self,
            const TlExportColumn *column)
{
  if (column->field == NULL)
    return self->text;
  switch (column->field->type)
    {
    case TL_FIELD_DAY:
      return self->day;
    case TL_FIELD_TEXT:
    case TL_FIELD_TEXTS:
      return self->wrapped;
    case TL_FIELD_NUMBER:
    case TL_FIELD_WHOLE:
    case TL_FIELD_WORD:
    case TL_FIELD_LINK:
    case TL_FIELD_LINKS:
    case TL_FIELD_WHO:
    default:
      return self->text;
    }
}

static GPtrArray *
list_words (GType type)
{
  g_autoptr (GTypeClass) class = g_type_class_ref (type);
  const GEnumClass *words = (const GEnumClass *) class;
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < words->n_values; i++)
    {
      if (*words->values[i].value_nick != '\0')
        g_ptr_array_add (list, (gpointer) words->values[i].value_nick);
    }
  return list;
}

/* Where a long list is going to stand, as a formula that a rule can name. */
static char *
find_list (TlXlsxWriter *self,
           GPtrArray    *words)
{
  guint at;
  char column[LXW_MAX_COL_NAME_LENGTH];

  for (at = 0; at < self->lists->len; at++)
    {
      if (g_ptr_array_index ((GPtrArray *) g_ptr_array_index (self->lists, at), 0) == g_ptr_array_index (words, 0))
        break;
    }
  if (at == self->lists->len)
    g_ptr_array_add (self->lists, g_ptr_array_ref (words));
  lxw_col_to_name (column, (lxw_col_t) at, LXW_TRUE);
  return g_strdup_printf ("=" TL_XLSX_LISTS "!%s$1:%s$%u", column, column, words->len);
}

/* A column below which only the words of a list may stand offers them. */
static void
offer_words (TlXlsxWriter *self,
             lxw_col_t     at,
             GType         type)
{
  g_autoptr (GPtrArray) words = list_words (type);
  g_autofree char *list = NULL;
  lxw_data_validation rule = { .validate = LXW_VALIDATION_TYPE_LIST, .ignore_blank = LXW_VALIDATION_ON,
                               .show_input = LXW_VALIDATION_ON, .show_error = LXW_VALIDATION_ON,
                               .error_type = LXW_VALIDATION_ERROR_TYPE_STOP, .dropdown = LXW_VALIDATION_ON };
  gsize length = 0;

  for (guint i = 0; i < words->len; i++)
    length += strlen (g_ptr_array_index (words, i)) + 1;
  if (length > LONGEST_RULE)
    {
      list = find_list (self, words);
      rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
      rule.value_formula = list;
    }
  else
    {
      g_ptr_array_add (words, NULL);
      rule.value_list = (gpointer) words->pdata;
    }
  worksheet_data_validation_range (self->sheet, 1, at, LAST_ROW, at, &rule);
}

static void
limit_numbers (TlXlsxWriter  *self,
               lxw_col_t      at,
               const TlField *field)
{
  lxw_data_validation rule = { .validate = LXW_VALIDATION_TYPE_INTEGER, .criteria = LXW_VALIDATION_CRITERIA_BETWEEN,
                               .ignore_blank = LXW_VALIDATION_ON, .show_input = LXW_VALIDATION_ON,
                               .show_error = LXW_VALIDATION_ON, .error_type = LXW_VALIDATION_ERROR_TYPE_STOP,
                               .minimum_number = field->least, .maximum_number = field->most };

  worksheet_data_validation_range (self->sheet, 1, at, LAST_ROW, at, &rule);
}

static gboolean
begin_column (TlXlsxWriter  *self,
              lxw_col_t      at,
              GError       **error)
{
  const TlExportColumn *column = &self->columns[at];
  lxw_error code;

  self->formats[at] = get_format (self, column);
  worksheet_set_column (self->sheet, at, at, get_width (column), self->formats[at]);
  if (column->field != NULL && column->field->type == TL_FIELD_WORD)
    offer_words (self, at, column->field->words ());
  if (column->field != NULL && column->field->type == TL_FIELD_WHOLE)
    limit_numbers (self, at, column->field);
  code = worksheet_write_string (self->sheet, 0, at, column->heading, column->required ? self->required : self->heading);
  return code == LXW_NO_ERROR || refuse (self, code, column->heading, error);
}

static gboolean
begin (gpointer               data,
       const char            *sheet,
       const TlExportColumn  *columns,
       guint                  n_columns,
       guint                  n_rows,
       GError               **error)
{
  TlXlsxWriter *self = data;

  g_assert (n_columns <= MOST_COLUMNS);
  errno = 0;
  self->name = sheet;
  self->row = 0;
  self->columns = columns;
  self->n_columns = n_columns;
  self->sheet = workbook_add_worksheet (self->workbook, sheet);
  if (self->sheet == NULL)
    return refuse (self, LXW_ERROR_CREATING_TMPFILE, NULL, error);
  worksheet_freeze_panes (self->sheet, 1, 0);
  worksheet_set_landscape (self->sheet);
  worksheet_repeat_rows (self->sheet, 0, 0);
  if (n_columns <= NARROW)
    worksheet_fit_to_pages (self->sheet, 1, 0);
  for (guint i = 0; i < n_columns; i++)
    {
      if (!begin_column (self, (lxw_col_t) i, error))
        return FALSE;
    }
  return TRUE;
}

/* Spreadsheets count days from the end of 1899, wrongly until March 1900, and keep fifteen digits of a number or a few
 * more; what they can't hold exactly stands as a text, which an import reads as well. */
static lxw_error
write_cell (TlXlsxWriter       *self,
            lxw_col_t           at,
            const TlExportCell *cell)
{
  static const int first_serial = 61;
  int serial = cell->day - tl_day_new (1899, 12, 30);
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *escaped = NULL;

  if (cell->text == NULL)
    return LXW_NO_ERROR;
  if (cell->day != TL_NO_DAY && serial >= first_serial)
    return worksheet_write_number (self->sheet, self->row, at, serial, self->day);
  if (!isnan (cell->number))
    {
      g_ascii_formatd (digits, sizeof digits, "%.15g", cell->number);
      if (g_ascii_strtod (digits, NULL) == cell->number)
        return worksheet_write_number (self->sheet, self->row, at, cell->number, self->text);
    }
  escaped = tl_xlsx_text_escape (cell->text);
  return worksheet_write_string (self->sheet, self->row, at, escaped != NULL ? escaped : cell->text,
                                 self->formats[at]);
}

static gboolean
add (gpointer             data,
     const TlExportCell  *cells,
     GError             **error)
{
  TlXlsxWriter *self = data;

  self->row++;
  for (guint i = 0; i < self->n_columns; i++)
    {
      lxw_error code;

      errno = 0;
      code = write_cell (self, (lxw_col_t) i, &cells[i]);
      if (code != LXW_NO_ERROR)
        return refuse (self, code, self->columns[i].heading, error);
    }
  return TRUE;
}

static gboolean
end (gpointer   data,
     GError   **error)
{
  TlXlsxWriter *self = data;

  if (self->row > 0)
    worksheet_autofilter (self->sheet, 0, 0, self->row, (lxw_col_t) (self->n_columns - 1));
  return TRUE;
}

const TlExportWriter tl_xlsx_writer = { begin, add, end };
