/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-layout-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define R TL_FIELD_REQUIRED
#define K TL_FIELD_KEY
#define L TL_FIELD_LINE
#define PLAIN TL_FIELD_PLAIN
#define AT(member) G_STRUCT_OFFSET (FACTS, member)
#define SIMPLE(type, column, heading, flags) \
  { #column, heading, type, flags, NULL, TL_NO_TABLE, AT (column), 0, -INFINITY, INFINITY }

/* FACTS is the struct of the table whose fields are being listed. */
#define TEXT(column, heading, flags) SIMPLE (TL_FIELD_TEXT, column, heading, flags)
#define TEXTS(column, heading, flags) SIMPLE (TL_FIELD_TEXTS, column, heading, flags)
#define DAY(column, heading, flags) SIMPLE (TL_FIELD_DAY, column, heading, flags)
#define NUMBER(column, heading, flags) SIMPLE (TL_FIELD_NUMBER, column, heading, flags)
#define WHO(column, heading, flags) SIMPLE (TL_FIELD_WHO, column, heading, flags)
#define WHOLE(column, heading, flags, least, most) \
  { #column, heading, TL_FIELD_WHOLE, flags, NULL, TL_NO_TABLE, AT (column), 0, least, most }
#define WORD(column, heading, flags, list) \
  { #column, heading, TL_FIELD_WORD, flags, tl_##list##_get_type, TL_NO_TABLE, AT (column), 0, -INFINITY, INFINITY }
#define LINK(column, heading, flags, table) \
  { #column, heading, TL_FIELD_LINK, flags, NULL, TL_TABLE_##table, AT (column), 0, -INFINITY, INFINITY }
#define LINK_BACK(column, heading, flags, table, Target, list) \
  { #column, heading, TL_FIELD_LINK, flags, NULL, TL_TABLE_##table, AT (column), \
    G_STRUCT_OFFSET (Target, list), -INFINITY, INFINITY }
#define LINKS(column, heading, flags, table) \
  { #column, heading, TL_FIELD_LINKS, flags, NULL, TL_TABLE_##table, AT (column), 0, -INFINITY, INFINITY }
#define LINKS_BACK(column, heading, flags, table, Target, list) \
  { #column, heading, TL_FIELD_LINKS, flags, NULL, TL_TABLE_##table, AT (column), \
    G_STRUCT_OFFSET (Target, list), -INFINITY, INFINITY }

#define FACTS TlPlaceFacts
static const TlField place_fields[] = {
  TEXT (name, N_("Name"), R | L),
  WORD (kind, N_("Kind"), R, place_kind),
  LINK (parent, N_("Parent"), PLAIN, PLACE),
  DAY (from_date, N_("From"), PLAIN),
  DAY (until_date, N_("Until"), PLAIN),
};
#undef FACTS

#define FACTS TlPersonFacts
static const TlField person_fields[] = {
  TEXT (name, N_("Name"), R | L),
  TEXT (role, N_("Role"), R | L),
  LINK (place, N_("Place"), PLAIN, PLACE),
  DAY (from_date, N_("From"), PLAIN),
  DAY (until_date, N_("Until"), PLAIN),
  WORD (outside, N_("Outside"), PLAIN, flag),
};
#undef FACTS

#define FACTS TlForumFacts
static const TlField forum_fields[] = {
  TEXT (name, N_("Name"), R | K | L),
  WORD (level, N_("Level"), PLAIN, level),
  WORD (every, N_("Every"), PLAIN, interval),
  WHOLE (pack_days, N_("Pack days"), PLAIN, 0, 366),
};
#undef FACTS

#define FACTS TlRiskFacts
static const TlField risk_fields[] = {
  TEXT (title, N_("Title"), R | L),
  WORD (theme, N_("Theme"), PLAIN, theme),
  WORD (origin, N_("Origin"), PLAIN, origin),
  TEXT (origin_reference, N_("Origin reference"), L),
  TEXTS (framework, N_("Framework"), PLAIN),
  TEXTS (regulations, N_("Regulations"), PLAIN),
  TEXT (baseline_issue, N_("Baseline issue"), PLAIN),
  TEXT (root_cause, N_("Root cause"), PLAIN),
  TEXT (immediate_control, N_("Immediate control"), PLAIN),
  TEXT (corrective_action, N_("Corrective action"), PLAIN),
  TEXT (intended_outcome, N_("Intended outcome"), PLAIN),
  WHOLE (likelihood, N_("Likelihood"), PLAIN, 1, 5),
  WHOLE (impact, N_("Impact"), PLAIN, 1, 5),
  WORD (review_every, N_("Review every"), PLAIN, interval),
  LINK (forum, N_("Forum"), PLAIN, FORUM),
  LINKS (scope, N_("Scope"), PLAIN, PLACE),
  DAY (opened, N_("Opened"), PLAIN),
  TEXT (why_no_voice, N_("Why no voice"), PLAIN),
  TEXT (regulated_activity, N_("Regulated activity"), L),
  TEXT (resources, N_("Resources"), PLAIN),
  TEXT (resources_available, N_("Resources available"), PLAIN),
  TEXT (effect_until_then, N_("Effect until then"), PLAIN),
  WHO (checked_by, N_("Checked by"), PLAIN),
};
#undef FACTS

#define FACTS TlRatingFacts
static const TlField rating_fields[] = {
  LINK_BACK (risk, N_("Risk"), R | K, RISK, TlRiskFacts, ratings),
  DAY (date, N_("Date"), R | K),
  WHOLE (likelihood, N_("Likelihood"), R | K, 1, 5),
  WHOLE (impact, N_("Impact"), R | K, 1, 5),
  TEXT (reason, N_("Reason"), PLAIN),
  WHO (by, N_("By"), PLAIN),
};
#undef FACTS

#define FACTS TlOwnershipFacts
static const TlField ownership_fields[] = {
  LINK_BACK (risk, N_("Risk"), R | K, RISK, TlRiskFacts, ownerships),
  LINK_BACK (person, N_("Person"), R | K, PERSON, TlPersonFacts, ownerships),
  WORD (part, N_("Part"), R | K, part),
  TEXT (contribution, N_("Contribution"), L),
  DAY (from_date, N_("From"), R | K),
  DAY (until_date, N_("Until"), PLAIN),
  TEXT (reason, N_("Reason"), PLAIN),
};
#undef FACTS

#define FACTS TlMeasureFacts
static const TlField measure_fields[] = {
  LINK_BACK (risk, N_("Risk"), R, RISK, TlRiskFacts, measures),
  TEXT (title, N_("Title"), R | L),
  WORD (kind, N_("Kind"), R, measure_kind),
  TEXT (unit, N_("Unit"), L),
  WORD (direction, N_("Direction"), R, direction),
  NUMBER (target, N_("Target"), PLAIN),
  DAY (target_date, N_("Target date"), PLAIN),
  NUMBER (baseline, N_("Baseline"), PLAIN),
  NUMBER (baseline_numerator, N_("Baseline numerator"), PLAIN),
  NUMBER (baseline_denominator, N_("Baseline denominator"), PLAIN),
  DAY (baseline_date, N_("Baseline date"), PLAIN),
  WORD (period, N_("Period"), R, period),
  WHOLE (hold_for, N_("Hold for"), PLAIN, 1, 520),
  WORD (role, N_("Role"), PLAIN, role),
  WORD (source, N_("Source"), PLAIN, source),
  NUMBER (largest_gap, N_("Largest gap"), PLAIN),
  DAY (defined, N_("Defined"), PLAIN),
};
#undef FACTS

#define FACTS TlReadingFacts
static const TlField reading_fields[] = {
  LINK_BACK (measure, N_("Measure"), R | K, MEASURE, TlMeasureFacts, readings),
  DAY (date, N_("Date"), R | K),
  LINK (place, N_("Place"), K, PLACE),
  LINK (shift, N_("Shift"), K, PLACE),
  LINK (staff_group, N_("Staff group"), K, PLACE),
  NUMBER (numerator, N_("Numerator"), PLAIN),
  NUMBER (denominator, N_("Denominator"), PLAIN),
  NUMBER (value, N_("Value"), PLAIN),
  LINK (evidence, N_("Evidence"), PLAIN, EVIDENCE),
};
#undef FACTS

#define FACTS TlStepChangeFacts
static const TlField step_change_fields[] = {
  LINK_BACK (measure, N_("Measure"), R | K, MEASURE, TlMeasureFacts, step_changes),
  DAY (date, N_("Date"), R | K),
  TEXT (reason, N_("Reason"), R | K),
  WHO (by, N_("By"), PLAIN),
};
#undef FACTS

#define FACTS TlActionFacts
static const TlField action_fields[] = {
  LINK_BACK (risk, N_("Risk"), R, RISK, TlRiskFacts, actions),
  TEXT (title, N_("Title"), R | L),
  LINK_BACK (person, N_("Person"), PLAIN, PERSON, TlPersonFacts, actions),
  LINK (place, N_("Place"), PLAIN, PLACE),
  TEXT (expected_result, N_("Expected result"), PLAIN),
  TEXT (recorded_in, N_("Recorded in"), L),
  TEXT (agreed_at, N_("Agreed at"), L),
  DAY (agreed, N_("Agreed"), PLAIN),
  DAY (due, N_("Due"), PLAIN),
  DAY (done, N_("Done"), PLAIN),
  WORD (purpose, N_("Purpose"), PLAIN, purpose),
};
#undef FACTS

#define FACTS TlActionEventFacts
static const TlField action_event_fields[] = {
  LINK_BACK (action, N_("Action"), R | K, ACTION, TlActionFacts, events),
  DAY (date, N_("Date"), R | K),
  WORD (what, N_("What"), R | K, event_kind),
  DAY (from_date, N_("From"), PLAIN),
  DAY (to_date, N_("To"), PLAIN),
  TEXT (reason, N_("Reason"), PLAIN),
  LINK (other_action, N_("Other action"), PLAIN, ACTION),
};
#undef FACTS

#define FACTS TlEvidenceFacts
static const TlField evidence_fields[] = {
  DAY (date, N_("Date"), R),
  WORD (source, N_("Source"), R, source),
  TEXT (finding, N_("Finding"), R),
  TEXT (extract, N_("Extract"), PLAIN),
  WORD (kind, N_("Kind"), PLAIN, evidence_kind),
  TEXT (why_this_kind, N_("Why this kind"), PLAIN),
  WORD (verdict, N_("Verdict"), PLAIN, verdict),
  LINKS_BACK (risks, N_("Risks"), PLAIN, RISK, TlRiskFacts, evidence),
  LINKS_BACK (actions, N_("Actions"), PLAIN, ACTION, TlActionFacts, evidence),
  LINKS (measures, N_("Measures"), PLAIN, MEASURE),
  LINK (place, N_("Place"), PLAIN, PLACE),
  LINK (shift, N_("Shift"), PLAIN, PLACE),
  LINK (staff_group, N_("Staff group"), PLAIN, PLACE),
  TEXT (recorded_in, N_("Recorded in"), L),
  WHO (by, N_("By"), PLAIN),
  DAY (entered, N_("Entered"), PLAIN),
};
#undef FACTS

#define FACTS TlExpectedEvidenceFacts
static const TlField expected_evidence_fields[] = {
  LINK_BACK (risk, N_("Risk"), R | K, RISK, TlRiskFacts, expected),
  WORD (source, N_("Source"), R | K, source),
  WORD (every, N_("Every"), R | K, interval),
  LINK (person, N_("Person"), PLAIN, PERSON),
  TEXT (recorded_in, N_("Recorded in"), L),
  DAY (from_date, N_("From"), PLAIN),
  DAY (until_date, N_("Until"), PLAIN),
  WORD (continues_after_closing, N_("Continues after closing"), PLAIN, flag),
};
#undef FACTS

#define FACTS TlReviewFacts
static const TlField review_fields[] = {
  DAY (date, N_("Date"), R),
  LINK_BACK (forum, N_("Forum"), R, FORUM, TlForumFacts, reviews),
  WORD (level, N_("Level"), PLAIN, level),
  WHO (chair, N_("Chair"), PLAIN),
  LINKS (present, N_("Present"), PLAIN, PERSON),
  TEXT (notes, N_("Notes"), PLAIN),
  DAY (finished, N_("Finished"), PLAIN),
};
#undef FACTS

#define FACTS TlAgendaItemFacts
static const TlField agenda_item_fields[] = {
  LINK_BACK (review, N_("Review"), R | K, REVIEW, TlReviewFacts, agenda),
  LINK (risk, N_("Risk"), R | K, RISK),
  WHOLE (position, N_("Order"), PLAIN, 1, 1000),
};
#undef FACTS

#define FACTS TlPackItemFacts
static const TlField pack_item_fields[] = {
  LINK_BACK (review, N_("Review"), R | K, REVIEW, TlReviewFacts, pack_items),
  WORD (source, N_("Source"), R | K, source),
  LINK (person, N_("Person"), PLAIN, PERSON),
  DAY (arrived, N_("Arrived"), PLAIN),
};
#undef FACTS

#define FACTS TlLookedAtFacts
static const TlField looked_at_fields[] = {
  LINK_BACK (review, N_("Review"), R | K, REVIEW, TlReviewFacts, looked_at),
  LINK_BACK (risk, N_("Risk"), R | K, RISK, TlRiskFacts, looked_at),
  TEXT (progress, N_("Progress"), PLAIN),
  TEXT (barrier, N_("Barrier"), PLAIN),
  TEXT (revised_control, N_("Revised control"), PLAIN),
  TEXT (evidence_seen, N_("Evidence seen"), PLAIN),
};
#undef FACTS

#define FACTS TlChallengeFacts
static const TlField challenge_fields[] = {
  LINK_BACK (review, N_("Review"), R | K, REVIEW, TlReviewFacts, challenges),
  LINK_BACK (risk, N_("Risk"), R | K, RISK, TlRiskFacts, challenges),
  TEXT (question, N_("Question"), R | K),
  WHO (by, N_("By"), PLAIN),
  DAY (due, N_("Due"), PLAIN),
  TEXT (answer, N_("Answer"), PLAIN),
  DAY (answered, N_("Answered"), PLAIN),
  WORD (satisfied, N_("Satisfied"), PLAIN, flag),
  DAY (satisfied_on, N_("Satisfied on"), PLAIN),
};
#undef FACTS

#define FACTS TlDecisionFacts
static const TlField decision_fields[] = {
  LINK_BACK (review, N_("Review"), R | K, REVIEW, TlReviewFacts, decisions),
  LINK_BACK (risk, N_("Risk"), R | K, RISK, TlRiskFacts, decisions),
  WORD (decision, N_("Decision"), R | K, decision_kind),
  TEXT (reason, N_("Reason"), PLAIN),
  WHO (by, N_("By"), PLAIN),
  LINK (place, N_("Place"), K, PLACE),
  LINK (other_risk, N_("Other risk"), PLAIN, RISK),
  WORD (review_every, N_("Review every"), PLAIN, interval),
  DAY (until_date, N_("Until"), PLAIN),
};
#undef FACTS

#define FACTS TlSignFacts
static const TlField warning_sign_fields[] = {
  LINK_BACK (risk, N_("Risk"), R, RISK, TlRiskFacts, signs),
  TEXT (sign, N_("Sign"), R),
  WHOLE (times, N_("Times"), PLAIN, 1, 1000),
  WHOLE (within_days, N_("Within days"), PLAIN, 1, 3660),
  TEXT (response, N_("Response"), PLAIN),
};
#undef FACTS

#define FACTS TlObservedSignFacts
static const TlField observed_sign_fields[] = {
  LINK_BACK (sign, N_("Sign"), R | K, WARNING_SIGN, TlSignFacts, observed),
  DAY (date, N_("Date"), R | K),
  LINK (place, N_("Place"), K, PLACE),
  TEXT (note, N_("Note"), PLAIN),
  WHO (by, N_("By"), PLAIN),
};
#undef FACTS

#define FACTS TlCauseFacts
static const TlField cause_fields[] = {
  LINK_BACK (risk, N_("Risk"), R | K, RISK, TlRiskFacts, causes),
  LINK (place, N_("Place"), R | K, PLACE),
  WORD (cause, N_("Cause"), R | K, cause_kind),
  TEXT (detail, N_("Detail"), PLAIN),
  DAY (date, N_("Date"), PLAIN),
  WHO (by, N_("By"), PLAIN),
};
#undef FACTS

#define FACTS TlLearningFacts
static const TlField learning_fields[] = {
  DAY (date, N_("Date"), R),
  LINK_BACK (risk, N_("Risk"), R, RISK, TlRiskFacts, learning),
  LINK (from_place, N_("From place"), PLAIN, PLACE),
  TEXT (text, N_("Text"), R),
};
#undef FACTS

#define FACTS TlLearningReachFacts
static const TlField learning_reach_fields[] = {
  LINK_BACK (learning, N_("Learning"), R | K, LEARNING, TlLearningFacts, reach),
  LINK (place, N_("Place"), R | K, PLACE),
  DAY (taken_up, N_("Taken up"), PLAIN),
};
#undef FACTS

#define FACTS TlRiskLinkFacts
static const TlField link_fields[] = {
  LINK_BACK (risk, N_("Risk"), R | K, RISK, TlRiskFacts, links),
  LINK_BACK (linked_risk, N_("Linked risk"), R | K, RISK, TlRiskFacts, linked_from),
  TEXT (reason, N_("Reason"), PLAIN),
};
#undef FACTS

#define FACTS TlAnsweredFindingFacts
static const TlField answered_finding_fields[] = {
  TEXT (check_id, N_("Check"), R | K),
  LINK (risk, N_("Risk"), PLAIN, RISK),
  TEXT (subject, N_("Subject"), PLAIN),
  TEXT (other_subject, N_("Other subject"), PLAIN),
  LINK (place, N_("Place"), K, PLACE),
  DAY (until_date, N_("Until"), R | K),
  TEXT (reason, N_("Reason"), R | K),
  WHO (by, N_("By"), PLAIN),
  DAY (date, N_("Date"), PLAIN),
};
#undef FACTS

#define FACTS TlAnswerFacts
static const TlField answer_fields[] = {
  LINK (risk, N_("Risk"), R | K, RISK),
  TEXT (subject, N_("Subject"), PLAIN),
  WORD (link, N_("Link"), PLAIN, line_link),
  WORD (state, N_("State"), R | K, answer_state),
  TEXT (why, N_("Why"), R | K),
  TEXT (evidence, N_("Evidence"), PLAIN),
  TEXT (check_id, N_("Check"), PLAIN),
};
#undef FACTS

#define TABLE(name, sheet, order, has_ref_key, Facts) \
  { #name, sheet, order, has_ref_key, name##_fields, G_N_ELEMENTS (name##_fields), sizeof (Facts) }

const TlTableLayout tl_layouts[TL_N_TABLES] = {
  [TL_TABLE_PLACE] = TABLE (place, N_("Places"), NULL, TRUE, TlPlaceFacts),
  [TL_TABLE_PERSON] = TABLE (person, N_("People"), NULL, TRUE, TlPersonFacts),
  [TL_TABLE_FORUM] = TABLE (forum, N_("Forums"), "name", FALSE, TlForumFacts),
  [TL_TABLE_RISK] = TABLE (risk, N_("Risks"), NULL, TRUE, TlRiskFacts),
  [TL_TABLE_RATING] = TABLE (rating, N_("Ratings"), "date", FALSE, TlRatingFacts),
  [TL_TABLE_OWNERSHIP] = TABLE (ownership, N_("Ownership"), "from_date", FALSE, TlOwnershipFacts),
  [TL_TABLE_MEASURE] = TABLE (measure, N_("Measures"), NULL, TRUE, TlMeasureFacts),
  [TL_TABLE_READING] = TABLE (reading, N_("Readings"), "date", FALSE, TlReadingFacts),
  [TL_TABLE_STEP_CHANGE] = TABLE (step_change, N_("Step changes"), "date", FALSE, TlStepChangeFacts),
  [TL_TABLE_ACTION] = TABLE (action, N_("Actions"), "agreed", TRUE, TlActionFacts),
  [TL_TABLE_ACTION_EVENT] = TABLE (action_event, N_("Action events"), "date", FALSE, TlActionEventFacts),
  [TL_TABLE_EVIDENCE] = TABLE (evidence, N_("Evidence"), "date", TRUE, TlEvidenceFacts),
  [TL_TABLE_EXPECTED_EVIDENCE] = TABLE (expected_evidence, N_("Expected evidence"), "source", FALSE, TlExpectedEvidenceFacts),
  [TL_TABLE_REVIEW] = TABLE (review, N_("Reviews"), "date", TRUE, TlReviewFacts),
  [TL_TABLE_AGENDA_ITEM] = TABLE (agenda_item, N_("Agenda"), "position", FALSE, TlAgendaItemFacts),
  [TL_TABLE_PACK_ITEM] = TABLE (pack_item, N_("Pack items"), "source", FALSE, TlPackItemFacts),
  [TL_TABLE_LOOKED_AT] = TABLE (looked_at, N_("Looked at"), "review", FALSE, TlLookedAtFacts),
  [TL_TABLE_CHALLENGE] = TABLE (challenge, N_("Challenges"), "review", FALSE, TlChallengeFacts),
  [TL_TABLE_DECISION] = TABLE (decision, N_("Decisions"), "review", FALSE, TlDecisionFacts),
  [TL_TABLE_WARNING_SIGN] = TABLE (warning_sign, N_("Warning signs"), NULL, TRUE, TlSignFacts),
  [TL_TABLE_OBSERVED_SIGN] = TABLE (observed_sign, N_("Observed signs"), "date", FALSE, TlObservedSignFacts),
  [TL_TABLE_CAUSE] = TABLE (cause, N_("Causes"), "date", FALSE, TlCauseFacts),
  [TL_TABLE_LEARNING] = TABLE (learning, N_("Learning"), "date", TRUE, TlLearningFacts),
  [TL_TABLE_LEARNING_REACH] = TABLE (learning_reach, N_("Learning reach"), "place", FALSE, TlLearningReachFacts),
  [TL_TABLE_LINK] = TABLE (link, N_("Links"), NULL, FALSE, TlRiskLinkFacts),
  [TL_TABLE_ANSWERED_FINDING] = TABLE (answered_finding, N_("Answered findings"), "date", FALSE, TlAnsweredFindingFacts),
  [TL_TABLE_ANSWER] = TABLE (answer, N_("Answers"), NULL, FALSE, TlAnswerFacts),
};
