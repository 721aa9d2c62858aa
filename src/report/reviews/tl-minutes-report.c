/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The minutes of a review: who, what was asked for, what became of the last decisions, then risk by risk. */
#include "config.h"

#include "tl-minutes-report-private.h"

#include "tl-agenda.h"
#include "tl-decision-effect.h"
#include "tl-format.h"
#include "tl-group.h"
#include "tl-report-words.h"
#include "tl-review-pack.h"
#include "tl-review-rules.h"

#include <glib/gi18n-lib.h>

#define SECTION_GAP 18.0

/* ── What the parts share ──────────────────────────────────────────────────── */

void
tl_minutes_report_add_section (const TlMinutesReport *self,
                               const char            *title)
{
  g_autofree char *markup = g_markup_escape_text (title, -1);

  tl_flow_add_space (self->flow, SECTION_GAP);
  tl_flow_add_heading (self->flow, 2, TL_PRINT_SECTION, markup, NULL);
  tl_flow_add_space (self->flow, 4.0);
}

void
tl_minutes_report_add_plain (const TlMinutesReport *self,
                             const char            *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  tl_flow_add_paragraph (self->flow, TL_PRINT_BODY, markup);
}

static void
set_text (TlPageTable  *table,
          guint         column,
          TlPrintStyle  style,
          const char   *text)
{
  g_autofree char *markup = g_markup_escape_text (text != NULL ? text : "", -1);

  tl_page_table_set_cell (table, column, style, markup);
}

/* ── Who ───────────────────────────────────────────────────────────────────── */

static void
add_labelled (const TlMinutesReport *self,
              const char            *label,
              const char            *text)
{
  /* Translators: what a text is, and the text */
  g_autofree char *markup = g_markup_printf_escaped (_("<b>%1$s:</b> %2$s"), label, text);

  tl_flow_add_space (self->flow, 2.0);
  tl_flow_add_paragraph (self->flow, TL_PRINT_BODY, markup);
}

static void
add_people (const TlMinutesReport *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *chair = tl_report_who (&self->review->chair);
  g_autofree char *list = NULL;

  for (guint i = 0; i < self->review->present.n; i++)
    g_ptr_array_add (names, (gpointer) TL_FACTS_AT (self->review->present, TlPersonFacts, i)->name);
  g_ptr_array_add (names, NULL);
  if (names->len > 1)
    list = tl_format_list ((const char * const *) names->pdata);
  add_labelled (self, _("Chair"), chair != NULL ? chair : _("not recorded"));
  add_labelled (self, _("Present"), list != NULL ? list : _("not recorded"));
}

static void
add_title (const TlMinutesReport *self)
{
  g_autofree char *day = tl_format_day_long (self->review->date);
  g_autofree char *forum = g_markup_escape_text (self->review->forum != NULL && self->review->forum->name != NULL
                                                   ? self->review->forum->name : _("Review"), -1);
  TlAnchor *anchor = tl_document_new_anchor (self->document);

  tl_flow_add_anchor (self->flow, anchor);
  tl_document_add_bookmark (self->document, 0, _("Minutes"), anchor);
  tl_flow_add_heading (self->flow, 1, TL_PRINT_TITLE, forum, NULL);
  tl_flow_add_space (self->flow, 2.0);
  tl_flow_add_paragraph (self->flow, TL_PRINT_SUBTITLE, day);
  tl_flow_add_space (self->flow, 6.0);
  add_people (self);
  tl_minutes_report_add_status (self);
}

/* ── The agenda ────────────────────────────────────────────────────────────── */

static char *
describe_outcome (const TlAgendaEntry *entry)
{
  if (entry->decision != TL_DECISION_KIND_NONE)
    return tl_format_capital (tl_word_label (TL_TYPE_DECISION_KIND, (int) entry->decision));
  return g_strdup (entry->looked_at ? _("Looked at, nothing decided") : _("Not reached"));
}

