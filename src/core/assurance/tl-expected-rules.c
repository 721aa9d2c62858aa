/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-evidence-rules.h"

/* A source is late once it has been silent for its interval and a quarter: in quarters of days, to stay whole. */
static gboolean
is_longer (int days,
           int interval)
{
  return 4 * days > 5 * interval;
}

static void
add_silence (GArray *silences,
             TlDay   from,
             TlDay   until,
             int     interval)
{
  TlSilence silence = { from, until, until - from };

  if (from != TL_NO_DAY && is_longer (silence.days, interval))
    g_array_append_val (silences, silence);
}

static void
judge_silences (const TlJudge         *judge,
                const TlRiskJudgement *risk,
                TlExpectedJudgement   *expected,
                int                    interval)
{
  const TlExpectedEvidenceFacts *facts = expected->facts;
  g_autoptr (GArray) silences = g_array_new (FALSE, FALSE, sizeof (TlSilence));
  TlDay end = facts->until_date != TL_NO_DAY ? MIN (facts->until_date, judge->as_at) : judge->as_at;
  TlDay since = facts->from_date;

  for (guint i = 0; i < risk->n_evidence; i++)
    {
      const TlEvidenceItem *item = &risk->evidence[i];

      if (item->source != facts->source || item->date == TL_NO_DAY)
        continue;
      expected->last = item->date;
      if (item->date >= since && item->date <= end)
        {
          add_silence (silences, since, item->date, interval);
          since = item->date;
        }
    }
  if (end > since)
    add_silence (silences, since, end, interval);

  expected->n_silences = silences->len;
  expected->silences = tl_judge_keep_array (judge, silences);
}

/* Late is what has been expected for an interval and a quarter, and has nothing dated within it. */
static void
judge_lateness (const TlJudge       *judge,
                TlExpectedJudgement *expected,
                int                  interval)
{
  TlDay from = expected->facts->from_date;
  int expected_for = from != TL_NO_DAY ? judge->as_at - from : G_MAXINT / 8;
  int allowed = 5 * interval / 4;
  TlDay anchor = tl_day_latest (expected->last, from);

  if (!expected->current || 4 * expected_for < 5 * interval
      || (expected->last != TL_NO_DAY && !is_longer (judge->as_at - expected->last, interval)))
    return;
  expected->days_late = anchor != TL_NO_DAY ? MAX (1, judge->as_at - anchor - allowed) : 1;
}

/**
 * tl_judge_expected:
 * @judge: a judge
 * @risk: a risk whose evidence is settled
 *
 * Settles which expected sources report, and when they were silent. What is expected later doesn't exist yet.
 */
void
tl_judge_expected (const TlJudge   *judge,
                   TlRiskJudgement *risk)
{
  const TlFactsList *rows = &risk->facts->expected;

  risk->expected = tl_arena_allocate (judge->arena, rows->n * sizeof *risk->expected);
  for (guint i = 0; i < rows->n; i++)
    {
      const TlExpectedEvidenceFacts *facts = rows->rows[i];
      TlExpectedJudgement *expected = &risk->expected[risk->n_expected];
      int interval = tl_interval_get_days (facts->every);

      if (!tl_judge_knows (judge, facts->from_date))
        continue;
      risk->n_expected++;
      expected->facts = facts;
      expected->current = tl_judge_is_current (judge, facts->from_date, facts->until_date);
      if (interval == 0)
        continue;
      judge_silences (judge, risk, expected, interval);
      judge_lateness (judge, expected, interval);
    }
}
