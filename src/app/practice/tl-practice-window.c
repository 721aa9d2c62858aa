/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-practice-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "tl-announcement.h"
#include "tl-dialog-focus.h"
#include "tl-file-asking.h"
#include "tl-help-window.h"
#include "tl-practice-parcel.h"
#include "tl-practice-progress.h"
#include "tl-practice-watermark.h"

struct _TlPracticeWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  AdwNavigationView *navigation;
  TlPracticeList *list;
  /* While a case is being opened or taken in. */
  GCancellable *opening;
  gboolean closing;
};

G_DEFINE_FINAL_TYPE (TlPracticeWindow, tl_practice_window, ADW_TYPE_APPLICATION_WINDOW)

/* ── Telling ──────────────────────────────────────────────────────────────── */

/**
 * tl_practice_window_say:
 * @self: a window
 * @sentence: what happened
 */
void
tl_practice_window_say (TlPracticeWindow *self,
                        const char       *sentence)
{
  AdwToast *toast = NULL;

  g_return_if_fail (TL_IS_PRACTICE_WINDOW (self));

  toast = adw_toast_new (sentence);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/**
 * tl_practice_window_tell:
 * @self: a window
 * @heading: what is the matter
 * @body: why, and what to do
 */
void
tl_practice_window_tell (TlPracticeWindow *self,
                         const char       *heading,
                         const char       *body)
{
  AdwDialog *dialog = NULL;

  g_return_if_fail (TL_IS_PRACTICE_WINDOW (self));

  dialog = adw_alert_dialog_new (heading, body);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* ── Opening a case ───────────────────────────────────────────────────────── */

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TlPracticeWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlPracticeDesk) desk = tl_practice_desk_open_finish (result, &error);
  TlPracticePage *page;

  g_clear_object (&self->opening);
  if (self->closing)
    return;
  if (desk == NULL)
    {
      tl_practice_window_tell (self, _("Can’t Practise on This Case"), error->message);
      return;
    }
  page = tl_practice_page_new (desk);
  adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (page));
  tl_announce (GTK_WIDGET (self), tl_practice_case_get_title (tl_practice_desk_get_case (desk)));
  if (tl_practice_desk_get_left_behind (desk) != NULL)
    tl_practice_window_tell (self, _("Begun Anew"), tl_practice_desk_get_left_behind (desk));
}

/**
 * tl_practice_window_open:
 * @self: a window
 * @practice_case: a case
 *
 * Takes a case in hand, with what was judged before.
 */
void
tl_practice_window_open (TlPracticeWindow *self,
                         TlPracticeCase   *practice_case)
{
  g_autoptr (GFile) folder = NULL;

  g_return_if_fail (TL_IS_PRACTICE_WINDOW (self));

  if (self->opening != NULL)
    return;
  adw_navigation_view_pop_to_tag (self->navigation, "list");
  folder = tl_practice_progress_get_folder ();
  self->opening = g_cancellable_new ();
  tl_practice_desk_open_async (practice_case, folder, tl_application_get_ids (tl_application_get ()), self->opening, opened_cb,
                               g_object_ref (self));
}

static void
chosen_cb (TlPracticeWindow *self,
           TlPracticeCase   *practice_case)
{
  tl_practice_window_open (self, practice_case);
}

/* Whoever comes back sees how far they are. */
static void
popped_cb (TlPracticeWindow *self)
{
  tl_practice_list_refresh (self->list);
}

/* ── Taking in a case that was sent ───────────────────────────────────────── */

static GFile *
choose_folder (GFile *file)
{
  g_autoptr (GFile) own = tl_practice_list_get_own ();
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *other = NULL;

  if (g_str_has_suffix (name, TL_PRACTICE_PARCEL_SUFFIX))
    name[strlen (name) - strlen (TL_PRACTICE_PARCEL_SUFFIX)] = '\0';
  if (*name == '\0' || *name == '.')
    other = g_strdup ("case");
  return g_file_get_child (own, other != NULL ? other : name);
}

static void
take_func (GTask        *task,
           gpointer      source,
           gpointer      data,
           GCancellable *cancellable)
{
  g_autoptr (GFile) folder = choose_folder (data);
  g_autoptr (GFile) own = g_file_get_parent (folder);
  GError *error = NULL;
  TlPracticeCase *taken;

  g_file_make_directory_with_parents (own, cancellable, NULL);
  taken = tl_practice_parcel_unpack (data, folder, cancellable, &error);
  if (taken != NULL)
    g_task_return_pointer (task, taken, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
taken_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  TlPracticeWindow *self = TL_PRACTICE_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlPracticeCase) taken = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *sentence = NULL;

  g_clear_object (&self->opening);
  if (taken == NULL)
    {
      tl_practice_window_tell (self, _("Can’t Use This Case"),
                               g_error_matches (error, G_IO_ERROR, G_IO_ERROR_EXISTS)
                                 ? _("A case of that name is there already. Practise on that one, or have the file sent under another name.")
                                 : error->message);
      return;
    }
  sentence = g_strdup_printf (_("“%s” is among your cases now"), tl_practice_case_get_title (taken));
  tl_practice_window_say (self, sentence);
  tl_practice_list_refresh (self->list);
}

