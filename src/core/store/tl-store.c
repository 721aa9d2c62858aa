/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-store-private.h"

#include "tl-opening.h"

typedef enum
{
  PROP_FILE = 1,
  PROP_READ_ONLY,
  PROP_UNSAVED,
} TlStoreProperty;

static GParamSpec *properties[PROP_UNSAVED + 1];

enum
{
  APPLIED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlStore, tl_store, G_TYPE_OBJECT)

static void
close_reader (gpointer data)
{
  TlStoreEngine *engine = data;

  g_clear_pointer (&engine->reader, tl_database_close);
}

typedef struct
{
  TlStoreEngine *engine;
  TlDigest head;
} Closing;

/* What is in the log stays there if this fails, and is found when the working copy is next opened. */
static void
close_writer (gpointer data)
{
  Closing *closing = data;
  TlStoreEngine *engine = closing->engine;

  closing->head = *tl_writer_get_head (engine->writer);
  tl_database_checkpoint (tl_writer_get_database (engine->writer), TRUE, NULL);
  g_clear_pointer (&engine->writer, tl_writer_free);
}

/* On the saving thread: ends everything, and removes a working copy that nobody would miss. */
static void
close_engine (gpointer data)
{
  TlStoreEngine *engine = data;
  const TlWorkingCopyNote *note = tl_working_copy_get_note (engine->copy);
  Closing closing = { .engine = engine };

  tl_worker_call (engine->reading, close_reader, engine);
  tl_worker_call (engine->writing, close_writer, &closing);
  g_clear_pointer (&engine->copy, note->address != NULL || !tl_digest_equal (&closing.head, &note->saved)
                                  ? tl_working_copy_free : tl_working_copy_discard);
}

static void
end_threads (TlStoreEngine *engine)
{
  g_clear_pointer (&engine->saving, tl_worker_free);
  g_clear_pointer (&engine->reading, tl_worker_free);
  g_clear_pointer (&engine->writing, tl_worker_free);
}

