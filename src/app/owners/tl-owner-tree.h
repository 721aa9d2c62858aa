/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-owner-map.h"

G_BEGIN_DECLS

/**
 * TlOwnerTree:
 *
 * The owner map as nested lists: each risk, beneath it who answers for it, beneath them who supports it, and beneath those
 * the evidence that comes through them.
 */
#define TL_TYPE_OWNER_TREE (tl_owner_tree_get_type ())
G_DECLARE_FINAL_TYPE (TlOwnerTree, tl_owner_tree, TL, OWNER_TREE, AdwBin)

void  tl_owner_tree_set_map    (TlOwnerTree      *self,
                                const TlOwnerMap *map);
void  tl_owner_tree_set_chosen (TlOwnerTree      *self,
                                guint             number);
guint tl_owner_tree_get_chosen (TlOwnerTree      *self);

G_END_DECLS
