/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-store.h"

#include "tl-foreign-again.h"
#include "tl-foreign-memory.h"

/* What somebody said of a spreadsheet needn't be said again: of the same file once it is mended, and of the next one. */

#define TABLE "Area of concern,Action required,Lead,Target date\n" \
              "Late calls,Call every hour,RM,30/06/2026\n" \
              "Missed doses,Audit the charts,Deputy,31/07/2026\n"
#define WITH_A_COLUMN "Area of concern,House,Action required,Lead,Target date\n" \
                      "Late calls,Weir,Call every hour,RM,30/06/2026\n" \
                      "Missed doses,Weir,Audit the charts,Deputy,31/07/2026\n"

static TlForeignBook *
read_book (TestDesk   *desk,
           const char *text)
{
  g_autofree char *path = test_desk_path (desk, "Tracker.csv");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  TlForeignBook *book;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  book = tl_foreign_book_read (file, NULL, &error);
  g_assert_no_error (error);
  return book;
}

static TlSnapshot *
load_nothing (TestDesk *desk)
{
  TlStore *document = test_store_new (NULL);
  TlSnapshot *nothing = test_store_load (document);

  test_store_close (document);
  return nothing;
}

static void
test_mended_file (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autoptr (TlSnapshot) existing = load_nothing (desk);
  g_autoptr (TlForeignBook) book = read_book (desk, TABLE);
  g_autoptr (TlForeignBook) mended = read_book (desk, "Quillbrook Care\nSent back in June\n" WITH_A_COLUMN);
  g_autoptr (TlForeignMapping) mapping = tl_foreign_mapping_guess (book, existing, NULL);
  g_autoptr (TlForeignMapping) again = NULL;

  tl_foreign_mapping_set_field (mapping, 0, 2, TL_FOREIGN_FIELD_NOTE);
  tl_foreign_mapping_set_field (mapping, 0, 3, TL_FOREIGN_FIELD_ACTION_DONE);
  tl_foreign_mapping_set_split (mapping, 0, FALSE);
  tl_foreign_mapping_set_as_of (mapping, tl_day_new (2026, 6, 4));
  tl_foreign_mapping_set_meaning (mapping, TL_FOREIGN_FIELD_ACTION_PERSON, "RM", "Jo Lamb; Registered manager");

  again = tl_foreign_mapping_again (mapping, mended, existing, NULL);
  g_assert_cmpuint (tl_foreign_mapping_get_heading_row (again, 0), ==, 3);
  g_assert_cmpstr (tl_foreign_mapping_get_heading (again, 0, 3), ==, "Lead");
  g_assert_cmpint (tl_foreign_mapping_get_field (again, 0, 3), ==, TL_FOREIGN_FIELD_NOTE);
  g_assert_cmpint (tl_foreign_mapping_get_field (again, 0, 4), ==, TL_FOREIGN_FIELD_ACTION_DONE);
  g_assert_cmpint (tl_foreign_mapping_get_field (again, 0, 2), ==, tl_foreign_mapping_get_field (mapping, 0, 1));
  g_assert_false (tl_foreign_mapping_get_split (again, 0));
  g_assert_cmpint (tl_foreign_mapping_get_as_of (again), ==, tl_day_new (2026, 6, 4));
  g_assert_cmpstr (tl_foreign_mapping_get_meaning (again, TL_FOREIGN_FIELD_ACTION_PERSON, "rm"), ==,
                   "Jo Lamb; Registered manager");
}

/* Where the table is gone nothing is forced upon what stands there instead. */
static void
test_another_file_in_its_place (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autoptr (TlSnapshot) existing = load_nothing (desk);
  g_autoptr (TlForeignBook) book = read_book (desk, TABLE);
  g_autoptr (TlForeignBook) other = read_book (desk, "Name,Role\nJo Lamb,Registered manager\nKim Ash,Deputy manager\n");
  g_autoptr (TlForeignMapping) mapping = tl_foreign_mapping_guess (book, existing, NULL);
  g_autoptr (TlForeignMapping) guess = tl_foreign_mapping_guess (other, existing, NULL);
  g_autoptr (TlForeignMapping) again = tl_foreign_mapping_again (mapping, other, existing, NULL);

  g_assert_cmpint (tl_foreign_mapping_get_kind (again, 0), ==, tl_foreign_mapping_get_kind (guess, 0));
  g_assert_cmpuint (tl_foreign_mapping_get_heading_row (again, 0), ==, tl_foreign_mapping_get_heading_row (guess, 0));
  for (guint i = 0; i < tl_foreign_mapping_get_n_columns (again, 0); i++)
    g_assert_cmpint (tl_foreign_mapping_get_field (again, 0, i), ==, tl_foreign_mapping_get_field (guess, 0, i));
}

/* Headings that were pointed out the last time, above others that look more like headings. */
static void
test_headings_pointed_out (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autoptr (TlSnapshot) existing = load_nothing (desk);
  g_autoptr (TlForeignBook) book = read_book (desk, "Strand,Step,Sponsor,Horizon\n" TABLE);
  g_autoptr (TlForeignMapping) mapping = tl_foreign_mapping_guess (book, existing, NULL);
  g_autoptr (TlForeignMemory) memory = tl_foreign_memory_new ();
  g_autoptr (TlForeignMapping) later = NULL;

  g_assert_cmpuint (tl_foreign_mapping_get_heading_row (mapping, 0), ==, 2);
  tl_foreign_mapping_set_heading_row (mapping, 0, 1, 1);
  tl_foreign_mapping_set_kind (mapping, 0, TL_FOREIGN_KIND_PLAN);
  tl_foreign_mapping_set_field (mapping, 0, 1, TL_FOREIGN_FIELD_ACTION_TITLE);
  tl_foreign_memory_keep (memory, mapping);

  later = tl_foreign_mapping_guess (book, existing, memory);
  g_assert_true (tl_foreign_mapping_is_remembered (later, 0));
  g_assert_cmpuint (tl_foreign_mapping_get_heading_row (later, 0), ==, 1);
  g_assert_cmpint (tl_foreign_mapping_get_field (later, 0, 1), ==, TL_FOREIGN_FIELD_ACTION_TITLE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/foreign-again/mended-file", test_mended_file);
  g_test_add_func ("/foreign-again/another-file-in-its-place", test_another_file_in_its_place);
  g_test_add_func ("/foreign-again/headings-pointed-out", test_headings_pointed_out);
  return g_test_run ();
}
