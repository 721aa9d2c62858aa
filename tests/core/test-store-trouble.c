/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-store.h"

#include <glib/gstdio.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tl-saver.h"

#define NOBODY 65534

static gsize
get_length (const char *path)
{
  GStatBuf found;

  g_assert_cmpint (g_stat (path, &found), ==, 0);
  return (gsize) found.st_size;
}

/* As somebody who isn't allowed to. */
static void
test_folder_without_permission_subprocess (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *folder = test_desk_path (desk, "shared");
  g_autofree char *path = g_build_filename (folder, "a.throughline", NULL);
  g_autofree char *kept = g_build_filename (folder, "kept.throughline", NULL);
  g_autofree char *content = NULL;
  g_autoptr (TlChange) change = tl_change_new ("test");
  g_autoptr (TlChange) applied = NULL;
  g_autoptr (GError) error = NULL;
  TlStore *store;
  gsize length;
  TlId risk;

  if (geteuid () == 0)
    {
      g_assert_cmpint (chown (desk->folder, NOBODY, NOBODY), ==, 0);
      g_assert_cmpint (setgid (NOBODY), ==, 0);
      g_assert_cmpint (setuid (NOBODY), ==, 0);
    }
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  store = test_store_new (NULL);
  risk = test_store_add_risk (store, "R1", "Falls");
  test_store_save (store, path);
  test_store_rename_risk (store, &risk, "Falls at night");
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));

  /* A folder that doesn't allow new files: the file itself could be overwritten, and must not be. */
  g_assert_cmpint (g_chmod (folder, 0500), ==, 0);
  test_store_assert_cannot_save (store, NULL, TL_STORE_ERROR_READ_ONLY, "can’t be saved here: its folder doesn’t allow it");
  test_assert_content (path, content, length);
  g_assert_true (tl_store_get_unsaved (store));

  /* A file that may only be read, in a folder where it could be replaced. */
  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
  g_assert_cmpint (g_chmod (path, 0400), ==, 0);
  test_store_assert_cannot_save (store, NULL, TL_STORE_ERROR_READ_ONLY, "the file may only be read");
  test_assert_content (path, content, length);
  test_store_close (store);

  store = test_store_open_file (path);
  g_assert_true (tl_store_get_read_only (store));
  g_assert_cmpint (tl_store_get_read_only_reason (store), ==, TL_READ_ONLY_REASON_PERMISSION);
  g_assert_true (tl_store_get_unsaved (store));
  tl_change_set_text (change, "risk", &risk, "title", "x");
  applied = test_store_try (store, change, &error);
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  test_store_save (store, kept);
  g_assert_false (tl_store_get_read_only (store));
  test_store_rename_first (store, "Falls by day");
  test_store_save (store, NULL);
  test_store_close (store);
  test_store_check_title (kept, "R1", "Falls by day");

  /* A file that may not even be read. */
  g_assert_cmpint (g_chmod (path, 0000), ==, 0);
  {
    g_autoptr (TlIdSource) ids = tl_id_source_new_seeded ("x", 0);

    store = test_store_open (TL_STORE_ORIGIN_COPY, path, ids, &error);
    g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_FAILED);
    g_assert_nonnull (strstr (error->message, "you have no permission"));
  }
  g_print ("done\n");
}

/* As somebody whose permission was taken and is given back: what was kept is saved by itself, and editing is on again. */
static void
test_permission_given_back_subprocess (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = NULL;
  g_autoptr (TlSaver) saver = NULL;
  TlStore *store;

  if (geteuid () == 0)
    {
      g_assert_cmpint (chown (desk->folder, NOBODY, NOBODY), ==, 0);
      g_assert_cmpint (setgid (NOBODY), ==, 0);
      g_assert_cmpint (setuid (NOBODY), ==, 0);
    }
  path = test_desk_make_document (desk);
  store = test_store_open_file (path);
  test_store_rename_first (store, "Falls at night");
  test_store_close (store);
  g_assert_cmpint (g_chmod (path, 0400), ==, 0);

  store = test_store_open_file (path);
  saver = tl_saver_new (store, 1);
  g_assert_cmpint (tl_saver_get_state (saver), ==, TL_SAVED_STATE_READ_ONLY);
  g_assert_cmpstr (tl_saver_get_reason (saver), ==, "the file may only be read");
  g_assert_nonnull (strstr (tl_saver_get_problem (saver), "Your changes are kept on this computer"));
  g_assert_cmpint (g_chmod (path, 0600), ==, 0);
  while (tl_saver_get_state (saver) != TL_SAVED_STATE_SAVED)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (tl_store_get_read_only (store));
  test_store_rename_first (store, "Falls by day");
  while (tl_saver_get_state (saver) != TL_SAVED_STATE_SAVED)
    g_main_context_iteration (NULL, TRUE);
  g_clear_object (&saver);
  test_store_close (store);
  test_store_check_title (path, "R1", "Falls by day");
  g_print ("done\n");
}

