/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-words.h"

#include <glib/gi18n-lib.h>

G_DEFINE_ENUM_TYPE (TlPlaceKind, tl_place_kind,
                    G_DEFINE_ENUM_VALUE (TL_PLACE_KIND_NONE, ""),
                    G_DEFINE_ENUM_VALUE (TL_PLACE_KIND_PROVIDER, N_("provider")),
                    G_DEFINE_ENUM_VALUE (TL_PLACE_KIND_LOCATION, N_("location")),
                    G_DEFINE_ENUM_VALUE (TL_PLACE_KIND_TEAM, N_("team")),
                    G_DEFINE_ENUM_VALUE (TL_PLACE_KIND_SHIFT, N_("shift")),
                    G_DEFINE_ENUM_VALUE (TL_PLACE_KIND_STAFF_GROUP, N_("staff group")))

G_DEFINE_ENUM_TYPE (TlLevel, tl_level,
                    G_DEFINE_ENUM_VALUE (TL_LEVEL_NONE, ""),
                    G_DEFINE_ENUM_VALUE (TL_LEVEL_SERVICE, N_("service")),
                    G_DEFINE_ENUM_VALUE (TL_LEVEL_PROVIDER, N_("provider")))

G_DEFINE_ENUM_TYPE (TlTheme, tl_theme,
                    G_DEFINE_ENUM_VALUE (TL_THEME_NONE, ""),
                    G_DEFINE_ENUM_VALUE (TL_THEME_MEDICINES, N_("medicines")),
                    G_DEFINE_ENUM_VALUE (TL_THEME_SAFEGUARDING, N_("safeguarding")),
                    G_DEFINE_ENUM_VALUE (TL_THEME_CARE_PLANNING, N_("care planning")),
                    G_DEFINE_ENUM_VALUE (TL_THEME_RECORDS, N_("records")),
                    G_DEFINE_ENUM_VALUE (TL_THEME_STAFFING, N_("staffing")),
                    G_DEFINE_ENUM_VALUE (TL_THEME_COMPLAINTS, N_("complaints")),
                    G_DEFINE_ENUM_VALUE (TL_THEME_INCIDENTS, N_("incidents")),
                    G_DEFINE_ENUM_VALUE (TL_THEME_GOVERNANCE, N_("governance")),
                    G_DEFINE_ENUM_VALUE (TL_THEME_OTHER, N_("other")))

G_DEFINE_ENUM_TYPE (TlOrigin, tl_origin,
                    G_DEFINE_ENUM_VALUE (TL_ORIGIN_NONE, ""),
                    G_DEFINE_ENUM_VALUE (TL_ORIGIN_INSPECTION, N_("inspection")),
                    G_DEFINE_ENUM_VALUE (TL_ORIGIN_AUDIT, N_("audit")),
                    G_DEFINE_ENUM_VALUE (TL_ORIGIN_COMPLAINT, N_("complaint")),
                    G_DEFINE_ENUM_VALUE (TL_ORIGIN_INCIDENT, N_("incident")),
                    G_DEFINE_ENUM_VALUE (TL_ORIGIN_FEEDBACK, N_("feedback")),
                    G_DEFINE_ENUM_VALUE (TL_ORIGIN_COMMISSIONER, N_("commissioner")),
                    G_DEFINE_ENUM_VALUE (TL_ORIGIN_INTERNAL, N_("internal")))

G_DEFINE_ENUM_TYPE (TlPart, tl_part,
                    G_DEFINE_ENUM_VALUE (TL_PART_NONE, ""),
                    G_DEFINE_ENUM_VALUE (TL_PART_ACCOUNTABLE, N_("accountable")),
                    G_DEFINE_ENUM_VALUE (TL_PART_SUPPORTING, N_("supporting")),
                    G_DEFINE_ENUM_VALUE (TL_PART_CLAIMED, N_("claimed")))

G_DEFINE_ENUM_TYPE (TlMeasureKind, tl_measure_kind,
                    G_DEFINE_ENUM_VALUE (TL_MEASURE_KIND_NONE, ""),
                    G_DEFINE_ENUM_VALUE (TL_MEASURE_KIND_PROPORTION, N_("proportion")),
                    G_DEFINE_ENUM_VALUE (TL_MEASURE_KIND_COUNT, N_("count")),
                    G_DEFINE_ENUM_VALUE (TL_MEASURE_KIND_VALUE, N_("value")))

