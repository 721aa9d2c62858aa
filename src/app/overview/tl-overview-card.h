/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-overview-entry.h"

G_BEGIN_DECLS

/* The lists of the overview's first page. */

void tl_overview_card_fill (GtkListBox     *list,
                            TlOverviewKind  kind,
                            GListModel     *entries,
                            const char     *nothing);

G_END_DECLS
