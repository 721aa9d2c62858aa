/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-places-gap-page.h"

#include "tl-places-gap.h"

struct _TlPlacesGapPage
{
  GtkBox parent_instance;

  TlPlacesGap *chart;
  GtkLabel *note;
};

G_DEFINE_FINAL_TYPE (TlPlacesGapPage, tl_places_gap_page, GTK_TYPE_BOX)

static void
tl_places_gap_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_PLACES_GAP_PAGE);

  G_OBJECT_CLASS (tl_places_gap_page_parent_class)->dispose (object);
}

static void
tl_places_gap_page_class_init (TlPlacesGapPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_places_gap_page_dispose;

  g_type_ensure (TL_TYPE_PLACES_GAP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/places/gap-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TlPlacesGapPage, chart);
  gtk_widget_class_bind_template_child (widget_class, TlPlacesGapPage, note);
}

static void
tl_places_gap_page_init (TlPlacesGapPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_places_gap_page_set_comparison:
 * @self: a page
 * @comparison: (nullable): how places compare, or none to show nothing
 *
 * Sets what is shown. The gap is of all time, whatever time is compared.
 */
void
tl_places_gap_page_set_comparison (TlPlacesGapPage   *self,
                                   TlPlaceComparison *comparison)
{
  const char *missing = NULL;
  g_autofree char *note = NULL;

  g_return_if_fail (TL_IS_PLACES_GAP_PAGE (self));

  tl_places_gap_set_comparison (self->chart, comparison);
  missing = tl_places_gap_explain (self->chart);
  note = missing == NULL ? tl_places_gap_say (self->chart) : NULL;
  gtk_label_set_label (self->note, missing != NULL ? missing : note != NULL ? note : "");
}
