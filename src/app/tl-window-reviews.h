/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-window.h"

G_BEGIN_DECLS

void tl_window_install_reviews (GtkWidgetClass *widget_class);
void tl_window_project         (TlWindow       *self,
                                gboolean        projected);

G_END_DECLS
