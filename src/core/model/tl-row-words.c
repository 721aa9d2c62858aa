/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-row-words.h"

#include <glib/gi18n-lib.h>

#include "tl-format.h"
#include "tl-reading-text.h"

#define LONGEST_TITLE 120

static const char * const nouns[TL_N_TABLES] = {
  [TL_TABLE_PLACE] = N_("place"),
  [TL_TABLE_PERSON] = N_("person"),
  [TL_TABLE_FORUM] = N_("forum"),
  [TL_TABLE_RISK] = N_("risk"),
  [TL_TABLE_RATING] = N_("rating"),
  [TL_TABLE_OWNERSHIP] = N_("part in a risk"),
  [TL_TABLE_MEASURE] = N_("measure"),
  [TL_TABLE_READING] = N_("reading"),
  [TL_TABLE_STEP_CHANGE] = N_("step change"),
  [TL_TABLE_ACTION] = N_("action"),
  [TL_TABLE_ACTION_EVENT] = N_("event"),
  [TL_TABLE_EVIDENCE] = N_("evidence"),
  [TL_TABLE_EXPECTED_EVIDENCE] = N_("expected evidence"),
  [TL_TABLE_REVIEW] = N_("review"),
  [TL_TABLE_AGENDA_ITEM] = N_("item of an agenda"),
  [TL_TABLE_PACK_ITEM] = N_("item of a pack"),
  [TL_TABLE_LOOKED_AT] = N_("note of what was looked at"),
  [TL_TABLE_CHALLENGE] = N_("challenge"),
  [TL_TABLE_DECISION] = N_("decision"),
  [TL_TABLE_WARNING_SIGN] = N_("warning sign"),
  [TL_TABLE_OBSERVED_SIGN] = N_("observation"),
  [TL_TABLE_CAUSE] = N_("cause"),
  [TL_TABLE_LEARNING] = N_("learning"),
  [TL_TABLE_LEARNING_REACH] = N_("place to reach"),
  [TL_TABLE_LINK] = N_("link"),
  [TL_TABLE_ANSWERED_FINDING] = N_("answered finding"),
  [TL_TABLE_ANSWER] = N_("answer"),
};

/**
 * tl_row_words_noun:
 * @table: a table
 *
 * Returns: (transfer none): what one of its rows is called, as in "action"
 */
const char *
tl_row_words_noun (TlTable table)
{
  g_return_val_if_fail (table < TL_N_TABLES, "");

  return _(nouns[table]);
}

