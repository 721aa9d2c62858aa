/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-words.h"

#include <glib/gi18n-lib.h>

#include "tl-format.h"

static TlDay
get_as_at (const TlTimelinePlan *plan)
{
  return tl_assessment_get_as_at (plan->assessment);
}

static char *
dup_or_empty (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

char *
tl_timeline_words_day (const TlTimelinePlan  *plan,
                       const TlTimelineEntry *entry)
{
  return tl_format_day_short (entry->date, get_as_at (plan));
}

/* ── What it is about ── */

static char *
say_silence (const TlTimelinePlan  *plan,
             const TlTimelineEntry *entry)
{
  g_autofree char *from = tl_format_day_short (entry->date, get_as_at (plan));
  g_autofree char *to = tl_format_day_short (entry->until, get_as_at (plan));

  /* Translators: two days between which expected evidence did not come */
  return g_strdup_printf (_("Nothing came between %s and %s"), from, to);
}

static char *
say_review (const TlLookedAtFacts *looked_at)
{
  if (looked_at->progress != NULL)
    return g_strdup (looked_at->progress);
  return g_strdup (looked_at->barrier != NULL ? looked_at->barrier : _("Looked at"));
}

static char *
say_ownership (const TlOwnershipFacts *ownership)
{
  const char *name = ownership->person->name != NULL ? ownership->person->name : _("Someone");

  if (ownership->reason != NULL && *ownership->reason != '\0')
    return g_strdup_printf ("%s: %s", name, ownership->reason);
  return g_strdup (name);
}

char *
tl_timeline_words_text (const TlTimelinePlan  *plan,
                        const TlTimelineEntry *entry)
{
  switch ((TlTimelineKind) entry->kind)
    {
    case TL_TIMELINE_KIND_EVIDENCE:
      {
        char *text = tl_evidence_item_dup_text (entry->subject);

        return text != NULL ? text : g_strdup ("");
      }
    case TL_TIMELINE_KIND_SILENCE:
      return say_silence (plan, entry);
    case TL_TIMELINE_KIND_ACTION:
      return dup_or_empty (((const TlActionJudgement *) entry->subject)->facts->title);
    case TL_TIMELINE_KIND_REVIEW:
      return say_review (entry->subject);
    case TL_TIMELINE_KIND_CHALLENGE:
      return dup_or_empty (((const TlChallengeFacts *) entry->subject)->question);
    case TL_TIMELINE_KIND_DECISION:
      return dup_or_empty (((const TlDecisionFacts *) entry->subject)->reason);
    case TL_TIMELINE_KIND_SIGN:
      return dup_or_empty (((const TlObservedSignFacts *) entry->subject)->sign->sign);
    case TL_TIMELINE_KIND_OWNERSHIP:
      return say_ownership (entry->subject);
    default:
      return g_strdup ("");
    }
}

/* ── Where it comes from ── */

static const TlReviewFacts *
get_review (const TlTimelineEntry *entry)
{
  if (entry->kind == TL_TIMELINE_KIND_REVIEW)
    return ((const TlLookedAtFacts *) entry->subject)->review;
  if (entry->kind == TL_TIMELINE_KIND_CHALLENGE)
    return ((const TlChallengeFacts *) entry->subject)->review;
  return ((const TlDecisionFacts *) entry->subject)->review;
}

char *
tl_timeline_words_source (const TlTimelineEntry *entry)
{
  switch ((TlTimelineKind) entry->kind)
    {
    case TL_TIMELINE_KIND_EVIDENCE:
    case TL_TIMELINE_KIND_SILENCE:
      return tl_format_capital (tl_word_label (TL_TYPE_SOURCE, entry->source));
    case TL_TIMELINE_KIND_ACTION:
      return g_strdup (_("Action"));
    case TL_TIMELINE_KIND_SIGN:
      return g_strdup (_("Warning sign"));
    case TL_TIMELINE_KIND_OWNERSHIP:
      return g_strdup (_("Accountable owner"));
    case TL_TIMELINE_KIND_REVIEW:
    case TL_TIMELINE_KIND_CHALLENGE:
    case TL_TIMELINE_KIND_DECISION:
    default:
      {
        const TlForumFacts *forum = get_review (entry)->forum;

        return g_strdup (forum != NULL && forum->name != NULL ? forum->name : _("Review"));
      }
    }
}

char *
tl_timeline_words_kind (const TlTimelineEntry *entry)
{
  switch ((TlTimelineKind) entry->kind)
    {
    case TL_TIMELINE_KIND_EVIDENCE:
      return dup_or_empty (tl_word_label (TL_TYPE_EVIDENCE_KIND, entry->evidence_kind));
    case TL_TIMELINE_KIND_SILENCE:
      return g_strdup (C_("timeline", "silence"));
    case TL_TIMELINE_KIND_ACTION:
      {
        TlPurpose purpose = ((const TlActionJudgement *) entry->subject)->facts->purpose;

        return dup_or_empty (purpose != TL_PURPOSE_NONE ? tl_word_label (TL_TYPE_PURPOSE, purpose) : NULL);
      }
    case TL_TIMELINE_KIND_REVIEW:
      return g_strdup (C_("timeline", "review"));
    case TL_TIMELINE_KIND_CHALLENGE:
      return g_strdup (C_("timeline", "challenge"));
    case TL_TIMELINE_KIND_DECISION:
      return g_strdup (C_("timeline", "decision"));
    case TL_TIMELINE_KIND_SIGN:
      return g_strdup (C_("timeline", "sign seen"));
    case TL_TIMELINE_KIND_OWNERSHIP:
    default:
      return g_strdup (C_("timeline", "change of owner"));
    }
}

char *
tl_timeline_words_place (const TlTimelineEntry *entry)
{
  const TlPlaceFacts *place = tl_timeline_entry_get_place (entry);

  if (place != NULL)
    return dup_or_empty (place->name);
  return g_strdup (entry->kind == TL_TIMELINE_KIND_EVIDENCE ? _("All places") : "");
}

/* ── What it says ── */

/* What matters most about where an action stands, in a few words. */
static char *
say_action (const TlActionJudgement *action,
            TlDay                    as_at)
{
  g_autofree char *day = NULL;

  if (action->proven != TL_NO_DAY)
    {
      day = tl_format_day_short (action->proven, as_at);
      return g_strdup_printf (_("proven %s"), day);
    }
  if (action->done != TL_NO_DAY)
    return g_strdup (_("done, not proven"));
  if (action->ended != TL_NO_DAY)
    return g_strdup (_("ended, not done"));
  if (action->days_overdue > 0)
    {
      g_autofree char *days = tl_format_days (action->days_overdue);

      return g_strdup_printf (_("%s overdue"), days);
    }
  if (action->due == TL_NO_DAY)
    return g_strdup (_("no due date"));
  day = tl_format_day_short (action->due, as_at);
  return g_strdup_printf (_("due %s"), day);
}

static char *
say_challenge (const TlChallengeFacts *challenge,
               TlDay                   as_at)
{
  gboolean answered = challenge->answered != TL_NO_DAY && challenge->answered <= as_at;
  gboolean satisfied = challenge->satisfied == TL_FLAG_YES && challenge->satisfied_on <= as_at;

  return g_strdup (satisfied ? _("satisfied") : answered ? _("answered") : _("not answered"));
}

static char *
say_owned (const TlOwnershipFacts *ownership,
           TlDay                   as_at)
{
  g_autofree char *day = NULL;

  if (ownership->part == TL_PART_CLAIMED)
    return g_strdup (_("claims the lead"));
  if (ownership->until_date == TL_NO_DAY || ownership->until_date > as_at)
    return g_strdup (_("became accountable"));
  day = tl_format_day_short (ownership->until_date, as_at);
  /* Translators: someone became accountable, until a day */
  return g_strdup_printf (_("accountable until %s"), day);
}

char *
tl_timeline_words_says (const TlTimelinePlan  *plan,
                        const TlTimelineEntry *entry)
{
  switch ((TlTimelineKind) entry->kind)
    {
    case TL_TIMELINE_KIND_EVIDENCE:
      return dup_or_empty (entry->verdict != TL_VERDICT_NONE ? tl_word_label (TL_TYPE_VERDICT, entry->verdict) : NULL);
    case TL_TIMELINE_KIND_SILENCE:
      {
        g_autofree char *length = tl_format_days (((const TlSilence *) entry->subject)->days);

        /* Translators: a length of time without any evidence, as in "8 weeks, none" */
        return g_strdup_printf (_("%s, none"), length);
      }
    case TL_TIMELINE_KIND_ACTION:
      return say_action (entry->subject, get_as_at (plan));
    case TL_TIMELINE_KIND_CHALLENGE:
      return say_challenge (entry->subject, get_as_at (plan));
    case TL_TIMELINE_KIND_DECISION:
      return dup_or_empty (tl_word_label (TL_TYPE_DECISION_KIND, ((const TlDecisionFacts *) entry->subject)->decision));
    case TL_TIMELINE_KIND_SIGN:
      return dup_or_empty (((const TlObservedSignFacts *) entry->subject)->note);
    case TL_TIMELINE_KIND_OWNERSHIP:
      return say_owned (entry->subject, get_as_at (plan));
    case TL_TIMELINE_KIND_REVIEW:
    default:
      return g_strdup ("");
    }
}

/* Whether what it says is something to watch. */
gboolean
tl_timeline_words_late (const TlTimelineEntry *entry)
{
  const TlActionJudgement *action;

  if (entry->kind != TL_TIMELINE_KIND_ACTION)
    return entry->kind == TL_TIMELINE_KIND_SILENCE || entry->kind == TL_TIMELINE_KIND_SIGN;
  action = entry->subject;
  if (action->proven != TL_NO_DAY || (action->done == TL_NO_DAY && action->ended != TL_NO_DAY))
    return FALSE;
  return action->done != TL_NO_DAY || action->days_overdue > 0 || action->due == TL_NO_DAY;
}
