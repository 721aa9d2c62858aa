/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-import-dialog-private.h"

#include <glib/gi18n.h>

#include "tl-announcement.h"
#include "tl-format.h"
#include "tl-window.h"

/* In milliseconds: what is worked out before this needs no page of its own. */
#define PATIENCE 500

G_DEFINE_FINAL_TYPE (TlImportDialog, tl_import_dialog, ADW_TYPE_DIALOG)

/* ── Showing what is known ────────────────────────────────────────────────── */

/**
 * tl_import_dialog_is_mapped:
 * @self: an import dialog
 *
 * Returns: whether somebody says how the file is read, because it isn't one of ours
 */
gboolean
tl_import_dialog_is_mapped (TlImportDialog *self)
{
  return self->reading != NULL && self->reading->plan == NULL;
}

/**
 * tl_import_dialog_update:
 * @self: an import dialog
 *
 * Brings what can be done up to date.
 */
void
tl_import_dialog_update (TlImportDialog *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "import.run",
                                 self->busy == NULL && tl_import_preview_get_change (self->preview) != NULL);
  gtk_widget_action_set_enabled (widget, "import.again", self->busy == NULL);
  gtk_widget_action_set_enabled (widget, "import.next", tl_import_dialog_can_go_on (self));
}

static void
update_cb (TlImportDialog *self)
{
  if (self->workbook != NULL)
    tl_import_dialog_update (self);
}

static void
step_changed_cb (TlImportDialog *self)
{
  update_cb (self);
}

/* What the plan is made for. */
void
tl_import_dialog_look_at_now (TlImportDialog *self)
{
  g_clear_pointer (&self->existing, tl_snapshot_unref);
  self->existing = tl_snapshot_ref (tl_assessment_get_snapshot (tl_workbook_get_assessment (self->workbook)));
}

static void
show_plan (TlImportDialog *self)
{
  static const char * const last[] = { "preview" };

  gtk_widget_set_visible (self->cancel_button, TRUE);
  tl_import_preview_set_plan (self->preview, self->reading->plan, FALSE);
  tl_import_dialog_offer_rest (self);
  adw_navigation_view_replace_with_tags (self->steps, last, G_N_ELEMENTS (last));
  gtk_stack_set_visible_child_name (self->stack, "steps");
  tl_import_dialog_update (self);
}

/* ── Work that takes time ─────────────────────────────────────────────────── */

/**
 * tl_import_dialog_show_failure:
 * @self: an import dialog
 * @message: why the file can't be imported
 *
 * Says so, and offers to read it again.
 */
void
tl_import_dialog_show_failure (TlImportDialog *self,
                               const char     *message)
{
  g_autofree char *sentence = tl_format_capital (message);
  g_autofree char *text = g_strdup_printf (g_str_has_suffix (sentence, ".") ? "%s: %s" : "%s: %s.", self->name, sentence);
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_status_page_set_description (self->failed_page, escaped);
  gtk_stack_set_visible_child_name (self->stack, "failed");
  tl_announce_problem (GTK_WIDGET (self), text);
  tl_import_dialog_update (self);
}

static void
show_busy_cb (gpointer user_data)
{
  TlImportDialog *self = user_data;

  self->patience = 0;
  gtk_stack_set_visible_child_name (self->stack, "busy");
}

/**
 * tl_import_dialog_begin:
 * @self: an import dialog
 * @title: what is begun
 * @at_once: whether what is shown now gives way at once, rather than when it takes long
 *
 * Begins work that takes time, counted by its progress.
 */
void
tl_import_dialog_begin (TlImportDialog *self,
                        const char     *title,
                        gboolean        at_once)
{
  g_clear_object (&self->busy);
  g_clear_handle_id (&self->patience, g_source_remove);
  self->busy = tl_progress_new (NULL, NULL);
  tl_progress_box_set_progress (self->progress_box, self->busy);
  adw_status_page_set_title (self->busy_page, title);
  if (at_once)
    gtk_stack_set_visible_child_name (self->stack, "busy");
  else
    self->patience = g_timeout_add_once (PATIENCE, show_busy_cb, self);
  tl_import_dialog_update (self);
}

