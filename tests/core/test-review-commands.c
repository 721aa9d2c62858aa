/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-folder.h"
#include "support/test-store.h"
#include "tl-agenda.h"
#include "tl-import-plan.h"
#include "tl-minutes.h"
#include "tl-review-rules.h"
#include "tl-store-history.h"
#include "tl-workbook-commands.h"
#include "tl-workbook-recorded.h"
#include "tl-workbook-reviews.h"
#include "tl-workbook-undo.h"

#include <string.h>

/* The sample, as a workbook that reviews are held in. Its today is 9 June 2026. */
typedef struct
{
  TestDesk *desk;
  TlWorkbook *workbook;
} Fixture;

static void
settle (TlWorkbook *workbook)
{
  while (tl_workbook_get_busy (workbook))
    g_main_context_iteration (NULL, TRUE);
}

static char *
make_document (TestDesk *desk)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "data", "sample", NULL);
  char *path = test_desk_path (desk, "sample.throughline");
  TlStore *store = test_store_new ("sample");
  g_autoptr (TlSnapshot) empty = test_store_load (store);
  g_autoptr (TlImportPlan) plan = tl_import_plan_new (empty, test_folder_read (folder));

  g_assert_cmpuint (tl_import_plan_get_n_problems (plan), ==, 0);
  test_store_apply (store, tl_import_plan_get_change (plan, FALSE));
  test_store_save (store, path);
  test_store_close (store);
  return path;
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (TlIdSource) ids = tl_id_source_new_seeded ("reviews", G_GINT64_CONSTANT (1781010000000));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;

  self->desk = test_desk_new ();
  path = make_document (self->desk);
  file = g_file_new_for_path (path);
  tl_workbook_open_async (TL_STORE_ORIGIN_FILE, file, ids, NULL, test_keep_cb, &result);
  self->workbook = tl_workbook_open_finish (test_wait_for (&result), &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  tl_workbook_close_async (self->workbook, test_keep_cb, &result);
  tl_workbook_close_finish (self->workbook, test_wait_for (&result), &error);
  g_assert_no_error (error);
  g_object_unref (self->workbook);
  test_desk_free (self->desk);
}

static gconstpointer
find (Fixture    *self,
      TlTable     table,
      const char *ref)
{
  gconstpointer facts =
    tl_snapshot_find_ref (tl_assessment_get_snapshot (tl_workbook_get_assessment (self->workbook)), table, ref);

  g_assert_nonnull (facts);
  return facts;
}

/* Ids outlive the snapshots that they are read from. */
static TlId
id_of (Fixture    *self,
       TlTable     table,
       const char *ref)
{
  return ((const TlFacts *) find (self, table, ref))->id;
}

static TlId
forum_of (Fixture    *self,
          const char *review)
{
  return ((const TlReviewFacts *) find (self, TL_TABLE_REVIEW, review))->forum->base.id;
}

/* What a command says when it is refused, %NULL once it is kept. */
static char *
finish (Fixture       *self,
        GAsyncResult **result)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) kept = NULL;

  if (!tl_workbook_apply_finish (self->workbook, test_wait_for (result), &error))
    {
      kept = g_steal_pointer (result);
      return g_strdup (error->message);
    }
  kept = g_steal_pointer (result);
  settle (self->workbook);
  return NULL;
}

static char *
start (Fixture    *self,
       const char *like,
       TlDay       day,
       TlId       *review)
{
  g_autoptr (GAsyncResult) result = NULL;
  TlId forum = forum_of (self, like), chair = id_of (self, TL_TABLE_PERSON, "P-JF");
  TlId agenda[] = { id_of (self, TL_TABLE_RISK, "R5"), id_of (self, TL_TABLE_RISK, "R1"), id_of (self, TL_TABLE_RISK, "R5") };
  TlPackAsk pack = { TL_SOURCE_AUDIT, &chair };
  TlReviewPlan plan = {
    .forum = &forum, .date = day, .chair = &chair, .present = &chair, .n_present = 1, .agenda = agenda,
    .n_agenda = G_N_ELEMENTS (agenda), .pack = &pack, .n_pack = 1, .notes = " Held by telephone. ",
  };

  *review = tl_workbook_start_review_async (self->workbook, &plan, NULL, test_keep_cb, &result);
  return finish (self, &result);
}

