/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-recent-row.h"

#include <glib/gi18n.h>

#include "tl-application.h"
#include "tl-history-moments.h"
#include "tl-kept-row.h"
#include "tl-recents.h"

struct _TlRecentRow
{
  AdwActionRow parent_instance;

  GtkWidget *remove_button;
  GtkWidget *arrow;

  char *uri;
  char *place;
  gboolean missing;
  GCancellable *looking;
};

G_DEFINE_FINAL_TYPE (TlRecentRow, tl_recent_row, ADW_TYPE_ACTION_ROW)

/* A disk that is asleep, or a share that is far away, keeps nobody waiting. */
static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TlRecentRow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, &error);
  g_autofree char *sentence = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->looking);
  self->missing = info == NULL;
  if (!self->missing)
    return;
  /* Translators: %s is the path of a file */
  sentence = g_strdup_printf (_("%s isn’t there any more, or can’t be reached now"), self->place);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), sentence);
  gtk_widget_add_css_class (GTK_WIDGET (self), "missing");
  gtk_widget_set_visible (self->remove_button, TRUE);
  gtk_widget_set_visible (self->arrow, FALSE);
}

/* What can't be reached now may be in a moment; opening it says what is wrong. */
static void
activated_cb (TlRecentRow *self)
{
  g_autoptr (GFile) file = g_file_new_for_uri (self->uri);

  tl_application_open_file (tl_application_get (), file);
}

static void
remove_cb (TlRecentRow *self)
{
  GtkWidget *list = gtk_widget_get_parent (GTK_WIDGET (self));

  tl_recents_remove (self->uri);
  if (GTK_IS_LIST_BOX (list))
    gtk_list_box_remove (GTK_LIST_BOX (list), GTK_WIDGET (self));
}

static void
tl_recent_row_dispose (GObject *object)
{
  TlRecentRow *self = TL_RECENT_ROW (object);

  if (self->looking != NULL)
    g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_RECENT_ROW);

  G_OBJECT_CLASS (tl_recent_row_parent_class)->dispose (object);
}

static void
tl_recent_row_finalize (GObject *object)
{
  TlRecentRow *self = TL_RECENT_ROW (object);

  g_free (self->uri);
  g_free (self->place);

  G_OBJECT_CLASS (tl_recent_row_parent_class)->finalize (object);
}

static void
tl_recent_row_class_init (TlRecentRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_recent_row_dispose;
  object_class->finalize = tl_recent_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/start/recent-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlRecentRow, remove_button);
  gtk_widget_class_bind_template_child (widget_class, TlRecentRow, arrow);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
tl_recent_row_init (TlRecentRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_recent_row_new:
 * @info: a recent workbook
 *
 * Returns: (transfer floating): a row that opens it
 */
GtkWidget *
tl_recent_row_new (GtkRecentInfo *info)
{
  TlRecentRow *self = g_object_new (TL_TYPE_RECENT_ROW, NULL);
  g_autoptr (GFile) file = g_file_new_for_uri (gtk_recent_info_get_uri (info));
  gint64 modified = g_date_time_to_unix (gtk_recent_info_get_modified (info)) * 1000;
  g_autofree char *when = tl_history_words_when (modified);
  g_autofree char *subtitle = NULL;

  self->uri = g_strdup (gtk_recent_info_get_uri (info));
  self->place = tl_kept_row_describe_file (file);
  /* Translators: the path of a file, and a moment such as "3 December 2025 at 14:05" */
  subtitle = g_strdup_printf (_("%1$s, opened %2$s"), self->place, when);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), gtk_recent_info_get_display_name (info));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  self->looking = g_cancellable_new ();
  g_file_query_info_async (file, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, self->looking,
                           looked_cb, g_object_ref (self));
  return GTK_WIDGET (self);
}

/**
 * tl_recent_row_get_uri:
 * @self: a row
 *
 * Returns: where the workbook is
 */
const char *
tl_recent_row_get_uri (TlRecentRow *self)
{
  g_return_val_if_fail (TL_IS_RECENT_ROW (self), NULL);

  return self->uri;
}

/**
 * tl_recent_row_get_missing:
 * @self: a row
 *
 * Returns: whether it isn't there any more
 */
gboolean
tl_recent_row_get_missing (TlRecentRow *self)
{
  g_return_val_if_fail (TL_IS_RECENT_ROW (self), FALSE);

  return self->missing;
}

/**
 * tl_recent_row_get_busy:
 * @self: a row
 *
 * Returns: whether it is still being looked whether it is there
 */
gboolean
tl_recent_row_get_busy (TlRecentRow *self)
{
  g_return_val_if_fail (TL_IS_RECENT_ROW (self), FALSE);

  return self->looking != NULL;
}
