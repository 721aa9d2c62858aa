/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-history-list.h"

#include <gio/gio.h>
#include <string.h>

#include "tl-store-history.h"

/* How many changes are read at once. */
#define PAGE 50

struct _TlHistoryList
{
  GObject parent_instance;

  TlStore *store;
  TlHistoryQuery query;
  GArray *marks;
  /* Where each day begins in the marks. */
  GArray *days;

  /* The items that somebody holds, by the change's id. */
  GHashTable *items;
  /* Those of them that wait to be read, the last asked for at the end. */
  GPtrArray *waiting;
  guint reading_soon;
  gboolean reading;

  /* The marks being listed; once more when something changed meanwhile. */
  GCancellable *listing;
  gboolean list_again;
  /* Whether only what is newer than the first of the marks is being listed. */
  gboolean newer;
};

typedef enum
{
  PROP_LOADING = 1,
} TlHistoryListProperty;

static GParamSpec *properties[PROP_LOADING + 1];

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TlHistoryList, tl_history_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static guint
hash_digest (gconstpointer digest)
{
  guint hash;

  memcpy (&hash, digest, sizeof hash);
  return hash;
}

static gboolean
equal_digests (gconstpointer a,
               gconstpointer b)
{
  return tl_digest_equal (a, b);
}

/* ── Reading what changes did ─────────────────────────────────────────────── */

static void read_page (TlHistoryList *self);

static gboolean
can_ask (TlHistoryList *self)
{
  return self->store != NULL && !tl_store_is_closed (self->store);
}

static GPtrArray *
take_page (TlHistoryList *self)
{
  GPtrArray *page = g_ptr_array_new_with_free_func (g_object_unref);

  while (self->waiting->len > 0 && page->len < PAGE)
    g_ptr_array_add (page, g_object_ref (g_ptr_array_steal_index (self->waiting, self->waiting->len - 1)));
  return page;
}

typedef struct
{
  TlHistoryList *list;
  GPtrArray *page;
} Reading;

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Reading *reading = user_data;
  g_autoptr (TlHistoryList) self = reading->list;
  g_autoptr (GPtrArray) page = reading->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = tl_store_read_changes_finish (TL_STORE (source), result, &error);

  g_free (reading);
  self->reading = FALSE;
  for (guint i = 0; i < page->len; i++)
    {
      if (entries != NULL)
        tl_history_item_set_entry (page->pdata[i], entries->pdata[i]);
      else if (page->len == 1)
        tl_history_item_set_problem (page->pdata[i], error);
    }
  /* One that can't be read doesn't keep the others from it. */
  if (entries == NULL && page->len > 1 && can_ask (self))
    {
      for (guint i = 0; i < page->len; i++)
        {
          Reading *one = g_new0 (Reading, 1);
          g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (TlDigest));

          g_array_append_vals (ids, tl_history_item_get_id (page->pdata[i]), 1);
          one->list = g_object_ref (self);
          one->page = g_ptr_array_new_with_free_func (g_object_unref);
          g_ptr_array_add (one->page, g_object_ref (page->pdata[i]));
          tl_store_read_changes_async (self->store, ids, NULL, read_cb, one);
        }
      return;
    }
  read_page (self);
}

static void
read_page (TlHistoryList *self)
{
  g_autoptr (GPtrArray) page = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (TlDigest));
  Reading *reading;

  if (self->reading || !can_ask (self))
    return;
  page = take_page (self);
  if (page->len == 0)
    return;
  for (guint i = 0; i < page->len; i++)
    g_array_append_vals (ids, tl_history_item_get_id (page->pdata[i]), 1);
  self->reading = TRUE;
  reading = g_new0 (Reading, 1);
  reading->list = g_object_ref (self);
  reading->page = g_steal_pointer (&page);
  tl_store_read_changes_async (self->store, ids, NULL, read_cb, reading);
}

static gboolean
read_soon_cb (gpointer user_data)
{
  TlHistoryList *self = user_data;

  self->reading_soon = 0;
  read_page (self);
  return G_SOURCE_REMOVE;
}

/* A page is what is asked for before the next idle moment. */
static void
read_soon (TlHistoryList *self,
           TlHistoryItem *item)
{
  if (!g_ptr_array_find (self->waiting, item, NULL))
    g_ptr_array_add (self->waiting, item);
  if (self->reading_soon == 0)
    self->reading_soon = g_idle_add_full (G_PRIORITY_HIGH_IDLE, read_soon_cb, self, NULL);
}

/* ── Items ────────────────────────────────────────────────────────────────── */

