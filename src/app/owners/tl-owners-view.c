/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-owners-view-private.h"

#include "tl-line-cell.h"
#include "tl-owner-entry.h"
#include "tl-owner-map-layout.h"

G_DEFINE_FINAL_TYPE (TlOwnersView, tl_owners_view, TL_TYPE_VIEW)

/* ── The map ── */

typedef struct
{
  TlAssessment *assessment;
  TlOwnerMapFilter filter;
  gboolean people;
  gboolean records;
} Wanted;

/* The map, and the list that is looked at instead. */
typedef struct
{
  TlOwnerMap *map;
  GListModel *people;
  GListModel *records;
} Made;

static void
made_free (gpointer data)
{
  Made *made = data;

  g_clear_pointer (&made->map, tl_owner_map_free);
  g_clear_object (&made->people);
  g_clear_object (&made->records);
  g_free (made);
}

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  tl_assessment_unref (wanted->assessment);
  g_free (wanted);
}

static void
make_job (GTask        *task,
          gpointer      source,
          gpointer      data,
          GCancellable *cancellable)
{
  const Wanted *wanted = data;

  Made *made = g_new0 (Made, 1);

  made->map = tl_owner_map_new (wanted->assessment, &wanted->filter);
  if (wanted->people)
    {
      g_autoptr (TlPeopleParts) people = tl_people_parts_new (wanted->assessment, &wanted->filter);

      made->people = tl_owner_entry_list_people (people, tl_assessment_get_as_at (wanted->assessment));
    }
  if (wanted->records)
    made->records = tl_owner_entry_list_records (wanted->assessment, &wanted->filter);
  g_task_return_pointer (task, made, made_free);
}

static void
stop_making (TlOwnersView *self)
{
  g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
}

/* The list looks at the map that the canvas has. */
static void
set_map (TlOwnersView *self,
         TlOwnerMap   *map)
{
  tl_owner_tree_set_map (self->tree, NULL);
  tl_owner_map_canvas_set_map (self->canvas, map);
  tl_owner_tree_set_map (self->tree, map);
}

static void
set_lists (TlOwnersView *self,
           GListModel   *people,
           GListModel   *records)
{
  self->has_people = people != NULL;
  self->has_records = records != NULL;
  self->disagreed = records != NULL && g_list_model_get_n_items (records) > 0;
  tl_owner_entries_set_entries (self->people, people);
  tl_owner_entries_set_entries (self->records, records);
}

/* What was chosen is chosen still, or else the risk in hand. */
static void
show_map (TlOwnersView *self,
          TlOwnerMap   *map)
{
  gboolean filtered = tl_owner_filter_bar_is_set (self->filter_bar);
  gboolean empty = tl_owner_map_get_n_nodes (map) == 0;
  guint chosen = tl_owners_view_find_node (map, self->chosen_column, &self->chosen_id);

  gtk_stack_set_visible_child_name (self->stack, empty && !filtered ? "empty" : "map");
  gtk_widget_set_visible (self->nothing, empty);
  gtk_widget_set_visible (GTK_WIDGET (self->ways), !empty);
  set_map (self, map);
  if (chosen == TL_NO_NODE)
    chosen = tl_owners_view_find_risk (map, tl_view_get_risk (TL_VIEW (self)));
  tl_owner_map_canvas_set_chosen (self->canvas, chosen);
  tl_owners_view_show_chosen (self);
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  TlOwnersView *self = TL_OWNERS_VIEW (source);
  g_autoptr (GError) error = NULL;
  Made *made = g_task_propagate_pointer (G_TASK (result), &error);

  if (made == NULL)
    return;
  g_clear_object (&self->making);
  set_lists (self, made->people, made->records);
  tl_owners_view_show_way (self);
  show_map (self, g_steal_pointer (&made->map));
  made_free (made);
}

void
tl_owners_view_make (TlOwnersView *self)
{
  TlWorkbook *workbook = tl_view_get_workbook (TL_VIEW (self));
  TlAssessment *assessment = workbook != NULL ? tl_workbook_get_assessment (workbook) : NULL;
  g_autoptr (GTask) task = NULL;
  Wanted *wanted;

  stop_making (self);
  if (assessment == NULL)
    {
      set_map (self, NULL);
      set_lists (self, NULL, NULL);
      gtk_stack_set_visible_child_name (self->stack, "empty");
      tl_owners_view_show_chosen (self);
      return;
    }
  self->making = g_cancellable_new ();
  wanted = g_new0 (Wanted, 1);
  wanted->assessment = tl_assessment_ref (assessment);
  wanted->people = tl_owners_view_is_way (self, "people");
  wanted->records = tl_owners_view_is_way (self, "records");
  tl_owner_filter_bar_get_filter (self->filter_bar, assessment, &wanted->filter);
  task = g_task_new (self, self->making, made_cb, NULL);
  g_task_set_source_tag (task, tl_owners_view_make);
  g_task_set_task_data (task, wanted, wanted_free);
  g_task_run_in_thread (task, make_job);
}

static void
filter_changed_cb (TlOwnersView *self)
{
  tl_owners_view_make (self);
}

static void
open_risk_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  TlWorkbook *workbook = tl_view_get_workbook (TL_VIEW (widget));
  TlRisk *risk = NULL;
  TlId id;

  if (workbook != NULL && tl_id_from_hex (g_variant_get_string (parameter, NULL), &id))
    risk = tl_workbook_find_risk (workbook, &id);
  if (risk == NULL)
    return;
  tl_view_set_risk (TL_VIEW (widget), risk);
  gtk_widget_activate_action (widget, "win.show-view", "s", "risks");
}

