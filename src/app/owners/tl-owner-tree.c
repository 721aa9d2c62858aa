/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-owner-tree.h"

#include <glib/gi18n.h>

#include "tl-fold-keys.h"
#include "tl-owner-branch.h"
#include "tl-owner-row.h"

struct _TlOwnerTree
{
  AdwBin parent_instance;

  GtkListView *list;
  GtkSingleSelection *selection;
  /* Belongs to whoever shows it. */
  const TlOwnerMap *map;
  guint chosen;
  /* Of several rows of the chosen node the one that was chosen, by key. */
  char *chosen_key;
  /* What was unfolded, by key, to be so in another map. */
  GHashTable *unfolded;
};

typedef enum
{
  PROP_CHOSEN = 1,
} TlOwnerTreeProperty;

static GParamSpec *properties[PROP_CHOSEN + 1];

G_DEFINE_FINAL_TYPE (TlOwnerTree, tl_owner_tree, ADW_TYPE_BIN)

static TlOwnerBranch *
get_branch (GtkTreeListRow *row)
{
  g_autoptr (GObject) item = gtk_tree_list_row_get_item (row);

  /* The row holds on to it. */
  return TL_OWNER_BRANCH (item);
}

static GListModel *
create_next (gpointer item,
             gpointer user_data)
{
  TlOwnerTree *self = user_data;

  return self->map != NULL ? tl_owner_branch_list_next (item, self->map) : NULL;
}

/* %NULL as long as nobody sees it. */
static GtkTreeListModel *
get_tree (TlOwnerTree *self)
{
  GListModel *model = gtk_single_selection_get_model (self->selection);

  return model != NULL ? GTK_TREE_LIST_MODEL (model) : NULL;
}

/* ── Rows ── */

/* What stands in which column can't be seen in a list. */
static char *
caption_node (const TlMapNode *node)
{
  const char *part = NULL;

  if (node->column == TL_MAP_COLUMN_OWNER && !node->gap)
    part = _("answers for it");
  else if (node->column == TL_MAP_COLUMN_SUPPORT && !node->gap && !node->flat)
    part = _("supports it");
  else if (node->column == TL_MAP_COLUMN_SOURCE && !node->gap)
    part = _("evidence");
  if (part == NULL || node->caption == NULL || *node->caption == '\0')
    return g_strdup (part != NULL ? part : node->caption);
  /* Translators: what part somebody has, and their role */
  return g_strdup_printf (_("%1$s · %2$s"), part, node->caption);
}

static void
setup_cb (TlOwnerTree              *self,
          GtkListItem              *item,
          GtkSignalListItemFactory *factory)
{
  tl_owner_row_set_up_item (item);
}

