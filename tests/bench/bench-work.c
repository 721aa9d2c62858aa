/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-workbook-private.h"

static const TlSource sources[] = {
  TL_SOURCE_CARE_RECORD, TL_SOURCE_OBSERVATION, TL_SOURCE_COMPETENCY_CHECK, TL_SOURCE_SUPERVISION, TL_SOURCE_INCIDENT,
  TL_SOURCE_CONCERN_LOG, TL_SOURCE_COMPLAINT, TL_SOURCE_FEEDBACK_FROM_PEOPLE, TL_SOURCE_FEEDBACK_FROM_RELATIVES,
  TL_SOURCE_FEEDBACK_FROM_STAFF, TL_SOURCE_AUDIT, TL_SOURCE_AUDIT, TL_SOURCE_TRAINING_RECORD, TL_SOURCE_REPORT,
};

static void
add_event (BenchWorkbook *self,
           const TlId    *action,
           TlDay          date,
           TlDay          due)
{
  BenchRows *rows = &self->rows;

  bench_rows_add (rows, TL_TABLE_ACTION_EVENT, NULL, 0);
  bench_rows_link (rows, "action", action);
  bench_rows_day (rows, "date", date);
  bench_rows_word (rows, "what", TL_EVENT_KIND_MOVED);
  bench_rows_day (rows, "from_date", due);
  bench_rows_day (rows, "to_date", due + 28);
  bench_rows_text (rows, "reason", "The training day was put off");
}

static void
add_action (BenchWorkbook *self,
            BenchRisk     *risk)
{
  static const char * const verbs[] = {
    "Write", "Agree", "Test", "Shorten", "Teach", "Watch", "Print", "Explain", "Share", "Sign off", "Replace", "Try",
  };
  static const char * const things[] = {
    "guidance for charts", "the handover sheet", "a second trolley round", "protected time", "the weekly sample",
    "the concern form", "the night rota", "a named lead", "the competency check", "the family call", "the bell log",
    "plans with each person", "the agency induction", "the falls huddle",
  };
  static const char * const ways[] = {
    "before breakfast", "with the night team", "for new starters", "at weekends", "with families", "on every unit",
    "for agency staff", "after each incident", "with the pharmacist", "at supervision",
  };
  const BenchLocation *place = bench_workbook_get_place (self, risk->first_place);
  BenchRows *rows = &self->rows;
  TlDay agreed = risk->opened + (int) bench_rows_pick (rows, 60), due = agreed + 14 + (int) bench_rows_pick (rows, 90);
  TlId action = bench_rows_add (rows, TL_TABLE_ACTION, "A", ++self->n_actions);

  bench_rows_link (rows, "risk", &risk->id);
  bench_rows_text (rows, "title", "%s %s %s", bench_rows_pick_from (rows, verbs), bench_rows_pick_from (rows, things),
                   bench_rows_pick_from (rows, ways));
  if (bench_rows_chance (rows, 95))
    bench_rows_link (rows, "person", bench_rows_chance (rows, 60) ? &place->deputy : &risk->owner);
  bench_rows_link (rows, "place", &place->id);
  bench_rows_text (rows, "expected_result", "Nobody has to ask twice");
  bench_rows_text (rows, "recorded_in", "action tracker");
  bench_rows_text (rows, "agreed_at", "Quality meeting");
  bench_rows_day (rows, "agreed", agreed);
  bench_rows_day (rows, "due", due);
  if (due < self->today && bench_rows_chance (rows, 85))
    bench_rows_day (rows, "done", MIN (due + (int) bench_rows_pick (rows, 14), self->today));
  bench_rows_word (rows, "purpose", bench_rows_chance (rows, 80) ? TL_PURPOSE_CORRECTIVE : TL_PURPOSE_CONTROL);
  risk->actions[risk->n_actions++] = action;
  if (bench_rows_chance (rows, 20))
    add_event (self, &action, due - 3, due);
}

static void
describe_finding (BenchWorkbook *self,
                  BenchRisk     *risk,
                  TlVerdict      verdict,
                  const char    *place)
{
  static const char * const good[] = {
    "done as agreed", "right and written at the time", "known by name to everybody on shift", "kept to on both shifts",
  };
  static const char * const bad[] = {
    "late", "left out and not explained", "told and not written", "known to the senior only",
  };
  BenchRows *rows = &self->rows;
  guint n = 10 + bench_rows_pick (rows, 40);

  bench_rows_text (rows, "finding", "%u of %u %s seen at %s were %s.",
                   verdict == TL_VERDICT_CONTRADICTS ? n / 3 : n - n / 10, n, risk->topic->unit, place,
                   verdict == TL_VERDICT_CONTRADICTS ? bench_rows_pick_from (rows, bad)
                                                     : bench_rows_pick_from (rows, good));
}

