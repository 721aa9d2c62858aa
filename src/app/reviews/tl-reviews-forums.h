/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-assessment.h"

G_BEGIN_DECLS

void  tl_reviews_forums_fill (GtkListBox         *list,
                              const TlAssessment *assessment,
                              GPtrArray          *due);
char *tl_reviews_forums_say  (const TlAssessment *assessment,
                              GPtrArray          *due);

G_END_DECLS
