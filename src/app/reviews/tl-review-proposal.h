/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-agenda.h"

G_BEGIN_DECLS

/**
 * TlReviewProposal:
 * @agenda: the agenda
 * @pack: (element-type TlPackEntry): what to ask for beforehand
 *
 * What is proposed for a review of a forum.
 */
typedef struct
{
  TlAgenda *agenda;
  GPtrArray *pack;
} TlReviewProposal;

void              tl_review_proposal_free   (TlReviewProposal     *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlReviewProposal, tl_review_proposal_free)

void              tl_review_proposal_async  (TlAssessment         *assessment,
                                             const TlId           *forum,
                                             TlDay                 day,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
TlReviewProposal *tl_review_proposal_finish (GAsyncResult         *result,
                                             GError              **error);

G_END_DECLS
