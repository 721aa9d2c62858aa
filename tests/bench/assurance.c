/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <sqlite3.h>

#include "ratio.h"
#include "test-store.h"
#include "tl-assessing.h"
#include "tl-assessment.h"

/* assurance FILE SIZE: row B9. What it costs to draw every conclusion, against one scan of the readings by SQLite in
 * this process; and what an edit costs until the conclusions are there again. */

typedef struct
{
  sqlite3 *database;
  sqlite3_stmt *scan;
  TlStore *store;
  TlSnapshot *snapshot;
} Bench;

static double
assess (gpointer data)
{
  Bench *self = data;
  gint64 start = g_get_monotonic_time ();
  TlAssessment *assessment = tl_assessment_new (self->snapshot, tl_snapshot_get_today (self->snapshot));
  double time = bench_since (start);

  tl_assessment_unref (assessment);
  return time;
}

static double
load_and_assess (gpointer data)
{
  Bench *self = data;
  gint64 start = g_get_monotonic_time ();
  TlSnapshot *snapshot = test_store_load (self->store);
  TlAssessment *assessment = tl_assessment_new (snapshot, tl_snapshot_get_today (snapshot));
  double time = bench_since (start);

  tl_assessment_unref (assessment);
  tl_snapshot_unref (snapshot);
  return time;
}

static double
scan (gpointer data)
{
  Bench *self = data;
  gint64 start = g_get_monotonic_time ();
  int result;

  while ((result = sqlite3_step (self->scan)) == SQLITE_ROW)
    continue;
  g_assert_cmpint (result, ==, SQLITE_DONE);
  sqlite3_reset (self->scan);
  return bench_since (start);
}

static void
open_database (Bench      *self,
               const char *path)
{
  static const char sql[] = "SELECT measure, count (*), sum (numerator), sum (denominator), min (date), max (date) "
                            "FROM reading GROUP BY measure";

  g_assert_cmpint (sqlite3_open_v2 (path, &self->database, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  sqlite3_exec (self->database, "PRAGMA cache_size = -1048576", NULL, NULL, NULL);
  g_assert_cmpint (sqlite3_prepare_v2 (self->database, sql, -1, &self->scan, NULL), ==, SQLITE_OK);
}

int
main (int    argc,
      char **argv)
{
  static const BenchTitle alone = { "B9", "assurance of everything", "GROUP BY scan of the readings", 3 };
  static const BenchTitle whole = { "B9 read", "reading and assurance of everything", "GROUP BY scan of the readings", 0 };
  Bench self = { 0 };
  g_autoptr (TestDesk) desk = NULL;

  setlocale (LC_ALL, "");
  g_return_val_if_fail (argc == 3, 2);

  desk = test_desk_new ();
  open_database (&self, argv[1]);
  self.store = test_store_open_file (argv[1]);
  self.snapshot = test_store_load (self.store);

  bench_compare (argv[2], &alone, assess, scan, &self);
  g_clear_pointer (&self.snapshot, tl_snapshot_unref);
  bench_compare (argv[2], &whole, load_and_assess, scan, &self);

  sqlite3_finalize (self.scan);
  sqlite3_close (self.database);
  test_store_close (self.store);
  return 0;
}