/**
 * tl_practice_window_take:
 * @self: a window
 * @file: a case as one file, which may be anything
 *
 * Takes a case in that was sent, once it is checked.
 */
void
tl_practice_window_take (TlPracticeWindow *self,
                         GFile            *file)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (TL_IS_PRACTICE_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  if (self->opening != NULL)
    return;
  self->opening = g_cancellable_new ();
  task = g_task_new (self, self->opening, taken_cb, NULL);
  g_task_set_source_tag (task, tl_practice_window_take);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, take_func);
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (TlPracticeWindow) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL)
    tl_practice_window_take (self, file);
}

static void
add_case_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  g_autoptr (GtkFileDialog) dialog = tl_file_asking_new (_("Add a Practice Case"), _("Practice cases"), "throughline-case", NULL);

  gtk_file_dialog_open (dialog, GTK_WINDOW (widget), NULL, file_chosen_cb, g_object_ref (widget));
}

/* ── Closing ──────────────────────────────────────────────────────────────── */

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (TlPracticeWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (tl_practice_keeper_wait_finish (TL_PRACTICE_KEEPER (source), result, &error))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  self->closing = FALSE;
  tl_practice_window_tell (self, _("Not Kept Yet"), error->message);
}

/* It goes once everything is kept. */
static gboolean
tl_practice_window_close_request (GtkWindow *window)
{
  TlPracticeWindow *self = TL_PRACTICE_WINDOW (window);
  TlPracticePage *page = tl_practice_window_get_page (self);

  if (self->closing)
    return TRUE;
  self->closing = TRUE;
  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  if (page == NULL)
    return GTK_WINDOW_CLASS (tl_practice_window_parent_class)->close_request (window);
  tl_practice_keeper_wait_async (tl_practice_desk_get_keeper (tl_practice_page_get_desk (page)), kept_cb, g_object_ref (self));
  return TRUE;
}

static void
tl_practice_window_dispose (GObject *object)
{
  TlPracticeWindow *self = TL_PRACTICE_WINDOW (object);

  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_PRACTICE_WINDOW);

  G_OBJECT_CLASS (tl_practice_window_parent_class)->dispose (object);
}

static void
tl_practice_window_class_init (TlPracticeWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (TL_TYPE_PRACTICE_LIST);
  g_type_ensure (TL_TYPE_PRACTICE_WATERMARK);
  G_OBJECT_CLASS (klass)->dispose = tl_practice_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = tl_practice_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/practice/practice-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TlPracticeWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, TlPracticeWindow, navigation);
  gtk_widget_class_bind_template_child (widget_class, TlPracticeWindow, list);
  gtk_widget_class_bind_template_callback (widget_class, popped_cb);
  gtk_widget_class_install_action (widget_class, "practice.add-case", NULL, add_case_cb);
  tl_practice_window_install_compare (widget_class);
  tl_practice_window_install_making (widget_class);
  tl_help_window_install_action (widget_class);
}

static void
tl_practice_window_init (TlPracticeWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tl_dialog_focus_watch (ADW_APPLICATION_WINDOW (self));
  g_signal_connect_object (self->list, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  tl_practice_list_refresh (self->list);
}

/**
 * tl_practice_window_new:
 * @application: the application
 *
 * Returns: (transfer none): a window that shows which cases there are
 */
TlPracticeWindow *
tl_practice_window_new (TlApplication *application)
{
  return g_object_new (TL_TYPE_PRACTICE_WINDOW, "application", application, NULL);
}

/**
 * tl_practice_window_get_list:
 * @self: a window
 *
 * Returns: (transfer none): its list of cases
 */
TlPracticeList *
tl_practice_window_get_list (TlPracticeWindow *self)
{
  g_return_val_if_fail (TL_IS_PRACTICE_WINDOW (self), NULL);

  return self->list;
}

/**
 * tl_practice_window_get_page:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the case that is in hand
 */
TlPracticePage *
tl_practice_window_get_page (TlPracticeWindow *self)
{
  AdwNavigationPage *page = NULL;

  g_return_val_if_fail (TL_IS_PRACTICE_WINDOW (self), NULL);

  page = adw_navigation_view_get_visible_page (self->navigation);
  return TL_IS_PRACTICE_PAGE (page) ? TL_PRACTICE_PAGE (page) : NULL;
}
