/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-draft-private.h"

#include <glib/gi18n-lib.h>

#include "tl-field-text.h"
#include "tl-format.h"
#include "tl-row-words.h"
#include "tl-workbook-commands.h"

#include <math.h>
#include <string.h>

/* Whether the fields of a draft agree with each other and with the rows that they name. A rule is asked only about what
 * was typed or chosen now, and only of fields that can be read. */

typedef struct
{
  TlDraft *draft;
  GPtrArray *problems;
} Check;

static const char *
get_heading (Check      *self,
             const char *column)
{
  return _(tl_draft_find_field (self->draft, column)->field->heading);
}

static gboolean
is_touched (Check      *self,
            const char *column)
{
  return self->draft->is_new || tl_draft_field_is_changed (tl_draft_find_field (self->draft, column));
}

/* Whether a rule may say something about a field: it can be read, and it or the other one is what was typed. */
static gboolean
may_say (Check      *self,
         const char *column,
         const char *other)
{
  return !tl_draft_has_problem (self->problems, column) && (other == NULL || !tl_draft_has_problem (self->problems, other))
         && (is_touched (self, column) || (other != NULL && is_touched (self, other)));
}

static void
refuse (Check      *self,
        const char *column,
        char       *message)
{
  tl_draft_add_problem (self->problems, column, message);
  g_free (message);
}

/* ── Days ─────────────────────────────────────────────────────────────────── */

static void
check_order (Check      *self,
             const char *from,
             const char *until)
{
  TlDay from_day = tl_draft_get_day (self->draft, from), until_day = tl_draft_get_day (self->draft, until);

  if (!may_say (self, until, from) || from_day == TL_NO_DAY || until_day == TL_NO_DAY || until_day >= from_day)
    return;
  if (is_touched (self, until))
    refuse (self, until, tl_field_text_say_before (tl_draft_get_text (self->draft, until), get_heading (self, from)));
  else
    refuse (self, from, tl_field_text_say_after (tl_draft_get_text (self->draft, from), get_heading (self, until)));
}

/* A day of something that another row began. */
static void
check_since (Check      *self,
             const char *column,
             TlDay       since,
             const char *format)
{
  TlDay day = tl_draft_get_day (self->draft, column);
  g_autofree char *text = NULL;

  if (!may_say (self, column, NULL) || day == TL_NO_DAY || since == TL_NO_DAY || day >= since)
    return;
  text = tl_format_day_long (since);
  refuse (self, column, g_strdup_printf (_(format), text));
}

static void
check_past (Check      *self,
            const char *column)
{
  TlDay today = tl_workbook_get_today (self->draft->workbook);
  g_autofree char *quoted = NULL;

  if (!may_say (self, column, NULL) || tl_draft_get_day (self->draft, column) <= today)
    return;
  quoted = tl_field_text_quote (tl_draft_get_text (self->draft, column));
  refuse (self, column, g_strdup_printf (_("%s is still to come; give the day when it happened"), quoted));
}

/* It would be over before it began. */
static void
check_to_come (Check      *self,
               const char *column)
{
  TlDay day = tl_draft_get_day (self->draft, column);
  g_autofree char *quoted = NULL;

  if (!may_say (self, column, NULL) || day == TL_NO_DAY || day > tl_workbook_get_today (self->draft->workbook))
    return;
  quoted = tl_field_text_quote (tl_draft_get_text (self->draft, column));
  refuse (self, column, g_strdup_printf (_("%s isn’t still to come; give the day until which it rests"), quoted));
}

/* ── Rows ─────────────────────────────────────────────────────────────────── */

static void
check_kind (Check       *self,
            const char  *column,
            TlPlaceKind  kind)
{
  const TlPlaceFacts *place = tl_draft_get_facts (self->draft, column);

  if (may_say (self, column, NULL) && place != NULL && place->kind != kind && place->kind != TL_PLACE_KIND_NONE)
    refuse (self, column, tl_field_text_say_kind (place->name, kind));
}

static void
check_other (Check      *self,
             const char *first,
             const char *other)
{
  const TlId *one = tl_draft_get_link (self->draft, first, 0), *two = tl_draft_get_link (self->draft, other, 0);
  const TlFacts *facts = tl_draft_get_facts (self->draft, other);
  g_autofree char *title = NULL;

  if (!may_say (self, other, first) || one == NULL || two == NULL || !tl_id_equal (one, two) || facts == NULL)
    return;
  title = tl_row_words_title (tl_draft_find_field (self->draft, other)->field->target, facts);
  refuse (self, other, tl_field_text_say_same (title, get_heading (self, first)));
}

