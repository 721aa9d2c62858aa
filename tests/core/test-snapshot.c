/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-snapshot-builder.h"

#include <math.h>

static TlId
make_id (guint8 number)
{
  TlId id = { { 0 } };

  id.bytes[15] = number;
  return id;
}

static void
begin (TlSnapshotBuilder *builder,
       TlTable            table,
       guint8             number,
       const char        *ref)
{
  TlId id = make_id (number);

  tl_snapshot_builder_begin_row (builder, table, &id, ref, 0);
}

static void
set_text (TlSnapshotBuilder *builder,
          TlTable            table,
          const char        *column,
          const char        *text)
{
  g_auto (TlValue) value = TL_VALUE_INIT;

  tl_value_set_text (&value, text);
  tl_snapshot_builder_set (builder, tl_layout_find_field (table, column), &value);
}

static void
set_link (TlSnapshotBuilder *builder,
          TlTable            table,
          const char        *column,
          guint8             number)
{
  g_auto (TlValue) value = TL_VALUE_INIT;
  TlId id = make_id (number);

  tl_value_set_id (&value, &id);
  tl_snapshot_builder_set (builder, tl_layout_find_field (table, column), &value);
}

/* Rows come in any order; what names them must find them, and lists must be in the order people count. */
static void
test_links_in_any_order (void)
{
  TlId document = make_id (255), item = make_id (3), second = make_id (2), tenth = make_id (10), nobody = make_id (99);
  g_autoptr (TlSnapshotBuilder) builder = tl_snapshot_builder_new (&document);
  const TlField *risks = tl_layout_find_field (TL_TABLE_EVIDENCE, "risks");
  g_autoptr (TlSnapshot) snapshot = NULL;
  const TlRiskFacts *risk;
  const TlEvidenceFacts *evidence;

  tl_snapshot_builder_add_pair (builder, TL_TABLE_EVIDENCE, risks, &item, &tenth);
  tl_snapshot_builder_add_pair (builder, TL_TABLE_EVIDENCE, risks, &item, &second);
  tl_snapshot_builder_add_pair (builder, TL_TABLE_EVIDENCE, risks, &item, &nobody);
  begin (builder, TL_TABLE_EVIDENCE, 3, "E1");
  begin (builder, TL_TABLE_RATING, 5, NULL);
  set_link (builder, TL_TABLE_RATING, "risk", 2);
  set_text (builder, TL_TABLE_RATING, "date", "2026-02-01");
  begin (builder, TL_TABLE_RATING, 6, NULL);
  set_link (builder, TL_TABLE_RATING, "risk", 2);
  set_text (builder, TL_TABLE_RATING, "date", "2025-12-31");
  begin (builder, TL_TABLE_RATING, 7, NULL);
  set_link (builder, TL_TABLE_RATING, "risk", 99);
  begin (builder, TL_TABLE_RISK, 10, "R10");
  begin (builder, TL_TABLE_RISK, 2, "R2");
  set_text (builder, TL_TABLE_RISK, "regulations", "12; 2009/18 ;;17");
  snapshot = tl_snapshot_builder_end (builder);

  g_assert_cmpuint (tl_snapshot_count (snapshot, TL_TABLE_RISK), ==, 2);
  risk = tl_snapshot_get (snapshot, TL_TABLE_RISK, 0);
  g_assert_cmpstr (risk->base.ref, ==, "R2");
  g_assert_true (tl_snapshot_find_ref (snapshot, TL_TABLE_RISK, "R2") == risk);
  g_assert_cmpstr (risk->regulations[1], ==, "2009/18");
  g_assert_cmpuint (g_strv_length ((char **) risk->regulations), ==, 3);
  g_assert_cmpuint (risk->ratings.n, ==, 2);
  g_assert_cmpint (TL_FACTS_AT (risk->ratings, TlRatingFacts, 0)->date, ==, tl_day_new (2025, 12, 31));
  g_assert_true (TL_FACTS_AT (risk->ratings, TlRatingFacts, 1)->risk == risk);

  evidence = tl_snapshot_find (snapshot, TL_TABLE_EVIDENCE, &item);
  g_assert_cmpuint (evidence->risks.n, ==, 2);
  g_assert_true (evidence->risks.rows[0] == risk);
  g_assert_cmpuint (risk->evidence.n, ==, 1);
  g_assert_true (risk->evidence.rows[0] == evidence);
}

