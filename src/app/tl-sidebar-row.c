/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-sidebar-row.h"

#include <glib/gi18n.h>

struct _TlSidebarRow
{
  GtkListBoxRow parent_instance;

  char *view;
  char *title;
  char *icon_name;
  char *count;
};

typedef enum
{
  PROP_VIEW = 1,
  PROP_TITLE,
  PROP_ICON_NAME,
  PROP_COUNT,
} TlSidebarRowProperty;

static GParamSpec *properties[PROP_COUNT + 1];

G_DEFINE_FINAL_TYPE (TlSidebarRow, tl_sidebar_row, GTK_TYPE_LIST_BOX_ROW)

static char **
get_field (TlSidebarRow         *self,
           TlSidebarRowProperty  property)
{
  switch (property)
    {
    case PROP_VIEW:
      return &self->view;
    case PROP_TITLE:
      return &self->title;
    case PROP_ICON_NAME:
      return &self->icon_name;
    case PROP_COUNT:
    default:
      return &self->count;
    }
}

static void
update_name (TlSidebarRow *self)
{
  const char *title = self->title != NULL ? self->title : "";
  /* Translators: a view, and how many there are in it: "Risks, 14" */
  g_autofree char *name = self->count != NULL ? g_strdup_printf (_("%1$s, %2$s"), title, self->count) : g_strdup (title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
tl_sidebar_row_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  g_value_set_string (value, *get_field (TL_SIDEBAR_ROW (object), (TlSidebarRowProperty) id));
}

static void
tl_sidebar_row_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  TlSidebarRow *self = TL_SIDEBAR_ROW (object);

  if (!g_set_str (get_field (self, (TlSidebarRowProperty) id), g_value_get_string (value)))
    return;
  update_name (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
tl_sidebar_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_SIDEBAR_ROW);

  G_OBJECT_CLASS (tl_sidebar_row_parent_class)->dispose (object);
}

static void
tl_sidebar_row_finalize (GObject *object)
{
  TlSidebarRow *self = TL_SIDEBAR_ROW (object);

  for (TlSidebarRowProperty property = PROP_VIEW; property <= PROP_COUNT; property++)
    g_clear_pointer (get_field (self, property), g_free);

  G_OBJECT_CLASS (tl_sidebar_row_parent_class)->finalize (object);
}

static void
tl_sidebar_row_class_init (TlSidebarRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tl_sidebar_row_get_property;
  object_class->set_property = tl_sidebar_row_set_property;
  object_class->dispose = tl_sidebar_row_dispose;
  object_class->finalize = tl_sidebar_row_finalize;

  /**
   * TlSidebarRow:view:
   *
   * The name of the view it leads to.
   */
  properties[PROP_VIEW] = g_param_spec_string ("view", NULL, NULL, NULL, flags);
  /**
   * TlSidebarRow:title:
   *
   * What it says.
   */
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  /**
   * TlSidebarRow:icon-name:
   *
   * Its icon.
   */
  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  /**
   * TlSidebarRow:count:
   *
   * How many there are, or what of them is late.
   */
  properties[PROP_COUNT] = g_param_spec_string ("count", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/sidebar-row.ui");
}

static void
tl_sidebar_row_init (TlSidebarRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_sidebar_row_get_view:
 * @self: a row
 *
 * Returns: the name of the view it leads to
 */
const char *
tl_sidebar_row_get_view (TlSidebarRow *self)
{
  g_return_val_if_fail (TL_IS_SIDEBAR_ROW (self), NULL);

  return self->view;
}

/**
 * tl_sidebar_row_set_count:
 * @self: a row
 * @count: (nullable): how many there are
 *
 * Shows how many things the view holds.
 */
void
tl_sidebar_row_set_count (TlSidebarRow *self,
                          const char   *count)
{
  g_return_if_fail (TL_IS_SIDEBAR_ROW (self));

  g_object_set (self, "count", count, NULL);
}
