/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-id-source.h"

G_BEGIN_DECLS

/* Who makes changes at this computer. */

TlIdSource *tl_actor_create_ids (GSettings *settings);

G_END_DECLS
