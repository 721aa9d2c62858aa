/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-window-exchange.h"

#include <glib/gi18n.h>

#include "tl-export-file.h"
#include "tl-file-asking.h"
#include "tl-format.h"
#include "tl-import-dialog.h"
#include "tl-merge-dialog.h"
#include "tl-progress-box.h"
#include "tl-snapshot-builder.h"
#include "tl-window-document.h"
#include "tl-window-private.h"
#include "tl-workbook-kept.h"

/* What is done before this needs no telling how far it is, in milliseconds. */
#define PATIENCE 500

/* ── Files that other programs understand ─────────────────────────────────── */

static GtkFileDialog *
make_dialog (const char *title,
             gboolean    json)
{
  GtkFileDialog *dialog = tl_file_asking_new (title, _("Spreadsheets (.xlsx)"), "xlsx", NULL);

  if (json)
    tl_file_asking_add_kind (dialog, _("JSON, for other programs"), "json", NULL);
  return dialog;
}

/* ── In ───────────────────────────────────────────────────────────────────── */

/**
 * tl_window_import:
 * @self: a window with a workbook that may be edited, or an empty one
 * @source: a spreadsheet, a CSV file, or a folder of CSV files, whether or not it is one of ours
 *
 * Shows what importing it would do, in an empty window to a new workbook. Whatever hands the window a file to import,
 * such as one that is dropped onto it, comes here.
 */
void
tl_window_import (TlWindow *self,
                  GFile    *source)
{
  g_return_if_fail (TL_IS_WINDOW (self));

  if (self->workbook == NULL)
    tl_window_begin_import (self, source);
  else
    adw_dialog_present (ADW_DIALOG (tl_import_dialog_new (self->workbook, source)), GTK_WIDGET (self));
}

static void
source_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (TlWindow) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL)
    tl_window_import (self, file);
}

static void
import_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  g_autoptr (GtkFileDialog) dialog = tl_file_asking_new (_("Import a Spreadsheet"), _("Spreadsheets (.xlsx, .csv)"),
                                                         "xlsx", "csv", NULL);

  gtk_file_dialog_open (dialog, GTK_WINDOW (widget), NULL, source_chosen_cb, g_object_ref (widget));
}

static void
source_folder_chosen_cb (GObject      *source,
                         GAsyncResult *result,
                         gpointer      user_data)
{
  g_autoptr (TlWindow) self = user_data;
  g_autoptr (GFile) folder = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (folder != NULL)
    tl_window_import (self, folder);
}

static void
import_folder_cb (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("Import a Folder of CSV Files"));
  gtk_file_dialog_select_folder (dialog, GTK_WINDOW (widget), NULL, source_folder_chosen_cb, g_object_ref (widget));
}

/* ── Another workbook ─────────────────────────────────────────────────────── */

static void
merged_cb (TlWindow   *self,
           const char *sentence)
{
  tl_window_say (self, sentence);
}

/**
 * tl_window_merge:
 * @self: a window with a workbook that may be edited
 * @file: a file that holds a copy of it, or another workbook
 *
 * Merges a copy, or asks which place another workbook is of and brings it in.
 */
void
tl_window_merge (TlWindow *self,
                 GFile    *file)
{
  TlMergeDialog *dialog = tl_merge_dialog_new (self->workbook, file);

  g_signal_connect_object (dialog, "merged", G_CALLBACK (merged_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
other_chosen_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (TlWindow) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL && self->workbook != NULL)
    tl_window_merge (self, file);
}

static void
merge_other_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  g_autoptr (GtkFileDialog) dialog = tl_file_asking_new (_("Merge Another Workbook"), _("Workbooks (.throughline)"),
                                                         "throughline", NULL);

  gtk_file_dialog_open (dialog, GTK_WINDOW (widget), NULL, other_chosen_cb, g_object_ref (widget));
}

/* ── Out ──────────────────────────────────────────────────────────────────── */

typedef struct
{
  TlWindow *window;
  GFile *file;
  /* What is said when it is done. */
  const char *said;
  TlProgress *progress;
  /* Counts its patience from the beginning, as the dialog does that it will stand in. */
  GtkWidget *progress_box;
  guint patience;
  AdwDialog *dialog;
} Exporting;

static void
exporting_free (Exporting *self)
{
  g_clear_handle_id (&self->patience, g_source_remove);
  if (self->dialog != NULL)
    {
      AdwDialog *dialog = g_steal_pointer (&self->dialog);

      adw_dialog_force_close (dialog);
      g_object_unref (dialog);
    }
  g_object_unref (self->window);
  g_object_unref (self->file);
  g_object_unref (self->progress);
  g_object_unref (self->progress_box);
  g_free (self);
}

static void
show_progress_cb (gpointer user_data)
{
  Exporting *self = user_data;

  self->patience = 0;
  self->dialog = g_object_ref_sink (adw_alert_dialog_new (_("Exporting"), NULL));
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (self->dialog), self->progress_box);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (self->dialog), "cancel", _("_Cancel"));
  g_signal_connect_object (self->dialog, "response", G_CALLBACK (g_cancellable_cancel), self->progress,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (self->dialog, GTK_WIDGET (self->window));
}

