/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-foreign-work.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "tl-foreign-day.h"
#include "tl-foreign-words.h"

/* What a list can show on a line or two; the whole text is then the baseline issue. */
#define LONGEST_TITLE 120

typedef struct
{
  guint sheet;
  TlForeignRisk *current;
  GPtrArray *latest;
  char *sheet_title;
} Plan;

/**
 * tl_foreign_risk_free:
 * @risk: (transfer full): a risk that the file names
 *
 * Frees it.
 */
void
tl_foreign_risk_free (TlForeignRisk *risk)
{
  g_free (risk->title);
  g_free (risk->written_ref);
  g_free (risk->place);
  g_free (risk);
}

/**
 * tl_foreign_read_day:
 * @work: a result in the making
 * @cells: the row
 * @field: which of its cells
 * @text: what stands there, or a part of it
 * @deadline: whether it says until when, rather than when
 * @kept: (out) (transfer full) (nullable): the words, where they say more or less than the day
 *
 * Reads a day. Something that is to be done in a month or week is late when that has passed, so its last day is the
 * day; when something happened, a month doesn't say. What is unclear is returned as it is, for the import plan to
 * say so, unless somebody said what it means.
 *
 * Returns: (transfer full) (nullable): the day as 2026-03-31, or a text that is none; %NULL when there is no day
 */
char *
tl_foreign_read_day (TlForeignWork        *work,
                     const TlForeignCells *cells,
                     TlForeignField        field,
                     const char           *text,
                     gboolean              deadline,
                     char                **kept)
{
  g_autofree char *line = tl_foreign_one_line (text);
  TlDay first = TL_NO_DAY, last = TL_NO_DAY;
  TlForeignDayKind kind = tl_foreign_day_read (line, &first, &last);
  char iso[TL_DAY_ISO_LENGTH + 1];
  const char *meaning, *guess = NULL;

  *kept = NULL;
  if (*line == '\0')
    return NULL;
  if (kind == TL_FOREIGN_DAY_EXACT)
    {
      tl_day_to_iso (first, iso);
      return g_strdup (iso);
    }
  if (kind == TL_FOREIGN_DAY_PERIOD && deadline)
    {
      tl_day_to_iso (last, iso);
      guess = iso;
    }
  else if (kind == TL_FOREIGN_DAY_NONE || kind == TL_FOREIGN_DAY_DONE)
    guess = "";
  meaning = tl_foreign_work_look_up (work, cells, field, line, guess);
  if (meaning == NULL)
    return g_steal_pointer (&line);
  *kept = g_steal_pointer (&line);
  return *meaning != '\0' ? g_strdup (meaning) : NULL;
}

/* ── Which risk ───────────────────────────────────────────────────────────── */

/* A concern that is a paragraph becomes its first line or sentence. */
static char *
make_title (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", 2);
  g_autofree char *line = tl_foreign_one_line (lines[0] != NULL ? lines[0] : "");
  const char *stop = strstr (line, ". ");
  g_autofree char *start = NULL;
  char *space;

  if (g_utf8_strlen (line, -1) <= LONGEST_TITLE)
    return g_steal_pointer (&line);
  if (stop != NULL && g_utf8_strlen (line, stop - line) <= LONGEST_TITLE)
    return g_strndup (line, (gsize) (stop - line));
  start = g_utf8_substring (line, 0, LONGEST_TITLE);
  space = strrchr (start, ' ');
  if (space != NULL)
    *space = '\0';
  return g_strconcat (start, "…", NULL);
}

static gboolean
is_same_text (const char *a,
              const char *b)
{
  g_autofree char *folded_a = tl_foreign_fold (a), *folded_b = tl_foreign_fold (b);

  return g_str_equal (folded_a, folded_b);
}

static void
add_to_index (GHashTable *index,
              const char *title,
              gpointer    what)
{
  g_autofree char *folded = tl_foreign_fold (title);
  GPtrArray *list = g_hash_table_lookup (index, folded);

  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (index, g_steal_pointer (&folded), list);
    }
  g_ptr_array_add (list, what);
}

