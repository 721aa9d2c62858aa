/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-wrap-layout.h"

#include "tl-laid-out.h"

struct _TlWrapLayout
{
  GtkLayoutManager parent_instance;

  int child_spacing;
  int line_spacing;
};

enum
{
  PROP_CHILD_SPACING = 1,
  PROP_LINE_SPACING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TlWrapLayout, tl_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
get_width (GtkWidget *child,
           int        available)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return MAX (minimum, MIN (natural, available));
}

/* The first child that has no room any more on the line that begins with @child, and how high that line is. */
static GtkWidget *
find_line (TlWrapLayout *self,
           GtkWidget    *child,
           int           width,
           int          *line_height)
{
  int at = 0;

  *line_height = 0;
  for (GtkWidget *first = child; child != NULL; child = tl_laid_out_get_next (child))
    {
      int own = get_width (child, width), height;

      if (child != first && at + own > width)
        break;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, own, NULL, &height, NULL, NULL);
      *line_height = MAX (*line_height, height);
      at += own + self->child_spacing;
    }
  return child;
}

static void
tl_wrap_layout_measure (GtkLayoutManager *manager,
                        GtkWidget        *widget,
                        GtkOrientation    orientation,
                        int               for_size,
                        int              *minimum,
                        int              *natural,
                        int              *minimum_baseline,
                        int              *natural_baseline)
{
  TlWrapLayout *self = TL_WRAP_LAYOUT (manager);
  GtkWidget *child = tl_laid_out_get_first (widget);
  int width = for_size < 0 ? G_MAXINT : for_size, height;

  *minimum = *natural = 0;
  for (gboolean first = TRUE; child != NULL; first = FALSE)
    if (orientation == GTK_ORIENTATION_VERTICAL)
      {
        child = find_line (self, child, width, &height);
        *minimum += height + (first ? 0 : self->line_spacing);
        *natural = *minimum;
      }
    else
      {
        *minimum = MAX (*minimum, get_width (child, 0));
        *natural += get_width (child, G_MAXINT) + (first ? 0 : self->child_spacing);
        child = tl_laid_out_get_next (child);
      }
}

static void
tl_wrap_layout_allocate (GtkLayoutManager *manager,
                         GtkWidget        *widget,
                         int               width,
                         int               height,
                         int               baseline)
{
  TlWrapLayout *self = TL_WRAP_LAYOUT (manager);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *child = tl_laid_out_get_first (widget);
  int line_height;

  for (int y = 0; child != NULL; y += line_height + self->line_spacing)
    {
      GtkWidget *next = find_line (self, child, width, &line_height);

      for (int x = 0; child != next; child = tl_laid_out_get_next (child))
        {
          int own = get_width (child, width);

          gtk_widget_size_allocate (child, &(GtkAllocation) { mirrored ? width - x - own : x, y, own, line_height }, -1);
          x += own + self->child_spacing;
        }
    }
}

static GtkSizeRequestMode
tl_wrap_layout_get_request_mode (GtkLayoutManager *manager,
                                 GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tl_wrap_layout_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  TlWrapLayout *self = TL_WRAP_LAYOUT (object);

  switch (id)
    {
    case PROP_CHILD_SPACING:
      self->child_spacing = g_value_get_int (value);
      break;
    case PROP_LINE_SPACING:
      self->line_spacing = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_wrap_layout_class_init (TlWrapLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = tl_wrap_layout_set_property;
  layout_class->measure = tl_wrap_layout_measure;
  layout_class->allocate = tl_wrap_layout_allocate;
  layout_class->get_request_mode = tl_wrap_layout_get_request_mode;

  /**
   * TlWrapLayout:child-spacing:
   *
   * The room between two children of a line, in pixels.
   */
  properties[PROP_CHILD_SPACING] = g_param_spec_int ("child-spacing", NULL, NULL, 0, G_MAXINT16, 0, flags);
  /**
   * TlWrapLayout:line-spacing:
   *
   * The room between two lines, in pixels.
   */
  properties[PROP_LINE_SPACING] = g_param_spec_int ("line-spacing", NULL, NULL, 0, G_MAXINT16, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tl_wrap_layout_init (TlWrapLayout *self)
{
}