static void
bind_cb (TlOwnerTree              *self,
         GtkListItem              *item,
         GtkSignalListItemFactory *factory)
{
  guint number = tl_owner_branch_get_node (get_branch (gtk_list_item_get_item (item)));
  const TlMapNode *node = tl_owner_map_get_node (self->map, number);
  g_autofree char *caption = caption_node (node), *description = tl_owner_map_describe (self->map, number);
  TlOwnerRow *shown = tl_owner_row_bind_item (item, description);
  GtkAccessible *expander = GTK_ACCESSIBLE (gtk_list_item_get_child (item));
  g_autofree char *gravity = NULL;

  tl_owner_row_set_text (shown, node->title, caption, NULL);
  tl_owner_row_set_risk (shown, node->risk);
  tl_owner_row_set_badge (shown, node->badge, node->badge_severity);
  gravity = tl_owner_row_describe_risk (shown);
  if (gravity != NULL)
    gtk_accessible_update_property (expander, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, gravity, -1);
  else
    gtk_accessible_reset_property (expander, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  gtk_list_item_set_accessible_description (item, gravity != NULL ? gravity : "");
}

static void
unbind_cb (TlOwnerTree              *self,
           GtkListItem              *item,
           GtkSignalListItemFactory *factory)
{
  tl_owner_row_unbind_item (item);
}

static void
activate_cb (TlOwnerTree *self,
             guint        position,
             GtkListView *list)
{
  g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (get_tree (self), position);

  gtk_tree_list_row_set_expanded (row, !gtk_tree_list_row_get_expanded (row));
}

/* ── What is chosen ── */

static void
selected_cb (TlOwnerTree *self)
{
  GtkTreeListRow *row = gtk_single_selection_get_selected_item (self->selection);
  guint chosen = row != NULL ? tl_owner_branch_get_node (get_branch (row)) : TL_NO_NODE;

  /* Folding takes away the row that was chosen, but not what was. */
  if (row == NULL || chosen == self->chosen)
    return;
  self->chosen = chosen;
  g_free (self->chosen_key);
  self->chosen_key = tl_owner_branch_dup_key (get_branch (row), self->map);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
}

/* The row that was chosen before, in a new map too. */
static GtkTreeListRow *
find_again (TlOwnerTree *self,
            guint        number)
{
  for (guint i = 0; self->chosen_key != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (get_tree (self))); i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (get_tree (self), i);
      TlOwnerBranch *branch = get_branch (row);
      g_autofree char *key = tl_owner_branch_get_node (branch) == number ? tl_owner_branch_dup_key (branch, self->map) : NULL;

      if (g_strcmp0 (key, self->chosen_key) == 0)
        return g_steal_pointer (&row);
    }
  return NULL;
}

static GtkTreeListRow *
find_child (GtkTreeListRow *parent,
            guint           number)
{
  gtk_tree_list_row_set_expanded (parent, TRUE);
  for (guint i = 0;; i++)
    {
      GtkTreeListRow *row = gtk_tree_list_row_get_child_row (parent, i);

      if (row == NULL || tl_owner_branch_get_node (get_branch (row)) == number)
        return row;
      g_object_unref (row);
    }
}

/* Unfolds a way to a node; the one beneath the risk that stands first. */
static GtkTreeListRow *
unfold_to (TlOwnerTree *self,
           guint        number)
{
  guint way[TL_N_MAP_COLUMNS], n_way = tl_owner_map_find_way (self->map, number, way);
  GtkTreeListRow *row = gtk_tree_list_model_get_child_row (get_tree (self), tl_owner_map_get_node (self->map, way[0])->row);

  for (guint i = 1; i < n_way && row != NULL; i++)
    {
      g_autoptr (GtkTreeListRow) parent = g_steal_pointer (&row);

      row = find_child (parent, way[i]);
    }
  return row;
}

/* ── What was unfolded ── */

static void
keep_unfolded (TlOwnerTree *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (get_tree (self)));

  g_hash_table_remove_all (self->unfolded);
  /* Only risks are there. */
  if (n == g_list_model_get_n_items (gtk_tree_list_model_get_model (get_tree (self))))
    return;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (get_tree (self), i);

      if (gtk_tree_list_row_get_expanded (row))
        g_hash_table_add (self->unfolded, tl_owner_branch_dup_key (get_branch (row), self->map));
    }
}

static void
unfold_again (TlOwnerTree *self)
{
  if (g_hash_table_size (self->unfolded) == 0)
    return;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (get_tree (self))); i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (get_tree (self), i);
      g_autofree char *key = tl_owner_branch_dup_key (get_branch (row), self->map);

      if (g_hash_table_contains (self->unfolded, key))
        gtk_tree_list_row_set_expanded (row, TRUE);
    }
}

/* ── What is seen ── */

static void
choose_row (TlOwnerTree *self)
{
  g_autoptr (GtkTreeListRow) row = NULL;

  if (self->chosen != TL_NO_NODE)
    row = find_again (self, self->chosen);
  if (row == NULL && self->chosen != TL_NO_NODE)
    row = unfold_to (self, self->chosen);
  gtk_single_selection_set_selected (self->selection, row != NULL ? gtk_tree_list_row_get_position (row)
                                                                  : GTK_INVALID_LIST_POSITION);
  if (row != NULL)
    gtk_list_view_scroll_to (self->list, gtk_tree_list_row_get_position (row), GTK_LIST_SCROLL_NONE, NULL);
}

