/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-window.h"

G_BEGIN_DECLS

/* Going back to a backup, and taking a workbook off this computer. */

void tl_window_restore_backup  (TlWindow *self);
void tl_window_restore_file    (TlWindow *self,
                                GFile    *file);
void tl_window_remove_workbook (TlWindow *self);

G_END_DECLS
