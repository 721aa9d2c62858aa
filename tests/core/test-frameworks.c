/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-key-question.h"

#include <glib/gstdio.h>
#include <string.h>

#define SAF "Single assessment framework, 2023"
#define DRAFT "Adult social care draft framework, March 2026"

static TlFrameworks *
load_ours (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "frameworks", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  TlFrameworks *frameworks = tl_frameworks_load (folder, NULL, &error);

  g_assert_no_error (error);
  return frameworks;
}

static guint
count_group (const TlFramework *framework,
             const char        *group)
{
  guint n = 0;

  for (guint i = 0; i < tl_framework_get_n_entries (framework); i++)
    n += g_str_equal (tl_framework_get_entry (framework, i)->group, group);
  return n;
}

/* As many statements under each key question as were published. */
static void
test_ours (void)
{
  g_autoptr (TlFrameworks) frameworks = load_ours ();
  static const struct { const char *group; guint n_2023, n_2026; } groups[] = {
    { "Safe", 8, 7 }, { "Effective", 6, 4 }, { "Caring", 5, 3 }, { "Responsive", 7, 4 }, { "Well-led", 8, 6 },
  };
  const TlFramework *saf = tl_frameworks_find (frameworks, SAF), *draft = tl_frameworks_find (frameworks, DRAFT);

  g_assert_cmpuint (tl_frameworks_get_n (frameworks), ==, 4);
  g_assert_cmpuint (tl_framework_get_n_entries (saf), ==, 34);
  g_assert_cmpuint (tl_framework_get_n_entries (draft), ==, 24);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      g_assert_cmpuint (count_group (saf, groups[i].group), ==, groups[i].n_2023);
      g_assert_cmpuint (count_group (draft, groups[i].group), ==, groups[i].n_2026);
    }
  g_assert_cmpstr (tl_framework_get_date (draft), ==, "2026-03-24");
  g_assert_cmpstr (tl_framework_get_status (draft), ==, "Draft");
  g_assert_nonnull (strstr (tl_framework_get_source (draft), "secondary source"));
  g_assert_null (tl_frameworks_find (frameworks, "Another framework"));
  g_assert_null (tl_frameworks_find (frameworks, NULL));
}

/* The workbook's own framework decides, then any; a key question may be named itself. */
static void
test_key_questions (void)
{
  g_autoptr (TlFrameworks) frameworks = load_ours ();
  guint place = 99;

  g_assert_cmpstr (tl_key_question_find (frameworks, SAF, "Medicines optimisation", &place), ==, "Safe");
  g_assert_cmpuint (place, ==, 0);
  g_assert_cmpstr (tl_key_question_find (frameworks, SAF, "Governance, management and sustainability", &place), ==,
                   "Well-led");
  g_assert_cmpuint (place, ==, 4);
  /* Person-centred care moved from Responsive to Caring. */
  g_assert_cmpstr (tl_key_question_find (frameworks, SAF, "Person-centred care", &place), ==, "Responsive");
  g_assert_cmpstr (tl_key_question_find (frameworks, DRAFT, "Person-centred care", &place), ==, "Caring");
  g_assert_cmpstr (tl_key_question_find (frameworks, SAF, "Safety culture", &place), ==, "Safe");
  g_assert_cmpstr (tl_key_question_find (frameworks, NULL, "Well-led", &place), ==, "Well-led");
  g_assert_cmpuint (place, ==, 4);
  g_assert_cmpstr (tl_key_question_find (frameworks, NULL, "caring: kindness", &place), ==, "Caring");
  g_assert_null (tl_key_question_find (frameworks, NULL, "Safely done", &place));
  g_assert_null (tl_key_question_find (frameworks, SAF, "", &place));
}

static void
test_regulations (void)
{
  g_autoptr (TlFrameworks) frameworks = load_ours ();

  g_assert_cmpstr (tl_frameworks_find_regulation (frameworks, "12")->title, ==, "Safe care and treatment");
  g_assert_cmpstr (tl_frameworks_find_regulation (frameworks, "9a")->title, ==, "Visiting and accompanying");
  g_assert_cmpstr (tl_frameworks_find_regulation (frameworks, "2009/12")->title, ==, "Statement of purpose");
  g_assert_null (tl_frameworks_find_regulation (frameworks, "99"));
}

