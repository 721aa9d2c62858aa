/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlListGrowth:
 *
 * Offers a list no more rows than a window shows until they are painted, and then the others a few at a time between
 * frames, since to make hundreds of rows at once takes longer than a frame.
 */
#define TL_TYPE_LIST_GROWTH (tl_list_growth_get_type ())
G_DECLARE_FINAL_TYPE (TlListGrowth, tl_list_growth, TL, LIST_GROWTH, GObject)

typedef void (* TlListGrowthFunc) (gpointer user_data);

TlListGrowth *tl_list_growth_new         (GtkSliceListModel *slice,
                                          GtkWidget         *widget,
                                          int                around);
void          tl_list_growth_reach       (TlListGrowth      *self,
                                          guint              position);
void          tl_list_growth_restart     (TlListGrowth      *self);
void          tl_list_growth_restart_for (TlListGrowth      *self,
                                          TlListGrowthFunc   func,
                                          gpointer           user_data);

G_END_DECLS
