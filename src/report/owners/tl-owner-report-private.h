/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-document.h"
#include "tl-owner-sheet.h"

G_BEGIN_DECLS

/* The map on paper. It is in three files: the report, its drawing, and the same in words. */

/* Shared by the figures that show its sheets. */
typedef struct
{
  TlOwnerMap *map;
  GPtrArray *sheets;
} TlPrintedMap;

/* tl-owner-report-draw.c */
double tl_printed_map_get_head   (TlTypesetter           *typesetter);
double tl_printed_map_measure    (const TlOwnerMap       *map,
                                  guint                   node,
                                  TlTypesetter           *typesetter,
                                  double                  width);
void   tl_printed_map_draw_sheet (const TlPrintedMap     *self,
                                  guint                   sheet,
                                  TlCanvas               *canvas,
                                  double                  x,
                                  double                  y,
                                  double                  width);

/* tl-owner-report-list.c */
void   tl_printed_map_add_wrongs (const TlOwnerMap       *map,
                                  TlFlow                 *flow);
void   tl_printed_map_add_list   (const TlOwnerMap       *map,
                                  TlFlow                 *flow,
                                  const TlRiskJudgement  *risk,
                                  guint                   node);

G_END_DECLS