static void
place_evidence (BenchWorkbook *self,
                BenchRisk     *risk,
                TlVerdict      verdict)
{
  BenchRows *rows = &self->rows;
  const BenchLocation *place = bench_workbook_get_place (self, risk->first_place
                                                               + bench_rows_pick (rows, risk->n_places));

  describe_finding (self, risk, verdict, place->name);
  bench_rows_link (rows, "place", bench_rows_chance (rows, 70) ? &place->id : &place->teams[bench_rows_pick (rows, 2)]);
  if (bench_rows_chance (rows, 30))
    bench_rows_link (rows, "shift", &self->shifts[bench_rows_pick (rows, 2)]);
  if (bench_rows_chance (rows, 15))
    bench_rows_link (rows, "staff_group", &self->groups[bench_rows_pick (rows, BENCH_N_GROUPS)]);
  bench_rows_link (rows, "by_person", bench_rows_chance (rows, 50) ? &place->deputy : &self->leads[1]);
}

static void
add_evidence (BenchWorkbook *self,
              BenchRisk     *risk)
{
  BenchRows *rows = &self->rows;
  TlDay date = risk->opened + (int) bench_rows_pick (rows, (guint) (self->today - risk->opened + 1));
  guint luck = bench_rows_pick (rows, 100);
  TlVerdict verdict = luck < (risk->better ? 75 : 35) ? TL_VERDICT_SUPPORTS
                      : luck < 85 ? TL_VERDICT_MIXED : TL_VERDICT_CONTRADICTS;

  bench_rows_add (rows, TL_TABLE_EVIDENCE, "E", ++self->n_evidence);
  bench_rows_day (rows, "date", date);
  bench_rows_word (rows, "source", bench_rows_pick_from (rows, sources));
  bench_rows_word (rows, "verdict", verdict);
  if (bench_rows_chance (rows, 80))
    bench_rows_word (rows, "kind", bench_rows_chance (rows, 55) ? TL_EVIDENCE_KIND_OUTCOME : TL_EVIDENCE_KIND_ACTIVITY);
  place_evidence (self, risk, verdict);
  bench_rows_text (rows, "recorded_in", "quality file");
  bench_rows_day (rows, "entered", MIN (date + (int) bench_rows_pick (rows, 5), self->today));
  bench_rows_list (rows, "risks", &risk->id);
  if (risk->number > 0 && bench_rows_chance (rows, 5))
    bench_rows_list (rows, "risks", &self->previous_risk);
  if (bench_rows_chance (rows, 30))
    bench_rows_list (rows, "actions", &risk->actions[bench_rows_pick (rows, risk->n_actions)]);
  if (bench_rows_chance (rows, 15))
    bench_rows_list (rows, "measures", &risk->measures[0]);
}

static void
add_expected (BenchWorkbook *self,
              BenchRisk     *risk,
              TlSource       source,
              TlInterval     every)
{
  BenchRows *rows = &self->rows;

  bench_rows_add (rows, TL_TABLE_EXPECTED_EVIDENCE, NULL, 0);
  bench_rows_link (rows, "risk", &risk->id);
  bench_rows_word (rows, "source", source);
  bench_rows_word (rows, "every", every);
  if (bench_rows_chance (rows, 90))
    bench_rows_link (rows, "person", &risk->owner);
  bench_rows_text (rows, "recorded_in", "quality file");
  bench_rows_day (rows, "from_date", risk->opened);
  bench_rows_word (rows, "continues_after_closing", TL_FLAG_YES);
}

/* What is done about a risk, and what shows it. */
void
bench_workbook_add_work (BenchWorkbook *self,
                         BenchRisk     *risk,
                         guint          n_evidence)
{
  guint n_actions = 2 + bench_rows_pick (&self->rows, 6);

  for (guint i = 0; i < n_actions; i++)
    add_action (self, risk);
  for (guint i = 0; i < n_evidence; i++)
    add_evidence (self, risk);
  add_expected (self, risk, TL_SOURCE_AUDIT, TL_INTERVAL_MONTHLY);
  add_expected (self, risk, risk->topic->source, TL_INTERVAL_FORTNIGHTLY);
}
