/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-paper.h"

#include <langinfo.h>
#include <math.h>

/* Every office printer can print up to here. The left side leaves room for a punch, the right one for a thumb. */
#define LEFT 42.5
#define RIGHT 34.0
#define TOP 24.0
#define BOTTOM 20.0

/* What a page needs at least for its furniture, the questions and some text beside them. */
#define LEAST_WIDTH 320.0
#define LEAST_HEIGHT 360.0

/**
 * tl_paper_new:
 * @width: width of the sheet in points
 * @height: height of the sheet in points
 *
 * Returns: a sheet of that size with our own margins
 */
TlPaper
tl_paper_new (double width,
              double height)
{
  return (TlPaper) {
    .width = width,
    .height = height,
    .top = TOP,
    .bottom = BOTTOM,
    .left = LEFT,
    .right = RIGHT,
  };
}

/**
 * tl_paper_a4:
 *
 * Returns: an upright A4 sheet, 210 × 297 mm
 */
TlPaper
tl_paper_a4 (void)
{
  return tl_paper_new (210.0 * 72.0 / 25.4, 297.0 * 72.0 / 25.4);
}

/**
 * tl_paper_letter:
 *
 * Returns: an upright US Letter sheet, 8½ × 11 inches
 */
TlPaper
tl_paper_letter (void)
{
  return tl_paper_new (612.0, 792.0);
}

/**
 * tl_paper_for_locale:
 *
 * Returns: the sheet that offices use where the program's locale says it is: Letter or A4
 */
TlPaper
tl_paper_for_locale (void)
{
#ifdef _NL_PAPER_HEIGHT
  /* glibc gives this number, of millimetres, in place of the pointer. */
  int height = GPOINTER_TO_INT (nl_langinfo (_NL_PAPER_HEIGHT));

  if (height == 279)
    return tl_paper_letter ();
#endif

  return tl_paper_a4 ();
}

/**
 * tl_paper_by_name:
 * @name: `a4`, `a3`, `letter`, or anything else for what is usual where the program's locale says it is
 *
 * Returns: that sheet
 */
TlPaper
tl_paper_by_name (const char *name)
{
  if (g_strcmp0 (name, "a4") == 0)
    return tl_paper_a4 ();
  if (g_strcmp0 (name, "a3") == 0)
    return tl_paper_new (297.0 * 72.0 / 25.4, 420.0 * 72.0 / 25.4);
  if (g_strcmp0 (name, "letter") == 0)
    return tl_paper_letter ();
  return tl_paper_for_locale ();
}

/**
 * tl_paper_is_usable:
 * @self: a sheet
 *
 * Returns: whether a report can be laid out on it
 */
gboolean
tl_paper_is_usable (const TlPaper *self)
{
  double width = self->width - self->left - self->right;
  double height = self->height - self->top - self->bottom;

  return isfinite (width) && isfinite (height)
         && self->left >= 0.0 && self->right >= 0.0 && self->top >= 0.0 && self->bottom >= 0.0
         && width >= LEAST_WIDTH && height >= LEAST_HEIGHT;
}
