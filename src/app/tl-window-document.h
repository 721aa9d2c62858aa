/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-window.h"

G_BEGIN_DECLS

/* Opening, saving and closing in a window. */

void     tl_window_open_kept_copy (TlWindow *self,
                                  GFile    *folder);
void     tl_window_show_error   (TlWindow   *self,
                                 const char *heading,
                                 const char *body);
void     tl_window_save_as      (TlWindow *self);
void     tl_window_ask_provider (TlWindow *self);
void     tl_window_begin_import (TlWindow *self,
                                 GFile    *source);
gboolean tl_window_close        (TlWindow *self);

G_END_DECLS
