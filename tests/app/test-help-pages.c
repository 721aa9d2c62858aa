/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-test.h"

#include <string.h>

#include "tl-checks.h"
#include "tl-help-library.h"
#include "tl-help-text.h"

/* ── What is written ──────────────────────────────────────────────────────── */

static void
assert_leads_somewhere (const char *address,
                        const char *page)
{
  TlHelpPlace place;

  if (!tl_help_library_find (tl_help_library_get (), address, &place))
    g_error ("%s: there is no page or section “%s”", page, address);
}

static void
assert_links_lead_somewhere (const char *markup,
                             const char *page)
{
  for (const char *at = strstr (markup, "href=\""); at != NULL; at = strstr (at + 1, "href=\""))
    {
      const char *start = at + strlen ("href=\"");
      g_autofree char *address = g_strndup (start, (gsize) (strchr (start, '"') - start));

      assert_leads_somewhere (address, page);
    }
}

static void
assert_is_a_picture (const char *file,
                     const char *page)
{
  g_autofree char *path = g_strconcat (TL_HELP_RESOURCES "figures/", file, NULL);
  g_autoptr (GdkTexture) texture = NULL;

  if (!g_resources_get_info (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL))
    g_error ("%s: there is no picture %s", page, file);
  texture = gdk_texture_new_from_resource (path);
  g_assert_cmpint (gdk_texture_get_width (texture), >, 300);
}

static void
assert_words_are_well_formed (const char *words,
                              const char *page)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *markup = tl_help_text_dup_markup (words, &error);

  if (markup == NULL)
    g_error ("%s: %s in “%s”", page, error->message, words);
  assert_links_lead_somewhere (markup, page);
}

/* Every link leads somewhere, every picture is there and is described, and all that is written can be shown. */
static void
test_pages_are_whole (void)
{
  TlHelpLibrary *library = tl_help_library_get ();

  for (guint i = 0; i < tl_help_library_get_n_pages (library); i++)
    {
      const TlHelpPage *page = tl_help_library_get_page (library, i);

      assert_words_are_well_formed (page->title, page->id);
      assert_words_are_well_formed (page->summary, page->id);
      for (guint j = 0; j < page->blocks->len; j++)
        {
          const TlHelpBlock *block = tl_help_page_get_block (page, j);

          assert_words_are_well_formed (block->text, page->id);
          g_assert_cmpstr (block->text, !=, "");
          if (block->kind == TL_HELP_BLOCK_FIGURE)
            assert_is_a_picture (block->target, page->id);
          if (block->kind == TL_HELP_BLOCK_LINK)
            assert_leads_somewhere (block->text, page->id);
        }
    }
}

static void
assert_is_offered (const char *words,
                   const char *offered)
{
  g_autoptr (GString) line = g_string_new (words);
  g_autofree char *wanted = NULL;

  g_string_replace (line, "\"", "\\\"", 0);
  wanted = g_strdup_printf ("\nmsgid \"%s\"\n", line->str);
  if (strstr (offered, wanted) == NULL)
    g_error ("Whoever translates never sees “%s”", words);
}

/* What the program asks gettext for is, letter by letter, what is taken from the pages for those who translate. */
static void
test_every_word_can_be_translated (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "help", NULL);
  g_autofree char *command = g_strdup_printf ("cd '%s' && GETTEXTDATADIRS=. xgettext --from-code=UTF-8 --no-wrap --output=- C/*.page", folder);
  const char *arguments[] = { "sh", "-c", command, NULL };
  TlHelpLibrary *library = tl_help_library_get ();
  g_autoptr (GError) error = NULL;
  g_autofree char *offered = NULL;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &offered, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < tl_help_library_get_n_pages (library); i++)
    {
      const TlHelpPage *page = tl_help_library_get_page (library, i);

      assert_is_offered (page->title, offered);
      assert_is_offered (page->summary, offered);
      for (guint j = 0; j < page->blocks->len; j++)
        {
          const TlHelpBlock *block = tl_help_page_get_block (page, j);

          if (block->kind != TL_HELP_BLOCK_CODE && block->kind != TL_HELP_BLOCK_LINK)
            assert_is_offered (block->text, offered);
        }
    }
}

