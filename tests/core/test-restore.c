/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-filled.h"
#include "support/test-store.h"
#include "support/test-taking-back.h"

#include <glib/gstdio.h>
#include <string.h>

#include "tl-store-backup.h"
#include "tl-verify.h"

static const char * const days[] = { "2026-06-08", "2026-06-09", "2026-06-10" };

static TlBackup *
back_up (TlStore *store,
         guint    index)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *remark = NULL;
  TlBackup *made = NULL;
  TlDay day;

  g_assert_true (tl_day_from_iso (days[index], &day));
  tl_store_back_up_async (store, TL_BACKUP_OCCASION_NOW, day, (gint64) day * 86400000, NULL, test_keep_cb, &result);
  tl_store_back_up_finish (store, test_wait_for (&result), &made, &remark, &error);
  g_assert_no_error (error);
  g_assert_nonnull (made);
  return made;
}

static GPtrArray *
list_backups (TlStore *store)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *found;

  tl_store_list_backups_async (store, NULL, test_keep_cb, &result);
  found = tl_store_list_backups_finish (store, test_wait_for (&result), &error);
  g_assert_no_error (error);
  return found;
}

static TlChange *
try_restore (TlStore         *store,
             const TlBackup  *backup,
             GError         **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tl_store_restore_async (store, backup, NULL, test_keep_cb, &result);
  return tl_store_restore_finish (store, test_wait_for (&result), error);
}

static void
restore (TlStore        *store,
         const TlBackup *backup)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlChange) change = try_restore (store, backup, &error);

  g_assert_no_error (error);
  g_assert_true (tl_change_is_sealed (change));
  g_assert_cmpstr (tl_change_get_kind (change), ==, TL_CHANGE_KIND_RESTORE);
}

static void
assert_sound (TlStore    *store,
              const char *path)
{
  g_autoptr (TlVerification) found = NULL;
  g_autoptr (GError) error = NULL;

  test_store_save (store, path);
  found = tl_verify_path (path, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (found->fault);
}

/* Rows that go, rows that come, fields, lists and keys: everything is as it was, and then everything is back. */
static void
test_everything_is_put_back_and_taken_back (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_path (desk, "a.throughline");
  TlStore *store = test_store_new (NULL);
  g_autofree char *before = NULL, *changed = NULL, *restored = NULL, *again = NULL;
  g_autoptr (TlChange) change = tl_change_new ("test");
  g_autoptr (TlBackup) backup = NULL;
  g_autoptr (GError) error = NULL;
  TlId reading, risk = test_fill (store, &reading);

  test_store_save (store, path);
  backup = back_up (store, 0);
  before = test_store_dump (store);

  tl_change_remove_row (change, "reading", &reading);
  tl_change_set_text (change, "risk", &risk, "title", "Something else");
  tl_change_set_text (change, "risk", &risk, "theme", NULL);
  test_store_apply (store, change);
  test_store_add_risk (store, "R2", "Late calls");
  changed = test_store_dump (store);
  g_assert_cmpstr (changed, !=, before);

  restore (store, backup);
  restored = test_store_dump (store);
  g_assert_cmpstr (restored, ==, before);
  assert_sound (store, path);

  g_assert_true (test_store_undo (store, &error));
  g_assert_no_error (error);
  again = test_store_dump (store);
  g_assert_cmpstr (again, ==, changed);
  assert_sound (store, path);
  test_store_close (store);
}

/* What was restored is the latest thing done, said in words, and what was done in between can still be read. */
static void
test_history_tells_of_it (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_make_document (desk);
  TlStore *store = test_store_open_file (path);
  g_autoptr (TlBackup) backup = back_up (store, 0);
  g_autoptr (GPtrArray) entries = NULL;
  const TlHistoryQuery all = { .most = 0 };

  test_store_rename_first (store, "Falls at night");
  restore (store, backup);
  entries = test_store_list_history (store, &all);
  g_assert_cmpuint (entries->len, ==, 4);
  g_assert_true (g_str_has_prefix (tl_history_entry_get_what (g_ptr_array_index (entries, 0)),
                                   "put everything back as it was on "));
  g_assert_nonnull (strstr (tl_history_entry_get_what (g_ptr_array_index (entries, 1)), "“Falls at night”"));
  test_store_close (store);
  test_store_check_title (path, "R1", "Falls");
}

static void
test_nothing_to_restore (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_make_document (desk);
  TlStore *store = test_store_open_file (path);
  g_autoptr (TlBackup) backup = back_up (store, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlChange) change = try_restore (store, backup, &error);

  g_assert_no_error (error);
  g_assert_false (tl_change_is_sealed (change));
  g_assert_false (tl_store_get_unsaved (store));
  test_store_close (store);
}

static void
test_what_changed_since (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_make_document (desk);
  TlStore *store = test_store_open_file (path);
  g_autoptr (TlBackup) first = back_up (store, 0), second = NULL, third = NULL;
  g_autoptr (GPtrArray) found = NULL;
  const TlBackupSince *since;
  g_autofree char *none = NULL, *one = NULL, *two = NULL;

  test_store_rename_first (store, "Falls at night");
  second = back_up (store, 1);
  test_store_rename_first (store, "Falls by day");
  third = back_up (store, 2);
  found = list_backups (store);
  g_assert_cmpuint (found->len, ==, 3);

  since = g_ptr_array_index (found, 0);
  g_assert_cmpstr (since->backup->path, ==, third->path);
  g_assert_true (since->compared);
  none = tl_backup_since_say (since);
  g_assert_cmpstr (none, ==, "Nothing has changed since");
  g_assert_cmpuint (since->latest->len, ==, 0);

  since = g_ptr_array_index (found, 1);
  g_assert_cmpuint (since->n_changes, ==, 1);
  one = tl_backup_since_say (since);
  g_assert_true (g_str_has_prefix (one, "1 change since, by Priya on "));

  since = g_ptr_array_index (found, 2);
  g_assert_cmpstr (since->backup->path, ==, first->path);
  g_assert_cmpuint (since->n_changes, ==, 2);
  two = tl_backup_since_say (since);
  g_assert_true (g_str_has_prefix (two, "2 changes since, the last by Priya on "));
  g_assert_cmpuint (since->latest->len, ==, 2);
  g_assert_nonnull (strstr (tl_history_entry_get_what (g_ptr_array_index (since->latest, 0)), "“Falls by day”"));
  test_store_close (store);
}

/* The file was put back to an older state by somebody's own copy, so that only the backup has the latest change. */
static void
test_backup_that_knows_more (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_make_document (desk);
  g_autofree char *older = NULL, *said = NULL;
  g_autoptr (GPtrArray) found = NULL;
  TlStore *store = test_store_open_file (path);
  g_autoptr (TlBackup) backup = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &older, &length, NULL));
  test_store_rename_first (store, "Falls at night");
  test_store_save (store, NULL);
  backup = back_up (store, 0);
  test_store_close (store);

  g_assert_true (g_file_set_contents (path, older, (gssize) length, NULL));
  store = test_store_open_file (path);
  test_store_add_risk (store, "R2", "Late calls");
  found = list_backups (store);
  g_assert_false (((TlBackupSince *) g_ptr_array_index (found, 0))->compared);
  said = tl_backup_since_say (g_ptr_array_index (found, 0));
  g_assert_true (g_str_has_prefix (said, "Its last change is of "));

  restore (store, backup);
  assert_sound (store, path);
  test_store_close (store);
  test_store_check_title (path, "R1", "Falls at night");
  test_store_check_title (path, "R2", NULL);
}

