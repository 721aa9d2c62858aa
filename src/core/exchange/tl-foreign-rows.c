/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-foreign-work.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-field-text.h"
#include "tl-foreign-words.h"
#include "tl-progress.h"

#define MOST_ROWS_ABOVE 60

typedef struct
{
  TlForeignWork *work;
  const TlForeignSheet *sheet;
  const TlForeignLayout *layout;
  TlForeignCells cells;
  gboolean tell;
  guint previous;
} Walk;

/* What a row tells by itself can't be what it tells because its cell is merged with another row's. */
static gboolean
may_fill_down (TlForeignField field)
{
  switch ((int) field)
    {
    case TL_FOREIGN_FIELD_NONE:
    case TL_FOREIGN_FIELD_ACTION_REF:
    case TL_FOREIGN_FIELD_ACTION_TITLE:
    case TL_FOREIGN_FIELD_PROGRESS:
    case TL_FOREIGN_FIELD_NOTE:
    case TL_FOREIGN_FIELD_EVIDENCE_REF:
    case TL_FOREIGN_FIELD_EVIDENCE_FINDING:
    case TL_FOREIGN_FIELD_PERSON_NAME:
      return FALSE;
    default:
      return TRUE;
    }
}

static void
read_cells (Walk *self)
{
  TlForeignCells *cells = &self->cells;

  for (guint i = 0; i < cells->n_columns; i++)
    {
      const char *text = tl_foreign_sheet_get_text (self->sheet, cells->number, i);
      const TlSheetMerge *merge;

      cells->texts[i] = text;
      cells->own[i] = *text != '\0';
      if (*text != '\0' || !may_fill_down (self->layout->fields[i]))
        continue;
      merge = tl_foreign_sheet_find_merge (self->sheet, cells->number, i);
      if (merge != NULL && merge->first_column == i
          && merge->first_row >= self->layout->heading_row + self->layout->n_heading_rows)
        cells->texts[i] = tl_foreign_sheet_get_text (self->sheet, merge->first_row, i);
    }
}

static guint
count_own (const TlForeignCells *cells,
           guint                *first)
{
  guint n = 0;

  for (guint i = cells->n_columns; i > 0; i--)
    {
      if (!cells->own[i - 1])
        continue;
      *first = i - 1;
      n++;
    }
  return n;
}

/* Headings are printed again at the top of a page, and copied with it. */
static gboolean
is_repeated_heading (const Walk *self,
                     guint       n_own)
{
  guint n = 0;

  for (guint i = 0; i < self->cells.n_columns; i++)
    {
      g_autofree char *folded = self->cells.own[i] ? tl_foreign_fold (self->cells.texts[i]) : NULL;
      g_autofree char *heading = folded != NULL ? tl_foreign_fold (self->layout->headings[i]) : NULL;

      n += folded != NULL && g_str_equal (folded, heading);
    }
  return n >= 2 && n * 2 > n_own;
}

static guint
count_mapped (const TlForeignLayout *layout)
{
  guint n = 0;

  for (guint i = 0; i < layout->n_columns; i++)
    n += layout->fields[i] != TL_FOREIGN_FIELD_NONE;
  return n;
}

/* A title in capitals, a theme, or one of the five key questions. */
static gboolean
is_heading_text (const char *text)
{
  return (g_utf8_strlen (text, -1) >= 3 && tl_foreign_words_are_capitals (text))
         || tl_foreign_words_find (TL_FOREIGN_FIELD_RISK_THEME, text) != NULL || tl_foreign_words_ask_key_question (text);
}

/* A text across the table, or alone where nothing stands alone, heads the rows below it. */
static gboolean
is_section (const Walk *self,
            guint       n_own,
            guint       first)
{
  const TlSheetMerge *merge = tl_foreign_sheet_find_merge (self->sheet, self->cells.number, first);
  TlForeignField field = self->layout->fields[first];

  if (n_own != 1)
    return FALSE;
  if (merge != NULL && (merge->last_column - merge->first_column + 1) * 2 > self->cells.n_columns)
    return TRUE;
  return count_mapped (self->layout) >= 3
         && (field == TL_FOREIGN_FIELD_RISK_REF || field == TL_FOREIGN_FIELD_ACTION_REF
             || field == TL_FOREIGN_FIELD_EVIDENCE_REF || field == TL_FOREIGN_FIELD_EVIDENCE_DATE
             || field == TL_FOREIGN_FIELD_PERSON_NAME || field == TL_FOREIGN_FIELD_RISK_REGULATIONS
             || field == TL_FOREIGN_FIELD_RISK_FRAMEWORK
             || ((field == TL_FOREIGN_FIELD_ACTION_TITLE || field == TL_FOREIGN_FIELD_RISK_TITLE)
                 && is_heading_text (self->cells.texts[first])));
}

