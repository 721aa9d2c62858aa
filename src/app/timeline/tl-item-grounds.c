/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-item-grounds.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tl-action-words.h"
#include "tl-format.h"
#include "tl-ground-row.h"
#include "tl-mark-cell.h"
#include "tl-row-words.h"

/**
 * tl_item_find_row:
 * @item: an item of the timeline
 * @table: (out): the table of its row, %TL_NO_TABLE for none
 *
 * Returns: (transfer none) (nullable): the row that it stands for and that can be edited; %NULL for a silence and for a
 *   change of owner
 */
const TlFacts *
tl_item_find_row (TlTimelineItem *item,
                  TlTable        *table)
{
  const TlEvidenceItem *evidence = tl_timeline_item_get_subject (item);

  switch (tl_timeline_item_get_kind (item))
    {
    case TL_TIMELINE_KIND_EVIDENCE:
      *table = evidence->facts != NULL ? TL_TABLE_EVIDENCE : TL_TABLE_READING;
      return evidence->facts != NULL ? &evidence->facts->base : &evidence->reading->base;
    case TL_TIMELINE_KIND_ACTION:
      *table = TL_TABLE_ACTION;
      return &tl_timeline_item_get_action (item)->facts->base;
    case TL_TIMELINE_KIND_REVIEW:
      *table = TL_TABLE_LOOKED_AT;
      break;
    case TL_TIMELINE_KIND_CHALLENGE:
      *table = TL_TABLE_CHALLENGE;
      break;
    case TL_TIMELINE_KIND_DECISION:
      *table = TL_TABLE_DECISION;
      break;
    case TL_TIMELINE_KIND_SIGN:
      *table = TL_TABLE_OBSERVED_SIGN;
      break;
    case TL_TIMELINE_KIND_OWNERSHIP:
      /* Handed over from the page of its risk. */
    case TL_TIMELINE_KIND_SILENCE:
    default:
      *table = TL_NO_TABLE;
      return NULL;
    }
  return tl_timeline_item_get_subject (item);
}

/* ── Rows ── */

static void
add (GtkBox     *box,
     const char *heading,
     const char *text)
{
  if (text != NULL && *text != '\0')
    gtk_box_append (box, tl_ground_row_new (NULL, text, heading));
}

static void
add_day (GtkBox     *box,
         const char *heading,
         TlDay       day)
{
  g_autofree char *text = day != TL_NO_DAY ? tl_format_day_long (day) : NULL;

  add (box, heading, text);
}

static void
add_who (GtkBox      *box,
         const char  *heading,
         const TlWho *who)
{
  add (box, heading, who->person != NULL ? who->person->name : who->text);
}

static void
add_place (GtkBox             *box,
           const char         *heading,
           const TlPlaceFacts *place)
{
  add (box, heading, place != NULL ? place->name : NULL);
}

/* What leads elsewhere says so. */
static GtkWidget *
create_link (const char *text,
             const char *heading,
             const char *action,
             const TlId *id)
{
  char hex[TL_ID_HEX_LENGTH + 1];
  GtkWidget *link, *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  tl_id_to_hex (id, hex);
  link = tl_ground_row_new_link (NULL, text, heading, action, g_variant_new_string (hex));
  gtk_widget_add_css_class (arrow, "dimmed");
  gtk_box_append (GTK_BOX (gtk_button_get_child (GTK_BUTTON (link))), arrow);
  return link;
}

static void
add_link (GtkBox        *box,
          const char    *heading,
          const char    *action,
          TlTable        table,
          const TlFacts *row)
{
  g_autofree char *title = row != NULL ? tl_row_words_title (table, row) : NULL;

  if (row != NULL)
    gtk_box_append (box, create_link (*title != '\0' ? title : row->ref, heading, action, &row->id));
}

static void
add_links (GtkBox            *box,
           const char        *heading,
           const char        *action,
           TlTable            table,
           const TlFactsList *rows)
{
  for (guint i = 0; i < rows->n; i++)
    add_link (box, heading, action, table, rows->rows[i]);
}

static void
add_risk (GtkBox            *box,
          const TlRiskFacts *risk)
{
  add_link (box, _("Risk"), "timeline.open-risk", TL_TABLE_RISK, risk != NULL ? &risk->base : NULL);
}

