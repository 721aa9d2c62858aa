/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-start-page.h"

#include "tl-kept-row.h"
#include "tl-recent-row.h"
#include "tl-recents.h"

/* As many as leave the ways to begin in sight. */
#define MOST_RECENTS 4

struct _TlStartPage
{
  AdwBin parent_instance;

  GtkWidget *status_page;
  GtkWidget *kept_group;
  GtkListBox *kept_list;
  GtkWidget *recent_group;
  GtkListBox *recent_list;
  GCancellable *looking;
};

G_DEFINE_FINAL_TYPE (TlStartPage, tl_start_page, ADW_TYPE_BIN)

/* What stands first is where the keyboard begins, and where it goes on when the list is made anew. */
static void
focus_first (TlStartPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->kept_list, 0);

  if (row != NULL && ADW_IS_APPLICATION_WINDOW (root)
      && adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (root)) == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* So that the ways to begin are still in sight. */
static void
update_compact (TlStartPage *self)
{
  if (gtk_widget_get_visible (self->kept_group) || gtk_widget_get_visible (self->recent_group))
    gtk_widget_add_css_class (self->status_page, "compact");
  else
    gtk_widget_remove_css_class (self->status_page, "compact");
}

/* What was open lately; the list is made anew only when it is another one, so that the keyboard stays where it is. */
static void
list_recents (TlStartPage *self)
{
  g_autoptr (GPtrArray) recents = tl_recents_list (MOST_RECENTS);
  gboolean same = TRUE;

  for (guint i = 0; same && i <= recents->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->recent_list, (int) i);

      same = i == recents->len ? row == NULL
                               : row != NULL && g_strcmp0 (tl_recent_row_get_uri (TL_RECENT_ROW (row)),
                                                           gtk_recent_info_get_uri (g_ptr_array_index (recents, i))) == 0;
    }
  if (same)
    return;
  gtk_list_box_remove_all (self->recent_list);
  for (guint i = 0; i < recents->len; i++)
    gtk_list_box_append (self->recent_list, tl_recent_row_new (g_ptr_array_index (recents, i)));
  gtk_widget_set_visible (self->recent_group, recents->len > 0);
  update_compact (self);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TlStartPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = tl_kept_copy_list_finish (result, &error);
  gboolean takes_focus;

  /* Stopped, or asked again since. */
  if (list == NULL || g_task_get_cancellable (G_TASK (result)) != self->looking)
    return;
  g_clear_object (&self->looking);
  takes_focus = !gtk_widget_get_visible (self->kept_group)
                || gtk_widget_get_focus_child (GTK_WIDGET (self->kept_list)) != NULL;
  gtk_list_box_remove_all (self->kept_list);
  for (guint i = 0; i < list->len; i++)
    gtk_list_box_append (self->kept_list, tl_kept_row_new (g_ptr_array_index (list, i)));
  gtk_widget_set_visible (self->kept_group, list->len > 0);
  update_compact (self);
  if (takes_focus)
    focus_first (self);
}

static void
stop (TlStartPage *self)
{
  if (self->looking != NULL)
    g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
}

/* Somebody may have removed or saved something in another window meanwhile. */
static void
active_cb (TlStartPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (GTK_IS_WINDOW (root) && gtk_window_is_active (GTK_WINDOW (root)))
    tl_start_page_refresh (self);
}

static void
tl_start_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tl_start_page_parent_class)->map (widget);

  g_signal_connect_object (gtk_widget_get_root (widget), "notify::is-active", G_CALLBACK (active_cb), widget,
                           G_CONNECT_SWAPPED);
  tl_start_page_refresh (TL_START_PAGE (widget));
}

static void
tl_start_page_unmap (GtkWidget *widget)
{
  stop (TL_START_PAGE (widget));
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), active_cb, widget);

  GTK_WIDGET_CLASS (tl_start_page_parent_class)->unmap (widget);
}

static void
tl_start_page_dispose (GObject *object)
{
  stop (TL_START_PAGE (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_START_PAGE);

  G_OBJECT_CLASS (tl_start_page_parent_class)->dispose (object);
}

static void
tl_start_page_class_init (TlStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_start_page_dispose;
  widget_class->map = tl_start_page_map;
  widget_class->unmap = tl_start_page_unmap;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/start/start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TlStartPage, status_page);
  gtk_widget_class_bind_template_child (widget_class, TlStartPage, kept_group);
  gtk_widget_class_bind_template_child (widget_class, TlStartPage, kept_list);
  gtk_widget_class_bind_template_child (widget_class, TlStartPage, recent_group);
  gtk_widget_class_bind_template_child (widget_class, TlStartPage, recent_list);
}

static void
tl_start_page_init (TlStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_start_page_refresh:
 * @self: a start page
 *
 * Looks again what was left on this computer.
 */
void
tl_start_page_refresh (TlStartPage *self)
{
  g_return_if_fail (TL_IS_START_PAGE (self));

  stop (self);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  list_recents (self);
  self->looking = g_cancellable_new ();
  tl_kept_copy_list_async (self->looking, listed_cb, g_object_ref (self));
}

/**
 * tl_start_page_get_busy:
 * @self: a start page
 *
 * Returns: whether it is still being looked what was left on this computer
 */
gboolean
tl_start_page_get_busy (TlStartPage *self)
{
  g_return_val_if_fail (TL_IS_START_PAGE (self), FALSE);

  return self->looking != NULL;
}