/* Every file is among the contents, under its own name and once. */
static void
test_every_page_is_in_the_contents (void)
{
  g_auto (GStrv) files = g_resources_enumerate_children (TL_HELP_RESOURCES, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  TlHelpLibrary *library = tl_help_library_get ();
  guint n_files = 0;

  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autofree char *id = g_strndup (files[i], strlen (files[i]) - strlen (".page"));
      TlHelpPlace place;

      if (!g_str_has_suffix (files[i], ".page"))
        continue;
      n_files++;
      if (!tl_help_library_find (library, id, &place))
        g_error ("%s isn’t in the contents, or calls itself something else", files[i]);
    }
  g_assert_cmpuint (n_files, ==, tl_help_library_get_n_pages (library));
}

/* What each check finds is told in a section of its own, and no section tells of a check that there isn't. */
static void
test_every_check_is_described (void)
{
  TlHelpLibrary *library = tl_help_library_get ();
  guint n_checks, n_sections = 0;
  const TlCheck *checks = tl_checks_list (&n_checks);

  for (guint i = 0; i < n_checks; i++)
    {
      g_autofree char *address = g_strconcat ("#", checks[i].id, NULL);
      TlHelpPlace place;

      if (!tl_help_library_find (library, address, &place))
        g_error ("The check %s isn’t described", checks[i].id);
      g_assert_true (g_str_has_prefix (place.page->id, "checks-"));
    }
  for (guint i = 0; i < tl_help_library_get_n_pages (library); i++)
    {
      const TlHelpPage *page = tl_help_library_get_page (library, i);

      for (guint j = 0; j < page->blocks->len; j++)
        n_sections += g_str_has_prefix (page->id, "checks-")
                      && tl_help_page_get_block (page, j)->kind == TL_HELP_BLOCK_HEADING;
    }
  g_assert_cmpuint (n_sections, ==, n_checks);
}

/* What can't be read is refused, and a translation that isn't well formed isn't shown. */
static void
test_refuses (void)
{
  static const char * const wrong[] = {
    "<page id='a'><title>A</title></page>",
    "<page id='a'><title>A</title><desc>B</desc><p>C</page>",
    "<page id='a'><title>A</title><desc>B</desc><script>C</script></page>",
    "<page id='a'><title>A</title><desc>B</desc>loose words</page>",
    "<page id='a' more='b'><title>A</title><desc>B</desc></page>",
    "<page><title>A</title><desc>B</desc></page>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (wrong[i], strlen (wrong[i]));
      g_autoptr (GError) error = NULL;

      g_assert_null (tl_help_page_parse (bytes, &error));
      g_assert_nonnull (error);
    }
  g_assert_null (tl_help_text_dup_markup ("an <b>open end", NULL));
  g_assert_null (tl_help_text_dup_markup ("a <span font='99'>loud</span> word", NULL));
  g_assert_null (tl_help_text_dup_markup ("a <link>way</link> to nowhere", NULL));
}

/* ── Search ───────────────────────────────────────────────────────────────── */

static void
assert_finds_first (const char *text,
                    const char *page,
                    const char *section)
{
  g_autoptr (GArray) places = tl_help_library_search (tl_help_library_get (), text);
  const TlHelpPlace *place = NULL;

  g_assert_cmpuint (places->len, >, 0);
  place = &g_array_index (places, TlHelpPlace, 0);
  g_assert_cmpstr (place->page->id, ==, page);
  g_assert_cmpstr (place->section != NULL ? place->section->target : NULL, ==, section);
}

static void
test_search (void)
{
  g_autoptr (GArray) none = tl_help_library_search (tl_help_library_get (), "closing zebra");

  assert_finds_first ("BACKUPS", "backups", NULL);
  assert_finds_first ("hid place av", "checks-places", "variation-hidden");
  assert_finds_first ("create-usb", "installing", "runtime");
  g_assert_cmpuint (none->len, ==, 0);
}

static void
add_tests (void)
{
  g_test_add_func ("/help-pages/pages-are-whole", test_pages_are_whole);
  g_test_add_func ("/help-pages/every-word-can-be-translated", test_every_word_can_be_translated);
  g_test_add_func ("/help-pages/every-page-is-in-the-contents", test_every_page_is_in_the_contents);
  g_test_add_func ("/help-pages/every-check-is-described", test_every_check_is_described);
  g_test_add_func ("/help-pages/refuses", test_refuses);
  g_test_add_func ("/help-pages/search", test_search);
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
