/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-pdf-book.h"
#include "tl-pdf-source.h"
#include "tl-pdf-writer.h"

G_BEGIN_DECLS

/* Shared by the files that put a PDF together: tl-pdf-book.c what holds its parts together, tl-pdf-pages.c
 * their pages, tl-pdf-structure.c the elements of its structure, tl-pdf-outline.c its bookmarks. */

/* An element of the structure that isn't written yet, since more may come into it. */
typedef struct
{
  guint number;
  TlPdfKind kind;
  guint page;
  GString *children;
  guint n_children;
} TlPdfElement;

typedef struct
{
  char *title;
  guint depth;
  guint page;
  double y;
} TlPdfBookmark;

struct _TlPdfBook
{
  TlPdfFile *file;
  TlPdfWriter *writer;
  GString *text;
  double page_height;
  guint n_pages;

  /* Numbers of objects that are known from the beginning. */
  guint root;
  guint info;
  guint page_tree;
  guint structure;
  guint parent_tree;
  guint metadata;
  guint first_page;

  /* How many pages are in it, and whose content stands on each and whose each link is, by number of an object. */
  guint n_added;
  GArray *page_parents;
  GArray *link_parents;

  /* Elements that are open, outermost first, and those that have no parent. */
  GArray *open;
  GString *outermost;
  GArray *bookmarks;

  /* The part that comes into it. */
  const TlPdfPart *part;
  TlPdfSource *source;
  GCancellable *cancellable;
  /* New numbers of its objects, by their old one; those that are still to be written; how many are. */
  guint *numbers;
  GArray *queue;
  guint n_written;
  /* Which of its pages an object is, from 1; whose each link is; the elements of each page's content, in order. */
  guint *pages;
  guint *links;
  GArray **contents;
  guint n_figures;
};

guint    tl_pdf_book_give_number    (TlPdfBook  *self,
                                     guint       number);
guint    tl_pdf_book_get_page       (TlPdfBook  *self,
                                     guint       page);
guint    tl_pdf_book_renumber       (guint       number,
                                     gpointer    self);
void     tl_pdf_book_write_text     (TlPdfBook  *self,
                                     guint       number,
                                     TlPdfKind   kind);
void     tl_pdf_book_append_place   (TlPdfBook  *self,
                                     guint       page,
                                     double      y);

gboolean tl_pdf_book_add_pages      (TlPdfBook  *self);
gboolean tl_pdf_book_add_structure  (TlPdfBook  *self,
                                     TlPdfSpan   root);
void     tl_pdf_book_end_structure  (TlPdfBook  *self);
guint    tl_pdf_book_write_outline  (TlPdfBook  *self);
void     tl_pdf_element_clear       (gpointer    element);
void     tl_pdf_bookmark_clear      (gpointer    bookmark);

G_END_DECLS
