/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TlWorker:
 *
 * A thread that does one job after the other, in the order in which they came.
 */
typedef struct _TlWorker TlWorker;

typedef void (*TlWorkerFunc) (gpointer data);

TlWorker *tl_worker_new  (const char      *name);
void      tl_worker_free (TlWorker        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlWorker, tl_worker_free)

void      tl_worker_push (TlWorker        *self,
                          GTask           *task,
                          GTaskThreadFunc  job);
void      tl_worker_call (TlWorker        *self,
                          TlWorkerFunc     job,
                          gpointer         data);

G_END_DECLS
