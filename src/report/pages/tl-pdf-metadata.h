/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlDocumentInfo:
 * @title: its title
 * @author: whose it is
 * @subject: what it is about
 * @created: when it was made, as ISO 8601
 *
 * What a PDF says of itself.
 */
typedef struct
{
  const char *title;
  const char *author;
  const char *subject;
  const char *created;
} TlDocumentInfo;

char *tl_pdf_write_metadata (const TlDocumentInfo *info,
                             const char           *language);

G_END_DECLS