static void
add_measure (GtkBox               *box,
             const TlMeasureFacts *measure)
{
  add_link (box, _("Measure"), "timeline.open-measure", TL_TABLE_MEASURE, measure != NULL ? &measure->base : NULL);
}

/* ── By kind ── */

static void
add_evidence (GtkBox                *box,
              const TlEvidenceFacts *evidence)
{
  add_place (box, _("Shift"), evidence->shift);
  add_place (box, _("Staff group"), evidence->staff_group);
  add (box, _("Recorded in"), evidence->recorded_in);
  add_who (box, _("By"), &evidence->by);
  add (box, _("Why it is of this kind"), evidence->why_this_kind);
  add_day (box, _("Written down on"), evidence->entered);
  add_links (box, _("Risk"), "timeline.open-risk", TL_TABLE_RISK, &evidence->risks);
  add_links (box, _("Action"), "timeline.show-row", TL_TABLE_ACTION, &evidence->actions);
  add_links (box, _("Measure"), "timeline.open-measure", TL_TABLE_MEASURE, &evidence->measures);
}

static void
add_reading (GtkBox               *box,
             const TlReadingFacts *reading)
{
  g_autofree char *value = isfinite (reading->value) ? tl_format_scale_value (reading->measure, reading->value, 1) : NULL;
  g_autofree char *part = isfinite (reading->numerator) ? tl_format_number (reading->numerator, 0) : NULL;
  g_autofree char *whole = isfinite (reading->denominator) ? tl_format_number (reading->denominator, 0) : NULL;
  /* Translators: a part of a whole, such as "113 of 120" */
  g_autofree char *of = part != NULL && whole != NULL ? g_strdup_printf (_("%1$s of %2$s"), part, whole) : NULL;

  add (box, _("Reading"), of != NULL ? of : part != NULL ? part : value);
  add_place (box, _("Shift"), reading->shift);
  add_place (box, _("Staff group"), reading->staff_group);
  add_measure (box, reading->measure);
  add_risk (box, reading->measure->risk);
}

static void
add_events (GtkBox              *box,
            const TlActionFacts *action,
            TlDay                as_at)
{
  for (guint i = 0; i < action->events.n; i++)
    {
      const TlActionEventFacts *event = action->events.rows[i];
      g_autofree char *day = event->date != TL_NO_DAY ? tl_format_day_long (event->date) : NULL;
      /* Translators: what happened to an action, such as "moved", and the day */
      g_autofree char *heading = day != NULL ? g_strdup_printf (_("%1$s on %2$s"), tl_word_label (TL_TYPE_EVENT_KIND, event->what), day)
                                             : g_strdup (tl_word_label (TL_TYPE_EVENT_KIND, event->what));
      g_autofree char *capital = tl_format_capital (heading);

      if (event->date <= as_at)
        add (box, capital, event->reason != NULL ? event->reason : _("No reason given"));
    }
}

static GtkWidget *
create_follow (const TlId *action)
{
  char hex[TL_ID_HEX_LENGTH + 1];
  GtkWidget *button = gtk_button_new_with_label (_("Follow to Its Outcome"));

  tl_id_to_hex (action, hex);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", hex);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "timeline.follow");
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
  return button;
}

static void
add_action (GtkBox                  *box,
            const TlActionJudgement *action,
            TlDay                    as_at)
{
  const TlActionFacts *facts = action->facts;
  g_autofree char *stand = tl_action_words_stand (action);

  add (box, _("Where it stands"), stand);
  gtk_box_append (box, create_follow (&facts->base.id));
  add (box, _("Responsible"), facts->person != NULL ? facts->person->name : _("No one"));
  add (box, _("What it should bring about"), facts->expected_result);
  add_day (box, _("Agreed on"), facts->agreed);
  add (box, _("Agreed at"), facts->agreed_at);
  add (box, _("Recorded in"), facts->recorded_in);
  add_events (box, facts, as_at);
  add_risk (box, facts->risk);
  for (guint i = 0; i < facts->evidence.n; i++)
    {
      const TlEvidenceFacts *evidence = facts->evidence.rows[i];

      if (evidence->date <= as_at)
        add_link (box, _("Evidence"), "timeline.show-row", TL_TABLE_EVIDENCE, &evidence->base);
    }
}