/* Of what hangs on the things that a workbook is about. */
static char *
count_particulars (TlTable table,
                   guint   n)
{
  switch ((int) table)
    {
    case TL_TABLE_AGENDA_ITEM:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u item of an agenda", "%u items of agendas", n), n);
    case TL_TABLE_PACK_ITEM:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u item of a pack", "%u items of packs", n), n);
    case TL_TABLE_LOOKED_AT:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u note of what was looked at", "%u notes of what was looked at", n), n);
    case TL_TABLE_CHALLENGE:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u challenge", "%u challenges", n), n);
    case TL_TABLE_DECISION:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u decision", "%u decisions", n), n);
    case TL_TABLE_WARNING_SIGN:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u warning sign", "%u warning signs", n), n);
    case TL_TABLE_OBSERVED_SIGN:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u observed sign", "%u observed signs", n), n);
    case TL_TABLE_CAUSE:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u cause", "%u causes", n), n);
    case TL_TABLE_LEARNING:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u note of learning", "%u notes of learning", n), n);
    case TL_TABLE_LEARNING_REACH:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u place that learning should reach", "%u places that learning should reach", n), n);
    case TL_TABLE_LINK:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u link between risks", "%u links between risks", n), n);
    case TL_TABLE_ANSWERED_FINDING:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u answered finding", "%u answered findings", n), n);
    case TL_TABLE_ANSWER:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u answer", "%u answers", n), n);
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * tl_row_words_count:
 * @table: a table
 * @n: a number of its rows
 *
 * Returns: (transfer full): that many of them, as in "3 actions"
 */
char *
tl_row_words_count (TlTable table,
                    guint   n)
{
  switch ((int) table)
    {
    case TL_TABLE_PLACE:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u place", "%u places", n), n);
    case TL_TABLE_PERSON:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person", "%u people", n), n);
    case TL_TABLE_FORUM:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u forum", "%u forums", n), n);
    case TL_TABLE_RISK:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u risk", "%u risks", n), n);
    case TL_TABLE_RATING:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u rating", "%u ratings", n), n);
    case TL_TABLE_OWNERSHIP:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u part in a risk", "%u parts in risks", n), n);
    case TL_TABLE_MEASURE:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u measure", "%u measures", n), n);
    case TL_TABLE_READING:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u reading", "%u readings", n), n);
    case TL_TABLE_STEP_CHANGE:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u step change", "%u step changes", n), n);
    case TL_TABLE_ACTION:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u action", "%u actions", n), n);
    case TL_TABLE_ACTION_EVENT:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u event of an action", "%u events of actions", n), n);
    case TL_TABLE_EVIDENCE:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u item of evidence", "%u items of evidence", n), n);
    case TL_TABLE_EXPECTED_EVIDENCE:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u expected source of evidence", "%u expected sources of evidence", n), n);
    case TL_TABLE_REVIEW:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u review", "%u reviews", n), n);
    default:
      return count_particulars (table, n);
    }
}

/* On one line and not too long; what is missing is an empty text. */
static char *
shorten (const char *text)
{
  g_autofree char *line = g_strdup (text != NULL ? text : "");
  g_autofree char *start = NULL;

  g_strdelimit (line, "\r\n\t", ' ');
  if (g_utf8_strlen (line, -1) <= LONGEST_TITLE)
    return g_steal_pointer (&line);
  start = g_utf8_substring (line, 0, LONGEST_TITLE);
  return g_strdup_printf ("%s…", start);
}

static char *
label (GType type,
       int   word)
{
  return tl_format_capital (tl_word_label (type, word));
}

static const char *
say_who (const TlWho *who)
{
  return who->person != NULL ? who->person->name : who->text;
}

#define AS(Type) ((const Type *) row)

/**
 * tl_row_words_title:
 * @table: a table
 * @row: (type TlFacts): a row of it
 *
 * Returns: (transfer full): what people call the row, on one line, without its ref
 */
char *
tl_row_words_title (TlTable        table,
                    const TlFacts *row)
{
  switch ((int) table)
    {
    case TL_TABLE_PLACE:
      return shorten (AS (TlPlaceFacts)->name);
    case TL_TABLE_PERSON:
      return shorten (AS (TlPersonFacts)->name);
    case TL_TABLE_FORUM:
      return shorten (AS (TlForumFacts)->name);
    case TL_TABLE_RISK:
      return shorten (AS (TlRiskFacts)->title);
    case TL_TABLE_RATING:
      return g_strdup_printf (_("%d × %d"), AS (TlRatingFacts)->likelihood, AS (TlRatingFacts)->impact);
    case TL_TABLE_OWNERSHIP:
      return shorten (AS (TlOwnershipFacts)->person != NULL ? AS (TlOwnershipFacts)->person->name : NULL);
    case TL_TABLE_MEASURE:
      return shorten (AS (TlMeasureFacts)->title);
    case TL_TABLE_READING:
      return tl_format_day_long (AS (TlReadingFacts)->date);
    case TL_TABLE_STEP_CHANGE:
      return shorten (AS (TlStepChangeFacts)->reason);
    case TL_TABLE_ACTION:
      return shorten (AS (TlActionFacts)->title);
    case TL_TABLE_ACTION_EVENT:
      return label (TL_TYPE_EVENT_KIND, AS (TlActionEventFacts)->what);
    case TL_TABLE_EVIDENCE:
      return shorten (AS (TlEvidenceFacts)->finding);
    case TL_TABLE_EXPECTED_EVIDENCE:
      return label (TL_TYPE_SOURCE, AS (TlExpectedEvidenceFacts)->source);
    case TL_TABLE_REVIEW:
      return shorten (AS (TlReviewFacts)->forum != NULL ? AS (TlReviewFacts)->forum->name : NULL);
    case TL_TABLE_AGENDA_ITEM:
      return shorten (AS (TlAgendaItemFacts)->risk != NULL ? AS (TlAgendaItemFacts)->risk->title : NULL);
    case TL_TABLE_PACK_ITEM:
      return label (TL_TYPE_SOURCE, AS (TlPackItemFacts)->source);
    case TL_TABLE_LOOKED_AT:
      return shorten (AS (TlLookedAtFacts)->risk != NULL ? AS (TlLookedAtFacts)->risk->title : NULL);
    case TL_TABLE_CHALLENGE:
      return shorten (AS (TlChallengeFacts)->question);
    case TL_TABLE_DECISION:
      return label (TL_TYPE_DECISION_KIND, AS (TlDecisionFacts)->decision);
    case TL_TABLE_WARNING_SIGN:
      return shorten (AS (TlSignFacts)->sign);
    case TL_TABLE_OBSERVED_SIGN:
      return tl_format_day_long (AS (TlObservedSignFacts)->date);
    case TL_TABLE_CAUSE:
      return label (TL_TYPE_CAUSE_KIND, AS (TlCauseFacts)->cause);
    case TL_TABLE_LEARNING:
      return shorten (AS (TlLearningFacts)->text);
    case TL_TABLE_LEARNING_REACH:
      return shorten (AS (TlLearningReachFacts)->place != NULL ? AS (TlLearningReachFacts)->place->name : NULL);
    case TL_TABLE_LINK:
      return shorten (AS (TlRiskLinkFacts)->linked_risk != NULL ? AS (TlRiskLinkFacts)->linked_risk->title : NULL);
    case TL_TABLE_ANSWERED_FINDING:
      return shorten (AS (TlAnsweredFindingFacts)->reason);
    case TL_TABLE_ANSWER:
      return shorten (AS (TlAnswerFacts)->why);
    default:
      g_return_val_if_reached (NULL);
    }
}

/* ── What tells it from others ────────────────────────────────────────────── */

static void
add (GPtrArray *parts,
     char      *text)
{
  if (text != NULL && *text != '\0')
    g_ptr_array_add (parts, text);
  else
    g_free (text);
}

static void
add_text (GPtrArray  *parts,
          const char *text)
{
  add (parts, shorten (text));
}

static void
add_day (GPtrArray  *parts,
         const char *format,
         TlDay       day)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) split = NULL;

  if (day == TL_NO_DAY)
    return;
  text = tl_format_day_long (day);
  split = g_strsplit (format, "%s", 2);
  add (parts, g_strconcat (split[0], text, split[1], NULL));
}

