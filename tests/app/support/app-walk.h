/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-edit-dialog.h"
#include "tl-window.h"

/* Going about in the program's window as a person does, by real keys alone or by real clicks alone. */

gboolean      app_walk_can        (TlWindow   *window);
void          app_walk_keys       (TlWindow   *window,
                                   const char *first,
                                   ...) G_GNUC_NULL_TERMINATED;
char         *app_walk_dup_focus  (TlWindow   *window);
void          app_walk_go         (TlWindow   *window,
                                   const char *name);
void          app_walk_go_back    (TlWindow   *window,
                                   const char *name);
void          app_walk_press      (TlWindow   *window,
                                   const char *name);
void          app_walk_click      (TlWindow   *window,
                                   GtkWidget  *widget);
GtkWidget    *app_walk_see        (GtkWidget  *root,
                                   GType       type,
                                   const char *name);
void          app_walk_click_on   (TlWindow   *window,
                                   GType       type,
                                   const char *name);
TlEditDialog *app_walk_get_form   (TlWindow   *window);
TlEditDialog *app_walk_wait_form  (TlWindow   *window,
                                   TlTable     table);
void          app_walk_enter      (TlWindow   *window,
                                   const char *column,
                                   const char *text);
void          app_walk_choose     (TlWindow   *window,
                                   const char *column,
                                   const char *word);
void          app_walk_find       (TlWindow   *window,
                                   const char *column,
                                   const char *text);
void          app_walk_press_switch (TlWindow *window,
                                   const char *column);
void          app_walk_keep       (TlWindow   *window);
