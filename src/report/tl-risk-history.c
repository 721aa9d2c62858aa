/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The history of a risk: how it was rated, who answered for it, which dates moved, what was decided; and who wrote down what,
 * and when. */
#include "config.h"

#include "tl-risk-history.h"

#include "tl-format.h"
#include "tl-group.h"
#include "tl-history-entry.h"
#include "tl-pack.h"
#include "tl-page-table.h"
#include "tl-paragraph.h"
#include "tl-report-words.h"

#include <glib/gi18n-lib.h>

#define SECTION_GAP 14.0

/* Of a change no more fields than this are told. */
#define TOLD_DETAILS 12

typedef struct
{
  TlFlow *flow;
  const TlRiskJudgement *risk;
  TlDay as_at;
} History;

static gboolean
is_known (const History *self,
          TlDay          day)
{
  return day != TL_NO_DAY && day <= self->as_at;
}

static TlPageTable *
begin_table (const char * const *headings,
             guint               widest)
{
  TlPageTable *table = tl_page_table_new ();

  for (guint i = 0; headings[i] != NULL; i++)
    tl_page_table_add_column (table, headings[i], i == widest ? TL_COLUMN_SHARE : TL_COLUMN_FIT, 1.0, PANGO_ALIGN_LEFT);
  tl_page_table_set_row_heads (table, 0);

  return table;
}

static void
add_row (TlPageTable        *table,
         const char * const *cells)
{
  tl_page_table_add_row (table, TL_ROW_PLAIN);
  for (guint i = 0; cells[i] != NULL; i++)
    {
      g_autofree char *markup = g_markup_escape_text (cells[i], -1);

      tl_page_table_set_cell (table, i, TL_PRINT_BODY, markup);
    }
}

/* A part has a heading and a table, or a sentence that there is nothing. */
static void
add_part (const History *self,
          const char    *heading,
          TlPageTable   *table,
          gboolean       any,
          const char    *nothing)
{
  g_autofree char *markup = g_markup_escape_text (heading, -1);

  tl_flow_add_space (self->flow, SECTION_GAP);
  tl_flow_add_heading (self->flow, 3, TL_PRINT_QUESTION, markup, NULL);
  tl_flow_add_space (self->flow, 2.0);
  if (any)
    {
      tl_flow_add_table (self->flow, table);
      return;
    }
  tl_page_table_free (table);
  tl_flow_add_paragraph (self->flow, TL_PRINT_BODY, nothing);
}

static char *
say (const char *text)
{
  return g_strdup (tl_report_says (text) ? text : "–");
}

static char *
say_who (const TlWho *who)
{
  char *name = tl_report_who (who);

  return name != NULL ? name : g_strdup ("–");
}

/* ── What happened ─────────────────────────────────────────────────────────── */

static void
add_ratings (const History *self)
{
  const TlFactsList *ratings = &self->risk->facts->ratings;
  TlPageTable *table = begin_table ((const char *[]) { _("Day"), _("Likelihood × impact"), _("Why"), _("By"), NULL }, 2);
  gboolean any = FALSE;

  for (guint i = 0; i < ratings->n; i++)
    {
      const TlRatingFacts *rating = ratings->rows[i];
      g_autofree char *day = is_known (self, rating->date) ? tl_format_day (rating->date) : NULL;
      g_autofree char *value = g_strdup_printf ("%d × %d = %d", rating->likelihood, rating->impact,
                                                rating->likelihood * rating->impact);
      g_autofree char *reason = say (rating->reason), *by = say_who (&rating->by);

      if (day == NULL)
        continue;
      add_row (table, (const char *[]) { day, value, reason, by, NULL });
      any = TRUE;
    }
  add_part (self, _("How it was rated"), table, any, _("No rating was written down after the first."));
}

static void
add_owners (const History *self)
{
  const TlFactsList *ownerships = &self->risk->facts->ownerships;
  TlPageTable *table = begin_table ((const char *[]) { _("Accountable"), _("From"), _("Until"), _("Why it was handed over"), NULL }, 3);
  gboolean any = FALSE;

  for (guint i = 0; i < ownerships->n; i++)
    {
      const TlOwnershipFacts *ownership = ownerships->rows[i];
      g_autofree char *from = ownership->from_date != TL_NO_DAY ? tl_format_day (ownership->from_date) : g_strdup ("–");
      g_autofree char *until = is_known (self, ownership->until_date) ? tl_format_day (ownership->until_date) : g_strdup ("–");
      g_autofree char *reason = say (ownership->reason);

      if (ownership->part != TL_PART_ACCOUNTABLE || ownership->person == NULL
          || (ownership->from_date != TL_NO_DAY && ownership->from_date > self->as_at))
        continue;
      add_row (table, (const char *[]) { ownership->person->name, from, until, reason, NULL });
      any = TRUE;
    }
  add_part (self, _("Who answered for it"), table, any, _("No one was ever accountable."));
}

static char *
describe_event (const TlActionEventFacts *event)
{
  g_autofree char *from = event->from_date != TL_NO_DAY ? tl_format_day (event->from_date) : NULL;
  g_autofree char *to = event->to_date != TL_NO_DAY ? tl_format_day (event->to_date) : NULL;
  const char *word = tl_word_label (TL_TYPE_EVENT_KIND, event->what);

  if (from != NULL && to != NULL)
    /* Translators: what happened to an action, such as "moved", and two days */
    return g_strdup_printf (_("%1$s from %2$s to %3$s"), word, from, to);
  return g_strdup (word);
}

