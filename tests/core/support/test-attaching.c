/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-attaching.h"

#include "test-store.h"

#include <sqlite3.h>
#include <string.h>

/* A piece of evidence about a risk. */
TlId
test_add_evidence (TlStore    *store,
                   const TlId *risk,
                   const char *finding)
{
  g_autoptr (TlChange) change = tl_change_new ("test");
  TlId evidence = tl_id_source_make_id (tl_store_get_ids (store));
  TlId pair = tl_field_get_pair_id (TL_TABLE_EVIDENCE, tl_layout_find_field (TL_TABLE_EVIDENCE, "risks"), &evidence, risk);

  tl_change_add_row (change, "evidence", &evidence);
  tl_change_set_text (change, "evidence", &evidence, "date", "2026-02-03");
  tl_change_set_text (change, "evidence", &evidence, "source", "audit");
  tl_change_set_text (change, "evidence", &evidence, "finding", finding);
  tl_change_add_row (change, "evidence_risk", &pair);
  tl_change_set_id (change, "evidence_risk", &pair, "evidence", &evidence);
  tl_change_set_id (change, "evidence_risk", &pair, "risk", risk);
  test_store_apply (store, change);
  return evidence;
}

GFile *
test_write_file (const char *folder,
                 const char *name,
                 const char *content,
                 gssize      length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, content, length, NULL));
  return g_file_new_for_path (path);
}

/* Takes one file in, or says why that can't be. */
TlAttachedFile *
test_take_file (TlStore  *store,
                GFile    *file,
                GError  **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (TlTakenFiles) taken = NULL;

  g_ptr_array_add (files, file);
  tl_store_take_files_async (store, files, NULL, NULL, NULL, test_keep_cb, &result);
  taken = tl_store_take_files_finish (store, test_wait_for (&result), error);
  g_assert_nonnull (taken);
  g_assert_cmpuint (taken->files->len + taken->refused->len, ==, 1);
  if (taken->refused->len > 0)
    g_propagate_error (error, g_error_copy (g_ptr_array_index (taken->refused, 0)));
  return taken->files->len > 0 ? tl_attached_file_ref (g_ptr_array_index (taken->files, 0)) : NULL;
}

TlId
test_attach (TlStore    *store,
             const TlId *evidence,
             GFile      *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlAttachedFile) taken = test_take_file (store, file, &error);
  g_autoptr (TlChange) change = tl_change_new (TL_CHANGE_KIND_ATTACH);
  g_auto (TlValue) content = TL_VALUE_INIT;
  TlId row = tl_id_source_make_id (tl_store_get_ids (store));

  g_assert_no_error (error);
  tl_value_set_bytes (&content, tl_attached_file_get_hash (taken), sizeof (TlDigest));
  tl_change_add_row (change, "attachment", &row);
  tl_change_set_id (change, "attachment", &row, "evidence", evidence);
  tl_change_set_text (change, "attachment", &row, "name", tl_attached_file_get_name (taken));
  tl_change_set (change, "attachment", &row, "content", &content);
  tl_change_add_file (change, taken);
  test_store_apply (store, change);
  return row;
}

void
test_detach (TlStore    *store,
             const TlId *attachment)
{
  g_autoptr (TlChange) change = tl_change_new (TL_CHANGE_KIND_DETACH);

  tl_change_remove_row (change, "attachment", attachment);
  test_store_apply (store, change);
}

guint
test_count_attachments (TlStore    *store,
                        const TlId *evidence)
{
  g_autoptr (TlSnapshot) snapshot = test_store_load (store);
  const TlEvidenceFacts *facts = tl_snapshot_find (snapshot, TL_TABLE_EVIDENCE, evidence);

  return facts != NULL ? facts->attachments.n : 0;
}

/* The path of a private copy of a file that evidence has. */
char *
test_unpack (TlStore     *store,
             const TlId  *evidence,
             guint        index,
             GError     **error)
{
  g_autoptr (TlSnapshot) snapshot = test_store_load (store);
  const TlEvidenceFacts *facts = tl_snapshot_find (snapshot, TL_TABLE_EVIDENCE, evidence);
  const TlAttachmentFacts *attachment;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GFile) file = NULL;
  TlDigest content;

  g_assert_cmpuint (index, <, facts->attachments.n);
  attachment = TL_FACTS_AT (facts->attachments, TlAttachmentFacts, index);
  memcpy (content.bytes, attachment->content, sizeof content.bytes);
  tl_store_unpack_file_async (store, &content, attachment->name, NULL, test_keep_cb, &result);
  file = tl_store_unpack_file_finish (store, test_wait_for (&result), error);
  return file != NULL ? g_file_get_path (file) : NULL;
}

/* The number that a question about a file has for an answer. */
gint64
test_ask_file (const char *path,
               const char *sql)
{
  sqlite3 *handle = NULL;
  sqlite3_stmt *statement = NULL;
  gint64 answer;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  answer = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (handle);
  return answer;
}

void
test_run_sql (const char *path,
              const char *sql)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  if (sqlite3_exec (handle, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (handle));
  sqlite3_close (handle);
}
