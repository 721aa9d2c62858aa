/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-risks-view.h"

#include "tl-deferred-bin.h"
#include "tl-filter-chip.h"
#include "tl-filters-popover.h"
#include "tl-list-growth.h"
#include "tl-risk-filter.h"
#include "tl-risks-arrangement.h"
#include "tl-risks-groups.h"
#include "tl-risks-none-page.h"
#include "tl-risks-options.h"

G_BEGIN_DECLS

/* The place among the chips of the one whose risks follow from what is found. */
#define TL_RISK_CHIP_ATTENTION 3

struct _TlRisksView
{
  TlView parent_instance;

  AdwOverlaySplitView *split_view;
  TlDeferredBin *page_bin;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkWidget *search_spinner;
  TlFilterChip *chips[TL_N_RISK_CHOICES];
  GtkWidget *link_chip;
  GtkLabel *link_label;
  GtkMenuButton *filters_button;
  GtkMenuButton *options_button;
  GtkStack *stack;
  /* Not there before it is wanted. */
  TlRisksNonePage *none_page;
  GtkColumnView *table;
  GtkListView *cards;
  GtkColumnViewColumn *columns[TL_N_RISKS_ORDERS];
  GtkLabel *summary;
  GtkWidget *summary_spinner;
  TlRiskFilter *filter;
  GtkFilterListModel *found;
  GtkSortListModel *sorted;
  GtkSliceListModel *slice;
  GtkSingleSelection *selection;

  GSettings *settings;
  TlRisksArrangement *arrangement;
  TlRisksGroups *groups;
  /* By which the risks are sorted, and by which they are about to be. */
  TlRisksSorter *sorter;
  TlRisksSorter *next_sorter;
  TlListGrowth *growth;
  TlSavedFilters *saved_filters;
  /* The risks whose keys the sorters have to forget when they change. */
  GListModel *risks;

  /* NULL until its menu has been opened. */
  TlRisksOptions *options;

  /* Whether anything is concluded of the workbook, and until then when it is said that something is being worked out. */
  gboolean concluded;
  guint awaiting;
  /* The page is to be opened once it has something to say. */
  gboolean page_awaited;

  gboolean narrow;
  gboolean wide;
  /* While the selection follows the risk in hand, or headings the order, and not the other way round. */
  gboolean following;
  guint spinning;
  /* Until the rows have been laid out. */
  guint frames_to_top;
};

/* Which risks are shown. */
void tl_risks_view_bind_choice    (GtkWidgetClass *widget_class);
void tl_risks_view_begin_choice   (TlRisksView    *self);
void tl_risks_view_update_chips   (TlRisksView    *self);
void tl_risks_view_update_stack   (TlRisksView    *self);

/* What is shown before anything is concluded. */
void tl_risks_view_await          (TlRisksView    *self);
void tl_risks_view_begin_concluded (TlRisksView   *self);

/* What is looked for in them. */
void tl_risks_view_bind_search    (GtkWidgetClass *widget_class);
void tl_risks_view_begin_search   (TlRisksView    *self);

/* In which order and groups. */
void tl_risks_view_begin_order    (TlRisksView    *self);
void tl_risks_view_forget_keys    (TlRisksView    *self);
void tl_risks_view_show_top       (TlRisksView    *self);
void tl_risks_view_refill         (TlRisksView      *self,
                                   TlListGrowthFunc  func);

/* The risk in hand, and its page. */
void tl_risks_view_bind_page      (GtkWidgetClass *widget_class);
void tl_risks_view_select_risk    (TlRisksView    *self,
                                   TlRisk         *risk);
void tl_risks_view_open_awaited   (TlRisksView    *self);
void tl_risks_view_open_findings  (TlRisksView    *self,
                                   TlRisk         *risk);

G_END_DECLS
