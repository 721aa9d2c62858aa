/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-owner-report-private.h"

#include <glib/gi18n-lib.h>

#include "tl-format.h"
#include "tl-group.h"
#include "tl-marks.h"
#include "tl-paragraph.h"

#define INSET 16.0
#define ITEM_SPACE 2.0

/* ── What stands out ── */

static void
draw_severity (TlCanvas      *canvas,
               double         x,
               double         y,
               gconstpointer  data)
{
  tl_canvas_draw_finding (canvas, (TlSeverity) GPOINTER_TO_UINT (data), x + tl_ink_px (canvas->ink, 7.5), y);
}

/* A person may stand in two columns with the same to be said. */
static void
add_wrong (TlFlow          *flow,
           GHashTable      *said,
           const TlMapNode *node)
{
  TlLeadMark mark = { draw_severity, GUINT_TO_POINTER (node->badge_severity), INSET };
  const char *name = node->person != NULL ? node->person->name : node->title;
  g_autofree char *sentence = g_strdup_printf ("%s: %s", name, node->badge_text);
  g_autofree char *markup = NULL;

  if (g_hash_table_contains (said, sentence))
    return;
  /* Translators: how grave it is, what it is about, and sentences that say what is wrong */
  markup = g_markup_printf_escaped (_("%1$s: <b>%2$s</b>. %3$s"),
                                    node->badge_severity == TL_SEVERITY_ACT ? _("Act") : _("Watch"),
                                    name, node->badge_text);
  g_hash_table_add (said, g_steal_pointer (&sentence));
  tl_flow_add_space (flow, ITEM_SPACE);
  tl_flow_add_marked_item (flow, TL_PRINT_BODY, markup, &mark);
}

/**
 * tl_printed_map_add_wrongs:
 * @map: a map
 * @flow: where to
 *
 * Adds the list of what is wrong with people, sources and what is missing, the gravest first. Nothing where nothing is.
 */
