/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-owner-map.h"

G_BEGIN_DECLS

/**
 * TlOwnerBranch:
 *
 * A line of the owner map as nested lists: a node, and the way to it from a risk. It has numbers alone, so that it holds
 * on to no map.
 */
#define TL_TYPE_OWNER_BRANCH (tl_owner_branch_get_type ())
G_DECLARE_FINAL_TYPE (TlOwnerBranch, tl_owner_branch, TL, OWNER_BRANCH, GObject)

GListModel *tl_owner_branch_list_risks (const TlOwnerMap *map);
GListModel *tl_owner_branch_list_next  (TlOwnerBranch    *self,
                                        const TlOwnerMap *map);
guint       tl_owner_branch_get_node   (TlOwnerBranch    *self);
char       *tl_owner_branch_dup_key    (TlOwnerBranch    *self,
                                        const TlOwnerMap *map);

G_END_DECLS
