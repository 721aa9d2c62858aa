/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was typed and isn't in the workbook yet: there again at the next start, whatever became of the working copy. */
#include "support/test-reviewing.h"

#include <glib/gstdio.h>

#include "tl-typed-notes.h"
#include "tl-workbook-commands.h"
#include "tl-workbook-erase.h"

#define TYPED "Who looks\n\t“at night”, and = what [then]; \\ ok?"

static void
close_workbook (TestReviewing *self)
{
  g_autoptr (GAsyncResult) result = NULL;

  tl_workbook_close_async (self->workbook, test_keep_cb, &result);
  g_assert_true (tl_workbook_close_finish (self->workbook, test_wait_for (&result), NULL));
  g_clear_object (&self->workbook);
}

static void
open_workbook (TestReviewing *self)
{
  g_autoptr (TlIdSource) ids = tl_id_source_new_seeded ("again", G_GINT64_CONSTANT (1781020000000));
  g_autofree char *path = test_desk_path (self->desk, "sample.throughline");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  tl_workbook_open_async (TL_STORE_ORIGIN_FILE, file, ids, NULL, test_keep_cb, &result);
  self->workbook = tl_workbook_open_finish (test_wait_for (&result), &error);
  g_assert_no_error (error);
  reviewing_settle (self->workbook);
}

static TlDraft *
make_question (TestReviewing *self)
{
  TlDraft *draft = tl_draft_new (self->workbook, TL_TABLE_CHALLENGE);
  TlId review = reviewing_id_of (self, TL_TABLE_REVIEW, "V63"), risk = reviewing_id_of (self, TL_TABLE_RISK, "R1");
  TlId by = reviewing_id_of (self, TL_TABLE_PERSON, "P-JF");

  tl_draft_set_link (draft, "review", &review);
  tl_draft_set_link (draft, "risk", &risk);
  tl_draft_set_link (draft, "by", &by);
  tl_draft_set_text (draft, "question", TYPED);
  return draft;
}

static void
settle (TestReviewing *self)
{
  g_autoptr (GAsyncResult) result = NULL;

  tl_typed_notes_settle_async (tl_workbook_get_typed (self->workbook), test_keep_cb, &result);
  test_wait_for (&result);
}

/* The one that is noted, once more. */
static void
assert_noted (TestReviewing *self)
{
  TlId review = reviewing_id_of (self, TL_TABLE_REVIEW, "V63"), risk = reviewing_id_of (self, TL_TABLE_RISK, "R1");
  TlId by = reviewing_id_of (self, TL_TABLE_PERSON, "P-JF"), found_review, found_risk;
  TlTypedNotes *notes = tl_workbook_get_typed (self->workbook);
  g_autoptr (GPtrArray) drafts = tl_typed_notes_list_new (notes, self->workbook, TL_TABLE_CHALLENGE, &review, &risk);

  g_assert_true (tl_typed_notes_find_place (notes, &found_review, &found_risk));
  g_assert_true (tl_id_equal (&found_review, &review));
  g_assert_true (tl_id_equal (&found_risk, &risk));
  g_assert_cmpuint (drafts->len, ==, 1);
  g_assert_cmpstr (tl_draft_get_text (drafts->pdata[0], "question"), ==, TYPED);
  g_assert_true (tl_id_equal (tl_draft_get_link (drafts->pdata[0], "by", 0), &by));
}

/* To the letter; what is kept is forgotten, and then there is nothing beside the working copy. */
static void
test_again (TestReviewing *self,
            gconstpointer  data)
{
  g_autoptr (TlDraft) draft = make_question (self);

  tl_typed_notes_note (tl_workbook_get_typed (self->workbook), draft);
  settle (self);
  close_workbook (self);
  open_workbook (self);
  assert_noted (self);
  tl_typed_notes_forget (tl_workbook_get_typed (self->workbook), draft);
  settle (self);
  close_workbook (self);
  open_workbook (self);
  g_assert_true (tl_typed_notes_is_empty (tl_workbook_get_typed (self->workbook)));
}

/* Somebody else saved the file meanwhile, so that a new working copy takes the place of the one with the note. */
static void
test_other_desk (TestReviewing *self,
                 gconstpointer  data)
{
  g_autoptr (TlDraft) draft = make_question (self);
  g_autofree char *copies = g_strdup (tl_store_get_folder ());
  g_autoptr (GAsyncResult) result = NULL;

  tl_typed_notes_note (tl_workbook_get_typed (self->workbook), draft);
  settle (self);
  g_clear_object (&draft);
  close_workbook (self);
  {
    g_autoptr (TestDesk) elsewhere = test_desk_new ();

    open_workbook (self);
    g_assert_true (tl_typed_notes_is_empty (tl_workbook_get_typed (self->workbook)));
    tl_workbook_set_key_async (self->workbook, "provider", "Another name", NULL, test_keep_cb, &result);
    g_assert_null (reviewing_finish (self, &result));
    close_workbook (self);
  }
  tl_store_set_folder (copies);
  open_workbook (self);
  assert_noted (self);
}