/* Returns: (nullable): what has the title, in the order in which it came */
static const GPtrArray *
find_in_index (GHashTable *index,
               const char *title)
{
  g_autofree char *folded = tl_foreign_fold (title);

  return g_hash_table_lookup (index, folded);
}

static gboolean
is_free (TlForeignWork     *work,
         const TlRiskFacts *risk)
{
  return risk->base.ref != NULL && risk->title != NULL && !g_hash_table_contains (work->claimed, risk);
}

static gboolean
has_scope (const TlRiskFacts *risk,
           const char        *place)
{
  for (guint i = 0; i < risk->scope.n; i++)
    {
      if (g_strcmp0 (TL_FACTS_AT (risk->scope, TlFacts, i)->ref, place) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Returns: (nullable): the risk that the workbook has from an earlier import, or by the same title */
static const TlRiskFacts *
find_existing (TlForeignWork *work,
               const char    *title,
               const char    *written_ref,
               const char    *place)
{
  const GPtrArray *named = find_in_index (work->existing_risks, title);
  g_autofree char *bare = g_strconcat ("R", written_ref, NULL);

  for (guint i = 0; named != NULL && i < named->len; i++)
    {
      const TlRiskFacts *risk = g_ptr_array_index (named, i);

      if (is_free (work, risk) && (place == NULL || risk->scope.n == 0 || has_scope (risk, place)))
        return risk;
    }
  for (guint i = 0; *written_ref != '\0' && i < tl_snapshot_count (work->existing, TL_TABLE_RISK); i++)
    {
      const TlRiskFacts *risk = tl_snapshot_get (work->existing, TL_TABLE_RISK, i);

      /* The same number in two lists doesn't make them one; about the same words do. */
      if (is_free (work, risk) && (place == NULL || risk->scope.n == 0 || has_scope (risk, place))
          && (g_str_equal (risk->base.ref, written_ref) || g_str_equal (risk->base.ref, bare)
              || g_strcmp0 (risk->origin_reference, written_ref) == 0)
          && tl_foreign_is_alike (risk->title, title))
        return risk;
    }
  return NULL;
}

static TlForeignRisk *
add_risk (TlForeignWork        *work,
          const TlForeignCells *cells,
          const char           *text,
          const char           *written_ref,
          int                   from)
{
  TlForeignRisk *risk = g_new0 (TlForeignRisk, 1);
  const TlRiskFacts *existing;

  risk->title = make_title (text);
  risk->written_ref = g_strdup (written_ref);
  risk->place = g_strdup (tl_foreign_place_of_sheet (work, cells));
  existing = find_existing (work, risk->title, written_ref, risk->place);
  if (existing != NULL)
    tl_foreign_work_claim (work, &existing->base);
  risk->out = tl_foreign_out_add (work, TL_TABLE_RISK, existing != NULL ? &existing->base : NULL, written_ref, cells);
  tl_foreign_out_set (risk->out, "title", risk->title, from);
  if (!is_same_text (risk->title, text))
    tl_foreign_out_set (risk->out, "baseline_issue", text, from);
  if (*written_ref != '\0' && g_strcmp0 (risk->out->ref, written_ref) != 0
      && cells->columns[TL_FOREIGN_FIELD_RISK_ORIGIN_REFERENCE] < 0)
    tl_foreign_out_set (risk->out, "origin_reference", written_ref, cells->columns[TL_FOREIGN_FIELD_RISK_REF]);
  g_ptr_array_add (work->risks, risk);
  add_to_index (work->risk_index, risk->title, risk);
  return risk;
}

/* The same concern on several rows is one risk; the same words under another number, or of another home, are another. */
static TlForeignRisk *
find_risk (TlForeignWork        *work,
           const TlForeignCells *cells,
           const char           *title,
           const char           *written_ref)
{
  const GPtrArray *named = find_in_index (work->risk_index, title);
  const char *place = tl_foreign_place_of_sheet (work, cells);

  for (guint i = named != NULL ? named->len : 0; i > 0; i--)
    {
      TlForeignRisk *risk = g_ptr_array_index (named, i - 1);

      if (g_strcmp0 (risk->place, place) == 0
          && (*written_ref == '\0' || *risk->written_ref == '\0' || is_same_text (risk->written_ref, written_ref)))
        return risk;
    }
  return NULL;
}

/* Rows of a plan that names no concerns come under one, named as the plan is. */
static TlForeignRisk *
choose_unnamed (TlForeignWork        *work,
                Plan                 *plan,
                const TlForeignCells *cells)
{
  const char *title = *cells->section != '\0' ? cells->section : plan->sheet_title;
  TlForeignRisk *risk = find_risk (work, cells, title, "");

  if (risk != NULL)
    return risk;
  if (*cells->section == '\0')
    tl_foreign_work_note (work, g_strdup_printf (_("%s: rows that name no concern come under one risk, “%s”"),
                                                 tl_foreign_sheet_get_name (tl_foreign_book_get_sheet (work->book,
                                                                                                       plan->sheet)),
                                                 title));
  return add_risk (work, cells, title, "", -1);
}

static TlForeignRisk *
choose_risk (TlForeignWork        *work,
             Plan                 *plan,
             const TlForeignCells *cells)
{
  const char *text = tl_foreign_cells_get (cells, TL_FOREIGN_FIELD_RISK_TITLE);
  g_autofree char *written_ref = tl_foreign_one_line (tl_foreign_cells_get (cells, TL_FOREIGN_FIELD_RISK_REF));
  g_autofree char *title = make_title (text);
  TlForeignRisk *risk;

  if (*title == '\0' && cells->columns[TL_FOREIGN_FIELD_RISK_TITLE] < 0)
    return choose_unnamed (work, plan, cells);
  /* Below a concern, rows that name none go on with it. */
  if (*title == '\0')
    return plan->current != NULL ? plan->current : choose_unnamed (work, plan, cells);
  risk = find_risk (work, cells, title, written_ref);
  if (risk != NULL && *risk->written_ref == '\0')
    g_set_str (&risk->written_ref, written_ref);
  return risk != NULL ? risk : add_risk (work, cells, text, written_ref, cells->columns[TL_FOREIGN_FIELD_RISK_TITLE]);
}

/* ── What is said of it ───────────────────────────────────────────────────── */

/* What a date or a name didn't say is kept below what was wrong. */
static void
keep_words (TlForeignWork        *work,
            const TlForeignCells *cells,
            TlForeignRisk        *risk,
            TlForeignField        field,
            const char           *kept)
{
  const TlRiskFacts *now = (const TlRiskFacts *) risk->out->existing;
  int column = cells->columns[field];
  g_autofree char *line = g_strdup_printf ("%s: %s", work->mapping->layouts[cells->sheet].headings[column], kept);

  if (tl_foreign_out_get (risk->out, "baseline_issue") == NULL && now != NULL && now->baseline_issue != NULL)
    {
      if (strstr (now->baseline_issue, line) != NULL)
        return;
      tl_foreign_out_set (risk->out, "baseline_issue", now->baseline_issue, column);
    }
  tl_foreign_out_append (risk->out, "baseline_issue", line, "\n", column);
}

/* Several rows may say more of one risk, but not something else of what has one answer. */
static void
set_once (TlForeignWork        *work,
          const TlForeignCells *cells,
          TlForeignRisk        *risk,
          TlForeignField        field,
          const char           *text)
{
  TlTable table;
  const TlField *ours = tl_foreign_field_get_ours (field, &table);
  const char *now = tl_foreign_out_get (risk->out, ours->column);
  g_autofree char *message = NULL;

  if (text == NULL || *text == '\0' || g_strcmp0 (now, text) == 0)
    return;
  if (now == NULL)
    {
      tl_foreign_out_set (risk->out, ours->column, text, cells->columns[field]);
      return;
    }
  message = g_strdup_printf (_("“%s” is something else than “%s”, which row %u says of the same risk"), text, now,
                             risk->out->number);
  tl_foreign_work_tell (work, cells, field, message);
}

static void
add_texts (const TlForeignCells *cells,
           TlForeignRisk        *risk)
{
  static const TlForeignField texts[] = {
    TL_FOREIGN_FIELD_RISK_BASELINE, TL_FOREIGN_FIELD_RISK_CAUSE, TL_FOREIGN_FIELD_RISK_CONTROL,
    TL_FOREIGN_FIELD_RISK_OUTCOME, TL_FOREIGN_FIELD_RISK_RESOURCES,
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      TlTable table;
      const TlField *ours = tl_foreign_field_get_ours (texts[i], &table);

      tl_foreign_out_append (risk->out, ours->column, tl_foreign_cells_get (cells, texts[i]), "\n",
                             cells->columns[texts[i]]);
    }
}

static void
add_word (TlForeignWork        *work,
          const TlForeignCells *cells,
          TlForeignRisk        *risk,
          TlForeignField        field,
          const char           *text)
{
  TlTable table;
  const TlField *ours = tl_foreign_field_get_ours (field, &table);
  g_autofree char *line = tl_foreign_one_line (text);
  const char *meaning;
  int word;

  if (*line == '\0')
    return;
  if (tl_word_find (ours->words (), line, &word))
    meaning = tl_word_get (ours->words (), word);
  else
    meaning = tl_foreign_work_look_up (work, cells, field, line, tl_foreign_words_find (field, line));
  set_once (work, cells, risk, field, meaning != NULL ? meaning : line);
}

/* "Reg 12", "Regulation 12 and 17", "12(2)(g)", "Reg 18 (2009)": the numbers that the workbook writes, else the words. */
static void
add_regulations (const TlForeignCells *cells,
                 TlForeignRisk        *risk)
{
  const char *text = tl_foreign_cells_get (cells, TL_FOREIGN_FIELD_RISK_REGULATIONS);
  int from = cells->columns[TL_FOREIGN_FIELD_RISK_REGULATIONS];
  gboolean found = FALSE;
  const char *at = text;

  while (*at != '\0')
    {
      gsize n = strspn (at, "0123456789");
      g_autofree char *number = NULL;

      if (n == 0)
        {
          at++;
          continue;
        }
      number = g_strndup (at, n);
      at += n;
      if (n == 2 && (*at == 'A' || *at == 'a') && !g_ascii_isalpha (at[1]) && g_str_equal (number, "20"))
        g_set_str (&number, "20A");
      /* Years name the set; what is in brackets are paragraphs. */
      if (n > 2 || g_ascii_strtoll (number, NULL, 10) < 4 || g_ascii_strtoll (number, NULL, 10) > 22)
        continue;
      while (*at == '(')
        at += strcspn (at, ")") + (strchr (at, ')') != NULL);
      if (strstr (text, "2009") != NULL && strstr (text, "2014") == NULL)
        {
          g_autofree char *other = g_strconcat ("2009/", number, NULL);

          g_set_str (&number, other);
        }
      tl_foreign_out_append (risk->out, "regulations", number, "; ", from);
      found = TRUE;
    }
  if (!found)
    {
      g_autofree char *line = tl_foreign_one_line (text);

      tl_foreign_out_append (risk->out, "regulations", line, "; ", from);
    }
}

static void
add_framework (const TlForeignCells *cells,
               TlForeignRisk        *risk)
{
  g_autofree char *text = g_strdup (tl_foreign_cells_get (cells, TL_FOREIGN_FIELD_RISK_FRAMEWORK));
  g_auto (GStrv) parts = NULL;

  g_strdelimit (text, "\n", ';');
  parts = g_strsplit (text, ";", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *line = tl_foreign_one_line (parts[i]);

      tl_foreign_out_append (risk->out, "framework", line, "; ", cells->columns[TL_FOREIGN_FIELD_RISK_FRAMEWORK]);
    }
}

static void
add_opened (TlForeignWork        *work,
            const TlForeignCells *cells,
            TlForeignRisk        *risk)
{
  g_autofree char *kept = NULL;
  g_autofree char *day = tl_foreign_read_day (work, cells, TL_FOREIGN_FIELD_RISK_OPENED,
                                              tl_foreign_cells_get (cells, TL_FOREIGN_FIELD_RISK_OPENED), FALSE, &kept);

  set_once (work, cells, risk, TL_FOREIGN_FIELD_RISK_OPENED, day);
  if (kept != NULL)
    keep_words (work, cells, risk, TL_FOREIGN_FIELD_RISK_OPENED, kept);
}

/* ── Rating ───────────────────────────────────────────────────────────────── */

/* "3 x 4", "3×4 = 12", "12 (3*4)" */
static gboolean
read_rating (const char *text,
             char        likelihood[2],
             char        impact[2])
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autoptr (GString) even = g_string_new (folded);

  g_string_replace (even, "×", "x", 0);
  g_string_replace (even, "*", "x", 0);
  g_string_replace (even, " ", "", 0);
  for (const char *at = strchr (even->str, 'x'); at != NULL; at = strchr (at + 1, 'x'))
    {
      if (at > even->str && at[-1] >= '1' && at[-1] <= '5' && at[1] >= '1' && at[1] <= '5' && !g_ascii_isdigit (at[2])
          && (at == even->str + 1 || !g_ascii_isdigit (at[-2])))
        {
          likelihood[0] = at[-1];
          impact[0] = at[1];
          likelihood[1] = impact[1] = '\0';
          return TRUE;
        }
    }
  return FALSE;
}

static void
add_rating_row (TlForeignWork        *work,
                const TlForeignCells *cells,
                TlForeignRisk        *risk,
                TlDay                 day,
                const char           *likelihood,
                const char           *impact)
{
  TlForeignOut *rating = tl_foreign_out_add (work, TL_TABLE_RATING, NULL, NULL, cells);
  char iso[TL_DAY_ISO_LENGTH + 1];

  tl_day_to_iso (day, iso);
  tl_foreign_out_set (rating, "risk", risk->out->ref, -1);
  tl_foreign_out_set (rating, "date", iso, -1);
  tl_foreign_out_set (rating, "likelihood", likelihood, cells->columns[TL_FOREIGN_FIELD_RISK_LIKELIHOOD]);
  tl_foreign_out_set (rating, "impact", impact, cells->columns[TL_FOREIGN_FIELD_RISK_IMPACT]);
}

/* A rating that has changed since is another rating, of the day of the file; the first one stays. */
static void
change_rating (TlForeignWork        *work,
               const TlForeignCells *cells,
               TlForeignRisk        *risk,
               const TlRiskFacts    *now,
               const char           *likelihood,
               const char           *impact)
{
  const TlRatingFacts *latest =
    now->ratings.n > 0 ? TL_FACTS_AT (now->ratings, TlRatingFacts, now->ratings.n - 1) : NULL;
  char first_likelihood[2] = { (char) ('0' + now->likelihood), '\0' };
  char first_impact[2] = { (char) ('0' + now->impact), '\0' };

  if (likelihood[0] - '0' == (latest != NULL ? latest->likelihood : now->likelihood)
      && impact[0] - '0' == (latest != NULL ? latest->impact : now->impact))
    return;
  if (work->mapping->as_of == TL_NO_DAY)
    {
      tl_foreign_work_tell (work, cells, TL_FOREIGN_FIELD_RISK_RATING,
                            _("the rating has changed; say of which day this file is, so that both can be kept"));
      return;
    }
  if (latest == NULL && now->likelihood > 0 && now->impact > 0 && now->opened != TL_NO_DAY
      && now->opened < work->mapping->as_of)
    add_rating_row (work, cells, risk, now->opened, first_likelihood, first_impact);
  if (latest == NULL || latest->date <= work->mapping->as_of)
    add_rating_row (work, cells, risk, work->mapping->as_of, likelihood, impact);
}

static void
add_rating (TlForeignWork        *work,
            const TlForeignCells *cells,
            TlForeignRisk        *risk)
{
  const TlRiskFacts *now = (const TlRiskFacts *) risk->out->existing;
  const char *likelihood = tl_foreign_cells_get (cells, TL_FOREIGN_FIELD_RISK_LIKELIHOOD);
  const char *impact = tl_foreign_cells_get (cells, TL_FOREIGN_FIELD_RISK_IMPACT);
  g_autofree char *rating = tl_foreign_one_line (tl_foreign_cells_get (cells, TL_FOREIGN_FIELD_RISK_RATING));
  char read_likelihood[2], read_impact[2];

  if (*rating != '\0' && *likelihood == '\0' && *impact == '\0')
    {
      const char *meaning = rating;

      /* A colour or a score alone says neither how likely nor how bad. */
      if (!read_rating (rating, read_likelihood, read_impact))
        meaning = tl_foreign_work_look_up (work, cells, TL_FOREIGN_FIELD_RISK_RATING, rating, "");
      if (!read_rating (meaning, read_likelihood, read_impact))
        return;
      likelihood = read_likelihood;
      impact = read_impact;
    }
  if (now == NULL || (now->likelihood == 0 && now->ratings.n == 0) || strlen (likelihood) != 1 || strlen (impact) != 1)
    {
      set_once (work, cells, risk, TL_FOREIGN_FIELD_RISK_LIKELIHOOD, likelihood);
      set_once (work, cells, risk, TL_FOREIGN_FIELD_RISK_IMPACT, impact);
    }
  else
    change_rating (work, cells, risk, now, likelihood, impact);
}

/* ── Owner ────────────────────────────────────────────────────────────────── */

static gboolean
holds (TlForeignWork          *work,
       const TlOwnershipFacts *ownership)
{
  return ownership->until_date == TL_NO_DAY || ownership->until_date > work->mapping->as_of;
}

static gboolean
has_accountable (TlForeignWork     *work,
                 const TlRiskFacts *now)
{
  for (guint i = 0; now != NULL && i < now->ownerships.n; i++)
    {
      const TlOwnershipFacts *ownership = TL_FACTS_AT (now->ownerships, TlOwnershipFacts, i);

      if (ownership->part == TL_PART_ACCOUNTABLE && holds (work, ownership))
        return TRUE;
    }
  return FALSE;
}

static gboolean
owns_already (TlForeignWork     *work,
              TlForeignRisk     *risk,
              const char        *person)
{
  const TlRiskFacts *now = (const TlRiskFacts *) risk->out->existing;

  for (guint i = 0; now != NULL && i < now->ownerships.n; i++)
    {
      const TlOwnershipFacts *ownership = TL_FACTS_AT (now->ownerships, TlOwnershipFacts, i);

      if (ownership->part != TL_PART_SUPPORTING && holds (work, ownership) && ownership->person != NULL
          && g_strcmp0 (ownership->person->base.ref, person) == 0)
        return TRUE;
    }
  for (guint i = 0; i < work->outs[TL_TABLE_OWNERSHIP]->len; i++)
    {
      const TlForeignOut *out = g_ptr_array_index (work->outs[TL_TABLE_OWNERSHIP], i);

      if (g_strcmp0 (tl_foreign_out_get (out, "risk"), risk->out->ref) == 0
          && g_strcmp0 (tl_foreign_out_get (out, "person"), person) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Where several are named, or another one answers already, nobody has said which of them it is. */
static gboolean
is_claimed (TlForeignWork   *work,
            TlForeignRisk   *risk,
            const GPtrArray *people)
{
  if (people->len > 1 || has_accountable (work, (const TlRiskFacts *) risk->out->existing))
    return TRUE;
  for (guint i = 0; i < work->outs[TL_TABLE_OWNERSHIP]->len; i++)
    {
      if (g_strcmp0 (tl_foreign_out_get (g_ptr_array_index (work->outs[TL_TABLE_OWNERSHIP], i), "risk"), risk->out->ref) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_owner (TlForeignWork        *work,
           const TlForeignCells *cells,
           TlForeignRisk        *risk)
{
  g_autofree char *kept = NULL;
  g_autoptr (GPtrArray) people = tl_foreign_who_find (work, cells, TL_FOREIGN_FIELD_RISK_OWNER,
                                                      tl_foreign_cells_get (cells, TL_FOREIGN_FIELD_RISK_OWNER), &kept);
  int column = cells->columns[TL_FOREIGN_FIELD_RISK_OWNER];
  gboolean claimed = is_claimed (work, risk, people);
  char iso[TL_DAY_ISO_LENGTH + 1];

  if (kept != NULL)
    keep_words (work, cells, risk, TL_FOREIGN_FIELD_RISK_OWNER, kept);
  for (guint i = 0; i < people->len; i++)
    {
      const char *person = g_ptr_array_index (people, i);
      TlForeignOut *ownership;

      if (owns_already (work, risk, person))
        continue;
      if (work->mapping->as_of == TL_NO_DAY)
        {
          tl_foreign_work_tell (work, cells, TL_FOREIGN_FIELD_RISK_OWNER,
                                _("nothing says since when; say of which day this file is"));
          return;
        }
      tl_day_to_iso (work->mapping->as_of, iso);
      ownership = tl_foreign_out_add (work, TL_TABLE_OWNERSHIP, NULL, NULL, cells);
      tl_foreign_out_set (ownership, "risk", risk->out->ref, -1);
      tl_foreign_out_set (ownership, "person", person, column);
      tl_foreign_out_set (ownership, "part", claimed ? "claimed" : "accountable", column);
      tl_foreign_out_set (ownership, "from_date", iso, -1);
    }
}

/* A list of risks without actions says where each of them is. */
static void
add_scope (TlForeignWork        *work,
           const TlForeignCells *cells,
           TlForeignRisk        *risk)
{
  g_autofree char *kept = NULL;
  const char *place = tl_foreign_place_of_sheet (work, cells);

  if (place != NULL)
    tl_foreign_out_append (risk->out, "scope", place, "; ", -1);
  if (cells->columns[TL_FOREIGN_FIELD_ACTION_TITLE] >= 0)
    return;
  place = tl_foreign_place_find (work, cells, TL_FOREIGN_FIELD_ACTION_PLACE,
                                 tl_foreign_cells_get (cells, TL_FOREIGN_FIELD_ACTION_PLACE), &kept);
  if (place != NULL)
    tl_foreign_out_append (risk->out, "scope", place, "; ", cells->columns[TL_FOREIGN_FIELD_ACTION_PLACE]);
  if (kept != NULL)
    keep_words (work, cells, risk, TL_FOREIGN_FIELD_ACTION_PLACE, kept);
}

/* ── Rows ─────────────────────────────────────────────────────────────────── */

static void
take_row (TlForeignWork        *work,
          const TlForeignCells *cells,
          gpointer              data)
{
  Plan *plan = data;
  TlForeignRisk *risk = choose_risk (work, plan, cells);

  if (risk != plan->current)
    g_ptr_array_set_size (plan->latest, 0);
  plan->current = risk;
  add_texts (cells, risk);
  add_regulations (cells, risk);
  add_framework (cells, risk);
  add_word (work, cells, risk, TL_FOREIGN_FIELD_RISK_THEME,
            tl_foreign_cells_get (cells, TL_FOREIGN_FIELD_RISK_THEME));
  if (cells->columns[TL_FOREIGN_FIELD_RISK_THEME] < 0
      && tl_foreign_words_find (TL_FOREIGN_FIELD_RISK_THEME, cells->section) != NULL)
    add_word (work, cells, risk, TL_FOREIGN_FIELD_RISK_THEME, cells->section);
  if (cells->columns[TL_FOREIGN_FIELD_RISK_FRAMEWORK] < 0 && tl_foreign_words_ask_key_question (cells->section))
    tl_foreign_out_append (risk->out, "framework", cells->section, "; ", -1);
  add_word (work, cells, risk, TL_FOREIGN_FIELD_RISK_ORIGIN,
            tl_foreign_cells_get (cells, TL_FOREIGN_FIELD_RISK_ORIGIN));
  add_word (work, cells, risk, TL_FOREIGN_FIELD_RISK_REVIEW_EVERY,
            tl_foreign_cells_get (cells, TL_FOREIGN_FIELD_RISK_REVIEW_EVERY));
  tl_foreign_out_append (risk->out, "origin_reference",
                         tl_foreign_cells_get (cells, TL_FOREIGN_FIELD_RISK_ORIGIN_REFERENCE), "; ",
                         cells->columns[TL_FOREIGN_FIELD_RISK_ORIGIN_REFERENCE]);
  add_opened (work, cells, risk);
  add_rating (work, cells, risk);
  add_owner (work, cells, risk);
  add_scope (work, cells, risk);
  tl_foreign_actions_add (work, cells, risk, plan->latest);
}

static void
expect_people (TlForeignWork        *work,
               const TlForeignCells *cells,
               gpointer              data)
{
  tl_foreign_who_expect (work, cells, TL_FOREIGN_FIELD_RISK_OWNER);
  tl_foreign_who_expect (work, cells, TL_FOREIGN_FIELD_ACTION_PERSON);
}

/* The title above the table, otherwise the name on the tab. */
static char *
find_sheet_title (TlForeignWork *work,
                  guint          index)
{
  const TlForeignSheet *sheet = tl_foreign_book_get_sheet (work->book, index);

  for (guint i = 0; i < tl_foreign_sheet_get_n_filled (sheet); i++)
    {
      guint row = tl_foreign_sheet_get_filled (sheet, i);

      if (row >= work->mapping->layouts[index].heading_row)
        break;
      for (guint j = 0; j < tl_foreign_sheet_get_n_columns (sheet); j++)
        {
          const char *text = tl_foreign_sheet_get_text (sheet, row, j);

          if (*text != '\0' && g_utf8_strlen (text, -1) <= LONGEST_TITLE)
            return make_title (text);
        }
    }
  return make_title (tl_foreign_sheet_get_name (sheet));
}

/**
 * tl_foreign_plan_begin:
 * @work: a result in the making
 *
 * Gets to know the workbook's risks.
 */
void
tl_foreign_plan_begin (TlForeignWork *work)
{
  for (guint i = 0; i < tl_snapshot_count (work->existing, TL_TABLE_RISK); i++)
    {
      const TlRiskFacts *risk = tl_snapshot_get (work->existing, TL_TABLE_RISK, i);

      if (risk->title != NULL)
        add_to_index (work->existing_risks, risk->title, (gpointer) risk);
    }
}

/**
 * tl_foreign_plan_add:
 * @work: a result in the making
 * @sheet: which sheet of the file
 *
 * Makes risks, their owners and ratings, and actions, of an action plan, tracker or register.
 */
void
tl_foreign_plan_add (TlForeignWork *work,
                     guint          sheet)
{
  g_autoptr (GPtrArray) latest = g_ptr_array_new ();
  g_autoptr (GHashTable) legend = tl_foreign_rows_explain (work, sheet);
  Plan plan = { sheet, NULL, latest, find_sheet_title (work, sheet) };

  work->legend = legend;
  tl_foreign_rows_walk (work, sheet, FALSE, expect_people, NULL);
  tl_foreign_rows_walk (work, sheet, TRUE, take_row, &plan);
  g_free (plan.sheet_title);
  work->legend = NULL;
}
