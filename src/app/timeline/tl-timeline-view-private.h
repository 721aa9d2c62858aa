/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-timeline-view.h"

#include "tl-item-pane.h"
#include "tl-thread-pane.h"
#include "tl-timeline-canvas.h"
#include "tl-timeline-list.h"

G_BEGIN_DECLS

struct _TlTimelineView
{
  TlView parent_instance;

  GtkStack *stack;
  GtkStack *body;
  AdwWrapBox *choices;
  GtkDropDown *scope_kind;
  GtkMenuButton *scope_button;
  GtkLabel *scope_label;
  GtkWidget *outcomes_button;
  GtkMenuButton *filter_button;
  GtkMenuButton *follow_button;
  GtkMenuButton *charts_button;
  AdwToggleGroup *zoom;
  AdwWrapBox *chips;
  GtkWidget *scroller;
  TlTimelineCanvas *canvas;
  GtkStack *list_stack;
  GtkColumnView *list;
  GtkListView *cards;
  GtkColumnViewColumn *day_column;
  GtkSingleSelection *selection;
  AdwOverlaySplitView *split;
  GtkStack *side;
  TlItemPane *pane;
  TlThreadPane *thread_pane;
  GtkPopover *add_menu;

  TlTimelineList *rows;
  /* What is shown, and what of it. */
  TlTimelineScope scope;
  TlTimelineFilter filter;
  TlId follow;
  /* All of the scope; what passes the filter is in the canvas. */
  TlTimelinePlan *whole;
  GCancellable *planning;
  gboolean anew;
  /* The row of what was chosen, while another plan is made. */
  TlId chosen;
  /* The time that was looked at before an action was followed. */
  double middle_before;
  double span_before;
  /* The day and the lane at which something is to be added. */
  TlDay add_day;
  TlSource add_source;

  int canvas_height;
  gboolean narrow;
  gboolean came_from_list;
  guint update_id;
  gboolean updating;
};

/* What is shown. */
TlAssessment *tl_timeline_view_get_assessment  (TlTimelineView *self);
void          tl_timeline_view_update_list     (TlTimelineView *self);
void          tl_timeline_view_note_chosen     (TlTimelineView *self);
void          tl_timeline_view_stop_planning   (TlTimelineView *self);
void          tl_timeline_view_drop_plan       (TlTimelineView *self);
void          tl_timeline_view_bind_time       (GtkWidgetClass *widget_class);
void          tl_timeline_view_show_plan       (TlTimelineView *self,
                                                gboolean        anew);
void          tl_timeline_view_mark_time       (TlTimelineView *self,
                                                const char     *name);
gboolean      tl_timeline_view_choose_row      (TlTimelineView *self,
                                                const TlId     *row,
                                                gboolean        reveal);

/* Of what. */
void          tl_timeline_view_bind_scope      (GtkWidgetClass *widget_class);
void          tl_timeline_view_begin_scope     (TlTimelineView *self);
void          tl_timeline_view_set_scope       (TlTimelineView *self,
                                                TlTimelineScope scope);
gboolean      tl_timeline_view_check_scope     (TlTimelineView *self);
void          tl_timeline_view_update_scope    (TlTimelineView *self);
void          tl_timeline_view_remember        (TlTimelineView *self);
void          tl_timeline_view_recall          (TlTimelineView *self);

/* What of it. */
void          tl_timeline_view_bind_filter     (GtkWidgetClass *widget_class);
void          tl_timeline_view_update_chips    (TlTimelineView *self);
void          tl_timeline_view_clear_filter    (TlTimelineView *self);

/* One action. */
void          tl_timeline_view_bind_follow     (GtkWidgetClass *widget_class);
void          tl_timeline_view_update_follow   (TlTimelineView *self);
void          tl_timeline_view_unfollow        (TlTimelineView *self);
gboolean      tl_timeline_view_is_following    (TlTimelineView *self);

/* What is chosen. */
void          tl_timeline_view_bind_item       (GtkWidgetClass *widget_class);
void          tl_timeline_view_update_pane     (TlTimelineView *self);
void          tl_timeline_view_close_pane      (TlTimelineView *self);

/* What is added. */
void          tl_timeline_view_bind_adding     (GtkWidgetClass *widget_class);
void          tl_timeline_view_update_adding   (TlTimelineView *self);

G_END_DECLS
