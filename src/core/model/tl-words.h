/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The fixed lists of the workbook. Each value's nick is the word itself, as spreadsheets, the database and the
 * command line write it; 0 is always "not said". */

/**
 * TlPlaceKind:
 *
 * What sort of place: where care happens, or who gives it.
 */
typedef enum
{
  TL_PLACE_KIND_NONE,
  TL_PLACE_KIND_PROVIDER,
  TL_PLACE_KIND_LOCATION,
  TL_PLACE_KIND_TEAM,
  TL_PLACE_KIND_SHIFT,
  TL_PLACE_KIND_STAFF_GROUP,
} TlPlaceKind;

#define TL_TYPE_PLACE_KIND (tl_place_kind_get_type ())
GType tl_place_kind_get_type (void);

/**
 * TlLevel:
 *
 * The level of a review forum.
 */
typedef enum
{
  TL_LEVEL_NONE,
  TL_LEVEL_SERVICE,
  TL_LEVEL_PROVIDER,
} TlLevel;

#define TL_TYPE_LEVEL (tl_level_get_type ())
GType tl_level_get_type (void);

/**
 * TlTheme:
 *
 * What a risk is about.
 */
typedef enum
{
  TL_THEME_NONE,
  TL_THEME_MEDICINES,
  TL_THEME_SAFEGUARDING,
  TL_THEME_CARE_PLANNING,
  TL_THEME_RECORDS,
  TL_THEME_STAFFING,
  TL_THEME_COMPLAINTS,
  TL_THEME_INCIDENTS,
  TL_THEME_GOVERNANCE,
  TL_THEME_OTHER,
} TlTheme;

#define TL_TYPE_THEME (tl_theme_get_type ())
GType tl_theme_get_type (void);

/**
 * TlOrigin:
 *
 * Where a risk was found.
 */
typedef enum
{
  TL_ORIGIN_NONE,
  TL_ORIGIN_INSPECTION,
  TL_ORIGIN_AUDIT,
  TL_ORIGIN_COMPLAINT,
  TL_ORIGIN_INCIDENT,
  TL_ORIGIN_FEEDBACK,
  TL_ORIGIN_COMMISSIONER,
  TL_ORIGIN_INTERNAL,
} TlOrigin;

#define TL_TYPE_ORIGIN (tl_origin_get_type ())
GType tl_origin_get_type (void);

/**
 * TlPart:
 *
 * What part a person has in a risk.
 */
typedef enum
{
  TL_PART_NONE,
  TL_PART_ACCOUNTABLE,
  TL_PART_SUPPORTING,
  TL_PART_CLAIMED,
} TlPart;

#define TL_TYPE_PART (tl_part_get_type ())
GType tl_part_get_type (void);

/**
 * TlMeasureKind:
 *
 * How a measure counts.
 */
typedef enum
{
  TL_MEASURE_KIND_NONE,
  TL_MEASURE_KIND_PROPORTION,
  TL_MEASURE_KIND_COUNT,
  TL_MEASURE_KIND_VALUE,
} TlMeasureKind;

#define TL_TYPE_MEASURE_KIND (tl_measure_kind_get_type ())
GType tl_measure_kind_get_type (void);

/**
 * TlDirection:
 *
 * Which way a measure should go.
 */
typedef enum
{
  TL_DIRECTION_NONE,
  TL_DIRECTION_AT_LEAST,
  TL_DIRECTION_AT_MOST,
  TL_DIRECTION_REDUCE_BY,
} TlDirection;

#define TL_TYPE_DIRECTION (tl_direction_get_type ())
GType tl_direction_get_type (void);

/**
 * TlPeriod:
 *
 * How often a measure has a value.
 */
typedef enum
{
  TL_PERIOD_NONE,
  TL_PERIOD_WEEKLY,
  TL_PERIOD_FORTNIGHTLY,
  TL_PERIOD_MONTHLY,
  TL_PERIOD_QUARTERLY,
} TlPeriod;

#define TL_TYPE_PERIOD (tl_period_get_type ())
GType tl_period_get_type (void);

