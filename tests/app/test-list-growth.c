/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-test.h"

#include "tl-list-growth.h"

#define ROWS 120
#define ROW_HEIGHT 54
#define HEADER 47

/* A list whose rows are as low as a row of the register can be. */
typedef struct
{
  GtkWidget *window;
  GtkWidget *list;
  GtkSliceListModel *slice;
  TlListGrowth *growth;
  GtkAdjustment *adjustment;
  guint n_first;
  double height_first;
  guint n_refilled;
  guint n_then;
} Fixture;

static void
set_up_row_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  GtkWidget *row = gtk_label_new ("Row");

  gtk_widget_set_size_request (row, -1, ROW_HEIGHT);
  gtk_list_item_set_child (item, row);
}

static void
painted_cb (Fixture *self)
{
  if (self->n_first != 0)
    return;
  self->n_first = g_list_model_get_n_items (G_LIST_MODEL (self->slice));
  self->height_first = gtk_adjustment_get_upper (self->adjustment);
}

static void
mapped_cb (Fixture *self)
{
  g_signal_connect_swapped (gtk_widget_get_frame_clock (self->list), "after-paint", G_CALLBACK (painted_cb), self);
}

static GListModel *
create_model (void)
{
  GListStore *store = g_list_store_new (GTK_TYPE_STRING_OBJECT);

  for (guint i = 0; i < ROWS; i++)
    {
      g_autoptr (GtkStringObject) row = gtk_string_object_new ("");

      g_list_store_append (store, row);
    }
  return G_LIST_MODEL (store);
}

static void
set_up (Fixture       *self,
        gconstpointer  height)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new (), *frame = adw_toolbar_view_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (set_up_row_cb), NULL);
  self->slice = gtk_slice_list_model_new (create_model (), 0, 0);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->slice)))), factory);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  self->adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list));
  self->growth = tl_list_growth_new (self->slice, scroller, 0);
  g_signal_connect_swapped (scroller, "map", G_CALLBACK (mapped_cb), self);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (frame), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (frame), scroller);
  self->window = g_object_new (ADW_TYPE_WINDOW, "default-width", 400, "default-height",
                               GPOINTER_TO_INT (height) + HEADER, "content", frame, NULL);
  tl_list_growth_restart (self->growth);
  gtk_window_present (GTK_WINDOW (self->window));
  app_test_settle (self->window);
}

static void
tear_down (Fixture       *self,
           gconstpointer  height)
{
  if (gtk_widget_get_realized (self->list))
    g_signal_handlers_disconnect_by_data (gtk_widget_get_frame_clock (self->list), self);
  app_test_close (self->window);
  g_assert_finalize_object (self->growth);
  g_object_unref (self->slice);
}

/* The first frame has no gap at its end and no more rows than it needs; the others follow. */
static void
test_a_screen_at_first (Fixture       *self,
                        gconstpointer  height)
{
  g_assert_cmpfloat (self->height_first, >=, GPOINTER_TO_INT (height));
  g_assert_cmpuint (self->n_first, <=, (guint) GPOINTER_TO_INT (height) / ROW_HEIGHT + 1);
  while (g_list_model_get_n_items (G_LIST_MODEL (self->slice)) < ROWS)
    g_main_context_iteration (NULL, TRUE);
}

/* What is begun again in the middle of it begins with a screen, too. */
static void
test_again (Fixture       *self,
            gconstpointer  height)
{
  while (g_list_model_get_n_items (G_LIST_MODEL (self->slice)) < ROWS)
    g_main_context_iteration (NULL, TRUE);
  tl_list_growth_restart (self->growth);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self->slice)), <, ROWS / 2);
  /* A row further down is there at once when it is wanted. */
  tl_list_growth_reach (self->growth, ROWS / 2);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self->slice)), ==, ROWS / 2 + 1);
  while (g_list_model_get_n_items (G_LIST_MODEL (self->slice)) < ROWS)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (gtk_slice_list_model_get_size (self->slice), >, ROWS);
}

static void
refill (gpointer user_data)
{
  Fixture *self = user_data;

  self->n_refilled++;
  self->n_then = g_list_model_get_n_items (G_LIST_MODEL (self->slice));
}

/* Many rows are let go a few at a time, and only then others come; asked twice, that is done once. */
static void
test_step_by_step (Fixture       *self,
                   gconstpointer  height)
{
  guint before = ROWS, n_steps = 0;

  while (g_list_model_get_n_items (G_LIST_MODEL (self->slice)) < ROWS)
    g_main_context_iteration (NULL, TRUE);
  tl_list_growth_restart_for (self->growth, refill, self);
  tl_list_growth_restart_for (self->growth, refill, self);
  g_assert_cmpuint (self->n_refilled, ==, 0);
  while (self->n_refilled == 0)
    {
      guint now = g_list_model_get_n_items (G_LIST_MODEL (self->slice));

      g_assert_cmpuint (before - now, <=, ROWS / 2);
      n_steps += now < before;
      before = now;
      g_main_context_iteration (NULL, TRUE);
    }
  g_assert_cmpuint (n_steps, >, 1);
  g_assert_cmpuint (self->n_then, <, ROWS / 4);
  while (g_list_model_get_n_items (G_LIST_MODEL (self->slice)) < ROWS)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (self->n_refilled, ==, 1);

  /* With few rows there is nothing to wait for; nor is there when nobody sees them. */
  tl_list_growth_restart (self->growth);
  tl_list_growth_restart_for (self->growth, refill, self);
  g_assert_cmpuint (self->n_refilled, ==, 2);
  while (g_list_model_get_n_items (G_LIST_MODEL (self->slice)) < ROWS)
    g_main_context_iteration (NULL, TRUE);
  tl_list_growth_restart_for (self->growth, refill, self);
  gtk_widget_set_visible (self->window, FALSE);
  g_assert_cmpuint (self->n_refilled, ==, 3);
}

/* However many there are, there are never more on the way. */
static void
test_never_more (Fixture       *self,
                 gconstpointer  height)
{
  for (guint last = ROWS / 2; last < ROWS / 2 + 30; last += 5)
    {
      guint before = G_MAXUINT;

      self->n_refilled = 0;
      tl_list_growth_restart (self->growth);
      tl_list_growth_reach (self->growth, last);
      tl_list_growth_restart_for (self->growth, refill, self);
      while (self->n_refilled == 0)
        {
          g_assert_cmpuint (gtk_slice_list_model_get_size (self->slice), <=, before);
          before = gtk_slice_list_model_get_size (self->slice);
          g_main_context_iteration (NULL, TRUE);
        }
      g_assert_cmpuint (gtk_slice_list_model_get_size (self->slice), <=, before);
    }
}

static void
add_tests (void)
{
  g_test_add ("/list-growth/screen", Fixture, GINT_TO_POINTER (600), set_up, test_a_screen_at_first, tear_down);
  g_test_add ("/list-growth/high-screen", Fixture, GINT_TO_POINTER (760), set_up, test_a_screen_at_first, tear_down);
  g_test_add ("/list-growth/again", Fixture, GINT_TO_POINTER (600), set_up, test_again, tear_down);
  g_test_add ("/list-growth/step-by-step", Fixture, GINT_TO_POINTER (600), set_up, test_step_by_step, tear_down);
  g_test_add ("/list-growth/never-more", Fixture, GINT_TO_POINTER (600), set_up, test_never_more, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
