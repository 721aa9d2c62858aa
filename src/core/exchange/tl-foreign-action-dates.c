/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-foreign-action.h"

#include <glib/gi18n-lib.h>

#include "tl-foreign-words.h"

/* Something that keeps the action from being imported with the rows that are good. */
static void
doubt (TlForeignAction *self,
       TlForeignField   field,
       const char      *message)
{
  self->out->doubtful = TRUE;
  tl_foreign_work_tell (self->work, self->cells, field, message);
}

/* ── Due ──────────────────────────────────────────────────────────────────── */

/**
 * tl_foreign_action_read_day:
 * @self: an action
 * @field: what the column tells
 * @text: what stands there
 * @deadline: whether it says until when, rather than when
 * @what: how words that say no day are introduced
 *
 * Returns: (transfer full) (nullable): as of tl_foreign_read_day(); words that say no day are kept
 */
char *
tl_foreign_action_read_day (TlForeignAction *self,
                            TlForeignField   field,
                            const char      *text,
                            gboolean         deadline,
                            const char      *what)
{
  g_autofree char *kept = NULL;
  char *day = tl_foreign_read_day (self->work, self->cells, field, text, deadline, &kept);

  tl_foreign_action_keep (self, what, kept);
  return day;
}

static TlForeignOut *
add_event (TlForeignAction *self,
           const char      *what)
{
  TlForeignOut *event = tl_foreign_out_add (self->work, TL_TABLE_ACTION_EVENT, NULL, NULL, self->cells);
  g_autofree char *as_of = tl_foreign_write_day (self->work->mapping->as_of);

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
  return tl_foreign_write_day (due);
}

static gboolean
is_iso (const char *text)
{
  TlDay day;

  return text != NULL && tl_day_from_iso (text, &day);
}

/* A due date that has moved is a move, on the day of the file: what was promised first stays to be seen. */
static void
move_due (TlForeignAction *self,
          TlForeignField   field,
          const char      *from,
          const char      *to)
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

/**
 * tl_foreign_action_set_due:
 * @self: an action
 *
 * Says when the action is due. What differs from the first date that the workbook has is a move.
 */
void
tl_foreign_action_set_due (TlForeignAction *self)
{
  g_autofree char *due = tl_foreign_action_read_day (self, TL_FOREIGN_FIELD_ACTION_DUE, self->due, TRUE, _("due"));
  g_autofree char *revised = tl_foreign_action_read_day (self, TL_FOREIGN_FIELD_ACTION_REVISED, self->revised, TRUE,
                                                         _("moved to"));
  g_autofree char *first = self->now != NULL ? tl_foreign_write_day (self->now->due) : NULL;
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
read_status (TlForeignAction *self)
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
      g_autofree char *date = tl_foreign_write_day (event->date);

      if (event->what == TL_EVENT_KIND_DONE && g_strcmp0 (date, day) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Said to be done, and not when: done by the day of the file at the latest, unless the workbook knows better. */
static void
set_done_without_day (TlForeignAction *self,
                      TlForeignField   field)
{
  g_autofree char *as_of = tl_foreign_write_day (self->work->mapping->as_of);

  tl_foreign_action_keep (self, _("done"), _("no date given"));
  if (self->now != NULL && self->now->done != TL_NO_DAY)
    return;
  if (as_of == NULL)
    doubt (self, field, _("the action is said to be done, and not when; say of which day this file is"));
  tl_foreign_out_set (self->out, "done", as_of, self->cells->columns[field]);
}

static void
set_ended (TlForeignAction *self)
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

/**
 * tl_foreign_action_set_done:
 * @self: an action
 *
 * Says whether and when the action is done, or that it has ended.
 */
void
tl_foreign_action_set_done (TlForeignAction *self)
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
  day = tl_foreign_action_read_day (self, TL_FOREIGN_FIELD_ACTION_DONE, self->done, FALSE, _("done"));
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
