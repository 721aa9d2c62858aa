/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-row-layout.h"

#include "tl-laid-out.h"

struct _TlRowLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
  gboolean homogeneous;
};

typedef enum
{
  PROP_SPACING = 1,
  PROP_HOMOGENEOUS,
} TlRowLayoutProperty;

static GParamSpec *properties[PROP_HOMOGENEOUS + 1];

G_DEFINE_FINAL_TYPE (TlRowLayout, tl_row_layout, GTK_TYPE_LAYOUT_MANAGER)

/* ── Widths ───────────────────────────────────────────────────────────────── */

/* Returns: what the children want, one after another, and in all with what is between them */
static GArray *
ask_children (TlRowLayout *self,
              GtkWidget   *widget,
              int         *minimum,
              int         *natural)
{
  GArray *sizes = g_array_new (FALSE, TRUE, sizeof (GtkRequestedSize));

  *minimum = *natural = 0;
  for (GtkWidget *child = tl_laid_out_get_first (widget); child != NULL; child = tl_laid_out_get_next (child))
    {
      GtkRequestedSize size = { child, 0, 0 };

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &size.minimum_size, &size.natural_size, NULL, NULL);
      *minimum += size.minimum_size + (sizes->len > 0 ? self->spacing : 0);
      *natural += size.natural_size + (sizes->len > 0 ? self->spacing : 0);
      g_array_append_val (sizes, size);
    }
  return sizes;
}

static gboolean
expands (const GtkRequestedSize *size)
{
  return gtk_widget_compute_expand (size->data, GTK_ORIENTATION_HORIZONTAL);
}

/* As wide as each other, and as the widest of them. */
static void
even_out (TlRowLayout *self,
          GArray      *sizes,
          int         *minimum,
          int         *natural)
{
  int widest = 0, wanted = 0, between = self->spacing * MAX ((int) sizes->len - 1, 0);

  for (guint i = 0; i < sizes->len; i++)
    {
      widest = MAX (widest, g_array_index (sizes, GtkRequestedSize, i).minimum_size);
      wanted = MAX (wanted, g_array_index (sizes, GtkRequestedSize, i).natural_size);
    }
  *minimum = widest * (int) sizes->len + between;
  *natural = wanted * (int) sizes->len + between;
}

static void
share_evenly (TlRowLayout *self,
              GArray      *sizes,
              int          width)
{
  int left = width - self->spacing * MAX ((int) sizes->len - 1, 0);

  for (guint i = 0; i < sizes->len; i++)
    {
      int share = MAX (left, 0) / (int) (sizes->len - i);

      g_array_index (sizes, GtkRequestedSize, i).minimum_size = share;
      left -= share;
    }
}

/* Returns: how wide each is in a row of @width, as their smallest sizes */
static GArray *
share_width (TlRowLayout *self,
             GtkWidget   *widget,
             int          width)
{
  int minimum = 0, natural = 0, left;
  GArray *sizes = ask_children (self, widget, &minimum, &natural);
  GtkRequestedSize *size = (GtkRequestedSize *) (gpointer) sizes->data;
  guint n_expanding = 0;

  if (self->homogeneous)
    {
      share_evenly (self, sizes, width);
      return sizes;
    }
  left = gtk_distribute_natural_allocation (MAX (0, width - minimum), sizes->len, size);
  for (guint i = 0; i < sizes->len; i++)
    n_expanding += expands (&size[i]);
  for (guint i = 0; i < sizes->len && n_expanding > 0; i++)
    {
      int share = left / (int) n_expanding;

      if (!expands (&size[i]))
        continue;
      size[i].minimum_size += share;
      left -= share;
      n_expanding--;
    }
  return sizes;
}

/* ── Overrides ────────────────────────────────────────────────────────────── */

static void
tl_row_layout_measure (GtkLayoutManager *layout,
                       GtkWidget        *widget,
                       GtkOrientation    orientation,
                       int               for_size,
                       int              *minimum,
                       int              *natural,
                       int              *minimum_baseline,
                       int              *natural_baseline)
{
  TlRowLayout *self = TL_ROW_LAYOUT (layout);
  g_autoptr (GArray) sizes = NULL;

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      sizes = ask_children (self, widget, minimum, natural);
      if (self->homogeneous)
        even_out (self, sizes, minimum, natural);
      return;
    }
  sizes = share_width (self, widget, MAX (for_size, 0));
  for (guint i = 0; i < sizes->len; i++)
    {
      const GtkRequestedSize *size = &g_array_index (sizes, GtkRequestedSize, i);
      int least = 0, wanted = 0;

      gtk_widget_measure (size->data, GTK_ORIENTATION_VERTICAL, for_size < 0 ? -1 : size->minimum_size, &least, &wanted, NULL,
                          NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, wanted);
    }
}

static void
tl_row_layout_allocate (GtkLayoutManager *layout,
                        GtkWidget        *widget,
                        int               width,
                        int               height,
                        int               baseline)
{
  TlRowLayout *self = TL_ROW_LAYOUT (layout);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  g_autoptr (GArray) sizes = share_width (self, widget, width);
  int x = 0;

  for (guint i = 0; i < sizes->len; i++)
    {
      const GtkRequestedSize *size = &g_array_index (sizes, GtkRequestedSize, i);
      int own = size->minimum_size;

      gtk_widget_size_allocate (size->data, &(GtkAllocation) { mirrored ? width - x - own : x, 0, own, height }, -1);
      x += own + self->spacing;
    }
}

static GtkSizeRequestMode
tl_row_layout_get_request_mode (GtkLayoutManager *layout,
                                GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tl_row_layout_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch ((TlRowLayoutProperty) id)
    {
    case PROP_SPACING:
      g_value_set_int (value, TL_ROW_LAYOUT (object)->spacing);
      break;
    case PROP_HOMOGENEOUS:
      g_value_set_boolean (value, TL_ROW_LAYOUT (object)->homogeneous);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_row_layout_set_property (GObject      *object,
                            guint         id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  switch ((TlRowLayoutProperty) id)
    {
    case PROP_SPACING:
      TL_ROW_LAYOUT (object)->spacing = g_value_get_int (value);
      break;
    case PROP_HOMOGENEOUS:
      TL_ROW_LAYOUT (object)->homogeneous = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_row_layout_class_init (TlRowLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = tl_row_layout_get_property;
  object_class->set_property = tl_row_layout_set_property;
  layout_class->measure = tl_row_layout_measure;
  layout_class->allocate = tl_row_layout_allocate;
  layout_class->get_request_mode = tl_row_layout_get_request_mode;

  /**
   * TlRowLayout:spacing:
   *
   * What is left between two children, in pixels.
   */
  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 0,
                                               G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  /**
   * TlRowLayout:homogeneous:
   *
   * Whether all children are as wide as each other, and share what is left.
   */
  properties[PROP_HOMOGENEOUS] = g_param_spec_boolean ("homogeneous", NULL, NULL, FALSE,
                                                       G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
tl_row_layout_init (TlRowLayout *self)
{
}
