/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-ink.h"

G_BEGIN_DECLS

void tl_chart_words_snapshot (GtkWidget   *chart,
                              const TlInk *ink,
                              GtkSnapshot *snapshot,
                              GtkWidget   *part,
                              const char  *sentence);
void tl_chart_words_snapshot_at (GtkWidget             *chart,
                                 const TlInk           *ink,
                                 GtkSnapshot           *snapshot,
                                 const graphene_rect_t *place,
                                 const char            *sentence);

G_END_DECLS