static void
add_review (GtkBox              *box,
            const TlReviewFacts *review)
{
  add (box, _("Forum"), review->forum != NULL ? review->forum->name : NULL);
  add_who (box, _("Chair"), &review->chair);
  add (box, _("Notes"), review->notes);
}

static void
add_looked_at (GtkBox                *box,
               const TlLookedAtFacts *looked_at)
{
  add (box, _("Progress"), looked_at->progress);
  add (box, _("What is in the way"), looked_at->barrier);
  add (box, _("Revised control"), looked_at->revised_control);
  add (box, _("Evidence seen"), looked_at->evidence_seen);
  add_review (box, looked_at->review);
  add_risk (box, looked_at->risk);
}

static void
add_challenge (GtkBox                 *box,
               const TlChallengeFacts *challenge,
               TlDay                   as_at)
{
  add_who (box, _("Asked by"), &challenge->by);
  add_day (box, _("Answer due"), challenge->due);
  if (challenge->answered <= as_at)
    {
      add (box, _("Answer"), challenge->answer);
      add_day (box, _("Answered on"), challenge->answered);
    }
  add_review (box, challenge->review);
  add_risk (box, challenge->risk);
}

static void
add_decision (GtkBox                *box,
              const TlDecisionFacts *decision)
{
  add_who (box, _("Decided by"), &decision->by);
  add_review (box, decision->review);
  add_risk (box, decision->risk);
  if (decision->other_risk != NULL)
    add_risk (box, decision->other_risk);
}

static void
add_sign (GtkBox                    *box,
          const TlObservedSignFacts *observed)
{
  add (box, _("What was seen"), observed->note);
  add_who (box, _("Seen by"), &observed->by);
  add (box, _("What to do when it is seen"), observed->sign->response);
  add_risk (box, observed->sign->risk);
}

static void
add_ownership (GtkBox                 *box,
               const TlOwnershipFacts *ownership,
               TlDay                   as_at)
{
  if (ownership->until_date <= as_at)
    add_day (box, _("Until"), ownership->until_date);
  add_risk (box, ownership->risk);
}

/* What should have come, and who would know why it didn't. */
static void
add_silence (GtkBox                *box,
             const TlRiskJudgement *risk,
             const TlSilence       *silence)
{
  for (guint i = 0; i < risk->n_expected; i++)
    {
      const TlExpectedJudgement *expected = &risk->expected[i];

      if (silence < expected->silences || silence >= expected->silences + expected->n_silences)
        continue;
      add (box, _("How often it should come"), tl_word_label (TL_TYPE_INTERVAL, (int) expected->facts->every));
      add (box, _("Who keeps it"), expected->facts->person != NULL ? expected->facts->person->name : _("No one"));
      add (box, _("Recorded in"), expected->facts->recorded_in);
    }
  add_risk (box, risk->facts);
}

/**
 * tl_item_grounds_add:
 * @box: where to
 * @item: an item of the timeline
 * @as_at: the day for which everything is shown
 *
 * Adds what is known of an item, and what it hangs on.
 */
void
tl_item_grounds_add (GtkBox         *box,
                     TlTimelineItem *item,
                     TlDay           as_at)
{
  gconstpointer subject = tl_timeline_item_get_subject (item);
  const TlEvidenceItem *evidence = subject;

  switch (tl_timeline_item_get_kind (item))
    {
    case TL_TIMELINE_KIND_EVIDENCE:
      if (evidence->facts != NULL)
        add_evidence (box, evidence->facts);
      else
        add_reading (box, evidence->reading);
      break;
    case TL_TIMELINE_KIND_ACTION:
      add_action (box, tl_timeline_item_get_action (item), as_at);
      break;
    case TL_TIMELINE_KIND_REVIEW:
      add_looked_at (box, subject);
      break;
    case TL_TIMELINE_KIND_CHALLENGE:
      add_challenge (box, subject, as_at);
      break;
    case TL_TIMELINE_KIND_DECISION:
      add_decision (box, subject);
      break;
    case TL_TIMELINE_KIND_SIGN:
      add_sign (box, subject);
      break;
    case TL_TIMELINE_KIND_OWNERSHIP:
      add_ownership (box, subject, as_at);
      break;
    case TL_TIMELINE_KIND_SILENCE:
      add_silence (box, tl_timeline_item_get_risk (item), subject);
      break;
    default:
      break;
    }
}
