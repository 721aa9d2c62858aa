/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-risks-cells.h"

#include "tl-finding-counts.h"
#include "tl-line-cell.h"
#include "tl-rating-cell.h"
#include "tl-risk-cell.h"
#include "tl-risks-view-private.h"
#include "tl-sparkline.h"

/* The cells are made and filled here, and not by .ui files and expressions: those of one screen are made before the first
 * frame, and a row that is scrolled into view is given another risk in the middle of one. */

/* ── Made ─────────────────────────────────────────────────────────────────── */

static GtkWidget *
create_words (TlRiskCellKind kind,
              guint          chars,
              guint          least_chars)
{
  return g_object_new (TL_TYPE_RISK_CELL, "kind", kind, "chars", chars, "least-chars", least_chars, NULL);
}

static GtkWidget *
create_ref (void)
{
  return create_words (TL_RISK_CELL_KIND_REF, 4, 3);
}

static GtkWidget *
create_title (void)
{
  return create_words (TL_RISK_CELL_KIND_TITLE, 19, 12);
}

static GtkWidget *
create_owner (void)
{
  return create_words (TL_RISK_CELL_KIND_OWNER, 12, 9);
}

static GtkWidget *
create_measure (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *words = create_words (TL_RISK_CELL_KIND_MEASURE, 8, 7);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), tl_sparkline_new ());
  gtk_box_append (GTK_BOX (box), words);
  return box;
}

static GtkWidget *
create_review (void)
{
  return create_words (TL_RISK_CELL_KIND_REVIEW, 8, 6);
}

static void
findings_clicked_cb (GtkWidget         *button,
                     GtkColumnViewCell *cell)
{
  GtkWidget *view = gtk_widget_get_ancestor (button, TL_TYPE_RISKS_VIEW);
  TlRisk *risk = gtk_column_view_cell_get_item (cell);

  if (view != NULL && risk != NULL)
    tl_risks_view_open_findings (TL_RISKS_VIEW (view), risk);
}

static GtkWidget *
create_findings (void)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *counts = g_object_new (TL_TYPE_FINDING_COUNTS, "say-none", TRUE, "aligned", TRUE, NULL);

  gtk_button_set_child (GTK_BUTTON (button), counts);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "findings-button");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY, counts, NULL, -1);
  return button;
}

/* ── Filled ───────────────────────────────────────────────────────────────── */

static void
show_rating (GtkWidget *cell,
             TlRisk    *risk)
{
  const TlRiskJudgement *outline = tl_risk_get_outline (risk);

  if (outline != NULL)
    tl_rating_cell_set_rating (TL_RATING_CELL (cell), outline->rating, outline->band);
}

static void
show_line (GtkWidget *cell,
           TlRisk    *risk)
{
  tl_line_cell_set_judgement (TL_LINE_CELL (cell), tl_risk_get_judgement (risk));
}

static void
show_measure (GtkWidget *box,
              TlRisk    *risk)
{
  TlSparkline *sparkline = TL_SPARKLINE (gtk_widget_get_first_child (box));
  const TlRiskJudgement *judgement = tl_risk_get_judgement (risk);

  if (judgement != NULL)
    tl_sparkline_set_measure (sparkline, judgement->primary);
  else
    tl_sparkline_await (sparkline);
}

static void
show_findings (GtkWidget *button,
               TlRisk    *risk)
{
  tl_finding_counts_set_judgement (TL_FINDING_COUNTS (gtk_button_get_child (GTK_BUTTON (button))),
                                   tl_risk_get_judgement (risk));
}

/* ── Columns ──────────────────────────────────────────────────────────────── */

typedef void (* ShowFunc) (GtkWidget *child,
                           TlRisk    *risk);

typedef struct
{
  GtkWidget *(* create) (void);
  /* What the cell shows beside the words, which follow the risk by themselves; and what of the risk that rests on. */
  ShowFunc show;
  const char *changed;
} Column;

static const Column columns[TL_N_RISKS_ORDERS] = {
  [TL_RISKS_ORDER_REF] = { create_ref, NULL, NULL },
  [TL_RISKS_ORDER_TITLE] = { create_title, NULL, NULL },
  [TL_RISKS_ORDER_RATING] = { tl_rating_cell_new, show_rating, "notify::outline" },
  [TL_RISKS_ORDER_OWNER] = { create_owner, NULL, NULL },
  [TL_RISKS_ORDER_LINE] = { tl_line_cell_new, show_line, "notify::judgement" },
  [TL_RISKS_ORDER_MEASURE] = { create_measure, show_measure, "notify::judgement" },
  [TL_RISKS_ORDER_REVIEW] = { create_review, NULL, NULL },
  [TL_RISKS_ORDER_FINDINGS] = { create_findings, show_findings, "notify::judgement" },
};

/* Where there are words, they are all that the cell has, or come last. */
static TlRiskCell *
find_words (GtkWidget *child)
{
  if (GTK_IS_BOX (child))
    child = gtk_widget_get_last_child (child);
  return TL_IS_RISK_CELL (child) ? TL_RISK_CELL (child) : NULL;
}

static void
changed_cb (TlRisk            *risk,
            GParamSpec        *pspec,
            GtkColumnViewCell *cell)
{
  const Column *column = g_object_get_data (G_OBJECT (cell), "column");

  column->show (gtk_column_view_cell_get_child (cell), risk);
}

static void
set_up_cb (GtkSignalListItemFactory *factory,
           GtkColumnViewCell        *cell,
           const Column             *column)
{
  GtkWidget *child = column->create ();

  g_object_set_data (G_OBJECT (cell), "column", (gpointer) column);
  if (GTK_IS_BUTTON (child))
    g_signal_connect (child, "clicked", G_CALLBACK (findings_clicked_cb), cell);
  gtk_column_view_cell_set_child (cell, child);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkColumnViewCell        *cell,
         const Column             *column)
{
  GtkWidget *child = gtk_column_view_cell_get_child (cell);
  TlRiskCell *words = find_words (child);
  TlRisk *risk = gtk_column_view_cell_get_item (cell);

  if (words != NULL)
    tl_risk_cell_set_risk (words, risk);
  if (column->show == NULL)
    return;
  column->show (child, risk);
  g_signal_connect (risk, column->changed, G_CALLBACK (changed_cb), cell);
}

/* One that waits to be used again goes on showing the last risk, and no longer follows it. */
static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkColumnViewCell        *cell,
           const Column             *column)
{
  TlRiskCell *words = find_words (gtk_column_view_cell_get_child (cell));

  if (words != NULL)
    tl_risk_cell_set_risk (words, NULL);
  if (column->show != NULL)
    g_signal_handlers_disconnect_by_func (gtk_column_view_cell_get_item (cell), changed_cb, cell);
}

/**
 * tl_risks_cells_new:
 * @column: what a column shows
 *
 * Returns: (transfer full): makes its cells
 */
GtkListItemFactory *
tl_risks_cells_new (TlRisksOrder column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_return_val_if_fail (column < TL_N_RISKS_ORDERS, factory);

  g_signal_connect (factory, "setup", G_CALLBACK (set_up_cb), (gpointer) &columns[column]);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), (gpointer) &columns[column]);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), (gpointer) &columns[column]);
  return factory;
}
