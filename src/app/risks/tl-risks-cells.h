/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-risks-sorting.h"

G_BEGIN_DECLS

/* The cells of the register. */

GtkListItemFactory *tl_risks_cells_new (TlRisksOrder column);

G_END_DECLS
