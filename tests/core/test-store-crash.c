/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-killing.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>

#include "tl-document-file.h"

#define N_KILLS 12

static void
test_no_kept_edit_is_lost (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_make_numbered (desk);

  test_survive_kills (desk, path, path, N_KILLS);
  g_assert_cmpuint (test_desk_count_copies (desk), ==, 1);
}

/* Where the file went on meanwhile, as on another computer, and has all that was unsaved here. */
static void
test_what_the_file_has_is_not_unsaved (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_make_numbered (desk);
  g_autofree char *copied = test_desk_path (desk, "b.throughline");
  g_autoptr (TlSnapshot) snapshot = NULL;
  TlStore *store = test_store_open_file (path);
  TlId risk;

  snapshot = test_store_load (store);
  risk = ((const TlFacts *) tl_snapshot_find_ref (snapshot, TL_TABLE_RISK, "R1"))->id;
  test_store_rename_risk (store, &risk, "1");
  test_store_save (store, copied);
  test_store_close (store);

  store = test_store_open_file (path);
  g_assert_cmpuint (test_read_number (store), ==, 0);
  test_store_close (store);
  g_assert_cmpint (g_rename (copied, path), ==, 0);
  store = test_store_open_file (path);
  g_assert_cmpuint (test_read_number (store), ==, 1);
  g_assert_false (tl_store_get_unsaved (store));
  test_store_close (store);
}

/* What is in use by one program isn't taken by another. */
static void
test_working_copy_in_use_is_left_alone (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_make_numbered (desk);
  TlStore *first = test_store_open_file (path);
  TlStore *second = test_store_open_file (path);

  g_assert_cmpuint (test_desk_count_copies (desk), ==, 2);
  g_assert_cmpuint (test_read_number (first), ==, 0);
  g_assert_cmpuint (test_read_number (second), ==, 0);
  test_store_close (second);
  test_store_close (first);
}

/* A working copy that can't be read is no reason not to open the file, nor to throw it away. */
static void
test_damaged_working_copy_is_passed_over (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_make_numbered (desk);
  g_autoptr (GDir) dir = g_dir_open (desk->copies, 0, NULL);
  const char *name;
  TlStore *store;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *database = g_build_filename (desk->copies, name, "workbook.db", NULL);

      if (g_file_test (database, G_FILE_TEST_EXISTS))
        g_assert_true (g_file_set_contents (database, "SQLite format 3", -1, NULL));
    }
  store = test_store_open_file (path);
  g_assert_cmpuint (test_read_number (store), ==, 0);
  g_assert_cmpuint (test_desk_count_copies (desk), ==, 2);
  test_store_close (store);
}

/* A program that ended while it was opening leaves a folder with nothing in it. */
static void
test_leftovers_go (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_make_numbered (desk);
  g_autofree char *bare = g_build_filename (desk->copies, "aaaaaa", NULL);
  g_autofree char *begun = g_build_filename (desk->copies, "bbbbbb", NULL);
  g_autofree char *lock = g_build_filename (begun, "lock", NULL);
  g_autofree char *database = g_build_filename (begun, "workbook.db", NULL);
  g_autofree char *foreign = g_build_filename (desk->copies, "somebody-elses", NULL);
  g_autofree char *content = g_build_filename (foreign, "content", NULL);
  TlStore *store;

  g_assert_cmpint (g_mkdir (bare, 0700), ==, 0);
  g_assert_cmpint (g_mkdir (begun, 0700), ==, 0);
  g_assert_cmpint (g_mkdir (foreign, 0700), ==, 0);
  g_assert_true (g_file_set_contents (lock, "", 0, NULL));
  g_assert_true (g_file_set_contents (database, "half", -1, NULL));
  g_assert_true (g_file_set_contents (content, "kept", -1, NULL));
  store = test_store_open_file (path);
  g_assert_false (g_file_test (bare, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (begun, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (content, G_FILE_TEST_EXISTS));
  test_store_close (store);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* Writes DATABASE beside others in PLACE; the system ends a program whose file grows beyond a limit. */
static void
test_end_while_saving (void)
{
  const char *place = g_getenv ("PLACE");
  g_autoptr (GFile) file = NULL;
  g_autoptr (TlDocumentInfo) info = NULL;
  struct rlimit limit = { 4096, 4096 };

  if (place == NULL)
    return;
  file = g_file_new_for_path (place);
  info = tl_document_look (file, NULL, NULL);
  g_assert_nonnull (info);
  setrlimit (RLIMIT_FSIZE, &limit);
  signal (SIGXFSZ, SIG_DFL);
  tl_document_write (info, g_getenv ("DATABASE"), NULL, NULL);
}

/* Whoever keeps ending in the middle doesn't fill the folder, which others may share. */
static void
test_killed_saves_leave_nothing (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *folder = test_desk_path (desk, "shared");
  g_autofree char *place = g_build_filename (folder, "a.throughline", NULL);
  g_autofree char *database = test_desk_path (desk, "workbook.db");
  g_autofree char *content = g_strnfill (100000, 'x');
  g_autoptr (GFile) file = g_file_new_for_path (place);
  g_autoptr (TlDocumentInfo) info = NULL;
  GError *error = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (database, content, -1, NULL));
  g_assert_true (g_file_set_contents (place, "before", -1, NULL));
  g_setenv ("PLACE", place, TRUE);
  g_setenv ("DATABASE", database, TRUE);
  for (guint i = 0; i < 2; i++)
    {
      g_test_trap_subprocess ("/store/crash/killed-saves-leave-nothing/subprocess", 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_failed ();
      g_assert_cmpuint (count_files (folder), <=, 2);
    }
  info = tl_document_look (file, NULL, &error);
  g_assert_no_error (error);
  tl_document_write (info, database, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (folder), ==, 1);
}

/* Nobody else on this computer may read what is being worked on. */
static void
test_working_copies_are_private (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  TlStore *store = test_store_new (NULL);
  g_autoptr (GDir) dir = g_dir_open (desk->copies, 0, NULL);
  const char *name;
  GStatBuf found;

  g_assert_cmpint (g_stat (desk->copies, &found), ==, 0);
  g_assert_cmpint (found.st_mode & 0777, ==, 0700);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (desk->copies, name, NULL);

      g_assert_cmpint (g_stat (path, &found), ==, 0);
      g_assert_cmpint (found.st_mode & 0077, ==, 0);
    }
  test_store_close (store);
}

int
main (int   argc,
      char *argv[])
{
  test_killing_init (argc, argv);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/crash/no-kept-edit-is-lost", test_no_kept_edit_is_lost);
  g_test_add_func ("/store/crash/what-the-file-has-is-not-unsaved", test_what_the_file_has_is_not_unsaved);
  g_test_add_func ("/store/crash/working-copy-in-use-is-left-alone", test_working_copy_in_use_is_left_alone);
  g_test_add_func ("/store/crash/damaged-working-copy-is-passed-over", test_damaged_working_copy_is_passed_over);
  g_test_add_func ("/store/crash/leftovers-go", test_leftovers_go);
  g_test_add_func ("/store/crash/killed-saves-leave-nothing", test_killed_saves_leave_nothing);
  g_test_add_func ("/store/crash/killed-saves-leave-nothing/subprocess", test_end_while_saving);
  g_test_add_func ("/store/crash/working-copies-are-private", test_working_copies_are_private);
  return g_test_run ();
}
