/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-store.h"

#include <glib/gstdio.h>
#include <string.h>

#include "tl-store-backup.h"
#include "tl-verify.h"

#define HOUR G_GINT64_CONSTANT (3600000)
#define MORNING G_GINT64_CONSTANT (1780995600000)

static TlDay
read_day (const char *iso)
{
  TlDay day;

  g_assert_true (tl_day_from_iso (iso, &day));
  return day;
}

/* Makes one if one is due; %FALSE and a sentence when it can't be. */
static gboolean
try_back_up (TlStore           *store,
             TlBackupOccasion   occasion,
             const char        *day,
             TlBackup         **made,
             char             **remark,
             GError           **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tl_store_back_up_async (store, occasion, read_day (day), MORNING + (gint64) read_day (day) * 24 * HOUR, NULL, test_keep_cb,
                          &result);
  test_wait_for (&result);
  return tl_store_back_up_finish (store, result, made, remark, error);
}

static TlBackup *
back_up (TlStore          *store,
         TlBackupOccasion  occasion,
         const char       *day)
{
  g_autofree char *remark = NULL;
  g_autoptr (GError) error = NULL;
  TlBackup *made = NULL;

  g_assert_true (try_back_up (store, occasion, day, &made, &remark, &error));
  g_assert_no_error (error);
  g_assert_null (remark);
  return made;
}

static guint
count_backups (TlStore *store)
{
  g_autoptr (GPtrArray) backups = tl_backup_list (tl_store_get_document (store), NULL);

  g_assert_nonnull (backups);
  return backups->len;
}

