/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-owners-view.h"

#include "tl-owner-alike.h"
#include "tl-owner-entries.h"
#include "tl-owner-filter-bar.h"
#include "tl-owner-map-canvas.h"
#include "tl-owner-tree.h"

G_BEGIN_DECLS

/* In which way it is shown is chosen in tl-owners-view-ways.c; what is said of what is chosen in it, and done with that, is
 * in tl-owners-view-chosen.c. */

struct _TlOwnersView
{
  TlView parent_instance;

  GtkStack *stack;
  GtkWidget *headings;
  TlOwnerMapCanvas *canvas;
  GtkWidget *line;
  GtkLabel *sentence;
  GtkLabel *concern;
  TlOwnerAlike *alike;
  GtkWidget *erase_button;
  GtkButton *hand_over_button;
  TlOwnerFilterBar *filter_bar;
  GtkWidget *nothing;
  AdwToggleGroup *way;
  GtkStack *ways;
  TlOwnerTree *tree;
  TlOwnerEntries *people;
  TlOwnerEntries *records;
  GtkWidget *foot;
  GtkWidget *zoom_box;
  GtkWidget *legend;

  GSettings *settings;
  /* Whether there is no room for the map, and whether ways are being offered rather than chosen. */
  gboolean narrow;
  gboolean offering;
  /* Which lists stand beside the map, and whether records disagree with it. */
  gboolean has_people;
  gboolean has_records;
  gboolean disagreed;

  /* A map that is being made. */
  GCancellable *making;
  /* What was chosen last, to be found again in another map. */
  TlMapColumn chosen_column;
  TlId chosen_id;
};

void tl_owners_view_bind_ways   (GtkWidgetClass   *widget_class);
void tl_owners_view_set_up_ways (TlOwnersView     *self);
gboolean tl_owners_view_is_way  (TlOwnersView     *self,
                                 const char       *way);
void tl_owners_view_show_way    (TlOwnersView     *self);
void tl_owners_view_make        (TlOwnersView     *self);

void tl_owners_view_bind_chosen (GtkWidgetClass   *widget_class);
void tl_owners_view_show_chosen (TlOwnersView     *self);
guint tl_owners_view_find_node  (const TlOwnerMap *map,
                                 TlMapColumn       column,
                                 const TlId       *id);
guint tl_owners_view_find_risk  (const TlOwnerMap *map,
                                 TlRisk           *risk);

G_END_DECLS
