/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ratio.h"

G_BEGIN_DECLS

/* Programs that are run one after another in a folder of their own, ours and theirs, whose time and most memory are
 * measured from outside. */
typedef enum
{
  BENCH_OURS,
  BENCH_THEIRS,
} BenchWhose;

typedef struct
{
  char *folder;
  /* What tells LibreOffice to leave a person's settings alone. */
  char *profile;
  /* The most memory that the last of each needed, in MB. */
  double peaks[2][BENCH_N_TIMES + 1];
  guint n_peaks[2];
} BenchPrograms;

/* Runs what is written out, word by word. */
#define BENCH_RUN(self, whose, ...) \
  bench_programs_run ((self), (whose), (const char * const[]) { __VA_ARGS__, NULL })

void   bench_programs_begin   (BenchPrograms      *self,
                               const char         *pattern);
double bench_programs_run     (BenchPrograms      *self,
                               BenchWhose          whose,
                               const char * const *arguments);
void   bench_programs_compare (BenchPrograms      *self,
                               const char         *size,
                               const BenchTitle   *time,
                               const BenchTitle   *memory,
                               BenchFunc           ours,
                               BenchFunc           theirs,
                               gpointer            data);

G_END_DECLS
