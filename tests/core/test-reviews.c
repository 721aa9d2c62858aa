/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-sound.h"
#include "tl-agenda.h"
#include "tl-closing-case.h"
#include "tl-decision-effect.h"
#include "tl-review-calendar.h"
#include "tl-review-pack.h"
#include "tl-risk-since.h"

#define CONTINUE "V2     | R1   | continue | U3\n"
#define OWNER "R1   | U1     | accountable | 2025-12-01 |\n"
#define SUPPORT "R1   | U2     | supporting  | 2025-12-01 |\n"
#define EXPECTED "R1   | observation | monthly | U2     | 2025-12-01 |       | yes\n"
#define MEASURE "| at least  | 90     | 2026-04-30  | 80                 | 100                  | 2025-11-20    | weekly | 4        | primary |"
#define UNMET "| at least | 97 | 2026-04-30 | 80 | 100 | 2025-11-20 | weekly | 4 | primary |"
#define CHALLENGES "Challenges\nReview | Risk | Question | Answer | Answered | Satisfied | Satisfied on\n"
#define ACTIONS "Actions\nRef | Risk | Title | Person | Place | Agreed | Due\n"
#define DECISIONS "Decisions\nReview | Risk | Decision | By | Place | Other risk | Review every | Until | Reason\n"
#define RISKS "Risks\nRef | Title | Opened\nR2 | Charts | 2025-12-01\n\n"
#define FORUMS "Name      | Level\nOversight | provider\n"
#define RHYTHM "Name | Level | Every | Pack days\nOversight | provider | monthly | 7\n"

static gconstpointer
find (TlAssessment *assessment,
      TlTable       table,
      const char   *ref)
{
  TlSnapshot *snapshot = tl_assessment_get_snapshot (assessment);

  for (guint i = 0; i < tl_snapshot_count (snapshot, table); i++)
    {
      const TlFacts *row = tl_snapshot_get (snapshot, table, i);

      if (table == TL_TABLE_FORUM ? g_str_equal (((const TlForumFacts *) row)->name, ref) : g_strcmp0 (row->ref, ref) == 0)
        return row;
    }
  g_error ("There is no %s", ref);
}

/* ── Agendas ──────────────────────────────────────────────────────────────── */

/* A reason, a workbook where it just puts the risk on a forum's agenda, and one where it just doesn't. */
typedef struct
{
  TlAgendaReasonKind kind;
  const char *forum;
  int days_ahead;
  TestSpoil there;
  int other_days_ahead;
  TestSpoil not_there;
} AgendaCase;