/**
 * TlRole:
 *
 * What a measure is for: %TL_ROLE_PRIMARY shows the outcome, %TL_ROLE_RECURRENCE the same failure coming back.
 */
typedef enum
{
  TL_ROLE_NONE,
  TL_ROLE_PRIMARY,
  TL_ROLE_RECURRENCE,
  TL_ROLE_SUPPORTING,
} TlRole;

#define TL_TYPE_ROLE (tl_role_get_type ())
GType tl_role_get_type (void);

/**
 * TlInterval:
 *
 * How often something is due.
 */
typedef enum
{
  TL_INTERVAL_NONE,
  TL_INTERVAL_DAILY,
  TL_INTERVAL_WEEKLY,
  TL_INTERVAL_FORTNIGHTLY,
  TL_INTERVAL_MONTHLY,
  TL_INTERVAL_QUARTERLY,
  TL_INTERVAL_HALF_YEARLY,
  TL_INTERVAL_YEARLY,
} TlInterval;

#define TL_TYPE_INTERVAL (tl_interval_get_type ())
GType tl_interval_get_type (void);

/**
 * TlPurpose:
 *
 * What an action is for.
 */
typedef enum
{
  TL_PURPOSE_NONE,
  TL_PURPOSE_CORRECTIVE,
  TL_PURPOSE_SUPPORT,
  TL_PURPOSE_CONTROL,
} TlPurpose;

#define TL_TYPE_PURPOSE (tl_purpose_get_type ())
GType tl_purpose_get_type (void);

/**
 * TlEventKind:
 *
 * What happened to an action after it was agreed.
 */
typedef enum
{
  TL_EVENT_KIND_NONE,
  TL_EVENT_KIND_MOVED,
  TL_EVENT_KIND_DONE,
  TL_EVENT_KIND_REOPENED,
  TL_EVENT_KIND_ENDED,
  TL_EVENT_KIND_MERGED,
} TlEventKind;

#define TL_TYPE_EVENT_KIND (tl_event_kind_get_type ())
GType tl_event_kind_get_type (void);

/**
 * TlSource:
 *
 * Where evidence comes from.
 */
typedef enum
{
  TL_SOURCE_NONE,
  TL_SOURCE_CARE_RECORD,
  TL_SOURCE_MEDICINES_RECORD,
  TL_SOURCE_ROTA,
  TL_SOURCE_OBSERVATION,
  TL_SOURCE_OBSERVATION_OF_PEOPLES_EXPERIENCE,
  TL_SOURCE_COMPETENCY_CHECK,
  TL_SOURCE_SUPERVISION,
  TL_SOURCE_SCENARIO_CHECK,
  TL_SOURCE_INCIDENT,
  TL_SOURCE_CONCERN_LOG,
  TL_SOURCE_COMPLAINT,
  TL_SOURCE_COMPLIMENT,
  TL_SOURCE_FEEDBACK_FROM_PEOPLE,
  TL_SOURCE_FEEDBACK_FROM_RELATIVES,
  TL_SOURCE_FEEDBACK_FROM_STAFF,
  TL_SOURCE_AUDIT,
  TL_SOURCE_MINUTES,
  TL_SOURCE_ACTION_TRACKER,
  TL_SOURCE_REPORT,
  TL_SOURCE_POLICY,
  TL_SOURCE_TRAINING_RECORD,
  TL_SOURCE_PARTNER_FEEDBACK,
} TlSource;

#define TL_TYPE_SOURCE (tl_source_get_type ())
GType tl_source_get_type (void);

/**
 * TlEvidenceKind:
 *
 * Whether evidence shows that work was done, or what changed for people.
 */
typedef enum
{
  TL_EVIDENCE_KIND_NONE,
  TL_EVIDENCE_KIND_ACTIVITY,
  TL_EVIDENCE_KIND_OUTCOME,
} TlEvidenceKind;

#define TL_TYPE_EVIDENCE_KIND (tl_evidence_kind_get_type ())
GType tl_evidence_kind_get_type (void);

/**
 * TlVerdict:
 *
 * What evidence says about the outcome.
 */
