/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "test-store.h"
#include "tl-draft.h"
#include "tl-workbook-reviews.h"

G_BEGIN_DECLS

/* The sample, as a workbook that reviews are held in. Its today is 9 June 2026. */
typedef struct
{
  TestDesk *desk;
  TlWorkbook *workbook;
} TestReviewing;

/* The review as it is now. */
#define REVIEW(self, id) \
  ((const TlReviewFacts *) tl_snapshot_find (tl_assessment_get_snapshot (tl_workbook_get_assessment ((self)->workbook)), \
                                             TL_TABLE_REVIEW, id))
#define TODAY (tl_day_new (2026, 6, 9))

void reviewing_settle (TlWorkbook *workbook);
void reviewing_set_up (TestReviewing *self,
                       gconstpointer data);
void reviewing_tear_down (TestReviewing *self,
                          gconstpointer data);
gconstpointer reviewing_find (TestReviewing *self,
                              TlTable table,
                              const char *ref);
TlId reviewing_id_of (TestReviewing *self,
                      TlTable table,
                      const char *ref);
TlId reviewing_forum_of (TestReviewing *self,
                         const char *review);
char *reviewing_finish (TestReviewing *self,
                        GAsyncResult **result);
char *reviewing_start (TestReviewing *self,
                       const char *like,
                       TlDay day,
                       TlId *review);
char *reviewing_decide (TestReviewing *self,
                        const TlId *review,
                        const char *risk,
                        TlDecisionKind kind,
                        const char *reason,
                        const char *by);
char *reviewing_keep (TestReviewing *self,
                      TlDraft *draft);
TlId reviewing_ask (TestReviewing *self,
                    const TlId *review,
                    const char *risk,
                    const char *question);
char *reviewing_finish_review (TestReviewing *self,
                               const TlId *review);
void reviewing_undo (TestReviewing *self);

G_END_DECLS
