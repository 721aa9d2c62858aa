/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-owner-branch.h"

struct _TlOwnerBranch
{
  GObject parent_instance;

  guint way[TL_N_MAP_COLUMNS];
  guint n_way;
};

G_DEFINE_FINAL_TYPE (TlOwnerBranch, tl_owner_branch, G_TYPE_OBJECT)

static void
tl_owner_branch_class_init (TlOwnerBranchClass *klass)
{
}

static void
tl_owner_branch_init (TlOwnerBranch *self)
{
}

/* What a way leads to; NULL at its end. */
static GListModel *
list_next (const TlOwnerMap *map,
           const guint      *way,
           guint             n_way)
{
  g_autoptr (GArray) next = tl_owner_map_list_next (map, way, n_way);
  g_autoptr (GPtrArray) branches = g_ptr_array_new_with_free_func (g_object_unref);
  GListStore *store;

  if (next->len == 0 && n_way > 0)
    return NULL;
  for (guint i = 0; i < next->len; i++)
    {
      TlOwnerBranch *branch = g_object_new (TL_TYPE_OWNER_BRANCH, NULL);

      for (guint j = 0; j < n_way; j++)
        branch->way[j] = way[j];
      branch->way[n_way] = g_array_index (next, guint, i);
      branch->n_way = n_way + 1;
      g_ptr_array_add (branches, branch);
    }
  store = g_list_store_new (TL_TYPE_OWNER_BRANCH);
  g_list_store_splice (store, 0, 0, branches->pdata, branches->len);
  return G_LIST_MODEL (store);
}

/**
 * tl_owner_branch_list_risks:
 * @map: a map
 *
 * Returns: (transfer full): its risks, from the top
 */
GListModel *
tl_owner_branch_list_risks (const TlOwnerMap *map)
{
  return list_next (map, NULL, 0);
}

/**
 * tl_owner_branch_list_next:
 * @self: a branch
 * @map: the map that it is of
 *
 * Returns: (transfer full) (nullable): what its way leads to, from the top; %NULL where it ends
 */
GListModel *
tl_owner_branch_list_next (TlOwnerBranch    *self,
                           const TlOwnerMap *map)
{
  return list_next (map, self->way, self->n_way);
}

/**
 * tl_owner_branch_get_node:
 * @self: a branch
 *
 * Returns: number of its node in the map
 */
guint
tl_owner_branch_get_node (TlOwnerBranch *self)
{
  return self->way[self->n_way - 1];
}

/**
 * tl_owner_branch_dup_key:
 * @self: a branch
 * @map: the map that it is of
 *
 * Returns: (transfer full): what it is by, to be found again in another map of the same workbook
 */
char *
tl_owner_branch_dup_key (TlOwnerBranch    *self,
                         const TlOwnerMap *map)
{
  g_autoptr (GString) key = g_string_new ("");

  for (guint i = 0; i < self->n_way; i++)
    {
      const TlMapNode *node = tl_owner_map_get_node (map, self->way[i]);
      char hex[TL_ID_HEX_LENGTH + 1] = "";

      if (node->risk != NULL)
        tl_id_to_hex (&node->risk->facts->base.id, hex);
      else if (node->person != NULL)
        tl_id_to_hex (&node->person->base.id, hex);
      g_string_append_printf (key, "%s %d %s\n", hex, node->flat, *hex != '\0' ? "" : node->title);
    }
  return g_string_free_and_steal (g_steal_pointer (&key));
}
