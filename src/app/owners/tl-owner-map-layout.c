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

/* All rows are as high as the highest node wants to be, so that large text fits. */
static int
measure_row (GtkWidget *widget)
{
  int most = 0;

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

static double
count_rows (GtkLayoutManager *manager,
            GtkWidget        *widget)
{
  double rows = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      TlOwnerMapPlace *place = (TlOwnerMapPlace *) gtk_layout_manager_get_layout_child (manager, child);

      rows = MAX (rows, place->row + 1);
    }
  return rows;
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
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      int node = LEAST_NODE_WIDTH;

      for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
        {
          int least = 0;

          gtk_widget_measure (child, orientation, -1, &least, NULL, NULL, NULL);
          node = MAX (node, least);
        }
      *minimum = *natural = 2 * MARGIN + TL_N_MAP_COLUMNS * node + (TL_N_MAP_COLUMNS - 1) * LEAST_COLUMN_GAP;
    }
  else
    {
      double rows = count_rows (manager, widget);

      *minimum = *natural = rows > 0 ? (int) ceil (rows * (measure_row (widget) + ROW_GAP)) : 0;
    }
}

static void
tl_owner_map_layout_allocate (GtkLayoutManager *manager,
                              GtkWidget        *widget,
                              int               width,
                              int               height,
                              int               baseline)
{
  /* The curves give way before the nodes do. */
  int spare = (width - 2 * MARGIN - TL_N_MAP_COLUMNS * LEAST_NODE_WIDTH) / (TL_N_MAP_COLUMNS - 1);
  int gap = MAX (LEAST_COLUMN_GAP, MIN (spare, (int) (COLUMN_GAP_SHARE * width)));
  int node = (width - 2 * MARGIN - (TL_N_MAP_COLUMNS - 1) * gap) / TL_N_MAP_COLUMNS;
  int row_height = measure_row (widget);
  double rows = count_rows (manager, widget);
  /* What is left over goes between the rows, so that the map fills the view but never sprawls. */
  double pitch = rows > 0 ? CLAMP (height / rows, row_height + ROW_GAP, row_height + 2.0 * ROW_GAP) : 0;
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      TlOwnerMapPlace *place = (TlOwnerMapPlace *) gtk_layout_manager_get_layout_child (manager, child);
      int x = MARGIN + (int) place->column * (node + gap);

      if (mirrored)
        x = width - x - node;
      gtk_widget_size_allocate (child, &(GtkAllocation) { x, (int) round (place->row * pitch), node, row_height }, -1);
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
tl_owner_map_layout_class_init (TlOwnerMapLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->measure = tl_owner_map_layout_measure;
  manager_class->allocate = tl_owner_map_layout_allocate;
  manager_class->get_request_mode = tl_owner_map_layout_get_request_mode;
  manager_class->create_layout_child = tl_owner_map_layout_create_layout_child;
}

static void
tl_owner_map_layout_init (TlOwnerMapLayout *self)
{
}

/**
 * tl_owner_map_layout_new:
 *
 * Returns: (transfer full): a layout manager
 */
GtkLayoutManager *
tl_owner_map_layout_new (void)
{
  return g_object_new (TL_TYPE_OWNER_MAP_LAYOUT, NULL);
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
