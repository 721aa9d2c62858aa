/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-report-fonts.h"

#include "tl-typesetter.h"

/* What is known of the computer's fonts is known to the whole program; the typesetter itself isn't kept. */
static gpointer
look_up_fonts (gpointer data)
{
  g_autoptr (TlTypesetter) typesetter = tl_typesetter_new ();

  for (int style = 0; style < TL_N_PRINT_STYLES; style++)
    tl_typesetter_get_width (typesetter, (TlPrintStyle) style, "A");
  return NULL;
}

/**
 * tl_report_prepare_fonts:
 *
 * Begins to look for the fonts of paper, which takes a while when it is done for the first time, beside whatever else has
 * to be done before a page can be laid out.
 *
 * Returns: (transfer full) (nullable): the thread that looks, to be joined before the program ends; %NULL when there is
 *   none to be had, and fonts are looked for when they are needed
 */
GThread *
tl_report_prepare_fonts (void)
{
  return g_thread_try_new ("fonts", look_up_fonts, NULL, NULL);
}
