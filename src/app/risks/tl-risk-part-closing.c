/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-risk-parts.h"

#include <glib/gi18n.h>

#include "tl-closing-case.h"
#include "tl-format.h"
#include "tl-ground-row.h"
#include "tl-mark-cell.h"
#include "tl-risk-mending.h"

/* On what a risk may close; and what it was closed on, as that stood. */

static GtkWidget *
make_mark (gboolean met)
{
  GtkWidget *mark;

  if (!met)
    return tl_mark_cell_new_link (TL_LINK_STATE_MISSING);
  mark = gtk_image_new_from_icon_name ("object-select-symbolic");
  gtk_widget_set_tooltip_text (mark, _("met"));
  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  /* As wide as the marks of what lacks. */
  gtk_widget_set_margin_start (mark, 2);
  gtk_widget_set_margin_end (mark, 2);
  return mark;
}

static void
add_condition (TlRiskPart *part,
               gboolean    met,
               const char *text,
               GtkWidget  *button)
{
  GtkWidget *row = tl_ground_row_new (make_mark (met), text, NULL), *box;
  g_autofree char *name = g_strdup_printf ("%s: %s", met ? _("met") : _("not met"), text);

  if (button == NULL)
    {
      tl_risk_part_add (part, row, name);
      return;
    }
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "small-button");
  gtk_widget_add_css_class (button, "condition-button");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), row);
  gtk_box_append (GTK_BOX (box), button);
  tl_risk_part_add (part, box, name);
}

static void
add_conditions_now (TlRiskPart            *part,
                    const TlRiskJudgement *risk)
{
  for (guint i = 0; i < TL_N_CLOSING_CONDITIONS; i++)
    {
      const TlClosingCondition *condition = &risk->conditions[i];
      gboolean leads = !condition->met && condition->mending.remedy != TL_REMEDY_NONE
                       && tl_risk_mending_can (condition->mending.remedy);

      add_condition (part, condition->met, condition->text,
                     leads ? tl_risk_mending_button (condition->mending.remedy, condition->mending.row) : NULL);
    }
}

/* ── What it was closed on ────────────────────────────────────────────────── */

static void
add_case (TlRiskPart          *part,
          const TlClosingCase *closing)
{
  /* Translators: %s is a forum and a day */
  g_autofree char *text = g_strdup_printf (_("Closed by %s"), closing->title);
  g_autofree char *detail = tl_closing_case_describe (closing);
  g_autofree char *name = g_strdup_printf ("%s. %s", text, detail);

  tl_risk_part_add (part, tl_ground_row_new (make_mark (closing->held), text, detail), name);
}

/* The conditions and the line as they were that day. */
static void
add_proof (TlRiskPart          *part,
           const TlClosingCase *closing)
{
  for (guint i = 0; i < closing->conditions->len; i++)
    {
      const TlClosingAnswer *condition = g_ptr_array_index (closing->conditions, i);

      add_condition (part, condition->met, condition->text, NULL);
    }
  for (int i = 0; i < TL_N_LINE_LINKS; i++)
    {
      const char *link = _(tl_position_get_word ((TlLineLink) (i + 1)));
      const char *state = tl_word_label (TL_TYPE_LINK_STATE, (int) closing->states[i]);
      /* Translators: a link of the line, and its state, as in "Owned, sound" */
      g_autofree char *text = g_strdup_printf (_("%1$s, %2$s"), link, state);
      g_autofree char *name = g_strdup_printf ("%s: %s", text, closing->grounds[i]);

      tl_risk_part_add (part, tl_ground_row_new (tl_mark_cell_new_link (closing->states[i]), text, closing->grounds[i]), name);
    }
}

/**
 * tl_risk_parts_fill_closing:
 * @part: a part
 * @risk: a risk of which something is concluded
 *
 * Shows the conditions on which an open risk may close, each met or not; of a closed one what it was closed on, as that
 * stood on the day; and earlier closings, which reopening keeps.
 */
void
tl_risk_parts_fill_closing (TlRiskPart *part,
                            TlRisk     *risk)
{
  const TlRiskJudgement *concluded = tl_risk_get_judgement (risk);
  g_autoptr (GPtrArray) cases = tl_closing_case_list (tl_risk_get_assessment (risk), &concluded->facts->base.id);
  gboolean open = concluded->state == TL_RISK_STATE_OPEN;

  tl_risk_part_clear (part);
  g_object_set (part, "title", open ? _("Before It Can Close") : _("How It Ended"),
                "action-label", open ? _("_Review…") : _("_Reopen…"), NULL);
  if (open)
    add_conditions_now (part, concluded);
  for (guint i = cases->len; i > 0; i--)
    {
      const TlClosingCase *closing = g_ptr_array_index (cases, i - 1);

      add_case (part, closing);
      if (i == cases->len && concluded->state == TL_RISK_STATE_CLOSED)
        add_proof (part, closing);
    }
}
