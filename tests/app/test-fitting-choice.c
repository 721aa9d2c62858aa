/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-test.h"

#include "tl-fitting-choice.h"

static AdwToggleGroup *
make_group (void)
{
  AdwToggleGroup *group = ADW_TOGGLE_GROUP (adw_toggle_group_new ());
  const char *names[] = { "location", "team", "group" };
  const char *labels[] = { "Locations and offices", "Teams of a location", "Groups of staff" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    adw_toggle_group_add (group, g_object_new (ADW_TYPE_TOGGLE, "name", names[i], "label", labels[i],
                                               "enabled", i != 1, NULL));
  adw_toggle_group_set_active_name (group, "location");
  return group;
}

/* Where the words don't fit they aren't cut: they are all in a list, and it is the same choice. */
static void
test_room (void)
{
  AdwToggleGroup *group = make_group ();
  GtkWidget *choice = g_object_new (TL_TYPE_FITTING_CHOICE, "group", group, "label", "What is compared", NULL);
  GtkWidget *wide = NULL, *narrow = NULL, *box = adw_bin_new ();
  GtkDropDown *list = NULL;

  g_object_ref_sink (choice);
  adw_bin_set_child (ADW_BIN (box), choice);
  wide = app_test_show (box, 700, 100);
  g_assert_false (tl_fitting_choice_is_list (TL_FITTING_CHOICE (choice)));
  g_assert_null (app_test_find (choice, GTK_TYPE_DROP_DOWN));
  adw_bin_set_child (ADW_BIN (box), NULL);
  app_test_close (wide);

  box = adw_bin_new ();
  adw_bin_set_child (ADW_BIN (box), choice);
  narrow = app_test_show (box, 280, 100);
  g_assert_true (tl_fitting_choice_is_list (TL_FITTING_CHOICE (choice)));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (group)));
  list = app_test_find (choice, GTK_TYPE_DROP_DOWN);
  app_test_assert_named (choice);
  g_assert_cmpuint (gtk_drop_down_get_selected (list), ==, 0);
  gtk_drop_down_set_selected (list, 2);
  g_assert_cmpstr (adw_toggle_group_get_active_name (group), ==, "group");
  adw_toggle_group_set_active_name (group, "location");
  g_assert_cmpuint (gtk_drop_down_get_selected (list), ==, 0);
  app_test_close (narrow);
  g_object_unref (choice);
}

/* Large text takes the room from under somebody who is in the choice: the keyboard stays in it. */
static void
test_keyboard (void)
{
  AdwToggleGroup *group = make_group ();
  GtkWidget *choice = g_object_new (TL_TYPE_FITTING_CHOICE, "group", group, "label", "What is compared", NULL);
  GtkWidget *window = app_test_show (choice, 600, 100);

  g_assert_false (tl_fitting_choice_is_list (TL_FITTING_CHOICE (choice)));
  gtk_widget_child_focus (GTK_WIDGET (group), GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), GTK_WIDGET (group)));
  app_test_set_text (2);
  app_test_settle (window);
  g_assert_true (tl_fitting_choice_is_list (TL_FITTING_CHOICE (choice)));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)),
                                         app_test_find (choice, GTK_TYPE_DROP_DOWN)));
  app_test_set_text (1);
  app_test_close (window);
}

static void
add_tests (void)
{
  g_test_add_func ("/fitting-choice/room", test_room);
  g_test_add_func ("/fitting-choice/keyboard", test_keyboard);
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
