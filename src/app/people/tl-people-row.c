/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-people-row.h"

#include <glib/gi18n.h>

#include "tl-record-menu.h"

#define INDENT 24

struct _TlPeopleRow
{
  GtkWidget parent_instance;

  GtkBox *box;
  GtkMenuButton *menu_button;

  TlPeopleItem *item;
};

typedef enum
{
  PROP_ITEM = 1,
} TlPeopleRowProperty;

static GParamSpec *properties[PROP_ITEM + 1];

G_DEFINE_FINAL_TYPE (TlPeopleRow, tl_people_row, GTK_TYPE_WIDGET)

static gboolean
has_text (GObject    *object,
          const char *text)
{
  return text != NULL && *text != '\0';
}

static void
update (TlPeopleRow *self)
{
  char key[TL_ID_HEX_LENGTH + 1];
  g_autofree char *title = NULL, *tooltip = NULL;

  if (self->item == NULL)
    return;
  tl_id_to_hex (tl_people_item_get_id (self->item), key);
  tl_record_menu_give (self->menu_button, tl_people_item_get_table (self->item), key, TRUE);
  g_object_get (self->item, "title", &title, NULL);
  /* Translators: %s is a name */
  tooltip = g_strdup_printf (_("More for %s"), title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->menu_button), tooltip);
  gtk_widget_set_margin_start (GTK_WIDGET (self->box), (int) tl_people_item_get_depth (self->item) * INDENT);
}

static void
tl_people_row_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch ((TlPeopleRowProperty) id)
    {
    case PROP_ITEM:
      g_value_set_object (value, TL_PEOPLE_ROW (object)->item);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_people_row_set_property (GObject      *object,
                            guint         id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  TlPeopleRow *self = TL_PEOPLE_ROW (object);

  switch ((TlPeopleRowProperty) id)
    {
    case PROP_ITEM:
      if (!g_set_object (&self->item, g_value_get_object (value)))
        return;
      update (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_people_row_dispose (GObject *object)
{
  g_clear_object (&TL_PEOPLE_ROW (object)->item);
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_PEOPLE_ROW);

  G_OBJECT_CLASS (tl_people_row_parent_class)->dispose (object);
}

static void
tl_people_row_class_init (TlPeopleRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tl_people_row_get_property;
  object_class->set_property = tl_people_row_set_property;
  object_class->dispose = tl_people_row_dispose;

  /**
   * TlPeopleRow:item:
   *
   * What the row shows.
   */
  properties[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, TL_TYPE_PEOPLE_ITEM,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/people/people-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlPeopleRow, box);
  gtk_widget_class_bind_template_child (widget_class, TlPeopleRow, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, has_text);
  gtk_widget_class_set_css_name (widget_class, "people-row");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
tl_people_row_init (TlPeopleRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
