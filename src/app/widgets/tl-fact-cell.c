/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-fact-cell.h"

struct _TlFactCell
{
  GtkBox parent_instance;

  GtkWidget *fact_label;
  GtkWidget *ground_label;

  char *fact;
  char *ground;
  guint chars;
  guint least_chars;
  gboolean strong;
  gboolean faint;
  gboolean late;
};

typedef enum
{
  PROP_FACT = 1,
  PROP_GROUND,
  PROP_CHARS,
  PROP_LEAST_CHARS,
  PROP_STRONG,
  PROP_FAINT,
  PROP_LATE,
} TlFactCellProperty;

static GParamSpec *properties[PROP_LATE + 1];

G_DEFINE_FINAL_TYPE (TlFactCell, tl_fact_cell, GTK_TYPE_BOX)

static void
set_class (GtkWidget  *widget,
           const char *name,
           gboolean    present)
{
  if (present)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/* Lateness is bold as well as red, since colour alone says nothing. */
static void
update_style (TlFactCell *self)
{
  set_class (self->fact_label, "heading", self->strong);
  set_class (self->fact_label, "dimmed", self->faint);
  set_class (self->ground_label, "dimmed", !self->late);
  set_class (self->ground_label, "late", self->late);
}

/* What doesn't fit is told by the tooltip, which is asked for only when it is wanted. */
static gboolean
tl_fact_cell_query_tooltip (GtkWidget  *widget,
                            int         x,
                            int         y,
                            gboolean    keyboard,
                            GtkTooltip *tooltip)
{
  TlFactCell *self = TL_FACT_CELL (widget);
  g_autofree char *text = NULL;

  if (self->fact != NULL && self->ground != NULL && self->ground[0] != '\0')
    text = g_strdup_printf ("%s\n%s", self->fact, self->ground);
  gtk_tooltip_set_text (tooltip, text != NULL ? text : self->fact);
  return self->fact != NULL && self->fact[0] != '\0';
}

static void
set_text (TlFactCell *self,
          char      **text,
          const char *value,
          GParamSpec *pspec)
{
  if (!g_set_str (text, value))
    return;
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
set_flag (TlFactCell *self,
          gboolean   *flag,
          gboolean    value,
          GParamSpec *pspec)
{
  if (*flag == value)
    return;
  *flag = value;
  update_style (self);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
tl_fact_cell_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  TlFactCell *self = TL_FACT_CELL (object);

  switch ((TlFactCellProperty) id)
    {
    case PROP_FACT:
      g_value_set_string (value, self->fact);
      break;
    case PROP_GROUND:
      g_value_set_string (value, self->ground);
      break;
    case PROP_CHARS:
      g_value_set_uint (value, self->chars);
      break;
    case PROP_LEAST_CHARS:
      g_value_set_uint (value, self->least_chars);
      break;
    case PROP_STRONG:
      g_value_set_boolean (value, self->strong);
      break;
    case PROP_FAINT:
      g_value_set_boolean (value, self->faint);
      break;
    case PROP_LATE:
      g_value_set_boolean (value, self->late);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_fact_cell_set_property (GObject      *object,
                           guint         id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  TlFactCell *self = TL_FACT_CELL (object);

  switch ((TlFactCellProperty) id)
    {
    case PROP_FACT:
      set_text (self, &self->fact, g_value_get_string (value), pspec);
      break;
    case PROP_GROUND:
      set_text (self, &self->ground, g_value_get_string (value), pspec);
      break;
    case PROP_CHARS:
      if (self->chars == g_value_get_uint (value))
        break;
      self->chars = g_value_get_uint (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_LEAST_CHARS:
      if (self->least_chars == g_value_get_uint (value))
        break;
      self->least_chars = g_value_get_uint (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_STRONG:
      set_flag (self, &self->strong, g_value_get_boolean (value), pspec);
      break;
    case PROP_FAINT:
      set_flag (self, &self->faint, g_value_get_boolean (value), pspec);
      break;
    case PROP_LATE:
      set_flag (self, &self->late, g_value_get_boolean (value), pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_fact_cell_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_FACT_CELL);

  G_OBJECT_CLASS (tl_fact_cell_parent_class)->dispose (object);
}

static void
tl_fact_cell_finalize (GObject *object)
{
  TlFactCell *self = TL_FACT_CELL (object);

  g_clear_pointer (&self->fact, g_free);
  g_clear_pointer (&self->ground, g_free);

  G_OBJECT_CLASS (tl_fact_cell_parent_class)->finalize (object);
}

static void
tl_fact_cell_class_init (TlFactCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tl_fact_cell_get_property;
  object_class->set_property = tl_fact_cell_set_property;
  object_class->dispose = tl_fact_cell_dispose;
  object_class->finalize = tl_fact_cell_finalize;

  /**
   * TlFactCell:fact:
   *
   * The first line.
   */
  properties[PROP_FACT] = g_param_spec_string ("fact", NULL, NULL, NULL, flags);
  /**
   * TlFactCell:ground:
   *
   * The second line.
   */
  properties[PROP_GROUND] = g_param_spec_string ("ground", NULL, NULL, NULL, flags);
  /**
   * TlFactCell:chars:
   *
   * How many characters there should be room for; what is longer ends in dots.
   */
  properties[PROP_CHARS] = g_param_spec_uint ("chars", NULL, NULL, 0, 200, 0, flags);
  /**
   * TlFactCell:least-chars:
   *
   * How many characters there is room for at least.
   */
  properties[PROP_LEAST_CHARS] = g_param_spec_uint ("least-chars", NULL, NULL, 0, 200, 0, flags);
  /**
   * TlFactCell:strong:
   *
   * Whether the fact stands out.
   */
  properties[PROP_STRONG] = g_param_spec_boolean ("strong", NULL, NULL, FALSE, flags);
  /**
   * TlFactCell:faint:
   *
   * Whether the fact stands back.
   */
  properties[PROP_FAINT] = g_param_spec_boolean ("faint", NULL, NULL, FALSE, flags);
  /**
   * TlFactCell:late:
   *
   * Whether the ground says that something is late.
   */
  properties[PROP_LATE] = g_param_spec_boolean ("late", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  widget_class->query_tooltip = tl_fact_cell_query_tooltip;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/widgets/fact-cell.ui");
  gtk_widget_class_bind_template_child (widget_class, TlFactCell, fact_label);
  gtk_widget_class_bind_template_child (widget_class, TlFactCell, ground_label);
}

static void
tl_fact_cell_init (TlFactCell *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_style (self);
}
