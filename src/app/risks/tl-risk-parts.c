/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-risk-parts.h"

#include <glib/gi18n.h>
#include <string.h>

#include "tl-finding-row.h"
#include "tl-format.h"
#include "tl-ground-row.h"
#include "tl-link-body.h"
#include "tl-mark-cell.h"
#include "tl-rating-cell.h"
#include "tl-rating.h"
#include "tl-risk-mending.h"

/* ── Findings that no link of the line is about ───────────────────────────── */

/**
 * tl_risk_parts_add_oversight:
 * @part: a part
 * @risk: a risk of which something is concluded
 * @all: whether to show everything, not only the first
 * @row: how many rows there are already
 *
 * Shows one more of what is found about reviews, decisions and links to other risks; at first what was there goes. A row
 * has labels and buttons, and several take a good part of a frame.
 *
 * Returns: whether there are more
 */
gboolean
tl_risk_parts_add_oversight (TlRiskPart *part,
                             TlRisk     *risk,
                             gboolean    all,
                             guint       row)
{
  TlSnapshot *snapshot = tl_assessment_get_snapshot (tl_risk_get_assessment (risk));
  g_autoptr (GPtrArray) findings = tl_link_body_list_findings (risk, TL_LINE_LINK_NONE);
  guint n_shown = all ? findings->len : tl_link_body_count_first (findings->len);
  const TlFinding *finding;

  if (row == 0)
    tl_risk_part_clear (part);
  if (row < n_shown)
    {
      finding = g_ptr_array_index (findings, row);
      tl_risk_part_add (part, tl_finding_row_new (finding, tl_risk_get_as_at (risk), snapshot), finding->text);
    }
  else if (n_shown < findings->len)
    tl_risk_part_add (part, tl_link_body_new_more (findings->len - n_shown), NULL);
  return row < n_shown;
}

/* ── Ratings ──────────────────────────────────────────────────────────────── */

static char *
describe_rating (int         likelihood,
                 int         impact,
                 const char *when)
{
  /* Translators: when a risk was rated, its likelihood and its impact: "3 December 2025: likelihood 4, impact 5" */
  return g_strdup_printf (_("%1$s: likelihood %2$d, impact %3$d"), when, likelihood, impact);
}

static void
add_rating (TlRiskPart    *part,
            int            likelihood,
            int            impact,
            const char    *when,
            const char    *detail,
            const TlFacts *row)
{
  TlBand band = tl_band_of_rating (likelihood * impact);
  GtkWidget *cell = g_object_new (TL_TYPE_RATING_CELL, "rating", likelihood * impact, "band", (int) band,
                                  "valign", GTK_ALIGN_CENTER, NULL);
  g_autofree char *text = describe_rating (likelihood, impact, when);
  g_autofree char *name = g_strdup_printf ("%s, %s%s%s", text, tl_word_label (TL_TYPE_BAND, (int) band),
                                           detail != NULL ? ". " : "", detail != NULL ? detail : "");
  GtkWidget *ground = tl_ground_row_new (cell, text, detail);

  if (row != NULL)
    tl_risk_part_add_link (part, ground, name, "risk.edit", tl_risk_mending_target (TL_TABLE_RATING, row));
  else
    tl_risk_part_add (part, ground, name);
}

static char *
describe_ground (const TlRatingFacts *rating)
{
  const char *who = rating->by.person != NULL ? rating->by.person->name : rating->by.text;
  gboolean has_reason = rating->reason != NULL && *rating->reason != '\0', has_who = who != NULL && *who != '\0';

  if (has_reason && has_who)
    return g_strdup_printf ("%s. %s", rating->reason, who);
  return has_reason ? g_strdup (rating->reason) : has_who ? g_strdup (who) : NULL;
}

/**
 * tl_risk_parts_fill_ratings:
 * @part: a part
 * @risk: a risk of which something is concluded
 *
 * Shows how it was rated, latest first.
 */
void
tl_risk_parts_fill_ratings (TlRiskPart *part,
                            TlRisk     *risk)
{
  const TlRiskJudgement *concluded = tl_risk_get_judgement (risk);
  const TlRiskFacts *facts = concluded->facts;
  TlDay as_at = tl_risk_get_as_at (risk);

  tl_risk_part_clear (part);
  for (guint i = facts->ratings.n; i > 0; i--)
    {
      const TlRatingFacts *rating = TL_FACTS_AT (facts->ratings, TlRatingFacts, i - 1);
      g_autofree char *day = rating->date != TL_NO_DAY ? tl_format_day_long (rating->date) : g_strdup (_("No date"));
      g_autofree char *ground = describe_ground (rating);

      if (rating->date > as_at || rating->likelihood < 1 || rating->impact < 1)
        continue;
      add_rating (part, rating->likelihood, rating->impact, day, ground, &rating->base);
    }
  if (facts->ratings.n == 0 && facts->likelihood > 0 && facts->impact > 0)
    add_rating (part, facts->likelihood, facts->impact, _("When it was opened"), NULL, NULL);
}

