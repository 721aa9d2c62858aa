/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-filter-chip.h"

#include <glib/gi18n.h>

struct _TlFilterChip
{
  GtkToggleButton parent_instance;

  GtkLabel *count_label;

  char *title;
  guint count;
  gboolean awaited;
};

typedef enum
{
  PROP_TITLE = 1,
  PROP_COUNT,
} TlFilterChipProperty;

static GParamSpec *properties[PROP_COUNT + 1];

G_DEFINE_FINAL_TYPE (TlFilterChip, tl_filter_chip, GTK_TYPE_TOGGLE_BUTTON)

static void
update (TlFilterChip *self)
{
  g_autofree char *count = self->awaited ? g_strdup ("…") : g_strdup_printf ("%u", self->count);
  const char *title = self->title != NULL ? self->title : "";
  /* Translators: which risks, and how many: "High: 6" */
  g_autofree char *name = self->awaited ? g_strdup_printf (_("%s: not worked out yet"), title)
                                        : g_strdup_printf (_("%1$s: %2$u"), title, self->count);

  gtk_label_set_label (self->count_label, count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
tl_filter_chip_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  TlFilterChip *self = TL_FILTER_CHIP (object);

  switch ((TlFilterChipProperty) id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_COUNT:
      g_value_set_uint (value, self->count);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_filter_chip_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  TlFilterChip *self = TL_FILTER_CHIP (object);

  switch ((TlFilterChipProperty) id)
    {
    case PROP_TITLE:
      if (!g_set_str (&self->title, g_value_get_string (value)))
        break;
      update (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_COUNT:
      tl_filter_chip_set_count (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_filter_chip_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_FILTER_CHIP);

  G_OBJECT_CLASS (tl_filter_chip_parent_class)->dispose (object);
}

static void
tl_filter_chip_finalize (GObject *object)
{
  g_clear_pointer (&TL_FILTER_CHIP (object)->title, g_free);

  G_OBJECT_CLASS (tl_filter_chip_parent_class)->finalize (object);
}

static void
tl_filter_chip_class_init (TlFilterChipClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tl_filter_chip_get_property;
  object_class->set_property = tl_filter_chip_set_property;
  object_class->dispose = tl_filter_chip_dispose;
  object_class->finalize = tl_filter_chip_finalize;

  /**
   * TlFilterChip:title:
   *
   * Which part of the list it shows.
   */
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  /**
   * TlFilterChip:count:
   *
   * How many there are.
   */
  properties[PROP_COUNT] = g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/risks/filter-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, TlFilterChip, count_label);
}

static void
tl_filter_chip_init (TlFilterChip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}

/**
 * tl_filter_chip_get_count:
 * @self: a chip
 *
 * Returns: how many there are
 */
guint
tl_filter_chip_get_count (TlFilterChip *self)
{
  g_return_val_if_fail (TL_IS_FILTER_CHIP (self), 0);

  return self->count;
}

/**
 * tl_filter_chip_set_count:
 * @self: a chip
 * @count: how many there are
 */
void
tl_filter_chip_set_count (TlFilterChip *self,
                          guint         count)
{
  g_return_if_fail (TL_IS_FILTER_CHIP (self));

  if (self->count == count && !self->awaited)
    return;
  self->awaited = FALSE;
  self->count = count;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
}

/**
 * tl_filter_chip_await:
 * @self: a chip
 *
 * Says that nobody knows yet how many there are, until a count is set.
 */
void
tl_filter_chip_await (TlFilterChip *self)
{
  g_return_if_fail (TL_IS_FILTER_CHIP (self));

  if (self->awaited)
    return;
  self->awaited = TRUE;
  update (self);
}
