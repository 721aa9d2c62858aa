/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-window-document.h"

#include <glib/gi18n.h>

#include "tl-announcement.h"
#include "tl-giving-way.h"
#include "tl-opening-ahead.h"
#include "tl-recents.h"
#include "tl-window-exchange.h"
#include "tl-window-kept.h"
#include "tl-window-memory.h"
#include "tl-window-private.h"
#include "tl-workbook-commands.h"
#include "tl-workbook-kept.h"

void
tl_window_show_error (TlWindow   *self,
                      const char *heading,
                      const char *body)
{
  AdwDialog *dialog = adw_alert_dialog_new (heading, body);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* ── Opening ──────────────────────────────────────────────────────────────── */

static void
restore_chosen_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autofree char *address = user_data;

  if (g_strcmp0 (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result), "restore") == 0)
    g_action_group_activate_action (G_ACTION_GROUP (tl_application_get ()), "restore-backup",
                                    g_variant_new_string (address));
}

/* What is damaged, or was emptied, may have been sound when this computer last kept a copy of it. */
static void
offer_backup (TlWindow     *self,
              const char   *heading,
              const GError *error)
{
  gboolean damaged = g_error_matches (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT)
                     || g_error_matches (error, TL_STORE_ERROR, TL_STORE_ERROR_NOT_A_WORKBOOK);
  AdwAlertDialog *dialog;

  if (!damaged || self->file == NULL || !g_action_group_has_action (G_ACTION_GROUP (tl_application_get ()), "restore-backup"))
    {
      tl_window_show_error (self, heading, error->message);
      return;
    }
  dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, error->message));
  adw_alert_dialog_add_responses (dialog, "close", _("_Close"), "restore", _("_Restore from Backup…"), NULL);
  adw_alert_dialog_set_default_response (dialog, "restore");
  adw_alert_dialog_set_close_response (dialog, "close");
  adw_alert_dialog_choose (dialog, GTK_WIDGET (self), NULL, restore_chosen_cb, g_file_get_uri (self->file));
}

static void
take_failure (TlWindow     *self,
              const GError *error)
{
  /* Its name may be long, and is in the sentence, which wraps anywhere. */
  const char *heading = self->file != NULL ? _("Can’t Open the Workbook") : _("Can’t Begin a Workbook");

  if (self->goes_on)
    heading = _("Can’t Go On with This");
  self->goes_on = FALSE;
  g_clear_object (&self->to_merge);
  tl_window_take_workbook (self, NULL);
  offer_backup (self, heading, error);
}

static void
let_go_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!tl_workbook_close_finish (TL_WORKBOOK (source), result, &error))
    g_message ("Closing the workbook: %s", error->message);
}

/* It could be opened and listed, but not read to its end. */
void
tl_window_take_reading_failure (TlWindow     *self,
                                const GError *error)
{
  g_autoptr (TlWorkbook) workbook = g_object_ref (self->workbook);
  g_autoptr (GError) reason = g_error_copy (error);

  g_set_object (&self->file, tl_workbook_get_file (workbook));
  tl_workbook_close_async (workbook, let_go_cb, NULL);
  take_failure (self, reason);
  g_clear_object (&self->file);
}

/* Two ways may lead to one file, such as a link and what it points to; that is known only once it has been looked at. */
static gboolean
present_other (TlWindow   *self,
               TlWorkbook *workbook)
{
  TlWindow *other = tl_application_find_address (tl_application_get (), tl_workbook_get_address (workbook));

  if (other == NULL || other == self)
    return FALSE;
  tl_workbook_close_async (workbook, let_go_cb, NULL);
  tl_window_take_workbook (self, NULL);
  gtk_window_present (GTK_WINDOW (other));
  if (self->to_merge != NULL)
    tl_window_merge_kept (other, self->to_merge);
  g_clear_object (&self->to_merge);
  /* One that nobody has seen yet has nothing to close. */
  gtk_window_destroy (GTK_WINDOW (self));
  return TRUE;
}

/* A window that was there before stays where it is among the others. */
static void
present_now (TlWindow *self)
{
  if (self->presenting == 0)
    return;
  g_clear_handle_id (&self->presenting, g_source_remove);
  gtk_window_present (GTK_WINDOW (self));
}

