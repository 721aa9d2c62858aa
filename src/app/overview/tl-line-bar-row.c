/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-line-bar-row.h"

#include <math.h>

#include "tl-bar-part.h"
#include "tl-line-bar.h"

/* In pixels of the design. */
#define GAP 4

struct _TlLineBarRow
{
  GtkWidget parent_instance;

  TlLineLink link;
  /* Index is the TlLinkState; on screen sound comes first. */
  GtkWidget *buttons[TL_N_LINK_STATES];
  TlBarPart *parts[TL_N_LINK_STATES];
};

G_DEFINE_FINAL_TYPE (TlLineBarRow, tl_line_bar_row, GTK_TYPE_WIDGET)

static void
tl_line_bar_row_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  TlLineBarRow *self = TL_LINE_BAR_ROW (widget);

  *minimum = *natural = 0;
  for (int i = 0; i < TL_N_LINK_STATES; i++)
    {
      int least;

      if (!gtk_widget_get_visible (self->buttons[i]))
        continue;
      gtk_widget_measure (self->buttons[i], orientation, -1, &least, NULL, NULL, NULL);
      if (orientation == GTK_ORIENTATION_HORIZONTAL)
        *minimum += least + (*minimum > 0 ? GAP : 0);
      else
        *minimum = MAX (*minimum, least);
    }
  *natural = *minimum;
}

static void
tl_line_bar_row_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  TlLineBarRow *self = TL_LINE_BAR_ROW (widget);
  const TlInk *ink = tl_drawn_cell_get_ink (TL_DRAWN_CELL (self->parts[TL_LINK_STATE_SOUND]));
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  guint counts[TL_N_LINK_STATES];
  double widths[TL_N_LINK_STATES], x = 0;

  for (int i = 0; i < TL_N_LINK_STATES; i++)
    counts[i] = tl_bar_part_get_count (self->parts[i]);
  tl_line_bar_share (ink, counts, width, widths);
  for (int i = TL_LINK_STATE_SOUND; i >= TL_LINK_STATE_MISSING; i--)
    {
      int from = (int) round (x), to = (int) round (x + widths[i]);

      if (!gtk_widget_get_visible (self->buttons[i]))
        continue;
      gtk_widget_size_allocate (self->buttons[i],
                                &(GtkAllocation) { mirrored ? width - to : from, 0, MAX (to - from, 1), height }, -1);
      x += widths[i] + tl_ink_px (ink, GAP);
    }
}

static void
tl_line_bar_row_dispose (GObject *object)
{
  TlLineBarRow *self = TL_LINE_BAR_ROW (object);

  for (int i = 0; i < TL_N_LINK_STATES; i++)
    g_clear_pointer (&self->buttons[i], gtk_widget_unparent);

  G_OBJECT_CLASS (tl_line_bar_row_parent_class)->dispose (object);
}

static void
tl_line_bar_row_class_init (TlLineBarRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_line_bar_row_dispose;
  widget_class->measure = tl_line_bar_row_measure;
  widget_class->size_allocate = tl_line_bar_row_size_allocate;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "line-bar");
}

static void
tl_line_bar_row_init (TlLineBarRow *self)
{
}

/**
 * tl_line_bar_row_new:
 * @link: a link of the line
 *
 * Returns: (transfer floating): its bar, empty; each part activates `overview.show-link` with link and state
 */
GtkWidget *
tl_line_bar_row_new (TlLineLink link)
{
  TlLineBarRow *self = g_object_new (TL_TYPE_LINE_BAR_ROW, NULL);

  self->link = link;
  /* In the order in which they are read. */
  for (int i = TL_LINK_STATE_SOUND; i >= TL_LINK_STATE_MISSING; i--)
    {
      GtkWidget *part = tl_bar_part_new (link, (TlLinkState) i);

      gtk_widget_set_valign (part, GTK_ALIGN_FILL);
      self->parts[i] = TL_BAR_PART (part);
      self->buttons[i] = g_object_new (GTK_TYPE_BUTTON, "child", part, "visible", FALSE, NULL);
      gtk_widget_add_css_class (self->buttons[i], "bar-part");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->buttons[i]), "overview.show-link");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->buttons[i]), "(ii)", (int) link, i);
      gtk_widget_set_parent (self->buttons[i], GTK_WIDGET (self));
    }
  return GTK_WIDGET (self);
}

/**
 * tl_line_bar_row_set_counts:
 * @self: a bar
 * @counts: (array fixed-size=3): how many risks are in each [enum@LinkState]
 *
 * Shows other numbers of risks.
 */
void
tl_line_bar_row_set_counts (TlLineBarRow *self,
                            const guint  *counts)
{
  g_return_if_fail (TL_IS_LINE_BAR_ROW (self));

  for (int i = 0; i < TL_N_LINK_STATES; i++)
    {
      const char *sentence;

      tl_bar_part_set_count (self->parts[i], counts[i]);
      gtk_widget_set_visible (self->buttons[i], counts[i] > 0);
      sentence = tl_drawn_cell_get_sentence (TL_DRAWN_CELL (self->parts[i]));
      if (sentence != NULL)
        gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
