/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-backup-keeper.h"

#include "tl-store-backup.h"

/* A disk that is full stays so for a while, and a large document isn't copied after each saving to find out. */
#define RETRY_TIME (10 * 60 * G_USEC_PER_SEC)

struct _TlBackupKeeper
{
  GObject parent_instance;

  TlStore *store;
  char *problem;
  guint n_busy;
  gboolean stopped;
  /* The day of which there is one, where the document was when it was last looked at, and when making one failed. */
  TlDay day;
  GFile *file;
  gint64 failed;
  GTask *waiting;
};

typedef enum
{
  PROP_PROBLEM = 1,
  PROP_BUSY,
} TlBackupKeeperProperty;

static GParamSpec *properties[PROP_BUSY + 1];

G_DEFINE_FINAL_TYPE (TlBackupKeeper, tl_backup_keeper, G_TYPE_OBJECT)

static void
set_busy (TlBackupKeeper *self,
          guint           n_busy)
{
  gboolean changed = (self->n_busy > 0) != (n_busy > 0);

  self->n_busy = n_busy;
  if (changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
take_problem (TlBackupKeeper *self,
              char           *problem)
{
  gboolean changed = g_strcmp0 (self->problem, problem) != 0;

  g_free (self->problem);
  self->problem = problem;
  if (changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

typedef struct
{
  TlBackupKeeper *keeper;
  TlDay day;
} Attempt;

static void
backed_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autofree Attempt *attempt = user_data;
  g_autoptr (TlBackupKeeper) self = attempt->keeper;
  g_autoptr (GTask) waiting = NULL;
  g_autoptr (GError) error = NULL;
  char *remark = NULL;

  if (tl_store_back_up_finish (TL_STORE (source), result, NULL, &remark, &error))
    {
      self->day = attempt->day;
      self->failed = 0;
      take_problem (self, remark);
    }
  else if (!g_error_matches (error, TL_STORE_ERROR, TL_STORE_ERROR_BUSY))
    {
      /* That one is being made already would be no problem. */
      self->failed = g_get_monotonic_time ();
      take_problem (self, g_strdup (error->message));
    }
  set_busy (self, self->n_busy - 1);
  if (self->n_busy == 0)
    waiting = g_steal_pointer (&self->waiting);
  if (waiting != NULL)
    g_task_return_boolean (waiting, TRUE);
}

/**
 * tl_backup_keeper_look:
 * @self: a keeper of backups
 *
 * Makes a backup if one is due. That is looked for by itself after each saving, until it is stopped.
 */
void
tl_backup_keeper_look (TlBackupKeeper *self)
{
  gboolean moved;
  gint64 time;
  Attempt *attempt;
  TlDay day;

  g_return_if_fail (TL_IS_BACKUP_KEEPER (self));

  /* A new place is noted even while the backup is being made. */
  moved = self->file != tl_store_get_file (self->store);
  if ((self->n_busy > 0 && !moved) || (self->failed != 0 && g_get_monotonic_time () - self->failed < RETRY_TIME))
    return;
  time = tl_id_source_get_time (tl_store_get_ids (self->store));
  day = tl_day_from_time (time);
  if (day == TL_NO_DAY || (day == self->day && !moved))
    return;

  set_busy (self, self->n_busy + 1);
  attempt = g_new0 (Attempt, 1);
  attempt->keeper = g_object_ref (self);
  attempt->day = day;
  g_set_object (&self->file, tl_store_get_file (self->store));
  tl_store_back_up_async (self->store, TL_BACKUP_OCCASION_DAY, day, time, NULL, backed_up_cb, attempt);
}

static void
saver_state_cb (TlBackupKeeper *self,
                GParamSpec     *pspec,
                TlSaver        *saver)
{
  if (!self->stopped && tl_saver_get_state (saver) == TL_SAVED_STATE_SAVED)
    tl_backup_keeper_look (self);
}

static void
tl_backup_keeper_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  TlBackupKeeper *self = TL_BACKUP_KEEPER (object);

  switch ((TlBackupKeeperProperty) id)
    {
    case PROP_PROBLEM:
      g_value_set_string (value, self->problem);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->n_busy > 0);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_backup_keeper_dispose (GObject *object)
{
  TlBackupKeeper *self = TL_BACKUP_KEEPER (object);

  g_clear_object (&self->store);
  g_clear_object (&self->file);
  g_clear_pointer (&self->problem, g_free);

  G_OBJECT_CLASS (tl_backup_keeper_parent_class)->dispose (object);
}

static void
tl_backup_keeper_class_init (TlBackupKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = tl_backup_keeper_dispose;
  object_class->get_property = tl_backup_keeper_get_property;

  /**
   * TlBackupKeeper:problem:
   *
   * A sentence for whoever looks at the backups: why there is none, or what is amiss; %NULL when all is well.
   */
  properties[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL, flags);
  /**
   * TlBackupKeeper:busy:
   *
   * Whether a backup is being made, opened or verified.
   */
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
tl_backup_keeper_init (TlBackupKeeper *self)
{
}

/**
 * tl_backup_keeper_new:
 * @store: an open document
 * @saver: what saves it
 *
 * Returns: (transfer full): a keeper of its backups
 */
TlBackupKeeper *
tl_backup_keeper_new (TlStore *store,
                      TlSaver *saver)
{
  TlBackupKeeper *self = g_object_new (TL_TYPE_BACKUP_KEEPER, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (saver, "notify::state", G_CALLBACK (saver_state_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * tl_backup_keeper_get_problem:
 * @self: a keeper of backups
 *
 * Returns: (nullable): a sentence for whoever looks at the backups, %NULL when all is well
 */
const char *
tl_backup_keeper_get_problem (TlBackupKeeper *self)
{
  g_return_val_if_fail (TL_IS_BACKUP_KEEPER (self), NULL);

  return self->problem;
}

/**
 * tl_backup_keeper_get_busy:
 * @self: a keeper of backups
 *
 * Returns: whether a backup is being made, opened or verified
 */
gboolean
tl_backup_keeper_get_busy (TlBackupKeeper *self)
{
  g_return_val_if_fail (TL_IS_BACKUP_KEEPER (self), FALSE);

  return self->n_busy > 0;
}

/**
 * tl_backup_keeper_stop:
 * @self: a keeper of backups
 *
 * Begins no backup by itself any more, since the document is being closed.
 */
void
tl_backup_keeper_stop (TlBackupKeeper *self)
{
  g_return_if_fail (TL_IS_BACKUP_KEEPER (self));

  self->stopped = TRUE;
}

/**
 * tl_backup_keeper_wait_async:
 * @self: a keeper of backups that was stopped
 * @callback: called when none is being made any more
 * @user_data: data for @callback
 *
 * Waits for a backup that has begun: a person who always closes at once has backups too.
 */
void
tl_backup_keeper_wait_async (TlBackupKeeper      *self,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (TL_IS_BACKUP_KEEPER (self) && self->stopped && self->waiting == NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, tl_backup_keeper_wait_async);
  if (self->n_busy > 0)
    self->waiting = g_steal_pointer (&task);
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * tl_backup_keeper_wait_finish:
 * @self: a keeper of backups
 * @result: what the callback was given
 *
 * Returns: %TRUE
 */
gboolean
tl_backup_keeper_wait_finish (TlBackupKeeper *self,
                              GAsyncResult   *result)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), NULL);
}
