/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is concluded after one edit: as the window goes about it, from when the edit is durable until everything that shows
 * data has been told. */

#include <locale.h>

#include "ratio.h"
#include "test-store.h"
#include "tl-workbook.h"

typedef struct
{
  TlWorkbook *workbook;
  gint64 start;
  double time;
  gboolean done;
  guint n_edits;
} Bench;

static void
busy_cb (Bench *self)
{
  if (tl_workbook_get_busy (self->workbook))
    self->start = g_get_monotonic_time ();
  else
    self->time = bench_since (self->start);
}

static void
applied_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Bench *self = user_data;
  g_autoptr (GError) error = NULL;

  if (!tl_workbook_apply_finish (TL_WORKBOOK (source), result, &error))
    g_error ("%s", error->message);
  self->done = TRUE;
}

static double
apply (Bench    *self,
       TlChange *change)
{
  self->done = FALSE;
  tl_workbook_apply_async (self->workbook, change, NULL, applied_cb, self);
  while (!self->done || tl_workbook_get_busy (self->workbook))
    g_main_context_iteration (NULL, TRUE);
  return self->time;
}

static TlSnapshot *
get_snapshot (Bench *self)
{
  return tl_assessment_get_snapshot (tl_workbook_get_assessment (self->workbook));
}

static const TlFacts *
draw_row (Bench   *self,
          TlTable  table)
{
  guint n = tl_snapshot_count (get_snapshot (self), table);

  return tl_snapshot_get (get_snapshot (self), table, self->n_edits++ * 7919 % n);
}

static double
rename_risk (gpointer data)
{
  Bench *self = data;
  g_autoptr (TlChange) change = tl_change_new ("risk.rename");
  g_autofree char *title = g_strdup_printf ("Edited %u times", self->n_edits);

  tl_change_set_text (change, "risk", &draw_row (self, TL_TABLE_RISK)->id, "title", title);
  return apply (self, change);
}

static double
move_action (gpointer data)
{
  Bench *self = data;
  g_autoptr (TlChange) change = tl_change_new ("action.edit");
  const TlFacts *action = draw_row (self, TL_TABLE_ACTION);
  g_autofree char *title = g_strdup_printf ("Check what was done the %uth time", self->n_edits);

  tl_change_set_text (change, "action", &action->id, "title", title);
  tl_change_set_day (change, "action", &action->id, "due", tl_workbook_get_today (self->workbook) + 7);
  return apply (self, change);
}

static double
add_reading (gpointer data)
{
  Bench *self = data;
  g_autoptr (TlChange) change = tl_change_new ("reading.add");
  const TlReadingFacts *like = (const TlReadingFacts *) draw_row (self, TL_TABLE_READING);
  TlId row = tl_id_source_make_id (tl_workbook_get_ids (self->workbook));
  g_auto (TlValue) number = TL_VALUE_INIT;

  tl_change_add_row (change, "reading", &row);
  tl_change_set_id (change, "reading", &row, "measure", &like->measure->base.id);
  tl_change_set_day (change, "reading", &row, "date", tl_workbook_get_today (self->workbook) - 1);
  if (like->place != NULL)
    tl_change_set_id (change, "reading", &row, "place", &like->place->base.id);
  tl_value_set_real (&number, 9);
  tl_change_set (change, "reading", &row, "numerator", &number);
  tl_value_set_real (&number, 10);
  tl_change_set (change, "reading", &row, "denominator", &number);
  return apply (self, change);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Bench *self = user_data;
  g_autoptr (GError) error = NULL;

  self->workbook = tl_workbook_open_finish (result, &error);
  if (self->workbook == NULL)
    g_error ("%s", error->message);
}

static void
closed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  ((Bench *) user_data)->done = tl_workbook_close_finish (TL_WORKBOOK (source), result, NULL);
}

int
main (int    argc,
      char **argv)
{
  static const BenchTitle title = { "B9 edit", "conclusions after a risk’s new title", NULL, 16 };
  static const BenchTitle action = { "B9 edit", "conclusions after an action’s new title and day", NULL, 16 };
  static const BenchTitle reading = { "B9 edit", "conclusions after a new reading", NULL, 16 };
  static const TlId actor = { { 1, 2, 3 } };
  Bench self = { 0 };
  g_autoptr (TestDesk) desk = NULL;
  g_autoptr (TlIdSource) ids = tl_id_source_new (&actor, "Priya");
  g_autoptr (GFile) file = NULL;

  setlocale (LC_ALL, "");
  g_return_val_if_fail (argc == 3, 2);

  desk = test_desk_new ();
  file = g_file_new_for_path (argv[1]);
  tl_workbook_open_async (TL_STORE_ORIGIN_COPY, file, ids, NULL, opened_cb, &self);
  while (self.workbook == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_signal_connect_swapped (self.workbook, "notify::busy", G_CALLBACK (busy_cb), &self);
  /* The second copy is made while nobody edits: the first edit doesn't wait for it, and isn't measured. */
  rename_risk (&self);

  bench_measure (argv[2], &title, rename_risk, &self);
  bench_measure (argv[2], &action, move_action, &self);
  bench_measure (argv[2], &reading, add_reading, &self);

  tl_workbook_close_async (self.workbook, closed_cb, &self);
  for (self.done = FALSE; !self.done;)
    g_main_context_iteration (NULL, TRUE);
  g_object_unref (self.workbook);
  return 0;
}
