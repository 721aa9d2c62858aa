/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-help-library.h"

#include <string.h>

#include "tl-help-text.h"

/* A page or a section as it is searched: the beginnings of words, without accents and capitals. */
typedef struct
{
  TlHelpPlace place;
  char **heading;
  char **words;
} Passage;

struct _TlHelpLibrary
{
  GObject parent_instance;

  /* In the order of the contents, which come first. */
  GPtrArray *pages;
  /* For each the heading of the contents that it stands under; nothing for the contents themselves. */
  GPtrArray *groups;
  /* Made when something is searched for. */
  GArray *passages;
};

G_DEFINE_FINAL_TYPE (TlHelpLibrary, tl_help_library, G_TYPE_OBJECT)

static TlHelpPage *
load_page (const char *id)
{
  g_autofree char *path = g_strconcat (TL_HELP_RESOURCES, id, ".page", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  TlHelpPage *page = bytes != NULL ? tl_help_page_parse (bytes, &error) : NULL;

  /* They are compiled into the program: a test looks at each. */
  if (page == NULL)
    g_error ("%s: %s", path, error->message);
  return page;
}

/* The contents say which pages there are. */
static void
load_all (TlHelpLibrary *self)
{
  TlHelpPage *index = load_page (TL_HELP_INDEX);
  const char *group = NULL;

  g_ptr_array_add (self->pages, index);
  g_ptr_array_add (self->groups, NULL);
  for (guint i = 0; i < index->blocks->len; i++)
    {
      const TlHelpBlock *block = tl_help_page_get_block (index, i);

      if (block->kind == TL_HELP_BLOCK_HEADING)
        group = block->text;
      if (block->kind != TL_HELP_BLOCK_LINK)
        continue;
      g_ptr_array_add (self->pages, load_page (block->text));
      g_ptr_array_add (self->groups, (gpointer) group);
    }
}

static void
clear_passage (gpointer data)
{
  Passage *passage = data;

  g_strfreev (passage->heading);
  g_strfreev (passage->words);
}

static void
tl_help_library_finalize (GObject *object)
{
  TlHelpLibrary *self = TL_HELP_LIBRARY (object);

  g_ptr_array_unref (self->pages);
  g_ptr_array_unref (self->groups);
  g_clear_pointer (&self->passages, g_array_unref);

  G_OBJECT_CLASS (tl_help_library_parent_class)->finalize (object);
}

static void
tl_help_library_class_init (TlHelpLibraryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_help_library_finalize;
}

static void
tl_help_library_init (TlHelpLibrary *self)
{
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_help_page_free);
  self->groups = g_ptr_array_new ();
  load_all (self);
}

/**
 * tl_help_library_get:
 *
 * Returns: (transfer none): the pages of this program, read when they are first wanted
 */
TlHelpLibrary *
tl_help_library_get (void)
{
  static TlHelpLibrary *library;

  if (library == NULL)
    library = g_object_new (TL_TYPE_HELP_LIBRARY, NULL);
  return library;
}

/**
 * tl_help_library_get_n_pages:
 * @self: the pages
 *
 * Returns: how many there are, the contents included
 */
guint
tl_help_library_get_n_pages (TlHelpLibrary *self)
{
  g_return_val_if_fail (TL_IS_HELP_LIBRARY (self), 0);

  return self->pages->len;
}

/**
 * tl_help_library_get_page:
 * @self: the pages
 * @position: which, in the order of the contents; 0 for the contents themselves
 *
 * Returns: (transfer none): a page
 */
const TlHelpPage *
tl_help_library_get_page (TlHelpLibrary *self,
                          guint          position)
{
  g_return_val_if_fail (TL_IS_HELP_LIBRARY (self), NULL);
  g_return_val_if_fail (position < self->pages->len, NULL);

  return g_ptr_array_index (self->pages, position);
}

/**
 * tl_help_library_get_group:
 * @self: the pages
 * @position: which, in the order of the contents
 *
 * Returns: (transfer none) (nullable): the heading that the page stands under in the contents, not yet translated
 */
const char *
tl_help_library_get_group (TlHelpLibrary *self,
                           guint          position)
{
  g_return_val_if_fail (TL_IS_HELP_LIBRARY (self), NULL);
  g_return_val_if_fail (position < self->pages->len, NULL);

  return g_ptr_array_index (self->groups, position);
}

/**
 * tl_help_library_find:
 * @self: the pages
 * @address: the id of a page, or of a page and a section: "places#pooled"; "#pooled" for a section wherever it is
 * @place: (out): where that is
 *
 * Returns: whether there is such a place
 */
