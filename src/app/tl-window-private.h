/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-window.h"

#include "tl-deferred-bin.h"
#include "tl-drop-notice.h"
#include "tl-kept-copy.h"
#include "tl-sidebar-row.h"
#include "tl-start-page.h"

G_BEGIN_DECLS

/* How long something may be awaited before it is said that it is being done, in milliseconds. */
#define TL_WINDOW_PATIENCE 500

struct _TlWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkStack *stack;
  AdwNavigationSplitView *split_view;
  AdwNavigationPage *content_page;
  GtkListBox *sidebar;
  TlSidebarRow *risks_row;
  TlSidebarRow *reviews_row;
  AdwViewStack *views;
  AdwWindowTitle *window_title;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkMenuButton *menu_button;
  AdwSplitButton *add_button;
  GtkMenuButton *as_at_button;
  GtkLabel *as_at_label;
  AdwBanner *as_at_banner;
  AdwBanner *recorded_banner;
  AdwBanner *conflicts_banner;
  AdwBanner *state_banner;
  TlDeferredBin *start_bin;
  TlDropNotice *drop_notice;

  /* The offer to take back what was done last, and the history's fingerprint once that was done. */
  AdwToast *offer;
  char *offered;

  TlWorkbook *workbook;
  TlRisk *risk;
  GSignalGroup *signals;
  /* While a workbook is being opened. */
  GCancellable *opening;
  /* Until the window is shown, and until its menus are there. */
  guint presenting;
  guint creating_menus;
  GtkBuilder *menus;
  /* The view that is wanted, which waits until something is concluded; and when that is said. */
  char *view;
  guint awaiting;
  gboolean awaited;
  /* When it is said that another day is being worked out. */
  guint awaiting_day;
  /* The file being opened. */
  GFile *file;
  /* What a new workbook is begun with. */
  GFile *source;
  /* The name that a new workbook is to have. */
  char *provider;
  /* The history's fingerprint when it was opened, to tell whether anything would be lost. */
  char *fingerprint;
  gboolean closing;
  /* What is to be merged once the workbook is open, and whether this is itself something that was left. */
  TlKeptCopy *to_merge;
  gboolean goes_on;
  /* Whether what was being typed is kept, and closing may go on. */
  gboolean settled;
  /* Whether a review is shown on a wall, how the sidebar stood before, and what brings it back. */
  gboolean projected;
  gboolean was_collapsed;
  guint unfolding;
};

void tl_window_install_actions (GtkWidgetClass *widget_class);
void tl_window_update_actions  (TlWindow       *self);
void tl_window_begin_menus     (TlWindow       *self);
void tl_window_end_menus       (TlWindow       *self);
void tl_window_update_day      (TlWindow       *self);
void tl_window_end_day         (TlWindow       *self);
void tl_window_update_state    (TlWindow       *self);
void tl_window_explain_saving  (TlWindow       *self);
void tl_window_merge_into      (TlWindow       *self,
                                TlKeptCopy     *kept,
                                GFile          *file);
void tl_window_merge_offered   (TlWindow       *self);
void tl_window_take_reading_failure (TlWindow     *self,
                                     const GError *error);
void tl_window_take_workbook   (TlWindow       *self,
                                TlWorkbook     *workbook);
gboolean tl_window_is_concluded (TlWindow      *self);
TlView *tl_window_get_view     (TlWindow       *self);
void tl_window_set_workbook    (TlWindow       *self,
                                TlWorkbook     *workbook);

G_END_DECLS
