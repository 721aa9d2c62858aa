/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-overview-row.h"

#include "tl-mark-cell.h"
#include "tl-overview-view.h"
#include "tl-risk-mending.h"

struct _TlOverviewRow
{
  GtkBox parent_instance;

  GtkBox *marks;
  GtkWidget *day_label;
  GtkWidget *when_label;
  GtkWidget *when_below;
  GtkWidget *mend_button;
  GtkWidget *arrow;

  TlOverviewEntry *entry;
  gboolean compact;
  GBinding *following;
};

typedef enum
{
  PROP_ENTRY = 1,
  PROP_COMPACT,
} TlOverviewRowProperty;

static GParamSpec *properties[PROP_COMPACT + 1];

G_DEFINE_FINAL_TYPE (TlOverviewRow, tl_overview_row, GTK_TYPE_BOX)

static void
add_icon (TlOverviewRow *self,
          const char    *icon_name)
{
  gtk_box_append (self->marks, gtk_image_new_from_icon_name (icon_name));
}

/* The state then and now, or that the risk as a whole came or went. */
static void
add_movement (TlOverviewRow *self)
{
  TlMovement movement;
  TlLinkState before, now;
  TlLineLink link = tl_overview_entry_get_link (self->entry, &movement, &before, &now);

  if (link != TL_LINE_LINK_NONE)
    {
      gtk_box_append (self->marks, tl_mark_cell_new_link (before));
      add_icon (self, "pan-end-symbolic");
      gtk_box_append (self->marks, tl_mark_cell_new_link (now));
    }
  else
    add_icon (self, movement == TL_MOVEMENT_ENDED ? "object-select-symbolic"
                    : movement == TL_MOVEMENT_NEW ? "list-add-symbolic" : "edit-undo-symbolic");
}

static void
update_marks (TlOverviewRow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->marks))) != NULL)
    gtk_box_remove (self->marks, child);
  if (self->entry == NULL)
    return;
  if (tl_overview_entry_get_kind (self->entry) == TL_OVERVIEW_ATTENTION)
    gtk_box_append (self->marks, tl_mark_cell_new_finding (tl_overview_entry_get_severity (self->entry)));
  else if (tl_overview_entry_get_kind (self->entry) == TL_OVERVIEW_CHANGES)
    add_movement (self);
}

/* The button that settles it, where there is one. */
static gboolean
offer_remedy (TlOverviewRow *self)
{
  char risk[TL_ID_HEX_LENGTH + 1], row[TL_ID_HEX_LENGTH + 1];
  TlId row_id;
  TlRemedy remedy = self->entry != NULL ? tl_overview_entry_get_remedy (self->entry, &row_id) : TL_REMEDY_NONE;

  if (remedy == TL_REMEDY_NONE || !tl_risk_mending_can (remedy))
    return FALSE;
  tl_id_to_hex (tl_overview_entry_get_risk (self->entry), risk);
  tl_id_to_hex (&row_id, row);
  gtk_button_set_label (GTK_BUTTON (self->mend_button), tl_word_label (TL_TYPE_REMEDY, (int) remedy));
  /* In this order: an action without what it is to act on is complained of. */
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->mend_button), "(sis)", risk, (int) remedy, row);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->mend_button), "overview.mend");
  return TRUE;
}

static void
update (TlOverviewRow *self)
{
  TlOverviewKind kind = self->entry != NULL ? tl_overview_entry_get_kind (self->entry) : TL_OVERVIEW_ATTENTION;
  gboolean urgent = self->entry != NULL && tl_overview_entry_is_urgent (self->entry);
  const char *style;
  gboolean mends;

  update_marks (self);
  gtk_widget_set_visible (GTK_WIDGET (self->marks), kind != TL_OVERVIEW_DUE);
  gtk_widget_set_visible (self->day_label, kind == TL_OVERVIEW_DUE);
  gtk_widget_set_visible (self->when_label, kind != TL_OVERVIEW_ATTENTION && !self->compact);
  gtk_widget_set_visible (self->when_below, kind != TL_OVERVIEW_ATTENTION && self->compact);
  mends = kind == TL_OVERVIEW_ATTENTION && !self->compact && offer_remedy (self);
  gtk_widget_set_visible (self->mend_button, mends);
  gtk_widget_set_visible (self->arrow, kind == TL_OVERVIEW_ATTENTION && !mends);
  /* Red is for lateness; a weaker link is only said more loudly. */
  style = urgent ? (kind == TL_OVERVIEW_DUE ? "late" : "heading") : "dimmed";
  gtk_widget_set_css_classes (self->when_label, (const char *[]) { style, NULL });
  gtk_widget_set_css_classes (self->when_below, (const char *[]) { style, "caption", NULL });
}

