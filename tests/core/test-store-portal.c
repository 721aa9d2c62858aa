/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-killing.h"
#include "support/test-portal.h"

#include <glib/gstdio.h>

#define N_KILLS 6

/* A sandboxed program opens and saves through the document portal's file system, which has ways of its own. */

/* One for all, since a bus is made while there is a single thread. */
static TestPortal *portal;

static void
set_up (TestDesk      **desk,
        gconstpointer   data)
{
  *desk = test_desk_new ();
  if (portal == NULL)
    g_test_skip ("the document portal can’t mount its file system here");
}

static void
tear_down (TestDesk      **desk,
           gconstpointer   data)
{
  g_clear_pointer (desk, test_desk_free);
}

/* Of a folder that has one document nothing else is left. */
static void
assert_title (TestDesk   *desk,
              const char *path,
              const char *ref,
              const char *title)
{
  test_store_check_title (path, ref, title);
  tl_store_set_folder (desk->copies);
  g_assert_cmpuint (test_desk_count_files (desk), ==, 1);
}

static void
test_saved_is_in_the_file (TestDesk      **desk,
                           gconstpointer   data)
{
  g_autofree char *path = NULL, *seen = NULL;
  TlStore *store;
  GStatBuf before, after;
  guint n_copies;

  if (portal == NULL)
    return;
  path = test_desk_make_document (*desk);
  g_assert_cmpint (g_chmod (path, 0640), ==, 0);
  g_assert_cmpint (g_stat (path, &before), ==, 0);
  seen = test_portal_choose (portal, path, TEST_PORTAL_READ_AND_WRITE);

  store = test_store_open_file (seen);
  g_assert_false (tl_store_get_read_only (store));
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *title = g_strdup_printf ("Falls %u", i);

      test_store_rename_first (store, title);
      test_store_save (store, NULL);
      g_assert_false (tl_store_get_unsaved (store));
      assert_title (*desk, path, "R1", title);
      assert_title (*desk, seen, "R1", title);
    }
  test_store_close (store);

  /* Replaced as a whole, never written into, and as open to others as it was. */
  g_assert_cmpint (g_stat (path, &after), ==, 0);
  g_assert_cmpuint (before.st_ino, !=, after.st_ino);
  g_assert_cmpint (after.st_mode & 07777, ==, 0640);

  /* Chosen once, it is the same document when it is next opened. */
  n_copies = test_desk_count_copies (*desk);
  store = test_store_open_file (seen);
  g_assert_cmpuint (test_desk_count_copies (*desk), ==, n_copies);
  test_store_close (store);
}

/* As after Save As… */
static void
test_file_that_is_not_there_yet (TestDesk      **desk,
                                 gconstpointer   data)
{
  g_autofree char *path = NULL, *seen = NULL;
  TlStore *store;

  if (portal == NULL)
    return;
  path = test_desk_path (*desk, "new.throughline");
  seen = test_portal_choose (portal, path, TEST_PORTAL_READ_AND_WRITE);
  store = test_store_new (NULL);
  test_store_add_risk (store, "R1", "Falls");
  test_store_save (store, seen);
  assert_title (*desk, path, "R1", "Falls");
  test_store_rename_first (store, "Falls at night");
  test_store_save (store, NULL);
  test_store_close (store);
  assert_title (*desk, path, "R1", "Falls at night");
}

/* Somebody outside, on the shared drive, has saved meanwhile. */
static void
test_others_changes_are_taken_in (TestDesk      **desk,
                                  gconstpointer   data)
{
  g_autofree char *path = NULL, *seen = NULL;
  TlStore *ours;

  if (portal == NULL)
    return;
  path = test_desk_make_document (*desk);
  seen = test_portal_choose (portal, path, TEST_PORTAL_READ_AND_WRITE);
  ours = test_store_open_file (seen);
  test_store_rename_first (ours, "Falls, as we see them");
  {
    g_autoptr (TestDesk) other_desk = test_desk_new ();
    TlStore *theirs = test_store_open_file (path);

    test_store_add_risk (theirs, "R2", "Late calls");
    test_store_save (theirs, NULL);
    test_store_close (theirs);
    tl_store_set_folder ((*desk)->copies);
  }
  test_store_save (ours, NULL);
  test_store_close (ours);
  assert_title (*desk, path, "R1", "Falls, as we see them");
  assert_title (*desk, path, "R2", "Late calls");
}

