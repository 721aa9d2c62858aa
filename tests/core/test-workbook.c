/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-same.h"
#include "tl-assessing.h"
#include "tl-workbook-commands.h"
#include "tl-workbook-undo.h"

#include <glib/gstdio.h>
#include <libglib-testing/signal-logger.h>

/* A folder of its own for the files and working copies of each test. */
typedef struct
{
  char *folder;
  GFile *file;
  TlWorkbook *workbook;
  TlId ben;
} Fixture;

typedef struct
{
  GAsyncResult *result;
} Answer;

static void
answer_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  ((Answer *) user_data)->result = g_object_ref (result);
}

static GAsyncResult *
wait_for (Answer *answer)
{
  while (answer->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return answer->result;
}

static TlWorkbook *
open_workbook (TlStoreOrigin  origin,
               GFile         *file)
{
  g_autoptr (TlIdSource) ids = tl_id_source_new_seeded ("workbook", G_GINT64_CONSTANT (1775000000000));
  g_autoptr (GError) error = NULL;
  Answer answer = { NULL };
  TlWorkbook *workbook;

  tl_workbook_open_async (origin, file, ids, NULL, answer_cb, &answer);
  workbook = tl_workbook_open_finish (wait_for (&answer), &error);
  g_assert_no_error (error);
  g_object_unref (answer.result);
  return workbook;
}

static void
close_workbook (TlWorkbook *workbook)
{
  g_autoptr (GError) error = NULL;
  Answer answer = { NULL };

  tl_workbook_close_async (workbook, answer_cb, &answer);
  g_assert_true (tl_workbook_close_finish (workbook, wait_for (&answer), &error));
  g_assert_no_error (error);
  g_object_unref (answer.result);
  g_object_unref (workbook);
}

static void
apply (TlWorkbook *workbook,
       TlChange   *change)
{
  g_autoptr (GError) error = NULL;
  Answer answer = { NULL };

  tl_workbook_apply_async (workbook, change, NULL, answer_cb, &answer);
  g_assert_true (tl_workbook_apply_finish (workbook, wait_for (&answer), &error));
  g_assert_no_error (error);
  g_object_unref (answer.result);
  while (tl_workbook_get_busy (workbook))
    g_main_context_iteration (NULL, TRUE);
}

static void
save (TlWorkbook *workbook,
      GFile      *file)
{
  g_autoptr (GError) error = NULL;
  Answer answer = { NULL };

  tl_workbook_save_async (workbook, file, NULL, answer_cb, &answer);
  g_assert_true (tl_workbook_save_finish (workbook, wait_for (&answer), &error));
  g_assert_no_error (error);
  g_object_unref (answer.result);
}

static TlId
add_person (TlWorkbook *workbook,
            TlChange   *change,
            const char *ref,
            const char *name,
            const char *until_date)
{
  TlId id = tl_id_source_make_id (tl_workbook_get_ids (workbook));

  tl_change_add_row (change, "person", &id);
  tl_change_set_text (change, "person", &id, "ref", ref);
  tl_change_set_text (change, "person", &id, "name", name);
  tl_change_set_text (change, "person", &id, "role", "Manager");
  if (until_date != NULL)
    tl_change_set_text (change, "person", &id, "until_date", until_date);
  return id;
}

static void
fill (Fixture *fixture)
{
  g_autoptr (TlChange) change = tl_change_new ("test");
  TlIdSource *ids = tl_workbook_get_ids (fixture->workbook);
  TlId risk = tl_id_source_make_id (ids), ownership = tl_id_source_make_id (ids), setting = tl_id_source_make_id (ids);
  TlId ann = add_person (fixture->workbook, change, "P1", "Ann Archer", NULL);

  fixture->ben = add_person (fixture->workbook, change, "P2", "Ben Baker", NULL);
  add_person (fixture->workbook, change, "P3", "Cal Cooper", "2026-02-01");
  tl_change_add_row (change, "setting", &setting);
  tl_change_set_text (change, "setting", &setting, "key", TL_KEY_TODAY);
  tl_change_set_text (change, "setting", &setting, "value", "2026-06-09");
  tl_change_add_row (change, "risk", &risk);
  tl_change_set_text (change, "risk", &risk, "ref", "R1");
  tl_change_set_text (change, "risk", &risk, "title", "Medicine gaps");
  tl_change_add_row (change, "ownership", &ownership);
  tl_change_set_id (change, "ownership", &ownership, "risk", &risk);
  tl_change_set_id (change, "ownership", &ownership, "person", &ann);
  tl_change_set_text (change, "ownership", &ownership, "part", "accountable");
  tl_change_set_text (change, "ownership", &ownership, "from_date", "2026-01-05");
  apply (fixture->workbook, change);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = NULL;
  g_autofree char *copies = NULL;

  fixture->folder = g_dir_make_tmp ("throughline-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "service.throughline", NULL);
  copies = g_build_filename (fixture->folder, "copies", NULL);
  tl_store_set_folder (copies);
  fixture->file = g_file_new_for_path (path);
  fixture->workbook = open_workbook (TL_STORE_ORIGIN_NEW, NULL);
  fill (fixture);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);

  for (const char *name = folder != NULL ? g_dir_read_name (folder) : NULL; name != NULL; name = g_dir_read_name (folder))
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_folder (child);
    }
  g_remove (path);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  close_workbook (fixture->workbook);
  g_object_unref (fixture->file);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static TlRisk *
get_risk (TlWorkbook *workbook)
{
  g_autoptr (TlRisk) risk = g_list_model_get_item (tl_workbook_get_risks (workbook), 0);

  return risk;
}

static gboolean
finish (TlWorkbook  *workbook,
        Answer      *answer,
        GError     **error)
{
  gboolean done = tl_workbook_apply_finish (workbook, wait_for (answer), error);

  g_clear_object (&answer->result);
  while (tl_workbook_get_busy (workbook))
    g_main_context_iteration (NULL, TRUE);
  return done;
}

static gboolean
retitle (TlWorkbook  *workbook,
        const char  *title,
        GError     **error)
{
  Answer answer = { NULL };

  tl_workbook_rename_risk_async (workbook, get_risk (workbook), title, NULL, answer_cb, &answer);
  return finish (workbook, &answer, error);
}

static gboolean
name_owner (TlWorkbook  *workbook,
            const char  *ref,
            TlDay        from_date,
            GError     **error)
{
  GListModel *people = tl_workbook_get_people (workbook);
  Answer answer = { NULL };

  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr (TlPerson) person = g_list_model_get_item (people, i);

      if (g_str_equal (tl_record_get_ref (TL_RECORD (person)), ref))
        tl_workbook_name_owner_async (workbook, get_risk (workbook), person, from_date, "Handed over", NULL, answer_cb, &answer);
    }
  return finish (workbook, &answer, error);
}

