/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-filled.h"
#include "support/test-store.h"
#include "support/test-taking-back.h"

#include <string.h>

#include "tl-join-plan.h"
#include "tl-store-join.h"
#include "tl-store-merge.h"
#include "tl-verify.h"

/* A location's own workbook, brought into its provider's. */

typedef struct
{
  TestDesk *desk;
  char *path;
  char *other_path;
  TlStore *store;
  TlStore *other;
  TlId provider;
  TlId house;
  TlId other_risk;
} Fixture;

static TlId
add_place (TlStore    *store,
           const char *name,
           const char *kind,
           const TlId *parent)
{
  TlId row = tl_id_source_make_id (tl_store_get_ids (store));
  g_autoptr (TlChange) change = tl_change_new ("test");

  tl_change_add_row (change, "place", &row);
  tl_change_set_text (change, "place", &row, "name", name);
  tl_change_set_text (change, "place", &row, "kind", kind);
  tl_change_set_id (change, "place", &row, "parent", parent);
  test_store_apply (store, change);
  return row;
}

static TlId
add_person (TlStore    *store,
            const char *name,
            const char *role)
{
  TlId row = tl_id_source_make_id (tl_store_get_ids (store));
  g_autoptr (TlChange) change = tl_change_new ("test");

  tl_change_add_row (change, "person", &row);
  tl_change_set_text (change, "person", &row, "name", name);
  tl_change_set_text (change, "person", &row, "role", role);
  test_store_apply (store, change);
  return row;
}

static void
set_text (TlStore    *store,
          const char *table,
          const TlId *row,
          const char *column,
          const char *text)
{
  g_autoptr (TlChange) change = tl_change_new ("test");

  tl_change_set_text (change, table, row, column, text);
  test_store_apply (store, change);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  TlId reading;

  self->desk = test_desk_new ();
  self->path = test_desk_path (self->desk, "provider.throughline");
  self->other_path = test_desk_path (self->desk, "house.throughline");
  self->store = test_store_new ("provider");
  self->provider = add_place (self->store, "Larkfield Care", "provider", NULL);
  self->house = add_place (self->store, "Larkfield", "location", &self->provider);
  add_place (self->store, "Nights", "shift", NULL);
  add_person (self->store, "Priya Nair", "Registered manager");
  add_person (self->store, "Ola Brightwater", "Night lead");
  test_store_add_risk (self->store, "R1", "Of the provider");
  test_store_add_risk (self->store, "R7", "Of the provider too");
  test_store_save (self->store, self->path);

  /* It has a place of its own, Priya Nair with the same role, R1, a measure, a reading and evidence. */
  self->other = test_store_new ("house");
  self->other_risk = test_fill (self->other, &reading);
  add_place (self->other, "Nights", "shift", NULL);
  add_person (self->other, "Ola Brightwater", "Deputy manager");
  test_store_add_risk (self->other, "R2", "Late calls");
  test_store_save (self->other, self->other_path);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  test_store_close (self->store);
  test_store_close (self->other);
  g_free (self->path);
  g_free (self->other_path);
  test_desk_free (self->desk);
}

static TlOtherWorkbook *
read_other (TlStore    *store,
            const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TlOtherWorkbook *other;

  tl_store_read_other_async (store, file, NULL, test_keep_cb, &result);
  test_wait_for (&result);
  other = tl_store_read_other_finish (store, result, &error);
  g_assert_no_error (error);
  return other;
}

static TlJoinPlan *
make_plan (Fixture *self)
{
  g_autoptr (TlOtherWorkbook) other = read_other (self->store, self->other_path);
  g_autoptr (TlSnapshot) existing = test_store_load (self->store);
  TlJoinPlan *plan;

  g_assert_false (other->same);
  plan = tl_join_plan_new (existing, other->snapshot, other->brought, &self->house);
  g_assert_nonnull (plan);
  return plan;
}

static void
join_plan (Fixture    *self,
           TlJoinPlan *plan)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->other_path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  tl_store_join_async (self->store, file, tl_join_plan_get_change (plan), NULL, test_keep_cb, &result);
  test_wait_for (&result);
  tl_store_join_finish (self->store, result, &error);
  g_assert_no_error (error);
}

static void
join (Fixture *self)
{
  g_autoptr (TlJoinPlan) plan = make_plan (self);

  join_plan (self, plan);
}

static const TlRiskFacts *
find_risk (TlSnapshot *snapshot,
           const char *ref)
{
  return tl_snapshot_find_ref (snapshot, TL_TABLE_RISK, ref);
}

