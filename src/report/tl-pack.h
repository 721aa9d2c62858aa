/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-report-making.h"

G_BEGIN_DECLS

gboolean tl_pack_add         (const TlReportMaking *making,
                              GError       **error);
void     tl_pack_add_nothing (TlDocument    *document);
TlAnchor **tl_pack_add_cover (TlDocument    *document,
                              TlAssessment  *assessment,
                              GPtrArray     *risks);
void     tl_pack_add_positions (TlDocument  *document,
                              TlAssessment  *assessment,
                              GPtrArray     *risks);

G_END_DECLS
