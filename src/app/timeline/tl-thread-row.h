/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-action-thread.h"

G_BEGIN_DECLS

/**
 * TlThreadRow:
 *
 * A step of an action's thread: its mark, what it is about, the day and a sentence.
 */
#define TL_TYPE_THREAD_ROW (tl_thread_row_get_type ())
G_DECLARE_FINAL_TYPE (TlThreadRow, tl_thread_row, TL, THREAD_ROW, GtkListBoxRow)

GtkWidget *tl_thread_row_new      (const TlActionThread *thread,
                                   guint                 index);
char      *tl_thread_row_describe (TlThreadRow          *self);

G_END_DECLS
