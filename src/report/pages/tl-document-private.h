/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-document.h"

G_BEGIN_DECLS

/* Shared by the files of the document: tl-document.c makes and draws it, tl-document-pdf.c prints it. */

typedef struct
{
  char *title;
  guint depth;
  TlAnchor *anchor;
} TlBookmark;

struct _TlDocument
{
  TlPaper paper;
  TlFurniture furniture;
  TlTypesetter *typesetter;
  TlFlow *flow;
  TlThread *thread;
  GPtrArray *typesetters;
  GPtrArray *anchors;
  GArray *bookmarks;
  double frame_y;
};

void tl_document_draw (TlDocument  *self,
                       TlFurniture *furniture,
                       TlCanvas    *canvas,
                       guint        page);

G_END_DECLS