typedef enum
{
  TL_VERDICT_NONE,
  TL_VERDICT_SUPPORTS,
  TL_VERDICT_MIXED,
  TL_VERDICT_CONTRADICTS,
} TlVerdict;

#define TL_TYPE_VERDICT (tl_verdict_get_type ())
GType tl_verdict_get_type (void);

/**
 * TlDecisionKind:
 *
 * What a review decided.
 */
typedef enum
{
  TL_DECISION_KIND_NONE,
  TL_DECISION_KIND_CONTINUE,
  TL_DECISION_KIND_CHANGE,
  TL_DECISION_KIND_ESCALATE,
  TL_DECISION_KIND_REDUCE_OVERSIGHT,
  TL_DECISION_KIND_CLOSE,
  TL_DECISION_KIND_REOPEN,
  TL_DECISION_KIND_MERGE,
  TL_DECISION_KIND_SUPERSEDE,
  TL_DECISION_KIND_NO_LONGER_APPLIES,
  TL_DECISION_KIND_ACCEPT_RISK,
} TlDecisionKind;

#define TL_TYPE_DECISION_KIND (tl_decision_kind_get_type ())
GType tl_decision_kind_get_type (void);

/**
 * TlCauseKind:
 *
 * Why a place lags behind.
 */
typedef enum
{
  TL_CAUSE_KIND_NONE,
  TL_CAUSE_KIND_LEADERSHIP,
  TL_CAUSE_KIND_STAFFING_MIX,
  TL_CAUSE_KIND_AGENCY_USE,
  TL_CAUSE_KIND_HANDOVER,
  TL_CAUSE_KIND_SUPERVISION,
  TL_CAUSE_KIND_LOCAL_INTERPRETATION,
  TL_CAUSE_KIND_SYSTEMS,
  TL_CAUSE_KIND_CONFIDENCE,
  TL_CAUSE_KIND_OTHER,
} TlCauseKind;

#define TL_TYPE_CAUSE_KIND (tl_cause_kind_get_type ())
GType tl_cause_kind_get_type (void);

/**
 * TlLineLink:
 *
 * A link of the line, in order. %TL_LINE_LINK_NONE is none of them.
 */
typedef enum
{
  TL_LINE_LINK_NONE,
  TL_LINE_LINK_FOUND,
  TL_LINE_LINK_OWNED,
  TL_LINE_LINK_DEFINED,
  TL_LINE_LINK_ACTED,
  TL_LINE_LINK_EVIDENCED,
  TL_LINE_LINK_IMPROVED,
  TL_LINE_LINK_EVEN,
  TL_LINE_LINK_SUSTAINED,
} TlLineLink;

#define TL_TYPE_LINE_LINK (tl_line_link_get_type ())
GType tl_line_link_get_type (void);

/**
 * TlAnswerState:
 *
 * What a practice case's answer sheet says of a link.
 */
typedef enum
{
  TL_ANSWER_STATE_NONE,
  TL_ANSWER_STATE_SOUND,
  TL_ANSWER_STATE_WEAK,
  TL_ANSWER_STATE_MISSING,
  TL_ANSWER_STATE_CONTRADICTORY,
} TlAnswerState;

#define TL_TYPE_ANSWER_STATE (tl_answer_state_get_type ())
GType tl_answer_state_get_type (void);

/**
 * TlFlag:
 *
 * An answer that may be missing.
 */
typedef enum
{
  TL_FLAG_NONE,
  TL_FLAG_NO,
  TL_FLAG_YES,
} TlFlag;

#define TL_TYPE_FLAG (tl_flag_get_type ())
GType tl_flag_get_type (void);

const char *tl_word_get   (GType       words,
                           int         value);
const char *tl_word_label (GType       words,
                           int         value);
gboolean    tl_word_find  (GType       words,
                           const char *text,
                           int        *value);
char       *tl_word_list  (GType       words);

int         tl_interval_get_days  (TlInterval interval);
gboolean    tl_source_is_frontline (TlSource  source);
gboolean    tl_source_is_governance (TlSource source);
gboolean    tl_source_is_voice    (TlSource   source);

#define TL_N_LINE_LINKS ((int) TL_LINE_LINK_SUSTAINED)

G_END_DECLS
