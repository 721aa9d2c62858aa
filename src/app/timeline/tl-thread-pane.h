/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-action-thread.h"

G_BEGIN_DECLS

/**
 * TlThreadPane:
 *
 * The thread of one action, step by step: what was wrong, who answers, what was agreed and done, what shows it, who looked,
 * and whether it lasted. What is missing is a step, too.
 */
#define TL_TYPE_THREAD_PANE (tl_thread_pane_get_type ())
G_DECLARE_FINAL_TYPE (TlThreadPane, tl_thread_pane, TL, THREAD_PANE, GtkWidget)

void                  tl_thread_pane_set_thread (TlThreadPane   *self,
                                                 TlActionThread *thread);
const TlActionThread *tl_thread_pane_get_thread (TlThreadPane   *self);
int                   tl_thread_pane_get_step   (TlThreadPane   *self);
gboolean              tl_thread_pane_go         (TlThreadPane   *self,
                                                 int             steps);

G_END_DECLS
