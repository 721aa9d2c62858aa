/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What other programs read in a PDF of ours. */

char  *pdf_text        (GBytes     *pdf);
char  *pdf_page_text   (GBytes     *pdf,
                        guint       page);
char  *pdf_structure   (GBytes     *pdf);
char  *pdf_elements    (GBytes     *pdf);
char  *pdf_info        (GBytes     *pdf);
char  *pdf_fonts       (GBytes     *pdf);
char  *pdf_unpacked    (GBytes     *pdf);
void   pdf_assert_sound (GBytes    *pdf);
void   pdf_assert_grey (GBytes     *pdf);
void   pdf_assert_marked (GBytes   *pdf);
guint  pdf_n_pages     (GBytes     *pdf);

guint  text_count      (const char *text,
                        const char *part);
GHashTable *text_count_words (const char *text);
void   text_assert_order (const char *text,
                        ...) G_GNUC_NULL_TERMINATED;
char  *text_flatten    (const char *text);

G_END_DECLS
