/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-practice-window-private.h"

#include <glib/gi18n.h>

#include "tl-file-asking.h"
#include "tl-practice-compare.h"
#include "tl-practice-progress.h"

/* Files of judgements that trainees sent are read, and laid side by side. */

#define MOST_FILES 60
#define MOST_BYTES (1024 * 1024)

typedef struct
{
  TlPracticeWindow *window;
  GPtrArray *files;
  GPtrArray *runs;
  GStrvBuilder *problems;
} Comparing;

static void
comparing_free (gpointer data)
{
  Comparing *self = data;

  g_object_unref (self->window);
  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->runs);
  g_strv_builder_unref (self->problems);
  g_free (self);
}

static TlPracticeRun *
read_run (GFile         *file,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, cancellable, error);
  g_autofree char *text = NULL;
  gsize length = 0;

  if (info == NULL)
    return NULL;
  if (g_file_info_get_size (info) > MOST_BYTES)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("These aren’t judgements on a practice case"));
      return NULL;
    }
  if (!g_file_load_contents (file, cancellable, &text, &length, NULL, error))
    return NULL;
  return tl_practice_run_parse (text, length, error);
}

static void
read_func (GTask        *task,
           gpointer      source,
           gpointer      data,
           GCancellable *cancellable)
{
  Comparing *self = data;

  for (guint i = 0; i < self->files->len && i < MOST_FILES; i++)
    {
      GFile *file = g_ptr_array_index (self->files, i);
      g_autofree char *base = g_file_get_basename (file);
      g_autoptr (GError) error = NULL;
      TlPracticeRun *run = read_run (file, cancellable, &error);

      if (run != NULL)
        g_ptr_array_add (self->runs, run);
      else
        g_strv_builder_take (self->problems, g_strdup_printf ("%s: %s", base, error->message));
    }
  g_task_return_boolean (task, TRUE);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Comparing *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlPracticeDesk) desk = tl_practice_desk_open_finish (result, &error);
  g_auto (GStrv) problems = NULL;

  if (desk == NULL)
    {
      tl_practice_window_tell (self->window, _("Can’t Lay Them Side by Side"), error->message);
      return;
    }
  problems = g_strv_builder_end (self->problems);
  adw_dialog_present (ADW_DIALOG (tl_practice_compare_new (desk, self->runs, (const char * const *) problems)), GTK_WIDGET (self->window));
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Comparing *self = g_task_get_task_data (G_TASK (result));
  g_autoptr (GFile) folder = tl_practice_progress_get_folder ();
  TlPracticeCase *practice_case = NULL;
  g_auto (GStrv) problems = NULL;
  g_autofree char *body = NULL;

  if (self->runs->len > 0)
    practice_case = tl_practice_list_find (tl_practice_window_get_list (self->window),
                                           tl_practice_run_get_case (g_ptr_array_index (self->runs, 0)));
  if (practice_case != NULL)
    {
      tl_practice_desk_open_async (practice_case, folder, tl_application_get_ids (tl_application_get ()), NULL, opened_cb, g_object_ref (result));
      return;
    }
  problems = g_strv_builder_end (self->problems);
  body = self->runs->len > 0
           ? g_strdup_printf (_("The case that they are on, “%s”, isn’t on this computer. Add it first."),
                              tl_practice_run_get_case (g_ptr_array_index (self->runs, 0)))
           : g_strjoinv ("\n", problems);
  tl_practice_window_tell (self->window, _("Can’t Lay Them Side by Side"), body);
}

/**
 * tl_practice_window_compare:
 * @self: a window
 * @files: (element-type GFile): what trainees sent, which may be anything
 *
 * Lays several trainees' judgements on a case side by side.
 */
void
tl_practice_window_compare (TlPracticeWindow *self,
                            GListModel       *files)
{
  Comparing *comparing = g_new0 (Comparing, 1);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, read_cb, NULL);

  comparing->window = g_object_ref (self);
  comparing->files = g_ptr_array_new_with_free_func (g_object_unref);
  comparing->runs = g_ptr_array_new_with_free_func (g_object_unref);
  comparing->problems = g_strv_builder_new ();
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    g_ptr_array_add (comparing->files, g_list_model_get_item (files, i));
  g_task_set_source_tag (task, tl_practice_window_compare);
  g_task_set_task_data (task, comparing, comparing_free);
  g_task_run_in_thread (task, read_func);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TlPracticeWindow) self = user_data;
  g_autoptr (GListModel) files = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (files != NULL)
    tl_practice_window_compare (self, files);
}

static void
compare_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  g_autoptr (GtkFileDialog) dialog = tl_file_asking_new (_("What Trainees Sent You"), _("Trainees’ judgements"),
                                                         "throughline-judgements", NULL);

  gtk_file_dialog_open_multiple (dialog, GTK_WINDOW (widget), NULL, chosen_cb, g_object_ref (widget));
}

void
tl_practice_window_install_compare (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "practice.compare", NULL, compare_cb);
}
