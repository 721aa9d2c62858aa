/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-owner-entries.h"

#include "tl-fold-keys.h"
#include "tl-owner-entry.h"
#include "tl-owner-row.h"

struct _TlOwnerEntries
{
  AdwBin parent_instance;

  GtkListView *list;
  GtkSingleSelection *selection;
  /* Titles of what was unfolded, to be so when the list is made anew. */
  GHashTable *unfolded;
};

G_DEFINE_FINAL_TYPE (TlOwnerEntries, tl_owner_entries, ADW_TYPE_BIN)

static GListModel *
create_parts (gpointer item,
              gpointer user_data)
{
  GListModel *parts = tl_owner_entry_get_parts (item);

  return parts != NULL ? g_object_ref (parts) : NULL;
}

static TlOwnerEntry *
get_entry (GtkTreeListRow *row)
{
  g_autoptr (GObject) item = gtk_tree_list_row_get_item (row);

  /* The row holds on to it. */
  return TL_OWNER_ENTRY (item);
}

static void
setup_cb (TlOwnerEntries           *self,
          GtkListItem              *item,
          GtkSignalListItemFactory *factory)
{
  tl_owner_row_set_up_item (item);
}

static void
bind_cb (TlOwnerEntries           *self,
         GtkListItem              *item,
         GtkSignalListItemFactory *factory)
{
  TlOwnerEntry *entry = get_entry (gtk_list_item_get_item (item));
  g_autofree char *name = tl_owner_entry_dup_name (entry);
  TlOwnerRow *shown = tl_owner_row_bind_item (item, name);
  TlSeverity severity;
  const char *badge = tl_owner_entry_get_badge (entry, &severity);

  tl_owner_row_set_text (shown, tl_owner_entry_get_title (entry), tl_owner_entry_get_caption (entry),
                         tl_owner_entry_get_sentence (entry));
  tl_owner_row_set_badge (shown, badge, severity);
}

static void
unbind_cb (TlOwnerEntries           *self,
           GtkListItem              *item,
           GtkSignalListItemFactory *factory)
{
  tl_owner_row_unbind_item (item);
}

/* What leads to a risk opens it; what has parts is unfolded. */
static void
activate_cb (TlOwnerEntries *self,
             guint           position,
             GtkListView    *list)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  const TlId *risk = tl_owner_entry_get_risk (get_entry (row));
  char hex[TL_ID_HEX_LENGTH + 1];

  if (risk == NULL)
    {
      gtk_tree_list_row_set_expanded (row, !gtk_tree_list_row_get_expanded (row));
      return;
    }
  tl_id_to_hex (risk, hex);
  gtk_widget_activate_action (GTK_WIDGET (self), "owners.open-risk", "s", hex);
}

static void
tl_owner_entries_dispose (GObject *object)
{
  TlOwnerEntries *self = TL_OWNER_ENTRIES (object);

  g_clear_object (&self->selection);
  /* The bin mustn't let go of its child a second time. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_OWNER_ENTRIES);

  G_OBJECT_CLASS (tl_owner_entries_parent_class)->dispose (object);
}

static void
tl_owner_entries_finalize (GObject *object)
{
  g_hash_table_unref (TL_OWNER_ENTRIES (object)->unfolded);

  G_OBJECT_CLASS (tl_owner_entries_parent_class)->finalize (object);
}

static void
tl_owner_entries_class_init (TlOwnerEntriesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_owner_entries_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_owner_entries_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/owners/owner-entries.ui");
  gtk_widget_class_bind_template_child (widget_class, TlOwnerEntries, list);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
}

static void
tl_owner_entries_init (TlOwnerEntries *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->unfolded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  tl_fold_keys_add (self->list);
}

static void
keep_unfolded (TlOwnerEntries *self)
{
  g_hash_table_remove_all (self->unfolded);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (gtk_tree_list_row_get_expanded (row))
        g_hash_table_add (self->unfolded, g_strdup (tl_owner_entry_get_title (get_entry (row))));
    }
}

static void
unfold_again (TlOwnerEntries *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (gtk_tree_list_row_get_depth (row) == 0
          && g_hash_table_contains (self->unfolded, tl_owner_entry_get_title (get_entry (row))))
        gtk_tree_list_row_set_expanded (row, TRUE);
    }
}

/**
 * tl_owner_entries_set_entries:
 * @self: a list
 * @entries: (transfer none) (nullable): its [class@OwnerEntry]
 *
 * Shows other lines, or none; what was unfolded is so still.
 */
void
tl_owner_entries_set_entries (TlOwnerEntries *self,
                              GListModel     *entries)
{
  g_autoptr (GtkTreeListModel) tree = NULL;

  if (gtk_single_selection_get_model (self->selection) != NULL)
    keep_unfolded (self);
  if (entries != NULL)
    tree = gtk_tree_list_model_new (g_object_ref (entries), FALSE, FALSE, create_parts, NULL, NULL);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (tree));
  if (entries != NULL && g_hash_table_size (self->unfolded) > 0)
    unfold_again (self);
}

/**
 * tl_owner_entries_set_name:
 * @self: a list
 * @name: what it lists
 *
 * Names it for a screen reader.
 */
void
tl_owner_entries_set_name (TlOwnerEntries *self,
                           const char     *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