gboolean
tl_help_library_find (TlHelpLibrary *self,
                      const char    *address,
                      TlHelpPlace   *place)
{
  const char *section = strchr (address, '#');
  gsize length = section != NULL ? (gsize) (section - address) : strlen (address);

  g_return_val_if_fail (TL_IS_HELP_LIBRARY (self), FALSE);

  for (guint i = 0; i < self->pages->len; i++)
    {
      const TlHelpPage *page = g_ptr_array_index (self->pages, i);

      if (length > 0 && (strlen (page->id) != length || strncmp (page->id, address, length) != 0))
        continue;
      place->page = page;
      place->section = section != NULL ? tl_help_page_find_section (page, section + 1) : NULL;
      if (section == NULL || place->section != NULL)
        return TRUE;
    }
  return FALSE;
}

/* ── Search ───────────────────────────────────────────────────────────────── */

static void
append_words (GString    *all,
              const char *words)
{
  g_autofree char *translated = tl_help_text_translate (words);
  g_autofree char *plain = tl_help_text_dup_plain (translated);

  g_string_append_c (all, ' ');
  g_string_append (all, plain);
}

static void
add_passage (TlHelpLibrary     *self,
             const TlHelpPage  *page,
             const TlHelpBlock *section,
             GString           *words)
{
  g_autoptr (GString) heading = g_string_new (NULL);
  Passage passage = { .place = { page, section } };

  append_words (heading, page->title);
  if (section != NULL)
    append_words (heading, section->text);
  passage.heading = g_str_tokenize_and_fold (heading->str, NULL, NULL);
  passage.words = g_str_tokenize_and_fold (words->str, NULL, NULL);
  g_array_append_val (self->passages, passage);
  g_string_truncate (words, 0);
}

/* The contents repeat what the pages say. */
static void
prepare_search (TlHelpLibrary *self)
{
  g_autoptr (GString) words = g_string_new (NULL);

  self->passages = g_array_new (FALSE, FALSE, sizeof (Passage));
  g_array_set_clear_func (self->passages, clear_passage);
  for (guint i = 1; i < self->pages->len; i++)
    {
      const TlHelpPage *page = g_ptr_array_index (self->pages, i);
      const TlHelpBlock *section = NULL;

      append_words (words, page->summary);
      for (guint j = 0; j < page->blocks->len; j++)
        {
          const TlHelpBlock *block = tl_help_page_get_block (page, j);

          if (block->kind == TL_HELP_BLOCK_HEADING)
            {
              add_passage (self, page, section, words);
              section = block;
            }
          else if (block->kind == TL_HELP_BLOCK_CODE)
            g_string_append_printf (words, " %s", block->text);
          else if (block->kind != TL_HELP_BLOCK_LINK)
            append_words (words, block->text);
        }
      add_passage (self, page, section, words);
    }
}

static gboolean
has_beginning (char       **words,
               const char  *beginning)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (words[i], beginning))
      return TRUE;
  return FALSE;
}

/* 0 where a word is missing; otherwise more for words that a heading has. */
static guint
rate (const Passage *passage,
      char         **wanted)
{
  guint rating = 1;

  for (guint i = 0; wanted[i] != NULL; i++)
    {
      if (has_beginning (passage->heading, wanted[i]))
        rating += passage->place.section == NULL ? 3 : 2;
      else if (!has_beginning (passage->words, wanted[i]))
        return 0;
    }
  return rating;
}

typedef struct
{
  TlHelpPlace place;
  guint rating;
  guint position;
} Hit;

static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const Hit *hit_a = a, *hit_b = b;

  if (hit_a->rating != hit_b->rating)
    return hit_a->rating > hit_b->rating ? -1 : 1;
  return hit_a->position < hit_b->position ? -1 : 1;
}

/**
 * tl_help_library_search:
 * @self: the pages
 * @text: words, or their beginnings, in any order
 *
 * Returns: (transfer full) (element-type TlHelpPlace): the pages and sections that have all of them, those first whose
 *   headings have them
 */
GArray *
tl_help_library_search (TlHelpLibrary *self,
                        const char    *text)
{
  g_auto (GStrv) wanted = g_str_tokenize_and_fold (text, NULL, NULL);
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  GArray *places = g_array_new (FALSE, FALSE, sizeof (TlHelpPlace));

  g_return_val_if_fail (TL_IS_HELP_LIBRARY (self), NULL);

  if (self->passages == NULL)
    prepare_search (self);
  for (guint i = 0; wanted[0] != NULL && i < self->passages->len; i++)
    {
      const Passage *passage = &g_array_index (self->passages, Passage, i);
      Hit hit = { passage->place, rate (passage, wanted), i };

      if (hit.rating > 0)
        g_array_append_val (hits, hit);
    }
  g_array_sort (hits, compare_hits);
  for (guint i = 0; i < hits->len; i++)
    g_array_append_val (places, g_array_index (hits, Hit, i).place);
  return places;
}
