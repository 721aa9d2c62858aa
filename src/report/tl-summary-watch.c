/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is still watched, and what is not proven. */
#include "config.h"

#include "tl-summary.h"

#include "tl-format.h"
#include "tl-group.h"
#include "tl-oversight-words.h"
#include "tl-paragraph.h"
#include "tl-report-words.h"

#include <glib/gi18n-lib.h>

#define FINDING_GAP 17.0
#define TOLD_NOTES 8

enum
{
  COLUMN_SOURCE,
  COLUMN_EVERY,
  COLUMN_KEPT,
  COLUMN_LAST,
};

/* ── Expected evidence ─────────────────────────────────────────────────────── */

/**
 * tl_summary_describe_keeper:
 * @expected: evidence that is expected
 *
 * Returns: (transfer full): who keeps it and in which record, as markup; a dash when nothing says it
 */
char *
tl_summary_describe_keeper (const TlExpectedEvidenceFacts *expected)
{
  const char *name = expected->person != NULL ? expected->person->name : NULL;
  const char *record = tl_report_says (expected->recorded_in) ? expected->recorded_in : NULL;

  if (name == NULL && record == NULL)
    return g_strdup ("–");
  if (name == NULL || record == NULL)
    return g_markup_escape_text (name != NULL ? name : record, -1);

  return g_markup_printf_escaped (_("%1$s, %2$s"), name, record);
}

static char *
describe_last (const TlSummary           *self,
               const TlExpectedJudgement *expected)
{
  g_autofree char *day = expected->last != TL_NO_DAY ? tl_format_day_short (expected->last, self->as_at) : NULL;
  g_autofree char *late = NULL;

  if (expected->days_late <= 0)
    return day != NULL ? g_steal_pointer (&day) : g_strdup (_("nothing yet"));

  late = tl_format_days (expected->days_late);
  if (day == NULL)
    return g_markup_printf_escaped (_("nothing yet, <b>%s late</b>"), late);
  return g_markup_printf_escaped (_("%1$s, <b>%2$s late</b>"), day, late);
}

static void
add_expected_row (const TlSummary           *self,
                  TlPageTable               *table,
                  const TlExpectedJudgement *expected)
{
  g_autofree char *source = tl_format_capital (tl_word_label (TL_TYPE_SOURCE, expected->facts->source));
  g_autofree char *every = tl_report_every (expected->facts->every);
  g_autofree char *keeper = tl_summary_describe_keeper (expected->facts);
  g_autofree char *last = describe_last (self, expected);

  tl_page_table_add_row (table, TL_ROW_PLAIN);
  tl_page_table_set_cell (table, COLUMN_SOURCE, TL_PRINT_BODY, source);
  tl_page_table_set_cell (table, COLUMN_EVERY, TL_PRINT_BODY, every);
  tl_page_table_set_cell (table, COLUMN_KEPT, TL_PRINT_BODY, keeper);
  tl_page_table_set_cell (table, COLUMN_LAST, TL_PRINT_BODY, last);
}

static void
add_expected (const TlSummary *self)
{
  TlPageTable *table = NULL;

  for (guint i = 0; i < self->risk->n_expected; i++)
    {
      if (!self->risk->expected[i].current)
        continue;
      if (table == NULL)
        {
          table = tl_summary_new_table (self);
          tl_page_table_add_column (table, _("Expected source"), TL_COLUMN_SHARE, 1.0, PANGO_ALIGN_LEFT);
          tl_page_table_add_column (table, _("Every"), TL_COLUMN_FIT, 0.0, PANGO_ALIGN_LEFT);
          tl_page_table_add_column (table, _("Kept by, in"), TL_COLUMN_SHARE, 1.5, PANGO_ALIGN_LEFT);
          tl_page_table_add_column (table, _("Last"), TL_COLUMN_FIT, 0.0, PANGO_ALIGN_LEFT);
          tl_page_table_set_row_heads (table, COLUMN_SOURCE);
        }
      add_expected_row (self, table, &self->risk->expected[i]);
    }
  if (table != NULL)
    tl_flow_add_table (self->flow, table);
  else
    tl_summary_add_not_recorded (self, _("No source is expected to report on it."));
}

/* ── Warning signs ─────────────────────────────────────────────────────────── */

static char *
describe_threshold (const TlSignFacts *sign)
{
  if (sign->times <= 0 || sign->within_days <= 0)
    return NULL;

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$d time in %2$d days", "%1$d times in %2$d days",
                                       (gulong) sign->times), sign->times, sign->within_days);
}

static char *
describe_observations (const TlSummary   *self,
                       const TlSignFacts *sign)
{
  guint n = 0;
  TlDay last = TL_NO_DAY;
  g_autofree char *day = NULL;

  for (guint i = 0; i < sign->observed.n; i++)
    {
      const TlObservedSignFacts *observed = sign->observed.rows[i];

      if (observed->date == TL_NO_DAY || observed->date > self->as_at)
        continue;
      n++;
      last = MAX (last, observed->date);
    }
  if (n == 0)
    return g_strdup (_("Not seen."));

  day = tl_format_day_short (last, self->as_at);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Seen %1$u time, last on %2$s.",
                                       "Seen %1$u times, last on %2$s.", n), n, day);
}

