/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-foreign-guess.h"

#include <string.h>

#include "tl-foreign-day.h"
#include "tl-foreign-headings.h"
#include "tl-foreign-words.h"

/* Titles and notes above a table take a screen at most. */
#define MOST_ROWS_ABOVE 60
#define MOST_SAMPLED 300
#define LONGEST_HEADING 90
/* Below this a word of a heading may as well be chance. */
#define LEAST_MATCH 4.0
#define LEAST_SURE 12.0

/* What stands in a column, of the rows that were looked at. */
typedef struct
{
  guint n;
  guint n_days;
  guint n_numbers;
  guint n_small;
  guint n_statuses;
  guint n_themes;
  guint n_people;
  guint n_distinct;
  double length;
} Contents;

typedef struct
{
  double score;
  guint column;
  TlForeignField field;
} Candidate;

/**
 * tl_foreign_guess_is_number:
 * @text: what stands in a cell
 *
 * Returns: whether it is made of nothing but digits and what stands between them
 */
gboolean
tl_foreign_guess_is_number (const char *text)
{
  return *text != '\0' && strspn (text, "0123456789.,%- ") == strlen (text);
}

static gboolean
is_small_number (const char *text)
{
  return text[0] >= '1' && text[0] <= '5' && text[1] == '\0';
}

static Contents
read_contents (const TlForeignSheet  *sheet,
               const TlForeignLayout *layout,
               guint                  column)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Contents self = { 0 };

  for (guint i = 0; i < tl_foreign_sheet_get_n_filled (sheet) && self.n < MOST_SAMPLED; i++)
    {
      guint row = tl_foreign_sheet_get_filled (sheet, i);
      const char *text = tl_foreign_sheet_get_text (sheet, row, column);
      TlForeignDayKind day;
      TlDay first, last;

      if (row < layout->heading_row + layout->n_heading_rows || *text == '\0')
        continue;
      day = tl_foreign_day_read (text, &first, &last);
      self.n++;
      self.n_days += day == TL_FOREIGN_DAY_EXACT || day == TL_FOREIGN_DAY_PERIOD;
      self.n_numbers += tl_foreign_guess_is_number (text);
      self.n_small += is_small_number (text);
      self.n_statuses += tl_foreign_words_find (TL_FOREIGN_FIELD_ACTION_STATUS, text) != NULL;
      self.n_themes += tl_foreign_words_find (TL_FOREIGN_FIELD_RISK_THEME, text) != NULL;
      self.n_people += tl_foreign_words_find_role (text) != NULL;
      self.length += (double) g_utf8_strlen (text, 400);
      if (strlen (text) < 200)
        g_hash_table_add (seen, tl_foreign_fold (text));
    }
  self.n_distinct = g_hash_table_size (seen);
  self.length = self.n > 0 ? self.length / self.n : 0;
  return self;
}

static double
get_share (const Contents *self,
           guint           n)
{
  return self->n > 0 ? (double) n / self->n : 0;
}

