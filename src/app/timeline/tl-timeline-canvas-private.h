/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-timeline-canvas.h"
#include "tl-timeline-drawing.h"
#include "tl-timeline-tiles.h"
#include "tl-timeline-walk.h"

G_BEGIN_DECLS

/* A week at the least, ten years at the most; a year to begin with. */
#define TL_TIMELINE_LEAST_SPAN 7.0
#define TL_TIMELINE_MOST_SPAN 3653.0
#define TL_TIMELINE_FIRST_SPAN 366.0

/* Where one looks: the day in the middle of what is seen, and how many days are seen. */
typedef struct
{
  double middle;
  double span;
} TlTimelineSight;

struct _TlTimelineCanvas
{
  GtkWidget parent_instance;

  TlTimelinePlan *plan;
  TlTimelineLayout *layout;
  TlTimelineTiles *tiles;
  TlStamps *stamps;
  TlStamps *words;
  /* What stands beside the plot, and for where one looked it was drawn. */
  GskRenderNode *sides;
  double sides_scroll;
  double sides_margin;
  int sides_width;
  int sides_height;
  gboolean sides_in_future;
  TlInk *ink;
  TlTimelineCharts charts;
  TlDay today;

  TlTimelineItem *selected;
  TlTimelineSpot spot;
  char *sentence;
  /* Stands where the spot is, has the keyboard there, and says to a screen reader what is there. */
  GtkWidget *part;
  int width;
  int height;

  TlTimelineSight sight;
  /* The day for which everything is shown stays in sight, at whatever width, until another time is looked at. */
  gboolean wants_today;
  /* The time that was asked for by name: whether it is shown or on its way, and whether it waits for a width. */
  TlTimelineFit fit;
  gboolean is_fitted;
  gboolean fit_waits;
  gboolean configuring;
  struct
  {
    AdwAnimation *animation;
    TlTimelineSight from;
    TlTimelineSight to;
    gboolean wants_today;
  } motion;
  AdwAnimation *glide;
  /* Whether the view changed since the last frame, and what waits until it doesn't. */
  gboolean is_moving;
  /* Whether it comes nearer without an animation, as between two fingers: what is drawn meanwhile isn't kept. */
  gboolean is_nearing;
  guint rest_id;

  double drag_start;
  TlTimelineSight pinch;
  double pinch_at;
  double pointer_x;
  double pointer_y;

  GtkAdjustment *hadjustment;
  GtkAdjustment *vadjustment;
  GtkScrollablePolicy hscroll_policy;
  GtkScrollablePolicy vscroll_policy;
};

const TlInk      *tl_timeline_canvas_get_ink       (TlTimelineCanvas *self);
TlTimelineLayout *tl_timeline_canvas_get_layout    (TlTimelineCanvas *self);
double            tl_timeline_canvas_get_scroll_x  (TlTimelineCanvas *self);
double            tl_timeline_canvas_get_scroll_y  (TlTimelineCanvas *self);
void              tl_timeline_canvas_set_spot      (TlTimelineCanvas *self,
                                                    TlTimelineSpot    spot);
void              tl_timeline_canvas_clear_spot    (TlTimelineCanvas *self);
void              tl_timeline_canvas_place_part    (TlTimelineCanvas *self);
gboolean          tl_timeline_canvas_has_keyboard  (TlTimelineCanvas *self);
void              tl_timeline_canvas_class_install_spot (GtkWidgetClass *widget_class);
TlTimelineHighlight tl_timeline_canvas_get_highlight (TlTimelineCanvas *self);
gboolean          tl_timeline_canvas_locate_spot   (TlTimelineCanvas *self,
                                                    TlBox            *box);
const TlTimelineGlyph *
                  tl_timeline_canvas_get_count     (TlTimelineCanvas *self,
                                                    guint            *lane);
void              tl_timeline_canvas_open          (TlTimelineCanvas *self,
                                                    const TlTimelineGlyph *count,
                                                    guint             lane);
void              tl_timeline_canvas_drop_drawn    (TlTimelineCanvas *self);
void              tl_timeline_canvas_redraw        (TlTimelineCanvas *self);
void              tl_timeline_canvas_emit_view_changed (TlTimelineCanvas *self);
void              tl_timeline_canvas_add_here      (TlTimelineCanvas *self,
                                                    double            x,
                                                    double            y);

/* Drawing, in tl-timeline-canvas-draw.c. */
void              tl_timeline_canvas_draw_tile     (cairo_t          *cr,
                                                    const TlBox      *part,
                                                    gpointer          data);
void              tl_timeline_canvas_snapshot      (GtkWidget        *widget,
                                                    GtkSnapshot      *snapshot);

/* Moving through time, in tl-timeline-canvas-scroll.c and tl-timeline-canvas-motion.c. */
void              tl_timeline_canvas_drop_layout   (TlTimelineCanvas *self);
void              tl_timeline_canvas_drop_scale    (TlTimelineCanvas *self);
void              tl_timeline_canvas_configure     (TlTimelineCanvas *self);
void              tl_timeline_canvas_set_adjustment (TlTimelineCanvas *self,
                                                    GtkAdjustment   **adjustment,
                                                    GtkAdjustment    *value,
                                                    const char       *property);
double            tl_timeline_canvas_get_today_middle (TlTimelineCanvas *self,
                                                    double            span);
void              tl_timeline_canvas_look          (TlTimelineCanvas *self,
                                                    TlTimelineSight   sight,
                                                    gboolean          smoothly,
                                                    gboolean          wants_today);
void              tl_timeline_canvas_fit_now       (TlTimelineCanvas *self,
                                                    gboolean          smoothly);
void              tl_timeline_canvas_zoom_about    (TlTimelineCanvas *self,
                                                    double            factor,
                                                    double            x,
                                                    gboolean          smoothly);
void              tl_timeline_canvas_glide         (TlTimelineCanvas *self,
                                                    double            distance);
void              tl_timeline_canvas_stop          (TlTimelineCanvas *self);
void              tl_timeline_canvas_scroll_to_spot (TlTimelineCanvas *self);
gboolean          tl_timeline_canvas_is_zooming    (TlTimelineCanvas *self);
gboolean          tl_timeline_canvas_draws_anew    (TlTimelineCanvas *self);

void              tl_timeline_canvas_class_install_input (GtkWidgetClass *widget_class);

G_END_DECLS
