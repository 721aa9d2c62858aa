/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-risks-cells.h"

#include <glib/gi18n.h>

#include "tl-fact-cell.h"
#include "tl-finding-counts.h"
#include "tl-line-cell.h"
#include "tl-rating-cell.h"
#include "tl-risk-words.h"
#include "tl-risk.h"
#include "tl-sparkline.h"

/* Each is given the item and its judgement; the latter so that it is asked again when something else is concluded. A
 * cell that is about to be reused has neither. */

static char *
risk_theme (GObject  *cell,
            TlRisk   *risk,
            gpointer  judgement)
{
  return tl_risk_words_theme (judgement);
}

static char *
risk_owner (GObject  *cell,
            TlRisk   *risk,
            gpointer  judgement)
{
  return tl_risk_words_owner (judgement);
}

static char *
risk_owner_ground (GObject  *cell,
                   TlRisk   *risk,
                   gpointer  judgement)
{
  return tl_risk_words_owner_ground (judgement, risk != NULL ? tl_risk_get_as_at (risk) : TL_NO_DAY);
}

static gboolean
risk_is_unowned (GObject  *cell,
                 TlRisk   *risk,
                 gpointer  judgement)
{
  const TlRiskJudgement *concluded = judgement;

  return concluded != NULL && concluded->n_owners == 0;
}

static char *
risk_measure (GObject  *cell,
              TlRisk   *risk,
              gpointer  judgement)
{
  return tl_risk_words_measure (judgement);
}

static char *
risk_measure_ground (GObject  *cell,
                     TlRisk   *risk,
                     gpointer  judgement)
{
  return tl_risk_words_measure_ground (judgement);
}

static gpointer
risk_primary (GObject  *cell,
              TlRisk   *risk,
              gpointer  judgement)
{
  return judgement != NULL ? (gpointer) ((const TlRiskJudgement *) judgement)->primary : NULL;
}

static gboolean
risk_has_reading (GObject  *cell,
                  TlRisk   *risk,
                  gpointer  judgement)
{
  const TlRiskJudgement *concluded = judgement;

  return concluded != NULL && concluded->primary != NULL && concluded->primary->latest != NULL;
}

static gboolean
risk_lacks_reading (GObject  *cell,
                    TlRisk   *risk,
                    gpointer  judgement)
{
  return !risk_has_reading (cell, risk, judgement);
}

static char *
risk_review (GObject  *cell,
             TlRisk   *risk,
             gpointer  judgement)
{
  return tl_risk_words_review (judgement, risk != NULL ? tl_risk_get_as_at (risk) : TL_NO_DAY);
}

static char *
risk_review_ground (GObject  *cell,
                    TlRisk   *risk,
                    gpointer  judgement)
{
  return tl_risk_words_review_ground (judgement, risk != NULL ? tl_risk_get_as_at (risk) : TL_NO_DAY);
}

static gboolean
risk_is_late (GObject  *cell,
              TlRisk   *risk,
              gpointer  judgement)
{
  return tl_risk_words_is_late (judgement, risk != NULL ? tl_risk_get_as_at (risk) : TL_NO_DAY);
}

/* ── Cards ────────────────────────────────────────────────────────────────── */

static char *
risk_heading (GObject  *cell,
              TlRisk   *risk,
              gpointer  judgement)
{
  const char *ref = risk != NULL ? tl_record_get_ref (TL_RECORD (risk)) : NULL;
  const char *title = risk != NULL ? tl_risk_get_title (risk) : NULL;

  return g_strdup_printf ("%s %s", ref != NULL ? ref : "", title != NULL ? title : "");
}

static char *
risk_summary (GObject  *cell,
              TlRisk   *risk,
              gpointer  judgement)
{
  g_autofree char *owner = risk_owner (cell, risk, judgement);
  g_autofree char *review = risk_review_ground (cell, risk, judgement);

  if (judgement == NULL)
    return g_strdup ("");
  if (((const TlRiskJudgement *) judgement)->state != TL_RISK_STATE_OPEN)
    return g_strdup_printf ("%s · %s", owner, review);
  /* Translators: the owner's name, then when the review is, as in "in 10 days" */
  return g_strdup_printf (_("%1$s · review %2$s"), owner, review);
}

void
tl_risks_cells_bind_callbacks (GtkWidgetClass *widget_class)
{
  g_type_ensure (TL_TYPE_FACT_CELL);
  g_type_ensure (TL_TYPE_FINDING_COUNTS);
  g_type_ensure (TL_TYPE_LINE_CELL);
  g_type_ensure (TL_TYPE_RATING_CELL);
  g_type_ensure (TL_TYPE_SPARKLINE);

  gtk_widget_class_bind_template_callback (widget_class, risk_theme);
  gtk_widget_class_bind_template_callback (widget_class, risk_owner);
  gtk_widget_class_bind_template_callback (widget_class, risk_owner_ground);
  gtk_widget_class_bind_template_callback (widget_class, risk_is_unowned);
  gtk_widget_class_bind_template_callback (widget_class, risk_measure);
  gtk_widget_class_bind_template_callback (widget_class, risk_measure_ground);
  gtk_widget_class_bind_template_callback (widget_class, risk_primary);
  gtk_widget_class_bind_template_callback (widget_class, risk_has_reading);
  gtk_widget_class_bind_template_callback (widget_class, risk_lacks_reading);
  gtk_widget_class_bind_template_callback (widget_class, risk_review);
  gtk_widget_class_bind_template_callback (widget_class, risk_review_ground);
  gtk_widget_class_bind_template_callback (widget_class, risk_is_late);
  gtk_widget_class_bind_template_callback (widget_class, risk_heading);
  gtk_widget_class_bind_template_callback (widget_class, risk_summary);
}
