/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-store.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Any program may look into a document, and a synchronised folder may copy it at any moment. */
static void
test_saved_file_needs_no_log (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_path (desk, "a.throughline");
  TlStore *store = test_store_new (NULL);
  sqlite3 *handle = NULL;
  sqlite3_stmt *statement = NULL;

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *ref = g_strdup_printf ("R%u", i);
      g_autofree char *content = NULL;

      test_store_add_risk (store, ref, "Falls");
      test_store_save (store, path);
      g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
      g_assert_cmpint (content[18], ==, 1);
      g_assert_cmpint (content[19], ==, 1);
      g_assert_cmpuint (test_desk_count_files (desk), ==, 1);

      g_assert_cmpint (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_prepare_v2 (handle, "PRAGMA integrity_check", -1, &statement, NULL), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
      g_assert_cmpstr ((const char *) sqlite3_column_text (statement, 0), ==, "ok");
      sqlite3_finalize (statement);
      g_assert_cmpint (sqlite3_prepare_v2 (handle, "SELECT count(*) FROM risk", -1, &statement, NULL), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
      g_assert_cmpint (sqlite3_column_int (statement, 0), ==, (int) i + 1);
      sqlite3_finalize (statement);
      sqlite3_close (handle);
      g_assert_cmpuint (test_desk_count_files (desk), ==, 1);
    }
  test_store_close (store);
}

static void
test_link_and_mode_stay (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_make_document (desk);
  g_autofree char *link = test_desk_path (desk, "link.throughline");
  g_autofree char *dangling = test_desk_path (desk, "dangling.throughline");
  TlStore *store;
  GStatBuf found;

  g_assert_cmpint (symlink ("a.throughline", link), ==, 0);
  g_assert_cmpint (symlink ("gone.throughline", dangling), ==, 0);
  g_assert_cmpint (g_chmod (path, 0664), ==, 0);

  store = test_store_open_file (link);
  test_store_rename_first (store, "Falls at night");
  test_store_save (store, NULL);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpint (g_lstat (path, &found), ==, 0);
  g_assert_true (S_ISREG (found.st_mode));
  g_assert_cmpint (found.st_mode & 07777, ==, 0664);
  test_store_check_title (path, "R1", "Falls at night");

  test_store_assert_cannot_save (store, dangling, TL_STORE_ERROR_NOT_FOUND, "dangling.throughline");
  g_assert_true (g_file_test (dangling, G_FILE_TEST_IS_SYMLINK));
  test_store_close (store);
}

static void
test_new_file_is_open_as_any_other (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  mode_t before = umask (022);
  g_autofree char *path = test_desk_make_document (desk);
  GStatBuf found;

  umask (before);
  g_assert_cmpint (g_stat (path, &found), ==, 0);
  g_assert_cmpint (found.st_mode & 07777, ==, 0644);
}

static void
test_places_that_cannot_be_saved_to (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *gone = g_build_filename (desk->folder, "gone", "a.throughline", NULL);
  TlStore *store = test_store_new (NULL);

  test_store_add_risk (store, "R1", "Falls");
  /* Nobody may write there, not even the system's own administrator. */
  test_store_assert_cannot_save (store, "/sys/a.throughline", TL_STORE_ERROR_READ_ONLY,
                      "“/sys/a.throughline” can’t be saved here");
  test_store_assert_cannot_save (store, gone, TL_STORE_ERROR_NOT_FOUND, "its folder isn’t there");
  test_store_assert_cannot_save (store, desk->folder, TL_STORE_ERROR_NOT_A_WORKBOOK, "is a folder");
  g_assert_true (tl_store_get_unsaved (store));
  g_assert_null (tl_store_get_file (store));
  g_assert_cmpuint (test_desk_count_files (desk), ==, 0);
  test_store_close (store);
}

/* Moved, or on a drive that isn't connected now: no second file of that name, unless somebody wants it. */
static void
test_file_that_is_not_where_it_was (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_make_document (desk);
  g_autofree char *moved = test_desk_path (desk, "moved.throughline");
  TlStore *store = test_store_open_file (path);

  test_store_rename_first (store, "Falls at night");
  g_assert_cmpint (g_rename (path, moved), ==, 0);
  test_store_assert_cannot_save (store, NULL, TL_STORE_ERROR_NOT_FOUND, "isn’t there any more");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  g_assert_cmpint (g_rename (moved, path), ==, 0);
  test_store_save (store, NULL);
  test_store_check_title (path, "R1", "Falls at night");
  tl_store_set_folder (desk->copies);

  test_store_rename_first (store, "Falls in the evening");
  g_assert_cmpint (g_unlink (path), ==, 0);
  test_store_save (store, path);
  test_store_close (store);
  test_store_check_title (path, "R1", "Falls in the evening");
}

/* Two desks, one file: also after a night. */
static void
test_others_changes_are_not_overwritten (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_make_document (desk);
  TlStore *ours = test_store_open_file (path);

  test_store_rename_first (ours, "Falls, as we see them");
  {
    g_autoptr (TestDesk) other_desk = test_desk_new ();
    TlStore *theirs = test_store_open_file (path);

    test_store_add_risk (theirs, "R2", "Late calls");
    test_store_save (theirs, NULL);
    test_store_close (theirs);
    tl_store_set_folder (desk->copies);
  }
  test_store_close (ours);

  ours = test_store_open_file (path);
  g_assert_true (tl_store_get_unsaved (ours));
  test_store_save (ours, NULL);
  test_store_close (ours);
  test_store_check_title (path, "R1", "Falls, as we see them");
  test_store_check_title (path, "R2", "Late calls");
}

static void
copy_file (const char *from,
           const char *to)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (from, &content, &length, NULL));
  g_assert_true (g_file_set_contents (to, content, (gssize) length, NULL));
}

