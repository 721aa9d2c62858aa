/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-risks-cells.h"

#include "tl-finding-counts.h"
#include "tl-line-cell.h"
#include "tl-rating-cell.h"
#include "tl-risk-cell.h"
#include "tl-sparkline.h"

/* It is given the item and its judgement; the latter so that it is asked again when something else is concluded. A cell
 * that is about to be reused has neither. */
static gpointer
risk_primary (GObject  *cell,
              TlRisk   *risk,
              gpointer  judgement)
{
  return judgement != NULL ? (gpointer) ((const TlRiskJudgement *) judgement)->primary : NULL;
}

static gboolean
risk_is_awaited (GObject  *cell,
                 gpointer  judgement)
{
  return judgement == NULL;
}

void
tl_risks_cells_bind_callbacks (GtkWidgetClass *widget_class)
{
  g_type_ensure (TL_TYPE_FINDING_COUNTS);
  g_type_ensure (TL_TYPE_LINE_CELL);
  g_type_ensure (TL_TYPE_RATING_CELL);
  g_type_ensure (TL_TYPE_RISK_CELL);
  g_type_ensure (TL_TYPE_SPARKLINE);

  gtk_widget_class_bind_template_callback (widget_class, risk_is_awaited);
  gtk_widget_class_bind_template_callback (widget_class, risk_primary);
}
