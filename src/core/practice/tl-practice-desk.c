/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-practice-desk.h"

#include <glib/gi18n-lib.h>

#include "tl-practice-progress.h"
#include "tl-workbook-kept.h"

struct _TlPracticeDesk
{
  GObject parent_instance;

  TlPracticeCase *practice_case;
  GFile *folder;
  TlWorkbook *workbook;
  TlAssessment *assessment;
  TlPracticeBook *book;
  TlPracticeRun *run;
  TlPracticeKeeper *keeper;
  TlPracticeDebrief *debrief;
  char *left_behind;
};

typedef enum
{
  PROP_RUN = 1,
  N_PROPERTIES
} TlPracticeDeskProperty;

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (TlPracticeDesk, tl_practice_desk, G_TYPE_OBJECT)

static void
tl_practice_desk_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch ((TlPracticeDeskProperty) id)
    {
    case PROP_RUN:
      g_value_set_object (value, TL_PRACTICE_DESK (object)->run);
      break;
    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_practice_desk_dispose (GObject *object)
{
  TlPracticeDesk *self = TL_PRACTICE_DESK (object);

  tl_practice_desk_close (self);
  g_clear_pointer (&self->debrief, tl_practice_debrief_free);
  g_clear_object (&self->keeper);
  g_clear_object (&self->run);
  g_clear_object (&self->book);
  g_clear_pointer (&self->assessment, tl_assessment_unref);
  g_clear_object (&self->folder);
  g_clear_object (&self->practice_case);
  g_clear_pointer (&self->left_behind, g_free);

  G_OBJECT_CLASS (tl_practice_desk_parent_class)->dispose (object);
}

static void
tl_practice_desk_class_init (TlPracticeDeskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tl_practice_desk_get_property;
  object_class->dispose = tl_practice_desk_dispose;

  /** TlPracticeDesk:run: the go in hand; another one when it was begun again */
  properties[PROP_RUN] = g_param_spec_object ("run", NULL, NULL, TL_TYPE_PRACTICE_RUN, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
tl_practice_desk_init (TlPracticeDesk *self)
{
}

/* ── Opening ──────────────────────────────────────────────────────────────── */

/* What can't be read isn't written over: it is put aside. */
static TlPracticeRun *
begin_beside (TlPracticeDesk  *self,
              GError          *problem,
              GError         **error)
{
  const char *id = tl_practice_case_get_id (self->practice_case);

  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    {
      g_error_free (problem);
      return tl_practice_run_new (id);
    }
  if (!g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    {
      g_propagate_error (error, problem);
      return NULL;
    }
  g_error_free (problem);
  if (!tl_practice_progress_put_aside (self->folder, id, NULL, error))
    return NULL;
  self->left_behind = g_strdup (_("What you judged before can’t be read any more. It was put aside, and you begin anew."));
  return tl_practice_run_new (id);
}

static void
set_run (TlPracticeDesk *self,
         TlPracticeRun  *run)
{
  g_set_object (&self->run, run);
  g_clear_object (&self->keeper);
  self->keeper = tl_practice_keeper_new (self->folder, run);
  g_clear_pointer (&self->debrief, tl_practice_debrief_free);
}

/* The go in hand is read off the main thread. */
static void
read_func (GTask        *task,
           gpointer      source,
           gpointer      data,
           GCancellable *cancellable)
{
  TlPracticeDesk *self = data;
  GError *problem = NULL, *error = NULL;
  TlPracticeRun *run =
    tl_practice_progress_load_run (self->folder, tl_practice_case_get_id (self->practice_case), cancellable, &problem);

  if (run == NULL)
    run = begin_beside (self, problem, &error);
  if (run != NULL)
    g_task_return_pointer (task, run, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TlPracticeDesk *self = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (TlPracticeRun) run = g_task_propagate_pointer (G_TASK (result), &error);

  if (run != NULL)
    set_run (self, run);
  if (run != NULL && tl_practice_run_is_committed (run))
    self->debrief = tl_practice_debrief_new (self->practice_case, self->assessment, run, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_object_ref (self), g_object_unref);
}

/* A case whose answers don't fit would teach what isn't so. */
static gboolean
check_sheet (TlPracticeDesk  *self,
             GError         **error)
{
  g_auto (GStrv) problems = tl_practice_sheet_check (self->practice_case, self->assessment);
  g_autofree char *first = NULL;

  if (problems[0] == NULL)
    return TRUE;
  if (g_strv_length (problems) > 3)
    g_clear_pointer (&problems[3], g_free);
  first = g_strjoinv (".\n", problems);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               _("The answer sheet of this case doesn’t fit its workbook, so a debrief would teach what isn’t so. Get the case anew, or ask whoever made it.\n\n%s."), first);
  return FALSE;
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GTask) reading = NULL;
  TlPracticeDesk *self = g_task_get_task_data (task);
  GError *error = NULL;

  self->workbook = tl_workbook_open_finish (result, &error);
  if (self->workbook == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  self->assessment = tl_assessment_ref (tl_workbook_get_assessment (self->workbook));
  if (!check_sheet (self, &error))
    {
      tl_practice_desk_close (self);
      g_task_return_error (task, error);
      return;
    }
  self->book = tl_practice_book_new (self->practice_case, self->assessment);
  reading = g_task_new (NULL, g_task_get_cancellable (task), read_cb, g_object_ref (task));
  g_task_set_source_tag (reading, read_func);
  g_task_set_task_data (reading, g_object_ref (self), g_object_unref);
  g_task_run_in_thread (reading, read_func);
}

/**
 * tl_practice_desk_open_async:
 * @practice_case: a case
 * @folder: where progress is kept
 * @ids: where new ids come from
 * @cancellable: (nullable): to cancel
 * @callback: called when it is open
 * @user_data: for @callback
 *
 * Takes a case in hand, with the go at it as it was left. Its workbook is read from a copy, and nothing is written to it.
 */
void
tl_practice_desk_open_async (TlPracticeCase      *practice_case,
                             GFile               *folder,
                             TlIdSource          *ids,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  TlPracticeDesk *self = g_object_new (TL_TYPE_PRACTICE_DESK, NULL);

  g_task_set_source_tag (task, tl_practice_desk_open_async);
  g_task_set_task_data (task, self, g_object_unref);
  self->practice_case = g_object_ref (practice_case);
  self->folder = g_object_ref (folder);
  tl_workbook_open_async (TL_STORE_ORIGIN_COPY, tl_practice_case_get_workbook (practice_case), ids, cancellable, opened_cb, task);
}

/**
 * tl_practice_desk_open_finish:
 * @result: what the callback was given
 * @error: why it can't be practised on, in plain words
 *
 * Returns: (transfer full): the case in hand
 */
TlPracticeDesk *
tl_practice_desk_open_finish (GAsyncResult  *result,
                              GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
let_go_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!tl_workbook_close_finish (TL_WORKBOOK (source), result, &error))
    g_message ("Closing the workbook of a case: %s", error->message);
}

/**
 * tl_practice_desk_close:
 * @self: a case in hand
 *
 * Lets go of the copy of its workbook; what is shown of it stays.
 */
void
tl_practice_desk_close (TlPracticeDesk *self)
{
  if (self->workbook != NULL)
    tl_workbook_discard_async (self->workbook, let_go_cb, NULL);
  g_clear_object (&self->workbook);
}

/* ── What it holds ────────────────────────────────────────────────────────── */

/**
 * tl_practice_desk_get_case:
 * @self: a case in hand
 *
 * Returns: (transfer none): the case
 */
TlPracticeCase *
tl_practice_desk_get_case (TlPracticeDesk *self)
{
  return self->practice_case;
}

/**
 * tl_practice_desk_get_book:
 * @self: a case in hand
 *
 * Returns: (transfer none): what may be seen of it
 */
TlPracticeBook *
tl_practice_desk_get_book (TlPracticeDesk *self)
{
  return self->book;
}

/**
 * tl_practice_desk_get_run:
 * @self: a case in hand
 *
 * Returns: (transfer none): the go at it
 */
TlPracticeRun *
tl_practice_desk_get_run (TlPracticeDesk *self)
{
  return self->run;
}

/**
 * tl_practice_desk_get_keeper:
 * @self: a case in hand
 *
 * Returns: (transfer none): what keeps the go at it
 */
TlPracticeKeeper *
tl_practice_desk_get_keeper (TlPracticeDesk *self)
{
  return self->keeper;
}

/**
 * tl_practice_desk_get_figures:
 * @self: a case in hand
 *
 * Returns: (transfer none): what is concluded of its workbook: for figures and charts, which are shown of it before the
 *   debrief by [func@Tl.practice_list_figures] alone, and for paper after it
 */
TlAssessment *
tl_practice_desk_get_figures (TlPracticeDesk *self)
{
  return self->assessment;
}

/**
 * tl_practice_desk_get_debrief:
 * @self: a case in hand
 *
 * Returns: (transfer none) (nullable): the debrief, %NULL until the go is committed
 */
const TlPracticeDebrief *
tl_practice_desk_get_debrief (TlPracticeDesk *self)
{
  return self->debrief;
}

/**
 * tl_practice_desk_get_left_behind:
 * @self: a case in hand
 *
 * Returns: (nullable): what has to be said of an earlier go that couldn't be read
 */
const char *
tl_practice_desk_get_left_behind (TlPracticeDesk *self)
{
  return self->left_behind;
}

/* ── Going about it ───────────────────────────────────────────────────────── */

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
  set_run (self, run);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUN]);
  return TRUE;
}
