/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-layout.h"

#include <string.h>

/* Every link must point at the facts of the table it names, or a snapshot would mix up rows. */
static void
test_links_have_targets (void)
{
  for (TlTable table = 0; table < TL_N_TABLES; table++)
    {
      const TlTableLayout *layout = tl_layout_get (table);

      for (guint i = 0; i < layout->n_fields; i++)
        {
          const TlField *field = &layout->fields[i];
          gboolean links = field->type == TL_FIELD_LINK || field->type == TL_FIELD_LINKS;

          g_assert_cmpint (links, ==, field->target != TL_NO_TABLE);
          g_assert_cmpint (field->type == TL_FIELD_WORD, ==, field->words != NULL);
          g_assert_cmpuint (field->offset, <, layout->facts_size);
          if (field->back_offset != 0)
            g_assert_cmpuint (field->back_offset, <, tl_layout_get (field->target)->facts_size);
        }
    }
}

static void
test_tables_are_found_by_name (void)
{
  for (TlTable table = 0; table < TL_N_TABLES; table++)
    {
      g_assert_cmpint (tl_layout_find_table (tl_layout_get (table)->name), ==, table);
      g_assert_cmpint (tl_layout_find_sheet (tl_layout_get (table)->sheet), ==, table);
    }
  g_assert_cmpint (tl_layout_find_table ("sqlite_master"), ==, TL_NO_TABLE);
  g_assert_cmpint (tl_layout_find_sheet ("expected EVIDENCE"), ==, TL_TABLE_EXPECTED_EVIDENCE);
}

/* A sheet without refs must have something else to recognise its rows by. */
static void
test_rows_can_be_recognised (void)
{
  for (TlTable table = 0; table < TL_N_TABLES; table++)
    {
      const TlTableLayout *layout = tl_layout_get (table);
      gboolean has_key = layout->has_ref_key;

      for (guint i = 0; i < layout->n_fields; i++)
        has_key |= (layout->fields[i].flags & TL_FIELD_KEY) != 0;
      g_assert_true (has_key);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/links-have-targets", test_links_have_targets);
  g_test_add_func ("/layout/tables-are-found-by-name", test_tables_are_found_by_name);
  g_test_add_func ("/layout/rows-can-be-recognised", test_rows_can_be_recognised);
  return g_test_run ();
}
