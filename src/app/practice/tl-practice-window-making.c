/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-practice-window-private.h"

#include <glib/gi18n.h>

#include "tl-file-asking.h"
#include "tl-practice-making.h"
#include "tl-workbook.h"

/* A workbook is opened as a copy, so that the trainer's own stays as it is. */

static void
made_cb (TlPracticeWindow *self,
         TlPracticeCase   *practice_case)
{
  g_autofree char *sentence = g_strdup_printf (_("“%s” is among your cases now. Open it, and send it as a file from its menu."),
                                               tl_practice_case_get_title (practice_case));

  tl_practice_window_say (self, sentence);
  tl_practice_list_refresh (tl_practice_window_get_list (self));
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TlPracticeWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  TlWorkbook *workbook = tl_workbook_open_finish (result, &error);
  TlPracticeMaking *making;

  if (workbook == NULL)
    {
      tl_practice_window_tell (self, _("Can’t Open the Workbook"), error->message);
      return;
    }
  making = tl_practice_making_new (workbook);
  g_signal_connect_object (making, "made", G_CALLBACK (made_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (making), GTK_WIDGET (self));
}

/**
 * tl_practice_window_make:
 * @self: a window
 * @workbook: any workbook
 *
 * Begins to make a case of it.
 */
void
tl_practice_window_make (TlPracticeWindow *self,
                         GFile            *workbook)
{
  tl_workbook_open_async (TL_STORE_ORIGIN_COPY, workbook, tl_application_get_ids (tl_application_get ()), NULL, opened_cb,
                          g_object_ref (self));
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TlPracticeWindow) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL)
    tl_practice_window_make (self, file);
}

static void
make_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  g_autoptr (GtkFileDialog) dialog = tl_file_asking_new (_("Make a Case from a Workbook"), _("Workbooks"), "throughline", NULL);

  gtk_file_dialog_open (dialog, GTK_WINDOW (widget), NULL, chosen_cb, g_object_ref (widget));
}

void
tl_practice_window_install_making (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "practice.make-case", NULL, make_cb);
}
