/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-canvas.h"
#include "tl-paper.h"

G_BEGIN_DECLS

/**
 * TlFurniture:
 * @provider: whose workbook it is
 * @report: what is printed
 * @as_at: the day for which everything is shown, in words
 * @history: fingerprint and recorded date, in words
 *
 * What stands on every page: who, what and when above; the history and the page below. All plain text.
 */
typedef struct
{
  char *provider;
  char *report;
  char *as_at;
  char *history;
} TlFurniture;

void   tl_furniture_clear             (TlFurniture   *self);
double tl_furniture_get_header_height (TlFurniture   *self,
                                       TlTypesetter  *typesetter,
                                       const TlPaper *paper);
double tl_furniture_get_footer_height (TlFurniture   *self,
                                       TlTypesetter  *typesetter,
                                       const TlPaper *paper);
void   tl_furniture_draw              (TlFurniture   *self,
                                       TlCanvas      *canvas,
                                       const TlPaper *paper,
                                       guint          page,
                                       guint          n_pages);

G_END_DECLS