static void
add_sign (const TlSummary   *self,
          const TlSignFacts *sign)
{
  g_autofree char *threshold = describe_threshold (sign);
  g_autofree char *seen = describe_observations (self, sign);
  g_autofree char *response = tl_report_says (sign->response) ? tl_report_sentence (sign->response) : NULL;
  g_autofree char *markup = NULL;

  markup = g_markup_printf_escaped ("<b>%s</b>%s%s%s %s%s%s", sign->sign,
                                    threshold != NULL ? ", " : "", threshold != NULL ? threshold : "", ".",
                                    response != NULL ? response : "", response != NULL ? " " : "", seen);
  tl_flow_add_item (self->flow, "•", markup);
}

static void
add_signs (const TlSummary *self)
{
  const TlFactsList *signs = &self->risk->facts->signs;

  tl_flow_add_space (self->flow, 6.0);
  if (signs->n == 0)
    {
      tl_summary_add_not_recorded (self, _("No warning sign is written down."));
      return;
    }

  tl_flow_add_paragraph (self->flow, TL_PRINT_BODY, _("Slipping would show as:"));
  tl_flow_keep_with_next (self->flow);
  tl_flow_begin_group (self->flow, "L");
  for (guint i = 0; i < signs->n; i++)
    add_sign (self, signs->rows[i]);
  tl_flow_end_group (self->flow, "L");
}

static void
add_next_review (const TlSummary *self)
{
  const TlRiskJudgement *risk = self->risk;
  g_autofree char *last = risk->last_looked_at != TL_NO_DAY ? tl_format_day_long (risk->last_looked_at) : NULL;
  g_autofree char *next = risk->next_review != TL_NO_DAY ? tl_format_day_long (risk->next_review) : NULL;
  g_autofree char *reduced = tl_oversight_words_reduced (risk);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *markup = NULL;

  if (last != NULL)
    g_string_append_printf (text, _("Last looked at in a review on %s."), last);
  else
    g_string_append (text, _("No review has looked at it."));
  if (risk->state == TL_RISK_STATE_OPEN && next != NULL)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text, risk->next_review < self->as_at ? _("The next was due on %s.")
                                                                    : _("The next is due by %s."), next);
    }
  if (reduced != NULL)
    g_string_append_printf (text, " %s", reduced);
  if (risk->facts->forum != NULL)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text, _("Forum: %s."), risk->facts->forum->name);
    }

  markup = g_markup_escape_text (text->str, -1);
  tl_flow_add_space (self->flow, 6.0);
  tl_flow_add_paragraph (self->flow, TL_PRINT_BODY, markup);
}

/**
 * tl_summary_add_watched:
 * @self: a summary
 *
 * Answers what is still watched, and how slipping would be noticed.
 */
void
tl_summary_add_watched (const TlSummary *self)
{
  tl_summary_begin_question (self, _("What is still watched, and how slipping would be noticed"), TL_LINE_LINK_NONE);
  add_expected (self);
  add_signs (self);
  add_next_review (self);
  tl_summary_end_question (self);
}

/* ── What is not proven ────────────────────────────────────────────────────── */

static void
draw_finding (TlCanvas      *canvas,
              double         x,
              double         y,
              gconstpointer  data)
{
  const TlFinding *finding = data;

  tl_canvas_draw_finding (canvas, finding->severity, x + 6.0, y);
}

/**
 * tl_summary_add_finding:
 * @flow: a flow
 * @finding: a finding
 * @with_risk: whether to name its risk, in a list of one severity, rather than its severity
 *
 * Adds a finding as an item of a list: what is wrong and, beside its risk, what would settle it if it can't wait.
 */
void
tl_summary_add_finding (TlFlow          *flow,
                        const TlFinding *finding,
                        gboolean         with_risk)
{
  TlLeadMark mark = { draw_finding, finding, FINDING_GAP };
  g_autofree char *severity = tl_format_capital (tl_word_label (TL_TYPE_SEVERITY, finding->severity));
  g_autofree char *text = tl_report_sentence (finding->text);
  /* What would settle it stands in the risk's own summary, for what can't wait. */
  gboolean with_settle = !with_risk && finding->severity == TL_SEVERITY_ACT;
  g_autofree char *settle = with_settle && tl_report_says (finding->settle) ? tl_report_sentence (finding->settle)
                                                                            : g_strdup ("");
  const char *name = with_risk && finding->risk != NULL && finding->risk->base.ref != NULL ? finding->risk->base.ref
                                                                                           : severity;
  g_autofree char *markup = NULL;

  markup = g_markup_printf_escaped ("<b>%s:</b> %s%s<span foreground=\"#4a4a4a\">%s</span>", name, text,
                                    *settle != '\0' ? " " : "", settle);
  tl_flow_add_space (flow, 2.0);
  tl_flow_add_marked_item (flow, TL_PRINT_BODY, markup, &mark);
}