static void
add_period (GPtrArray *parts,
            TlDay      from,
            TlDay      until)
{
  add_day (parts, _("from %s"), from);
  add_day (parts, _("until %s"), until);
}

static void
add_place (GPtrArray          *parts,
           const TlPlaceFacts *place)
{
  if (place != NULL)
    add_text (parts, place->name);
}

static void
describe_action (GPtrArray           *parts,
                 const TlActionFacts *action)
{
  if (action->person != NULL)
    add_text (parts, action->person->name);
  add_day (parts, _("due %s"), action->due);
  add_day (parts, _("done %s"), action->done);
}

static void
describe_event (GPtrArray                *parts,
                const TlActionEventFacts *event)
{
  add_day (parts, "%s", event->date);
  add_day (parts, _("to %s"), event->to_date);
  if (event->other_action != NULL)
    add_text (parts, event->other_action->title);
  add_text (parts, event->reason);
}

static void
describe_evidence (GPtrArray             *parts,
                   const TlEvidenceFacts *evidence)
{
  add_day (parts, "%s", evidence->date);
  add (parts, label (TL_TYPE_SOURCE, evidence->source));
  if (evidence->kind != TL_EVIDENCE_KIND_NONE)
    add_text (parts, tl_word_label (TL_TYPE_EVIDENCE_KIND, evidence->kind));
  if (evidence->verdict != TL_VERDICT_NONE)
    add_text (parts, tl_word_label (TL_TYPE_VERDICT, evidence->verdict));
  add_place (parts, evidence->place);
}

static void
describe_expected (GPtrArray                     *parts,
                   const TlExpectedEvidenceFacts *expected)
{
  add (parts, label (TL_TYPE_INTERVAL, expected->every));
  if (expected->person != NULL)
    add_text (parts, expected->person->name);
  add_text (parts, expected->recorded_in);
  add_day (parts, _("until %s"), expected->until_date);
}

static void
describe_reading (GPtrArray            *parts,
                  const TlReadingFacts *reading)
{
  TlMeasureKind kind = reading->measure != NULL ? reading->measure->kind : TL_MEASURE_KIND_VALUE;
  g_autofree char *text = tl_reading_text_write (kind, reading->numerator, reading->denominator, reading->value);

  add (parts, tl_reading_text_speak (text));
  add_place (parts, reading->place);
  add_place (parts, reading->shift);
  add_place (parts, reading->staff_group);
}

static void
describe_sign (GPtrArray         *parts,
               const TlSignFacts *sign)
{
  if (sign->times > 0 && sign->within_days > 0)
    add (parts, g_strdup_printf (_("%d times within %d days"), sign->times, sign->within_days));
  add_text (parts, sign->response);
}

