/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-store.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include "tl-kept-copy.h"
#include "tl-network-folder.h"
#include "tl-store-merge.h"

/* What a program left on this computer when it ended, and what becomes of it. */

#define CHILD_FOLDER "TL_TEST_FOLDER"
#define CHILD_FILE "TL_TEST_FILE"

static GPtrArray *
list_kept (void)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *list;

  tl_kept_copy_list_async (NULL, test_keep_cb, &result);
  list = tl_kept_copy_list_finish (test_wait_for (&result), &error);
  g_assert_no_error (error);
  return list;
}

static TlKeptCopy *
find_only (void)
{
  g_autoptr (GPtrArray) list = list_kept ();

  g_assert_cmpuint (list->len, ==, 1);
  return g_object_ref (g_ptr_array_index (list, 0));
}

static void
assert_none_kept (void)
{
  g_autoptr (GPtrArray) list = list_kept ();

  g_assert_cmpuint (list->len, ==, 0);
}

static void
name_provider (TlStore *store)
{
  g_autoptr (TlChange) change = tl_change_new ("test");
  TlId setting = tl_setting_get_id (tl_store_get_document (store), TL_KEY_PROVIDER);

  tl_change_add_row (change, "setting", &setting);
  tl_change_set_text (change, "setting", &setting, "key", TL_KEY_PROVIDER);
  tl_change_set_text (change, "setting", &setting, "value", "Quillbrook Care");
  test_store_apply (store, change);
}

static char *
make_named (TestDesk *desk)
{
  char *path = test_desk_make_document (desk);
  TlStore *store = test_store_open_file (path);

  name_provider (store);
  test_store_save (store, NULL);
  test_store_close (store);
  return path;
}

static void
leave_unsaved (const char *path,
               const char *title)
{
  TlStore *store = test_store_open_file (path);

  test_store_rename_first (store, title);
  test_store_close (store);
}

static void
assert_title (TlStore    *store,
              const char *title)
{
  g_autoptr (TlSnapshot) snapshot = test_store_load (store);

  g_assert_cmpstr (test_store_get_title (snapshot, "R1"), ==, title);
}

static TlStore *
open_kept (TlKeptCopy  *kept,
           GError     **error)
{
  g_autoptr (TlIdSource) ids = tl_id_source_new_seeded ("x", 0);

  return test_store_open (TL_STORE_ORIGIN_KEPT, g_file_peek_path (tl_kept_copy_get_folder (kept)), ids, error);
}

/* In a program of its own: edits, and is killed in the middle. Without a file it is a new workbook. */
static void
test_killed_subprocess (void)
{
  const char *path = g_getenv (CHILD_FILE);
  TlStore *store;

  tl_store_set_folder (g_getenv (CHILD_FOLDER));
  store = path != NULL ? test_store_open_file (path) : test_store_new (NULL);
  if (path != NULL)
    test_store_rename_first (store, "Falls at night");
  else
    test_store_add_risk (store, "R1", "Falls at night");
  kill (getpid (), SIGKILL);
}