G_DEFINE_ENUM_TYPE (TlDirection, tl_direction,
                    G_DEFINE_ENUM_VALUE (TL_DIRECTION_NONE, ""),
                    G_DEFINE_ENUM_VALUE (TL_DIRECTION_AT_LEAST, N_("at least")),
                    G_DEFINE_ENUM_VALUE (TL_DIRECTION_AT_MOST, N_("at most")),
                    G_DEFINE_ENUM_VALUE (TL_DIRECTION_REDUCE_BY, N_("reduce by")))

G_DEFINE_ENUM_TYPE (TlPeriod, tl_period,
                    G_DEFINE_ENUM_VALUE (TL_PERIOD_NONE, ""),
                    G_DEFINE_ENUM_VALUE (TL_PERIOD_WEEKLY, N_("weekly")),
                    G_DEFINE_ENUM_VALUE (TL_PERIOD_FORTNIGHTLY, N_("fortnightly")),
                    G_DEFINE_ENUM_VALUE (TL_PERIOD_MONTHLY, N_("monthly")),
                    G_DEFINE_ENUM_VALUE (TL_PERIOD_QUARTERLY, N_("quarterly")))

G_DEFINE_ENUM_TYPE (TlRole, tl_role,
                    G_DEFINE_ENUM_VALUE (TL_ROLE_NONE, ""),
                    G_DEFINE_ENUM_VALUE (TL_ROLE_PRIMARY, N_("primary")),
                    G_DEFINE_ENUM_VALUE (TL_ROLE_RECURRENCE, N_("recurrence")),
                    G_DEFINE_ENUM_VALUE (TL_ROLE_SUPPORTING, N_("supporting")))

G_DEFINE_ENUM_TYPE (TlInterval, tl_interval,
                    G_DEFINE_ENUM_VALUE (TL_INTERVAL_NONE, ""),
                    G_DEFINE_ENUM_VALUE (TL_INTERVAL_DAILY, N_("daily")),
                    G_DEFINE_ENUM_VALUE (TL_INTERVAL_WEEKLY, N_("weekly")),
                    G_DEFINE_ENUM_VALUE (TL_INTERVAL_FORTNIGHTLY, N_("fortnightly")),
                    G_DEFINE_ENUM_VALUE (TL_INTERVAL_MONTHLY, N_("monthly")),
                    G_DEFINE_ENUM_VALUE (TL_INTERVAL_QUARTERLY, N_("quarterly")),
                    G_DEFINE_ENUM_VALUE (TL_INTERVAL_HALF_YEARLY, N_("half-yearly")),
                    G_DEFINE_ENUM_VALUE (TL_INTERVAL_YEARLY, N_("yearly")))

G_DEFINE_ENUM_TYPE (TlPurpose, tl_purpose,
                    G_DEFINE_ENUM_VALUE (TL_PURPOSE_NONE, ""),
                    G_DEFINE_ENUM_VALUE (TL_PURPOSE_CORRECTIVE, N_("corrective")),
                    G_DEFINE_ENUM_VALUE (TL_PURPOSE_SUPPORT, N_("support")),
                    G_DEFINE_ENUM_VALUE (TL_PURPOSE_CONTROL, N_("control")))

G_DEFINE_ENUM_TYPE (TlEventKind, tl_event_kind,
                    G_DEFINE_ENUM_VALUE (TL_EVENT_KIND_NONE, ""),
                    G_DEFINE_ENUM_VALUE (TL_EVENT_KIND_MOVED, N_("moved")),
                    G_DEFINE_ENUM_VALUE (TL_EVENT_KIND_DONE, N_("done")),
                    G_DEFINE_ENUM_VALUE (TL_EVENT_KIND_REOPENED, N_("reopened")),
                    G_DEFINE_ENUM_VALUE (TL_EVENT_KIND_ENDED, N_("ended")),
                    G_DEFINE_ENUM_VALUE (TL_EVENT_KIND_MERGED, N_("merged")))

