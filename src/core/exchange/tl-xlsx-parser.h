/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-xlsx-package.h"

G_BEGIN_DECLS

/**
 * TlXlsxHandler:
 * @start: called where an element starts, with its name without a prefix and its attributes as pairs
 * @end: called where an element ends
 * @text: called with text, any part of it at a time
 *
 * What is done with a part's XML. A function that returns %FALSE has set the error, and ends the reading.
 */
typedef struct
{
  gboolean (*start) (gpointer      self,
                     const char   *name,
                     const char  **attributes,
                     GError      **error);
  gboolean (*end)   (gpointer      self,
                     const char   *name,
                     GError      **error);
  gboolean (*text)  (gpointer      self,
                     const char   *text,
                     gsize         length,
                     GError      **error);
} TlXlsxHandler;

/* The elements within which the rows of a sheet stand. */
#define TL_XLSX_N_OUTER 2

/**
 * TlXlsxParser:
 *
 * XML that is read bit by bit.
 */
typedef struct _TlXlsxParser TlXlsxParser;

TlXlsxParser *tl_xlsx_parser_new  (const TlXlsxHandler  *handler,
                                   gpointer              self);
void        tl_xlsx_parser_free   (TlXlsxParser         *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlXlsxParser, tl_xlsx_parser_free)
gboolean    tl_xlsx_parser_feed   (TlXlsxParser         *self,
                                   const char           *text,
                                   gsize                 length,
                                   gboolean              last,
                                   GError              **error);
gboolean    tl_xlsx_parser_read   (TlXlsxParser         *self,
                                   TlXlsxPart           *part,
                                   GError              **error);
gboolean    tl_xlsx_parser_open   (TlXlsxParser         *self,
                                   const GStrv           outer);
gboolean    tl_xlsx_parser_close  (TlXlsxParser         *self,
                                   GStrv                *outer);

gboolean    tl_xlsx_parse         (TlXlsxPart           *part,
                                   const TlXlsxHandler  *handler,
                                   gpointer              self,
                                   GError              **error);
const char *tl_xlsx_get_attribute (const char          **attributes,
                                   const char           *name);

G_END_DECLS
