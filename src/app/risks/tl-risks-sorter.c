/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-risks-sorter.h"

struct _TlRisksSorter
{
  GtkSorter parent_instance;

  TlRisksKeyFunc func;
  gpointer user_data;
  GDestroyNotify destroy;
  gboolean descending;
  /* TlRisk, not held, to TlRisksKey. */
  GHashTable *keys;
};

G_DEFINE_FINAL_TYPE (TlRisksSorter, tl_risks_sorter, GTK_TYPE_SORTER)

static void
free_key (gpointer key)
{
  g_free (((TlRisksKey *) key)->text);
  g_free (key);
}

static const TlRisksKey *
get_key (TlRisksSorter *self,
         TlRisk        *risk)
{
  TlRisksKey *key = g_hash_table_lookup (self->keys, risk);

  if (key == NULL)
    {
      key = g_new (TlRisksKey, 1);
      *key = self->func (risk, self->user_data);
      g_hash_table_insert (self->keys, risk, key);
    }
  return key;
}

static GtkOrdering
tl_risks_sorter_compare (GtkSorter *sorter,
                         gpointer   a,
                         gpointer   b)
{
  TlRisksSorter *self = TL_RISKS_SORTER (sorter);
  const TlRisksKey *key = get_key (self, a), *other = get_key (self, b);
  int order = key->number < other->number ? -1 : key->number > other->number;

  if (order == 0)
    order = g_strcmp0 (key->text, other->text);
  return gtk_ordering_from_cmpfunc (self->descending ? -order : order);
}

static GtkSorterOrder
tl_risks_sorter_get_order (GtkSorter *sorter)
{
  return GTK_SORTER_ORDER_PARTIAL;
}

static void
tl_risks_sorter_finalize (GObject *object)
{
  TlRisksSorter *self = TL_RISKS_SORTER (object);

  g_hash_table_unref (self->keys);
  if (self->destroy != NULL)
    self->destroy (self->user_data);

  G_OBJECT_CLASS (tl_risks_sorter_parent_class)->finalize (object);
}

static void
tl_risks_sorter_class_init (TlRisksSorterClass *klass)
{
  GtkSorterClass *sorter_class = GTK_SORTER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tl_risks_sorter_finalize;
  sorter_class->compare = tl_risks_sorter_compare;
  sorter_class->get_order = tl_risks_sorter_get_order;
}

static void
tl_risks_sorter_init (TlRisksSorter *self)
{
  self->keys = g_hash_table_new_full (NULL, NULL, NULL, free_key);
}

/**
 * tl_risks_sorter_new:
 * @func: (scope notified) (closure user_data): makes the key of a risk
 * @user_data: for @func
 * @destroy: (nullable): frees @user_data
 * @descending: whether the greatest comes first; equal ones stay as they are all the same
 *
 * Returns: (transfer full): a sorter of #TlRisk
 */
TlRisksSorter *
tl_risks_sorter_new (TlRisksKeyFunc func,
                     gpointer       user_data,
                     GDestroyNotify destroy,
                     gboolean       descending)
{
  TlRisksSorter *self = g_object_new (TL_TYPE_RISKS_SORTER, NULL);

  self->func = func;
  self->user_data = user_data;
  self->destroy = destroy;
  self->descending = descending;
  return self;
}

/**
 * tl_risks_sorter_prepare:
 * @self: a sorter
 * @risks: a list of #TlRisk
 *
 * Makes the keys of all these before a list is sorted by them: for thousands that takes longer than to sort.
 */
void
tl_risks_sorter_prepare (TlRisksSorter *self,
                         GListModel    *risks)
{
  g_return_if_fail (TL_IS_RISKS_SORTER (self));

  for (guint i = 0; i < g_list_model_get_n_items (risks); i++)
    {
      g_autoptr (TlRisk) risk = g_list_model_get_item (risks, i);

      get_key (self, risk);
    }
}

/**
 * tl_risks_sorter_forget:
 * @self: a sorter
 *
 * Makes keys anew when they are next asked for. Before a list tells that risks of it changed.
 */
void
tl_risks_sorter_forget (TlRisksSorter *self)
{
  g_return_if_fail (TL_IS_RISKS_SORTER (self));

  g_hash_table_remove_all (self->keys);
}

/**
 * tl_risks_sorter_resort:
 * @self: a sorter
 *
 * Has everything sorted anew, since keys follow from something that no list tells of.
 */
void
tl_risks_sorter_resort (TlRisksSorter *self)
{
  tl_risks_sorter_forget (self);
  gtk_sorter_changed (GTK_SORTER (self), GTK_SORTER_CHANGE_DIFFERENT);
}
