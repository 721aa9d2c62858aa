/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-sheet.h"

G_BEGIN_DECLS

typedef struct
{
  gsize first_cell;
  guint n_cells;
  guint number;
} TlSheetRow;

/* Where a row was made of that stands in another sheet. */
typedef struct
{
  const char *sheet;
  guint number;
  const char **headings;
  gboolean doubtful;
} TlSheetOrigin;

struct _TlSheet
{
  char *name;
  GStringChunk *texts;
  /* Those of the pieces that were appended. */
  GPtrArray *more_texts;
  gsize n_bytes;
  GPtrArray *cells;
  GArray *rows;
  GArray *merges;
  GArray *origins;
  gsize row_start;
  guint number;
  /* The first that was begun with a number, 0 when none was. */
  guint first_number;
  gboolean has_headings;
  gboolean full;
  TlSheetRow headings;
};

G_END_DECLS
