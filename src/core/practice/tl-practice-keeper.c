/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-practice-keeper.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-practice-progress.h"

struct _TlPracticeKeeper
{
  GObject parent_instance;

  GFile *folder;
  TlPracticeRun *run;
  /* Of GTask: who waits until everything is kept. */
  GPtrArray *waiting;
  char *problem;
  gboolean writing;
  gboolean write_again;
};

typedef enum
{
  PROP_BUSY = 1,
  PROP_PROBLEM,
  N_PROPERTIES
} TlPracticeKeeperProperty;

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (TlPracticeKeeper, tl_practice_keeper, G_TYPE_OBJECT)

static void
tl_practice_keeper_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  TlPracticeKeeper *self = TL_PRACTICE_KEEPER (object);

  switch ((TlPracticeKeeperProperty) id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, self->writing);
      break;
    case PROP_PROBLEM:
      g_value_set_string (value, self->problem);
      break;
    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_practice_keeper_finalize (GObject *object)
{
  TlPracticeKeeper *self = TL_PRACTICE_KEEPER (object);

  g_ptr_array_unref (self->waiting);
  g_clear_object (&self->run);
  g_clear_object (&self->folder);
  g_free (self->problem);

  G_OBJECT_CLASS (tl_practice_keeper_parent_class)->finalize (object);
}

static void
tl_practice_keeper_class_init (TlPracticeKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tl_practice_keeper_get_property;
  object_class->finalize = tl_practice_keeper_finalize;

  /** TlPracticeKeeper:busy: whether something isn't kept yet */
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  /** TlPracticeKeeper:problem: (nullable): why it can't be kept */
  properties[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
tl_practice_keeper_init (TlPracticeKeeper *self)
{
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * tl_practice_keeper_new:
 * @folder: where progress is kept
 * @run: the go in hand
 *
 * Returns: (transfer full): what keeps it
 */
TlPracticeKeeper *
tl_practice_keeper_new (GFile         *folder,
                        TlPracticeRun *run)
{
  TlPracticeKeeper *self = g_object_new (TL_TYPE_PRACTICE_KEEPER, NULL);

  self->folder = g_object_ref (folder);
  self->run = g_object_ref (run);
  return self;
}

static void
answer (TlPracticeKeeper *self)
{
  g_autoptr (GPtrArray) waiting = g_steal_pointer (&self->waiting);

  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < waiting->len; i++)
    {
      if (self->problem == NULL)
        g_task_return_boolean (g_ptr_array_index (waiting, i), TRUE);
      else
        g_task_return_new_error (g_ptr_array_index (waiting, i), G_IO_ERROR, G_IO_ERROR_FAILED, "%s", self->problem);
    }
}

/* What is written was copied, so that the trainee goes on meanwhile. */
static void
write_func (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  TlPracticeKeeper *self = source;
  GError *error = NULL;

  if (tl_practice_progress_save_run (self->folder, data, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void begin (TlPracticeKeeper *self);

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  TlPracticeKeeper *self = TL_PRACTICE_KEEPER (source);
  g_autoptr (GError) error = NULL;
  gboolean kept = g_task_propagate_boolean (G_TASK (result), &error);

  self->writing = FALSE;
  if (g_set_str (&self->problem, kept ? NULL : error->message))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
  if (self->write_again)
    {
      begin (self);
      return;
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
  answer (self);
}

static void
begin (TlPracticeKeeper *self)
{
  g_autofree char *text = tl_practice_run_to_text (self->run);
  g_autoptr (GTask) task = g_task_new (self, NULL, written_cb, NULL);
  TlPracticeRun *copy = tl_practice_run_parse (text, strlen (text), NULL);

  self->writing = TRUE;
  self->write_again = FALSE;
  g_task_set_source_tag (task, begin);
  if (copy == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NO_SPACE, _("What you wrote is too long to be kept. Shorten it."));
      return;
    }
  g_task_set_task_data (task, copy, g_object_unref);
  g_task_run_in_thread (task, write_func);
}

/**
 * tl_practice_keeper_keep:
 * @self: a keeper
 *
 * Something changed, and is kept at once; while that is done, what changes meanwhile is kept after it.
 */
void
tl_practice_keeper_keep (TlPracticeKeeper *self)
{
  if (self->writing)
    {
      self->write_again = TRUE;
      return;
    }
  begin (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

/**
 * tl_practice_keeper_get_busy:
 * @self: a keeper
 *
 * Returns: whether something isn't kept yet
 */
gboolean
tl_practice_keeper_get_busy (TlPracticeKeeper *self)
{
  return self->writing;
}

/**
 * tl_practice_keeper_get_problem:
 * @self: a keeper
 *
 * Returns: (nullable): why it can't be kept
 */
const char *
tl_practice_keeper_get_problem (TlPracticeKeeper *self)
{
  return self->problem;
}

/**
 * tl_practice_keeper_wait_async:
 * @self: a keeper
 * @callback: called when everything is kept, or can't be
 * @user_data: for @callback
 */
void
tl_practice_keeper_wait_async (TlPracticeKeeper    *self,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, tl_practice_keeper_wait_async);
  g_ptr_array_add (self->waiting, task);
  if (!self->writing)
    answer (self);
}

/**
 * tl_practice_keeper_wait_finish:
 * @self: a keeper
 * @result: what the callback was given
 * @error: why it can't be kept
 *
 * Returns: whether everything is kept
 */
gboolean
tl_practice_keeper_wait_finish (TlPracticeKeeper  *self,
                                GAsyncResult      *result,
                                GError           **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
