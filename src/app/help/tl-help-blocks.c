/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-help-blocks.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "tl-checks.h"
#include "tl-help-library.h"
#include "tl-help-text.h"
#include "tl-mark-cell.h"

/* The widgets that a page is made of. */

static GtkWidget *
make_label (const char *words)
{
  g_autofree char *translated = tl_help_text_translate (words);
  g_autofree char *markup = tl_help_text_dup_markup (translated, NULL);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_WORD);
  return label;
}

/**
 * tl_help_blocks_make_heading:
 * @words: a title, not yet translated
 * @is_title: whether it is the page's own
 *
 * Returns: (transfer floating): a heading
 */
GtkWidget *
tl_help_blocks_make_heading (const char *words,
                             gboolean    is_title)
{
  g_autofree char *translated = tl_help_text_translate (words);
  g_autofree char *plain = tl_help_text_dup_plain (translated);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                                   "label", plain,
                                   "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "xalign", 0.0,
                                   NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, is_title ? 1 : 2, -1);
  gtk_widget_add_css_class (label, is_title ? "title-2" : "title-4");
  gtk_widget_add_css_class (label, is_title ? "help-title" : "help-heading");
  return label;
}

/**
 * tl_help_blocks_make_words:
 * @words: words, not yet translated
 *
 * Returns: (transfer floating): a paragraph
 */
GtkWidget *
tl_help_blocks_make_words (const char *words)
{
  return make_label (words);
}

static const TlCheck *
find_check (const char *id)
{
  guint n;
  const TlCheck *checks = tl_checks_list (&n);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (checks[i].id, id) == 0)
      return &checks[i];
  return NULL;
}

/**
 * tl_help_blocks_make_check:
 * @id: (nullable): the id of a section
 *
 * Returns: (transfer floating) (nullable): how grave it is what a check finds, as the program itself has it; %NULL for a
 *   section that is about no check
 */
GtkWidget *
tl_help_blocks_make_check (const char *id)
{
  static const char * const words[TL_N_SEVERITIES] = { N_("To act on"), N_("To watch"), N_("To note") };
  const TlCheck *check = find_check (id);
  GtkWidget *box = NULL, *label = NULL, *mark = NULL;

  if (check == NULL)
    return NULL;
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  label = gtk_label_new (_(words[check->severity]));
  mark = tl_mark_cell_new_finding (check->severity);
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

/**
 * tl_help_blocks_make_note:
 * @block: a note
 *
 * Returns: (transfer floating): a paragraph that stands out
 */
GtkWidget *
tl_help_blocks_make_note (const TlHelpBlock *block)
{
  GtkWidget *label = make_label (block->text);

  gtk_widget_add_css_class (label, "card");
  gtk_widget_add_css_class (label, "help-note");
  return label;
}

/**
 * tl_help_blocks_make_item:
 * @block: an item of a list, or a step
 *
 * Returns: (transfer floating): its mark or number, and its words beside that
 */
GtkWidget *
tl_help_blocks_make_item (const TlHelpBlock *block)
{
  /* Translators: the number of a step in the help, as in "3." */
  g_autofree char *number = block->number > 0 ? g_strdup_printf (_("%u."), block->number) : g_strdup ("•");
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, "spacing", 9, NULL);
  GtkWidget *mark = gtk_label_new (number), *label = make_label (block->text);

  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_widget_add_css_class (mark, "help-mark");
  gtk_widget_add_css_class (mark, "numeric");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

/**
 * tl_help_blocks_make_code:
 * @block: something to be typed
 *
 * Returns: (transfer floating): a line that can be copied
 */
GtkWidget *
tl_help_blocks_make_code (const TlHelpBlock *block)
{
  g_autofree char *plain = tl_help_text_dup_plain (block->text);
  GtkWidget *label = gtk_label_new (plain);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  /* Commands read from left to right wherever they stand. */
  gtk_widget_set_direction (label, GTK_TEXT_DIR_LTR);
  gtk_widget_add_css_class (label, "monospace");
  gtk_widget_add_css_class (label, "card");
  gtk_widget_add_css_class (label, "help-note");
  return label;
}

/**
 * tl_help_blocks_make_figure:
 * @block: a picture
 *
 * Returns: (transfer floating): the picture, as large as there is room for
 */
GtkWidget *
tl_help_blocks_make_figure (const TlHelpBlock *block)
{
  g_autofree char *path = g_strconcat (TL_HELP_RESOURCES "figures/", block->target, NULL);
  g_autofree char *translated = tl_help_text_translate (block->text);
  g_autofree char *plain = tl_help_text_dup_plain (translated);
  GtkWidget *picture = gtk_picture_new_for_resource (path);

  gtk_picture_set_alternative_text (GTK_PICTURE (picture), plain);
  gtk_picture_set_content_fit (GTK_PICTURE (picture), GTK_CONTENT_FIT_SCALE_DOWN);
  gtk_widget_set_overflow (picture, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (picture, "help-figure");
  return picture;
}

/**
 * tl_help_blocks_make_link:
 * @page: a page
 *
 * Returns: (transfer floating): a row that leads there
 */
GtkWidget *
tl_help_blocks_make_link (const TlHelpPage *page)
{
  g_autofree char *title = tl_help_text_translate (page->title);
  g_autofree char *summary = tl_help_text_translate (page->summary);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                 "use-markup", FALSE,
                                 "title", title,
                                 "subtitle", summary,
                                 "activatable", TRUE,
                                 NULL);
  GtkWidget *arrow = g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  return row;
}