/* ── Linked risks ─────────────────────────────────────────────────────────── */

static GtkWidget *
make_edit_button (const TlFacts *row,
                  const char    *title)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-edit-symbolic");
  /* Translators: %s is the title of the other risk */
  g_autofree char *name = g_strdup_printf (_("Edit the Link to %s"), title);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), tl_risk_mending_target (TL_TABLE_LINK, row));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "risk.edit");
  return button;
}

static void
add_link (TlRiskPart            *part,
          const TlAssessment    *assessment,
          const TlRiskLinkFacts *link,
          const TlRiskFacts     *other)
{
  const TlRiskJudgement *judgement = other != NULL ? tl_assessment_find_risk (assessment, &other->base.id) : NULL;
  g_autofree char *text = NULL, *name = NULL;
  char id[TL_ID_HEX_LENGTH + 1];
  GtkWidget *row = NULL;

  /* A risk that was opened later than the day that is shown isn't there yet. */
  if (judgement == NULL)
    return;
  text = g_strdup_printf ("%s %s", other->base.ref != NULL ? other->base.ref : "", other->title);
  name = link->reason != NULL ? g_strdup_printf ("%s, %s", text, link->reason) : g_strdup (text);
  row = tl_ground_row_new (g_object_new (TL_TYPE_RATING_CELL, "rating", judgement->rating, "band", (int) judgement->band,
                                         "valign", GTK_ALIGN_CENTER, NULL), text, link->reason);
  gtk_box_append (GTK_BOX (row), make_edit_button (&link->base, other->title));
  tl_id_to_hex (&other->base.id, id);
  tl_risk_part_add_link (part, row, name, "risk.open", g_variant_new_string (id));
}

/**
 * tl_risk_parts_fill_links:
 * @part: a part
 * @risk: a risk of which something is concluded
 *
 * Shows the risks that must be read together with it, whichever of the two the link was made from.
 */
void
tl_risk_parts_fill_links (TlRiskPart *part,
                          TlRisk     *risk)
{
  const TlRiskFacts *facts = tl_risk_get_judgement (risk)->facts;
  const TlAssessment *assessment = tl_risk_get_assessment (risk);

  tl_risk_part_clear (part);
  for (guint i = 0; i < facts->links.n; i++)
    {
      const TlRiskLinkFacts *link = TL_FACTS_AT (facts->links, TlRiskLinkFacts, i);

      add_link (part, assessment, link, link->linked_risk);
    }
  for (guint i = 0; i < facts->linked_from.n; i++)
    {
      const TlRiskLinkFacts *link = TL_FACTS_AT (facts->linked_from, TlRiskLinkFacts, i);

      add_link (part, assessment, link, link->risk);
    }
}

/* ── What it is assessed by ───────────────────────────────────────────────── */

/* What the statement is in another framework than the workbook's, or in the workbook's if it isn't of that. */
static char *
describe_crossing (TlFrameworks      *frameworks,
                   const TlFramework *from,
                   const TlFramework *to,
                   const char        *code,
                   gboolean           confirm)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new (), titles = g_ptr_array_new ();
  TlCrossing crossing = tl_frameworks_cross (frameworks, from, code, to, entries);
  g_autofree char *list = NULL, *text = NULL;

  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (titles, (gpointer) ((const TlFrameworkEntry *) g_ptr_array_index (entries, i))->title);
  g_ptr_array_add (titles, NULL);
  list = tl_format_list ((const char * const *) titles->pdata);
  switch (crossing)
    {
    case TL_CROSSING_SAME:
      /* Translators: another framework, the statement that is the same there */
      text = g_strdup_printf (_("%1$s: the same as %2$s."), tl_framework_get_title (to), list);
      break;
    case TL_CROSSING_PART:
      /* Translators: another framework, the statements that are partly the same there */
      text = g_strdup_printf (_("%1$s: partly %2$s."), tl_framework_get_title (to), list);
      break;
    case TL_CROSSING_NONE:
      /* Translators: another framework */
      text = g_strdup_printf (_("%s: nothing like it."), tl_framework_get_title (to));
      break;
    case TL_CROSSING_UNKNOWN:
    default:
      return NULL;
    }
  if (confirm && crossing != TL_CROSSING_NONE)
    /* Translators: %s says what a statement is in another framework */
    return g_strdup_printf (_("%s Nobody has confirmed that yet."), text);
  return g_steal_pointer (&text);
}

