/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-risks-groups.h"

#include "tl-group-heading.h"

struct _TlRisksGroups
{
  GObject parent_instance;

  TlRisksArrangement *arrangement;
  TlRisksSorter *sorter;
  /* What key questions are found by; read when they are first asked for. */
  TlFrameworks *frameworks;
  GCancellable *reading;
};

typedef enum
{
  PROP_SORTER = 1,
} TlRisksGroupsProperty;

static GParamSpec *sorter_property;

G_DEFINE_FINAL_TYPE (TlRisksGroups, tl_risks_groups, G_TYPE_OBJECT)

static void
replace_sorter (TlRisksGroups *self)
{
  g_clear_object (&self->sorter);
  self->sorter = tl_risks_grouping_new_sorter (tl_risks_arrangement_get_grouping (self->arrangement), self->frameworks);
  g_object_notify_by_pspec (G_OBJECT (self), sorter_property);
}

static void
frameworks_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (TlRisksGroups) self = user_data;
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->reading);
  self->frameworks = tl_frameworks_get_finish (result, &error);
  if (self->frameworks == NULL)
    g_warning ("Key questions aren’t known: %s", error->message);
  else if (self->arrangement != NULL)
    replace_sorter (self);
}

static void
grouping_cb (TlRisksGroups *self)
{
  if (tl_risks_arrangement_get_grouping (self->arrangement) == TL_RISKS_GROUPING_KEY_QUESTION
      && self->frameworks == NULL && self->reading == NULL)
    {
      self->reading = g_cancellable_new ();
      tl_frameworks_get_async (self->reading, frameworks_cb, g_object_ref (self));
    }
  replace_sorter (self);
}

/* ── Headings and rows ────────────────────────────────────────────────────── */

static char *
get_name (TlRisksGroups *self,
          TlRisk        *risk)
{
  return tl_risks_grouping_get_name (tl_risks_arrangement_get_grouping (self->arrangement), self->frameworks, risk);
}

static void
update_count (GtkListHeader *header)
{
  tl_group_heading_set_count (TL_GROUP_HEADING (gtk_list_header_get_child (header)), gtk_list_header_get_n_items (header));
}

static void
set_up_header_cb (GtkSignalListItemFactory *factory,
                  GtkListHeader            *header)
{
  gtk_list_header_set_child (header, g_object_new (TL_TYPE_GROUP_HEADING, NULL));
  g_signal_connect (header, "notify::n-items", G_CALLBACK (update_count), NULL);
}

static void
bind_header_cb (TlRisksGroups *self,
                GtkListHeader *header)
{
  g_autofree char *name = get_name (self, gtk_list_header_get_item (header));

  tl_group_heading_set_name (TL_GROUP_HEADING (gtk_list_header_get_child (header)), name);
  update_count (header);
}

/* A row is read aloud by its risk, and where it stands: a heading can't be reached by arrow keys. */
static void
bind_row_cb (TlRisksGroups    *self,
             GtkColumnViewRow *row)
{
  TlRisk *risk = gtk_column_view_row_get_item (row);
  const char *ref = tl_record_get_ref (TL_RECORD (risk)), *title = tl_risk_get_title (risk);
  g_autofree char *label = g_strdup_printf ("%s %s", ref != NULL ? ref : "", title != NULL ? title : "");
  g_autofree char *group = get_name (self, risk);

  gtk_column_view_row_set_accessible_label (row, g_strstrip (label));
  gtk_column_view_row_set_accessible_description (row, group);
}

static void
tl_risks_groups_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch ((TlRisksGroupsProperty) id)
    {
    case PROP_SORTER:
      g_value_set_object (value, TL_RISKS_GROUPS (object)->sorter);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_risks_groups_dispose (GObject *object)
{
  TlRisksGroups *self = TL_RISKS_GROUPS (object);

  g_clear_object (&self->arrangement);
  g_clear_object (&self->sorter);
  g_clear_pointer (&self->frameworks, tl_frameworks_unref);

  G_OBJECT_CLASS (tl_risks_groups_parent_class)->dispose (object);
}

static void
tl_risks_groups_class_init (TlRisksGroupsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tl_risks_groups_get_property;
  object_class->dispose = tl_risks_groups_dispose;

  /**
   * TlRisksGroups:sorter:
   *
   * Sorts risks by group, %NULL without groups.
   */
  sorter_property = g_param_spec_object ("sorter", NULL, NULL, TL_TYPE_RISKS_SORTER,
                                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, PROP_SORTER, sorter_property);
}

static void
tl_risks_groups_init (TlRisksGroups *self)
{
}

/**
 * tl_risks_groups_new:
 * @arrangement: what says by what to group
 *
 * Returns: (transfer full): the groups that it asks for, now and later
 */
TlRisksGroups *
tl_risks_groups_new (TlRisksArrangement *arrangement)
{
  TlRisksGroups *self = g_object_new (TL_TYPE_RISKS_GROUPS, NULL);

  self->arrangement = g_object_ref (arrangement);
  g_signal_connect_object (arrangement, "notify::grouping", G_CALLBACK (grouping_cb), self, G_CONNECT_SWAPPED);
  grouping_cb (self);
  return self;
}

/**
 * tl_risks_groups_get_sorter:
 * @self: the groups
 *
 * Returns: (transfer none) (nullable): what sorts risks by group
 */
TlRisksSorter *
tl_risks_groups_get_sorter (TlRisksGroups *self)
{
  g_return_val_if_fail (TL_IS_RISKS_GROUPS (self), NULL);

  return self->sorter;
}

/**
 * tl_risks_groups_new_header_factory:
 * @self: the groups
 *
 * Returns: (transfer full): makes the headings of a list
 */
GtkListItemFactory *
tl_risks_groups_new_header_factory (TlRisksGroups *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (set_up_header_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_header_cb), self, G_CONNECT_SWAPPED);
  return factory;
}

/**
 * tl_risks_groups_new_row_factory:
 * @self: the groups
 *
 * Returns: (transfer full): says what each row of a table is
 */
GtkListItemFactory *
tl_risks_groups_new_row_factory (TlRisksGroups *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row_cb), self, G_CONNECT_SWAPPED);
  return factory;
}
