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
 * @fingerprint: (nullable): the fingerprint, of which a code stands on every page
 * @watermark: (nullable): a word that lies across every page
 *
 * What stands on every page: who, what and when above; the history and the page below. All plain text.
 */
typedef struct
{
  char *provider;
  char *report;
  char *as_at;
  char *history;
  char *fingerprint;
  char *watermark;
  /*< private >*/
  cairo_surface_t *code;
  cairo_surface_t *same;
} TlFurniture;

void   tl_furniture_copy              (const TlFurniture *self,
                                       TlFurniture   *copy);
void   tl_furniture_clear             (TlFurniture   *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlFurniture, tl_furniture_clear)
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