static void
show_all_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  tl_owner_filter_bar_clear (TL_OWNERS_VIEW (widget)->filter_bar);
}

static void
larger_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  tl_owner_map_canvas_step_zoom (TL_OWNERS_VIEW (widget)->canvas, 1);
}

static void
smaller_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  tl_owner_map_canvas_step_zoom (TL_OWNERS_VIEW (widget)->canvas, -1);
}

static void
fit_cb (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  tl_owner_map_canvas_fit (TL_OWNERS_VIEW (widget)->canvas);
}

/* Headings stand above their columns, however large those are. */
static void
zoom_cb (TlOwnersView *self)
{
  double zoom = tl_owner_map_canvas_get_zoom (self->canvas);

  tl_owner_map_layout_set_zoom (TL_OWNER_MAP_LAYOUT (gtk_widget_get_layout_manager (self->headings)), zoom);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "owners.larger", zoom < TL_OWNER_MAP_MOST_ZOOM);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "owners.smaller", zoom > TL_OWNER_MAP_LEAST_ZOOM);
}

static void
tl_owners_view_assessment_changed (TlView *view)
{
  TlOwnersView *self = TL_OWNERS_VIEW (view);
  TlWorkbook *workbook = tl_view_get_workbook (view);
  TlAssessment *assessment = workbook != NULL ? tl_workbook_get_assessment (workbook) : NULL;

  if (assessment != NULL)
    tl_owner_filter_bar_offer (self->filter_bar, assessment);
  tl_owners_view_make (self);
}

/* One that has been looked at goes, so that it doesn't hold on to what was concluded before. */
static void
tl_owners_view_let_go (TlView *view)
{
  TlOwnersView *self = TL_OWNERS_VIEW (view);

  stop_making (self);
  set_map (self, NULL);
  set_lists (self, NULL, NULL);
}

static void
tl_owners_view_risk_changed (TlView *view)
{
  TlOwnersView *self = TL_OWNERS_VIEW (view);
  guint risk = tl_owners_view_find_risk (tl_owner_map_canvas_get_map (self->canvas), tl_view_get_risk (view));

  /* Until there is a map, that is what to choose in it. */
  if (tl_view_get_risk (view) != NULL)
    {
      self->chosen_column = TL_MAP_COLUMN_RISK;
      self->chosen_id = *tl_record_get_id (TL_RECORD (tl_view_get_risk (view)));
    }
  if (risk != TL_NO_NODE)
    tl_owner_map_canvas_set_chosen (self->canvas, risk);
}

static void
tl_owners_view_dispose (GObject *object)
{
  TlOwnersView *self = TL_OWNERS_VIEW (object);

  stop_making (self);
  /* Whoever looks at the map goes before the map. */
  if (self->tree != NULL)
    tl_owner_tree_set_map (self->tree, NULL);
  g_clear_object (&self->settings);
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

  gtk_widget_class_install_action (widget_class, "owners.open-risk", "s", open_risk_cb);
  gtk_widget_class_install_action (widget_class, "owners.show-all", NULL, show_all_cb);
  gtk_widget_class_install_action (widget_class, "owners.larger", NULL, larger_cb);
  gtk_widget_class_install_action (widget_class, "owners.smaller", NULL, smaller_cb);
  gtk_widget_class_install_action (widget_class, "owners.fit", NULL, fit_cb);
  g_type_ensure (TL_TYPE_LINE_CELL);
  g_type_ensure (TL_TYPE_OWNER_ENTRIES);
  g_type_ensure (TL_TYPE_OWNER_FILTER_BAR);
  g_type_ensure (TL_TYPE_OWNER_MAP_CANVAS);
  g_type_ensure (TL_TYPE_OWNER_MAP_LAYOUT);
  g_type_ensure (TL_TYPE_OWNER_TREE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/owners/owners-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TlOwnersView, stack);
  gtk_widget_class_bind_template_child (widget_class, TlOwnersView, headings);
  gtk_widget_class_bind_template_child (widget_class, TlOwnersView, canvas);
  gtk_widget_class_bind_template_child (widget_class, TlOwnersView, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, TlOwnersView, nothing);
  gtk_widget_class_bind_template_child (widget_class, TlOwnersView, tree);
  gtk_widget_class_bind_template_child (widget_class, TlOwnersView, legend);
  tl_owners_view_bind_ways (widget_class);
  tl_owners_view_bind_chosen (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_cb);
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
  tl_owner_map_canvas_align (self->canvas, self->headings);
  tl_owners_view_set_up_ways (self);
}

/**
 * tl_owners_view_choose_printing:
 * @self: a view of owners
 * @dialog: a print dialog of the same workbook
 *
 * Proposes to print the map, of the risks that the view shows.
 */
void
tl_owners_view_choose_printing (TlOwnersView  *self,
                                TlPrintDialog *dialog)
{
  const TlOwnerMap *map = tl_owner_map_canvas_get_map (self->canvas);
  g_autoptr (GArray) shown = g_array_new (FALSE, FALSE, sizeof (TlId));

  g_return_if_fail (TL_IS_OWNERS_VIEW (self));

  for (guint row = 0; map != NULL && row < tl_owner_map_count (map, TL_MAP_COLUMN_RISK); row++)
    g_array_append_val (shown, tl_owner_map_get_node (map, tl_owner_map_get_at (map, TL_MAP_COLUMN_RISK, row))->risk->facts->base.id);
  tl_print_dialog_choose_owners (dialog, (const TlId *) (gpointer) shown->data,
                                 tl_owner_filter_bar_is_set (self->filter_bar) ? shown->len : 0);
}
