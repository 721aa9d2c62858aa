/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-foreign-action.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-foreign-words.h"

/* ── What is kept in words ────────────────────────────────────────────────── */

/**
 * tl_foreign_action_keep:
 * @self: an action
 * @what: what they are about
 * @words: (nullable): words that say no day, person or place
 *
 * Keeps such words behind the action's title.
 */
void
tl_foreign_action_keep (TlForeignAction *self,
                        const char      *what,
                        const char      *words)
{
  if (words != NULL && *words != '\0')
    g_string_append_printf (self->kept, "%s%s: %s", self->kept->len > 0 ? "; " : "", what, words);
}

/* Where such words begin that an earlier import put behind a title; the whole title when there are none. */
static gsize
measure_title (const char *title)
{
  const char * const starts[] = { _("due"), _("moved to"), _("done"), _("agreed"), _("lead"), _("with"), _("place") };
  gsize length = strlen (title);
  const char *last = NULL;

  if (!g_str_has_suffix (title, ")"))
    return length;
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      g_autofree char *start = g_strdup_printf (" (%s: ", starts[i]);
      const char *found = g_strrstr (title, start);

      if (found != NULL && (last == NULL || found < last))
        last = found;
    }
  return last != NULL ? (gsize) (last - title) : length;
}

/* ── Which action ─────────────────────────────────────────────────────────── */

static gboolean
is_same_title (const char *title,
               const char *other)
{
  g_autofree char *bare = g_strndup (title, measure_title (title)), *other_bare = g_strndup (other, measure_title (other));
  g_autofree char *folded = tl_foreign_fold (bare), *other_folded = tl_foreign_fold (other_bare);

  return g_str_equal (folded, other_folded);
}

/* Returns: (nullable): the action that the workbook has from an earlier import, or by the same title */
static const TlActionFacts *
find_existing (TlForeignAction *self)
{
  const TlRiskFacts *risk = (const TlRiskFacts *) self->risk->out->existing;

  for (guint pass = 0; risk != NULL && pass < 2; pass++)
    {
      for (guint i = 0; i < risk->actions.n; i++)
        {
          const TlActionFacts *action = TL_FACTS_AT (risk->actions, TlActionFacts, i);
          g_autofree char *bare = g_strconcat ("A", self->ref, NULL);

          if (action->base.ref == NULL || action->title == NULL || g_hash_table_contains (self->work->claimed, action))
            continue;
          if (pass == 0 ? is_same_title (self->title, action->title)
                        : *self->ref != '\0'
                          && (g_str_equal (action->base.ref, self->ref) || g_str_equal (action->base.ref, bare))
                          && tl_foreign_is_alike (action->title, self->title))
            return action;
        }
    }
  return NULL;
}

/* ── The rest ─────────────────────────────────────────────────────────────── */

/* One person is responsible; who helps is kept in words. */
static void
set_person (TlForeignAction *self)
{
  g_autofree char *kept = NULL;
  g_autoptr (GPtrArray) people = tl_foreign_who_find (self->work, self->cells, TL_FOREIGN_FIELD_ACTION_PERSON,
                                                      self->person, &kept);
  g_auto (GStrv) words = tl_foreign_split_people (self->person);
  g_autofree char *others = NULL;

  if (people->len > 0)
    tl_foreign_out_set (self->out, "person", g_ptr_array_index (people, 0),
                        self->cells->columns[TL_FOREIGN_FIELD_ACTION_PERSON]);
  if (people->len > 1 || (people->len == 1 && kept != NULL))
    {
      g_autofree char *joined = g_strjoinv (", ", words);

      tl_foreign_action_keep (self, _("with"), joined);
    }
  else
    tl_foreign_action_keep (self, _("lead"), kept);
}

static void
set_place (TlForeignAction *self)
{
  g_autofree char *kept = NULL;
  const char *place = tl_foreign_place_find (self->work, self->cells, TL_FOREIGN_FIELD_ACTION_PLACE,
                                             tl_foreign_cells_get (self->cells, TL_FOREIGN_FIELD_ACTION_PLACE), &kept);

  if (place == NULL && kept == NULL)
    place = tl_foreign_place_of_sheet (self->work, self->cells);
  tl_foreign_out_set (self->out, "place", place, self->cells->columns[TL_FOREIGN_FIELD_ACTION_PLACE]);
  tl_foreign_action_keep (self, _("place"), kept);
}

