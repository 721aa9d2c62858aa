/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-print-job.h"

#include <glib/gi18n.h>
#include <math.h>

#define SETTINGS_KEY "print-settings"
#define SETUP_KEY "page-setup"

/* How long the window may be kept from painting while it asks whether the pages are laid out. */
#define PATIENCE (8 * G_TIME_SPAN_MILLISECOND)

typedef struct
{
  TlReport *report;
  GSettings *settings;
  GtkPrintOperation *operation;
  GCancellable *cancellable;
  GThread *thread;
  GMutex lock;
  GCond finished;
  /* Under the lock: written by the thread that lays out. */
  gboolean is_finished;
  GError *error;
} Job;

static void
job_free (Job *self)
{
  if (self->thread != NULL)
    {
      g_cancellable_cancel (self->cancellable);
      g_thread_join (self->thread);
    }
  g_clear_object (&self->report);
  g_clear_object (&self->settings);
  g_clear_object (&self->operation);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->error);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->finished);
  g_free (self);
}

static gpointer
paginate_thread (gpointer data)
{
  Job *self = data;
  g_autoptr (GError) error = NULL;

  tl_report_paginate (self->report, self->cancellable, &error);
  g_mutex_lock (&self->lock);
  self->error = g_steal_pointer (&error);
  self->is_finished = TRUE;
  g_cond_signal (&self->finished);
  g_mutex_unlock (&self->lock);
  return NULL;
}

static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                Job               *self)
{
  GtkPageSetup *setup = gtk_print_context_get_page_setup (context);
  TlPaper paper = tl_paper_new (gtk_page_setup_get_paper_width (setup, GTK_UNIT_POINTS),
                                gtk_page_setup_get_paper_height (setup, GTK_UNIT_POINTS));

  /* Our own margins, as in the preview, unless the printer needs more. */
  paper.top = MAX (paper.top, gtk_page_setup_get_top_margin (setup, GTK_UNIT_POINTS));
  paper.bottom = MAX (paper.bottom, gtk_page_setup_get_bottom_margin (setup, GTK_UNIT_POINTS));
  paper.left = MAX (paper.left, gtk_page_setup_get_left_margin (setup, GTK_UNIT_POINTS));
  paper.right = MAX (paper.right, gtk_page_setup_get_right_margin (setup, GTK_UNIT_POINTS));

  tl_report_set_paper (self->report, &paper);
  self->thread = g_thread_new ("paginate", paginate_thread, self);
}

/* Asked again and again until the pages are there; between two times the window lives on. */
static gboolean
paginate_cb (GtkPrintOperation *operation,
             GtkPrintContext   *context,
             Job               *self)
{
  gint64 until = g_get_monotonic_time () + PATIENCE;
  gboolean finished;

  g_mutex_lock (&self->lock);
  while (!self->is_finished && g_cond_wait_until (&self->finished, &self->lock, until))
    ;
  finished = self->is_finished;
  g_mutex_unlock (&self->lock);
  if (!finished)
    return FALSE;

  g_thread_join (g_steal_pointer (&self->thread));
  if (self->error != NULL)
    gtk_print_operation_cancel (operation);
  else
    gtk_print_operation_set_n_pages (operation, (int) tl_report_get_n_pages (self->report));
  return TRUE;
}

static gboolean
lies_across (Job *self)
{
  return (tl_report_kind_get_info (tl_report_get_kind (self->report))->traits & TL_REPORT_LANDSCAPE) != 0;
}

static GtkPageOrientation
get_orientation (Job *self)
{
  return lies_across (self) ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT;
}

/* A report that lies across reads from the left edge of a page that stands upright, should somebody choose one. */
static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              Job               *self)
{
  GtkPageSetup *setup = gtk_print_context_get_page_setup (context);
  double height = gtk_page_setup_get_paper_height (setup, GTK_UNIT_POINTS);
  cairo_t *cr = gtk_print_context_get_cairo_context (context);

  cairo_save (cr);
  if (lies_across (self) && gtk_page_setup_get_paper_width (setup, GTK_UNIT_POINTS) < height)
    {
      cairo_translate (cr, 0, height);
      cairo_rotate (cr, -G_PI_2);
    }
  tl_report_draw_page (self->report, cr, (guint) page);
  cairo_restore (cr);
}

