/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A kept file of figures: comma-separated, with a head, without quotes. */
typedef struct
{
  GStrv head;
  GPtrArray *rows;
} TestCsv;

TestCsv    *test_csv_read   (const char    *path);
void        test_csv_free   (TestCsv       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestCsv, test_csv_free)
const char *test_csv_get    (const TestCsv *self,
                             guint          row,
                             const char    *column);
double      test_csv_number (const TestCsv *self,
                             guint          row,
                             const char    *column);

G_END_DECLS
