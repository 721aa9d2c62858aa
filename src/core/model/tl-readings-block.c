/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-readings-block.h"

#include "tl-day-text.h"

#include <string.h>

#define MOST_ROWS 2000
#define MOST_COLUMNS 1000
#define MOST_BYTES (4 * 1024 * 1024)

/* ── Cells ────────────────────────────────────────────────────────────────── */

static void
add_cell (GPtrArray *row,
          GString   *cell)
{
  g_strstrip (cell->str);
  if (row->len < MOST_COLUMNS)
    g_ptr_array_add (row, g_strdup (cell->str));
  g_string_set_size (cell, 0);
}

/* A cell with a tab, a line break or quotation marks in it stands in quotation marks, its own doubled. */
static const char *
read_quoted (const char *at,
             GString    *cell)
{
  for (at++; *at != '\0'; at++)
    {
      if (*at == '"' && at[1] != '"')
        return at + 1;
      at += *at == '"';
      g_string_append_c (cell, *at == '\n' || *at == '\r' || *at == '\t' ? ' ' : *at);
    }
  return at;
}

static void
read_cells (TlReadingsBlock *self,
            const char      *text)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  GPtrArray *row = NULL;
  const char *at = text;

  while (*at != '\0' && !self->cut)
    {
      if (row == NULL)
        {
          row = g_ptr_array_new_with_free_func (g_free);
          g_ptr_array_add (self->rows, row);
        }
      if (*at == '"' && cell->len == 0 && strchr (at + 1, '"') != NULL)
        at = read_quoted (at, cell);
      while (*at != '\0' && strchr ("\t\r\n", *at) == NULL)
        g_string_append_c (cell, *at++);
      add_cell (row, cell);
      if (*at == '\r' || *at == '\n')
        {
          row = NULL;
          self->cut = self->rows->len >= MOST_ROWS;
        }
      at += *at == '\r' && at[1] == '\n' ? 2 : *at != '\0';
    }
}

/**
 * tl_readings_block_get:
 * @row: a row
 * @column: a column
 *
 * Returns: (transfer none): what stands there; empty where the row is shorter
 */
const char *
tl_readings_block_get (GPtrArray *row,
                       guint      column)
{
  return column < row->len ? g_ptr_array_index (row, column) : "";
}

/**
 * tl_readings_block_get_width:
 * @self: a block
 *
 * Returns: how many columns it has
 */
guint
tl_readings_block_get_width (TlReadingsBlock *self)
{
  guint width = 0;

  for (guint i = 0; i < self->rows->len; i++)
    width = MAX (width, ((GPtrArray *) g_ptr_array_index (self->rows, i))->len);
  return width;
}

/* ── When ─────────────────────────────────────────────────────────────────── */

static const char *
skip_prefix (const char *text,
             gboolean   *skipped)
{
  static const char * const prefixes[] = {
    "week of ", "week commencing ", "week beginning ", "fortnight of ", "w/c ", "wc ", "w/b ", "month of ",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (prefixes); i++)
    {
      if (!g_str_has_prefix (text, prefixes[i]))
        continue;
      *skipped = TRUE;
      return text + strlen (prefixes[i]);
    }
  return text;
}

static TlDay
parse_day (const char *text,
           TlDay       today)
{
  g_autofree char *plain = g_strdup (text);
  gboolean named = FALSE;
  guint n_numbers = 0;
  char *time = strpbrk (plain, " t");
  TlDay day;

  /* A spreadsheet's midnight. */
  if (time != NULL && g_ascii_isdigit (time[1]) && strchr (time, ':') != NULL)
    *time = '\0';
  for (const char *at = plain; *at != '\0'; at++)
    {
      named = named || g_ascii_isalpha (*at);
      n_numbers += g_ascii_isdigit (*at) && (at == plain || !g_ascii_isdigit (at[-1]));
    }
  /* 3/4 is three of four rather than the third of April. */
  if (n_numbers < 3 && !(named && n_numbers > 0))
    return TL_NO_DAY;
  day = tl_day_text_parse (plain, today);
  if (day > today && named && n_numbers == 1)
    day = tl_day_add_months (day, -12);
  return day;
}

/* "June 2026", "Jun-26" as spreadsheets write it, or 2026-06. */
static TlDay
parse_month (const char *text,
             TlDay       today)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *day = NULL;
  gsize letters = strspn (text, "abcdefghijklmnopqrstuvwxyz");

  if (strlen (text) == 7 && text[4] == '-')
    {
      TlDay first;

      day = g_strconcat (text, "-01", NULL);
      return tl_day_from_iso (day, &first) ? first : TL_NO_DAY;
    }
  if (letters < 3 || (text[letters] != ' ' && text[letters] != '-')
      || (strlen (text + letters + 1) != 4 && !(strlen (text + letters + 1) == 2 && text[letters] == '-'))
      || strspn (text + letters + 1, "0123456789") != strlen (text + letters + 1))
    return TL_NO_DAY;
  day = g_strconcat ("1 ", text, NULL);
  return tl_day_text_parse (day, today);
}

