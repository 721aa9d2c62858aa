/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-ink.h"

G_BEGIN_DECLS

TlInk  *tl_widget_ink_new          (GtkWidget *widget);
double  tl_widget_ink_get_dimness  (void);
GdkRGBA tl_widget_ink_get_late     (void);

G_END_DECLS
