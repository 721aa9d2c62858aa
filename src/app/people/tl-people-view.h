/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-layout.h"
#include "tl-view.h"

G_BEGIN_DECLS

/**
 * TlPeopleView:
 *
 * The people of the provider with what they answer for, its places as a tree, and its forums: found, added, edited, ended
 * and removed.
 */
#define TL_TYPE_PEOPLE_VIEW (tl_people_view_get_type ())
G_DECLARE_FINAL_TYPE (TlPeopleView, tl_people_view, TL, PEOPLE_VIEW, TlView)

TlTable tl_people_view_get_table (TlPeopleView *self);
void    tl_people_view_go_to     (TlPeopleView *self,
                                  const TlId   *row);

G_END_DECLS
