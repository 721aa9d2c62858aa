/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-saver.h"

#include <glib/gi18n-lib.h>

/* A slow share is saved to less often, but never later than this. */
#define LONGEST_QUIET_TIME (10 * 60 * 1000)
#define SAVE_TIMES 20

struct _TlSaver
{
  GObject parent_instance;

  TlStore *store;
  const TlClock *clock;
  guint quiet_time;
  /* Until it is saved, and until the file is looked at again. */
  guint timer;
  guint look;
  guint n_saving;
  guint n_failures;
  gint64 last_duration;
  GError *error;
  TlSavedState state;
  gboolean stopped;
};

typedef enum
{
  PROP_STATE = 1,
  PROP_PROBLEM,
  PROP_REASON,
} TlSaverProperty;

static GParamSpec *properties[PROP_REASON + 1];

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
  /* Trying again isn't told each time: what can't be saved can't until it is. */
  if (self->n_saving > 0 && self->error == NULL)
    return TL_SAVED_STATE_SAVING;
  if (tl_store_get_file (self->store) == NULL)
    return TL_SAVED_STATE_UNTITLED;
  if (tl_store_get_read_only (self->store))
    return TL_SAVED_STATE_READ_ONLY;
  if (self->error != NULL)
    return TL_SAVED_STATE_CANT_SAVE;
  return tl_store_get_unsaved (self->store) ? TL_SAVED_STATE_UNSAVED : TL_SAVED_STATE_SAVED;
}

/* Why it can't be saved or edited is told by the same signals. */
static void
update_state (TlSaver *self)
{
  TlSavedState state = find_state (self);

  if (self->state == state)
    return;
  self->state = state;
  g_object_freeze_notify (G_OBJECT (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REASON]);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
set_error (TlSaver *self,
           GError  *error)
{
  gboolean changed = g_strcmp0 (self->error != NULL ? self->error->message : NULL,
                                error != NULL ? error->message : NULL) != 0;

  g_clear_error (&self->error);
  self->error = error;
  if (!changed)
    return;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REASON]);
}

/* One saving, which may follow another that is under way. */
typedef struct
{
  gint64 begun;
  /* Somewhere else than where the document is: if that fails nothing changes for the document. */
  gboolean elsewhere;
} Saving;

static void save_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data);

static void
forget (TlSaver *self,
        guint   *id)
{
  if (*id != 0)
    self->clock->forget (self->clock->data, *id);
  *id = 0;
}

static void
start_saving (TlSaver *self,
              GFile   *file,
              GTask   *task)
{
  GFile *own = tl_store_get_file (self->store);
  Saving *saving = g_new0 (Saving, 1);

  forget (self, &self->timer);
  saving->begun = self->clock->get_time (self->clock->data);
  saving->elsewhere = file != NULL && (own == NULL || !g_file_equal (file, own));
  g_task_set_task_data (task, saving, g_free);
  self->n_saving++;
  update_state (self);
  tl_store_save_async (self->store, file, g_task_get_cancellable (task), save_cb, task);
}

static void
quiet_cb (gpointer user_data)
{
  TlSaver *self = user_data;

  self->timer = 0;
  if (self->n_saving == 0)
    start_saving (self, NULL, g_task_new (self, NULL, NULL, NULL));
}

static void
look_cb (gpointer user_data)
{
  TlSaver *self = user_data;

  self->look = 0;
  /* Saving looks first, and writes nothing where nothing has changed. */
  if (self->n_saving == 0 && tl_store_get_file (self->store) != NULL)
    start_saving (self, NULL, g_task_new (self, NULL, NULL, NULL));
}

/* What may only be read may be written again one day, if somebody gives the permission back. */
static gboolean
may_save (TlSaver *self)
{
  TlReadOnlyReason reason = tl_store_get_read_only_reason (self->store);

  return !self->stopped && tl_store_get_unsaved (self->store) && tl_store_get_file (self->store) != NULL
         && (reason == TL_READ_ONLY_REASON_NONE || reason == TL_READ_ONLY_REASON_PERMISSION);
}

static void
schedule (TlSaver *self,
          guint    time)
{
  forget (self, &self->timer);
  if (may_save (self))
    self->timer = self->clock->call_later (self->clock->data, time, quiet_cb, self);
}

static guint
get_quiet_time (TlSaver *self)
{
  return (guint) CLAMP (self->last_duration / 1000 * SAVE_TIMES, self->quiet_time, LONGEST_QUIET_TIME);
}

static guint
get_retry_time (TlSaver *self)
{
  guint doublings = MIN (self->n_failures, 16);

  return doublings == 0 ? TL_SAVER_FIRST_RETRY
                        : MIN ((guint) TL_SAVER_FIRST_RETRY << (doublings - 1), TL_SAVER_LONGEST_RETRY);
}

static void
look_again_later (TlSaver *self)
{
  forget (self, &self->look);
  if (!self->stopped && tl_store_get_took_in (self->store))
    self->look = self->clock->call_later (self->clock->data, TL_SAVER_LOOK_AGAIN, look_cb, self);
}

static void
take_saved (TlSaver *self,
            Saving  *saving)
{
  self->last_duration = self->clock->get_time (self->clock->data) - saving->begun;
  self->n_failures = 0;
  set_error (self, NULL);
  look_again_later (self);
  schedule (self, get_quiet_time (self));
}

static void
take_failure (TlSaver      *self,
              const GError *error)
{
  self->n_failures++;
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    set_error (self, g_error_copy (error));
  schedule (self, get_retry_time (self));
}

