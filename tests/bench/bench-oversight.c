/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-workbook-private.h"

static TlDay
get_date (const BenchForum *forum,
          guint             review)
{
  return forum->first + forum->every * (int) review;
}

static void
add_look (BenchWorkbook *self,
          BenchRisk     *risk,
          const TlId    *review)
{
  static const char * const progress[] = {
    "Figures better at most places; one behind.", "No change since the last meeting.",
    "The new form is in use everywhere.", "Better by day; nights still short.",
  };
  BenchRows *rows = &self->rows;

  bench_rows_add (rows, TL_TABLE_LOOKED_AT, NULL, 0);
  bench_rows_link (rows, "review", review);
  bench_rows_link (rows, "risk", &risk->id);
  bench_rows_text (rows, "progress", "%s", bench_rows_pick_from (rows, progress));
  if (bench_rows_chance (rows, 30))
    bench_rows_text (rows, "barrier", "Agency cover changes each week.");
  bench_rows_text (rows, "evidence_seen", "Quality file");
}

static void
add_challenge (BenchWorkbook *self,
               BenchRisk     *risk,
               const TlId    *review,
               TlDay          date)
{
  BenchRows *rows = &self->rows;

  bench_rows_add (rows, TL_TABLE_CHALLENGE, NULL, 0);
  bench_rows_link (rows, "review", review);
  bench_rows_link (rows, "risk", &risk->id);
  bench_rows_text (rows, "question", "How would we know on a Sunday night?");
  bench_rows_link (rows, "by_person", &self->leads[0]);
  bench_rows_day (rows, "due", date + 21);
  if (date + 14 > self->today || bench_rows_chance (rows, 15))
    return;
  bench_rows_text (rows, "answer", "The night senior rings whoever is on call with the figure.");
  bench_rows_day (rows, "answered", date + 14);
  bench_rows_word (rows, "satisfied", bench_rows_chance (rows, 80) ? TL_FLAG_YES : TL_FLAG_NO);
}

static void
add_decision (BenchWorkbook  *self,
              BenchRisk      *risk,
              const TlId     *review,
              TlDecisionKind  kind,
              const char     *reason)
{
  BenchRows *rows = &self->rows;

  bench_rows_add (rows, TL_TABLE_DECISION, NULL, 0);
  bench_rows_link (rows, "review", review);
  bench_rows_link (rows, "risk", &risk->id);
  bench_rows_word (rows, "decision", kind);
  bench_rows_text (rows, "reason", "%s", reason);
  bench_rows_link (rows, "by_person", &self->leads[0]);
}

/* A risk is looked at by its own meeting, some by all of it that came since it was opened; one in eight was closed. */
static void
add_meetings (BenchWorkbook    *self,
              BenchRisk        *risk,
              const BenchForum *forum)
{
  gboolean closed = risk->better && bench_rows_chance (&self->rows, 12);

  for (guint i = bench_rows_pick (&self->rows, 3); i < forum->n_reviews; i += 2)
    {
      TlDay date = get_date (forum, i);

      if (date <= risk->opened)
        continue;
      add_look (self, risk, &forum->reviews[i]);
      if (bench_rows_chance (&self->rows, 12))
        add_challenge (self, risk, &forum->reviews[i], date);
      if (closed && date > risk->opened + 150)
        {
          add_decision (self, risk, &forum->reviews[i], TL_DECISION_KIND_CLOSE, "Target held at each place.");
          return;
        }
      if (bench_rows_chance (&self->rows, 15))
        add_decision (self, risk, &forum->reviews[i],
                      bench_rows_chance (&self->rows, 70) ? TL_DECISION_KIND_CONTINUE : TL_DECISION_KIND_CHANGE,
                      "Nights are to be sampled too.");
    }
}

static void
add_sign (BenchWorkbook *self,
          BenchRisk     *risk)
{
  BenchRows *rows = &self->rows;
  guint observed = bench_rows_pick (rows, 3);
  TlId sign = bench_rows_add (rows, TL_TABLE_WARNING_SIGN, "S", ++self->n_signs);

  bench_rows_link (rows, "risk", &risk->id);
  bench_rows_text (rows, "sign", "The same gap twice within a month");
  bench_rows_whole (rows, "times", 2);
  bench_rows_whole (rows, "within_days", 31);
  bench_rows_text (rows, "response", "The lead rings the place the same day");
  for (guint i = 0; i < observed; i++)
    {
      bench_rows_add (rows, TL_TABLE_OBSERVED_SIGN, NULL, 0);
      bench_rows_link (rows, "sign", &sign);
      bench_rows_day (rows, "date", risk->opened + 10 + (int) bench_rows_pick (rows, 90));
      bench_rows_link (rows, "place", &bench_workbook_get_place (self, risk->first_place)->id);
      bench_rows_link (rows, "by_person", &risk->owner);
    }
}

static void
add_cause (BenchWorkbook *self,
           BenchRisk     *risk)
{
  static const TlCauseKind kinds[] = {
    TL_CAUSE_KIND_STAFFING_MIX, TL_CAUSE_KIND_AGENCY_USE, TL_CAUSE_KIND_HANDOVER, TL_CAUSE_KIND_SUPERVISION,
  };
  BenchRows *rows = &self->rows;

  bench_rows_add (rows, TL_TABLE_CAUSE, NULL, 0);
  bench_rows_link (rows, "risk", &risk->id);
  bench_rows_link (rows, "place", &bench_workbook_get_place (self, risk->first_place)->id);
  bench_rows_word (rows, "cause", bench_rows_pick_from (rows, kinds));
  bench_rows_text (rows, "detail", "One worker between midnight and six.");
  bench_rows_day (rows, "date", risk->opened + 20);
  bench_rows_link (rows, "by_person", &risk->owner);
}

static void
add_learning (BenchWorkbook *self,
              BenchRisk     *risk)
{
  BenchRows *rows = &self->rows;
  TlDay date = risk->opened + 40 + (int) bench_rows_pick (rows, 50);
  TlId learning = bench_rows_add (rows, TL_TABLE_LEARNING, "G", ++self->n_learning);

  bench_rows_day (rows, "date", date);
  bench_rows_link (rows, "risk", &risk->id);
  bench_rows_link (rows, "from_place", &bench_workbook_get_place (self, risk->first_place)->id);
  bench_rows_text (rows, "text", "Reading each chart aloud at handover finds the gaps.");
  for (guint i = 1; i < risk->n_places; i++)
    {
      bench_rows_add (rows, TL_TABLE_LEARNING_REACH, NULL, 0);
      bench_rows_link (rows, "learning", &learning);
      bench_rows_link (rows, "place", &bench_workbook_get_place (self, risk->first_place + i)->id);
      if (bench_rows_chance (rows, 50))
        bench_rows_day (rows, "taken_up", date + 14);
    }
}

/* Who looked at a risk, what they asked and decided, and what is watched. */
void
bench_workbook_add_oversight (BenchWorkbook *self,
                              BenchRisk     *risk)
{
  const BenchLocation *place = bench_workbook_get_place (self, risk->first_place);

  add_meetings (self, risk, &g_array_index (self->forums, BenchForum, place->forum));
  if (bench_rows_chance (&self->rows, 70))
    add_sign (self, risk);
  if (bench_rows_chance (&self->rows, 60))
    add_cause (self, risk);
  if (bench_rows_chance (&self->rows, 30))
    add_learning (self, risk);
}