/* What can't be what its heading says isn't: a column "Completed" with yes and no holds no dates. */
static double
weigh_contents (const Contents *self,
                TlForeignField  field)
{
  double days = get_share (self, self->n_days);

  if (self->n == 0)
    return 0.9;
  switch ((int) field)
    {
    case TL_FOREIGN_FIELD_RISK_REF:
    case TL_FOREIGN_FIELD_ACTION_REF:
    case TL_FOREIGN_FIELD_EVIDENCE_REF:
    case TL_FOREIGN_FIELD_PERSON_REF:
      return self->length > 25 || days > 0.5 ? 0.2 : 1;
    case TL_FOREIGN_FIELD_RISK_LIKELIHOOD:
    case TL_FOREIGN_FIELD_RISK_IMPACT:
      return get_share (self, self->n_small) > 0.5 ? 1.05 : get_share (self, self->n_numbers) > 0.5 ? 0.9 : 0;
    case TL_FOREIGN_FIELD_ACTION_STATUS:
      return days > 0.5 || self->length > 40 ? 0.3 : get_share (self, self->n_statuses) > 0.6 ? 1.05 : 0.9;
    case TL_FOREIGN_FIELD_ACTION_DONE:
      return days > 0.3 ? 1.05 : get_share (self, self->n_statuses) > 0.5 ? 0.6 : self->length > 40 ? 0.2 : 0.9;
    case TL_FOREIGN_FIELD_RISK_THEME:
      return self->length > 40 || days > 0.3 ? 0.3 : get_share (self, self->n_themes) > 0.5 ? 1.05 : 0.9;
    case TL_FOREIGN_FIELD_ACTION_PERSON:
    case TL_FOREIGN_FIELD_RISK_OWNER:
    case TL_FOREIGN_FIELD_PERSON_NAME:
      return self->length > 80 || days > 0.3 || get_share (self, self->n_numbers) > 0.5 ? 0.2 : 1;
    case TL_FOREIGN_FIELD_RISK_TITLE:
    case TL_FOREIGN_FIELD_ACTION_TITLE:
    case TL_FOREIGN_FIELD_PROGRESS:
    case TL_FOREIGN_FIELD_EVIDENCE_FINDING:
    case TL_FOREIGN_FIELD_RISK_BASELINE:
      return days > 0.5 || get_share (self, self->n_numbers) > 0.5 ? 0.2 : self->length < 4 ? 0.5 : 1;
    case TL_FOREIGN_FIELD_RISK_RATING:
      return self->length > 30 ? 0.3 : 1;
    default:
      break;
    }
  if (tl_foreign_field_get_type (field) == TL_FOREIGN_TYPE_DAY)
    return days > 0.3 ? 1.05 : self->length > 60 ? 0.2 : 0.8;
  return days > 0.6 ? 0.5 : 1;
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *candidate_a = a, *candidate_b = b;

  if (candidate_a->score != candidate_b->score)
    return candidate_a->score > candidate_b->score ? -1 : 1;
  if (candidate_a->column != candidate_b->column)
    return candidate_a->column < candidate_b->column ? -1 : 1;
  return (int) candidate_a->field - (int) candidate_b->field;
}

static gboolean
is_taken (const TlForeignLayout *layout,
          TlForeignField         field)
{
  for (guint i = 0; i < layout->n_columns && !tl_foreign_field_is_repeatable (field); i++)
    {
      if (layout->fields[i] == field)
        return TRUE;
    }
  return FALSE;
}

static GArray *
list_candidates (const TlForeignLayout *layout,
                 const Contents        *contents,
                 TlForeignKind          kind)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint i = 0; i < layout->n_columns; i++)
    {
      g_autofree char *heading = tl_foreign_fold (layout->headings[i]);

      for (guint j = 1; j < TL_FOREIGN_N_FIELDS && *heading != '\0' && strlen (heading) <= LONGEST_HEADING; j++)
        {
          Candidate candidate = { 0, i, j };

          if (!tl_foreign_kind_has_field (kind, j))
            continue;
          candidate.score = tl_foreign_headings_match (kind, j, heading) * weigh_contents (&contents[i], j);
          if (candidate.score >= LEAST_MATCH)
            g_array_append_val (candidates, candidate);
        }
    }
  g_array_sort (candidates, compare_candidates);
  return candidates;
}

/* Of columns whose headings say nothing, those whose contents do. */
static void
guess_by_contents (TlForeignLayout *layout,
                   const Contents  *contents)
{
  for (guint i = 0; i < layout->n_columns; i++)
    {
      const Contents *column = &contents[i];
      TlForeignField field = TL_FOREIGN_FIELD_NONE;

      if (layout->fields[i] != TL_FOREIGN_FIELD_NONE || column->n < 3)
        continue;
      if (get_share (column, column->n_days) >= 0.7 && *layout->headings[i] == '\0')
        field = TL_FOREIGN_FIELD_ACTION_DUE;
      else if (get_share (column, column->n_people) >= 0.6)
        field = TL_FOREIGN_FIELD_ACTION_PERSON;
      else if (get_share (column, column->n_statuses) >= 0.8 && column->n_distinct <= 6)
        field = TL_FOREIGN_FIELD_ACTION_STATUS;
      else if (get_share (column, column->n_themes) >= 0.8)
        field = TL_FOREIGN_FIELD_RISK_THEME;
      if (!is_taken (layout, field))
        layout->fields[i] = field;
    }
}

