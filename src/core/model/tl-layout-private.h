/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-layout.h"

G_BEGIN_DECLS

/* What tl-layout.c describes, and tl-layout-find.c looks up. */
extern const TlTableLayout tl_layouts[TL_N_TABLES];

G_END_DECLS
