/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-funnel-chart-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In pixels of the design. */
#define MARK_HALF 8
#define CALLOUT_GAP 10

static void
add_label (TlFunnelChart  *self,
           const TlInk    *ink,
           char           *text,
           double          value,
           gboolean        bold,
           const TlColour *colour)
{
  TlFunnelLabel *label = &self->labels[self->n_labels];

  if (isfinite (value))
    {
      label->layout = tl_ink_create_layout (ink, text, bold ? TL_TEXT_SMALL_BOLD : TL_TEXT_SMALL);
      label->place = (TlMarginLabel) { .wanted = value, .rank = self->n_labels++ };
      label->colour = colour;
      tl_ink_measure_layout (label->layout, NULL, &label->place.height);
      label->place.height *= 0.9;
    }
  g_free (text);
}

static void
add_limit_label (TlFunnelChart *self,
                 const TlInk   *ink,
                 TlFunnelLimit  limit,
                 gboolean       above)
{
  double value = tl_funnel_chart_get_limit (self->measure, self->comparison, limit, above, self->sizes.to);
  /* xgettext:no-c-format */
  const char *weak = _("99.8 % limit");
  /* xgettext:no-c-format */
  const char *watch = _("95 % limit");

  if (value >= self->values.from && value <= self->values.to)
    add_label (self, ink, g_strdup (limit == TL_FUNNEL_LIMIT_WEAK ? weak : watch), value, FALSE, &ink->dimmed);
}

/* What each line is, where it ends. */
void
tl_funnel_chart_add_labels (TlFunnelChart *self,
                            const TlInk   *ink)
{
  double target = self->measure->target_value, pooled = self->comparison->pooled_value;
  int decimals = self->measure->facts->kind != TL_MEASURE_KIND_PROPORTION && fabs (pooled) < 1 ? 3 : 1;
  g_autofree char *target_text = tl_funnel_chart_format_value (self, target, fabs (target - round (target)) < 1e-6 ? 0 : 1);
  g_autofree char *pooled_text = tl_funnel_chart_format_value (self, pooled, (guint) decimals);

  add_label (self, ink, g_strdup_printf (C_("beside a chart", "target %s"), target_text), target, TRUE, &ink->text);
  add_label (self, ink, g_strdup_printf (C_("beside a chart", "all %s"), pooled_text), pooled, TRUE, &ink->accent);
  for (gboolean above = FALSE; above <= TRUE && self->limited; above++)
    {
      add_limit_label (self, ink, TL_FUNNEL_LIMIT_WEAK, above);
      add_limit_label (self, ink, TL_FUNNEL_LIMIT_WATCH, above);
    }
}

double
tl_funnel_chart_measure_labels (const TlFunnelChart *self)
{
  double widest = 0, width;

  for (guint i = 0; i < self->n_labels; i++)
    {
      tl_ink_measure_layout (self->labels[i].layout, &width, NULL);
      widest = MAX (widest, width);
    }
  return widest;
}

void
tl_funnel_chart_place_labels (TlFunnelChart *self)
{
  TlMarginLabel places[MOST_LABELS];

  for (guint i = 0; i < self->n_labels; i++)
    {
      self->labels[i].place.wanted = tl_scale_to_position (&self->values, self->labels[i].place.wanted);
      places[i] = self->labels[i].place;
    }
  tl_place_margin_labels (places, self->n_labels, self->plot.y, self->plot.y + self->plot.height);
  for (guint i = 0; i < self->n_labels; i++)
    self->labels[i].place = places[i];
}

/* Weak places and those on watch are named in the chart, weak first. */
void
tl_funnel_chart_add_names (TlFunnelChart *self,
                           const TlInk   *ink)
{
  for (guint i = 0; i < self->comparison->n_places && self->n_names < MOST_NAMES; i++)
    {
      const TlPlaceJudgement *place = &self->comparison->places[i];
      gboolean weak = place->state == TL_PLACE_STATE_WEAK;
      TlCallout *callout = &self->callouts[self->n_names];
      PangoLayout *layout;

      if (!tl_funnel_chart_is_placed (place) || (!weak && place->state != TL_PLACE_STATE_WATCH))
        continue;
      layout = tl_ink_create_layout (ink, place->place->name, weak ? TL_TEXT_SMALL_BOLD : TL_TEXT_SMALL);
      tl_ink_measure_layout (layout, &callout->width, &callout->height);
      if (callout->width > self->plot.width * 0.45)
        {
          pango_layout_set_width (layout, (int) (self->plot.width * 0.45 * PANGO_SCALE));
          pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
          tl_ink_measure_layout (layout, &callout->width, &callout->height);
        }
      tl_funnel_chart_get_place (self, i, &callout->x, &callout->y);
      callout->above = place->value >= self->comparison->pooled_value;
      self->names[self->n_names++] = layout;
    }
}

/* The lines that names had better not stand on: the two levels, and the limits as small boxes along them. */
static GArray *
list_lines (const TlFunnelChart *self,
            const TlInk         *ink)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (TlBox));
  double levels[] = { self->measure->target_value, self->comparison->pooled_value };
  double half = tl_ink_px (ink, MARK_HALF / 2), right = self->plot.x + self->plot.width;

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      TlBox box = { self->plot.x, tl_scale_to_position (&self->values, levels[i]) - half, self->plot.width, 2 * half };

      if (isfinite (levels[i]))
        g_array_append_val (boxes, box);
    }
  for (TlFunnelLimit limit = TL_FUNNEL_LIMIT_WATCH; limit <= TL_FUNNEL_LIMIT_WEAK; limit++)
    for (gboolean above = FALSE; above <= TRUE; above++)
      for (double x = self->plot.x + half; x < right; x += 4 * half)
        {
          double y = tl_funnel_chart_get_limit_at (self, limit, above, x);
          TlBox box = { x - half, y - half / 2, 4 * half, half };

          if (y >= self->plot.y && y <= self->plot.y + self->plot.height)
            g_array_append_val (boxes, box);
        }
  return boxes;
}

void
tl_funnel_chart_place_names (TlFunnelChart *self,
                             const TlInk   *ink)
{
  guint n_places = self->comparison->n_places, n = 0;
  g_autofree TlBox *marks = g_new (TlBox, n_places + 1);
  g_autoptr(GArray) lines = list_lines (self, ink);
  double half = tl_ink_px (ink, MARK_HALF), x, y;
  TlCalloutRoom room = {
    .bounds = self->plot, .hard = marks, .soft = (TlBox *) (gpointer) lines->data, .n_soft = lines->len,
    .gap = tl_ink_px (ink, CALLOUT_GAP),
  };

  for (guint i = 0; i < n_places; i++)
    if (tl_funnel_chart_get_place (self, i, &x, &y))
      marks[n++] = (TlBox) { x - half, y - half, 2 * half, 2 * half };
  room.n_hard = n;
  tl_place_callouts (self->callouts, self->n_names, &room);
}
