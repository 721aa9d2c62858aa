/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-window.h"

G_BEGIN_DECLS

/* Spreadsheets in and out of a window. */

void tl_window_install_exchange (GtkWidgetClass *widget_class);
void tl_window_import           (TlWindow       *self,
                                 GFile          *source);
void tl_window_merge            (TlWindow       *self,
                                 GFile          *file);
void tl_window_export           (TlWindow       *self,
                                 GFile          *file);

G_END_DECLS
