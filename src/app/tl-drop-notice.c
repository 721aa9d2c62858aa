/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-drop-notice.h"

struct _TlDropNotice
{
  AdwBin parent_instance;

  GtkImage *image;
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (TlDropNotice, tl_drop_notice, ADW_TYPE_BIN)

static void
tl_drop_notice_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_DROP_NOTICE);

  G_OBJECT_CLASS (tl_drop_notice_parent_class)->dispose (object);
}

static void
tl_drop_notice_class_init (TlDropNoticeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_drop_notice_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/drop-notice.ui");
  gtk_widget_class_bind_template_child (widget_class, TlDropNotice, image);
  gtk_widget_class_bind_template_child (widget_class, TlDropNotice, label);
}

static void
tl_drop_notice_init (TlDropNotice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_drop_notice_new:
 *
 * Returns: (transfer floating): a notice that isn't shown yet
 */
TlDropNotice *
tl_drop_notice_new (void)
{
  return g_object_new (TL_TYPE_DROP_NOTICE, NULL);
}

/**
 * tl_drop_notice_show:
 * @self: a notice
 * @sentence: (nullable): what will happen, %NULL to show nothing
 * @taken: whether the files are taken
 *
 * Says what will happen when the files are let go of.
 */
void
tl_drop_notice_show (TlDropNotice *self,
                     const char   *sentence,
                     gboolean      taken)
{
  g_return_if_fail (TL_IS_DROP_NOTICE (self));

  gtk_label_set_label (self->label, sentence != NULL ? sentence : "");
  gtk_image_set_from_icon_name (self->image, taken ? "document-open-symbolic" : "dialog-warning-symbolic");
  gtk_widget_set_visible (GTK_WIDGET (self), sentence != NULL);
}
