/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-practice-text-row.h"

#include "tl-focus-lead.h"

struct _TlPracticeTextRow
{
  AdwPreferencesRow parent_instance;

  GtkLabel *hint;
  GtkTextView *view;
  GtkTextBuffer *buffer;
};

typedef enum
{
  PROP_HINT = 1,
  N_PROPERTIES
} TlPracticeTextRowProperty;

static GParamSpec *properties[N_PROPERTIES];
static guint changed_signal;

G_DEFINE_FINAL_TYPE (TlPracticeTextRow, tl_practice_text_row, ADW_TYPE_PREFERENCES_ROW)

static void
changed_cb (TlPracticeTextRow *self)
{
  g_signal_emit (self, changed_signal, 0);
}

/* Alt and its letter, or a click on the words, begin to write. */
static gboolean
tl_practice_text_row_grab_focus (GtkWidget *widget)
{
  return tl_focus_lead (widget, GTK_WIDGET (TL_PRACTICE_TEXT_ROW (widget)->view));
}

static void
tl_practice_text_row_get_property (GObject    *object,
                                   guint       id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  switch ((TlPracticeTextRowProperty) id)
    {
    case PROP_HINT:
      g_value_set_string (value, gtk_label_get_label (TL_PRACTICE_TEXT_ROW (object)->hint));
      break;
    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_practice_text_row_set_property (GObject      *object,
                                   guint         id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  TlPracticeTextRow *self = TL_PRACTICE_TEXT_ROW (object);

  switch ((TlPracticeTextRowProperty) id)
    {
    case PROP_HINT:
      gtk_label_set_label (self->hint, g_value_get_string (value) != NULL ? g_value_get_string (value) : "");
      gtk_widget_set_visible (GTK_WIDGET (self->hint), *gtk_label_get_label (self->hint) != '\0');
      break;
    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_practice_text_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_PRACTICE_TEXT_ROW);

  G_OBJECT_CLASS (tl_practice_text_row_parent_class)->dispose (object);
}

static void
tl_practice_text_row_class_init (TlPracticeTextRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tl_practice_text_row_get_property;
  object_class->set_property = tl_practice_text_row_set_property;
  object_class->dispose = tl_practice_text_row_dispose;
  widget_class->grab_focus = tl_practice_text_row_grab_focus;

  /** TlPracticeTextRow:hint: what belongs into it */
  properties[PROP_HINT] = g_param_spec_string ("hint", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  /**
   * TlPracticeTextRow::changed:
   * @self: the row
   *
   * Something was written.
   */
  changed_signal = g_signal_new ("changed", TL_TYPE_PRACTICE_TEXT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/practice/practice-text-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlPracticeTextRow, hint);
  gtk_widget_class_bind_template_child (widget_class, TlPracticeTextRow, view);
  gtk_widget_class_bind_template_child (widget_class, TlPracticeTextRow, buffer);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
tl_practice_text_row_init (TlPracticeTextRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_practice_text_row_dup_text:
 * @self: a row
 *
 * Returns: (transfer full) (nullable): what is written in it, %NULL for nothing
 */
char *
tl_practice_text_row_dup_text (TlPracticeTextRow *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (TL_IS_PRACTICE_TEXT_ROW (self), NULL);

  g_object_get (self->buffer, "text", &text, NULL);
  return text != NULL && *text != '\0' ? g_steal_pointer (&text) : NULL;
}

/**
 * tl_practice_text_row_set_text:
 * @self: a row
 * @text: (nullable): what is to stand in it
 */
void
tl_practice_text_row_set_text (TlPracticeTextRow *self,
                               const char        *text)
{
  g_return_if_fail (TL_IS_PRACTICE_TEXT_ROW (self));

  gtk_text_buffer_set_text (self->buffer, text != NULL ? text : "", -1);
}
