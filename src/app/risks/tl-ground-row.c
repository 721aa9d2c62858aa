/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-ground-row.h"

#include "tl-fitted-text.h"
#include "tl-row-layout.h"

struct _TlGroundRow
{
  GtkBox parent_instance;

  GtkWidget *text_label;
  GtkWidget *detail_label;

  char *text;
  char *detail;
};

typedef enum
{
  PROP_TEXT = 1,
  PROP_DETAIL,
} TlGroundRowProperty;

static GParamSpec *properties[PROP_DETAIL + 1];

G_DEFINE_FINAL_TYPE (TlGroundRow, tl_ground_row, GTK_TYPE_BOX)

static void
tl_ground_row_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  TlGroundRow *self = TL_GROUND_ROW (object);

  switch ((TlGroundRowProperty) id)
    {
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_DETAIL:
      g_value_set_string (value, self->detail);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_ground_row_set_property (GObject      *object,
                            guint         id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  TlGroundRow *self = TL_GROUND_ROW (object);
  gboolean is_text = (TlGroundRowProperty) id == PROP_TEXT;
  GtkWidget *label = is_text ? self->text_label : self->detail_label;
  const char *text = g_value_get_string (value);
  g_autofree char *fitted = tl_fitted_text (text, TL_FITTED_ROW);

  if (!g_set_str (is_text ? &self->text : &self->detail, text))
    return;
  gtk_label_set_label (GTK_LABEL (label), fitted);
  gtk_widget_set_visible (label, text != NULL && text[0] != '\0');
  g_object_notify_by_pspec (object, pspec);
}

static void
tl_ground_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_GROUND_ROW);

  G_OBJECT_CLASS (tl_ground_row_parent_class)->dispose (object);
}

static void
tl_ground_row_finalize (GObject *object)
{
  TlGroundRow *self = TL_GROUND_ROW (object);

  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->detail, g_free);

  G_OBJECT_CLASS (tl_ground_row_parent_class)->finalize (object);
}

static void
tl_ground_row_class_init (TlGroundRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tl_ground_row_get_property;
  object_class->set_property = tl_ground_row_set_property;
  object_class->dispose = tl_ground_row_dispose;
  object_class->finalize = tl_ground_row_finalize;

  /**
   * TlGroundRow:text:
   *
   * What it says.
   */
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  /**
   * TlGroundRow:detail:
   *
   * What supports that.
   */
  properties[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (TL_TYPE_ROW_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/risks/ground-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlGroundRow, text_label);
  gtk_widget_class_bind_template_child (widget_class, TlGroundRow, detail_label);
}

static void
tl_ground_row_init (TlGroundRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (self->text_label, FALSE);
  gtk_widget_set_visible (self->detail_label, FALSE);
}

/**
 * tl_ground_row_new:
 * @mark: (transfer floating) (nullable): what stands before it
 * @text: (nullable): what it says
 * @detail: (nullable): what supports that
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
tl_ground_row_new (GtkWidget  *mark,
                   const char *text,
                   const char *detail)
{
  TlGroundRow *self = g_object_new (TL_TYPE_GROUND_ROW, "text", text, "detail", detail, NULL);

  if (mark != NULL)
    gtk_box_prepend (GTK_BOX (self), mark);
  return GTK_WIDGET (self);
}

/**
 * tl_ground_row_new_link:
 * @mark: (transfer floating) (nullable): what stands before it
 * @text: (nullable): what it says
 * @detail: (nullable): what supports that
 * @action: the action that opens what it speaks of
 * @target: (transfer floating) (nullable): what that is
 *
 * Returns: (transfer floating): a row that can be pressed
 */
GtkWidget *
tl_ground_row_new_link (GtkWidget  *mark,
                        const char *text,
                        const char *detail,
                        const char *action,
                        GVariant   *target)
{
  GtkWidget *button = gtk_button_new ();
  g_autofree char *name = detail != NULL && text != NULL ? g_strdup_printf ("%s, %s", text, detail)
                                                         : g_strdup (text != NULL ? text : detail);

  gtk_button_set_child (GTK_BUTTON (button), tl_ground_row_new (mark, text, detail));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "ground-link");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}
