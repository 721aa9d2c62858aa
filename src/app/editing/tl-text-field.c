/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-text-field.h"

#include "tl-typed-text.h"

struct _TlTextField
{
  TlFieldRow parent_instance;

  GtkText *text;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (TlTextField, tl_text_field, TL_TYPE_FIELD_ROW)

static void
changed_cb (TlTextField *self)
{
  TlFieldRow *row = TL_FIELD_ROW (self);

  if (tl_field_row_get_draft (row) != NULL && !self->showing)
    tl_draft_set_text (tl_field_row_get_draft (row), tl_field_row_get_column (row),
                       gtk_editable_get_text (GTK_EDITABLE (self->text)));
}

static void
tl_text_field_show (TlFieldRow *row)
{
  TlTextField *self = TL_TEXT_FIELD (row);
  const TlField *field = tl_field_row_get_field (row);
  /* What is shown is cleared first, and what is cleared is told. */
  g_autofree char *text = g_strdup (tl_draft_get_text (tl_field_row_get_draft (row), tl_field_row_get_column (row)));

  if (field->type == TL_FIELD_NUMBER || field->type == TL_FIELD_WHOLE)
    gtk_text_set_input_purpose (self->text, GTK_INPUT_PURPOSE_NUMBER);
  if (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->text)), text))
    return;
  self->showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->text), text);
  self->showing = FALSE;
}

static void
tl_text_field_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_TEXT_FIELD);

  G_OBJECT_CLASS (tl_text_field_parent_class)->dispose (object);
}

static void
tl_text_field_class_init (TlTextFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_text_field_dispose;
  TL_FIELD_ROW_CLASS (klass)->show = tl_text_field_show;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/editing/text-field.ui");
  gtk_widget_class_bind_template_child (widget_class, TlTextField, text);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
tl_text_field_init (TlTextField *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tl_typed_text_guard_line (self->text);
  tl_field_row_set_control (TL_FIELD_ROW (self), GTK_WIDGET (self->text));
}
