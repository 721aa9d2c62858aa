/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* As much as a row, a title or a caption shows of a text; the whole stands where it is edited, and on paper. */
#define TL_FITTED_ROW 600
#define TL_FITTED_TITLE 200

char *tl_fitted_text (const char *text,
                      guint       most);

G_END_DECLS
