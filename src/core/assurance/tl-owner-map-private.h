/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-owner-map.h"

G_BEGIN_DECLS

/* A way from a risk to a source; TL_NO_NODE where a column is passed over. */
typedef struct
{
  guint nodes[TL_N_MAP_COLUMNS];
} TlMapPath;

struct _TlOwnerMap
{
  TlAssessment *assessment;
  GPtrArray *nodes;
  GArray *edges;
  GArray *paths;
};

void tl_owner_map_arrange (TlOwnerMap *self);

G_END_DECLS
