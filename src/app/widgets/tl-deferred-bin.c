/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-deferred-bin.h"

struct _TlDeferredBin
{
  AdwBin parent_instance;

  char *content_type;
  char *content_resource;
};

typedef enum
{
  PROP_CONTENT_TYPE = 1,
  PROP_CONTENT_RESOURCE,
} TlDeferredBinProperty;

enum
{
  MADE,
  N_SIGNALS
};

static GParamSpec *properties[PROP_CONTENT_RESOURCE + 1];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlDeferredBin, tl_deferred_bin, ADW_TYPE_BIN)

static void
tl_deferred_bin_map (GtkWidget *widget)
{
  gtk_widget_set_visible (tl_deferred_bin_ensure (TL_DEFERRED_BIN (widget)), TRUE);

  GTK_WIDGET_CLASS (tl_deferred_bin_parent_class)->map (widget);
}

/* What a stack doesn't show is styled all the same, all rows of a long table with each move of the pointer, unless it is
 * hidden. */
static void
tl_deferred_bin_unmap (GtkWidget *widget)
{
  GtkWidget *content = adw_bin_get_child (ADW_BIN (widget));

  GTK_WIDGET_CLASS (tl_deferred_bin_parent_class)->unmap (widget);

  if (content != NULL)
    gtk_widget_set_visible (content, FALSE);
}

static void
tl_deferred_bin_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch ((TlDeferredBinProperty) id)
    {
    case PROP_CONTENT_TYPE:
      g_value_set_string (value, TL_DEFERRED_BIN (object)->content_type);
      break;
    case PROP_CONTENT_RESOURCE:
      g_value_set_string (value, TL_DEFERRED_BIN (object)->content_resource);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_deferred_bin_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  switch ((TlDeferredBinProperty) id)
    {
    case PROP_CONTENT_TYPE:
      TL_DEFERRED_BIN (object)->content_type = g_value_dup_string (value);
      break;
    case PROP_CONTENT_RESOURCE:
      TL_DEFERRED_BIN (object)->content_resource = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_deferred_bin_finalize (GObject *object)
{
  g_free (TL_DEFERRED_BIN (object)->content_type);
  g_free (TL_DEFERRED_BIN (object)->content_resource);

  G_OBJECT_CLASS (tl_deferred_bin_parent_class)->finalize (object);
}

static void
tl_deferred_bin_class_init (TlDeferredBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tl_deferred_bin_get_property;
  object_class->set_property = tl_deferred_bin_set_property;
  object_class->finalize = tl_deferred_bin_finalize;
  widget_class->map = tl_deferred_bin_map;
  widget_class->unmap = tl_deferred_bin_unmap;

  /**
   * TlDeferredBin:content-type:
   *
   * The name of the type of the widget that is made; the type must have been registered. Were it the type itself, its
   * class would be made at once, and with it its template read.
   */
  properties[PROP_CONTENT_TYPE] = g_param_spec_string ("content-type", NULL, NULL, NULL,
                                                       G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                                                       | G_PARAM_STATIC_STRINGS);
  /**
   * TlDeferredBin:content-resource:
   *
   * Where the widget has no type of its own: the resource of a .ui file with an object `content`.
   */
  properties[PROP_CONTENT_RESOURCE] = g_param_spec_string ("content-resource", NULL, NULL, NULL,
                                                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                                                           | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * TlDeferredBin::made:
   * @self: the bin
   * @content: the widget that has been made, and is in its place
   *
   * The widget is there, and may be given what it shows.
   */
  signals[MADE] = g_signal_new ("made", TL_TYPE_DEFERRED_BIN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                GTK_TYPE_WIDGET);
}

static GtkWidget *
create_content (TlDeferredBin *self)
{
  g_autoptr (GtkBuilder) builder = NULL;

  if (self->content_resource == NULL)
    return g_object_ref_sink (g_object_new (g_type_from_name (self->content_type), NULL));
  builder = gtk_builder_new_from_resource (self->content_resource);
  return g_object_ref (GTK_WIDGET (gtk_builder_get_object (builder, "content")));
}

static void
tl_deferred_bin_init (TlDeferredBin *self)
{
}

/**
 * tl_deferred_bin_ensure:
 * @self: a bin
 *
 * Makes the widget if it hasn't been made yet.
 *
 * Returns: (transfer none): the widget
 */
GtkWidget *
tl_deferred_bin_ensure (TlDeferredBin *self)
{
  GtkWidget *content = NULL;

  g_return_val_if_fail (TL_IS_DEFERRED_BIN (self), NULL);

  content = adw_bin_get_child (ADW_BIN (self));
  if (content == NULL)
    {
      content = create_content (self);
      adw_bin_set_child (ADW_BIN (self), content);
      g_signal_emit (self, signals[MADE], 0, content);
      g_object_unref (content);
    }
  return content;
}

/**
 * tl_deferred_bin_get_content_type:
 * @self: a bin whose widget has a type of its own
 *
 * Returns: the type of the widget, whether it has been made or not
 */
GType
tl_deferred_bin_get_content_type (TlDeferredBin *self)
{
  g_return_val_if_fail (TL_IS_DEFERRED_BIN (self), G_TYPE_INVALID);

  return g_type_from_name (self->content_type);
}
