/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-window-kept.h"

#include <glib/gi18n.h>

#include "tl-announcement.h"
#include "tl-file-asking.h"
#include "tl-history-moments.h"
#include "tl-kept-row.h"
#include "tl-reviews-view.h"
#include "tl-start-page.h"
#include "tl-typed-notes.h"
#include "tl-window-document.h"
#include "tl-window-private.h"
#include "tl-workbook-kept.h"

/* ── Opening ──────────────────────────────────────────────────────────────── */

/**
 * tl_window_open_kept:
 * @self: an empty window
 * @kept: a working copy that was left on this computer
 *
 * Goes on with it: by opening its file where that is still there, otherwise by itself, to be saved under a name.
 */
void
tl_window_open_kept (TlWindow   *self,
                     TlKeptCopy *kept)
{
  g_return_if_fail (TL_IS_WINDOW (self));
  g_return_if_fail (TL_IS_KEPT_COPY (kept));

  if (tl_kept_copy_get_place (kept) == TL_KEPT_PLACE_FILE)
    tl_application_open_file (tl_application_get (), tl_kept_copy_get_file (kept));
  else if (tl_window_is_empty (self))
    tl_window_open_kept_copy (self, tl_kept_copy_get_folder (kept));
}

/* A toast is as high as its words are on one line, also where they take more. */
static void
make_room (TlWindow   *self,
           GtkWidget  *label,
           const char *sentence)
{
  /* What its frame and its button leave. */
  int room = gtk_widget_get_width (GTK_WIDGET (self)) - 150, height;
  g_autoptr (PangoLayout) layout = NULL;

  if (room <= 0)
    return;
  layout = gtk_widget_create_pango_layout (label, sentence);
  pango_layout_set_width (layout, room * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_widget_set_size_request (label, -1, height);
}

/* It is read aloud, and stays until it is put away; where there is little room it takes more lines. */
static AdwToast *
make_lasting (TlWindow   *self,
              const char *sentence)
{
  AdwToast *toast = adw_toast_new (sentence);
  GtkWidget *label = gtk_label_new (sentence);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  make_room (self, label, sentence);
  adw_toast_set_custom_title (toast, label);
  adw_toast_set_timeout (toast, 0);
  tl_announce (GTK_WIDGET (self), sentence);
  return toast;
}

static void
tell (TlWindow   *self,
      const char *sentence)
{
  adw_toast_overlay_add_toast (self->toasts, make_lasting (self, sentence));
}

/* As somebody would say it on the day: "14:05", or "3 December 2025 at 14:05". */
static char *
describe_moment (gint64 time)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (time / 1000);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = moment != NULL ? g_date_time_format (moment, "%F") : NULL;
  g_autofree char *today = g_date_time_format (now, "%F");

  return g_strcmp0 (day, today) == 0 ? tl_history_words_clock (time) : tl_history_words_when (time);
}

static void
tell_recovery (TlWindow *self)
{
  g_autofree char *moment = describe_moment (tl_workbook_get_recorded (self->workbook));
  g_autofree char *sentence = NULL;

  switch (tl_workbook_get_recovery (self->workbook))
    {
    case TL_STORE_RECOVERY_ENDED:
      /* Translators: %s is a moment such as "14:05" */
      sentence = g_strdup_printf (_("Throughline ended unexpectedly. Your changes up to %s are all here."), moment);
      break;
    case TL_STORE_RECOVERY_KEPT:
      /* Translators: %s is a moment such as "14:05" */
      sentence = g_strdup_printf (_("Your changes up to %s were kept on this computer and are all here."), moment);
      break;
    case TL_STORE_RECOVERY_NONE:
    default:
      return;
    }
  tell (self, sentence);
}

static void
merged_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TlWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  guint n_changes;

  if (!tl_workbook_merge_kept_finish (TL_WORKBOOK (source), result, &n_changes, &error))
    {
      tl_window_show_error (self, _("Can’t Merge"), error->message);
      return;
    }
  sentence = g_strdup_printf (ngettext ("%u change that was kept on this computer is in this workbook now.",
                                        "%u changes that were kept on this computer are in this workbook now.",
                                        n_changes), n_changes);
  tell (self, sentence);
}

