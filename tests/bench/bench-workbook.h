/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bench-rows.h"

G_BEGIN_DECLS

/* A workbook of any size, shaped like the sample: the same seed and size make the same workbook, change by change. */

typedef struct
{
  guint locations;
  guint risks;
  guint evidence;
  guint readings;
  gboolean everywhere;
} BenchSize;

/* The day that stands for today in it. */
#define BENCH_TODAY "2026-06-09"

void bench_workbook_write (TlStore         *store,
                           const BenchSize *size,
                           guint32          seed);

G_END_DECLS
