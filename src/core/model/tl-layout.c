/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-layout-private.h"

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
  TEXT (name, "Name", R | L),
  WORD (kind, "Kind", R, place_kind),
  LINK (parent, "Parent", PLAIN, PLACE),
  DAY (from_date, "From", PLAIN),
  DAY (until_date, "Until", PLAIN),
};
#undef FACTS

#define FACTS TlPersonFacts
static const TlField person_fields[] = {
  TEXT (name, "Name", R | L),
  TEXT (role, "Role", R | L),
  LINK (place, "Place", PLAIN, PLACE),
  DAY (from_date, "From", PLAIN),
  DAY (until_date, "Until", PLAIN),
  WORD (outside, "Outside", PLAIN, flag),
};
#undef FACTS

#define FACTS TlForumFacts
static const TlField forum_fields[] = {
  TEXT (name, "Name", R | K | L),
  WORD (level, "Level", PLAIN, level),
  WORD (every, "Every", PLAIN, interval),
  WHOLE (pack_days, "Pack days", PLAIN, 0, 366),
};
#undef FACTS

#define FACTS TlRiskFacts
static const TlField risk_fields[] = {
  TEXT (title, "Title", R | L),
  WORD (theme, "Theme", PLAIN, theme),
  WORD (origin, "Origin", PLAIN, origin),
  TEXT (origin_reference, "Origin reference", L),
  TEXTS (framework, "Framework", PLAIN),
  TEXTS (regulations, "Regulations", PLAIN),
  TEXT (baseline_issue, "Baseline issue", PLAIN),
  TEXT (root_cause, "Root cause", PLAIN),
  TEXT (immediate_control, "Immediate control", PLAIN),
  TEXT (corrective_action, "Corrective action", PLAIN),
  TEXT (intended_outcome, "Intended outcome", PLAIN),
  WHOLE (likelihood, "Likelihood", PLAIN, 1, 5),
  WHOLE (impact, "Impact", PLAIN, 1, 5),
  WORD (review_every, "Review every", PLAIN, interval),
  LINK (forum, "Forum", PLAIN, FORUM),
  LINKS (scope, "Scope", PLAIN, PLACE),
  DAY (opened, "Opened", PLAIN),
  TEXT (why_no_voice, "Why no voice", PLAIN),
  TEXT (regulated_activity, "Regulated activity", L),
  TEXT (resources, "Resources", PLAIN),
  TEXT (resources_available, "Resources available", PLAIN),
  TEXT (effect_until_then, "Effect until then", PLAIN),
  WHO (checked_by, "Checked by", PLAIN),
};
#undef FACTS

#define FACTS TlRatingFacts
static const TlField rating_fields[] = {
  LINK_BACK (risk, "Risk", R | K, RISK, TlRiskFacts, ratings),
  DAY (date, "Date", R | K),
  WHOLE (likelihood, "Likelihood", R | K, 1, 5),
  WHOLE (impact, "Impact", R | K, 1, 5),
  TEXT (reason, "Reason", PLAIN),
  WHO (by, "By", PLAIN),
};
#undef FACTS

#define FACTS TlOwnershipFacts
static const TlField ownership_fields[] = {
  LINK_BACK (risk, "Risk", R | K, RISK, TlRiskFacts, ownerships),
  LINK_BACK (person, "Person", R | K, PERSON, TlPersonFacts, ownerships),
  WORD (part, "Part", R | K, part),
  TEXT (contribution, "Contribution", L),
  DAY (from_date, "From", R | K),
  DAY (until_date, "Until", PLAIN),
  TEXT (reason, "Reason", PLAIN),
};
#undef FACTS

#define FACTS TlMeasureFacts
static const TlField measure_fields[] = {
  LINK_BACK (risk, "Risk", R, RISK, TlRiskFacts, measures),
  TEXT (title, "Title", R | L),
  WORD (kind, "Kind", R, measure_kind),
  TEXT (unit, "Unit", L),
  WORD (direction, "Direction", R, direction),
  NUMBER (target, "Target", PLAIN),
  DAY (target_date, "Target date", PLAIN),
  NUMBER (baseline, "Baseline", PLAIN),
  NUMBER (baseline_numerator, "Baseline numerator", PLAIN),
  NUMBER (baseline_denominator, "Baseline denominator", PLAIN),
  DAY (baseline_date, "Baseline date", PLAIN),
  WORD (period, "Period", R, period),
  WHOLE (hold_for, "Hold for", PLAIN, 1, 520),
  WORD (role, "Role", PLAIN, role),
  WORD (source, "Source", PLAIN, source),
  NUMBER (largest_gap, "Largest gap", PLAIN),
  DAY (defined, "Defined", PLAIN),
};
#undef FACTS

