/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-day-field.h"

#include "tl-calendar-names.h"
#include "tl-typed-text.h"

struct _TlDayField
{
  TlFieldRow parent_instance;

  GtkText *text;
  GtkMenuButton *calendar_button;
  GtkCalendar *calendar;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (TlDayField, tl_day_field, TL_TYPE_FIELD_ROW)

static void
changed_cb (TlDayField *self)
{
  TlFieldRow *row = TL_FIELD_ROW (self);

  if (tl_field_row_get_draft (row) != NULL && !self->showing)
    tl_draft_set_text (tl_field_row_get_draft (row), tl_field_row_get_column (row),
                       gtk_editable_get_text (GTK_EDITABLE (self->text)));
}

static void day_selected_cb (TlDayField *self);

/* The calendar opens at the day that is typed, else at today. */
static void
calendar_shown_cb (TlDayField *self)
{
  TlFieldRow *row = TL_FIELD_ROW (self);
  TlDraft *draft = tl_field_row_get_draft (row);
  g_autoptr (GDateTime) date = NULL;
  int year, month, day_of_month;
  TlDay day;

  if (draft == NULL)
    return;
  day = tl_draft_get_day (draft, tl_field_row_get_column (row));
  tl_day_split (day != TL_NO_DAY ? day : tl_workbook_get_today (tl_draft_get_workbook (draft)), &year, &month, &day_of_month);
  date = g_date_time_new_local (year, month, day_of_month, 12, 0, 0);
  g_signal_handlers_block_by_func (self->calendar, day_selected_cb, self);
  gtk_calendar_select_day (self->calendar, date);
  g_signal_handlers_unblock_by_func (self->calendar, day_selected_cb, self);
}

static void
day_selected_cb (TlDayField *self)
{
  TlFieldRow *row = TL_FIELD_ROW (self);
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);
  int year, month, day;

  if (tl_field_row_get_draft (row) == NULL)
    return;
  g_date_time_get_ymd (date, &year, &month, &day);
  tl_draft_set_day (tl_field_row_get_draft (row), tl_field_row_get_column (row), tl_day_new (year, month, day));
  gtk_menu_button_popdown (self->calendar_button);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

/* What was understood is written out when the keyboard goes on. */
static void
focus_left_cb (TlDayField *self)
{
  TlFieldRow *row = TL_FIELD_ROW (self);
  TlDraft *draft = tl_field_row_get_draft (row);
  TlDay day = draft != NULL ? tl_draft_get_day (draft, tl_field_row_get_column (row)) : TL_NO_DAY;

  if (day != TL_NO_DAY)
    tl_draft_set_day (draft, tl_field_row_get_column (row), day);
}

static void
tl_day_field_show (TlFieldRow *row)
{
  TlDayField *self = TL_DAY_FIELD (row);
  /* What is shown is cleared first, and what is cleared is told. */
  g_autofree char *text = g_strdup (tl_draft_get_text (tl_field_row_get_draft (row), tl_field_row_get_column (row)));

  if (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->text)), text))
    return;
  self->showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->text), text);
  self->showing = FALSE;
}

static void
tl_day_field_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_DAY_FIELD);

  G_OBJECT_CLASS (tl_day_field_parent_class)->dispose (object);
}

static void
tl_day_field_class_init (TlDayFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_day_field_dispose;
  TL_FIELD_ROW_CLASS (klass)->show = tl_day_field_show;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/editing/day-field.ui");
  gtk_widget_class_bind_template_child (widget_class, TlDayField, text);
  gtk_widget_class_bind_template_child (widget_class, TlDayField, calendar_button);
  gtk_widget_class_bind_template_child (widget_class, TlDayField, calendar);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, calendar_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_left_cb);
}

static void
tl_day_field_init (TlDayField *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tl_calendar_names_set (self->calendar);
  tl_typed_text_guard_line (self->text);
  tl_field_row_set_control (TL_FIELD_ROW (self), GTK_WIDGET (self->text));
}
