/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/* The desktop's portal, played on the test's own session bus by a thread of its own: it opens whatever it is given,
 * chooses the files that it is told to, and prints. A program that uses it sets GDK_DEBUG to "portals" before GTK begins. */

typedef struct _AppPortal AppPortal;

AppPortal *app_portal_new          (void);
void       app_portal_free         (AppPortal          *self);
void       app_portal_set_choice   (AppPortal          *self,
                                    const char * const *paths);
char      *app_portal_take_opened  (AppPortal          *self,
                                    gboolean           *writable);
guint      app_portal_count_opened (AppPortal          *self);
char      *app_portal_get_proposed (AppPortal          *self);
GBytes    *app_portal_take_printed (AppPortal          *self);
