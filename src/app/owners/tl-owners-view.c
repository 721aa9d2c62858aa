/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-owners-view.h"

#include <glib/gi18n.h>

#include "tl-line-cell.h"
#include "tl-owner-map-canvas.h"
#include "tl-owner-map-layout.h"

struct _TlOwnersView
{
  TlView parent_instance;

  GtkStack *stack;
  GtkWidget *headings;
  TlOwnerMapCanvas *canvas;
  GtkWidget *line;
  GtkLabel *sentence;
  GtkLabel *concern;
  GtkWidget *erase_button;

  /* Whether something else was concluded while nobody looked. */
};

G_DEFINE_FINAL_TYPE (TlOwnersView, tl_owners_view, TL_TYPE_VIEW)

static guint
find_risk (const TlOwnerMap *map,
           TlRisk           *risk)
{
  for (guint i = 0; map != NULL && risk != NULL && i < tl_owner_map_get_n_nodes (map); i++)
    {
      const TlMapNode *node = tl_owner_map_get_node (map, i);

      if (node->risk != NULL && tl_id_equal (&node->risk->facts->base.id, tl_record_get_id (TL_RECORD (risk))))
        return i;
    }
  return TL_NO_NODE;
}

/* What holds for the whole map, said when nothing is chosen. */
static char *
describe_all (const TlOwnerMap *map)
{
  guint n_risks = tl_owner_map_count (map, TL_MAP_COLUMN_RISK), n_unowned = 0;

  for (guint i = 0; i < tl_owner_map_get_n_nodes (map); i++)
    {
      const TlMapNode *node = tl_owner_map_get_node (map, i);

      n_unowned += node->risk != NULL && node->risk->n_owners == 0;
    }
  if (n_unowned == 0)
    return g_strdup_printf (ngettext ("%u open risk, and somebody answers for it.",
                                      "%u open risks, and somebody answers for each.", n_risks), n_risks);
  return g_strdup_printf (ngettext ("%u open risk, %u that nobody answers for.",
                                    "%u open risks, %u that nobody answers for.", n_risks), n_risks, n_unowned);
}

static void
show_chosen (TlOwnersView *self)
{
  const TlOwnerMap *map = tl_owner_map_canvas_get_map (self->canvas);
  guint chosen = tl_owner_map_canvas_get_chosen (self->canvas);
  const TlMapNode *node;
  g_autofree char *sentence = NULL;

  if (map == NULL)
    return;
  node = chosen != TL_NO_NODE ? tl_owner_map_get_node (map, chosen) : NULL;
  sentence = node != NULL ? tl_owner_map_describe (map, chosen) : describe_all (map);
  gtk_label_set_label (self->sentence, sentence);
  gtk_widget_set_visible (self->line, node != NULL && node->risk != NULL);
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

  if (node != NULL && node->risk != NULL && workbook != NULL)
    tl_view_set_risk (TL_VIEW (self), tl_workbook_find_risk (workbook, &node->risk->facts->base.id));
  show_chosen (self);
}

static void
show_map (TlOwnersView *self)
{
  TlView *view = TL_VIEW (self);
  TlWorkbook *workbook = tl_view_get_workbook (view);
  TlAssessment *assessment = workbook != NULL ? tl_workbook_get_assessment (workbook) : NULL;
  TlOwnerMap *map = assessment != NULL ? tl_owner_map_new (assessment, NULL) : NULL;
  gboolean empty = map == NULL || tl_owner_map_get_n_nodes (map) == 0;

  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "map");
  tl_owner_map_canvas_set_map (self->canvas, map);
  tl_owner_map_canvas_set_chosen (self->canvas, find_risk (map, tl_view_get_risk (view)));
  show_chosen (self);
}

static void
tl_owners_view_assessment_changed (TlView *view)
{
  show_map (TL_OWNERS_VIEW (view));
}

/* One that has been looked at goes, so that it doesn't hold on to what was concluded before. */
static void
tl_owners_view_let_go (TlView *view)
{
  tl_owner_map_canvas_set_map (TL_OWNERS_VIEW (view)->canvas, NULL);
}

static void
tl_owners_view_risk_changed (TlView *view)
{
  TlOwnersView *self = TL_OWNERS_VIEW (view);
  const TlOwnerMap *map = tl_owner_map_canvas_get_map (self->canvas);
  guint risk = find_risk (map, tl_view_get_risk (view));

  if (risk != TL_NO_NODE)
    tl_owner_map_canvas_set_chosen (self->canvas, risk);
}

static void
tl_owners_view_dispose (GObject *object)
{
  /* The bin mustn't let go of its child a second time. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_OWNERS_VIEW);

  G_OBJECT_CLASS (tl_owners_view_parent_class)->dispose (object);
}

static void
tl_owners_view_class_init (TlOwnersViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TlViewClass *view_class = TL_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_owners_view_dispose;
  view_class->assessment_changed = tl_owners_view_assessment_changed;
  view_class->risk_changed = tl_owners_view_risk_changed;
  view_class->let_go = tl_owners_view_let_go;

  g_type_ensure (TL_TYPE_LINE_CELL);
  g_type_ensure (TL_TYPE_OWNER_MAP_CANVAS);
  g_type_ensure (TL_TYPE_OWNER_MAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/owners/owners-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TlOwnersView, stack);
  gtk_widget_class_bind_template_child (widget_class, TlOwnersView, headings);
  gtk_widget_class_bind_template_child (widget_class, TlOwnersView, canvas);
  gtk_widget_class_bind_template_child (widget_class, TlOwnersView, line);
  gtk_widget_class_bind_template_child (widget_class, TlOwnersView, sentence);
  gtk_widget_class_bind_template_child (widget_class, TlOwnersView, concern);
  gtk_widget_class_bind_template_child (widget_class, TlOwnersView, erase_button);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
tl_owners_view_init (TlOwnersView *self)
{
  TlOwnerMapLayout *layout;
  TlMapColumn column = TL_MAP_COLUMN_RISK;

  gtk_widget_init_template (GTK_WIDGET (self));

  layout = TL_OWNER_MAP_LAYOUT (gtk_widget_get_layout_manager (self->headings));
  for (GtkWidget *heading = gtk_widget_get_first_child (self->headings); heading != NULL;
       heading = gtk_widget_get_next_sibling (heading))
    tl_owner_map_layout_set_place (layout, heading, column++, 0);
}
