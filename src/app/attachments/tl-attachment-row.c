/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-attachment-row.h"

#include <glib/gi18n.h>

#include "tl-attachment-name.h"
#include "tl-format.h"

struct _TlAttachmentRow
{
  GtkListBoxRow parent_instance;

  GtkWidget *save_button;
  GtkMenuButton *menu_button;

  /* Its own, so that it outlives the snapshot that it is from. */
  TlAttachmentFacts facts;
  char *name;
  char *size;
  GIcon *icon;
};

typedef enum
{
  PROP_FILE_NAME = 1,
  PROP_FILE_SIZE,
  PROP_ICON,
} TlAttachmentRowProperty;

static GParamSpec *properties[PROP_ICON + 1];

G_DEFINE_FINAL_TYPE (TlAttachmentRow, tl_attachment_row, GTK_TYPE_LIST_BOX_ROW)

static void
tl_attachment_row_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  TlAttachmentRow *self = TL_ATTACHMENT_ROW (object);

  switch ((TlAttachmentRowProperty) id)
    {
    case PROP_FILE_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_FILE_SIZE:
      g_value_set_string (value, self->size);
      break;
    case PROP_ICON:
      g_value_set_object (value, self->icon);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_attachment_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_ATTACHMENT_ROW);

  G_OBJECT_CLASS (tl_attachment_row_parent_class)->dispose (object);
}

static void
tl_attachment_row_finalize (GObject *object)
{
  TlAttachmentRow *self = TL_ATTACHMENT_ROW (object);

  g_free ((char *) self->facts.name);
  g_free (self->name);
  g_free (self->size);
  g_clear_object (&self->icon);

  G_OBJECT_CLASS (tl_attachment_row_parent_class)->finalize (object);
}

static void
tl_attachment_row_class_init (TlAttachmentRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tl_attachment_row_get_property;
  object_class->dispose = tl_attachment_row_dispose;
  object_class->finalize = tl_attachment_row_finalize;

  /**
   * TlAttachmentRow:file-name:
   *
   * What the file is called.
   */
  properties[PROP_FILE_NAME] = g_param_spec_string ("file-name", NULL, NULL, NULL, flags);
  /**
   * TlAttachmentRow:file-size:
   *
   * How large it is, as people say it.
   */
  properties[PROP_FILE_SIZE] = g_param_spec_string ("file-size", NULL, NULL, NULL, flags);
  /**
   * TlAttachmentRow:icon:
   *
   * A picture of what sort of file it is.
   */
  properties[PROP_ICON] = g_param_spec_object ("icon", NULL, NULL, G_TYPE_ICON, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/attachments/attachment-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlAttachmentRow, save_button);
  gtk_widget_class_bind_template_child (widget_class, TlAttachmentRow, menu_button);
}

static void
tl_attachment_row_init (TlAttachmentRow *self)
{
}

/* What a button is for, and for which file. */
static void
name_button (TlAttachmentRow *self,
             GtkWidget       *button,
             const char      *words)
{
  g_autofree char *label = g_strdup_printf (words, self->name);

  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* Removing, which can be undone, before erasing, which can't. */
static void
fill_menu (TlAttachmentRow *self,
           const char      *hex)
{
  const struct { const char *label, *action; } items[] = {
    { _("_Remove"), "attachment.remove" }, { _("_Erase for Good…"), "attachment.erase" },
  };
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (items[i].label, NULL);

      g_menu_item_set_action_and_target (item, items[i].action, "s", hex);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (self->menu_button, G_MENU_MODEL (menu));
}

/**
 * tl_attachment_row_new:
 * @attachment: an attached file
 *
 * Returns: (transfer floating): a row about it
 */
GtkWidget *
tl_attachment_row_new (const TlAttachmentFacts *attachment)
{
  TlAttachmentRow *self = g_object_new (TL_TYPE_ATTACHMENT_ROW, NULL);
  g_autofree char *type = NULL, *label = NULL;
  char hex[TL_ID_HEX_LENGTH + 1];

  self->facts = *attachment;
  self->facts.name = g_strdup (attachment->name);
  self->facts.media_type = NULL;
  /* What a workbook from elsewhere says of itself isn't relied upon, neither here nor when it is opened. */
  self->name = tl_attachment_name_clean (attachment->name);
  self->size = tl_format_size (attachment->size);
  type = g_content_type_guess (self->name, NULL, 0, NULL);
  self->icon = g_content_type_get_symbolic_icon (type);
  gtk_widget_init_template (GTK_WIDGET (self));

  /* Translators: a file's name and size, to be read out for what opens it */
  label = g_strdup_printf (_("Open %1$s, %2$s"), self->name, self->size);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), label);
  tl_id_to_hex (&self->facts.id, hex);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->save_button), "s", hex);
  fill_menu (self, hex);
  name_button (self, self->save_button, _("Save a Copy of %s…"));
  name_button (self, GTK_WIDGET (self->menu_button), _("Remove or Erase %s"));
  return GTK_WIDGET (self);
}

/**
 * tl_attachment_row_get_facts:
 * @self: a row
 *
 * Returns: (transfer none): the file that it is about
 */
const TlAttachmentFacts *
tl_attachment_row_get_facts (TlAttachmentRow *self)
{
  return &self->facts;
}
