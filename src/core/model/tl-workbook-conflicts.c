/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-workbook-conflicts.h"

#include <string.h>

#include "tl-store-merge.h"
#include "tl-workbook-private.h"

/* A change with more edits than this is taken to touch a conflict without looking. */
#define MANY_EDITS 200

/**
 * tl_conflict_person_free:
 * @self: (transfer full): somebody
 *
 * Frees what is known of somebody.
 */
void
tl_conflict_person_free (TlConflictPerson *self)
{
  g_free (self->name);
  g_free (self);
}

static TlConflictItem *
get_item (TlWorkbook *self,
          guint       index)
{
  /* The list keeps it. */
  g_autoptr (TlConflictItem) item = g_list_model_get_item (G_LIST_MODEL (self->conflicts), index);

  return item;
}

static guint
count (TlWorkbook *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->conflicts));
}

/* Replaces what differs between the beginning and the end that stay. */
static void
take_list (TlWorkbook *self,
           GPtrArray  *items)
{
  guint n = count (self), first = 0, last = 0;

  while (first < MIN (n, items->len) && tl_conflict_item_equal (get_item (self, first), items->pdata[first]))
    first++;
  while (last < MIN (n, items->len) - first
         && tl_conflict_item_equal (get_item (self, n - 1 - last), items->pdata[items->len - 1 - last]))
    last++;
  if (n - first - last > 0 || items->len - first - last > 0)
    g_list_store_splice (self->conflicts, first, n - first - last, items->pdata + first, items->len - first - last);
  if (n != items->len)
    g_object_notify (G_OBJECT (self), "n-conflicts");
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TlWorkbook) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = tl_store_list_conflicts_finish (TL_STORE (source), result, &error);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  g_clear_object (&self->listing);
  if (list == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_warning ("The conflicts could not be read: %s", error->message);
      return;
    }
  if (self->list_again && !self->closing)
    {
      tl_workbook_look_for_conflicts (self);
      return;
    }
  g_ptr_array_set_free_func (list, NULL);
  for (guint i = 0; i < list->len; i++)
    g_ptr_array_add (items, tl_conflict_item_new (list->pdata[i]));
  take_list (self, items);
}

/**
 * tl_workbook_look_for_conflicts:
 * @self: a workbook whose history has changed
 *
 * Asks which conflicts are open now; if it is being asked already, once more afterwards.
 */
void
tl_workbook_look_for_conflicts (TlWorkbook *self)
{
  self->list_again = self->listing != NULL;
  if (self->list_again || self->closing)
    return;
  /* A newer version's changes may say what we have no words for. */
  if (tl_store_get_read_only_reason (self->store) == TL_READ_ONLY_REASON_NEWER)
    return;
  self->listing = g_cancellable_new ();
  tl_store_list_conflicts_async (self->store, self->listing, listed_cb, g_object_ref (self));
}

/**
 * tl_workbook_stop_listing:
 * @self: a workbook that is closed
 *
 * Asks nothing any more.
 */
void
tl_workbook_stop_listing (TlWorkbook *self)
{
  if (self->listing != NULL)
    g_cancellable_cancel (self->listing);
  self->list_again = FALSE;
}

static gboolean
touches (TlWorkbook     *self,
         const TlChange *change)
{
  for (guint i = 0; i < tl_change_get_n_edits (change); i++)
    {
      const TlEdit *edit = tl_change_get_edit (change, i);

      for (guint j = 0; j < count (self); j++)
        {
          const TlConflict *conflict = tl_conflict_item_get_conflict (get_item (self, j));

          if (tl_id_equal (&edit->row, &conflict->row) && strcmp (edit->table, conflict->table) == 0)
            return TRUE;
        }
    }
  return FALSE;
}

/**
 * tl_workbook_follow_conflicts:
 * @self: a workbook
 * @change: what has been applied
 *
 * Asks again which conflicts are open if the change can have made or settled some: a merge, the taking back of a
 * decision, or an edit of a row that is in conflict.
 */
void
tl_workbook_follow_conflicts (TlWorkbook     *self,
                              const TlChange *change)
{
  const char *kind = tl_change_get_kind (change);

  if (!tl_change_is_sealed (change) || tl_change_get_n_parents (change) != 1 || self->listing != NULL
      || strcmp (kind, TL_CHANGE_KIND_UNDO) == 0 || strcmp (kind, TL_CHANGE_KIND_REDO) == 0
      || (count (self) > 0 && (tl_change_get_n_edits (change) > MANY_EDITS || touches (self, change))))
    tl_workbook_look_for_conflicts (self);
}