static const AgendaCase agenda_cases[] = {
  { TL_AGENDA_DUE, "Oversight", 7, { .more = NULL }, 6, { .more = NULL } },
  { TL_AGENDA_MAY_CLOSE, "Oversight", 0, { .more = NULL }, 0, { .more = ACTIONS "A2 | R1 | Count | U2 | | 2026-06-01 | 2026-07-01" } },
  { TL_AGENDA_ESCALATED, "Oversight", 0, { { CONTINUE, "V2 | R1 | escalate | U3\n", "2026-06-02 | Oversight", "2026-06-02 | Quality" } },
    0, { { CONTINUE, "V1 | R1 | escalate | U3\n", "2026-05-19 | Oversight", "2026-05-19 | Quality" } } },
  { TL_AGENDA_UNANSWERED, "Oversight", 0, { .more = CHALLENGES "V2 | R1 | Who reads? | The senior | 2026-06-09 | no |" },
    0, { .more = CHALLENGES "V2 | R1 | Who reads? | The senior | 2026-06-09 | yes | 2026-06-09" } },
  { TL_AGENDA_WEAK, "Oversight", 0, { { OWNER, "" } }, 0, { { SUPPORT, "" } } },
  { TL_AGENDA_TO_ACT_ON, "Oversight", 0, { { OWNER, "" } }, 0, { { SUPPORT, "" } } },
  { TL_AGENDA_STALLED, "Oversight", 0, { { SUPPORT, "", MEASURE, UNMET } }, 0, { { SUPPORT, "" } } },
  { TL_AGENDA_WITHOUT_EFFECT, "Oversight", 0, { { CONTINUE, "V2 | R1 | change | U3\n", "V2  | 2026-06-02", "V2 | 2026-05-26" } },
    0, { { CONTINUE, "V2 | R1 | change | U3\n", "V2  | 2026-06-02", "V2 | 2026-05-27" } } },
  { TL_AGENDA_SLIPPING, "Oversight", 0, { { CONTINUE, "V2 | R1 | close | U3\n", EXPECTED, "" } },
    0, { { CONTINUE, "V2 | R1 | close | U3\n" } } },
  /* Only its own risks concern a forum at the service, and its own questions. */
  { TL_AGENDA_TO_ACT_ON, "Quality", 0, { { OWNER, "", "| Oversight | L1; L2", "| Quality | L1; L2" } }, 0, { { OWNER, "" } } },
  { TL_AGENDA_UNANSWERED, "Quality", 0,
    { { "2026-05-19 | Oversight", "2026-05-19 | Quality" }, CHALLENGES "V1 | R1 | Who reads? | | | |" },
    0, { .more = CHALLENGES "V1 | R1 | Who reads? | | | |" } },
  /* Whoever oversees them all looks at what another forum can't settle, and not at what is merely due there. */
  { TL_AGENDA_TO_ACT_ON, "Oversight", 0, { { OWNER, "", "| Oversight | L1; L2", "| Quality | L1; L2" } },
    0, { { SUPPORT, "", "| Oversight | L1; L2", "| Quality | L1; L2" } } },
  { TL_AGENDA_DUE, "Oversight", 7, { { "| Oversight | L1; L2", "| | L1; L2" } },
    7, { { "| Oversight | L1; L2", "| Quality | L1; L2" } } },
};

static gboolean
has_reason (const AgendaCase *one,
            const TestSpoil  *spoil,
            int               days_ahead)
{
  g_autoptr (TlAssessment) assessment = test_sound_assess (spoil);
  g_autoptr (TlAgenda) agenda = tl_agenda_propose (assessment, find (assessment, TL_TABLE_FORUM, one->forum),
                                                   tl_assessment_get_as_at (assessment) + days_ahead);

  g_assert_cmpuint (agenda->entries->len, <=, 1);
  for (guint i = 0; i < agenda->entries->len; i++)
    {
      const TlAgendaEntry *entry = g_ptr_array_index (agenda->entries, i);

      for (guint j = 0; j < entry->reasons->len; j++)
        {
          const TlAgendaReason *reason = g_ptr_array_index (entry->reasons, j);

          g_assert_cmpint (entry->severity, <=, reason->severity);
          g_assert_true (*reason->text != '\0');
          if (reason->kind == one->kind)
            return TRUE;
        }
    }
  return FALSE;
}

static void
test_agenda_reasons (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (agenda_cases); i++)
    {
      const AgendaCase *one = &agenda_cases[i];

      if (!has_reason (one, &one->there, one->days_ahead) || has_reason (one, &one->not_there, one->other_days_ahead))
        g_error ("Case %u", i);
    }
}

/* What a review asks and decides itself isn't why it looks at a risk; its agenda stays as it was settled. */
static void
test_settled_agenda (void)
{
  g_autoptr (TlAssessment) assessment = test_sound_assess (&(TestSpoil) {
    { CONTINUE, "V2 | R1 | escalate | U3\n" },
    RISKS CHALLENGES "V2 | R1 | Who reads? | | | |\n\nAgenda\nReview | Risk | Order\nV2 | R1 | 2\nV2 | R2 | 1\nV2 | R2 | 3" });
  g_autoptr (TlAgenda) agenda = tl_agenda_new (assessment, find (assessment, TL_TABLE_REVIEW, "V2"));
  const TlAgendaEntry *first, *second;

  g_assert_cmpuint (agenda->entries->len, ==, 2);
  first = g_ptr_array_index (agenda->entries, 0);
  second = g_ptr_array_index (agenda->entries, 1);
  g_assert_cmpstr (first->title, ==, "R2 Charts");
  g_assert_false (first->looked_at);
  g_assert_true (second->looked_at);
  g_assert_cmpint (second->decision, ==, TL_DECISION_KIND_ESCALATE);
  for (guint i = 0; i < second->reasons->len; i++)
    {
      const TlAgendaReason *reason = g_ptr_array_index (second->reasons, i);

      g_assert_cmpint (reason->kind, !=, TL_AGENDA_ESCALATED);
      g_assert_cmpint (reason->kind, !=, TL_AGENDA_UNANSWERED);
    }
  g_assert_cmpint (agenda->previous_day, ==, tl_day_new (2026, 5, 19));
}