#define FACTS TlReadingFacts
static const TlField reading_fields[] = {
  LINK_BACK (measure, "Measure", R | K, MEASURE, TlMeasureFacts, readings),
  DAY (date, "Date", R | K),
  LINK (place, "Place", K, PLACE),
  LINK (shift, "Shift", K, PLACE),
  LINK (staff_group, "Staff group", K, PLACE),
  NUMBER (numerator, "Numerator", PLAIN),
  NUMBER (denominator, "Denominator", PLAIN),
  NUMBER (value, "Value", PLAIN),
  LINK (evidence, "Evidence", PLAIN, EVIDENCE),
};
#undef FACTS

#define FACTS TlStepChangeFacts
static const TlField step_change_fields[] = {
  LINK_BACK (measure, "Measure", R | K, MEASURE, TlMeasureFacts, step_changes),
  DAY (date, "Date", R | K),
  TEXT (reason, "Reason", R | K),
  WHO (by, "By", PLAIN),
};
#undef FACTS

#define FACTS TlActionFacts
static const TlField action_fields[] = {
  LINK_BACK (risk, "Risk", R, RISK, TlRiskFacts, actions),
  TEXT (title, "Title", R | L),
  LINK_BACK (person, "Person", PLAIN, PERSON, TlPersonFacts, actions),
  LINK (place, "Place", PLAIN, PLACE),
  TEXT (expected_result, "Expected result", PLAIN),
  TEXT (recorded_in, "Recorded in", L),
  TEXT (agreed_at, "Agreed at", L),
  DAY (agreed, "Agreed", PLAIN),
  DAY (due, "Due", PLAIN),
  DAY (done, "Done", PLAIN),
  WORD (purpose, "Purpose", PLAIN, purpose),
};
#undef FACTS

#define FACTS TlActionEventFacts
static const TlField action_event_fields[] = {
  LINK_BACK (action, "Action", R | K, ACTION, TlActionFacts, events),
  DAY (date, "Date", R | K),
  WORD (what, "What", R | K, event_kind),
  DAY (from_date, "From", PLAIN),
  DAY (to_date, "To", PLAIN),
  TEXT (reason, "Reason", PLAIN),
  LINK (other_action, "Other action", PLAIN, ACTION),
};
#undef FACTS

#define FACTS TlEvidenceFacts
static const TlField evidence_fields[] = {
  DAY (date, "Date", R),
  WORD (source, "Source", R, source),
  TEXT (finding, "Finding", R),
  TEXT (extract, "Extract", PLAIN),
  WORD (kind, "Kind", PLAIN, evidence_kind),
  TEXT (why_this_kind, "Why this kind", PLAIN),
  WORD (verdict, "Verdict", PLAIN, verdict),
  LINKS_BACK (risks, "Risks", PLAIN, RISK, TlRiskFacts, evidence),
  LINKS_BACK (actions, "Actions", PLAIN, ACTION, TlActionFacts, evidence),
  LINKS (measures, "Measures", PLAIN, MEASURE),
  LINK (place, "Place", PLAIN, PLACE),
  LINK (shift, "Shift", PLAIN, PLACE),
  LINK (staff_group, "Staff group", PLAIN, PLACE),
  TEXT (recorded_in, "Recorded in", L),
  WHO (by, "By", PLAIN),
  DAY (entered, "Entered", PLAIN),
};
#undef FACTS

#define FACTS TlExpectedEvidenceFacts
static const TlField expected_evidence_fields[] = {
  LINK_BACK (risk, "Risk", R | K, RISK, TlRiskFacts, expected),
  WORD (source, "Source", R | K, source),
  WORD (every, "Every", R | K, interval),
  LINK (person, "Person", PLAIN, PERSON),
  TEXT (recorded_in, "Recorded in", L),
  DAY (from_date, "From", PLAIN),
  DAY (until_date, "Until", PLAIN),
  WORD (continues_after_closing, "Continues after closing", PLAIN, flag),
};
#undef FACTS

#define FACTS TlReviewFacts
static const TlField review_fields[] = {
  DAY (date, "Date", R),
  LINK_BACK (forum, "Forum", R, FORUM, TlForumFacts, reviews),
  WORD (level, "Level", PLAIN, level),
  WHO (chair, "Chair", PLAIN),
  LINKS (present, "Present", PLAIN, PERSON),
  TEXT (notes, "Notes", PLAIN),
  DAY (finished, "Finished", PLAIN),
};
#undef FACTS

#define FACTS TlAgendaItemFacts
static const TlField agenda_item_fields[] = {
  LINK_BACK (review, "Review", R | K, REVIEW, TlReviewFacts, agenda),
  LINK (risk, "Risk", R | K, RISK),
  WHOLE (position, "Order", PLAIN, 1, 1000),
};
#undef FACTS

