/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-database.h"
#include "tl-replay.h"
#include "tl-verify.h"

G_BEGIN_DECLS

/* Its files are tl-verify.c, which reads the history, tl-verify-tables.c, which compares it with the tables,
 * tl-verify-risks.c, tl-verify-conflicts.c and tl-verify-erased.c, which look at what is kept beside it, and
 * tl-verify-fingerprint.c, which looks for one. */

TlVerification *tl_verify_database (TlDatabase          *database,
                                    const char          *fingerprint,
                                    TlVerifyProgress     progress,
                                    gpointer             progress_data,
                                    GCancellable        *cancellable,
                                    GError             **error);
gboolean        tl_verify_tables   (TlDatabase          *database,
                                    TlReplay            *replay,
                                    GCancellable        *cancellable,
                                    GError             **error);
gboolean        tl_verify_named_risks (TlDatabase       *database,
                                    const TlChange      *change,
                                    GError             **error);
gboolean        tl_verify_listed_risks (TlDatabase      *database,
                                    const TlReplay      *replay,
                                    GError             **error);
gboolean        tl_verify_conflicts (TlDatabase         *database,
                                    gboolean             linear,
                                    GCancellable        *cancellable,
                                    GError             **error);
gboolean        tl_verify_erased   (TlDatabase          *database,
                                    GArray              *records,
                                    GHashTable          *erased,
                                    GError             **error);
gboolean        tl_verify_fingerprint (TlDatabase       *database,
                                    GArray              *list,
                                    const char          *fingerprint,
                                    TlVerification      *result,
                                    GError             **error);

G_END_DECLS