static char *
decide (Fixture        *self,
        const TlId     *review,
        const char     *risk,
        TlDecisionKind  kind,
        const char     *reason,
        const char     *by)
{
  g_autoptr (GAsyncResult) result = NULL;
  TlId risk_id = id_of (self, TL_TABLE_RISK, risk), by_id = id_of (self, TL_TABLE_PERSON, by);
  TlDecisionPlan plan = { .review = review, .risk = &risk_id, .decision = kind, .reason = reason, .by = &by_id };

  tl_workbook_decide_async (self->workbook, &plan, NULL, test_keep_cb, &result);
  return finish (self, &result);
}

static char *
finish_review (Fixture    *self,
               const TlId *review)
{
  g_autoptr (GAsyncResult) result = NULL;

  tl_workbook_finish_review_async (self->workbook, review, NULL, test_keep_cb, &result);
  return finish (self, &result);
}

static void
undo (Fixture *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  settle (self->workbook);
  tl_workbook_undo_async (self->workbook, NULL, test_keep_cb, &result);
  tl_workbook_apply_finish (self->workbook, test_wait_for (&result), &error);
  g_assert_no_error (error);
  settle (self->workbook);
}

#define REVIEW(self, id) \
  ((const TlReviewFacts *) tl_snapshot_find (tl_assessment_get_snapshot (tl_workbook_get_assessment ((self)->workbook)), \
                                             TL_TABLE_REVIEW, id))
#define TODAY (tl_day_new (2026, 6, 9))

/* ── Starting, settling the agenda, finishing ─────────────────────────────── */

static void
test_start (Fixture       *self,
            gconstpointer  data)
{
  g_autofree char *refused = NULL, *again = NULL;
  const TlReviewFacts *review;
  TlId id, other;

  refused = start (self, "V61", TODAY, &id);
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

  again = start (self, "V61", TODAY, &other);
  g_assert_cmpstr (again, ==, "Recovery meeting, 9 June 2026 was started already. Go on with that one, or choose another day.");
  undo (self);
  g_assert_null (REVIEW (self, &id));
}