/* Whatever is in the folder of backups, whole or not. */
static guint
count_files (TlStore *store)
{
  g_autofree char *folder = tl_backup_get_folder (tl_store_get_document (store));
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* A backup is a document like any other, and of this user alone. */
static void
test_a_backup_is_a_sound_document (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_make_document (desk);
  TlStore *store = test_store_open_file (path);
  g_autoptr (TlBackup) made = NULL;
  g_autoptr (TlVerification) found = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  test_store_rename_first (store, "Falls at night");
  made = back_up (store, TL_BACKUP_OCCASION_DAY, "2026-06-09");
  g_assert_nonnull (made);
  g_assert_cmpint (made->day, ==, read_day ("2026-06-09"));
  g_assert_cmpint (g_stat (made->path, &status), ==, 0);
  g_assert_cmpuint ((guint64) status.st_size, ==, made->size);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  found = tl_verify_path (made->path, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (found->fault);
  test_store_check_title (made->path, "R1", "Falls at night");
  test_store_close (store);
}

static void
test_one_a_day (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_make_document (desk);
  TlStore *store = test_store_open_file (path);
  g_autoptr (TlBackup) first = back_up (store, TL_BACKUP_OCCASION_DAY, "2026-06-09");
  g_autoptr (TlBackup) again = NULL, now = NULL, same = NULL, next = NULL;

  test_store_rename_first (store, "Falls at night");
  again = back_up (store, TL_BACKUP_OCCASION_DAY, "2026-06-09");
  g_assert_null (again);
  g_assert_cmpuint (count_backups (store), ==, 1);

  /* Whoever asks for one has one of how it is now, unless there is already. */
  now = back_up (store, TL_BACKUP_OCCASION_NOW, "2026-06-09");
  g_assert_nonnull (now);
  g_assert_cmpuint (now->sequence, >, first->sequence);
  g_assert_cmpuint (count_backups (store), ==, 1);
  same = back_up (store, TL_BACKUP_OCCASION_NOW, "2026-06-09");
  g_assert_null (same);

  /* A day on which nothing changed takes no other day's place. */
  next = back_up (store, TL_BACKUP_OCCASION_DAY, "2026-06-10");
  g_assert_null (next);
  test_store_close (store);
}

static void
test_ten_days (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_make_document (desk);
  TlStore *store = test_store_open_file (path);
  g_autoptr (GPtrArray) backups = NULL;

  /* Monday 1 June to Wednesday 10 June. */
  for (guint i = 1; i <= 10; i++)
    {
      g_autofree char *title = g_strdup_printf ("Falls on day %u", i);
      g_autofree char *day = g_strdup_printf ("2026-06-%02u", i);
      g_autoptr (TlBackup) made = NULL;

      test_store_rename_first (store, title);
      made = back_up (store, TL_BACKUP_OCCASION_DAY, day);
      g_assert_nonnull (made);
    }
  backups = tl_backup_list (tl_store_get_document (store), NULL);
  g_assert_cmpuint (backups->len, ==, 5);
  for (guint i = 0; i < backups->len; i++)
    {
      const TlBackup *backup = g_ptr_array_index (backups, i);
      g_autofree char *title = g_strdup_printf ("Falls on day %u", 10 - i);

      test_store_check_title (backup->path, "R1", title);
    }
  test_store_close (store);
}

/* The disk wrote something else than it was given: nothing takes the place of what was sound. */
static void
test_what_does_not_verify_is_no_backup (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_make_document (desk);
  TlStore *store = test_store_open_file (path);
  g_autofree char *remark = NULL, *content = NULL, *copy = NULL, *name = NULL;
  g_autoptr (GDir) dir = g_dir_open (desk->copies, 0, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlBackup) first = NULL;
  TlBackup *made = NULL;
  gsize length;
  char *found;

  first = back_up (store, TL_BACKUP_OCCASION_DAY, "2026-06-08");
  g_assert_nonnull (first);
  test_store_rename_first (store, "Falls at night");
  test_store_save (store, NULL);

  /* The working copy is damaged behind the program's back: a title that no change gave. */
  while (copy == NULL && (name = g_strdup (g_dir_read_name (dir))) != NULL)
    {
      copy = g_build_filename (desk->copies, name, "workbook.db", NULL);
      if (!g_file_test (copy, G_FILE_TEST_EXISTS))
        g_clear_pointer (&copy, g_free);
      g_clear_pointer (&name, g_free);
    }
  g_assert_nonnull (copy);
  g_assert_true (g_file_get_contents (copy, &content, &length, NULL));
  found = memmem (content, length, "Falls at night", strlen ("Falls at night"));
  g_assert_nonnull (found);
  {
    FILE *file = g_fopen (copy, "r+b");

    fseek (file, found - content, SEEK_SET);
    fwrite ("Falls by day. ", 1, strlen ("Falls by day. "), file);
    fclose (file);
  }

  g_assert_false (try_back_up (store, TL_BACKUP_OCCASION_DAY, "2026-06-09", &made, &remark, &error));
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT);
  g_assert_nonnull (strstr (error->message, "earlier ones stay"));
  g_assert_null (made);
  g_assert_cmpuint (count_backups (store), ==, 1);
  test_store_check_title (first->path, "R1", "Falls");
  test_store_close (store);
}

/* A place where nobody may write, and a disk that is full: saving goes on, and the reason is told. */
static void
test_no_room_disturbs_nothing (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_make_document (desk);
  TlStore *store = test_store_open_file (path);
  g_autofree char *folder = tl_backup_get_folder (NULL);
  g_autofree char *remark = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlBackup) made = NULL;
  TlBackup *none = NULL;

  /* A file where the folder should be. */
  g_assert_true (g_file_set_contents (folder, "", 0, NULL));
  g_assert_false (try_back_up (store, TL_BACKUP_OCCASION_DAY, "2026-06-09", &none, &remark, &error));
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_FAILED);
  test_store_rename_first (store, "Falls at night");
  test_store_save (store, NULL);
  g_clear_error (&error);

  /* Where a workbook alone is more than all backups may take, that is said, and what is there stays. */
  g_assert_cmpint (g_unlink (folder), ==, 0);
  made = back_up (store, TL_BACKUP_OCCASION_DAY, "2026-06-09");
  g_assert_nonnull (made);
  test_store_rename_first (store, "Falls by day");
  tl_store_set_backup_room (1000);
  g_assert_false (try_back_up (store, TL_BACKUP_OCCASION_DAY, "2026-06-10", &none, &remark, &error));
  tl_store_set_backup_room (TL_BACKUP_MOST_BYTES);
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_FULL);
  g_assert_nonnull (strstr (error->message, "larger than the 1.0"));
  g_assert_cmpuint (count_backups (store), ==, 1);
  test_store_save (store, NULL);
  test_store_close (store);
}

