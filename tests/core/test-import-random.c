/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-folder.h"
#include "support/test-store.h"
#include "tl-import-plan.h"

#include <string.h>

/* Whatever somebody does to the sample's sheets, the good rows can be imported, alone or over what is there, and a
 * second import of the same changes nothing. TL_TEST_FULL tries for longer. */

/* Cells that fit somewhere, and fit badly elsewhere. */
static const char *cells[] = {
  "", ";", "R1", "R2;R3;R1", "P-TW", "P-DA", "TAN", "QUI", "WEI", "M1", "M2", "A1", "A2", "E5", "V63", "S1", "G1", "0", "5",
  "3", "-3", "1e5", "50%", "2026-02-28", "31/12/2025", "2024-01-01", "2026-02-30", "yes", "no", "weekly", "team", "location",
  "shift", "accountable", "audit", "continue", "quality meeting", "sound", "supports", "Ref", "proportion", "Provider",
};

static char *
spoil_line (const char *line)
{
  g_auto (GStrv) parts = g_strsplit (line, ",", -1);
  guint n = g_strv_length (parts);
  guint first = (guint) g_test_rand_int_range (0, (int) n), second = (guint) g_test_rand_int_range (0, (int) n);

  if (g_test_rand_bit ())
    {
      char *moved = parts[first];

      parts[first] = parts[second];
      parts[second] = moved;
    }
  else
    {
      g_free (parts[first]);
      parts[first] = g_strdup (cells[g_test_rand_int_range (0, G_N_ELEMENTS (cells))]);
    }
  return g_strjoinv (",", parts);
}

/* Most lines stay; some go, come twice, or are spoilt. Those with quotation marks stay whole, so that the file does. */
static char *
spoil_sheet (const char *text)
{
  g_autoptr (GString) spoilt = g_string_new (NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL && i < 400; i++)
    {
      int what = g_test_rand_int_range (i > 0 ? 0 : 3, 60);
      g_autofree char *line = what == 3 && *lines[i] != '\0' && strchr (lines[i], '"') == NULL
                                ? spoil_line (lines[i]) : g_strdup (lines[i]);

      if (*line != '\0' && what != 1)
        g_string_append_printf (spoilt, "%s\n", line);
      if (*line != '\0' && what == 2 && strchr (line, '"') == NULL)
        g_string_append_printf (spoilt, "%s\n", line);
    }
  return g_string_free_and_steal (g_steal_pointer (&spoilt));
}

static void
spoil_folder (const char *from,
              const char *to)
{
  g_autoptr (GDir) files = g_dir_open (from, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *path = g_build_filename (from, name, NULL);
      g_autofree char *text = NULL;
      g_autofree char *spoilt = NULL;

      if (!g_str_has_suffix (name, ".csv") || !g_file_get_contents (path, &text, NULL, NULL))
        continue;
      spoilt = spoil_sheet (text);
      test_folder_write (to, name, spoilt, -1);
    }
}

/* Returns: how many edits it took; the store must accept them all */
static guint
import_good_rows (TlStore    *document,
                  const char   *folder)
{
  g_autoptr (TlSnapshot) snapshot = test_store_load (document);
  g_autoptr (TlImportPlan) plan = tl_import_plan_new (snapshot, test_folder_read (folder));
  TlChange *change = tl_import_plan_get_change (plan, TRUE);
  guint n_edits = change != NULL ? tl_change_get_n_edits (change) : 0;

  if (n_edits > 0)
    test_store_apply (document, change);
  return n_edits;
}

static void
test_random_sheets (gconstpointer data)
{
  gboolean over_sample = GPOINTER_TO_INT (data);
  guint n_rounds = g_getenv ("TL_TEST_FULL") != NULL ? 500 : 8;
  g_autofree char *sample = g_test_build_filename (G_TEST_DIST, "..", "data", "sample", NULL);

  for (guint i = 0; i < n_rounds; i++)
    {
      g_autofree char *folder = test_folder_make (NULL, NULL);
      g_autoptr (TestDesk) desk = test_desk_new ();
      TlStore *document = test_store_new ("random");

      if (over_sample)
        g_assert_cmpuint (import_good_rows (document, sample), >, 0);
      spoil_folder (sample, folder);
      import_good_rows (document, folder);
      g_assert_cmpuint (import_good_rows (document, folder), ==, 0);
      test_store_close (document);
      test_folder_remove (folder);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/import-random/alone", GINT_TO_POINTER (FALSE), test_random_sheets);
  g_test_add_data_func ("/import-random/over-the-sample", GINT_TO_POINTER (TRUE), test_random_sheets);
  return g_test_run ();
}
