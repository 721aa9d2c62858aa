/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-document-file.h"
#include "tl-merge.h"
#include "tl-read-ahead.h"
#include "tl-store.h"
#include "tl-worker.h"
#include "tl-working-copy.h"
#include "tl-writer.h"

G_BEGIN_DECLS

/**
 * TlStoreEngine:
 * @writing: the thread that owns @writer
 * @reading: the thread that owns @reader
 * @saving: the thread that owns @copy, and waits for files
 * @writer: the one writer
 * @reader: (nullable): a connection for queries, made when first needed
 * @ahead: (nullable): what was read while it was being checked, until somebody asks for it; of the reading thread
 * @copy: the working copy
 * @leave_nothing: whether the working copy goes when it is closed, if its file has everything
 * @unwanted: whether the working copy goes when it is closed, whatever it has
 *
 * What a store works with, apart from the main thread.
 */
typedef struct
{
  TlWorker *writing;
  TlWorker *reading;
  TlWorker *saving;
  TlWriter *writer;
  TlDatabase *reader;
  TlReadAhead *ahead;
  TlWorkingCopy *copy;
  gboolean leave_nothing;
  gboolean unwanted;
} TlStoreEngine;

/* Its files are tl-store.c, tl-store-open.c, which opens and closes it, tl-store-requests.c, which passes on changes and
 * questions, tl-store-save.c and tl-store-merge.c. But for the engine everything belongs to the main thread. */
struct _TlStore
{
  GObject parent_instance;

  TlStoreEngine engine;
  TlIdSource *ids;
  GFile *file;
  TlId document;
  TlDigest head;
  gint64 head_time;
  TlDigest saved;
  gboolean read_only;
  TlReadOnlyReason reason;
  char *address;
  TlStoreRecovery recovery;
  char *typed;
  gboolean on_network;
  gboolean took_in;
  gboolean closed;
};

GError *tl_store_make_read_only_error (TlStore *self);
void tl_store_engine_stop (TlStoreEngine   *self);
gboolean tl_store_engine_close (TlStoreEngine *self);
void tl_store_set_applied (TlStore         *self,
                           TlChange        *change);
void tl_store_set_merged (TlStore         *self,
                          const TlMerged  *merged);
void tl_store_set_saved   (TlStore         *self,
                           GFile           *file,
                           const char      *address,
                           const TlDigest  *saved,
                           gboolean         took_in);

/* On the saving thread: the working copy's file is left alone while it is copied. */
gboolean tl_store_engine_hold    (TlStoreEngine   *self,
                                  TlDigest        *head,
                                  GError         **error);
void     tl_store_engine_release (TlStoreEngine   *self);

/* On the saving thread: of what was erased no trace is left in the working copy. */
gboolean tl_store_engine_scrub   (TlStoreEngine   *self,
                                  GError         **error);

/* A merge that saving begins by itself is told to the main thread by a task of its own, made beforehand. */
GTask   *tl_store_prepare_merge (TlStore               *self);
gboolean tl_store_engine_merge  (TlStoreEngine         *engine,
                                 const TlDocumentInfo  *info,
                                 GTask                 *telling,
                                 GPtrArray            **conflicts,
                                 TlMerged              *merged,
                                 GCancellable          *cancellable,
                                 GError               **error);

G_END_DECLS
