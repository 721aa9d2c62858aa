/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-document.h"
#include "tl-ink.h"

/* Every mark, layer, chart and block there is, to look at and to keep: on one sheet in each style, and on paper. */

/* The sheet is as wide as this, in pixels, however large its text. */
#define SPECIMEN_WIDTH 1180

typedef struct
{
  const char *name;
  gboolean mirrored;
} SpecimenStyle;

/* All styles; the last has no name. */
extern const SpecimenStyle specimen_styles[];

TlInk           *specimen_create_ink    (const SpecimenStyle *style);
cairo_surface_t *specimen_draw_sheet    (const SpecimenStyle *style);
GBytes          *specimen_print_sheet   (const SpecimenStyle *style);

TlDocument      *specimen_create_pages  (void);
GBytes          *specimen_print_pages   (void);
cairo_surface_t *specimen_draw_page     (TlDocument          *document,
                                         guint                page);