G_DEFINE_ENUM_TYPE (TlSource, tl_source,
                    G_DEFINE_ENUM_VALUE (TL_SOURCE_NONE, ""),
                    G_DEFINE_ENUM_VALUE (TL_SOURCE_CARE_RECORD, N_("care record")),
                    G_DEFINE_ENUM_VALUE (TL_SOURCE_MEDICINES_RECORD, N_("medicines record")),
                    G_DEFINE_ENUM_VALUE (TL_SOURCE_ROTA, N_("rota")),
                    G_DEFINE_ENUM_VALUE (TL_SOURCE_OBSERVATION, N_("observation")),
                    G_DEFINE_ENUM_VALUE (TL_SOURCE_OBSERVATION_OF_PEOPLES_EXPERIENCE, N_("observation of people's experience")),
                    G_DEFINE_ENUM_VALUE (TL_SOURCE_COMPETENCY_CHECK, N_("competency check")),
                    G_DEFINE_ENUM_VALUE (TL_SOURCE_SUPERVISION, N_("supervision")),
                    G_DEFINE_ENUM_VALUE (TL_SOURCE_SCENARIO_CHECK, N_("scenario check")),
                    G_DEFINE_ENUM_VALUE (TL_SOURCE_INCIDENT, N_("incident")),
                    G_DEFINE_ENUM_VALUE (TL_SOURCE_CONCERN_LOG, N_("concern log")),
                    G_DEFINE_ENUM_VALUE (TL_SOURCE_COMPLAINT, N_("complaint")),
                    G_DEFINE_ENUM_VALUE (TL_SOURCE_COMPLIMENT, N_("compliment")),
                    G_DEFINE_ENUM_VALUE (TL_SOURCE_FEEDBACK_FROM_PEOPLE, N_("feedback from people")),
                    G_DEFINE_ENUM_VALUE (TL_SOURCE_FEEDBACK_FROM_RELATIVES, N_("feedback from relatives")),
                    G_DEFINE_ENUM_VALUE (TL_SOURCE_FEEDBACK_FROM_STAFF, N_("feedback from staff")),
                    G_DEFINE_ENUM_VALUE (TL_SOURCE_AUDIT, N_("audit")),
                    G_DEFINE_ENUM_VALUE (TL_SOURCE_MINUTES, N_("minutes")),
                    G_DEFINE_ENUM_VALUE (TL_SOURCE_ACTION_TRACKER, N_("action tracker")),
                    G_DEFINE_ENUM_VALUE (TL_SOURCE_REPORT, N_("report")),
                    G_DEFINE_ENUM_VALUE (TL_SOURCE_POLICY, N_("policy")),
                    G_DEFINE_ENUM_VALUE (TL_SOURCE_TRAINING_RECORD, N_("training record")),
                    G_DEFINE_ENUM_VALUE (TL_SOURCE_PARTNER_FEEDBACK, N_("partner feedback")))

G_DEFINE_ENUM_TYPE (TlEvidenceKind, tl_evidence_kind,
                    G_DEFINE_ENUM_VALUE (TL_EVIDENCE_KIND_NONE, ""),
                    G_DEFINE_ENUM_VALUE (TL_EVIDENCE_KIND_ACTIVITY, N_("activity")),
                    G_DEFINE_ENUM_VALUE (TL_EVIDENCE_KIND_OUTCOME, N_("outcome")))

G_DEFINE_ENUM_TYPE (TlVerdict, tl_verdict,
                    G_DEFINE_ENUM_VALUE (TL_VERDICT_NONE, ""),
                    G_DEFINE_ENUM_VALUE (TL_VERDICT_SUPPORTS, N_("supports")),
                    G_DEFINE_ENUM_VALUE (TL_VERDICT_MIXED, N_("mixed")),
                    G_DEFINE_ENUM_VALUE (TL_VERDICT_CONTRADICTS, N_("contradicts")))

