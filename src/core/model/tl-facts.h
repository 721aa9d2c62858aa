/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-day.h"
#include "tl-id.h"
#include "tl-words.h"

G_BEGIN_DECLS

/* Facts are the rows of a workbook as plain structs, one type a sheet, with pointers where the sheet has refs.
 * They belong to a TlSnapshot and never change. A missing text is NULL, a missing day TL_NO_DAY, a missing number
 * NAN, a missing whole number 0, a missing word its list's NONE. Members are named as the database's columns;
 * tl-layout.c says which heading of which sheet each one is. Lists that a row is named in come after the others. */

typedef struct _TlPlaceFacts TlPlaceFacts;
typedef struct _TlPersonFacts TlPersonFacts;
typedef struct _TlForumFacts TlForumFacts;
typedef struct _TlRiskFacts TlRiskFacts;
typedef struct _TlMeasureFacts TlMeasureFacts;
typedef struct _TlReadingFacts TlReadingFacts;
typedef struct _TlActionFacts TlActionFacts;
typedef struct _TlEvidenceFacts TlEvidenceFacts;
typedef struct _TlReviewFacts TlReviewFacts;
typedef struct _TlSignFacts TlSignFacts;
typedef struct _TlLearningFacts TlLearningFacts;

/**
 * TlFacts:
 * @id: the row's id
 * @ref: (nullable): the user's own ref
 * @occurrence: of several imported rows with the same natural key, which one this is, from 1; 0 for a row made here
 *
 * What all rows have, at the beginning of their facts.
 */
typedef struct
{
  TlId id;
  const char *ref;
  int occurrence;
} TlFacts;

/**
 * TlFactsList:
 * @rows: (array length=n): the rows, in the order of their table
 * @n: how many
 *
 * Rows that belong to or are named by another row.
 */
typedef struct
{
  gconstpointer *rows;
  guint n;
} TlFactsList;

#define TL_FACTS_AT(list, Type, i) ((const Type *) (list).rows[i])

/**
 * TlWho:
 * @person: (nullable): a post-holder, or
 * @text: (nullable): somebody the workbook doesn't know
 *
 * Who did something.
 */
typedef struct
{
  const TlPersonFacts *person;
  const char *text;
} TlWho;

struct _TlPlaceFacts
{
  TlFacts base;
  const char *name;
  TlPlaceKind kind;
  const TlPlaceFacts *parent;
  TlDay from_date;
  TlDay until_date;
};

struct _TlPersonFacts
{
  TlFacts base;
  const char *name;
  const char *role;
  const TlPlaceFacts *place;
  TlDay from_date;
  TlDay until_date;
  TlFlag outside;
  TlFactsList ownerships;
  TlFactsList actions;
};

struct _TlForumFacts
{
  TlFacts base;
  const char *name;
  TlLevel level;
  TlInterval every;
  int pack_days;
  TlFactsList reviews;
};

struct _TlRiskFacts
{
  TlFacts base;
  const char *title;
  TlTheme theme;
  TlOrigin origin;
  const char *origin_reference;
  const char * const *framework;
  const char * const *regulations;
  const char *baseline_issue;
  const char *root_cause;
  const char *immediate_control;
  const char *corrective_action;
  const char *intended_outcome;
  int likelihood;
  int impact;
  TlInterval review_every;
  const TlForumFacts *forum;
  TlFactsList scope;
  TlDay opened;
  const char *why_no_voice;
  const char *regulated_activity;
  const char *resources;
  const char *resources_available;
  const char *effect_until_then;
  TlWho checked_by;
  TlFactsList ratings;
  TlFactsList ownerships;
  TlFactsList measures;
  TlFactsList actions;
  TlFactsList evidence;
  TlFactsList expected;
  TlFactsList looked_at;
  TlFactsList challenges;
  TlFactsList decisions;
  TlFactsList signs;
  TlFactsList causes;
  TlFactsList learning;
  TlFactsList links;
  TlFactsList linked_from;
};

