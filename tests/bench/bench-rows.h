/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-store.h"

G_BEGIN_DECLS

/* Rows that go into a document through its own writer, a few thousand to a change, as imports would bring them. What is
 * said of a row is said right after it was added. */

typedef struct
{
  TlStore *store;
  GRand *random;
  TlChange *change;
  guint n_pending;
  TlTable table;
  TlId row;
} BenchRows;

void        bench_rows_begin   (BenchRows   *self,
                                TlStore     *store,
                                guint32      seed);
void        bench_rows_end     (BenchRows   *self);

TlId        bench_rows_add     (BenchRows   *self,
                                TlTable      table,
                                const char  *letter,
                                guint        number);
void        bench_rows_setting (BenchRows   *self,
                                const char  *key,
                                const char  *value);
void        bench_rows_text    (BenchRows   *self,
                                const char  *column,
                                const char  *format,
                                ...) G_GNUC_PRINTF (3, 4);
void        bench_rows_word    (BenchRows   *self,
                                const char  *column,
                                int          value);
void        bench_rows_day     (BenchRows   *self,
                                const char  *column,
                                TlDay        day);
void        bench_rows_whole   (BenchRows   *self,
                                const char  *column,
                                int          value);
void        bench_rows_number  (BenchRows   *self,
                                const char  *column,
                                double       value);
void        bench_rows_link    (BenchRows   *self,
                                const char  *column,
                                const TlId  *target);
void        bench_rows_list    (BenchRows   *self,
                                const char  *column,
                                const TlId  *target);

guint       bench_rows_pick    (BenchRows   *self,
                                guint        n);
gboolean    bench_rows_chance  (BenchRows   *self,
                                guint        percent);

#define bench_rows_pick_from(self, texts) ((texts)[bench_rows_pick ((self), G_N_ELEMENTS (texts))])

G_END_DECLS
