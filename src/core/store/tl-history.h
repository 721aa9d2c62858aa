/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-database.h"

G_BEGIN_DECLS

/* The history in a database: changes, their parents, and what is kept so that bodies needn't be read. */

gboolean    tl_history_append        (TlDatabase      *database,
                                      TlChange        *change,
                                      GBytes          *compressed,
                                      const char      *actor_name,
                                      GHashTable      *risks,
                                      GError         **error);
gboolean    tl_history_receive       (TlDatabase      *database,
                                      TlChange        *change,
                                      GBytes          *compressed,
                                      GError         **error);
TlChange   *tl_history_load          (TlDatabase      *database,
                                      const TlDigest  *id,
                                      GError         **error);
GArray     *tl_history_list          (TlDatabase      *database,
                                      GError         **error);
gboolean    tl_history_was_removed   (TlDatabase      *database,
                                      const char      *table,
                                      const TlId      *row,
                                      gboolean        *removed,
                                      GError         **error);
void        tl_history_remember_rows (TlDatabase      *database,
                                      const TlChange  *change);
void        tl_history_forget_rows   (void);
GHashTable *tl_history_find_values   (TlDatabase      *database,
                                      const char      *table,
                                      const TlId      *row,
                                      GError         **error);

G_END_DECLS