/* ── Whether a decision took effect ───────────────────────────────────────── */

typedef struct
{
  TlEffect effect;
  const char *ground;
  TestSpoil spoil;
} EffectCase;

#define DECIDED(row) { CONTINUE, "" }, DECISIONS row

static const EffectCase effect_cases[] = {
  { TL_EFFECT_NOTHING_RECORDED, "no action agreed or changed since", { DECIDED ("V2 | R1 | change | U3"), NULL } },
  { TL_EFFECT_NOTHING_RECORDED, "no action agreed or changed since",
    { DECIDED ("V2 | R1 | change | U3\n\n" ACTIONS "A2 | R1 | Count | U2 | | 2026-06-01 | 2026-07-01") } },
  { TL_EFFECT_TAKEN, "1 action agreed or changed since",
    { DECIDED ("V2 | R1 | change | U3\n\n" ACTIONS "A2 | R1 | Count | U2 | | 2026-06-02 | 2026-07-01") } },
  { TL_EFFECT_PARTLY, "Beech House shown since 3 June 2026",
    { DECIDED ("V2 | R1 | change | U3 | L2\n\n" ACTIONS "A2 | R1 | Count | U2 | L1 | 2026-06-02 | 2026-07-01") } },
  { TL_EFFECT_TAKEN, "Beech House shown since 3 June 2026",
    { DECIDED ("V2 | R1 | change | U3 | L2\n\n" ACTIONS "A2 | R1 | Count | U2 | L2 | 2026-06-02 | 2026-07-01") } },
  { TL_EFFECT_TAKEN, "2 items of evidence since", { DECIDED ("V2 | R1 | continue | U3") } },
  { TL_EFFECT_NOTHING_RECORDED, "nothing recorded since", { DECIDED ("V2 | R1 | continue | U3"), "2026-06-02" } },
  { TL_EFFECT_NOTHING_RECORDED, "no provider review has looked at it since", { DECIDED ("V2 | R1 | escalate | U3") } },
  { TL_EFFECT_TAKEN, "taken up by Oversight, 2 June 2026", { DECIDED ("V1 | R1 | escalate | U3") } },
  { TL_EFFECT_TAKEN, "reviewed quarterly until 1 September 2026", { DECIDED ("V2 | R1 | reduce oversight | U3 | | | quarterly | 2026-09-01") } },
  { TL_EFFECT_PARTLY, "how often, and until when, wasn’t recorded", { DECIDED ("V2 | R1 | reduce oversight | U3") } },
  { TL_EFFECT_UNDONE, "reviewed quarterly until 1 September 2026",
    { { CONTINUE, "", MEASURE, UNMET }, DECISIONS "V2 | R1 | reduce oversight | U3 | | | quarterly | 2026-09-01" } },
  { TL_EFFECT_TAKEN, "closed since 2 June 2026, and nothing asks for reopening", { DECIDED ("V2 | R1 | close | U3") } },
  { TL_EFFECT_UNDONE, "reopened on 2 June 2026", { DECIDED ("V1 | R1 | close | U3\nV2 | R1 | reopen | U3") } },
  { TL_EFFECT_UNDONE, "It was closed on 2 June 2026 before it might be.",
    { { CONTINUE, "", EXPECTED, "" }, DECISIONS "V2 | R1 | close | U3" } },
  { TL_EFFECT_NOTHING_RECORDED, "the risk that goes on in its place isn’t named", { DECIDED ("V2 | R1 | merge | U3") } },
  { TL_EFFECT_NOTHING_RECORDED, "no review has looked at R2 Charts since",
    { { CONTINUE, "" }, RISKS DECISIONS "V1 | R1 | merge | U3 | | R2" } },
  { TL_EFFECT_TAKEN, "followed under R2 Charts",
    { { CONTINUE, "" }, RISKS DECISIONS "V1 | R1 | merge | U3 | | R2\n\nLooked at\nReview | Risk\nV2 | R2" } },
  { TL_EFFECT_TAKEN, "ended since 2 June 2026", { DECIDED ("V2 | R1 | no longer applies | U3") } },
};

