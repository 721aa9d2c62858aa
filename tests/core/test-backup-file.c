/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-store.h"

#include <glib/gstdio.h>
#include <string.h>

#include "tl-backup-file.h"
#include "tl-store-backup.h"

/* A file that can't be opened any more, and what brings it back. */

#define TUESDAY G_GINT64_CONSTANT (1780995600000)
#define DAY G_GINT64_CONSTANT (86400000)

static TlDay
get_day (guint n)
{
  return tl_day_new (2026, 6, 9) + (int) n;
}

static void
back_up (TlStore *store,
         guint    n)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *remark = NULL;

  tl_store_back_up_async (store, TL_BACKUP_OCCASION_DAY, get_day (n), TUESDAY + n * DAY, NULL, test_keep_cb, &result);
  tl_store_back_up_finish (store, test_wait_for (&result), NULL, &remark, &error);
  g_assert_no_error (error);
}

static GPtrArray *
offer (const char *path,
       guint       n)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *found;

  tl_backup_offer_async (file, get_day (n), TUESDAY + n * DAY, NULL, test_keep_cb, &result);
  found = tl_backup_offer_finish (test_wait_for (&result), &error);
  g_assert_no_error (error);
  return found;
}

static gboolean
try_put_back (const TlBackup  *backup,
              const char      *path,
              GFile          **aside,
              gboolean        *has_more,
              GError         **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;

  tl_backup_put_back_async (backup, file, NULL, test_keep_cb, &result);
  return tl_backup_put_back_finish (test_wait_for (&result), aside, has_more, error);
}

static const TlBackup *
get_backup (GPtrArray *found,
            guint      index)
{
  return ((TlBackupSince *) g_ptr_array_index (found, index))->backup;
}

/* Two days of work, each with a backup, and then the file turns to rubbish. */
static char *
make_damaged (TestDesk *desk)
{
  char *path = test_desk_make_document (desk);
  TlStore *store = test_store_open_file (path);

  back_up (store, 0);
  test_store_rename_first (store, "Falls at night");
  test_store_save (store, NULL);
  back_up (store, 1);
  test_store_close (store);
  g_assert_true (g_file_set_contents (path, "Rubbish", -1, NULL));
  return path;
}

static void
test_latest_takes_the_place (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = make_damaged (desk);
  g_autofree char *expected = test_desk_path (desk, "a (damaged).throughline");
  g_autoptr (GPtrArray) found = offer (path, 2);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) aside = NULL;
  gboolean has_more;

  g_assert_cmpuint (found->len, ==, 2);
  g_assert_true (try_put_back (get_backup (found, 0), path, &aside, &has_more, &error));
  g_assert_no_error (error);
  g_assert_false (has_more);
  g_assert_cmpstr (g_file_peek_path (aside), ==, expected);
  test_assert_content (expected, "Rubbish", strlen ("Rubbish"));
  test_store_check_title (path, "R1", "Falls at night");
}

/* An earlier one is put back as a change to the latest, so that what was said since can still be read. */
static void
test_earlier_keeps_what_was_said (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = make_damaged (desk);
  g_autoptr (GPtrArray) found = offer (path, 2);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (TlChange) change = NULL;
  g_autoptr (GError) error = NULL;
  gboolean has_more;
  TlStore *store;

  g_assert_true (try_put_back (get_backup (found, 1), path, NULL, &has_more, &error));
  g_assert_no_error (error);
  g_assert_true (has_more);

  store = test_store_open_file (path);
  tl_store_restore_async (store, get_backup (found, 1), NULL, test_keep_cb, &result);
  change = tl_store_restore_finish (store, test_wait_for (&result), &error);
  g_assert_no_error (error);
  g_clear_object (&result);
  test_store_save (store, NULL);
  test_store_close (store);
  test_store_check_title (path, "R1", "Falls");
}

