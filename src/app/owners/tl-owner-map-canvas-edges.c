/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-owner-map-canvas-private.h"

#include <math.h>

#include "tl-map-edge.h"
#include "tl-widget-ink.h"

/* How far apart edges leave one node, in pixels of the design, and what stays free at its corners. */
#define FAN 7
#define CORNER 8
/* The height of what is drawn at once, and more than the width of a line. */
#define BAND 512
#define LINE 8

void
tl_owner_map_band_free (TlOwnerMapBand *self)
{
  gsk_render_node_unref (self->node);
  g_free (self);
}

void
tl_owner_map_canvas_forget_edges (TlOwnerMapCanvas *self)
{
  g_ptr_array_set_size (self->bands, 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* How far from a node's middle an edge leaves it: they fan out in the order of their other ends. */
static double
get_fan (guint  place,
         guint  n,
         double height)
{
  return n < 2 ? 0 : (place - (n - 1) / 2.0) * MIN (FAN, (height - 2 * CORNER) / (n - 1));
}

typedef struct
{
  double x1;
  double y1;
  double x2;
  double y2;
} Ends;

static Ends
find_ends (TlOwnerMapCanvas *self,
           const TlMapEdge  *edge)
{
  TlOwnerMapLayout *layout = tl_owner_map_canvas_get_layout (self);
  const TlMapNode *left = tl_owner_map_get_node (self->map, edge->from), *right = tl_owner_map_get_node (self->map, edge->to);
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  graphene_rect_t from, to;

  tl_owner_map_layout_get_box (layout, left->column, left->y, &from);
  tl_owner_map_layout_get_box (layout, right->column, right->y, &to);
  return (Ends) {
    mirrored ? from.origin.x : from.origin.x + from.size.width,
    from.origin.y + from.size.height / 2 + get_fan (edge->from_place, edge->n_from, from.size.height),
    mirrored ? to.origin.x + to.size.width : to.origin.x,
    to.origin.y + to.size.height / 2 + get_fan (edge->to_place, edge->n_to, to.size.height),
  };
}

/* Those that are kept or not, as far as they come through a part of the height. */
static void
draw_some (TlOwnerMapCanvas *self,
           cairo_t          *cr,
           const TlInk      *ink,
           double            from,
           double            to,
           gboolean          kept)
{
  for (guint i = 0; i < tl_owner_map_get_n_edges (self->map); i++)
    {
      const TlMapEdge *edge = tl_owner_map_get_edge (self->map, i);
      gboolean on_path = self->trace != NULL && tl_map_trace_has_edge (self->trace, i);
      TlMapEdgeLook look = self->trace == NULL ? TL_MAP_EDGE_PLAIN : on_path ? TL_MAP_EDGE_KEPT : TL_MAP_EDGE_DIMMED;
      Ends ends;

      if (on_path != kept)
        continue;
      ends = find_ends (self, edge);
      if (MAX (ends.y1, ends.y2) + LINE >= from && MIN (ends.y1, ends.y2) - LINE <= to)
        tl_map_edge_draw (cr, ink, edge, look, ends.x1, ends.y1, ends.x2, ends.y2);
    }
}

static TlOwnerMapBand *
make_band (TlOwnerMapCanvas *self,
           guint             number)
{
  g_autoptr (TlInk) ink = tl_widget_ink_new (GTK_WIDGET (self));
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, (float) number * BAND, width, BAND);
  TlOwnerMapBand *band = g_new (TlOwnerMapBand, 1);
  cairo_t *cr;

  band->number = number;
  band->node = gsk_cairo_node_new (&bounds);
  cr = gsk_cairo_node_get_draw_context (band->node);
  /* What is kept lies above what is dimmed. */
  draw_some (self, cr, ink, bounds.origin.y, bounds.origin.y + BAND, FALSE);
  if (self->trace != NULL)
    draw_some (self, cr, ink, bounds.origin.y, bounds.origin.y + BAND, TRUE);
  cairo_destroy (cr);
  g_ptr_array_add (self->bands, band);
  return band;
}

static TlOwnerMapBand *
take_band (TlOwnerMapCanvas *self,
           guint             number)
{
  for (guint i = 0; i < self->bands->len; i++)
    {
      TlOwnerMapBand *band = g_ptr_array_index (self->bands, i);

      if (band->number == number)
        return band;
    }
  return make_band (self, number);
}

static void
forget_far (TlOwnerMapCanvas *self,
            guint             first,
            guint             last)
{
  for (guint i = self->bands->len; i > 0; i--)
    {
      const TlOwnerMapBand *band = g_ptr_array_index (self->bands, i - 1);

      if (band->number + 2 < first || band->number > last + 2)
        g_ptr_array_remove_index_fast (self->bands, i - 1);
    }
}

void
tl_owner_map_canvas_draw_edges (TlOwnerMapCanvas *self,
                                GtkSnapshot      *snapshot)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self)), from = 0, to = height;
  guint first, last;

  if (height <= 0)
    return;
  if (self->down != NULL && gtk_adjustment_get_page_size (self->down) > 0)
    {
      from = CLAMP (gtk_adjustment_get_value (self->down), 0, height);
      to = MIN (from + gtk_adjustment_get_page_size (self->down), height);
    }
  first = (guint) floor (from / BAND);
  last = (guint) floor (to / BAND);
  forget_far (self, first, last);
  for (guint number = first; number <= last; number++)
    gtk_snapshot_append_node (snapshot, take_band (self, number)->node);
}
