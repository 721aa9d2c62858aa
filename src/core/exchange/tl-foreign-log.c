/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-foreign-work.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-foreign-words.h"

/* ── Evidence ─────────────────────────────────────────────────────────────── */

/* A log whose findings follow each other below one date and source. */
typedef struct
{
  guint sheet;
  char *date;
  char *source;
  char *place;
  char *by;
} Log;

/* One item of evidence. */
typedef struct
{
  TlForeignWork *work;
  const TlForeignCells *cells;
  char *date;
  char *source;
  GString *finding;
  GString *kept;
  gboolean follows;
} Item;

static void
keep (Item       *self,
      const char *what,
      const char *words)
{
  if (words != NULL && *words != '\0')
    g_string_append_printf (self->kept, "%s%s: %s", self->kept->len > 0 ? "; " : "", what, words);
}

static const char *
get_heading (const Item     *self,
             TlForeignField  field)
{
  return self->work->mapping->layouts[self->cells->sheet].headings[self->cells->columns[field]];
}

/* Returns: (transfer full) (nullable): the word of our list, what stands there when nobody knows it */
static char *
read_word (Item           *self,
           TlForeignField  field,
           GType           words,
           const char     *text,
           const char     *guess)
{
  g_autofree char *line = tl_foreign_one_line (text);
  const char *meaning;
  int word;

  if (*line == '\0')
    return NULL;
  if (tl_word_find (words, line, &word))
    return g_strdup (tl_word_get (words, word));
  meaning = tl_foreign_work_look_up (self->work, self->cells, field, line, guess);
  if (meaning == NULL)
    return g_steal_pointer (&line);
  return *meaning != '\0' ? g_strdup (meaning) : NULL;
}

/* A log without a column for it says what it is a log of on its tab: "Audit log". */
static void
read_source (Item *self,
             Log  *log)
{
  const char *own = tl_foreign_cells_get (self->cells, TL_FOREIGN_FIELD_EVIDENCE_SOURCE);
  const char *name = tl_foreign_sheet_get_name (tl_foreign_book_get_sheet (self->work->book, self->cells->sheet));
  gboolean named = self->cells->columns[TL_FOREIGN_FIELD_EVIDENCE_SOURCE] >= 0;
  const char *text = named ? own : name;
  const char *exact = tl_foreign_words_find (TL_FOREIGN_FIELD_EVIDENCE_SOURCE, text);
  const char *guess = exact != NULL ? exact : tl_foreign_words_find_within (TL_FOREIGN_FIELD_EVIDENCE_SOURCE, text);

  if (*text == '\0')
    {
      self->source = g_strdup (log->source);
      return;
    }
  self->source = read_word (self, TL_FOREIGN_FIELD_EVIDENCE_SOURCE, TL_TYPE_SOURCE, text, guess);
  /* "Monthly medication audit" says more than "audit". */
  if (named && self->source != NULL && g_ascii_strcasecmp (self->source, text) != 0)
    {
      g_autofree char *line = tl_foreign_one_line (text);

      g_string_prepend (self->finding, ": ");
      g_string_prepend (self->finding, line);
    }
  g_set_str (&log->source, self->source);
}

static void
read_date (Item *self,
           Log  *log)
{
  const char *text = tl_foreign_cells_get (self->cells, TL_FOREIGN_FIELD_EVIDENCE_DATE);
  g_autofree char *kept = NULL;

  if (*text == '\0')
    {
      self->date = g_strdup (log->date);
      return;
    }
  self->date = tl_foreign_read_day (self->work, self->cells, TL_FOREIGN_FIELD_EVIDENCE_DATE, text, FALSE, &kept);
  if (kept != NULL)
    keep (self, get_heading (self, TL_FOREIGN_FIELD_EVIDENCE_DATE), kept);
  g_set_str (&log->date, self->date);
}

static void
read_verdict (Item         *self,
              TlForeignOut *out)
{
  TlForeignField field = TL_FOREIGN_FIELD_EVIDENCE_VERDICT;
  const char *text = tl_foreign_cells_get (self->cells, field);
  const char *guess = tl_foreign_words_find (field, text);
  /* A colour or a percentage says nothing certain of what was expected. */
  g_autofree char *verdict = read_word (self, field, TL_TYPE_VERDICT, text, guess != NULL ? guess : "");

  tl_foreign_out_set (out, "verdict", verdict, self->cells->columns[field]);
}

