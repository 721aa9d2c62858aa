/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/**
 * TlPdfSpan:
 * @at: where it begins
 * @end: just after it
 *
 * A piece of what is written in a PDF; nothing is copied.
 */
typedef struct
{
  const char *at;
  const char *end;
} TlPdfSpan;

/**
 * TlPdfNumberFunc:
 * @number: the number of an object in the file that is read
 * @data: what was given with the function
 *
 * Returns: its number in the file that is written; 0 when there is no such object
 */
typedef guint (*TlPdfNumberFunc) (guint    number,
                                  gpointer data);

/**
 * tl_pdf_equals:
 * @value: a value
 * @text: how it might be written
 *
 * Hundreds of thousands are asked this; where the text stands in the code, its length is known beforehand.
 *
 * Returns: whether it is
 */
static inline gboolean
tl_pdf_equals (TlPdfSpan   value,
               const char *text)
{
  gsize length = strlen (text);

  return (gsize) (value.end - value.at) == length && memcmp (value.at, text, length) == 0;
}

gboolean tl_pdf_next_token    (TlPdfSpan       *rest,
                               TlPdfSpan       *token);
gboolean tl_pdf_next_value    (TlPdfSpan       *rest,
                               TlPdfSpan       *value);
gboolean tl_pdf_next_entry    (TlPdfSpan       *rest,
                               TlPdfSpan       *key,
                               TlPdfSpan       *value);
gboolean tl_pdf_open          (TlPdfSpan        value,
                               const char      *bracket,
                               TlPdfSpan       *inside);
gboolean tl_pdf_find          (TlPdfSpan        dictionary,
                               const char      *key,
                               TlPdfSpan       *value);

gboolean tl_pdf_get_integer   (TlPdfSpan        value,
                               guint           *integer);
guint    tl_pdf_get_reference (TlPdfSpan        value);

void     tl_pdf_append        (GString         *text,
                               TlPdfSpan        value,
                               TlPdfNumberFunc  func,
                               gpointer         data);
void     tl_pdf_append_integer (GString        *text,
                                guint           number);
void     tl_pdf_append_reference (GString      *text,
                                  guint         number);
void     tl_pdf_append_words  (GString         *text,
                               const char      *words);
void     tl_pdf_append_number (GString         *text,
                               double           number);

G_END_DECLS
