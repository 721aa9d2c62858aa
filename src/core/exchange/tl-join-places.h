/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-snapshot.h"

G_BEGIN_DECLS

GHashTable *tl_join_places_match (TlSnapshot          *existing,
                                  TlSnapshot          *other,
                                  const TlPlaceFacts  *chosen);

G_END_DECLS
