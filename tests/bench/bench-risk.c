/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-workbook-private.h"

static const BenchTopic topics[] = {
  { TL_THEME_MEDICINES, "Medicines record gaps", "entries had neither a signature nor a reason",
    "People get every medicine as prescribed, and the record made at the time shows it.", "Entries complete", "entries",
    TL_MEASURE_KIND_PROPORTION, TL_SOURCE_MEDICINES_RECORD },
  { TL_THEME_SAFEGUARDING, "Concerns not escalated", "worries never reached the log",
    "Every concern shows what was seen, what was done and that a manager looked.", "Concerns acted on in a day",
    "concerns", TL_MEASURE_KIND_PROPORTION, TL_SOURCE_CONCERN_LOG },
  { TL_THEME_STAFFING, "Missed night checks", "checks at night were late or left out",
    "People are checked on at night as they have agreed.", "Checks made on time", "checks",
    TL_MEASURE_KIND_PROPORTION, TL_SOURCE_CARE_RECORD },
  { TL_THEME_CARE_PLANNING, "Plans behind people's needs", "plans said what had been true months ago",
    "Each plan says what the person needs now, in their words.", "Plans that match practice", "plans",
    TL_MEASURE_KIND_PROPORTION, TL_SOURCE_AUDIT },
  { TL_THEME_INCIDENTS, "Repeat falls", "people fell again before the first fall was looked into",
    "Nobody falls twice for the same reason.", "Repeat falls", "falls", TL_MEASURE_KIND_COUNT, TL_SOURCE_INCIDENT },
  { TL_THEME_COMPLAINTS, "Complaints that come back", "complaints were about what had been promised before",
    "A complaint is settled once, and the person agrees that it is.", "Repeat complaints", "complaints",
    TL_MEASURE_KIND_COUNT, TL_SOURCE_COMPLAINT },
  { TL_THEME_RECORDS, "Notes written late", "notes were written at the end of the shift from memory",
    "The record is made at the time by whoever was there.", "Notes within the hour", "notes",
    TL_MEASURE_KIND_PROPORTION, TL_SOURCE_CARE_RECORD },
  { TL_THEME_GOVERNANCE, "Slow answers to call bells", "bells rang for longer than people had been told",
    "People who ring are answered before they worry.", "Minutes until answered", "minutes", TL_MEASURE_KIND_VALUE,
    TL_SOURCE_REPORT },
};

static void
describe (BenchWorkbook *self,
          BenchRisk     *risk)
{
  static const char * const causes[] = {
    "What has changed is passed on by word of mouth.", "No one person sees every gap.",
    "New starters aren't shown how it is done here.", "The form asks for it in two places.",
  };
  BenchRows *rows = &self->rows;

  bench_rows_text (rows, "baseline_issue", "In %u of every 100 looked at, %s.", 8 + bench_rows_pick (rows, 30),
                   risk->topic->issue);
  if (bench_rows_chance (rows, 90))
    bench_rows_text (rows, "root_cause", "%s", bench_rows_pick_from (rows, causes));
  if (bench_rows_chance (rows, 90))
    bench_rows_text (rows, "immediate_control", "A senior looks at every one on the day and puts it right.");
  bench_rows_text (rows, "corrective_action", "One lead, a shorter form, and a weekly look at a sample.");
  if (bench_rows_chance (rows, 95))
    bench_rows_text (rows, "intended_outcome", "%s", risk->topic->outcome);
  bench_rows_text (rows, "framework", "Safe systems, pathways and transitions");
  bench_rows_text (rows, "regulations", "12;17");
}

static void
add_risk_row (BenchWorkbook *self,
              BenchRisk     *risk)
{
  static const TlInterval intervals[] = { TL_INTERVAL_FORTNIGHTLY, TL_INTERVAL_MONTHLY, TL_INTERVAL_QUARTERLY };
  const BenchLocation *place = bench_workbook_get_place (self, risk->first_place);
  BenchRows *rows = &self->rows;

  risk->id = bench_rows_add (rows, TL_TABLE_RISK, "R", risk->number + 1);
  bench_rows_text (rows, "title", "%s, %s", risk->topic->title, place->name);
  bench_rows_word (rows, "theme", risk->topic->theme);
  bench_rows_word (rows, "origin", bench_rows_chance (rows, 70) ? TL_ORIGIN_INSPECTION : TL_ORIGIN_AUDIT);
  bench_rows_text (rows, "origin_reference", "report page %u", 3 + bench_rows_pick (rows, 20));
  describe (self, risk);
  bench_rows_whole (rows, "likelihood", 2 + (int) bench_rows_pick (rows, 4));
  bench_rows_whole (rows, "impact", 2 + (int) bench_rows_pick (rows, 4));
  bench_rows_word (rows, "review_every", bench_rows_pick_from (rows, intervals));
  bench_rows_link (rows, "forum", &g_array_index (self->forums, BenchForum, place->forum).id);
  bench_rows_day (rows, "opened", risk->opened);
  for (guint i = 0; i < risk->n_places; i++)
    bench_rows_list (rows, "scope", &bench_workbook_get_place (self, risk->first_place + i)->id);
}