void
tl_printed_map_add_wrongs (const TlOwnerMap *map,
                           TlFlow           *flow)
{
  g_autoptr (GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean begun = FALSE;

  for (TlSeverity severity = TL_SEVERITY_ACT; severity <= TL_SEVERITY_NOTE; severity++)
    {
      for (TlMapColumn column = 0; column < TL_N_MAP_COLUMNS; column++)
        {
          for (guint row = 0; row < tl_owner_map_count (map, column); row++)
            {
              const TlMapNode *node = tl_owner_map_get_node (map, tl_owner_map_get_at (map, column, row));

              if (node->badge == NULL || node->badge_severity != severity)
                continue;
              if (!begun)
                {
                  tl_flow_add_heading (flow, 2, TL_PRINT_SECTION, _("What stands out"), NULL);
                  tl_flow_begin_group (flow, "L");
                }
              begun = TRUE;
              add_wrong (flow, said, node);
            }
        }
    }
  if (begun)
    tl_flow_end_group (flow, "L");
}

/* ── The nested list ── */

static char *
say_risk (const TlRiskJudgement *risk)
{
  g_autofree char *title = tl_format_risk (risk->facts);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *name = g_markup_printf_escaped ("<b>%s</b>", title);

  g_string_append (text, name);
  if (risk->rating > 0)
    {
      g_autofree char *rated = g_markup_printf_escaped (_(", rated %1$d, %2$s"), risk->rating,
                                                        tl_word_label (TL_TYPE_BAND, risk->band));

      g_string_append (text, rated);
    }
  g_string_append_c (text, '.');
  for (char **lacks = risk->line[TL_LINE_LINK_OWNED - 1].lacking; lacks != NULL && *lacks != NULL; lacks++)
    {
      g_autofree char *lacking = g_markup_escape_text (*lacks, -1);

      g_string_append_printf (text, " %s", lacking);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
say_owner (const TlMapNode *node)
{
  if (node->person == NULL)
    return g_markup_printf_escaped (_("<b>%s</b> answers for it."), node->title);
  /* Translators: a name, and for how many risks they answer, such as "4 risks" or "1 of 4 risks", this one among them */
  return g_markup_printf_escaped (_("<b>%1$s</b> answers for it (%2$s)."), node->title, node->caption);
}

static const TlOwnershipFacts *
find_support (const TlRiskJudgement *risk,
              const TlPersonFacts   *person)
{
  for (guint i = 0; i < risk->n_supporters; i++)
    {
      if (risk->supporters[i]->person == person)
        return risk->supporters[i];
    }
  return NULL;
}

static gboolean
keeps (const TlRiskJudgement *risk,
       const TlPersonFacts   *person)
{
  for (guint i = 0; i < risk->n_expected; i++)
    {
      if (risk->expected[i].current && risk->expected[i].facts->person == person)
        return TRUE;
    }
  return FALSE;
}

/* "Samir Tolland, Night senior" */
static char *
name_person (const TlPersonFacts *person)
{
  if (person->role == NULL || *person->role == '\0')
    return g_markup_escape_text (person->name, -1);
  return g_markup_printf_escaped ("%s, %s", person->name, person->role);
}

static char *
say_support (const TlMapNode       *node,
             const TlRiskJudgement *risk)
{
  g_autofree char *name = node->person != NULL ? name_person (node->person) : NULL;
  const TlOwnershipFacts *support = name != NULL ? find_support (risk, node->person) : NULL;
  g_autofree char *contribution = NULL;

  if (name == NULL)
    return g_markup_printf_escaped ("%s.", node->title);
  if (node->flat)
    return g_strdup_printf (_("%s keeps it without help:"), name);
  if (support == NULL)
    return g_strdup_printf (keeps (risk, node->person) ? _("%s keeps evidence of it.")
                                                       : _("%s has work to do on it, but no part in it."), name);
  if (support->contribution == NULL || *support->contribution == '\0')
    return g_strdup_printf (_("%s supports it; nothing says with what."), name);
  contribution = g_markup_escape_text (support->contribution, -1);
  /* Translators: a name and role, and what they contribute */
  return g_strdup_printf (_("%1$s, supports it: %2$s."), name, contribution);
}

/* How late it is for this risk; for another one it may not be. */
static char *
say_source (const TlMapNode       *node,
            const TlRiskJudgement *risk)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *title = g_markup_escape_text (node->title, -1);
  int days_late = 0;
  const char *every = NULL;

  for (guint i = 0; node->source != TL_SOURCE_NONE && i < risk->n_expected; i++)
    {
      const TlExpectedJudgement *expected = &risk->expected[i];

      if (!expected->current || expected->facts->source != node->source)
        continue;
      days_late = MAX (days_late, expected->days_late);
      every = tl_word_label (TL_TYPE_INTERVAL, (int) expected->facts->every);
    }
  g_string_append (text, title);
  if (every != NULL && *every != '\0')
    g_string_append_printf (text, ", %s", every);
  if (days_late > 0)
    {
      g_string_append (text, ", ");
      g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%d day late", "%d days late", (gulong) days_late), days_late);
    }
  g_string_append_c (text, '.');
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
say (const TlMapNode       *node,
     const TlRiskJudgement *risk)
{
  switch (node->column)
    {
    case TL_MAP_COLUMN_OWNER:
      return say_owner (node);
    case TL_MAP_COLUMN_SUPPORT:
      return say_support (node, risk);
    case TL_MAP_COLUMN_SOURCE:
      return say_source (node, risk);
    case TL_MAP_COLUMN_RISK:
    case TL_N_MAP_COLUMNS:
    default:
      return say_risk (risk);
    }
}

static void
add_next (const TlOwnerMap      *map,
          TlFlow                *flow,
          const TlRiskJudgement *risk,
          const guint           *way,
          guint                  n_way)
{
  g_autoptr (GArray) next = tl_owner_map_list_next (map, way, n_way);

  if (next->len == 0 || n_way >= TL_N_MAP_COLUMNS)
    return;
  tl_flow_keep_with_next (flow);
  tl_flow_push_inset (flow, INSET);
  tl_flow_begin_group (flow, "L");
  for (guint i = 0; i < next->len; i++)
    {
      guint longer[TL_N_MAP_COLUMNS] = { 0 };
      g_autofree char *markup = NULL;

      for (guint j = 0; j < n_way; j++)
        longer[j] = way[j];
      longer[n_way] = g_array_index (next, guint, i);
      markup = say (tl_owner_map_get_node (map, longer[n_way]), risk);
      tl_flow_keep_with_next (flow);
      tl_flow_add_item (flow, "•", markup);
      add_next (map, flow, risk, longer, n_way + 1);
    }
  tl_flow_keep_with_next (flow);
  tl_flow_end_group (flow, "L");
  tl_flow_pop_inset (flow);
}

/**
 * tl_printed_map_add_list:
 * @map: a map
 * @flow: where to; a list of risks is open in it
 * @risk: a risk
 * @node: its node in the map
 *
 * Adds what the map shows of a risk, in words: under it who answers, under them who helps, under them what evidence. It
 * stays on one page where it can.
 */
void
tl_printed_map_add_list (const TlOwnerMap      *map,
                         TlFlow                *flow,
                         const TlRiskJudgement *risk,
                         guint                  node)
{
  g_autofree char *markup = say_risk (risk);

  tl_flow_add_space (flow, 7.0);
  tl_flow_add_item (flow, "•", markup);
  add_next (map, flow, risk, &node, 1);
}
