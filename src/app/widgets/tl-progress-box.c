/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-progress-box.h"

#include <glib/gi18n.h>

/* In milliseconds: what is done before this needs no telling, and how often a bar moves. */
#define PATIENCE 500
#define STEP 100

struct _TlProgressBox
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *label;
  GtkProgressBar *bar;

  TlProgress *progress;
  guint waited;
  guint timer;
};

typedef enum
{
  PROP_PROGRESS = 1,
} TlProgressBoxProperty;

static GParamSpec *properties[PROP_PROGRESS + 1];

G_DEFINE_FINAL_TYPE (TlProgressBox, tl_progress_box, GTK_TYPE_WIDGET)

static void
show_progress (TlProgressBox *self)
{
  g_autofree char *text = tl_progress_to_text (self->progress);
  double fraction = tl_progress_get_fraction (self->progress);

  gtk_label_set_text (self->label, text != NULL ? text : _("Waiting"));
  if (fraction >= 0)
    gtk_progress_bar_set_fraction (self->bar, fraction);
  else
    gtk_progress_bar_pulse (self->bar);
}

static gboolean
step_cb (gpointer user_data)
{
  TlProgressBox *self = user_data;

  self->waited += STEP;
  if (self->waited >= PATIENCE)
    {
      show_progress (self);
      gtk_widget_set_visible (self->box, TRUE);
    }
  return G_SOURCE_CONTINUE;
}

static void
tl_progress_box_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  TlProgressBox *self = TL_PROGRESS_BOX (object);

  switch ((TlProgressBoxProperty) property_id)
    {
    case PROP_PROGRESS:
      g_value_set_object (value, self->progress);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tl_progress_box_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  switch ((TlProgressBoxProperty) property_id)
    {
    case PROP_PROGRESS:
      tl_progress_box_set_progress (TL_PROGRESS_BOX (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tl_progress_box_dispose (GObject *object)
{
  TlProgressBox *self = TL_PROGRESS_BOX (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->progress);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_PROGRESS_BOX);

  G_OBJECT_CLASS (tl_progress_box_parent_class)->dispose (object);
}

static void
tl_progress_box_class_init (TlProgressBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tl_progress_box_get_property;
  object_class->set_property = tl_progress_box_set_property;
  object_class->dispose = tl_progress_box_dispose;

  properties[PROP_PROGRESS] = g_param_spec_object ("progress", NULL, NULL, TL_TYPE_PROGRESS,
                                                   G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/widgets/progress-box.ui");
  gtk_widget_class_bind_template_child (widget_class, TlProgressBox, box);
  gtk_widget_class_bind_template_child (widget_class, TlProgressBox, label);
  gtk_widget_class_bind_template_child (widget_class, TlProgressBox, bar);
}

static void
tl_progress_box_init (TlProgressBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_progress_box_set_progress:
 * @self: a progress box
 * @progress: (nullable): what counts work that begins now, %NULL when it has ended
 *
 * Shows how far some work is.
 */
void
tl_progress_box_set_progress (TlProgressBox *self,
                              TlProgress    *progress)
{
  g_return_if_fail (TL_IS_PROGRESS_BOX (self));

  if (!g_set_object (&self->progress, progress))
    return;
  g_clear_handle_id (&self->timer, g_source_remove);
  gtk_widget_set_visible (self->box, FALSE);
  self->waited = 0;
  if (progress != NULL)
    self->timer = g_timeout_add (STEP, step_cb, self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRESS]);
}