static void
test_effects (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (effect_cases); i++)
    {
      const EffectCase *one = &effect_cases[i];
      g_autoptr (TlAssessment) assessment = test_sound_assess (&one->spoil);
      const TlDecisionFacts *decision = tl_snapshot_get (tl_assessment_get_snapshot (assessment), TL_TABLE_DECISION, 0);
      g_autoptr (TlDecisionEffect) effect = tl_decision_effect_new (assessment, decision);
      const TlEffectGround *ground = g_ptr_array_index (effect->grounds, 0);

      if (effect->effect != one->effect || !g_str_has_prefix (ground->text, one->ground))
        g_error ("Case %u: %s: %s", i, tl_effect_get_words (effect->effect), ground->text);
    }
}

/* ── While oversight is reduced ───────────────────────────────────────────── */

typedef struct
{
  const char *decisions;
  const char *as_at;
  int review_days;
  const char *next_review;
} ReducedCase;

static const ReducedCase reduced_cases[] = {
  { "V2 | R1 | reduce oversight | U3 | | | monthly | 2026-07-20", "2026-06-09", 31, "2026-07-03" },
  /* At the latest when it ends. */
  { "V2 | R1 | reduce oversight | U3 | | | monthly | 2026-07-01", "2026-06-09", 31, "2026-07-01" },
  { "V2 | R1 | reduce oversight | U3 | | | monthly | 2026-07-01", "2026-06-30", 31, "2026-07-01" },
  { "V2 | R1 | reduce oversight | U3 | | | monthly | 2026-07-01", "2026-07-01", 14, "2026-06-16" },
  { "V2 | R1 | reduce oversight | U3 | | | monthly |", "2026-06-09", 14, "2026-06-16" },
  { "V2 | R1 | reduce oversight | U3 | | | weekly | 2026-07-20", "2026-06-09", 14, "2026-06-16" },
  /* As it was before the decision, and once somebody steps in again. */
  { "V2 | R1 | reduce oversight | U3 | | | monthly | 2026-07-20", "2026-06-01", 14, "2026-06-02" },
  { "V1 | R1 | reduce oversight | U3 | | | monthly | 2026-07-20\nV2 | R1 | change | U3", "2026-06-09", 14, "2026-06-16" },
  { "V1 | R1 | reduce oversight | U3 | | | monthly | 2026-07-20\nV2 | R1 | continue | U3", "2026-06-09", 31, "2026-07-03" },
};

static void
test_reduced_oversight (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (reduced_cases); i++)
    {
      const ReducedCase *one = &reduced_cases[i];
      g_autofree char *more = g_strconcat (DECISIONS, one->decisions, NULL);
      g_autoptr (TlAssessment) assessment = test_sound_assess (&(TestSpoil) { { CONTINUE, "" }, more, one->as_at });
      const TlRiskJudgement *risk = tl_assessment_get_risk (assessment, 0);
      char next[TL_DAY_ISO_LENGTH + 1];

      tl_day_to_iso (risk->next_review, next);
      if (risk->review_days != one->review_days || !g_str_equal (next, one->next_review))
        g_error ("Case %u: %d days, %s", i, risk->review_days, next);
      g_assert_cmpint (risk->reduced_until != TL_NO_DAY, ==, one->review_days == 31);
    }
}

/* ── What changed ─────────────────────────────────────────────────────────── */

