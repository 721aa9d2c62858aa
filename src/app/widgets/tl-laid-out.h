/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *tl_laid_out_get_first (GtkWidget *parent);
GtkWidget *tl_laid_out_get_next  (GtkWidget *child);

G_END_DECLS
