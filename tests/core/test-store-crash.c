/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-store.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#define N_KILLS 12

/* The program that is killed is this one, run again with the path of a document and told what to do. */
static const char *program;

static char *
make_document (TestDesk *desk)
{
  char *path = test_desk_path (desk, "a.throughline");
  TlStore *store = test_store_new (NULL);

  test_store_add_risk (store, "R1", "0");
  test_store_save (store, path);
  test_store_close (store);
  return path;
}

/* Renames a risk for ever, says so each time it is kept, and saves now and then. */
static int
edit_for_ever (const char *copies,
               const char *path)
{
  TlStore *store;
  g_autoptr (TlSnapshot) snapshot = NULL;
  TlId risk;
  guint64 n;

  tl_store_set_folder (copies);
  store = test_store_open_file (path);
  snapshot = test_store_load (store);
  risk = ((const TlFacts *) tl_snapshot_find_ref (snapshot, TL_TABLE_RISK, "R1"))->id;
  n = g_ascii_strtoull (test_store_get_title (snapshot, "R1"), NULL, 10);
  for (;;)
    {
      g_autofree char *title = g_strdup_printf ("%" G_GUINT64_FORMAT, ++n);
      g_autofree char *line = g_strconcat (title, "\n", NULL);

      test_store_rename_risk (store, &risk, title);
      if (write (STDOUT_FILENO, line, strlen (line)) < 0)
        return 1;
      if (n % 5 == 0)
        test_store_save (store, NULL);
    }
}

/* Kills an editing program after some of its edits, and tells the last one that was said to be kept. */
static guint64
kill_after (TestDesk   *desk,
            const char *path,
            guint       n_edits)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--edit",
                                                    desk->copies, path, NULL);
  g_autoptr (GDataInputStream) lines = NULL;
  guint64 last = 0;

  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (child));
  for (guint i = 0; i < n_edits; i++)
    {
      g_autofree char *line = g_data_input_stream_read_line (lines, NULL, NULL, &error);

      g_assert_no_error (error);
      g_assert_nonnull (line);
      last = g_ascii_strtoull (line, NULL, 10);
    }
  g_subprocess_force_exit (child);
  g_assert_true (g_subprocess_wait (child, NULL, &error));
  g_assert_true (g_subprocess_get_if_signaled (child));

  /* What it said before it was killed counts too. */
  for (;;)
    {
      g_autofree char *line = g_data_input_stream_read_line (lines, NULL, NULL, NULL);

      if (line == NULL)
        return last;
      last = g_ascii_strtoull (line, NULL, 10);
    }
}

static guint64
read_title (TlStore *store)
{
  g_autoptr (TlSnapshot) snapshot = test_store_load (store);

  return g_ascii_strtoull (test_store_get_title (snapshot, "R1"), NULL, 10);
}

static void
test_no_kept_edit_is_lost (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = make_document (desk);
  GRand *random = g_rand_new_with_seed (5);
  guint64 in_file = 0;

  for (guint i = 0; i < N_KILLS; i++)
    {
      guint64 kept = kill_after (desk, path, (guint) g_rand_int_range (random, 1, 23));
      TlStore *store;
      guint64 found;

      /* The file by itself is whole, old or new. */
      {
        g_autoptr (TestDesk) elsewhere = test_desk_new ();

        store = test_store_open_file (path);
        found = read_title (store);
        g_assert_cmpuint (found, >=, in_file);
        g_assert_cmpuint (found, <=, kept + 1);
        in_file = found;
        test_store_close (store);
        tl_store_set_folder (desk->copies);
      }

      store = test_store_open_file (path);
      found = read_title (store);
      g_assert_cmpuint (found, >=, kept);
      g_assert_cmpuint (found, <=, kept + 1);
      if (i % 3 == 0)
        test_store_save (store, NULL);
      test_store_close (store);
      g_assert_cmpuint (test_desk_count_copies (desk), ==, 1);
    }
  g_rand_free (random);
}

/* Where the file went on meanwhile, as on another computer, and has all that was unsaved here. */
static void
test_what_the_file_has_is_not_unsaved (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = make_document (desk);
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
  g_assert_cmpuint (read_title (store), ==, 0);
  test_store_close (store);
  g_assert_cmpint (g_rename (copied, path), ==, 0);
  store = test_store_open_file (path);
  g_assert_cmpuint (read_title (store), ==, 1);
  g_assert_false (tl_store_get_unsaved (store));
  test_store_close (store);
}

/* What is in use by one program isn't taken by another. */
static void
test_working_copy_in_use_is_left_alone (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = make_document (desk);
  TlStore *first = test_store_open_file (path);
  TlStore *second = test_store_open_file (path);

  g_assert_cmpuint (test_desk_count_copies (desk), ==, 2);
  g_assert_cmpuint (read_title (first), ==, 0);
  g_assert_cmpuint (read_title (second), ==, 0);
  test_store_close (second);
  test_store_close (first);
}

/* A working copy that can't be read is no reason not to open the file, nor to throw it away. */
static void
test_damaged_working_copy_is_passed_over (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = make_document (desk);
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
  g_assert_cmpuint (read_title (store), ==, 0);
  g_assert_cmpuint (test_desk_count_copies (desk), ==, 2);
  test_store_close (store);
}

/* A program that ended while it was opening leaves a folder with nothing in it. */
static void
test_leftovers_go (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = make_document (desk);
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
  if (argc == 4 && g_str_equal (argv[1], "--edit"))
    return edit_for_ever (argv[2], argv[3]);

  program = argv[0];
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/crash/no-kept-edit-is-lost", test_no_kept_edit_is_lost);
  g_test_add_func ("/store/crash/what-the-file-has-is-not-unsaved", test_what_the_file_has_is_not_unsaved);
  g_test_add_func ("/store/crash/working-copy-in-use-is-left-alone", test_working_copy_in_use_is_left_alone);
  g_test_add_func ("/store/crash/damaged-working-copy-is-passed-over", test_damaged_working_copy_is_passed_over);
  g_test_add_func ("/store/crash/leftovers-go", test_leftovers_go);
  g_test_add_func ("/store/crash/working-copies-are-private", test_working_copies_are_private);
  return g_test_run ();
}