static void
add_agenda (const TlMinutesReport *self,
            const TlAgenda        *agenda)
{
  TlPageTable *table;

  tl_minutes_report_add_section (self, _("Agenda"));
  if (agenda->entries->len == 0)
    {
      tl_minutes_report_add_plain (self, _("No risk was on the agenda, and none was looked at."));
      return;
    }
  table = tl_page_table_new ();
  tl_page_table_add_column (table, _("No."), TL_COLUMN_FIT, 0.0, PANGO_ALIGN_RIGHT);
  tl_page_table_add_column (table, _("Risk"), TL_COLUMN_SHARE, 1.0, PANGO_ALIGN_LEFT);
  tl_page_table_add_column (table, _("Outcome"), TL_COLUMN_SHARE, 1.0, PANGO_ALIGN_LEFT);
  tl_page_table_set_row_heads (table, 1);
  for (guint i = 0; i < agenda->entries->len; i++)
    {
      const TlAgendaEntry *entry = g_ptr_array_index (agenda->entries, i);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autofree char *outcome = describe_outcome (entry);

      tl_page_table_add_row (table, TL_ROW_PLAIN);
      set_text (table, 0, TL_PRINT_BODY, number);
      set_text (table, 1, TL_PRINT_BODY, entry->title);
      set_text (table, 2, entry->decision != TL_DECISION_KIND_NONE ? TL_PRINT_BODY : TL_PRINT_DIMMED, outcome);
    }
  tl_flow_add_table (self->flow, table);
}

/* ── What was asked for ────────────────────────────────────────────────────── */

static void
add_pack_row (const TlMinutesReport *self,
              TlPageTable           *table,
              const TlPackEntry     *entry)
{
  g_autofree char *source = tl_format_capital (tl_word_label (TL_TYPE_SOURCE, (int) entry->source));
  g_autofree char *due = entry->due != TL_NO_DAY ? tl_format_day_short (entry->due, self->review->date) : g_strdup ("–");

  tl_page_table_add_row (table, TL_ROW_PLAIN);
  set_text (table, 0, TL_PRINT_BODY, source);
  set_text (table, 1, TL_PRINT_BODY, entry->who);
  set_text (table, 2, TL_PRINT_BODY, due);
  set_text (table, 3, entry->arrived != TL_NO_DAY && entry->days_late == 0 ? TL_PRINT_BODY : TL_PRINT_STRONG, entry->text);
}

static void
add_pack (const TlMinutesReport *self)
{
  g_autoptr (GPtrArray) pack = tl_review_pack_list (self->assessment, self->review);
  TlPageTable *table;

  tl_minutes_report_add_section (self, _("Asked for beforehand"));
  if (pack->len == 0)
    {
      tl_minutes_report_add_plain (self, _("Nothing was asked for."));
      return;
    }
  table = tl_page_table_new ();
  tl_page_table_add_column (table, _("What"), TL_COLUMN_SHARE, 1.0, PANGO_ALIGN_LEFT);
  tl_page_table_add_column (table, _("From"), TL_COLUMN_SHARE, 1.0, PANGO_ALIGN_LEFT);
  tl_page_table_add_column (table, _("By"), TL_COLUMN_FIT, 0.0, PANGO_ALIGN_LEFT);
  tl_page_table_add_column (table, _("Here"), TL_COLUMN_SHARE, 1.0, PANGO_ALIGN_LEFT);
  tl_page_table_set_row_heads (table, 0);
  for (guint i = 0; i < pack->len; i++)
    add_pack_row (self, table, g_ptr_array_index (pack, i));
  tl_flow_add_table (self->flow, table);
}

/* ── The last decisions ────────────────────────────────────────────────────── */

static char *
describe_grounds (const TlDecisionEffect *effect)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autofree char *list = NULL, *words = NULL;

  for (guint i = 0; i < effect->grounds->len; i++)
    g_ptr_array_add (texts, ((const TlEffectGround *) g_ptr_array_index (effect->grounds, i))->text);
  g_ptr_array_add (texts, NULL);
  list = g_strjoinv ("; ", (char **) texts->pdata);
  words = tl_format_capital (tl_effect_get_words (effect->effect));
  /* Translators: whether a decision took effect, and what that rests on */
  return g_markup_printf_escaped (_("<b>%1$s:</b> %2$s"), words, list);
}