static void
describe (GPtrArray     *parts,
          TlTable        table,
          const TlFacts *row)
{
  switch ((int) table)
    {
    case TL_TABLE_PLACE:
      add_text (parts, tl_word_label (TL_TYPE_PLACE_KIND, AS (TlPlaceFacts)->kind));
      add_day (parts, _("until %s"), AS (TlPlaceFacts)->until_date);
      break;
    case TL_TABLE_PERSON:
      add_text (parts, AS (TlPersonFacts)->role);
      add_place (parts, AS (TlPersonFacts)->place);
      add_day (parts, _("until %s"), AS (TlPersonFacts)->until_date);
      break;
    case TL_TABLE_FORUM:
      add_text (parts, tl_word_label (TL_TYPE_LEVEL, AS (TlForumFacts)->level));
      add_text (parts, tl_word_label (TL_TYPE_INTERVAL, AS (TlForumFacts)->every));
      break;
    case TL_TABLE_RISK:
      add_text (parts, tl_word_label (TL_TYPE_THEME, AS (TlRiskFacts)->theme));
      break;
    case TL_TABLE_RATING:
      add_day (parts, "%s", AS (TlRatingFacts)->date);
      add_text (parts, AS (TlRatingFacts)->reason);
      break;
    case TL_TABLE_OWNERSHIP:
      add (parts, label (TL_TYPE_PART, AS (TlOwnershipFacts)->part));
      add_text (parts, AS (TlOwnershipFacts)->contribution);
      add_period (parts, AS (TlOwnershipFacts)->from_date, AS (TlOwnershipFacts)->until_date);
      break;
    case TL_TABLE_MEASURE:
      if (AS (TlMeasureFacts)->risk != NULL)
        add_text (parts, AS (TlMeasureFacts)->risk->title);
      break;
    case TL_TABLE_READING:
      describe_reading (parts, AS (TlReadingFacts));
      break;
    case TL_TABLE_STEP_CHANGE:
      add_day (parts, "%s", AS (TlStepChangeFacts)->date);
      break;
    case TL_TABLE_ACTION:
      describe_action (parts, AS (TlActionFacts));
      break;
    case TL_TABLE_ACTION_EVENT:
      describe_event (parts, AS (TlActionEventFacts));
      break;
    case TL_TABLE_EVIDENCE:
      describe_evidence (parts, AS (TlEvidenceFacts));
      break;
    case TL_TABLE_EXPECTED_EVIDENCE:
      describe_expected (parts, AS (TlExpectedEvidenceFacts));
      break;
    case TL_TABLE_REVIEW:
      add_day (parts, "%s", AS (TlReviewFacts)->date);
      break;
    case TL_TABLE_CHALLENGE:
      add_text (parts, say_who (&AS (TlChallengeFacts)->by));
      add_text (parts, AS (TlChallengeFacts)->answer);
      break;
    case TL_TABLE_DECISION:
      add_text (parts, AS (TlDecisionFacts)->reason);
      break;
    case TL_TABLE_WARNING_SIGN:
      describe_sign (parts, AS (TlSignFacts));
      break;
    case TL_TABLE_OBSERVED_SIGN:
      add_place (parts, AS (TlObservedSignFacts)->place);
      add_text (parts, AS (TlObservedSignFacts)->note);
      break;
    case TL_TABLE_CAUSE:
      add_place (parts, AS (TlCauseFacts)->place);
      add_text (parts, AS (TlCauseFacts)->detail);
      add_day (parts, "%s", AS (TlCauseFacts)->date);
      break;
    case TL_TABLE_LEARNING:
      add_day (parts, "%s", AS (TlLearningFacts)->date);
      add_place (parts, AS (TlLearningFacts)->from_place);
      break;
    case TL_TABLE_LEARNING_REACH:
      if (AS (TlLearningReachFacts)->taken_up == TL_NO_DAY)
        add_text (parts, _("not taken up yet"));
      add_day (parts, _("taken up %s"), AS (TlLearningReachFacts)->taken_up);
      break;
    case TL_TABLE_LINK:
      add_text (parts, AS (TlRiskLinkFacts)->reason);
      break;
    case TL_TABLE_ANSWERED_FINDING:
      add_text (parts, AS (TlAnsweredFindingFacts)->check_id);
      add_day (parts, _("until %s"), AS (TlAnsweredFindingFacts)->until_date);
      break;
    default:
      break;
    }
}

/**
 * tl_row_words_detail:
 * @table: a table
 * @row: (type TlFacts): a row of it
 *
 * Returns: (transfer full): what tells the row from others with a like title, its ref first; may be empty
 */
char *
tl_row_words_detail (TlTable        table,
                     const TlFacts *row)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (row != NULL, NULL);

  add_text (parts, row->ref);
  describe (parts, table, row);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}
