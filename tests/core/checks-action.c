/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-checks.h"

#define ACTIONS "Actions\nRef | Risk | Title | Person | Place | Expected result | Agreed | Due | Purpose\n"
#define OPEN(person, due) ACTIONS "A2 | R1 | Count the stock | " person " | | Stock is right | 2026-01-05 | " due " |"
#define TWO(first, first_place, second, second_place) ACTIONS \
  "A2 | R1 | " first " | U2 | " first_place " | Better | 2026-01-05 | 2026-06-30 |\n" \
  "A3 | R1 | " second " | U2 | " second_place " | Better | 2026-01-05 | 2026-06-30 |"
#define MOVES "\n\nAction events\nAction | Date | What | From | To\n"
#define DONE "2026-01-31 | 2026-01-30"
#define LINKED "R1    | A1      | U4"

const TestCheckCase test_action_cases[] = {
  { "action-unowned", TL_SEVERITY_ACT, { .more = OPEN ("", "2026-06-30") }, { .more = OPEN ("U2", "2026-06-30") } },
  { "action-unowned", TL_SEVERITY_ACT,
    { { "Field supervisor     |            |", "Field supervisor | 2026-06-09 |" }, OPEN ("U2", "2026-06-30") },
    { { "Field supervisor     |            |", "Field supervisor | 2026-06-10 |" }, OPEN ("U2", "2026-06-30") } },
  { "action-undated", TL_SEVERITY_WATCH, { .more = OPEN ("U2", "") }, { .more = OPEN ("U2", "2026-06-09") } },
  { "action-outside-map", TL_SEVERITY_WATCH, { .more = OPEN ("U4", "2026-06-30") }, { .more = OPEN ("U1", "2026-06-30") } },
  { "action-outside-map", TL_SEVERITY_WATCH,
    { { "supporting  | 2025-12-01 |", "supporting | 2025-12-01 | 2026-06-09" }, OPEN ("U2", "2026-06-30") },
    { { "supporting  | 2025-12-01 |", "supporting | 2025-12-01 | 2026-06-10" }, OPEN ("U2", "2026-06-30") } },
  /* Three of five stems, then three of six. */
  { "action-duplicate", TL_SEVERITY_WATCH,
    { .more = TWO ("Observe the evening medicines rounds", "", "Observing evening medicine checks", "") },
    { .more = TWO ("Observe the late evening medicines rounds", "", "Observing evening medicine checks", "") } },
  { "action-duplicate", TL_SEVERITY_WATCH,
    { .more = TWO ("Observe the rounds", "L1", "Observe rounds", "") },
    { .more = TWO ("Observe the rounds", "L1", "Observe rounds", "L2") } },
  /* Words that say nothing never match. */
  { "action-duplicate", TL_SEVERITY_WATCH,
    { .more = TWO ("Ask", "", "Asking", "") }, { .more = TWO ("What is to be", "", "What is to be", "") } },
  { "action-duplicate", TL_SEVERITY_WATCH,
    { .more = OPEN ("U2", "2026-06-30") "\n\nRisks\nRef | Title\nR2 | Stock\n\n" ACTIONS "A9 | R2 | Counting stock | | | | 2026-05-01 | |" },
    { .more = OPEN ("U2", "2026-06-30") "\n\nRisks\nRef | Title\nR2 | Stock\n\n" ACTIONS "A9 | R2 | Counting stock | | | | 2026-06-10 | |" } },
  { "action-overdue", TL_SEVERITY_WATCH, { .more = OPEN ("U2", "2026-06-08") }, { .more = OPEN ("U2", "2026-06-09") } },
  { "action-overdue", TL_SEVERITY_WATCH,
    { .more = OPEN ("U2", "2026-06-30") MOVES "A2 | 2026-06-01 | moved | 2026-06-30 | 2026-06-08" },
    { .more = OPEN ("U2", "2026-06-01") MOVES "A2 | 2026-06-01 | moved | 2026-06-01 | 2026-06-30" } },
  /* A move that comes later doesn't exist yet, but tells what the date was. */
  { "action-overdue", TL_SEVERITY_WATCH,
    { .more = OPEN ("U2", "2026-06-30") MOVES "A2 | 2026-06-10 | moved | 2026-06-08 | 2026-06-30" },
    { .more = OPEN ("U2", "2026-06-08") MOVES "A2 | 2026-06-08 | done | |" } },
  { "action-overdue", TL_SEVERITY_WATCH,
    { .more = OPEN ("U2", "2026-06-01") MOVES "A2 | 2026-06-02 | done | |\nA2 | 2026-06-02 | reopened | |" },
    { .more = OPEN ("U2", "2026-06-01") MOVES "A2 | 2026-06-02 | reopened | |\nA2 | 2026-06-03 | ended | |" } },
  { "action-moved", TL_SEVERITY_WATCH,
    { .more = OPEN ("U2", "2026-02-01") MOVES "A2 | 2026-02-01 | moved | 2026-02-01 | 2026-04-01\nA2 | 2026-04-01 | moved | 2026-04-01 | 2026-06-30" },
    { .more = OPEN ("U2", "2026-02-01") MOVES "A2 | 2026-02-01 | moved | 2026-02-01 | 2026-07-01\nA2 | 2026-04-01 | moved | 2026-07-01 | 2026-06-30" } },
  { "action-moved", TL_SEVERITY_WATCH,
    { .more = OPEN ("U2", "2026-02-01") MOVES "A2 | 2026-02-01 | moved | 2026-02-01 | 2026-04-01\nA2 | 2026-04-01 | moved | 2026-04-01 | 2026-04-02" },
    { .more = OPEN ("U2", "2026-02-01") MOVES "A2 | 2026-02-01 | moved | 2026-02-01 | 2026-04-01\nA2 | 2026-04-01 | moved | 2026-04-01 | 2026-04-01" } },
  /* Reopened and moved on a day it was open when it moved; a day earlier it wasn't. */
  { "action-moved", TL_SEVERITY_WATCH,
    { .more = OPEN ("U2", "2026-02-01") MOVES "A2 | 2026-02-01 | done | |\nA2 | 2026-03-02 | reopened | |\n"
        "A2 | 2026-03-02 | moved | 2026-02-01 | 2026-04-01\nA2 | 2026-04-01 | moved | 2026-04-01 | 2026-06-30" },
    { .more = OPEN ("U2", "2026-02-01") MOVES "A2 | 2026-02-01 | done | |\nA2 | 2026-03-02 | reopened | |\n"
        "A2 | 2026-03-01 | moved | 2026-02-01 | 2026-04-01\nA2 | 2026-04-01 | moved | 2026-04-01 | 2026-06-30" } },
  { "action-no-result", TL_SEVERITY_WATCH,
    { .more = ACTIONS "A2 | R1 | Count stock | U2 | | | 2026-01-05 | 2026-06-30 | corrective" },
    { .more = ACTIONS "A2 | R1 | Count stock | U2 | | | 2026-01-05 | 2026-06-30 | control" } },
  /* A blank purpose is corrective. */
  { "action-no-result", TL_SEVERITY_WATCH,
    { .more = ACTIONS "A2 | R1 | Count stock | U2 | | | 2026-01-05 | 2026-06-30 |" },
    { .more = ACTIONS "A2 | R1 | Count stock | U2 | | Right | 2026-01-05 | 2026-06-30 |" } },
  { "action-unproven", TL_SEVERITY_WATCH,
    { { DONE, "2026-01-31 | 2026-05-12", LINKED, "R1 | | U4", "| care record | 2025-12-02", "| | 2025-12-02",
        "E2  | 2026-05-20", "E2 | 2026-05-12", "E3  | 2026-05-25", "E3 | 2026-05-11" } },
    { { DONE, "2026-01-31 | 2026-05-13", LINKED, "R1 | | U4", "| care record | 2025-12-02", "| | 2025-12-02",
        "E2  | 2026-05-20", "E2 | 2026-05-12", "E3  | 2026-05-25", "E3 | 2026-05-11" } } },
  { "action-unproven", TL_SEVERITY_WATCH,
    { { DONE, "2026-01-31 | 2026-05-12", LINKED, "R1 | | U4", "| care record | 2025-12-02", "| | 2025-12-02",
        "E2  | 2026-05-20", "E2 | 2026-05-12", "E3  | 2026-05-25", "E3 | 2026-05-12" } },
    { { DONE, "2026-01-31 | 2026-05-12", LINKED, "R1 | | U4", "| care record | 2025-12-02", "| | 2025-12-02",
        "E2  | 2026-05-20", "E2 | 2026-05-12", "E3  | 2026-05-25", "E3 | 2026-05-13" } } },
  { "action-unproven", TL_SEVERITY_WATCH,
    { { DONE, "2026-01-31 | 2026-05-12", "E1  | 2026-02-20", "E1 | 2026-05-11", "| care record | 2025-12-02", "| | 2025-12-02",
        "E2  | 2026-05-20", "E2 | 2026-05-12", "E3  | 2026-05-25", "E3 | 2026-05-11" } },
    { { DONE, "2026-01-31 | 2026-05-12", "E1  | 2026-02-20", "E1 | 2026-05-12", "| care record | 2025-12-02", "| | 2025-12-02",
        "E2  | 2026-05-20", "E2 | 2026-05-12", "E3  | 2026-05-25", "E3 | 2026-05-11" } } },
};

const guint test_n_action_cases = G_N_ELEMENTS (test_action_cases);