/* So that it is found again at the next start. */
static void
note_recent (TlWindow *self)
{
  GFile *file = self->workbook != NULL ? tl_workbook_get_file (self->workbook) : NULL;

  if (file != NULL)
    tl_recents_add (file, tl_workbook_get_provider (self->workbook));
}

/* The list of what was open last is of all programs and may be long; it is read and written after the first frame. */
static void
note_recent_cb (gpointer user_data)
{
  g_autoptr (TlWindow) self = user_data;

  note_recent (self);
}

static void
painted_cb (GdkFrameClock *clock)
{
  g_signal_handlers_disconnect_by_func (clock, painted_cb, NULL);
  tl_giving_way_end ();
}

/* What is there already is painted before everything else is read. */
static void
show_outline (TlWindow   *self,
              TlWorkbook *workbook)
{
  tl_giving_way_begin ();
  tl_window_take_workbook (self, workbook);
  present_now (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    g_signal_connect_after (gtk_widget_get_frame_clock (GTK_WIDGET (self)), "after-paint", G_CALLBACK (painted_cb), NULL);
  else
    tl_giving_way_end ();
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TlWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlWorkbook) workbook = tl_workbook_open_finish (result, &error);

  if (self->opening == NULL && workbook != NULL)
    tl_workbook_close_async (workbook, let_go_cb, NULL);
  if (self->opening == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->opening);

  if (error != NULL)
    {
      present_now (self);
      take_failure (self, error);
    }
  else if (!present_other (self, workbook))
    {
      if (tl_workbook_get_assessment (workbook) == NULL)
        show_outline (self, workbook);
      else
        {
          tl_window_take_workbook (self, workbook);
          present_now (self);
        }
      g_idle_add_once (note_recent_cb, g_object_ref (self));
      if (tl_window_is_concluded (self))
        tl_window_go_on (self);
    }
  g_clear_object (&self->file);
}

static void
patience_cb (gpointer user_data)
{
  TlWindow *self = user_data;

  self->presenting = 0;
  gtk_window_present (GTK_WINDOW (self));
}

/**
 * tl_window_present_soon:
 * @self: a window that is opening a workbook
 *
 * Shows the window with its workbook, or that it is being opened once that takes half a second: what is shown for less
 * is only painted twice.
 */
void
tl_window_present_soon (TlWindow *self)
{
  g_return_if_fail (TL_IS_WINDOW (self));

  if (self->opening == NULL || gtk_widget_get_visible (GTK_WIDGET (self)))
    gtk_window_present (GTK_WINDOW (self));
  else if (self->presenting == 0)
    self->presenting = g_timeout_add_once (TL_WINDOW_PATIENCE, patience_cb, self);
}

/* What is begun is written into at once, so that nothing is shown of it before. */
static void
begin_opening (TlWindow            *self,
               TlStoreOrigin        origin,
               GFile               *file,
               GAsyncReadyCallback  callback)
{
  TlIdSource *ids = tl_application_get_ids (tl_application_get ());

  g_clear_object (&self->opening);
  g_set_object (&self->file, file);
  gtk_stack_set_visible_child_name (self->stack, "opening");
  g_object_ref (self);
  if (tl_opening_ahead_claim (origin, file, &self->opening, callback, self))
    return;
  self->opening = g_cancellable_new ();
  if (origin == TL_STORE_ORIGIN_NEW)
    tl_workbook_open_async (origin, file, ids, self->opening, callback, self);
  else
    tl_workbook_open_outline_async (origin, file, ids,
                                    tl_window_memory_get_last_look (tl_application_get_settings (tl_application_get ())),
                                    self->opening, callback, self);
}

/**
 * tl_window_open:
 * @self: an empty window
 * @file: a workbook
 *
 * Opens a workbook; one that came with the program as an untitled copy.
 */
void
tl_window_open (TlWindow *self,
                GFile    *file)
{
  gboolean sample;

  g_return_if_fail (TL_IS_WINDOW (self));
  g_return_if_fail (tl_window_is_empty (self));
  g_return_if_fail (G_IS_FILE (file));

  sample = tl_application_is_sample (tl_application_get (), file);
  begin_opening (self, sample ? TL_STORE_ORIGIN_COPY : TL_STORE_ORIGIN_FILE, file, opened_cb);
}

