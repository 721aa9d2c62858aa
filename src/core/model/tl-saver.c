/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-saver.h"

/* A slow share is saved to less often, but never later than this. */
#define LONGEST_QUIET_TIME (10 * 60 * 1000)
#define RETRY_TIME (60 * 1000)
#define SAVE_TIMES 20

struct _TlSaver
{
  GObject parent_instance;

  TlStore *store;
  guint quiet_time;
  guint timer;
  gboolean saving;
  gint64 last_duration;
  GError *error;
  TlSavedState state;
};

typedef enum
{
  PROP_STATE = 1,
  PROP_PROBLEM,
} TlSaverProperty;

static GParamSpec *properties[PROP_PROBLEM + 1];

G_DEFINE_ENUM_TYPE (TlSavedState, tl_saved_state,
                    G_DEFINE_ENUM_VALUE (TL_SAVED_STATE_UNTITLED, "untitled"),
                    G_DEFINE_ENUM_VALUE (TL_SAVED_STATE_SAVED, "saved"),
                    G_DEFINE_ENUM_VALUE (TL_SAVED_STATE_UNSAVED, "unsaved"),
                    G_DEFINE_ENUM_VALUE (TL_SAVED_STATE_SAVING, "saving"),
                    G_DEFINE_ENUM_VALUE (TL_SAVED_STATE_CANT_SAVE, "cant-save"),
                    G_DEFINE_ENUM_VALUE (TL_SAVED_STATE_CONFLICT, "conflict"),
                    G_DEFINE_ENUM_VALUE (TL_SAVED_STATE_READ_ONLY, "read-only"))

G_DEFINE_FINAL_TYPE (TlSaver, tl_saver, G_TYPE_OBJECT)

static TlSavedState
find_state (TlSaver *self)
{
  if (self->saving)
    return TL_SAVED_STATE_SAVING;
  if (tl_store_get_file (self->store) == NULL)
    return TL_SAVED_STATE_UNTITLED;
  if (tl_store_get_read_only (self->store))
    return TL_SAVED_STATE_READ_ONLY;
  if (g_error_matches (self->error, TL_STORE_ERROR, TL_STORE_ERROR_CONFLICT))
    return TL_SAVED_STATE_CONFLICT;
  if (self->error != NULL)
    return TL_SAVED_STATE_CANT_SAVE;
  return tl_store_get_unsaved (self->store) ? TL_SAVED_STATE_UNSAVED : TL_SAVED_STATE_SAVED;
}

static void
update_state (TlSaver *self)
{
  TlSavedState state = find_state (self);

  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
set_error (TlSaver *self,
           GError  *error)
{
  gboolean changed = g_strcmp0 (self->error != NULL ? self->error->message : NULL,
                                error != NULL ? error->message : NULL) != 0;

  g_clear_error (&self->error);
  self->error = error;
  if (changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

static void save_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data);

static void
start_saving (TlSaver *self,
              GFile   *file,
              GTask   *task)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->saving = TRUE;
  self->last_duration = g_get_monotonic_time ();
  update_state (self);
  tl_store_save_async (self->store, file, g_task_get_cancellable (task), save_cb, task);
}

static void
quiet_cb (gpointer user_data)
{
  TlSaver *self = user_data;

  self->timer = 0;
  if (!self->saving)
    start_saving (self, NULL, g_task_new (self, NULL, NULL, NULL));
}

static void
schedule (TlSaver *self,
          guint    time)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  if (tl_store_get_unsaved (self->store) && tl_store_get_file (self->store) != NULL
      && !tl_store_get_read_only (self->store))
    self->timer = g_timeout_add_once (time, quiet_cb, self);
}

static guint
get_quiet_time (TlSaver *self)
{
  gint64 by_duration = self->saving ? 0 : self->last_duration / 1000 * SAVE_TIMES;

  return (guint) CLAMP (by_duration, self->quiet_time, LONGEST_QUIET_TIME);
}

static void
save_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TlSaver *self = g_task_get_source_object (task);
  GError *error = NULL;
  gboolean saved = tl_store_save_finish (self->store, result, &error);

  self->saving = FALSE;
  self->last_duration = g_get_monotonic_time () - self->last_duration;
  if (saved)
    {
      set_error (self, NULL);
      schedule (self, get_quiet_time (self));
      g_task_return_boolean (task, TRUE);
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      schedule (self, RETRY_TIME);
      g_task_return_error (task, error);
    }
  else
    {
      set_error (self, g_error_copy (error));
      schedule (self, RETRY_TIME);
      g_task_return_error (task, error);
    }
  update_state (self);
}

static void
changed_cb (TlSaver *self)
{
  if (!self->saving)
    schedule (self, get_quiet_time (self));
  update_state (self);
}

static void
tl_saver_get_property (GObject    *object,
                       guint       id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  TlSaver *self = TL_SAVER (object);

  switch ((TlSaverProperty) id)
    {
    case PROP_STATE:
      g_value_set_enum (value, (int) self->state);
      break;
    case PROP_PROBLEM:
      g_value_set_string (value, tl_saver_get_problem (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_saver_dispose (GObject *object)
{
  TlSaver *self = TL_SAVER (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->store);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (tl_saver_parent_class)->dispose (object);
}

static void
tl_saver_class_init (TlSaverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tl_saver_dispose;
  object_class->get_property = tl_saver_get_property;

  /**
   * TlSaver:state:
   *
   * Whether the file has everything.
   */
  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, TL_TYPE_SAVED_STATE, TL_SAVED_STATE_UNTITLED,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /**
   * TlSaver:problem:
   *
   * Why it can't be saved, %NULL when it can.
   */
  properties[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
tl_saver_init (TlSaver *self)
{
}

/**
 * tl_saver_new:
 * @store: an open document
 * @quiet_time: how long nothing must have changed before it is saved, in milliseconds; at least 20 times as long as
 *   the last saving took is waited, and no more than ten minutes
 *
 * Returns: (transfer full): a saver for it
 */
TlSaver *
tl_saver_new (TlStore *store,
              guint    quiet_time)
{
  TlSaver *self = g_object_new (TL_TYPE_SAVER, NULL);

  self->store = g_object_ref (store);
  self->quiet_time = quiet_time;
  g_signal_connect_object (store, "applied", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "notify::unsaved", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "notify::read-only", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
  return self;
}

/**
 * tl_saver_get_state:
 * @self: a saver
 *
 * Returns: whether the file has everything
 */
TlSavedState
tl_saver_get_state (TlSaver *self)
{
  return self->state;
}

/**
 * tl_saver_get_problem:
 * @self: a saver
 *
 * Returns: (nullable): why it can't be saved, a sentence
 */
const char *
tl_saver_get_problem (TlSaver *self)
{
  return self->error != NULL ? self->error->message : NULL;
}

/**
 * tl_saver_save_async:
 * @self: a saver
 * @file: (nullable): where to, %NULL for the document's own file
 * @cancellable: (nullable): to cancel
 * @callback: called when it is saved
 * @user_data: for @callback
 *
 * Saves now. The store keeps savings in their order, so that one may follow another that is under way.
 */
void
tl_saver_save_async (TlSaver             *self,
                     GFile               *file,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tl_saver_save_async);
  start_saving (self, file, task);
}

/**
 * tl_saver_save_finish:
 * @self: a saver
 * @result: what the callback was given
 * @error: a %TL_STORE_ERROR or an I/O error
 *
 * Returns: whether it is saved
 */
gboolean
tl_saver_save_finish (TlSaver       *self,
                      GAsyncResult  *result,
                      GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
