/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-checks.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-format.h"

/* A new risk may be incomplete for so long. */
#define SET_UP_DAYS 14

#define OPEN(id, severity, link, remedy, function) \
  { id, TL_SEVERITY_##severity, TL_CHECK_OPEN, TL_LINE_LINK_##link, TL_REMEDY_##remedy, NULL, tl_check_##function }
#define CLOSED(id, severity, link, remedy, function) \
  { id, TL_SEVERITY_##severity, TL_CHECK_CLOSED, TL_LINE_LINK_##link, TL_REMEDY_##remedy, NULL, tl_check_##function }
#define ACROSS(id, severity, link, remedy, function) \
  { id, TL_SEVERITY_##severity, TL_CHECK_ACROSS, TL_LINE_LINK_##link, TL_REMEDY_##remedy, NULL, tl_check_##function }
#define WORKBOOK(id, severity, link, remedy, function) \
  { id, TL_SEVERITY_##severity, TL_CHECK_WORKBOOK, TL_LINE_LINK_##link, TL_REMEDY_##remedy, NULL, tl_check_##function }
#define SET_UP(id, severity, link, remedy, function, part) \
  { id, TL_SEVERITY_##severity, TL_CHECK_OPEN, TL_LINE_LINK_##link, TL_REMEDY_##remedy, part, tl_check_##function }

static const TlCheck checks[] = {
  SET_UP ("owner-missing", ACT, OWNED, NAME_OWNER, owner_missing, N_("an accountable owner")),
  OPEN ("owner-several", ACT, OWNED, HAND_OVER, owner_several),
  OPEN ("owner-left", ACT, OWNED, HAND_OVER, owner_left),
  OPEN ("owner-disputed", ACT, OWNED, HAND_OVER, owner_disputed),
  WORKBOOK ("owner-overloaded", WATCH, OWNED, NONE, owner_overloaded),
  OPEN ("owner-turnover", WATCH, OWNED, NONE, owner_turnover),
  OPEN ("owner-own-witness", WATCH, OWNED, RECORD_OUTCOME, owner_own_witness),
  SET_UP ("support-missing", WATCH, OWNED, NAME_SUPPORT, support_missing, N_("a supporting role")),
  SET_UP ("route-missing", WATCH, OWNED, SET_REVIEW, route_missing, N_("the forum that reviews it")),
  OPEN ("action-unowned", ACT, ACTED, SAY_WHO, action_unowned),
  OPEN ("action-undated", WATCH, ACTED, SET_DUE, action_undated),
  OPEN ("action-outside-map", WATCH, OWNED, NAME_SUPPORT, action_outside_map),
  ACROSS ("action-duplicate", WATCH, ACTED, UPDATE_ACTION, action_duplicate),
  OPEN ("action-overdue", WATCH, ACTED, UPDATE_ACTION, action_overdue),
  OPEN ("action-moved", WATCH, ACTED, UPDATE_ACTION, action_moved),
  SET_UP ("action-no-result", WATCH, ACTED, UPDATE_ACTION, action_no_result, N_("what each action should bring about")),
  OPEN ("action-unproven", WATCH, ACTED, RECORD_OUTCOME, action_unproven),
  SET_UP ("outcome-undefined", ACT, DEFINED, ADD_MEASURE, outcome_undefined, N_("an intended outcome and a primary measure with a target")),
  OPEN ("outcome-after-action", NOTE, DEFINED, START_REVIEW, outcome_after_action),
  SET_UP ("baseline-missing", WATCH, DEFINED, ADD_BASELINE, baseline_missing, N_("a baseline")),
  OPEN ("review-too-slow", WATCH, NONE, SET_REVIEW, review_too_slow),
  OPEN ("review-overdue", ACT, NONE, START_REVIEW, review_overdue),
  OPEN ("target-late", ACT, IMPROVED, ADD_ACTION, target_late),
  OPEN ("measure-late", WATCH, IMPROVED, RECORD_READINGS, measure_late),
  OPEN ("measure-worse", ACT, IMPROVED, ADD_ACTION, measure_worse),
  OPEN ("evidence-none", ACT, EVIDENCED, RECORD_EVIDENCE, evidence_none),
  OPEN ("evidence-activity-only", ACT, EVIDENCED, RECORD_OUTCOME, evidence_activity_only),
  OPEN ("evidence-thin", WATCH, EVIDENCED, RECORD_OUTCOME, evidence_thin),
  OPEN ("evidence-late", WATCH, EVIDENCED, RECORD_EVIDENCE, evidence_late),
  OPEN ("evidence-no-voice", WATCH, EVIDENCED, RECORD_VOICE, evidence_no_voice),
  OPEN ("evidence-contradicts", ACT, EVIDENCED, START_REVIEW, evidence_contradicts),
  ACROSS ("evidence-unlinked", NOTE, EVIDENCED, LINK_EVIDENCE, evidence_unlinked),
  OPEN ("assurance-unsupported", WATCH, EVIDENCED, RECORD_EVIDENCE, assurance_unsupported),
  OPEN ("recurrence-flat", ACT, IMPROVED, ADD_ACTION, recurrence_flat),
  OPEN ("challenge-open", WATCH, NONE, START_REVIEW, challenge_open),
  OPEN ("challenge-absent", NOTE, NONE, START_REVIEW, challenge_absent),
  OPEN ("decision-without-effect", WATCH, NONE, ADD_ACTION, decision_without_effect),
  OPEN ("oversight-reduced-early", ACT, NONE, START_REVIEW, oversight_reduced_early),
  OPEN ("stalled-unchallenged", ACT, NONE, START_REVIEW, stalled_unchallenged),
  ACROSS ("link-missing", NOTE, NONE, LINK_RISKS, link_missing),
  OPEN ("variation-hidden", ACT, EVEN, ADD_SUPPORT, variation_hidden),
  OPEN ("variation-weak", ACT, EVEN, ADD_SUPPORT, variation_weak),
  OPEN ("variation-watch", WATCH, EVEN, RECORD_READINGS, variation_watch),
  OPEN ("variation-unsampled", WATCH, EVEN, RECORD_READINGS, variation_unsampled),
  OPEN ("variation-unexplained", WATCH, EVEN, RECORD_CAUSE, variation_unexplained),
  OPEN ("variation-widening", WATCH, EVEN, ADD_SUPPORT, variation_widening),
  WORKBOOK ("moved-together", NOTE, ACTED, NONE, moved_together),
  OPEN ("learning-unshared", NOTE, EVEN, SHARE_LEARNING, learning_unshared),
  OPEN ("sign-seen", WATCH, SUSTAINED, START_REVIEW, sign_seen),
  CLOSED ("closed-too-early", ACT, SUSTAINED, START_REVIEW, closed_too_early),
  CLOSED ("closed-worse", ACT, SUSTAINED, START_REVIEW, closed_worse),
  CLOSED ("closed-unwatched", WATCH, SUSTAINED, EXPECT_EVIDENCE, closed_unwatched),
  /* Last, for it tells what the set-up checks above would have said. */
  OPEN ("plan-incomplete", WATCH, FOUND, COMPLETE_PLAN, plan_incomplete),
};

/**
 * tl_checks_list:
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): all checks
 */
const TlCheck *
tl_checks_list (guint *n)
{
  *n = G_N_ELEMENTS (checks);
  return checks;
}

/**
 * tl_check_add:
 * @run: a run of a check
 * @risk: (nullable): the risk that it is about
 * @text: (transfer full): what is wrong, a plain sentence
 * @settle: what would settle it, a plain sentence
 *
 * Adds a finding, of the check's own severity.
 *
 * Returns: (transfer none): the finding, to say more of it; only until the next one is added
 */
TlFinding *
tl_check_add (TlCheckRun            *run,
              const TlRiskJudgement *risk,
              char                  *text,
              const char            *settle)
{
  /* Findings of one risk go with what else is concluded of it; those across risks come and go alone. */
  gboolean across = run->check->scope == TL_CHECK_ACROSS || run->check->scope == TL_CHECK_WORKBOOK;
  TlFinding finding = {
    .check = run->check->id,
    .severity = run->check->severity,
    .link = run->check->link,
    .remedy = run->check->remedy,
    .risk = risk != NULL ? risk->facts : NULL,
    .across = across,
    .text = across ? text : tl_judge_keep (run->judge, text),
    .settle = across ? g_strdup (settle) : tl_judge_keep (run->judge, g_strdup (settle)),
  };

  g_array_append_val (run->findings, finding);
  return &g_array_index (run->findings, TlFinding, run->findings->len - 1);
}

/**
 * tl_check_add_across:
 * @run: a run of a check across risks
 * @risk: (nullable): the risk that it is about
 * @first: a risk or an item of evidence that the finding rests on
 * @second: (nullable): another one
 * @text: (transfer full): what is wrong, a plain sentence
 * @settle: what would settle it, a plain sentence
 *
 * Adds a finding, as [func@Tl.check_add] does, and says which rows it rests on: it is looked for again when one of them is
 * touched, and only then.
 *
 * Returns: (transfer none): the finding, to say more of it; only until the next one is added
 */
TlFinding *
tl_check_add_across (TlCheckRun            *run,
                     const TlRiskJudgement *risk,
                     gconstpointer          first,
                     gconstpointer          second,
                     char                  *text,
                     const char            *settle)
{
  TlFinding *finding = tl_check_add (run, risk, text, settle);

  finding->rests_on[0] = first;
  finding->rests_on[1] = second;
  return finding;
}

/**
 * tl_finding_clear:
 * @finding: a finding
 *
 * Frees what is a finding's own.
 */
void
tl_finding_clear (TlFinding *finding)
{
  if (!finding->across)
    return;
  g_free (finding->text);
  g_free (finding->settle);
}

static gboolean
is_new (const TlJudge         *judge,
        const TlRiskJudgement *risk)
{
  return tl_judge_is_within (judge, risk->opened, SET_UP_DAYS);
}

static void
note_part (GPtrArray  *parts,
           const char *text,
           const char *part)
{
  if (!tl_text_says (text))
    g_ptr_array_add (parts, (gpointer) part);
}

/* While a risk is new, what the set-up checks find is only listed here. */
static void
note_set_up (GPtrArray             *parts,
             const TlCheckRun      *run,
             const TlRiskJudgement *risk)
{
  g_autoptr (GArray) found = g_array_new (FALSE, TRUE, sizeof (TlFinding));

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      TlCheckRun trial = { .judge = run->judge, .check = &checks[i], .findings = found };

      if (checks[i].set_up == NULL)
        continue;
      g_array_set_size (found, 0);
      checks[i].run (&trial, risk);
      if (found->len > 0)
        g_ptr_array_add (parts, (gpointer) _(checks[i].set_up));
    }
}

/**
 * tl_check_plan_incomplete:
 * @run: the run
 * @risk: an open risk
 *
 * Finds what the plan still lacks: root cause, immediate control, corrective action, review interval, and, for the first
 * fourteen days, what the set-up checks would find.
 */
void
tl_check_plan_incomplete (TlCheckRun            *run,
                          const TlRiskJudgement *risk)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autofree char *list = NULL;

  note_part (parts, risk->facts->root_cause, _("the root cause"));
  note_part (parts, risk->facts->immediate_control, _("the immediate control"));
  note_part (parts, risk->facts->corrective_action, _("the corrective action"));
  if (risk->facts->review_every == TL_INTERVAL_NONE)
    g_ptr_array_add (parts, (gpointer) _("how often it is reviewed"));
  if (is_new (run->judge, risk))
    note_set_up (parts, run, risk);
  if (parts->len == 0)
    return;

  g_ptr_array_add (parts, NULL);
  list = tl_format_list ((const char * const *) parts->pdata);
  /* Translators: what a plan still lacks, such as "the root cause and a baseline" */
  tl_check_add (run, risk, g_strdup_printf (_("The plan isn’t complete: it lacks %s."), list),
                _("Write down what is missing."));
}

static gboolean
same_text (const char *a,
           const char *b)
{
  return g_strcmp0 (a, b) == 0;
}

/* An answered finding rests until its date, if the answer names the very same thing. An act never rests. */
static const TlAnsweredFindingFacts *
find_answer (const TlJudge   *judge,
             const TlFinding *finding)
{
  if (finding->severity == TL_SEVERITY_ACT)
    return NULL;
  for (guint i = 0; i < tl_snapshot_count (judge->snapshot, TL_TABLE_ANSWERED_FINDING); i++)
    {
      const TlAnsweredFindingFacts *answer = tl_snapshot_get (judge->snapshot, TL_TABLE_ANSWERED_FINDING, i);

      if (tl_judge_is_current (judge, answer->date, answer->until_date) && same_text (answer->check_id, finding->check)
          && answer->risk == finding->risk && same_text (answer->subject, finding->subject)
          && same_text (answer->other_subject, finding->other) && answer->place == finding->place)
        return answer;
    }
  return NULL;
}

static const char *
get_place_ref (const TlFinding *finding)
{
  return finding->place != NULL ? finding->place->base.ref : NULL;
}

/* Rows of equal refs, as imports and merges may bring them, are told apart by their ids. */
static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const TlFacts *row_a = a, *row_b = b;

  if (row_a == NULL || row_b == NULL)
    return (row_a == NULL) - (row_b == NULL);
  return tl_id_compare (&row_a->id, &row_b->id);
}

static int
compare_origins (const TlFinding *a,
                 const TlFinding *b)
{
  int order = compare_rows (a->risk, b->risk);

  if (order == 0)
    order = compare_rows (a->place, b->place);
  if (order == 0)
    order = compare_rows (a->rests_on[0], b->rests_on[0]);
  if (order == 0)
    order = compare_rows (a->rests_on[1], b->rests_on[1]);
  return order != 0 ? order : strcmp (a->settle, b->settle);
}

/**
 * tl_finding_compare:
 * @a: a finding
 * @b: another one
 *
 * Returns: less than, equal to or greater than zero, in the order of severity, risk, check, subject, place
 */
int
tl_finding_compare (const TlFinding *a,
                    const TlFinding *b)
{
  int order = (int) a->severity - (int) b->severity;

  if (order == 0)
    order = tl_facts_compare_refs (a->risk != NULL ? a->risk->base.ref : NULL, b->risk != NULL ? b->risk->base.ref : NULL);
  if (order == 0)
    order = strcmp (a->check, b->check);
  if (order == 0)
    order = tl_facts_compare_refs (a->subject, b->subject);
  if (order == 0)
    order = tl_facts_compare_refs (get_place_ref (a), get_place_ref (b));
  if (order == 0)
    order = tl_facts_compare_refs (a->other, b->other);
  if (order == 0)
    order = strcmp (a->text, b->text);
  return order != 0 ? order : compare_origins (a, b);
}

static int
compare_findings (gconstpointer a,
                  gconstpointer b)
{
  return tl_finding_compare (a, b);
}

static void
run_for_risk (TlCheckRun            *run,
              const TlRiskJudgement *risk)
{
  TlCheckScope scope = risk->state == TL_RISK_STATE_CLOSED ? TL_CHECK_CLOSED : TL_CHECK_OPEN;

  if (risk->state == TL_RISK_STATE_ENDED)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      run->check = &checks[i];
      if (checks[i].scope == scope && (checks[i].set_up == NULL || !is_new (run->judge, risk)))
        checks[i].run (run, risk);
    }
}

/**
 * tl_checks_settle:
 * @judge: a judge
 * @findings: (element-type TlFinding): what checks have found
 * @answered: (element-type TlFinding): an empty list
 *
 * Finishes a list: what was answered and rests goes into the other one. Both are put in the order of severity, risk,
 * check, subject and place.
 */
void
tl_checks_settle (const TlJudge *judge,
                  GArray        *findings,
                  GArray        *answered)
{
  guint kept = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      TlFinding *finding = &g_array_index (findings, TlFinding, i);

      finding->answer = find_answer (judge, finding);
      if (finding->answer != NULL)
        g_array_append_vals (answered, finding, 1);
      else
        g_array_index (findings, TlFinding, kept++) = *finding;
    }
  g_array_set_size (findings, kept);
  g_array_sort (findings, compare_findings);
  g_array_sort (answered, compare_findings);
}

/**
 * tl_checks_run_risk:
 * @judge: a judge
 * @risk: a risk
 * @findings: (element-type TlFinding): a list, to be added to
 *
 * Runs the checks that are about one risk alone.
 */
void
tl_checks_run_risk (const TlJudge         *judge,
                    const TlRiskJudgement *risk,
                    GArray                *findings)
{
  TlCheckRun run = { .judge = judge, .findings = findings };

  run_for_risk (&run, risk);
}

/**
 * tl_checks_run_across:
 * @run: a run, but for its check
 *
 * Runs the checks across risks.
 */
void
tl_checks_run_across (TlCheckRun *run)
{
  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      run->check = &checks[i];
      if (checks[i].scope == TL_CHECK_ACROSS || checks[i].scope == TL_CHECK_WORKBOOK)
        checks[i].run (run, NULL);
    }
}
