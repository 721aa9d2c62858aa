/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-store.h"

#include <glib/gstdio.h>
#include <string.h>

#include "tl-workbook-backups.h"
#include "tl-workbook-commands.h"
#include "tl-workbook-undo.h"

#define DAY G_GINT64_CONSTANT (86400000)
#define MINUTE G_GINT64_CONSTANT (60000)
/* 9 June 2026, 09:00 UTC */
#define TUESDAY G_GINT64_CONSTANT (1780995600000)

static TlWorkbook *
open_workbook (const char *path,
               gint64      time)
{
  g_autofree char *seed = g_strdup_printf ("%s %" G_GINT64_FORMAT, path != NULL ? path : "", time);
  g_autoptr (TlIdSource) ids = tl_id_source_new_seeded (seed, time);
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TlWorkbook *workbook;

  tl_workbook_open_async (file != NULL ? TL_STORE_ORIGIN_FILE : TL_STORE_ORIGIN_NEW, file, ids, NULL, test_keep_cb, &result);
  workbook = tl_workbook_open_finish (test_wait_for (&result), &error);
  g_assert_no_error (error);
  return workbook;
}

static void
close_workbook (TlWorkbook *workbook)
{
  g_autoptr (GAsyncResult) result = NULL;

  tl_workbook_close_async (workbook, test_keep_cb, &result);
  g_assert_true (tl_workbook_close_finish (workbook, test_wait_for (&result), NULL));
  g_object_unref (workbook);
}

static void
name_provider (TlWorkbook *workbook,
               const char *name)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  tl_workbook_name_provider_async (workbook, name, NULL, test_keep_cb, &result);
  tl_workbook_apply_finish (workbook, test_wait_for (&result), &error);
  g_assert_no_error (error);
  while (tl_workbook_get_busy (workbook))
    g_main_context_iteration (NULL, TRUE);
}

static void
save (TlWorkbook *workbook,
      const char *path)
{
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  tl_workbook_save_async (workbook, file, NULL, test_keep_cb, &result);
  tl_workbook_save_finish (workbook, test_wait_for (&result), &error);
  g_assert_no_error (error);
}

static guint
count_backups (const TlId *document)
{
  g_autoptr (GPtrArray) found = tl_backup_list (document, NULL);

  return found->len;
}

/* Makes a workbook with a file and lets go of it: it has a backup of that day. */
static char *
make_workbook (TestDesk *desk,
               TlId     *document)
{
  char *path = test_desk_path (desk, "a.throughline");
  TlWorkbook *workbook = open_workbook (NULL, TUESDAY);

  *document = *tl_store_get_document (tl_workbook_get_store (workbook));
  name_provider (workbook, "Quillbrook Care");
  save (workbook, path);
  close_workbook (workbook);
  return path;
}

static void
test_one_after_the_first_saving_of_a_day (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  TlId document;
  g_autofree char *path = make_workbook (desk, &document);
  TlWorkbook *workbook;

  g_assert_cmpuint (count_backups (&document), ==, 1);

  /* The same day: none. Another day: looking is no reason, an edit that is saved on closing is. */
  workbook = open_workbook (path, TUESDAY + 3600000);
  name_provider (workbook, "Quillbrook");
  close_workbook (workbook);
  g_assert_cmpuint (count_backups (&document), ==, 1);
  workbook = open_workbook (path, TUESDAY + DAY);
  close_workbook (workbook);
  g_assert_cmpuint (count_backups (&document), ==, 1);
  workbook = open_workbook (path, TUESDAY + DAY);
  name_provider (workbook, "Quillbrook Care");
  close_workbook (workbook);
  g_assert_cmpuint (count_backups (&document), ==, 2);
}

/* Midnight by the calendar on the wall, which in summer is an hour before that of UTC. */
static void
test_days_are_of_the_calendar_here (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  TlId document;
  g_autofree char *path = make_workbook (desk, &document);
  g_autoptr (GPtrArray) found = NULL;
  TlWorkbook *workbook = open_workbook (path, TUESDAY + 14 * 3600000 + 1800000);
  TlDay wednesday;

  g_assert_true (tl_day_from_iso ("2026-06-10", &wednesday));
  name_provider (workbook, "Quillbrook");
  close_workbook (workbook);
  found = tl_backup_list (&document, NULL);
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpint (((TlBackup *) g_ptr_array_index (found, 0))->day, ==, wednesday);
}

