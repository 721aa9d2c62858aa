/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-help-page.h"

#include <string.h>

#include "tl-help-text.h"

/* What nobody would read anyway. */
#define MOST_BYTES (256 * 1024)
#define MOST_BLOCKS 1000

/* Elements, by what may stand in them. */
static const struct
{
  const char *element;
  /* What it may stand in, separated by spaces. */
  const char *parents;
  /* The attribute that it must have, and the only one. */
  const char *attribute;
  /* Whether it holds words, and the block that these make. */
  gboolean has_words;
  TlHelpBlockKind kind;
} elements[] = {
  { "page", "", "id" },
  { "section", "page", "id" },
  { "title", "page section", NULL, TRUE, TL_HELP_BLOCK_HEADING },
  { "desc", "page figure", NULL, TRUE },
  { "p", "page section note item", NULL, TRUE, TL_HELP_BLOCK_PARAGRAPH },
  { "code", "page section", NULL, TRUE, TL_HELP_BLOCK_CODE },
  { "note", "page section", NULL },
  { "list", "page section", NULL },
  { "steps", "page section", NULL },
  { "item", "list steps", NULL },
  { "figure", "page section", "src" },
  { "links", "section", NULL },
  { "link", "links", "xref" },
};

typedef struct
{
  TlHelpPage *page;
  /* Where the parser is: positions in elements. */
  GArray *path;
  /* The words that are being read, and the elements within them. */
  GString *words;
  guint within;
  char *section;
  char *source;
  guint step;
} Reading;

static void
clear_block (gpointer data)
{
  TlHelpBlock *block = data;

  g_free (block->text);
  g_free (block->target);
}

static void
add_block (Reading         *reading,
           TlHelpBlockKind  kind,
           char            *text,
           char            *target)
{
  TlHelpBlock block = { kind, text, target, kind == TL_HELP_BLOCK_ITEM ? reading->step : 0 };

  g_array_append_val (reading->page->blocks, block);
}

static int
find_element (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    if (g_str_equal (elements[i].element, name))
      return (int) i;
  return -1;
}

static const char *
get_parent (const Reading *reading,
            guint          above)
{
  guint depth = reading->path->len;

  return depth > above ? elements[g_array_index (reading->path, int, depth - 1 - above)].element : "";
}

static gboolean
may_stand_in (const char *parents,
              const char *parent)
{
  g_auto (GStrv) names = g_strsplit (parents, " ", -1);

  return *parents == '\0' ? *parent == '\0' : g_strv_contains ((const char * const *) names, parent);
}

static void
refuse (GError     **error,
        const char  *what,
        const char  *where)
{
  g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, "%s can’t stand in %s", what,
               *where != '\0' ? where : "a file");
}

static void
begin (Reading    *reading,
       const char *name,
       const char *value)
{
  if (g_str_equal (name, "page"))
    reading->page->id = g_strdup (value);
  else if (g_str_equal (name, "section"))
    g_set_str (&reading->section, value);
  else if (g_str_equal (name, "figure"))
    g_set_str (&reading->source, value);
  else if (g_str_equal (name, "steps") || g_str_equal (name, "list"))
    reading->step = 0;
  else if (g_str_equal (name, "item") && g_str_equal (get_parent (reading, 1), "steps"))
    reading->step++;
  else if (g_str_equal (name, "link"))
    add_block (reading, TL_HELP_BLOCK_LINK, g_strdup (value), NULL);
}

static void
start_cb (GMarkupParseContext  *context,
          const char           *name,
          const char          **attributes,
          const char          **values,
          gpointer              user_data,
          GError              **error)
{
  Reading *reading = user_data;
  int element = find_element (name);

  if (reading->words != NULL)
    {
      reading->within++;
      tl_help_text_append_start (reading->words, name, attributes, values);
      return;
    }
  if (element < 0 || !may_stand_in (elements[element].parents, get_parent (reading, 0))
      || reading->page->blocks->len >= MOST_BLOCKS)
    {
      refuse (error, name, get_parent (reading, 0));
      return;
    }
  if (g_strcmp0 (attributes[0], elements[element].attribute) != 0 || (attributes[0] != NULL && attributes[1] != NULL))
    {
      g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_MISSING_ATTRIBUTE, "%s has other attributes than it should have", name);
      return;
    }
  g_array_append_val (reading->path, element);
  if (elements[element].has_words)
    reading->words = g_string_new (NULL);
  begin (reading, name, values[0]);
}

