/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-switch-field.h"

struct _TlSwitchField
{
  TlFieldRow parent_instance;

  GtkSwitch *answer;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (TlSwitchField, tl_switch_field, TL_TYPE_FIELD_ROW)

static void
active_cb (TlSwitchField *self)
{
  TlFieldRow *row = TL_FIELD_ROW (self);

  if (tl_field_row_get_draft (row) != NULL && !self->showing)
    tl_draft_set_word (tl_field_row_get_draft (row), tl_field_row_get_column (row),
                       gtk_switch_get_active (self->answer) ? TL_FLAG_YES : TL_FLAG_NO);
}

static void
tl_switch_field_show (TlFieldRow *row)
{
  TlSwitchField *self = TL_SWITCH_FIELD (row);

  self->showing = TRUE;
  gtk_switch_set_active (self->answer,
                         tl_draft_get_word (tl_field_row_get_draft (row), tl_field_row_get_column (row)) == TL_FLAG_YES);
  self->showing = FALSE;
}

static void
tl_switch_field_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_SWITCH_FIELD);

  G_OBJECT_CLASS (tl_switch_field_parent_class)->dispose (object);
}

static void
tl_switch_field_class_init (TlSwitchFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_switch_field_dispose;
  TL_FIELD_ROW_CLASS (klass)->show = tl_switch_field_show;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/editing/switch-field.ui");
  gtk_widget_class_bind_template_child (widget_class, TlSwitchField, answer);
  gtk_widget_class_bind_template_callback (widget_class, active_cb);
}

static void
tl_switch_field_init (TlSwitchField *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tl_field_row_set_control (TL_FIELD_ROW (self), GTK_WIDGET (self->answer));
}
