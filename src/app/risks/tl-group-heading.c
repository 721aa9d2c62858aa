/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-group-heading.h"

#include <glib/gi18n.h>

struct _TlGroupHeading
{
  GtkBox parent_instance;

  GtkLabel *name_label;
  GtkLabel *count_label;

  char *name;
  guint count;
};

G_DEFINE_FINAL_TYPE (TlGroupHeading, tl_group_heading, GTK_TYPE_BOX)

static void
update (TlGroupHeading *self)
{
  g_autofree char *count = g_strdup_printf (ngettext ("%u risk", "%u risks", self->count), self->count);
  /* Translators: the name of a group of risks, then how many it has: "Medicines, 4 risks" */
  g_autofree char *sentence = g_strdup_printf (_("%1$s, %2$s"), self->name != NULL ? self->name : "", count);

  gtk_label_set_label (self->name_label, self->name != NULL ? self->name : "");
  gtk_label_set_label (self->count_label, count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
}

static void
tl_group_heading_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_GROUP_HEADING);

  G_OBJECT_CLASS (tl_group_heading_parent_class)->dispose (object);
}

static void
tl_group_heading_finalize (GObject *object)
{
  g_free (TL_GROUP_HEADING (object)->name);

  G_OBJECT_CLASS (tl_group_heading_parent_class)->finalize (object);
}

static void
tl_group_heading_class_init (TlGroupHeadingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_group_heading_dispose;
  object_class->finalize = tl_group_heading_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/risks/group-heading.ui");
  gtk_widget_class_bind_template_child (widget_class, TlGroupHeading, name_label);
  gtk_widget_class_bind_template_child (widget_class, TlGroupHeading, count_label);
}

static void
tl_group_heading_init (TlGroupHeading *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LEVEL, 2, -1);
  update (self);
}

/**
 * tl_group_heading_set_name:
 * @self: a heading
 * @name: what the group is called
 */
void
tl_group_heading_set_name (TlGroupHeading *self,
                           const char     *name)
{
  g_return_if_fail (TL_IS_GROUP_HEADING (self));

  if (g_set_str (&self->name, name))
    update (self);
}

/**
 * tl_group_heading_set_count:
 * @self: a heading
 * @count: how many risks the group has
 */
void
tl_group_heading_set_count (TlGroupHeading *self,
                            guint           count)
{
  g_return_if_fail (TL_IS_GROUP_HEADING (self));

  if (self->count == count)
    return;
  self->count = count;
  update (self);
}
