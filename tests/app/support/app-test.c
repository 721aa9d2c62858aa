/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-test.h"

#include <string.h>

#include "tl-fact-cell.h"

/* Nothing here takes longer than this unless it hangs. */
#define PATIENCE_SECONDS 20

static void
load_style (void)
{
  g_autoptr(GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/org/throughline/Throughline/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

/* What differs from machine to machine is fixed. */
static void
settle_settings (void)
{
  g_object_set (gtk_settings_get_default (),
                "gtk-enable-animations", FALSE,
                "gtk-cursor-blink", FALSE,
                "gtk-font-name", "Adwaita Sans 11",
                "gtk-xft-dpi", 96 * 1024,
                "gtk-xft-antialias", 1,
                "gtk-xft-hinting", 0,
                "gtk-hint-font-metrics", FALSE,
                NULL);
}

/**
 * Runs a test program; without a display all of it is skipped.
 */
int
app_test_run (int     *argc,
              char  ***argv,
              void   (*add_tests) (void))
{
  g_autofree char *data = NULL;

  g_setenv ("GTK_A11Y", "test", TRUE);
  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  /* Nothing is drawn with them, and what their libraries leave behind isn't ours. */
  g_setenv ("GDK_DISABLE", "gl,vulkan,dmabuf", TRUE);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_setenv ("ADW_DISABLE_PORTAL", "1", TRUE);
  /* What was open lately is written there, and must not be told to the person who runs the tests. */
  data = g_dir_make_tmp ("throughline-data-XXXXXX", NULL);
  g_setenv ("XDG_DATA_HOME", data, TRUE);

  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP there is no display\n");
      return 0;
    }
  g_test_init (argc, argv, NULL);
  adw_init ();
  settle_settings ();
  load_style ();
  add_tests ();

  return g_test_run ();
}

void
app_test_set_dark (gboolean dark)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
}

void
app_test_set_text (double scale)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (scale * 96 * 1024), NULL);
}

static gboolean
give_up_cb (gpointer data)
{
  g_error ("Nothing was painted in %d seconds", PATIENCE_SECONDS);
  return G_SOURCE_REMOVE;
}

static void
painted_cb (GdkFrameClock *clock,
            guint         *frames)
{
  (*frames)++;
}

/* Until everything that was asked for is laid out and painted. */
void
app_test_settle (GtkWidget *window)
{
  GdkFrameClock *clock;
  guint frames = 0, patience = g_timeout_add_seconds (PATIENCE_SECONDS, give_up_cb, NULL);
  gulong painted;

  while (!gtk_widget_get_mapped (window))
    g_main_context_iteration (NULL, TRUE);
  clock = gtk_widget_get_frame_clock (window);
  painted = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &frames);
  for (guint wanted = 1; wanted <= 3; wanted++)
    {
      gtk_widget_queue_draw (window);
      while (frames < wanted)
        g_main_context_iteration (NULL, TRUE);
    }
  g_signal_handler_disconnect (clock, painted);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_source_remove (patience);
}

GtkWidget *
app_test_show (GtkWidget *child,
               int        width,
               int        height)
{
  GtkWidget *window = g_object_new (ADW_TYPE_WINDOW, "default-width", width, "default-height", height, "content", child,
                                    NULL);

  gtk_window_present (GTK_WINDOW (window));
  app_test_settle (window);

  return window;
}

