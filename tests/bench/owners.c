/* SPDX-License-Identifier: GPL-3.0-or-later */
/* owners FILE SIZE: the accountable-owner map of everything, of one person's risks, the paths through its busiest node, and
 * the lists beside the map. */

#include <locale.h>

#include "ratio.h"
#include "test-store.h"
#include "tl-owner-map.h"
#include "tl-owner-records.h"
#include "tl-person-parts.h"

typedef struct
{
  TlAssessment *assessment;
  TlOwnerMap *map;
  guint n_times;
} Bench;

static double
make_map (gpointer data)
{
  Bench *self = data;
  gint64 start = g_get_monotonic_time ();
  g_autoptr (TlOwnerMap) map = tl_owner_map_new (self->assessment, NULL);

  g_assert_cmpuint (tl_owner_map_get_n_edges (map), >, 0);
  return bench_since (start);
}

/* Another person each time. */
static double
filter_map (gpointer data)
{
  Bench *self = data;
  TlSnapshot *snapshot = tl_assessment_get_snapshot (self->assessment);
  guint person = self->n_times++ * 7 % tl_snapshot_count (snapshot, TL_TABLE_PERSON);
  const TlOwnerMapFilter filter = { .person = tl_snapshot_get (snapshot, TL_TABLE_PERSON, person) };
  gint64 start = g_get_monotonic_time ();

  tl_owner_map_free (tl_owner_map_new (self->assessment, &filter));
  return bench_since (start);
}

/* Whom the records of every open risk name, against the map. */
static double
compare_records (gpointer data)
{
  Bench *self = data;
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < tl_assessment_get_n_risks (self->assessment); i++)
    {
      const TlRiskJudgement *risk = tl_assessment_get_risk (self->assessment, i);

      if (risk->state == TL_RISK_STATE_OPEN)
        tl_owner_records_free (tl_owner_records_new (self->assessment, risk));
    }
  return bench_since (start);
}

static double
list_people (gpointer data)
{
  Bench *self = data;
  gint64 start = g_get_monotonic_time ();

  tl_people_parts_free (tl_people_parts_new (self->assessment, NULL));
  return bench_since (start);
}

static guint
find_busiest (const TlOwnerMap *map)
{
  guint busiest = 0, most = 0;

  for (guint i = 0; i < tl_owner_map_get_n_nodes (map); i++)
    {
      guint n = tl_owner_map_count_edges (map, i, -1) + tl_owner_map_count_edges (map, i, 1);

      if (n > most)
        {
          busiest = i;
          most = n;
        }
    }
  return busiest;
}

static double
trace_paths (gpointer data)
{
  Bench *self = data;
  guint busiest = find_busiest (self->map);
  gint64 start = g_get_monotonic_time ();

  tl_map_trace_free (tl_owner_map_trace (self->map, busiest));
  return bench_since (start);
}

int
main (int    argc,
      char **argv)
{
  static const BenchTitle whole = { "owners", "the map of all open risks", NULL, 100 };
  static const BenchTitle person = { "owners", "the map of one person", NULL, 16.7 };
  static const BenchTitle records = { "owners", "names in records, of all risks", NULL, 500 };
  static const BenchTitle people = { "owners", "what each person does", NULL, 500 };
  static const BenchTitle trace = { "owners", "the paths through one node", NULL, 16.7 };
  g_autoptr (TestDesk) desk = NULL;
  g_autoptr (TlSnapshot) snapshot = NULL;
  Bench self = { 0 };
  TlStore *store;

  setlocale (LC_ALL, "");
  g_return_val_if_fail (argc == 3, 2);

  desk = test_desk_new ();
  store = test_store_open_file (argv[1]);
  snapshot = test_store_load (store);
  test_store_close (store);
  self.assessment = tl_assessment_new (snapshot, tl_snapshot_get_today (snapshot));
  self.map = tl_owner_map_new (self.assessment, NULL);
  bench_measure (argv[2], &whole, make_map, &self);
  bench_measure (argv[2], &person, filter_map, &self);
  bench_measure (argv[2], &records, compare_records, &self);
  bench_measure (argv[2], &people, list_people, &self);
  bench_measure (argv[2], &trace, trace_paths, &self);
  tl_owner_map_free (self.map);
  tl_assessment_unref (self.assessment);
  return 0;
}