static void
forget_cb (gpointer  user_data,
           GObject  *item)
{
  TlHistoryList *self = user_data;
  GHashTableIter iter;
  gpointer value;

  g_ptr_array_remove (self->waiting, item);
  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      if (value == item)
        {
          g_hash_table_iter_remove (&iter);
          return;
        }
    }
}

static TlHistoryItem *
take_item (TlHistoryList *self,
           guint          position)
{
  const TlHistoryMark *mark = &g_array_index (self->marks, TlHistoryMark, position);
  TlHistoryItem *item = g_hash_table_lookup (self->items, &mark->id);

  if (item != NULL)
    return g_object_ref (item);
  item = tl_history_item_new (mark);
  g_hash_table_insert (self->items, g_memdup2 (&mark->id, sizeof mark->id), item);
  g_object_weak_ref (G_OBJECT (item), forget_cb, self);
  read_soon (self, item);
  return item;
}

static void
let_go (TlHistoryList *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    g_object_weak_unref (item, forget_cb, self);
  g_hash_table_remove_all (self->items);
}

/* What rows are called may have changed. */
static void
read_again (TlHistoryList *self)
{
  g_autoptr (GPtrArray) items = g_hash_table_get_values_as_ptr_array (self->items);

  for (guint i = 0; i < items->len; i++)
    read_soon (self, items->pdata[i]);
}

static GType
get_item_type (GListModel *model)
{
  return TL_TYPE_HISTORY_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return TL_HISTORY_LIST (model)->marks->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  TlHistoryList *self = TL_HISTORY_LIST (model);

  return position < self->marks->len ? take_item (self, position) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* ── The list ─────────────────────────────────────────────────────────────── */

static gboolean
is_same (const GArray *a,
         guint         i,
         const GArray *b,
         guint         j)
{
  return tl_digest_equal (&g_array_index (a, TlHistoryMark, i).id, &g_array_index (b, TlHistoryMark, j).id);
}

static void
find_days (TlHistoryList *self)
{
  g_array_set_size (self->days, 0);
  for (guint i = 0; i < self->marks->len; i++)
    {
      if (i == 0 || g_array_index (self->marks, TlHistoryMark, i).day != g_array_index (self->marks, TlHistoryMark, i - 1).day)
        g_array_append_val (self->days, i);
    }
}

/* Replaces what differs between the beginning and the end that stay. */
static void
take_marks (TlHistoryList *self,
            GArray        *marks)
{
  g_autoptr (GArray) before = self->marks;
  guint first = 0, last = 0, fewer = MIN (before->len, marks->len);

  while (first < fewer && is_same (before, first, marks, first))
    first++;
  while (last < fewer - first && is_same (before, before->len - 1 - last, marks, marks->len - 1 - last))
    last++;
  self->marks = g_array_ref (marks);
  find_days (self);
  if (before->len != first + last || marks->len != first + last)
    g_list_model_items_changed (G_LIST_MODEL (self), first, before->len - first - last, marks->len - first - last);
}

/* What is newer goes on top of what there is; %NULL when that isn't below it. */
static GArray *
put_on_top (TlHistoryList *self,
            GArray        *newer)
{
  GArray *marks;
  guint n = 0;

  while (n < newer->len && !is_same (newer, n, self->marks, 0))
    n++;
  if (n == newer->len)
    return NULL;
  marks = g_array_sized_new (FALSE, FALSE, sizeof (TlHistoryMark), self->marks->len + n);
  g_array_append_vals (marks, newer->data, n);
  g_array_append_vals (marks, self->marks->data, self->marks->len);
  return marks;
}

static void list_marks (TlHistoryList *self,
                        gboolean       newer);

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TlHistoryList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) marks = tl_store_list_marks_finish (TL_STORE (source), result, &error);

  g_clear_object (&self->listing);
  if (self->store == NULL)
    return;
  if (marks != NULL && self->newer && !self->list_again)
    {
      g_autoptr (GArray) found = g_steal_pointer (&marks);

      marks = put_on_top (self, found);
      self->list_again = marks == NULL;
    }
  if (self->list_again)
    {
      list_marks (self, FALSE);
      return;
    }
  if (marks != NULL)
    take_marks (self, marks);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_warning ("The history could not be listed: %s", error->message);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
list_marks (TlHistoryList *self,
            gboolean       newer)
{
  TlHistoryQuery query = self->query;

  self->list_again = self->listing != NULL;
  if (self->list_again || !can_ask (self))
    return;
  self->listing = g_cancellable_new ();
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
  self->newer = newer && self->marks->len > 0;
  if (self->newer)
    query.since = g_array_index (self->marks, TlHistoryMark, 0).time;
  tl_store_list_marks_async (self->store, &query, self->listing, listed_cb, g_object_ref (self));
}