static void
damage (const char *path)
{
  g_autofree char *content = NULL;
  char *title;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  title = memmem (content, length, "Falls", strlen ("Falls"));
  g_assert_nonnull (title);
  *title = 'C';
  g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
}

/* A backup that has been damaged since puts nothing back; one that isn't even a workbook says so in the list. */
static void
test_damaged_backup (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_make_document (desk);
  TlStore *store = test_store_open_file (path);
  g_autoptr (TlBackup) backup = back_up (store, 0);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (TlSnapshot) snapshot = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;

  test_store_rename_first (store, "Slips");
  damage (backup->path);
  g_assert_null (try_restore (store, backup, &error));
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT);
  g_assert_nonnull (strstr (error->message, "nothing has been changed"));
  snapshot = test_store_load (store);
  g_assert_cmpstr (test_store_get_title (snapshot, "R1"), ==, "Slips");

  g_assert_true (g_file_set_contents (backup->path, "Minutes", -1, NULL));
  found = list_backups (store);
  g_assert_nonnull (((TlBackupSince *) g_ptr_array_index (found, 0))->fault);
  said = tl_backup_since_say (g_ptr_array_index (found, 0));
  g_assert_true (g_str_has_prefix (said, "It can’t be opened any more: "));
  test_store_close (store);
}

static void
test_backup_of_another_workbook (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  TlStore *store = test_store_new (NULL);
  g_autoptr (TlBackup) backup = NULL;
  g_autoptr (GError) error = NULL;

  test_store_add_risk (store, "R1", "Falls");
  backup = back_up (store, 0);
  backup->document.bytes[0] ^= 1;
  g_assert_null (try_restore (store, backup, &error));
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT);
  g_assert_nonnull (strstr (error->message, "another workbook"));
  test_store_close (store);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/restore/everything", test_everything_is_put_back_and_taken_back);
  g_test_add_func ("/restore/history", test_history_tells_of_it);
  g_test_add_func ("/restore/nothing", test_nothing_to_restore);
  g_test_add_func ("/restore/since", test_what_changed_since);
  g_test_add_func ("/restore/knows-more", test_backup_that_knows_more);
  g_test_add_func ("/restore/damaged", test_damaged_backup);
  g_test_add_func ("/restore/another-workbook", test_backup_of_another_workbook);

  return g_test_run ();
}
