/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* What widgets say, told apart from what the workbook says. */

void       app_spoken_load        (const char *path);
void       app_spoken_add_data    (const char *name,
                                   const char *text);
void       app_spoken_set_where   (const char *format,
                                   ...) G_GNUC_PRINTF (1, 2);
void       app_spoken_judge       (GtkWidget  *root,
                                   GPtrArray  *problems);
GtkWidget *app_spoken_find_action (GtkWidget  *root,
                                   const char *action);
