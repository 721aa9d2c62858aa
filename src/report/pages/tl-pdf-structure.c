/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-pdf-book-private.h"

/* The structure of a tagged PDF (ISO 32000-1, clause 14.7). An element is written once all that is in it is known, and
 * then forgotten; those that go on in the next part stay open. */

/* Where an element stands: in which other, and whether it is the first or the last of all that are as deep in its part. */
typedef struct
{
  guint depth;
  guint parent;
  gboolean first;
  gboolean last;
  gboolean in_head;
} Place;

/* What a dictionary says that may be an element; what it doesn't say is empty. */
typedef struct
{
  TlPdfSpan type;
  TlPdfSpan page;
  TlPdfSpan children;
} Said;

static Said
read_said (TlPdfSpan dictionary)
{
  TlPdfSpan rest, key, value;
  Said said = { 0 };

  if (!tl_pdf_open (dictionary, "<<", &rest))
    return said;
  while (tl_pdf_next_entry (&rest, &key, &value))
    if (tl_pdf_equals (key, "/S"))
      said.type = value;
    else if (tl_pdf_equals (key, "/Pg"))
      said.page = value;
    else if (tl_pdf_equals (key, "/K"))
      said.children = value;

  return said;
}

void
tl_pdf_element_clear (gpointer element)
{
  g_string_free (((TlPdfElement *) element)->children, TRUE);
}

static TlPdfElement *
get_open (TlPdfBook *self,
          guint      depth)
{
  return &g_array_index (self->open, TlPdfElement, depth);
}

/* Where the next of its children is to be written. */
static GString *
begin_child (TlPdfElement *element)
{
  if (element->n_children++ > 0)
    g_string_append_c (element->children, ' ');
  return element->children;
}

/* Which of the part's pages a value refers to, from 1; 0 when to none. */
static guint
find_page (TlPdfBook *self,
           TlPdfSpan  value)
{
  guint number = tl_pdf_get_reference (value);

  return number < tl_pdf_source_get_size (self->source) ? self->pages[number] : 0;
}

/* A piece of what is drawn on a page belongs to an element, and the page knows to which. */
static gboolean
add_content (TlPdfBook    *self,
             TlPdfElement *element,
             guint         page,
             guint         content)
{
  GArray *contents;
  guint number;

  if (page == 0 || content > G_MAXUINT16)
    return FALSE;
  contents = self->contents[page - 1];
  if (contents->len <= content)
    g_array_set_size (contents, content + 1);
  g_array_index (contents, guint, content) = element->number;

  number = tl_pdf_book_get_page (self, page);
  if (element->page == 0)
    element->page = number;
  if (element->page == number)
    tl_pdf_append_integer (begin_child (element), content);
  else
    g_string_append_printf (begin_child (element), "<</Type/MCR/Pg %u 0 R/MCID %u>>", number, content);

  return TRUE;
}

static gboolean
add_link (TlPdfBook    *self,
          TlPdfElement *element,
          TlPdfSpan     reference,
          guint         page)
{
  TlPdfSpan value;
  guint old = tl_pdf_find (reference, "/Obj", &value) ? tl_pdf_get_reference (value) : 0;

  if (page == 0 || old == 0 || old >= tl_pdf_source_get_size (self->source))
    return FALSE;
  self->links[old] = element->number;
  g_string_append_printf (begin_child (element), "<</Type/OBJR/Pg %u 0 R/Obj %u 0 R>>",
                          tl_pdf_book_get_page (self, page), tl_pdf_book_give_number (self, old));

  return TRUE;
}

/* What is in an element and is no element. */
static gboolean
add_leaf (TlPdfBook    *self,
          TlPdfElement *element,
          TlPdfSpan     leaf,
          guint         page)
{
  TlPdfSpan type, value;
  guint content;

  if (tl_pdf_get_integer (leaf, &content))
    return add_content (self, element, page, content);
  if (!tl_pdf_find (leaf, "/Type", &type))
    return FALSE;
  if (tl_pdf_find (leaf, "/Pg", &value))
    page = find_page (self, value);
  if (tl_pdf_equals (type, "/OBJR"))
    return add_link (self, element, leaf, page);

  return tl_pdf_equals (type, "/MCR") && tl_pdf_find (leaf, "/MCID", &value) && tl_pdf_get_integer (value, &content)
         && add_content (self, element, page, content);
}

/* Figures say much that nothing else does. */
static TlPdfKind
get_kind (const Said *said)
{
  TlPdfSpan rest, child = said->children;
  guint content;

  if (tl_pdf_equals (said->type, "/Figure"))
    return TL_PDF_KIND_OTHER;
  if (tl_pdf_open (said->children, "[", &rest))
    tl_pdf_next_value (&rest, &child);

  return tl_pdf_get_integer (child, &content) ? TL_PDF_KIND_TEXT : TL_PDF_KIND_GROUP;
}

/* Those that the part before left open go on; whatever else is new. */
static gboolean
open_element (TlPdfBook   *self,
              const Said  *said,
              const Place *place)
{
  TlPdfElement element = { 0 };

  if (place->depth < self->open->len)
    return place->first && place->depth < self->part->n_continued;

  element.kind = get_kind (said);
  element.number = tl_pdf_writer_reserve (self->writer, element.kind);
  element.children = g_string_new (NULL);
  if (place->depth > 0)
    tl_pdf_append_reference (begin_child (get_open (self, place->depth - 1)), element.number);
  else
    g_string_append_printf (self->outermost, "%u 0 R ", element.number);
  g_array_append_val (self->open, element);

  return TRUE;
}

