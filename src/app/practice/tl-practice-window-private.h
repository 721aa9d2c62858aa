/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-practice-window.h"

G_BEGIN_DECLS

void tl_practice_window_install_compare (GtkWidgetClass   *widget_class);
void tl_practice_window_compare         (TlPracticeWindow *self,
                                         GListModel       *files);
void tl_practice_window_install_making  (GtkWidgetClass   *widget_class);
void tl_practice_window_make            (TlPracticeWindow *self,
                                         GFile            *workbook);

G_END_DECLS
