/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "tl-words.h"

G_BEGIN_DECLS

/* What may be concluded. As in tl-words.h each value's nick is the word that the command line writes, and
 * tl_word_label () says it in the person's language. */

/**
 * TlLinkState:
 *
 * Whether a link of the line holds. The order is that of strength.
 */
typedef enum
{
  TL_LINK_STATE_MISSING,
  TL_LINK_STATE_WEAK,
  TL_LINK_STATE_SOUND,
} TlLinkState;

#define TL_TYPE_LINK_STATE (tl_link_state_get_type ())
GType tl_link_state_get_type (void);

/**
 * TlRiskState:
 *
 * Whether a risk is open, closed by a review's decision, or ended otherwise (merged, superseded, …).
 */
typedef enum
{
  TL_RISK_STATE_OPEN,
  TL_RISK_STATE_CLOSED,
  TL_RISK_STATE_ENDED,
} TlRiskState;

#define TL_TYPE_RISK_STATE (tl_risk_state_get_type ())
GType tl_risk_state_get_type (void);

/**
 * TlBand:
 *
 * A rating's band: low up to 7, medium 8 to 14, high from 15; unrated risks by their theme.
 */
typedef enum
{
  TL_BAND_LOW,
  TL_BAND_MEDIUM,
  TL_BAND_HIGH,
} TlBand;

#define TL_TYPE_BAND (tl_band_get_type ())
GType tl_band_get_type (void);

/**
 * TlTargetState:
 * @TL_TARGET_NO_READING: there is no latest period
 * @TL_TARGET_NOT_MET: the latest period misses the target, or there is no target
 * @TL_TARGET_MET: the latest period meets it
 * @TL_TARGET_MET_WITH_CONFIDENCE: the cautious bound of its interval meets it too
 *
 * Whether a measure's latest period meets its target, places pooled.
 */
typedef enum
{
  TL_TARGET_NO_READING,
  TL_TARGET_NOT_MET,
  TL_TARGET_MET,
  TL_TARGET_MET_WITH_CONFIDENCE,
} TlTargetState;

#define TL_TYPE_TARGET_STATE (tl_target_state_get_type ())
GType tl_target_state_get_type (void);

/**
 * TlChangeState:
 *
 * Whether a measure is better or worse than before, beyond what chance explains.
 */
typedef enum
{
  TL_CHANGE_TOO_LITTLE,
  TL_CHANGE_NONE_SHOWN,
  TL_CHANGE_IMPROVED,
  TL_CHANGE_WORSE,
} TlChangeState;

#define TL_TYPE_CHANGE_STATE (tl_change_state_get_type ())
GType tl_change_state_get_type (void);

/**
 * TlHoldingState:
 * @TL_HOLDING_NOT: not holding
 * @TL_HOLDING_SO_FAR: holding, but not yet for as long as was promised
 * @TL_HOLDING_HELD: held for as long as was promised
 *
 * Whether a measure's target is met for long enough.
 */
typedef enum
{
  TL_HOLDING_NOT,
  TL_HOLDING_SO_FAR,
  TL_HOLDING_HELD,
} TlHoldingState;

#define TL_TYPE_HOLDING_STATE (tl_holding_state_get_type ())
GType tl_holding_state_get_type (void);

/**
 * TlTargetAssurance:
 * @TL_TARGET_ASSURANCE_NONE: there are no limits or no target to judge by
 * @TL_TARGET_ASSURANCE_MEETS: ordinary variation stays on the good side of the target
 * @TL_TARGET_ASSURANCE_HIT_AND_MISS: ordinary variation reaches across the target
 * @TL_TARGET_ASSURANCE_MISSES: ordinary variation stays on the bad side
 *
 * Whether the process as it stands will meet the target, by its latest limits.
 */
typedef enum
{
  TL_TARGET_ASSURANCE_NONE,
  TL_TARGET_ASSURANCE_MEETS,
  TL_TARGET_ASSURANCE_HIT_AND_MISS,
  TL_TARGET_ASSURANCE_MISSES,
} TlTargetAssurance;

