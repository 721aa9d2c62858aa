/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-recorded-dialog.h"

#include <glib/gi18n.h>

#include "tl-calendar-names.h"
#include "tl-day-text.h"
#include "tl-format.h"
#include "tl-problem-mark.h"
#include "tl-window.h"
#include "tl-window-recorded.h"
#include "tl-workbook-recorded.h"

/* Whoever gives a minute means what was written down in it too. */
#define REST_OF_MINUTE 59999

struct _TlRecordedDialog
{
  AdwDialog parent_instance;

  AdwEntryRow *day_row;
  GtkMenuButton *calendar_button;
  GtkCalendar *calendar;
  AdwEntryRow *time_row;
  GtkLabel *problem;
  AdwSpinner *spinner;

  TlWorkbook *workbook;
  GCancellable *loading;
};

G_DEFINE_FINAL_TYPE (TlRecordedDialog, tl_recorded_dialog, ADW_TYPE_DIALOG)

/* Marks the field that is wrong, and takes the mark off the other: both have the same label. */
static void
say_problem (TlRecordedDialog *self,
             AdwEntryRow      *row,
             const char       *problem)
{
  tl_problem_mark (GTK_WIDGET (self->day_row), GTK_WIDGET (self->day_row), self->problem, NULL);
  tl_problem_mark (GTK_WIDGET (self->time_row), GTK_WIDGET (self->time_row), self->problem, NULL);
  if (row == NULL)
    return;
  tl_problem_mark (GTK_WIDGET (row), GTK_WIDGET (row), self->problem, problem);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
set_loading (TlRecordedDialog *self,
             gboolean          loading)
{
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), loading);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "recorded.show", !loading);
}

/* "9:05", "09.05" or "0905". */
static gboolean
parse_time (const char *text,
            int        *hour,
            int        *minute)
{
  g_autoptr (GRegex) regex = g_regex_new ("^\\s*([0-9]{1,2})[:.]?([0-9]{2})\\s*$", G_REGEX_DEFAULT, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *hours = NULL, *minutes = NULL;

  if (!g_regex_match (regex, text, 0, &match))
    return FALSE;
  hours = g_match_info_fetch (match, 1);
  minutes = g_match_info_fetch (match, 2);
  *hour = (int) g_ascii_strtoll (hours, NULL, 10);
  *minute = (int) g_ascii_strtoll (minutes, NULL, 10);
  return *hour < 24 && *minute < 60;
}

/* The end of the minute that was given; where that is none, it is said why. */
static gboolean
get_moment (TlRecordedDialog *self,
            gint64           *moment)
{
  gint64 latest = MAX (g_get_real_time () / 1000, tl_workbook_get_recorded (tl_workbook_get_present (self->workbook)));
  TlDay day = tl_day_text_parse (gtk_editable_get_text (GTK_EDITABLE (self->day_row)), tl_day_today ());
  g_autoptr (GDateTime) local = NULL;
  int year, month, day_of_month, hour, minute;

  if (day == TL_NO_DAY)
    {
      say_problem (self, self->day_row, _("This isn’t a day. Write it as 9 June 2026, or as 2026-06-09."));
      return FALSE;
    }
  if (!parse_time (gtk_editable_get_text (GTK_EDITABLE (self->time_row)), &hour, &minute))
    {
      say_problem (self, self->time_row, _("Give the time as hours and minutes, such as 09:30 or 17:05."));
      return FALSE;
    }
  tl_day_split (day, &year, &month, &day_of_month);
  local = g_date_time_new_local (year, month, day_of_month, hour, minute, 0);
  /* A clock that was fast has written down what is still to come. */
  if (local == NULL || g_date_time_to_unix (local) * 1000 > latest)
    {
      say_problem (self, self->day_row, _("That moment is still to come. Choose one that has passed."));
      return FALSE;
    }
  *moment = g_date_time_to_unix (local) * 1000 + REST_OF_MINUTE;
  return TRUE;
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TlRecordedDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlWorkbook) past = tl_workbook_load_recorded_finish (TL_WORKBOOK (source), result, &error);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_clear_object (&self->loading);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || root == NULL)
    return;
  set_loading (self, FALSE);
  if (past == NULL)
    {
      say_problem (self, self->day_row, error->message);
      return;
    }
  if (TL_IS_WINDOW (root))
    tl_window_show_past (TL_WINDOW (root), past);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
show_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  TlRecordedDialog *self = TL_RECORDED_DIALOG (widget);
  gint64 moment;

  if (!get_moment (self, &moment))
    return;
  say_problem (self, NULL, NULL);
  set_loading (self, TRUE);
  self->loading = g_cancellable_new ();
  tl_workbook_load_recorded_async (self->workbook, moment, self->loading, loaded_cb, g_object_ref (self));
}

static void
changed_cb (TlRecordedDialog *self)
{
  say_problem (self, NULL, NULL);
}

static void
day_selected_cb (TlRecordedDialog *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);
  g_autofree char *text = NULL;
  int year, month, day;

  g_date_time_get_ymd (date, &year, &month, &day);
  text = tl_format_day_long (tl_day_new (year, month, day));
  gtk_editable_set_text (GTK_EDITABLE (self->day_row), text);
  gtk_menu_button_popdown (self->calendar_button);
}

static void
tl_recorded_dialog_closed (AdwDialog *dialog)
{
  TlRecordedDialog *self = TL_RECORDED_DIALOG (dialog);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
}

static void
tl_recorded_dialog_dispose (GObject *object)
{
  TlRecordedDialog *self = TL_RECORDED_DIALOG (object);

  g_clear_object (&self->loading);
  g_clear_object (&self->workbook);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_RECORDED_DIALOG);

  G_OBJECT_CLASS (tl_recorded_dialog_parent_class)->dispose (object);
}

static void
tl_recorded_dialog_class_init (TlRecordedDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_recorded_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = tl_recorded_dialog_closed;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/history/recorded-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TlRecordedDialog, day_row);
  gtk_widget_class_bind_template_child (widget_class, TlRecordedDialog, calendar_button);
  gtk_widget_class_bind_template_child (widget_class, TlRecordedDialog, calendar);
  gtk_widget_class_bind_template_child (widget_class, TlRecordedDialog, time_row);
  gtk_widget_class_bind_template_child (widget_class, TlRecordedDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, TlRecordedDialog, spinner);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_install_action (widget_class, "recorded.show", NULL, show_cb);
}

static void
tl_recorded_dialog_init (TlRecordedDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tl_calendar_names_set (self->calendar);
}

/**
 * tl_recorded_dialog_new:
 * @workbook: a workbook, or what it was recorded as
 * @moment: where to begin, in milliseconds since 1970, UTC
 *
 * Returns: (transfer floating): a dialog that asks for a past moment
 */
TlRecordedDialog *
tl_recorded_dialog_new (TlWorkbook *workbook,
                        gint64      moment)
{
  TlRecordedDialog *self = g_object_new (TL_TYPE_RECORDED_DIALOG, NULL);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (moment / 1000);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);
  g_autofree char *time = g_date_time_format (local, "%H:%M");

  self->workbook = g_object_ref (workbook);
  gtk_calendar_select_day (self->calendar, local);
  day_selected_cb (self);
  gtk_editable_set_text (GTK_EDITABLE (self->time_row), time);
  return self;
}