/* A change of this desk is newer than all others; a merge brings older ones too. */
static void
applied_cb (TlHistoryList *self,
            TlChange      *change)
{
  list_marks (self, tl_change_is_sealed (change) && tl_change_get_n_parents (change) == 1);
  read_again (self);
}

/* ── Overrides ────────────────────────────────────────────────────────────── */

static void
tl_history_list_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch ((TlHistoryListProperty) id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, tl_history_list_get_loading (TL_HISTORY_LIST (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_history_list_dispose (GObject *object)
{
  TlHistoryList *self = TL_HISTORY_LIST (object);

  if (self->listing != NULL)
    g_cancellable_cancel (self->listing);
  g_clear_handle_id (&self->reading_soon, g_source_remove);
  g_ptr_array_set_size (self->waiting, 0);
  let_go (self);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (tl_history_list_parent_class)->dispose (object);
}

static void
tl_history_list_finalize (GObject *object)
{
  TlHistoryList *self = TL_HISTORY_LIST (object);

  g_clear_object (&self->listing);
  g_ptr_array_unref (self->waiting);
  g_hash_table_unref (self->items);
  g_array_unref (self->marks);
  g_array_unref (self->days);

  G_OBJECT_CLASS (tl_history_list_parent_class)->finalize (object);
}

static void
tl_history_list_class_init (TlHistoryListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tl_history_list_get_property;
  object_class->dispose = tl_history_list_dispose;
  object_class->finalize = tl_history_list_finalize;

  /**
   * TlHistoryList:loading:
   *
   * Whether it is being listed.
   */
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
tl_history_list_init (TlHistoryList *self)
{
  self->marks = g_array_new (FALSE, FALSE, sizeof (TlHistoryMark));
  self->days = g_array_new (FALSE, FALSE, sizeof (guint));
  self->items = g_hash_table_new_full (hash_digest, equal_digests, g_free, NULL);
  self->waiting = g_ptr_array_new ();
}

/**
 * tl_history_list_new:
 * @store: an open document
 *
 * Returns: (transfer full): its history, which fills as soon as it has been listed
 */
TlHistoryList *
tl_history_list_new (TlStore *store)
{
  TlHistoryList *self = g_object_new (TL_TYPE_HISTORY_LIST, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "applied", G_CALLBACK (applied_cb), self, G_CONNECT_SWAPPED);
  list_marks (self, FALSE);
  return self;
}

/**
 * tl_history_list_set_filter:
 * @self: a history
 * @risk: (nullable): only changes that touch this risk; %NULL for any
 * @actor: (nullable): only changes that this person made; %NULL for anyone
 *
 * Shows another part of it.
 */
void
tl_history_list_set_filter (TlHistoryList *self,
                            const TlId    *risk,
                            const TlId    *actor)
{
  TlHistoryQuery query = { .most = 0 };

  if (risk != NULL)
    query.risk = *risk;
  if (actor != NULL)
    query.actor = *actor;
  if (tl_id_equal (&query.risk, &self->query.risk) && tl_id_equal (&query.actor, &self->query.actor))
    return;
  self->query = query;
  list_marks (self, FALSE);
}

/**
 * tl_history_list_get_loading:
 * @self: a history
 *
 * Returns: whether it is being listed
 */
gboolean
tl_history_list_get_loading (TlHistoryList *self)
{
  return self->listing != NULL;
}

/**
 * tl_history_list_find:
 * @self: a history
 * @change: the id of a change
 * @position: (out): where it is
 *
 * Returns: whether it is in the part that is shown
 */
gboolean
tl_history_list_find (TlHistoryList  *self,
                      const TlDigest *change,
                      guint          *position)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      if (tl_digest_equal (&g_array_index (self->marks, TlHistoryMark, i).id, change))
        {
          *position = i;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * tl_history_list_get_day_span:
 * @self: a history
 * @position: where a change is
 * @start: (out): where its day begins
 * @end: (out): where its day ends, behind the last change of it
 *
 * Says which changes are of the same day.
 */
void
tl_history_list_get_day_span (TlHistoryList *self,
                              guint          position,
                              guint         *start,
                              guint         *end)
{
  guint first = 0, last = self->days->len;

  g_return_if_fail (position < self->marks->len);

  while (last - first > 1)
    {
      guint middle = (first + last) / 2;

      if (g_array_index (self->days, guint, middle) <= position)
        first = middle;
      else
        last = middle;
    }
  *start = g_array_index (self->days, guint, first);
  *end = last < self->days->len ? g_array_index (self->days, guint, last) : self->marks->len;
}
