/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-item.h"

#include <glib/gi18n-lib.h>

#include "tl-format.h"

struct _TlTimelineItem
{
  GObject parent_instance;

  TlAssessment *assessment;
  TlTimelineKind kind;
  gconstpointer subject;
  TlDay date;
  TlDay until;
  TlSource source;
  TlVerdict verdict;
  TlEvidenceKind evidence_kind;
  gboolean late;
  char *day;
  char *text;
  char *source_label;
  char *kind_label;
  char *says;
  char *place;
};

typedef enum
{
  PROP_DAY = 1,
  PROP_TEXT,
  PROP_SOURCE,
  PROP_KIND,
  PROP_SAYS,
  PROP_PLACE,
  PROP_LATE,
  PROP_FILES,
} TlTimelineItemProperty;

static GParamSpec *properties[PROP_FILES + 1];

G_DEFINE_FINAL_TYPE (TlTimelineItem, tl_timeline_item, G_TYPE_OBJECT)

static void
tl_timeline_item_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  TlTimelineItem *self = TL_TIMELINE_ITEM (object);

  switch ((TlTimelineItemProperty) id)
    {
    case PROP_DAY:
      g_value_set_string (value, self->day);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_SOURCE:
      g_value_set_string (value, self->source_label);
      break;
    case PROP_KIND:
      g_value_set_string (value, self->kind_label);
      break;
    case PROP_SAYS:
      g_value_set_string (value, self->says);
      break;
    case PROP_PLACE:
      g_value_set_string (value, self->place);
      break;
    case PROP_LATE:
      g_value_set_boolean (value, self->late);
      break;
    case PROP_FILES:
      g_value_take_string (value, tl_timeline_item_name_files (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_timeline_item_finalize (GObject *object)
{
  TlTimelineItem *self = TL_TIMELINE_ITEM (object);

  g_free (self->day);
  g_free (self->text);
  g_free (self->source_label);
  g_free (self->kind_label);
  g_free (self->says);
  g_free (self->place);
  tl_assessment_unref (self->assessment);

  G_OBJECT_CLASS (tl_timeline_item_parent_class)->finalize (object);
}

static void
tl_timeline_item_class_init (TlTimelineItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tl_timeline_item_get_property;
  object_class->finalize = tl_timeline_item_finalize;

  properties[PROP_DAY] = g_param_spec_string ("day", NULL, NULL, NULL, flags);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  properties[PROP_SOURCE] = g_param_spec_string ("source", NULL, NULL, NULL, flags);
  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, NULL, flags);
  properties[PROP_SAYS] = g_param_spec_string ("says", NULL, NULL, NULL, flags);
  properties[PROP_PLACE] = g_param_spec_string ("place", NULL, NULL, NULL, flags);
  properties[PROP_LATE] = g_param_spec_boolean ("late", NULL, NULL, FALSE, flags);
  properties[PROP_FILES] = g_param_spec_string ("files", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
tl_timeline_item_init (TlTimelineItem *self)
{
}

/* The facts are those of the assessment's snapshot, which the item keeps. */
static TlTimelineItem *
create_item (TlAssessment   *assessment,
             TlTimelineKind  kind,
             gconstpointer   subject,
             TlDay           date,
             const char     *text)
{
  TlTimelineItem *self = g_object_new (TL_TYPE_TIMELINE_ITEM, NULL);

  self->assessment = tl_assessment_ref (assessment);
  self->kind = kind;
  self->subject = subject;
  self->date = date;
  self->until = date;
  self->day = tl_format_day_short (date, tl_assessment_get_as_at (assessment));
  self->text = g_strdup (text != NULL ? text : "");
  self->source_label = g_strdup ("");
  self->kind_label = g_strdup ("");
  self->says = g_strdup ("");
  self->place = g_strdup ("");

  return self;
}

TlTimelineItem *
tl_timeline_item_new_evidence (TlAssessment         *assessment,
                               const TlEvidenceItem *evidence)
{
  TlTimelineItem *self = create_item (assessment, TL_TIMELINE_KIND_EVIDENCE, evidence, evidence->date, evidence->text);

  self->source = evidence->source;
  self->verdict = evidence->verdict;
  self->evidence_kind = evidence->kind;
  g_free (self->source_label);
  self->source_label = tl_format_capital (tl_word_label (TL_TYPE_SOURCE, evidence->source));
  g_set_str (&self->kind_label, tl_word_label (TL_TYPE_EVIDENCE_KIND, evidence->kind));
  if (evidence->verdict != TL_VERDICT_NONE)
    g_set_str (&self->says, tl_word_label (TL_TYPE_VERDICT, evidence->verdict));
  g_set_str (&self->place, evidence->place != NULL ? evidence->place->name : _("All places"));

  return self;
}

TlTimelineItem *
tl_timeline_item_new_silence (TlAssessment    *assessment,
                              TlSource         source,
                              const TlSilence *silence)
{
  TlTimelineItem *self = create_item (assessment, TL_TIMELINE_KIND_SILENCE, silence, silence->from_date, NULL);
  g_autofree char *length = tl_format_days (silence->days);
  g_autofree char *from = tl_format_day_short (silence->from_date, tl_assessment_get_as_at (assessment));
  g_autofree char *to = tl_format_day_short (silence->until_date, tl_assessment_get_as_at (assessment));

  self->until = silence->until_date;
  self->source = source;
  self->late = TRUE;
  g_free (self->text);
  g_free (self->says);
  g_free (self->source_label);
  /* Translators: two days between which expected evidence did not come */
  self->text = g_strdup_printf (_("Nothing came between %s and %s"), from, to);
  /* Translators: a length of time without any evidence, as in "8 weeks, none" */
  self->says = g_strdup_printf (_("%s, none"), length);
  self->source_label = tl_format_capital (tl_word_label (TL_TYPE_SOURCE, source));
  g_set_str (&self->kind_label, C_("timeline", "silence"));

  return self;
}

/* What matters most about where an action stands, in a few words. */
static char *
say_action (const TlActionJudgement *action,
            TlDay                    as_at,
            gboolean                *late)
{
  g_autofree char *day = NULL;

  *late = FALSE;
  if (action->proven != TL_NO_DAY)
    {
      day = tl_format_day_short (action->proven, as_at);
      return g_strdup_printf (_("proven %s"), day);
    }
  if (action->done != TL_NO_DAY)
    {
      *late = TRUE;
      return g_strdup (_("done, not proven"));
    }
  if (action->ended != TL_NO_DAY)
    return g_strdup (_("ended, not done"));
  if (action->days_overdue > 0)
    {
      g_autofree char *days = tl_format_days (action->days_overdue);

      *late = TRUE;
      return g_strdup_printf (_("%s overdue"), days);
    }
  if (action->due == TL_NO_DAY)
    {
      *late = TRUE;
      return g_strdup (_("no due date"));
    }
  day = tl_format_day_short (action->due, as_at);
  return g_strdup_printf (_("due %s"), day);
}

static TlDay
find_start (const TlActionJudgement *action)
{
  const TlDay days[] = { action->facts->agreed, action->first_due, action->due, action->done, action->ended };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    if (days[i] != TL_NO_DAY)
      return days[i];
  return TL_NO_DAY;
}

/**
 * tl_timeline_item_new_action:
 * @assessment: what the action's judgement belongs to
 * @action: an action
 *
 * Returns: (transfer full) (nullable): the action from the day it was agreed to the last day there is of it; none for an
 *   action without any date
 */
TlTimelineItem *
tl_timeline_item_new_action (TlAssessment            *assessment,
                             const TlActionJudgement *action)
{
  TlDay as_at = tl_assessment_get_as_at (assessment), start = find_start (action);
  TlTimelineItem *self;

  if (start == TL_NO_DAY)
    return NULL;
  self = create_item (assessment, TL_TIMELINE_KIND_ACTION, action, start, action->facts->title);
  self->until = MAX (MAX (action->done, action->ended), action->proven);
  if (action->open)
    self->until = MAX (as_at, action->due);
  self->until = MAX (self->until, start);
  g_free (self->says);
  self->says = say_action (action, as_at, &self->late);
  g_set_str (&self->source_label, _("Action"));
  if (action->facts->purpose != TL_PURPOSE_NONE)
    g_set_str (&self->kind_label, tl_word_label (TL_TYPE_PURPOSE, action->facts->purpose));
  if (action->facts->place != NULL)
    g_set_str (&self->place, action->facts->place->name);

  return self;
}

static void
set_review (TlTimelineItem      *self,
            const TlReviewFacts *review,
            const char          *kind)
{
  g_set_str (&self->kind_label, kind);
  if (review->forum != NULL && review->forum->name != NULL)
    g_set_str (&self->source_label, review->forum->name);
  else
    g_set_str (&self->source_label, _("Review"));
}

TlTimelineItem *
tl_timeline_item_new_review (TlAssessment          *assessment,
                             const TlLookedAtFacts *looked_at)
{
  const char *text = looked_at->progress != NULL ? looked_at->progress : looked_at->barrier;
  TlTimelineItem *self = create_item (assessment, TL_TIMELINE_KIND_REVIEW, looked_at, looked_at->review->date,
                                      text != NULL ? text : _("Looked at"));

  set_review (self, looked_at->review, C_("timeline", "review"));

  return self;
}

TlTimelineItem *
tl_timeline_item_new_challenge (TlAssessment           *assessment,
                                const TlChallengeFacts *challenge)
{
  TlDay as_at = tl_assessment_get_as_at (assessment);
  gboolean answered = challenge->answered != TL_NO_DAY && challenge->answered <= as_at;
  gboolean satisfied = challenge->satisfied == TL_FLAG_YES && challenge->satisfied_on <= as_at;
  TlTimelineItem *self = create_item (assessment, TL_TIMELINE_KIND_CHALLENGE, challenge, challenge->review->date,
                                      challenge->question);

  set_review (self, challenge->review, C_("timeline", "challenge"));
  g_set_str (&self->says, satisfied ? _("satisfied") : answered ? _("answered") : _("not answered"));

  return self;
}

TlTimelineItem *
tl_timeline_item_new_decision (TlAssessment          *assessment,
                               const TlDecisionFacts *decision)
{
  TlTimelineItem *self = create_item (assessment, TL_TIMELINE_KIND_DECISION, decision, decision->review->date,
                                      decision->reason);

  set_review (self, decision->review, C_("timeline", "decision"));
  g_set_str (&self->says, tl_word_label (TL_TYPE_DECISION_KIND, decision->decision));
  if (decision->place != NULL)
    g_set_str (&self->place, decision->place->name);

  return self;
}

TlTimelineItem *
tl_timeline_item_new_sign (TlAssessment              *assessment,
                           const TlObservedSignFacts *sign)
{
  TlTimelineItem *self = create_item (assessment, TL_TIMELINE_KIND_SIGN, sign, sign->date, sign->sign->sign);

  self->late = TRUE;
  g_set_str (&self->source_label, _("Warning sign"));
  g_set_str (&self->kind_label, C_("timeline", "sign seen"));
  if (sign->note != NULL)
    g_set_str (&self->says, sign->note);
  if (sign->place != NULL)
    g_set_str (&self->place, sign->place->name);

  return self;
}

TlTimelineKind
tl_timeline_item_get_kind (TlTimelineItem *self)
{
  return self->kind;
}

/**
 * tl_timeline_item_get_date:
 * @self: an item
 *
 * Returns: its day, or the first of its days
 */
TlDay
tl_timeline_item_get_date (TlTimelineItem *self)
{
  return self->date;
}

/**
 * tl_timeline_item_get_until:
 * @self: an item
 *
 * Returns: the last of its days
 */
TlDay
tl_timeline_item_get_until (TlTimelineItem *self)
{
  return self->until;
}

const char *
tl_timeline_item_get_text (TlTimelineItem *self)
{
  return self->text;
}

/**
 * tl_timeline_item_get_says:
 * @self: an item
 *
 * Returns: its verdict, where an action stands, the length of a silence, what was decided: a few words, maybe none
 */
const char *
tl_timeline_item_get_says (TlTimelineItem *self)
{
  return self->says;
}

/**
 * tl_timeline_item_is_late:
 * @self: an item
 *
 * Returns: whether what it says is something to watch
 */
gboolean
tl_timeline_item_is_late (TlTimelineItem *self)
{
  return self->late;
}

TlSource
tl_timeline_item_get_source (TlTimelineItem *self)
{
  return self->source;
}

TlVerdict
tl_timeline_item_get_verdict (TlTimelineItem *self)
{
  return self->verdict;
}

TlEvidenceKind
tl_timeline_item_get_evidence_kind (TlTimelineItem *self)
{
  return self->evidence_kind;
}

/**
 * tl_timeline_item_get_action:
 * @self: an item
 *
 * Returns: (nullable): the action that it is
 */
const TlActionJudgement *
tl_timeline_item_get_action (TlTimelineItem *self)
{
  return self->kind == TL_TIMELINE_KIND_ACTION ? self->subject : NULL;
}

/**
 * tl_timeline_item_get_subject:
 * @self: an item
 *
 * Returns: the judgement or facts that it stands for
 */
gconstpointer
tl_timeline_item_get_subject (TlTimelineItem *self)
{
  return self->subject;
}

static void
append_part (GString    *text,
             const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, text->len > 0 ? ", %s" : "%s", part);
}

/**
 * tl_timeline_item_describe:
 * @self: an item
 *
 * Returns: (transfer full): everything about it, to be read out
 */
char *
tl_timeline_item_describe (TlTimelineItem *self)
{
  GString *text = g_string_new (NULL);
  g_autofree char *files = tl_timeline_item_name_files (self);

  append_part (text, self->day);
  append_part (text, self->source_label);
  append_part (text, self->kind_label);
  append_part (text, self->says);
  append_part (text, self->place);
  if (*self->text != '\0')
    g_string_append_printf (text, ": %s", self->text);

  if (files != NULL)
    g_string_append_printf (text, " (%s)", files);

  return g_string_free_and_steal (text);
}

/**
 * tl_timeline_item_compare:
 * @a: an item
 * @b: another item
 *
 * Returns: which comes first when the latest comes first
 */
int
tl_timeline_item_compare (TlTimelineItem *a,
                          TlTimelineItem *b)
{
  if (a->date != b->date)
    return b->date - a->date;
  return (int) a->kind - (int) b->kind;
}