#define FACTS TlPackItemFacts
static const TlField pack_item_fields[] = {
  LINK_BACK (review, "Review", R | K, REVIEW, TlReviewFacts, pack_items),
  WORD (source, "Source", R | K, source),
  LINK (person, "Person", PLAIN, PERSON),
  DAY (arrived, "Arrived", PLAIN),
};
#undef FACTS

#define FACTS TlLookedAtFacts
static const TlField looked_at_fields[] = {
  LINK_BACK (review, "Review", R | K, REVIEW, TlReviewFacts, looked_at),
  LINK_BACK (risk, "Risk", R | K, RISK, TlRiskFacts, looked_at),
  TEXT (progress, "Progress", PLAIN),
  TEXT (barrier, "Barrier", PLAIN),
  TEXT (revised_control, "Revised control", PLAIN),
  TEXT (evidence_seen, "Evidence seen", PLAIN),
};
#undef FACTS

#define FACTS TlChallengeFacts
static const TlField challenge_fields[] = {
  LINK_BACK (review, "Review", R | K, REVIEW, TlReviewFacts, challenges),
  LINK_BACK (risk, "Risk", R | K, RISK, TlRiskFacts, challenges),
  TEXT (question, "Question", R | K),
  WHO (by, "By", PLAIN),
  DAY (due, "Due", PLAIN),
  TEXT (answer, "Answer", PLAIN),
  DAY (answered, "Answered", PLAIN),
  WORD (satisfied, "Satisfied", PLAIN, flag),
  DAY (satisfied_on, "Satisfied on", PLAIN),
};
#undef FACTS

#define FACTS TlDecisionFacts
static const TlField decision_fields[] = {
  LINK_BACK (review, "Review", R | K, REVIEW, TlReviewFacts, decisions),
  LINK_BACK (risk, "Risk", R | K, RISK, TlRiskFacts, decisions),
  WORD (decision, "Decision", R | K, decision_kind),
  TEXT (reason, "Reason", PLAIN),
  WHO (by, "By", PLAIN),
  LINK (place, "Place", K, PLACE),
  LINK (other_risk, "Other risk", PLAIN, RISK),
  WORD (review_every, "Review every", PLAIN, interval),
  DAY (until_date, "Until", PLAIN),
};
#undef FACTS

#define FACTS TlSignFacts
static const TlField warning_sign_fields[] = {
  LINK_BACK (risk, "Risk", R, RISK, TlRiskFacts, signs),
  TEXT (sign, "Sign", R),
  WHOLE (times, "Times", PLAIN, 1, 1000),
  WHOLE (within_days, "Within days", PLAIN, 1, 3660),
  TEXT (response, "Response", PLAIN),
};
#undef FACTS

#define FACTS TlObservedSignFacts
static const TlField observed_sign_fields[] = {
  LINK_BACK (sign, "Sign", R | K, WARNING_SIGN, TlSignFacts, observed),
  DAY (date, "Date", R | K),
  LINK (place, "Place", K, PLACE),
  TEXT (note, "Note", PLAIN),
  WHO (by, "By", PLAIN),
};
#undef FACTS

#define FACTS TlCauseFacts
static const TlField cause_fields[] = {
  LINK_BACK (risk, "Risk", R | K, RISK, TlRiskFacts, causes),
  LINK (place, "Place", R | K, PLACE),
  WORD (cause, "Cause", R | K, cause_kind),
  TEXT (detail, "Detail", PLAIN),
  DAY (date, "Date", PLAIN),
  WHO (by, "By", PLAIN),
};
#undef FACTS

#define FACTS TlLearningFacts
static const TlField learning_fields[] = {
  DAY (date, "Date", R),
  LINK_BACK (risk, "Risk", R, RISK, TlRiskFacts, learning),
  LINK (from_place, "From place", PLAIN, PLACE),
  TEXT (text, "Text", R),
};
#undef FACTS

#define FACTS TlLearningReachFacts
static const TlField learning_reach_fields[] = {
  LINK_BACK (learning, "Learning", R | K, LEARNING, TlLearningFacts, reach),
  LINK (place, "Place", R | K, PLACE),
  DAY (taken_up, "Taken up", PLAIN),
};
#undef FACTS

#define FACTS TlRiskLinkFacts
static const TlField link_fields[] = {
  LINK_BACK (risk, "Risk", R | K, RISK, TlRiskFacts, links),
  LINK_BACK (linked_risk, "Linked risk", R | K, RISK, TlRiskFacts, linked_from),
  TEXT (reason, "Reason", PLAIN),
};
#undef FACTS

