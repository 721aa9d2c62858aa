/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-link-body.h"

G_BEGIN_DECLS

/* What is found about a link is in tl-link-body.c, what it rests on in tl-link-body-grounds.c, and the buttons that mend
 * it in tl-link-body-offers.c. */

/**
 * TlLinkBody:
 * @box: what is filled
 * @assessment: what is concluded
 * @risk: what of it is about the risk
 * @as_at: the day that it is concluded for
 *
 * What stands under a link of a risk's line, while it is filled.
 */
typedef struct
{
  GtkBox *box;
  TlAssessment *assessment;
  const TlRiskJudgement *risk;
  TlDay as_at;
} TlLinkBody;

void tl_link_body_add_grounds (TlLinkBody            *body,
                               TlLineLink             link);
void tl_link_body_add_offers  (TlLinkBody            *body,
                               TlLineLink             link,
                               const TlLinkJudgement *judgement,
                               const GPtrArray       *findings);

G_END_DECLS