/* A line that is sound to the end makes a reader ask whether the risk may close. */
static void
add_closing (const TlSummary *self)
{
  if (self->risk->state != TL_RISK_STATE_OPEN)
    return;
  if (self->risk->may_close)
    {
      tl_flow_add_paragraph (self->flow, TL_PRINT_BODY, _("A review may decide to close it: every condition holds."));
      return;
    }

  tl_flow_add_paragraph (self->flow, TL_PRINT_BODY, _("It may not close yet:"));
  tl_flow_keep_with_next (self->flow);
  tl_flow_begin_group (self->flow, "L");
  for (guint i = 0; self->risk->unmet[i] != NULL; i++)
    {
      g_autofree char *markup = g_markup_escape_text (self->risk->unmet[i], -1);

      tl_flow_add_item (self->flow, "•", markup);
    }
  tl_flow_end_group (self->flow, "L");
}

/* The links that aren't sound, by name: what they lack is told beside each. */
static void
add_links (const TlSummary *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;
  g_autofree char *text = NULL;

  for (int i = 0; i < TL_N_LINE_LINKS; i++)
    if (self->risk->line[i].state != TL_LINK_STATE_SOUND)
      g_ptr_array_add (names, (gpointer) tl_report_link_name ((TlLineLink) (i + 1)));
  g_ptr_array_add (names, NULL);

  if (names->len == 1)
    {
      tl_flow_add_paragraph (self->flow, TL_PRINT_BODY, _("Every link of the line is sound."));
      add_closing (self);
      return;
    }

  list = tl_format_list ((const char * const *) names->pdata);
  text = g_markup_printf_escaped (_("<b>Not sound: %s</b>, for the reasons above."), list);
  tl_flow_add_paragraph (self->flow, TL_PRINT_BODY, text);
}

/* Whether a link says the very same: then it stands beside its question already. What to act on is never left out. */
static gboolean
is_said_above (const TlSummary *self,
               const TlFinding *finding)
{
  g_autofree char *said = tl_report_sentence (finding->text);

  if (finding->severity == TL_SEVERITY_ACT)
    return FALSE;

  for (int i = 0; i < TL_N_LINE_LINKS; i++)
    for (guint j = 0; self->risk->line[i].lacking[j] != NULL; j++)
      {
        g_autofree char *lack = tl_report_sentence (self->risk->line[i].lacking[j]);

        if (g_str_equal (said, lack))
          return TRUE;
      }

  return FALSE;
}

static GPtrArray *
list_findings (const TlSummary *self,
               TlSeverity       severity)
{
  guint n_findings = tl_assessment_get_n_findings (self->assessment);
  GPtrArray *findings = g_ptr_array_new ();

  for (guint i = 0; i < n_findings; i++)
    {
      const TlFinding *finding = tl_assessment_get_finding (self->assessment, i);

      if (finding->risk == self->risk->facts && finding->severity == severity && !is_said_above (self, finding))
        g_ptr_array_add (findings, (gpointer) finding);
    }

  return findings;
}

/* What to act on and to watch stands in full; of very many notes the first few, and how many more there are. */
static void
add_findings (const TlSummary *self)
{
  for (int severity = TL_SEVERITY_ACT; severity < TL_N_SEVERITIES; severity++)
    {
      g_autoptr (GPtrArray) findings = list_findings (self, (TlSeverity) severity);
      guint n_told = severity == TL_SEVERITY_NOTE ? MIN (findings->len, TOLD_NOTES) : findings->len;

      if (findings->len == 0)
        continue;
      tl_flow_begin_group (self->flow, "L");
      for (guint i = 0; i < n_told; i++)
        tl_summary_add_finding (self->flow, g_ptr_array_index (findings, i), FALSE);
      tl_flow_end_group (self->flow, "L");
      if (n_told < findings->len)
        {
          guint n_more = findings->len - n_told;
          const char *words = g_dngettext (GETTEXT_PACKAGE, "%u more note.", "%u more notes.", n_more);
          g_autofree char *more = g_strdup_printf (words, n_more);

          tl_flow_add_paragraph (self->flow, TL_PRINT_DIMMED, more);
        }
    }
}

/**
 * tl_summary_add_not_proven:
 * @self: a summary
 *
 * Answers what is not proven: links that aren’t sound, and every finding.
 */
void
tl_summary_add_not_proven (const TlSummary *self)
{
  tl_summary_begin_question (self, _("What is not proven"), TL_LINE_LINK_NONE);
  add_links (self);
  add_findings (self);
  tl_summary_end_question (self);
}