G_DEFINE_ENUM_TYPE (TlDecisionKind, tl_decision_kind,
                    G_DEFINE_ENUM_VALUE (TL_DECISION_KIND_NONE, ""),
                    G_DEFINE_ENUM_VALUE (TL_DECISION_KIND_CONTINUE, N_("continue")),
                    G_DEFINE_ENUM_VALUE (TL_DECISION_KIND_CHANGE, N_("change")),
                    G_DEFINE_ENUM_VALUE (TL_DECISION_KIND_ESCALATE, N_("escalate")),
                    G_DEFINE_ENUM_VALUE (TL_DECISION_KIND_REDUCE_OVERSIGHT, N_("reduce oversight")),
                    G_DEFINE_ENUM_VALUE (TL_DECISION_KIND_CLOSE, N_("close")),
                    G_DEFINE_ENUM_VALUE (TL_DECISION_KIND_REOPEN, N_("reopen")),
                    G_DEFINE_ENUM_VALUE (TL_DECISION_KIND_MERGE, N_("merge")),
                    G_DEFINE_ENUM_VALUE (TL_DECISION_KIND_SUPERSEDE, N_("supersede")),
                    G_DEFINE_ENUM_VALUE (TL_DECISION_KIND_NO_LONGER_APPLIES, N_("no longer applies")),
                    G_DEFINE_ENUM_VALUE (TL_DECISION_KIND_ACCEPT_RISK, N_("accept risk")))

G_DEFINE_ENUM_TYPE (TlCauseKind, tl_cause_kind,
                    G_DEFINE_ENUM_VALUE (TL_CAUSE_KIND_NONE, ""),
                    G_DEFINE_ENUM_VALUE (TL_CAUSE_KIND_LEADERSHIP, N_("leadership")),
                    G_DEFINE_ENUM_VALUE (TL_CAUSE_KIND_STAFFING_MIX, N_("staffing mix")),
                    G_DEFINE_ENUM_VALUE (TL_CAUSE_KIND_AGENCY_USE, N_("agency use")),
                    G_DEFINE_ENUM_VALUE (TL_CAUSE_KIND_HANDOVER, N_("handover")),
                    G_DEFINE_ENUM_VALUE (TL_CAUSE_KIND_SUPERVISION, N_("supervision")),
                    G_DEFINE_ENUM_VALUE (TL_CAUSE_KIND_LOCAL_INTERPRETATION, N_("local interpretation")),
                    G_DEFINE_ENUM_VALUE (TL_CAUSE_KIND_SYSTEMS, N_("systems")),
                    G_DEFINE_ENUM_VALUE (TL_CAUSE_KIND_CONFIDENCE, N_("confidence")),
                    G_DEFINE_ENUM_VALUE (TL_CAUSE_KIND_OTHER, N_("other")))

G_DEFINE_ENUM_TYPE (TlLineLink, tl_line_link,
                    G_DEFINE_ENUM_VALUE (TL_LINE_LINK_NONE, ""),
                    G_DEFINE_ENUM_VALUE (TL_LINE_LINK_FOUND, N_("Found")),
                    G_DEFINE_ENUM_VALUE (TL_LINE_LINK_OWNED, N_("Owned")),
                    G_DEFINE_ENUM_VALUE (TL_LINE_LINK_DEFINED, N_("Defined")),
                    G_DEFINE_ENUM_VALUE (TL_LINE_LINK_ACTED, N_("Acted")),
                    G_DEFINE_ENUM_VALUE (TL_LINE_LINK_EVIDENCED, N_("Evidenced")),
                    G_DEFINE_ENUM_VALUE (TL_LINE_LINK_IMPROVED, N_("Improved")),
                    G_DEFINE_ENUM_VALUE (TL_LINE_LINK_EVEN, N_("Even")),
                    G_DEFINE_ENUM_VALUE (TL_LINE_LINK_SUSTAINED, N_("Sustained")))

G_DEFINE_ENUM_TYPE (TlAnswerState, tl_answer_state,
                    G_DEFINE_ENUM_VALUE (TL_ANSWER_STATE_NONE, ""),
                    G_DEFINE_ENUM_VALUE (TL_ANSWER_STATE_SOUND, N_("sound")),
                    G_DEFINE_ENUM_VALUE (TL_ANSWER_STATE_WEAK, N_("weak")),
                    G_DEFINE_ENUM_VALUE (TL_ANSWER_STATE_MISSING, N_("missing")),
                    G_DEFINE_ENUM_VALUE (TL_ANSWER_STATE_CONTRADICTORY, N_("contradictory")))

G_DEFINE_ENUM_TYPE (TlFlag, tl_flag,
                    G_DEFINE_ENUM_VALUE (TL_FLAG_NONE, ""),
                    G_DEFINE_ENUM_VALUE (TL_FLAG_NO, N_("no")),
                    G_DEFINE_ENUM_VALUE (TL_FLAG_YES, N_("yes")))

