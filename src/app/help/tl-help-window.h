/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-help-library.h"

G_BEGIN_DECLS

/**
 * TlHelpWindow:
 *
 * The help: its contents, a search, and a page to read. It stands beside what it is about.
 */
#define TL_TYPE_HELP_WINDOW (tl_help_window_get_type ())
G_DECLARE_FINAL_TYPE (TlHelpWindow, tl_help_window, TL, HELP_WINDOW, AdwApplicationWindow)

TlHelpWindow     *tl_help_window_new      (GtkApplication *application);
void              tl_help_window_present  (GtkApplication *application,
                                           const char     *address);
gboolean          tl_help_window_go       (TlHelpWindow   *self,
                                           const char     *address);
const TlHelpPage *tl_help_window_get_page (TlHelpWindow   *self);
void              tl_help_window_install_action (GtkWidgetClass *widget_class);

G_END_DECLS
