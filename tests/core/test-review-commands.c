/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-reviewing.h"
#include "tl-agenda.h"
#include "tl-review-rules.h"

#include <string.h>

/* ── Starting, settling the agenda, finishing ─────────────────────────────── */

static void
test_start (TestReviewing       *self,
            gconstpointer  data)
{
  g_autofree char *refused = NULL, *again = NULL;
  const TlReviewFacts *review;
  TlId id, other;

  refused = reviewing_start (self, "V61", TODAY, &id);
  g_assert_null (refused);
  review = REVIEW (self, &id);
  g_assert_cmpstr (review->base.ref, ==, "V64");
  g_assert_cmpstr (review->chair.person->base.ref, ==, "P-JF");
  g_assert_cmpstr (review->notes, ==, "Held by telephone.");
  g_assert_cmpuint (review->present.n, ==, 1);
  g_assert_cmpuint (review->pack_items.n, ==, 1);
  g_assert_cmpint (review->finished, ==, TL_NO_DAY);
  /* In the order that was chosen, each once. */
  g_assert_cmpuint (review->agenda.n, ==, 2);
  g_assert_cmpstr (TL_FACTS_AT (review->agenda, TlAgendaItemFacts, 0)->risk->base.ref, ==, "R5");
  g_assert_cmpstr (TL_FACTS_AT (review->agenda, TlAgendaItemFacts, 1)->risk->base.ref, ==, "R1");

  again = reviewing_start (self, "V61", TODAY, &other);
  g_assert_cmpstr (again, ==, "Recovery meeting, 9 June 2026 was started already. Go on with that one, or choose another day.");
  reviewing_undo (self);
  g_assert_null (REVIEW (self, &id));
}