/* A new title is told once, reaches the file, and is there when the file is opened again. */
static void
test_a_title_reaches_the_file (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr (GtSignalLogger) logger = gt_signal_logger_new ();
  g_autoptr (GError) error = NULL;
  TlWorkbook *again;

  g_assert_cmpint (tl_workbook_get_saved_state (fixture->workbook), ==, TL_SAVED_STATE_UNTITLED);
  save (fixture->workbook, fixture->file);
  g_assert_cmpint (tl_workbook_get_saved_state (fixture->workbook), ==, TL_SAVED_STATE_SAVED);

  gt_signal_logger_connect (logger, get_risk (fixture->workbook), "notify::title");
  g_assert_true (retitle (fixture->workbook, "  Medicine record gaps ", &error));
  g_assert_no_error (error);
  gt_signal_logger_assert_notify_emission_pop (logger, get_risk (fixture->workbook), "title");
  gt_signal_logger_assert_no_emissions (logger);
  g_assert_cmpstr (tl_risk_get_title (get_risk (fixture->workbook)), ==, "Medicine record gaps");
  g_assert_cmpint (tl_workbook_get_saved_state (fixture->workbook), ==, TL_SAVED_STATE_UNSAVED);
  save (fixture->workbook, NULL);

  again = open_workbook (TL_STORE_ORIGIN_COPY, fixture->file);
  g_assert_cmpstr (tl_risk_get_title (get_risk (again)), ==, "Medicine record gaps");
  g_assert_cmpstr (tl_risk_get_judgement (get_risk (again))->facts->title, ==, "Medicine record gaps");
  close_workbook (again);
}

