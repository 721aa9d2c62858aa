/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-progress.h"
#include "tl-report.h"

G_BEGIN_DECLS

/**
 * TlPagePreview:
 *
 * A page of a report, as it will be printed. Its pages are laid out on another thread. A screen reader is told what the
 * page says.
 *
 * Properties: `page`, `n-pages`, `zoom`, `progress`.
 */
#define TL_TYPE_PAGE_PREVIEW (tl_page_preview_get_type ())
G_DECLARE_FINAL_TYPE (TlPagePreview, tl_page_preview, TL, PAGE_PREVIEW, GtkWidget)

void        tl_page_preview_set_report   (TlPagePreview *self,
                                          TlReport      *report);
TlReport   *tl_page_preview_get_report   (TlPagePreview *self);
void        tl_page_preview_set_page     (TlPagePreview *self,
                                          guint          page);
guint       tl_page_preview_get_page     (TlPagePreview *self);
guint       tl_page_preview_get_n_pages  (TlPagePreview *self);
void        tl_page_preview_set_zoom     (TlPagePreview *self,
                                          double         zoom);
double      tl_page_preview_get_zoom     (TlPagePreview *self);
double      tl_page_preview_get_scale    (TlPagePreview *self);
TlProgress *tl_page_preview_get_progress (TlPagePreview *self);

G_END_DECLS
