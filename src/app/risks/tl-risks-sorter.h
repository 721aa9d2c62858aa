/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-risk.h"

G_BEGIN_DECLS

/**
 * TlRisksKey:
 * @number: what is compared first
 * @text: (nullable) (transfer full): what is compared next, as g_utf8_collate_key() makes it
 *
 * By what a risk is put in order.
 */
typedef struct
{
  gint64 number;
  char *text;
} TlRisksKey;

typedef TlRisksKey (* TlRisksKeyFunc) (TlRisk   *risk,
                                       gpointer  user_data);

/**
 * TlRisksSorter:
 *
 * Puts risks in order by a key that is worked out once for each, so that thousands are sorted between two frames. Who
 * changes a risk has to say so by [method@Tl.RisksSorter.forget].
 */
#define TL_TYPE_RISKS_SORTER (tl_risks_sorter_get_type ())
G_DECLARE_FINAL_TYPE (TlRisksSorter, tl_risks_sorter, TL, RISKS_SORTER, GtkSorter)

TlRisksSorter *tl_risks_sorter_new     (TlRisksKeyFunc  func,
                                        gpointer        user_data,
                                        GDestroyNotify  destroy,
                                        gboolean        descending);
void           tl_risks_sorter_prepare (TlRisksSorter  *self,
                                        GListModel     *risks);
void           tl_risks_sorter_forget  (TlRisksSorter  *self);
void           tl_risks_sorter_resort  (TlRisksSorter  *self);

G_END_DECLS
