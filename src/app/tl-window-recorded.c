/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-window-recorded.h"

#include <glib/gi18n.h>

#include "tl-recorded-dialog.h"
#include "tl-window-private.h"
#include "tl-workbook-recorded.h"

/* Reading that takes longer than this says so, in milliseconds. */
#define PATIENCE 500

typedef struct
{
  TlWindow *window;
  GCancellable *cancellable;
  guint timeout;
  AdwDialog *dialog;
} Reading;

static void
response_cb (AdwAlertDialog *dialog,
             const char     *response,
             GCancellable   *cancellable)
{
  g_cancellable_cancel (cancellable);
}

static void
say_reading (gpointer user_data)
{
  Reading *reading = user_data;
  AdwDialog *dialog = adw_alert_dialog_new (_("Reading What Was Recorded"), NULL);
  GtkWidget *spinner = adw_spinner_new ();

  reading->timeout = 0;
  gtk_widget_set_size_request (spinner, 32, 32);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), spinner);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"));
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), reading->cancellable, G_CONNECT_DEFAULT);
  g_set_object (&reading->dialog, dialog);
  adw_dialog_present (dialog, GTK_WIDGET (reading->window));
}

static void
reading_free (Reading *reading)
{
  g_clear_handle_id (&reading->timeout, g_source_remove);
  if (reading->dialog != NULL)
    adw_dialog_force_close (reading->dialog);
  g_clear_object (&reading->dialog);
  g_object_unref (reading->cancellable);
  g_object_unref (reading->window);
  g_free (reading);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Reading *reading = user_data;
  g_autoptr (TlWindow) self = g_object_ref (reading->window);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlWorkbook) past = tl_workbook_load_recorded_finish (TL_WORKBOOK (source), result, &error);

  reading_free (reading);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->workbook == NULL)
    return;
  if (past != NULL)
    tl_window_show_past (self, past);
  else
    tl_window_say (self, error->message);
}

/**
 * tl_window_show_recorded:
 * @self: a window with a workbook
 * @moment: a moment, in milliseconds since 1970, UTC
 *
 * Reads and shows the workbook as it was recorded then.
 */
void
tl_window_show_recorded (TlWindow *self,
                         gint64    moment)
{
  Reading *reading;

  g_return_if_fail (TL_IS_WINDOW (self));
  g_return_if_fail (self->workbook != NULL);

  reading = g_new0 (Reading, 1);
  reading->window = g_object_ref (self);
  reading->cancellable = g_cancellable_new ();
  reading->timeout = g_timeout_add_once (PATIENCE, say_reading, reading);
  tl_workbook_load_recorded_async (self->workbook, moment, reading->cancellable, read_cb, reading);
}

/**
 * tl_window_ask_recorded:
 * @self: a window with a workbook
 *
 * Asks as recorded on which day and time the workbook is to be shown.
 */
void
tl_window_ask_recorded (TlWindow *self)
{
  gint64 moment;

  g_return_if_fail (TL_IS_WINDOW (self));
  g_return_if_fail (self->workbook != NULL);

  moment = tl_workbook_is_past (self->workbook) ? tl_workbook_get_recorded_on (self->workbook)
                                                : tl_workbook_get_recorded (self->workbook);
  adw_dialog_present (ADW_DIALOG (tl_recorded_dialog_new (self->workbook, moment)), GTK_WIDGET (self));
}

/* Every view takes the other workbook as it takes any, with the same risk in hand as far as it was there. */
static void
swap (TlWindow   *self,
      TlWorkbook *workbook)
{
  gboolean has_risk = self->risk != NULL;
  const TlId risk = has_risk ? *tl_record_get_id (TL_RECORD (self->risk)) : (TlId) { { 0 } };

  tl_window_set_workbook (self, workbook);
  if (has_risk)
    g_object_set (self, "risk", tl_workbook_find_risk (workbook, &risk), NULL);
}

/**
 * tl_window_show_past:
 * @self: a window with a workbook
 * @past: what its workbook was recorded as
 *
 * Shows a workbook as it was recorded, in all views, until now is shown again.
 */
void
tl_window_show_past (TlWindow   *self,
                     TlWorkbook *past)
{
  g_return_if_fail (TL_IS_WINDOW (self));
  g_return_if_fail (TL_IS_WORKBOOK (past));
  g_return_if_fail (self->workbook != NULL);

  if (tl_workbook_get_present (past) != tl_workbook_get_present (self->workbook))
    return;
  swap (self, past);
  /* Whoever asks for it in the history wants to see the workbook. */
  if (g_strcmp0 (self->view, "history") == 0)
    tl_window_show_view (self, "risks");
}

/**
 * tl_window_show_now:
 * @self: a window
 *
 * Shows the workbook as it is.
 */
void
tl_window_show_now (TlWindow *self)
{
  g_return_if_fail (TL_IS_WINDOW (self));

  if (self->workbook != NULL && tl_workbook_is_past (self->workbook))
    {
      g_autoptr (TlWorkbook) present = g_object_ref (tl_workbook_get_present (self->workbook));

      swap (self, present);
    }
}
