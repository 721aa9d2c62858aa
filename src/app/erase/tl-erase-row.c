/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-erase-row.h"

struct _TlEraseRow
{
  AdwActionRow parent_instance;

  GtkCheckButton *check;
  TlTextFound *found;
};

typedef enum
{
  PROP_CHOSEN = 1,
} TlEraseRowProperty;

static GParamSpec *properties[PROP_CHOSEN + 1];

G_DEFINE_FINAL_TYPE (TlEraseRow, tl_erase_row, ADW_TYPE_ACTION_ROW)

static void
toggled_cb (TlEraseRow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
}

static void
tl_erase_row_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  switch ((TlEraseRowProperty) id)
    {
    case PROP_CHOSEN:
      g_value_set_boolean (value, tl_erase_row_get_chosen (TL_ERASE_ROW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_erase_row_set_property (GObject      *object,
                           guint         id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  switch ((TlEraseRowProperty) id)
    {
    case PROP_CHOSEN:
      tl_erase_row_set_chosen (TL_ERASE_ROW (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_erase_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_ERASE_ROW);

  G_OBJECT_CLASS (tl_erase_row_parent_class)->dispose (object);
}

static void
tl_erase_row_finalize (GObject *object)
{
  g_clear_pointer (&TL_ERASE_ROW (object)->found, tl_text_found_free);

  G_OBJECT_CLASS (tl_erase_row_parent_class)->finalize (object);
}

static void
tl_erase_row_class_init (TlEraseRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tl_erase_row_get_property;
  object_class->set_property = tl_erase_row_set_property;
  object_class->dispose = tl_erase_row_dispose;
  object_class->finalize = tl_erase_row_finalize;

  /**
   * TlEraseRow:chosen:
   *
   * Whether it is to be erased there.
   */
  properties[PROP_CHOSEN] =
    g_param_spec_boolean ("chosen", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/erase/erase-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlEraseRow, check);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
tl_erase_row_init (TlEraseRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_erase_row_new:
 * @found: where words were found
 *
 * Returns: (transfer floating): a row, not chosen
 */
GtkWidget *
tl_erase_row_new (const TlTextFound *found)
{
  TlEraseRow *self = g_object_new (TL_TYPE_ERASE_ROW, "title", found->place, "subtitle", found->text, NULL);

  self->found = tl_text_found_copy (found);
  return GTK_WIDGET (self);
}

/**
 * tl_erase_row_get_found:
 * @self: a row
 *
 * Returns: (transfer none): where words were found
 */
const TlTextFound *
tl_erase_row_get_found (TlEraseRow *self)
{
  return self->found;
}

/**
 * tl_erase_row_get_chosen:
 * @self: a row
 *
 * Returns: whether it is to be erased there
 */
gboolean
tl_erase_row_get_chosen (TlEraseRow *self)
{
  return gtk_check_button_get_active (self->check);
}

/**
 * tl_erase_row_set_chosen:
 * @self: a row
 * @chosen: whether it is to be erased there
 *
 * Chooses the row, or not.
 */
void
tl_erase_row_set_chosen (TlEraseRow *self,
                         gboolean    chosen)
{
  gtk_check_button_set_active (self->check, chosen);
}
