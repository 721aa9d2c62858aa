/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bench-workbook.h"

G_BEGIN_DECLS

/* What the rows of a risk refer to. */

typedef struct
{
  TlId id;
  char *name;
  TlId teams[2];
  TlId manager;
  TlId deputy;
  guint forum;
} BenchLocation;

typedef struct
{
  TlId id;
  TlId chair;
  TlDay first;
  int every;
  TlId reviews[64];
  guint n_reviews;
} BenchForum;

#define BENCH_N_LEADS 5
#define BENCH_N_GROUPS 3

typedef struct
{
  BenchRows rows;
  const BenchSize *size;
  TlDay today;
  GArray *locations;
  GArray *forums;
  TlId leads[BENCH_N_LEADS];
  TlId shifts[2];
  TlId groups[BENCH_N_GROUPS];
  TlId previous_risk;
  guint n_measures;
  guint n_actions;
  guint n_evidence;
  guint n_signs;
  guint n_learning;
} BenchWorkbook;

typedef struct
{
  guint number;
  TlId id;
  const struct BenchTopic *topic;
  guint first_place;
  guint n_places;
  TlId owner;
  TlDay opened;
  gboolean better;
  TlId measures[2];
  guint n_measures;
  TlId actions[8];
  guint n_actions;
} BenchRisk;

typedef struct BenchTopic
{
  TlTheme theme;
  const char *title;
  const char *issue;
  const char *outcome;
  const char *measure;
  const char *unit;
  TlMeasureKind kind;
  TlSource source;
} BenchTopic;

const BenchLocation *bench_workbook_get_place (BenchWorkbook *self,
                                               guint          index);
void                 bench_workbook_add_risk  (BenchWorkbook *self,
                                               guint          number);
void                 bench_workbook_add_measures (BenchWorkbook *self,
                                                  BenchRisk     *risk,
                                                  guint          n_readings);
void                 bench_workbook_add_work  (BenchWorkbook *self,
                                               BenchRisk     *risk,
                                               guint          n_evidence);
void                 bench_workbook_add_oversight (BenchWorkbook *self,
                                                   BenchRisk     *risk);

G_END_DECLS
