/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-closing-case.h"
#include "tl-workbook.h"

G_BEGIN_DECLS

/* What is done in a review. Each command is checked by the function beside it and becomes one change, hence one undo; all
 * are finished by tl_workbook_apply_finish(). Ids of rows that they make are told at once, and are good once the command
 * has succeeded. A text that isn't given is %NULL, a row that isn't named %NULL. Texts are trimmed. */

/**
 * TlPackAsk:
 * @source: what is asked for
 * @person: (nullable): who is to bring it
 *
 * Something to ask for before a review.
 */
typedef struct
{
  TlSource source;
  const TlId *person;
} TlPackAsk;

/**
 * TlReviewPlan:
 * @forum: the forum that meets
 * @date: when
 * @chair: (nullable): who chairs it, or
 * @chair_text: (nullable): their name, for somebody who isn't among the people
 * @notes: (nullable): whatever else is to be known
 * @present: (array length=n_present): who is there
 * @n_present: how many
 * @agenda: (array length=n_agenda): the risks on its agenda, in order
 * @n_agenda: how many
 * @pack: (array length=n_pack): what is asked for beforehand
 * @n_pack: how many
 *
 * A review that is to be started.
 */
typedef struct
{
  const TlId *forum;
  TlDay date;
  const TlId *chair;
  const char *chair_text;
  const char *notes;
  const TlId *present;
  guint n_present;
  const TlId *agenda;
  guint n_agenda;
  const TlPackAsk *pack;
  guint n_pack;
} TlReviewPlan;

gboolean tl_workbook_check_review         (TlWorkbook           *self,
                                           const TlReviewPlan   *plan,
                                           GError              **error);
TlId     tl_workbook_start_review_async   (TlWorkbook           *self,
                                           const TlReviewPlan   *plan,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
void     tl_workbook_set_agenda_async     (TlWorkbook           *self,
                                           const TlId           *review,
                                           const TlId           *risks,
                                           guint                 n_risks,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
void     tl_workbook_record_arrival_async (TlWorkbook           *self,
                                           const TlId           *item,
                                           TlDay                 day,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
gboolean tl_workbook_check_finish         (TlWorkbook           *self,
                                           const TlId           *review,
                                           GError              **error);
void     tl_workbook_finish_review_async  (TlWorkbook           *self,
                                           const TlId           *review,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);

/**
 * TlDecisionPlan:
 * @review: the review
 * @risk: the risk it decides on
 * @decision: what is decided
 * @reason: (nullable): why, or what is to change
 * @by: (nullable): who decides, or
 * @by_text: (nullable): their name
 * @place: (nullable): the place that it is about
 * @other_risk: (nullable): the risk that goes on in its place
 * @review_every: how often it is looked at while oversight is reduced
 * @until: the first day on which oversight is no longer reduced
 *
 * A decision that is to be made.
 */
typedef struct
{
  const TlId *review;
  const TlId *risk;
  TlDecisionKind decision;
  const char *reason;
  const TlId *by;
  const char *by_text;
  const TlId *place;
  const TlId *other_risk;
  TlInterval review_every;
  TlDay until;
} TlDecisionPlan;

GPtrArray *tl_workbook_list_closing_conditions (TlWorkbook           *self,
                                           const TlDecisionPlan *plan);
gboolean tl_workbook_check_decision       (TlWorkbook           *self,
                                           const TlDecisionPlan *plan,
                                           GError              **error);
void     tl_workbook_decide_async         (TlWorkbook           *self,
                                           const TlDecisionPlan *plan,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
void     tl_workbook_continue_risk_async  (TlWorkbook           *self,
                                           const TlDecisionPlan *plan,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);

G_END_DECLS