static void
keep (Job        *self,
      const char *key,
      GKeyFile   *file)
{
  g_autofree char *text = g_key_file_to_data (file, NULL, NULL);

  g_settings_set_string (self->settings, key, text);
}

static void
keep_settings (Job *self)
{
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (self->operation);
  GtkPageSetup *setup = gtk_print_operation_get_default_page_setup (self->operation);
  g_autoptr (GKeyFile) settings_file = g_key_file_new (), setup_file = g_key_file_new ();

  if (settings != NULL)
    {
      gtk_print_settings_to_key_file (settings, settings_file, NULL);
      keep (self, SETTINGS_KEY, settings_file);
    }
  if (setup != NULL)
    {
      gtk_page_setup_to_key_file (setup, setup_file, NULL);
      keep (self, SETUP_KEY, setup_file);
    }
}

static GKeyFile *
recall (Job        *self,
        const char *key)
{
  g_autofree char *text = g_settings_get_string (self->settings, key);
  g_autoptr (GKeyFile) file = g_key_file_new ();

  if (text[0] == '\0' || !g_key_file_load_from_data (file, text, strlen (text), G_KEY_FILE_NONE, NULL))
    return NULL;
  return g_steal_pointer (&file);
}

/* The report's own sheet, upright, as printers name it. */
static GtkPaperSize *
get_paper_size (Job *self)
{
  static const char *names[] = { GTK_PAPER_NAME_A4, GTK_PAPER_NAME_A3, GTK_PAPER_NAME_LETTER };
  TlPaper sheet = tl_report_get_sheet (self->report);
  double width = MIN (sheet.width, sheet.height), height = MAX (sheet.width, sheet.height);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GtkPaperSize) size = gtk_paper_size_new (names[i]);

      if (fabs (gtk_paper_size_get_width (size, GTK_UNIT_POINTS) - width) < 1.0
          && fabs (gtk_paper_size_get_height (size, GTK_UNIT_POINTS) - height) < 1.0)
        return g_steal_pointer (&size);
    }
  return gtk_paper_size_new_custom ("report", _("Report"), width, height, GTK_UNIT_POINTS);
}

/* The margins and so on that were chosen last stay for the same paper; another one begins anew. */
static GtkPageSetup *
recall_setup (Job          *self,
              GtkPaperSize *size)
{
  g_autoptr (GKeyFile) file = recall (self, SETUP_KEY);
  GtkPageSetup *setup = file != NULL ? gtk_page_setup_new_from_key_file (file, NULL, NULL) : NULL;

  if (setup != NULL && gtk_paper_size_is_equal (gtk_page_setup_get_paper_size (setup), size))
    return setup;
  g_clear_object (&setup);
  setup = gtk_page_setup_new ();
  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  return setup;
}

/* How the sheet of the last report lay, and what it was, says nothing of this one. */
static void
recall_settings (Job *self)
{
  g_autoptr (GKeyFile) file = recall (self, SETTINGS_KEY);
  g_autoptr (GtkPrintSettings) settings = file != NULL ? gtk_print_settings_new_from_key_file (file, NULL, NULL) : NULL;
  g_autoptr (GtkPaperSize) size = get_paper_size (self);
  g_autoptr (GtkPageSetup) setup = recall_setup (self, size);

  gtk_page_setup_set_orientation (setup, get_orientation (self));
  gtk_print_operation_set_default_page_setup (self->operation, setup);
  if (settings == NULL)
    return;
  gtk_print_settings_set_paper_size (settings, size);
  gtk_print_settings_set_orientation (settings, get_orientation (self));
  gtk_print_operation_set_print_settings (self->operation, settings);
}

