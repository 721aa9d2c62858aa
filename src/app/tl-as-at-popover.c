/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-as-at-popover.h"

#include "tl-announcement.h"
#include "tl-calendar-names.h"
#include "tl-workbook.h"

struct _TlAsAtPopover
{
  GtkPopover parent_instance;

  GtkCalendar *calendar;
  GtkWidget *later_label;

  TlWorkbook *workbook;
  gboolean showing;
};

typedef enum
{
  PROP_WORKBOOK = 1,
} TlAsAtPopoverProperty;

static GParamSpec *properties[PROP_WORKBOOK + 1];

G_DEFINE_FINAL_TYPE (TlAsAtPopover, tl_as_at_popover, GTK_TYPE_POPOVER)

static void
show_day (TlAsAtPopover *self)
{
  g_autoptr (GDateTime) date = NULL;
  int year, month, day;

  if (self->workbook == NULL)
    return;
  tl_day_split (tl_workbook_get_as_at (self->workbook), &year, &month, &day);
  date = g_date_time_new_local (year, month, day, 12, 0, 0);
  self->showing = TRUE;
  gtk_calendar_select_day (self->calendar, date);
  self->showing = FALSE;
}

static void
day_selected_cb (TlAsAtPopover *self)
{
  g_autoptr (GDateTime) date = NULL;
  int year, month, day;
  TlDay chosen;

  if (self->showing || self->workbook == NULL)
    return;
  date = gtk_calendar_get_date (self->calendar);
  g_date_time_get_ymd (date, &year, &month, &day);
  chosen = tl_day_new (year, month, day);
  gtk_widget_set_visible (self->later_label, chosen > tl_workbook_get_today (self->workbook));
  /* Nothing has happened yet on a day that is still to come. */
  if (chosen <= tl_workbook_get_today (self->workbook))
    tl_workbook_set_as_at (self->workbook, chosen);
  else
    tl_announce_problem (self->later_label, gtk_label_get_label (GTK_LABEL (self->later_label)));
}

static void
tl_as_at_popover_map (GtkWidget *widget)
{
  show_day (TL_AS_AT_POPOVER (widget));
  gtk_widget_set_visible (TL_AS_AT_POPOVER (widget)->later_label, FALSE);

  GTK_WIDGET_CLASS (tl_as_at_popover_parent_class)->map (widget);
}

static void
tl_as_at_popover_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch ((TlAsAtPopoverProperty) id)
    {
    case PROP_WORKBOOK:
      g_value_set_object (value, TL_AS_AT_POPOVER (object)->workbook);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_as_at_popover_set_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  TlAsAtPopover *self = TL_AS_AT_POPOVER (object);

  switch ((TlAsAtPopoverProperty) id)
    {
    case PROP_WORKBOOK:
      if (g_set_object (&self->workbook, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_as_at_popover_dispose (GObject *object)
{
  TlAsAtPopover *self = TL_AS_AT_POPOVER (object);

  g_clear_object (&self->workbook);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_AS_AT_POPOVER);

  G_OBJECT_CLASS (tl_as_at_popover_parent_class)->dispose (object);
}

static void
tl_as_at_popover_class_init (TlAsAtPopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tl_as_at_popover_get_property;
  object_class->set_property = tl_as_at_popover_set_property;
  object_class->dispose = tl_as_at_popover_dispose;
  widget_class->map = tl_as_at_popover_map;

  /**
   * TlAsAtPopover:workbook:
   *
   * The workbook whose day it chooses.
   */
  properties[PROP_WORKBOOK] = g_param_spec_object ("workbook", NULL, NULL, TL_TYPE_WORKBOOK,
                                                   G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/as-at-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, TlAsAtPopover, calendar);
  gtk_widget_class_bind_template_child (widget_class, TlAsAtPopover, later_label);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
}

static void
tl_as_at_popover_init (TlAsAtPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tl_calendar_names_set (self->calendar);
}