/* Saved under another name on the same day: it is looked for there. */
static void
test_found_where_it_was_saved_last (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  TlId document, found;
  g_autofree char *path = make_workbook (desk, &document);
  g_autofree char *second = test_desk_path (desk, "b.throughline");
  g_autoptr (GFile) first_file = g_file_new_for_path (path), second_file = g_file_new_for_path (second);
  g_autofree char *first_address = g_file_get_uri (first_file), *second_address = g_file_get_uri (second_file);
  TlWorkbook *workbook = open_workbook (path, TUESDAY);

  g_assert_true (tl_backup_find_document (first_address, &found));
  name_provider (workbook, "Quillbrook");
  save (workbook, NULL);
  save (workbook, second);
  close_workbook (workbook);
  g_assert_cmpuint (count_backups (&document), ==, 1);
  g_assert_true (tl_backup_find_document (second_address, &found));
  g_assert_true (tl_id_equal (&found, &document));
}

static void
test_a_problem_is_told_and_disturbs_nothing (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_path (desk, "a.throughline");
  g_autofree char *folder = tl_backup_get_folder (NULL);
  TlWorkbook *workbook = open_workbook (NULL, TUESDAY);

  g_assert_null (tl_workbook_get_backup_problem (workbook));
  g_assert_true (g_file_set_contents (folder, "", 0, NULL));
  name_provider (workbook, "Quillbrook Care");
  save (workbook, path);
  while (tl_workbook_get_backup_problem (workbook) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_str_has_prefix (tl_workbook_get_backup_problem (workbook), "The folder of backups, “"));
  g_assert_cmpint (tl_workbook_get_saved_state (workbook), ==, TL_SAVED_STATE_SAVED);
  close_workbook (workbook);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_restored_and_undone (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  TlId document;
  g_autofree char *path = make_workbook (desk, &document);
  g_autoptr (GPtrArray) backups = tl_backup_list (&document, NULL);
  g_autoptr (GAsyncResult) result = NULL, undone = NULL;
  g_autoptr (GError) error = NULL;
  TlWorkbook *workbook = open_workbook (path, TUESDAY + DAY);
  gboolean changed;

  name_provider (workbook, "Another name");
  tl_workbook_restore_async (workbook, g_ptr_array_index (backups, 0), NULL, test_keep_cb, &result);
  g_assert_true (tl_workbook_restore_finish (workbook, test_wait_for (&result), &changed, &error));
  g_assert_no_error (error);
  g_assert_true (changed);
  while (tl_workbook_get_busy (workbook) || !tl_workbook_get_can_undo (workbook))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (tl_workbook_get_provider (workbook), ==, "Quillbrook Care");

  tl_workbook_undo_async (workbook, NULL, test_keep_cb, &undone);
  g_assert_true (tl_workbook_apply_finish (workbook, test_wait_for (&undone), &error));
  while (tl_workbook_get_busy (workbook))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (tl_workbook_get_provider (workbook), ==, "Another name");

  /* As at another day nothing may be changed, by a backup either. */
  tl_workbook_set_as_at (workbook, tl_workbook_get_today (workbook) - 7);
  g_clear_object (&result);
  tl_workbook_restore_async (workbook, g_ptr_array_index (backups, 0), NULL, test_keep_cb, &result);
  g_assert_false (tl_workbook_restore_finish (workbook, test_wait_for (&result), &changed, &error));
  g_assert_error (error, TL_WORKBOOK_ERROR, TL_WORKBOOK_ERROR_NOT_EDITABLE);
  while (tl_workbook_get_busy (workbook))
    g_main_context_iteration (NULL, TRUE);
  close_workbook (workbook);
}

static gboolean
try_remove (TlWorkbook  *workbook,
            gboolean    *closed,
            GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tl_workbook_remove_async (workbook, test_keep_cb, &result);
  return tl_workbook_remove_finish (workbook, test_wait_for (&result), closed, error);
}

/* What is kept for programs to find the folder with, such as its lock, isn't of any document. */
static guint
count_all (TestDesk *desk)
{
  g_autofree char *backups = tl_backup_get_folder (NULL);
  g_autoptr (GDir) dir = g_dir_open (desk->copies, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (desk->copies, name, NULL);

      if (strcmp (path, backups) != 0)
        n += g_file_test (path, G_FILE_TEST_IS_DIR);
    }
  return n;
}

static void
test_nothing_is_left_but_the_file (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  TlId document;
  g_autofree char *path = make_workbook (desk, &document);
  g_autofree char *elsewhere = test_desk_path (desk, "b.throughline");
  g_autofree char *folder = tl_backup_get_folder (&document);
  g_autoptr (GError) error = NULL;
  TlWorkbook *workbook = open_workbook (path, TUESDAY + DAY), *other;
  gboolean closed;

  /* A second place of the same workbook has left a working copy too. */
  save (workbook, elsewhere);
  close_workbook (workbook);
  workbook = open_workbook (path, TUESDAY + DAY);
  other = open_workbook (NULL, TUESDAY);
  name_provider (workbook, "Quillbrook");
  g_assert_cmpuint (count_all (desk), >=, 2);
  g_assert_true (try_remove (workbook, &closed, &error));
  g_assert_no_error (error);
  g_assert_true (closed);
  g_object_unref (workbook);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_backups (NULL), ==, 0);
  close_workbook (other);
  g_assert_cmpuint (count_all (desk), ==, 0);

  /* What wasn't saved yet was saved first. */
  workbook = open_workbook (path, TUESDAY + 2 * DAY);
  g_assert_cmpstr (tl_workbook_get_provider (workbook), ==, "Quillbrook");
  close_workbook (workbook);
}

