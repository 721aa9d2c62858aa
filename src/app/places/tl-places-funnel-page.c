/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-places-funnel-page.h"

#include "tl-funnel-chart.h"

struct _TlPlacesFunnelPage
{
  GtkBox parent_instance;

  TlPlacesFunnel *chart;
  GtkLabel *note;
};

G_DEFINE_FINAL_TYPE (TlPlacesFunnelPage, tl_places_funnel_page, GTK_TYPE_BOX)

static void
tl_places_funnel_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_PLACES_FUNNEL_PAGE);

  G_OBJECT_CLASS (tl_places_funnel_page_parent_class)->dispose (object);
}

static void
tl_places_funnel_page_class_init (TlPlacesFunnelPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_places_funnel_page_dispose;

  g_type_ensure (TL_TYPE_PLACES_FUNNEL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/places/funnel-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TlPlacesFunnelPage, chart);
  gtk_widget_class_bind_template_child (widget_class, TlPlacesFunnelPage, note);
}

static void
tl_places_funnel_page_init (TlPlacesFunnelPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_places_funnel_page_set_comparison:
 * @self: a page
 * @comparison: (nullable): how places compare, or none to show nothing
 *
 * Sets what is shown.
 */
void
tl_places_funnel_page_set_comparison (TlPlacesFunnelPage *self,
                                      TlPlaceComparison  *comparison)
{
  const char *note = NULL;

  g_return_if_fail (TL_IS_PLACES_FUNNEL_PAGE (self));

  if (comparison != NULL)
    note = tl_funnel_chart_explain (comparison->measure, comparison->comparison);
  tl_comparison_chart_set_comparison (TL_COMPARISON_CHART (self->chart), comparison != NULL ? comparison->assessment : NULL,
                                      comparison != NULL ? comparison->measure : NULL,
                                      comparison != NULL ? comparison->comparison : NULL);
  gtk_label_set_label (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL);
}

/**
 * tl_places_funnel_page_get_chart:
 * @self: a page
 *
 * Returns: (transfer none): its chart
 */
TlPlacesFunnel *
tl_places_funnel_page_get_chart (TlPlacesFunnelPage *self)
{
  g_return_val_if_fail (TL_IS_PLACES_FUNNEL_PAGE (self), NULL);

  return self->chart;
}
