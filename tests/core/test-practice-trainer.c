/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-practice.h"
#include "support/test-store.h"
#include "support/test-workbook.h"
#include "support/test-xlsx.h"
#include "tl-practice-draft.h"
#include "tl-practice-group.h"
#include "tl-practice-parcel.h"
#include "tl-practice-traces.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* What a trainer needs: goes side by side, and what may be real in a workbook of which a case is to be made. */

#define CASE "kettle-wharf"

static void
test_side_by_side (void)
{
  g_autoptr (TestPractice) practice = test_practice_read (CASE);
  g_autoptr (TlPracticeGroup) group = tl_practice_group_new (practice->page, practice->assessment);
  g_autoptr (TlPracticeRun) expert = test_practice_read_expert (CASE);
  g_autoptr (TlPracticeRun) other_case = test_practice_read_expert ("saltings");
  g_autoptr (TlPracticeRun) other = tl_practice_run_new (CASE);
  g_autoptr (TlPracticeJudgement) judgement = tl_practice_judgement_new ("R1", TL_LINE_LINK_ACTED, TL_PRACTICE_STATE_WEAK);
  const char *about[] = { "A4", NULL };
  g_autofree char *first = NULL, *second = NULL;
  g_autoptr (GError) error = NULL;
  guint n_planted = 0;

  g_object_set (judgement, "subjects", about, "evidence", about, NULL);
  tl_practice_run_judge (other, judgement);
  g_assert_true (tl_practice_group_add (group, expert, &error));
  /* Nobody is laid beside the others who hasn't finished, or is at another case. */
  g_assert_false (tl_practice_group_add (group, other, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  g_clear_error (&error);
  g_assert_false (tl_practice_group_add (group, other_case, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_clear_error (&error);
  tl_practice_run_set_trainee (other, "Ola");
  tl_practice_run_commit (other);
  g_assert_true (tl_practice_group_add (group, other, &error));

  g_assert_cmpuint (tl_practice_group_get_n_trainees (group), ==, 2);
  first = tl_practice_group_dup_trainee (group, 0);
  second = tl_practice_group_dup_trainee (group, 1);
  g_assert_cmpstr (first, ==, "Trainee 1");
  g_assert_cmpstr (second, ==, "Ola");
  for (guint i = 0; i < tl_practice_group_get_n_rows (group); i++)
    {
      const TlPracticeAnswer *answer = tl_practice_group_get_row (group, i);
      gboolean both = g_strv_contains ((const char * const *) answer->subjects, "A4");

      n_planted += answer->planted;
      if (!answer->planted)
        continue;
      g_assert_cmpint (tl_practice_group_get_outcome (group, i, 0), ==, TL_PRACTICE_OUTCOME_FOUND);
      g_assert_cmpuint (tl_practice_group_count (group, i, TL_PRACTICE_OUTCOME_FOUND), ==, both ? 2 : 1);
      g_assert_cmpuint (tl_practice_group_count (group, i, TL_PRACTICE_OUTCOME_MISSED), ==, both ? 0 : 1);
    }
  g_assert_cmpuint (n_planted, ==, 6);
}

static void
assert_not_unpacked (TestDesk   *desk,
                     const char *name,
                     const char *part)
{
  g_autofree char *path = test_desk_path (desk, "refused");
  g_autofree char *file_path = test_desk_path (desk, name);
  g_autoptr (GFile) file = g_file_new_for_path (file_path);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_null (tl_practice_parcel_unpack (file, folder, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” doesn’t say “%s”", error->message, part);
  g_assert_false (g_file_query_exists (folder, NULL));
}

static void
test_parcel (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *built = g_test_build_filename (G_TEST_BUILT, "..", "data", "practice", CASE, NULL);
  g_autofree char *sent = test_desk_path (desk, "sent" TL_PRACTICE_PARCEL_SUFFIX);
  g_autofree char *again = test_desk_path (desk, "again" TL_PRACTICE_PARCEL_SUFFIX);
  g_autofree char *received = test_desk_path (desk, "received");
  g_autoptr (GFile) source = g_file_new_for_path (built), file = g_file_new_for_path (sent), second = g_file_new_for_path (again);
  g_autoptr (GFile) folder = g_file_new_for_path (received);
  g_autoptr (TlPracticeCase) found = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL, *more = NULL;
  gsize length = 0, more_length = 0;

  g_assert_true (tl_practice_parcel_write (source, file, NULL, &error));
  g_assert_true (tl_practice_parcel_write (source, second, NULL, &error));
  g_assert_true (g_file_get_contents (sent, &bytes, &length, NULL) && g_file_get_contents (again, &more, &more_length, NULL));
  g_assert_cmpmem (bytes, length, more, more_length);
  found = tl_practice_parcel_unpack (file, folder, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tl_practice_case_get_id (found), ==, "received");
  g_assert_true (g_file_query_exists (tl_practice_case_get_workbook (found), NULL));
  /* What is there already isn't written over. */
  g_assert_null (tl_practice_parcel_unpack (file, folder, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);

  g_assert_true (g_file_set_contents (again, bytes, (gssize) length / 2, NULL));
  assert_not_unpacked (desk, "again" TL_PRACTICE_PARCEL_SUFFIX, "again");
}

static void
test_parcels_from_outside (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *page_file = g_test_build_filename (G_TEST_DIST, "..", "data", "practice", CASE, "case.json", NULL);
  g_autofree char *page = NULL;
  g_autofree char *long_text = g_strnfill (2 * 1024 * 1024, ' ');
  g_autofree char *above = test_desk_path (desk, "above"), *other = test_desk_path (desk, "other");
  g_autofree char *twice = test_desk_path (desk, "twice"), *part = test_desk_path (desk, "part");
  g_autofree char *bomb = test_desk_path (desk, "bomb"), *altered = test_desk_path (desk, "altered");
  g_autofree char *text = test_desk_path (desk, "text");

  g_assert_true (g_file_get_contents (page_file, &page, NULL, NULL));
  test_xlsx_write (above, "../case.json", "{}", NULL);
  test_xlsx_write (other, "case.json", "{}", "notes.txt", "?", NULL);
  test_xlsx_write (twice, "case.json", "{}", "case.json", "{}", NULL);
  test_xlsx_write (part, "case.json", "{}", NULL);
  test_xlsx_write (bomb, "case.json", long_text, NULL);
  test_xlsx_write (altered, "case.json", page, "case.throughline", "a workbook", "SHA256SUMS", "0  case.json\n", NULL);
  g_assert_true (g_file_set_contents (text, "Dear trainees", -1, NULL));

  assert_not_unpacked (desk, "above", "it holds something else");
  assert_not_unpacked (desk, "other", "it holds something else");
  assert_not_unpacked (desk, "twice", "it holds something else");
  assert_not_unpacked (desk, "part", "part of it is missing");
  assert_not_unpacked (desk, "bomb", "far more than any real one");
  assert_not_unpacked (desk, "altered", "get the case anew");
  assert_not_unpacked (desk, "text", "text");
}

static JsonNode *
read_json (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "case.json", NULL);
  g_autofree char *text = NULL;
  JsonNode *root = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  root = json_from_string (text, NULL);
  g_assert_nonnull (root);
  return root;
}

/* What is made here of the page and workbook of a case that was built says the same. */
static void
test_draft (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *built_path = g_test_build_filename (G_TEST_BUILT, "..", "data", "practice", CASE, NULL);
  g_autofree char *made_path = test_desk_path (desk, "made");
  g_autoptr (GFile) built_folder = g_file_new_for_path (built_path), made_folder = g_file_new_for_path (made_path);
  g_autoptr (GFile) workbook = g_file_get_child (made_folder, "case.throughline");
  g_autoptr (GError) error = NULL;
  g_autoptr (TlPracticeCase) built = tl_practice_case_load (built_folder, NULL, &error);
  g_autoptr (TlPracticeCase) made = NULL, again = NULL;
  g_autoptr (JsonNode) built_page = NULL, made_page = NULL;
  TlPracticeDraft draft;

  g_assert_no_error (error);
  draft = tl_practice_draft_of (built);
  g_assert_true (g_file_make_directory (made_folder, NULL, NULL));
  /* Without a workbook there is no case. */
  g_assert_null (tl_practice_draft_finish (&draft, made_folder, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (g_file_copy (tl_practice_case_get_workbook (built), workbook, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL));
  made = tl_practice_draft_finish (&draft, made_folder, NULL, &error);
  g_assert_no_error (error);
  built_page = read_json (built_path);
  made_page = read_json (made_path);
  g_assert_true (json_node_equal (built_page, made_page));

  /* What a page lacks is said. */
  draft.title = "";
  again = tl_practice_draft_finish (&draft, made_folder, NULL, &error);
  g_assert_null (again);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_assert_nonnull (strstr (error->message, "“title” must be a text"));
}

static guint
count_traces (GArray     *traces,
              const char *found,
              const char *sentence)
{
  guint n = 0;

  for (guint i = 0; i < traces->len; i++)
    {
      const TlPracticeTrace *trace = &g_array_index (traces, TlPracticeTrace, i);

      n += strstr (trace->found, found) != NULL && strstr (trace->text, sentence) != NULL;
    }
  return n;
}

static void
test_traces (void)
{
  g_autoptr (TlSnapshot) snapshot
    = test_workbook_read ("Places\nRef | Name | Kind\nL1 | The Larches | location\n\n"
                          "People\nRef | Name | Role\nU1 | Ann Archer | Manager\n\n"
                          "Reviews\nRef | Date | Chair | Notes\nV1 | 2026-03-01 | Somebody Else | See www.example.org/minutes.\n\n"
                          "Evidence\nRef | Date | Source | Finding\n"
                          "E1 | 2026-03-01 | complaint | Rang 01632 960 123 and wrote to a.b@example.org about Mrs Oakley.\n"
                          "E2 | 2026-03-02 | incident | NHS 943 476 5919, born 3 May 1941, of ZE1 9ZZ.\n"
                          "E3 | 2026-03-03 | care record | National insurance QQ 12 34 56 C isn’t one, AB 12 34 56 C is.\n"
                          "E4 | 2026-03-04 | audit | 1,940 bells, 31/03/2026, 12 of 14, week 2026-13, at 10.05 to 10.40.\n\n",
                          NULL);
  g_autoptr (GArray) traces = tl_practice_find_traces (snapshot);

  g_assert_cmpuint (count_traces (traces, "The Larches", "This is a name"), ==, 1);
  g_assert_cmpuint (count_traces (traces, "Ann Archer", "This is a name"), ==, 1);
  g_assert_cmpuint (count_traces (traces, "Somebody Else", "names somebody"), ==, 1);
  g_assert_cmpuint (count_traces (traces, "www.example.org/minutes", "web address"), ==, 1);
  g_assert_cmpuint (count_traces (traces, "01632 960 123", "telephone"), ==, 1);
  g_assert_cmpuint (count_traces (traces, "a.b@example.org", "e-mail"), ==, 1);
  g_assert_cmpuint (count_traces (traces, "Mrs Oakley", "names somebody"), ==, 1);
  g_assert_cmpuint (count_traces (traces, "943 476 5919", "NHS number"), ==, 1);
  g_assert_cmpuint (count_traces (traces, "born 3", "date of birth"), ==, 1);
  g_assert_cmpuint (count_traces (traces, "ZE1 9ZZ", "postcode"), ==, 1);
  g_assert_cmpuint (count_traces (traces, "AB 12 34 56 C", "National Insurance"), ==, 1);
  g_assert_cmpuint (count_traces (traces, "QQ", ""), ==, 0);
  /* Figures, dates and times are nobody. */
  for (guint i = 0; i < traces->len; i++)
    g_assert_cmpstr (g_array_index (traces, TlPracticeTrace, i).row->ref, !=, "E4");
  g_assert_cmpuint (traces->len, ==, 11);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/practice-trainer/side-by-side", test_side_by_side);
  g_test_add_func ("/practice-trainer/draft", test_draft);
  g_test_add_func ("/practice-trainer/parcel", test_parcel);
  g_test_add_func ("/practice-trainer/parcels-from-outside", test_parcels_from_outside);
  g_test_add_func ("/practice-trainer/traces", test_traces);
  return g_test_run ();
}
