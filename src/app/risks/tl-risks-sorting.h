/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-risks-sorter.h"

G_BEGIN_DECLS

/**
 * TlRisksOrder:
 *
 * What the register can be sorted by. Each is a column too.
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

#define TL_TYPE_RISKS_ORDER (tl_risks_order_get_type ())
GType tl_risks_order_get_type (void);

TlRisksSorter *tl_risks_sorting_new_sorter (TlRisksOrder order,
                                            gboolean     descending);
const char    *tl_risks_sorting_get_title  (TlRisksOrder order);
const char    *tl_risks_sorting_describe   (TlRisksOrder order,
                                            gboolean     descending);

G_END_DECLS
