/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-history.h"
#include "tl-history-moments.h"
#include "tl-schema.h"

G_BEGIN_DECLS

/* How moments, rows and values of the history are written, wherever they are told of. */

const char *tl_history_words_kind (const char      *kind);
char *tl_history_words_row   (TlDatabase            *database,
                              const TlSchemaTable   *table,
                              const TlId            *row);
char *tl_history_words_value (TlDatabase            *database,
                              const TlSchemaColumn  *column,
                              const TlValue         *value);
char *tl_history_words_whole (TlDatabase            *database,
                              const TlSchemaColumn  *column,
                              const TlValue         *value);
char *tl_history_words_who   (TlDatabase            *database,
                              const TlId            *actor);

G_END_DECLS