static int
find_column (const TlForeignLayout *layout,
             TlForeignField         field)
{
  for (guint i = 0; i < layout->n_columns; i++)
    {
      if (layout->fields[i] == field)
        return (int) i;
    }
  return -1;
}

/* A number in every row is the concern's where every row has its own concern, otherwise the action's. */
static void
settle_refs (TlForeignLayout *layout,
             const Contents  *contents)
{
  int ref = find_column (layout, TL_FOREIGN_FIELD_RISK_REF), title = find_column (layout, TL_FOREIGN_FIELD_RISK_TITLE);

  if (ref < 0 || find_column (layout, TL_FOREIGN_FIELD_ACTION_TITLE) < 0
      || find_column (layout, TL_FOREIGN_FIELD_ACTION_REF) >= 0)
    return;
  if (contents[ref].n_distinct < contents[ref].n || contents[ref].n < 2)
    return;
  if (title < 0 || contents[title].n_distinct < contents[title].n || contents[title].n < contents[ref].n)
    layout->fields[ref] = TL_FOREIGN_FIELD_ACTION_REF;
}

/* A plan that tells of areas and actions alone tells of its concerns by area; one without actions is a register. */
static void
settle_titles (TlForeignLayout *layout)
{
  int title = find_column (layout, TL_FOREIGN_FIELD_RISK_TITLE), action = find_column (layout, TL_FOREIGN_FIELD_ACTION_TITLE);
  int baseline = find_column (layout, TL_FOREIGN_FIELD_RISK_BASELINE), theme = find_column (layout, TL_FOREIGN_FIELD_RISK_THEME);

  if (title < 0 && baseline >= 0)
    layout->fields[baseline] = TL_FOREIGN_FIELD_RISK_TITLE;
  else if (title < 0 && action >= 0 && theme >= 0)
    layout->fields[theme] = TL_FOREIGN_FIELD_RISK_TITLE;
}

/* Without actions, what is said of one is said of the risk: who leads it, and the rest in words. */
static void
settle_register (TlForeignLayout *layout)
{
  if (find_column (layout, TL_FOREIGN_FIELD_ACTION_TITLE) >= 0)
    return;
  for (guint i = 0; i < layout->n_columns; i++)
    {
      switch ((int) layout->fields[i])
        {
        case TL_FOREIGN_FIELD_ACTION_PERSON:
          layout->fields[i] = is_taken (layout, TL_FOREIGN_FIELD_RISK_OWNER) ? TL_FOREIGN_FIELD_NOTE
                                                                             : TL_FOREIGN_FIELD_RISK_OWNER;
          break;
        case TL_FOREIGN_FIELD_ACTION_RESULT:
          layout->fields[i] = is_taken (layout, TL_FOREIGN_FIELD_RISK_OUTCOME) ? TL_FOREIGN_FIELD_NOTE
                                                                               : TL_FOREIGN_FIELD_RISK_OUTCOME;
          break;
        case TL_FOREIGN_FIELD_ACTION_STATUS:
        case TL_FOREIGN_FIELD_ACTION_DUE:
        case TL_FOREIGN_FIELD_ACTION_REVISED:
        case TL_FOREIGN_FIELD_ACTION_DONE:
        case TL_FOREIGN_FIELD_ACTION_AGREED:
        case TL_FOREIGN_FIELD_ACTION_RECORDED_IN:
        case TL_FOREIGN_FIELD_ACTION_AGREED_AT:
        case TL_FOREIGN_FIELD_ACTION_PURPOSE:
          layout->fields[i] = TL_FOREIGN_FIELD_NOTE;
          break;
        default:
          break;
        }
    }
}

/**
 * tl_foreign_guess_fields:
 * @sheet: a sheet
 * @layout: how it is understood, with its headings
 * @kind: what its rows tell of
 *
 * Guesses which column tells what.
 *
 * Returns: how sure the guess is: the more columns have telling headings, the higher
 */
