/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-store-private.h"

#include <glib/gi18n-lib.h>
#include <sqlite3.h>

#include "tl-fingerprint.h"

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

  self->closed = TRUE;
  tl_store_engine_stop (&self->engine);
  g_clear_object (&self->file);
  g_clear_object (&self->ids);
  g_clear_pointer (&self->address, g_free);
  g_clear_pointer (&self->typed, g_free);

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
   * @change: the change, sealed; or all that another copy's changes made different, as one change that isn't sealed
   *
   * A change has been made, or another copy's have been taken in, and is durable.
   */
  signals[APPLIED] = g_signal_new ("applied", TL_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, TL_TYPE_CHANGE | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
tl_store_init (TlStore *self)
{
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
 * tl_store_get_read_only_reason:
 * @self: a store
 *
 * Returns: why nothing may be changed
 */
TlReadOnlyReason
tl_store_get_read_only_reason (TlStore *self)
{
  g_return_val_if_fail (TL_IS_STORE (self), TL_READ_ONLY_REASON_NONE);

  return self->reason;
}

/**
 * tl_store_make_read_only_error:
 * @self: a store that is read-only
 *
 * Returns: (transfer full): why a change is refused, and what to do
 */
GError *
tl_store_make_read_only_error (TlStore *self)
{
  g_autofree char *name = g_file_get_parse_name (self->file);
  const char *sentence = _("“%s” can only be read. Save it under another name to change it.");

  if (self->reason == TL_READ_ONLY_REASON_NEWER)
    sentence = _("“%s” was saved by a newer version of Throughline, so this one only shows it. Update Throughline to "
                 "change it.");
  else if (self->reason == TL_READ_ONLY_REASON_OVERTAKEN)
    sentence = _("“%s” has been saved by a newer version of Throughline, so it can’t be changed here any more. Save your "
                 "changes as a copy: the newer version can merge it.");
  return g_error_new (TL_STORE_ERROR, TL_STORE_ERROR_READ_ONLY, sentence, name);
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
  char text[TL_FINGERPRINT_LENGTH + 1];

  g_return_val_if_fail (TL_IS_STORE (self), NULL);

  tl_fingerprint_write (&self->head, text);
  return g_strdup (text);
}

/**
 * tl_store_get_address:
 * @self: a store
 *
 * Returns: (nullable): the URI of its file with links followed, by which two ways to one file are known as such
 */
const char *
tl_store_get_address (TlStore *self)
{
  g_return_val_if_fail (TL_IS_STORE (self), NULL);

  return self->address;
}

/**
 * tl_store_get_took_in:
 * @self: a store
 *
 * Returns: whether the latest saving found somebody else's changes in the file and took them in; then there may be more
 *   on their way
 */
gboolean
tl_store_get_took_in (TlStore *self)
{
  g_return_val_if_fail (TL_IS_STORE (self), FALSE);

  return self->took_in;
}

/**
 * tl_store_get_recovery:
 * @self: a store
 *
 * Returns: whether it went on with changes of an earlier time that the file hadn't
 */
TlStoreRecovery
tl_store_get_recovery (TlStore *self)
{
  g_return_val_if_fail (TL_IS_STORE (self), TL_STORE_RECOVERY_NONE);

  return self->recovery;
}

/**
 * tl_store_get_on_network:
 * @self: a store
 *
 * Returns: whether its working copy is on a network, where a lost connection can damage it
 */
gboolean
tl_store_get_on_network (TlStore *self)
{
  g_return_val_if_fail (TL_IS_STORE (self), FALSE);

  return self->on_network;
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

static void
set_head (TlStore        *self,
          const TlDigest *head,
          gint64          time,
          TlChange       *change)
{
  gboolean unsaved = tl_store_get_unsaved (self);

  self->head = *head;
  self->head_time = time;
  if (unsaved != tl_store_get_unsaved (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNSAVED]);
  g_signal_emit (self, signals[APPLIED], 0, change);
}

/**
 * tl_store_is_closed:
 * @self: a store
 *
 * Returns: whether it is closed, or closing; nothing can be asked of it any more
 */
gboolean
tl_store_is_closed (TlStore *self)
{
  return self->closed;
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
  set_head (self, tl_change_get_id (change), tl_change_get_time (change), change);
}

/**
 * tl_store_set_merged:
 * @self: a store
 * @merged: what a merge did
 *
 * Takes note of a merge and tells of it, on the main thread.
 */
void
tl_store_set_merged (TlStore        *self,
                     const TlMerged *merged)
{
  if (merged->shown != NULL)
    set_head (self, &merged->head, merged->time, merged->shown);
}

/**
 * tl_store_set_saved:
 * @self: a store
 * @file: where it was saved
 * @address: its URI, with links followed
 * @saved: the change that the file has
 * @took_in: whether somebody else's changes were found in the file and taken in first
 *
 * Takes note of a saved file, on the main thread.
 */
void
tl_store_set_saved (TlStore        *self,
                    GFile          *file,
                    const char     *address,
                    const TlDigest *saved,
                    gboolean        took_in)
{
  gboolean unsaved = tl_store_get_unsaved (self);

  self->saved = *saved;
  self->took_in = took_in;
  g_set_str (&self->address, address);
  if (g_set_object (&self->file, file))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
  if (self->read_only)
    {
      self->read_only = FALSE;
      self->reason = TL_READ_ONLY_REASON_NONE;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READ_ONLY]);
    }
  if (unsaved != tl_store_get_unsaved (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNSAVED]);
}

/**
 * tl_store_get_engine_version:
 *
 * Returns: the version of SQLite that documents are kept with
 */
const char *
tl_store_get_engine_version (void)
{
  return sqlite3_libversion ();
}
