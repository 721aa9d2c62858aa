/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-pack.h"

#include "tl-group.h"
#include "tl-page-table.h"
#include "tl-paragraph.h"
#include "tl-report-words.h"
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
  const char *ref = first && risk->facts->base.ref != NULL ? risk->facts->base.ref : "";
  g_autofree char *name = g_markup_printf_escaped (_("%1$s, %2$s"), tl_report_link_name ((TlLineLink) (link + 1)),
                                                   tl_word_label (TL_TYPE_LINK_STATE, judgement->state));
  g_autofree char *lacking = g_strjoinv ("\n", judgement->lacking);
  g_autofree char *markup = g_markup_escape_text (lacking, -1);
  g_autofree char *escaped = g_markup_escape_text (ref, -1);

  tl_page_table_add_row (table, TL_ROW_PLAIN);
  tl_page_table_set_cell (table, COLUMN_REF, TL_PRINT_STRONG, escaped);
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
add_not_proven (TlDocument   *document,
                TlAssessment *assessment,
                GPtrArray    *risks,
                TlAnchor     *anchor)
{
  TlFlow *flow = tl_document_get_flow (document);
  g_autoptr (TlPageTable) table = tl_page_table_new ();

  tl_flow_add_new_page (flow);
  tl_flow_begin_group (flow, "Sect");
  tl_flow_add_anchor (flow, anchor);
  tl_document_add_bookmark (document, 0, _("What is not proven"), anchor);
  tl_flow_add_heading (flow, 2, TL_PRINT_TITLE, _("What is not proven"), NULL);
  add_general_findings (flow, assessment);
  tl_flow_add_space (flow, 10.0);
  tl_flow_add_paragraph (flow, TL_PRINT_BODY,
                         _("Every link of every risk in this pack that isn’t sound, and what it lacks."));
  tl_flow_keep_with_next (flow);
  tl_flow_add_space (flow, 8.0);

  tl_page_table_add_column (table, _("Risk"), TL_COLUMN_FIT, 0.0, PANGO_ALIGN_LEFT);
  tl_page_table_add_column (table, _("Link"), TL_COLUMN_FIT, 0.0, PANGO_ALIGN_LEFT);
  tl_page_table_add_column (table, _("What it lacks"), TL_COLUMN_SHARE, 1.0, PANGO_ALIGN_LEFT);
  tl_page_table_set_row_heads (table, COLUMN_LINK);
  if (add_lines (table, risks))
    tl_flow_add_table (flow, g_steal_pointer (&table));
  else
    tl_flow_add_paragraph (flow, TL_PRINT_BODY, _("Every link is sound."));
  tl_flow_end_group (flow, "Sect");
}

/**
 * tl_pack_add:
 * @making: the pack
 * @error: return location for an error
 *
 * Adds the evidence pack: a cover with the position at a glance, what needs attention and the contents; the summary
 * of each risk; and what is not proven.
 *
 * Returns: whether it is complete; %FALSE when cancelled
 */
gboolean
tl_pack_add (const TlReportMaking  *making,
             GError               **error)
{
  TlFlow *flow = tl_document_get_flow (making->document);
  GPtrArray *risks = making->risks;
  g_autofree TlAnchor **anchors = NULL;

  anchors = tl_pack_add_cover (making->document, making->assessment, risks);
  for (guint i = 0; i < risks->len; i++)
    {
      if (!tl_report_making_step (making, i, risks->len, error))
        return FALSE;
      tl_flow_add_new_page (flow);
      tl_summary_add (making->document, making->assessment, g_ptr_array_index (risks, i), 2, anchors[i]);
    }
  if (risks->len > 0)
    add_not_proven (making->document, making->assessment, risks, anchors[risks->len]);

  return TRUE;
}
