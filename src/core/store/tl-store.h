/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-change.h"
#include "tl-id-source.h"
#include "tl-snapshot.h"
#include "tl-store-error.h"

G_BEGIN_DECLS

/**
 * TlStore:
 *
 * A document that is open: its private working copy, the one thread that writes to it and the one that reads.
 * All functions are called on the thread that made it; answers come to that thread's main context.
 *
 * Signals and properties: `applied` (#TlChange) tells of every change, once it is durable and before its own answer
 * comes; `file`, `read-only` and `unsaved` notify.
 */
#define TL_TYPE_STORE (tl_store_get_type ())
G_DECLARE_FINAL_TYPE (TlStore, tl_store, TL, STORE, GObject)

/**
 * TlStoreOrigin:
 * @TL_STORE_ORIGIN_NEW: a new, empty document, with no file yet
 * @TL_STORE_ORIGIN_FILE: the document in a file
 * @TL_STORE_ORIGIN_COPY: an untitled copy of the document in a file, with an id of its own
 * @TL_STORE_ORIGIN_KEPT: a working copy that was left on this computer, named by its folder; it has no file until it is
 *   saved
 *
 * What to open.
 */
typedef enum
{
  TL_STORE_ORIGIN_NEW,
  TL_STORE_ORIGIN_FILE,
  TL_STORE_ORIGIN_COPY,
  TL_STORE_ORIGIN_KEPT,
} TlStoreOrigin;

/**
 * TlStoreOpenedFunc:
 * @store: the document, open
 * @outline: (transfer full) (nullable): the facts that the outline of its risks rests on, %NULL when they can't be read
 * @user_data: data that was given with the function
 *
 * Goes on with a document as soon as it is open, on the writer's thread.
 */
typedef void (*TlStoreOpenedFunc) (TlStore    *store,
                                   TlSnapshot *outline,
                                   gpointer    user_data);

/**
 * TlStoreLoadedFunc:
 * @snapshot: (transfer full) (nullable): all facts at one moment
 * @error: (transfer full) (nullable): why they couldn't be read
 * @user_data: data that was given with the function
 *
 * Goes on with all facts, on the reader's thread.
 */
typedef void (*TlStoreLoadedFunc) (TlSnapshot *snapshot,
                                   GError     *error,
                                   gpointer    user_data);

/**
 * TlReadOnlyReason:
 * @TL_READ_ONLY_REASON_NONE: it can be edited
 * @TL_READ_ONLY_REASON_PERMISSION: its file may only be read
 * @TL_READ_ONLY_REASON_NEWER: a newer version of the program saved it; what that version added isn't shown
 * @TL_READ_ONLY_REASON_OVERTAKEN: a newer version of the program saved its file, and the working copy has changes that
 *   were made before: it is the working copy that is shown, and it can only be saved somewhere else
 *
 * Why a document can't be edited.
 */
typedef enum
{
  TL_READ_ONLY_REASON_NONE,
  TL_READ_ONLY_REASON_PERMISSION,
  TL_READ_ONLY_REASON_NEWER,
  TL_READ_ONLY_REASON_OVERTAKEN,
} TlReadOnlyReason;

/**
 * TlStoreRecovery:
 * @TL_STORE_RECOVERY_NONE: the file had everything
 * @TL_STORE_RECOVERY_KEPT: changes that couldn't be saved when it was last closed have been kept
 * @TL_STORE_RECOVERY_ENDED: the program ended in the middle; changes that weren't in the file yet have been kept
 *
 * What an open document goes on with.
 */
typedef enum
{
  TL_STORE_RECOVERY_NONE,
  TL_STORE_RECOVERY_KEPT,
  TL_STORE_RECOVERY_ENDED,
} TlStoreRecovery;

void        tl_store_open_async       (TlStoreOrigin         origin,
                                       GFile                *file,
                                       TlIdSource           *ids,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
void        tl_store_open_outline_async (TlStoreOrigin        origin,
                                       GFile                *file,
                                       TlIdSource           *ids,
                                       TlStoreOpenedFunc     opened,
                                       gpointer              opened_data,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
TlSnapshot *tl_store_read_detail      (TlStore              *self,
                                       const TlId           *risk,
                                       GCancellable         *cancellable);
TlStore    *tl_store_open_finish      (GAsyncResult         *result,
                                       GError              **error);
void        tl_store_apply_async      (TlStore              *self,
                                       TlChange             *change,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
TlChange   *tl_store_apply_finish     (TlStore              *self,
                                       GAsyncResult         *result,
                                       GError              **error);
void        tl_store_load_async       (TlStore              *self,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
void        tl_store_load_with        (TlStore              *self,
                                       TlStoreLoadedFunc     loaded,
                                       gpointer              loaded_data,
                                       GCancellable         *cancellable);
TlSnapshot *tl_store_load_finish      (TlStore              *self,
                                       GAsyncResult         *result,
                                       GError              **error);
void        tl_store_save_async       (TlStore              *self,
                                       GFile                *file,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
gboolean    tl_store_save_finish      (TlStore              *self,
                                       GAsyncResult         *result,
                                       GError              **error);
void        tl_store_close_async      (TlStore              *self,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
void        tl_store_discard_async    (TlStore              *self,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
gboolean    tl_store_close_finish     (TlStore              *self,
                                       GAsyncResult         *result,
                                       GError              **error);

const TlId *tl_store_get_document     (TlStore              *self);
GFile      *tl_store_get_file         (TlStore              *self);
gboolean    tl_store_get_read_only    (TlStore              *self);
TlReadOnlyReason tl_store_get_read_only_reason (TlStore         *self);
gboolean    tl_store_is_closed        (TlStore              *self);
gboolean    tl_store_get_unsaved      (TlStore              *self);
char       *tl_store_get_fingerprint  (TlStore              *self);
const char *tl_store_get_address      (TlStore              *self);
gboolean    tl_store_get_took_in      (TlStore              *self);
TlStoreRecovery tl_store_get_recovery (TlStore              *self);
gboolean    tl_store_get_on_network   (TlStore              *self);
gint64      tl_store_get_recorded     (TlStore              *self);
TlIdSource *tl_store_get_ids          (TlStore              *self);

/* Where working copies are: in the user's state folder, unless a program says otherwise before it opens one. */
void        tl_store_set_folder       (const char           *folder);
void        tl_store_set_passing      (void);
gboolean    tl_store_is_passing       (const char           *path);
const char *tl_store_get_folder       (void);

const char *tl_store_get_engine_version (void);

G_END_DECLS