static void
assert_crosses (const TlFrameworks *frameworks,
                const char         *from,
                const char         *code,
                const char         *to,
                TlCrossing          crossing,
                const char         *first)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();

  g_assert_cmpint (tl_frameworks_cross (frameworks, tl_frameworks_find (frameworks, from), code,
                                        tl_frameworks_find (frameworks, to), entries), ==, crossing);
  g_assert_cmpstr (entries->len > 0 ? ((const TlFrameworkEntry *) g_ptr_array_index (entries, 0))->title : NULL, ==, first);
}

/* The crosswalk speaks of every statement of 2023, and reads both ways. */
static void
test_crosswalk (void)
{
  g_autoptr (TlFrameworks) frameworks = load_ours ();
  const TlFramework *saf = tl_frameworks_find (frameworks, SAF), *draft = tl_frameworks_find (frameworks, DRAFT);

  for (guint i = 0; i < tl_framework_get_n_entries (saf); i++)
    {
      const char *code = tl_framework_get_entry (saf, i)->code;
      g_autoptr (GPtrArray) entries = g_ptr_array_new ();
      TlCrossing crossing = tl_frameworks_cross (frameworks, saf, code, draft, entries);

      g_assert_cmpint (crossing, !=, TL_CROSSING_UNKNOWN);
      g_assert_cmpint (crossing == TL_CROSSING_NONE, ==, entries->len == 0);
    }
  assert_crosses (frameworks, SAF, "safeguarding", DRAFT, TL_CROSSING_SAME, "Safeguarding");
  assert_crosses (frameworks, SAF, "Safe environments", DRAFT, TL_CROSSING_PART,
                  "Safe environments and infection prevention and control");
  assert_crosses (frameworks, SAF, "Planning for the future", DRAFT, TL_CROSSING_NONE, NULL);
  assert_crosses (frameworks, SAF, "Not a statement", DRAFT, TL_CROSSING_UNKNOWN, NULL);
  assert_crosses (frameworks, DRAFT, "Safe staffing", SAF, TL_CROSSING_SAME, "Safe and effective staffing");
}

#define HEAD "\"title\": \"A\", \"date\": \"2020\", \"status\": \"s\", \"source\": \"s\""
#define GROUPS "\"groups\": [{\"title\": \"Safe\", \"entries\": [{\"title\": \"One\"}]}]"

/* Files may be replaced by hand: each fault is named with its file, and none is fatal. */
static void
test_damaged_files (void)
{
  static const struct { const char *name, *text, *says; } damaged[] = {
    { "a.json", "", "no object" },
    { "a.json", "[1, 2]", "no object" },
    { "a.json", "{\"kind\": ", "isn’t JSON" },
    { "a.json", "{\"kind\": \"recipe\", " HEAD ", " GROUPS "}", "neither" },
    { "a.json", "{\"kind\": \"framework\", \"title\": 7}", "“title” must be a text" },
    { "a.json", "{\"kind\": \"framework\", " HEAD ", \"groups\": {}}", "“groups” must be a list" },
    { "a.json", "{\"kind\": \"framework\", " HEAD ", \"groups\": [3]}", "“title” must be a text" },
    { "a.json", "{\"kind\": \"regulations\", " HEAD ", " GROUPS "}", "“code” must be a text" },
    { "a.json", "{\"kind\": \"framework\", " HEAD ", \"groups\": [{\"title\": \"S\", \"entries\": [{\"title\": \"O\"}, {\"title\": \"o\"}]}]}",
      "twice" },
    { "crosswalk.json", "{\"from\": \"A\", \"to\": \"B\"}", "no framework “A”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (damaged); i++)
    {
      g_autofree char *folder = g_dir_make_tmp ("frameworks-XXXXXX", NULL);
      g_autofree char *path = g_build_filename (folder, damaged[i].name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (folder);
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (path, damaged[i].text, -1, NULL));
      g_assert_null (tl_frameworks_load (file, NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      if (strstr (error->message, damaged[i].says) == NULL || strstr (error->message, path) == NULL)
        g_error ("%s says: %s", damaged[i].text, error->message);
      g_remove (path);
      g_rmdir (folder);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/frameworks/ours", test_ours);
  g_test_add_func ("/frameworks/key-questions", test_key_questions);
  g_test_add_func ("/frameworks/regulations", test_regulations);
  g_test_add_func ("/frameworks/crosswalk", test_crosswalk);
  g_test_add_func ("/frameworks/damaged-files", test_damaged_files);
  return g_test_run ();
}