/**
 * tl_workbook_get_n_conflicts:
 * @self: a workbook
 *
 * Returns: how many things two people changed differently and nobody has settled
 */
guint
tl_workbook_get_n_conflicts (TlWorkbook *self)
{
  return count (self);
}

/**
 * tl_workbook_get_conflicts:
 * @self: a workbook
 *
 * Returns: (transfer none): a list of #TlConflictItem
 */
GListModel *
tl_workbook_get_conflicts (TlWorkbook *self)
{
  return G_LIST_MODEL (self->conflicts);
}

static int
compare_people (gconstpointer a,
                gconstpointer b)
{
  const TlConflictPerson *first = *(TlConflictPerson * const *) a, *second = *(TlConflictPerson * const *) b;
  int order = g_utf8_collate (first->name, second->name);

  return order != 0 ? order : tl_id_compare (&first->id, &second->id);
}

static void
count_side (GPtrArray            *people,
            const TlConflictSide *side)
{
  TlConflictPerson *person;

  if (tl_id_is_none (&side->actor))
    return;
  for (guint i = 0; i < people->len; i++)
    {
      person = g_ptr_array_index (people, i);
      if (tl_id_equal (&person->id, &side->actor))
        {
          person->n_conflicts++;
          return;
        }
    }
  person = g_new0 (TlConflictPerson, 1);
  person->id = side->actor;
  person->name = g_strdup (side->who);
  person->n_conflicts = 1;
  g_ptr_array_add (people, person);
}

/**
 * tl_workbook_list_conflict_people:
 * @self: a workbook
 *
 * Returns: (transfer full) (element-type TlConflictPerson): whose side can be taken, by name
 */
GPtrArray *
tl_workbook_list_conflict_people (TlWorkbook *self)
{
  GPtrArray *people = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_conflict_person_free);

  for (guint i = 0; i < count (self); i++)
    {
      const TlConflict *conflict = tl_conflict_item_get_conflict (get_item (self, i));

      count_side (people, &conflict->sides[0]);
      if (!tl_id_equal (&conflict->sides[0].actor, &conflict->sides[1].actor))
        count_side (people, &conflict->sides[1]);
    }
  g_ptr_array_sort (people, compare_people);
  return people;
}

/**
 * tl_workbook_settle_async:
 * @self: a workbook
 * @item: a conflict of it
 * @value: what the field is to be: either side's value, or another
 * @cancellable: (nullable): to cancel
 * @callback: called when it is kept
 * @user_data: for @callback
 *
 * Settles a conflict, also by leaving the field what it is. Finish with [method@Tl.Workbook.apply_finish].
 */
void
tl_workbook_settle_async (TlWorkbook          *self,
                          TlConflictItem      *item,
                          const TlValue       *value,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (TlChange) change = tl_change_new (TL_CHANGE_KIND_SETTLE);
  GError *error = NULL;

  if (!tl_workbook_check_editable (self, &error))
    {
      tl_workbook_refuse (self, error, callback, user_data);
      return;
    }
  tl_conflict_settle (tl_conflict_item_get_conflict (item), change, value);
  tl_workbook_apply_async (self, change, cancellable, callback, user_data);
}

/* The latest of their values for each field: of several edits of one field the last counts. */
static void
take_sides (TlWorkbook *self,
            const TlId *person,
            TlChange   *change)
{
  for (guint i = 0; i < count (self); i++)
    {
      const TlConflict *conflict = tl_conflict_item_get_conflict (get_item (self, i));

      for (guint side = G_N_ELEMENTS (conflict->sides); side > 0; side--)
        {
          if (tl_id_equal (&conflict->sides[side - 1].actor, person))
            {
              tl_conflict_settle (conflict, change, &conflict->sides[side - 1].value);
              break;
            }
        }
    }
}

/**
 * tl_workbook_settle_for_async:
 * @self: a workbook
 * @person: somebody who has a side in some conflicts
 * @cancellable: (nullable): to cancel
 * @callback: called when it is kept
 * @user_data: for @callback
 *
 * Settles all conflicts in which a person has a side by what they set, as one change. Finish with
 * [method@Tl.Workbook.apply_finish].
 */
void
tl_workbook_settle_for_async (TlWorkbook          *self,
                              const TlId          *person,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr (TlChange) change = tl_change_new (TL_CHANGE_KIND_SETTLE);
  GError *error = NULL;

  if (!tl_workbook_check_editable (self, &error))
    {
      tl_workbook_refuse (self, error, callback, user_data);
      return;
    }
  take_sides (self, person, change);
  tl_workbook_apply_async (self, change, cancellable, callback, user_data);
}
