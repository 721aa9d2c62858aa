/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "tl-conflict.h"
#include "tl-layout.h"

G_BEGIN_DECLS

/**
 * TlConflictItem:
 *
 * A conflict as an object, for lists. It never changes: what is settled leaves its list.
 */
#define TL_TYPE_CONFLICT_ITEM (tl_conflict_item_get_type ())
G_DECLARE_FINAL_TYPE (TlConflictItem, tl_conflict_item, TL, CONFLICT_ITEM, GObject)

TlConflictItem   *tl_conflict_item_new          (TlConflict      *conflict);
const TlConflict *tl_conflict_item_get_conflict (TlConflictItem  *self);
gboolean          tl_conflict_item_is_shown     (TlConflictItem  *self,
                                                 guint            side);
gboolean          tl_conflict_item_equal        (TlConflictItem  *self,
                                                 TlConflictItem  *other);
TlFieldType       tl_conflict_item_get_field_type (TlConflictItem *self);
GType             tl_conflict_item_get_words    (TlConflictItem  *self);
gboolean          tl_conflict_item_can_be_typed (TlConflictItem  *self);
gboolean          tl_conflict_item_read         (TlConflictItem  *self,
                                                 const char      *text,
                                                 TlValue         *value,
                                                 GError         **error);

G_END_DECLS
