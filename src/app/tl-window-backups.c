/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-window-backups.h"

#include <glib/gi18n.h>

#include "tl-backup-dialog.h"
#include "tl-window-document.h"
#include "tl-window-memory.h"
#include "tl-window-private.h"
#include "tl-workbook-undo.h"

/* Where a file is may be one long word, which no sentence can hold. */
static AdwAlertDialog *
make_file_alert (const char *heading,
                 const char *body,
                 GFile      *file)
{
  g_autoptr (GtkBuilder) builder =
    gtk_builder_new_from_resource ("/org/throughline/Throughline/backups/file-alert.ui");
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (gtk_builder_get_object (builder, "dialog"));
  g_autofree char *place = g_file_get_parse_name (file);

  adw_alert_dialog_set_heading (dialog, heading);
  adw_alert_dialog_set_body (dialog, body);
  gtk_label_set_label (GTK_LABEL (gtk_builder_get_object (builder, "place")), place);
  return g_object_ref (dialog);
}

/* ── A backup of the workbook that is open ────────────────────────────────── */

static void
copy_chosen_cb (TlWindow       *self,
                const TlBackup *backup)
{
  g_autoptr (GFile) file = g_file_new_for_path (backup->path);

  tl_application_open_copy (tl_application_get (), file);
}

static void
restored_cb (TlWindow       *self,
             const TlBackup *backup)
{
  g_autofree char *when = tl_backup_say_when (backup);
  /* Translators: %s is a moment, such as "3 December 2025 at 14:03" */
  g_autofree char *sentence = g_strdup_printf (_("Back to %s"), when);

  tl_window_offer_undo (self, sentence);
}

