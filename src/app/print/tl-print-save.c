/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-print-save.h"

#include <glib/gi18n.h>

#include "tl-print-job.h"
#include "tl-progress-box.h"

/* In milliseconds: what is done before this needs no telling. */
#define PATIENCE 500

typedef struct
{
  TlWindow *window;
  TlReport *report;
  GFile *file;
  TlProgress *progress;
  /* Counts its patience from the beginning, as the dialog does that it will stand in. */
  GtkWidget *progress_box;
  guint patience;
  AdwDialog *dialog;
} Saving;

static void
saving_free (Saving *self)
{
  g_clear_handle_id (&self->patience, g_source_remove);
  if (self->dialog != NULL)
    {
      adw_dialog_force_close (self->dialog);
      g_object_unref (self->dialog);
    }
  g_clear_object (&self->window);
  g_clear_object (&self->report);
  g_clear_object (&self->file);
  g_clear_object (&self->progress);
  g_clear_object (&self->progress_box);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
show_progress_cb (gpointer user_data)
{
  Saving *self = user_data;

  self->patience = 0;
  self->dialog = g_object_ref_sink (adw_alert_dialog_new (_("Saving the PDF"), NULL));
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (self->dialog), self->progress_box);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (self->dialog), "cancel", _("_Cancel"));
  g_signal_connect_object (self->dialog, "response", G_CALLBACK (g_cancellable_cancel), self->progress, G_CONNECT_SWAPPED);
  adw_dialog_present (self->dialog, GTK_WIDGET (self->window));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Saving) self = user_data;
  g_autoptr (TlWindow) window = g_object_ref (self->window);
  g_autofree char *base = g_file_get_basename (self->file), *name = g_filename_display_name (base), *sentence = NULL;
  g_autoptr (GError) error = NULL;
  gboolean saved = tl_save_report_finish (result, &error);

  g_clear_pointer (&self, saving_free);
  if (saved)
    /* Translators: %s is the name of a file */
    sentence = g_strdup_printf (_("Saved as %s"), name);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  else
    /* Translators: the name of a file, and a sentence that says why */
    sentence = g_strdup_printf (_("%1$s wasn’t saved: %2$s"), name, error->message);
  tl_window_say (window, sentence);
}

/**
 * tl_window_save_report_as:
 * @self: a window
 * @report: a report that nobody else uses any more
 * @file: where to
 *
 * Saves a report as a PDF. What takes longer than half a second shows how far it is, and can be cancelled.
 */
void
tl_window_save_report_as (TlWindow *self,
                          TlReport *report,
                          GFile    *file)
{
  Saving *saving = g_new0 (Saving, 1);

  g_return_if_fail (TL_IS_WINDOW (self));

  saving->window = g_object_ref (self);
  saving->report = g_object_ref (report);
  saving->file = g_object_ref (file);
  saving->progress = tl_progress_new (NULL, NULL);
  saving->progress_box = g_object_ref_sink (g_object_new (TL_TYPE_PROGRESS_BOX, "progress", saving->progress, NULL));
  saving->patience = g_timeout_add_once (PATIENCE, show_progress_cb, saving);
  tl_save_report_async (report, file, G_CANCELLABLE (saving->progress), saved_cb, saving);
}

typedef struct
{
  TlWindow *window;
  TlReport *report;
} Choosing;

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  Choosing *self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL)
    tl_window_save_report_as (self->window, self->report, file);
  g_object_unref (self->window);
  g_object_unref (self->report);
  g_free (self);
}

/**
 * tl_window_save_report:
 * @self: a window
 * @report: a report that nobody else uses any more
 *
 * Asks where to save a report as a PDF, and saves it.
 */
void
tl_window_save_report (TlWindow *self,
                       TlReport *report)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = tl_report_get_file_name (report);
  Choosing *choosing = g_new0 (Choosing, 1);

  g_return_if_fail (TL_IS_WINDOW (self));

  choosing->window = g_object_ref (self);
  choosing->report = g_object_ref (report);
  gtk_file_dialog_set_title (dialog, _("Save as PDF"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (self), NULL, file_chosen_cb, choosing);
}
