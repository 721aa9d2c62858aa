/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Cells that hold several things, taken apart. */

char **tl_foreign_split_actions (const char *text);
char **tl_foreign_split_for     (const char *text,
                                 guint       n);
char **tl_foreign_split_people  (const char *text);

G_END_DECLS
