/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-practice-page-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "tl-practice-parcel.h"

/* What goes out of a case: the trainee's judgements, and the case itself. */

static void
run_written_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (TlPracticePage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    tl_practice_page_say (self, _("Your judgements are in that file. Send it to your trainer."));
  else
    tl_practice_page_tell (self, _("Can’t Save There"), error->message);
}

static void
run_file_chosen_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (TlPracticePage) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autoptr (GBytes) bytes = NULL;
  char *text = NULL;

  if (file == NULL || self->desk == NULL)
    return;
  text = tl_practice_run_to_text (tl_practice_desk_get_run (self->desk));
  bytes = g_bytes_new_take (text, strlen (text));
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL, run_written_cb, g_object_ref (self));
}

static void
choose_run_file (TlPracticePage *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = g_strdup_printf ("%s.throughline-judgements",
                                           tl_practice_case_get_id (tl_practice_desk_get_case (self->desk)));

  gtk_file_dialog_set_title (dialog, _("Save Your Judgements"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, run_file_chosen_cb, g_object_ref (self));
}

static void
name_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (TlPracticePage) self = user_data;
  GtkEditable *entry = g_object_get_data (source, "entry");
  const char *name = gtk_editable_get_text (entry);

  if (g_strcmp0 (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result), "save") != 0)
    return;
  tl_practice_run_set_trainee (tl_practice_desk_get_run (self->desk), *name != '\0' ? name : NULL);
  tl_practice_desk_keep (self->desk);
  choose_run_file (self);
}

static void
share_run_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  TlPracticePage *self = TL_PRACTICE_PAGE (widget);
  const char *trainee = tl_practice_run_get_trainee (tl_practice_desk_get_run (self->desk));
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (
    adw_alert_dialog_new (_("Send Your Judgements"),
                          _("Your trainer lays them beside those of others. The name is only in the file that you send; leave it empty to be a number.")));
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *entry = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _("The Name That Your Trainer Knows You By"));
  gtk_editable_set_text (GTK_EDITABLE (entry), trainee != NULL ? trainee : "");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), entry);
  adw_alert_dialog_set_extra_child (dialog, group);
  g_object_set_data (G_OBJECT (dialog), "entry", entry);
  adw_alert_dialog_add_responses (dialog, "cancel", _("_Cancel"), "save", _("_Save…"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "save");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_choose (dialog, widget, NULL, name_chosen_cb, g_object_ref (self));
}

/* ── The case ─────────────────────────────────────────────────────────────── */

static void
write_case_func (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  GFile *folder = g_object_get_data (G_OBJECT (task), "folder");
  GError *error = NULL;

  if (tl_practice_parcel_write (folder, data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
case_written_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  TlPracticePage *self = TL_PRACTICE_PAGE (source);
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    tl_practice_page_say (self, _("The case is in that file, with its answers."));
  else
    tl_practice_page_tell (self, _("Can’t Save There"), error->message);
}

static void
case_file_chosen_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (TlPracticePage) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autoptr (GTask) task = NULL;

  if (file == NULL || self->desk == NULL)
    return;
  task = g_task_new (self, NULL, case_written_cb, NULL);
  g_task_set_source_tag (task, case_file_chosen_cb);
  g_object_set_data_full (G_OBJECT (task), "folder",
                          g_file_get_parent (tl_practice_case_get_workbook (tl_practice_desk_get_case (self->desk))), g_object_unref);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, write_case_func);
}

static void
share_case_cb (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  TlPracticePage *self = TL_PRACTICE_PAGE (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *file = g_strconcat (tl_practice_case_get_id (tl_practice_desk_get_case (self->desk)), TL_PRACTICE_PARCEL_SUFFIX, NULL);

  gtk_file_dialog_set_title (dialog, _("Save the Case as a File"));
  gtk_file_dialog_set_initial_name (dialog, file);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, case_file_chosen_cb, g_object_ref (self));
}

void
tl_practice_page_install_files (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "practice.share-run", NULL, share_run_cb);
  gtk_widget_class_install_action (widget_class, "practice.share-case", NULL, share_case_cb);
}
