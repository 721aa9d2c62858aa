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
#define BAND 128
#define LINE 8

void
tl_owner_map_band_free (TlOwnerMapBand *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->nodes); i++)
    g_clear_pointer (&self->nodes[i], gsk_render_node_unref);
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

static void
find_ends (TlOwnerMapCanvas *self,
           const TlMapEdge  *edge,
           double            ends[4])
{
  TlOwnerMapLayout *layout = tl_owner_map_canvas_get_layout (self);
  const TlMapNode *left = tl_owner_map_get_node (self->map, edge->from), *right = tl_owner_map_get_node (self->map, edge->to);
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  graphene_rect_t from, to;

  tl_owner_map_layout_get_box (layout, left->column, left->y, &from);
  tl_owner_map_layout_get_box (layout, right->column, right->y, &to);
  ends[0] = mirrored ? from.origin.x : from.origin.x + from.size.width;
  ends[1] = from.origin.y + from.size.height / 2 + get_fan (edge->from_place, edge->n_from, from.size.height);
  ends[2] = mirrored ? to.origin.x + to.size.width : to.origin.x;
  ends[3] = to.origin.y + to.size.height / 2 + get_fan (edge->to_place, edge->n_to, to.size.height);
}

/* An edge with where it is, as it was last laid out. */
typedef struct
{
  guint number;
  TlMapColumn column;
  double top;
  double bottom;
  double ends[4];
} PlacedEdge;

static int
compare_tops (gconstpointer a,
              gconstpointer b)
{
  const PlacedEdge *edge = a, *other = b;

  if (edge->top != other->top)
    return edge->top < other->top ? -1 : 1;
  return edge->number < other->number ? -1 : edge->number > other->number;
}

/* Where they all are, those that begin highest first: found once for what is laid out, not for each part of it. */
static GArray *
take_places (TlOwnerMapCanvas *self)
{
  guint n = tl_owner_map_get_n_edges (self->map);

  if (self->edge_places != NULL)
    return self->edge_places;
  self->edge_places = g_array_sized_new (FALSE, FALSE, sizeof (PlacedEdge), n);
  for (guint i = 0; i < n; i++)
    {
      const TlMapEdge *edge = tl_owner_map_get_edge (self->map, i);
      PlacedEdge placed = { i, tl_owner_map_get_node (self->map, edge->from)->column, 0, 0, { 0 } };

      find_ends (self, edge, placed.ends);
      placed.top = MIN (placed.ends[1], placed.ends[3]) - LINE;
      placed.bottom = MAX (placed.ends[1], placed.ends[3]) + LINE;
      g_array_append_val (self->edge_places, placed);
    }
  g_array_sort (self->edge_places, compare_tops);
  return self->edge_places;
}

/* Those between two columns that are kept or not, as far as they come through a part of the height. */
static void
draw_some (TlOwnerMapCanvas *self,
           cairo_t          *cr,
           const TlInk      *ink,
           TlMapColumn       column,
           double            from,
           double            to,
           gboolean          kept)
{
  GArray *places = take_places (self);

  for (guint i = 0; i < places->len; i++)
    {
      const PlacedEdge *placed = &g_array_index (places, PlacedEdge, i);
      gboolean on_path = self->trace != NULL && tl_map_trace_has_edge (self->trace, placed->number);

      if (placed->top > to)
        break;
      if (placed->column != column || placed->bottom < from || on_path != kept)
        continue;
      tl_map_edge_draw_part (cr, ink, tl_owner_map_get_edge (self->map, placed->number),
                             self->trace == NULL ? TL_MAP_EDGE_PLAIN : on_path ? TL_MAP_EDGE_KEPT : TL_MAP_EDGE_DIMMED,
                             placed->ends, from - LINE, to + LINE);
    }
}

/* What lies between two columns, in a part of the height. */
static graphene_rect_t
get_strip (TlOwnerMapCanvas *self,
           TlMapColumn       column,
           guint             number)
{
  graphene_rect_t left, right;
  float x;

  tl_owner_map_layout_get_box (tl_owner_map_canvas_get_layout (self), column, 0, &left);
  tl_owner_map_layout_get_box (tl_owner_map_canvas_get_layout (self), column + 1, 0, &right);
  x = floorf (MIN (left.origin.x + left.size.width, right.origin.x + right.size.width));
  return GRAPHENE_RECT_INIT (x, (float) number * BAND, ceilf (MAX (left.origin.x, right.origin.x)) - x, BAND);
}

