/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-record-list.h"

struct _TlRecordList
{
  GObject parent_instance;

  GType type;
  GPtrArray *records;
};

static GType
get_item_type (GListModel *model)
{
  return TL_RECORD_LIST (model)->type;
}

static guint
get_n_items (GListModel *model)
{
  return TL_RECORD_LIST (model)->records->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  TlRecordList *self = TL_RECORD_LIST (model);

  return position < self->records->len ? g_object_ref (g_ptr_array_index (self->records, position)) : NULL;
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TlRecordList, tl_record_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
tl_record_list_finalize (GObject *object)
{
  TlRecordList *self = TL_RECORD_LIST (object);

  g_ptr_array_unref (self->records);

  G_OBJECT_CLASS (tl_record_list_parent_class)->finalize (object);
}

static void
tl_record_list_class_init (TlRecordListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_record_list_finalize;
}

static void
tl_record_list_init (TlRecordList *self)
{
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
}

static int
compare_pointers (gconstpointer a,
                  gconstpointer b)
{
  return tl_record_compare (*(TlRecord * const *) a, *(TlRecord * const *) b);
}

/* Where a record belongs among the others, all of which are in order. */
static guint
find_place (TlRecordList *self,
            TlRecord     *record)
{
  guint low = 0, high = self->records->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (tl_record_compare (g_ptr_array_index (self->records, middle), record) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * tl_record_list_new:
 * @type: the type of its records
 *
 * Returns: (transfer full): an empty list
 */
TlRecordList *
tl_record_list_new (GType type)
{
  TlRecordList *self = g_object_new (TL_TYPE_RECORD_LIST, NULL);

  self->type = type;
  return self;
}

/**
 * tl_record_list_fill:
 * @self: a list
 * @records: (element-type TlRecord): the records that it is to have, in any order
 *
 * Replaces everything in one splice; used when a workbook opens.
 */
void
tl_record_list_fill (TlRecordList *self,
                     GPtrArray    *records)
{
  guint before = self->records->len;

  g_ptr_array_set_size (self->records, 0);
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (self->records, g_object_ref (g_ptr_array_index (records, i)));
  g_ptr_array_sort (self->records, compare_pointers);
  if (before > 0 || self->records->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->records->len);
}

/**
 * tl_record_list_add:
 * @self: a list
 * @record: a record that isn't in it
 *
 * Puts a record where it belongs.
 */
void
tl_record_list_add (TlRecordList *self,
                    TlRecord     *record)
{
  guint place = find_place (self, record);

  g_ptr_array_insert (self->records, (int) place, g_object_ref (record));
  g_list_model_items_changed (G_LIST_MODEL (self), place, 0, 1);
}

/**
 * tl_record_list_remove:
 * @self: a list
 * @record: a record; one that isn't in it is ignored
 *
 * Takes a record out.
 */
void
tl_record_list_remove (TlRecordList *self,
                       TlRecord     *record)
{
  guint place;

  if (!g_ptr_array_find (self->records, record, &place))
    return;
  g_ptr_array_remove_index (self->records, place);
  g_list_model_items_changed (G_LIST_MODEL (self), place, 1, 0);
}

/**
 * tl_record_list_touch:
 * @self: a list
 * @record: a record; one that isn't in it is ignored
 *
 * Tells that a record changed, so that lists above sort and filter it anew, and puts it where it belongs now.
 */
void
tl_record_list_touch (TlRecordList *self,
                      TlRecord     *record)
{
  gboolean in_order;
  guint place;

  if (!g_ptr_array_find (self->records, record, &place))
    return;

  in_order = (place == 0 || tl_record_compare (g_ptr_array_index (self->records, place - 1), record) < 0)
             && (place + 1 == self->records->len
                 || tl_record_compare (record, g_ptr_array_index (self->records, place + 1)) < 0);
  if (in_order)
    {
      g_list_model_items_changed (G_LIST_MODEL (self), place, 1, 1);
      return;
    }

  g_object_ref (record);
  tl_record_list_remove (self, record);
  tl_record_list_add (self, record);
  g_object_unref (record);
}

/**
 * tl_record_list_touch_all:
 * @self: a list
 * @records: (element-type TlRecord): a set of records; those that aren't in it are ignored
 *
 * Tells, in one splice, that something about records changed on which their order doesn't depend. Whoever sorts and
 * filters them does it once.
 */
void
tl_record_list_touch_all (TlRecordList *self,
                          GHashTable   *records)
{
  guint first = G_MAXUINT, last = 0;

  for (guint i = 0; i < self->records->len; i++)
    if (g_hash_table_contains (records, g_ptr_array_index (self->records, i)))
      {
        first = MIN (first, i);
        last = i;
      }
  if (first != G_MAXUINT)
    g_list_model_items_changed (G_LIST_MODEL (self), first, last - first + 1, last - first + 1);
}
