/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-fitting-choice.h"

struct _TlFittingChoice
{
  GtkWidget parent_instance;

  AdwToggleGroup *group;
  GtkDropDown *list;
  char *label;
};

enum
{
  PROP_GROUP = 1,
  PROP_LABEL,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TlFittingChoice, tl_fitting_choice, GTK_TYPE_WIDGET)

/* In pixels: no list is narrower, whatever its choices are. */
#define NARROWEST 60

/* ── The two are one choice ───────────────────────────────────────────────── */

static void
say_label (GtkWidget  *widget,
           const char *label)
{
  if (widget != NULL && label != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* With its rows it takes longer to make than all toggles, and on most windows nobody sees it. */
static void
create_list (TlFittingChoice *self)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/throughline/Throughline/widgets/fitting-choice.ui");
  g_autoptr (GListStore) choices = g_list_store_new (ADW_TYPE_TOGGLE);

  self->list = GTK_DROP_DOWN (gtk_builder_get_object (builder, "list"));
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
  say_label (GTK_WIDGET (self->list), self->label);
  /* Not the group's own model: that is a selection, too, and a list to pull down has its own. */
  for (guint i = 0; i < adw_toggle_group_get_n_toggles (self->group); i++)
    g_list_store_append (choices, adw_toggle_group_get_toggle (self->group, i));
  gtk_drop_down_set_model (self->list, G_LIST_MODEL (choices));
  g_object_bind_property (self->group, "active", self->list, "selected", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
}

/* ── Which of the two ─────────────────────────────────────────────────────── */

static void
tl_fitting_choice_measure (GtkWidget     *widget,
                           GtkOrientation orientation,
                           int            for_size,
                           int           *minimum,
                           int           *natural,
                           int           *minimum_baseline,
                           int           *natural_baseline)
{
  TlFittingChoice *self = TL_FITTING_CHOICE (widget);
  int list_minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? NARROWEST : 0, group_minimum = 0, group_natural = 0;

  if (self->list != NULL)
    gtk_widget_measure (GTK_WIDGET (self->list), orientation, -1, &list_minimum, NULL, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (self->group), orientation, -1, &group_minimum, &group_natural, NULL, NULL);
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN (list_minimum, group_minimum)
                                                       : MAX (list_minimum, group_minimum);
  *natural = MAX (group_natural, *minimum);
  *minimum_baseline = -1;
  *natural_baseline = -1;
}

static void
tl_fitting_choice_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  TlFittingChoice *self = TL_FITTING_CHOICE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  gboolean had_focus = focus != NULL && gtk_widget_is_ancestor (focus, widget);
  gboolean was_list = tl_fitting_choice_is_list (self);
  int needed = 0, narrow = 0;

  gtk_widget_measure (GTK_WIDGET (self->group), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &needed, NULL, NULL);
  gtk_widget_set_child_visible (GTK_WIDGET (self->group), width >= needed);
  gtk_widget_size_allocate (GTK_WIDGET (self->group), &(GtkAllocation) { 0, 0, MAX (width, needed), height }, baseline);
  if (width < needed && self->list == NULL)
    create_list (self);
  if (self->list == NULL)
    return;
  gtk_widget_measure (GTK_WIDGET (self->list), GTK_ORIENTATION_HORIZONTAL, -1, &narrow, NULL, NULL, NULL);
  gtk_widget_set_child_visible (GTK_WIDGET (self->list), width < needed);
  gtk_widget_size_allocate (GTK_WIDGET (self->list), &(GtkAllocation) { 0, 0, MAX (width, narrow), height }, baseline);
  /* The keyboard stays in the choice, whichever form it takes. */
  if (had_focus && was_list != tl_fitting_choice_is_list (self))
    gtk_widget_grab_focus (was_list ? GTK_WIDGET (self->group) : GTK_WIDGET (self->list));
}

/**
 * tl_fitting_choice_is_list:
 *
 * Returns: whether the choices are in a list to pull down, since there is no room for all of them
 */
gboolean
tl_fitting_choice_is_list (TlFittingChoice *self)
{
  g_return_val_if_fail (TL_IS_FITTING_CHOICE (self), FALSE);

  return self->list != NULL && gtk_widget_get_child_visible (GTK_WIDGET (self->list));
}

/* ── Object ───────────────────────────────────────────────────────────────── */

static void
set_group (TlFittingChoice *self,
           AdwToggleGroup  *group)
{
  g_return_if_fail (self->group == NULL && group != NULL);

  self->group = group;
  gtk_widget_set_parent (GTK_WIDGET (group), GTK_WIDGET (self));
  say_label (GTK_WIDGET (group), self->label);
}

static void
tl_fitting_choice_set_property (GObject      *object,
                                guint         id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  TlFittingChoice *self = TL_FITTING_CHOICE (object);

  switch (id)
    {
    case PROP_GROUP:
      set_group (self, g_value_get_object (value));
      break;
    case PROP_LABEL:
      g_set_str (&self->label, g_value_get_string (value));
      say_label (GTK_WIDGET (self->group), self->label);
      say_label (GTK_WIDGET (self->list), self->label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_fitting_choice_dispose (GObject *object)
{
  TlFittingChoice *self = TL_FITTING_CHOICE (object);

  if (self->group != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->group));
  self->group = NULL;
  if (self->list != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->list));
  self->list = NULL;
  G_OBJECT_CLASS (tl_fitting_choice_parent_class)->dispose (object);
}

static void
tl_fitting_choice_finalize (GObject *object)
{
  g_free (TL_FITTING_CHOICE (object)->label);
  G_OBJECT_CLASS (tl_fitting_choice_parent_class)->finalize (object);
}

static void
tl_fitting_choice_class_init (TlFittingChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = tl_fitting_choice_set_property;
  object_class->dispose = tl_fitting_choice_dispose;
  object_class->finalize = tl_fitting_choice_finalize;
  widget_class->measure = tl_fitting_choice_measure;
  widget_class->size_allocate = tl_fitting_choice_size_allocate;

  /**
   * TlFittingChoice:group:
   *
   * The toggles; what is active in it is what is chosen.
   */
  properties[PROP_GROUP] = g_param_spec_object ("group", NULL, NULL, ADW_TYPE_TOGGLE_GROUP,
                                                G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  /**
   * TlFittingChoice:label:
   *
   * What is chosen here, as it is read out.
   */
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tl_fitting_choice_init (TlFittingChoice *self)
{
}
