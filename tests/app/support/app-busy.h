/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-window.h"

G_BEGIN_DECLS

/* Somebody who presses, chooses and types whatever is in sight, at random, but leaves alone what asks the desktop for files
 * or paper and what can't be taken back. */

typedef struct
{
  TlWindow *window;
  GRand *random;
  guint n_acts;
  guint n_undone;
  /* The names of what has been done. */
  GHashTable *kinds;
  /* Whether each thing is told, for whoever looks for a fault. */
  gboolean tells;
} AppBusy;

void app_busy_act      (AppBusy *self);
void app_busy_settle   (AppBusy *self);
void app_busy_catch_up (AppBusy *self);
void app_busy_leave    (AppBusy *self);
void app_busy_clear    (AppBusy *self);

G_END_DECLS
