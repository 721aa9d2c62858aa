/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-rows.h"

#include "tl-format.h"

struct _TlTimelineRows
{
  GObject parent_instance;

  TlTimelineList *list;
  gboolean by_year;
};

static GType
tl_timeline_rows_get_item_type (GListModel *model)
{
  return TL_TYPE_TIMELINE_ITEM;
}

static guint
tl_timeline_rows_get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (TL_TIMELINE_ROWS (model)->list));
}

static gpointer
tl_timeline_rows_get_item (GListModel *model,
                           guint       position)
{
  return g_list_model_get_item (G_LIST_MODEL (TL_TIMELINE_ROWS (model)->list), position);
}

static void
tl_timeline_rows_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = tl_timeline_rows_get_item_type;
  iface->get_n_items = tl_timeline_rows_get_n_items;
  iface->get_item = tl_timeline_rows_get_item;
}

/* ── Sections ── */

/* Which month or year a day is in; a later one is greater. */
static int
get_section_of (TlTimelineRows *self,
                TlDay           day)
{
  int year, month;

  if (day == TL_NO_DAY)
    return 0;
  tl_day_split (day, &year, &month, NULL);
  return self->by_year ? year * 12 : year * 12 + month;
}

static int
get_section_at (TlTimelineRows *self,
                guint           position)
{
  return get_section_of (self, tl_timeline_list_get_date (self->list, position));
}

/* The first position at or after low whose section is earlier than this one. The latest come first. */
static guint
find_after (TlTimelineRows *self,
            int             section,
            guint           low,
            guint           high)
{
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (get_section_at (self, middle) >= section)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
tl_timeline_rows_get_section (GtkSectionModel *model,
                              guint            position,
                              guint           *start,
                              guint           *end)
{
  TlTimelineRows *self = TL_TIMELINE_ROWS (model);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self));
  int section;

  if (position >= n)
    {
      *start = n;
      *end = G_MAXUINT;
      return;
    }
  section = get_section_at (self, position);
  *start = find_after (self, section + 1, 0, position);
  *end = find_after (self, section, position, n);
}

static void
tl_timeline_rows_section_model_init (GtkSectionModelInterface *iface)
{
  iface->get_section = tl_timeline_rows_get_section;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TlTimelineRows, tl_timeline_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, tl_timeline_rows_list_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, tl_timeline_rows_section_model_init))

/* What follows a change may have become the first of its section, or no longer be it. */
static void
items_changed_cb (TlTimelineRows *self,
                  guint           position,
                  guint           removed,
                  guint           added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  if (position + added < g_list_model_get_n_items (G_LIST_MODEL (self)))
    gtk_section_model_sections_changed (GTK_SECTION_MODEL (self), position + added, 1);
}

static void
tl_timeline_rows_dispose (GObject *object)
{
  g_clear_object (&TL_TIMELINE_ROWS (object)->list);

  G_OBJECT_CLASS (tl_timeline_rows_parent_class)->dispose (object);
}

static void
tl_timeline_rows_class_init (TlTimelineRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_timeline_rows_dispose;
}

static void
tl_timeline_rows_init (TlTimelineRows *self)
{
}

/**
 * tl_timeline_rows_new:
 * @list: a list
 *
 * Returns: (transfer full): the list in sections
 */
TlTimelineRows *
tl_timeline_rows_new (TlTimelineList *list)
{
  TlTimelineRows *self = g_object_new (TL_TYPE_TIMELINE_ROWS, NULL);

  self->list = g_object_ref (list);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * tl_timeline_rows_get_list:
 * @self: a list in sections
 *
 * Returns: (transfer none): the list
 */
TlTimelineList *
tl_timeline_rows_get_list (TlTimelineRows *self)
{
  g_return_val_if_fail (TL_IS_TIMELINE_ROWS (self), NULL);

  return self->list;
}

/**
 * tl_timeline_rows_set_by_year:
 * @self: a list in sections
 * @by_year: whether each is a year, not a month
 */
void
tl_timeline_rows_set_by_year (TlTimelineRows *self,
                              gboolean        by_year)
{
  guint n;

  g_return_if_fail (TL_IS_TIMELINE_ROWS (self));

  if (self->by_year == by_year)
    return;
  self->by_year = by_year;
  n = g_list_model_get_n_items (G_LIST_MODEL (self));
  if (n > 0)
    gtk_section_model_sections_changed (GTK_SECTION_MODEL (self), 0, n);
}

/**
 * tl_timeline_rows_name_section:
 * @self: a list in sections
 * @item: an item
 *
 * Returns: (transfer full): the section that it is in: "Jun 2026", or "2026"
 */
char *
tl_timeline_rows_name_section (TlTimelineRows *self,
                               TlTimelineItem *item)
{
  TlDay day;
  int year;

  g_return_val_if_fail (TL_IS_TIMELINE_ROWS (self), NULL);

  day = tl_timeline_item_get_date (item);
  if (day == TL_NO_DAY)
    return g_strdup ("");
  if (!self->by_year)
    return tl_format_month_short (day, TRUE);
  tl_day_split (day, &year, NULL, NULL);
  return g_strdup_printf ("%d", year);
}
