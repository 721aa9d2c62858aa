/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-store-history.h"

#include "tl-store-question.h"
#include "tl-verify-private.h"

/* How far it is, on its way to the thread that asked. */
typedef struct
{
  TlVerifyProgress progress;
  gpointer data;
  double fraction;
} Step;

static gboolean
progress_cb (gpointer user_data)
{
  Step *step = user_data;

  step->progress (step->fraction, step->data);
  return G_SOURCE_REMOVE;
}

static void
pass_progress (double   fraction,
               gpointer data)
{
  TlStoreQuestion *self = data;
  Step *step;

  if ((int) (fraction * 100) == self->percent)
    return;
  self->percent = (int) (fraction * 100);
  step = g_new0 (Step, 1);
  *step = (Step) { self->progress, self->progress_data, fraction };
  g_main_context_invoke_full (self->context, G_PRIORITY_DEFAULT, progress_cb, step, g_free);
}

static gpointer
answer_verify (TlStoreQuestion  *self,
               TlDatabase       *database,
               GCancellable     *cancellable,
               GError          **error)
{
  return tl_verify_database (database, self->fingerprint, self->progress != NULL ? pass_progress : NULL, self,
                             cancellable, error);
}

/**
 * tl_store_verify_async:
 * @self: a store
 * @fingerprint: (nullable): a fingerprint that somebody kept, in any spacing and case
 * @progress: (nullable): hears how far it is, on this thread
 * @progress_data: data for @progress
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is known
 * @user_data: data for @callback
 *
 * Verifies the working copy: whether it is what its history says, and its history what was made.
 */
void
tl_store_verify_async (TlStore             *self,
                       const char          *fingerprint,
                       TlVerifyProgress     progress,
                       gpointer             progress_data,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  TlStoreQuestion *question;

  g_return_if_fail (TL_IS_STORE (self) && !self->closed);

  question = g_new0 (TlStoreQuestion, 1);
  question->answer = answer_verify;
  question->begins_itself = TRUE;
  question->free_answer = (GDestroyNotify) tl_verification_free;
  question->fingerprint = g_strdup (fingerprint);
  question->context = g_main_context_ref_thread_default ();
  question->progress = progress;
  question->progress_data = progress_data;
  tl_store_ask (self, question, tl_store_verify_async, cancellable, callback, user_data);
}

/**
 * tl_store_verify_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for an error: it was stopped, can't be read, or the fingerprint isn't one
 *
 * Returns: (transfer full) (nullable): what was found
 */
TlVerification *
tl_store_verify_finish (TlStore       *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  return tl_store_ask_finish (self, result, error);
}