static void
say_failure (TlWindow     *window,
             GFile        *file,
             const GError *error)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  /* Translators: %s is the name of a file */
  g_autofree char *heading = g_strdup_printf (_("Can’t Export %s"), name);
  g_autofree char *reason = tl_format_capital (error->message);

  tl_window_show_error (window, heading, reason);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Exporting *self = user_data;
  g_autoptr (TlWindow) window = g_object_ref (self->window);
  g_autoptr (GFile) file = g_object_ref (self->file);
  g_autoptr (GError) error = NULL;
  const char *said = self->said;
  gboolean done = tl_export_file_finish (result, &error);

  exporting_free (self);
  if (done)
    tl_window_say (window, said);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say_failure (window, file, error);
}

static void
export_snapshot (TlWindow   *window,
                 GFile      *file,
                 TlSnapshot *snapshot,
                 gint64      recorded,
                 const char *said)
{
  Exporting *self = g_new0 (Exporting, 1);

  self->window = g_object_ref (window);
  self->file = g_object_ref (file);
  self->said = said;
  self->progress = tl_progress_new (NULL, NULL);
  self->progress_box = g_object_ref_sink (g_object_new (TL_TYPE_PROGRESS_BOX, "progress", self->progress, NULL));
  self->patience = g_timeout_add_once (PATIENCE, show_progress_cb, self);
  tl_export_file_async (file, snapshot, recorded, G_CANCELLABLE (self->progress), exported_cb, self);
}

/**
 * tl_window_export:
 * @self: a window with a workbook
 * @file: where to: a spreadsheet if it ends in `.xlsx`, JSON if it ends in `.json`, otherwise a new or empty folder
 *
 * Exports the workbook as it is shown.
 */
void
tl_window_export (TlWindow *self,
                  GFile    *file)
{
  g_return_if_fail (TL_IS_WINDOW (self));
  g_return_if_fail (self->workbook != NULL);

  export_snapshot (self, file, tl_assessment_get_snapshot (tl_workbook_get_assessment (self->workbook)),
                   tl_workbook_get_recorded (self->workbook),
                   _("Exported, without attachments and the history of changes."));
}

static void
target_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (TlWindow) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL && self->workbook != NULL)
    tl_window_export (self, file);
}

static char *
get_name (TlWindow   *self,
          const char *suffix)
{
  const char *provider = tl_workbook_get_provider (self->workbook);
  const char *mark = tl_workbook_is_practice (self->workbook) ? _("Practice, invented – ") : "";
  char *name = g_strconcat (mark, provider[0] != '\0' ? provider : _("Workbook"), suffix, NULL);

  return g_strdelimit (name, "/\\:", '-');
}

static void
export_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  g_autoptr (GtkFileDialog) dialog = make_dialog (_("Export the Workbook"), TRUE);
  g_autofree char *name = get_name (TL_WINDOW (widget), ".xlsx");

  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (widget), NULL, target_chosen_cb, g_object_ref (widget));
}

static void
target_folder_chosen_cb (GObject      *source,
                         GAsyncResult *result,
                         gpointer      user_data)
{
  g_autoptr (TlWindow) self = user_data;
  g_autoptr (GFile) parent = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autofree char *name = NULL;
  g_autoptr (GFile) folder = NULL;

  if (parent == NULL || self->workbook == NULL)
    return;
  name = get_name (self, " CSV");
  folder = g_file_get_child (parent, name);
  tl_window_export (self, folder);
}

static void
export_folder_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("Where to Put a Folder of CSV Files"));
  gtk_file_dialog_select_folder (dialog, GTK_WINDOW (widget), NULL, target_folder_chosen_cb, g_object_ref (widget));
}

/* A spreadsheet with all headings and lists, and no rows: what an export of nothing is. */
static void
template_chosen_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  static const TlId nothing;
  g_autoptr (TlWindow) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autoptr (TlSnapshotBuilder) builder = tl_snapshot_builder_new (&nothing);
  g_autoptr (TlSnapshot) snapshot = tl_snapshot_builder_end (builder);

  if (file == NULL)
    return;
  export_snapshot (self, file, snapshot, g_get_real_time (), _("Saved. Fill it in with a spreadsheet program, then import it."));
}

static void
save_template_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  g_autoptr (GtkFileDialog) dialog = make_dialog (_("Save an Empty Spreadsheet to Fill In"), FALSE);

  gtk_file_dialog_set_initial_name (dialog, _("Throughline template.xlsx"));
  gtk_file_dialog_save (dialog, GTK_WINDOW (widget), NULL, template_chosen_cb, g_object_ref (widget));
}

void
tl_window_install_exchange (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_cb);
  gtk_widget_class_install_action (widget_class, "win.import-folder", NULL, import_folder_cb);
  gtk_widget_class_install_action (widget_class, "win.merge-other", NULL, merge_other_cb);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "win.export-folder", NULL, export_folder_cb);
  gtk_widget_class_install_action (widget_class, "win.save-template", NULL, save_template_cb);
}
