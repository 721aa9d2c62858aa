/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-report.h"
#include "tl-window.h"

G_BEGIN_DECLS

/* A report into a PDF, with a word in the window when it is done. */

void tl_window_save_report    (TlWindow *self,
                               TlReport *report);
void tl_window_save_report_as (TlWindow *self,
                               TlReport *report,
                               GFile    *file);

G_END_DECLS