/* Both desks had saved; then the synchronised folder let theirs take the place of ours, with nobody at either. */
static void
test_what_was_saved_comes_back_after_being_replaced (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_make_document (desk);
  g_autofree char *theirs = test_desk_path (desk, "theirs.throughline");
  TlStore *store;

  copy_file (path, theirs);
  store = test_store_open_file (path);
  test_store_rename_first (store, "Falls, as we see them");
  test_store_save (store, NULL);
  test_store_close (store);
  {
    g_autoptr (TestDesk) other_desk = test_desk_new ();

    store = test_store_open_file (theirs);
    test_store_add_risk (store, "R2", "Late calls");
    test_store_save (store, NULL);
    test_store_close (store);
    tl_store_set_folder (desk->copies);
  }
  copy_file (theirs, path);

  store = test_store_open_file (path);
  g_assert_true (tl_store_get_unsaved (store));
  test_store_save (store, NULL);
  test_store_close (store);
  test_store_check_title (path, "R1", "Falls, as we see them");
  test_store_check_title (path, "R2", "Late calls");
}

/* A file that is only as it was before is what somebody wanted: an older copy put back is shown as it is. */
static void
test_an_older_copy_put_back_is_opened_as_it_is (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_make_document (desk);
  g_autofree char *older = test_desk_path (desk, "older.throughline");
  g_autoptr (TlSnapshot) snapshot = NULL;
  TlStore *store;

  copy_file (path, older);
  store = test_store_open_file (path);
  test_store_rename_first (store, "Falls at night");
  test_store_save (store, NULL);
  test_store_close (store);
  copy_file (older, path);

  store = test_store_open_file (path);
  snapshot = test_store_load (store);
  g_assert_cmpstr (test_store_get_title (snapshot, "R1"), ==, "Falls");
  g_assert_false (tl_store_get_unsaved (store));
  test_store_close (store);
}

static void
test_what_became_something_else_is_not_overwritten (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_make_document (desk);
  g_autofree char *second = test_desk_path (desk, "b.throughline");
  g_autofree char *content = NULL;
  TlStore *store = test_store_open_file (path);
  TlStore *other = test_store_new (NULL);
  gsize length;

  test_store_rename_first (store, "Falls at night");
  g_assert_true (g_file_set_contents (path, "Minutes", -1, NULL));
  test_store_assert_cannot_save (store, NULL, TL_STORE_ERROR_CONFLICT, "isn’t the workbook any more");
  test_assert_content (path, "Minutes", strlen ("Minutes"));

  test_store_add_risk (other, "R1", "Another workbook");
  test_store_save (other, second);
  g_assert_cmpint (g_rename (second, path), ==, 0);
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  test_store_assert_cannot_save (store, NULL, TL_STORE_ERROR_CONFLICT, "has become another workbook");
  test_assert_content (path, content, length);

  /* One that is chosen in a dialog is replaced. */
  g_assert_cmpint (g_remove (path), ==, 0);
  test_store_save (store, path);
  test_store_check_title (path, "R1", "Falls at night");
  test_store_save (other, path);
  test_store_check_title (path, "R1", "Another workbook");
  test_store_close (other);
  test_store_close (store);
}