static guint
count_people (TlSnapshot *snapshot,
              const char *name)
{
  guint n = 0;

  for (guint i = 0; i < tl_snapshot_count (snapshot, TL_TABLE_PERSON); i++)
    n += g_str_equal (((const TlPersonFacts *) tl_snapshot_get (snapshot, TL_TABLE_PERSON, i))->name, name);
  return n;
}

/* Its risks come with all that hangs on them and refs that are free; its place is ours, and so are people of the same
 * name and role. */
static void
test_all_comes_in (Fixture       *self,
                   gconstpointer  data)
{
  g_autoptr (TlJoinPlan) plan = make_plan (self);
  g_autoptr (TlSnapshot) snapshot = NULL;
  g_autoptr (TlVerification) found = NULL;
  const TlRiskFacts *risk;
  const TlMeasureFacts *measure;
  const TlReadingFacts *reading;

  g_assert_cmpuint (tl_join_plan_get_counts (plan, TL_TABLE_RISK).added, ==, 2);
  g_assert_cmpuint (tl_join_plan_get_counts (plan, TL_TABLE_READING).added, ==, 1);
  g_assert_cmpuint (tl_join_plan_get_counts (plan, TL_TABLE_PLACE).added, ==, 0);
  g_assert_cmpuint (tl_join_plan_get_n_matched (plan, TL_TABLE_PLACE), ==, 2);
  g_assert_cmpuint (tl_join_plan_get_counts (plan, TL_TABLE_PERSON).added, ==, 1);
  g_assert_cmpuint (tl_join_plan_get_n_matched (plan, TL_TABLE_PERSON), ==, 1);
  join_plan (self, plan);

  snapshot = test_store_load (self->store);
  g_assert_cmpuint (tl_snapshot_count (snapshot, TL_TABLE_RISK), ==, 4);
  g_assert_cmpstr (find_risk (snapshot, "R1")->title, ==, "Of the provider");
  g_assert_cmpstr (find_risk (snapshot, "R7")->title, ==, "Of the provider too");
  g_assert_cmpstr (find_risk (snapshot, "R2")->title, ==, "Late calls");
  risk = find_risk (snapshot, "R8");
  g_assert_nonnull (strstr (risk->title, "Missed “critical” medicines"));
  g_assert_cmpstr (risk->checked_by.person->name, ==, "Priya Nair");
  g_assert_cmpuint (risk->measures.n, ==, 1);
  measure = TL_FACTS_AT (risk->measures, TlMeasureFacts, 0);
  g_assert_cmpfloat (measure->target, ==, 97.5);
  reading = TL_FACTS_AT (measure->readings, TlReadingFacts, 0);
  g_assert_true (tl_id_equal (&reading->place->base.id, &self->house));
  g_assert_cmpfloat (reading->denominator, ==, 1.0 / 3);
  g_assert_cmpuint (risk->evidence.n, ==, 1);
  g_assert_cmpuint (count_people (snapshot, "Priya Nair"), ==, 1);
  g_assert_cmpuint (count_people (snapshot, "Ola Brightwater"), ==, 2);
  g_assert_null (tl_snapshot_get_key (snapshot, TL_KEY_PROVIDER));

  test_store_save (self->store, NULL);
  found = tl_verify_path (self->path, NULL, NULL, NULL, NULL, NULL);
  g_assert_cmpstr (found->fault, ==, NULL);
}

/* Brought in again nothing changes but what has changed there; what has been changed here meanwhile stays. */
static void
test_again (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (TlJoinPlan) same = NULL, changed = NULL;
  g_autoptr (TlSnapshot) snapshot = NULL;
  const TlRiskFacts *risk;
  TlId brought;

  join (self);
  same = make_plan (self);
  g_assert_cmpuint (tl_change_get_n_edits (tl_join_plan_get_change (same)), ==, 0);
  g_assert_cmpuint (tl_join_plan_get_counts (same, TL_TABLE_RISK).unchanged, ==, 2);

  snapshot = test_store_load (self->store);
  brought = find_risk (snapshot, "R8")->base.id;
  set_text (self->store, "risk", &brought, "title", "Named anew by the provider");
  set_text (self->other, "risk", &self->other_risk, "root_cause", "Nobody checks at night");
  test_store_add_risk (self->other, "R3", "Falls");
  test_store_save (self->other, NULL);
  changed = make_plan (self);
  g_assert_cmpuint (tl_join_plan_get_counts (changed, TL_TABLE_RISK).changed, ==, 1);
  g_assert_cmpuint (tl_join_plan_get_counts (changed, TL_TABLE_RISK).added, ==, 1);
  join_plan (self, changed);
  g_clear_pointer (&snapshot, tl_snapshot_unref);
  snapshot = test_store_load (self->store);
  risk = find_risk (snapshot, "R8");
  g_assert_cmpstr (risk->title, ==, "Named anew by the provider");
  g_assert_cmpstr (risk->root_cause, ==, "Nobody checks at night");
  g_assert_cmpstr (find_risk (snapshot, "R3")->title, ==, "Falls");
}

