/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-overview-list.h"

#include "tl-risk-mending.h"

struct _TlOverviewList
{
  GObject parent_instance;

  TlOverviewKind kind;
  guint n;
  /* Findings stand in the order of their severity, so that one severity is a run of them. */
  TlAssessment *assessment;
  guint first;
  GPtrArray *items;
  TlDay as_at;
};

static GType
tl_overview_list_get_item_type (GListModel *model)
{
  return TL_TYPE_OVERVIEW_ENTRY;
}

static guint
tl_overview_list_get_n_items (GListModel *model)
{
  return TL_OVERVIEW_LIST (model)->n;
}

static TlOverviewEntry *
make_finding (TlOverviewList  *self,
              const TlFinding *finding)
{
  TlSnapshot *snapshot = tl_assessment_get_snapshot (self->assessment);

  return tl_overview_entry_new_finding (finding, finding->risk != NULL ? tl_risk_mending_find_row (snapshot, finding) : NULL);
}

static gpointer
tl_overview_list_get_item (GListModel *model,
                           guint       position)
{
  TlOverviewList *self = TL_OVERVIEW_LIST (model);

  if (position >= self->n)
    return NULL;
  switch (self->kind)
    {
    case TL_OVERVIEW_ATTENTION:
      return make_finding (self, tl_assessment_get_finding (self->assessment, self->first + position));
    case TL_OVERVIEW_DUE:
      return tl_overview_entry_new_due (g_ptr_array_index (self->items, position), self->as_at);
    case TL_OVERVIEW_CHANGES:
    case TL_N_OVERVIEW_KINDS:
    default:
      return tl_overview_entry_new_change (g_ptr_array_index (self->items, position));
    }
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = tl_overview_list_get_item_type;
  iface->get_n_items = tl_overview_list_get_n_items;
  iface->get_item = tl_overview_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TlOverviewList, tl_overview_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
empty (TlOverviewList *self)
{
  g_clear_pointer (&self->assessment, tl_assessment_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
}

static void
tl_overview_list_finalize (GObject *object)
{
  empty (TL_OVERVIEW_LIST (object));

  G_OBJECT_CLASS (tl_overview_list_parent_class)->finalize (object);
}

static void
tl_overview_list_class_init (TlOverviewListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_overview_list_finalize;
}

static void
tl_overview_list_init (TlOverviewList *self)
{
}

static void
fill (TlOverviewList *self,
      TlOverviewKind  kind,
      guint           n)
{
  guint before = self->n;

  self->kind = kind;
  self->n = n;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, n);
}

/**
 * tl_overview_list_new:
 *
 * Returns: (transfer full): an empty list
 */
TlOverviewList *
tl_overview_list_new (void)
{
  return g_object_new (TL_TYPE_OVERVIEW_LIST, NULL);
}

/**
 * tl_overview_list_set_findings:
 * @self: a list
 * @assessment: (nullable): what is concluded; it is held until something else is shown
 * @severity: one [enum@Severity], -1 for all
 *
 * Shows what needs attention.
 */
void
tl_overview_list_set_findings (TlOverviewList *self,
                               TlAssessment   *assessment,
                               int             severity)
{
  guint first = 0, end;

  g_return_if_fail (TL_IS_OVERVIEW_LIST (self));

  end = assessment != NULL ? tl_assessment_get_n_findings (assessment) : 0;
  while (severity >= 0 && first < end && (int) tl_assessment_get_finding (assessment, first)->severity < severity)
    first++;
  while (severity >= 0 && first < end && (int) tl_assessment_get_finding (assessment, end - 1)->severity > severity)
    end--;
  empty (self);
  self->assessment = assessment != NULL ? tl_assessment_ref (assessment) : NULL;
  self->first = first;
  fill (self, TL_OVERVIEW_ATTENTION, end - first);
}

/**
 * tl_overview_list_get_assessment:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): what is concluded, when it shows findings
 */
TlAssessment *
tl_overview_list_get_assessment (TlOverviewList *self)
{
  g_return_val_if_fail (TL_IS_OVERVIEW_LIST (self), NULL);

  return self->assessment;
}

/**
 * tl_overview_list_set_due:
 * @self: a list
 * @items: (element-type TlDueItem): what is due
 * @as_at: the day for which everything is shown
 *
 * Shows what is due.
 */
void
tl_overview_list_set_due (TlOverviewList *self,
                          GPtrArray      *items,
                          TlDay           as_at)
{
  g_return_if_fail (TL_IS_OVERVIEW_LIST (self));

  g_ptr_array_ref (items);
  empty (self);
  self->items = items;
  self->as_at = as_at;
  fill (self, TL_OVERVIEW_DUE, items->len);
}

/**
 * tl_overview_list_set_changes:
 * @self: a list
 * @items: (element-type TlSinceItem): what changed
 *
 * Shows what changed.
 */
void
tl_overview_list_set_changes (TlOverviewList *self,
                              GPtrArray      *items)
{
  g_return_if_fail (TL_IS_OVERVIEW_LIST (self));

  g_ptr_array_ref (items);
  empty (self);
  self->items = items;
  fill (self, TL_OVERVIEW_CHANGES, items->len);
}

/**
 * tl_overview_list_share:
 * @self: a list
 * @other: another list, of what is due or of what changed
 *
 * Shows the same as another list.
 */
void
tl_overview_list_share (TlOverviewList *self,
                        TlOverviewList *other)
{
  g_return_if_fail (TL_IS_OVERVIEW_LIST (self));
  g_return_if_fail (TL_IS_OVERVIEW_LIST (other));

  if (other->items == NULL)
    tl_overview_list_set_findings (self, NULL, -1);
  else if (other->kind == TL_OVERVIEW_DUE)
    tl_overview_list_set_due (self, other->items, other->as_at);
  else
    tl_overview_list_set_changes (self, other->items);
}
