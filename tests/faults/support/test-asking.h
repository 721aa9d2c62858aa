/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-store-history.h"
#include "tl-store-merge.h"

G_BEGIN_DECLS

/* What an open document is asked, one thing after the other, where the answer may be an error. */

TlSnapshot     *test_store_try_load   (TlStore     *store,
                                       GError     **error);
TlVerification *test_store_try_verify (TlStore     *store,
                                       GError     **error);
gboolean        test_store_try_merge  (TlStore     *store,
                                       const char  *path,
                                       guint       *n_conflicts,
                                       GError     **error);
gboolean        test_store_try_list   (TlStore     *store,
                                       GError     **error);

G_END_DECLS
