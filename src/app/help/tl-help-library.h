/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-help-page.h"

G_BEGIN_DECLS

/* Where the pages are compiled into the program, and what belongs to them. */
#define TL_HELP_RESOURCES "/org/throughline/Throughline/help/"
/* The page that has the contents. */
#define TL_HELP_INDEX "index"

/**
 * TlHelpPlace:
 * @page: a page
 * @section: (nullable): the heading of one of its sections; %NULL for its beginning
 *
 * Where a link leads.
 */
typedef struct
{
  const TlHelpPage *page;
  const TlHelpBlock *section;
} TlHelpPlace;

/**
 * TlHelpLibrary:
 *
 * All pages of the help, in the order of the contents.
 */
#define TL_TYPE_HELP_LIBRARY (tl_help_library_get_type ())
G_DECLARE_FINAL_TYPE (TlHelpLibrary, tl_help_library, TL, HELP_LIBRARY, GObject)

TlHelpLibrary    *tl_help_library_get         (void);
guint             tl_help_library_get_n_pages (TlHelpLibrary     *self);
const TlHelpPage *tl_help_library_get_page    (TlHelpLibrary     *self,
                                               guint              position);
const char       *tl_help_library_get_group   (TlHelpLibrary     *self,
                                               guint              position);
gboolean          tl_help_library_find        (TlHelpLibrary     *self,
                                               const char        *address,
                                               TlHelpPlace       *place);
GArray           *tl_help_library_search      (TlHelpLibrary     *self,
                                               const char        *text);

G_END_DECLS