double
tl_foreign_guess_fields (const TlForeignSheet *sheet,
                         TlForeignLayout      *layout,
                         TlForeignKind         kind)
{
  g_autofree Contents *contents = g_new0 (Contents, layout->n_columns);
  g_autoptr (GArray) candidates = NULL;
  double sure = 0;

  for (guint i = 0; i < layout->n_columns; i++)
    {
      layout->fields[i] = TL_FOREIGN_FIELD_NONE;
      contents[i] = read_contents (sheet, layout, i);
    }
  if (kind == TL_FOREIGN_KIND_NONE)
    return 0;
  candidates = list_candidates (layout, contents, kind);
  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);

      if (layout->fields[candidate->column] != TL_FOREIGN_FIELD_NONE || is_taken (layout, candidate->field))
        continue;
      layout->fields[candidate->column] = candidate->field;
      sure += candidate->score;
    }
  if (kind == TL_FOREIGN_KIND_PLAN)
    {
      guess_by_contents (layout, contents);
      settle_titles (layout);
      settle_refs (layout, contents);
      settle_register (layout);
    }
  return sure;
}

static gboolean
has_what_it_needs (const TlForeignLayout *layout,
                   TlForeignKind          kind)
{
  switch (kind)
    {
    case TL_FOREIGN_KIND_PLAN:
      return find_column (layout, TL_FOREIGN_FIELD_ACTION_TITLE) >= 0
             || find_column (layout, TL_FOREIGN_FIELD_RISK_TITLE) >= 0;
    case TL_FOREIGN_KIND_EVIDENCE:
      return find_column (layout, TL_FOREIGN_FIELD_EVIDENCE_DATE) >= 0
             && find_column (layout, TL_FOREIGN_FIELD_EVIDENCE_FINDING) >= 0;
    case TL_FOREIGN_KIND_PEOPLE:
      return find_column (layout, TL_FOREIGN_FIELD_PERSON_NAME) >= 0
             && find_column (layout, TL_FOREIGN_FIELD_PERSON_ROLE) >= 0;
    case TL_FOREIGN_KIND_NONE:
    case TL_FOREIGN_N_KINDS:
    default:
      return FALSE;
    }
}

/**
 * tl_foreign_guess_kind:
 * @sheet: a sheet
 * @layout: how it is understood, with its headings; its fields are overwritten
 *
 * Returns: what its rows most likely tell of
 */
TlForeignKind
tl_foreign_guess_kind (const TlForeignSheet *sheet,
                       TlForeignLayout      *layout)
{
  TlForeignKind best = TL_FOREIGN_KIND_NONE;
  double surest = LEAST_SURE;

  for (TlForeignKind kind = TL_FOREIGN_KIND_PLAN; kind < TL_FOREIGN_N_KINDS; kind++)
    {
      double sure = tl_foreign_guess_fields (sheet, layout, kind);

      if (has_what_it_needs (layout, kind) && sure > surest)
        {
          best = kind;
          surest = sure;
        }
    }
  return best;
}

/**
 * tl_foreign_guess_as_of:
 * @book: a spreadsheet
 * @layouts: how its sheets are understood
 *
 * Looks for the day of the file in its name and in what stands above its tables, such as "Updated 14 March 2026".
 *
 * Returns: the latest such day, %TL_NO_DAY when there is none
 */
TlDay
tl_foreign_guess_as_of (const TlForeignBook   *book,
                        const TlForeignLayout *layouts)
{
  TlDay latest = tl_foreign_day_find (tl_foreign_book_get_name (book));

  for (guint i = 0; i < tl_foreign_book_get_n_sheets (book); i++)
    {
      const TlForeignSheet *sheet = tl_foreign_book_get_sheet (book, i);
      guint end = MIN (layouts[i].heading_row, MOST_ROWS_ABOVE + 1);

      if (tl_foreign_sheet_get_hidden (sheet))
        continue;
      for (guint j = 0; j < tl_foreign_sheet_get_n_filled (sheet) && tl_foreign_sheet_get_filled (sheet, j) < end; j++)
        {
          for (guint k = 0; k < tl_foreign_sheet_get_n_columns (sheet); k++)
            latest = MAX (latest, tl_foreign_day_find (tl_foreign_sheet_get_text (sheet, tl_foreign_sheet_get_filled (sheet, j),
                                                                                 k)));
        }
    }
  return latest;
}