static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         GTask                   *task)
{
  Job *self = g_task_get_task_data (task);
  g_autoptr (GTask) mine = task;
  g_autoptr (GError) error = NULL;

  g_signal_handlers_disconnect_by_data (operation, self);
  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    keep_settings (self);

  if (self->error != NULL)
    g_task_return_error (task, g_steal_pointer (&self->error));
  else if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      g_task_return_error (task, g_steal_pointer (&error));
    }
  else
    g_task_return_boolean (task, result == GTK_PRINT_OPERATION_RESULT_APPLY);
}

/**
 * tl_print_report_async:
 * @report: a report
 * @parent: (nullable): the window it is printed from
 * @settings: where the printer that was chosen last is kept
 * @path: (nullable): a file to print into without asking, as a printer would print it
 * @callback: called when it has been sent, or called off
 * @user_data: for @callback
 *
 * Lets somebody choose a printer, and prints a report on its paper.
 */
void
tl_print_report_async (TlReport            *report,
                       GtkWindow           *parent,
                       GSettings           *settings,
                       const char          *path,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);
  Job *self = g_new0 (Job, 1);
  g_autofree char *title = tl_report_get_title (report);

  g_mutex_init (&self->lock);
  g_cond_init (&self->finished);
  self->report = g_object_ref (report);
  self->settings = g_object_ref (settings);
  self->cancellable = g_cancellable_new ();
  self->operation = gtk_print_operation_new ();
  g_task_set_source_tag (task, tl_print_report_async);
  g_task_set_task_data (task, self, (GDestroyNotify) job_free);

  gtk_print_operation_set_job_name (self->operation, title);
  gtk_print_operation_set_unit (self->operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (self->operation, TRUE);
  gtk_print_operation_set_allow_async (self->operation, TRUE);
  gtk_print_operation_set_embed_page_setup (self->operation, TRUE);
  recall_settings (self);
  g_signal_connect (self->operation, "begin-print", G_CALLBACK (begin_print_cb), self);
  g_signal_connect (self->operation, "paginate", G_CALLBACK (paginate_cb), self);
  g_signal_connect (self->operation, "draw-page", G_CALLBACK (draw_page_cb), self);
  g_signal_connect (self->operation, "done", G_CALLBACK (done_cb), task);
  if (path != NULL)
    gtk_print_operation_set_export_filename (self->operation, path);
  gtk_print_operation_run (self->operation,
                           path != NULL ? GTK_PRINT_OPERATION_ACTION_EXPORT : GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           parent, NULL);
}

/**
 * tl_print_report_finish:
 * @result: what the callback was given
 * @error: why it wasn't printed
 *
 * Returns: whether it was sent; %FALSE without @error when it was called off
 */
gboolean
tl_print_report_finish (GAsyncResult  *result,
                        GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

typedef struct
{
  TlReport *report;
  GFile *file;
} Save;

static void
save_free (Save *self)
{
  g_clear_object (&self->report);
  g_clear_object (&self->file);
  g_free (self);
}

static void
save_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Save *self = data;
  GError *error = NULL;

  if (tl_report_save_pdf (self->report, self->file, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * tl_save_report_async:
 * @report: a report
 * @file: where to
 * @cancellable: (nullable): to cancel
 * @callback: called when it is written
 * @user_data: for @callback
 *
 * Writes a report as a PDF.
 */
void
tl_save_report_async (TlReport            *report,
                      GFile               *file,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Save *self = g_new0 (Save, 1);

  self->report = g_object_ref (report);
  self->file = g_object_ref (file);
  g_task_set_source_tag (task, tl_save_report_async);
  g_task_set_task_data (task, self, (GDestroyNotify) save_free);
  g_task_run_in_thread (task, save_thread);
}

/**
 * tl_save_report_finish:
 * @result: what the callback was given
 * @error: why it couldn't be written
 *
 * Returns: whether it is written
 */
gboolean
tl_save_report_finish (GAsyncResult  *result,
                       GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