void
app_test_close (GtkWidget *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

/* Writes a picture of a window into the folder that TL_PICTURES names, for a person to look at. */
void
app_test_keep (GtkWidget  *window,
               const char *name)
{
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (window);
  g_autoptr(GtkSnapshot) snapshot = NULL;
  g_autoptr(GskRenderNode) node = NULL;
  g_autoptr(GskRenderer) renderer = NULL;
  g_autoptr(GdkTexture) texture = NULL;
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = NULL;
  int width = gtk_widget_get_width (window), height = gtk_widget_get_height (window);

  if (g_getenv ("TL_PICTURES") == NULL || *g_getenv ("TL_PICTURES") == '\0')
    return;
  app_test_settle (window);
  snapshot = gtk_snapshot_new ();
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_to_node (snapshot);
  renderer = gsk_cairo_renderer_new ();
  g_assert_true (gsk_renderer_realize_for_display (renderer, gdk_display_get_default (), NULL));
  texture = gsk_renderer_render_texture (renderer, node, &GRAPHENE_RECT_INIT (0, 0, width, height));
  path = g_build_filename (g_getenv ("TL_PICTURES"), file, NULL);
  g_assert_true (gdk_texture_save_to_png (texture, path));
  gsk_renderer_unrealize (renderer);
}

/* ── What is heard ────────────────────────────────────────────────────────── */

static GPtrArray *heard;

/* What the program and libadwaita have read out comes here instead of to GTK: the accessibility backend for tests has no
 * voice, and ends the program when it is asked to speak (4.18). The program's own symbols come before a library's. */
G_MODULE_EXPORT void
gtk_accessible_announce (GtkAccessible                     *accessible,
                         const char                        *message,
                         GtkAccessibleAnnouncementPriority  priority)
{
  g_assert_true (GTK_IS_ACCESSIBLE (accessible));
  if (heard == NULL)
    heard = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (heard, g_strdup (message));
}

/* What was said by now is forgotten. */
void
app_test_forget_heard (void)
{
  if (heard != NULL)
    g_ptr_array_set_size (heard, 0);
}

/* How often something with this part in it was read out since. */
guint
app_test_count_heard (const char *part)
{
  guint n = 0;

  for (guint i = 0; heard != NULL && i < heard->len; i++)
    n += strstr (g_ptr_array_index (heard, i), part) != NULL;
  return n;
}

/* ── Looking about ────────────────────────────────────────────────────────── */

/* The first widget of a type beneath another, or NULL. */
gpointer
app_test_find (GtkWidget *root,
               GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = app_test_find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Whether anything in a widget can be read aloud as its name. */
static gboolean
has_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0')
    return TRUE;
  if (GTK_IS_INSCRIPTION (widget) && gtk_inscription_get_text (GTK_INSCRIPTION (widget)) != NULL
      && *gtk_inscription_get_text (GTK_INSCRIPTION (widget)) != '\0')
    return TRUE;
  /* What a text that is drawn says is its label. */
  if (TL_IS_FACT_CELL (widget) && gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_text (child))
      return TRUE;
  return FALSE;
}

/* GTK takes the tooltip as the name where nothing else is said; a menu button's for the button within it. */
static gboolean
has_tooltip (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  return gtk_widget_get_tooltip_text (widget) != NULL || (GTK_IS_MENU_BUTTON (parent) && has_tooltip (parent));
}

/* Whether somebody who doesn't see it is told what it is. */
gboolean
app_test_is_named (GtkWidget *widget)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);

  return has_text (widget) || has_tooltip (widget)
         || gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL)
         || gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

/* Everything that can be reached by keyboard, and every picture that means something, has a name. */
void
app_test_assert_named (GtkWidget *root)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (root);
  GtkAccessibleRole role = gtk_accessible_get_accessible_role (accessible);
  gboolean is_control = gtk_widget_get_focusable (root) && gtk_widget_get_mapped (root)
                        && role != GTK_ACCESSIBLE_ROLE_GENERIC && role != GTK_ACCESSIBLE_ROLE_NONE
                        && role != GTK_ACCESSIBLE_ROLE_GROUP && role != GTK_ACCESSIBLE_ROLE_WIDGET
                        /* GTK's own, within the table that has the name. */
                        && !g_str_equal (G_OBJECT_TYPE_NAME (root), "GtkColumnListView");

  if (is_control && !app_test_is_named (root))
    {
      g_autoptr (GString) place = g_string_new (G_OBJECT_TYPE_NAME (root));

      for (GtkWidget *parent = gtk_widget_get_parent (root); parent != NULL; parent = gtk_widget_get_parent (parent))
        g_string_append_printf (place, " in %s", G_OBJECT_TYPE_NAME (parent));
      g_error ("It has no name: %s", place->str);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    app_test_assert_named (child);
}

/* Whether somebody can read a text in a widget. */
gboolean
app_test_says (GtkWidget  *root,
               const char *part)
{
  if (!gtk_widget_get_mapped (root))
    return FALSE;
  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_text (GTK_LABEL (root)), part) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (app_test_says (child, part))
        return TRUE;
    }
  return FALSE;
}

/* Shows a view in a window as narrow as a telephone instead, for which it must have room. */
GtkWidget *
app_test_make_narrow (GtkWidget *window,
                      GtkWidget *view)
{
  GtkWidget *narrow;
  int minimum;

  gtk_widget_measure (view, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  g_object_ref (view);
  adw_window_set_content (ADW_WINDOW (window), NULL);
  app_test_close (window);
  narrow = app_test_show (view, 360, 700);
  g_object_unref (view);
  return narrow;
}