static void
test_since (void)
{
  g_autoptr (TlAssessment) assessment = test_sound_assess (&(TestSpoil) {
    { "M1 | 2026-06-03 | L1 | 48 | 50", "M1 | 2026-06-03 | L1 | 50 | 50" },
    ACTIONS "A2 | R1 | Count stock | U2 | | 2026-05-19 | 2026-05-31\n\n"
    "Evidence\nRef | Date | Source | Finding | Verdict | Risks\nE9 | 2026-05-19 | audit | Late | mixed | R1\n"
    "E8 | 2026-05-18 | audit | Late | mixed | R1" });
  const TlId *id = &tl_assessment_get_risk (assessment, 0)->facts->base.id;
  g_autoptr (TlRiskSince) since = tl_risk_since_new (assessment, id, tl_day_new (2026, 5, 19));
  g_autoptr (TlRiskSince) before = tl_risk_since_new (assessment, id, tl_day_new (2025, 11, 30));
  const TlMeasureSince *measure = g_ptr_array_index (since->measures, 0);
  const TlActionSince *action = g_ptr_array_index (since->actions, 0);
  const TlFindingSince *finding = g_ptr_array_index (since->findings, 0);

  g_assert_true (since->existed);
  g_assert_cmpint (since->line[3].then, ==, TL_LINK_STATE_SOUND);
  g_assert_cmpint (since->line[3].now, ==, TL_LINK_STATE_WEAK);
  g_assert_cmpstr (measure->text, ==, "96.0\302\240% to 98.0\302\240%");
  g_assert_cmpstr (measure->ground, ==, "target met for 12 weeks");
  /* Two items, the mixed one of the day itself, and six readings of three weeks. */
  g_assert_cmpuint (since->n_evidence, ==, 9);
  g_assert_cmpuint (since->n_verdicts[TL_VERDICT_MIXED], ==, 1);
  g_assert_cmpuint (since->actions->len, ==, 1);
  g_assert_cmpint (action->kind, ==, TL_ACTION_OVERDUE);
  g_assert_cmpstr (action->text, ==, "9 days overdue");
  g_assert_cmpint (finding->kind, ==, TL_FINDING_NEW);
  g_assert_cmpstr (finding->check, ==, "action-overdue");
  g_assert_false (before->existed);
}

/* Nothing is different from the day itself. */
static void
test_since_today (void)
{
  g_autoptr (TlAssessment) assessment = test_sound_assess (&(TestSpoil) { { OWNER, "" } });
  g_autoptr (TlRiskSince) since = tl_risk_since_new (assessment, &tl_assessment_get_risk (assessment, 0)->facts->base.id,
                                                     tl_assessment_get_as_at (assessment));

  for (int i = 0; i < TL_N_LINE_LINKS; i++)
    g_assert_cmpint (since->line[i].then, ==, since->line[i].now);
  g_assert_cmpuint (since->findings->len, >, 0);
  for (guint i = 0; i < since->findings->len; i++)
    g_assert_cmpint (((const TlFindingSince *) g_ptr_array_index (since->findings, i))->kind, ==, TL_FINDING_STILL);
}

/* ── Calendar and pack ────────────────────────────────────────────────────── */

static guint
count_meetings (const TestSpoil *spoil,
                TlDay            until,
                TlMeeting       *first)
{
  g_autoptr (TlAssessment) assessment = test_sound_assess (spoil);
  g_autoptr (GPtrArray) meetings = tl_review_calendar_list_meetings (assessment, until);

  if (meetings->len > 0)
    *first = *(const TlMeeting *) g_ptr_array_index (meetings, 0);
  return meetings->len;
}

static void
test_calendar (void)
{
  const TestSpoil rhythm = { { FORUMS, RHYTHM } };
  const TestSpoil started = { { FORUMS, RHYTHM }, "Reviews\nRef | Date | Forum\nV3 | 2026-06-20 | Oversight" };
  const TestSpoil finished = { { FORUMS, RHYTHM }, "Reviews\nRef | Date | Forum | Finished\nV3 | 2026-06-09 | Oversight | 2026-06-09" };
  g_autoptr (TlAssessment) assessment = test_sound_assess (&rhythm);
  g_autoptr (GPtrArray) calls = tl_review_calendar_list_risks (assessment);
  const TlRiskCall *call = g_ptr_array_index (calls, 0);
  TlMeeting meeting;

  g_assert_cmpuint (count_meetings (&rhythm, tl_day_new (2026, 7, 2), &meeting), ==, 0);
  g_assert_cmpuint (count_meetings (&rhythm, tl_day_new (2026, 7, 3), &meeting), ==, 1);
  g_assert_cmpint (meeting.pack_due, ==, tl_day_new (2026, 6, 26));
  g_assert_true (tl_id_is_none (&meeting.review));
  g_assert_cmpuint (count_meetings (&started, tl_day_new (2026, 6, 20), &meeting), ==, 1);
  g_assert_false (tl_id_is_none (&meeting.review));
  g_assert_cmpint (meeting.day, ==, tl_day_new (2026, 6, 20));
  g_assert_cmpuint (count_meetings (&finished, tl_day_new (2026, 7, 9), &meeting), ==, 0);
  g_assert_cmpuint (count_meetings (&finished, tl_day_new (2026, 7, 10), &meeting), ==, 1);
  /* The risk is due on 16 June, and the forum meets only on 3 July. */
  g_assert_cmpint (call->day, ==, tl_day_new (2026, 6, 16));
  g_assert_cmpint (call->meeting, ==, tl_day_new (2026, 7, 3));
  g_assert_true (call->too_late);
}