static void
append_attributes (TlPdfBook *self,
                   TlPdfSpan  type,
                   gboolean   in_head)
{
  if (tl_pdf_equals (type, "/TH"))
    g_string_append_printf (self->text, "/A<</O/Table/Scope/%s>>", in_head ? "Column" : "Row");
  if (!tl_pdf_equals (type, "/Figure"))
    return;

  if (self->n_figures < self->part->alternatives->len)
    {
      g_string_append (self->text, "/Alt");
      tl_pdf_append_words (self->text, g_ptr_array_index (self->part->alternatives, self->n_figures));
    }
  self->n_figures++;
}

/* What elements side by side have in common comes last and together, so that it takes next to no room. */
static gboolean
close_element (TlPdfBook   *self,
               TlPdfSpan    type,
               const Place *place)
{
  TlPdfElement *element = get_open (self, place->depth);

  if (self->open->len != place->depth + 1)
    return FALSE;
  g_string_assign (self->text, "<<");
  if (element->n_children > 0)
    {
      g_string_append (self->text, element->n_children > 1 ? "/K[" : "/K ");
      g_string_append_len (self->text, element->children->str, (gssize) element->children->len);
      if (element->n_children > 1)
        g_string_append_c (self->text, ']');
    }
  append_attributes (self, type, place->in_head);
  g_string_append (self->text, "/P");
  tl_pdf_append_reference (self->text, place->parent);
  if (element->page > 0)
    {
      g_string_append (self->text, "/Pg");
      tl_pdf_append_reference (self->text, element->page);
    }
  g_string_append (self->text, "/S");
  g_string_append_len (self->text, type.at, type.end - type.at);
  g_string_append (self->text, ">>");
  tl_pdf_book_write_text (self, element->number, element->kind);
  g_array_set_size (self->open, place->depth);

  return TRUE;
}

static gboolean add_children (TlPdfBook   *self,
                              TlPdfSpan    children,
                              guint        page,
                              const Place *place);

static gboolean
add_element (TlPdfBook   *self,
             const Said  *said,
             const Place *place)
{
  Place inside = { .depth = place->depth + 1, .first = place->first, .last = place->last };

  if (g_cancellable_is_cancelled (self->cancellable) || !open_element (self, said, place))
    return FALSE;
  inside.parent = get_open (self, place->depth)->number;
  inside.in_head = place->in_head || tl_pdf_equals (said->type, "/THead");
  if (said->children.at != NULL && !add_children (self, said->children, find_page (self, said->page), &inside))
    return FALSE;

  return (place->last && place->depth < self->part->n_open) || close_element (self, said->type, place);
}

static gboolean
add_child (TlPdfBook   *self,
           TlPdfSpan    child,
           guint        page,
           const Place *place)
{
  guint number = tl_pdf_get_reference (child);
  Said said;

  if (number > 0 && !tl_pdf_source_get_object (self->source, number, &child, NULL))
    return FALSE;
  said = read_said (child);
  if (said.type.at != NULL)
    return add_element (self, &said, place);

  return place->depth > 0 && add_leaf (self, get_open (self, place->depth - 1), child, page);
}

/* What is in the element above @place, which has its content on @page. */
static gboolean
add_children (TlPdfBook   *self,
              TlPdfSpan    children,
              guint        page,
              const Place *place)
{
  Place each = *place;
  TlPdfSpan rest, child, next;
  gboolean more;

  if (!tl_pdf_open (children, "[", &rest))
    return add_child (self, children, page, place);

  for (more = tl_pdf_next_value (&rest, &child); more; child = next)
    {
      more = tl_pdf_next_value (&rest, &next);
      each.last = place->last && !more;
      if (!add_child (self, child, page, &each))
        return FALSE;
      each.first = FALSE;
    }

  return TRUE;
}

/* Adds the elements of a part; %FALSE when they can't be read, or it was cancelled. */
gboolean
tl_pdf_book_add_structure (TlPdfBook *self,
                           TlPdfSpan  root)
{
  TlPdfSpan structure, children;
  Place place = { .parent = self->structure, .first = TRUE, .last = TRUE };

  if (!tl_pdf_source_find (self->source, root, "/StructTreeRoot", &structure))
    return TRUE;

  return tl_pdf_find (structure, "/K", &children) && add_children (self, children, 0, &place);
}

/* The numbers under which pages and links find the elements that they belong to. */
static void
append_parents (GString *text,
                GArray  *parents,
                guint    first)
{
  for (guint i = 0; i < parents->len; i++)
    g_string_append_printf (text, "%u %u 0 R ", first + i, g_array_index (parents, guint, i));
}

void
tl_pdf_book_end_structure (TlPdfBook *self)
{
  g_string_assign (self->text, "<</Nums[");
  append_parents (self->text, self->page_parents, 0);
  append_parents (self->text, self->link_parents, self->n_pages);
  g_string_append (self->text, "]>>");
  tl_pdf_book_write_text (self, self->parent_tree, TL_PDF_KIND_OTHER);

  g_string_printf (self->text, "<</Type/StructTreeRoot/K[%s]/ParentTree %u 0 R/ParentTreeNextKey %u>>",
                   self->outermost->str, self->parent_tree, self->n_pages + self->link_parents->len);
  tl_pdf_book_write_text (self, self->structure, TL_PDF_KIND_OTHER);
}