static void
test_a_title_must_be_one (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *long_title = g_strnfill (201, 'x');

  g_assert_false (retitle (fixture->workbook, "   ", &error));
  g_assert_error (error, TL_WORKBOOK_ERROR, TL_WORKBOOK_ERROR_TITLE);
  g_clear_error (&error);
  g_assert_false (retitle (fixture->workbook, "One\ntwo", &error));
  g_assert_error (error, TL_WORKBOOK_ERROR, TL_WORKBOOK_ERROR_TITLE);
  g_clear_error (&error);
  g_assert_false (retitle (fixture->workbook, long_title, &error));
  g_assert_error (error, TL_WORKBOOK_ERROR, TL_WORKBOOK_ERROR_TITLE);
  g_assert_cmpstr (tl_risk_get_title (get_risk (fixture->workbook)), ==, "Medicine gaps");
}

/* Whoever takes over is the only one who answers: the other's part ends on the day on which this one begins. */
static void
test_a_hand_over_leaves_one_owner (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  const TlRiskJudgement *judgement;
  TlDay from_date = tl_day_new (2026, 6, 1);

  g_assert_true (name_owner (fixture->workbook, "P2", from_date, &error));
  g_assert_no_error (error);
  judgement = tl_risk_get_judgement (get_risk (fixture->workbook));
  g_assert_cmpuint (judgement->n_owners, ==, 1);
  g_assert_cmpstr (judgement->owner->person->name, ==, "Ben Baker");
  g_assert_cmpint (judgement->owner->from_date, ==, from_date);
  g_assert_cmpstr (judgement->owner->reason, ==, "Handed over");
  g_assert_cmpuint (judgement->facts->ownerships.n, ==, 2);
  g_assert_cmpint (TL_FACTS_AT (judgement->facts->ownerships, TlOwnershipFacts, 0)->until_date, ==, from_date);
}

static void
test_a_hand_over_can_be_refused (Fixture       *fixture,
                                 gconstpointer  data)
{
  static const struct { const char *person; int month, day; TlWorkbookError code; } cases[] = {
    { "P1", 6, 1, TL_WORKBOOK_ERROR_PERSON },  /* is the owner already */
    { "P3", 6, 1, TL_WORKBOOK_ERROR_PERSON },  /* has left */
    { "P2", 6, 10, TL_WORKBOOK_ERROR_DATE },   /* tomorrow */
    { "P2", 1, 5, TL_WORKBOOK_ERROR_DATE },    /* the day on which the owner became it */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (name_owner (fixture->workbook, cases[i].person, tl_day_new (2026, cases[i].month, cases[i].day), &error));
      g_assert_error (error, TL_WORKBOOK_ERROR, (int) cases[i].code);
      g_assert_cmpuint (tl_risk_get_judgement (get_risk (fixture->workbook))->facts->ownerships.n, ==, 1);
    }
}

/* The past is for reading: nothing can be changed while another day is shown. */
static void
test_another_day_is_read_only (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_workbook_get_editable (fixture->workbook));
  tl_workbook_set_as_at (fixture->workbook, tl_day_new (2026, 1, 4));
  while (tl_workbook_get_busy (fixture->workbook))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (tl_workbook_get_editable (fixture->workbook));
  g_assert_cmpuint (tl_risk_get_judgement (get_risk (fixture->workbook))->n_owners, ==, 0);
  g_assert_false (retitle (fixture->workbook, "Another", &error));
  g_assert_error (error, TL_WORKBOOK_ERROR, TL_WORKBOOK_ERROR_NOT_EDITABLE);

  tl_workbook_set_as_at (fixture->workbook, TL_NO_DAY);
  while (tl_workbook_get_busy (fixture->workbook))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (tl_workbook_get_editable (fixture->workbook));
  g_assert_cmpuint (tl_risk_get_judgement (get_risk (fixture->workbook))->n_owners, ==, 1);
}

static gboolean
take_back (TlWorkbook *workbook,
           gboolean    again,
           GError    **error)
{
  Answer answer = { NULL };

  if (again)
    tl_workbook_redo_async (workbook, NULL, answer_cb, &answer);
  else
    tl_workbook_undo_async (workbook, NULL, answer_cb, &answer);
  return finish (workbook, &answer, error);
}

