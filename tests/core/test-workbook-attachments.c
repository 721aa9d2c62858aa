/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-attaching.h"
#include "support/test-store.h"

#include <glib/gstdio.h>
#include <string.h>

#include "tl-workbook-attachments.h"
#include "tl-workbook-undo.h"

/* A workbook with a piece of evidence, open. */
typedef struct
{
  TestDesk *desk;
  TlWorkbook *workbook;
  TlId evidence;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (TlIdSource) ids = tl_id_source_new_seeded ("files", G_GINT64_CONSTANT (1775000000000));
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  TlStore *store;
  TlId risk;

  self->desk = test_desk_new ();
  path = test_desk_make_document (self->desk);
  store = test_store_open_file (path);
  risk = test_store_find_risk (store);
  self->evidence = test_add_evidence (store, &risk, "Calm mealtimes");
  test_store_save (store, NULL);
  test_store_close (store);

  file = g_file_new_for_path (path);
  tl_workbook_open_async (TL_STORE_ORIGIN_FILE, file, ids, NULL, test_keep_cb, &result);
  self->workbook = tl_workbook_open_finish (test_wait_for (&result), NULL);
  g_assert_nonnull (self->workbook);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;

  tl_workbook_close_async (self->workbook, test_keep_cb, &result);
  g_assert_true (tl_workbook_close_finish (self->workbook, test_wait_for (&result), NULL));
  g_clear_object (&result);
  g_assert_finalize_object (self->workbook);
  test_desk_free (self->desk);
}

static void
settle (Fixture *self)
{
  while (tl_workbook_get_busy (self->workbook))
    g_main_context_iteration (NULL, TRUE);
}

/* What is known of the evidence, as the views have it. */
static const TlEvidenceFacts *
get_facts (Fixture *self)
{
  return tl_snapshot_find (tl_assessment_get_snapshot (tl_workbook_get_assessment (self->workbook)), TL_TABLE_EVIDENCE,
                           &self->evidence);
}

static void
add_path (GPtrArray  *files,
          Fixture    *self,
          const char *name,
          const char *content)
{
  g_ptr_array_add (files, test_write_file (self->desk->folder, name, content, -1));
}

static TlAttachResult *
attach (Fixture                 *self,
        GPtrArray               *files,
        TlAttachedFileProgress   progress,
        gpointer                 progress_data,
        GCancellable            *cancellable,
        GError                 **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  TlAttachResult *attached;

  tl_workbook_attach_files_async (self->workbook, &self->evidence, files, progress, progress_data, cancellable, test_keep_cb,
                                  &result);
  attached = tl_workbook_attach_files_finish (self->workbook, test_wait_for (&result), error);
  settle (self);
  return attached;
}

static void
progress_cb (double   fraction,
             gpointer data)
{
  double *furthest = data;

  g_assert_cmpfloat (fraction, >=, *furthest);
  *furthest = fraction;
}

/* The good ones are attached, the others told, and one step takes all of it back. */
static void
test_the_good_are_kept_and_the_others_told (Fixture       *self,
                                            gconstpointer  data)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlAttachResult) result = NULL;
  g_autoptr (GAsyncResult) undone = NULL;
  double furthest = 0;

  add_path (files, self, "minutes.txt", "Minutes of March");
  add_path (files, self, "empty.txt", "");
  add_path (files, self, "audit.txt", "Forty charts");
  add_path (files, self, "audit.txt", "Forty charts");
  result = attach (self, files, progress_cb, &furthest, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result->n_added, ==, 2);
  g_assert_cmpfloat (furthest, ==, 1);
  g_assert_cmpuint (result->refused->len, ==, 2);
  g_assert_nonnull (strstr (((GError *) g_ptr_array_index (result->refused, 0))->message, "“empty.txt” is empty"));
  g_assert_nonnull (strstr (((GError *) g_ptr_array_index (result->refused, 1))->message, "“audit.txt” is attached here"));

  g_assert_cmpuint (get_facts (self)->attachments.n, ==, 2);
  g_assert_cmpstr (TL_FACTS_AT (get_facts (self)->attachments, TlAttachmentFacts, 0)->name, ==, "audit.txt");
  g_assert_cmpint (TL_FACTS_AT (get_facts (self)->attachments, TlAttachmentFacts, 0)->size, ==, 12);
  g_assert_cmpstr (TL_FACTS_AT (get_facts (self)->attachments, TlAttachmentFacts, 0)->media_type, ==, "text/plain");

  while (tl_workbook_get_undo_words (self->workbook) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (tl_workbook_get_undo_words (self->workbook), ==,
                   "added the files minutes.txt (16 bytes) and audit.txt (12 bytes) to “Calm mealtimes”");
  tl_workbook_undo_async (self->workbook, NULL, test_keep_cb, &undone);
  g_assert_true (tl_workbook_apply_finish (self->workbook, test_wait_for (&undone), &error));
  settle (self);
  g_assert_cmpuint (get_facts (self)->attachments.n, ==, 0);
}

