/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-files-mark.h"

struct _TlFilesMark
{
  GtkWidget parent_instance;

  GtkWidget *image;
  char *files;
};

typedef enum
{
  PROP_FILES = 1,
} TlFilesMarkProperty;

static GParamSpec *properties[PROP_FILES + 1];

G_DEFINE_FINAL_TYPE (TlFilesMark, tl_files_mark, GTK_TYPE_WIDGET)

static void
set_files (TlFilesMark *self,
           const char  *files)
{
  if (!g_set_str (&self->files, files))
    return;
  gtk_widget_set_visible (GTK_WIDGET (self), files != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), files);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, files != NULL ? files : "", -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILES]);
}

static void
tl_files_mark_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch ((TlFilesMarkProperty) id)
    {
    case PROP_FILES:
      g_value_set_string (value, TL_FILES_MARK (object)->files);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_files_mark_set_property (GObject      *object,
                            guint         id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  switch ((TlFilesMarkProperty) id)
    {
    case PROP_FILES:
      set_files (TL_FILES_MARK (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_files_mark_dispose (GObject *object)
{
  g_clear_pointer (&TL_FILES_MARK (object)->image, gtk_widget_unparent);

  G_OBJECT_CLASS (tl_files_mark_parent_class)->dispose (object);
}

static void
tl_files_mark_finalize (GObject *object)
{
  g_free (TL_FILES_MARK (object)->files);

  G_OBJECT_CLASS (tl_files_mark_parent_class)->finalize (object);
}

static void
tl_files_mark_class_init (TlFilesMarkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tl_files_mark_get_property;
  object_class->set_property = tl_files_mark_set_property;
  object_class->dispose = tl_files_mark_dispose;
  object_class->finalize = tl_files_mark_finalize;

  /**
   * TlFilesMark:files:
   *
   * Which files there are, as a person would say it; %NULL for none.
   */
  properties[PROP_FILES] = g_param_spec_string ("files", NULL, NULL, NULL,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tl_files_mark_init (TlFilesMark *self)
{
  self->image = gtk_image_new_from_icon_name ("mail-attachment-symbolic");
  gtk_widget_set_parent (self->image, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