static const GEnumValue *
get_value (GType words,
           int   value)
{
  /* The classes of static enums live as long as the process. */
  GEnumClass *values = g_type_class_peek_static (words);

  if (values == NULL)
    values = g_type_class_ref (words);
  return g_enum_get_value (values, value);
}

/**
 * tl_word_get:
 * @words: one of the fixed lists, such as %TL_TYPE_THEME
 * @value: a value of it
 *
 * Returns: the word as files and the command line write it, "" for 0 and for a value that isn't in the list
 */
const char *
tl_word_get (GType words,
             int   value)
{
  const GEnumValue *found = get_value (words, value);

  return found != NULL ? found->value_nick : "";
}

/**
 * tl_word_label:
 * @words: one of the fixed lists
 * @value: a value of it
 *
 * Returns: the word as a person reads it, in their language
 */
const char *
tl_word_label (GType words,
               int   value)
{
  const char *word = tl_word_get (words, value);

  return *word != '\0' ? _(word) : "";
}

/**
 * tl_word_find:
 * @words: one of the fixed lists
 * @text: what was written
 * @value: (out): its value
 *
 * Looks a word up, without regard to case and surrounding space.
 *
 * Returns: whether the list has it; @value is only set if so
 */
gboolean
tl_word_find (GType       words,
              const char *text,
              int        *value)
{
  g_autofree char *folded = NULL;
  const GEnumValue *same;
  GEnumClass *values;

  get_value (words, 0);
  values = g_type_class_peek (words);

  /* The database has every word as it is in the list. */
  same = g_enum_get_value_by_nick (values, text);
  if (same != NULL && same->value != 0)
    {
      *value = same->value;
      return TRUE;
    }

  folded = g_strstrip (g_utf8_casefold (text, -1));
  for (guint i = 0; i < values->n_values; i++)
    {
      g_autofree char *word = g_utf8_casefold (values->values[i].value_nick, -1);

      if (values->values[i].value != 0 && g_str_equal (word, folded))
        {
          *value = values->values[i].value;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * tl_word_list:
 * @words: one of the fixed lists
 *
 * Returns: (transfer full): all its words in order, separated by commas, for a message that says what is expected
 */
char *
tl_word_list (GType words)
{
  g_autoptr (GString) list = g_string_new (NULL);
  GEnumClass *values;

  get_value (words, 0);
  values = g_type_class_peek (words);
  for (guint i = 0; i < values->n_values; i++)
    {
      if (values->values[i].value == 0)
        continue;
      if (list->len > 0)
        g_string_append (list, ", ");
      g_string_append (list, values->values[i].value_nick);
    }
  return g_string_free_and_steal (g_steal_pointer (&list));
}

/**
 * tl_interval_get_days:
 * @interval: how often
 *
 * Returns: its length in days, 0 for %TL_INTERVAL_NONE
 */
int
tl_interval_get_days (TlInterval interval)
{
  static const int days[] = { 0, 1, 7, 14, 31, 92, 184, 366 };

  g_return_val_if_fail ((gsize) interval < G_N_ELEMENTS (days), 0);
  return days[interval];
}

/**
 * tl_source_is_frontline:
 * @source: a source of evidence
 *
 * Returns: whether it comes from where care is given
 */
gboolean
tl_source_is_frontline (TlSource source)
{
  return source >= TL_SOURCE_CARE_RECORD && source <= TL_SOURCE_FEEDBACK_FROM_STAFF;
}

/**
 * tl_source_is_governance:
 * @source: a source of evidence
 *
 * Returns: whether it comes from those who oversee care
 */
gboolean
tl_source_is_governance (TlSource source)
{
  return source >= TL_SOURCE_AUDIT;
}

/**
 * tl_source_is_voice:
 * @source: a source of evidence
 *
 * Returns: whether it is what people who receive care, or those close to them, say or are seen to experience
 */
gboolean
tl_source_is_voice (TlSource source)
{
  switch ((int) source)
    {
    case TL_SOURCE_COMPLAINT:
    case TL_SOURCE_COMPLIMENT:
    case TL_SOURCE_FEEDBACK_FROM_PEOPLE:
    case TL_SOURCE_FEEDBACK_FROM_RELATIVES:
    case TL_SOURCE_OBSERVATION_OF_PEOPLES_EXPERIENCE:
      return TRUE;
    default:
      return FALSE;
    }
}
