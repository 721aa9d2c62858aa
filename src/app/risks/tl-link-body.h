/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-risk.h"

G_BEGIN_DECLS

/* What a link of a risk's line rests on, as rows. */

void       tl_link_body_fill          (GtkBox     *body,
                                       TlRisk     *risk,
                                       TlLineLink  link,
                                       gboolean    all);
GtkWidget *tl_link_body_new_more      (guint       n);
guint      tl_link_body_count_first   (guint       n);
GPtrArray *tl_link_body_list_findings (TlRisk     *risk,
                                       TlLineLink  link);

G_END_DECLS