typedef struct
{
  TlFacts base;
  const TlRiskFacts *risk;
  TlDay date;
  int likelihood;
  int impact;
  const char *reason;
  TlWho by;
} TlRatingFacts;

typedef struct
{
  TlFacts base;
  const TlRiskFacts *risk;
  const TlPersonFacts *person;
  TlPart part;
  const char *contribution;
  TlDay from_date;
  TlDay until_date;
  const char *reason;
} TlOwnershipFacts;

struct _TlMeasureFacts
{
  TlFacts base;
  const TlRiskFacts *risk;
  const char *title;
  TlMeasureKind kind;
  const char *unit;
  TlDirection direction;
  double target;
  TlDay target_date;
  double baseline;
  double baseline_numerator;
  double baseline_denominator;
  TlDay baseline_date;
  TlPeriod period;
  int hold_for;
  TlRole role;
  TlSource source;
  double largest_gap;
  TlDay defined;
  TlFactsList readings;
  TlFactsList step_changes;
};

struct _TlReadingFacts
{
  TlFacts base;
  const TlMeasureFacts *measure;
  TlDay date;
  const TlPlaceFacts *place;
  const TlPlaceFacts *shift;
  const TlPlaceFacts *staff_group;
  double numerator;
  double denominator;
  double value;
  const TlEvidenceFacts *evidence;
};

typedef struct
{
  TlFacts base;
  const TlMeasureFacts *measure;
  TlDay date;
  const char *reason;
  TlWho by;
} TlStepChangeFacts;

struct _TlActionFacts
{
  TlFacts base;
  const TlRiskFacts *risk;
  const char *title;
  const TlPersonFacts *person;
  const TlPlaceFacts *place;
  const char *expected_result;
  const char *recorded_in;
  const char *agreed_at;
  TlDay agreed;
  TlDay due;
  TlDay done;
  TlPurpose purpose;
  TlFactsList events;
  TlFactsList evidence;
};

typedef struct
{
  TlFacts base;
  const TlActionFacts *action;
  TlDay date;
  TlEventKind what;
  TlDay from_date;
  TlDay to_date;
  const char *reason;
  const TlActionFacts *other_action;
} TlActionEventFacts;

/**
 * TlAttachmentFacts:
 * @id: the attachment's id
 * @name: what the file is called
 * @media_type: (nullable): what sort of file it was said to be when it was added
 * @content: SHA-256 of its content
 * @size: its length in bytes
 *
 * A file that is attached to evidence. Its content stays in the store.
 */
typedef struct
{
  TlId id;
  const char *name;
  const char *media_type;
  guint8 content[32];
  gint64 size;
} TlAttachmentFacts;

struct _TlEvidenceFacts
{
  TlFacts base;
  TlDay date;
  TlSource source;
  const char *finding;
  const char *extract;
  TlEvidenceKind kind;
  const char *why_this_kind;
  TlVerdict verdict;
  TlFactsList risks;
  TlFactsList actions;
  TlFactsList measures;
  const TlPlaceFacts *place;
  const TlPlaceFacts *shift;
  const TlPlaceFacts *staff_group;
  const char *recorded_in;
  TlWho by;
  TlDay entered;
  TlFactsList attachments;
};

typedef struct
{
  TlFacts base;
  const TlRiskFacts *risk;
  TlSource source;
  TlInterval every;
  const TlPersonFacts *person;
  const char *recorded_in;
  TlDay from_date;
  TlDay until_date;
  TlFlag continues_after_closing;
} TlExpectedEvidenceFacts;

struct _TlReviewFacts
{
  TlFacts base;
  TlDay date;
  const TlForumFacts *forum;
  TlLevel level;
  TlWho chair;
  TlFactsList present;
  const char *notes;
  TlDay finished;
  TlFactsList agenda;
  TlFactsList pack_items;
  TlFactsList looked_at;
  TlFactsList challenges;
  TlFactsList decisions;
};

