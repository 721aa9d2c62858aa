/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-help-window.h"

#include <glib/gi18n.h>

#include "tl-dialog-focus.h"
#include "tl-help-contents.h"
#include "tl-help-text.h"
#include "tl-help-topics.h"
#include "tl-help-view.h"

/* Where somebody has been. */
typedef struct
{
  char *address;
  double scroll;
} Visit;

struct _TlHelpWindow
{
  AdwApplicationWindow parent_instance;

  AdwNavigationSplitView *split_view;
  AdwNavigationPage *page;
  TlHelpContents *contents;
  TlHelpView *view;

  TlHelpPlace place;
  char *address;
  /* (element-type Visit): those before this, and those that somebody went back from; the nearest last. */
  GArray *before;
  GArray *after;
};

G_DEFINE_FINAL_TYPE (TlHelpWindow, tl_help_window, ADW_TYPE_APPLICATION_WINDOW)

static void
clear_visit (gpointer data)
{
  g_free (((Visit *) data)->address);
}

static void
update_actions (TlHelpWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "help.back", self->before->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "help.forward", self->after->len > 0);
}

static void
show_address (TlHelpWindow *self,
              const char   *address)
{
  g_autofree char *title = NULL;

  if (!tl_help_library_find (tl_help_library_get (), address, &self->place))
    return;
  g_set_str (&self->address, address);
  title = tl_help_text_translate (self->place.page->title);
  adw_navigation_page_set_title (self->page, title);
  tl_help_view_show (self->view, &self->place);
  tl_help_contents_choose (self->contents, self->place.page);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  update_actions (self);
}

static void
keep_visit (TlHelpWindow *self,
            GArray       *visits)
{
  Visit visit = { g_strdup (self->address), tl_help_view_get_scroll (self->view) };

  g_array_append_val (visits, visit);
}

/* From one end of what was visited to the other. */
static void
walk (TlHelpWindow *self,
      GArray       *from,
      GArray       *to)
{
  g_autofree char *address = NULL;
  double scroll;

  if (from->len == 0)
    return;
  address = g_strdup (g_array_index (from, Visit, from->len - 1).address);
  scroll = g_array_index (from, Visit, from->len - 1).scroll;
  keep_visit (self, to);
  g_array_set_size (from, from->len - 1);
  show_address (self, address);
  tl_help_view_set_scroll (self->view, scroll);
}

/* ── Callbacks ────────────────────────────────────────────────────────────── */

static void
back_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  TlHelpWindow *self = TL_HELP_WINDOW (widget);

  walk (self, self->before, self->after);
}

static void
forward_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  TlHelpWindow *self = TL_HELP_WINDOW (widget);

  walk (self, self->after, self->before);
}

static void
index_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  tl_help_window_go (TL_HELP_WINDOW (widget), TL_HELP_INDEX);
}

static void
contents_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TlHelpWindow *self = TL_HELP_WINDOW (widget);

  adw_navigation_split_view_set_show_content (self->split_view, FALSE);
}

static void
search_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  contents_cb (widget, name, parameter);
  tl_help_contents_search (TL_HELP_WINDOW (widget)->contents);
}

static void
go_cb (TlHelpWindow *self,
       const char   *address)
{
  tl_help_window_go (self, address);
}

/* The buttons of a mouse that has them. */
static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            TlHelpWindow    *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  if (button == 8 || button == 9)
    gtk_widget_activate_action (GTK_WIDGET (self), button == 8 ? "help.back" : "help.forward", NULL);
}

/* ── Overrides ────────────────────────────────────────────────────────────── */

static void
tl_help_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_HELP_WINDOW);

  G_OBJECT_CLASS (tl_help_window_parent_class)->dispose (object);
}

static void
tl_help_window_finalize (GObject *object)
{
  TlHelpWindow *self = TL_HELP_WINDOW (object);

  g_free (self->address);
  g_array_unref (self->before);
  g_array_unref (self->after);

  G_OBJECT_CLASS (tl_help_window_parent_class)->finalize (object);
}

