/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-assessment-threads.h"

/* For fewer risks it isn't worth while to begin a thread. */
#define RISKS_PER_THREAD 8

typedef struct
{
  TlRiskFunc func;
  gpointer data;
  guint n;
  gint next;
} Work;

static gpointer
work (gpointer data)
{
  Work *self = data;
  guint risk;

  while ((risk = (guint) g_atomic_int_add (&self->next, 1)) < self->n)
    self->func (self->data, risk);
  return NULL;
}

/**
 * tl_risks_share:
 * @n_risks: how many risks there are
 * @n_threads: on how many threads at the most, this one included
 * @func: (scope call): what is done for each; it looks at nothing that it changes for another
 * @data: for @func
 *
 * Does something for each risk, and returns when it is done for all.
 */
void
tl_risks_share (guint      n_risks,
                guint      n_threads,
                TlRiskFunc func,
                gpointer   data)
{
  Work self = { .func = func, .data = data, .n = n_risks };
  g_autoptr (GPtrArray) helpers = g_ptr_array_new ();

  for (guint n = 1; n < n_threads && n * RISKS_PER_THREAD < n_risks; n++)
    {
      GThread *helper = g_thread_try_new ("risks", work, &self, NULL);

      if (helper != NULL)
        g_ptr_array_add (helpers, helper);
    }
  work (&self);
  for (guint i = 0; i < helpers->len; i++)
    g_thread_join (g_ptr_array_index (helpers, i));
}
