/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Adds the words of a thing, one for each column. */
typedef void (*BenchSay) (gpointer   item,
                          GPtrArray *words);

GtkWidget *bench_table_open (GtkWidget *like,
                             GtkWidget *scrolled,
                             BenchSay   say);

G_END_DECLS