/**
 * tl_window_open_copy:
 * @self: an empty window
 * @file: a workbook
 *
 * Opens an untitled copy of a workbook.
 */
void
tl_window_open_copy (TlWindow *self,
                     GFile    *file)
{
  g_return_if_fail (TL_IS_WINDOW (self));
  g_return_if_fail (tl_window_is_empty (self));
  g_return_if_fail (G_IS_FILE (file));

  begin_opening (self, TL_STORE_ORIGIN_COPY, file, opened_cb);
}

/* Goes on with a working copy that was left, which has no file until somebody says where. */
void
tl_window_open_kept_copy (TlWindow *self,
                          GFile    *folder)
{
  self->goes_on = TRUE;
  begin_opening (self, TL_STORE_ORIGIN_KEPT, folder, opened_cb);
  g_clear_object (&self->file);
}

/* ── A new one ────────────────────────────────────────────────────────────── */

static void
provider_named_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (TlWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!tl_workbook_apply_finish (TL_WORKBOOK (source), result, &error))
    tl_window_say (self, error->message);
}

static void
begun_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  TlWindow *self = user_data;
  g_autofree char *provider = g_steal_pointer (&self->provider);

  g_object_ref (self);
  opened_cb (source, result, self);
  if (self->workbook != NULL)
    tl_workbook_name_provider_async (self->workbook, provider, NULL, provider_named_cb, g_object_ref (self));
  g_object_unref (self);
}

/**
 * tl_window_begin:
 * @self: an empty window
 * @provider: the provider's name
 *
 * Begins a new, empty workbook.
 */
void
tl_window_begin (TlWindow   *self,
                 const char *provider)
{
  g_return_if_fail (TL_IS_WINDOW (self));
  g_return_if_fail (tl_window_is_empty (self));
  g_return_if_fail (provider != NULL);

  g_set_str (&self->provider, provider);
  begin_opening (self, TL_STORE_ORIGIN_NEW, NULL, begun_cb);
}

static void
begun_import_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (TlWindow) self = g_object_ref (user_data);
  g_autoptr (GFile) file = g_steal_pointer (&self->source);

  opened_cb (source, result, user_data);
  if (self->workbook != NULL)
    tl_window_import (self, file);
}

/* Begins a new workbook with what is to be imported into it. */
void
tl_window_begin_import (TlWindow *self,
                        GFile    *source)
{
  g_return_if_fail (tl_window_is_empty (self));

  g_set_object (&self->source, source);
  begin_opening (self, TL_STORE_ORIGIN_NEW, NULL, begun_import_cb);
}

static void
provider_changed_cb (GtkEditable    *editable,
                     AdwAlertDialog *dialog)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (editable)));
  g_autoptr (GError) error = NULL;
  gboolean fits = tl_workbook_check_line (name, &error);

  adw_alert_dialog_set_response_enabled (dialog, "begin", name[0] != '\0' && fits);
  gtk_accessible_update_state (GTK_ACCESSIBLE (editable), GTK_ACCESSIBLE_STATE_INVALID,
                               fits ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
  if (fits == !gtk_widget_has_css_class (GTK_WIDGET (editable), "error"))
    return;
  if (fits)
    gtk_widget_remove_css_class (GTK_WIDGET (editable), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (editable), "error");
  adw_alert_dialog_set_body (dialog, fits ? _("A workbook belongs to one provider and holds all its locations.")
                                          : error->message);
  if (!fits)
    tl_announce_problem (GTK_WIDGET (editable), error->message);
}

static void
provider_chosen_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (TlWindow) self = user_data;
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (source);
  GtkWidget *entry = gtk_widget_get_first_child (adw_alert_dialog_get_extra_child (dialog));
  g_autofree char *name = NULL;

  if (g_strcmp0 (adw_alert_dialog_choose_finish (dialog, result), "begin") != 0)
    return;
  name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  if (tl_window_is_empty (self))
    tl_window_begin (self, name);
}