/* Whoever left before then, or comes only later, can't have it. */
static void
check_post (Check      *self,
            const char *column,
            const char *day_column)
{
  const TlId *id = tl_draft_get_link (self->draft, column, 0);
  TlPerson *person = id != NULL ? tl_workbook_find_person (self->draft->workbook, id) : NULL;
  TlDay day = tl_draft_get_day (self->draft, day_column);
  g_autoptr (GError) error = NULL;

  if (!may_say (self, column, day_column) || person == NULL || day == TL_NO_DAY)
    return;
  if (!tl_workbook_check_post (person, day, &error))
    refuse (self, column, g_strdup (error->message));
}

static void
check_needed (Check      *self,
              const char *column,
              const char *because,
              const char *message)
{
  if (may_say (self, column, because) && tl_draft_get_n_links (self->draft, column) == 0
      && *tl_draft_get_text (self->draft, column) == '\0')
    refuse (self, column, g_strdup (message));
}

/* ── Tables ───────────────────────────────────────────────────────────────── */

/* A place lies within others, but not within itself. */
static void
check_place (Check *self)
{
  const TlPlaceFacts *parent = tl_draft_get_facts (self->draft, "parent");

  check_order (self, "from_date", "until_date");
  if (!may_say (self, "parent", NULL))
    return;
  for (const TlPlaceFacts *above = parent; above != NULL; above = above->parent)
    {
      if (!tl_id_equal (&above->base.id, &self->draft->id))
        continue;
      refuse (self, "parent", tl_field_text_say_circle (parent->name));
      return;
    }
}

static gboolean
overlaps (const TlOwnershipFacts *other,
          TlDay                   from,
          TlDay                   until)
{
  return (until == TL_NO_DAY || other->from_date < until)
         && (other->until_date == TL_NO_DAY || from == TL_NO_DAY || other->until_date > from);
}

/* One person answers for a risk at a time. */
static void
check_only_owner (Check *self)
{
  const TlRiskFacts *risk = tl_draft_get_facts (self->draft, "risk");
  TlDay from = tl_draft_get_day (self->draft, "from_date"), until = tl_draft_get_day (self->draft, "until_date");

  if (tl_draft_get_word (self->draft, "part") != TL_PART_ACCOUNTABLE || risk == NULL
      || !(may_say (self, "part", "from_date") || may_say (self, "part", "until_date")))
    return;
  for (guint i = 0; i < risk->ownerships.n; i++)
    {
      const TlOwnershipFacts *other = TL_FACTS_AT (risk->ownerships, TlOwnershipFacts, i);
      g_autofree char *since = NULL;

      if (other->part != TL_PART_ACCOUNTABLE || other->person == NULL || tl_id_equal (&other->base.id, &self->draft->id)
          || !overlaps (other, from, until))
        continue;
      since = tl_format_day_long (other->from_date);
      refuse (self, "part", g_strdup_printf (_("%s answers for this risk from %s; hand the risk over instead, so that one "
                                               "person answers for it at a time"), other->person->name, since));
      return;
    }
}

static void
check_ownership (Check *self)
{
  check_order (self, "from_date", "until_date");
  check_post (self, "person", "from_date");
  check_only_owner (self);
}

/* So many of so many. Nothing of nothing may be a reading: there was nothing to sample. Events and quantities may stand in a
 * field of their own. */
static void
check_fraction (Check      *self,
                const char *numerator,
                const char *denominator,
                const char *alone,
                gboolean    proportion,
                gboolean    nothing)
{
  double over = tl_draft_get_number (self->draft, numerator), under = tl_draft_get_number (self->draft, denominator);
  double either = !isnan (over) || proportion ? over : tl_draft_get_number (self->draft, alone);
  g_autofree char *quoted = tl_field_text_quote (tl_draft_get_text (self->draft, numerator));
  g_autofree char *quoted_under = tl_field_text_quote (tl_draft_get_text (self->draft, denominator));

  if (may_say (self, numerator, NULL) && over < 0)
    refuse (self, numerator, g_strdup_printf (_("%s is less than nothing"), quoted));
  if (may_say (self, denominator, numerator) && under <= 0 && !(nothing && under == 0 && either == 0))
    refuse (self, denominator, g_strdup (_("it must be more than 0, since the share is taken of it")));
  if (may_say (self, denominator, numerator) && !isnan (over) && isnan (under) && proportion)
    refuse (self, denominator, g_strdup (_("give the number that the share is taken of")));
  if (may_say (self, numerator, denominator) && isnan (either) && !isnan (under))
    refuse (self, numerator, g_strdup_printf (_("there must be a value here, since \"%s\" has one"),
                                              get_heading (self, denominator)));
  if (may_say (self, numerator, denominator) && proportion && over > under)
    refuse (self, numerator, g_strdup_printf (_("%1$s is more than the %2$s of which it is a part"), quoted, quoted_under));
}

