/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-application.h"

#include "tl-window.h"

G_BEGIN_DECLS

TlWindow *tl_application_find_window   (TlApplication *self,
                                        GFile         *file);
TlWindow *tl_application_ensure_window (TlApplication *self);
void      tl_application_add_actions   (TlApplication *self);

G_END_DECLS