void
tl_window_ask_provider (TlWindow *self)
{
  g_autoptr (GtkBuilder) builder =
    gtk_builder_new_from_resource ("/org/throughline/Throughline/start/provider-dialog.ui");
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (gtk_builder_get_object (builder, "dialog"));

  g_signal_connect_object (gtk_builder_get_object (builder, "provider"), "changed", G_CALLBACK (provider_changed_cb),
                           dialog, G_CONNECT_DEFAULT);
  adw_alert_dialog_choose (dialog, GTK_WIDGET (self), NULL, provider_chosen_cb, g_object_ref (self));
}

/* ── Saving ───────────────────────────────────────────────────────────────── */

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (TlWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!tl_workbook_save_finish (TL_WORKBOOK (source), result, &error))
    {
      self->closing = FALSE;
      tl_window_show_error (self, _("Can’t Save There"), error->message);
      return;
    }
  note_recent (self);
  if (self->closing)
    {
      self->closing = FALSE;
      gtk_window_close (GTK_WINDOW (self));
    }
}

static void
save_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (TlWindow) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file == NULL || self->workbook == NULL)
    {
      self->closing = FALSE;
      return;
    }
  tl_workbook_save_async (self->workbook, file, NULL, saved_cb, g_object_ref (self));
}

void
tl_window_save_as (TlWindow *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  const char *provider = tl_workbook_get_provider (self->workbook);
  g_autofree char *name = NULL;

  name = g_strdup_printf ("%s.throughline", provider[0] != '\0' ? provider : _("Workbook"));
  g_strdelimit (name, "/\\:", '-');
  gtk_file_dialog_set_title (dialog, _("Save the Workbook As"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (self), NULL, save_chosen_cb, g_object_ref (self));
}

/* ── Closing ──────────────────────────────────────────────────────────────── */

static void
closed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TlWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!tl_workbook_close_finish (TL_WORKBOOK (source), result, &error))
    g_message ("Closing the workbook: %s", error->message);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* What is opened for a window that is gone is let go of again. */
static void
give_up_opening (TlWindow *self)
{
  g_clear_handle_id (&self->presenting, g_source_remove);
  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
}

static void
close_now (TlWindow *self)
{
  self->closing = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  tl_workbook_close_async (self->workbook, closed_cb, g_object_ref (self));
}

/**
 * tl_window_discard:
 * @self: a window
 *
 * Closes the window without asking and keeps nothing of what was changed in it since it was last saved.
 */
void
tl_window_discard (TlWindow *self)
{
  if (self->workbook == NULL)
    {
      give_up_opening (self);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  self->closing = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  tl_workbook_discard_async (self->workbook, closed_cb, g_object_ref (self));
}

static void
close_chosen_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (TlWindow) self = user_data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_strcmp0 (response, "discard") == 0)
    tl_window_discard (self);
  else if (g_strcmp0 (response, "save") == 0)
    {
      self->closing = TRUE;
      tl_window_save_as (self);
    }
}

static void
ask_before_closing (TlWindow *self)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (
    adw_alert_dialog_new (_("Save This Workbook?"), _("It has no file yet. What you changed is lost without one.")));

  adw_alert_dialog_add_responses (dialog, "cancel", _("_Cancel"), "discard", _("_Don’t Save"), "save", _("_Save…"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "save");
  adw_alert_dialog_choose (dialog, GTK_WIDGET (self), NULL, close_chosen_cb, g_object_ref (self));
}

/* Whether closing must wait: for an answer, or until everything is saved. */
gboolean
tl_window_close (TlWindow *self)
{
  g_autofree char *fingerprint = NULL;

  if (self->workbook == NULL)
    give_up_opening (self);
  if (self->workbook == NULL || self->closing)
    return self->workbook != NULL;
  if (tl_window_settle_typing (self))
    return TRUE;

  fingerprint = tl_workbook_get_fingerprint (self->workbook);
  /* What was left once may be left again, and is offered again at the next start. */
  if (tl_workbook_get_saved_state (self->workbook) == TL_SAVED_STATE_UNTITLED && !self->goes_on &&
      g_strcmp0 (fingerprint, self->fingerprint) != 0)
    ask_before_closing (self);
  else
    close_now (self);
  return TRUE;
}
