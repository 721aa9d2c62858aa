/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-test.h"

#include "tl-row-layout.h"

#define WIDTH 320
#define WORDS "Medicines are given late in the evening at the three houses along the river, and nobody says why"

static GtkWidget *
create_row (gboolean mirrored)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (row, g_object_new (TL_TYPE_ROW_LAYOUT, "spacing", 9, NULL));
  gtk_widget_set_direction (row, mirrored ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  return row;
}

static GtkWidget *
add_label (GtkWidget  *row,
           const char *text,
           gboolean    expand)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, expand);
  gtk_box_append (GTK_BOX (row), label);
  return label;
}

static graphene_rect_t
find_bounds (GtkWidget *child,
             GtkWidget *row)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (child, row, &bounds));
  return bounds;
}

/* Long words get what a short one leaves, and make the row as high as they need; what is hidden takes no room. */
static void
test_places (gconstpointer data)
{
  gboolean mirrored = GPOINTER_TO_INT (data);
  GtkWidget *row = create_row (mirrored), *mark = add_label (row, "R1", FALSE), *text = NULL, *window = NULL;
  graphene_rect_t of_mark, of_text;
  int least, wanted, line;

  gtk_widget_set_visible (add_label (row, "hidden", FALSE), FALSE);
  text = add_label (row, WORDS, TRUE);
  window = app_test_show (row, WIDTH, 200);
  of_mark = find_bounds (mark, row);
  of_text = find_bounds (text, row);
  g_assert_cmpfloat (of_mark.size.width + 9 + of_text.size.width, ==, gtk_widget_get_width (row));
  g_assert_cmpfloat (mirrored ? of_text.origin.x : of_mark.origin.x, ==, 0);
  g_assert_cmpfloat (mirrored ? of_mark.origin.x : of_text.origin.x, ==,
                     (mirrored ? of_text.size.width : of_mark.size.width) + 9);

  gtk_widget_measure (text, GTK_ORIENTATION_VERTICAL, (int) of_text.size.width, &least, NULL, NULL, NULL);
  gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (row), &wanted, NULL, NULL, NULL);
  g_assert_cmpint (wanted, ==, least);
  gtk_widget_measure (mark, GTK_ORIENTATION_VERTICAL, -1, &line, NULL, NULL, NULL);
  g_assert_cmpint (least, >, line);
  app_test_close (window);
}

/* How wide a row is rests on nothing but its children: to find the width of wrapped words at a height takes long. */
static void
test_width_is_the_same_at_any_height (void)
{
  GtkWidget *row = create_row (FALSE), *window = NULL;
  int least, wanted;

  add_label (row, WORDS, TRUE);
  window = app_test_show (row, WIDTH, 200);
  gtk_widget_measure (row, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
  for (int height = 50; height <= 400; height += 50)
    {
      int least_then, wanted_then;

      gtk_widget_measure (row, GTK_ORIENTATION_HORIZONTAL, height, &least_then, &wanted_then, NULL, NULL);
      g_assert_cmpint (least_then, ==, least);
      g_assert_cmpint (wanted_then, ==, wanted);
    }
  app_test_close (window);
}

static void
add_tests (void)
{
  g_test_add_data_func ("/row-layout/places", GINT_TO_POINTER (FALSE), test_places);
  g_test_add_data_func ("/row-layout/places-mirrored", GINT_TO_POINTER (TRUE), test_places);
  g_test_add_func ("/row-layout/width-is-the-same-at-any-height", test_width_is_the_same_at_any_height);
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
