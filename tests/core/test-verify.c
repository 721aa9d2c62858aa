/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-filled.h"
#include "support/test-store.h"

#include <sqlite3.h>
#include <string.h>

#include "tl-store-history.h"

/* A document of a few changes, with a row that has gone and one that came back. */
static char *
make_document (TestDesk   *desk,
               const char *name,
               const char *title,
               char      **first_fingerprint)
{
  char *path = test_desk_path (desk, name);
  g_autoptr (TlChange) gone = tl_change_new ("test");
  g_autoptr (TlChange) back = tl_change_new ("test");
  TlStore *store = test_store_new (NULL);
  TlId reading, other, risk = test_fill (store, &reading);

  if (first_fingerprint != NULL)
    *first_fingerprint = tl_store_get_fingerprint (store);
  test_store_rename_risk (store, &risk, title);
  other = test_store_add_risk (store, "R2", "Late calls");
  tl_change_remove_row (gone, "reading", &reading);
  tl_change_remove_row (gone, "risk", &other);
  test_store_apply (store, gone);
  tl_change_add_row (back, "reading", &reading);
  test_store_apply (store, back);
  test_store_save (store, path);
  test_store_close (store);
  return path;
}

static void
run_sql (const char *path,
         const char *sql)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  if (sqlite3_exec (handle, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (handle));
  sqlite3_close (handle);
}

static TlVerification *
verify (const char *path,
        const char *fingerprint)
{
  g_autoptr (GError) error = NULL;
  TlVerification *result = tl_verify_path (path, fingerprint, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return result;
}

static void
test_what_was_made_holds (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = make_document (desk, "a.throughline", "Missed medicines", NULL);
  g_autofree char *copy_path = test_desk_path (desk, "b.throughline");
  g_autoptr (TlVerification) result = verify (path, NULL);
  g_autoptr (TlVerification) of_copy = NULL;
  g_autoptr (TlIdSource) ids = tl_id_source_new_seeded ("copy", 1767225600000);
  TlStore *store = test_store_open (TL_STORE_ORIGIN_COPY, path, ids, NULL);

  g_assert_cmpstr (result->fault, ==, NULL);
  g_assert_cmpuint (result->n_changes, ==, 6);
  test_store_rename_first (store, "Missed doses");
  test_store_save (store, copy_path);
  test_store_close (store);
  of_copy = verify (copy_path, NULL);
  g_assert_cmpstr (of_copy->fault, ==, NULL);
  g_assert_cmpuint (of_copy->n_changes, ==, 8);
}

/* What somebody copied from paper, typed as people type. */
static void
test_a_fingerprint_is_found (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *first = NULL;
  g_autofree char *path = make_document (desk, "a.throughline", "Missed medicines", &first);
  g_autofree char *typed = g_ascii_strdown (first, -1);
  g_autofree char *head = NULL;
  g_autoptr (TlVerification) before = NULL, latest = NULL;
  TlStore *store = test_store_open_file (path);

  head = tl_store_get_fingerprint (store);
  test_store_close (store);
  g_strdelimit (typed, " ", '-');
  before = verify (path, typed);
  g_assert_cmpstr (before->fault, ==, NULL);
  g_assert_cmpint (before->fingerprint, ==, TL_FINGERPRINT_STATE_BEFORE);
  g_assert_cmpuint (before->followed->len, ==, 4);
  g_assert_true (tl_digest_equal (&g_array_index (before->followed, TlDigest, 3), &before->head));

  latest = verify (path, head);
  g_assert_cmpstr (latest->fault, ==, NULL);
  g_assert_cmpint (latest->fingerprint, ==, TL_FINGERPRINT_STATE_HEAD);
  g_assert_cmpuint (latest->followed->len, ==, 0);
}

static void
test_what_is_no_fingerprint (void)
{
  static const char * const typed[] = { "", "ABCD", "ABCD EFGH IJKL MNOP QRS1", "ABCD EFGH IJKL MNOP QRST U", "ÄBCD" };
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_make_document (desk);

  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (tl_verify_path (path, typed[i], NULL, NULL, NULL, &error));
      g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_INVALID);
    }
}

