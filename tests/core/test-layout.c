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

/* Two people who name the same place in a risk's scope must make one pair, not two. */
static void
test_pairs_have_one_id (void)
{
  const TlField *risks = tl_layout_find_field (TL_TABLE_EVIDENCE, "risks");
  const TlField *actions = tl_layout_find_field (TL_TABLE_EVIDENCE, "actions");
  TlId row = { { 1 } }, target = { { 2 } };
  TlId pair = tl_field_get_pair_id (TL_TABLE_EVIDENCE, risks, &row, &target);
  TlId again = tl_field_get_pair_id (TL_TABLE_EVIDENCE, risks, &row, &target);
  TlId swapped = tl_field_get_pair_id (TL_TABLE_EVIDENCE, risks, &target, &row);
  TlId other = tl_field_get_pair_id (TL_TABLE_EVIDENCE, actions, &row, &target);

  g_assert_true (tl_id_equal (&pair, &again));
  g_assert_false (tl_id_equal (&pair, &swapped));
  g_assert_false (tl_id_equal (&pair, &other));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/links-have-targets", test_links_have_targets);
  g_test_add_func ("/layout/tables-are-found-by-name", test_tables_are_found_by_name);
  g_test_add_func ("/layout/rows-can-be-recognised", test_rows_can_be_recognised);
  g_test_add_func ("/layout/pairs-have-one-id", test_pairs_have_one_id);
  return g_test_run ();
}
