/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-id-source.h"

G_BEGIN_DECLS

/* Who makes changes at this computer. */

char       *tl_actor_dup_name   (GSettings *settings);
TlIdSource *tl_actor_create_ids (GSettings *settings);

G_END_DECLS
