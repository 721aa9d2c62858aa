/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void tl_dialog_focus_watch (AdwApplicationWindow *window);

G_END_DECLS