static void
check_percentage (Check      *self,
                  const char *column)
{
  double number = tl_draft_get_number (self->draft, column);
  g_autofree char *quoted = tl_field_text_quote (tl_draft_get_text (self->draft, column));

  if (may_say (self, column, NULL) && (number < 0 || number > 100))
    refuse (self, column, g_strdup_printf (_("%s is not a percentage from 0 to 100"), quoted));
}

static void
check_measure (Check *self)
{
  gboolean proportion = tl_draft_get_word (self->draft, "kind") == TL_MEASURE_KIND_PROPORTION;

  check_past (self, "baseline_date");
  check_past (self, "defined");
  check_order (self, "baseline_date", "target_date");
  check_fraction (self, "baseline_numerator", "baseline_denominator", "baseline", proportion, FALSE);
  if (proportion)
    {
      check_percentage (self, "target");
      check_percentage (self, "baseline");
    }
}

/* Nothing was measured at a place before it was there, nor after. */
static void
check_there (Check      *self,
             const char *column)
{
  const TlPlaceFacts *place = tl_draft_get_facts (self->draft, column);
  TlDay day = tl_draft_get_day (self->draft, "date");
  g_autofree char *when = NULL;

  if (place == NULL || day == TL_NO_DAY || !may_say (self, "date", column))
    return;
  if (place->from_date != TL_NO_DAY && day < place->from_date)
    {
      when = tl_format_day_long (place->from_date);
      refuse (self, "date", g_strdup_printf (_("%1$s was there only from %2$s"), place->name, when));
    }
  else if (place->until_date != TL_NO_DAY && day >= place->until_date)
    {
      when = tl_format_day_long (place->until_date);
      refuse (self, "date", g_strdup_printf (_("%1$s was there only until %2$s"), place->name, when));
    }
}

static void
check_reading (Check *self)
{
  const TlMeasureFacts *measure = tl_draft_get_facts (self->draft, "measure");
  gboolean proportion = measure != NULL && measure->kind == TL_MEASURE_KIND_PROPORTION;

  check_past (self, "date");
  check_kind (self, "shift", TL_PLACE_KIND_SHIFT);
  check_kind (self, "staff_group", TL_PLACE_KIND_STAFF_GROUP);
  check_there (self, "place");
  check_there (self, "shift");
  check_there (self, "staff_group");
  check_fraction (self, "numerator", "denominator", "value", proportion, TRUE);
  if (proportion)
    check_percentage (self, "value");
  else if (may_say (self, "value", NULL) && tl_draft_get_number (self->draft, "value") < 0)
    {
      g_autofree char *quoted = tl_field_text_quote (tl_draft_get_text (self->draft, "value"));

      refuse (self, "value", g_strdup_printf (_("%s is less than nothing"), quoted));
    }
  if (may_say (self, "value", "numerator") && *tl_draft_get_text (self->draft, "value") == '\0'
      && *tl_draft_get_text (self->draft, "numerator") == '\0')
    refuse (self, proportion ? "numerator" : "value", g_strdup (_("there must be a value here")));
}

static void
check_action (Check *self)
{
  check_past (self, "agreed");
  check_past (self, "done");
  check_order (self, "agreed", "due");
  check_order (self, "agreed", "done");
  check_post (self, "person", "agreed");
}

static void
check_event (Check *self)
{
  const TlActionFacts *action = tl_draft_get_facts (self->draft, "action");
  int what = tl_draft_get_word (self->draft, "what");

  check_past (self, "date");
  if (action != NULL)
    check_since (self, "date", action->agreed, N_("the action was agreed only on %s"));
  if (what == TL_EVENT_KIND_MOVED)
    {
      check_needed (self, "to_date", "what", _("give the day to which it is moved"));
      check_needed (self, "reason", "what", _("say why it is moved; the history keeps it"));
    }
  if (what == TL_EVENT_KIND_MERGED)
    check_needed (self, "other_action", "what", _("choose the action that it is merged into"));
  check_other (self, "action", "other_action");
}

static void
check_evidence (Check *self)
{
  check_past (self, "date");
  check_past (self, "entered");
  check_kind (self, "shift", TL_PLACE_KIND_SHIFT);
  check_kind (self, "staff_group", TL_PLACE_KIND_STAFF_GROUP);
}