static void
save_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TlSaver *self = g_task_get_source_object (task);
  Saving *saving = g_task_get_task_data (task);
  GError *error = NULL;

  self->n_saving--;
  if (tl_store_save_finish (TL_STORE (source), result, &error))
    take_saved (self, saving);
  else if (!saving->elsewhere)
    take_failure (self, error);
  else
    schedule (self, get_quiet_time (self));
  update_state (self);
  if (error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* While it can't be saved, more changes don't make it be tried more often. */
static void
changed_cb (TlSaver *self)
{
  if (self->n_saving == 0 && (self->error == NULL || self->timer == 0))
    schedule (self, self->error == NULL ? get_quiet_time (self) : get_retry_time (self));
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
    case PROP_REASON:
      g_value_set_string (value, tl_saver_get_reason (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_saver_dispose (GObject *object)
{
  TlSaver *self = TL_SAVER (object);

  tl_saver_stop (self);
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
   * Why it can't be saved or edited and what to do, in sentences; %NULL when it can.
   */
  properties[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /**
   * TlSaver:reason:
   *
   * Why it can't be saved or edited, in a few words; %NULL when it can.
   */
  properties[PROP_REASON] = g_param_spec_string ("reason", NULL, NULL, NULL,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
tl_saver_init (TlSaver *self)
{
  self->clock = tl_clock_get_system ();
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
  return tl_saver_new_with_clock (store, quiet_time, tl_clock_get_system ());
}

/**
 * tl_saver_new_with_clock:
 * @store: an open document
 * @quiet_time: as for [ctor@Tl.Saver.new]
 * @clock: (transfer none): where time comes from, for as long as the saver lives
 *
 * Returns: (transfer full): a saver for it
 */
TlSaver *
tl_saver_new_with_clock (TlStore       *store,
                         guint          quiet_time,
                         const TlClock *clock)
{
  TlSaver *self = g_object_new (TL_TYPE_SAVER, NULL);

  self->store = g_object_ref (store);
  self->quiet_time = quiet_time;
  self->clock = clock;
  g_signal_connect_object (store, "applied", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "notify::unsaved", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "notify::read-only", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
  return self;
}

/**
 * tl_saver_stop:
 * @self: a saver
 *
 * Saves nothing by itself any more.
 */
void
tl_saver_stop (TlSaver *self)
{
  self->stopped = TRUE;
  forget (self, &self->timer);
  forget (self, &self->look);
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
 * Returns: (nullable): why it can't be saved or edited and what to do, in sentences
 */
const char *
tl_saver_get_problem (TlSaver *self)
{
  switch (tl_store_get_read_only_reason (self->store))
    {
    case TL_READ_ONLY_REASON_NEWER:
      return _("A newer version of Throughline saved this workbook. What that version added isn’t shown, and nothing can "
               "be changed or printed here. Update Throughline to work with it.");
    case TL_READ_ONLY_REASON_OVERTAKEN:
      return _("A newer version of Throughline has saved this workbook’s file. This is your own copy, with changes that "
               "the file doesn’t have. Save it under another name: the newer version can merge it.");
    case TL_READ_ONLY_REASON_PERMISSION:
      return tl_store_get_unsaved (self->store)
             ? _("This workbook’s file may only be read now. Your changes are kept on this computer and saved as soon as "
                 "that is allowed again. Or save them under another name.")
             : _("This workbook’s file may only be read. To change it, save it under another name.");
    case TL_READ_ONLY_REASON_NONE:
    default:
      return self->error != NULL ? self->error->message : NULL;
    }
}

static const char *
get_error_reason (const GError *error)
{
  if (error->domain != TL_STORE_ERROR)
    return _("the file can’t be written");
  switch ((TlStoreError) error->code)
    {
    case TL_STORE_ERROR_FULL:
      return _("the disk is full");
    case TL_STORE_ERROR_READ_ONLY:
      return _("writing isn’t allowed there");
    case TL_STORE_ERROR_NOT_FOUND:
      return _("the file isn’t there any more");
    case TL_STORE_ERROR_BUSY:
      return _("another program is writing it");
    case TL_STORE_ERROR_CONFLICT:
      return _("the file was changed by somebody else");
    case TL_STORE_ERROR_NEWER:
      return _("a newer version of Throughline saved the file");
    case TL_STORE_ERROR_CORRUPT:
    case TL_STORE_ERROR_NOT_A_WORKBOOK:
      return _("the file is damaged");
    case TL_STORE_ERROR_INVALID:
    case TL_STORE_ERROR_FAILED:
    default:
      return _("the file can’t be written");
    }
}

/**
 * tl_saver_get_reason:
 * @self: a saver
 *
 * Returns: (nullable): why it can't be saved or edited, in a few words that go on after a colon
 */
const char *
tl_saver_get_reason (TlSaver *self)
{
  switch (tl_store_get_read_only_reason (self->store))
    {
    case TL_READ_ONLY_REASON_NEWER:
      return _("saved by a newer version of Throughline; what that version added isn’t shown");
    case TL_READ_ONLY_REASON_OVERTAKEN:
      return _("a newer version of Throughline saved the file");
    case TL_READ_ONLY_REASON_PERMISSION:
      return _("the file may only be read");
    case TL_READ_ONLY_REASON_NONE:
    default:
      return self->error != NULL ? get_error_reason (self->error) : NULL;
    }
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
