/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-figures.h"

#include <math.h>

TestFigures *
test_figures_read (const char *path)
{
  g_autofree char *file = g_test_build_filename (G_TEST_DIST, "data", path, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;
  TestFigures *self = g_new0 (TestFigures, 1);

  g_file_get_contents (file, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  self->head = g_strsplit (g_strstrip (lines[0]), ",", -1);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      if (*g_strstrip (lines[i]) != '\0')
        g_ptr_array_add (self->rows, g_strsplit (lines[i], ",", -1));
    }
  g_assert_cmpuint (self->rows->len, >, 0);
  return self;
}

void
test_figures_free (TestFigures *self)
{
  g_strfreev (self->head);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

const char *
test_figures_get (const TestFigures *self,
              guint          row,
              const char    *column)
{
  GStrv cells = g_ptr_array_index (self->rows, row);

  for (guint i = 0; self->head[i] != NULL; i++)
    {
      if (g_str_equal (self->head[i], column))
        return cells[i];
    }
  g_error ("There is no column “%s”", column);
}

/* An empty cell is no number. */
double
test_figures_number (const TestFigures *self,
                 guint          row,
                 const char    *column)
{
  const char *cell = test_figures_get (self, row, column);

  return *cell != '\0' && !g_str_equal (cell, "NA") ? g_ascii_strtod (cell, NULL) : NAN;
}
