/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-workbook-commands.h"
#include "tl-workbook-conflicts.h"
#include "tl-workbook-recorded.h"
#include "tl-workbook-undo.h"

#include <libglib-testing/signal-logger.h>

#include "support/test-store.h"
#include "support/test-taking-back.h"

/* 3 March 2026 at noon, UTC, in milliseconds since 1970. */
#define BEGINNING G_GINT64_CONSTANT (1772539200000)

typedef struct
{
  TestDesk *desk;
  TlWorkbook *workbook;
  TlId risk;
  /* When it was named. */
  gint64 named;
} Fixture;

static void
apply (TlWorkbook *workbook,
       TlChange   *change)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  tl_workbook_apply_async (workbook, change, NULL, test_keep_cb, &result);
  g_assert_true (tl_workbook_apply_finish (workbook, test_wait_for (&result), &error));
  g_assert_no_error (error);
  while (tl_workbook_get_busy (workbook))
    g_main_context_iteration (NULL, TRUE);
}

static void
name_risk (Fixture    *fixture,
           const char *title)
{
  g_autoptr (TlChange) change = tl_change_new ("risk.rename");

  tl_change_set_text (change, "risk", &fixture->risk, "title", title);
  apply (fixture->workbook, change);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (TlIdSource) ids = tl_id_source_new_seeded ("recorded", BEGINNING);
  g_autoptr (TlChange) change = tl_change_new ("test");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fixture->desk = test_desk_new ();
  tl_workbook_open_async (TL_STORE_ORIGIN_NEW, NULL, ids, NULL, test_keep_cb, &result);
  fixture->workbook = tl_workbook_open_finish (test_wait_for (&result), &error);
  g_assert_no_error (error);
  fixture->risk = tl_id_source_make_id (ids);
  tl_change_add_row (change, "risk", &fixture->risk);
  tl_change_set_text (change, "risk", &fixture->risk, "ref", "R1");
  tl_change_set_text (change, "risk", &fixture->risk, "title", "Medicines");
  tl_change_set_text (change, "risk", &fixture->risk, "opened", "2026-03-01");
  apply (fixture->workbook, change);
  fixture->named = tl_workbook_get_recorded (fixture->workbook);
  name_risk (fixture, "Medicines at night");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  tl_workbook_close_async (fixture->workbook, test_keep_cb, &result);
  tl_workbook_close_finish (fixture->workbook, test_wait_for (&result), &error);
  g_assert_no_error (error);
  g_object_unref (fixture->workbook);
  test_desk_free (fixture->desk);
}

static TlWorkbook *
load (Fixture  *fixture,
      gint64    time,
      GError  **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tl_workbook_load_recorded_async (fixture->workbook, time, NULL, test_keep_cb, &result);
  return tl_workbook_load_recorded_finish (fixture->workbook, test_wait_for (&result), error);
}

static const char *
get_title (Fixture    *fixture,
           TlWorkbook *workbook)
{
  return tl_risk_get_title (tl_workbook_find_risk (workbook, &fixture->risk));
}

static void
test_says_what_was_said_then (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlWorkbook) past = load (fixture, fixture->named, &error);
  g_autofree char *now = tl_workbook_get_fingerprint (fixture->workbook), *then = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (get_title (fixture, past), ==, "Medicines");
  g_assert_cmpstr (get_title (fixture, fixture->workbook), ==, "Medicines at night");
  g_assert_true (tl_workbook_is_past (past));
  g_assert_true (tl_workbook_get_present (past) == fixture->workbook);
  g_assert_false (tl_workbook_is_past (fixture->workbook));

  /* What paper prints of it: the day it was, and up to where its history goes. */
  g_assert_cmpint (tl_workbook_get_as_at (past), ==, tl_day_new (2026, 3, 3));
  g_assert_cmpint (tl_workbook_get_recorded (past), ==, fixture->named);
  then = tl_workbook_get_fingerprint (past);
  g_assert_cmpstr (then, !=, now);
}

static void
test_nothing_can_be_changed (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlWorkbook) past = load (fixture, fixture->named, &error);
  g_autoptr (GAsyncResult) result = NULL;

  g_assert_false (tl_workbook_get_editable (past));
  g_assert_cmpint (tl_workbook_get_saved_state (past), ==, TL_SAVED_STATE_READ_ONLY);
  g_assert_true (g_str_has_prefix (tl_workbook_get_save_problem (past), "As it was recorded on 3 March 2026 at "));
  tl_workbook_rename_risk_async (past, tl_workbook_find_risk (past, &fixture->risk), "Another", NULL, test_keep_cb, &result);
  g_assert_false (tl_workbook_apply_finish (past, test_wait_for (&result), &error));
  g_assert_error (error, TL_WORKBOOK_ERROR, TL_WORKBOOK_ERROR_NOT_EDITABLE);
  g_assert_true (g_str_has_prefix (error->message, "The workbook is shown as it was recorded on 3 March 2026 at "));
  g_assert_cmpstr (get_title (fixture, fixture->workbook), ==, "Medicines at night");
}

/* What happens to the workbook meanwhile doesn't reach its past, which goes on by other days all the same. */
static void
test_nothing_disturbs_it (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlWorkbook) past = load (fixture, fixture->named, &error);
  g_autoptr (GtSignalLogger) logger = gt_signal_logger_new ();

  gt_signal_logger_connect (logger, past, "notify");
  gt_signal_logger_connect (logger, tl_workbook_get_risks (past), "items-changed");
  name_risk (fixture, "Medicines by day");
  g_assert_cmpstr (get_title (fixture, past), ==, "Medicines");
  gt_signal_logger_assert_no_emissions (logger);
  g_clear_pointer (&logger, gt_signal_logger_free);

  tl_workbook_set_as_at (past, tl_day_new (2026, 3, 2));
  while (tl_workbook_get_busy (past))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (get_title (fixture, past), ==, "Medicines");
  g_assert_cmpint (tl_assessment_get_as_at (tl_workbook_get_assessment (past)), ==, tl_day_new (2026, 3, 2));
  g_assert_cmpint (tl_workbook_get_as_at (fixture->workbook), ==, tl_workbook_get_today (fixture->workbook));
}

static void
test_before_the_beginning (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (load (fixture, BEGINNING - 86400000, &error));
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_INVALID);
  g_assert_true (g_str_has_prefix (error->message, "The workbook began on 3 March 2026 at "));
  g_assert_true (g_str_has_suffix (error->message, ". Nothing was recorded before."));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/workbook-recorded/says-what-was-said-then", Fixture, NULL, set_up, test_says_what_was_said_then,
              tear_down);
  g_test_add ("/workbook-recorded/nothing-can-be-changed", Fixture, NULL, set_up, test_nothing_can_be_changed, tear_down);
  g_test_add ("/workbook-recorded/nothing-disturbs-it", Fixture, NULL, set_up, test_nothing_disturbs_it, tear_down);
  g_test_add ("/workbook-recorded/before-the-beginning", Fixture, NULL, set_up, test_before_the_beginning, tear_down);
  return g_test_run ();
}
