/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-layout.h"

G_BEGIN_DECLS

/**
 * TlPeopleItem:
 *
 * A person, a place or a forum as it is listed.
 */
#define TL_TYPE_PEOPLE_ITEM (tl_people_item_get_type ())
G_DECLARE_FINAL_TYPE (TlPeopleItem, tl_people_item, TL, PEOPLE_ITEM, GObject)

TlPeopleItem *tl_people_item_new       (TlTable       table,
                                        const TlId   *id,
                                        const char   *title,
                                        const char   *detail,
                                        const char   *duties,
                                        guint         depth,
                                        gboolean      ended);
TlTable       tl_people_item_get_table (TlPeopleItem *self);
const TlId   *tl_people_item_get_id    (TlPeopleItem *self);
guint         tl_people_item_get_depth (TlPeopleItem *self);
gboolean      tl_people_item_equal     (TlPeopleItem *self,
                                        TlPeopleItem *other);
gboolean      tl_people_item_matches   (TlPeopleItem *self,
                                        const char   *folded);

G_END_DECLS
