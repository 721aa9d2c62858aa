/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-application-private.h"

#include <glib/gi18n.h>

#include "tl-about.h"
#include "tl-file-asking.h"
#include "tl-preferences-dialog.h"
#include "tl-shortcuts-dialog.h"
#include "tl-window-backups.h"

static void
new_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  TlWindow *window = tl_application_ensure_window (user_data);

  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.start-empty", NULL);
}

static void
sample_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  TlApplication *self = user_data;
  g_autoptr (GFile) sample = tl_application_find_sample (self);

  if (sample != NULL)
    tl_application_open_file (self, sample);
}

static void
practice_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  tl_application_practise (user_data);
}

static void
open_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (TlApplication) self = user_data;
  g_autoptr (GListModel) files = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, NULL);

  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      tl_application_open_file (self, file);
    }
  g_application_release (G_APPLICATION (self));
}

static void
open_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  TlApplication *self = user_data;
  g_autoptr (GtkFileDialog) dialog = tl_file_asking_new (_("Open a Workbook"), _("Workbooks"), "throughline", NULL);

  g_application_hold (G_APPLICATION (self));
  gtk_file_dialog_open_multiple (dialog, gtk_application_get_active_window (GTK_APPLICATION (self)), NULL,
                                 open_chosen_cb, g_object_ref (self));
}

/* Where the file is open its own window does it; otherwise it is one that can't be opened. */
static void
restore_backup_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  TlApplication *self = user_data;
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));
  TlWindow *window = tl_application_find_window (self, file);

  if (window != NULL && tl_window_get_workbook (window) != NULL)
    {
      gtk_window_present (GTK_WINDOW (window));
      tl_window_restore_backup (window);
      return;
    }
  window = tl_application_ensure_window (self);
  gtk_window_present (GTK_WINDOW (window));
  tl_window_restore_file (window, file);
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  /* Each window saves first; the last one that closes ends the program. What nobody has seen yet can't be closed. */
  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (TL_IS_WINDOW (l->data) && !gtk_widget_get_realized (l->data))
        tl_window_discard (l->data);
      else
        gtk_window_close (l->data);
    }
}

static void
present_dialog (TlApplication *self,
                AdwDialog     *dialog)
{
  adw_dialog_present (dialog, GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (self))));
}

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  present_dialog (user_data, tl_about_dialog_new ());
}

static void
shortcuts_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  present_dialog (user_data, tl_shortcuts_dialog_new ());
}

/* A workbook's own preferences are among its facts. */
static TlWorkbook *
get_concluded (GtkWindow *window)
{
  TlWorkbook *workbook = TL_IS_WINDOW (window) ? tl_window_get_workbook (TL_WINDOW (window)) : NULL;

  return workbook != NULL && tl_workbook_get_assessment (workbook) != NULL ? workbook : NULL;
}

static void
preferences_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  present_dialog (user_data, tl_preferences_dialog_new (tl_application_get_settings (user_data),
                                                        get_concluded (window)));
}

static const GActionEntry actions[] = {
  { .name = "new", .activate = new_cb },
  { .name = "open", .activate = open_cb },
  { .name = "sample", .activate = sample_cb },
  { .name = "practice", .activate = practice_cb },
  { .name = "restore-backup", .activate = restore_backup_cb, .parameter_type = "s" },
  { .name = "about", .activate = about_cb },
  { .name = "shortcuts", .activate = shortcuts_cb },
  { .name = "preferences", .activate = preferences_cb },
  { .name = "quit", .activate = quit_cb },
};

/* What can be asked of the program, whichever window it has. */
void
tl_application_add_actions (TlApplication *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
