/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-walk.h"

#include <gdk/x11/gdkx.h>
#include <stdarg.h>
#include <string.h>

#include "app-test.h"
#include "app-window.h"
#include "app-workbook.h"

#include "tl-more-fields.h"
#include "tl-row-chooser.h"

/* Nobody presses Tab more often than this to get anywhere. */
#define MOST_TABS 90

/* ── Keys ─────────────────────────────────────────────────────────────────── */

static char *
find_id (gpointer native)
{
  GdkSurface *surface = gtk_native_get_surface (native);

  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  return GDK_IS_X11_SURFACE (surface) ? g_strdup_printf ("%lu", (gulong) gdk_x11_surface_get_xid (surface)) : NULL;
  G_GNUC_END_IGNORE_DEPRECATIONS
}

/* Everything that the keys and clicks up to now set off at once. */
static void
catch_up (void)
{
  gdk_display_sync (gdk_display_get_default ());
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static gboolean
run (char **arguments)
{
  int status = -1;

  return g_spawn_sync (NULL, arguments, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                       NULL, NULL, NULL, NULL, &status, NULL) && g_spawn_check_wait_status (status, NULL);
}

/* Whether keys can be pressed here at all; the window gets the keyboard. The pointer waits in a corner, since a list that
 * opens beneath it would have what it points at chosen. */
gboolean
app_walk_can (TlWindow *window)
{
  g_autofree char *id = find_id (window);
  char *arguments[] = { (char *) "xdotool", (char *) "mousemove", (char *) "0", (char *) "0",
                        (char *) "windowfocus", (char *) "--sync", id, NULL };
  gboolean can = id != NULL && run (arguments);

  app_test_settle (GTK_WIDGET (window));
  return can;
}

/* Keys by their names; what begins with "=" is typed letter by letter. */
void
app_walk_keys (TlWindow   *window,
               const char *first,
               ...)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  va_list list;

  g_ptr_array_add (arguments, (gpointer) "xdotool");
  va_start (list, first);
  for (const char *key = first; key != NULL; key = va_arg (list, const char *))
    {
      static const char * const typing[] = { "type", "--delay", "0", "--args", "1" };

      for (guint i = 0; *key == '=' && i < G_N_ELEMENTS (typing); i++)
        g_ptr_array_add (arguments, (gpointer) typing[i]);
      static const char * const pressing[] = { "key", "--delay", "0" };

      for (guint i = 0; *key != '=' && i < G_N_ELEMENTS (pressing); i++)
        g_ptr_array_add (arguments, (gpointer) pressing[i]);
      g_ptr_array_add (arguments, (gpointer) (*key == '=' ? key + 1 : key));
    }
  va_end (list);
  g_ptr_array_add (arguments, NULL);
  g_assert_true (run ((char **) arguments->pdata));
  catch_up ();
}

static void
add_text (GtkWidget *widget,
          GString   *text)
{
  if (gtk_widget_get_tooltip_text (widget) != NULL)
    g_string_append_printf (text, "%s|", gtk_widget_get_tooltip_text (widget));
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "%s|", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    add_text (child, text);
}