/* "Total 24", "Actions complete: 12", "Key: red = overdue": adding up, or explaining. */
static gboolean
is_total (const Walk *self,
          guint       n_own,
          guint       first)
{
  const char *text = self->cells.texts[first];
  g_autofree char *head = g_strdup (text);
  gsize length = strcspn (head, ":=0123456789");

  if (n_own * 3 > count_mapped (self->layout) + 2)
    return FALSE;
  head[length] = '\0';
  return tl_foreign_words_say_total (text) || tl_foreign_words_say_total (head);
}

/* Below the table: notes after an empty row, with nothing in the columns that make a row of it. */
static gboolean
is_footnote (const Walk *self,
             guint       n_own)
{
  static const TlForeignField needed[] = {
    TL_FOREIGN_FIELD_RISK_TITLE, TL_FOREIGN_FIELD_ACTION_TITLE, TL_FOREIGN_FIELD_EVIDENCE_FINDING,
    TL_FOREIGN_FIELD_PERSON_NAME,
  };
  guint n_lines = 0;

  if (self->previous + 1 >= self->cells.number || n_own > 2 || count_mapped (self->layout) < 4)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    n_lines += tl_foreign_cells_is_own (&self->cells, needed[i]);
  /* A text alone in the first column of a table isn't a concern when an empty row parts it from all others. */
  return n_lines == 0
         || (n_own == 1 && self->cells.number == tl_foreign_sheet_get_n_rows (self->sheet));
}

static void
leave_out (Walk       *self,
           guint       first,
           const char *format)
{
  g_autofree char *quoted = tl_field_text_quote (self->cells.texts[first]);
  g_autofree char *why = NULL;

  if (!self->tell)
    return;
  why = g_strdup_printf (format, quoted);
  tl_foreign_work_note (self->work, g_strdup_printf (_("%s row %u: %s"), tl_foreign_sheet_get_name (self->sheet),
                                                     self->cells.number, why));
}

static gboolean
section_has_use (const Walk *self)
{
  return self->layout->kind == TL_FOREIGN_KIND_PLAN
         && (self->cells.columns[TL_FOREIGN_FIELD_RISK_TITLE] < 0
             || (self->cells.columns[TL_FOREIGN_FIELD_RISK_THEME] < 0
                 && tl_foreign_words_find (TL_FOREIGN_FIELD_RISK_THEME, self->cells.section) != NULL)
             || (self->cells.columns[TL_FOREIGN_FIELD_RISK_FRAMEWORK] < 0
                 && tl_foreign_words_ask_key_question (self->cells.section)));
}

static void
take_row (Walk             *self,
          TlForeignRowFunc  function,
          gpointer          data)
{
  guint first = 0, n_own;

  read_cells (self);
  n_own = count_own (&self->cells, &first);
  if (is_repeated_heading (self, n_own))
    leave_out (self, first, _("%s and the rest of the row are the headings again, and were left out"));
  else if (is_total (self, n_own, first))
    leave_out (self, first, _("%s adds up or explains other rows, and was left out"));
  else if (is_footnote (self, n_own))
    leave_out (self, first, _("%s stands apart from the table, and was left out"));
  else if (is_section (self, n_own, first))
    {
      self->previous = self->cells.number;
      self->cells.section = self->cells.texts[first];
      if (!section_has_use (self))
        leave_out (self, first, _("%s heads the rows below it, and was left out"));
    }
  else
    {
      self->previous = self->cells.number;
      function (self->work, &self->cells, data);
    }
}

