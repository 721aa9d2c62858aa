/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-change.h"
#include "tl-id-source.h"
#include "tl-snapshot.h"

G_BEGIN_DECLS

/* Changes as people, importers and mistakes may make them: any table, any field, rows that come and go with all that
 * belongs to them, lists, one edit or several at once. The store may still refuse one. */

TlChange *test_random_change (const TlSnapshot *snapshot,
                              TlIdSource       *ids);

G_END_DECLS