/* A decision is noted for its review and risk, whichever row it becomes. */
static void
test_decision (TestReviewing *self,
               gconstpointer  data)
{
  TlId review = reviewing_id_of (self, TL_TABLE_REVIEW, "V63"), risk = reviewing_id_of (self, TL_TABLE_RISK, "R1");
  TlId other = reviewing_id_of (self, TL_TABLE_RISK, "R2");
  TlTypedNotes *notes = tl_workbook_get_typed (self->workbook);
  g_autoptr (TlDraft) draft = tl_draft_new (self->workbook, TL_TABLE_DECISION), again = NULL, elsewhere = NULL;

  tl_draft_set_link (draft, "review", &review);
  tl_draft_set_link (draft, "risk", &risk);
  tl_draft_set_word (draft, "decision", TL_DECISION_KIND_ESCALATE);
  tl_typed_notes_note (notes, draft);
  g_assert_true (tl_typed_notes_has (notes, &review, &risk));
  g_assert_false (tl_typed_notes_has (notes, &review, &other));
  again = tl_draft_new (self->workbook, TL_TABLE_DECISION);
  tl_draft_set_link (again, "review", &review);
  tl_draft_set_link (again, "risk", &risk);
  g_assert_true (tl_typed_notes_recall (notes, again));
  g_assert_cmpint (tl_draft_get_word (again, "decision"), ==, TL_DECISION_KIND_ESCALATE);
  elsewhere = tl_draft_new (self->workbook, TL_TABLE_DECISION);
  tl_draft_set_link (elsewhere, "review", &review);
  tl_draft_set_link (elsewhere, "risk", &other);
  g_assert_false (tl_typed_notes_recall (notes, elsewhere));
}

/* A file that isn't ours, or was damaged, brings nothing and does no harm. */
static void
test_damaged (TestReviewing *self,
              gconstpointer  data)
{
  static const char * const texts[] = {
    "not a note", "[challenge:zz]\nquestion=What?\n", "[nothing:0]\n", "[challenge:]\n", "\xff\xfe[", "[decision]\nreview=1\n",
    "[challenge:000102030405060708090a0b0c0d0e0f]\nreview=x\nrisk=\nby=0 0\nquestion=What?\n",
  };
  TlId review = reviewing_id_of (self, TL_TABLE_REVIEW, "V63"), risk = reviewing_id_of (self, TL_TABLE_RISK, "R1");

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GDir) folder = g_dir_open (tl_store_get_folder (), 0, NULL);
      g_autoptr (GPtrArray) drafts = NULL;
      const char *name;

      close_workbook (self);
      while ((name = g_dir_read_name (folder)) != NULL)
        {
          g_autofree char *path = g_build_filename (tl_store_get_folder (), name, "typed", NULL);

          if (strlen (name) == 6)
            g_assert_true (g_file_set_contents (path, texts[i], -1, NULL));
        }
      open_workbook (self);
      drafts = tl_typed_notes_list_new (tl_workbook_get_typed (self->workbook), self->workbook, TL_TABLE_CHALLENGE, &review, &risk);
      g_assert_cmpuint (drafts->len, ==, 0);
    }
}

/* What is erased for good goes from what was typed over it, too. */
static void
test_erased (TestReviewing *self,
             gconstpointer  data)
{
  const TlReviewFacts *review = reviewing_find (self, TL_TABLE_REVIEW, "V63");
  TlId row = review->base.id;
  g_autoptr (TlDraft) draft = tl_draft_new_copy (self->workbook, TL_TABLE_REVIEW, &row), again = NULL;
  g_autoptr (TlErasure) erasure = tl_erasure_new ();
  g_autoptr (GAsyncResult) result = NULL;

  tl_draft_set_text (draft, "notes", "Agenda and pack sent out on 2 June. Mrs Gone was named.");
  tl_typed_notes_note (tl_workbook_get_typed (self->workbook), draft);
  g_assert_true (tl_erasure_add_field (erasure, "review", &row, "notes"));
  tl_workbook_erase_async (self->workbook, erasure, NULL, NULL, NULL, test_keep_cb, &result);
  g_assert_true (tl_workbook_erase_finish (self->workbook, test_wait_for (&result), NULL));
  reviewing_settle (self->workbook);
  settle (self);
  close_workbook (self);
  open_workbook (self);
  again = tl_draft_new_copy (self->workbook, TL_TABLE_REVIEW, &row);
  tl_typed_notes_recall (tl_workbook_get_typed (self->workbook), again);
  g_assert_null (strstr (tl_draft_get_text (again, "notes"), "Mrs Gone"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add ("/typed-notes/" name, TestReviewing, NULL, reviewing_set_up, test, reviewing_tear_down)
  ADD ("again", test_again);
  ADD ("other-desk", test_other_desk);
  ADD ("decision", test_decision);
  ADD ("damaged", test_damaged);
  ADD ("erased", test_erased);
#undef ADD
  return g_test_run ();
}
