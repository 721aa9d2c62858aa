/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-draft-keeper.h"
#include "tl-workbook-reviews.h"

G_BEGIN_DECLS

const TlDraftWay *tl_decision_way_get       (void);
GPtrArray        *tl_decision_way_list_conditions (TlDraft *draft);

G_END_DECLS
