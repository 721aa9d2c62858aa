/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-practice.h"

#include <string.h>

#include "test-folder.h"
#include "test-store.h"
#include "tl-import-plan.h"

char *
test_practice_get_folder (void)
{
  return g_test_build_filename (G_TEST_DIST, "..", "data", "practice", NULL);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* Returns: (transfer full): the names of all cases */
char **
test_practice_list (void)
{
  g_autofree char *folder = test_practice_get_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *names = g_ptr_array_new ();
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *page = g_build_filename (folder, name, "case.json", NULL);

      if (g_file_test (page, G_FILE_TEST_EXISTS))
        g_ptr_array_add (names, g_strdup (name));
    }
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (names, FALSE);
}

TestPractice *
test_practice_read (const char *id)
{
  TestPractice *self = g_new0 (TestPractice, 1);
  g_autofree char *cases = test_practice_get_folder ();
  g_autofree char *folder = g_build_filename (cases, id, NULL);
  g_autoptr (GFile) page = g_file_new_build_filename (folder, "case.json", NULL);
  g_autoptr (TestDesk) desk = test_desk_new ();
  TlStore *store = test_store_new (id);
  g_autoptr (TlSnapshot) empty = test_store_load (store);
  g_autoptr (TlImportPlan) plan = tl_import_plan_new (empty, test_folder_read (folder));
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (tl_import_plan_get_n_problems (plan), ==, 0);
  test_store_apply (store, tl_import_plan_get_change (plan, FALSE));
  self->snapshot = test_store_load (store);
  test_store_close (store);
  self->assessment = tl_assessment_new (self->snapshot, tl_snapshot_get_today (self->snapshot));
  self->page = tl_practice_case_load_page (page, id, NULL, &error);
  g_assert_no_error (error);
  return self;
}

void
test_practice_free (TestPractice *self)
{
  g_object_unref (self->page);
  tl_assessment_unref (self->assessment);
  tl_snapshot_unref (self->snapshot);
  g_free (self);
}

/* Returns: (transfer full): what an expert would say, kept beside the tests */
TlPracticeRun *
test_practice_read_expert (const char *id)
{
  g_autofree char *name = g_strconcat (id, ".ini", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "practice", name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length = 0;
  TlPracticeRun *run = NULL;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  run = tl_practice_run_parse (text, length, &error);
  g_assert_no_error (error);
  return run;
}