/* The only risk of a theme is what a log means by it. */
static const char *
find_by_theme (TlForeignWork *work,
               const char    *text)
{
  const char *theme = tl_foreign_words_find (TL_FOREIGN_FIELD_RISK_THEME, text);
  const char *ref = NULL;
  guint n = 0;

  for (guint i = 0; theme != NULL && i < tl_snapshot_count (work->existing, TL_TABLE_RISK); i++)
    {
      const TlRiskFacts *risk = tl_snapshot_get (work->existing, TL_TABLE_RISK, i);

      if (risk->base.ref == NULL || !g_str_equal (tl_word_get (TL_TYPE_THEME, risk->theme), theme))
        continue;
      ref = risk->base.ref;
      n++;
    }
  return n == 1 ? ref : NULL;
}

static gboolean
is_title (const char *title,
          const char *folded)
{
  g_autofree char *other = tl_foreign_fold (title != NULL ? title : "");

  return *folded != '\0' && g_str_equal (other, folded);
}

/* Returns: (nullable): the ref of the risk, of the workbook or of the file, that has that ref, number or title */
static const char *
find_risk (TlForeignWork *work,
           const char    *text)
{
  const TlRiskFacts *named = tl_snapshot_find_ref (work->existing, TL_TABLE_RISK, text);
  g_autofree char *folded = tl_foreign_fold (text);

  for (guint i = 0; i < work->risks->len; i++)
    {
      const TlForeignRisk *risk = g_ptr_array_index (work->risks, i);

      if (is_title (risk->written_ref, folded) || is_title (risk->title, folded) || g_str_equal (risk->out->ref, text))
        return risk->out->ref;
    }
  if (named != NULL)
    return named->base.ref;
  for (guint i = 0; i < tl_snapshot_count (work->existing, TL_TABLE_RISK); i++)
    {
      const TlRiskFacts *risk = tl_snapshot_get (work->existing, TL_TABLE_RISK, i);

      if (risk->base.ref != NULL && (is_title (risk->title, folded) || is_title (risk->origin_reference, folded)))
        return risk->base.ref;
    }
  return find_by_theme (work, text);
}

static void
read_risks (Item         *self,
            TlForeignOut *out)
{
  TlForeignField field = TL_FOREIGN_FIELD_EVIDENCE_RISKS;
  g_autofree char *text = g_strdup (tl_foreign_cells_get (self->cells, field));
  g_auto (GStrv) parts = NULL;

  g_strdelimit (text, "\n", ';');
  parts = g_strsplit (find_risk (self->work, text) != NULL ? "" : text, ";", -1);
  if (parts[0] == NULL && *text != '\0')
    {
      g_strfreev (parts);
      parts = g_new0 (char *, 2);
      parts[0] = g_strdup (text);
    }
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *line = tl_foreign_one_line (parts[i]);
      const char *known = *line != '\0' ? find_risk (self->work, line) : NULL;
      const char *meaning;

      if (*line == '\0')
        continue;
      meaning = tl_foreign_work_look_up (self->work, self->cells, field, line, known != NULL ? known : "");
      if (*meaning == '\0')
        {
          keep (self, get_heading (self, field), line);
          continue;
        }
      known = find_risk (self->work, meaning);
      tl_foreign_out_append (out, "risks", known != NULL ? known : meaning, "; ", self->cells->columns[field]);
    }
}

static void
read_finding (Item *self)
{
  const TlForeignLayout *layout = &self->work->mapping->layouts[self->cells->sheet];

  g_string_append (self->finding, tl_foreign_cells_get (self->cells, TL_FOREIGN_FIELD_EVIDENCE_FINDING));
  for (guint i = 0; i < layout->n_columns; i++)
    {
      if (layout->fields[i] == TL_FOREIGN_FIELD_NOTE && self->cells->own[i])
        g_string_append_printf (self->finding, "%s%s: %s", self->finding->len > 0 ? "\n" : "", layout->headings[i],
                                self->cells->texts[i]);
    }
}

/* Returns: (nullable): the same item from an earlier import */
static const TlFacts *
find_evidence (const Item *self)
{
  int source;
  TlDay day;

  if (self->date == NULL || self->source == NULL || !tl_day_from_iso (self->date, &day)
      || !tl_word_find (TL_TYPE_SOURCE, self->source, &source))
    return NULL;
  for (guint i = 0; i < tl_snapshot_count (self->work->existing, TL_TABLE_EVIDENCE); i++)
    {
      const TlEvidenceFacts *evidence = tl_snapshot_get (self->work->existing, TL_TABLE_EVIDENCE, i);

      if (evidence->date == day && (int) evidence->source == source && evidence->base.ref != NULL
          && g_strcmp0 (evidence->finding, self->finding->str) == 0
          && tl_foreign_work_claim (self->work, &evidence->base))
        return &evidence->base;
    }
  return NULL;
}

