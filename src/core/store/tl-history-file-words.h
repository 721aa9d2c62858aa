/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-history.h"

G_BEGIN_DECLS

/* What a change did with attached files, in words. */

char *tl_history_words_say_files (TlDatabase     *database,
                                  const TlChange *change,
                                  gboolean        added);

G_END_DECLS
