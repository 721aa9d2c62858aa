/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-foreign-work.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-foreign-words.h"

/* One action of a row, which may have several. */
typedef struct
{
  TlForeignWork *work;
  const TlForeignCells *cells;
  TlForeignRisk *risk;
  const char *title;
  const char *ref;
  const char *person;
  const char *due;
  const char *revised;
  const char *done;
  const char *status;
  TlForeignOut *out;
  const TlActionFacts *now;
  GString *kept;
} Action;

/* ── What is kept in words ────────────────────────────────────────────────── */

static void
keep (Action     *self,
      const char *what,
      const char *words)
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
find_existing (Action *self)
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

/* Something that keeps the action from being imported with the rows that are good. */
static void
doubt (Action         *self,
       TlForeignField  field,
       const char     *message)
{
  self->out->doubtful = TRUE;
  tl_foreign_work_tell (self->work, self->cells, field, message);
}

/* ── Dates ────────────────────────────────────────────────────────────────── */

static char *
write_day (TlDay day)
{
  char *iso;

  if (day == TL_NO_DAY)
    return NULL;
  iso = g_malloc (TL_DAY_ISO_LENGTH + 1);
  tl_day_to_iso (day, iso);
  return iso;
}

static char *
read_day (Action         *self,
          TlForeignField  field,
          const char     *text,
          gboolean        deadline,
          const char     *what)
{
  g_autofree char *kept = NULL;
  char *day = tl_foreign_read_day (self->work, self->cells, field, text, deadline, &kept);

  keep (self, what, kept);
  return day;
}

static TlForeignOut *
add_event (Action     *self,
           const char *what)
{
  TlForeignOut *event = tl_foreign_out_add (self->work, TL_TABLE_ACTION_EVENT, NULL, NULL, self->cells);
  g_autofree char *as_of = write_day (self->work->mapping->as_of);

  tl_foreign_out_set (event, "action", self->out->ref, self->cells->columns[TL_FOREIGN_FIELD_ACTION_TITLE]);
  tl_foreign_out_set (event, "date", as_of, -1);
  tl_foreign_out_set (event, "what", what, -1);
  return event;
}

/* Returns: (transfer full) (nullable): when the action is due now, by the workbook */
static char *
find_due (const TlActionFacts *action)
{
  TlDay due = action != NULL ? action->due : TL_NO_DAY;

  for (guint i = 0; action != NULL && i < action->events.n; i++)
    {
      const TlActionEventFacts *event = TL_FACTS_AT (action->events, TlActionEventFacts, i);

      if (event->what == TL_EVENT_KIND_MOVED && event->to_date != TL_NO_DAY)
        due = event->to_date;
    }
  return write_day (due);
}

static gboolean
is_iso (const char *text)
{
  TlDay day;

  return text != NULL && tl_day_from_iso (text, &day);
}

/* A due date that has moved is a move, on the day of the file: what was promised first stays to be seen. */
static void
move_due (Action         *self,
          TlForeignField  field,
          const char     *from,
          const char     *to)
{
  TlForeignOut *event;

  if (self->work->mapping->as_of == TL_NO_DAY)
    {
      tl_foreign_work_tell (self->work, self->cells, field,
                            _("the due date has moved; say of which day this file is, so that the move can be kept"));
      return;
    }
  event = add_event (self, "moved");
  tl_foreign_out_set (event, "from_date", from, self->cells->columns[TL_FOREIGN_FIELD_ACTION_DUE]);
  tl_foreign_out_set (event, "to_date", to, self->cells->columns[field]);
}

