/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-database.h"

G_BEGIN_DECLS

/* Taking another copy's changes into the history, and the files that they name; the tables stay as they are. */

gboolean tl_merge_intake_run   (TlDatabase      *ours,
                                TlDatabase      *theirs,
                                GArray          *received,
                                GArray          *records,
                                gboolean        *erases,
                                GHashTable      *named,
                                GError         **error);
gboolean tl_merge_intake_files (TlDatabase      *ours,
                                TlDatabase      *theirs,
                                GHashTable      *named,
                                GError         **error);

G_END_DECLS
