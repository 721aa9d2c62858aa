/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-test.h"

#include "tl-wrap-layout.h"

#define WIDTH 320

static GtkWidget *
add_label (GtkWidget  *box,
           const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static graphene_rect_t
find_bounds (GtkWidget *child,
             GtkWidget *box)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (child, box, &bounds));
  g_assert_cmpfloat (bounds.origin.x, >=, 0);
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, gtk_widget_get_width (box));
  return bounds;
}

/* A title that is longer than its line is wrapped within it, and what follows begins where reading begins. */
static void
test_long (gconstpointer data)
{
  gboolean mirrored = GPOINTER_TO_INT (data);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *title = NULL, *badge = NULL, *mark = NULL, *window = NULL;
  graphene_rect_t of_title, of_badge, of_mark;

  gtk_widget_set_layout_manager (box, g_object_new (TL_TYPE_WRAP_LAYOUT, "child-spacing", 9, "line-spacing", 3, NULL));
  gtk_widget_set_direction (box, mirrored ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  title = add_label (box, "Medicines are given late in the evening at the three houses along the river, and nobody says why");
  gtk_widget_set_visible (add_label (box, "hidden"), FALSE);
  badge = add_label (box, "overload");
  mark = add_label (box, "2");
  window = app_test_show (box, WIDTH, 200);

  of_title = find_bounds (title, box);
  of_badge = find_bounds (badge, box);
  of_mark = find_bounds (mark, box);
  g_assert_cmpfloat (of_title.size.width, ==, gtk_widget_get_width (box));
  g_assert_cmpfloat (of_badge.origin.y, >=, of_title.origin.y + of_title.size.height + 3);
  g_assert_cmpfloat (of_mark.origin.y, ==, of_badge.origin.y);
  if (mirrored)
    {
      g_assert_cmpfloat (of_badge.origin.x + of_badge.size.width, ==, gtk_widget_get_width (box));
      g_assert_cmpfloat (of_mark.origin.x + of_mark.size.width + 9, ==, of_badge.origin.x);
    }
  else
    {
      g_assert_cmpfloat (of_badge.origin.x, ==, 0);
      g_assert_cmpfloat (of_badge.size.width + 9, ==, of_mark.origin.x);
    }
  app_test_close (window);
}

static void
add_tests (void)
{
  g_test_add_data_func ("/wrap-layout/long", GINT_TO_POINTER (FALSE), test_long);
  g_test_add_data_func ("/wrap-layout/long-mirrored", GINT_TO_POINTER (TRUE), test_long);
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
