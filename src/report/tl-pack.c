/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-pack.h"

#include "tl-comparison-report.h"
#include "tl-format.h"
#include "tl-group.h"
#include "tl-page-table.h"
#include "tl-paragraph.h"
#include "tl-report-words.h"
#include "tl-since.h"
#include "tl-summaries.h"
#include "tl-summary.h"

#include <glib/gi18n-lib.h>

enum
{
  COLUMN_REF,
  COLUMN_LINK,
  COLUMN_LACKING,
};

/**
 * tl_pack_add_nothing:
 * @document: a document
 *
 * Adds the sentence that stands in place of risks when there are none.
 */
void
tl_pack_add_nothing (TlDocument *document)
{
  tl_flow_add_paragraph (tl_document_get_flow (document), TL_PRINT_BODY,
                         _("This workbook has no open risk on this day."));
}

/* ── What is not proven ────────────────────────────────────────────────────── */

static void
add_link (TlPageTable           *table,
          const TlRiskJudgement *risk,
          int                    link,
          gboolean               first)
{
  const TlLinkJudgement *judgement = &risk->line[link];
  const char *ref = risk->facts->base.ref != NULL ? risk->facts->base.ref : "";
  g_autofree char *name = g_markup_printf_escaped (_("%1$s, %2$s"), tl_report_link_name ((TlLineLink) (link + 1)),
                                                   tl_word_label (TL_TYPE_LINK_STATE, judgement->state));
  g_autofree char *lacking = g_strjoinv ("\n", judgement->lacking);
  g_autofree char *markup = g_markup_escape_text (lacking, -1);
  g_autofree char *escaped = g_markup_escape_text (ref, -1);

  tl_page_table_add_row (table, TL_ROW_PLAIN);
  /* In every row: a page may begin with any of them. */
  tl_page_table_set_cell (table, COLUMN_REF, first ? TL_PRINT_STRONG : TL_PRINT_DIMMED, escaped);
  tl_page_table_set_cell (table, COLUMN_LINK, TL_PRINT_BODY, name);
  tl_page_table_set_cell (table, COLUMN_LACKING, TL_PRINT_BODY, markup);
}

static gboolean
add_lines (TlPageTable *table,
           GPtrArray   *risks)
{
  gboolean any = FALSE;

  for (guint i = 0; i < risks->len; i++)
    {
      const TlRiskJudgement *risk = g_ptr_array_index (risks, i);
      gboolean first = TRUE;

      for (int link = 0; link < TL_N_LINE_LINKS; link++)
        {
          if (risk->line[link].state == TL_LINK_STATE_SOUND)
            continue;
          add_link (table, risk, link, first);
          first = FALSE;
          any = TRUE;
        }
    }

  return any;
}

/* Findings that speak of no risk, or of several, and so stand in no summary. */
static void
add_general_findings (TlFlow       *flow,
                      TlAssessment *assessment)
{
  gboolean any = FALSE;

  for (guint i = 0; i < tl_assessment_get_n_findings (assessment); i++)
    {
      const TlFinding *finding = tl_assessment_get_finding (assessment, i);

      if (finding->risk != NULL)
        continue;
      if (!any)
        {
          tl_flow_add_space (flow, 6.0);
          tl_flow_add_paragraph (flow, TL_PRINT_BODY, _("Of the workbook as a whole:"));
          tl_flow_keep_with_next (flow);
          tl_flow_begin_group (flow, "L");
        }
      any = TRUE;
      tl_summary_add_finding (flow, finding, FALSE);
    }
  if (any)
    tl_flow_end_group (flow, "L");
}

static void
add_not_proven (const TlReportMaking *making,
                TlFlow               *flow)
{
  g_autoptr (TlPageTable) table = tl_page_table_new ();

  add_general_findings (flow, making->assessment);
  tl_flow_add_space (flow, 10.0);
  tl_flow_add_paragraph (flow, TL_PRINT_BODY,
                         _("Every link of every risk in this pack that isn’t sound, and what it lacks."));
  tl_flow_keep_with_next (flow);
  tl_flow_add_space (flow, 8.0);

  tl_page_table_add_column (table, _("Risk"), TL_COLUMN_FIT, 0.0, PANGO_ALIGN_LEFT);
  tl_page_table_add_column (table, _("Link"), TL_COLUMN_FIT, 0.0, PANGO_ALIGN_LEFT);
  tl_page_table_add_column (table, _("What it lacks"), TL_COLUMN_SHARE, 1.0, PANGO_ALIGN_LEFT);
  tl_page_table_set_row_heads (table, COLUMN_LINK);
  if (add_lines (table, making->risks))
    tl_flow_add_table (flow, g_steal_pointer (&table));
  else
    tl_flow_add_paragraph (flow, TL_PRINT_BODY, _("Every link is sound."));
}

/* ── All of it ─────────────────────────────────────────────────────────────── */

/**
 * tl_pack_name_part:
 * @assessment: all conclusions
 * @part: a part of the pack
 *
 * Returns: (transfer full): what it is called
 */