static void
add_events (const History *self)
{
  TlPageTable *table = begin_table ((const char *[]) { _("Action"), _("Day"), _("What"), _("Why"), NULL }, 3);
  gboolean any = FALSE;

  for (guint i = 0; i < self->risk->n_actions; i++)
    {
      const TlActionFacts *action = self->risk->actions[i].facts;

      for (guint j = 0; j < action->events.n; j++)
        {
          const TlActionEventFacts *event = action->events.rows[j];
          g_autofree char *day = is_known (self, event->date) ? tl_format_day (event->date) : NULL;
          g_autofree char *what = describe_event (event), *reason = say (event->reason), *title = say (action->title);

          if (day == NULL)
            continue;
          add_row (table, (const char *[]) { title, day, what, reason, NULL });
          any = TRUE;
        }
    }
  add_part (self, _("What happened to its actions"), table, any, _("No action was moved, reopened or ended."));
}

static void
add_decisions (const History *self)
{
  const TlFactsList *decisions = &self->risk->facts->decisions;
  TlPageTable *table = begin_table ((const char *[]) { _("Day"), _("Forum"), _("Decided"), _("Why"), _("By"), NULL }, 3);
  gboolean any = FALSE;

  for (guint i = 0; i < decisions->n; i++)
    {
      const TlDecisionFacts *decision = decisions->rows[i];
      const TlReviewFacts *review = decision->review;
      g_autofree char *day = review != NULL && is_known (self, review->date) ? tl_format_day (review->date) : NULL;
      g_autofree char *reason = say (decision->reason), *by = say_who (&decision->by);

      if (day == NULL)
        continue;
      add_row (table, (const char *[]) { day, review->forum != NULL ? review->forum->name : "–",
                                         tl_word_label (TL_TYPE_DECISION_KIND, decision->decision), reason, by, NULL });
      any = TRUE;
    }
  add_part (self, _("What was decided"), table, any, _("No review decided anything on it."));
}

/* ── What was written down ─────────────────────────────────────────────────── */

static char *
describe_change (TlHistoryEntry *entry)
{
  const char * const *details = tl_history_entry_get_details (entry);
  /* An import is told of as a whole, since most of it is of other risks. */
  gboolean whole = g_str_equal (tl_history_entry_get_kind (entry), TL_CHANGE_KIND_IMPORT);
  guint n = whole ? 0 : g_strv_length ((GStrv) details);
  g_autoptr (GString) text = g_string_new (tl_history_entry_get_what (entry));

  for (guint i = 0; n > 1 && i < MIN (n, TOLD_DETAILS); i++)
    g_string_append_printf (text, "\n%s", details[i]);
  if (n > TOLD_DETAILS)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", n - TOLD_DETAILS),
                              n - TOLD_DETAILS);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
add_changes (const History *self,
             GPtrArray     *changes)
{
  TlPageTable *table = begin_table ((const char *[]) { _("When"), _("Who"), _("What"), NULL }, 2);

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      TlHistoryEntry *entry = g_ptr_array_index (changes, i);
      const char *who = tl_history_entry_get_who (entry);
      g_autofree char *what = describe_change (entry);

      add_row (table, (const char *[]) { tl_history_entry_get_when (entry), tl_report_says (who) ? who : "–", what, NULL });
    }
  add_part (self, _("What was written down, by whom and when"), table, changes != NULL && changes->len > 0,
            _("No change is kept of it."));
}

/**
 * tl_risk_history_add:
 * @making: the report
 * @error: return location for an error
 *
 * Adds the history of each risk: what happened on which day, and what was written down when. The latest change comes first.
 *
 * Returns: whether it is complete; %FALSE when cancelled
 */
gboolean
tl_risk_history_add (const TlReportMaking  *making,
                     GError               **error)
{
  History self = {
    .flow = tl_document_get_flow (making->document),
    .as_at = tl_assessment_get_as_at (making->assessment),
  };

  tl_flow_add_heading (self.flow, 1, TL_PRINT_TITLE, _("History of a risk"), NULL);
  tl_flow_add_space (self.flow, 4.0);
  tl_flow_add_paragraph (self.flow, TL_PRINT_DIMMED, _("Names of those who wrote something down are what they said they are."));
  if (making->risks->len == 0)
    {
      tl_flow_add_space (self.flow, 8.0);
      tl_pack_add_nothing (making->document);
    }
  for (guint i = 0; i < making->risks->len; i++)
    {
      g_autofree char *name = NULL, *markup = NULL;
      TlAnchor *anchor = tl_document_new_anchor (making->document);

      if (!tl_report_making_step (making, i, making->risks->len, error))
        return FALSE;
      self.risk = g_ptr_array_index (making->risks, i);
      name = tl_format_risk (self.risk->facts);
      markup = g_markup_escape_text (name, -1);
      if (i > 0)
        tl_flow_add_new_page (self.flow);
      tl_flow_add_space (self.flow, SECTION_GAP);
      tl_flow_begin_group (self.flow, "Sect");
      tl_flow_add_anchor (self.flow, anchor);
      tl_document_add_bookmark (making->document, 0, name, anchor);
      tl_flow_add_heading (self.flow, 2, TL_PRINT_SECTION, markup, NULL);
      add_ratings (&self);
      add_owners (&self);
      add_events (&self);
      add_decisions (&self);
      add_changes (&self, making->changes != NULL ? g_hash_table_lookup (making->changes, &self.risk->facts->base.id) : NULL);
      tl_flow_end_group (self.flow, "Sect");
    }

  return TRUE;
}
