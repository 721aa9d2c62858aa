/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-owners-view-private.h"

#include <glib/gi18n.h>

#include "tl-line-cell.h"
#include "tl-owner-dialog.h"

static const TlId *
get_id (const TlMapNode *node)
{
  if (node->risk != NULL)
    return &node->risk->facts->base.id;
  return node->person != NULL ? &node->person->base.id : NULL;
}

guint
tl_owners_view_find_node (const TlOwnerMap *map,
                          TlMapColumn       column,
                          const TlId       *id)
{
  for (guint i = 0; map != NULL && i < tl_owner_map_get_n_nodes (map); i++)
    {
      const TlMapNode *node = tl_owner_map_get_node (map, i);

      if (node->column == column && get_id (node) != NULL && tl_id_equal (get_id (node), id))
        return i;
    }
  return TL_NO_NODE;
}

guint
tl_owners_view_find_risk (const TlOwnerMap *map,
                          TlRisk           *risk)
{
  return risk != NULL ? tl_owners_view_find_node (map, TL_MAP_COLUMN_RISK, tl_record_get_id (TL_RECORD (risk))) : TL_NO_NODE;
}

/* The risk that would be handed over: the one that is chosen, or the only one of a chosen owner. */
static TlRisk *
find_handed_over (TlOwnersView *self)
{
  const TlOwnerMap *map = tl_owner_map_canvas_get_map (self->canvas);
  guint chosen = tl_owner_map_canvas_get_chosen (self->canvas);
  TlWorkbook *workbook = tl_view_get_workbook (TL_VIEW (self));
  const TlMapNode *node;

  if (map == NULL || chosen == TL_NO_NODE || workbook == NULL)
    return NULL;
  node = tl_owner_map_get_node (map, chosen);
  if (node->column == TL_MAP_COLUMN_OWNER && tl_owner_map_count_edges (map, chosen, -1) == 1)
    node = tl_owner_map_get_node (map, tl_owner_map_get_joined (map, chosen, -1, 0));
  return node->risk != NULL ? tl_workbook_find_risk (workbook, &node->risk->facts->base.id) : NULL;
}

static void
show_handing_over (TlOwnersView *self)
{
  TlRisk *risk = find_handed_over (self);
  const TlRiskJudgement *judgement = risk != NULL ? tl_risk_get_judgement (risk) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->hand_over_button), judgement != NULL);
  gtk_button_set_label (self->hand_over_button,
                        judgement != NULL && judgement->n_owners == 0 ? _("_Name an Owner…") : _("_Hand Over…"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "owners.hand-over",
                                 judgement != NULL && tl_workbook_get_editable (tl_view_get_workbook (TL_VIEW (self))));
}

static void
hand_over_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  TlRisk *risk = find_handed_over (TL_OWNERS_VIEW (widget));

  if (risk != NULL)
    adw_dialog_present (ADW_DIALOG (tl_owner_dialog_new (tl_view_get_workbook (TL_VIEW (widget)), risk)), widget);
}

void
tl_owners_view_show_chosen (TlOwnersView *self)
{
  const TlOwnerMap *map = tl_owner_map_canvas_get_map (self->canvas);
  guint chosen = tl_owner_map_canvas_get_chosen (self->canvas);
  const TlMapNode *node;
  g_autofree char *sentence = NULL;

  show_handing_over (self);
  tl_owner_alike_show (self->alike, tl_view_get_workbook (TL_VIEW (self)), map, chosen);
  if (map == NULL)
    return;
  node = chosen != TL_NO_NODE ? tl_owner_map_get_node (map, chosen) : NULL;
  sentence = node != NULL ? tl_owner_map_describe (map, chosen) : tl_owner_map_describe_all (map);
  gtk_label_set_label (self->sentence, sentence);
  /* Of what is cut short where text is very large. */
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->sentence), sentence);
  gtk_widget_set_visible (self->line, !self->narrow && node != NULL && node->risk != NULL);
  gtk_widget_set_visible (self->erase_button, node != NULL && node->person != NULL);
  if (node != NULL && node->person != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->erase_button), "s", node->person->name);
  if (node != NULL && node->risk != NULL)
    tl_line_cell_set_judgement (TL_LINE_CELL (self->line), node->risk);

  /* A risk's own gap in the link Owned is what this picture is about. */
  if (node != NULL && node->risk != NULL && node->risk->line[TL_LINE_LINK_OWNED - 1].lacking[0] != NULL)
    gtk_label_set_label (self->concern, node->risk->line[TL_LINE_LINK_OWNED - 1].lacking[0]);
  else
    gtk_label_set_label (self->concern, node != NULL ? "" : _("Choose anything in the map to see its paths."));
  gtk_widget_set_visible (GTK_WIDGET (self->concern), *gtk_label_get_label (self->concern) != '\0');
}

static void
chosen_cb (TlOwnersView *self)
{
  const TlOwnerMap *map = tl_owner_map_canvas_get_map (self->canvas);
  guint chosen = tl_owner_map_canvas_get_chosen (self->canvas);
  const TlMapNode *node = map != NULL && chosen != TL_NO_NODE ? tl_owner_map_get_node (map, chosen) : NULL;
  TlWorkbook *workbook = tl_view_get_workbook (TL_VIEW (self));

  if (node != NULL && get_id (node) != NULL)
    {
      self->chosen_column = node->column;
      self->chosen_id = *get_id (node);
    }
  if (node != NULL && node->risk != NULL && workbook != NULL)
    tl_view_set_risk (TL_VIEW (self), tl_workbook_find_risk (workbook, &node->risk->facts->base.id));
  tl_owner_tree_set_chosen (self->tree, chosen);
  tl_owners_view_show_chosen (self);
}

/* One selection, wherever it was made. */
static void
tree_chosen_cb (TlOwnersView *self)
{
  guint chosen = tl_owner_tree_get_chosen (self->tree);

  if (chosen != TL_NO_NODE)
    tl_owner_map_canvas_set_chosen (self->canvas, chosen);
}

void
tl_owners_view_bind_chosen (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "owners.hand-over", NULL, hand_over_cb);
  gtk_widget_class_bind_template_child (widget_class, TlOwnersView, line);
  gtk_widget_class_bind_template_child (widget_class, TlOwnersView, sentence);
  gtk_widget_class_bind_template_child (widget_class, TlOwnersView, concern);
  g_type_ensure (TL_TYPE_OWNER_ALIKE);
  gtk_widget_class_bind_template_child (widget_class, TlOwnersView, alike);
  gtk_widget_class_bind_template_child (widget_class, TlOwnersView, erase_button);
  gtk_widget_class_bind_template_child (widget_class, TlOwnersView, hand_over_button);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, tree_chosen_cb);
}
