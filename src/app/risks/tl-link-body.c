/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-link-body-private.h"

#include <glib/gi18n.h>

#include "tl-finding-row.h"
#include "tl-ground-row.h"
#include "tl-mark-cell.h"

/* As many findings as somebody reads before asking for more. */
#define MOST_FINDINGS 6

static gboolean
is_said (const GPtrArray *findings,
         const char      *sentence)
{
  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (((const TlFinding *) g_ptr_array_index (findings, i))->text, sentence))
      return TRUE;
  return FALSE;
}

/* What keeps the link from being sound, then what is found about it; what both say is said once. */
static void
fill_lacking (TlLinkBody            *body,
              const TlLinkJudgement *judgement,
              const GPtrArray       *findings,
              gboolean               all)
{
  guint n_shown = all ? findings->len : tl_link_body_count_first (findings->len);

  for (guint i = 0; judgement->lacking != NULL && judgement->lacking[i] != NULL; i++)
    if (!is_said (findings, judgement->lacking[i]))
      gtk_box_append (body->box, tl_ground_row_new (tl_mark_cell_new_link (judgement->state), judgement->lacking[i], NULL));
  for (guint i = 0; i < n_shown; i++)
    gtk_box_append (body->box, tl_finding_row_new (g_ptr_array_index (findings, i), body->as_at, NULL));
  if (n_shown < findings->len)
    gtk_box_append (body->box, tl_link_body_new_more (findings->len - n_shown));
}

/**
 * tl_link_body_fill:
 * @body: an empty box
 * @risk: a risk of which something is concluded
 * @link: a link of its line
 * @all: whether to show all that is found about it, not only the first
 *
 * Puts into a box what keeps the link from being sound, what is found about it, what it rests on, and the buttons that
 * mend it.
 */
void
tl_link_body_fill (GtkBox     *body,
                   TlRisk     *risk,
                   TlLineLink  link,
                   gboolean    all)
{
  const TlRiskJudgement *concluded = tl_risk_get_judgement (risk);
  TlLinkBody filled = { body, tl_risk_get_assessment (risk), concluded, tl_risk_get_as_at (risk) };
  const TlLinkJudgement *judgement = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  g_return_if_fail (concluded != NULL);
  g_return_if_fail (link >= TL_LINE_LINK_FOUND && link <= TL_LINE_LINK_SUSTAINED);

  judgement = &concluded->line[link - TL_LINE_LINK_FOUND];
  findings = tl_link_body_list_findings (risk, link);
  fill_lacking (&filled, judgement, findings, all);
  tl_link_body_add_grounds (&filled, link);
  tl_link_body_add_offers (&filled, link, judgement, findings);
}

/**
 * tl_link_body_list_findings:
 * @risk: a risk
 * @link: a link of its line, or none for what isn't about one
 *
 * Returns: (transfer container) (element-type TlFinding): what is found about it now, and then what was answered; to be
 *   let go of before anything else is concluded
 */
GPtrArray *
tl_link_body_list_findings (TlRisk     *risk,
                            TlLineLink  link)
{
  TlAssessment *assessment = tl_risk_get_assessment (risk);
  const TlRiskJudgement *concluded = tl_risk_get_judgement (risk);
  GPtrArray *findings = g_ptr_array_new ();
  guint n_left = 0;

  for (guint severity = 0; concluded != NULL && severity < TL_N_SEVERITIES; severity++)
    n_left += concluded->n_findings[severity];
  /* Those of other risks, of which there are thousands, are passed by no further than to the last of its own. */
  for (guint i = 0; n_left > 0 && i < tl_assessment_get_n_findings (assessment); i++)
    {
      const TlFinding *finding = tl_assessment_get_finding (assessment, i);

      if (finding->risk != concluded->facts)
        continue;
      n_left--;
      if (finding->link == link)
        g_ptr_array_add (findings, (gpointer) finding);
    }
  for (guint i = 0; concluded != NULL && i < tl_assessment_get_n_answered (assessment); i++)
    {
      const TlFinding *finding = tl_assessment_get_answered (assessment, i);

      if (finding->risk == concluded->facts && finding->link == link)
        g_ptr_array_add (findings, (gpointer) finding);
    }
  return findings;
}

/**
 * tl_link_body_new_more:
 * @n: how many findings aren't shown
 *
 * Returns: (transfer floating): a button that shows them, by the action `findings.show-all` of what it stands in
 */
GtkWidget *
tl_link_body_new_more (guint n)
{
  g_autofree char *label = g_strdup_printf (ngettext ("Show %u More Finding", "Show %u More Findings", n), n);
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "small-button");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "findings.show-all");
  return button;
}

/**
 * tl_link_body_count_first:
 * @n: how many findings there are
 *
 * Returns: how many of them are shown before somebody asks for more
 */
guint
tl_link_body_count_first (guint n)
{
  /* Nobody is asked to press for a single one. */
  return n <= MOST_FINDINGS + 1 ? n : MOST_FINDINGS;
}
