/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlBox:
 * @x: its left
 * @y: its top
 * @width: its width
 * @height: its height
 *
 * A rectangle, in units of the drawing.
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} TlBox;

/**
 * TlMarginLabel:
 * @wanted: where its middle would best be
 * @height: its height
 * @rank: 0 is the most important
 * @placed: where its middle is
 * @shown: whether there was room
 *
 * A label beside a chart, at the height of what it names.
 */
typedef struct
{
  double wanted;
  double height;
  guint rank;
  double placed;
  gboolean shown;
} TlMarginLabel;

/**
 * TlCallout:
 * @x: the point it names
 * @y: the point it names
 * @width: its width
 * @height: its height
 * @above: whether it would best stand above its point
 * @box: where it stands
 * @shown: whether it has found a place
 *
 * A label in a chart, that names a point of it.
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
  gboolean above;
  TlBox box;
  gboolean shown;
} TlCallout;

/**
 * TlCalloutRoom:
 * @bounds: labels stay within this
 * @hard: (array length=n_hard): what labels and their leaders never cover
 * @n_hard: how many
 * @soft: (array length=n_soft): what labels had better not cover
 * @n_soft: how many
 * @gap: labels stand at least this far from their points
 *
 * Where labels in a chart may stand.
 */
typedef struct
{
  TlBox bounds;
  const TlBox *hard;
  guint n_hard;
  const TlBox *soft;
  guint n_soft;
  double gap;
} TlCalloutRoom;

gboolean tl_box_keep_between     (TlBox               *self,
                                  double               first,
                                  double               last,
                                  double               from,
                                  double               to);
gboolean tl_box_overlaps         (const TlBox         *a,
                                  const TlBox         *b);
gboolean tl_box_contains         (const TlBox         *self,
                                  double               x,
                                  double               y);

gboolean tl_callout_get_leader   (const TlCallout     *self,
                                  double               clear,
                                  double              *from,
                                  double              *to);

void     tl_place_margin_labels  (TlMarginLabel       *labels,
                                  guint                n_labels,
                                  double               from,
                                  double               to);
void     tl_place_callouts       (TlCallout           *callouts,
                                  guint                n_callouts,
                                  const TlCalloutRoom *room);

G_END_DECLS