static void
kill_while_editing (TestDesk   *desk,
                    const char *path)
{
  g_setenv (CHILD_FOLDER, desk->copies, TRUE);
  if (path != NULL)
    g_setenv (CHILD_FILE, path, TRUE);
  else
    g_unsetenv (CHILD_FILE);
  g_test_trap_subprocess ("/store/kept/killed/subprocess", 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
}

/* The next start goes on with everything and knows how the last one ended. */
static void
test_killed (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_make_document (desk);
  TlStore *store;

  kill_while_editing (desk, path);
  store = test_store_open_file (path);
  g_assert_cmpint (tl_store_get_recovery (store), ==, TL_STORE_RECOVERY_ENDED);
  g_assert_true (tl_store_get_unsaved (store));
  assert_title (store, "Falls at night");
  test_store_close (store);

  /* Closed in order, but without saving: nobody was killed this time. */
  store = test_store_open_file (path);
  g_assert_cmpint (tl_store_get_recovery (store), ==, TL_STORE_RECOVERY_KEPT);
  test_store_save (store, NULL);
  test_store_close (store);

  store = test_store_open_file (path);
  g_assert_cmpint (tl_store_get_recovery (store), ==, TL_STORE_RECOVERY_NONE);
  test_store_close (store);
  test_store_check_title (path, "R1", "Falls at night");
}

/* Offered with what somebody needs to know it again. */
static void
test_is_listed_while_unsaved (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = make_named (desk);
  gint64 before = g_get_real_time () / 1000;
  g_autoptr (TlKeptCopy) kept = NULL;
  TlStore *store;

  assert_none_kept ();
  leave_unsaved (path, "Falls at night");
  kept = find_only ();
  g_assert_cmpstr (tl_kept_copy_get_provider (kept), ==, "Quillbrook Care");
  g_assert_cmpstr (g_file_peek_path (tl_kept_copy_get_file (kept)), ==, path);
  g_assert_cmpint (tl_kept_copy_get_place (kept), ==, TL_KEPT_PLACE_FILE);
  g_assert_cmpint (tl_kept_copy_get_trouble (kept), ==, TL_KEPT_TROUBLE_NONE);
  g_assert_cmpuint (tl_kept_copy_get_n_unsaved (kept), ==, 1);
  g_assert_cmpint (tl_kept_copy_get_edited (kept), >=, before);

  /* Whoever has it open has it, and nobody else is offered it. */
  store = test_store_open_file (path);
  assert_none_kept ();
  test_store_rename_first (store, "Falls by day");
  test_store_close (store);
  g_set_object (&kept, NULL);
  kept = find_only ();
  g_assert_cmpuint (tl_kept_copy_get_n_unsaved (kept), ==, 2);

  store = test_store_open_file (path);
  test_store_save (store, NULL);
  test_store_close (store);
  assert_none_kept ();
}

/* A file that was moved is another file: it opens as it is, and the changes wait for somebody to say where they belong. */
static void
test_is_never_attached_silently (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_make_document (desk);
  g_autofree char *moved = test_desk_path (desk, "moved.throughline");
  g_autofree char *copy = test_desk_path (desk, "copy.throughline");
  g_autoptr (TlKeptCopy) kept = NULL;
  g_autoptr (GError) error = NULL;
  TlStore *store;

  leave_unsaved (path, "Falls at night");
  g_assert_cmpint (g_rename (path, moved), ==, 0);
  store = test_store_open_file (moved);
  assert_title (store, "Falls");
  test_store_close (store);

  kept = find_only ();
  g_assert_cmpint (tl_kept_copy_get_place (kept), ==, TL_KEPT_PLACE_GONE);
  store = open_kept (kept, &error);
  g_assert_no_error (error);
  assert_title (store, "Falls at night");
  g_assert_null (tl_store_get_file (store));
  g_assert_true (tl_store_get_unsaved (store));
  g_assert_cmpint (tl_store_get_recovery (store), ==, TL_STORE_RECOVERY_KEPT);
  assert_none_kept ();
  test_store_close (store);

  /* Closed again without saving it is still offered; saved, it isn't, and its old place stays empty. */
  g_set_object (&kept, NULL);
  kept = find_only ();
  store = open_kept (kept, &error);
  g_assert_no_error (error);
  test_store_save (store, copy);
  test_store_close (store);
  assert_none_kept ();
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  test_store_check_title (copy, "R1", "Falls at night");
  test_store_check_title (moved, "R1", "Falls");
}

static gboolean
match (TlKeptCopy  *kept,
       const char  *path,
       GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;

  tl_kept_copy_match_async (kept, file, NULL, test_keep_cb, &result);
  return tl_kept_copy_match_finish (kept, test_wait_for (&result), error);
}

static guint
merge (TlStore     *store,
       TlKeptCopy  *kept,
       GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (TlMergeResult) merged = NULL;

  tl_store_merge_kept_async (store, kept, NULL, test_keep_cb, &result);
  merged = tl_store_merge_finish (store, test_wait_for (&result), error);
  return merged != NULL ? merged->n_changes : 0;
}

/* Even what only the log has, as after a kill. */
static void
test_is_merged_into_its_file (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_make_document (desk);
  g_autofree char *moved = test_desk_path (desk, "moved.throughline");
  g_autoptr (TlKeptCopy) kept = NULL;
  g_autoptr (GError) error = NULL;
  TlStore *store;

  kill_while_editing (desk, path);
  g_assert_cmpint (g_rename (path, moved), ==, 0);
  store = test_store_open_file (moved);
  test_store_add_risk (store, "R2", "Late calls");
  kept = find_only ();
  g_assert_true (match (kept, moved, &error));
  g_assert_cmpuint (merge (store, kept, &error), ==, 1);
  g_assert_no_error (error);
  assert_title (store, "Falls at night");
  test_store_save (store, NULL);
  test_store_close (store);
  assert_none_kept ();
  g_assert_cmpuint (test_desk_count_copies (desk), ==, 1);
  test_store_check_title (moved, "R1", "Falls at night");
  test_store_check_title (moved, "R2", "Late calls");
}

static void
test_is_not_merged_into_another_workbook (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_make_document (desk);
  g_autofree char *other = test_desk_path (desk, "other.throughline");
  g_autofree char *letter = test_desk_path (desk, "letter.throughline");
  g_autoptr (TlKeptCopy) kept = NULL;
  g_autoptr (GError) error = NULL;
  TlStore *store;

  leave_unsaved (path, "Falls at night");
  store = test_store_new (NULL);
  test_store_add_risk (store, "R1", "Another");
  test_store_save (store, other);
  g_assert_true (g_file_set_contents (letter, "Dear Quillbrook,", -1, NULL));

  kept = find_only ();
  g_assert_false (match (kept, other, &error));
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "other.throughline” is another workbook"));
  g_clear_error (&error);
  g_assert_false (match (kept, letter, &error));
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_NOT_A_WORKBOOK);
  g_clear_error (&error);

  g_assert_cmpuint (merge (store, kept, &error), ==, 0);
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_INVALID);
  assert_title (store, "Another");
  test_store_close (store);
  g_set_object (&kept, NULL);
  kept = find_only ();
}