/**
 * tl_import_dialog_end:
 * @self: an import dialog
 *
 * Ends work that takes time; whoever calls it says what is shown instead.
 */
void
tl_import_dialog_end (TlImportDialog *self)
{
  g_clear_handle_id (&self->patience, g_source_remove);
  g_clear_object (&self->busy);
  tl_progress_box_set_progress (self->progress_box, NULL);
}

/* ── Reading ──────────────────────────────────────────────────────────────── */

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (TlImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  TlImportReading *reading = tl_import_reading_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  tl_import_dialog_end (self);
  if (reading == NULL)
    {
      tl_import_dialog_show_failure (self, error->message);
      return;
    }
  g_clear_pointer (&self->result, tl_foreign_result_free);
  g_clear_pointer (&self->reading, tl_import_reading_free);
  self->reading = reading;
  if (tl_import_dialog_is_mapped (self))
    tl_import_dialog_begin_steps (self);
  else
    show_plan (self);
}

/* Whatever was said of the file is kept when it is read again. */
static void
read_source (TlImportDialog *self)
{
  tl_import_dialog_begin (self, _("Reading the File"), TRUE);
  tl_import_dialog_look_at_now (self);
  tl_import_reading_async (self->existing, self->source, tl_import_dialog_is_mapped (self) ? self->reading->mapping : NULL,
                           G_CANCELLABLE (self->busy), read_cb, g_object_ref (self));
}

static void
again_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  read_source (TL_IMPORT_DIALOG (widget));
}

static void
next_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  tl_import_dialog_go_on (TL_IMPORT_DIALOG (widget));
}

static void
change_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  adw_navigation_view_pop_to_tag (TL_IMPORT_DIALOG (widget)->steps, "columns");
}

/* From here on the file is one that isn't ours. */
static void
rest_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  TlImportDialog *self = TL_IMPORT_DIALOG (widget);

  g_return_if_fail (self->reading != NULL && self->reading->mapping != NULL);

  g_clear_pointer (&self->reading->plan, tl_import_plan_free);
  self->reading->remembered = FALSE;
  tl_import_dialog_begin_steps (self);
}

/* ── Importing ────────────────────────────────────────────────────────────── */

static void
show_preview_again (TlImportDialog *self)
{
  gtk_stack_set_visible_child_name (self->stack, "steps");
  tl_import_dialog_update (self);
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (TlImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  gboolean done = tl_workbook_apply_finish (TL_WORKBOOK (source), result, &error);

  self->importing = FALSE;
  tl_import_dialog_end (self);
  if (done)
    {
      if (tl_import_dialog_is_mapped (self))
        tl_import_reading_remember (self->reading);
      if (TL_IS_WINDOW (root))
        tl_window_offer_undo (TL_WINDOW (root), _("Imported."));
      adw_dialog_force_close (ADW_DIALOG (self));
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_preview_again (self);
  else
    tl_import_dialog_show_failure (self, error->message);
}

static void
run_cb (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  TlImportDialog *self = TL_IMPORT_DIALOG (widget);
  TlChange *change = tl_import_preview_get_change (self->preview);

  g_return_if_fail (change != NULL);

  /* Somebody's change that came in meanwhile mustn't be set back unseen. */
  if (tl_assessment_get_snapshot (tl_workbook_get_assessment (self->workbook)) != self->existing)
    {
      if (tl_import_dialog_is_mapped (self))
        tl_import_dialog_work_out (self, "preview");
      else
        read_source (self);
      return;
    }
  self->importing = TRUE;
  tl_import_dialog_begin (self, _("Importing"), TRUE);
  tl_workbook_apply_async (self->workbook, change, G_CANCELLABLE (self->busy), imported_cb, g_object_ref (self));
}

static void
cancel_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  TlImportDialog *self = TL_IMPORT_DIALOG (widget);

  if (self->busy != NULL)
    g_cancellable_cancel (G_CANCELLABLE (self->busy));
  /* Until it is known whether it was in time, the dialog stays. */
  if (!self->importing)
    adw_dialog_close (ADW_DIALOG (self));
}

static void
tl_import_dialog_dispose (GObject *object)
{
  TlImportDialog *self = TL_IMPORT_DIALOG (object);

  if (self->busy != NULL)
    g_cancellable_cancel (G_CANCELLABLE (self->busy));
  g_clear_handle_id (&self->patience, g_source_remove);
  g_clear_object (&self->busy);
  g_clear_object (&self->workbook);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_IMPORT_DIALOG);

  G_OBJECT_CLASS (tl_import_dialog_parent_class)->dispose (object);
}

