/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-privacy-note.h"

#include "tl-announcement.h"
#include "tl-application.h"
#include "tl-privacy.h"

struct _TlPrivacyNote
{
  GtkBox parent_instance;

  GtkLabel *label;

  /* A GtkEditable or a GtkTextView. */
  GtkWidget *field;
  GSignalGroup *signals;
};

typedef enum
{
  PROP_FIELD = 1,
} TlPrivacyNoteProperty;

static GParamSpec *properties[PROP_FIELD + 1];

G_DEFINE_FINAL_TYPE (TlPrivacyNote, tl_privacy_note, GTK_TYPE_BOX)

static char *
dup_text (TlPrivacyNote *self)
{
  GtkTextBuffer *buffer = NULL;
  GtkTextIter start, end;

  if (self->field == NULL)
    return NULL;
  if (GTK_IS_EDITABLE (self->field))
    return gtk_editable_get_chars (GTK_EDITABLE (self->field), 0, -1);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->field));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static gboolean
is_wanted (void)
{
  TlApplication *application = tl_application_get ();

  return application == NULL || g_settings_get_boolean (tl_application_get_settings (application), "privacy-warnings");
}

static void
update (TlPrivacyNote *self)
{
  g_autofree char *text = dup_text (self);
  const char *warning = is_wanted () ? tl_privacy_warn (text) : NULL;

  if (g_strcmp0 (gtk_label_get_label (self->label), warning != NULL ? warning : "") == 0)
    return;
  gtk_label_set_label (self->label, warning != NULL ? warning : "");
  gtk_widget_set_visible (GTK_WIDGET (self), warning != NULL);
  if (warning != NULL)
    tl_announce (GTK_WIDGET (self), warning);
}

static void
tl_privacy_note_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch ((TlPrivacyNoteProperty) id)
    {
    case PROP_FIELD:
      g_value_set_object (value, TL_PRIVACY_NOTE (object)->field);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_privacy_note_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  switch ((TlPrivacyNoteProperty) id)
    {
    case PROP_FIELD:
      tl_privacy_note_set_field (TL_PRIVACY_NOTE (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_privacy_note_dispose (GObject *object)
{
  TlPrivacyNote *self = TL_PRIVACY_NOTE (object);

  g_clear_object (&self->signals);
  g_clear_weak_pointer (&self->field);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_PRIVACY_NOTE);

  G_OBJECT_CLASS (tl_privacy_note_parent_class)->dispose (object);
}

static void
tl_privacy_note_class_init (TlPrivacyNoteClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tl_privacy_note_get_property;
  object_class->set_property = tl_privacy_note_set_property;
  object_class->dispose = tl_privacy_note_dispose;

  /**
   * TlPrivacyNote:field:
   *
   * The field whose text it reads: a #GtkEditable, or a #GtkTextView that keeps its buffer.
   */
  properties[PROP_FIELD] = g_param_spec_object ("field", NULL, NULL, GTK_TYPE_WIDGET,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/widgets/privacy-note.ui");
  gtk_widget_class_bind_template_child (widget_class, TlPrivacyNote, label);
}

static void
tl_privacy_note_init (TlPrivacyNote *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_privacy_note_new:
 * @field: a #GtkEditable or a #GtkTextView
 *
 * Returns: (transfer floating): a note that stands beneath the field
 */
GtkWidget *
tl_privacy_note_new (GtkWidget *field)
{
  return g_object_new (TL_TYPE_PRIVACY_NOTE, "field", field, NULL);
}

/**
 * tl_privacy_note_set_field:
 * @self: a note
 * @field: (nullable): a #GtkEditable, or a #GtkTextView that keeps its buffer
 *
 * Reads the text of another field.
 */
void
tl_privacy_note_set_field (TlPrivacyNote *self,
                           GtkWidget     *field)
{
  g_return_if_fail (TL_IS_PRIVACY_NOTE (self));
  g_return_if_fail (field == NULL || GTK_IS_EDITABLE (field) || GTK_IS_TEXT_VIEW (field));

  if (!g_set_weak_pointer (&self->field, field))
    return;
  g_clear_object (&self->signals);
  if (field != NULL)
    {
      gboolean editable = GTK_IS_EDITABLE (field);

      self->signals = g_signal_group_new (editable ? GTK_TYPE_EDITABLE : GTK_TYPE_TEXT_BUFFER);
      g_signal_group_connect_swapped (self->signals, "changed", G_CALLBACK (update), self);
      g_signal_group_set_target (self->signals, editable ? (gpointer) field
                                                         : gtk_text_view_get_buffer (GTK_TEXT_VIEW (field)));
    }
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIELD]);
}
