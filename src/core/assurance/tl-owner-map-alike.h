/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-owner-map.h"

G_BEGIN_DECLS

/**
 * TlAlikeActions:
 * @finding: what found them; not answered yet
 * @first: one of them
 * @second: the other
 *
 * Two open actions that look like the same one. It lives no longer than the map.
 */
typedef struct
{
  const TlFinding *finding;
  const TlActionFacts *first;
  const TlActionFacts *second;
} TlAlikeActions;

GArray *tl_owner_map_list_alike   (const TlOwnerMap     *self,
                                   guint                 node);
char   *tl_alike_actions_describe (const TlAlikeActions *self);

G_END_DECLS
