/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-owner-map-layout.h"

#include <math.h>

/* In pixels of the design: the space round everything, the least between two rows, and how wide a node may be. */
#define MARGIN 18
#define ROW_GAP 10
#define LEAST_NODE_WIDTH 200
#define LEAST_COLUMN_GAP 44
/* The share of the width that the curves between two columns have. */
#define COLUMN_GAP_SHARE 0.085

struct _TlOwnerMapLayout
{
  GtkLayoutManager parent_instance;

  GtkWidget *pattern;
  GtkWidget *column_pattern;
  double rows;
  double zoom;

  /* As it was last laid out, in pixels of the design. */
  double width;
  double node_width;
  double gap;
  double row_height;
  double pitch;
  gboolean mirrored;
};

G_DEFINE_FINAL_TYPE (TlOwnerMapLayout, tl_owner_map_layout, GTK_TYPE_LAYOUT_MANAGER)

/* Where a child stands. */
typedef struct
{
  GtkLayoutChild parent_instance;

  TlMapColumn column;
  double row;
} TlOwnerMapPlace;

typedef struct
{
  GtkLayoutChildClass parent_class;
} TlOwnerMapPlaceClass;

GType tl_owner_map_place_get_type (void);

G_DEFINE_TYPE (TlOwnerMapPlace, tl_owner_map_place, GTK_TYPE_LAYOUT_CHILD)

static void
tl_owner_map_place_class_init (TlOwnerMapPlaceClass *klass)
{
}

static void
tl_owner_map_place_init (TlOwnerMapPlace *self)
{
}

/* All rows are as high as the highest node wants to be, so that large text fits. With a pattern, that is asked instead of
 * all the nodes, of which there may be thousands. */
static int
measure_row (TlOwnerMapLayout *self,
             GtkWidget        *widget)
{
  int most = 0;

  if (self->pattern != NULL)
    {
      gtk_widget_measure (self->pattern, GTK_ORIENTATION_VERTICAL, -1, NULL, &most, NULL, NULL);
      return most;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int natural = 0;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
      most = MAX (most, natural);
    }
  return most;
}

static int
measure_node_width (TlOwnerMapLayout *self,
                    GtkWidget        *widget)
{
  int node = LEAST_NODE_WIDTH, least = 0;

  if (self->column_pattern != NULL)
    {
      gtk_widget_measure (self->column_pattern, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      return MAX (node, least);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      node = MAX (node, least);
    }
  return node;
}

static void
tl_owner_map_layout_measure (GtkLayoutManager *manager,
                             GtkWidget        *widget,
                             GtkOrientation    orientation,
                             int               for_size,
                             int              *minimum,
                             int              *natural,
                             int              *minimum_baseline,
                             int              *natural_baseline)
{
  TlOwnerMapLayout *self = TL_OWNER_MAP_LAYOUT (manager);
  double size;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    size = 2 * MARGIN + TL_N_MAP_COLUMNS * measure_node_width (self, widget) + (TL_N_MAP_COLUMNS - 1) * LEAST_COLUMN_GAP;
  else
    size = self->rows > 0 ? self->rows * (measure_row (self, widget) + ROW_GAP) : 0;
  *minimum = *natural = (int) ceil (size * self->zoom);
}

static void
tl_owner_map_layout_allocate (GtkLayoutManager *manager,
                              GtkWidget        *widget,
                              int               width,
                              int               height,
                              int               baseline)
{
  TlOwnerMapLayout *self = TL_OWNER_MAP_LAYOUT (manager);
  double spare, least;

  self->width = width / self->zoom;
  /* The curves give way before the nodes do. */
  spare = (self->width - 2 * MARGIN - TL_N_MAP_COLUMNS * measure_node_width (self, widget)) / (TL_N_MAP_COLUMNS - 1);
  self->gap = MAX (LEAST_COLUMN_GAP, MIN (spare, COLUMN_GAP_SHARE * self->width));
  self->node_width = floor ((self->width - 2 * MARGIN - (TL_N_MAP_COLUMNS - 1) * self->gap) / TL_N_MAP_COLUMNS);
  self->row_height = measure_row (self, widget);
  /* What is left over goes between the rows, so that the map fills the view but never sprawls. */
  least = self->row_height + ROW_GAP;
  self->pitch = self->rows > 0 ? CLAMP (height / self->zoom / self->rows, least, least + ROW_GAP) : 0;
  self->mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      TlOwnerMapPlace *place;
      graphene_rect_t box;
      GskTransform *transform;

      if (child == self->pattern || !gtk_widget_should_layout (child))
        continue;
      place = (TlOwnerMapPlace *) gtk_layout_manager_get_layout_child (manager, child);
      tl_owner_map_layout_get_box (self, place->column, place->row, &box);
      transform = gsk_transform_translate (NULL, &box.origin);
      if (self->zoom != 1)
        transform = gsk_transform_scale (transform, (float) self->zoom, (float) self->zoom);
      gtk_widget_allocate (child, (int) self->node_width, (int) self->row_height, -1, transform);
    }
}