static void
test_missing_numbers_are_not_zero (void)
{
  TlId document = make_id (255);
  g_autoptr (TlSnapshotBuilder) builder = tl_snapshot_builder_new (&document);
  g_autoptr (TlSnapshot) snapshot = NULL;
  const TlReadingFacts *reading;

  begin (builder, TL_TABLE_READING, 1, NULL);
  set_text (builder, TL_TABLE_READING, "numerator", "many");
  snapshot = tl_snapshot_builder_end (builder);
  reading = tl_snapshot_get (snapshot, TL_TABLE_READING, 0);
  g_assert_true (isnan (reading->numerator));
  g_assert_true (isnan (reading->denominator));
  g_assert_null (reading->measure);
  g_assert_cmpint (reading->date, ==, TL_NO_DAY);
}

static void
test_settings_fall_back_to_standard_ones (void)
{
  TlId document = make_id (255);
  g_autoptr (TlSnapshotBuilder) builder = tl_snapshot_builder_new (&document);
  g_autoptr (TlSnapshot) snapshot = NULL;
  const TlSettings *settings;

  tl_snapshot_builder_set_key (builder, "Screen outliers", "No");
  tl_snapshot_builder_set_key (builder, "Latest window", "4");
  tl_snapshot_builder_set_key (builder, "Overload risks", "many");
  tl_snapshot_builder_set_key (builder, TL_KEY_TODAY, "2026-06-09");
  snapshot = tl_snapshot_builder_end (builder);
  settings = tl_snapshot_get_settings (snapshot);
  g_assert_false (settings->screen_outliers);
  g_assert_cmpint (settings->latest_window, ==, 4);
  g_assert_cmpint (settings->overload_risks, ==, 5);
  g_assert_cmpfloat (settings->gap_percent, ==, 20);
  g_assert_cmpint (tl_snapshot_get_today (snapshot), ==, tl_day_new (2026, 6, 9));
  g_assert_cmpstr (tl_snapshot_get_provider (snapshot), ==, "");
}

static void
test_keys_say_what_they_expect (void)
{
  g_autofree char *expected = NULL;

  g_assert_true (tl_snapshot_check_key ("Latest window", "5", &expected));
  g_assert_null (expected);
  g_assert_false (tl_snapshot_check_key ("Latest window", "2.5", &expected));
  g_assert_cmpstr (expected, ==, "a whole number from 1 to 104");
  g_clear_pointer (&expected, g_free);
  g_assert_false (tl_snapshot_check_key ("Today", "9 June", &expected));
  g_assert_nonnull (expected);
}

static void
test_refs_compare_as_people_count (void)
{
  g_assert_cmpint (tl_facts_compare_refs ("R2", "R10"), <, 0);
  g_assert_cmpint (tl_facts_compare_refs ("r2", "R2a"), <, 0);
  g_assert_cmpint (tl_facts_compare_refs ("A9", "R1"), <, 0);
  g_assert_cmpint (tl_facts_compare_refs ("R02", "R2"), ==, 0);
  g_assert_cmpint (tl_facts_compare_refs (NULL, "R2"), >, 0);
  g_assert_cmpint (tl_facts_compare_refs ("R99999999999999999999998", "R99999999999999999999999"), <, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/snapshot/links-in-any-order", test_links_in_any_order);
  g_test_add_func ("/snapshot/missing-numbers", test_missing_numbers_are_not_zero);
  g_test_add_func ("/snapshot/settings", test_settings_fall_back_to_standard_ones);
  g_test_add_func ("/snapshot/keys", test_keys_say_what_they_expect);
  g_test_add_func ("/snapshot/refs", test_refs_compare_as_people_count);
  return g_test_run ();
}
