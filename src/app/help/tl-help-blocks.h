/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-help-page.h"

G_BEGIN_DECLS

GtkWidget *tl_help_blocks_make_heading (const char        *words,
                                        gboolean           is_title);
GtkWidget *tl_help_blocks_make_words   (const char        *words);
GtkWidget *tl_help_blocks_make_check   (const char        *id);
GtkWidget *tl_help_blocks_make_note    (const TlHelpBlock *block);
GtkWidget *tl_help_blocks_make_item    (const TlHelpBlock *block);
GtkWidget *tl_help_blocks_make_code    (const TlHelpBlock *block);
GtkWidget *tl_help_blocks_make_figure  (const TlHelpBlock *block);
GtkWidget *tl_help_blocks_make_link    (const TlHelpPage  *page);

G_END_DECLS
