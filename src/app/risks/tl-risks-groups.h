/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-risks-arrangement.h"

G_BEGIN_DECLS

/**
 * TlRisksGroups:
 *
 * Puts the register's risks into the groups that an arrangement asks for, with their headings, and tells rows which group
 * they are in.
 */
#define TL_TYPE_RISKS_GROUPS (tl_risks_groups_get_type ())
G_DECLARE_FINAL_TYPE (TlRisksGroups, tl_risks_groups, TL, RISKS_GROUPS, GObject)

TlRisksGroups      *tl_risks_groups_new                (TlRisksArrangement *arrangement);
TlRisksSorter      *tl_risks_groups_get_sorter         (TlRisksGroups      *self);
GtkListItemFactory *tl_risks_groups_new_header_factory (TlRisksGroups      *self);
GtkListItemFactory *tl_risks_groups_new_row_factory    (TlRisksGroups      *self);

G_END_DECLS