static void
set_due (Action *self)
{
  g_autofree char *due = read_day (self, TL_FOREIGN_FIELD_ACTION_DUE, self->due, TRUE, _("due"));
  g_autofree char *revised = read_day (self, TL_FOREIGN_FIELD_ACTION_REVISED, self->revised, TRUE, _("moved to"));
  g_autofree char *first = self->now != NULL ? write_day (self->now->due) : NULL;
  g_autofree char *current = find_due (self->now);
  TlForeignField last_field = revised != NULL ? TL_FOREIGN_FIELD_ACTION_REVISED : TL_FOREIGN_FIELD_ACTION_DUE;
  const char *last = revised != NULL ? revised : due;

  /* What isn't a day is for the import plan to say, and an action without a date gets its first one. */
  if (first == NULL || (due != NULL && !is_iso (due)))
    tl_foreign_out_set (self->out, "due", due != NULL ? due : revised,
                        self->cells->columns[due != NULL ? TL_FOREIGN_FIELD_ACTION_DUE : TL_FOREIGN_FIELD_ACTION_REVISED]);
  if (revised != NULL && !is_iso (revised))
    {
      TlForeignOut *event = add_event (self, "moved");

      tl_foreign_out_set (event, "to_date", revised, self->cells->columns[TL_FOREIGN_FIELD_ACTION_REVISED]);
      return;
    }
  if (!is_iso (last))
    return;
  if (current == NULL)
    current = g_strdup (due != NULL ? due : last);
  if (is_iso (current) && !g_str_equal (current, last) && (revised != NULL || !g_str_equal (due, first != NULL ? first : due)))
    move_due (self, last_field, current, last);
}

/* ── Whether it is done ───────────────────────────────────────────────────── */

/* Words of work that isn't finished; traffic lights say nothing of the kind. */
static gboolean
says_unfinished (const char *text)
{
  static const char * const words[] = {
    "open", "ongoing", "on going", "in progress", "not started", "not yet started", "outstanding", "overdue", "to do", "delayed",
    "partially complete", "partly complete", "not complete", "not completed", "incomplete", "underway", "pending",
  };
  g_autofree char *folded = tl_foreign_fold (text);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (g_str_equal (folded, words[i]))
        return TRUE;
    }
  return FALSE;
}

static const char *
read_status (Action *self)
{
  g_autofree char *line = tl_foreign_one_line (self->status);
  g_autofree char *folded = tl_foreign_fold (line);
  const char *meaning = g_hash_table_lookup (self->work->legend, folded);
  g_autofree char *message = NULL;

  if (*line == '\0')
    return "";
  if (meaning == NULL)
    meaning = tl_foreign_words_find (TL_FOREIGN_FIELD_ACTION_STATUS, line);
  meaning = tl_foreign_work_look_up (self->work, self->cells, TL_FOREIGN_FIELD_ACTION_STATUS, line, meaning);
  if (meaning != NULL)
    return meaning;
  message = g_strdup_printf (_("“%s” doesn't say whether the action is done, open or ended"), line);
  doubt (self, TL_FOREIGN_FIELD_ACTION_STATUS, message);
  return "";
}

static gboolean
has_event (const TlActionFacts *action,
           TlEventKind          what)
{
  for (guint i = 0; action != NULL && i < action->events.n; i++)
    {
      if (TL_FACTS_AT (action->events, TlActionEventFacts, i)->what == what)
        return TRUE;
    }
  return FALSE;
}

