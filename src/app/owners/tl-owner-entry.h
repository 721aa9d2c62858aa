/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-owner-map.h"
#include "tl-person-parts.h"

G_BEGIN_DECLS

/**
 * TlOwnerEntry:
 *
 * A line of the lists by person and by names in records, with what belongs to it. It has words alone, so that it holds on
 * to nothing that was concluded.
 */
#define TL_TYPE_OWNER_ENTRY (tl_owner_entry_get_type ())
G_DECLARE_FINAL_TYPE (TlOwnerEntry, tl_owner_entry, TL, OWNER_ENTRY, GObject)

GListModel *tl_owner_entry_list_people   (const TlPeopleParts    *people,
                                          TlDay                   as_at);
GListModel *tl_owner_entry_list_records  (TlAssessment           *assessment,
                                          const TlOwnerMapFilter *filter);
const char *tl_owner_entry_get_title     (TlOwnerEntry           *self);
const char *tl_owner_entry_get_caption   (TlOwnerEntry           *self);
const char *tl_owner_entry_get_sentence  (TlOwnerEntry           *self);
const char *tl_owner_entry_get_badge     (TlOwnerEntry           *self,
                                          TlSeverity             *severity);
char       *tl_owner_entry_dup_name      (TlOwnerEntry           *self);
const TlId *tl_owner_entry_get_risk      (TlOwnerEntry           *self);
GListModel *tl_owner_entry_get_parts     (TlOwnerEntry           *self);

G_END_DECLS