static GtkSizeRequestMode
tl_owner_map_layout_get_request_mode (GtkLayoutManager *manager,
                                      GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static GtkLayoutChild *
tl_owner_map_layout_create_layout_child (GtkLayoutManager *manager,
                                         GtkWidget        *widget,
                                         GtkWidget        *child)
{
  return g_object_new (tl_owner_map_place_get_type (), "layout-manager", manager, "child-widget", child, NULL);
}

static void
tl_owner_map_layout_finalize (GObject *object)
{
  g_clear_weak_pointer (&TL_OWNER_MAP_LAYOUT (object)->column_pattern);

  G_OBJECT_CLASS (tl_owner_map_layout_parent_class)->finalize (object);
}

static void
tl_owner_map_layout_class_init (TlOwnerMapLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tl_owner_map_layout_finalize;
  manager_class->measure = tl_owner_map_layout_measure;
  manager_class->allocate = tl_owner_map_layout_allocate;
  manager_class->get_request_mode = tl_owner_map_layout_get_request_mode;
  manager_class->create_layout_child = tl_owner_map_layout_create_layout_child;
}

static void
tl_owner_map_layout_init (TlOwnerMapLayout *self)
{
  self->rows = 1;
  self->zoom = 1;
}

/**
 * tl_owner_map_layout_set_place:
 * @self: a layout manager
 * @child: a child of its widget
 * @column: its column
 * @row: its height, counted in rows
 *
 * Says where a child stands.
 */
void
tl_owner_map_layout_set_place (TlOwnerMapLayout *self,
                               GtkWidget        *child,
                               TlMapColumn       column,
                               double            row)
{
  TlOwnerMapPlace *place = (TlOwnerMapPlace *) gtk_layout_manager_get_layout_child (GTK_LAYOUT_MANAGER (self), child);

  place->column = column;
  place->row = row;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}

/**
 * tl_owner_map_layout_set_pattern:
 * @self: a layout manager
 * @pattern: (nullable): a child that is as high and as wide as any other wants to be, and isn't shown
 *
 * Sets what rows and columns are measured by, instead of by all children.
 */
void
tl_owner_map_layout_set_pattern (TlOwnerMapLayout *self,
                                 GtkWidget        *pattern)
{
  self->pattern = pattern;
  g_set_weak_pointer (&self->column_pattern, pattern);
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}

/**
 * tl_owner_map_layout_set_column_pattern:
 * @self: a layout manager
 * @pattern: (nullable): a widget, child of another one perhaps, that is as wide as any in a column wants to be
 *
 * Sets what columns are measured by, so that headings stand above nodes however large the text is.
 */
void
tl_owner_map_layout_set_column_pattern (TlOwnerMapLayout *self,
                                        GtkWidget        *pattern)
{
  g_set_weak_pointer (&self->column_pattern, pattern);
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}

/**
 * tl_owner_map_layout_set_rows:
 * @self: a layout manager
 * @rows: how many rows there are, whether or not there is a child in each; 1 unless set
 *
 * Sets the height of the map.
 */
void
tl_owner_map_layout_set_rows (TlOwnerMapLayout *self,
                              double            rows)
{
  if (self->rows == rows)
    return;
  self->rows = rows;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}

/**
 * tl_owner_map_layout_get_pitch:
 * @self: a layout manager
 *
 * Returns: how far the upper edges of two rows are from each other, in pixels of the widget; 0 before it was laid out
 */
double
tl_owner_map_layout_get_pitch (TlOwnerMapLayout *self)
{
  return self->pitch * self->zoom;
}

/**
 * tl_owner_map_layout_get_box:
 * @self: a layout manager
 * @column: a column
 * @row: a height, counted in rows
 * @box: (out caller-allocates): where a node there stands
 *
 * Tells where a node stands, whether or not it is a child, in pixels of the widget, as it was last laid out.
 */
void
tl_owner_map_layout_get_box (TlOwnerMapLayout *self,
                             TlMapColumn       column,
                             double            row,
                             graphene_rect_t  *box)
{
  double x = MARGIN + (double) column * (self->node_width + self->gap);

  if (self->mirrored)
    x = self->width - x - self->node_width;
  graphene_rect_init (box, (float) round (x * self->zoom), (float) round (row * self->pitch * self->zoom),
                      (float) (self->node_width * self->zoom), (float) (self->row_height * self->zoom));
}

/**
 * tl_owner_map_layout_get_zoom:
 * @self: a layout manager
 *
 * Returns: how much larger than usual it is
 */
double
tl_owner_map_layout_get_zoom (TlOwnerMapLayout *self)
{
  return self->zoom;
}

/**
 * tl_owner_map_layout_set_zoom:
 * @self: a layout manager
 * @zoom: how much larger than usual it is to be; 1 unless set
 *
 * Lays the map out larger or smaller, text and all.
 */
void
tl_owner_map_layout_set_zoom (TlOwnerMapLayout *self,
                              double            zoom)
{
  if (self->zoom == zoom)
    return;
  self->zoom = zoom;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}
