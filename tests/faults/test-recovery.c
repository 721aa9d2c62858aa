/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-fault-run.h"

#include "test-asking.h"

/* A disk fails while something is done, and goes on failing until the program ends; and when the document is opened again
 * another call fails. Once all is well everything that was kept is there, and nothing that was shown meanwhile has gone. */

#define BROKEN "broken"

typedef struct
{
  TestTrial trial;
  gboolean done;
  guint turn;
} Recovery;

static gboolean
is_full (void)
{
  return g_getenv ("TL_TEST_FULL") != NULL;
}

/* Opens the document, as far as that goes, and tells what it shows. */
static char *
open_again (Recovery        *self,
            const TestFault *fault)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlSnapshot) snapshot = NULL;
  char *shown = NULL;
  TlStore *store;

  test_fault_desk_restore (test_figures.desk, BROKEN);
  test_fault_arm (fault);
  store = test_fault_desk_open (test_figures.desk, TL_STORE_ORIGIN_FILE, &error);
  if (store != NULL)
    snapshot = test_store_try_load (store, &error);
  test_fault_disarm ();
  test_figures.n_told += error != NULL;
  if (error != NULL)
    test_trial_check_error (&self->trial, error);
  g_clear_error (&error);
  if (store != NULL)
    {
      shown = test_fault_desk_dump (store, &error);
      if (shown == NULL)
        test_trial_complain (&self->trial, &test_figures.n_corrupt, "%s", error->message);
      test_store_close (store);
    }
  return shown;
}

static void
try_second (Recovery        *self,
            const TestFault *fault)
{
  g_autofree char *shown = NULL, *later = NULL;
  g_autoptr (GError) error = NULL;
  TlStore *store;

  self->trial.fault = fault;
  self->trial.strike = TEST_STRIKE_ONCE;
  shown = open_again (self, fault);
  if (test_fault_count_struck () == 0)
    return;
  test_figures.n_runs++;
  test_figures.n_struck += test_fault_count_struck ();
  test_trial_check_left (&self->trial, self->done);
  store = test_fault_desk_open (test_figures.desk, TL_STORE_ORIGIN_FILE, &error);
  if (store == NULL)
    return;
  later = test_fault_desk_dump (store, NULL);
  test_store_close (store);
  if (shown != NULL && g_strcmp0 (shown, later) != 0)
    test_trial_complain (&self->trial, &test_figures.n_lost, "what was shown after the first fault isn’t there any more");
}

static void
try_recovering (Recovery       *self,
                TestFaultLayer  layer)
{
  TestFault fault = { .layer = layer, .kind = TEST_FAULT_BROKEN };
  g_autofree char *shown = NULL;
  g_autoptr (GPtrArray) points = NULL;
  g_autoptr (GArray) chosen = NULL;

  self->trial.fault = &fault;
  shown = open_again (self, &fault);
  points = test_fault_list_points ();
  test_figures.n_points += points->len;
  chosen = test_fault_choose (points, is_full () ? TEST_TRY_FIRST : TEST_TRY_SOME, self->turn++);
  for (guint i = 0; i < chosen->len; i++)
    {
      fault.at = g_array_index (chosen, guint, i);
      try_second (self, &fault);
    }
}

/* The first fault, until the program has ended. */
static gboolean
break_it (Recovery        *self,
          const TestFault *fault)
{
  g_autoptr (GError) error = NULL;

  self->trial.fault = fault;
  self->trial.strike = TEST_STRIKE_TO_THE_END;
  test_trial_begin (&self->trial);
  test_fault_arm (fault);
  self->done = self->trial.run.operation->act (&self->trial.run, &error);
  test_trial_end (&self->trial);
  test_fault_disarm ();
  if (test_fault_count_struck () == 0)
    return FALSE;
  test_fault_desk_keep (test_figures.desk, BROKEN);
  return TRUE;
}

static void
try_first (Recovery       *self,
           TestFaultLayer  layer,
           TestFaultKind   kind)
{
  TestFault fault = { layer, kind, 0, TRUE, FALSE };
  g_autoptr (GPtrArray) points = NULL;
  g_autoptr (GArray) chosen = NULL;

  self->trial.fault = &fault;
  points = test_trial_learn (&self->trial);
  chosen = test_fault_choose (points, is_full () ? TEST_TRY_FIRST : TEST_TRY_SOME, self->turn++);
  for (guint i = 0; i < chosen->len; i++)
    {
      fault.at = g_array_index (chosen, guint, i);
      if (!break_it (self, &fault))
        continue;
      try_recovering (self, TEST_FAULT_DATABASE);
      if (is_full () || i % 2 == 0)
        try_recovering (self, TEST_FAULT_FILES);
    }
}

static void
test_second_fault (gconstpointer data)
{
  static const TestFaultKind kinds[] = { TEST_FAULT_BROKEN, TEST_FAULT_FULL };
  Recovery self = { .done = FALSE };

  test_trial_init (&self.trial, data);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      try_first (&self, TEST_FAULT_DATABASE, kinds[i]);
      if (self.trial.run.operation->saves && (is_full () || kinds[i] == TEST_FAULT_FULL))
        try_first (&self, TEST_FAULT_FILES, kinds[i]);
    }
  test_trial_clear (&self.trial);
}

int
main (int   argc,
      char *argv[])
{
  guint n;
  const TestOperation *operations = test_operations_get (&n);
  int result;

  g_test_init (&argc, &argv, NULL);
  test_fault_install ();
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("/faults/recovery/%s", operations[i].name);

      if (!operations[i].changes)
        continue;
      g_strdelimit (name, " ", '-');
      g_test_add_data_func (name, &operations[i], test_second_fault);
    }
  result = g_test_run ();
  return test_trial_report () ? result : 1;
}