static void
set_texts (TlForeignAction *self)
{
  static const TlForeignField texts[] = {
    TL_FOREIGN_FIELD_ACTION_RESULT, TL_FOREIGN_FIELD_ACTION_RECORDED_IN, TL_FOREIGN_FIELD_ACTION_AGREED_AT,
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      TlTable table;
      const TlField *ours = tl_foreign_field_get_ours (texts[i], &table);

      tl_foreign_out_set (self->out, ours->column, tl_foreign_cells_get (self->cells, texts[i]),
                          self->cells->columns[texts[i]]);
    }
}

static void
set_purpose (TlForeignAction *self)
{
  g_autofree char *line = tl_foreign_one_line (tl_foreign_cells_get (self->cells, TL_FOREIGN_FIELD_ACTION_PURPOSE));
  const char *meaning;
  int word;

  if (*line == '\0')
    return;
  meaning = tl_word_find (TL_TYPE_PURPOSE, line, &word) ? tl_word_get (TL_TYPE_PURPOSE, word)
            : tl_foreign_work_look_up (self->work, self->cells, TL_FOREIGN_FIELD_ACTION_PURPOSE, line,
                                       tl_foreign_words_find (TL_FOREIGN_FIELD_ACTION_PURPOSE, line));
  tl_foreign_out_set (self->out, "purpose", meaning != NULL ? meaning : line,
                      self->cells->columns[TL_FOREIGN_FIELD_ACTION_PURPOSE]);
}

static void
write_action (TlForeignAction *self)
{
  g_autofree char *agreed = NULL;
  g_autofree char *title = NULL;

  self->now = find_existing (self);
  if (self->now != NULL)
    tl_foreign_work_claim (self->work, &self->now->base);
  self->out = tl_foreign_out_add (self->work, TL_TABLE_ACTION, self->now != NULL ? &self->now->base : NULL, self->ref,
                                  self->cells);
  tl_foreign_out_set (self->out, "risk", self->risk->out->ref, self->cells->columns[TL_FOREIGN_FIELD_RISK_TITLE]);
  set_person (self);
  set_place (self);
  set_texts (self);
  set_purpose (self);
  agreed = tl_foreign_action_read_day (self, TL_FOREIGN_FIELD_ACTION_AGREED,
                                       tl_foreign_cells_get (self->cells, TL_FOREIGN_FIELD_ACTION_AGREED), FALSE,
                                       _("agreed"));
  tl_foreign_out_set (self->out, "agreed", agreed, self->cells->columns[TL_FOREIGN_FIELD_ACTION_AGREED]);
  tl_foreign_action_set_due (self);
  tl_foreign_action_set_done (self);
  title = self->kept->len > 0 ? g_strdup_printf ("%s (%s)", self->title, self->kept->str) : g_strdup (self->title);
  tl_foreign_out_set (self->out, "title", title, self->cells->columns[TL_FOREIGN_FIELD_ACTION_TITLE]);
}

/* ── Rows ─────────────────────────────────────────────────────────────────── */

/* A concern without an action is as open as its row says; its place is its scope in a list that has no actions. */
static gboolean
says_nothing_new (const TlForeignCells *cells,
                  TlForeignField        field)
{
  if (field == TL_FOREIGN_FIELD_ACTION_STATUS)
    return g_strcmp0 (tl_foreign_words_find (field, tl_foreign_cells_get (cells, field)), TL_FOREIGN_STATUS_OPEN) == 0;
  return field == TL_FOREIGN_FIELD_ACTION_PLACE && cells->columns[TL_FOREIGN_FIELD_ACTION_TITLE] < 0;
}

