/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-window.h"

G_BEGIN_DECLS

/* Where somebody was in a workbook, to be there again when it is opened the next time. */

TlLastLook *tl_window_memory_get_last_look (GSettings *settings);

void tl_window_recall_risk (TlWindow *self);
void tl_window_remember (TlWindow *self);
void tl_window_recall   (TlWindow *self);
void tl_window_forget   (TlWindow *self);

G_END_DECLS