static void
tl_store_get_property (GObject    *object,
                       guint       id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  TlStore *self = TL_STORE (object);

  switch ((TlStoreProperty) id)
    {
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    case PROP_UNSAVED:
      g_value_set_boolean (value, tl_store_get_unsaved (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_store_dispose (GObject *object)
{
  TlStore *self = TL_STORE (object);

  /* A store that wasn't closed is, but whoever lets go of it waits. */
  if (!self->closed && self->engine.saving != NULL)
    tl_worker_call (self->engine.saving, close_engine, &self->engine);
  self->closed = TRUE;
  end_threads (&self->engine);
  g_clear_object (&self->file);
  g_clear_object (&self->ids);

  G_OBJECT_CLASS (tl_store_parent_class)->dispose (object);
}

static void
tl_store_class_init (TlStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = tl_store_dispose;
  object_class->get_property = tl_store_get_property;

  /**
   * TlStore:file:
   *
   * Where the document is, %NULL for one that hasn't been saved anywhere.
   */
  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);

  /**
   * TlStore:read-only:
   *
   * Whether the document's file can't be written, so that nothing may be changed.
   */
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);

  /**
   * TlStore:unsaved:
   *
   * Whether the working copy has changes that the document doesn't have yet.
   */
  properties[PROP_UNSAVED] = g_param_spec_boolean ("unsaved", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * TlStore::applied:
   * @self: a store
   * @change: the change, sealed
   *
   * A change has been made and is durable.
   */
  signals[APPLIED] = g_signal_new ("applied", TL_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, TL_TYPE_CHANGE | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
tl_store_init (TlStore *self)
{
}

typedef struct
{
  TlWorker *writing;
  TlOpening *opening;
} OpenJob;

static void
free_open_job (OpenJob *job)
{
  g_clear_pointer (&job->writing, tl_worker_free);
  g_clear_pointer (&job->opening, tl_opening_free);
  g_free (job);
}

static void
open_job (GTask        *task,
          gpointer      source,
          gpointer      data,
          GCancellable *cancellable)
{
  TlOpening *opening = data;
  GError *error = NULL;

  if (tl_opening_run (opening, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static TlStore *
store_new (OpenJob *job)
{
  TlStore *self = g_object_new (TL_TYPE_STORE, NULL);
  TlOpening *opening = job->opening;

  self->engine.writing = g_steal_pointer (&job->writing);
  self->engine.reading = tl_worker_new ("reader");
  self->engine.saving = tl_worker_new ("saver");
  self->engine.writer = g_steal_pointer (&opening->writer);
  self->engine.copy = g_steal_pointer (&opening->copy);
  self->ids = g_object_ref (opening->ids);
  if (opening->origin == TL_STORE_ORIGIN_FILE)
    self->file = g_object_ref (opening->file);
  self->document = *tl_writer_get_document (self->engine.writer);
  self->head = *tl_writer_get_head (self->engine.writer);
  self->head_time = tl_writer_get_head_time (self->engine.writer);
  self->saved = tl_working_copy_get_note (self->engine.copy)->saved;
  self->read_only = opening->read_only;
  return self;
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_pointer (task, store_new (g_task_get_task_data (task)), g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * tl_store_open_async:
 * @origin: what to open
 * @file: (nullable): the document's file; %NULL for a new document
 * @ids: where ids, salts and times come from
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is open, or can't be opened
 * @user_data: data for @callback
 *
 * Opens a document. One that was being worked on when its program ended goes on where it was.
 */
void
tl_store_open_async (TlStoreOrigin        origin,
                     GFile               *file,
                     TlIdSource          *ids,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  GTask *inner = g_task_new (NULL, cancellable, opened_cb, task);
  OpenJob *job = g_new0 (OpenJob, 1);

  g_return_if_fail ((origin == TL_STORE_ORIGIN_NEW) == (file == NULL));

  job->writing = tl_worker_new ("writer");
  job->opening = tl_opening_new (origin, file, ids);
  g_task_set_source_tag (task, tl_store_open_async);
  g_task_set_task_data (task, job, (GDestroyNotify) free_open_job);
  /* Once it is open, it is: what was made must not get lost. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_check_cancellable (inner, FALSE);
  g_task_set_task_data (inner, job->opening, NULL);
  tl_worker_push (job->writing, inner, open_job);
}

/**
 * tl_store_open_finish:
 * @result: what the callback was given
 * @error: return location for a #TlStoreError
 *
 * Returns: (transfer full) (nullable): the open document
 */
TlStore *
tl_store_open_finish (GAsyncResult  *result,
                      GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
close_job (GTask        *task,
           gpointer      source,
           gpointer      data,
           GCancellable *cancellable)
{
  close_engine (data);
  g_task_return_boolean (task, TRUE);
}

static void
closed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TlStore *self = g_task_get_source_object (task);

  end_threads (&self->engine);
  g_task_return_boolean (task, TRUE);
}

/**
 * tl_store_close_async:
 * @self: a store
 * @callback: called when it is closed
 * @user_data: data for @callback
 *
 * Ends the work on a document, when all that was asked of it is done. Unsaved changes stay in the working copy. Nothing
 * can be asked of a closed store.
 */
void
tl_store_close_async (TlStore             *self,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  GTask *task, *inner;

  g_return_if_fail (TL_IS_STORE (self) && !self->closed);

  self->closed = TRUE;
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, tl_store_close_async);
  inner = g_task_new (NULL, NULL, closed_cb, task);
  g_task_set_task_data (inner, &self->engine, NULL);
  tl_worker_push (self->engine.saving, inner, close_job);
}

/**
 * tl_store_close_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #TlStoreError
 *
 * Returns: whether it is closed
 */
gboolean
tl_store_close_finish (TlStore       *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * tl_store_get_document:
 * @self: a store
 *
 * Returns: (transfer none): the document's id
 */
const TlId *
tl_store_get_document (TlStore *self)
{
  g_return_val_if_fail (TL_IS_STORE (self), NULL);

  return &self->document;
}

/**
 * tl_store_get_file:
 * @self: a store
 *
 * Returns: (transfer none) (nullable): where the document is, %NULL for one that hasn't been saved anywhere
 */
GFile *
tl_store_get_file (TlStore *self)
{
  g_return_val_if_fail (TL_IS_STORE (self), NULL);

  return self->file;
}

/**
 * tl_store_get_read_only:
 * @self: a store
 *
 * Returns: whether the document's file can't be written, so that nothing may be changed
 */
gboolean
tl_store_get_read_only (TlStore *self)
{
  g_return_val_if_fail (TL_IS_STORE (self), TRUE);

  return self->read_only;
}

/**
 * tl_store_get_unsaved:
 * @self: a store
 *
 * Returns: whether the working copy has changes that the document doesn't have yet
 */
gboolean
tl_store_get_unsaved (TlStore *self)
{
  g_return_val_if_fail (TL_IS_STORE (self), FALSE);

  return !tl_digest_equal (&self->head, &self->saved);
}

/**
 * tl_store_get_fingerprint:
 * @self: a store
 *
 * Returns: (transfer full): the first 20 base-32 digits (RFC 4648) of the latest change's id, in groups of four
 */
char *
tl_store_get_fingerprint (TlStore *self)
{
  static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (TL_IS_STORE (self), NULL);

  for (guint i = 0; i < 20; i++)
    {
      guint bit = i * 5;
      guint pair = (guint) self->head.bytes[bit / 8] << 8 | self->head.bytes[bit / 8 + 1];

      if (i > 0 && i % 4 == 0)
        g_string_append_c (text, ' ');
      g_string_append_c (text, digits[pair >> (11 - bit % 8) & 31]);
    }
  return g_string_free_and_steal (text);
}

/**
 * tl_store_get_recorded:
 * @self: a store
 *
 * Returns: when the latest change was made, in milliseconds of UTC since 1970: what paper says it is recorded on
 */
gint64
tl_store_get_recorded (TlStore *self)
{
  g_return_val_if_fail (TL_IS_STORE (self), 0);

  return self->head_time;
}

/**
 * tl_store_get_ids:
 * @self: a store
 *
 * Returns: (transfer none): where ids, salts and times come from
 */
TlIdSource *
tl_store_get_ids (TlStore *self)
{
  g_return_val_if_fail (TL_IS_STORE (self), NULL);

  return self->ids;
}

/**
 * tl_store_set_applied:
 * @self: a store
 * @change: a change that has been made
 *
 * Takes note of a change and tells of it, on the main thread.
 */
void
tl_store_set_applied (TlStore  *self,
                      TlChange *change)
{
  gboolean unsaved = tl_store_get_unsaved (self);

  self->head = *tl_change_get_id (change);
  self->head_time = tl_change_get_time (change);
  if (unsaved != tl_store_get_unsaved (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNSAVED]);
  g_signal_emit (self, signals[APPLIED], 0, change);
}

/**
 * tl_store_set_saved:
 * @self: a store
 * @file: where it was saved
 * @saved: the change that the file has
 *
 * Takes note of a saved file, on the main thread.
 */
void
tl_store_set_saved (TlStore        *self,
                    GFile          *file,
                    const TlDigest *saved)
{
  gboolean unsaved = tl_store_get_unsaved (self);

  self->saved = *saved;
  if (g_set_object (&self->file, file))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
  if (self->read_only)
    {
      self->read_only = FALSE;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READ_ONLY]);
    }
  if (unsaved != tl_store_get_unsaved (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNSAVED]);
}