static gboolean
remove_kept (TlKeptCopy  *kept,
             GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tl_kept_copy_remove_async (kept, NULL, test_keep_cb, &result);
  return tl_kept_copy_remove_finish (kept, test_wait_for (&result), error);
}

static void
test_is_removed_unless_in_use (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_make_document (desk);
  g_autoptr (TlKeptCopy) kept = NULL;
  g_autoptr (GError) error = NULL;
  TlStore *store;

  leave_unsaved (path, "Falls at night");
  kept = find_only ();
  store = test_store_open_file (path);
  g_assert_false (remove_kept (kept, &error));
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_BUSY);
  g_clear_error (&error);
  assert_title (store, "Falls at night");
  test_store_close (store);

  g_assert_true (remove_kept (kept, &error));
  g_assert_no_error (error);
  assert_none_kept ();
  g_assert_cmpuint (test_desk_count_copies (desk), ==, 0);
  store = test_store_open_file (path);
  assert_title (store, "Falls");
  test_store_close (store);
}

/* A new workbook that had no file when the program was killed; and one that nobody wanted to keep. */
static void
test_new_workbooks (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autoptr (TlKeptCopy) kept = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TlStore *store;

  store = test_store_new (NULL);
  test_store_add_risk (store, "R1", "Falls");
  tl_store_discard_async (store, test_keep_cb, &result);
  g_assert_true (tl_store_close_finish (store, test_wait_for (&result), NULL));
  g_clear_object (&result);
  g_assert_finalize_object (store);
  assert_none_kept ();
  g_assert_cmpuint (test_desk_count_copies (desk), ==, 0);

  kill_while_editing (desk, NULL);
  kept = find_only ();
  g_assert_cmpint (tl_kept_copy_get_place (kept), ==, TL_KEPT_PLACE_NONE);
  g_assert_null (tl_kept_copy_get_file (kept));
  store = open_kept (kept, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tl_store_get_recovery (store), ==, TL_STORE_RECOVERY_ENDED);
  assert_title (store, "Falls at night");
  test_store_close (store);
}

