/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-reviewing.h"
#include "tl-minutes.h"
#include "tl-store-history.h"
#include "tl-workbook-recorded.h"
#include "tl-workbook-undo.h"

/* ── The sample's provider review, from its agenda to its minutes ─────────── */

static TlMinutes *
load_minutes (TestReviewing    *self,
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
tell_last (TestReviewing *self)
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
test_history (TestReviewing       *self,
              gconstpointer  data)
{
  TlId review = reviewing_id_of (self, TL_TABLE_REVIEW, "V63"), started, row, change_row;
  g_autoptr (GAsyncResult) result = NULL, found = NULL, loaded = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *start_words = NULL, *decide_words = NULL, *ask_words = NULL, *finish_words = NULL;
  g_autoptr (TlWorkbook) then = NULL;
  TlStore *store = tl_workbook_get_store (self->workbook);
  TlDigest change;
  gint64 time;

  g_assert_null (reviewing_start (self, "V61", TODAY, &started));
  start_words = tell_last (self);
  g_assert_cmpstr (start_words, ==, "started the review V64");
  g_assert_null (reviewing_decide (self, &review, "R13", TL_DECISION_KIND_REOPEN, "Too hot again.", "P-JF"));
  decide_words = tell_last (self);
  g_assert_cmpstr (decide_words, ==, "decided on R13: reopen");
  row = ((const TlFacts *) REVIEW (self, &review)->decisions.rows[0])->id;
  change_row = reviewing_ask (self, &review, "R1", "What is different at night?");
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
  g_assert_null (reviewing_finish_review (self, &review));
  finish_words = tell_last (self);
  g_assert_cmpstr (finish_words, ==, "finished the review V63");
}

static void
correct (TestReviewing    *self,
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
  g_assert_null (reviewing_finish (self, &result));
}

static void
test_minutes (TestReviewing       *self,
              gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  TlId review = reviewing_id_of (self, TL_TABLE_REVIEW, "V63"), risk = reviewing_id_of (self, TL_TABLE_RISK, "R1"), question, decision, item;
  g_autofree char *fingerprint = NULL, *decided = NULL, *finished = NULL;
  g_autoptr (TlDraft) answer = NULL;
  g_autoptr (TlMinutes) draft = NULL, frozen = NULL, later = NULL;
  const TlReviewFacts *facts;
  const TlCorrection *correction;
  const TlHistoryField *field;

  decided = reviewing_decide (self, &review, "R1", TL_DECISION_KIND_CHANGE, "One senior.", "P-JF");
  question = reviewing_ask (self, &review, "R1", "What is different at night?");
  draft = load_minutes (self, &review);
  g_assert_null (draft->trail);
  finished = reviewing_finish_review (self, &review);
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
  answer = tl_draft_new_copy (self->workbook, TL_TABLE_CHALLENGE, &question);
  tl_draft_set_text (answer, "answer", "Two people.");
  tl_draft_set_day (answer, "answered", TODAY);
  g_assert_null (reviewing_keep (self, answer));
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
  reviewing_undo (self);
  reviewing_undo (self);
  reviewing_undo (self);
  reviewing_undo (self);
  reviewing_undo (self);
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
    void (*test) (TestReviewing *, gconstpointer);
  } tests[] = {
    { "/review-minutes/history", test_history },
    { "/review-minutes/minutes", test_minutes },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, TestReviewing, NULL, reviewing_set_up, tests[i].test, reviewing_tear_down);
  return g_test_run ();
}
