/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-places-view.h"

#include "tl-deferred-bin.h"
#include "tl-list-growth.h"
#include "tl-place-comparison.h"
#include "tl-place-pane.h"
#include "tl-place-row.h"

G_BEGIN_DECLS

/* What is compared is chosen in tl-places-view-choice.c, how it is shown in tl-places-view-ways.c, the rows of the table are filled, ordered and laid out in
 * tl-places-view-rows.c, and what can be done for the place that is chosen is in tl-places-view-place.c. */

/**
 * TlPlacesOrder:
 * @TL_PLACES_ORDER_STATE: the worst state first, within it the worst value
 * @TL_PLACES_ORDER_NAME: by name
 * @TL_PLACES_ORDER_VALUE: the least value first
 *
 * In what order places are listed, all together always first.
 */
typedef enum
{
  TL_PLACES_ORDER_STATE,
  TL_PLACES_ORDER_NAME,
  TL_PLACES_ORDER_VALUE,
} TlPlacesOrder;

#define TL_N_PLACES_ORDERS (TL_PLACES_ORDER_VALUE + 1)

#define TL_TYPE_PLACES_ORDER (tl_places_order_get_type ())
GType tl_places_order_get_type (void);

struct _TlPlacesView
{
  TlView parent_instance;

  GtkStack *stack;
  GtkDropDown *measure_chooser;
  GtkStringList *measure_names;
  AdwToggleGroup *dimensions;
  GtkDropDown *period_chooser;
  GtkStringList *period_names;
  AdwToggleGroup *way;
  GtkStack *ways;
  GtkWidget *awaiting;
  AdwWrapBox *path;
  GtkWidget *path_bar;
  GtkStack *lists;
  GtkOverlay *overlay;
  GtkScrolledWindow *scroller;
  GtkColumnView *table;
  TlDeferredBin *cards;
  GtkColumnViewColumn *columns[TL_N_PLACES_ORDERS];
  GtkColumnViewColumn *counts_column;
  GListStore *rows;
  GtkSliceListModel *slice;
  GtkSingleSelection *selection;
  GtkLabel *note;
  GtkLabel *verdict;
  GtkWidget *verdict_mark;
  TlDeferredBin *funnel;
  TlDeferredBin *gap;
  TlDeferredBin *matrix;
  GtkStack *sheet;
  GtkWidget *close_button;
  AdwBin *sheet_slot;
  AdwBin *pane_slot;
  TlPlacePane *pane;
  GtkWidget *ticks;
  GtkWidget *names;

  GSettings *settings;
  TlListGrowth *growth;
  TlPlacesOrder order;
  gboolean descending;
  gboolean narrow;

  /* What is concluded, be it of one risk as long as the others are being read; none of it held while out of sight. */
  TlAssessment *assessment;
  GPtrArray *measures;
  const TlMeasureJudgement *measure;
  GArray *periods;
  guint period;
  TlPlaceComparison *shown;
  /* What is shown once there are few rows again, and whether it is waited for. */
  TlPlaceComparison *next;
  gboolean waits;
  /* Until rows out of sight are told what they are. */
  guint telling;

  /* What was chosen, which outlives what is concluded. */
  TlId measure_id;
  TlId place_id;
  TlId within_id;
  TlPlaceKind dimension;
  gboolean updating;

  /* Before the first frame lists to pull down have what is chosen alone. */
  gboolean offers_all;
  guint offering;
};

void                   tl_places_view_show_comparison    (TlPlacesView   *self);
gboolean               tl_places_view_knows_all          (TlPlacesView   *self);

void                   tl_places_view_bind_ways          (GtkWidgetClass *widget_class);
void                   tl_places_view_show_way           (TlPlacesView   *self);

void                   tl_places_view_bind_choice        (GtkWidgetClass *widget_class);
void                   tl_places_view_recall             (TlPlacesView   *self);
void                   tl_places_view_find_measures      (TlPlacesView   *self);
void                   tl_places_view_choose_measure     (TlPlacesView   *self,
                                                          const TlId     *id);
void                   tl_places_view_select_measure     (TlPlacesView   *self,
                                                          guint           index);
guint                  tl_places_view_find_measure       (TlPlacesView   *self,
                                                          const TlId     *measure,
                                                          const TlId     *risk);

void                   tl_places_view_bind_rows          (GtkWidgetClass *widget_class);
void                   tl_places_view_begin_rows         (TlPlacesView   *self);
void                   tl_places_view_fill_rows          (TlPlacesView   *self);
void                   tl_places_view_select_row         (TlPlacesView   *self,
                                                          guint           position);
void                   tl_places_view_order_rows         (TlPlacesView   *self,
                                                          TlPlacesOrder   order,
                                                          gboolean        descending);
void                   tl_places_view_head_columns       (TlPlacesView   *self);

void                   tl_places_view_compare            (TlPlacesView   *self);
void                   tl_places_view_stop_waiting       (TlPlacesView   *self);
const TlPlaceFacts    *tl_places_view_get_within         (TlPlacesView   *self);
void                   tl_places_view_go_within          (TlPlacesView   *self,
                                                          const TlPlaceFacts *within);
void                   tl_places_view_show_path          (TlPlacesView   *self);

void                   tl_places_view_bind_place         (GtkWidgetClass *widget_class);
void                   tl_places_view_show_place         (TlPlacesView   *self);
void                   tl_places_view_place_pane         (TlPlacesView   *self);
void                   tl_places_view_choose_place       (TlPlacesView   *self,
                                                          guint           index);
void                   tl_places_view_focus_list         (TlPlacesView   *self);
void                   tl_places_view_fill_cards         (TlPlacesView   *self);

G_END_DECLS
