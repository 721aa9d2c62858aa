/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-more-fields.h"

struct _TlMoreFields
{
  GtkBox parent_instance;

  GtkToggleButton *button;
  GtkImage *image;
  GtkLabel *label;
};

typedef enum
{
  PROP_LABEL = 1,
} TlMoreFieldsProperty;

static GParamSpec *properties[PROP_LABEL + 1];

G_DEFINE_FINAL_TYPE (TlMoreFields, tl_more_fields, GTK_TYPE_BOX)

/* Hidden fields are still there, so that what they say is kept and checked. */
static void
update (TlMoreFields *self)
{
  gboolean expanded = gtk_toggle_button_get_active (self->button);

  gtk_image_set_from_icon_name (self->image, expanded ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_STATE_EXPANDED, expanded, -1);
  for (GtkWidget *child = gtk_widget_get_next_sibling (GTK_WIDGET (self->button)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_visible (child, expanded);
}

static void
tl_more_fields_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tl_more_fields_parent_class)->root (widget);

  update (TL_MORE_FIELDS (widget));
}

static void
tl_more_fields_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch ((TlMoreFieldsProperty) id)
    {
    case PROP_LABEL:
      g_value_set_string (value, gtk_label_get_label (TL_MORE_FIELDS (object)->label));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_more_fields_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  switch ((TlMoreFieldsProperty) id)
    {
    case PROP_LABEL:
      gtk_label_set_label (TL_MORE_FIELDS (object)->label, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_more_fields_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_MORE_FIELDS);

  G_OBJECT_CLASS (tl_more_fields_parent_class)->dispose (object);
}

static void
tl_more_fields_class_init (TlMoreFieldsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tl_more_fields_get_property;
  object_class->set_property = tl_more_fields_set_property;
  object_class->dispose = tl_more_fields_dispose;
  widget_class->root = tl_more_fields_root;

  /**
   * TlMoreFields:label:
   *
   * What the button says.
   */
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/editing/more-fields.ui");
  gtk_widget_class_bind_template_child (widget_class, TlMoreFields, button);
  gtk_widget_class_bind_template_child (widget_class, TlMoreFields, image);
  gtk_widget_class_bind_template_child (widget_class, TlMoreFields, label);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
tl_more_fields_init (TlMoreFields *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_more_fields_set_expanded:
 * @self: fields one step away
 * @expanded: whether they are to be shown
 *
 * Shows or hides them.
 */
void
tl_more_fields_set_expanded (TlMoreFields *self,
                             gboolean      expanded)
{
  g_return_if_fail (TL_IS_MORE_FIELDS (self));

  gtk_toggle_button_set_active (self->button, expanded);
}
