/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-test.h"
#include "app-window.h"

/* Whatever was in a dialog is gone when the dialog is, and the keyboard is in sight meanwhile, whatever had it before. */

typedef struct
{
  GFile *file;
  TlWindow *window;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->file = app_window_copy_sample ();
  self->window = app_window_open (self->file);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  app_window_close (self->window);
  g_object_unref (self->file);
}

static AdwDialog *
get_dialog (Fixture *self)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window));
}

static GtkWidget *
get_focus (Fixture *self)
{
  return gtk_window_get_focus (GTK_WINDOW (self->window));
}

/* A dialog that has the keyboard. */
static AdwDialog *
open_dialog (Fixture *self)
{
  AdwDialog *dialog = adw_dialog_new ();

  adw_dialog_set_child (dialog, gtk_entry_new ());
  adw_dialog_present (dialog, GTK_WIDGET (self->window));
  app_test_settle (GTK_WIDGET (self->window));
  g_assert_true (get_dialog (self) == dialog);
  g_assert_true (gtk_widget_is_ancestor (get_focus (self), GTK_WIDGET (dialog)));
  return dialog;
}

static void
close_dialog (Fixture *self)
{
  GtkWidget *child = adw_dialog_get_child (get_dialog (self));

  g_object_add_weak_pointer (G_OBJECT (child), (gpointer *) &child);
  adw_dialog_close (get_dialog (self));
  app_test_settle (GTK_WIDGET (self->window));
  g_assert_null (child);
  g_assert_nonnull (get_focus (self));
  g_assert_true (gtk_widget_get_mapped (get_focus (self)));
}

static void
test_nothing_had_the_keyboard (Fixture       *self,
                               gconstpointer  data)
{
  gtk_window_set_focus (GTK_WINDOW (self->window), NULL);
  open_dialog (self);
  close_dialog (self);
}

static void
test_what_had_the_keyboard_can_not_have_it (Fixture       *self,
                                            gconstpointer  data)
{
  GtkWidget *before;

  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (self->window), GTK_DIR_TAB_FORWARD));
  before = get_focus (self);
  open_dialog (self);
  gtk_widget_set_sensitive (before, FALSE);
  close_dialog (self);
  g_assert_true (get_focus (self) != before);
  gtk_widget_set_sensitive (before, TRUE);
}

static void
test_what_had_the_keyboard_is_hidden (Fixture       *self,
                                      gconstpointer  data)
{
  GtkWidget *before;

  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (self->window), GTK_DIR_TAB_FORWARD));
  before = get_focus (self);
  open_dialog (self);
  gtk_widget_set_visible (before, FALSE);
  close_dialog (self);
  gtk_widget_set_visible (before, TRUE);
}

static void
test_what_had_the_keyboard_has_it_again (Fixture       *self,
                                         gconstpointer  data)
{
  GtkWidget *before;

  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (self->window), GTK_DIR_TAB_FORWARD));
  before = get_focus (self);
  open_dialog (self);
  close_dialog (self);
  g_assert_true (get_focus (self) == before);
}

static void
test_one_above_another (Fixture       *self,
                        gconstpointer  data)
{
  AdwDialog *below = open_dialog (self);
  GtkWidget *before = get_focus (self);

  open_dialog (self);
  gtk_widget_set_sensitive (before, FALSE);
  adw_dialog_set_child (below, gtk_entry_new ());
  close_dialog (self);
  g_assert_true (get_dialog (self) == below);
  g_assert_true (gtk_widget_is_ancestor (get_focus (self), GTK_WIDGET (below)));
  close_dialog (self);
}

/* Whether anything in the window has a soft shadow, as it is drawn. */
static gboolean
has_soft_shadow (Fixture *self)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (self->window));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GBytes) bytes = NULL;

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (GTK_WIDGET (self->window)),
                          gtk_widget_get_height (GTK_WIDGET (self->window)));
  node = gtk_snapshot_free_to_node (snapshot);
  bytes = gsk_render_node_serialize (node);
  /* All of them have the edge of a dialog. */
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), "outset-shadow {"));
  return g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), "blur:") != NULL;
}

/* Where no graphics processor draws them, a dialog and a card have an edge; where one does, they are as everywhere. */
static void
test_shadow (Fixture       *self,
             gconstpointer  data)
{
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (self->window));

  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (self->window), "painted-by-cairo") == GSK_IS_CAIRO_RENDERER (renderer));
  gtk_widget_add_css_class (adw_dialog_get_child (open_dialog (self)), "card");
  app_test_settle (GTK_WIDGET (self->window));
  g_assert_true (has_soft_shadow (self) == !GSK_IS_CAIRO_RENDERER (renderer));
  gtk_widget_remove_css_class (GTK_WIDGET (self->window), "painted-by-cairo");
  app_test_settle (GTK_WIDGET (self->window));
  g_assert_true (has_soft_shadow (self));
  close_dialog (self);
}

static void
add_tests (void)
{
#define ADD(name, test) g_test_add ("/dialogs/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("after-nothing", test_nothing_had_the_keyboard);
  ADD ("after-what-is-off", test_what_had_the_keyboard_can_not_have_it);
  ADD ("after-what-is-hidden", test_what_had_the_keyboard_is_hidden);
  ADD ("after-what-is-there", test_what_had_the_keyboard_has_it_again);
  ADD ("one-above-another", test_one_above_another);
  ADD ("shadow", test_shadow);
#undef ADD
}

int
main (int    argc,
      char **argv)
{
  return app_test_run (&argc, &argv, add_tests);
}