static void
test_file_that_may_only_be_read (TestDesk      **desk,
                                 gconstpointer   data)
{
  g_autofree char *path = NULL, *seen = NULL, *content = NULL;
  g_autoptr (TlSnapshot) snapshot = NULL;
  gsize length;
  TlStore *store;

  if (portal == NULL)
    return;
  path = test_desk_make_document (*desk);
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  seen = test_portal_choose (portal, path, TEST_PORTAL_READ);

  store = test_store_open_file (seen);
  g_assert_true (tl_store_get_read_only (store));
  snapshot = test_store_load (store);
  g_assert_cmpstr (test_store_get_title (snapshot, "R1"), ==, "Falls");
  test_store_close (store);
  test_assert_content (path, content, length);
}

static void
assert_cannot_save_where_it_was (TestDesk   *desk,
                                 TlStore    *store,
                                 const char *renamed)
{
  test_store_assert_cannot_save (store, NULL, TL_STORE_ERROR_NOT_FOUND, "may have been moved, renamed or removed");
  g_assert_true (tl_store_get_unsaved (store));
  assert_title (desk, renamed, "R1", "Falls");
}

/* Renamed or moved outside, it disappears from where the sandbox saw it, and comes back under another name. */
static void
test_file_that_was_renamed_outside (TestDesk      **desk,
                                    gconstpointer   data)
{
  g_autofree char *path = NULL, *seen = NULL, *renamed = NULL, *seen_again = NULL;
  TlStore *store;

  if (portal == NULL)
    return;
  path = test_desk_make_document (*desk);
  renamed = test_desk_path (*desk, "renamed.throughline");
  seen = test_portal_choose (portal, path, TEST_PORTAL_READ_AND_WRITE);
  store = test_store_open_file (seen);
  test_store_rename_first (store, "Falls at night");
  g_assert_cmpint (g_rename (path, renamed), ==, 0);
  seen_again = test_portal_choose (portal, renamed, TEST_PORTAL_READ_AND_WRITE);
  g_assert_cmpstr (seen, !=, seen_again);

  assert_cannot_save_where_it_was (*desk, store, renamed);
  test_store_save (store, seen_again);
  test_store_close (store);
  assert_title (*desk, renamed, "R1", "Falls at night");
}

static void
test_write_that_fails (TestDesk      **desk,
                       gconstpointer   data)
{
  g_autofree char *path = NULL, *seen = NULL, *content = NULL;
  TlStore *store;
  gsize length;

  if (portal == NULL)
    return;
  path = test_desk_make_document (*desk);
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  seen = test_portal_choose (portal, path, TEST_PORTAL_READ_AND_WRITE);
  store = test_store_open_file (seen);
  test_store_rename_first (store, "Falls at night");

  test_portal_limit (portal, length / 2);
  test_store_assert_cannot_save (store, NULL, TL_STORE_ERROR_FAILED, "can’t be saved");
  g_assert_true (tl_store_get_unsaved (store));
  test_assert_content (path, content, length);
  g_assert_cmpuint (test_desk_count_files (*desk), ==, 1);

  test_portal_limit (portal, 0);
  test_store_save (store, NULL);
  test_store_close (store);
  assert_title (*desk, path, "R1", "Falls at night");
}

static void
test_no_kept_edit_is_lost (TestDesk      **desk,
                           gconstpointer   data)
{
  g_autofree char *path = NULL, *seen = NULL;

  if (portal == NULL)
    return;
  path = test_make_numbered (*desk);
  seen = test_portal_choose (portal, path, TEST_PORTAL_READ_AND_WRITE);
  test_survive_kills (*desk, path, seen, N_KILLS);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  test_killing_init (argc, argv);
  g_test_init (&argc, &argv, NULL);
  portal = test_portal_new ();
#define ADD(path, function) g_test_add (path, TestDesk *, NULL, set_up, function, tear_down)
  ADD ("/store/portal/saved-is-in-the-file", test_saved_is_in_the_file);
  ADD ("/store/portal/file-that-is-not-there-yet", test_file_that_is_not_there_yet);
  ADD ("/store/portal/others-changes-are-taken-in", test_others_changes_are_taken_in);
  ADD ("/store/portal/file-that-may-only-be-read", test_file_that_may_only_be_read);
  ADD ("/store/portal/file-that-was-renamed-outside", test_file_that_was_renamed_outside);
  ADD ("/store/portal/write-that-fails", test_write_that_fails);
  ADD ("/store/portal/no-kept-edit-is-lost", test_no_kept_edit_is_lost);
#undef ADD

  result = g_test_run ();
  g_clear_pointer (&portal, test_portal_free);
  return result;
}