static void
test_pack (void)
{
  g_autoptr (TlAssessment) assessment = test_sound_assess (&(TestSpoil) {
    { FORUMS, RHYTHM },
    "Pack items\nReview | Source | Person | Arrived\nV2 | observation | U2 | 2026-05-26\nV2 | audit | U3 | 2026-05-27\n"
    "V2 | minutes | |" });
  const TlForumFacts *forum = find (assessment, TL_TABLE_FORUM, "Oversight");
  g_autoptr (GPtrArray) pack = tl_review_pack_list (assessment, find (assessment, TL_TABLE_REVIEW, "V2"));
  g_autoptr (GPtrArray) proposed =
    tl_review_pack_propose (assessment, forum, tl_day_new (2026, 7, 3), &tl_assessment_get_risk (assessment, 0)->facts->base.id, 1);
  g_autofree char *count = tl_review_pack_dup_count (pack);
  const TlPackEntry *entry;

  g_assert_cmpstr (count, ==, "2 of 3 arrived");
  entry = g_ptr_array_index (pack, 0);
  g_assert_cmpstr (entry->text, ==, "arrived 26 May");
  entry = g_ptr_array_index (pack, 1);
  g_assert_cmpstr (entry->text, ==, "arrived 27 May, 1 day late");
  entry = g_ptr_array_index (pack, 2);
  g_assert_cmpstr (entry->who, ==, "No one");
  g_assert_cmpstr (entry->text, ==, "not here, 7 days late");
  g_assert_cmpuint (proposed->len, ==, 1);
  entry = g_ptr_array_index (proposed, 0);
  g_assert_cmpint (entry->source, ==, TL_SOURCE_OBSERVATION);
  g_assert_cmpstr (entry->who, ==, "Samir Tolland");
  g_assert_cmpint (entry->due, ==, tl_day_new (2026, 6, 26));
}

/* ── Closing ──────────────────────────────────────────────────────────────── */

static void
test_decider (void)
{
  g_autoptr (TlAssessment) assessment = test_sound_assess (&(TestSpoil) { .more = NULL });
  const TlRiskFacts *risk = find (assessment, TL_TABLE_RISK, "R1");
  const TlWho owner = { .person = find (assessment, TL_TABLE_PERSON, "U1") };
  const TlWho other = { .person = find (assessment, TL_TABLE_PERSON, "U3") };
  const TlWho nobody = { NULL };
  const struct { const TlWho *by; gboolean met; } cases[] = { { &owner, FALSE }, { &other, TRUE }, { &nobody, FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) conditions = tl_closing_list_conditions (assessment, risk, NULL, cases[i].by);

      g_assert_cmpuint (conditions->len, ==, 7);
      for (guint j = 0; j < 7; j++)
        g_assert_cmpint (((const TlClosingAnswer *) g_ptr_array_index (conditions, j))->met, ==, j < 6 || cases[i].met);
    }
}

