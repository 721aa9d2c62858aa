/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-test.h"

/* A picture that no theme has is shown as a broken one, and nothing is said about it. */

/* Named in code or in a view. */
static const char * const patterns[] = { "\"([a-z0-9-]+-symbolic)\"", ">([a-z0-9-]+-symbolic)<",
                                         "<property name=\"icon-name\"[^>]*>([A-Za-z0-9.-]+)<" };

static void
find_names (GFile      *file,
            GHashTable *names)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_load_contents (file, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autoptr (GRegex) regex = g_regex_new (patterns[i], G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
      g_autoptr (GMatchInfo) match = NULL;

      g_regex_match (regex, text, G_REGEX_MATCH_DEFAULT, &match);
      for (; g_match_info_matches (match); g_match_info_next (match, NULL))
        g_hash_table_replace (names, g_match_info_fetch (match, 1), g_file_get_path (file));
    }
}

/* What is bound gets its name in code. */
static void
search (GFile      *folder,
        GHashTable *names)
{
  g_autoptr (GFileEnumerator) children = g_file_enumerate_children (folder, "standard::name,standard::type",
                                                                    G_FILE_QUERY_INFO_NONE, NULL, NULL);
  GFileInfo *info = NULL;
  GFile *child = NULL;

  g_assert_nonnull (children);
  while (g_file_enumerator_iterate (children, &info, &child, NULL, NULL) && info != NULL)
    {
      if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
        search (child, names);
      else if (g_str_has_suffix (g_file_info_get_name (info), ".c") || g_str_has_suffix (g_file_info_get_name (info), ".ui"))
        find_names (child, names);
    }
}

static void
test_every_icon_is_there (void)
{
  static const char * const folders[] = { "src/app", "ui" };
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  /* The platform's own theme, whichever is chosen here, and the program's resources. */
  g_autoptr (GtkIconTheme) theme = gtk_icon_theme_new ();
  g_autoptr (GString) missing = g_string_new (NULL);
  GHashTableIter iter;
  gpointer name, path;

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *root = g_test_build_filename (G_TEST_DIST, "..", folders[i], NULL);
      g_autoptr (GFile) folder = g_file_new_for_path (root);

      search (folder, names);
    }
  g_assert_cmpuint (g_hash_table_size (names), >, 30);

  gtk_icon_theme_set_theme_name (theme, "Adwaita");
  gtk_icon_theme_add_resource_path (theme, "/org/gnome/Adwaita/icons");
  gtk_icon_theme_add_resource_path (theme, "/org/throughline/Throughline/icons");
  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, &path))
    if (!gtk_icon_theme_has_icon (theme, name))
      g_string_append_printf (missing, "\n%s, in %s", (char *) name, (char *) path);
  if (missing->len > 0)
    g_error ("There is no such icon:%s", missing->str);
}

static void
add_tests (void)
{
  g_test_add_func ("/icons/every-icon-is-there", test_every_icon_is_there);
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
