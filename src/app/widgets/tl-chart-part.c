/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-chart-part.h"

struct _TlChartPart
{
  GtkWidget parent_instance;

  guint index;
  guint n_parts;
  char *sentence;
};

G_DEFINE_FINAL_TYPE (TlChartPart, tl_chart_part, GTK_TYPE_WIDGET)

static void
tl_chart_part_finalize (GObject *object)
{
  g_free (TL_CHART_PART (object)->sentence);

  G_OBJECT_CLASS (tl_chart_part_parent_class)->finalize (object);
}

static void
tl_chart_part_class_init (TlChartPartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tl_chart_part_finalize;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_set_css_name (widget_class, "chart-part");
}

/* The chart finds what the pointer is near; parts may lie above one another. */
static void
tl_chart_part_init (TlChartPart *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * tl_chart_part_new:
 * @index: which part of its chart it is
 * @n_parts: how many the chart has
 * @sentence: what it says
 *
 * Returns: (transfer floating): a part
 */
GtkWidget *
tl_chart_part_new (guint       index,
                   guint       n_parts,
                   const char *sentence)
{
  TlChartPart *self = g_object_new (TL_TYPE_CHART_PART, NULL);

  self->index = index;
  tl_chart_part_say (self, n_parts, sentence);

  return GTK_WIDGET (self);
}

/**
 * tl_chart_part_say:
 * @self: a part
 * @n_parts: how many its chart has
 * @sentence: what it says
 *
 * Makes it say something else. What it says already costs nothing.
 */
void
tl_chart_part_say (TlChartPart *self,
                   guint        n_parts,
                   const char  *sentence)
{
  g_return_if_fail (TL_IS_CHART_PART (self));
  g_return_if_fail (sentence != NULL);

  if (g_set_str (&self->sentence, sentence))
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  if (self->n_parts == n_parts)
    return;
  self->n_parts = n_parts;
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_POS_IN_SET, (int) self->index + 1,
                                  GTK_ACCESSIBLE_RELATION_SET_SIZE, (int) n_parts, -1);
}

guint
tl_chart_part_get_index (TlChartPart *self)
{
  g_return_val_if_fail (TL_IS_CHART_PART (self), 0);

  return self->index;
}

const char *
tl_chart_part_get_sentence (TlChartPart *self)
{
  g_return_val_if_fail (TL_IS_CHART_PART (self), NULL);

  return self->sentence;
}
