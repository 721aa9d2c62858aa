/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-history-query.h"
#include "tl-store-private.h"
#include "tl-verify.h"

G_BEGIN_DECLS

/**
 * TlStoreQuestion:
 * @engine: set when it is asked
 * @answer: answers it on the reader's thread, from the document as it is at one moment
 * @free_answer: frees an answer that nobody takes
 * @begins_itself: whether @answer begins a transaction of its own, as what is asked elsewhere, too, does
 *
 * A question about what the document holds, with whatever one or the other needs to be answered.
 */
typedef struct _TlStoreQuestion TlStoreQuestion;

struct _TlStoreQuestion
{
  TlStoreEngine *engine;
  gpointer (*answer) (TlStoreQuestion  *self,
                      TlDatabase       *database,
                      GCancellable     *cancellable,
                      GError          **error);
  GDestroyNotify free_answer;
  gboolean begins_itself;

  TlHistoryQuery query;
  TlId actor;
  TlId document;
  GArray *ids;
  gint64 time;
  TlDigest change;
  TlId row;
  const char *table;
  const char *column;
  char *fingerprint;
  char *text;
  /* Instead of an answer to the main thread. */
  TlStoreLoadedFunc loaded;
  gpointer loaded_data;
  GMainContext *context;
  TlVerifyProgress progress;
  gpointer progress_data;
  int percent;
};

void      tl_store_ask        (TlStore              *self,
                               TlStoreQuestion      *question,
                               gpointer              tag,
                               GCancellable         *cancellable,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data);
void      tl_store_tell       (TlStore              *self,
                               TlStoreQuestion      *question,
                               GCancellable         *cancellable);
gpointer  tl_store_ask_finish (TlStore              *self,
                               GAsyncResult         *result,
                               GError              **error);

G_END_DECLS
