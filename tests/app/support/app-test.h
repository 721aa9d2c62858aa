/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

/* Real widgets on a virtual display, in this very process. */

int        app_test_run       (int         *argc,
                               char      ***argv,
                               void       (*add_tests) (void));
void       app_test_set_dark  (gboolean     dark);
void       app_test_set_text  (double       scale);
GtkWidget *app_test_show      (GtkWidget   *child,
                               int          width,
                               int          height);
void       app_test_close     (GtkWidget   *window);
void       app_test_settle    (GtkWidget   *window);
void       app_test_keep      (GtkWidget   *window,
                               const char  *name);
void       app_test_forget_heard (void);
guint      app_test_count_heard (const char *part);
gpointer   app_test_find      (GtkWidget   *root,
                               GType        type);
gboolean   app_test_says       (GtkWidget   *root,
                                const char  *part);
GtkWidget *app_test_make_narrow (GtkWidget  *window,
                                GtkWidget   *view);
gboolean   app_test_is_named    (GtkWidget   *widget);
void       app_test_assert_named (GtkWidget *root);
