/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlPaper:
 * @width: width of the sheet
 * @height: height of the sheet
 * @top: margin that the printer can't or shouldn't print on
 * @bottom: the same at the bottom
 * @left: the same at the left
 * @right: the same at the right
 *
 * A sheet of paper and its margins, in points (1/72 inch).
 */
typedef struct
{
  double width;
  double height;
  double top;
  double bottom;
  double left;
  double right;
} TlPaper;

TlPaper  tl_paper_new        (double         width,
                              double         height);
TlPaper  tl_paper_a4         (void);
TlPaper  tl_paper_letter     (void);
TlPaper  tl_paper_for_locale (void);
TlPaper  tl_paper_by_name    (const char    *name);
gboolean tl_paper_is_usable  (const TlPaper *self);

G_END_DECLS