static void
add_rating (BenchWorkbook *self,
            BenchRisk     *risk,
            TlDay          date,
            const char    *reason)
{
  BenchRows *rows = &self->rows;

  bench_rows_add (rows, TL_TABLE_RATING, NULL, 0);
  bench_rows_link (rows, "risk", &risk->id);
  bench_rows_day (rows, "date", date);
  bench_rows_whole (rows, "likelihood", 1 + (int) bench_rows_pick (rows, 5));
  bench_rows_whole (rows, "impact", 2 + (int) bench_rows_pick (rows, 4));
  bench_rows_text (rows, "reason", "%s", reason);
  bench_rows_link (rows, "by_person", &self->leads[1]);
}

static void
add_part (BenchWorkbook *self,
          BenchRisk     *risk,
          const TlId    *person,
          TlPart         part,
          const char    *contribution,
          TlDay          from,
          TlDay          until)
{
  BenchRows *rows = &self->rows;

  bench_rows_add (rows, TL_TABLE_OWNERSHIP, NULL, 0);
  bench_rows_link (rows, "risk", &risk->id);
  bench_rows_link (rows, "person", person);
  bench_rows_word (rows, "part", part);
  bench_rows_text (rows, "contribution", "%s", contribution);
  bench_rows_day (rows, "from_date", from);
  if (until != TL_NO_DAY)
    {
      bench_rows_day (rows, "until_date", until);
      bench_rows_text (rows, "reason", "Handed over");
    }
}

static void
add_owners (BenchWorkbook *self,
            BenchRisk     *risk)
{
  const BenchLocation *place = bench_workbook_get_place (self, risk->first_place);
  BenchRows *rows = &self->rows;
  TlDay from = risk->opened;

  if (bench_rows_chance (rows, 20))
    {
      add_part (self, risk, &self->leads[1], TL_PART_ACCOUNTABLE, "Held it at first", from, from + 20);
      from += 20;
    }
  risk->owner = bench_rows_chance (rows, 70) ? place->manager : place->deputy;
  if (bench_rows_chance (rows, 95))
    add_part (self, risk, &risk->owner, TL_PART_ACCOUNTABLE, "Answers for the outcome", from, TL_NO_DAY);
  add_part (self, risk, &self->leads[2 + bench_rows_pick (rows, BENCH_N_LEADS - 2)], TL_PART_SUPPORTING,
            "Reads the sample every week", from, TL_NO_DAY);
  if (bench_rows_chance (rows, 60))
    add_part (self, risk, &bench_workbook_get_place (self, risk->first_place + 1)->deputy, TL_PART_SUPPORTING,
              "Shares what works there", from, TL_NO_DAY);
  if (bench_rows_chance (rows, 5))
    add_part (self, risk, &self->leads[0], TL_PART_CLAIMED, "Says it is theirs", from, TL_NO_DAY);
}

static guint
get_share (guint total,
           guint index,
           guint n)
{
  return (guint) ((guint64) total * (index + 1) / n - (guint64) total * index / n);
}

/* Risks come before what belongs to them, so what leads from one to another leads to an earlier one. */
static void
add_link (BenchWorkbook *self,
          BenchRisk     *risk)
{
  if (risk->number == 0 || !bench_rows_chance (&self->rows, 70))
    return;
  bench_rows_add (&self->rows, TL_TABLE_LINK, NULL, 0);
  bench_rows_link (&self->rows, "risk", &risk->id);
  bench_rows_link (&self->rows, "linked_risk", &self->previous_risk);
  bench_rows_text (&self->rows, "reason", "Where one is late the other is missed");
}

void
bench_workbook_add_risk (BenchWorkbook *self,
                         guint          number)
{
  BenchRows *rows = &self->rows;
  BenchRisk risk = { .number = number };

  risk.topic = &topics[number % G_N_ELEMENTS (topics)];
  risk.first_place = bench_rows_pick (rows, self->locations->len);
  risk.n_places = MIN (1 + bench_rows_pick (rows, 6), self->locations->len);
  if (self->size->everywhere)
    risk.n_places = self->locations->len;
  risk.opened = self->today - 100 - (int) bench_rows_pick (rows, 280);
  risk.better = bench_rows_chance (rows, 70);

  add_risk_row (self, &risk);
  add_rating (self, &risk, risk.opened, "As found");
  if (bench_rows_chance (rows, 40))
    add_rating (self, &risk, risk.opened + 60, "Looked at again");
  add_owners (self, &risk);
  bench_workbook_add_measures (self, &risk, get_share (self->size->readings, number, self->size->risks));
  bench_workbook_add_work (self, &risk, get_share (self->size->evidence, number, self->size->risks));
  bench_workbook_add_oversight (self, &risk);
  add_link (self, &risk);
  self->previous_risk = risk.id;
}
