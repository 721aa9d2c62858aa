/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-pdf-work.h"

#include "tl-progress.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (tl-pdf-error-quark, tl_pdf_error)

static void
finish_clear (gpointer data)
{
  TlPdfWork *self = data;

  tl_pdf_file_free (self->drawn);
  tl_pdf_file_free (self->written);
  g_ptr_array_unref (self->alternatives);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->error);
  g_free (self->metadata);
  g_free (self->language);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->changed);
}

static void
finish_unref (TlPdfWork *self)
{
  g_atomic_rc_box_release_full (self, finish_clear);
}

static void
count_cb (int   percent,
          void *data)
{
  TlPdfWork *self = data;

  if (self->percent == 0)
    tl_progress_begin (self->cancellable, TL_PROGRESS_STAGE_FINISHING, 100);
  for (; self->percent < percent; self->percent++)
    tl_progress_step (self->cancellable, NULL);
}

static gboolean
write_document (TlPdfWork *self)
{
  if (qpdf_init_write (self->pdf, tl_pdf_file_get_path (self->written)) & QPDF_ERRORS)
    return FALSE;

  /* Object streams: small, and read by viewers that give up at very many plain objects. The id comes from what is
   * written, so that the same pages are the same bytes. */
  qpdf_set_object_stream_mode (self->pdf, qpdf_o_generate);
  qpdf_set_deterministic_ID (self->pdf, QPDF_TRUE);
  qpdf_set_minimum_pdf_version (self->pdf, "1.7");
  qpdf_register_progress_reporter (self->pdf, count_cb, self);

  return !(qpdf_write (self->pdf) & QPDF_ERRORS);
}

/* ── Its thread ────────────────────────────────────────────────────────────── */

static GError *
run (TlPdfWork *self)
{
  GError *error = NULL;
  g_autoptr (GBytes) drawn = tl_pdf_file_map (self->drawn, &error);
  gboolean written = FALSE;

  if (drawn == NULL)
    return error;

  self->pdf = qpdf_init ();
  qpdf_silence_errors (self->pdf);
  qpdf_set_suppress_warnings (self->pdf, QPDF_TRUE);
  if (!(qpdf_read_memory (self->pdf, "report", g_bytes_get_data (drawn, NULL), g_bytes_get_size (drawn), NULL)
        & QPDF_ERRORS))
    {
      tl_pdf_work_complete (self);
      written = !g_cancellable_is_cancelled (self->cancellable) && write_document (self);
    }
  if (!written)
    error = g_error_new (TL_PDF_ERROR, TL_PDF_ERROR_FINISHING, _("The PDF couldn’t be finished: %s"),
                         qpdf_has_error (self->pdf)
                           ? qpdf_get_error_full_text (self->pdf, qpdf_get_error (self->pdf))
                           : _("it has no content"));
  qpdf_cleanup (&self->pdf);

  return error;
}

static gpointer
finish_thread (gpointer data)
{
  TlPdfWork *self = data;
  GError *error = run (self);

  g_mutex_lock (&self->lock);
  self->error = error;
  self->is_finished = TRUE;
  g_cond_signal (&self->changed);
  g_mutex_unlock (&self->lock);
  finish_unref (self);

  return NULL;
}

static void
cancelled_cb (GCancellable *cancellable,
              TlPdfWork    *self)
{
  g_mutex_lock (&self->lock);
  self->is_cancelled = TRUE;
  g_cond_signal (&self->changed);
  g_mutex_unlock (&self->lock);
}

static TlPdfWork *
start (TlPdfFile             *drawn,
       TlPdfFile             *written,
       const TlDocumentInfo  *info,
       const char            *language,
       GPtrArray             *alternatives,
       GCancellable          *cancellable)
{
  TlPdfWork *self = g_atomic_rc_box_new0 (TlPdfWork);

  self->drawn = drawn;
  self->written = written;
  self->alternatives = g_ptr_array_ref (alternatives);
  self->metadata = tl_pdf_write_metadata (info, language);
  self->language = g_strdup (language);
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  g_mutex_init (&self->lock);
  g_cond_init (&self->changed);
  g_thread_unref (g_thread_new ("finish-pdf", finish_thread, g_atomic_rc_box_acquire (self)));

  return self;
}

/**
 * tl_pdf_finish:
 * @drawn: (transfer full): what cairo wrote
 * @info: what it says of itself
 * @language: its language, as "en-GB"
 * @alternatives: (element-type utf8): what the figures say in words, in the order they were drawn
 * @cancellable: (nullable): to cancel, which is heeded at once
 * @error: return location for an error
 *
 * Puts what cairo can't write into a tagged PDF. qpdf can't be stopped while it writes, so it has a thread of its own,
 * which is left to come to its end when somebody cancels. Errors: %TL_PDF_ERROR, %G_IO_ERROR and %G_FILE_ERROR.
 *
 * Returns: (transfer full) (nullable): the PDF, the same bytes for the same input
 */
GBytes *
tl_pdf_finish (TlPdfFile            *drawn,
               const TlDocumentInfo *info,
               const char           *language,
               GPtrArray            *alternatives,
               GCancellable         *cancellable,
               GError              **error)
{
  TlPdfFile *written = tl_pdf_file_new (error);
  GBytes *finished = NULL;
  gulong handler;
  TlPdfWork *self;

  if (written == NULL)
    {
      tl_pdf_file_free (drawn);
      return NULL;
    }
  self = start (drawn, written, info, language, alternatives, cancellable);
  handler = cancellable != NULL ? g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb), self, NULL) : 0;

  g_mutex_lock (&self->lock);
  while (!self->is_finished && !self->is_cancelled)
    g_cond_wait (&self->changed, &self->lock);
  g_mutex_unlock (&self->lock);

  g_cancellable_disconnect (cancellable, handler);
  if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      if (self->error != NULL)
        g_propagate_error (error, g_steal_pointer (&self->error));
      else
        finished = tl_pdf_file_map (self->written, error);
    }
  finish_unref (self);

  return finished;
}