static void
take_words (Reading    *reading,
            const char *name,
            char       *words)
{
  TlHelpPage *page = reading->page;
  const char *parent = get_parent (reading, 1);
  TlHelpBlockKind kind = elements[find_element (name)].kind;

  if (g_str_equal (parent, "page") && g_str_equal (name, "title"))
    page->title = words;
  else if (g_str_equal (parent, "page") && g_str_equal (name, "desc"))
    page->summary = words;
  else if (g_str_equal (parent, "figure"))
    add_block (reading, TL_HELP_BLOCK_FIGURE, words, g_steal_pointer (&reading->source));
  else if (kind == TL_HELP_BLOCK_HEADING)
    add_block (reading, kind, words, g_steal_pointer (&reading->section));
  else if (g_str_equal (parent, "note"))
    add_block (reading, TL_HELP_BLOCK_NOTE, words, NULL);
  else if (g_str_equal (parent, "item"))
    add_block (reading, TL_HELP_BLOCK_ITEM, words, NULL);
  else
    add_block (reading, kind, words, NULL);
}

static void
end_cb (GMarkupParseContext  *context,
        const char           *name,
        gpointer              user_data,
        GError              **error)
{
  Reading *reading = user_data;

  if (reading->within > 0)
    {
      reading->within--;
      tl_help_text_append_end (reading->words, name);
      return;
    }
  if (reading->words != NULL)
    {
      take_words (reading, name, tl_help_text_tidy (reading->words->str));
      g_string_free (g_steal_pointer (&reading->words), TRUE);
    }
  g_array_set_size (reading->path, reading->path->len - 1);
}

static void
text_cb (GMarkupParseContext  *context,
         const char           *text,
         gsize                 length,
         gpointer              user_data,
         GError              **error)
{
  Reading *reading = user_data;
  g_autofree char *stripped = g_strstrip (g_strndup (text, length));

  if (reading->words != NULL)
    tl_help_text_append (reading->words, text, length);
  else if (*stripped != '\0')
    refuse (error, stripped, get_parent (reading, 0));
}

static gboolean
is_whole (const TlHelpPage  *page,
          GError           **error)
{
  if (page->id != NULL && page->title != NULL && page->summary != NULL)
    return TRUE;
  g_set_error_literal (error, G_MARKUP_ERROR, G_MARKUP_ERROR_EMPTY, "A page has an id, a title and a desc");
  return FALSE;
}

/**
 * tl_help_page_parse:
 * @bytes: a page as it was written
 * @error: where to put why it can't be read, of #G_MARKUP_ERROR
 *
 * Reads a page: elements named as Mallard names them, but only those that a page here is made of.
 *
 * Returns: (transfer full) (nullable): the page, %NULL where @bytes are none
 */
TlHelpPage *
tl_help_page_parse (GBytes  *bytes,
                    GError **error)
{
  static const GMarkupParser parser = { start_cb, end_cb, text_cb, NULL, NULL };
  g_autoptr (TlHelpPage) page = g_new0 (TlHelpPage, 1);
  g_autoptr (GMarkupParseContext) context = NULL;
  Reading reading = { .page = page, .path = g_array_new (FALSE, FALSE, sizeof (int)) };
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  gboolean parsed = FALSE;

  page->blocks = g_array_new (FALSE, FALSE, sizeof (TlHelpBlock));
  g_array_set_clear_func (page->blocks, clear_block);
  context = g_markup_parse_context_new (&parser, G_MARKUP_PREFIX_ERROR_POSITION, &reading, NULL);
  if (size > MOST_BYTES)
    g_set_error_literal (error, G_MARKUP_ERROR, G_MARKUP_ERROR_PARSE, "A page of so many bytes is none");
  else
    parsed = g_markup_parse_context_parse (context, data, (gssize) size, error)
             && g_markup_parse_context_end_parse (context, error) && is_whole (page, error);
  g_array_unref (reading.path);
  g_free (reading.section);
  g_free (reading.source);
  if (reading.words != NULL)
    g_string_free (reading.words, TRUE);
  return parsed ? g_steal_pointer (&page) : NULL;
}

/**
 * tl_help_page_get_block:
 * @self: a page
 * @position: which
 *
 * Returns: (transfer none): a block
 */
const TlHelpBlock *
tl_help_page_get_block (const TlHelpPage *self,
                        guint             position)
{
  return &g_array_index (self->blocks, TlHelpBlock, position);
}

/**
 * tl_help_page_find_section:
 * @self: a page
 * @id: the id of a section
 *
 * Returns: (transfer none) (nullable): the heading of that section, %NULL where the page has none such
 */
const TlHelpBlock *
tl_help_page_find_section (const TlHelpPage *self,
                           const char       *id)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const TlHelpBlock *block = tl_help_page_get_block (self, i);

      if (block->kind == TL_HELP_BLOCK_HEADING && g_strcmp0 (block->target, id) == 0)
        return block;
    }
  return NULL;
}

/**
 * tl_help_page_free:
 * @self: a page
 *
 * Frees it.
 */
void
tl_help_page_free (TlHelpPage *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->summary);
  g_clear_pointer (&self->blocks, g_array_unref);
  g_free (self);
}
