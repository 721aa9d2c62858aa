/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-risk-part.h"

#include "tl-row-layout.h"

struct _TlRiskPart
{
  GtkBox parent_instance;

  GtkLabel *heading;
  GtkButton *button;
  GtkListBox *list;
  GtkLabel *empty_label;

  char *title;
  char *action_label;
  char *action;
  char *empty;
};

typedef enum
{
  PROP_TITLE = 1,
  PROP_ACTION_LABEL,
  PROP_ACTION,
  PROP_EMPTY,
} TlRiskPartProperty;

static GParamSpec *properties[PROP_EMPTY + 1];

G_DEFINE_FINAL_TYPE (TlRiskPart, tl_risk_part, GTK_TYPE_BOX)

static void
update (TlRiskPart *self)
{
  gboolean has_rows = gtk_list_box_get_row_at_index (self->list, 0) != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->list), has_rows);
  gtk_widget_set_visible (GTK_WIDGET (self->empty_label), !has_rows && self->empty != NULL);
  /* A part that has nothing to say and nothing to do isn't there. */
  gtk_widget_set_visible (GTK_WIDGET (self), has_rows || self->action != NULL || self->empty != NULL);
}

static char **
find_text (TlRiskPart         *self,
           TlRiskPartProperty  id)
{
  switch (id)
    {
    case PROP_TITLE:
      return &self->title;
    case PROP_ACTION_LABEL:
      return &self->action_label;
    case PROP_ACTION:
      return &self->action;
    case PROP_EMPTY:
    default:
      return &self->empty;
    }
}

static void
tl_risk_part_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  g_value_set_string (value, *find_text (TL_RISK_PART (object), (TlRiskPartProperty) id));
}

static void
tl_risk_part_set_property (GObject      *object,
                           guint         id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  TlRiskPart *self = TL_RISK_PART (object);

  if (!g_set_str (find_text (self, (TlRiskPartProperty) id), g_value_get_string (value)))
    return;
  if (id == PROP_ACTION)
    {
      /* "risk.mend((1, ''))" names its target too. */
      gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (self->button), self->action);
      gtk_widget_set_visible (GTK_WIDGET (self->button), self->action != NULL);
    }
  update (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
tl_risk_part_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_RISK_PART);

  G_OBJECT_CLASS (tl_risk_part_parent_class)->dispose (object);
}

static void
tl_risk_part_finalize (GObject *object)
{
  for (int id = PROP_TITLE; id <= PROP_EMPTY; id++)
    g_free (*find_text (TL_RISK_PART (object), (TlRiskPartProperty) id));

  G_OBJECT_CLASS (tl_risk_part_parent_class)->finalize (object);
}

static void
tl_risk_part_class_init (TlRiskPartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tl_risk_part_get_property;
  object_class->set_property = tl_risk_part_set_property;
  object_class->dispose = tl_risk_part_dispose;
  object_class->finalize = tl_risk_part_finalize;

  /**
   * TlRiskPart:title:
   *
   * Its heading.
   */
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  /**
   * TlRiskPart:action-label:
   *
   * What its button says.
   */
  properties[PROP_ACTION_LABEL] = g_param_spec_string ("action-label", NULL, NULL, NULL, flags);
  /**
   * TlRiskPart:action:
   *
   * The detailed name of what its button does; none when it has no button.
   */
  properties[PROP_ACTION] = g_param_spec_string ("action", NULL, NULL, NULL, flags);
  /**
   * TlRiskPart:empty:
   *
   * What stands there while it has no rows.
   */
  properties[PROP_EMPTY] = g_param_spec_string ("empty", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (TL_TYPE_ROW_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/risks/risk-part.ui");
  gtk_widget_class_bind_template_child (widget_class, TlRiskPart, heading);
  gtk_widget_class_bind_template_child (widget_class, TlRiskPart, button);
  gtk_widget_class_bind_template_child (widget_class, TlRiskPart, list);
  gtk_widget_class_bind_template_child (widget_class, TlRiskPart, empty_label);
}

static void
tl_risk_part_init (TlRiskPart *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}

/**
 * tl_risk_part_clear:
 * @self: a part
 *
 * Takes all its rows away.
 */
void
tl_risk_part_clear (TlRiskPart *self)
{
  g_return_if_fail (TL_IS_RISK_PART (self));

  gtk_list_box_remove_all (self->list);
  update (self);
}

static GtkWidget *
add (TlRiskPart *self,
     GtkWidget  *row,
     const char *name)
{
  GtkWidget *item = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (item), row);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (item), FALSE);
  gtk_widget_set_focusable (item, FALSE);
  if (name != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (self->list, item);
  update (self);
  return item;
}

/**
 * tl_risk_part_add:
 * @self: a part
 * @row: (transfer floating): what is to be seen
 * @name: (nullable): what a screen reader says of it
 *
 * Adds a row.
 */
void
tl_risk_part_add (TlRiskPart *self,
                  GtkWidget  *row,
                  const char *name)
{
  g_return_if_fail (TL_IS_RISK_PART (self));

  add (self, row, name);
}

/**
 * tl_risk_part_add_link:
 * @self: a part
 * @row: (transfer floating): what is to be seen
 * @name: what a screen reader says of it
 * @action: what it does when it is pressed
 * @target: (transfer floating): to what
 *
 * Adds a row that can be pressed.
 */
void
tl_risk_part_add_link (TlRiskPart *self,
                       GtkWidget  *row,
                       const char *name,
                       const char *action,
                       GVariant   *target)
{
  GtkWidget *item = NULL;

  g_return_if_fail (TL_IS_RISK_PART (self));

  item = add (self, row, name);
  gtk_widget_set_focusable (item, TRUE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (item), TRUE);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (item), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (item), action);
}