/* "Green = complete" or "B: done" explains a colour as this file uses it. */
static void
read_legend (GHashTable *legend,
             const char *text)
{
  g_auto (GStrv) lines = g_strsplit_set (text, "\n,;.", 32);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      gsize length = strcspn (lines[i], "=:");
      g_autofree char *word = g_strndup (lines[i], length);
      g_autofree char *folded = tl_foreign_fold (word);
      const char *meaning = lines[i][length] != '\0' ? tl_foreign_words_find (TL_FOREIGN_FIELD_ACTION_STATUS,
                                                                              lines[i] + length + 1) : NULL;

      if (meaning != NULL && *folded != '\0' && strlen (folded) <= 20)
        g_hash_table_insert (legend, g_steal_pointer (&folded), (gpointer) meaning);
    }
}

static void
read_rows (GHashTable           *legend,
           const TlForeignSheet *sheet,
           guint                 end)
{
  for (guint row = 1; row < end; row++)
    {
      for (guint i = 0; i < tl_foreign_sheet_get_n_columns (sheet); i++)
        read_legend (legend, tl_foreign_sheet_get_text (sheet, row, i));
    }
}

/**
 * tl_foreign_rows_explain:
 * @work: a result in the making
 * @sheet: which sheet of the file
 *
 * Looks above the table, and in sheets that are left out, for what its colours mean, since green is complete in one
 * tracker and on track in the next.
 *
 * Returns: (transfer full) (element-type utf8 utf8): what they mean, by the words in one way of writing
 */
GHashTable *
tl_foreign_rows_explain (TlForeignWork *work,
                         guint          sheet)
{
  GHashTable *legend = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < work->mapping->n_sheets; i++)
    {
      const TlForeignSheet *other = tl_foreign_book_get_sheet (work->book, i);

      if (work->mapping->layouts[i].kind == TL_FOREIGN_KIND_NONE)
        read_rows (legend, other, MIN (tl_foreign_sheet_get_n_rows (other) + 1, MOST_ROWS_ABOVE));
    }
  read_rows (legend, tl_foreign_book_get_sheet (work->book, sheet),
             MIN (work->mapping->layouts[sheet].heading_row, MOST_ROWS_ABOVE));
  return legend;
}

/**
 * tl_foreign_rows_walk:
 * @work: a result in the making
 * @sheet: which sheet of the file
 * @tell: whether to note what is left out
 * @function: called for each row of its table
 * @data: for @function
 *
 * Goes through the rows below a sheet's headings. Headings that are repeated, headings within the table, totals and
 * notes below it are no rows of the table; each of them is noted.
 */
void
tl_foreign_rows_walk (TlForeignWork    *work,
                      guint             sheet,
                      gboolean          tell,
                      TlForeignRowFunc  function,
                      gpointer          data)
{
  const TlForeignLayout *layout = &work->mapping->layouts[sheet];
  g_autofree const char **texts = g_new0 (const char *, layout->n_columns);
  g_autofree gboolean *own = g_new0 (gboolean, layout->n_columns);
  Walk self = { work, tl_foreign_book_get_sheet (work->book, sheet), layout, { .sheet = sheet }, tell, 0 };

  self.cells.n_columns = layout->n_columns;
  self.cells.texts = texts;
  self.cells.own = own;
  self.cells.section = "";
  self.previous = layout->heading_row + layout->n_heading_rows - 1;
  for (guint i = 0; i < TL_FOREIGN_N_FIELDS; i++)
    self.cells.columns[i] = -1;
  for (guint i = layout->n_columns; i > 0; i--)
    {
      if (layout->fields[i - 1] != TL_FOREIGN_FIELD_NONE)
        self.cells.columns[layout->fields[i - 1]] = (int) i - 1;
    }
  for (guint i = 0; i < tl_foreign_sheet_get_n_filled (self.sheet); i++)
    {
      self.cells.number = tl_foreign_sheet_get_filled (self.sheet, i);
      if (self.cells.number >= layout->heading_row + layout->n_heading_rows)
        take_row (&self, function, data);
      /* Each row is counted once, however often it is looked at. */
      if (tell ? !tl_progress_step (work->cancellable, NULL) : g_cancellable_is_cancelled (work->cancellable))
        return;
    }
}