/* Something is said of an action, and no action is named. */
static void
tell_without_action (TlForeignWork        *work,
                     const TlForeignCells *cells)
{
  static const TlForeignField fields[] = {
    TL_FOREIGN_FIELD_ACTION_PERSON, TL_FOREIGN_FIELD_ACTION_DUE, TL_FOREIGN_FIELD_ACTION_DONE,
    TL_FOREIGN_FIELD_ACTION_REVISED, TL_FOREIGN_FIELD_ACTION_AGREED, TL_FOREIGN_FIELD_ACTION_RESULT,
    TL_FOREIGN_FIELD_ACTION_RECORDED_IN, TL_FOREIGN_FIELD_ACTION_AGREED_AT, TL_FOREIGN_FIELD_ACTION_STATUS,
    TL_FOREIGN_FIELD_ACTION_PLACE,
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (!tl_foreign_cells_is_own (cells, fields[i]) || says_nothing_new (cells, fields[i]))
        continue;
      tl_foreign_work_tell (work, cells, fields[i], _("the row names no action that this could belong to"));
    }
}

static void
add_each (TlForeignWork         *work,
          const TlForeignCells  *cells,
          TlForeignRisk         *risk,
          char                 **titles,
          GPtrArray             *latest)
{
  guint n = g_strv_length (titles);
  g_auto (GStrv) people = tl_foreign_split_for (tl_foreign_cells_get (cells, TL_FOREIGN_FIELD_ACTION_PERSON), n);
  g_auto (GStrv) due = tl_foreign_split_for (tl_foreign_cells_get (cells, TL_FOREIGN_FIELD_ACTION_DUE), n);
  g_auto (GStrv) revised = tl_foreign_split_for (tl_foreign_cells_get (cells, TL_FOREIGN_FIELD_ACTION_REVISED), n);
  g_auto (GStrv) done = tl_foreign_split_for (tl_foreign_cells_get (cells, TL_FOREIGN_FIELD_ACTION_DONE), n);
  g_auto (GStrv) status = tl_foreign_split_for (tl_foreign_cells_get (cells, TL_FOREIGN_FIELD_ACTION_STATUS), n);
  g_autofree char *written = tl_foreign_one_line (tl_foreign_cells_get (cells, TL_FOREIGN_FIELD_ACTION_REF));

  /* A number beside an action below another concern's is the action's own. */
  if (cells->columns[TL_FOREIGN_FIELD_ACTION_REF] < 0 && *tl_foreign_cells_get (cells, TL_FOREIGN_FIELD_RISK_TITLE) == '\0')
    {
      g_free (written);
      written = tl_foreign_one_line (tl_foreign_cells_get (cells, TL_FOREIGN_FIELD_RISK_REF));
      if (g_str_equal (written, risk->written_ref))
        *written = '\0';
    }
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *numbered = n > 1 && *written != '\0' ? g_strdup_printf ("%s.%u", written, i + 1) : g_strdup (written);
      TlForeignAction action = {
        work, cells, risk, titles[i], numbered, people[i], due[i], revised[i], done[i], status[i], NULL, NULL,
        g_string_new (NULL),
      };

      write_action (&action);
      g_ptr_array_add (latest, action.out);
      g_string_free (action.kept, TRUE);
    }
}

/**
 * tl_foreign_actions_add:
 * @work: a result in the making
 * @cells: a row of a plan
 * @risk: the risk that it is about
 * @latest: (inout) (element-type TlForeignOut): the actions of the latest row that had any
 *
 * Makes actions of a row, and evidence of what it says of their progress. Words that say no day, such as "TBC", those
 * that name nobody, such as "all staff", and whoever else is named beside the one who is responsible are kept in
 * brackets behind the action's title.
 */
void
tl_foreign_actions_add (TlForeignWork        *work,
                        const TlForeignCells *cells,
                        TlForeignRisk        *risk,
                        GPtrArray            *latest)
{
  const char *text = tl_foreign_cells_get (cells, TL_FOREIGN_FIELD_ACTION_TITLE);
  g_auto (GStrv) titles = NULL;

  if (work->mapping->layouts[cells->sheet].split)
    {
      titles = tl_foreign_split_actions (text);
    }
  else
    {
      titles = g_new0 (char *, 2);
      if (*text != '\0')
        titles[0] = tl_foreign_one_line (text);
    }
  if (titles[0] != NULL)
    {
      g_ptr_array_set_size (latest, 0);
      add_each (work, cells, risk, titles, latest);
    }
  else
    {
      tell_without_action (work, cells);
    }
  tl_foreign_progress_add (work, cells, risk, latest);
}
