/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include <glib/gstdio.h>
#include <string.h>

#include "test-workbook.h"
#include "test-xlsx.h"
#include "tl-practice-debrief.h"
#include "tl-practice-parcel.h"

/* What a trainer and a trainee send each other: a case as one file, its page, and judgements, which are laid beside the
 * answers of a small workbook. */

static const char facts[] =
  "Workbook\nKey | Value\nToday | 2026-03-31\n\n"
  "Places\nRef | Name | Kind\nSED | Sedge | location\nWHA | Wharf | location\n\n"
  "Risks\nRef | Title | Theme | Scope | Opened\nR1 | Notes | records | SED; WHA | 2026-01-01\n\n"
  "Measures\nRef | Risk | Title | Kind | Direction | Target | Period | Role\nM1 | R1 | Notes | proportion | at least | 90 | monthly | primary\n\n"
  "Readings\nMeasure | Date | Place | Numerator | Denominator\nM1 | 2026-03-15 | WHA | 298 | 300\nM1 | 2026-03-15 | SED | 14 | 30\n\n"
  "Actions\nRef | Risk | Title\nA4 | R1 | Look\n\n"
  "Answers\nRisk | Subject | Link | State | Why | Evidence | Check\n"
  "R1 | M1; SED | Even | weak | Hidden. | M1; X1 | variation-hidden\nR1 | | Owned | missing | Nobody. | R1 | owner-missing\n"
  "R1 | A4 | Acted | sound | Fine. | A4 |\n\n";

static TlAssessment *assessment;
static TlPracticeCase *whole;
static char *folder;
static char *path;

static void
add_seed (GPtrArray  *seeds,
          const char *first,
          ...)
{
  g_autofree char *name = NULL;
  const char *part;
  va_list parts;
  GPtrArray *all = g_ptr_array_new ();
  char *content;
  gsize length;

  va_start (parts, first);
  for (part = first; part != NULL; part = va_arg (parts, const char *))
    g_ptr_array_add (all, (gpointer) part);
  va_end (parts);
  g_ptr_array_add (all, NULL);
  name = g_build_filenamev ((char **) all->pdata);
  g_ptr_array_unref (all);
  g_assert_true (g_file_get_contents (name, &content, &length, NULL));
  g_ptr_array_add (seeds, g_bytes_new_take (content, length));
}

static void
begin (GPtrArray *seeds)
{
  const char *source = g_getenv ("G_TEST_SRCDIR");
  g_autoptr (TlSnapshot) snapshot = test_workbook_read (facts, NULL);
  g_autoptr (GFile) page = g_file_new_build_filename (source, "..", "data", "practice", "kettle-wharf", "case.json", NULL);
  const char *text;

  assessment = tl_assessment_new (snapshot, tl_day_new (2026, 3, 31));
  whole = tl_practice_case_load_page (page, "kettle-wharf", NULL, NULL);
  g_assert_nonnull (whole);
  folder = g_dir_make_tmp ("throughline-fuzz-XXXXXX", NULL);
  path = g_build_filename (folder, "input", NULL);
  add_seed (seeds, source, "data", "practice", "kettle-wharf.ini", NULL);
  add_seed (seeds, source, "..", "data", "practice", "kettle-wharf", "case.json", NULL);
  text = g_bytes_get_data (g_ptr_array_index (seeds, 1), NULL);
  test_xlsx_write (path, "case.json", text, "case.throughline", "a workbook", "SHA256SUMS", "0  case.json\n", NULL);
  add_seed (seeds, path, NULL);
}

static void
try_run (const char *data,
         gsize       length)
{
  g_autoptr (TlPracticeRun) run = tl_practice_run_parse (data, length, NULL);
  g_autoptr (TlPracticeDebrief) debrief = NULL;
  g_autofree char *text = NULL;

  if (run == NULL)
    return;
  tl_practice_run_commit (run);
  text = tl_practice_run_to_text (run);
  debrief = tl_practice_debrief_new (whole, assessment, run, NULL);
}

static void
try_page (GFile *file)
{
  g_autoptr (TlPracticeCase) page = tl_practice_case_load_page (file, "a", NULL, NULL);

  if (page != NULL)
    g_strfreev (tl_practice_sheet_check (page, assessment));
}

static void
try_parcel (GFile *file)
{
  g_autoptr (GFile) out = g_file_new_build_filename (folder, "case", NULL);

  /* No damage makes sums right again. */
  g_assert_null (tl_practice_parcel_unpack (file, out, NULL, NULL));
  g_assert_false (g_file_query_exists (out, NULL));
}

static void
try (GBytes *input)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gsize length;
  const char *data = g_bytes_get_data (input, &length);

  if (length > 0 && data[0] != '{' && data[0] != 'P')
    {
      try_run (data, length);
      return;
    }
  g_assert_true (g_file_set_contents_full (path, data, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  if (length > 0 && data[0] == 'P')
    try_parcel (file);
  else
    try_page (file);
}

static void
end (void)
{
  g_remove (path);
  g_rmdir (folder);
  g_free (path);
  g_free (folder);
  g_object_unref (whole);
  tl_assessment_unref (assessment);
}

const FuzzTarget fuzz_target = { "practice", 6000, begin, try, end };