/* Shows the backups of the workbook that is open. */
void
tl_window_restore_backup (TlWindow *self)
{
  TlBackupDialog *dialog = tl_backup_dialog_new (self->workbook);

  g_signal_connect_object (dialog, "restored", G_CALLBACK (restored_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "copy-chosen", G_CALLBACK (copy_chosen_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

/* ── A backup in the place of a file that can't be opened ─────────────────── */

typedef struct
{
  TlWindow *window;
  GFile *file;
  TlBackup *backup;
  GFile *aside;
  gboolean has_more;
} PutBack;

static void
put_back_free (PutBack *self)
{
  g_clear_object (&self->file);
  g_clear_object (&self->aside);
  g_clear_pointer (&self->backup, tl_backup_free);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PutBack, put_back_free)

static void
free_waiting (gpointer  waiting,
              GClosure *closure)
{
  put_back_free (waiting);
}

static void
say_put_back (PutBack *self)
{
  g_autofree char *when = tl_backup_say_when (self->backup);
  g_autofree char *sentence = NULL;
  g_autoptr (AdwAlertDialog) dialog = NULL;

  if (self->aside == NULL)
    {
      /* Translators: %s is a moment, such as "3 December 2025 at 14:03" */
      sentence = g_strdup_printf (_("Back to %s"), when);
      tl_window_say (self->window, sentence);
      return;
    }
  /* Translators: %s is a moment, such as "3 December 2025 at 14:03" */
  sentence = g_strdup_printf (_("Everything is as it was on %s. The damaged file is kept as it is, in case somebody can "
                                "get something out of it:"), when);
  dialog = make_file_alert (_("Restored"), sentence, self->aside);
  adw_alert_dialog_add_response (dialog, "close", _("_Close"));
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self->window));
}

static void
put_back_restored_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (PutBack) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean changed;

  if (tl_workbook_restore_finish (TL_WORKBOOK (source), result, &changed, &error))
    say_put_back (self);
  else
    tl_window_say (self->window, error->message);
  g_object_unref (self->window);
}

#define WAITING "tl-put-back"

/* Nothing can be changed before everything has been read and concluded. */
static void
concluded_cb (TlWindow   *window,
              GParamSpec *pspec,
              TlWorkbook *workbook)
{
  PutBack *self;

  if (tl_workbook_get_assessment (workbook) == NULL)
    return;
  g_signal_handlers_disconnect_by_func (workbook, concluded_cb, window);
  self = g_object_steal_data (G_OBJECT (window), WAITING);
  g_object_ref (window);
  tl_workbook_restore_async (workbook, self->backup, NULL, put_back_restored_cb, self);
}

/* Once the file is open again it goes back as far as was chosen, by a change that can be undone. */
static void
workbook_cb (TlWindow   *window,
             GParamSpec *pspec,
             PutBack    *self)
{
  TlWorkbook *workbook = tl_window_get_workbook (window);
  g_autoptr (PutBack) kept = self;

  g_signal_handlers_disconnect_by_func (window, workbook_cb, self);
  if (workbook == NULL)
    return;
  if (!self->has_more)
    {
      say_put_back (self);
      return;
    }
  g_object_set_data_full (G_OBJECT (window), WAITING, g_steal_pointer (&kept), (GDestroyNotify) put_back_free);
  g_signal_connect_object (workbook, "notify::assessment", G_CALLBACK (concluded_cb), window, G_CONNECT_SWAPPED);
  concluded_cb (window, NULL, workbook);
}

static void
put_back_cb (TlBackupDialog *dialog,
             const TlBackup *backup,
             GFile          *aside,
             gboolean        has_more,
             PutBack        *waiting)
{
  PutBack *self = g_new0 (PutBack, 1);

  /* Another workbook may have been opened in it meanwhile, from outside. */
  self->window = tl_window_is_empty (waiting->window) ? waiting->window : tl_window_new (tl_application_get ());
  gtk_window_present (GTK_WINDOW (self->window));
  self->file = g_object_ref (waiting->file);
  self->backup = tl_backup_copy (backup);
  g_set_object (&self->aside, aside);
  self->has_more = has_more;
  g_signal_connect (self->window, "notify::workbook", G_CALLBACK (workbook_cb), self);
  tl_window_open (self->window, self->file);
}

/* Shows the backups of a workbook whose file can't be opened. */
void
tl_window_restore_file (TlWindow *self,
                        GFile    *file)
{
  gint64 now = tl_id_source_get_time (tl_application_get_ids (tl_application_get ()));
  TlBackupDialog *dialog = tl_backup_dialog_new_for_file (file, now);
  PutBack *waiting = g_new0 (PutBack, 1);

  waiting->window = self;
  waiting->file = g_object_ref (file);
  g_signal_connect_data (dialog, "put-back", G_CALLBACK (put_back_cb), waiting, free_waiting, G_CONNECT_DEFAULT);
  g_signal_connect_object (dialog, "copy-chosen", G_CALLBACK (copy_chosen_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

/* ── Off this computer ────────────────────────────────────────────────────── */

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TlWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean closed, removed = tl_workbook_remove_finish (TL_WORKBOOK (source), result, &closed, &error);

  self->closing = FALSE;
  if (closed)
    tl_window_take_workbook (self, NULL);
  else
    gtk_stack_set_visible_child_name (self->stack, "workbook");
  if (removed)
    tl_window_say (self, _("Nothing of the workbook is left on this computer but its file"));
  else
    tl_window_show_error (self, _("Not Removed"), error->message);
}

static void
remove_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (TlWindow) self = user_data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_strcmp0 (response, "remove") != 0 || self->workbook == NULL)
    return;
  self->closing = TRUE;
  tl_window_forget (self);
  gtk_stack_set_visible_child_name (self->stack, "removing");
  tl_workbook_remove_async (self->workbook, removed_cb, g_object_ref (self));
}

static char *
say_what_goes (GPtrArray *backups)
{
  g_autofree char *size = NULL;
  guint64 bytes = 0;

  for (guint i = 0; i < backups->len; i++)
    bytes += ((TlBackupSince *) g_ptr_array_index (backups, i))->backup->size;
  size = g_format_size (bytes);
  if (backups->len == 0)
    return g_strdup (_("The working copy that Throughline keeps while the workbook is edited goes. This can’t be undone.\n\n"
                       "The file itself stays, with its whole history:"));
  /* Translators: how many, and their size together */
  return g_strdup_printf (ngettext ("The working copy that Throughline keeps while the workbook is edited goes, and so "
                                    "does %1$u backup (%2$s). This can’t be undone.\n\nThe file itself stays, with its "
                                    "whole history:",
                                    "The working copy that Throughline keeps while the workbook is edited goes, and so do "
                                    "%1$u backups (%2$s). This can’t be undone.\n\nThe file itself stays, with its whole "
                                    "history:", backups->len), backups->len, size);
}

static void
backups_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TlWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = tl_store_list_backups_finish (TL_STORE (source), result, &error);
  g_autofree char *body = NULL;
  g_autoptr (AdwAlertDialog) dialog = NULL;

  if (self->workbook == NULL || tl_workbook_get_store (self->workbook) != TL_STORE (source))
    return;
  if (backups == NULL)
    {
      tl_window_say (self, error->message);
      return;
    }
  body = say_what_goes (backups);
  dialog = make_file_alert (_("Remove from Computer?"), body, tl_workbook_get_file (self->workbook));
  adw_alert_dialog_add_responses (dialog, "cancel", _("_Cancel"), "remove", _("_Remove"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "remove", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (dialog, "cancel");
  adw_alert_dialog_choose (dialog, GTK_WIDGET (self), NULL, remove_chosen_cb, g_object_ref (self));
}

static void
save_first_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (TlWindow) self = user_data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_strcmp0 (response, "save") == 0 && self->workbook != NULL)
    tl_window_save_as (self);
}

static void
ask_to_save_first (TlWindow *self)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (
    adw_alert_dialog_new (_("Save It First"),
                          _("This workbook has no file yet, so what is on this computer is all there is of it.")));

  adw_alert_dialog_add_responses (dialog, "cancel", _("_Cancel"), "save", _("_Save…"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "save");
  adw_alert_dialog_choose (dialog, GTK_WIDGET (self), NULL, save_first_cb, g_object_ref (self));
}

/* Asks whether the workbook is to be removed from this computer, and does so. */
void
tl_window_remove_workbook (TlWindow *self)
{
  if (tl_workbook_get_file (self->workbook) == NULL)
    ask_to_save_first (self);
  else
    tl_store_list_backups_async (tl_workbook_get_store (self->workbook), NULL, backups_cb, g_object_ref (self));
}
