/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"

G_BEGIN_DECLS

/**
 * TlPackEntry:
 * @item: the item of the pack; none when it is only proposed
 * @source: what is asked for
 * @person: who brings it; none when nobody is named
 * @who: who brings it, by name, or "No one"
 * @due: by when, %TL_NO_DAY when nothing says so
 * @arrived: when it came, %TL_NO_DAY when it hasn't
 * @days_late: how many days after @due it came, or how many it has been late so far; 0 when it isn't late
 * @text: where it stands, as in "arrived 1 June" or "3 days late"
 *
 * Something that is asked for before a review.
 */
typedef struct
{
  TlId item;
  TlSource source;
  TlId person;
  char *who;
  TlDay due;
  TlDay arrived;
  int days_late;
  char *text;
} TlPackEntry;

GPtrArray *tl_review_pack_list      (const TlAssessment  *assessment,
                                     const TlReviewFacts *review);
GPtrArray *tl_review_pack_propose   (const TlAssessment  *assessment,
                                     const TlForumFacts  *forum,
                                     TlDay                day,
                                     const TlId          *risks,
                                     guint                n_risks);
char      *tl_review_pack_dup_count (GPtrArray           *entries);

G_END_DECLS
