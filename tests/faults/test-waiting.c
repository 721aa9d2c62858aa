/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-store.h"

#include "tl-csv-folder.h"
#include "tl-database.h"
#include "tl-document-file.h"
#include "tl-sync.h"
#include "tl-worker.h"
#include "tl-working-copy.h"

/* A window stands still for as long as its thread waits. So a debug build ends as soon as the thread of the main loop
 * runs SQL or touches a disk; each way to do so is tried here in a program of its own. */

static TlDatabase *database;
static sqlite3_stmt *statement;
static TestDesk *desk;
static char *path;

static void
open_database (void)
{
  tl_database_open (path, TL_DATABASE_LOOK, NULL);
}

static void
prepare_statement (void)
{
  tl_database_prepare (database, "SELECT id FROM workbook", NULL);
}

static void
step_statement (void)
{
  tl_database_step (database, statement, NULL, NULL);
}

static void
check_database (void)
{
  tl_database_check (database, FALSE, NULL, NULL);
}

static void
checkpoint (void)
{
  tl_database_checkpoint (database, TRUE, NULL);
}

static void
close_database (void)
{
  tl_database_close (database);
}

static void
look_at_document (void)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  tl_document_look (file, NULL, NULL);
}

static void
write_document (void)
{
  TlDocumentInfo info = { .exists = TRUE };

  tl_document_write (&info, path, NULL, NULL);
}

static void
take_in_document (void)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  TlDocumentInfo info = { .file = file };

  tl_document_take_in (&info, path, NULL, NULL);
}

static void
find_working_copies (void)
{
  tl_working_copy_find ("file:///nowhere");
}

static void
make_working_copy (void)
{
  tl_working_copy_new (NULL);
}

static void
synchronise (void)
{
  tl_sync_folder (desk->folder);
}

static void
do_nothing (gpointer data)
{
}

static void
wait_for_worker (void)
{
  tl_worker_call (tl_worker_new ("worker"), do_nothing, NULL);
}

static void
read_folder (void)
{
  g_autoptr (GFile) folder = g_file_new_for_path (desk->folder);

  tl_csv_folder_read (folder, NULL, NULL);
}

static const struct
{
  const char *name;
  void (*wait) (void);
} ways[] = {
  { "open-database", open_database },
  { "prepare-statement", prepare_statement },
  { "step-statement", step_statement },
  { "check-database", check_database },
  { "checkpoint", checkpoint },
  { "close-database", close_database },
  { "look-at-document", look_at_document },
  { "write-document", write_document },
  { "take-in-document", take_in_document },
  { "find-working-copies", find_working_copies },
  { "make-working-copy", make_working_copy },
  { "synchronise", synchronise },
  { "wait-for-worker", wait_for_worker },
  { "read-folder", read_folder },
};

/* The connection is this thread's own, so that only the main loop is the matter. */
static void
test_way_subprocess (gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  desk = test_desk_new ();
  path = test_desk_make_document (desk);
  database = tl_database_open (path, TL_DATABASE_LOOK, &error);
  g_assert_no_error (error);
  statement = tl_database_prepare (database, "SELECT id FROM workbook", &error);
  g_assert_no_error (error);
  g_print ("ready\n");

  g_assert_true (g_main_context_acquire (NULL));
  ways[GPOINTER_TO_UINT (data)].wait ();
  g_print ("went on\n");
}

/* A program that ends so suddenly leaves its files behind; they go with this desk. */
static void
run_below (TestDesk   *own,
           const char *subprocess)
{
  g_setenv ("TMPDIR", own->folder, TRUE);
  g_test_trap_subprocess (subprocess, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_unsetenv ("TMPDIR");
}

static void
test_way (gconstpointer data)
{
#ifdef NDEBUG
  g_test_skip ("Only debug builds look");
#else
  g_autofree char *subprocess = g_strdup_printf ("/faults/waiting/%s/subprocess", ways[GPOINTER_TO_UINT (data)].name);
  g_autoptr (TestDesk) own = test_desk_new ();

  run_below (own, subprocess);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stdout ("*ready*");
  g_test_trap_assert_stdout_unmatched ("*went on*");
  g_test_trap_assert_stderr ("*would let the main loop wait for a disk*");
#endif
}

static gpointer
step_elsewhere (gpointer data)
{
  g_print ("ready\n");
  tl_database_step (database, statement, NULL, NULL);
  g_print ("went on\n");
  return NULL;
}

/* A connection has one thread. */
static void
test_another_thread_subprocess (void)
{
  desk = test_desk_new ();
  path = test_desk_make_document (desk);
  database = tl_database_open (path, TL_DATABASE_LOOK, NULL);
  statement = tl_database_prepare (database, "SELECT id FROM workbook", NULL);
  g_thread_join (g_thread_new ("another", step_elsewhere, NULL));
}

static void
test_another_thread (void)
{
  g_autoptr (TestDesk) own = test_desk_new ();

  run_below (own, "/faults/waiting/another-thread/subprocess");
  g_test_trap_assert_failed ();
  g_test_trap_assert_stdout ("*ready*");
  g_test_trap_assert_stdout_unmatched ("*went on*");
}

/* A program that has no main loop, such as the one for the command line, may do all that. */
static void
test_without_a_main_loop (void)
{
  g_autoptr (TestDesk) own = test_desk_new ();
  g_autofree char *document = test_desk_make_document (own);
  g_autoptr (GFile) file = g_file_new_for_path (document);
  g_autoptr (TlDocumentInfo) info = tl_document_look (file, NULL, NULL);
  g_autoptr (TlDatabase) connection = tl_database_open (document, TL_DATABASE_LOOK, NULL);

  g_assert_true (info->exists);
  g_assert_true (tl_database_run (connection, "SELECT id FROM workbook", NULL));
  g_assert_true (tl_database_check (connection, FALSE, NULL, NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *name = g_strdup_printf ("/faults/waiting/%s", ways[i].name);
      g_autofree char *subprocess = g_strconcat (name, "/subprocess", NULL);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_way);
      g_test_add_data_func (subprocess, GUINT_TO_POINTER (i), test_way_subprocess);
    }
  g_test_add_func ("/faults/waiting/another-thread", test_another_thread);
  g_test_add_func ("/faults/waiting/another-thread/subprocess", test_another_thread_subprocess);
  g_test_add_func ("/faults/waiting/without-a-main-loop", test_without_a_main_loop);
  return g_test_run ();
}
