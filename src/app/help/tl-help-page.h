/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TlHelpBlockKind:
 * @TL_HELP_BLOCK_HEADING: the title of a section
 * @TL_HELP_BLOCK_PARAGRAPH: a paragraph
 * @TL_HELP_BLOCK_NOTE: a paragraph that stands out
 * @TL_HELP_BLOCK_ITEM: an item of a list, or a step
 * @TL_HELP_BLOCK_CODE: something to be typed as it stands; never translated
 * @TL_HELP_BLOCK_FIGURE: a picture
 * @TL_HELP_BLOCK_LINK: another page, by its title
 *
 * What a page is made of.
 */
typedef enum
{
  TL_HELP_BLOCK_HEADING,
  TL_HELP_BLOCK_PARAGRAPH,
  TL_HELP_BLOCK_NOTE,
  TL_HELP_BLOCK_ITEM,
  TL_HELP_BLOCK_CODE,
  TL_HELP_BLOCK_FIGURE,
  TL_HELP_BLOCK_LINK,
} TlHelpBlockKind;

/**
 * TlHelpBlock:
 * @kind: what it is
 * @text: its words, not yet translated (see tl-help-text.h); what a picture shows; where a link leads
 * @target: (nullable): the id of a heading's section, or the file of a picture
 * @number: which step it is, from 1; 0 where the order says nothing
 *
 * A piece of a page, from one edge to the other.
 */
typedef struct
{
  TlHelpBlockKind kind;
  char *text;
  char *target;
  guint number;
} TlHelpBlock;

/**
 * TlHelpPage:
 * @id: what links call it
 * @title: its title, not yet translated
 * @summary: what it is about in one sentence, not yet translated
 * @blocks: (element-type TlHelpBlock): what stands on it
 *
 * A page of the help, as it was written.
 */
typedef struct
{
  char *id;
  char *title;
  char *summary;
  GArray *blocks;
} TlHelpPage;

TlHelpPage        *tl_help_page_parse        (GBytes            *bytes,
                                              GError           **error);
const TlHelpBlock *tl_help_page_get_block    (const TlHelpPage  *self,
                                              guint              position);
const TlHelpBlock *tl_help_page_find_section (const TlHelpPage  *self,
                                              const char        *id);
void               tl_help_page_free         (TlHelpPage        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlHelpPage, tl_help_page_free)

G_END_DECLS