static void
test_agenda (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  TlId review = id_of (self, TL_TABLE_REVIEW, "V63");
  TlId risks[] = { id_of (self, TL_TABLE_RISK, "R4"), id_of (self, TL_TABLE_RISK, "R12"), id_of (self, TL_TABLE_RISK, "R2") };
  static const char * const refs[] = { "R4", "R12", "R2" };

  tl_workbook_set_agenda_async (self->workbook, &review, risks, 3, NULL, test_keep_cb, &result);
  g_assert_null (finish (self, &result));
  g_assert_cmpuint (REVIEW (self, &review)->agenda.n, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpstr (TL_FACTS_AT (REVIEW (self, &review)->agenda, TlAgendaItemFacts, i)->risk->base.ref, ==, refs[i]);
  undo (self);
  g_assert_cmpuint (REVIEW (self, &review)->agenda.n, ==, 5);
  g_assert_cmpstr (TL_FACTS_AT (REVIEW (self, &review)->agenda, TlAgendaItemFacts, 0)->risk->base.ref, ==, "R2");
}

static void
test_coming (Fixture       *self,
             gconstpointer  data)
{
  g_autofree char *started = NULL, *decided = NULL, *finished = NULL;
  TlId id;

  started = start (self, "V63", TODAY + 28, &id);
  g_assert_null (started);
  decided = decide (self, &id, "R1", TL_DECISION_KIND_CONTINUE, NULL, "P-JF");
  g_assert_cmpstr (decided, ==, "This review takes place only on 7 July 2026. Until then its agenda and its pack can be prepared.");
  finished = finish_review (self, &id);
  g_assert_cmpstr (finished, ==, decided);
}

/* A merge or an import brings what the window never makes. */
static void
test_second_finish (Fixture       *self,
                    gconstpointer  data)
{
  g_autoptr (TlChange) change = tl_change_new ("test");
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *first = NULL, *second = NULL, *again = NULL, *started = NULL;
  TlId review = id_of (self, TL_TABLE_REVIEW, "V63"), forum = forum_of (self, "V63"), twin, third;

  twin = tl_id_source_make_id (tl_workbook_get_ids (self->workbook));
  tl_change_add_row (change, "review", &twin);
  tl_change_set_text (change, "review", &twin, "ref", "V70");
  tl_change_set_id (change, "review", &twin, "forum", &forum);
  tl_change_set_day (change, "review", &twin, "date", TODAY);
  tl_workbook_apply_async (self->workbook, change, NULL, test_keep_cb, &result);
  g_assert_null (finish (self, &result));

  first = finish_review (self, &review);
  g_assert_null (first);
  g_assert_cmpint (REVIEW (self, &review)->finished, ==, TODAY);
  again = finish_review (self, &review);
  g_assert_cmpstr (again, ==, "Provider oversight, 9 June 2026 is finished already.");
  second = finish_review (self, &twin);
  g_assert_cmpstr (second, ==,
                   "Provider oversight, 9 June 2026 has been finished once already (V63). Give this review its own day, or record what "
                   "it left in that one. Both are kept as they are.");
  g_assert_cmpint (REVIEW (self, &twin)->finished, ==, TL_NO_DAY);
  started = start (self, "V63", TODAY, &third);
  g_assert_cmpstr (started, ==,
                   "Provider oversight, 9 June 2026 is finished already. What is added to it becomes a correction; a second review needs "
                   "another day.");
  /* Finished later than the day that is shown isn't finished then. */
  g_assert_true (tl_review_is_finished (REVIEW (self, &review), TODAY));
  g_assert_false (tl_review_is_finished (REVIEW (self, &review), TODAY - 1));
}

/* ── Looking, asking, answering ───────────────────────────────────────────── */

static void
test_look (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  TlId review = id_of (self, TL_TABLE_REVIEW, "V63"), risk = id_of (self, TL_TABLE_RISK, "R1");
  TlId by = id_of (self, TL_TABLE_PERSON, "P-JF");
  TlLook look = { .review = &review, .risk = &risk, .progress = " Better. ", .barrier = "Agency staff" };
  TlDecisionPlan plan = { .review = &review, .risk = &risk, .by = &by };
  const TlRiskFacts *facts;

  tl_workbook_look_at_risk_async (self->workbook, &look, NULL, test_keep_cb, &result);
  g_assert_null (finish (self, &result));
  look.barrier = NULL;
  look.evidence_seen = "Charts of Damson Row";
  tl_workbook_look_at_risk_async (self->workbook, &look, NULL, test_keep_cb, &result);
  g_assert_null (finish (self, &result));
  facts = find (self, TL_TABLE_RISK, "R1");
  g_assert_cmpuint (REVIEW (self, &review)->looked_at.n, ==, 1);
  g_assert_cmpstr (tl_review_find_look (REVIEW (self, &review), facts)->progress, ==, "Better.");
  g_assert_null (tl_review_find_look (REVIEW (self, &review), facts)->barrier);

  /* Looked at, continue: one change. */
  risk = id_of (self, TL_TABLE_RISK, "R3");
  tl_workbook_continue_risk_async (self->workbook, &plan, NULL, test_keep_cb, &result);
  g_assert_null (finish (self, &result));
  g_assert_cmpuint (REVIEW (self, &review)->looked_at.n, ==, 2);
  g_assert_cmpint (tl_review_find_decision (REVIEW (self, &review), find (self, TL_TABLE_RISK, "R3"))->decision, ==,
                   TL_DECISION_KIND_CONTINUE);
  undo (self);
  g_assert_cmpuint (REVIEW (self, &review)->looked_at.n, ==, 1);
  g_assert_cmpuint (REVIEW (self, &review)->decisions.n, ==, 0);
}

static void
test_challenge (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *empty = NULL, *early = NULL, *unanswered = NULL, *future = NULL, *away = NULL;
  TlId review = id_of (self, TL_TABLE_REVIEW, "V63"), risk = id_of (self, TL_TABLE_RISK, "R1"), row;
  TlQuestion question = { .review = &review, .risk = &risk, .question = "  ", .by_text = "A relative" };
  const TlChallengeFacts *challenge;

  tl_workbook_challenge_async (self->workbook, &question, NULL, test_keep_cb, &result);
  empty = finish (self, &result);
  g_assert_cmpstr (empty, ==, "Write down what is asked of the owner.");
  question.question = "What is different at night?";
  question.due = TODAY - 1;
  tl_workbook_challenge_async (self->workbook, &question, NULL, test_keep_cb, &result);
  early = finish (self, &result);
  g_assert_cmpstr (early, ==, "The answer can’t be due before the question is asked.");
  question.due = TODAY + 7;
  row = tl_workbook_challenge_async (self->workbook, &question, NULL, test_keep_cb, &result);
  g_assert_null (finish (self, &result));

  tl_workbook_set_satisfied_async (self->workbook, &row, TL_FLAG_YES, TL_NO_DAY, NULL, test_keep_cb, &result);
  unanswered = finish (self, &result);
  g_assert_cmpstr (unanswered, ==, "Write down the answer that satisfied.");
  tl_workbook_answer_async (self->workbook, &row, "Two people.", TODAY + 1, NULL, test_keep_cb, &result);
  future = finish (self, &result);
  g_assert_nonnull (future);
  tl_workbook_answer_async (self->workbook, &row, "Two people.", TL_NO_DAY, NULL, test_keep_cb, &result);
  g_assert_null (finish (self, &result));
  tl_workbook_set_satisfied_async (self->workbook, &row, TL_FLAG_YES, TL_NO_DAY, NULL, test_keep_cb, &result);
  g_assert_null (finish (self, &result));
  challenge = tl_snapshot_find (tl_assessment_get_snapshot (tl_workbook_get_assessment (self->workbook)),
                                TL_TABLE_CHALLENGE, &row);
  g_assert_cmpstr (challenge->by.text, ==, "A relative");
  g_assert_cmpint (challenge->answered, ==, TODAY);
  g_assert_cmpint (challenge->satisfied_on, ==, TODAY);
  tl_workbook_answer_async (self->workbook, &row, "", TL_NO_DAY, NULL, test_keep_cb, &result);
  away = finish (self, &result);
  g_assert_cmpstr (away, ==, "The answer has satisfied. Say that it doesn’t before taking it away.");
}

/* ── Deciding ─────────────────────────────────────────────────────────────── */

static void
test_decisions (Fixture       *self,
                gconstpointer  data)
{
  TlId review = id_of (self, TL_TABLE_REVIEW, "V63"), risk = id_of (self, TL_TABLE_RISK, "R7");
  TlId other = id_of (self, TL_TABLE_RISK, "R13"), by = id_of (self, TL_TABLE_PERSON, "P-HB");
  TlDecisionPlan plan = { .review = &review, .risk = &risk, .by = &by, .reason = "Because." };
  g_autofree char *no_reason = NULL, *open = NULL, *close = NULL, *ended = NULL, *kept = NULL, *second = NULL;
  const TlDecisionFacts *decision;
  g_autoptr (GError) error = NULL;

  no_reason = decide (self, &review, "R1", TL_DECISION_KIND_CHANGE, " ", "P-JF");
  g_assert_cmpstr (no_reason, ==, "Write down what is to change.");
  open = decide (self, &review, "R1", TL_DECISION_KIND_REOPEN, "Again", "P-JF");
  g_assert_cmpstr (open, ==, "This risk is open. Only one that has ended can be reopened.");
  /* Each unmet condition in a line of its own. */
  close = decide (self, &review, "R1", TL_DECISION_KIND_CLOSE, "It held.", "P-TW");
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
  ended = decide (self, &review, "R13", TL_DECISION_KIND_CHANGE, "More", "P-JF");
  g_assert_cmpstr (ended, ==,
                   "R13 has been closed by Provider oversight, 10 February 2026. Reopen it to decide on it again, or leave it. What you "
                   "wrote is still here.");

  /* Another decision of the same review takes the place of the first. */
  kept = decide (self, &review, "R1", TL_DECISION_KIND_CHANGE, " One senior. ", "P-JF");
  second = decide (self, &review, "R1", TL_DECISION_KIND_ESCALATE, "Board to decide.", "P-JF");
  g_assert_null (kept);
  g_assert_null (second);
  g_assert_cmpuint (REVIEW (self, &review)->decisions.n, ==, 1);
  decision = REVIEW (self, &review)->decisions.rows[0];
  g_assert_cmpint (decision->decision, ==, TL_DECISION_KIND_ESCALATE);
  g_assert_cmpstr (decision->reason, ==, "Board to decide.");
}

static void
test_reopen (Fixture       *self,
             gconstpointer  data)
{
  TlId review = id_of (self, TL_TABLE_REVIEW, "V63"), risk = id_of (self, TL_TABLE_RISK, "R13");
  g_autofree char *refused = decide (self, &review, "R13", TL_DECISION_KIND_REOPEN, "Two baths too hot.", "P-JF");
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

/* ── The sample's provider review, from its agenda to its minutes ─────────── */

static TlMinutes *
load_minutes (Fixture    *self,
              const TlId *review)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TlMinutes *minutes;

  tl_workbook_load_minutes_async (self->workbook, review, NULL, test_keep_cb, &result);
  minutes = tl_minutes_load_finish (test_wait_for (&result), &error);
  g_assert_no_error (error);
  return minutes;
}

/* What the history says was done last. */
static char *
tell_last (Fixture *self)
{
  const TlHistoryQuery query = { .most = 1 };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  tl_store_list_history_async (tl_workbook_get_store (self->workbook), &query, NULL, test_keep_cb, &result);
  entries = tl_store_list_history_finish (tl_workbook_get_store (self->workbook), test_wait_for (&result), &error);
  g_assert_no_error (error);
  return g_strdup (tl_history_entry_get_what (g_ptr_array_index (entries, 0)));
}

static void
test_history (Fixture       *self,
              gconstpointer  data)
{
  TlId review = id_of (self, TL_TABLE_REVIEW, "V63"), risk = id_of (self, TL_TABLE_RISK, "R1"), started, row, change_row;
  TlQuestion asked = { .review = &review, .risk = &risk, .question = "What is different at night?" };
  g_autoptr (GAsyncResult) result = NULL, found = NULL, loaded = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *start_words = NULL, *decide_words = NULL, *ask_words = NULL, *finish_words = NULL;
  g_autoptr (TlWorkbook) then = NULL;
  TlStore *store = tl_workbook_get_store (self->workbook);
  TlDigest change;
  gint64 time;

  g_assert_null (start (self, "V61", TODAY, &started));
  start_words = tell_last (self);
  g_assert_cmpstr (start_words, ==, "started the review V64");
  g_assert_null (decide (self, &review, "R13", TL_DECISION_KIND_REOPEN, "Too hot again.", "P-JF"));
  decide_words = tell_last (self);
  g_assert_cmpstr (decide_words, ==, "decided on R13: reopen");
  row = ((const TlFacts *) REVIEW (self, &review)->decisions.rows[0])->id;
  change_row = tl_workbook_challenge_async (self->workbook, &asked, NULL, test_keep_cb, &result);
  g_assert_null (finish (self, &result));
  g_assert_false (tl_id_is_none (&change_row));
  ask_words = tell_last (self);
  g_assert_cmpstr (ask_words, ==, "asked about R1: “What is different at night?”");

  /* The workbook as it said to whoever decided: nothing had been asked yet. */
  tl_store_find_setting_async (store, "decision", &row, "decision", NULL, test_keep_cb, &found);
  g_assert_true (tl_store_find_setting_finish (store, test_wait_for (&found), &change, &time, &error));
  g_assert_no_error (error);
  tl_workbook_load_sealed_async (self->workbook, &change, time, NULL, test_keep_cb, &loaded);
  then = tl_workbook_load_recorded_finish (self->workbook, test_wait_for (&loaded), &error);
  g_assert_no_error (error);
  g_assert_null (tl_snapshot_find (tl_assessment_get_snapshot (tl_workbook_get_assessment (then)), TL_TABLE_CHALLENGE,
                                   &change_row));
  g_assert_nonnull (tl_snapshot_find (tl_assessment_get_snapshot (tl_workbook_get_assessment (then)), TL_TABLE_DECISION,
                                      &row));
  g_assert_null (finish_review (self, &review));
  finish_words = tell_last (self);
  g_assert_cmpstr (finish_words, ==, "finished the review V63");
}

static void
correct (Fixture    *self,
         const char *table,
         const TlId *row,
         const char *column,
         const char *text)
{
  g_autoptr (TlChange) change = tl_change_new ("test");
  g_autoptr (GAsyncResult) result = NULL;

  if (column != NULL)
    tl_change_set_text (change, table, row, column, text);
  else
    tl_change_remove_row (change, table, row);
  tl_workbook_apply_async (self->workbook, change, NULL, test_keep_cb, &result);
  g_assert_null (finish (self, &result));
}

static void
test_minutes (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  TlId review = id_of (self, TL_TABLE_REVIEW, "V63"), risk = id_of (self, TL_TABLE_RISK, "R1"), question, decision, item;
  TlQuestion asked = { .review = &review, .risk = &risk, .question = "What is different at night?" };
  g_autofree char *fingerprint = NULL, *decided = NULL, *finished = NULL;
  g_autoptr (TlMinutes) draft = NULL, frozen = NULL, later = NULL;
  const TlReviewFacts *facts;
  const TlCorrection *correction;
  const TlHistoryField *field;

  decided = decide (self, &review, "R1", TL_DECISION_KIND_CHANGE, "One senior.", "P-JF");
  question = tl_workbook_challenge_async (self->workbook, &asked, NULL, test_keep_cb, &result);
  g_assert_null (finish (self, &result));
  draft = load_minutes (self, &review);
  g_assert_null (draft->trail);
  finished = finish_review (self, &review);
  fingerprint = tl_workbook_get_fingerprint (self->workbook);
  frozen = load_minutes (self, &review);
  g_assert_cmpstr (frozen->trail->fingerprint, ==, fingerprint);
  g_assert_cmpuint (frozen->trail->corrections->len, ==, 0);

  /* Whatever comes later leaves the minutes as they were sealed, and is told beside them: who, what, from what to what. */
  facts = REVIEW (self, &review);
  decision = ((const TlFacts *) facts->decisions.rows[0])->id;
  item = ((const TlFacts *) facts->agenda.rows[4])->id;
  correct (self, "decision", &decision, "reason", "Two seniors.");
  correct (self, "agenda_item", &item, NULL, NULL);
  correct (self, "risk", &risk, "title", "Elsewhere");
  tl_workbook_answer_async (self->workbook, &question, "Two people.", TL_NO_DAY, NULL, test_keep_cb, &result);
  g_assert_null (finish (self, &result));
  later = load_minutes (self, &review);
  g_assert_cmpstr (later->trail->fingerprint, ==, fingerprint);
  facts = tl_snapshot_find (tl_assessment_get_snapshot (later->assessment), TL_TABLE_REVIEW, &review);
  g_assert_cmpstr (TL_FACTS_AT (facts->decisions, TlDecisionFacts, 0)->reason, ==, "One senior.");
  g_assert_cmpuint (facts->agenda.n, ==, 5);
  g_assert_cmpstr (TL_FACTS_AT (facts->decisions, TlDecisionFacts, 0)->risk->title, ==, "Medicines record gaps");
  g_assert_cmpuint (later->trail->corrections->len, ==, 3);
  correction = g_ptr_array_index (later->trail->corrections, 0);
  field = g_ptr_array_index (correction->fields, 0);
  g_assert_cmpstr (field->before, ==, "One senior.");
  g_assert_cmpstr (field->after, ==, "Two seniors.");
  correction = g_ptr_array_index (later->trail->corrections, 1);
  g_assert_cmpuint (correction->fields->len, ==, 1);
  correction = g_ptr_array_index (later->trail->corrections, 2);
  g_assert_cmpuint (correction->fields->len, ==, 0);
  g_assert_cmpuint (correction->answers->len, ==, 2);

  /* Taking the end back opens it again. */
  undo (self);
  undo (self);
  undo (self);
  undo (self);
  undo (self);
  g_clear_pointer (&draft, tl_minutes_free);
  draft = load_minutes (self, &review);
  g_assert_null (draft->trail);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/review-commands/start", test_start },
    { "/review-commands/agenda", test_agenda },
    { "/review-commands/coming", test_coming },
    { "/review-commands/second-finish", test_second_finish },
    { "/review-commands/look", test_look },
    { "/review-commands/challenge", test_challenge },
    { "/review-commands/decisions", test_decisions },
    { "/review-commands/reopen", test_reopen },
    { "/review-commands/history", test_history },
    { "/review-commands/minutes", test_minutes },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