static const TlFramework *
find_framework_of (TlFrameworks      *frameworks,
                   const TlFramework *chosen,
                   const char        *code)
{
  if (chosen != NULL && tl_framework_find (chosen, code) != NULL)
    return chosen;
  for (guint i = 0; i < tl_frameworks_get_n (frameworks); i++)
    {
      const TlFramework *framework = tl_frameworks_get (frameworks, i);

      if (tl_framework_get_kind (framework) == TL_FRAMEWORK_ASSESSMENT && tl_framework_find (framework, code) != NULL)
        return framework;
    }
  return NULL;
}

/* Whether the risk names a statement of the workbook's framework that this one is there. */
static gboolean
is_confirmed (const TlRiskFacts *risk,
              TlFrameworks      *frameworks,
              const TlFramework *from,
              const TlFramework *to,
              const char        *code)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();

  tl_frameworks_cross (frameworks, from, code, to, entries);
  for (guint i = 0; i < entries->len; i++)
    if (g_strv_contains (risk->framework, ((const TlFrameworkEntry *) g_ptr_array_index (entries, i))->code))
      return TRUE;
  return FALSE;
}

static char *
describe_statement (const TlRiskFacts *risk,
                    TlFrameworks      *frameworks,
                    const TlFramework *chosen,
                    const char        *code)
{
  const TlFramework *own = find_framework_of (frameworks, chosen, code);
  GString *text = g_string_new (NULL);

  if (own == NULL)
    {
      g_string_append (text, _("Not part of a framework that is installed"));
      return g_string_free_and_steal (text);
    }
  g_string_append (text, tl_framework_find (own, code)->group);
  if (own != chosen)
    g_string_append_printf (text, ", %s", tl_framework_get_title (own));
  for (guint i = 0; i < tl_frameworks_get_n (frameworks); i++)
    {
      const TlFramework *other = tl_frameworks_get (frameworks, i);
      gboolean to_chosen = chosen != NULL && own != chosen;
      g_autofree char *crossing = NULL;

      if (other == own || tl_framework_get_kind (other) != TL_FRAMEWORK_ASSESSMENT || (to_chosen && other != chosen))
        continue;
      crossing = describe_crossing (frameworks, own, other, code,
                                    to_chosen && !is_confirmed (risk, frameworks, own, other, code));
      if (crossing != NULL)
        g_string_append_printf (text, "\n%s", crossing);
    }
  return g_string_free_and_steal (text);
}

static void
add_statement (TlRiskPart *part,
               const char *title,
               const char *detail)
{
  g_autofree char *name = detail != NULL ? g_strdup_printf ("%s, %s", title, detail) : g_strdup (title);

  tl_risk_part_add (part, tl_ground_row_new (NULL, title, detail), name);
}

/**
 * tl_risk_parts_fill_standards:
 * @part: a part
 * @risk: a risk of which something is concluded
 * @frameworks: (nullable): what is installed, once it is read
 *
 * Shows the statements of frameworks and the regulations that the risk is about, and what each statement is in the other
 * framework.
 */
void
tl_risk_parts_fill_standards (TlRiskPart   *part,
                              TlRisk       *risk,
                              TlFrameworks *frameworks)
{
  const TlRiskFacts *facts = tl_risk_get_judgement (risk)->facts;
  TlSnapshot *snapshot = tl_assessment_get_snapshot (tl_risk_get_assessment (risk));
  const TlFramework *chosen = frameworks != NULL ? tl_frameworks_find (frameworks, tl_snapshot_get_framework (snapshot)) : NULL;

  tl_risk_part_clear (part);
  for (guint i = 0; facts->framework != NULL && facts->framework[i] != NULL; i++)
    {
      g_autofree char *detail = frameworks != NULL ? describe_statement (facts, frameworks, chosen, facts->framework[i]) : NULL;

      add_statement (part, facts->framework[i], detail);
    }
  for (guint i = 0; facts->regulations != NULL && facts->regulations[i] != NULL; i++)
    {
      const TlFrameworkEntry *regulation = frameworks != NULL ? tl_frameworks_find_regulation (frameworks, facts->regulations[i])
                                                             : NULL;
      const char *slash = strchr (facts->regulations[i], '/');
      const char *number = regulation != NULL && slash != NULL ? slash + 1 : facts->regulations[i];
      /* Translators: the number of a regulation, what it is about */
      g_autofree char *title = regulation != NULL ? g_strdup_printf (_("Regulation %1$s: %2$s"), number, regulation->title)
                                                  : g_strdup_printf (_("Regulation %s"), number);

      add_statement (part, title, regulation != NULL ? regulation->group : NULL);
    }
}