/* What the widget that has the keyboard says of itself. */
char *
app_walk_dup_focus (TlWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_autoptr (GString) text = g_string_new (focus != NULL ? G_OBJECT_TYPE_NAME (focus) : "nothing");

  g_string_append_c (text, '|');
  if (focus != NULL && GTK_IS_MENU_BUTTON (gtk_widget_get_parent (focus))
      && gtk_widget_get_tooltip_text (gtk_widget_get_parent (focus)) != NULL)
    g_string_append_printf (text, "%s|", gtk_widget_get_tooltip_text (gtk_widget_get_parent (focus)));
  if (focus != NULL)
    add_text (focus, text);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static gboolean
is_named (TlWindow   *window,
          const char *name)
{
  g_autofree char *focus = app_walk_dup_focus (window);
  g_autofree char *wanted = g_strdup_printf ("|%s|", name);

  return strstr (focus, wanted) != NULL;
}

static void
go (TlWindow   *window,
    const char *name,
    const char *key)
{
  g_autoptr (GString) way = g_string_new (NULL);

  for (guint i = 0; i < MOST_TABS; i++)
    {
      g_autofree char *focus = NULL;

      if (is_named (window, name))
        return;
      app_walk_keys (window, key, NULL);
      focus = app_walk_dup_focus (window);
      g_string_append_printf (way, "\n%s", focus);
    }
  g_error ("The keyboard doesn't come to “%s”:%s", name, way->str);
}

/* Tab until the keyboard is at what bears this name. */
void
app_walk_go (TlWindow   *window,
             const char *name)
{
  go (window, name, "Tab");
}

void
app_walk_go_back (TlWindow   *window,
                  const char *name)
{
  go (window, name, "shift+Tab");
}

void
app_walk_press (TlWindow   *window,
                const char *name)
{
  app_walk_go (window, name);
  app_walk_keys (window, "space", NULL);
}

/* ── The pointer ──────────────────────────────────────────────────────────── */

/* A button of the pointer in the middle of a widget; the wheel's are 4 and 5. */
static void
press_at (GtkWidget  *widget,
          const char *button)
{
  GtkNative *native = gtk_widget_get_native (widget);
  g_autofree char *id = find_id (native), *across = NULL, *down = NULL;
  graphene_rect_t bounds;
  double x, y;

  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (native), &bounds));
  gtk_native_get_surface_transform (native, &x, &y);
  across = g_strdup_printf ("%d", (int) (x + bounds.origin.x + bounds.size.width / 2));
  down = g_strdup_printf ("%d", (int) (y + bounds.origin.y + bounds.size.height / 2));
  g_assert_true (run ((char *[]) { (char *) "xdotool", (char *) "mousemove", (char *) "--window", id, across, down,
                                   (char *) "click", (char *) button, NULL }));
  catch_up ();
}

/* The wheel, until the middle of a widget is in sight. */
static void
scroll_to (TlWindow  *window,
           GtkWidget *widget)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);

  for (guint i = 0; scrolled != NULL && i < MOST_TABS; i++)
    {
      graphene_rect_t bounds;
      double middle;

      g_assert_true (gtk_widget_compute_bounds (widget, scrolled, &bounds));
      middle = bounds.origin.y + bounds.size.height / 2;
      if (middle > 0 && middle < gtk_widget_get_height (scrolled))
        return;
      press_at (scrolled, middle <= 0 ? "4" : "5");
      app_test_settle (GTK_WIDGET (window));
    }
}

/* In the middle of a widget, wherever it stands; what is out of sight is scrolled to first. */
void
app_walk_click (TlWindow  *window,
                GtkWidget *widget)
{
  g_assert_true (gtk_widget_get_mapped (widget));
  scroll_to (window, widget);
  press_at (widget, "1");
  app_test_settle (GTK_WIDGET (window));
}

/* The first that is in sight, of a type, and says something in as many words or in its tooltip. */
GtkWidget *
app_walk_see (GtkWidget  *root,
              GType       type,
              const char *name)
{
  if (!gtk_widget_get_mapped (root))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    {
      g_autoptr (GString) text = g_string_new ("|");
      g_autofree char *wanted = g_strdup_printf ("|%s|", name);

      add_text (root, text);
      if (strstr (text->str, wanted) != NULL)
        return root;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = app_walk_see (child, type, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Clicks on what bears this name. */
void
app_walk_click_on (TlWindow   *window,
                   GType       type,
                   const char *name)
{
  GtkWidget *widget = app_walk_see (GTK_WIDGET (window), type, name);

  if (widget == NULL)
    g_error ("There is no “%s” to click on", name);
  app_walk_click (window, widget);
}

/* ── Forms ────────────────────────────────────────────────────────────────── */

TlEditDialog *
app_walk_get_form (TlWindow *window)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));

  return TL_IS_EDIT_DIALOG (dialog) ? TL_EDIT_DIALOG (dialog) : NULL;
}

static gboolean
has_form (gpointer window)
{
  return app_walk_get_form (window) != NULL;
}

TlEditDialog *
app_walk_wait_form (TlWindow *window,
                    TlTable   table)
{
  app_window_wait (has_form, window);
  app_test_settle (GTK_WIDGET (window));
  g_assert_cmpint (tl_draft_get_table (tl_edit_dialog_get_draft (app_walk_get_form (window))), ==, table);
  return app_walk_get_form (window);
}

