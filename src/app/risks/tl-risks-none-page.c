/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-risks-none-page.h"

struct _TlRisksNonePage
{
  AdwBin parent_instance;

  AdwStatusPage *page;
  GtkWidget *say_who_button;
};

G_DEFINE_FINAL_TYPE (TlRisksNonePage, tl_risks_none_page, ADW_TYPE_BIN)

static void
tl_risks_none_page_class_init (TlRisksNonePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/risks/none-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TlRisksNonePage, page);
  gtk_widget_class_bind_template_child (widget_class, TlRisksNonePage, say_who_button);
}

static void
tl_risks_none_page_init (TlRisksNonePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_risks_none_page_say:
 * @self: the page
 * @why: why none is shown
 * @asks_who: whether it may be for want of knowing who asks
 *
 * Says it, and offers what helps.
 */
void
tl_risks_none_page_say (TlRisksNonePage *self,
                        const char      *why,
                        gboolean         asks_who)
{
  g_autofree char *escaped = NULL;

  g_return_if_fail (TL_IS_RISKS_NONE_PAGE (self));

  escaped = g_markup_escape_text (why, -1);
  adw_status_page_set_description (self->page, escaped);
  gtk_widget_set_visible (self->say_who_button, asks_who);
}
