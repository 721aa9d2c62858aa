/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-window.h"

G_BEGIN_DECLS

/* The workbook as it was recorded at a past moment, in the window that has it open. */

void tl_window_ask_recorded   (TlWindow   *self);
void tl_window_show_recorded  (TlWindow   *self,
                               gint64      moment);
void tl_window_show_past      (TlWindow   *self,
                               TlWorkbook *past);
void tl_window_show_now       (TlWindow   *self);

G_END_DECLS
