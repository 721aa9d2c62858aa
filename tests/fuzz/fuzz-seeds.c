/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-seeds.h"

#include <string.h>

/* What a reader begins from: its files in seeds, and what it makes itself. */
GPtrArray *
fuzz_read_seeds (void)
{
  GPtrArray *seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autofree char *folder = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "fuzz", "seeds", fuzz_target.name, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_build_filename (folder, name, NULL));
  g_ptr_array_sort_values (names, (GCompareFunc) strcmp);
  for (guint i = 0; i < names->len; i++)
    {
      char *content;
      gsize length;

      g_assert_true (g_file_get_contents (g_ptr_array_index (names, i), &content, &length, NULL));
      g_ptr_array_add (seeds, g_bytes_new_take (content, length));
    }
  if (fuzz_target.begin != NULL)
    fuzz_target.begin (seeds);
  g_assert_cmpuint (seeds->len, >, 0);
  return seeds;
}
