/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-states.h"

#include <glib/gi18n-lib.h>

G_DEFINE_ENUM_TYPE (TlLinkState, tl_link_state,
                    G_DEFINE_ENUM_VALUE (TL_LINK_STATE_MISSING, N_("missing")),
                    G_DEFINE_ENUM_VALUE (TL_LINK_STATE_WEAK, N_("weak")),
                    G_DEFINE_ENUM_VALUE (TL_LINK_STATE_SOUND, N_("sound")))

G_DEFINE_ENUM_TYPE (TlRiskState, tl_risk_state,
                    G_DEFINE_ENUM_VALUE (TL_RISK_STATE_OPEN, N_("open")),
                    G_DEFINE_ENUM_VALUE (TL_RISK_STATE_CLOSED, N_("closed")),
                    G_DEFINE_ENUM_VALUE (TL_RISK_STATE_ENDED, N_("ended")))

G_DEFINE_ENUM_TYPE (TlBand, tl_band,
                    G_DEFINE_ENUM_VALUE (TL_BAND_LOW, N_("low")),
                    G_DEFINE_ENUM_VALUE (TL_BAND_MEDIUM, N_("medium")),
                    G_DEFINE_ENUM_VALUE (TL_BAND_HIGH, N_("high")))

G_DEFINE_ENUM_TYPE (TlTargetState, tl_target_state,
                    G_DEFINE_ENUM_VALUE (TL_TARGET_NO_READING, N_("no reading")),
                    G_DEFINE_ENUM_VALUE (TL_TARGET_NOT_MET, N_("not met")),
                    G_DEFINE_ENUM_VALUE (TL_TARGET_MET, N_("met")),
                    G_DEFINE_ENUM_VALUE (TL_TARGET_MET_WITH_CONFIDENCE, N_("met with confidence")))

G_DEFINE_ENUM_TYPE (TlChangeState, tl_change_state,
                    G_DEFINE_ENUM_VALUE (TL_CHANGE_TOO_LITTLE, N_("too little to tell")),
                    G_DEFINE_ENUM_VALUE (TL_CHANGE_NONE_SHOWN, N_("no change shown")),
                    G_DEFINE_ENUM_VALUE (TL_CHANGE_IMPROVED, N_("improved")),
                    G_DEFINE_ENUM_VALUE (TL_CHANGE_WORSE, N_("worse")))

G_DEFINE_ENUM_TYPE (TlHoldingState, tl_holding_state,
                    G_DEFINE_ENUM_VALUE (TL_HOLDING_NOT, N_("not holding")),
                    G_DEFINE_ENUM_VALUE (TL_HOLDING_SO_FAR, N_("holding")),
                    G_DEFINE_ENUM_VALUE (TL_HOLDING_HELD, N_("held")))

G_DEFINE_ENUM_TYPE (TlTargetAssurance, tl_target_assurance,
                    G_DEFINE_ENUM_VALUE (TL_TARGET_ASSURANCE_NONE, N_("none")),
                    G_DEFINE_ENUM_VALUE (TL_TARGET_ASSURANCE_MEETS, N_("consistently meets")),
                    G_DEFINE_ENUM_VALUE (TL_TARGET_ASSURANCE_HIT_AND_MISS, N_("hit and miss")),
                    G_DEFINE_ENUM_VALUE (TL_TARGET_ASSURANCE_MISSES, N_("consistently misses")))

G_DEFINE_ENUM_TYPE (TlPlaceState, tl_place_state,
                    G_DEFINE_ENUM_VALUE (TL_PLACE_STATE_IN_LINE, N_("in line")),
                    G_DEFINE_ENUM_VALUE (TL_PLACE_STATE_WATCH, N_("watch")),
                    G_DEFINE_ENUM_VALUE (TL_PLACE_STATE_WEAK, N_("weak")),
                    G_DEFINE_ENUM_VALUE (TL_PLACE_STATE_TOO_FEW, N_("too few")),
                    G_DEFINE_ENUM_VALUE (TL_PLACE_STATE_UNSAMPLED, N_("unsampled")))

G_DEFINE_ENUM_TYPE (TlEvenness, tl_evenness,
                    G_DEFINE_ENUM_VALUE (TL_EVENNESS_NOT_KNOWN, N_("not known")),
                    G_DEFINE_ENUM_VALUE (TL_EVENNESS_UNEVEN, N_("uneven")),
                    G_DEFINE_ENUM_VALUE (TL_EVENNESS_EVEN, N_("even")))

G_DEFINE_ENUM_TYPE (TlGapTrend, tl_gap_trend,
                    G_DEFINE_ENUM_VALUE (TL_GAP_NOT_KNOWN, N_("not known")),
                    G_DEFINE_ENUM_VALUE (TL_GAP_STEADY, N_("steady")),
                    G_DEFINE_ENUM_VALUE (TL_GAP_NARROWING, N_("narrowing")),
                    G_DEFINE_ENUM_VALUE (TL_GAP_WIDENING, N_("widening")))

G_DEFINE_ENUM_TYPE (TlSeverity, tl_severity,
                    G_DEFINE_ENUM_VALUE (TL_SEVERITY_ACT, N_("act")),
                    G_DEFINE_ENUM_VALUE (TL_SEVERITY_WATCH, N_("watch")),
                    G_DEFINE_ENUM_VALUE (TL_SEVERITY_NOTE, N_("note")))

G_DEFINE_ENUM_TYPE (TlSignal, tl_signal,
                    G_DEFINE_ENUM_VALUE (TL_SIGNAL_NONE, N_("none")),
                    G_DEFINE_ENUM_VALUE (TL_SIGNAL_BEYOND, N_("beyond")),
                    G_DEFINE_ENUM_VALUE (TL_SIGNAL_TREND, N_("trend")),
                    G_DEFINE_ENUM_VALUE (TL_SIGNAL_TWO_IN_THREE, N_("two in three")),
                    G_DEFINE_ENUM_VALUE (TL_SIGNAL_SHIFT, N_("shift")))

G_DEFINE_ENUM_TYPE (TlSide, tl_side,
                    G_DEFINE_ENUM_VALUE (TL_SIDE_NONE, ""),
                    G_DEFINE_ENUM_VALUE (TL_SIDE_HIGH, N_("high")),
                    G_DEFINE_ENUM_VALUE (TL_SIDE_LOW, N_("low")))

/**
 * tl_position_get_word:
 * @position: a risk's position
 *
 * Returns: the position as the command line writes it: a link's name beginning with a capital, or "Complete" when
 *   every link is sound
 */
const char *
tl_position_get_word (TlLineLink position)
{
  static const char * const words[] = {
    N_("Complete"), N_("Found"), N_("Owned"), N_("Defined"), N_("Acted"), N_("Evidenced"), N_("Improved"), N_("Even"),
    N_("Sustained"),
  };

  g_return_val_if_fail ((gsize) position < G_N_ELEMENTS (words), "");
  return words[position];
}
