/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-focus.h"

#include "app-test.h"
#include "app-walk.h"
#include "app-window.h"

#include <string.h>

/* Nobody presses Tab more often than this in one window. */
#define MOST_STEPS 400
/* How far beyond a widget the ring round it may be drawn, in pixels. */
#define RING 8
/* A key that hasn't moved the keyboard by then never will. */
#define PATIENCE_SECONDS 3

static char *where;
/* What was looked at already: every button is drawn as the next one is. */
static GHashTable *kinds;

void
app_focus_set_where (const char *place)
{
  g_set_str (&where, place);
}

static char *
describe (GtkWidget *widget)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; widget != NULL && i < 5; i++, widget = gtk_widget_get_parent (widget))
    g_string_append_printf (text, "%s%s", i > 0 ? " in " : "", G_OBJECT_TYPE_NAME (widget));
  return g_string_free_and_steal (text);
}

static void
complain (GPtrArray  *problems,
          GtkWidget  *widget,
          const char *what)
{
  g_autofree char *place = describe (widget);

  g_ptr_array_add (problems, g_strdup_printf ("%s: %s %s", where, place, what));
}

/* ── In sight ─────────────────────────────────────────────────────────────── */

static gboolean
meets (GtkWidget *widget,
       GtkWidget *around)
{
  graphene_rect_t bounds, room, both;

  if (!gtk_widget_compute_bounds (widget, around, &bounds))
    return FALSE;
  room = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (around), gtk_widget_get_height (around));
  return graphene_rect_intersection (&bounds, &room, &both) && both.size.width >= 1 && both.size.height >= 1;
}

/* Neither scrolled out of what scrolls it nor beside the window. */
static gboolean
is_in_sight (GtkWidget *widget)
{
  for (GtkWidget *around = gtk_widget_get_parent (widget); around != NULL; around = gtk_widget_get_parent (around))
    if ((GTK_IS_SCROLLED_WINDOW (around) || GTK_IS_ROOT (around)) && !meets (widget, around))
      return FALSE;
  return TRUE;
}

static gboolean
shows_focus (GtkWidget *widget)
{
  return (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_VISIBLE) != 0;
}

/* ── Seen ─────────────────────────────────────────────────────────────────── */

/* A widget and what surrounds it, as it is painted. */
static GBytes *
paint (GtkWidget *root,
       GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (root);
  g_autoptr (GskRenderer) renderer = gsk_cairo_renderer_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  graphene_rect_t bounds, room;
  guchar *pixels;
  gsize stride;

  g_assert_true (gtk_widget_compute_bounds (widget, root, &bounds));
  graphene_rect_inset (&bounds, -RING, -RING);
  room = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (root), gtk_widget_get_height (root));
  graphene_rect_intersection (&bounds, &room, &bounds);
  graphene_rect_round_extents (&bounds, &bounds);
  /* What has just been asked to be drawn again has no picture until it is. */
  while (node == NULL)
    {
      GtkSnapshot *snapshot = gtk_snapshot_new ();

      gdk_paintable_snapshot (paintable, snapshot, room.size.width, room.size.height);
      node = gtk_snapshot_free_to_node (snapshot);
      if (node == NULL)
        app_test_settle (root);
    }
  g_assert_true (gsk_renderer_realize_for_display (renderer, gdk_display_get_default (), NULL));
  texture = gsk_renderer_render_texture (renderer, node, &bounds);
  stride = (gsize) gdk_texture_get_width (texture) * 4;
  pixels = g_malloc (stride * (gsize) gdk_texture_get_height (texture));
  gdk_texture_download (texture, pixels, stride);
  gsk_renderer_unrealize (renderer);
  return g_bytes_new_take (pixels, stride * (gsize) gdk_texture_get_height (texture));
}

static gboolean
is_new_kind (GtkWidget *widget)
{
  g_auto (GStrv) classes = gtk_widget_get_css_classes (widget);
  g_autofree char *all = g_strjoinv (".", classes);

  if (kinds == NULL)
    kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return g_hash_table_add (kinds, g_strdup_printf ("%s|%s|%s", G_OBJECT_TYPE_NAME (widget), gtk_widget_get_css_name (widget), all));
}

/* Whether it looks different from when the keyboard is elsewhere. */
static gboolean
is_seen (GtkWidget *root,
         GtkWidget *widget)
{
  g_autoptr (GBytes) here = NULL, there = NULL;

  app_test_settle (root);
  here = paint (root, widget);
  gtk_window_set_focus_visible (GTK_WINDOW (root), FALSE);
  app_test_settle (root);
  there = paint (root, widget);
  gtk_window_set_focus_visible (GTK_WINDOW (root), TRUE);
  if (!g_bytes_equal (here, there))
    return TRUE;
  /* A field is marked by its frame for as long as it is typed into, whatever has brought the keyboard there. */
  g_clear_pointer (&there, g_bytes_unref);
  g_object_ref (widget);
  gtk_window_set_focus (GTK_WINDOW (root), NULL);
  app_test_settle (root);
  there = paint (root, widget);
  gtk_widget_grab_focus (widget);
  g_object_unref (widget);
  return !g_bytes_equal (here, there);
}