char *
tl_pack_name_part (TlAssessment *assessment,
                   TlPackPart    part)
{
  const TlReviewFacts *review = tl_since_find_review (assessment);
  g_autofree char *day = review != NULL ? tl_format_day_long (review->date) : NULL;

  switch (part)
    {
    case TL_PACK_SINCE:
      return day != NULL ? g_strdup_printf (_("What changed since %s"), day) : g_strdup (_("What changed"));
    case TL_PACK_PLACES:
      return g_strdup (_("Places side by side"));
    case TL_PACK_OPEN:
      return g_strdup (_("Open challenges, and what became of decisions"));
    case TL_PACK_NOT_PROVEN:
    case TL_N_PACK_PARTS:
    default:
      return g_strdup (_("What is not proven"));
    }
}

/**
 * tl_pack_has:
 * @making: the pack
 * @risk: a risk
 *
 * Returns: whether the risk is one of those in the pack
 */
gboolean
tl_pack_has (const TlReportMaking *making,
             const TlId           *risk)
{
  const TlRiskJudgement *found = tl_assessment_find_risk (making->assessment, risk);

  return found != NULL && g_ptr_array_find (making->risks, found, NULL);
}

static void
add_places (const TlReportMaking *making,
            TlFlow               *flow)
{
  if (!tl_comparison_report_add_matrix (flow, making->assessment, making->risks))
    tl_flow_add_paragraph (flow, TL_PRINT_BODY,
                           _("No primary measure of these risks is read place by place, so none can be compared."));
}

static void
lay_out_part (const TlReportMaking *making,
              TlPackPart            part,
              TlFlow               *flow)
{
  g_autofree char *name = tl_pack_name_part (making->assessment, part);
  g_autofree char *markup = g_markup_escape_text (name, -1);

  tl_flow_add_heading (flow, 2, TL_PRINT_TITLE, markup, NULL);
  switch (part)
    {
    case TL_PACK_SINCE:
      tl_pack_add_since (making, flow);
      break;
    case TL_PACK_PLACES:
      add_places (making, flow);
      break;
    case TL_PACK_OPEN:
      tl_pack_add_open (making, flow);
      break;
    case TL_PACK_NOT_PROVEN:
    case TL_N_PACK_PARTS:
    default:
      add_not_proven (making, flow);
    }
}

/* The parts after the summaries take their time: they are laid out beside them. */
#define FIRST_LATE_PART TL_PACK_PLACES
#define N_LATE_PARTS (TL_N_PACK_PARTS - FIRST_LATE_PART)

static void
lay_out_late_part (const TlReportMaking *making,
                   guint                 part,
                   TlFlow               *flow)
{
  lay_out_part (making, (TlPackPart) (FIRST_LATE_PART + part), flow);
}

/* A part begins on a page of its own, with its bookmark. */
static void
begin_part (const TlReportMaking *making,
            const TlPackAnchors  *anchors,
            TlPackPart            part)
{
  TlFlow *flow = tl_document_get_flow (making->document);
  g_autofree char *name = tl_pack_name_part (making->assessment, part);

  tl_flow_add_new_page (flow);
  tl_flow_begin_group (flow, "Sect");
  tl_flow_add_anchor (flow, anchors->parts[part]);
  tl_document_add_bookmark (making->document, 0, name, anchors->parts[part]);
}

static gboolean
add_risks (const TlReportMaking  *making,
           TlSummaries           *summaries,
           TlAnchor             **anchors,
           GError               **error)
{
  if (!tl_summaries_finish (summaries, error))
    return FALSE;
  for (guint i = 0; i < making->risks->len; i++)
    tl_summaries_add (summaries, i, anchors[i]);

  return TRUE;
}

/**
 * tl_pack_add:
 * @making: the pack
 * @error: return location for an error
 *
 * Adds the evidence pack: a cover with the position at a glance, what needs attention and the contents; what changed since
 * the last provider review; the summary of each risk; places side by side; challenges that are open, and what became of
 * decisions; and what is not proven.
 *
 * Returns: whether it is complete; %FALSE when cancelled
 */
gboolean
tl_pack_add (const TlReportMaking  *making,
             GError               **error)
{
  g_autoptr (TlSummaries) summaries = tl_summaries_new (making, 2, lay_out_late_part, N_LATE_PARTS);
  TlFlow *flow = tl_document_get_flow (making->document);
  TlPackAnchors anchors;
  gboolean complete;

  tl_pack_add_cover (making, &anchors);
  if (making->risks->len == 0)
    return TRUE;

  begin_part (making, &anchors, TL_PACK_SINCE);
  lay_out_part (making, TL_PACK_SINCE, flow);
  tl_flow_end_group (flow, "Sect");
  complete = add_risks (making, summaries, anchors.risks, error);
  g_free (anchors.risks);
  if (!complete)
    return FALSE;
  for (guint i = 0; i < N_LATE_PARTS; i++)
    {
      begin_part (making, &anchors, (TlPackPart) (FIRST_LATE_PART + i));
      tl_summaries_add_part (summaries, i);
      tl_flow_end_group (flow, "Sect");
    }

  return TRUE;
}
