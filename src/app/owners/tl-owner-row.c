/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-owner-row.h"

#include "tl-finding-counts.h"
#include "tl-rating-cell.h"
#include "tl-wrap-layout.h"

struct _TlOwnerRow
{
  AdwBin parent_instance;

  GtkWidget *rating;
  GtkWidget *findings;
  GtkLabel *title;
  GtkLabel *caption;
  GtkLabel *sentence;
  GtkWidget *badge;
  GtkWidget *badge_mark;
  GtkLabel *badge_label;
};

G_DEFINE_FINAL_TYPE (TlOwnerRow, tl_owner_row, ADW_TYPE_BIN)

static void
tl_owner_row_dispose (GObject *object)
{
  /* The bin mustn't let go of its child a second time. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_OWNER_ROW);

  G_OBJECT_CLASS (tl_owner_row_parent_class)->dispose (object);
}

static void
tl_owner_row_class_init (TlOwnerRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_owner_row_dispose;

  g_type_ensure (TL_TYPE_FINDING_COUNTS);
  g_type_ensure (TL_TYPE_RATING_CELL);
  g_type_ensure (TL_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/owners/owner-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlOwnerRow, rating);
  gtk_widget_class_bind_template_child (widget_class, TlOwnerRow, findings);
  gtk_widget_class_bind_template_child (widget_class, TlOwnerRow, title);
  gtk_widget_class_bind_template_child (widget_class, TlOwnerRow, caption);
  gtk_widget_class_bind_template_child (widget_class, TlOwnerRow, sentence);
  gtk_widget_class_bind_template_child (widget_class, TlOwnerRow, badge);
  gtk_widget_class_bind_template_child (widget_class, TlOwnerRow, badge_mark);
  gtk_widget_class_bind_template_child (widget_class, TlOwnerRow, badge_label);
}

static void
tl_owner_row_init (TlOwnerRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_owner_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
tl_owner_row_new (void)
{
  return g_object_new (TL_TYPE_OWNER_ROW, NULL);
}

static void
show_text (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/**
 * tl_owner_row_set_up_item:
 * @item: an item of a list whose rows fold
 *
 * Gives it a row within an expander.
 */
void
tl_owner_row_set_up_item (GtkListItem *item)
{
  GtkWidget *expander = gtk_tree_expander_new ();

  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), tl_owner_row_new ());
  gtk_list_item_set_child (item, expander);
  /* The expander has the keys that fold. */
  gtk_list_item_set_focusable (item, FALSE);
}

/**
 * tl_owner_row_bind_item:
 * @item: an item that was set up
 * @name: what it is, as it is read out
 *
 * Lets it fold as the row of the list that it stands for does.
 *
 * Returns: (transfer none): its row, to be filled
 */
TlOwnerRow *
tl_owner_row_bind_item (GtkListItem *item,
                        const char  *name)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (item));

  gtk_tree_expander_set_list_row (expander, gtk_list_item_get_item (item));
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_item_set_accessible_label (item, name);
  return TL_OWNER_ROW (gtk_tree_expander_get_child (expander));
}

/**
 * tl_owner_row_unbind_item:
 * @item: an item that was bound
 *
 * Lets go of the row of the list that it stood for.
 */
void
tl_owner_row_unbind_item (GtkListItem *item)
{
  gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (gtk_list_item_get_child (item)), NULL);
}

/**
 * tl_owner_row_set_text:
 * @self: a row
 * @title: what it is
 * @caption: (nullable): what supports that
 * @sentence: (nullable): more about it, of which nothing is cut
 *
 * Shows something, instead of something else perhaps.
 */
void
tl_owner_row_set_text (TlOwnerRow *self,
                       const char *title,
                       const char *caption,
                       const char *sentence)
{
  show_text (self->title, title);
  show_text (self->caption, caption);
  show_text (self->sentence, sentence);
}

/**
 * tl_owner_row_set_risk:
 * @self: a row
 * @risk: (nullable): the risk that it is about, %NULL for anything else
 *
 * Shows how grave a risk is and what is found on it, as the map does.
 */
void
tl_owner_row_set_risk (TlOwnerRow            *self,
                       const TlRiskJudgement *risk)
{
  gtk_widget_set_visible (self->rating, risk != NULL);
  gtk_widget_set_visible (self->findings, risk != NULL);
  if (risk == NULL)
    return;
  g_object_set (self->rating, "rating", risk->rating, "band", (int) risk->band, NULL);
  g_object_set (self->findings, "act", risk->n_findings[TL_SEVERITY_ACT], "watch", risk->n_findings[TL_SEVERITY_WATCH],
                "note", risk->n_findings[TL_SEVERITY_NOTE], NULL);
}

/**
 * tl_owner_row_describe_risk:
 * @self: a row
 *
 * Returns: (transfer full) (nullable): how grave its risk is and what is found on it, in words; %NULL without a risk
 */
char *
tl_owner_row_describe_risk (TlOwnerRow *self)
{
  if (!gtk_widget_get_visible (self->rating))
    return NULL;
  return g_strdup_printf ("%s. %s.", tl_drawn_cell_get_sentence (TL_DRAWN_CELL (self->rating)),
                          tl_drawn_cell_get_sentence (TL_DRAWN_CELL (self->findings)));
}

/**
 * tl_owner_row_set_badge:
 * @self: a row
 * @badge: (nullable): what is wrong with it, in a few words
 * @severity: how grave that is
 *
 * Shows what is wrong, by a mark and in words.
 */
void
tl_owner_row_set_badge (TlOwnerRow *self,
                        const char *badge,
                        TlSeverity  severity)
{
  gboolean act = severity == TL_SEVERITY_ACT;

  gtk_widget_set_visible (self->badge, badge != NULL);
  if (badge == NULL)
    return;
  gtk_label_set_label (self->badge_label, badge);
  gtk_widget_remove_css_class (self->badge, act ? "watch" : "act");
  gtk_widget_add_css_class (self->badge, act ? "act" : "watch");
  g_object_set (self->badge_mark, "act", act ? 1 : 0, "watch", act ? 0 : 1, NULL);
}