static void
test_agenda (TestReviewing       *self,
             gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  TlId review = reviewing_id_of (self, TL_TABLE_REVIEW, "V63");
  TlId risks[] = { reviewing_id_of (self, TL_TABLE_RISK, "R4"), reviewing_id_of (self, TL_TABLE_RISK, "R12"), reviewing_id_of (self, TL_TABLE_RISK, "R2") };
  static const char * const refs[] = { "R4", "R12", "R2" };

  tl_workbook_set_agenda_async (self->workbook, &review, risks, 3, NULL, test_keep_cb, &result);
  g_assert_null (reviewing_finish (self, &result));
  g_assert_cmpuint (REVIEW (self, &review)->agenda.n, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpstr (TL_FACTS_AT (REVIEW (self, &review)->agenda, TlAgendaItemFacts, i)->risk->base.ref, ==, refs[i]);
  reviewing_undo (self);
  g_assert_cmpuint (REVIEW (self, &review)->agenda.n, ==, 5);
  g_assert_cmpstr (TL_FACTS_AT (REVIEW (self, &review)->agenda, TlAgendaItemFacts, 0)->risk->base.ref, ==, "R2");
}

/* Whatever the forum: each risk once, the gravest first, each with a reason, and the same when it is asked again. */
static void
test_proposals (TestReviewing       *self,
                gconstpointer  data)
{
  TlAssessment *assessment = tl_workbook_get_assessment (self->workbook);
  TlSnapshot *snapshot = tl_assessment_get_snapshot (assessment);

  for (guint i = 0; i < tl_snapshot_count (snapshot, TL_TABLE_FORUM); i++)
    {
      const TlForumFacts *forum = tl_snapshot_get (snapshot, TL_TABLE_FORUM, i);
      g_autoptr (TlAgenda) agenda = tl_agenda_propose (assessment, forum, TODAY);
      g_autoptr (TlAgenda) again = tl_agenda_propose (assessment, forum, TODAY);
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
      TlSeverity last = TL_SEVERITY_ACT;

      g_assert_cmpuint (agenda->entries->len, ==, again->entries->len);
      for (guint j = 0; j < agenda->entries->len; j++)
        {
          const TlAgendaEntry *entry = g_ptr_array_index (agenda->entries, j);

          g_assert_cmpstr (entry->title, ==, ((const TlAgendaEntry *) g_ptr_array_index (again->entries, j))->title);
          g_assert_true (g_hash_table_add (seen, entry->title));
          g_assert_cmpint (entry->severity, >=, last);
          g_assert_cmpuint (entry->reasons->len, >, 0);
          last = entry->severity;
        }
      if (forum->level != TL_LEVEL_PROVIDER)
        continue;
      /* The safeguarding forum escalated it on 22 May, and whoever meets first takes it up. */
      g_assert_cmpstr (((const TlAgendaEntry *) g_ptr_array_index (agenda->entries, 0))->title, ==, "R2 Concerns not escalated");
    }
}

static void
test_coming (TestReviewing       *self,
             gconstpointer  data)
{
  g_autofree char *started = NULL, *decided = NULL, *finished = NULL;
  TlId id;

  started = reviewing_start (self, "V63", TODAY + 28, &id);
  g_assert_null (started);
  decided = reviewing_decide (self, &id, "R1", TL_DECISION_KIND_CONTINUE, NULL, "P-JF");
  g_assert_cmpstr (decided, ==, "This review takes place only on 7 July 2026. Until then its agenda and its pack can be prepared.");
  finished = reviewing_finish_review (self, &id);
  g_assert_cmpstr (finished, ==, decided);
}

/* A merge or an import brings what the window never makes. */
static void
test_second_finish (TestReviewing       *self,
                    gconstpointer  data)
{
  g_autoptr (TlChange) change = tl_change_new ("test");
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *first = NULL, *second = NULL, *again = NULL, *started = NULL;
  TlId review = reviewing_id_of (self, TL_TABLE_REVIEW, "V63"), forum = reviewing_forum_of (self, "V63"), twin, third;

  twin = tl_id_source_make_id (tl_workbook_get_ids (self->workbook));
  tl_change_add_row (change, "review", &twin);
  tl_change_set_text (change, "review", &twin, "ref", "V70");
  tl_change_set_id (change, "review", &twin, "forum", &forum);
  tl_change_set_day (change, "review", &twin, "date", TODAY);
  tl_workbook_apply_async (self->workbook, change, NULL, test_keep_cb, &result);
  g_assert_null (reviewing_finish (self, &result));

  first = reviewing_finish_review (self, &review);
  g_assert_null (first);
  g_assert_cmpint (REVIEW (self, &review)->finished, ==, TODAY);
  again = reviewing_finish_review (self, &review);
  g_assert_cmpstr (again, ==, "Provider oversight, 9 June 2026 is finished already.");
  second = reviewing_finish_review (self, &twin);
  g_assert_cmpstr (second, ==,
                   "Provider oversight, 9 June 2026 has been finished once already (V63). Give this review its own day, or record what "
                   "it left in that one. Both are kept as they are.");
  g_assert_cmpint (REVIEW (self, &twin)->finished, ==, TL_NO_DAY);
  started = reviewing_start (self, "V63", TODAY, &third);
  g_assert_cmpstr (started, ==,
                   "Provider oversight, 9 June 2026 is finished already. What is added to it becomes a correction; a second review needs "
                   "another day.");
  /* Finished later than the day that is shown isn't finished then. */
  g_assert_true (tl_review_is_finished (REVIEW (self, &review), TODAY));
  g_assert_false (tl_review_is_finished (REVIEW (self, &review), TODAY - 1));
}

/* ── Looking, asking, answering ───────────────────────────────────────────── */

static void
test_look (TestReviewing       *self,
           gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (TlDraft) draft = tl_draft_new (self->workbook, TL_TABLE_LOOKED_AT);
  TlId review = reviewing_id_of (self, TL_TABLE_REVIEW, "V63"), risk = reviewing_id_of (self, TL_TABLE_RISK, "R1");
  TlId by = reviewing_id_of (self, TL_TABLE_PERSON, "P-JF");
  TlDecisionPlan plan = { .review = &review, .risk = &risk, .by = &by };
  const TlRiskFacts *facts;

  tl_draft_set_link (draft, "review", &review);
  tl_draft_set_link (draft, "risk", &risk);
  tl_draft_set_text (draft, "progress", " Better. ");
  g_assert_null (reviewing_keep (self, draft));
  facts = reviewing_find (self, TL_TABLE_RISK, "R1");
  g_assert_cmpuint (REVIEW (self, &review)->looked_at.n, ==, 1);
  g_assert_cmpstr (tl_review_find_look (REVIEW (self, &review), facts)->progress, ==, "Better.");

  /* Looked at, continue: one change; a risk that was looked at already isn't noted twice. */
  tl_workbook_continue_risk_async (self->workbook, &plan, NULL, test_keep_cb, &result);
  g_assert_null (reviewing_finish (self, &result));
  g_assert_cmpuint (REVIEW (self, &review)->looked_at.n, ==, 1);
  risk = reviewing_id_of (self, TL_TABLE_RISK, "R3");
  tl_workbook_continue_risk_async (self->workbook, &plan, NULL, test_keep_cb, &result);
  g_assert_null (reviewing_finish (self, &result));
  g_assert_cmpuint (REVIEW (self, &review)->looked_at.n, ==, 2);
  g_assert_cmpint (tl_review_find_decision (REVIEW (self, &review), reviewing_find (self, TL_TABLE_RISK, "R3"))->decision, ==,
                   TL_DECISION_KIND_CONTINUE);
  reviewing_undo (self);
  g_assert_cmpuint (REVIEW (self, &review)->looked_at.n, ==, 1);
  g_assert_cmpuint (REVIEW (self, &review)->decisions.n, ==, 1);
}

static void
check_refused (TestReviewing *self,
               TlDraft       *draft,
               const char    *column,
               const char    *text,
               const char    *expected)
{
  g_autofree char *before = g_strdup (tl_draft_get_text (draft, column)), *refused = NULL;

  tl_draft_set_text (draft, column, text);
  refused = reviewing_keep (self, draft);
  g_assert_cmpstr (refused, ==, expected);
  tl_draft_set_text (draft, column, before);
}

static void
test_challenge (TestReviewing       *self,
                gconstpointer  data)
{
  TlId review = reviewing_id_of (self, TL_TABLE_REVIEW, "V63");
  TlId row = reviewing_ask (self, &review, "R1", "What is different at night?");
  g_autoptr (TlDraft) draft = tl_draft_new_copy (self->workbook, TL_TABLE_CHALLENGE, &row);
  const TlChallengeFacts *challenge;

  check_refused (self, draft, "question", " ", "There must be a value here.");
  check_refused (self, draft, "due", "2026-06-08", "It was asked only on 9 June 2026.");
  check_refused (self, draft, "satisfied", "yes", "Write down the answer that satisfied.");
  tl_draft_set_text (draft, "answer", "Two people.");
  check_refused (self, draft, "answered", "2026-06-08", "It was asked only on 9 June 2026.");
  check_refused (self, draft, "answered", "2026-06-10", "\"2026-06-10\" is still to come; give the day when it happened.");
  tl_draft_set_day (draft, "answered", TODAY);
  tl_draft_set_word (draft, "satisfied", TL_FLAG_YES);
  g_assert_null (reviewing_keep (self, draft));
  challenge = tl_snapshot_find (tl_assessment_get_snapshot (tl_workbook_get_assessment (self->workbook)),
                                TL_TABLE_CHALLENGE, &row);
  g_assert_cmpint (challenge->answered, ==, TODAY);
  check_refused (self, draft, "answer", "", "Write down the answer that satisfied.");
}

/* ── Deciding ─────────────────────────────────────────────────────────────── */

static void
test_decisions (TestReviewing       *self,
                gconstpointer  data)
{
  TlId review = reviewing_id_of (self, TL_TABLE_REVIEW, "V63"), risk = reviewing_id_of (self, TL_TABLE_RISK, "R7");
  TlId other = reviewing_id_of (self, TL_TABLE_RISK, "R13"), by = reviewing_id_of (self, TL_TABLE_PERSON, "P-HB");
  TlDecisionPlan plan = { .review = &review, .risk = &risk, .by = &by, .reason = "Because." };
  g_autofree char *no_reason = NULL, *open = NULL, *close = NULL, *ended = NULL, *kept = NULL, *second = NULL;
  const TlDecisionFacts *decision;
  g_autoptr (GError) error = NULL;

  no_reason = reviewing_decide (self, &review, "R1", TL_DECISION_KIND_CHANGE, " ", "P-JF");
  g_assert_cmpstr (no_reason, ==, "Write down what is to change.");
  open = reviewing_decide (self, &review, "R1", TL_DECISION_KIND_REOPEN, "Again", "P-JF");
  g_assert_cmpstr (open, ==, "This risk is open. Only one that has ended can be reopened.");
  /* Each unmet condition in a line of its own. */
  close = reviewing_decide (self, &review, "R1", TL_DECISION_KIND_CLOSE, "It held.", "P-TW");
  g_assert_true (g_str_has_prefix (close, "This risk can’t close yet.\nAll eight links must be sound: "));
  g_assert_nonnull (strstr (close, "\nEvery challenge must be answered and satisfied: 2 aren’t."));
  g_assert_true (g_str_has_suffix (close, "\nSomebody must decide who hasn’t been its accountable owner in the last 92 days."));

  plan.decision = TL_DECISION_KIND_MERGE;
  g_assert_false (tl_workbook_check_decision (self->workbook, &plan, &error));
  g_assert_cmpstr (error->message, ==, "Choose the risk that goes on in its place.");
  g_clear_error (&error);
  plan.other_risk = &other;
  g_assert_false (tl_workbook_check_decision (self->workbook, &plan, &error));
  g_assert_cmpstr (error->message, ==,
                   "R13 has been closed by Provider oversight, 10 February 2026. Choose one that is open, so that somebody still answers "
                   "for what is left.");
  g_clear_error (&error);
  plan.decision = TL_DECISION_KIND_REDUCE_OVERSIGHT;
  plan.review_every = TL_INTERVAL_MONTHLY;
  g_assert_false (tl_workbook_check_decision (self->workbook, &plan, &error));
  g_assert_cmpstr (error->message, ==, "That is no less often than now. Choose a longer interval, or decide to continue.");
  g_clear_error (&error);
  plan.review_every = TL_INTERVAL_QUARTERLY;
  g_assert_false (tl_workbook_check_decision (self->workbook, &plan, &error));
  g_assert_error (error, TL_WORKBOOK_ERROR, TL_WORKBOOK_ERROR_DATE);
  g_clear_error (&error);

  /* Closed elsewhere. */
  ended = reviewing_decide (self, &review, "R13", TL_DECISION_KIND_CHANGE, "More", "P-JF");
  g_assert_cmpstr (ended, ==,
                   "R13 has been closed by Provider oversight, 10 February 2026. Reopen it to decide on it again, or leave it. What you "
                   "wrote is still here.");

  /* Another decision of the same review takes the place of the first. */
  kept = reviewing_decide (self, &review, "R1", TL_DECISION_KIND_CHANGE, " One senior. ", "P-JF");
  second = reviewing_decide (self, &review, "R1", TL_DECISION_KIND_ESCALATE, "Board to decide.", "P-JF");
  g_assert_null (kept);
  g_assert_null (second);
  g_assert_cmpuint (REVIEW (self, &review)->decisions.n, ==, 1);
  decision = REVIEW (self, &review)->decisions.rows[0];
  g_assert_cmpint (decision->decision, ==, TL_DECISION_KIND_ESCALATE);
  g_assert_cmpstr (decision->reason, ==, "Board to decide.");
}

static void
test_reopen (TestReviewing       *self,
             gconstpointer  data)
{
  TlId review = reviewing_id_of (self, TL_TABLE_REVIEW, "V63"), risk = reviewing_id_of (self, TL_TABLE_RISK, "R13");
  g_autofree char *refused = reviewing_decide (self, &review, "R13", TL_DECISION_KIND_REOPEN, "Two baths too hot.", "P-JF");
  g_autoptr (GPtrArray) cases = NULL;
  const TlClosingCase *closing;
  TlAssessment *assessment = tl_workbook_get_assessment (self->workbook);

  g_assert_null (refused);
  g_assert_cmpint (tl_assessment_find_risk (assessment, &risk)->state, ==, TL_RISK_STATE_OPEN);
  /* The earlier closing keeps its case. */
  cases = tl_closing_case_list (assessment, &risk);
  g_assert_cmpuint (cases->len, ==, 1);
  closing = g_ptr_array_index (cases, 0);
  g_assert_true (closing->held);
  g_assert_cmpstr (closing->title, ==, "Provider oversight, 10 February 2026");
  g_assert_cmpint (closing->reopened, ==, TODAY);
  g_assert_cmpstr (closing->reopened_reason, ==, "Two baths too hot.");
  g_assert_cmpuint (closing->conditions->len, ==, 7);
  for (int i = 0; i < TL_N_LINE_LINKS; i++)
    g_assert_cmpint (closing->states[i], ==, TL_LINK_STATE_SOUND);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *name;
    void (*test) (TestReviewing *, gconstpointer);
  } tests[] = {
    { "/review-commands/start", test_start },
    { "/review-commands/agenda", test_agenda },
    { "/review-commands/proposals", test_proposals },
    { "/review-commands/coming", test_coming },
    { "/review-commands/second-finish", test_second_finish },
    { "/review-commands/look", test_look },
    { "/review-commands/challenge", test_challenge },
    { "/review-commands/decisions", test_decisions },
    { "/review-commands/reopen", test_reopen },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, TestReviewing, NULL, reviewing_set_up, tests[i].test, reviewing_tear_down);
  return g_test_run ();
}
