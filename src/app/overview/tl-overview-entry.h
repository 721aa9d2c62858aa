/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-due.h"
#include "tl-since.h"

G_BEGIN_DECLS

/**
 * TlOverviewKind:
 * @TL_OVERVIEW_ATTENTION: a finding
 * @TL_OVERVIEW_DUE: something due or late
 * @TL_OVERVIEW_CHANGES: something that changed since the last provider review
 *
 * The lists of the overview.
 */
typedef enum
{
  TL_OVERVIEW_ATTENTION,
  TL_OVERVIEW_DUE,
  TL_OVERVIEW_CHANGES,
  TL_N_OVERVIEW_KINDS
} TlOverviewKind;

/**
 * TlOverviewEntry:
 *
 * A line of one of the overview's lists. It has everything that it says, and holds on to no conclusion.
 */
#define TL_TYPE_OVERVIEW_ENTRY (tl_overview_entry_get_type ())
G_DECLARE_FINAL_TYPE (TlOverviewEntry, tl_overview_entry, TL, OVERVIEW_ENTRY, GObject)

TlOverviewEntry   *tl_overview_entry_new_finding (const TlFinding       *finding,
                                                  const TlFacts         *row);
TlOverviewEntry   *tl_overview_entry_new_due     (const TlDueItem       *item,
                                                  TlDay                  as_at);
TlOverviewEntry   *tl_overview_entry_new_change  (const TlSinceItem     *item);

TlOverviewKind     tl_overview_entry_get_kind     (const TlOverviewEntry *self);
const char        *tl_overview_entry_get_sentence (const TlOverviewEntry *self);
const TlId        *tl_overview_entry_get_risk     (const TlOverviewEntry *self);
TlSeverity         tl_overview_entry_get_severity (const TlOverviewEntry *self);
TlLineLink         tl_overview_entry_get_link     (const TlOverviewEntry *self,
                                                   TlMovement            *movement,
                                                   TlLinkState           *before,
                                                   TlLinkState           *now);
TlRemedy           tl_overview_entry_get_remedy   (const TlOverviewEntry *self,
                                                   TlId                  *row);
gboolean           tl_overview_entry_is_urgent    (const TlOverviewEntry *self);
const char        *tl_overview_entry_get_view     (const TlOverviewEntry *self);

G_END_DECLS
