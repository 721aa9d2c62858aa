/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-fault-run.h"

static TestExtent
get_extent (TestFaultLayer layer,
            TestStrike     strike)
{
  if (g_getenv ("TL_TEST_FULL") == NULL)
    return TEST_TRY_SOME;
  /* The same memory is asked for a thousand times. */
  if (layer == TEST_FAULT_MEMORY)
    return strike == TEST_STRIKE_ONCE ? TEST_TRY_FIRST_AND_LAST : TEST_TRY_FIRST;
  return strike == TEST_STRIKE_ONCE || strike == TEST_STRIKE_FOR_GOOD ? TEST_TRY_EACH : TEST_TRY_FIRST;
}

static gboolean
comes_again (GPtrArray *points,
             guint      at)
{
  for (guint i = at + 1; i < points->len; i++)
    {
      if (g_ptr_array_index (points, i) == g_ptr_array_index (points, at))
        return TRUE;
    }
  return FALSE;
}

/* Of some, which call strikes how goes round, so that each kind of call is tried in one way or another. */
GArray *
test_fault_choose (GPtrArray  *points,
                   TestExtent  extent,
                   guint       turn)
{
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) seen = g_hash_table_new (g_direct_hash, g_direct_equal);

  for (guint i = 0; i < points->len; i++)
    {
      gboolean first = g_hash_table_add (seen, g_ptr_array_index (points, i));
      guint at = i + 1;

      if (extent == TEST_TRY_EACH
          || (first && (extent != TEST_TRY_SOME || (g_hash_table_size (seen) - 1) % TEST_N_STRIKES == turn % TEST_N_STRIKES))
          || (!first && extent == TEST_TRY_FIRST_AND_LAST && !comes_again (points, i)))
        g_array_append_val (chosen, at);
    }
  return chosen;
}

/* Memory is asked for in so many places that even of those only some are tried. */
static void
thin_out (GArray *chosen,
          guint   most)
{
  guint step = chosen->len / most + 1;

  for (guint i = chosen->len; i > 0; i--)
    {
      if ((i - 1) % step != 0)
        g_array_remove_index (chosen, i - 1);
    }
}

static void
try_kind (TestTrial      *self,
          TestFaultLayer  layer,
          TestFaultKind   kind,
          TestStrike      strike,
          guint           turn)
{
  TestFault fault = { layer, kind, 0, strike != TEST_STRIKE_ONCE, strike == TEST_STRIKE_ONE_FILE };
  g_autoptr (GPtrArray) points = NULL;
  g_autoptr (GArray) chosen = NULL;

  self->fault = &fault;
  self->strike = strike;
  points = test_trial_learn (self);
  if (strike == TEST_STRIKE_ONCE)
    test_figures.n_points += points->len;
  chosen = test_fault_choose (points, get_extent (layer, strike), turn);
  if (layer == TEST_FAULT_MEMORY && get_extent (layer, strike) == TEST_TRY_SOME)
    thin_out (chosen, 6);
  for (guint i = 0; i < chosen->len; i++)
    {
      fault.at = g_array_index (chosen, guint, i);
      test_trial_run (self);
    }
}

typedef struct
{
  const TestFaultPlan *plan;
  const TestOperation *operation;
} Test;

static void
test_operation (gconstpointer data)
{
  const Test *test = data;
  TestTrial self;

  test_trial_init (&self, test->operation);
  for (guint i = 0; i < test->plan->n_kinds; i++)
    {
      for (TestStrike strike = 0; strike < TEST_N_STRIKES; strike++)
        {
          if (strike != TEST_STRIKE_ONE_FILE || test->plan->layer != TEST_FAULT_MEMORY)
            try_kind (&self, test->plan->layer, test->plan->kinds[i], strike, i + strike);
        }
    }
  test_trial_clear (&self);
}

/* Adds a test for each operation. */
void
test_fault_run_add (const TestFaultPlan *plan,
                    const char          *path)
{
  guint n;
  const TestOperation *operations = test_operations_get (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s/%s", path, operations[i].name);
      Test *test = g_new0 (Test, 1);

      test->plan = plan;
      test->operation = &operations[i];
      g_strdelimit (name, " ", '-');
      g_test_add_data_func_full (name, test, test_operation, g_free);
    }
}
