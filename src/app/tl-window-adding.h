/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-window.h"

G_BEGIN_DECLS

void tl_window_install_adding (GtkWidgetClass *widget_class);
void tl_window_update_adding  (TlWindow       *self,
                               gboolean        possible);

G_END_DECLS