/* Findings below each other are of one visit: who made it, and where, is said once. */
static void
set_visit (Item         *self,
           Log          *log,
           TlForeignOut *out,
           const char   *place)
{
  g_autofree char *by = tl_foreign_one_line (tl_foreign_cells_get (self->cells, TL_FOREIGN_FIELD_EVIDENCE_BY));
  const char *person = tl_foreign_who_name (self->work, by);

  if (!self->follows || place != NULL)
    g_set_str (&log->place, place);
  if (!self->follows || *by != '\0')
    g_set_str (&log->by, person != NULL ? person : by);
  tl_foreign_out_set (out, "place", log->place, self->cells->columns[TL_FOREIGN_FIELD_EVIDENCE_PLACE]);
  tl_foreign_out_set (out, "by", log->by, self->cells->columns[TL_FOREIGN_FIELD_EVIDENCE_BY]);
}

static void
write_item (Item *self,
            Log  *log)
{
  const TlForeignCells *cells = self->cells;
  TlForeignOut scratch = { .table = TL_TABLE_EVIDENCE };
  g_autofree char *kept_place = NULL;
  TlForeignOut *out;
  const char *place;

  for (guint i = 0; i < G_N_ELEMENTS (scratch.columns); i++)
    scratch.columns[i] = -1;
  read_verdict (self, &scratch);
  read_risks (self, &scratch);
  place = tl_foreign_place_find (self->work, cells, TL_FOREIGN_FIELD_EVIDENCE_PLACE,
                                 tl_foreign_cells_get (cells, TL_FOREIGN_FIELD_EVIDENCE_PLACE), &kept_place);
  if (kept_place != NULL)
    keep (self, get_heading (self, TL_FOREIGN_FIELD_EVIDENCE_PLACE), kept_place);
  if (self->kept->len > 0)
    g_string_append_printf (self->finding, " (%s)", self->kept->str);

  out = tl_foreign_out_add (self->work, TL_TABLE_EVIDENCE, find_evidence (self),
                            tl_foreign_cells_get (cells, TL_FOREIGN_FIELD_EVIDENCE_REF), cells);
  for (guint i = 0; i < TL_FOREIGN_MOST_FIELDS; i++)
    {
      out->cells[i] = scratch.cells[i];
      out->columns[i] = scratch.columns[i];
    }
  tl_foreign_out_set (out, "date", self->date, cells->columns[TL_FOREIGN_FIELD_EVIDENCE_DATE]);
  tl_foreign_out_set (out, "source", self->source, cells->columns[TL_FOREIGN_FIELD_EVIDENCE_SOURCE]);
  tl_foreign_out_set (out, "finding", self->finding->str, cells->columns[TL_FOREIGN_FIELD_EVIDENCE_FINDING]);
  tl_foreign_out_set (out, "extract", tl_foreign_cells_get (cells, TL_FOREIGN_FIELD_EVIDENCE_EXTRACT),
                      cells->columns[TL_FOREIGN_FIELD_EVIDENCE_EXTRACT]);
  tl_foreign_out_set (out, "recorded_in", tl_foreign_cells_get (cells, TL_FOREIGN_FIELD_EVIDENCE_RECORDED_IN),
                      cells->columns[TL_FOREIGN_FIELD_EVIDENCE_RECORDED_IN]);
  set_visit (self, log, out, place);
}

static void
take_evidence (TlForeignWork        *work,
               const TlForeignCells *cells,
               gpointer              data)
{
  Item item = { work, cells, NULL, NULL, g_string_new (NULL), g_string_new (NULL), FALSE };

  item.follows = *tl_foreign_cells_get (cells, TL_FOREIGN_FIELD_EVIDENCE_DATE) == '\0'
                 && *tl_foreign_cells_get (cells, TL_FOREIGN_FIELD_EVIDENCE_SOURCE) == '\0';
  read_finding (&item);
  read_date (&item, data);
  read_source (&item, data);
  write_item (&item, data);
  g_free (item.date);
  g_free (item.source);
  g_string_free (item.finding, TRUE);
  g_string_free (item.kept, TRUE);
}

/**
 * tl_foreign_evidence_add:
 * @work: a result in the making
 * @sheet: which sheet of the file
 *
 * Makes evidence of a log. A row without a date or source has those of the row above, as findings that are listed below
 * each other have.
 */
