/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TlOwnerEntries:
 *
 * A list of [class@OwnerEntry], unfolded to what belongs to them. A line that leads to a risk opens it by the action
 * `owners.open-risk`.
 */
#define TL_TYPE_OWNER_ENTRIES (tl_owner_entries_get_type ())
G_DECLARE_FINAL_TYPE (TlOwnerEntries, tl_owner_entries, TL, OWNER_ENTRIES, AdwBin)

void tl_owner_entries_set_entries (TlOwnerEntries *self,
                                   GListModel     *entries);
void tl_owner_entries_set_name    (TlOwnerEntries *self,
                                   const char     *name);

G_END_DECLS
