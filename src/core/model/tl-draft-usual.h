/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-draft.h"

G_BEGIN_DECLS

void tl_draft_fill_usual (TlDraft *self);

G_END_DECLS