/* What was worked on last is still there and has more than any backup, saved or not. */
static void
test_unsaved_work_is_offered (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = make_damaged (desk);
  g_autoptr (GPtrArray) before = offer (path, 2), found = NULL;
  g_autoptr (GError) error = NULL;
  gboolean has_more;
  TlStore *store;

  g_assert_true (try_put_back (get_backup (before, 0), path, NULL, &has_more, &error));
  store = test_store_open_file (path);
  test_store_rename_first (store, "Never saved");
  test_store_close (store);
  g_assert_true (g_file_set_contents (path, "Rubbish again", -1, NULL));

  found = offer (path, 3);
  g_assert_cmpuint (found->len, ==, 3);
  g_assert_cmpint (get_backup (found, 0)->day, ==, get_day (3));
  g_assert_true (try_put_back (get_backup (found, 0), path, NULL, &has_more, &error));
  g_assert_no_error (error);
  test_store_check_title (path, "R1", "Never saved");

  /* Asking once more makes no second one. */
  g_clear_pointer (&found, g_ptr_array_unref);
  found = offer (path, 4);
  g_assert_cmpuint (found->len, ==, 3);
}

static void
test_file_that_is_gone (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = make_damaged (desk);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) aside = NULL;
  gboolean has_more;

  g_assert_cmpint (g_unlink (path), ==, 0);
  found = offer (path, 2);
  g_assert_true (try_put_back (get_backup (found, 0), path, &aside, &has_more, &error));
  g_assert_no_error (error);
  g_assert_null (aside);
  test_store_check_title (path, "R1", "Falls at night");
}

/* A backup that is damaged itself replaces nothing, and isn't taken for the latest. */
static void
test_damaged_backup (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = make_damaged (desk);
  g_autoptr (GPtrArray) found = offer (path, 2);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  gboolean has_more;
  char *title;
  gsize length;

  g_assert_true (g_file_get_contents (get_backup (found, 0)->path, &content, &length, NULL));
  title = memmem (content, length, "Falls at night", strlen ("Falls at night"));
  *title = 'C';
  g_assert_true (g_file_set_contents (get_backup (found, 0)->path, content, (gssize) length, NULL));

  g_assert_false (try_put_back (get_backup (found, 0), path, NULL, &has_more, &error));
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT);
  test_assert_content (path, "Rubbish", strlen ("Rubbish"));
  g_assert_cmpuint (test_desk_count_files (desk), ==, 1);
  g_clear_error (&error);

  g_assert_true (try_put_back (get_backup (found, 1), path, NULL, &has_more, &error));
  g_assert_no_error (error);
  g_assert_false (has_more);
  test_store_check_title (path, "R1", "Falls");
}

/* Several times damaged, each is kept; a folder that takes no other name is no reason to throw it away. */
static void
test_names_aside (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = make_damaged (desk);
  g_autofree char *second = test_desk_path (desk, "a (damaged 2).throughline");
  g_autoptr (GPtrArray) found = offer (path, 2);
  g_autoptr (GError) error = NULL;
  gboolean has_more;

  g_assert_true (try_put_back (get_backup (found, 0), path, NULL, &has_more, &error));
  g_assert_true (g_file_set_contents (path, "Rubbish once more", -1, NULL));
  g_assert_true (try_put_back (get_backup (found, 0), path, NULL, &has_more, &error));
  g_assert_no_error (error);
  test_assert_content (second, "Rubbish once more", strlen ("Rubbish once more"));
}

static void
test_unknown_file (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = make_damaged (desk);
  g_autofree char *other = test_desk_path (desk, "other.throughline");
  g_autoptr (GPtrArray) found = NULL;

  g_assert_true (g_file_set_contents (other, "Rubbish", -1, NULL));
  found = offer (other, 2);
  g_assert_cmpuint (found->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/backup-file/latest", test_latest_takes_the_place);
  g_test_add_func ("/backup-file/earlier", test_earlier_keeps_what_was_said);
  g_test_add_func ("/backup-file/unsaved-work", test_unsaved_work_is_offered);
  g_test_add_func ("/backup-file/gone", test_file_that_is_gone);
  g_test_add_func ("/backup-file/damaged-backup", test_damaged_backup);
  g_test_add_func ("/backup-file/names-aside", test_names_aside);
  g_test_add_func ("/backup-file/unknown", test_unknown_file);

  return g_test_run ();
}
