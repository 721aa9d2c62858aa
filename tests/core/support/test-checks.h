/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "test-sound.h"

G_BEGIN_DECLS

/* A check, a workbook that just triggers it, and one that just doesn't. */
typedef struct
{
  const char *check;
  TlSeverity severity;
  TestSpoil found;
  TestSpoil spared;
} TestCheckCase;

const TlFinding *test_find_finding (TlAssessment        *assessment,
                                    const char          *check);
void             test_check_cases  (const TestCheckCase *cases,
                                    guint                n);

/* The cases of each family. */
extern const TestCheckCase test_owner_cases[];
extern const guint test_n_owner_cases;
extern const TestCheckCase test_action_cases[];
extern const guint test_n_action_cases;
extern const TestCheckCase test_outcome_cases[];
extern const guint test_n_outcome_cases;
extern const TestCheckCase test_measure_cases[];
extern const guint test_n_measure_cases;
extern const TestCheckCase test_evidence_cases[];
extern const guint test_n_evidence_cases;
extern const TestCheckCase test_decision_cases[];
extern const guint test_n_decision_cases;
extern const TestCheckCase test_variation_cases[];
extern const guint test_n_variation_cases;
extern const TestCheckCase test_across_cases[];
extern const guint test_n_across_cases;
extern const TestCheckCase test_closed_cases[];
extern const guint test_n_closed_cases;

G_END_DECLS
