/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the cells of the register show, for the expressions of their .ui files. */

void tl_risks_cells_bind_callbacks (GtkWidgetClass *widget_class);

G_END_DECLS