static void
draw_strip (TlOwnerMapCanvas      *self,
            cairo_t               *cr,
            const TlInk           *ink,
            TlMapColumn            column,
            const graphene_rect_t *strip)
{
  /* What is kept lies above what is dimmed. */
  draw_some (self, cr, ink, column, strip->origin.y, strip->origin.y + BAND, FALSE);
  if (self->trace != NULL)
    draw_some (self, cr, ink, column, strip->origin.y, strip->origin.y + BAND, TRUE);
}

/* As pixels where those are the display's, which are put down at once in every frame; else as shapes, which don't blur. */
static GskRenderNode *
make_strip (TlOwnerMapCanvas *self,
            const TlInk      *ink,
            TlMapColumn       column,
            guint             number)
{
  graphene_rect_t strip = get_strip (self, column, number);
  double scale = tl_owner_map_canvas_find_scale (self);
  GskRenderNode *node;
  cairo_t *cr;

  if (strip.size.width <= 0)
    return NULL;
  if (scale == floor (scale))
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) (strip.size.width * scale),
                                                             (int) (BAND * scale));

      cairo_surface_set_device_scale (surface, scale, scale);
      cr = cairo_create (surface);
      cairo_translate (cr, -strip.origin.x, -strip.origin.y);
      draw_strip (self, cr, ink, column, &strip);
      cairo_destroy (cr);
      return tl_owner_map_canvas_keep_pixels (surface, &strip);
    }
  node = gsk_cairo_node_new (&strip);
  cr = gsk_cairo_node_get_draw_context (node);
  draw_strip (self, cr, ink, column, &strip);
  cairo_destroy (cr);
  return node;
}

static TlOwnerMapBand *
find_band (TlOwnerMapCanvas *self,
           guint             number)
{
  for (guint i = 0; i < self->bands->len; i++)
    {
      TlOwnerMapBand *band = g_ptr_array_index (self->bands, i);

      if (band->number == number)
        return band;
    }
  return NULL;
}

static TlOwnerMapBand *
add_band (TlOwnerMapCanvas *self,
          guint             number)
{
  TlOwnerMapBand *band = g_new0 (TlOwnerMapBand, 1);

  band->number = number;
  g_ptr_array_add (self->bands, band);
  return band;
}

/* Draws strips of a band that aren't there yet, up to so many; returns how many it drew. */
static guint
fill_band (TlOwnerMapCanvas *self,
           TlOwnerMapBand   *band,
           guint             most)
{
  g_autoptr (TlInk) ink = NULL;
  guint n = 0;

  for (; band->n_drawn < G_N_ELEMENTS (band->nodes) && n < most; n++)
    {
      if (ink == NULL)
        ink = tl_widget_ink_new (GTK_WIDGET (self));
      band->nodes[band->n_drawn] = make_strip (self, ink, (TlMapColumn) band->n_drawn, band->number);
      band->n_drawn++;
    }
  return n;
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

/* What comes into sight next is drawn beforehand, a strip a frame, so that no frame has many to draw. */
static void
fill_beside (TlOwnerMapCanvas *self,
             guint             first,
             guint             last,
             double            height)
{
  const guint beside[] = { last + 1, first > 0 ? first - 1 : last + 1, last + 2, first > 1 ? first - 2 : last + 2 };

  for (guint i = 0; i < G_N_ELEMENTS (beside); i++)
    {
      TlOwnerMapBand *band = find_band (self, beside[i]);

      if (beside[i] * (double) BAND > height)
        continue;
      if (band == NULL)
        band = add_band (self, beside[i]);
      if (fill_band (self, band, 1) > 0)
        return;
    }
}

void
tl_owner_map_canvas_draw_edges (TlOwnerMapCanvas *self,
                                GtkSnapshot      *snapshot)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self)), from = 0, to = height;
  guint first, last, n_drawn = 0;

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
    {
      TlOwnerMapBand *band = find_band (self, number);

      if (band == NULL)
        band = add_band (self, number);
      n_drawn += fill_band (self, band, G_MAXUINT);
      for (guint i = 0; i < G_N_ELEMENTS (band->nodes); i++)
        {
          if (band->nodes[i] != NULL)
            gtk_snapshot_append_node (snapshot, band->nodes[i]);
        }
    }
  if (n_drawn == 0)
    fill_beside (self, first, last, height);
}

/* Laid out anew, they are elsewhere. */
void
tl_owner_map_canvas_forget_places (TlOwnerMapCanvas *self)
{
  g_clear_pointer (&self->edge_places, g_array_unref);
  g_ptr_array_set_size (self->bands, 0);
}
