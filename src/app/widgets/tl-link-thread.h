/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"
#include "tl-drawn-cell.h"

G_BEGIN_DECLS

/**
 * TlLinkThread:
 *
 * One link of a line that runs down a page: its mark, and the thread above and beneath it.
 */
#define TL_TYPE_LINK_THREAD (tl_link_thread_get_type ())
G_DECLARE_FINAL_TYPE (TlLinkThread, tl_link_thread, TL, LINK_THREAD, TlDrawnCell)

void tl_link_thread_set_link (TlLinkThread              *self,
                         const TlRiskJudgement *risk,
                         TlLineLink             link);

G_END_DECLS
