/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is typed or pasted is cleaned of what nobody can see. */

void  tl_typed_text_guard_line   (GtkText       *text);
void  tl_typed_text_guard_buffer (GtkTextBuffer *buffer);
char *tl_typed_text_clean        (const char    *text,
                                  gboolean       one_line);

G_END_DECLS
