/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-history-sections.h"

struct _TlHistorySections
{
  GObject parent_instance;

  TlHistoryList *list;
};

static void list_model_init (GListModelInterface *iface);
static void section_model_init (GtkSectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TlHistorySections, tl_history_sections, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, section_model_init))

static GType
get_item_type (GListModel *model)
{
  return TL_TYPE_HISTORY_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (TL_HISTORY_SECTIONS (model)->list));
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  return g_list_model_get_item (G_LIST_MODEL (TL_HISTORY_SECTIONS (model)->list), position);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
get_section (GtkSectionModel *model,
             guint            position,
             guint           *start,
             guint           *end)
{
  TlHistorySections *self = TL_HISTORY_SECTIONS (model);
  guint n = get_n_items (G_LIST_MODEL (model));

  if (position < n)
    {
      tl_history_list_get_day_span (self->list, position, start, end);
      return;
    }
  *start = n;
  *end = G_MAXUINT;
}

static void
section_model_init (GtkSectionModelInterface *iface)
{
  iface->get_section = get_section;
}

/* What comes or goes can join or part the days on both sides. */
static void
items_changed_cb (TlHistorySections *self,
                  guint              position,
                  guint              n_removed,
                  guint              n_added)
{
  guint n = get_n_items (G_LIST_MODEL (self)), start, end;

  g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, n_added);
  if (position + n_added < n)
    {
      tl_history_list_get_day_span (self->list, position + n_added, &start, &end);
      gtk_section_model_sections_changed (GTK_SECTION_MODEL (self), start, end - start);
    }
}

static void
tl_history_sections_dispose (GObject *object)
{
  g_clear_object (&TL_HISTORY_SECTIONS (object)->list);

  G_OBJECT_CLASS (tl_history_sections_parent_class)->dispose (object);
}

static void
tl_history_sections_class_init (TlHistorySectionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_history_sections_dispose;
}

static void
tl_history_sections_init (TlHistorySections *self)
{
}

/**
 * tl_history_sections_new:
 * @list: a history
 *
 * Returns: (transfer full): the same with a section for each day
 */
TlHistorySections *
tl_history_sections_new (TlHistoryList *list)
{
  TlHistorySections *self = g_object_new (TL_TYPE_HISTORY_SECTIONS, NULL);

  self->list = g_object_ref (list);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}
