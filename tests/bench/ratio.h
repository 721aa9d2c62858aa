/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One thing that is measured, as often as it is asked to be. It says how long it took, in milliseconds, so that what
 * it needs beforehand doesn't count. */
typedef double (*BenchFunc) (gpointer data);

typedef struct
{
  const char *row;
  const char *ours;
  const char *theirs;
  double goal;
  /* What it is measured in; milliseconds if nothing is said. */
  const char *unit;
} BenchTitle;

/* The sample of nine is the design's. */
#define BENCH_N_TIMES 9

double bench_since       (gint64            start);
guint  bench_compare     (const char       *size,
                          const BenchTitle *title,
                          BenchFunc         ours,
                          BenchFunc         theirs,
                          gpointer          data);
void   bench_report      (const char       *size,
                          const BenchTitle *title,
                          const double     *ours,
                          const double     *theirs);
void   bench_report_some (const char       *size,
                          const BenchTitle *title,
                          const double     *ours,
                          const double     *theirs,
                          guint             n);
void   bench_measure     (const char       *size,
                          const BenchTitle *title,
                          BenchFunc         ours,
                          gpointer          data);

G_END_DECLS