/* Room is made by the oldest of any document, but the latest of each stays, and that it is too much is told. */
static void
test_room_is_shared (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_make_document (desk);
  g_autofree char *second = test_desk_path (desk, "b.throughline");
  TlStore *store = test_store_open_file (path);
  TlStore *other = test_store_new (NULL);
  g_autofree char *remark = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlBackup) first = NULL, made = NULL, theirs = NULL;

  test_store_add_risk (other, "R1", "Late calls");
  test_store_save (other, second);
  first = back_up (store, TL_BACKUP_OCCASION_DAY, "2026-06-08");
  test_store_rename_first (store, "Falls at night");
  made = back_up (store, TL_BACKUP_OCCASION_DAY, "2026-06-09");
  g_assert_cmpuint (count_backups (store), ==, 2);

  tl_store_set_backup_room (made->size * 3 / 2);
  g_assert_true (try_back_up (other, TL_BACKUP_OCCASION_DAY, "2026-06-09", &theirs, &remark, &error));
  tl_store_set_backup_room (TL_BACKUP_MOST_BYTES);
  g_assert_no_error (error);
  g_assert_nonnull (theirs);
  g_assert_cmpuint (count_backups (other), ==, 1);
  g_assert_cmpuint (count_backups (store), ==, 1);
  g_assert_false (g_file_test (first->path, G_FILE_TEST_EXISTS));
  g_assert_nonnull (remark);
  g_assert_nonnull (strstr (remark, "the latest of each workbook is kept"));
  test_store_close (store);
  test_store_close (other);
}

/* What a program that was killed left half done is neither listed nor left for ever. */
static void
test_half_a_backup_is_none (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_make_document (desk);
  TlStore *store = test_store_open_file (path);
  g_autofree char *folder = tl_backup_get_folder (tl_store_get_document (store));
  g_autofree char *partial = g_build_filename (folder, "making.partial", NULL);
  g_autofree char *stream = g_build_filename (folder, ".goutputstream-ABCDEF", NULL);
  g_autofree char *stranger = g_build_filename (folder, "notes.throughline", NULL);
  g_autoptr (TlBackup) made = NULL;
  guint n;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (partial, "SQLite", -1, NULL));
  g_assert_true (g_file_set_contents (stream, "SQL", -1, NULL));
  g_assert_true (g_file_set_contents (stranger, "Mine", -1, NULL));
  g_assert_cmpuint (count_backups (store), ==, 0);
  made = back_up (store, TL_BACKUP_OCCASION_DAY, "2026-06-09");
  g_assert_cmpuint (count_backups (store), ==, 1);
  g_assert_false (g_file_test (partial, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (stream, G_FILE_TEST_EXISTS));
  test_assert_content (stranger, "Mine", strlen ("Mine"));

  /* Nor do backups become more files with each day. */
  n = count_files (store);
  test_store_rename_first (store, "Falls at night");
  g_clear_pointer (&made, tl_backup_free);
  made = back_up (store, TL_BACKUP_OCCASION_NOW, "2026-06-09");
  g_assert_cmpuint (count_files (store), ==, n);

  g_assert_true (tl_backup_remove_all (tl_store_get_document (store), NULL));
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  test_store_close (store);
}

/* A document may be closed at once: its backup is made even so, and it is found by where the document is. */
static void
test_closing_does_not_stop_it (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_make_document (desk);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *address = g_file_get_uri (file);
  TlStore *store = test_store_open_file (path);
  TlId document = *tl_store_get_document (store), found;
  g_autoptr (GAsyncResult) result = NULL, closed = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *remark = NULL;

  g_assert_false (tl_backup_find_document (address, &found));
  tl_store_back_up_async (store, TL_BACKUP_OCCASION_DAY, read_day ("2026-06-09"), MORNING, NULL, test_keep_cb, &result);
  tl_store_close_async (store, test_keep_cb, &closed);
  while (result == NULL || closed == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (tl_store_back_up_finish (store, result, NULL, &remark, NULL));
  g_assert_true (tl_store_close_finish (store, closed, NULL));
  g_clear_object (&store);

  backups = tl_backup_list (&document, NULL);
  g_assert_cmpuint (backups->len, ==, 1);
  g_assert_true (tl_backup_find_document (address, &found));
  g_assert_true (tl_id_equal (&found, &document));
  g_assert_false (tl_backup_find_document ("file:///elsewhere.throughline", &found));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/backup/sound-document", test_a_backup_is_a_sound_document);
  g_test_add_func ("/backup/one-a-day", test_one_a_day);
  g_test_add_func ("/backup/ten-days", test_ten_days);
  g_test_add_func ("/backup/not-verified", test_what_does_not_verify_is_no_backup);
  g_test_add_func ("/backup/no-room", test_no_room_disturbs_nothing);
  g_test_add_func ("/backup/room-is-shared", test_room_is_shared);
  g_test_add_func ("/backup/half-made", test_half_a_backup_is_none);
  g_test_add_func ("/backup/closing", test_closing_does_not_stop_it);

  return g_test_run ();
}