static void
offer_kept (TlWindow   *self,
            TlKeptCopy *kept)
{
  guint n = tl_kept_copy_get_n_unsaved (kept);
  g_autofree char *moment = describe_moment (tl_kept_copy_get_edited (kept));
  /* Translators: a number, and a moment such as "14:05" */
  g_autofree char *sentence =
    g_strdup_printf (ngettext ("%u change from %s is kept on this computer and isn’t in this file.",
                               "%u changes, the latest from %s, are kept on this computer and aren’t in this file.", n),
                     n, moment);
  AdwToast *toast = make_lasting (self, sentence);

  g_set_object (&self->to_merge, kept);
  adw_toast_set_button_label (toast, _("_Merge"));
  adw_toast_set_action_name (toast, "win.merge-kept");
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* A file that was moved goes on in its new place as it is there; what was changed in its old place and is in no file is
 * offered, never attached silently. */
static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TlWindow) self = user_data;
  g_autoptr (GPtrArray) list = tl_kept_copy_list_finish (result, NULL);

  for (guint i = 0; list != NULL && i < list->len && self->workbook != NULL && !self->closing; i++)
    {
      TlKeptCopy *kept = g_ptr_array_index (list, i);

      if (tl_kept_copy_get_trouble (kept) == TL_KEPT_TROUBLE_NONE
          && tl_id_equal (tl_kept_copy_get_document (kept), tl_workbook_get_document (self->workbook)))
        {
          offer_kept (self, kept);
          return;
        }
    }
}

/* Once the workbook is painted: nobody waits for this. */
static gboolean
look_cb (gpointer user_data)
{
  TlWindow *self = user_data;

  if (self->workbook != NULL && !self->closing && tl_workbook_get_editable (self->workbook))
    tl_kept_copy_list_async (NULL, listed_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

/* Takes in what was offered. */
void
tl_window_merge_offered (TlWindow *self)
{
  g_autoptr (TlKeptCopy) kept = g_steal_pointer (&self->to_merge);

  if (kept != NULL && self->workbook != NULL)
    tl_workbook_merge_kept_async (self->workbook, kept, NULL, merged_cb, g_object_ref (self));
}

/* What was being typed in a meeting is there where it was typed. */
static void
show_typed (TlWindow *self)
{
  TlId review, risk;
  TlView *view;

  if (!tl_workbook_get_editable (self->workbook)
      || !tl_typed_notes_find_place (tl_workbook_get_typed (self->workbook), &review, &risk))
    return;
  view = tl_window_show_view (self, "reviews");
  if (!TL_IS_REVIEWS_VIEW (view))
    return;
  tl_reviews_view_resume (TL_REVIEWS_VIEW (view), &review, &risk);
  tell (self, _("What was being typed in this review is still here."));
}

/**
 * tl_window_go_on:
 * @self: a window with a workbook that has just been opened
 *
 * Says what it goes on with, and does what it was opened for.
 */
void
tl_window_go_on (TlWindow *self)
{
  g_autoptr (TlKeptCopy) kept = g_steal_pointer (&self->to_merge);

  tell_recovery (self);
  show_typed (self);
  if (tl_workbook_get_on_network (self->workbook))
    {
      g_autofree char *folder = g_filename_display_name (tl_store_get_folder ());
      /* Translators: %s is the path of a folder */
      g_autofree char *sentence =
        g_strdup_printf (_("What you change is kept in “%s” until it is in the workbook’s file. That folder is on a network "
                           "drive, where a lost connection can damage it. Ask whoever looks after this computer for "
                           "a home folder on its own disk."), folder);

      tell (self, sentence);
    }
  if (kept != NULL)
    tl_workbook_merge_kept_async (self->workbook, kept, NULL, merged_cb, g_object_ref (self));
  else
    g_idle_add_full (G_PRIORITY_LOW, look_cb, g_object_ref (self), g_object_unref);
}

/**
 * tl_window_merge_kept:
 * @self: a window that has the workbook or is opening it
 * @kept: what was left of it on this computer
 *
 * Takes the changes in, as soon as the workbook is open.
 */
void
tl_window_merge_kept (TlWindow   *self,
                      TlKeptCopy *kept)
{
  g_return_if_fail (TL_IS_WINDOW (self));
  g_return_if_fail (TL_IS_KEPT_COPY (kept));

  if (tl_window_is_concluded (self))
    tl_workbook_merge_kept_async (self->workbook, kept, NULL, merged_cb, g_object_ref (self));
  else
    g_set_object (&self->to_merge, kept);
}

/* ── Merging into a file ──────────────────────────────────────────────────── */

typedef struct
{
  TlWindow *window;
  TlKeptCopy *kept;
  GFile *file;
} Request;

static Request *
request_new (TlWindow   *window,
             TlKeptCopy *kept)
{
  Request *self = g_new0 (Request, 1);

  self->window = g_object_ref (window);
  self->kept = g_object_ref (kept);
  return self;
}

static void
request_free (Request *self)
{
  g_object_unref (self->window);
  g_object_unref (self->kept);
  g_clear_object (&self->file);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static void
matched_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GError) error = NULL;

  if (tl_kept_copy_match_finish (request->kept, result, &error))
    tl_application_merge_kept (tl_application_get (), request->kept, request->file);
  else
    tl_window_show_error (request->window, _("Can’t Merge There"), error->message);
}

/* Merges into a file that was chosen, if it is the same workbook. */
void
tl_window_merge_into (TlWindow   *self,
                      TlKeptCopy *kept,
                      GFile      *file)
{
  Request *request = request_new (self, kept);

  request->file = g_object_ref (file);
  tl_kept_copy_match_async (kept, file, NULL, matched_cb, request);
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL)
    tl_window_merge_into (request->window, request->kept, file);
}

