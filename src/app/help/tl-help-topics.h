/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

char       *tl_help_topics_find         (GtkWidget  *widget);
char       *tl_help_topics_find_within  (GtkWidget  *widget);
const char *tl_help_topics_find_by_type (const char *type_name);

G_END_DECLS
