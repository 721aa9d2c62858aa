/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-dump.h"
#include "support/test-importing.h"
#include "support/test-store.h"

#include "tl-import-plan.h"
#include "tl-source.h"

/* Spreadsheets that went through another program's hands, kept as it wrote them. */

static guint
import (TlStore    *document,
        const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "libreoffice", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  TlSheets *sheets = tl_source_read (file, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (sheets->notes->len, ==, 0);
  return test_import (document, sheets);
}

static char *
dump (TlStore *document)
{
  g_autoptr (TlSnapshot) snapshot = test_store_load (document);

  return test_dump (snapshot, FALSE);
}

/* What one of them says, the other says too: into a new document, and into the one that has it already. */
static void
assert_same (const char *one,
             const char *other,
             guint       least)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  TlStore *first = test_store_new ("first");
  TlStore *second = test_store_new ("second");
  g_autofree char *expected = NULL, *found = NULL;

  g_assert_cmpuint (import (first, one), >, least);
  g_assert_cmpuint (import (second, other), >, least);
  expected = dump (first);
  found = dump (second);
  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpuint (import (first, other), ==, 0);
  test_store_close (first);
  test_store_close (second);
}

static void
test_saved_again (void)
{
  assert_same ("exported.xlsx", "saved-again.xlsx", 2500);
}

static void
test_template_filled_in (void)
{
  assert_same ("template-filled", "template-filled.xlsx", 10);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/libreoffice/saved-again", test_saved_again);
  g_test_add_func ("/exchange/libreoffice/template-filled-in", test_template_filled_in);
  return g_test_run ();
}