static void
test_the_same_file_is_attached_once (Fixture       *self,
                                     gconstpointer  data)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TlAttachResult) first = NULL, again = NULL, newer = NULL;

  add_path (files, self, "audit.txt", "Forty charts");
  first = attach (self, files, NULL, NULL, NULL, NULL);
  again = attach (self, files, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (again->n_added, ==, 0);
  g_assert_cmpuint (again->refused->len, ==, 1);
  /* A later state of a file that is called the same is another file. */
  g_ptr_array_set_size (files, 0);
  add_path (files, self, "audit.txt", "Forty charts, checked");
  newer = attach (self, files, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (newer->n_added, ==, 1);
  g_assert_cmpuint (get_facts (self)->attachments.n, ==, 2);
}

static void
test_too_many_are_refused (Fixture       *self,
                           gconstpointer  data)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i <= TL_ATTACH_MOST_FILES; i++)
    add_path (files, self, "audit.txt", "Forty charts");
  g_assert_null (attach (self, files, NULL, NULL, NULL, &error));
  g_assert_error (error, TL_WORKBOOK_ERROR, TL_WORKBOOK_ERROR_FILES);
  g_assert_cmpuint (get_facts (self)->attachments.n, ==, 0);
}

static void
test_stopping_attaches_none (Fixture       *self,
                             gconstpointer  data)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  add_path (files, self, "audit.txt", "Forty charts");
  g_cancellable_cancel (cancellable);
  g_assert_null (attach (self, files, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (get_facts (self)->attachments.n, ==, 0);
}

static void
test_another_day_is_left_alone (Fixture       *self,
                                gconstpointer  data)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  tl_workbook_set_as_at (self->workbook, tl_day_new (2026, 3, 1));
  settle (self);
  add_path (files, self, "audit.txt", "Forty charts");
  g_assert_null (attach (self, files, NULL, NULL, NULL, &error));
  g_assert_error (error, TL_WORKBOOK_ERROR, TL_WORKBOOK_ERROR_NOT_EDITABLE);
}

static gboolean
save (Fixture     *self,
      const char  *path,
      GError     **error)
{
  g_autoptr (GFile) destination = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;

  tl_workbook_save_attachment_async (self->workbook, TL_FACTS_AT (get_facts (self)->attachments, TlAttachmentFacts, 0),
                                     destination, NULL, test_keep_cb, &result);
  return tl_workbook_save_attachment_finish (self->workbook, test_wait_for (&result), error);
}

/* Whoever saves a copy gets one that is theirs; what they replace is replaced. */
static void
test_saved_and_removed (Fixture       *self,
                        gconstpointer  data)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TlAttachResult) attached = NULL;
  g_autofree char *path = test_desk_path (self->desk, "kept.txt"), *nowhere = test_desk_path (self->desk, "no/kept.txt");
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) removed = NULL;
  GStatBuf info;

  add_path (files, self, "audit.txt", "Forty charts");
  attached = attach (self, files, NULL, NULL, NULL, NULL);
  g_assert_true (g_file_set_contents (path, "What was there before", -1, NULL));
  g_assert_true (save (self, path, &error));
  test_assert_content (path, "Forty charts", strlen ("Forty charts"));
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0200, !=, 0);

  g_assert_false (save (self, nowhere, &error));
  g_assert_nonnull (strstr (error->message, "can’t be saved"));

  tl_workbook_remove_attachment_async (self->workbook,
                                       &TL_FACTS_AT (get_facts (self)->attachments, TlAttachmentFacts, 0)->id, NULL,
                                       test_keep_cb, &removed);
  g_assert_true (tl_workbook_apply_finish (self->workbook, test_wait_for (&removed), NULL));
  settle (self);
  g_assert_cmpuint (get_facts (self)->attachments.n, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add ("/workbook-attachments/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("good-and-others", test_the_good_are_kept_and_the_others_told);
  ADD ("same", test_the_same_file_is_attached_once);
  ADD ("too-many", test_too_many_are_refused);
  ADD ("stopped", test_stopping_attaches_none);
  ADD ("another-day", test_another_day_is_left_alone);
  ADD ("saved-and-removed", test_saved_and_removed);
  return g_test_run ();
}