static void
test_permission_given_back (void)
{
  g_test_trap_subprocess ("/store/trouble/permission-given-back/subprocess", 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stdout ("*done*");
}

static void
test_folder_without_permission (void)
{
  g_test_trap_subprocess ("/store/trouble/folder-without-permission/subprocess", 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stdout ("*done*");
}

static void
write_to (const char *path,
          const char *format,
          guint       number)
{
  FILE *file = g_fopen (path, "w");

  if (file == NULL)
    return;
  fprintf (file, format, number);
  fclose (file);
}

/* A small disk, which only this process sees. */
static gboolean
mount_small_disk (const char *path)
{
  gboolean root = geteuid () == 0;
  uid_t user = geteuid ();
  gid_t group = getegid ();

  if (unshare (root ? CLONE_NEWNS : CLONE_NEWNS | CLONE_NEWUSER) != 0)
    return FALSE;
  if (!root)
    {
      /* GLib's test programs don't leave cores, and so may not write here. */
      prctl (PR_SET_DUMPABLE, 1);
      write_to ("/proc/self/setgroups", "deny", 0);
      write_to ("/proc/self/uid_map", "0 %u 1", user);
      write_to ("/proc/self/gid_map", "0 %u 1", group);
    }
  mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL);
  return mount ("none", path, "tmpfs", 0, "size=1500k") == 0;
}

static gboolean
can_mount (const char *path)
{
  pid_t child = fork ();
  int status = 0;

  if (child == 0)
    _exit (mount_small_disk (path) ? 0 : 1);
  return child > 0 && waitpid (child, &status, 0) == child && WIFEXITED (status) && WEXITSTATUS (status) == 0;
}

static void
test_full_disk_subprocess (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *disk = test_desk_path (desk, "disk");
  g_autofree char *path = g_build_filename (disk, "a.throughline", NULL);
  g_autofree char *other = g_build_filename (disk, "b.throughline", NULL);
  g_autofree char *content = NULL;
  TlStore *store;
  gsize length;

  g_assert_cmpint (g_mkdir (disk, 0700), ==, 0);
  g_assert_true (mount_small_disk (disk));
  store = test_store_new (NULL);
  test_store_add_risk (store, "R1", "Falls");
  test_store_save (store, path);
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));

  test_store_add_paragraphs (store, 300);
  test_store_assert_cannot_save (store, NULL, TL_STORE_ERROR_FULL, "the disk is full");
  test_assert_content (path, content, length);
  test_store_assert_cannot_save (store, other, TL_STORE_ERROR_FULL, "b.throughline");
  g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));
  g_assert_true (tl_store_get_unsaved (store));
  {
    g_autoptr (GDir) left = g_dir_open (disk, 0, NULL);

    g_assert_cmpstr (g_dir_read_name (left), ==, "a.throughline");
    g_assert_null (g_dir_read_name (left));
  }

  /* With room it can be saved after all. */
  g_assert_cmpint (mount ("none", disk, "tmpfs", MS_REMOUNT, "size=8m"), ==, 0);
  test_store_save (store, NULL);
  test_store_close (store);
  umount (disk);
  g_print ("done\n");
}

static void
test_full_disk (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();

  if (!can_mount (desk->folder))
    {
      g_test_skip ("Nothing can be mounted here");
      return;
    }
  g_test_trap_subprocess ("/store/trouble/full-disk/subprocess", 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stdout ("*done*");
}

/* A disk that fails in the middle. */
static void
test_write_that_fails_subprocess (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_make_document (desk);
  g_autofree char *other = test_desk_path (desk, "b.throughline");
  g_autofree char *content = NULL;
  TlStore *store = test_store_open_file (path);
  struct rlimit limit;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  test_store_add_paragraphs (store, 400);
  /* This brings everything into the working copy's own file, so that only the document's is too long below. */
  test_store_assert_cannot_save (store, "/sys/a.throughline", TL_STORE_ERROR_READ_ONLY, "/sys");

  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &limit);
  limit.rlim_cur = length + 100000;
  setrlimit (RLIMIT_FSIZE, &limit);
  {
    g_autoptr (GError) error = NULL;

    g_assert_false (test_store_try_save (store, NULL, &error));
    g_assert_nonnull (strstr (error->message, "a.throughline” can’t be saved"));
    g_clear_error (&error);
    g_assert_false (test_store_try_save (store, other, &error));
    g_assert_nonnull (strstr (error->message, "b.throughline” can’t be saved"));
  }
  test_assert_content (path, content, length);
  g_assert_cmpuint (test_desk_count_files (desk), ==, 1);
  limit.rlim_cur = limit.rlim_max;
  setrlimit (RLIMIT_FSIZE, &limit);

  test_store_save (store, NULL);
  g_assert_cmpuint (get_length (path), >, length + 100000);
  test_store_close (store);
  g_print ("done\n");
}

static void
test_write_that_fails (void)
{
  g_test_trap_subprocess ("/store/trouble/write-that-fails/subprocess", 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stdout ("*done*");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/trouble/folder-without-permission", test_folder_without_permission);
  g_test_add_func ("/store/trouble/folder-without-permission/subprocess", test_folder_without_permission_subprocess);
  g_test_add_func ("/store/trouble/permission-given-back", test_permission_given_back);
  g_test_add_func ("/store/trouble/permission-given-back/subprocess", test_permission_given_back_subprocess);
  g_test_add_func ("/store/trouble/full-disk", test_full_disk);
  g_test_add_func ("/store/trouble/full-disk/subprocess", test_full_disk_subprocess);
  g_test_add_func ("/store/trouble/write-that-fails", test_write_that_fails);
  g_test_add_func ("/store/trouble/write-that-fails/subprocess", test_write_that_fails_subprocess);
  return g_test_run ();
}