static char *
find_in_copy (TestDesk   *desk,
              const char *name)
{
  g_autoptr (GDir) dir = g_dir_open (desk->copies, 0, NULL);
  const char *folder;

  while ((folder = g_dir_read_name (dir)) != NULL)
    {
      char *path = g_build_filename (desk->copies, folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return path;
      g_free (path);
    }
  g_assert_not_reached ();
}

/* Whatever is wrong with it, it isn't thrown away and says what it is. */
static void
test_what_is_wrong_with_it (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = make_named (desk);
  g_autofree char *note = NULL, *database = NULL, *content = NULL;
  g_autoptr (TlKeptCopy) kept = NULL;
  g_autoptr (GError) error = NULL;
  TlStore *store;
  gsize length;

  leave_unsaved (path, "Falls at night");
  note = find_in_copy (desk, "note");
  database = find_in_copy (desk, "workbook.db");
  g_assert_true (g_file_get_contents (database, &content, &length, NULL));

  /* A note that can't be read: what it is about is in the working copy itself. */
  g_assert_true (g_file_set_contents (note, "[Working", -1, NULL));
  store = test_store_open_file (path);
  assert_title (store, "Falls");
  test_store_close (store);
  g_remove (path);
  kept = find_only ();
  g_assert_cmpstr (tl_kept_copy_get_provider (kept), ==, "Quillbrook Care");
  g_assert_cmpint (tl_kept_copy_get_place (kept), ==, TL_KEPT_PLACE_NONE);
  store = open_kept (kept, &error);
  g_assert_no_error (error);
  assert_title (store, "Falls at night");
  test_store_close (store);

  content[63] = 2;
  g_assert_true (g_file_set_contents (database, content, (gssize) length, NULL));
  g_set_object (&kept, NULL);
  kept = find_only ();
  g_assert_cmpint (tl_kept_copy_get_trouble (kept), ==, TL_KEPT_TROUBLE_NEWER);

  g_assert_true (g_file_set_contents (database, "SQLite format 3", -1, NULL));
  g_set_object (&kept, NULL);
  kept = find_only ();
  g_assert_cmpint (tl_kept_copy_get_trouble (kept), ==, TL_KEPT_TROUBLE_DAMAGED);
  g_assert_null (open_kept (kept, &error));
  g_assert_nonnull (strstr (error->message, "What was kept on this computer can’t be read"));
}

/* One file that somebody put back to what it was before, and one that became another workbook. */
static void
test_what_the_file_is_now (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_make_document (desk);
  g_autofree char *other = test_desk_path (desk, "other.throughline");
  g_autofree char *content = NULL;
  g_autoptr (TlKeptCopy) kept = NULL;
  TlStore *store;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  store = test_store_open_file (path);
  test_store_rename_first (store, "Falls at night");
  test_store_save (store, NULL);
  test_store_close (store);
  assert_none_kept ();
  g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
  kept = find_only ();
  g_assert_cmpint (tl_kept_copy_get_place (kept), ==, TL_KEPT_PLACE_FILE);
  g_assert_cmpuint (tl_kept_copy_get_n_unsaved (kept), ==, 1);

  leave_unsaved (path, "Falls by day");
  store = test_store_new (NULL);
  test_store_save (store, other);
  test_store_close (store);
  g_assert_cmpint (g_rename (other, path), ==, 0);
  {
    g_autoptr (GPtrArray) list = list_kept ();

    g_assert_cmpuint (list->len, >=, 1);
    for (guint i = 0; i < list->len; i++)
      g_assert_cmpint (tl_kept_copy_get_place (g_ptr_array_index (list, i)), ==, TL_KEPT_PLACE_OTHER);
  }
}

static void
test_network_folders (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();

  /* statfs(2): NFS, CIFS as a number that may come with its sign, SMB 2; ext4, btrfs, tmpfs. */
  g_assert_true (tl_network_folder_is_type (0x6969));
  g_assert_true (tl_network_folder_is_type (0xff534d42));
  g_assert_true (tl_network_folder_is_type ((guint64) (gint64) (gint32) 0xff534d42));
  g_assert_true (tl_network_folder_is_type (0xfe534d42));
  g_assert_false (tl_network_folder_is_type (0xef53));
  g_assert_false (tl_network_folder_is_type (0x9123683e));
  g_assert_false (tl_network_folder_is_type (0x01021994));
  g_assert_false (tl_network_folder_is ("/proc"));
  g_assert_false (tl_network_folder_is ("/nowhere/at/all"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/kept/killed", test_killed);
  g_test_add_func ("/store/kept/killed/subprocess", test_killed_subprocess);
  g_test_add_func ("/store/kept/is-listed-while-unsaved", test_is_listed_while_unsaved);
  g_test_add_func ("/store/kept/is-never-attached-silently", test_is_never_attached_silently);
  g_test_add_func ("/store/kept/is-merged-into-its-file", test_is_merged_into_its_file);
  g_test_add_func ("/store/kept/is-not-merged-into-another", test_is_not_merged_into_another_workbook);
  g_test_add_func ("/store/kept/is-removed-unless-in-use", test_is_removed_unless_in_use);
  g_test_add_func ("/store/kept/new-workbooks", test_new_workbooks);
  g_test_add_func ("/store/kept/what-is-wrong-with-it", test_what_is_wrong_with_it);
  g_test_add_func ("/store/kept/what-the-file-is-now", test_what_the_file_is_now);
  g_test_add_func ("/store/kept/network-folders", test_network_folders);
  return g_test_run ();
}