static void
wait_for_words (TlWorkbook *workbook,
                const char *undo,
                const char *redo)
{
  while (g_strcmp0 (tl_workbook_get_undo_words (workbook), undo) != 0
         || g_strcmp0 (tl_workbook_get_redo_words (workbook), redo) != 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (tl_workbook_get_can_undo (workbook) == (undo != NULL));
  g_assert_true (tl_workbook_get_can_redo (workbook) == (redo != NULL));
}

/* What is undone and done again shows where it was, and whoever offers it knows what it would be. */
static void
test_undo_and_redo (Fixture       *fixture,
                    gconstpointer  data)
{
  static const char renaming[] = "renamed R1 from “Medicine gaps” to “Medicine record gaps”";
  g_autoptr (TlChange) change = tl_change_new ("test");
  g_autoptr (GtSignalLogger) logger = gt_signal_logger_new ();
  g_autoptr (TlRisk) again = NULL;
  g_autoptr (GError) error = NULL;
  TlId id = tl_id_source_make_id (tl_workbook_get_ids (fixture->workbook));
  GListModel *risks = tl_workbook_get_risks (fixture->workbook);

  g_assert_true (retitle (fixture->workbook, "Medicine record gaps", NULL));
  wait_for_words (fixture->workbook, renaming, NULL);
  gt_signal_logger_connect (logger, fixture->workbook, "notify::can-redo");
  g_assert_true (take_back (fixture->workbook, FALSE, NULL));
  g_assert_cmpstr (tl_risk_get_title (get_risk (fixture->workbook)), ==, "Medicine gaps");
  while (!tl_workbook_get_can_redo (fixture->workbook))
    g_main_context_iteration (NULL, TRUE);
  gt_signal_logger_assert_notify_emission_pop (logger, fixture->workbook, "can-redo");
  g_assert_cmpstr (tl_workbook_get_redo_words (fixture->workbook), ==, renaming);
  g_assert_true (take_back (fixture->workbook, TRUE, NULL));
  g_assert_cmpstr (tl_risk_get_title (get_risk (fixture->workbook)), ==, "Medicine record gaps");

  tl_change_add_row (change, "risk", &id);
  tl_change_set_text (change, "risk", &id, "ref", "R2");
  tl_change_set_text (change, "risk", &id, "title", "Old plans");
  apply (fixture->workbook, change);
  g_assert_true (take_back (fixture->workbook, FALSE, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (risks), ==, 1);
  g_assert_true (take_back (fixture->workbook, TRUE, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (risks), ==, 2);
  again = g_list_model_get_item (risks, 1);
  g_assert_cmpstr (tl_risk_get_title (again), ==, "Old plans");
  wait_for_words (fixture->workbook, "added R2 to Risks", NULL);

  tl_workbook_set_as_at (fixture->workbook, tl_day_new (2026, 1, 4));
  g_assert_false (tl_workbook_get_can_undo (fixture->workbook));
  g_assert_false (take_back (fixture->workbook, FALSE, &error));
  g_assert_error (error, TL_WORKBOOK_ERROR, TL_WORKBOOK_ERROR_NOT_EDITABLE);
}

/* A title doesn't touch what is concluded of other risks, so their rows stay as they are. */
static void
test_other_risks_stay_silent (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (TlChange) change = tl_change_new ("test");
  g_autoptr (GtSignalLogger) logger = gt_signal_logger_new ();
  g_autoptr (TlRisk) other = NULL;
  TlId id = tl_id_source_make_id (tl_workbook_get_ids (fixture->workbook));

  tl_change_add_row (change, "risk", &id);
  tl_change_set_text (change, "risk", &id, "ref", "R2");
  tl_change_set_text (change, "risk", &id, "title", "Old plans");
  apply (fixture->workbook, change);
  other = g_list_model_get_item (tl_workbook_get_risks (fixture->workbook), 1);
  gt_signal_logger_connect (logger, other, "notify");
  g_assert_true (retitle (fixture->workbook, "Medicine record gaps", NULL));
  gt_signal_logger_assert_no_emissions (logger);
}

static TlAssessment *
assess_anew (TlWorkbook *workbook)
{
  g_autoptr (GError) error = NULL;
  Answer answer = { NULL };
  TlAssessment *assessment;

  tl_assess_async (tl_workbook_get_store (workbook), TL_NO_DAY, NULL, NULL, answer_cb, &answer);
  assessment = tl_assess_finish (wait_for (&answer), &error);
  g_assert_no_error (error);
  g_object_unref (answer.result);
  return assessment;
}

static void
assert_up_to_date (TlWorkbook *workbook)
{
  g_autoptr (TlAssessment) fresh = assess_anew (workbook);

  g_assert_true (test_same_assessment (tl_workbook_get_assessment (workbook), fresh));
}

/* Whether what is concluded was brought up to date for the risks that were touched, this one not among them. */
static gboolean
was_left_alone (Fixture *fixture,
                guint    position)
{
  g_autoptr (TlRisk) risk = g_list_model_get_item (tl_workbook_get_risks (fixture->workbook), position);

  return !tl_assessment_may_differ (tl_workbook_get_assessment (fixture->workbook), tl_record_get_id (TL_RECORD (risk)));
}

/* After the first edit two copies of what is concluded take turns, through an undo and a change that must be read anew. */
static void
test_conclusions_follow (Fixture       *fixture,
                         gconstpointer  data)
{
  static const char * const titles[] = { "Gaps", "Gaps at night", "Gaps in the record" };
  g_autoptr (TlChange) change = tl_change_new ("test");
  g_autoptr (TlChange) setting = tl_change_new ("test");
  TlId id = tl_id_source_make_id (tl_workbook_get_ids (fixture->workbook));
  TlId key = tl_setting_get_id (tl_store_get_document (tl_workbook_get_store (fixture->workbook)), "Overload risks");

  tl_change_add_row (change, "risk", &id);
  tl_change_set_text (change, "risk", &id, "ref", "R2");
  tl_change_set_text (change, "risk", &id, "title", "Old plans");
  apply (fixture->workbook, change);
  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_assert_true (retitle (fixture->workbook, titles[i], NULL));
      assert_up_to_date (fixture->workbook);
    }
  g_assert_true (was_left_alone (fixture, 1));
  g_assert_false (was_left_alone (fixture, 0));

  g_assert_true (take_back (fixture->workbook, FALSE, NULL));
  assert_up_to_date (fixture->workbook);
  g_assert_true (was_left_alone (fixture, 1));

  tl_change_add_row (setting, TL_SETTING_TABLE, &key);
  tl_change_set_text (setting, TL_SETTING_TABLE, &key, TL_SETTING_KEY, "Overload risks");
  tl_change_set_text (setting, TL_SETTING_TABLE, &key, TL_SETTING_VALUE, "1");
  apply (fixture->workbook, setting);
  assert_up_to_date (fixture->workbook);
  g_assert_false (was_left_alone (fixture, 1));
}

/* Whoever holds what was concluded, a report being printed or a page not yet told, keeps it as it was. */
static void
test_what_is_held_never_changes (Fixture       *fixture,
                                 gconstpointer  data)
{
  static const char * const titles[] = { "Gaps", "Gaps at night", "Gaps in the record", "No gaps" };
  g_autoptr (GPtrArray) held = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_assessment_unref);
  g_autoptr (GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      TlAssessment *assessment = tl_assessment_ref (tl_workbook_get_assessment (fixture->workbook));

      g_ptr_array_add (held, assessment);
      g_ptr_array_add (dumps, test_dump_assessment (assessment));
      g_assert_true (retitle (fixture->workbook, titles[i], NULL));
      assert_up_to_date (fixture->workbook);
    }
  for (guint i = 0; i < held->len; i++)
    {
      g_autofree char *dump = test_dump_assessment (g_ptr_array_index (held, i));

      g_assert_cmpstr (dump, ==, g_ptr_array_index (dumps, i));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/workbook/title", test_a_title_reaches_the_file);
  ADD ("/workbook/title-refused", test_a_title_must_be_one);
  ADD ("/workbook/hand-over", test_a_hand_over_leaves_one_owner);
  ADD ("/workbook/hand-over-refused", test_a_hand_over_can_be_refused);
  ADD ("/workbook/another-day", test_another_day_is_read_only);
  ADD ("/workbook/undo", test_undo_and_redo);
  ADD ("/workbook/others-silent", test_other_risks_stay_silent);
  ADD ("/workbook/conclusions-follow", test_conclusions_follow);
  ADD ("/workbook/held-never-changes", test_what_is_held_never_changes);
  return g_test_run ();
}
