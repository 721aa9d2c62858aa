/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-test.h"

#include "tl-privacy-note.h"

static GtkWidget *
show_field (GtkWidget  *field,
            GtkWidget **note)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  *note = tl_privacy_note_new (field);
  gtk_box_append (GTK_BOX (box), field);
  gtk_box_append (GTK_BOX (box), *note);
  return app_test_show (box, 360, 200);
}

static void
test_entry (void)
{
  GtkWidget *entry = gtk_entry_new (), *note = NULL;
  GtkWidget *window = show_field (entry, &note);

  g_assert_false (gtk_widget_get_visible (note));
  gtk_editable_set_text (GTK_EDITABLE (entry), "943 476 5919");
  g_assert_true (gtk_widget_get_visible (note));
  app_test_settle (window);
  g_assert_true (app_test_says (note, "NHS number"));
  gtk_test_accessible_assert_role (note, GTK_ACCESSIBLE_ROLE_ALERT);
  gtk_editable_set_text (GTK_EDITABLE (entry), "9 of 12 records");
  g_assert_false (gtk_widget_get_visible (note));
  app_test_close (window);
}

static void
test_text (void)
{
  GtkWidget *view = gtk_text_view_new (), *note = NULL;
  GtkWidget *window = show_field (view, &note);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "Seen on Tuesday.\n9434765919", -1);
  g_assert_true (gtk_widget_get_visible (note));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "Seen on Tuesday.", -1);
  g_assert_false (gtk_widget_get_visible (note));
  app_test_close (window);
}

static void
add_tests (void)
{
  g_test_add_func ("/privacy-note/entry", test_entry);
  g_test_add_func ("/privacy-note/text", test_text);
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