/* An action that was reopened and done again keeps its first day, as the sheet Actions has it. */
static gboolean
was_done_again (const TlActionFacts *action,
                const char          *day)
{
  for (guint i = 0; action != NULL && i < action->events.n; i++)
    {
      const TlActionEventFacts *event = TL_FACTS_AT (action->events, TlActionEventFacts, i);
      g_autofree char *date = write_day (event->date);

      if (event->what == TL_EVENT_KIND_DONE && g_strcmp0 (date, day) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Said to be done, and not when: done by the day of the file at the latest, unless the workbook knows better. */
static void
set_done_without_day (Action         *self,
                      TlForeignField  field)
{
  g_autofree char *as_of = write_day (self->work->mapping->as_of);

  keep (self, _("done"), _("no date given"));
  if (self->now != NULL && self->now->done != TL_NO_DAY)
    return;
  if (as_of == NULL)
    doubt (self, field, _("the action is said to be done, and not when; say of which day this file is"));
  tl_foreign_out_set (self->out, "done", as_of, self->cells->columns[field]);
}

static void
set_ended (Action *self)
{
  TlForeignOut *event;

  if (has_event (self->now, TL_EVENT_KIND_ENDED))
    return;
  if (self->work->mapping->as_of == TL_NO_DAY)
    {
      doubt (self, TL_FOREIGN_FIELD_ACTION_STATUS,
             _("the action is said to have ended, and not when; say of which day this file is"));
      return;
    }
  event = add_event (self, "ended");
  tl_foreign_out_set (event, "reason", self->status, self->cells->columns[TL_FOREIGN_FIELD_ACTION_STATUS]);
}

static void
set_done (Action *self)
{
  const char *status = read_status (self);
  g_autofree char *line = tl_foreign_one_line (self->done);
  g_autofree char *day = NULL;

  if (tl_foreign_words_say_done (line)
      && tl_foreign_mapping_get_meaning (self->work->mapping, TL_FOREIGN_FIELD_ACTION_DONE, line) == NULL)
    {
      set_done_without_day (self, TL_FOREIGN_FIELD_ACTION_DONE);
      return;
    }
  day = read_day (self, TL_FOREIGN_FIELD_ACTION_DONE, self->done, FALSE, _("done"));
  if (day != NULL && says_unfinished (self->status))
    {
      g_autofree char *message = g_strdup_printf (_("“%s”, although the row also says when the action was done"),
                                                  self->status);

      doubt (self, TL_FOREIGN_FIELD_ACTION_STATUS, message);
    }
  if (day != NULL && !was_done_again (self->now, day))
    tl_foreign_out_set (self->out, "done", day, self->cells->columns[TL_FOREIGN_FIELD_ACTION_DONE]);
  else if (day == NULL && g_str_equal (status, TL_FOREIGN_STATUS_DONE))
    set_done_without_day (self, TL_FOREIGN_FIELD_ACTION_STATUS);
  if (g_str_equal (status, TL_FOREIGN_STATUS_ENDED))
    set_ended (self);
}

/* ── The rest ─────────────────────────────────────────────────────────────── */

/* One person is responsible; who helps is kept in words. */
static void
set_person (Action *self)
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

      keep (self, _("with"), joined);
    }
  else
    keep (self, _("lead"), kept);
}

static void
set_place (Action *self)
{
  g_autofree char *kept = NULL;
  const char *place = tl_foreign_place_find (self->work, self->cells, TL_FOREIGN_FIELD_ACTION_PLACE,
                                             tl_foreign_cells_get (self->cells, TL_FOREIGN_FIELD_ACTION_PLACE), &kept);

  if (place == NULL && kept == NULL)
    place = tl_foreign_place_of_sheet (self->work, self->cells);
  tl_foreign_out_set (self->out, "place", place, self->cells->columns[TL_FOREIGN_FIELD_ACTION_PLACE]);
  keep (self, _("place"), kept);
}

static void
set_texts (Action *self)
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
set_purpose (Action *self)
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
write_action (Action *self)
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
  agreed = read_day (self, TL_FOREIGN_FIELD_ACTION_AGREED,
                     tl_foreign_cells_get (self->cells, TL_FOREIGN_FIELD_ACTION_AGREED), FALSE, _("agreed"));
  tl_foreign_out_set (self->out, "agreed", agreed, self->cells->columns[TL_FOREIGN_FIELD_ACTION_AGREED]);
  set_due (self);
  set_done (self);
  title = self->kept->len > 0 ? g_strdup_printf ("%s (%s)", self->title, self->kept->str) : g_strdup (self->title);
  tl_foreign_out_set (self->out, "title", title, self->cells->columns[TL_FOREIGN_FIELD_ACTION_TITLE]);
}

/* ── Progress ─────────────────────────────────────────────────────────────── */

