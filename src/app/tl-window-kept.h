/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-kept-copy.h"
#include "tl-window.h"

G_BEGIN_DECLS

/* What was left on this computer when a program ended, in a window. */

void tl_window_open_kept   (TlWindow   *self,
                            TlKeptCopy *kept);
void tl_window_merge_kept  (TlWindow   *self,
                            TlKeptCopy *kept);
void tl_window_ask_merge   (TlWindow   *self,
                            TlKeptCopy *kept);
void tl_window_ask_remove  (TlWindow   *self,
                            TlKeptCopy *kept);
void tl_window_go_on       (TlWindow   *self);
gboolean tl_window_settle_typing (TlWindow *self);

G_END_DECLS