static void
set_entry (TlOverviewRow   *self,
           TlOverviewEntry *entry)
{
  if (!g_set_object (&self->entry, entry))
    return;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENTRY]);
}

static void
set_compact (TlOverviewRow *self,
             gboolean       compact)
{
  if (self->compact == compact)
    return;
  self->compact = compact;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPACT]);
}

/* Rows of a list come and go, and all follow the view that they are in. */
static void
tl_overview_row_root (GtkWidget *widget)
{
  TlOverviewRow *self = TL_OVERVIEW_ROW (widget);
  GtkWidget *view = NULL;

  GTK_WIDGET_CLASS (tl_overview_row_parent_class)->root (widget);

  view = gtk_widget_get_ancestor (widget, TL_TYPE_OVERVIEW_VIEW);
  if (view != NULL)
    self->following = g_object_bind_property (view, "compact", self, "compact", G_BINDING_SYNC_CREATE);
}

static void
tl_overview_row_unroot (GtkWidget *widget)
{
  TlOverviewRow *self = TL_OVERVIEW_ROW (widget);

  g_clear_pointer (&self->following, g_binding_unbind);

  GTK_WIDGET_CLASS (tl_overview_row_parent_class)->unroot (widget);
}

static void
tl_overview_row_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch ((TlOverviewRowProperty) id)
    {
    case PROP_ENTRY:
      g_value_set_object (value, TL_OVERVIEW_ROW (object)->entry);
      break;
    case PROP_COMPACT:
      g_value_set_boolean (value, TL_OVERVIEW_ROW (object)->compact);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_overview_row_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  switch ((TlOverviewRowProperty) id)
    {
    case PROP_ENTRY:
      set_entry (TL_OVERVIEW_ROW (object), g_value_get_object (value));
      break;
    case PROP_COMPACT:
      set_compact (TL_OVERVIEW_ROW (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_overview_row_dispose (GObject *object)
{
  g_clear_object (&TL_OVERVIEW_ROW (object)->entry);
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_OVERVIEW_ROW);

  G_OBJECT_CLASS (tl_overview_row_parent_class)->dispose (object);
}

static void
tl_overview_row_class_init (TlOverviewRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tl_overview_row_get_property;
  object_class->set_property = tl_overview_row_set_property;
  object_class->dispose = tl_overview_row_dispose;
  widget_class->root = tl_overview_row_root;
  widget_class->unroot = tl_overview_row_unroot;

  /**
   * TlOverviewRow:entry:
   *
   * What it shows.
   */
  properties[PROP_ENTRY] = g_param_spec_object ("entry", NULL, NULL, TL_TYPE_OVERVIEW_ENTRY,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * TlOverviewRow:compact:
   *
   * Whether how late it is or how it moved stands below, not beside.
   */
  properties[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE,
                                                   G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/overview/overview-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlOverviewRow, marks);
  gtk_widget_class_bind_template_child (widget_class, TlOverviewRow, day_label);
  gtk_widget_class_bind_template_child (widget_class, TlOverviewRow, when_label);
  gtk_widget_class_bind_template_child (widget_class, TlOverviewRow, when_below);
  gtk_widget_class_bind_template_child (widget_class, TlOverviewRow, mend_button);
  gtk_widget_class_bind_template_child (widget_class, TlOverviewRow, arrow);
}

static void
tl_overview_row_init (TlOverviewRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_overview_row_new:
 * @entry: what it shows
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
tl_overview_row_new (TlOverviewEntry *entry)
{
  return g_object_new (TL_TYPE_OVERVIEW_ROW, "entry", entry, NULL);
}

/**
 * tl_overview_row_get_entry:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what it shows
 */
TlOverviewEntry *
tl_overview_row_get_entry (TlOverviewRow *self)
{
  g_return_val_if_fail (TL_IS_OVERVIEW_ROW (self), NULL);

  return self->entry;
}