/* The steps show what these hold until they are gone themselves. */
static void
tl_import_dialog_finalize (GObject *object)
{
  TlImportDialog *self = TL_IMPORT_DIALOG (object);

  g_clear_pointer (&self->result, tl_foreign_result_free);
  g_clear_pointer (&self->reading, tl_import_reading_free);
  g_clear_pointer (&self->existing, tl_snapshot_unref);
  g_clear_object (&self->source);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (tl_import_dialog_parent_class)->finalize (object);
}

static void
tl_import_dialog_closed (AdwDialog *dialog)
{
  TlImportDialog *self = TL_IMPORT_DIALOG (dialog);

  if (self->busy != NULL)
    g_cancellable_cancel (G_CANCELLABLE (self->busy));
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "import.run", NULL, run_cb);
  gtk_widget_class_install_action (widget_class, "import.again", NULL, again_cb);
  gtk_widget_class_install_action (widget_class, "import.next", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "import.change", NULL, change_cb);
  gtk_widget_class_install_action (widget_class, "import.rest", NULL, rest_cb);
  gtk_widget_class_install_action (widget_class, "import.cancel", NULL, cancel_cb);
}

static void
tl_import_dialog_class_init (TlImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_import_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_import_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = tl_import_dialog_closed;

  g_type_ensure (TL_TYPE_PROGRESS_BOX);
  g_type_ensure (TL_TYPE_MAPPING_SHEETS);
  g_type_ensure (TL_TYPE_MAPPING_COLUMNS);
  g_type_ensure (TL_TYPE_MAPPING_WORDS);
  g_type_ensure (TL_TYPE_MAPPING_ROWS);
  g_type_ensure (TL_TYPE_IMPORT_PREVIEW);

  install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/exchange/import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TlImportDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, TlImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TlImportDialog, busy_page);
  gtk_widget_class_bind_template_child (widget_class, TlImportDialog, progress_box);
  gtk_widget_class_bind_template_child (widget_class, TlImportDialog, failed_page);
  gtk_widget_class_bind_template_child (widget_class, TlImportDialog, steps);
  gtk_widget_class_bind_template_child (widget_class, TlImportDialog, sheets_step);
  gtk_widget_class_bind_template_child (widget_class, TlImportDialog, columns_step);
  gtk_widget_class_bind_template_child (widget_class, TlImportDialog, words_step);
  gtk_widget_class_bind_template_child (widget_class, TlImportDialog, rows_step);
  gtk_widget_class_bind_template_child (widget_class, TlImportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, TlImportDialog, cancel_button);
  gtk_widget_class_bind_template_callback (widget_class, update_cb);
  gtk_widget_class_bind_template_callback (widget_class, step_changed_cb);
}

static void
tl_import_dialog_init (TlImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_import_dialog_new:
 * @workbook: a workbook that may be edited
 * @source: a spreadsheet (.xlsx), a CSV file, or a folder of CSV files
 *
 * A spreadsheet that isn't one of ours is asked about first: where its headings are, which column is which, and what its
 * words mean.
 *
 * Returns: (transfer floating): a dialog that imports it
 */
TlImportDialog *
tl_import_dialog_new (TlWorkbook *workbook,
                      GFile      *source)
{
  TlImportDialog *self = g_object_new (TL_TYPE_IMPORT_DIALOG, NULL);
  g_autofree char *base = g_file_get_basename (source);

  self->workbook = g_object_ref (workbook);
  self->source = g_object_ref (source);
  self->name = g_filename_display_name (base);
  adw_window_title_set_subtitle (self->window_title, self->name);
  read_source (self);
  return self;
}