/* While this computer has the only copy of anything, nothing goes, and the workbook stays open. */
static void
test_the_only_copy_is_never_removed (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  TlId document;
  g_autofree char *path = make_workbook (desk, &document);
  g_autofree char *older = NULL;
  TlWorkbook *workbook = open_workbook (path, TUESDAY + MINUTE), *untitled = open_workbook (NULL, TUESDAY + 2 * MINUTE);
  g_autoptr (GError) error = NULL;
  gboolean closed;
  gsize length;

  g_assert_true (g_file_get_contents (path, &older, &length, NULL));
  name_provider (workbook, "Quillbrook");
  save (workbook, NULL);

  /* The file has been taken away. */
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_false (try_remove (workbook, &closed, &error));
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_NOT_FOUND);
  g_assert_false (closed);
  g_clear_error (&error);

  /* Somebody put an older copy in its place. */
  g_assert_true (g_file_set_contents (path, older, (gssize) length, NULL));
  g_assert_false (try_remove (workbook, &closed, &error));
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CONFLICT);
  g_assert_false (closed);
  g_clear_error (&error);
  g_assert_cmpuint (count_backups (&document), ==, 1);

  /* It goes on as before. */
  name_provider (workbook, "Quillbrook Care Ltd");
  close_workbook (workbook);
  workbook = open_workbook (path, TUESDAY + 3 * MINUTE);
  g_assert_cmpstr (tl_workbook_get_provider (workbook), ==, "Quillbrook Care Ltd");
  close_workbook (workbook);

  name_provider (untitled, "Never saved");
  g_assert_false (try_remove (untitled, &closed, &error));
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_NOT_FOUND);
  g_assert_false (closed);
  g_assert_cmpstr (tl_workbook_get_provider (untitled), ==, "Never saved");
  close_workbook (untitled);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workbook-backups/first-saving-of-a-day", test_one_after_the_first_saving_of_a_day);
  g_test_add_func ("/workbook-backups/calendar", test_days_are_of_the_calendar_here);
  g_test_add_func ("/workbook-backups/saved-as", test_found_where_it_was_saved_last);
  g_test_add_func ("/workbook-backups/problem", test_a_problem_is_told_and_disturbs_nothing);
  g_test_add_func ("/workbook-backups/restored-and-undone", test_restored_and_undone);
  g_test_add_func ("/workbook-backups/nothing-is-left", test_nothing_is_left_but_the_file);
  g_test_add_func ("/workbook-backups/only-copy", test_the_only_copy_is_never_removed);

  return g_test_run ();
}
