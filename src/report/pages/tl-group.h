/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-flow.h"

G_BEGIN_DECLS

/* Elements of the document's structure that hold several blocks: sections and lists. They take no room. */

void tl_flow_begin_group (TlFlow     *flow,
                          const char *name);
void tl_flow_end_group   (TlFlow     *flow,
                          const char *name);

G_END_DECLS
