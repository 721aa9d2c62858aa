/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlBodyLines:
 * @body: (not nullable): a body
 * @start: where the line begins
 * @end: where it ends, its line feed included
 * @is_new_row: whether it is of a row that comes to be
 * @header_start: where the line begins that names the columns of such a row
 * @header_end: where that ends
 * @key: what an edit of the row would begin with, `["table","hexadecimal id",`; empty for a line that is of no row
 *
 * A body that is gone through line by line, without reading what the lines say.
 */
typedef struct
{
  GBytes *body;
  gsize start;
  gsize end;
  gboolean is_new_row;
  gsize header_start;
  gsize header_end;
  GString *key;
} TlBodyLines;

void     tl_body_lines_begin (TlBodyLines *self,
                              GBytes      *body);
gboolean tl_body_lines_next  (TlBodyLines *self);
void     tl_body_lines_clear (TlBodyLines *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlBodyLines, tl_body_lines_clear)

G_END_DECLS
