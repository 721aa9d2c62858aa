/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-change.h"

G_BEGIN_DECLS

/**
 * TlHistoryField:
 * @place: what the field and its row are called
 * @before: (nullable): what it was, all of it; %NULL for nothing
 * @after: (nullable): what it became, all of it; %NULL for nothing
 *
 * What a change did to a field; or to a row, which is added, removed, brought back or kept.
 */
typedef struct
{
  char *place;
  char *before;
  char *after;
} TlHistoryField;

void tl_history_field_free (TlHistoryField *self);

/**
 * TlHistoryEntry:
 *
 * A change as the history shows it: who, when, what, in sentences made when it was read. It never changes.
 *
 * Properties: `when`, `who`, `what`, `kind-words`, `sentence` (who and what), `details` (what, field by field), `can-take-back`.
 */
#define TL_TYPE_HISTORY_ENTRY (tl_history_entry_get_type ())
G_DECLARE_FINAL_TYPE (TlHistoryEntry, tl_history_entry, TL, HISTORY_ENTRY, GObject)

const TlDigest     *tl_history_entry_get_id        (TlHistoryEntry  *self);
gint64              tl_history_entry_get_time      (TlHistoryEntry  *self);
const char         *tl_history_entry_get_kind      (TlHistoryEntry  *self);
const char         *tl_history_entry_get_when      (TlHistoryEntry  *self);
const char         *tl_history_entry_get_who       (TlHistoryEntry  *self);
const char         *tl_history_entry_get_what      (TlHistoryEntry  *self);
const char         *tl_history_entry_get_sentence  (TlHistoryEntry  *self);
const char         *tl_history_entry_get_clock     (TlHistoryEntry  *self);
const char         *tl_history_entry_get_kind_words (TlHistoryEntry *self);
GPtrArray          *tl_history_entry_get_fields    (TlHistoryEntry  *self);
guint               tl_history_entry_get_n_left    (TlHistoryEntry  *self);
const char * const *tl_history_entry_get_details   (TlHistoryEntry  *self);
gboolean            tl_history_entry_get_can_take_back (TlHistoryEntry *self);

G_END_DECLS