void
tl_foreign_evidence_add (TlForeignWork *work,
                         guint          sheet)
{
  Log log = { sheet, NULL, NULL, NULL, NULL };

  tl_foreign_rows_walk (work, sheet, TRUE, take_evidence, &log);
  g_free (log.date);
  g_free (log.source);
  g_free (log.place);
  g_free (log.by);
}

/* ── People ───────────────────────────────────────────────────────────────── */

/* Returns: (nullable): the only one of that name */
static const TlPersonFacts *
find_person (TlForeignWork *work,
             const char    *name)
{
  g_autofree char *folded = tl_foreign_fold (name);

  for (guint i = 0; i < tl_snapshot_count (work->existing, TL_TABLE_PERSON); i++)
    {
      const TlPersonFacts *person = tl_snapshot_get (work->existing, TL_TABLE_PERSON, i);

      if (person->base.ref != NULL && is_title (person->name, folded) && !g_hash_table_contains (work->claimed, person))
        return person;
    }
  return NULL;
}

/* A person has no text that could keep it. */
static void
note_kept (TlForeignWork        *work,
           const TlForeignCells *cells,
           TlForeignField        field,
           const char           *kept)
{
  const TlForeignLayout *layout = &work->mapping->layouts[cells->sheet];

  tl_foreign_work_note (work, g_strdup_printf (_("%s row %u: “%s” in the column “%s” was left out"),
                                               tl_foreign_sheet_get_name (tl_foreign_book_get_sheet (work->book,
                                                                                                     cells->sheet)),
                                               cells->number, kept, layout->headings[cells->columns[field]]));
}

static void
set_person_day (TlForeignWork        *work,
                const TlForeignCells *cells,
                TlForeignOut         *out,
                TlForeignField        field)
{
  TlTable table;
  const TlField *ours = tl_foreign_field_get_ours (field, &table);
  g_autofree char *kept = NULL;
  g_autofree char *day = tl_foreign_read_day (work, cells, field, tl_foreign_cells_get (cells, field), FALSE, &kept);

  tl_foreign_out_set (out, ours->column, day, cells->columns[field]);
  if (kept != NULL)
    note_kept (work, cells, field, kept);
}

static void
take_person (TlForeignWork        *work,
             const TlForeignCells *cells,
             gpointer              data)
{
  g_autofree char *name = tl_foreign_one_line (tl_foreign_cells_get (cells, TL_FOREIGN_FIELD_PERSON_NAME));
  g_autofree char *role = tl_foreign_one_line (tl_foreign_cells_get (cells, TL_FOREIGN_FIELD_PERSON_ROLE));
  g_autofree char *kept = NULL;
  const TlPersonFacts *existing = find_person (work, name);
  TlForeignOut *out;

  if (existing != NULL)
    tl_foreign_work_claim (work, &existing->base);
  out = tl_foreign_out_add (work, TL_TABLE_PERSON, existing != NULL ? &existing->base : NULL,
                            tl_foreign_cells_get (cells, TL_FOREIGN_FIELD_PERSON_REF), cells);
  tl_foreign_out_set (out, "name", name, cells->columns[TL_FOREIGN_FIELD_PERSON_NAME]);
  tl_foreign_out_set (out, "role", role, cells->columns[TL_FOREIGN_FIELD_PERSON_ROLE]);
  tl_foreign_out_set (out, "place",
                      tl_foreign_place_find (work, cells, TL_FOREIGN_FIELD_PERSON_PLACE,
                                             tl_foreign_cells_get (cells, TL_FOREIGN_FIELD_PERSON_PLACE), &kept),
                      cells->columns[TL_FOREIGN_FIELD_PERSON_PLACE]);
  if (kept != NULL)
    note_kept (work, cells, TL_FOREIGN_FIELD_PERSON_PLACE, kept);
  set_person_day (work, cells, out, TL_FOREIGN_FIELD_PERSON_FROM);
  set_person_day (work, cells, out, TL_FOREIGN_FIELD_PERSON_UNTIL);
  if (existing == NULL && *name != '\0')
    tl_foreign_who_add (work, out, name, role);
}

/**
 * tl_foreign_people_add:
 * @work: a result in the making
 * @sheet: which sheet of the file
 *
 * Makes people of a list of them.
 */
void
tl_foreign_people_add (TlForeignWork *work,
                       guint          sheet)
{
  tl_foreign_rows_walk (work, sheet, TRUE, take_person, NULL);
}