static void
add_last_decisions (const TlMinutesReport *self,
                    const TlAgenda        *agenda)
{
  g_autofree char *day = agenda->previous_day != TL_NO_DAY ? tl_format_day_long (agenda->previous_day) : NULL;
  /* Translators: %s is a day */
  g_autofree char *title = day != NULL ? g_strdup_printf (_("What was decided on %s"), day) : g_strdup (_("Last decisions"));
  TlPageTable *table;

  tl_minutes_report_add_section (self, title);
  if (agenda->last_decisions->len == 0)
    {
      tl_minutes_report_add_plain (self, day != NULL ? _("Nothing was decided then.") : _("This was the first review."));
      return;
    }
  table = tl_page_table_new ();
  tl_page_table_add_column (table, _("Risk"), TL_COLUMN_SHARE, 1.0, PANGO_ALIGN_LEFT);
  tl_page_table_add_column (table, _("Decision"), TL_COLUMN_SHARE, 1.3, PANGO_ALIGN_LEFT);
  tl_page_table_add_column (table, _("Since then"), TL_COLUMN_SHARE, 1.3, PANGO_ALIGN_LEFT);
  tl_page_table_set_row_heads (table, 0);
  for (guint i = 0; i < agenda->last_decisions->len; i++)
    {
      const TlDecisionEffect *effect = g_ptr_array_index (agenda->last_decisions, i);
      g_autofree char *kind = tl_format_capital (tl_word_label (TL_TYPE_DECISION_KIND, (int) effect->kind));
      g_autofree char *reason = effect->reason != NULL ? tl_report_sentence (effect->reason) : g_strdup ("");
      g_autofree char *decision = g_markup_printf_escaped ("<b>%s.</b> %s", kind, reason);
      g_autofree char *grounds = describe_grounds (effect);

      tl_page_table_add_row (table, TL_ROW_PLAIN);
      set_text (table, 0, TL_PRINT_BODY, effect->title);
      tl_page_table_set_cell (table, 1, TL_PRINT_BODY, decision);
      tl_page_table_set_cell (table, 2, TL_PRINT_BODY, grounds);
    }
  tl_flow_add_table (self->flow, table);
}

/* ── All of it ─────────────────────────────────────────────────────────────── */

static void
add_front (const TlMinutesReport *self)
{
  g_autoptr (TlAgenda) agenda = tl_agenda_new (self->assessment, self->review);

  tl_flow_begin_group (self->flow, "Sect");
  add_title (self);
  add_agenda (self, agenda);
  add_pack (self);
  add_last_decisions (self, agenda);
  tl_flow_end_group (self->flow, "Sect");
}

static void
add_notes (const TlMinutesReport *self)
{
  g_autofree char *notes = NULL;

  if (!tl_report_says (self->review->notes))
    return;
  notes = tl_report_sentence (self->review->notes);
  tl_minutes_report_add_section (self, _("Anything else"));
  tl_minutes_report_add_plain (self, notes);
}

static gboolean
add_risks (const TlMinutesReport *self,
           const TlReportMaking  *making,
           GError               **error)
{
  g_autoptr (GPtrArray) risks = tl_review_list_risks (self->review);

  for (guint i = 0; i < risks->len; i++)
    {
      const TlRiskFacts *risk = g_ptr_array_index (risks, i);

      if (!tl_report_making_step (making, i, risks->len, error))
        return FALSE;
      if (tl_review_looked_at (self->review, risk))
        tl_minutes_report_add_risk (self, risk);
    }
  return TRUE;
}

/**
 * tl_minutes_report_add:
 * @making: the report, with its review
 * @error: return location for an error
 *
 * Adds the minutes of a review. Those of a finished one are drawn from the workbook as it said to whoever finished it, and
 * tell what was changed since.
 *
 * Returns: whether they are complete; %FALSE when cancelled
 */
gboolean
tl_minutes_report_add (const TlReportMaking  *making,
                       GError               **error)
{
  TlMinutesReport self = {
    .document = making->document,
    .flow = tl_document_get_flow (making->document),
    .assessment = making->assessment,
    .review = making->review,
    .now = making->review,
    .minutes = making->minutes,
  };

  if (self.review != NULL && self.minutes != NULL && self.minutes->assessment != NULL)
    {
      self.assessment = self.minutes->assessment;
      self.review = tl_snapshot_find (tl_assessment_get_snapshot (self.assessment), TL_TABLE_REVIEW, &self.minutes->review);
    }
  if (self.review == NULL)
    {
      tl_flow_add_heading (self.flow, 1, TL_PRINT_TITLE, _("Minutes"), NULL);
      tl_flow_add_space (self.flow, 4.0);
      tl_minutes_report_add_plain (&self, _("No review has been held."));
      return TRUE;
    }
  add_front (&self);
  if (!add_risks (&self, making, error))
    return FALSE;
  add_notes (&self);
  tl_minutes_report_add_corrections (&self);
  return TRUE;
}