/* ── Judging ──────────────────────────────────────────────────────────────── */

/* Whether the keyboard is where somebody finds it. */
gboolean
app_focus_judge (GtkWidget *root,
                 GPtrArray *problems)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (root));
  guint n = problems->len;

  if (focus == NULL)
    {
      complain (problems, root, "has lost the keyboard");
      return FALSE;
    }
  /* A list makes the row that it goes on to, and brings it into sight, when it is laid out. */
  if (!gtk_widget_get_mapped (focus) || !is_in_sight (focus) || !shows_focus (focus))
    app_test_settle (root);
  focus = gtk_window_get_focus (GTK_WINDOW (root));
  if (focus == NULL || !gtk_widget_get_mapped (focus) || !gtk_widget_is_sensitive (focus))
    complain (problems, focus != NULL ? focus : root, "has the keyboard, but isn’t there");
  else
    {
      if (!is_in_sight (focus))
        complain (problems, focus, "has the keyboard out of sight");
      if (!shows_focus (focus))
        complain (problems, focus, "doesn’t know that its having the keyboard is to be seen");
      if (!app_test_is_named (focus))
        complain (problems, focus, "has the keyboard and no name");
      if (GTK_IS_TEXT_VIEW (focus) && gtk_text_view_get_accepts_tab (GTK_TEXT_VIEW (focus)))
        complain (problems, focus, "keeps whoever presses Tab");
      if (n == problems->len && is_new_kind (focus) && !is_seen (root, focus))
        complain (problems, focus, "has the keyboard, and looks as if it hadn’t");
    }
  return n == problems->len;
}

static gboolean
give_up_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

/* A key, as from a keyboard, until the keyboard is elsewhere or stays where it is, by one program that presses all of them,
 * since another for each would take much longer. */
static void
press (GtkWidget  *root,
       const char *key)
{
  static GSubprocess *hands;
  g_autofree char *line = g_strdup_printf ("key --delay 0 %s\n", key);
  GtkWidget *before = gtk_window_get_focus (GTK_WINDOW (root));
  gboolean stays = FALSE;
  guint patience;

  if (hands == NULL)
    hands = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_SILENCE, NULL, "xdotool", "-", NULL);
  g_assert_nonnull (hands);
  g_assert_true (g_output_stream_write_all (g_subprocess_get_stdin_pipe (hands), line, strlen (line), NULL, NULL, NULL));
  patience = g_timeout_add_seconds (PATIENCE_SECONDS, give_up_cb, &stays);
  while (!stays && gtk_window_get_focus (GTK_WINDOW (root)) == before)
    g_main_context_iteration (NULL, TRUE);
  if (!stays)
    g_source_remove (patience);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

/* Presses Tab until it comes back to where it began, and gives all that it came by. */
static GHashTable *
go_round (GtkWidget  *root,
          const char *key,
          GPtrArray  *problems)
{
  GHashTable *met = g_hash_table_new (NULL, NULL);
  GtkWidget *last = NULL;

  for (guint i = 0; i < MOST_STEPS; i++)
    {
      press (root, key);
      if (!app_focus_judge (root, problems) && gtk_window_get_focus (GTK_WINDOW (root)) == NULL)
        return met;
      if (gtk_window_get_focus (GTK_WINDOW (root)) == last)
        {
          g_autofree char *what = g_strdup_printf ("keeps whoever presses %s", key);

          complain (problems, last, what);
          return met;
        }
      last = gtk_window_get_focus (GTK_WINDOW (root));
      if (!g_hash_table_add (met, last))
        return met;
    }
  complain (problems, root, "never lets the keyboard come round");
  return met;
}

/* Everything that Tab and Shift+Tab come by, in the window or in the dialog that is open in it. Returns how much that is. */
guint
app_focus_walk (GtkWidget *root,
                GPtrArray *problems)
{
  g_autoptr (GHashTable) there = NULL, back = NULL;
  guint n;

  g_assert_true (app_walk_can ((gpointer) root));
  there = go_round (root, "Tab", problems);
  back = go_round (root, "shift+Tab", problems);
  n = g_hash_table_size (there);
  /* Lists and toggles that are one stop are entered at one end or the other. */
  if (g_hash_table_size (back) * 2 < n || n * 2 < g_hash_table_size (back))
    {
      g_autofree char *what = g_strdup_printf ("is gone through in %u steps by Tab and in %u by Shift+Tab", n, g_hash_table_size (back));

      complain (problems, root, what);
    }
  return n;
}
