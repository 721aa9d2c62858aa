/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-risks-view-private.h"
#include "tl-window.h"

G_BEGIN_DECLS

/* What people do in the register, on the page of a risk and in the overview, as far as it is measured by how long the main
 * loop is kept from listening. */

typedef struct
{
  TlWindow *window;
  TlRisksView *view;
  TlWorkbook *workbook;
  guint n_edits;
  guint n_opened;
} BenchHands;

/* What is done beforehand and doesn't count, then waited for; what is done then, and counts with all that comes of it. */
typedef struct
{
  const char *said;
  void (* prepare) (BenchHands *self);
  void (* perform) (BenchHands *self);
} BenchGesture;

/* Those that belong together: they can be measured by themselves. */
typedef struct
{
  const char *name;
  const BenchGesture *gestures;
  guint n_gestures;
  /* Whether what counts is what only happens the first time in a session, so that each is done once. */
  gboolean first;
} BenchGestureGroup;

const BenchGestureGroup *bench_gestures_find (const char *name);

/* For those that are made of several: until nothing comes of what was done any more. */
void                     bench_gestures_wait (BenchHands *self);

G_END_DECLS
