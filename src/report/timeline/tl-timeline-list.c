/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-timeline-list.h"

/* Entries that begin in sight are those from low up to high; earlier ones that reach into sight are the earlier. */
struct _TlTimelineList
{
  GObject parent_instance;

  TlTimelinePlan *plan;
  TlDay from;
  TlDay until;
  guint low;
  guint high;
  GArray *earlier;
};

static GType
tl_timeline_list_get_item_type (GListModel *model)
{
  return TL_TYPE_TIMELINE_ITEM;
}

static guint
tl_timeline_list_get_n_items (GListModel *model)
{
  TlTimelineList *self = TL_TIMELINE_LIST (model);

  return self->high - self->low + self->earlier->len;
}

/* Returns: the entry that is listed there */
static guint
get_entry (TlTimelineList *self,
           guint           position)
{
  guint n = self->high - self->low;

  return position < n ? self->high - 1 - position : g_array_index (self->earlier, guint, position - n);
}

static gpointer
tl_timeline_list_get_item (GListModel *model,
                           guint       position)
{
  TlTimelineList *self = TL_TIMELINE_LIST (model);

  if (position >= tl_timeline_list_get_n_items (model))
    return NULL;
  return tl_timeline_plan_get_item (self->plan, get_entry (self, position));
}

static void
tl_timeline_list_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = tl_timeline_list_get_item_type;
  iface->get_n_items = tl_timeline_list_get_n_items;
  iface->get_item = tl_timeline_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TlTimelineList, tl_timeline_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, tl_timeline_list_list_model_init))

static int
compare_latest_first (gconstpointer a,
                      gconstpointer b)
{
  guint first = *(const guint *) a, second = *(const guint *) b;

  return first > second ? -1 : first < second;
}

static GArray *
find_earlier (TlTimelineList *self,
              TlDay           from)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; self->plan != NULL && i < self->plan->lanes->len; i++)
    {
      const TlTimelineLane *lane = g_ptr_array_index (self->plan->lanes, i);
      guint first, end;

      if (!tl_timeline_lane_find_long (lane, self->plan->entries, from, from - 1, &first, &end))
        continue;
      for (guint j = first; j < end; j++)
        if (self->plan->entries[lane->longs[j]].until >= from)
          g_array_append_val (found, lane->longs[j]);
    }
  g_array_sort (found, compare_latest_first);

  return found;
}

static gboolean
has_same (const GArray *a,
          const GArray *b)
{
  return a->len == b->len && (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (guint)) == 0);
}

/* What stays in sight stays in the list; at its end the earliest change, at its beginning the latest. */
static void
move (TlTimelineList *self,
      guint           low,
      guint           high,
      GArray         *earlier)
{
  guint shared_low = MAX (low, self->low), shared_high = MIN (high, self->high);
  guint before = self->low, n_before = self->earlier->len, n_after = earlier->len;
  guint high_before = self->high;
  gboolean same = has_same (self->earlier, earlier) && low == self->low;

  if (shared_low >= shared_high)
    {
      guint removed = tl_timeline_list_get_n_items (G_LIST_MODEL (self));

      self->low = low;
      self->high = high;
      g_array_unref (self->earlier);
      self->earlier = earlier;
      if (removed > 0 || high - low + earlier->len > 0)
        g_list_model_items_changed (G_LIST_MODEL (self), 0, removed, high - low + earlier->len);
      return;
    }
  self->low = low;
  g_array_unref (self->earlier);
  self->earlier = earlier;
  if (!same)
    g_list_model_items_changed (G_LIST_MODEL (self), high_before - shared_low, shared_low - before + n_before,
                                shared_low - low + n_after);
  self->high = high;
  if (high != high_before)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, high_before - shared_high, high - shared_high);
}

static void
tl_timeline_list_finalize (GObject *object)
{
  TlTimelineList *self = TL_TIMELINE_LIST (object);

  g_clear_pointer (&self->plan, tl_timeline_plan_unref);
  g_array_unref (self->earlier);

  G_OBJECT_CLASS (tl_timeline_list_parent_class)->finalize (object);
}

static void
tl_timeline_list_class_init (TlTimelineListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_timeline_list_finalize;
}

static void
tl_timeline_list_init (TlTimelineList *self)
{
  self->earlier = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * tl_timeline_list_new:
 *
 * Returns: (transfer full): an empty list
 */
TlTimelineList *
tl_timeline_list_new (void)
{
  return g_object_new (TL_TYPE_TIMELINE_LIST, NULL);
}

/**
 * tl_timeline_list_set_plan:
 * @self: a list
 * @plan: (nullable): what to list
 *
 * Lists something else, of the same days.
 */
void
tl_timeline_list_set_plan (TlTimelineList *self,
                           TlTimelinePlan *plan)
{
  g_return_if_fail (TL_IS_TIMELINE_LIST (self));

  if (plan == self->plan)
    return;
  move (self, 0, 0, g_array_new (FALSE, FALSE, sizeof (guint)));
  g_clear_pointer (&self->plan, tl_timeline_plan_unref);
  self->plan = plan != NULL ? tl_timeline_plan_ref (plan) : NULL;
  if (plan != NULL)
    move (self, tl_timeline_plan_find_day (plan, self->from), tl_timeline_plan_find_day (plan, self->until + 1),
          find_earlier (self, self->from));
}

/**
 * tl_timeline_list_set_view:
 * @self: a list
 * @from: a day
 * @until: a day not before it
 *
 * Lists what has any of its days among these.
 */
void
tl_timeline_list_set_view (TlTimelineList *self,
                           TlDay           from,
                           TlDay           until)
{
  g_return_if_fail (TL_IS_TIMELINE_LIST (self));

  if (from == self->from && until == self->until)
    return;
  self->from = from;
  self->until = MAX (until, from - 1);
  if (self->plan != NULL)
    move (self, tl_timeline_plan_find_day (self->plan, from), tl_timeline_plan_find_day (self->plan, self->until + 1),
          find_earlier (self, from));
}

/**
 * tl_timeline_list_find:
 * @self: a list
 * @item: an item of its plan
 * @position: (out): where it is listed
 *
 * Returns: whether it is listed
 */
gboolean
tl_timeline_list_find (TlTimelineList *self,
                       TlTimelineItem *item,
                       guint          *position)
{
  guint entry;

  g_return_val_if_fail (TL_IS_TIMELINE_LIST (self), FALSE);

  if (self->plan == NULL || tl_timeline_item_get_plan (item) != self->plan)
    return FALSE;
  entry = tl_timeline_item_get_position (item);
  if (entry >= self->low && entry < self->high)
    {
      *position = self->high - 1 - entry;
      return TRUE;
    }
  for (guint i = 0; i < self->earlier->len; i++)
    if (g_array_index (self->earlier, guint, i) == entry)
      {
        *position = self->high - self->low + i;
        return TRUE;
      }
  return FALSE;
}
