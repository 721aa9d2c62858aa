/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was agreed, and what became of it. */
#include "config.h"

#include "tl-action-thread-private.h"

#include <glib/gi18n-lib.h>

#include "tl-action-rules.h"
#include "tl-format.h"
#include "tl-judge.h"

static void
append (GString *text,
        char    *sentence)
{
  g_autofree char *own = sentence;

  if (own != NULL)
    g_string_append_printf (text, text->len > 0 ? " %s" : "%s", own);
}

static void
add_agreed (TlActionThread *self)
{
  const TlActionFacts *facts = self->action->facts;
  g_autofree char *day = facts->agreed != TL_NO_DAY ? tl_format_day_long (facts->agreed) : NULL;
  g_autofree char *due = self->action->first_due != TL_NO_DAY ? tl_format_day_long (self->action->first_due) : NULL;
  GString *text = g_string_new (NULL);
  TlLinkState state = TL_LINK_STATE_SOUND;

  /* Translators: what is to be done */
  append (text, g_strdup_printf (_("“%s”."), facts->title != NULL ? facts->title : _("No title")));
  if (facts->person != NULL && due != NULL)
    append (text, g_strdup_printf (_("%1$s is to do it by %2$s."), facts->person->name, due));
  else if (facts->person != NULL)
    append (text, g_strdup_printf (_("%s is to do it."), facts->person->name));
  if (tl_text_says (facts->expected_result))
    /* Translators: what an action should bring about */
    append (text, g_strdup_printf (_("It should bring about: “%s”."), facts->expected_result));
  if (facts->person == NULL)
    append (text, g_strdup (_("Nobody is named to do it.")));
  if (due == NULL)
    append (text, g_strdup (_("It has no due date.")));
  if (day == NULL)
    append (text, g_strdup (_("Nothing says when it was agreed.")));
  if (facts->person == NULL || due == NULL || day == NULL)
    state = TL_LINK_STATE_WEAK;
  tl_action_thread_add (self, TL_THREAD_AT (TL_ACTION_STEP_AGREED, state, facts->agreed, TL_TABLE_ACTION, facts),
                        g_string_free_and_steal (text));
}

static char *
say_moved (const TlActionEventFacts *event)
{
  g_autofree char *from = event->from_date != TL_NO_DAY ? tl_format_day_long (event->from_date) : NULL;
  g_autofree char *to = event->to_date != TL_NO_DAY ? tl_format_day_long (event->to_date) : NULL;

  if (from != NULL && to != NULL)
    return g_strdup_printf (_("Its due date was moved from %1$s to %2$s."), from, to);
  if (to != NULL)
    return g_strdup_printf (_("Its due date was moved to %s."), to);
  return g_strdup (_("Its due date was taken away."));
}

static char *
say_event (const TlActionEventFacts *event)
{
  switch ((int) event->what)
    {
    case TL_EVENT_KIND_MOVED:
      return say_moved (event);
    case TL_EVENT_KIND_DONE:
      return g_strdup (_("It was done."));
    case TL_EVENT_KIND_REOPENED:
      return g_strdup (_("It was opened again."));
    case TL_EVENT_KIND_ENDED:
      return g_strdup (_("It was ended."));
    case TL_EVENT_KIND_MERGED:
      if (event->other_action != NULL && event->other_action->title != NULL)
        return g_strdup_printf (_("It was merged into “%s”."), event->other_action->title);
      return g_strdup (_("It was merged into another action."));
    default:
      return NULL;
    }
}

static void
add_event (TlActionThread           *self,
           const TlActionEventFacts *event)
{
  g_autofree char *what = say_event (event);
  gboolean done = event->what == TL_EVENT_KIND_DONE;

  if (what == NULL)
    return;
  tl_action_thread_add (self, TL_THREAD_AT (TL_ACTION_STEP_EVENT, done ? TL_LINK_STATE_SOUND : TL_LINK_STATE_WEAK, event->date,
                                            TL_TABLE_ACTION_EVENT, event),
                        /* Translators: what happened to an action, and the reason given */
                        tl_text_says (event->reason) ? g_strdup_printf (_("%1$s “%2$s”"), what, event->reason)
                        : done                       ? g_strdup (what)
                                                     : g_strdup_printf (_("%s Nothing says why."), what));
}

static void
add_done (TlActionThread *self)
{
  const TlActionFacts *facts = self->action->facts;
  int late = self->action->first_due != TL_NO_DAY ? facts->done - self->action->first_due : 0;
  g_autofree char *length = late > 0 ? tl_format_days (late) : NULL;

  tl_action_thread_add (self, TL_THREAD_AT (TL_ACTION_STEP_EVENT, TL_LINK_STATE_SOUND, facts->done, TL_TABLE_ACTION, facts),
                        length != NULL
                          /* Translators: a length of time */
                          ? g_strdup_printf (_("It was done, %s after the day first agreed."), length)
                          : g_strdup (_("It was done.")));
}

/* Where it stands now, if it isn't done. */
static void
add_standing (TlActionThread *self)
{
  const TlActionJudgement *action = self->action;
  g_autofree char *due = action->due != TL_NO_DAY ? tl_format_day_long (action->due) : NULL;
  g_autofree char *late = action->days_overdue > 0 ? tl_format_days (action->days_overdue) : NULL;
  TlLinkState state = late != NULL ? TL_LINK_STATE_MISSING : TL_LINK_STATE_WEAK;

  if (!action->open)
    return;
  tl_action_thread_add (self, TL_THREAD_AT (TL_ACTION_STEP_EVENT, state, action->due, TL_TABLE_ACTION, action->facts),
                        late != NULL  ? g_strdup_printf (_("It isn’t done. It was due on %1$s, %2$s ago."), due, late)
                        : due != NULL ? g_strdup_printf (_("It isn’t done yet. It is due on %s."), due)
                                      : g_strdup (_("It isn’t done, and has no due date.")));
}

static gboolean
has_done_event (const GPtrArray *events,
                TlDay            day)
{
  for (guint i = 0; i < events->len; i++)
    {
      const TlActionEventFacts *event = g_ptr_array_index (events, i);

      if (event->what == TL_EVENT_KIND_DONE && event->date == day)
        return TRUE;
    }
  return FALSE;
}

/* What was agreed, each thing that happened to it by the day, and where it stands. */
void
tl_action_thread_add_action (TlActionThread *self)
{
  const TlActionFacts *facts = self->action->facts;
  g_autoptr (GPtrArray) events = tl_action_list_events (facts);
  TlDay as_at = tl_action_thread_get_as_at (self);
  gboolean done = facts->done != TL_NO_DAY && facts->done <= as_at && !has_done_event (events, facts->done);

  add_agreed (self);
  for (guint i = 0; i < events->len; i++)
    {
      const TlActionEventFacts *event = g_ptr_array_index (events, i);

      if (event->date > as_at)
        break;
      if (done && (event->date > facts->done || (event->date == facts->done && event->what != TL_EVENT_KIND_MOVED)))
        {
          add_done (self);
          done = FALSE;
        }
      add_event (self, event);
    }
  if (done)
    add_done (self);
  add_standing (self);
}
