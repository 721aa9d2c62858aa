/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "test-fault.h"
#include "test-fault-operations.h"

G_BEGIN_DECLS

/* One operation with a fault, and what is left of the document. */

/* How a fault goes on. */
typedef enum
{
  TEST_STRIKE_ONCE,
  TEST_STRIKE_FOR_GOOD,
  TEST_STRIKE_ONE_FILE,
  /* Also while the document is closed. */
  TEST_STRIKE_TO_THE_END,
  TEST_N_STRIKES,
} TestStrike;

/* An operation, and what comes of it without a fault. */
typedef struct
{
  TestRun run;
  char *before;
  char *after;
  char *file_before;
  gsize file_length;
  char *file_after;
  const TestFault *fault;
  TestStrike strike;
} TestTrial;

typedef struct
{
  TestFaultDesk *desk;
  guint n_points;
  guint n_runs;
  guint n_struck;
  guint n_told;
  guint n_lost;
  guint n_corrupt;
  guint n_unclear;
} TestFigures;

extern TestFigures test_figures;

void       test_trial_init       (TestTrial           *self,
                                  const TestOperation *operation);
void       test_trial_clear      (TestTrial           *self);
GPtrArray *test_trial_learn      (TestTrial           *self);
void       test_trial_begin      (TestTrial           *self);
void       test_trial_end        (TestTrial           *self);
void       test_trial_run        (TestTrial           *self);
void       test_trial_complain   (TestTrial           *self,
                                  guint               *figure,
                                  const char          *format,
                                  ...) G_GNUC_PRINTF (3, 4);
void       test_trial_check_error (TestTrial          *self,
                                   const GError       *error);
void       test_trial_check_left (TestTrial           *self,
                                  gboolean             done);
gboolean   test_trial_report     (void);

G_END_DECLS
