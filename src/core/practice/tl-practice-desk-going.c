/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-practice-desk-private.h"

#include <glib/gi18n-lib.h>

#include "tl-practice-progress.h"

/* Going about a case: what is opened, judged, committed and begun again. */

/**
 * tl_practice_desk_open_thing:
 * @self: a case in hand
 * @ref: ref of what the trainee opens
 *
 * Notes what was opened, in order.
 */
void
tl_practice_desk_open_thing (TlPracticeDesk *self,
                             const char     *ref)
{
  if (tl_practice_run_is_committed (self->run))
    return;
  tl_practice_run_note_opened (self->run, ref);
  tl_practice_desk_keep (self);
}

/**
 * tl_practice_desk_keep:
 * @self: a case in hand
 *
 * Keeps the go, of which something changed.
 */
void
tl_practice_desk_keep (TlPracticeDesk *self)
{
  tl_practice_keeper_keep (self->keeper);
}

/**
 * tl_practice_desk_list_unfinished:
 * @self: a case in hand
 *
 * Returns: (transfer full) (array zero-terminated=1): what keeps the go from being committed, a sentence each; empty when
 *   nothing does
 */
char **
tl_practice_desk_list_unfinished (TlPracticeDesk *self)
{
  g_autoptr (GStrvBuilder) sentences = g_strv_builder_new ();
  GListModel *judgements = tl_practice_run_get_judgements (self->run);
  guint n = g_list_model_get_n_items (judgements), n_open = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TlPracticeJudgement) judgement = g_list_model_get_item (judgements, i);

      n_open += tl_practice_judgement_get_state (judgement) == TL_PRACTICE_STATE_NONE || tl_practice_judgement_get_risk (judgement) == NULL;
    }
  if (n == 0)
    g_strv_builder_add (sentences, _("You haven’t judged anything yet."));
  if (n_open > 0)
    g_strv_builder_take (sentences,
                         g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u judgement doesn’t say yet of which risk it is, or how it stands. Finish it or take it back.",
                                                       "%u judgements don’t say yet of which risk they are, or how it stands. Finish them or take them back.", n_open), n_open));
  return g_strv_builder_end (sentences);
}

static void
note_attempt_func (GTask        *task,
                   gpointer      source,
                   gpointer      data,
                   GCancellable *cancellable)
{
  TlPracticeDesk *self = source;
  g_autoptr (TlPracticeProgress) progress = tl_practice_progress_load (self->folder, cancellable);
  GError *error = NULL;

  tl_practice_progress_add (progress, tl_practice_case_get_id (self->practice_case), data);
  if (tl_practice_progress_save (progress, self->folder, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  GTask *task = user_data;
  TlPracticeDesk *self = g_task_get_source_object (task);
  GError *error = NULL;
  TlPracticeAttempt attempt;

  if (tl_practice_keeper_wait_finish (TL_PRACTICE_KEEPER (source), result, &error))
    self->debrief = tl_practice_debrief_new (self->practice_case, self->assessment, self->run, &error);
  if (self->debrief == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  attempt = tl_practice_attempt_of (self->debrief, tl_day_today ());
  g_task_set_task_data (task, g_memdup2 (&attempt, sizeof attempt), g_free);
  g_task_run_in_thread (task, note_attempt_func);
  g_object_unref (task);
}

/**
 * tl_practice_desk_commit_async:
 * @self: a case in hand, whose go is finished
 * @callback: called when there is a debrief
 * @user_data: for @callback
 *
 * Ends the go: it stands from now on, and is debriefed.
 */
void
tl_practice_desk_commit_async (TlPracticeDesk      *self,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, tl_practice_desk_commit_async);
  tl_practice_run_commit (self->run);
  tl_practice_keeper_keep (self->keeper);
  tl_practice_keeper_wait_async (self->keeper, kept_cb, task);
}

/**
 * tl_practice_desk_commit_finish:
 * @self: a case in hand
 * @result: what the callback was given
 * @error: why it couldn't be kept
 *
 * Returns: whether it was debriefed, and noted in the trainee's progress
 */
gboolean
tl_practice_desk_commit_finish (TlPracticeDesk  *self,
                                GAsyncResult    *result,
                                GError         **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
forget_func (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  TlPracticeDesk *self = source;
  GError *error = NULL;

  if (tl_practice_progress_forget_run (self->folder, tl_practice_case_get_id (self->practice_case), cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
settled_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;

  tl_practice_keeper_wait_finish (TL_PRACTICE_KEEPER (source), result, NULL);
  g_task_run_in_thread (task, forget_func);
}

/**
 * tl_practice_desk_begin_again_async:
 * @self: a case in hand
 * @callback: called when the go in hand is forgotten
 * @user_data: for @callback
 *
 * Begins the case anew. What became of the goes before stays in the trainee's progress.
 */
void
tl_practice_desk_begin_again_async (TlPracticeDesk      *self,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, tl_practice_desk_begin_again_async);
  tl_practice_keeper_wait_async (self->keeper, settled_cb, task);
}

/**
 * tl_practice_desk_begin_again_finish:
 * @self: a case in hand
 * @result: what the callback was given
 * @error: why it couldn't be forgotten
 *
 * Returns: whether there is a new go in hand
 */
gboolean
tl_practice_desk_begin_again_finish (TlPracticeDesk  *self,
                                     GAsyncResult    *result,
                                     GError         **error)
{
  g_autoptr (TlPracticeRun) run = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  run = tl_practice_run_new (tl_practice_case_get_id (self->practice_case));
  tl_practice_run_set_trainee (run, tl_practice_run_get_trainee (self->run));
  tl_practice_desk_set_run (self, run);
  g_object_notify (G_OBJECT (self), "run");
  return TRUE;
}
