/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlRisksOrder:
 *
 * What the register can be sorted by.
 */
typedef enum
{
  TL_RISKS_ORDER_REF,
  TL_RISKS_ORDER_TITLE,
  TL_RISKS_ORDER_RATING,
  TL_RISKS_ORDER_OWNER,
  TL_RISKS_ORDER_LINE,
  TL_RISKS_ORDER_MEASURE,
  TL_RISKS_ORDER_REVIEW,
  TL_RISKS_ORDER_FINDINGS,
  TL_N_RISKS_ORDERS
} TlRisksOrder;

GtkSorter  *tl_risks_sorting_new_sorter (TlRisksOrder order);
const char *tl_risks_sorting_describe   (TlRisksOrder order,
                                         GtkSortType  direction);

G_END_DECLS