/**
 * tl_window_ask_merge:
 * @self: a window
 * @kept: what was left on this computer
 *
 * Asks into which file its changes are to be merged.
 */
void
tl_window_ask_merge (TlWindow   *self,
                     TlKeptCopy *kept)
{
  g_autoptr (GtkFileDialog) dialog = tl_file_asking_new (_("Merge into a File"), _("Workbooks"), "throughline", NULL);

  gtk_file_dialog_set_accept_label (dialog, _("_Merge"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (self), NULL, file_chosen_cb, request_new (self, kept));
}

/* ── Removing ─────────────────────────────────────────────────────────────── */

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GError) error = NULL;

  if (!tl_kept_copy_remove_finish (request->kept, result, &error))
    tl_window_show_error (request->window, _("Can’t Remove"), error->message);
  tl_start_page_refresh (TL_START_PAGE (tl_deferred_bin_ensure (request->window->start_bin)));
}

static void
remove_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (Request) request = user_data;

  if (g_strcmp0 (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result), "remove") != 0)
    return;
  tl_kept_copy_remove_async (request->kept, NULL, removed_cb, request);
  g_steal_pointer (&request);
}

/**
 * tl_window_ask_remove:
 * @self: a window
 * @kept: what was left on this computer
 *
 * Says what would be lost, and removes it if that is wanted.
 */
void
tl_window_ask_remove (TlWindow   *self,
                      TlKeptCopy *kept)
{
  g_autofree char *name = tl_kept_row_describe_name (kept), *changes = tl_kept_row_describe_changes (kept);
  /* Translators: a provider's name, and when it was last edited and how many changes no file has */
  g_autofree char *body = g_strdup_printf (_("%s: %s. This is in no file, and removing it can’t be undone."), name,
                                           changes);
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Remove These Changes?"), body));

  adw_alert_dialog_add_responses (dialog, "cancel", _("_Cancel"), "remove", _("_Remove"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "remove", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (dialog, "cancel");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_choose (dialog, GTK_WIDGET (self), NULL, remove_chosen_cb, request_new (self, kept));
}

/* ── Closing ──────────────────────────────────────────────────────────────── */

static void
settled_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TlWindow) self = user_data;

  self->settled = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

/**
 * tl_window_settle_typing:
 * @self: a window that is to be closed
 *
 * Keeps what is being typed, before anything else is asked; the window then closes once more.
 *
 * Returns: whether closing waits for that
 */
gboolean
tl_window_settle_typing (TlWindow *self)
{
  TlTypedNotes *notes = tl_workbook_get_typed (self->workbook);
  gboolean settled = self->settled;

  self->settled = FALSE;
  if (settled || tl_typed_notes_is_empty (notes))
    return FALSE;
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  tl_typed_notes_settle_async (notes, settled_cb, g_object_ref (self));
  return TRUE;
}
