/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-reviewing.h"

#include "test-folder.h"
#include "tl-import-plan.h"
#include "tl-workbook-commands.h"
#include "tl-workbook-undo.h"

void
reviewing_settle (TlWorkbook *workbook)
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

void
reviewing_set_up (TestReviewing       *self,
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

void
reviewing_tear_down (TestReviewing       *self,
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

gconstpointer
reviewing_find (TestReviewing    *self,
                TlTable     table,
                const char *ref)
{
  gconstpointer facts =
    tl_snapshot_find_ref (tl_assessment_get_snapshot (tl_workbook_get_assessment (self->workbook)), table, ref);

  g_assert_nonnull (facts);
  return facts;
}

/* Ids outlive the snapshots that they are read from. */
TlId
reviewing_id_of (TestReviewing    *self,
                 TlTable     table,
                 const char *ref)
{
  return ((const TlFacts *) reviewing_find (self, table, ref))->id;
}

TlId
reviewing_forum_of (TestReviewing    *self,
                    const char *review)
{
  return ((const TlReviewFacts *) reviewing_find (self, TL_TABLE_REVIEW, review))->forum->base.id;
}

/* What a command says when it is refused, %NULL once it is kept. */
char *
reviewing_finish (TestReviewing       *self,
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
  reviewing_settle (self->workbook);
  return NULL;
}

char *
reviewing_start (TestReviewing    *self,
                 const char *like,
                 TlDay       day,
                 TlId       *review)
{
  g_autoptr (GAsyncResult) result = NULL;
  TlId forum = reviewing_forum_of (self, like), chair = reviewing_id_of (self, TL_TABLE_PERSON, "P-JF");
  TlId agenda[] = { reviewing_id_of (self, TL_TABLE_RISK, "R5"), reviewing_id_of (self, TL_TABLE_RISK, "R1"), reviewing_id_of (self, TL_TABLE_RISK, "R5") };
  TlPackAsk pack = { TL_SOURCE_AUDIT, &chair };
  TlReviewPlan plan = {
    .forum = &forum, .date = day, .chair = &chair, .present = &chair, .n_present = 1, .agenda = agenda,
    .n_agenda = G_N_ELEMENTS (agenda), .pack = &pack, .n_pack = 1, .notes = " Held by telephone. ",
  };

  *review = tl_workbook_start_review_async (self->workbook, &plan, NULL, test_keep_cb, &result);
  return reviewing_finish (self, &result);
}

char *
reviewing_decide (TestReviewing        *self,
                  const TlId     *review,
                  const char     *risk,
                  TlDecisionKind  kind,
                  const char     *reason,
                  const char     *by)
{
  g_autoptr (GAsyncResult) result = NULL;
  TlId risk_id = reviewing_id_of (self, TL_TABLE_RISK, risk), by_id = reviewing_id_of (self, TL_TABLE_PERSON, by);
  TlDecisionPlan plan = { .review = review, .risk = &risk_id, .decision = kind, .reason = reason, .by = &by_id };

  tl_workbook_decide_async (self->workbook, &plan, NULL, test_keep_cb, &result);
  return reviewing_finish (self, &result);
}

/* What stands in the way of keeping what was typed, %NULL once it is kept. */
char *
reviewing_keep (TestReviewing *self,
                TlDraft       *draft)
{
  g_autoptr (GPtrArray) problems = tl_draft_list_problems (draft);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  if (problems->len > 0)
    return g_strdup (((const TlDraftProblem *) g_ptr_array_index (problems, 0))->message);
  tl_draft_save_async (draft, NULL, test_keep_cb, &result);
  tl_draft_save_finish (draft, test_wait_for (&result), NULL, &error);
  g_assert_no_error (error);
  reviewing_settle (self->workbook);
  return NULL;
}

TlId
reviewing_ask (TestReviewing *self,
               const TlId    *review,
               const char    *risk,
               const char    *question)
{
  g_autoptr (TlDraft) draft = tl_draft_new (self->workbook, TL_TABLE_CHALLENGE);
  TlId id = reviewing_id_of (self, TL_TABLE_RISK, risk);

  tl_draft_set_link (draft, "review", review);
  tl_draft_set_link (draft, "risk", &id);
  tl_draft_set_text (draft, "question", question);
  g_assert_null (reviewing_keep (self, draft));
  return *tl_draft_get_id (draft);
}

char *
reviewing_finish_review (TestReviewing    *self,
                         const TlId *review)
{
  g_autoptr (GAsyncResult) result = NULL;

  tl_workbook_finish_review_async (self->workbook, review, NULL, test_keep_cb, &result);
  return reviewing_finish (self, &result);
}

void
reviewing_undo (TestReviewing *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  reviewing_settle (self->workbook);
  tl_workbook_undo_async (self->workbook, NULL, test_keep_cb, &result);
  tl_workbook_apply_finish (self->workbook, test_wait_for (&result), &error);
  g_assert_no_error (error);
  reviewing_settle (self->workbook);
}
