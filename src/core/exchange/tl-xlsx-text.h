/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TlXlsxText:
 *
 * A text of a spreadsheet while it is read: plain, or in runs of several looks, with the reading aids of East Asian
 * scripts left out.
 */
typedef struct
{
  GString *text;
  gboolean within;
  gboolean aside;
} TlXlsxText;

void     tl_xlsx_text_begin  (TlXlsxText  *self);
void     tl_xlsx_text_start  (TlXlsxText  *self,
                              const char  *name);
void     tl_xlsx_text_end    (TlXlsxText  *self,
                              const char  *name);
gboolean tl_xlsx_text_append (TlXlsxText  *self,
                              const char  *text,
                              gsize        length,
                              GError     **error);
void     tl_xlsx_text_finish (TlXlsxText  *self);
char    *tl_xlsx_text_escape (const char  *text);

G_END_DECLS