/* Whoever makes the whole history anew, with all its digests, makes one that holds: only what was kept elsewhere tells. */
static void
test_a_history_made_anew_fails_its_fingerprint (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *fingerprint = NULL;
  g_autofree char *path = make_document (desk, "a.throughline", "Missed medicines", &fingerprint);
  g_autofree char *forged = make_document (desk, "b.throughline", "All is well", NULL);
  g_autoptr (TlVerification) alone = verify (forged, NULL);
  g_autoptr (TlVerification) against = verify (forged, fingerprint);

  g_assert_cmpstr (alone->fault, ==, NULL);
  g_assert_cmpint (against->fingerprint, ==, TL_FINGERPRINT_STATE_ABSENT);
  g_assert_nonnull (strstr (against->fault, "No change of this workbook has that fingerprint"));
}

/* What somebody with a database tool could do, and what they are told. */
static void
test_what_was_altered_is_told (void)
{
  static const struct { const char *sql, *told; } cases[] = {
    { "UPDATE risk SET title = 'All is well'",
      "Risks, R1: “Title” is “All is well”, but by the history it is “Missed medicines”" },
    { "UPDATE reading SET numerator = 99", "“Numerator” is 99, but by the history it is 0" },
    { "UPDATE setting SET value = 'Another'", "“Value” is “Another”" },
    { "DELETE FROM evidence_risk", "but should be by the history" },
    { "INSERT INTO risk (id, ref, title) VALUES (randomblob (16), 'R9', 'New')", "Risks, R9: it is there" },
    { "DELETE FROM removed_row", "list of removed rows" },
    { "DELETE FROM change_risk", "which changes touch which risks" },
    { "INSERT INTO blob (hash, content) VALUES (randomblob (32), x'78')", "An attached file" },
    { "UPDATE change SET time = time + 1000 WHERE time = (SELECT max (time) FROM change)",
      "isn’t what its id says" },
    { "UPDATE change SET kind = 'risk.close' WHERE kind = 'risk.rename'", "isn’t what its id says" },
    { "UPDATE change SET body = (SELECT body FROM change WHERE kind = 'create') WHERE kind = 'risk.rename'",
      "isn’t what its digest says" },
    { "UPDATE change SET salt = NULL WHERE kind = 'risk.rename'", "has lost its salt" },
    { "UPDATE change SET salt = randomblob (16) WHERE kind = 'risk.rename'", "isn’t what its digest says" },
    { "DELETE FROM change_parent WHERE parent = (SELECT id FROM change WHERE kind = 'create')", "several ends" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TestDesk) desk = test_desk_new ();
      g_autofree char *path = make_document (desk, "a.throughline", "Missed medicines", NULL);
      g_autoptr (TlVerification) result = NULL;

      run_sql (path, cases[i].sql);
      result = verify (path, NULL);
      if (result->fault == NULL || strstr (result->fault, cases[i].told) == NULL)
        g_error ("“%s”: “%s” isn't “… %s …”", cases[i].sql, result->fault, cases[i].told);
    }
}

static void
progress_cb (double   fraction,
             gpointer data)
{
  double *furthest = data;

  g_assert_cmpfloat (fraction, >=, *furthest);
  *furthest = fraction;
}

/* What is open is verified while it is open, and a person who doesn't want to wait needn't. */
static void
test_an_open_document_is_verified (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = make_document (desk, "a.throughline", "Missed medicines", NULL);
  g_autoptr (GAsyncResult) result = NULL, stopped = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (TlVerification) found = NULL;
  g_autoptr (GError) error = NULL;
  TlStore *store = test_store_open_file (path);
  double furthest = 0;

  test_store_rename_first (store, "Not saved yet");
  tl_store_verify_async (store, NULL, progress_cb, &furthest, NULL, test_keep_cb, &result);
  test_wait_for (&result);
  found = tl_store_verify_finish (store, result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found->fault, ==, NULL);
  g_assert_cmpuint (found->n_changes, ==, 7);
  g_assert_cmpfloat (furthest, ==, 1);

  g_cancellable_cancel (cancellable);
  tl_store_verify_async (store, NULL, NULL, NULL, cancellable, test_keep_cb, &stopped);
  while (stopped == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (tl_store_verify_finish (store, stopped, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_object (&result);
  g_clear_object (&stopped);
  test_store_close (store);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/verify/holds", test_what_was_made_holds);
  g_test_add_func ("/verify/fingerprint", test_a_fingerprint_is_found);
  g_test_add_func ("/verify/not-a-fingerprint", test_what_is_no_fingerprint);
  g_test_add_func ("/verify/made-anew", test_a_history_made_anew_fails_its_fingerprint);
  g_test_add_func ("/verify/altered", test_what_was_altered_is_told);
  g_test_add_func ("/verify/open", test_an_open_document_is_verified);
  return g_test_run ();
}