#define TL_TYPE_TARGET_ASSURANCE (tl_target_assurance_get_type ())
GType tl_target_assurance_get_type (void);

/**
 * TlPlaceState:
 * @TL_PLACE_STATE_IN_LINE: no different from the others, as far as can be told
 * @TL_PLACE_STATE_WATCH: different enough to keep an eye on
 * @TL_PLACE_STATE_WEAK: worse, beyond what chance explains
 * @TL_PLACE_STATE_TOO_FEW: too few records to judge
 * @TL_PLACE_STATE_UNSAMPLED: no reading in the window
 *
 * How a place compares with the others.
 */
typedef enum
{
  TL_PLACE_STATE_IN_LINE,
  TL_PLACE_STATE_WATCH,
  TL_PLACE_STATE_WEAK,
  TL_PLACE_STATE_TOO_FEW,
  TL_PLACE_STATE_UNSAMPLED,
} TlPlaceState;

#define TL_TYPE_PLACE_STATE (tl_place_state_get_type ())
GType tl_place_state_get_type (void);

/**
 * TlEvenness:
 *
 * Whether a measure is the same in all places of a kind.
 */
typedef enum
{
  TL_EVENNESS_NOT_KNOWN,
  TL_EVENNESS_UNEVEN,
  TL_EVENNESS_EVEN,
} TlEvenness;

#define TL_TYPE_EVENNESS (tl_evenness_get_type ())
GType tl_evenness_get_type (void);

/**
 * TlGapTrend:
 *
 * Whether the gap between the best and the worst place changes.
 */
typedef enum
{
  TL_GAP_NOT_KNOWN,
  TL_GAP_STEADY,
  TL_GAP_NARROWING,
  TL_GAP_WIDENING,
} TlGapTrend;

#define TL_TYPE_GAP_TREND (tl_gap_trend_get_type ())
GType tl_gap_trend_get_type (void);

/**
 * TlSeverity:
 * @TL_SEVERITY_ACT: people may be unsafe, or a claim is unsupported
 * @TL_SEVERITY_WATCH: to keep an eye on
 * @TL_SEVERITY_NOTE: worth knowing
 *
 * How grave a finding is.
 */
typedef enum
{
  TL_SEVERITY_ACT,
  TL_SEVERITY_WATCH,
  TL_SEVERITY_NOTE,
  TL_N_SEVERITIES
} TlSeverity;

#define TL_TYPE_SEVERITY (tl_severity_get_type ())
GType tl_severity_get_type (void);

/**
 * TlSignal:
 * @TL_SIGNAL_NONE: ordinary variation
 * @TL_SIGNAL_BEYOND: beyond a process limit
 * @TL_SIGNAL_TREND: part of seven successively rising or falling points
 * @TL_SIGNAL_TWO_IN_THREE: beyond a near limit, as at least two of three consecutive points on that side
 * @TL_SIGNAL_SHIFT: part of seven on one side of the mean
 *
 * Why a point of a process chart isn't ordinary variation; the first that fits.
 */
typedef enum
{
  TL_SIGNAL_NONE,
  TL_SIGNAL_BEYOND,
  TL_SIGNAL_TREND,
  TL_SIGNAL_TWO_IN_THREE,
  TL_SIGNAL_SHIFT,
} TlSignal;

#define TL_TYPE_SIGNAL (tl_signal_get_type ())
GType tl_signal_get_type (void);

/**
 * TlSide:
 *
 * Which way a signal points.
 */
typedef enum
{
  TL_SIDE_NONE,
  TL_SIDE_HIGH,
  TL_SIDE_LOW,
} TlSide;

#define TL_TYPE_SIDE (tl_side_get_type ())
GType tl_side_get_type (void);

const char *tl_position_get_word (TlLineLink position);

G_END_DECLS