/* What a row says of its progress, each text after its heading where there are several. */
static char *
collect_progress (TlForeignWork        *work,
                  const TlForeignCells *cells)
{
  const TlForeignLayout *layout = &work->mapping->layouts[cells->sheet];
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < layout->n_columns; i++)
    n += layout->fields[i] == TL_FOREIGN_FIELD_PROGRESS;
  for (guint i = 0; i < layout->n_columns; i++)
    {
      gboolean note = layout->fields[i] == TL_FOREIGN_FIELD_NOTE;

      if ((!note && layout->fields[i] != TL_FOREIGN_FIELD_PROGRESS) || !cells->own[i])
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      if ((note || n > 1) && *layout->headings[i] != '\0')
        g_string_append_printf (text, "%s: ", layout->headings[i]);
      g_string_append (text, cells->texts[i]);
    }
  return text->len > 0 ? g_string_free_and_steal (g_steal_pointer (&text)) : NULL;
}

static gboolean
names_one_of (const TlFactsList *actions,
              const GPtrArray   *latest)
{
  if (latest->len == 0)
    return actions->n == 0;
  for (guint i = 0; i < actions->n; i++)
    {
      for (guint j = 0; j < latest->len; j++)
        {
          const TlForeignOut *out = g_ptr_array_index (latest, j);

          if (out->existing == TL_FACTS_AT (*actions, TlFacts, i))
            return TRUE;
        }
    }
  return FALSE;
}

static gboolean
is_known (TlForeignRisk   *risk,
          const char      *text,
          const GPtrArray *latest)
{
  const TlRiskFacts *now = (const TlRiskFacts *) risk->out->existing;

  for (guint i = 0; now != NULL && i < now->evidence.n; i++)
    {
      const TlEvidenceFacts *evidence = TL_FACTS_AT (now->evidence, TlEvidenceFacts, i);

      if (evidence->source == TL_SOURCE_ACTION_TRACKER && g_strcmp0 (evidence->finding, text) == 0
          && names_one_of (&evidence->actions, latest))
        return TRUE;
    }
  return FALSE;
}

/* What a tracker says of its progress is evidence of what was done, as far as a tracker is, dated as the tracker is. */
static void
add_progress (TlForeignWork        *work,
              const TlForeignCells *cells,
              TlForeignRisk        *risk,
              const GPtrArray      *latest)
{
  g_autofree char *text = collect_progress (work, cells);
  g_autofree char *as_of = write_day (work->mapping->as_of);
  g_autofree char *recorded_in = NULL;
  int column = MAX (cells->columns[TL_FOREIGN_FIELD_PROGRESS], cells->columns[TL_FOREIGN_FIELD_NOTE]);
  TlForeignOut *evidence;

  if (text == NULL || is_known (risk, text, latest))
    return;
  if (as_of == NULL)
    {
      tl_foreign_work_tell (work, cells,
                            cells->columns[TL_FOREIGN_FIELD_PROGRESS] >= 0 ? TL_FOREIGN_FIELD_PROGRESS : TL_FOREIGN_FIELD_NOTE,
                            _("progress needs a date; say of which day this file is"));
      return;
    }
  evidence = tl_foreign_out_add (work, TL_TABLE_EVIDENCE, NULL, NULL, cells);
  tl_foreign_out_set (evidence, "date", as_of, -1);
  tl_foreign_out_set (evidence, "source", "action tracker", -1);
  tl_foreign_out_set (evidence, "finding", text, column);
  tl_foreign_out_set (evidence, "risks", risk->out->ref, -1);
  for (guint i = 0; i < latest->len; i++)
    tl_foreign_out_append (evidence, "actions", ((const TlForeignOut *) g_ptr_array_index (latest, i))->ref, "; ", -1);
  recorded_in = g_strdup_printf (_("%s, %s"), tl_foreign_book_get_name (work->book),
                                 tl_foreign_sheet_get_name (tl_foreign_book_get_sheet (work->book, cells->sheet)));
  tl_foreign_out_set (evidence, "recorded_in", recorded_in, -1);
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
add_each (TlForeignWork        *work,
          const TlForeignCells *cells,
          TlForeignRisk        *risk,
          char                **titles,
          GPtrArray            *latest)
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
      Action action = {
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
  add_progress (work, cells, risk, latest);
}
