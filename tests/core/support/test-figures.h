/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A kept file of figures: comma-separated, with a head, without quotes. */
typedef struct
{
  GStrv head;
  GPtrArray *rows;
} TestFigures;

TestFigures    *test_figures_read   (const char    *path);
void        test_figures_free   (TestFigures       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestFigures, test_figures_free)
const char *test_figures_get    (const TestFigures *self,
                             guint          row,
                             const char    *column);
double      test_figures_number (const TestFigures *self,
                             guint          row,
                             const char    *column);

G_END_DECLS