/**
 * tl_readings_block_read_when:
 * @text: what stands in a cell
 * @today: today
 * @when: (out): when it means
 *
 * Reads a day with its month's name or its year, "w/c" and a day, or a month.
 *
 * Returns: whether it says when
 */
gboolean
tl_readings_block_read_when (const char     *text,
                             TlDay           today,
                             TlReadingsWhen *when)
{
  g_autofree char *plain = g_ascii_strdown (text, -1);
  gboolean skipped = FALSE;
  const char *rest = skip_prefix (g_strstrip (plain), &skipped);

  when->day = parse_day (rest, today);
  when->exact = when->day != TL_NO_DAY && !skipped;
  if (when->day == TL_NO_DAY)
    when->day = parse_month (rest, today);
  return when->day != TL_NO_DAY;
}

/* ── The block ────────────────────────────────────────────────────────────── */

static gboolean
says_when (GPtrArray *row,
           guint      column,
           TlDay      today)
{
  TlReadingsWhen when;

  return tl_readings_block_read_when (tl_readings_block_get (row, column), today, &when);
}

/* Letters and no digits at all, in every cell that has anything. */
static gboolean
is_heading (GPtrArray *row)
{
  guint n = 0;

  for (guint i = 0; i < row->len; i++)
    {
      const char *cell = tl_readings_block_get (row, i);
      gboolean lettered = FALSE;

      for (const char *at = cell; *at != '\0'; at = g_utf8_next_char (at))
        lettered = lettered || g_unichar_isalpha (g_utf8_get_char (at));
      if (*cell != '\0' && (!lettered || strpbrk (cell, "/%") != NULL || strstr (cell, " of ") != NULL))
        return FALSE;
      n += *cell != '\0';
    }
  return n > 0;
}

/* The first of two columns in which most cells say when. */
static int
find_date_column (TlReadingsBlock *self,
                  TlDay            today)
{
  for (guint column = 0; column < 2; column++)
    {
      guint n = 0, n_days = 0;

      for (guint i = 0; i < self->rows->len; i++)
        {
          n += *tl_readings_block_get (g_ptr_array_index (self->rows, i), column) != '\0';
          n_days += says_when (g_ptr_array_index (self->rows, i), column, today);
        }
      if (n_days > 0 && n_days * 2 >= n)
        return (int) column;
    }
  return -1;
}

/* Places down the side and periods along the top: the first row says when, but for its beginning, and no other does. */
static gboolean
lies_on_its_side (TlReadingsBlock *self,
                  TlDay            today)
{
  guint n_days = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (self->rows, i);

      for (guint j = 0; j < row->len; j++)
        {
          gboolean when = says_when (row, j, today);

          if (when != (i == 0 && j > 0) && (when || (i == 0 && j > 0 && *tl_readings_block_get (row, j) != '\0')))
            return FALSE;
          n_days += when;
        }
    }
  return n_days > 0;
}

static void
turn (TlReadingsBlock *self)
{
  GPtrArray *turned = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  guint width = tl_readings_block_get_width (self);

  for (guint i = 0; i < width; i++)
    {
      GPtrArray *row = g_ptr_array_new_with_free_func (g_free);

      for (guint j = 0; j < self->rows->len; j++)
        g_ptr_array_add (row, g_strdup (tl_readings_block_get (g_ptr_array_index (self->rows, j), i)));
      g_ptr_array_add (turned, row);
    }
  g_ptr_array_unref (self->rows);
  self->rows = turned;
}

/**
 * tl_readings_block_read:
 * @self: (out): the block
 * @text: what was pasted
 * @today: today
 *
 * Takes what was pasted apart, and tells whether it begins with headings and says when its rows are of. One with periods
 * along the top is turned, so that they are down the side.
 */
void
tl_readings_block_read (TlReadingsBlock *self,
                        const char      *text,
                        TlDay            today)
{
  g_autofree char *start = g_strndup (text, MOST_BYTES);
  g_autofree char *valid = g_utf8_make_valid (start, -1);

  *self = (TlReadingsBlock) { g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref), NULL, -1,
                              strlen (start) < strlen (text) };
  if (!self->cut)
    read_cells (self, valid);
  if (lies_on_its_side (self, today))
    turn (self);
  if (self->rows->len > 1 && is_heading (g_ptr_array_index (self->rows, 0)))
    self->heading = g_ptr_array_steal_index (self->rows, 0);
  self->date_column = find_date_column (self, today);
}

/**
 * tl_readings_block_clear:
 * @self: a block
 *
 * Frees what it holds.
 */
void
tl_readings_block_clear (TlReadingsBlock *self)
{
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->heading, g_ptr_array_unref);
}