/* Tab until the keyboard is in a field of the form; what hides it is opened on the way. */
static GtkWidget *
go_to_field (TlWindow   *window,
             const char *column)
{
  GtkWidget *row = tl_edit_dialog_find_row (app_walk_get_form (window), column);
  GtkWidget *more = gtk_widget_get_ancestor (row, TL_TYPE_MORE_FIELDS);
  g_autoptr (GString) way = g_string_new (NULL);

  for (guint i = 0; i < MOST_TABS; i++)
    {
      GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));
      g_autofree char *name = app_walk_dup_focus (window);

      g_string_append_printf (way, "\n%s", name);
      if (focus != NULL && gtk_widget_is_ancestor (focus, row))
        return row;
      if (more != NULL && focus == gtk_widget_get_first_child (more) && !gtk_widget_get_mapped (row))
        app_walk_keys (window, "space", NULL);
      app_walk_keys (window, "Tab", NULL);
    }
  g_error ("The keyboard doesn't come to the field “%s”:%s", column, way->str);
}

/* Types into a field, in the place of what it held. */
void
app_walk_enter (TlWindow   *window,
                const char *column,
                const char *text)
{
  g_autofree char *typed = g_strconcat ("=", text, NULL);

  go_to_field (window, column);
  app_walk_keys (window, "ctrl+a", typed, NULL);
  g_assert_cmpstr (tl_draft_get_text (tl_edit_dialog_get_draft (app_walk_get_form (window)), column), ==, text);
}

/* Chooses a word of a list, by the arrow keys. */
void
app_walk_choose (TlWindow   *window,
                 const char *column,
                 const char *word)
{
  GtkWidget *row = go_to_field (window, column);
  GtkDropDown *list = app_test_find (row, GTK_TYPE_DROP_DOWN);
  GListModel *words = gtk_drop_down_get_model (list);
  guint from = gtk_drop_down_get_selected (list), n = g_list_model_get_n_items (words);

  for (guint i = 0; i < n; i++)
    {
      GtkStringObject *item = g_list_model_get_item (words, i);
      gboolean found = g_str_equal (gtk_string_object_get_string (item), word);

      g_object_unref (item);
      if (!found)
        continue;
      app_walk_keys (window, "space", NULL);
      if (gtk_drop_down_get_enable_search (list))
        {
          g_autofree char *typed = g_strconcat ("=", word, NULL);

          /* What is typed is looked for a moment later. */
          app_walk_keys (window, typed, NULL);
          app_test_settle (GTK_WIDGET (window));
        }
      else
        for (guint j = from; j != i; j += j < i ? 1 : -1)
          app_walk_keys (window, j < i ? "Down" : "Up", NULL);
      app_walk_keys (window, "Return", NULL);
      g_assert_cmpuint (gtk_drop_down_get_selected (list), ==, i);
      g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), row));
      return;
    }
  g_error ("“%s” offers no “%s”", column, word);
}

/* Opens a chooser, types some of a name and takes what is found first. */
void
app_walk_find (TlWindow   *window,
               const char *column,
               const char *text)
{
  g_autofree char *typed = g_strconcat ("=", text, NULL);

  go_to_field (window, column);
  app_walk_keys (window, "space", NULL);
  app_test_settle (GTK_WIDGET (window));
  app_walk_keys (window, typed, "Return", NULL);
  app_test_settle (GTK_WIDGET (window));
}

/* Turns a switch on or off. */
void
app_walk_press_switch (TlWindow   *window,
                       const char *column)
{
  GtkSwitch *control = app_test_find (go_to_field (window, column), GTK_TYPE_SWITCH);
  gboolean was = gtk_switch_get_active (control);

  app_walk_keys (window, "space", NULL);
  g_assert_true (gtk_switch_get_active (control) != was);
}

typedef struct
{
  TlWindow *window;
  TlEditDialog *form;
} Kept;

static gboolean
is_kept (gpointer data)
{
  Kept *kept = data;

  return app_walk_get_form (kept->window) != kept->form
         && app_workbook_is_quiet (tl_window_get_workbook (kept->window));
}

/* Keeps what the form holds, and waits until everything is concluded anew. */
void
app_walk_keep (TlWindow *window)
{
  Kept kept = { window, app_walk_get_form (window) };
  g_autoptr (GPtrArray) problems = NULL;

  g_assert_nonnull (kept.form);
  problems = tl_draft_list_problems (tl_edit_dialog_get_draft (kept.form));
  for (guint i = 0; i < problems->len; i++)
    g_error ("%s", ((const TlDraftProblem *) g_ptr_array_index (problems, i))->message);
  app_walk_keys (window, "ctrl+Return", NULL);
  app_window_wait (is_kept, &kept);
  app_test_settle (GTK_WIDGET (window));
}