/* What leads to a condition that doesn't hold, and the very row. */
static void
test_leads (void)
{
  g_autoptr (TlAssessment) assessment = test_sound_assess (&(TestSpoil) {
    { EXPECTED, "" }, ACTIONS "A2 | R1 | Count stock | U2 | | 2026-06-01 | 2026-07-01\n\n" CHALLENGES "V2 | R1 | Who reads? | | | |" });
  const TlRiskJudgement *risk = tl_assessment_get_risk (assessment, 0);

  g_assert_cmpint (risk->conditions[0].mending.remedy, ==, risk->line[1].remedy);
  g_assert_cmpint (risk->conditions[1].mending.remedy, ==, TL_REMEDY_UPDATE_ACTION);
  g_assert_cmpstr (risk->conditions[1].mending.row->ref, ==, "A2");
  g_assert_cmpint (risk->conditions[2].mending.remedy, ==, TL_REMEDY_ANSWER_CHALLENGE);
  g_assert_true (risk->conditions[2].mending.row == risk->facts->challenges.rows[0]);
  g_assert_cmpint (risk->conditions[5].mending.remedy, ==, TL_REMEDY_EXPECT_EVIDENCE);
}

/* A merge brings a second closing: both are kept, and told apart from one that confirms a closing which came too soon. */
static void
test_second_closing (void)
{
  const char *reviews = "Reviews\nRef | Date | Forum\nV3 | 2026-06-08 | Oversight\n\n";
  g_autofree char *twice = g_strconcat (reviews, DECISIONS, "V2 | R1 | close | U3\nV3 | R1 | close | U3", NULL);
  g_autofree char *confirmed = g_strconcat (reviews, DECISIONS, "V2 | R1 | close | U1\nV3 | R1 | close | U3", NULL);
  g_autoptr (TlAssessment) merged = test_sound_assess (&(TestSpoil) { { CONTINUE, "" }, twice });
  g_autoptr (TlAssessment) late = test_sound_assess (&(TestSpoil) { { CONTINUE, "" }, confirmed });
  g_autoptr (TlAssessment) before = test_sound_assess (&(TestSpoil) { { CONTINUE, "" }, twice, "2026-06-01" });
  g_autoptr (GPtrArray) cases = tl_closing_case_list (merged, &tl_assessment_get_risk (merged, 0)->facts->base.id);
  g_autoptr (GPtrArray) others = tl_closing_case_list (late, &tl_assessment_get_risk (late, 0)->facts->base.id);
  g_autoptr (GPtrArray) none = tl_closing_case_list (before, &tl_assessment_get_risk (before, 0)->facts->base.id);
  const TlClosingCase *second;

  g_assert_cmpuint (cases->len, ==, 2);
  g_assert_false (((const TlClosingCase *) g_ptr_array_index (cases, 0))->again);
  second = g_ptr_array_index (cases, 1);
  g_assert_true (second->again);
  g_assert_cmpstr (second->note, ==,
                   "It was closed already, by Oversight, 2 June 2026, with every condition met. Both are kept as they came; the history "
                   "can take one of them back.");
  g_assert_false (((const TlClosingCase *) g_ptr_array_index (others, 0))->held);
  second = g_ptr_array_index (others, 1);
  g_assert_true (second->held);
  g_assert_false (second->again);
  g_assert_cmpstr (second->note, ==, "It confirms the closing by Oversight, 2 June 2026, which came too soon.");
  /* As at the day before there was no closing. */
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpint (tl_assessment_get_risk (before, 0)->state, ==, TL_RISK_STATE_OPEN);
  g_assert_cmpint (tl_assessment_get_risk (merged, 0)->state, ==, TL_RISK_STATE_CLOSED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reviews/agenda-reasons", test_agenda_reasons);
  g_test_add_func ("/reviews/settled-agenda", test_settled_agenda);
  g_test_add_func ("/reviews/effects", test_effects);
  g_test_add_func ("/reviews/reduced-oversight", test_reduced_oversight);
  g_test_add_func ("/reviews/since", test_since);
  g_test_add_func ("/reviews/since-today", test_since_today);
  g_test_add_func ("/reviews/calendar", test_calendar);
  g_test_add_func ("/reviews/pack", test_pack);
  g_test_add_func ("/reviews/decider", test_decider);
  g_test_add_func ("/reviews/leads", test_leads);
  g_test_add_func ("/reviews/second-closing", test_second_closing);
  return g_test_run ();
}