/* A copy of the file that a backup program put back, with nothing that we don't know. */
static void
test_older_state_is_ours_to_replace (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_make_document (desk);
  g_autofree char *older = NULL;
  TlStore *store = test_store_open_file (path);
  gsize length;

  g_assert_true (g_file_get_contents (path, &older, &length, NULL));
  test_store_rename_first (store, "Falls at night");
  test_store_save (store, NULL);
  test_store_rename_first (store, "Falls by day");
  g_assert_true (g_file_set_contents (path, older, (gssize) length, NULL));
  test_store_save (store, NULL);
  test_store_check_title (path, "R1", "Falls by day");
  test_store_close (store);
}

static void
test_saving_what_is_saved_writes_nothing (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_make_document (desk);
  TlStore *store = test_store_open_file (path);
  GStatBuf before, after;

  g_assert_cmpint (g_stat (path, &before), ==, 0);
  test_store_save (store, NULL);
  g_assert_cmpint (g_stat (path, &after), ==, 0);
  g_assert_cmpuint (before.st_ino, ==, after.st_ino);
  test_store_close (store);
}

static void
count_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      n)
{
  g_autoptr (GError) error = NULL;

  if (g_task_get_source_tag (G_TASK (result)) == tl_store_save_async)
    tl_store_save_finish (TL_STORE (source), result, &error);
  else
    tl_change_unref (tl_store_apply_finish (TL_STORE (source), result, &error));
  g_assert_no_error (error);
  --*(guint *) n;
}

static void
test_changes_go_on_while_saving (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_make_document (desk);
  TlStore *store = test_store_open_file (path);
  TlId risk = test_store_find_risk (store);
  guint n_waiting = 0;

  test_store_add_paragraphs (store, 1000);
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *title = g_strdup_printf ("Falls %u", i);
      g_autoptr (TlChange) change = tl_change_new ("risk.rename");

      tl_change_set_text (change, "risk", &risk, "title", title);
      n_waiting++;
      tl_store_apply_async (store, change, NULL, count_cb, &n_waiting);
      if (i % 20 == 5)
        {
          n_waiting++;
          tl_store_save_async (store, NULL, NULL, count_cb, &n_waiting);
        }
      if (i % 7 == 0)
        g_main_context_iteration (NULL, FALSE);
    }
  while (n_waiting > 0)
    g_main_context_iteration (NULL, TRUE);

  test_store_save (store, NULL);
  test_store_check_title (path, "R1", "Falls 199");
  test_store_close (store);
  test_store_check_title (path, "R1", "Falls 199");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/saving/saved-file-needs-no-log", test_saved_file_needs_no_log);
  g_test_add_func ("/store/saving/link-and-mode-stay", test_link_and_mode_stay);
  g_test_add_func ("/store/saving/new-file-is-open-as-any-other", test_new_file_is_open_as_any_other);
  g_test_add_func ("/store/saving/places-that-cannot-be-saved-to", test_places_that_cannot_be_saved_to);
  g_test_add_func ("/store/saving/file-that-is-not-where-it-was", test_file_that_is_not_where_it_was);
  g_test_add_func ("/store/saving/others-changes-are-not-overwritten", test_others_changes_are_not_overwritten);
  g_test_add_func ("/store/saving/saved-then-replaced", test_what_was_saved_comes_back_after_being_replaced);
  g_test_add_func ("/store/saving/older-copy-put-back", test_an_older_copy_put_back_is_opened_as_it_is);
  g_test_add_func ("/store/saving/what-became-something-else-is-not-overwritten",
                   test_what_became_something_else_is_not_overwritten);
  g_test_add_func ("/store/saving/older-state-is-ours-to-replace", test_older_state_is_ours_to_replace);
  g_test_add_func ("/store/saving/saving-what-is-saved-writes-nothing", test_saving_what_is_saved_writes_nothing);
  g_test_add_func ("/store/saving/changes-go-on-while-saving", test_changes_go_on_while_saving);
  return g_test_run ();
}