/* Rows of thousands of risks take longer than a frame, so that they are there only once somebody sees them. */
static void
fill_rows (TlOwnerTree *self)
{
  g_autoptr (GtkTreeListModel) tree = NULL;

  if (self->map == NULL || get_tree (self) != NULL)
    return;
  tree = gtk_tree_list_model_new (tl_owner_branch_list_risks (self->map), FALSE, FALSE, create_next, self, NULL);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (tree));
  unfold_again (self);
  choose_row (self);
}

static void
tl_owner_tree_map (GtkWidget *widget)
{
  fill_rows (TL_OWNER_TREE (widget));
  GTK_WIDGET_CLASS (tl_owner_tree_parent_class)->map (widget);
}

/* ── Life ── */

static void
tl_owner_tree_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch ((TlOwnerTreeProperty) id)
    {
    case PROP_CHOSEN:
      g_value_set_uint (value, TL_OWNER_TREE (object)->chosen);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_owner_tree_dispose (GObject *object)
{
  TlOwnerTree *self = TL_OWNER_TREE (object);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->selection);
  /* The bin mustn't let go of its child a second time. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_OWNER_TREE);

  G_OBJECT_CLASS (tl_owner_tree_parent_class)->dispose (object);
}

static void
tl_owner_tree_finalize (GObject *object)
{
  TlOwnerTree *self = TL_OWNER_TREE (object);

  g_hash_table_unref (self->unfolded);
  g_free (self->chosen_key);

  G_OBJECT_CLASS (tl_owner_tree_parent_class)->finalize (object);
}

static void
tl_owner_tree_class_init (TlOwnerTreeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_owner_tree_dispose;
  object_class->finalize = tl_owner_tree_finalize;
  object_class->get_property = tl_owner_tree_get_property;
  widget_class->map = tl_owner_tree_map;

  /**
   * TlOwnerTree:chosen:
   *
   * Number of the node in the map that was chosen last, %TL_NO_NODE for none.
   */
  properties[PROP_CHOSEN] = g_param_spec_uint ("chosen", NULL, NULL, 0, TL_NO_NODE, TL_NO_NODE,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/owners/owner-tree.ui");
  gtk_widget_class_bind_template_child (widget_class, TlOwnerTree, list);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
}

static void
tl_owner_tree_init (TlOwnerTree *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->chosen = TL_NO_NODE;
  self->unfolded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_swapped (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  tl_fold_keys_add (self->list);
}

/**
 * tl_owner_tree_set_map:
 * @self: a tree
 * @map: (transfer none) (nullable): the map to show, which stays until another one is set
 *
 * Shows another map, in which nothing is chosen; what was unfolded is so still.
 */
void
tl_owner_tree_set_map (TlOwnerTree      *self,
                       const TlOwnerMap *map)
{
  if (get_tree (self) != NULL)
    keep_unfolded (self);
  /* No row may look at a map that has gone. */
  gtk_single_selection_set_model (self->selection, NULL);
  self->chosen = TL_NO_NODE;
  self->map = map;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill_rows (self);
}

/**
 * tl_owner_tree_set_chosen:
 * @self: a tree
 * @number: number of a node, %TL_NO_NODE for none
 *
 * Chooses a node that was chosen elsewhere, and unfolds the way to it unless a row of it is chosen already.
 */
void
tl_owner_tree_set_chosen (TlOwnerTree *self,
                          guint        number)
{
  if (self->chosen == number || self->map == NULL)
    return;
  self->chosen = number;
  if (get_tree (self) != NULL)
    choose_row (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
}

/**
 * tl_owner_tree_get_chosen:
 * @self: a tree
 *
 * Returns: number of the node that was chosen last, %TL_NO_NODE for none
 */
guint
tl_owner_tree_get_chosen (TlOwnerTree *self)
{
  return self->chosen;
}
