/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-history-list.h"
#include "tl-view.h"

G_BEGIN_DECLS

/**
 * TlHistoryView:
 *
 * Who changed what and when, with taking back, and with the workbook as it was recorded then.
 *
 * Properties: `editable`.
 */
#define TL_TYPE_HISTORY_VIEW (tl_history_view_get_type ())
G_DECLARE_FINAL_TYPE (TlHistoryView, tl_history_view, TL, HISTORY_VIEW, TlView)

void           tl_history_view_show_risk (TlHistoryView   *self,
                                          TlRisk          *risk);
gboolean       tl_history_view_show_change (TlHistoryView *self,
                                          const TlDigest  *change);
TlHistoryList *tl_history_view_get_list  (TlHistoryView   *self);

G_END_DECLS