typedef struct
{
  TlFacts base;
  const TlReviewFacts *review;
  const TlRiskFacts *risk;
  int position;
} TlAgendaItemFacts;

typedef struct
{
  TlFacts base;
  const TlReviewFacts *review;
  TlSource source;
  const TlPersonFacts *person;
  TlDay arrived;
} TlPackItemFacts;

typedef struct
{
  TlFacts base;
  const TlReviewFacts *review;
  const TlRiskFacts *risk;
  const char *progress;
  const char *barrier;
  const char *revised_control;
  const char *evidence_seen;
} TlLookedAtFacts;

typedef struct
{
  TlFacts base;
  const TlReviewFacts *review;
  const TlRiskFacts *risk;
  const char *question;
  TlWho by;
  TlDay due;
  const char *answer;
  TlDay answered;
  TlFlag satisfied;
  TlDay satisfied_on;
} TlChallengeFacts;

typedef struct
{
  TlFacts base;
  const TlReviewFacts *review;
  const TlRiskFacts *risk;
  TlDecisionKind decision;
  const char *reason;
  TlWho by;
  const TlPlaceFacts *place;
  const TlRiskFacts *other_risk;
  TlInterval review_every;
  TlDay until_date;
} TlDecisionFacts;

struct _TlSignFacts
{
  TlFacts base;
  const TlRiskFacts *risk;
  const char *sign;
  int times;
  int within_days;
  const char *response;
  TlFactsList observed;
};

typedef struct
{
  TlFacts base;
  const TlSignFacts *sign;
  TlDay date;
  const TlPlaceFacts *place;
  const char *note;
  TlWho by;
} TlObservedSignFacts;

typedef struct
{
  TlFacts base;
  const TlRiskFacts *risk;
  const TlPlaceFacts *place;
  TlCauseKind cause;
  const char *detail;
  TlDay date;
  TlWho by;
} TlCauseFacts;

struct _TlLearningFacts
{
  TlFacts base;
  TlDay date;
  const TlRiskFacts *risk;
  const TlPlaceFacts *from_place;
  const char *text;
  TlFactsList reach;
};

typedef struct
{
  TlFacts base;
  const TlLearningFacts *learning;
  const TlPlaceFacts *place;
  TlDay taken_up;
} TlLearningReachFacts;

typedef struct
{
  TlFacts base;
  const TlRiskFacts *risk;
  const TlRiskFacts *linked_risk;
  const char *reason;
} TlRiskLinkFacts;

typedef struct
{
  TlFacts base;
  const char *check_id;
  const TlRiskFacts *risk;
  const char *subject;
  const char *other_subject;
  const TlPlaceFacts *place;
  TlDay until_date;
  const char *reason;
  TlWho by;
  TlDay date;
} TlAnsweredFindingFacts;

typedef struct
{
  TlFacts base;
  const TlRiskFacts *risk;
  const char *subject;
  TlLineLink link;
  TlAnswerState state;
  const char *why;
  const char *evidence;
  const char *check_id;
} TlAnswerFacts;

/**
 * TlSettings:
 * @screen_outliers: whether outlying moving ranges are left out once
 * @latest_window: fewest periods in a latest window
 * @overload_risks: open risks above which an accountable owner is overloaded
 * @overload_high_risks: the same for high risks
 * @review_high_days: longest review interval of a high risk
 * @review_medium_days: longest review interval of a medium risk
 * @review_low_days: longest review interval of a low risk
 * @gap_points: percentage points by which a gap must differ to narrow or widen
 * @gap_percent: the same for counts and values, in per cent
 *
 * The numbers that a workbook may set for itself.
 */
typedef struct
{
  gboolean screen_outliers;
  int latest_window;
  int overload_risks;
  int overload_high_risks;
  int review_high_days;
  int review_medium_days;
  int review_low_days;
  double gap_points;
  double gap_percent;
} TlSettings;

G_END_DECLS
