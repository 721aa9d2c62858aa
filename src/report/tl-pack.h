/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-report-making.h"

G_BEGIN_DECLS

/**
 * TlPackPart:
 * @TL_PACK_SINCE: what changed since the last provider review
 * @TL_PACK_PLACES: places side by side
 * @TL_PACK_OPEN: challenges that are open, and what became of decisions
 * @TL_PACK_NOT_PROVEN: what is not proven
 *
 * The parts of a pack beside the summaries of its risks.
 */
typedef enum
{
  TL_PACK_SINCE,
  TL_PACK_PLACES,
  TL_PACK_OPEN,
  TL_PACK_NOT_PROVEN,
  TL_N_PACK_PARTS
} TlPackPart;

/**
 * TlPackAnchors:
 * @parts: where each part begins
 * @risks: (array): where the summary of each risk begins
 *
 * Where the contents of a pack lead.
 */
typedef struct
{
  TlAnchor *parts[TL_N_PACK_PARTS];
  TlAnchor **risks;
} TlPackAnchors;

gboolean tl_pack_add           (const TlReportMaking *making,
                                GError              **error);
void     tl_pack_add_nothing   (TlDocument           *document);
char    *tl_pack_name_part     (TlAssessment         *assessment,
                                TlPackPart            part);
void     tl_pack_add_cover     (const TlReportMaking *making,
                                TlPackAnchors        *anchors);
void     tl_pack_add_positions (TlDocument           *document,
                                TlAssessment         *assessment,
                                GPtrArray            *risks);
void     tl_pack_add_since     (const TlReportMaking *making,
                                TlFlow               *flow);
void     tl_pack_add_open      (const TlReportMaking *making,
                                TlFlow               *flow);
gboolean tl_pack_has           (const TlReportMaking *making,
                                const TlId           *risk);

G_END_DECLS