static void
check_challenge (Check *self)
{
  const TlReviewFacts *review = tl_draft_get_facts (self->draft, "review");

  check_past (self, "answered");
  check_past (self, "satisfied_on");
  check_order (self, "answered", "satisfied_on");
  if (review != NULL)
    {
      check_since (self, "due", review->date, N_("it was asked only on %s"));
      check_since (self, "answered", review->date, N_("it was asked only on %s"));
    }
  if (tl_draft_get_word (self->draft, "satisfied") == TL_FLAG_YES)
    check_needed (self, "answer", "satisfied", _("write down the answer that satisfied"));
}

static void
check_decision (Check *self)
{
  int decision = tl_draft_get_word (self->draft, "decision");

  if (decision == TL_DECISION_KIND_MERGE || decision == TL_DECISION_KIND_SUPERSEDE)
    check_needed (self, "other_risk", "decision", _("choose the risk that goes on in its place"));
  check_other (self, "risk", "other_risk");
}

static void
check_sign (Check *self)
{
  gboolean times = *tl_draft_get_text (self->draft, "times") != '\0';
  gboolean days = *tl_draft_get_text (self->draft, "within_days") != '\0';

  if (times && !days && may_say (self, "within_days", "times"))
    refuse (self, "within_days", g_strdup (_("say within how many days")));
  if (days && !times && may_say (self, "times", "within_days"))
    refuse (self, "times", g_strdup (_("say how many times")));
}

static void
check_reach (Check *self)
{
  const TlLearningFacts *learning = tl_draft_get_facts (self->draft, "learning");

  check_past (self, "taken_up");
  if (learning != NULL)
    check_since (self, "taken_up", learning->date, N_("it was learned only on %s"));
}

/* Two risks are linked once, whichever way round. */
static void
check_link (Check *self)
{
  const TlRiskFacts *risk = tl_draft_get_facts (self->draft, "risk");
  const TlId *other = tl_draft_get_link (self->draft, "linked_risk", 0);

  check_other (self, "risk", "linked_risk");
  if (risk == NULL || other == NULL || !may_say (self, "linked_risk", "risk"))
    return;
  for (guint i = 0; i < risk->links.n + risk->linked_from.n; i++)
    {
      const TlRiskLinkFacts *link = i < risk->links.n ? TL_FACTS_AT (risk->links, TlRiskLinkFacts, i)
                                                      : TL_FACTS_AT (risk->linked_from, TlRiskLinkFacts, i - risk->links.n);
      const TlRiskFacts *end = i < risk->links.n ? link->linked_risk : link->risk;

      if (end == NULL || tl_id_equal (&link->base.id, &self->draft->id) || !tl_id_equal (&end->base.id, other))
        continue;
      refuse (self, "linked_risk", g_strdup (_("these two risks are linked already")));
      return;
    }
}

/* Adds what is wrong where fields don't agree. */
void
tl_draft_check_rules (TlDraft   *self,
                      GPtrArray *problems)
{
  Check check = { self, problems };

  switch ((int) self->table)
    {
    case TL_TABLE_PLACE:
      check_place (&check);
      break;
    case TL_TABLE_PERSON:
    case TL_TABLE_EXPECTED_EVIDENCE:
      check_order (&check, "from_date", "until_date");
      break;
    case TL_TABLE_RISK:
      check_past (&check, "opened");
      break;
    case TL_TABLE_RATING:
    case TL_TABLE_STEP_CHANGE:
    case TL_TABLE_OBSERVED_SIGN:
    case TL_TABLE_CAUSE:
    case TL_TABLE_LEARNING:
      check_past (&check, "date");
      break;
    case TL_TABLE_OWNERSHIP:
      check_ownership (&check);
      break;
    case TL_TABLE_MEASURE:
      check_measure (&check);
      break;
    case TL_TABLE_READING:
      check_reading (&check);
      break;
    case TL_TABLE_ACTION:
      check_action (&check);
      break;
    case TL_TABLE_ACTION_EVENT:
      check_event (&check);
      break;
    case TL_TABLE_EVIDENCE:
      check_evidence (&check);
      break;
    case TL_TABLE_CHALLENGE:
      check_challenge (&check);
      break;
    case TL_TABLE_DECISION:
      check_decision (&check);
      break;
    case TL_TABLE_WARNING_SIGN:
      check_sign (&check);
      break;
    case TL_TABLE_LEARNING_REACH:
      check_reach (&check);
      break;
    case TL_TABLE_LINK:
      check_link (&check);
      break;
    case TL_TABLE_ANSWERED_FINDING:
      check_past (&check, "date");
      check_order (&check, "date", "until_date");
      check_to_come (&check, "until_date");
      break;
    default:
      break;
    }
}