static void
tl_help_window_class_init (TlHelpWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (TL_TYPE_HELP_CONTENTS);
  g_type_ensure (TL_TYPE_HELP_VIEW);

  object_class->dispose = tl_help_window_dispose;
  object_class->finalize = tl_help_window_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/help/help-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TlHelpWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, TlHelpWindow, page);
  gtk_widget_class_bind_template_child (widget_class, TlHelpWindow, contents);
  gtk_widget_class_bind_template_child (widget_class, TlHelpWindow, view);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);

  gtk_widget_class_install_action (widget_class, "help.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "help.forward", NULL, forward_cb);
  gtk_widget_class_install_action (widget_class, "help.index", NULL, index_cb);
  gtk_widget_class_install_action (widget_class, "help.contents", NULL, contents_cb);
  gtk_widget_class_install_action (widget_class, "help.search", NULL, search_cb);
}

static void
tl_help_window_init (TlHelpWindow *self)
{
  self->before = g_array_new (FALSE, FALSE, sizeof (Visit));
  self->after = g_array_new (FALSE, FALSE, sizeof (Visit));
  g_array_set_clear_func (self->before, clear_visit);
  g_array_set_clear_func (self->after, clear_visit);

  gtk_widget_init_template (GTK_WIDGET (self));
  tl_dialog_focus_watch (ADW_APPLICATION_WINDOW (self));
  show_address (self, TL_HELP_INDEX);
}

/**
 * tl_help_window_new:
 * @application: the application
 *
 * Returns: (transfer none): a window that shows the contents
 */
TlHelpWindow *
tl_help_window_new (GtkApplication *application)
{
  return g_object_new (TL_TYPE_HELP_WINDOW, "application", application, NULL);
}

/**
 * tl_help_window_present:
 * @application: the application
 * @address: where to begin, as [method@Tl.HelpLibrary.find] takes it
 *
 * Shows a page in the help's window, which is made when there is none yet.
 */
void
tl_help_window_present (GtkApplication *application,
                        const char     *address)
{
  TlHelpWindow *window = NULL;

  for (GList *l = gtk_application_get_windows (application); l != NULL && window == NULL; l = l->next)
    if (TL_IS_HELP_WINDOW (l->data))
      window = l->data;
  if (window == NULL)
    {
      window = tl_help_window_new (application);
      show_address (window, address);
    }
  else
    tl_help_window_go (window, address);
  gtk_window_present (GTK_WINDOW (window));
}

/**
 * tl_help_window_go:
 * @self: the window
 * @address: where to go, as [method@Tl.HelpLibrary.find] takes it
 *
 * Shows another page, from which somebody can go back.
 *
 * Returns: whether there is such a place
 */
gboolean
tl_help_window_go (TlHelpWindow *self,
                   const char   *address)
{
  TlHelpPlace place;

  g_return_val_if_fail (TL_IS_HELP_WINDOW (self), FALSE);

  if (!tl_help_library_find (tl_help_library_get (), address, &place))
    return FALSE;
  if (g_strcmp0 (self->address, address) != 0)
    {
      keep_visit (self, self->before);
      g_array_set_size (self->after, 0);
    }
  show_address (self, address);
  return TRUE;
}

/**
 * tl_help_window_get_page:
 * @self: the window
 *
 * Returns: (transfer none): the page that it shows
 */
const TlHelpPage *
tl_help_window_get_page (TlHelpWindow *self)
{
  g_return_val_if_fail (TL_IS_HELP_WINDOW (self), NULL);

  return self->place.page;
}

/* What the keyboard is at, otherwise what lies on top, otherwise what is seen. */
static void
help_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (widget));
  g_autofree char *address = tl_help_topics_find (gtk_window_get_focus (GTK_WINDOW (widget)));

  if (address == NULL && dialog != NULL)
    address = tl_help_topics_find (GTK_WIDGET (dialog));
  if (address == NULL)
    address = tl_help_topics_find_within (widget);
  tl_help_window_present (gtk_window_get_application (GTK_WINDOW (widget)), address != NULL ? address : TL_HELP_INDEX);
}

/**
 * tl_help_window_install_action:
 * @widget_class: the class of an #AdwApplicationWindow
 *
 * Gives windows the action `win.help`, which shows the page about what somebody is at.
 */
void
tl_help_window_install_action (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.help", NULL, help_cb);
}
