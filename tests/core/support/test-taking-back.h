/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-store-history.h"

G_BEGIN_DECLS

/* Undo, redo and questions about the history, as a test would like to call them: one after the other. */

gboolean    test_store_undo          (TlStore               *store,
                                      GError               **error);
gboolean    test_store_redo          (TlStore               *store,
                                      GError               **error);
gboolean    test_store_take_back     (TlStore               *store,
                                      const TlDigest        *change,
                                      GError               **error);
void        test_store_find_undo     (TlStore               *store,
                                      char                 **undo,
                                      char                 **redo);
GPtrArray  *test_store_list_history  (TlStore               *store,
                                      const TlHistoryQuery  *query);
TlSnapshot *test_store_load_recorded (TlStore               *store,
                                      gint64                 time,
                                      GError               **error);
char       *test_store_dump          (TlStore               *store);

G_END_DECLS
