/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How moments of the history are written, by this computer's clock. */

char *tl_history_words_when  (gint64 time);
char *tl_history_words_clock (gint64 time);

G_END_DECLS
