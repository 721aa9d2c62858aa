/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first pages of a pack: where every risk stands, what needs attention, and where to find it. */
#include "config.h"

#include "tl-pack.h"

#include "tl-format.h"
#include "tl-group.h"
#include "tl-paragraph.h"
#include "tl-summary.h"

#include <glib/gi18n-lib.h>

#define SECTION_GAP 22.0

/* Contents of no more entries than this stand on one page. */
#define WHOLE_CONTENTS 40

/* ── What needs attention ──────────────────────────────────────────────────── */

static gboolean
is_printed (const TlFinding *finding,
            GPtrArray       *risks)
{
  if (finding->risk == NULL)
    return TRUE;
  for (guint i = 0; i < risks->len; i++)
    if (((const TlRiskJudgement *) g_ptr_array_index (risks, i))->facts == finding->risk)
      return TRUE;

  return FALSE;
}

static void
add_attention (TlDocument   *document,
               TlAssessment *assessment,
               GPtrArray    *risks)
{
  TlFlow *flow = tl_document_get_flow (document);
  gboolean any = FALSE;

  for (guint i = 0; i < tl_assessment_get_n_findings (assessment); i++)
    {
      const TlFinding *finding = tl_assessment_get_finding (assessment, i);

      if (finding->severity != TL_SEVERITY_ACT || !is_printed (finding, risks))
        continue;
      if (!any)
        {
          tl_flow_add_space (flow, SECTION_GAP);
          tl_flow_add_heading (flow, 2, TL_PRINT_SECTION, _("To act on"), NULL);
          tl_flow_add_space (flow, 4.0);
          tl_flow_begin_group (flow, "L");
        }
      any = TRUE;
      tl_summary_add_finding (flow, finding, TRUE);
    }
  if (any)
    tl_flow_end_group (flow, "L");
}

/* ── Contents ──────────────────────────────────────────────────────────────── */

static char *
name_entry (GPtrArray *risks,
            guint      index)
{
  const TlRiskFacts *facts;

  if (index >= risks->len)
    return g_strdup (_("What is not proven"));

  facts = ((const TlRiskJudgement *) g_ptr_array_index (risks, index))->facts;
  return g_markup_printf_escaped ("%s %s", facts->base.ref != NULL ? facts->base.ref : "",
                                  facts->title != NULL ? facts->title : "");
}

static TlAnchor **
add_contents (TlDocument *document,
              GPtrArray  *risks)
{
  TlFlow *flow = tl_document_get_flow (document);
  guint n_entries = risks->len + 1;
  TlAnchor **anchors = g_new0 (TlAnchor *, n_entries);

  for (guint i = 0; i < n_entries; i++)
    anchors[i] = tl_document_new_anchor (document);

  tl_flow_add_space (flow, SECTION_GAP);
  tl_flow_add_heading (flow, 2, TL_PRINT_SECTION, _("In this pack"), NULL);
  tl_flow_add_space (flow, 4.0);
  tl_flow_begin_group (flow, "TOC");
  for (guint i = 0; i < n_entries; i += 2)
    {
      g_autofree char *left = name_entry (risks, i);
      g_autofree char *right = name_entry (risks, i + 1);

      if (i > 0 && n_entries <= WHOLE_CONTENTS)
        tl_flow_keep_with_next (flow);
      tl_flow_add_space (flow, 3.0);
      tl_flow_add_entries (flow, left, anchors[i], right, i + 1 < n_entries ? anchors[i + 1] : NULL);
    }
  tl_flow_end_group (flow, "TOC");

  return anchors;
}

static void
add_title (TlDocument   *document,
           TlAssessment *assessment,
           GPtrArray    *risks)
{
  TlFlow *flow = tl_document_get_flow (document);
  TlSnapshot *snapshot = tl_assessment_get_snapshot (assessment);
  const char *provider = tl_snapshot_get_provider (snapshot);
  const char *framework = tl_snapshot_get_framework (snapshot);
  g_autofree char *day = tl_format_day_long (tl_assessment_get_as_at (assessment));
  g_autofree char *subtitle = NULL;
  g_autofree char *count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u risk.", "%u risks.", risks->len),
                                            risks->len);
  g_autofree char *about = NULL;
  TlAnchor *anchor = tl_document_new_anchor (document);

  tl_flow_add_anchor (flow, anchor);
  tl_document_add_bookmark (document, 0, _("Position at a glance"), anchor);
  tl_flow_add_heading (flow, 1, TL_PRINT_COVER, _("Evidence pack"), NULL);
  tl_flow_add_space (flow, 2.0);
  subtitle = g_markup_printf_escaped (_("%1$s, %2$s"), provider != NULL ? provider : "", day);
  tl_flow_add_paragraph (flow, TL_PRINT_SUBTITLE, subtitle);
  tl_flow_add_space (flow, 2.0);
  about = framework != NULL ? g_markup_printf_escaped (_("%1$s Framework: %2$s."), count, framework)
                            : g_markup_escape_text (count, -1);
  tl_flow_add_paragraph (flow, TL_PRINT_DIMMED, about);
}

/**
 * tl_pack_add_cover:
 * @document: a document
 * @assessment: all conclusions; must outlive the document
 * @risks: (element-type TlRiskJudgement): the risks, in the order they are printed
 *
 * Adds the cover.
 *
 * Returns: (transfer container): where the contents lead: an anchor for each risk, and one for what is not proven,
 *   all still to be set
 */
TlAnchor **
tl_pack_add_cover (TlDocument   *document,
                   TlAssessment *assessment,
                   GPtrArray    *risks)
{
  TlFlow *flow = tl_document_get_flow (document);
  TlAnchor **anchors = NULL;

  tl_flow_begin_group (flow, "Sect");
  add_title (document, assessment, risks);
  tl_flow_add_space (flow, 16.0);
  if (risks->len > 0)
    {
      tl_pack_add_positions (document, assessment, risks);
      add_attention (document, assessment, risks);
      anchors = add_contents (document, risks);
    }
  else
    {
      tl_pack_add_nothing (document);
    }
  tl_flow_end_group (flow, "Sect");

  return anchors;
}
