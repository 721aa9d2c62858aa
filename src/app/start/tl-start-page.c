/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-start-page.h"

struct _TlStartPage
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (TlStartPage, tl_start_page, ADW_TYPE_BIN)

static void
tl_start_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_START_PAGE);

  G_OBJECT_CLASS (tl_start_page_parent_class)->dispose (object);
}

static void
tl_start_page_class_init (TlStartPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_start_page_dispose;

  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/org/throughline/Throughline/start/start-page.ui");
}

static void
tl_start_page_init (TlStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
