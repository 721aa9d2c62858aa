/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-store.h"

#include <sys/syscall.h>
#include <unistd.h>

/* Another program that looked at a document before we saved may put its own into the same place just after. Here it
 * does, at the moment when ours has taken its place. */

static const char *place;
static GPtrArray *others;
static guint n_done;

int rename (const char *from,
            const char *to);

/* GIO comes here when it lets a file take another's place, and this is the program that overtakes it. */
int
rename (const char *from,
        const char *to)
{
  int result = (int) syscall (SYS_rename, from, to);

  if (result == 0 && others != NULL && n_done < others->len && g_strcmp0 (to, place) == 0)
    {
      GBytes *content = g_ptr_array_index (others, n_done++);

      g_assert_true (g_file_set_contents_full (to, g_bytes_get_data (content, NULL), (gssize) g_bytes_get_size (content),
                                               G_FILE_SET_CONTENTS_NONE, 0600, NULL));
    }
  return result;
}

typedef struct
{
  TestDesk *desk;
  char *path;
  GPtrArray *contents;
} Fixture;

static GBytes *
read_file (const char *path)
{
  char *content;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  return g_bytes_new_take (content, length);
}

/* What the document was at first, and what somebody else saves after each of two changes of theirs. */
static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  TlStore *store;

  self->desk = test_desk_new ();
  self->path = test_desk_make_document (self->desk);
  self->contents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_ptr_array_add (self->contents, read_file (self->path));
  {
    g_autoptr (TestDesk) elsewhere = test_desk_new ();

    store = test_store_open_file (self->path);
    for (guint i = 2; i < 4; i++)
      {
        g_autofree char *ref = g_strdup_printf ("R%u", i);

        test_store_add_risk (store, ref, "Late calls");
        test_store_save (store, NULL);
        g_ptr_array_add (self->contents, read_file (self->path));
      }
    test_store_close (store);
  }
  tl_store_set_folder (self->desk->copies);
  g_assert_true (g_file_set_contents (self->path, g_bytes_get_data (self->contents->pdata[0], NULL),
                                      (gssize) g_bytes_get_size (self->contents->pdata[0]), NULL));
  place = self->path;
  n_done = 0;
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_clear_pointer (&others, g_ptr_array_unref);
  g_ptr_array_unref (self->contents);
  g_free (self->path);
  test_desk_free (self->desk);
}

/* From now on @n of the documents, from @first on, overtake ours, one at each save. */
static void
let_overtake (Fixture *self,
              guint    first,
              guint    n)
{
  others = g_ptr_array_new ();
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (others, g_ptr_array_index (self->contents, first + i));
}

static void
test_once (Fixture       *self,
           gconstpointer  data)
{
  TlStore *store = test_store_open_file (self->path);

  test_store_rename_first (store, "Falls at night");
  let_overtake (self, 1, 1);
  test_store_save (store, NULL);
  g_assert_cmpuint (n_done, ==, 1);
  test_store_close (store);
  test_store_check_title (self->path, "R1", "Falls at night");
  test_store_check_title (self->path, "R2", "Late calls");
}

/* That the file is sound but somebody else's is no reason to warn of a broken disk. */
static void
test_again_and_again (Fixture       *self,
                      gconstpointer  data)
{
  TlStore *store = test_store_open_file (self->path);

  test_store_rename_first (store, "Falls at night");
  let_overtake (self, 1, 2);
  test_store_assert_cannot_save (store, NULL, TL_STORE_ERROR_CONFLICT, "being changed by somebody else");
  g_assert_cmpuint (n_done, ==, 2);
  g_assert_true (tl_store_get_unsaved (store));
  test_store_save (store, NULL);
  test_store_close (store);
  test_store_check_title (self->path, "R1", "Falls at night");
  test_store_check_title (self->path, "R3", "Late calls");
}

/* Where what was there before comes back, the place isn't to be trusted. */
static void
test_with_what_was_there (Fixture       *self,
                          gconstpointer  data)
{
  TlStore *store = test_store_open_file (self->path);

  test_store_rename_first (store, "Falls at night");
  let_overtake (self, 0, 1);
  test_store_assert_cannot_save (store, NULL, TL_STORE_ERROR_CORRUPT, "isn’t what was written");
  g_assert_true (tl_store_get_unsaved (store));
  test_store_save (store, NULL);
  test_store_close (store);
  test_store_check_title (self->path, "R1", "Falls at night");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/overwritten/once", Fixture, NULL, set_up, test_once, tear_down);
  g_test_add ("/overwritten/again-and-again", Fixture, NULL, set_up, test_again_and_again, tear_down);
  g_test_add ("/overwritten/with-what-was-there", Fixture, NULL, set_up, test_with_what_was_there, tear_down);
  return g_test_run ();
}
