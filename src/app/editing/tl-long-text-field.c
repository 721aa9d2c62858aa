/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-long-text-field.h"

#include "tl-typed-text.h"

struct _TlLongTextField
{
  TlFieldRow parent_instance;

  GtkTextView *view;
  GtkTextBuffer *buffer;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (TlLongTextField, tl_long_text_field, TL_TYPE_FIELD_ROW)

static char *
get_text (TlLongTextField *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

static void
changed_cb (TlLongTextField *self)
{
  TlFieldRow *row = TL_FIELD_ROW (self);
  g_autofree char *text = get_text (self);

  if (tl_field_row_get_draft (row) != NULL && !self->showing)
    tl_draft_set_text (tl_field_row_get_draft (row), tl_field_row_get_column (row), text);
}

static void
tl_long_text_field_show (TlFieldRow *row)
{
  TlLongTextField *self = TL_LONG_TEXT_FIELD (row);
  /* What is shown is cleared first, and what is cleared is told. */
  g_autofree char *text = g_strdup (tl_draft_get_text (tl_field_row_get_draft (row), tl_field_row_get_column (row)));
  g_autofree char *now = get_text (self);

  if (g_str_equal (now, text))
    return;
  /* What was there before can't be brought back by undoing in the field. */
  self->showing = TRUE;
  gtk_text_buffer_begin_irreversible_action (self->buffer);
  gtk_text_buffer_set_text (self->buffer, text, -1);
  gtk_text_buffer_end_irreversible_action (self->buffer);
  self->showing = FALSE;
}

static void
tl_long_text_field_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_LONG_TEXT_FIELD);

  G_OBJECT_CLASS (tl_long_text_field_parent_class)->dispose (object);
}

static void
tl_long_text_field_class_init (TlLongTextFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_long_text_field_dispose;
  TL_FIELD_ROW_CLASS (klass)->show = tl_long_text_field_show;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/editing/long-text-field.ui");
  gtk_widget_class_bind_template_child (widget_class, TlLongTextField, view);
  gtk_widget_class_bind_template_child (widget_class, TlLongTextField, buffer);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
tl_long_text_field_init (TlLongTextField *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tl_typed_text_guard_buffer (self->buffer);
  tl_field_row_set_control (TL_FIELD_ROW (self), GTK_WIDGET (self->view));
}