/* What was brought in and removed here stays away, with what would need it; what was changed on both sides is theirs. */
static void
test_what_was_removed_here_stays_away (Fixture       *self,
                                       gconstpointer  data)
{
  g_autoptr (TlChange) gone = tl_change_new ("test");
  g_autoptr (TlJoinPlan) plan = NULL;
  g_autoptr (TlSnapshot) snapshot = NULL;

  join (self);
  snapshot = test_store_load (self->store);
  tl_change_remove_row (gone, "risk", &find_risk (snapshot, "R2")->base.id);
  test_store_apply (self->store, gone);
  plan = make_plan (self);
  g_assert_cmpuint (tl_join_plan_get_counts (plan, TL_TABLE_RISK).left_out, ==, 1);
  g_assert_cmpuint (tl_join_plan_get_n_notes (plan), ==, 1);
  g_assert_cmpuint (tl_change_get_n_edits (tl_join_plan_get_change (plan)), ==, 0);
}

/* It is one change: one undo takes all of it back, and after that it comes in anew. */
static void
test_one_undo (Fixture       *self,
               gconstpointer  data)
{
  g_autofree char *before = test_store_dump (self->store);
  g_autofree char *after = NULL, *undone = NULL, *again = NULL;
  g_autoptr (GError) error = NULL;

  join (self);
  after = test_store_dump (self->store);
  g_assert_true (test_store_undo (self->store, &error));
  g_assert_no_error (error);
  undone = test_store_dump (self->store);
  g_assert_cmpstr (undone, ==, before);
  join (self);
  again = test_store_dump (self->store);
  g_assert_cmpstr (again, ==, after);
}

/* A provider with one location in the other workbook: the location is the one that is chosen. */
static void
test_a_provider_of_one_location (Fixture       *self,
                                 gconstpointer  data)
{
  g_autoptr (TlSnapshot) theirs = test_store_load (self->other);
  const TlPlaceFacts *house = tl_snapshot_get (theirs, TL_TABLE_PLACE, 0);
  TlId provider = add_place (self->other, "Its own provider", "provider", NULL);
  TlId house_id = house->kind == TL_PLACE_KIND_LOCATION
                    ? house->base.id : ((const TlPlaceFacts *) tl_snapshot_get (theirs, TL_TABLE_PLACE, 1))->base.id;
  g_autoptr (TlChange) change = tl_change_new ("test");
  g_autoptr (TlSnapshot) snapshot = NULL;
  const TlPlaceFacts *team = NULL;
  TlId team_id;

  tl_change_set_id (change, "place", &house_id, "parent", &provider);
  test_store_apply (self->other, change);
  team_id = add_place (self->other, "Orchard team", "team", &house_id);
  g_assert_false (tl_id_is_none (&team_id));
  test_store_save (self->other, NULL);
  join (self);
  snapshot = test_store_load (self->store);
  g_assert_cmpuint (tl_snapshot_count (snapshot, TL_TABLE_PLACE), ==, 4);
  for (guint i = 0; i < tl_snapshot_count (snapshot, TL_TABLE_PLACE); i++)
    {
      const TlPlaceFacts *place = tl_snapshot_get (snapshot, TL_TABLE_PLACE, i);

      team = place->kind == TL_PLACE_KIND_TEAM ? place : team;
    }
  g_assert_cmpstr (team->name, ==, "Orchard team");
  g_assert_true (tl_id_equal (&team->parent->base.id, &self->house));
}

/* A copy of the same workbook is known for one. */
static void
test_a_copy_is_merged (Fixture       *self,
                       gconstpointer  data)
{
  g_autoptr (TlOtherWorkbook) other = read_other (self->store, self->path);

  g_assert_true (other->same);
  g_assert_null (other->snapshot);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, test) g_test_add ("/join/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("all-comes-in", test_all_comes_in);
  ADD ("again", test_again);
  ADD ("what-was-removed-here-stays-away", test_what_was_removed_here_stays_away);
  ADD ("one-undo", test_one_undo);
  ADD ("a-provider-of-one-location", test_a_provider_of_one_location);
  ADD ("a-copy-is-merged", test_a_copy_is_merged);

  return g_test_run ();
}
