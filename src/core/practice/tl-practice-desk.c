/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-practice-desk-private.h"

#include <glib/gi18n-lib.h>

#include "tl-practice-progress.h"
#include "tl-workbook-kept.h"

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

void
tl_practice_desk_set_run (TlPracticeDesk *self,
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
    tl_practice_desk_set_run (self, run);
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
