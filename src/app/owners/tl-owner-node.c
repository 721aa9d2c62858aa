/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-owner-node.h"

#include <adwaita.h>

#include "tl-finding-counts.h"
#include "tl-rating-cell.h"

struct _TlOwnerNode
{
  GtkButton parent_instance;

  guint number;
  TlMapColumn column;
  gboolean said;
  GtkWidget *rating;
  GtkWidget *avatar;
  GtkWidget *findings;
  GtkLabel *title;
  GtkLabel *caption;
  GtkWidget *badge;
  GtkWidget *badge_mark;
  GtkLabel *badge_label;
};

G_DEFINE_FINAL_TYPE (TlOwnerNode, tl_owner_node, GTK_TYPE_BUTTON)

static void
tl_owner_node_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_OWNER_NODE);

  G_OBJECT_CLASS (tl_owner_node_parent_class)->dispose (object);
}

static void
tl_owner_node_class_init (TlOwnerNodeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_owner_node_dispose;

  g_type_ensure (TL_TYPE_FINDING_COUNTS);
  g_type_ensure (TL_TYPE_RATING_CELL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/owners/owner-node.ui");
  gtk_widget_class_bind_template_child (widget_class, TlOwnerNode, rating);
  gtk_widget_class_bind_template_child (widget_class, TlOwnerNode, avatar);
  gtk_widget_class_bind_template_child (widget_class, TlOwnerNode, findings);
  gtk_widget_class_bind_template_child (widget_class, TlOwnerNode, title);
  gtk_widget_class_bind_template_child (widget_class, TlOwnerNode, caption);
  gtk_widget_class_bind_template_child (widget_class, TlOwnerNode, badge);
  gtk_widget_class_bind_template_child (widget_class, TlOwnerNode, badge_mark);
  gtk_widget_class_bind_template_child (widget_class, TlOwnerNode, badge_label);
}

static void
tl_owner_node_init (TlOwnerNode *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_css_class (GtkWidget  *widget,
               const char *name,
               gboolean    on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
show_risk (TlOwnerNode           *self,
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

static void
show_badge (TlOwnerNode     *self,
            const TlMapNode *node)
{
  gboolean act = node->badge_severity == TL_SEVERITY_ACT;

  gtk_widget_set_visible (self->badge, node->badge != NULL);
  if (node->badge == NULL)
    return;
  gtk_label_set_label (self->badge_label, node->badge);
  /* It gives way where words are long. */
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->badge_label), node->badge);
  set_css_class (self->badge, "act", act);
  set_css_class (self->badge, "watch", !act);
  g_object_set (self->badge_mark, "act", act ? 1 : 0, "watch", act ? 0 : 1, NULL);
}

/**
 * tl_owner_node_new:
 *
 * Returns: (transfer floating): a button that shows no node yet
 */
GtkWidget *
tl_owner_node_new (void)
{
  return g_object_new (TL_TYPE_OWNER_NODE, NULL);
}

/**
 * tl_owner_node_new_pattern:
 *
 * Returns: (transfer floating): one with everything that any node may have, by which nodes are measured; nobody sees it
 */
GtkWidget *
tl_owner_node_new_pattern (void)
{
  TlOwnerNode *self = g_object_new (TL_TYPE_OWNER_NODE, "can-focus", FALSE, "focusable", FALSE, NULL);

  gtk_label_set_label (self->title, "Åg");
  gtk_label_set_label (self->caption, "Åg");
  gtk_label_set_label (self->badge_label, "Åg");
  gtk_widget_set_visible (self->rating, TRUE);
  gtk_widget_set_visible (self->findings, TRUE);
  gtk_widget_set_visible (self->badge, TRUE);
  /* A risk has findings of each kind and no badge; a badge gives way to what stands before it. */
  g_object_set (self->findings, "act", 9, "watch", 9, "note", 9, NULL);
  gtk_widget_set_visible (self->badge_mark, FALSE);
  gtk_widget_set_child_visible (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  return GTK_WIDGET (self);
}

/**
 * tl_owner_node_set_node:
 * @self: a node
 * @map: the map
 * @number: number of a node in it
 *
 * Shows a node, instead of another one perhaps. What it is in words is said by tl_owner_node_say().
 */
void
tl_owner_node_set_node (TlOwnerNode      *self,
                        const TlOwnerMap *map,
                        guint             number)
{
  const TlMapNode *node = tl_owner_map_get_node (map, number);

  self->said = FALSE;
  self->number = number;
  self->column = node->column;
  gtk_label_set_label (self->title, node->title);
  gtk_label_set_label (self->caption, node->caption != NULL ? node->caption : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->caption), node->caption);
  gtk_widget_set_visible (GTK_WIDGET (self->caption), node->caption != NULL);
  show_risk (self, node->risk);
  gtk_widget_set_visible (self->avatar, node->column == TL_MAP_COLUMN_OWNER);
  /* Nobody has no initials. */
  adw_avatar_set_text (ADW_AVATAR (self->avatar), node->person != NULL ? node->title : NULL);
  show_badge (self, node);
  set_css_class (GTK_WIDGET (self), "gap", node->gap);
  set_css_class (GTK_WIDGET (self), "own", node->flat);
}

/**
 * tl_owner_node_say:
 * @self: a node that shows one of the map
 * @map: the map
 *
 * Says in words what the node shows, to screen readers and to whoever rests the pointer on it; nothing where it has.
 */
void
tl_owner_node_say (TlOwnerNode      *self,
                   const TlOwnerMap *map)
{
  g_autofree char *description = NULL, *gravity = NULL;

  if (self->said)
    return;
  self->said = TRUE;
  description = tl_owner_map_describe (map, self->number);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
  gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  if (tl_owner_map_get_node (map, self->number)->risk == NULL)
    return;
  gravity = g_strdup_printf ("%s. %s.", tl_drawn_cell_get_sentence (TL_DRAWN_CELL (self->rating)),
                             tl_drawn_cell_get_sentence (TL_DRAWN_CELL (self->findings)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, gravity, -1);
}

/**
 * tl_owner_node_get_number:
 * @self: a node
 *
 * Returns: its number in the map
 */
guint
tl_owner_node_get_number (TlOwnerNode *self)
{
  return self->number;
}

/**
 * tl_owner_node_get_column:
 * @self: a node
 *
 * Returns: the column of what it shows, or showed last
 */
TlMapColumn
tl_owner_node_get_column (TlOwnerNode *self)
{
  return self->column;
}

/**
 * tl_owner_node_set_look:
 * @self: a node
 * @chosen: whether it is the one that was chosen
 * @kept: whether it lies on a path through the chosen one
 * @dimmed: whether it doesn't, while one is chosen
 *
 * Shows how the node stands to what is chosen; a screen reader is told by its state.
 */
void
tl_owner_node_set_look (TlOwnerNode *self,
                        gboolean     chosen,
                        gboolean     kept,
                        gboolean     dimmed)
{
  set_css_class (GTK_WIDGET (self), "chosen", chosen);
  set_css_class (GTK_WIDGET (self), "kept", kept);
  set_css_class (GTK_WIDGET (self), "aside", dimmed);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_PRESSED,
                               chosen ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}