#define FACTS TlAnsweredFindingFacts
static const TlField answered_finding_fields[] = {
  TEXT (check_id, "Check", R | K),
  LINK (risk, "Risk", PLAIN, RISK),
  TEXT (subject, "Subject", PLAIN),
  TEXT (other_subject, "Other subject", PLAIN),
  LINK (place, "Place", K, PLACE),
  DAY (until_date, "Until", R | K),
  TEXT (reason, "Reason", R | K),
  WHO (by, "By", PLAIN),
  DAY (date, "Date", PLAIN),
};
#undef FACTS

#define FACTS TlAnswerFacts
static const TlField answer_fields[] = {
  LINK (risk, "Risk", R | K, RISK),
  TEXT (subject, "Subject", PLAIN),
  WORD (link, "Link", PLAIN, line_link),
  WORD (state, "State", R | K, answer_state),
  TEXT (why, "Why", R | K),
  TEXT (evidence, "Evidence", PLAIN),
  TEXT (check_id, "Check", PLAIN),
};
#undef FACTS

#define TABLE(name, sheet, order, has_ref_key, Facts) \
  { #name, sheet, order, has_ref_key, name##_fields, G_N_ELEMENTS (name##_fields), sizeof (Facts) }

const TlTableLayout tl_layouts[TL_N_TABLES] = {
  [TL_TABLE_PLACE] = TABLE (place, "Places", NULL, TRUE, TlPlaceFacts),
  [TL_TABLE_PERSON] = TABLE (person, "People", NULL, TRUE, TlPersonFacts),
  [TL_TABLE_FORUM] = TABLE (forum, "Forums", "name", FALSE, TlForumFacts),
  [TL_TABLE_RISK] = TABLE (risk, "Risks", NULL, TRUE, TlRiskFacts),
  [TL_TABLE_RATING] = TABLE (rating, "Ratings", "date", FALSE, TlRatingFacts),
  [TL_TABLE_OWNERSHIP] = TABLE (ownership, "Ownership", "from_date", FALSE, TlOwnershipFacts),
  [TL_TABLE_MEASURE] = TABLE (measure, "Measures", NULL, TRUE, TlMeasureFacts),
  [TL_TABLE_READING] = TABLE (reading, "Readings", "date", FALSE, TlReadingFacts),
  [TL_TABLE_STEP_CHANGE] = TABLE (step_change, "Step changes", "date", FALSE, TlStepChangeFacts),
  [TL_TABLE_ACTION] = TABLE (action, "Actions", "agreed", TRUE, TlActionFacts),
  [TL_TABLE_ACTION_EVENT] = TABLE (action_event, "Action events", "date", FALSE, TlActionEventFacts),
  [TL_TABLE_EVIDENCE] = TABLE (evidence, "Evidence", "date", TRUE, TlEvidenceFacts),
  [TL_TABLE_EXPECTED_EVIDENCE] = TABLE (expected_evidence, "Expected evidence", "source", FALSE, TlExpectedEvidenceFacts),
  [TL_TABLE_REVIEW] = TABLE (review, "Reviews", "date", TRUE, TlReviewFacts),
  [TL_TABLE_AGENDA_ITEM] = TABLE (agenda_item, "Agenda", "position", FALSE, TlAgendaItemFacts),
  [TL_TABLE_PACK_ITEM] = TABLE (pack_item, "Pack items", "source", FALSE, TlPackItemFacts),
  [TL_TABLE_LOOKED_AT] = TABLE (looked_at, "Looked at", "review", FALSE, TlLookedAtFacts),
  [TL_TABLE_CHALLENGE] = TABLE (challenge, "Challenges", "review", FALSE, TlChallengeFacts),
  [TL_TABLE_DECISION] = TABLE (decision, "Decisions", "review", FALSE, TlDecisionFacts),
  [TL_TABLE_WARNING_SIGN] = TABLE (warning_sign, "Warning signs", NULL, TRUE, TlSignFacts),
  [TL_TABLE_OBSERVED_SIGN] = TABLE (observed_sign, "Observed signs", "date", FALSE, TlObservedSignFacts),
  [TL_TABLE_CAUSE] = TABLE (cause, "Causes", "date", FALSE, TlCauseFacts),
  [TL_TABLE_LEARNING] = TABLE (learning, "Learning", "date", TRUE, TlLearningFacts),
  [TL_TABLE_LEARNING_REACH] = TABLE (learning_reach, "Learning reach", "place", FALSE, TlLearningReachFacts),
  [TL_TABLE_LINK] = TABLE (link, "Links", NULL, FALSE, TlRiskLinkFacts),
  [TL_TABLE_ANSWERED_FINDING] = TABLE (answered_finding, "Answered findings", "date", FALSE, TlAnsweredFindingFacts),
  [TL_TABLE_ANSWER] = TABLE (answer, "Answers", NULL, FALSE, TlAnswerFacts),
};
