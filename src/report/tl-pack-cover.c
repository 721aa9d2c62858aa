/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first pages of a pack: where every risk stands, what needs attention, and where to find it. */
#include "config.h"

#include "tl-pack.h"

#include "tl-format.h"
#include "tl-group.h"
#include "tl-paragraph.h"
#include "tl-report-words.h"
#include "tl-summary.h"

#include <glib/gi18n-lib.h>

#define SECTION_GAP 22.0

/* Contents of no more entries than this stand on one page. */
#define WHOLE_CONTENTS 40

/* ── What needs attention ──────────────────────────────────────────────────── */

static void
add_attention (const TlReportMaking *making)
{
  TlFlow *flow = tl_document_get_flow (making->document);
  TlAssessment *assessment = making->assessment;
  gboolean any = FALSE;

  for (guint i = 0; i < tl_assessment_get_n_findings (assessment); i++)
    {
      const TlFinding *finding = tl_assessment_get_finding (assessment, i);

      if (finding->severity != TL_SEVERITY_ACT
          || (finding->risk != NULL && !tl_pack_has (making, &finding->risk->base.id)))
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

/* A summary's entry has the risk's name, plain or with its ref. */
static char *
name_risk (const TlRiskJudgement *risk)
{
  g_autofree char *name = tl_format_risk (risk->facts);

  return g_markup_escape_text (name, -1);
}

typedef struct
{
  char *markup;
  TlAnchor *anchor;
} Entry;

static void
clear_entry (gpointer data)
{
  g_free (((Entry *) data)->markup);
}

static void
list_part (const TlReportMaking *making,
           TlPackAnchors        *anchors,
           TlPackPart            part,
           GArray               *entries)
{
  g_autofree char *name = tl_pack_name_part (making->assessment, part);
  Entry entry = { g_markup_escape_text (name, -1), tl_document_new_anchor (making->document) };

  anchors->parts[part] = entry.anchor;
  g_array_append_val (entries, entry);
}

/* In the order of the pages. */
static GArray *
list_entries (const TlReportMaking *making,
              TlPackAnchors        *anchors)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  g_array_set_clear_func (entries, clear_entry);
  anchors->risks = g_new0 (TlAnchor *, making->risks->len);
  list_part (making, anchors, TL_PACK_SINCE, entries);
  for (guint i = 0; i < making->risks->len; i++)
    {
      Entry entry = { name_risk (g_ptr_array_index (making->risks, i)), tl_document_new_anchor (making->document) };

      anchors->risks[i] = entry.anchor;
      g_array_append_val (entries, entry);
    }
  list_part (making, anchors, TL_PACK_PLACES, entries);
  list_part (making, anchors, TL_PACK_OPEN, entries);
  list_part (making, anchors, TL_PACK_NOT_PROVEN, entries);

  return entries;
}

static void
add_contents (const TlReportMaking *making,
              TlPackAnchors        *anchors)
{
  TlFlow *flow = tl_document_get_flow (making->document);
  g_autoptr (GArray) entries = list_entries (making, anchors);
  gboolean whole = entries->len <= WHOLE_CONTENTS;

  tl_flow_add_space (flow, SECTION_GAP);
  tl_flow_add_heading (flow, 2, TL_PRINT_SECTION, _("In this pack"), NULL);
  tl_flow_add_space (flow, 4.0);
  tl_flow_begin_group (flow, "TOC");
  for (guint i = 0; i < entries->len; i += 2)
    {
      const Entry *left = &g_array_index (entries, Entry, i);
      const Entry *right = i + 1 < entries->len ? &g_array_index (entries, Entry, i + 1) : NULL;

      if (i > 0 && whole)
        tl_flow_keep_with_next (flow);
      tl_flow_add_space (flow, 3.0);
      tl_flow_add_entries (flow, left->markup, left->anchor, right != NULL ? right->markup : NULL,
                           right != NULL ? right->anchor : NULL);
    }
  tl_flow_end_group (flow, "TOC");
}

/* ── Title ─────────────────────────────────────────────────────────────────── */

/* For a review its forum and day, else the provider's name and the day. */
static char *
describe_occasion (const TlReportMaking *making)
{
  TlDay as_at = tl_assessment_get_as_at (making->assessment);
  const TlReviewFacts *review = making->review;
  const char *provider = tl_snapshot_get_provider (tl_assessment_get_snapshot (making->assessment));
  const char *forum = review != NULL && review->forum != NULL ? review->forum->name : NULL;
  g_autofree char *day = tl_format_day_long (review != NULL && review->date != TL_NO_DAY ? review->date : as_at);

  return g_markup_printf_escaped (_("%1$s, %2$s"), forum != NULL ? forum : provider != NULL ? provider : "", day);
}

static char *
describe_chair (const TlReportMaking *making)
{
  const TlWho *chair = making->review != NULL ? &making->review->chair : NULL;
  g_autofree char *name = chair != NULL ? tl_report_who (chair) : NULL;

  if (name == NULL)
    return NULL;
  if (chair->person != NULL && tl_report_says (chair->person->role))
    /* Translators: a person and their role */
    return g_strdup_printf (_("Chair: %1$s, %2$s."), name, chair->person->role);
  return g_strdup_printf (_("Chair: %s."), name);
}

static void
add_title (const TlReportMaking *making)
{
  TlFlow *flow = tl_document_get_flow (making->document);
  const char *framework = tl_snapshot_get_framework (tl_assessment_get_snapshot (making->assessment));
  g_autofree char *occasion = describe_occasion (making);
  g_autofree char *chair = describe_chair (making);
  g_autofree char *count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u risk.", "%u risks.", making->risks->len),
                                            making->risks->len);
  g_autofree char *by = framework != NULL ? g_strdup_printf (_(" Framework: %s."), framework) : g_strdup ("");
  g_autofree char *about = g_markup_printf_escaped ("%s%s%s%s", chair != NULL ? chair : "", chair != NULL ? " " : "", count, by);
  TlAnchor *anchor = tl_document_new_anchor (making->document);

  tl_flow_add_anchor (flow, anchor);
  tl_document_add_bookmark (making->document, 0, _("Position at a glance"), anchor);
  tl_flow_add_heading (flow, 1, TL_PRINT_COVER, _("Evidence pack"), NULL);
  tl_flow_add_space (flow, 2.0);
  tl_flow_add_paragraph (flow, TL_PRINT_SUBTITLE, occasion);
  tl_flow_add_space (flow, 2.0);
  tl_flow_add_paragraph (flow, TL_PRINT_DIMMED, about);
}

/**
 * tl_pack_add_cover:
 * @making: the pack
 * @anchors: (out caller-allocates): where the contents lead; all still to be set. Free its risks.
 *
 * Adds the cover.
 */
void
tl_pack_add_cover (const TlReportMaking *making,
                   TlPackAnchors        *anchors)
{
  TlFlow *flow = tl_document_get_flow (making->document);

  *anchors = (TlPackAnchors) { .risks = NULL };
  tl_flow_begin_group (flow, "Sect");
  add_title (making);
  tl_flow_add_space (flow, 16.0);
  if (making->risks->len > 0)
    {
      tl_pack_add_positions (making->document, making->assessment, making->risks);
      add_attention (making);
      add_contents (making, anchors);
    }
  else
    {
      tl_pack_add_nothing (making->document);
    }
  tl_flow_end_group (flow, "Sect");
}
