/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-flow.h"

G_BEGIN_DECLS

/**
 * TlAnchor:
 * @slice: the slice it marks
 *
 * A place in a flow that contents and bookmarks lead to; it may be named in the contents before it is set.
 */
typedef struct
{
  guint slice;
} TlAnchor;

void tl_flow_add_anchor (TlFlow         *flow,
                         TlAnchor       *anchor);
void tl_flow_add_entry  (TlFlow         *flow,
                         const char     *markup,
                         const TlAnchor *anchor);
void tl_flow_add_entries (TlFlow        *flow,
                         const char     *left_markup,
                         const TlAnchor *left,
                         const char     *right_markup,
                         const TlAnchor *right);

G_END_DECLS
