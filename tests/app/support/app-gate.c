/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-gate.h"

#include <gio/gio.h>

struct _AppGate
{
  gatomicrefcount references;
  GMutex lock;
  GCond opened;
  gboolean is_open;
};

#define THREADS 80

static void
gate_unref (gpointer data)
{
  AppGate *self = data;

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->opened);
  g_free (self);
}

static void
stand_in_the_way (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  AppGate *self = data;

  g_mutex_lock (&self->lock);
  while (!self->is_open)
    g_cond_wait (&self->opened, &self->lock);
  g_mutex_unlock (&self->lock);
  g_task_return_boolean (task, TRUE);
}

AppGate *
app_gate_new (void)
{
  AppGate *self = g_new0 (AppGate, 1);

  g_atomic_ref_count_init (&self->references);
  g_mutex_init (&self->lock);
  g_cond_init (&self->opened);
  for (guint i = 0; i < THREADS; i++)
    {
      g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

      g_atomic_ref_count_inc (&self->references);
      g_task_set_task_data (task, self, gate_unref);
      g_task_run_in_thread (task, stand_in_the_way);
    }
  return self;
}

void
app_gate_open (AppGate *self)
{
  g_mutex_lock (&self->lock);
  self->is_open = TRUE;
  g_cond_broadcast (&self->opened);
  g_mutex_unlock (&self->lock);
  gate_unref (self);
}
