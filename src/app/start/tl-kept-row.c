/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-kept-row.h"

#include <glib/gi18n.h>

#include "tl-history-moments.h"
#include "tl-window-kept.h"

struct _TlKeptRow
{
  AdwActionRow parent_instance;

  GtkMenuButton *menu_button;
  GtkImage *image;
  TlKeptCopy *kept;
};

G_DEFINE_FINAL_TYPE (TlKeptRow, tl_kept_row, ADW_TYPE_ACTION_ROW)

/**
 * tl_kept_row_describe_name:
 * @kept: what was left on this computer
 *
 * Returns: (transfer full): whose workbook it is
 */
char *
tl_kept_row_describe_name (TlKeptCopy *kept)
{
  const char *provider = tl_kept_copy_get_provider (kept);

  return g_strdup (provider[0] != '\0' ? provider : _("Unnamed provider"));
}

/**
 * tl_kept_row_describe_changes:
 * @kept: what was left on this computer
 *
 * Returns: (transfer full): how many changes no file has, and when the last was made
 */
char *
tl_kept_row_describe_changes (TlKeptCopy *kept)
{
  g_autofree char *moment = tl_history_words_when (tl_kept_copy_get_edited (kept));
  guint n = tl_kept_copy_get_n_unsaved (kept);

  if (tl_kept_copy_get_trouble (kept) != TL_KEPT_TROUBLE_NONE)
    return g_strdup (_("changes that can’t be read here"));
  /* Translators: a number, and a moment such as "3 December 2025 at 14:05" */
  return g_strdup_printf (ngettext ("%u change isn’t saved, made on %s", "%u changes aren’t saved, the last made on %s", n),
                          n, moment);
}

/**
 * tl_kept_row_describe_file:
 * @file: a file
 *
 * Returns: (transfer full): its path; a home folder is what people know as theirs
 */
char *
tl_kept_row_describe_file (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  const char *home = g_get_home_dir ();

  if (path == NULL)
    return g_file_get_parse_name (file);
  if (g_str_has_prefix (path, home) && path[strlen (home)] == '/')
    {
      g_autofree char *below = g_filename_display_name (path + strlen (home));

      return g_strconcat ("~", below, NULL);
    }
  return g_filename_display_name (path);
}

static char *
describe_place (TlKeptCopy *kept)
{
  GFile *file = tl_kept_copy_get_file (kept);
  g_autofree char *name = file != NULL ? tl_kept_row_describe_file (file) : NULL;

  switch (tl_kept_copy_get_place (kept))
    {
    case TL_KEPT_PLACE_FILE:
      return g_strdup (name);
    case TL_KEPT_PLACE_GONE:
      /* Translators: %s is the path of a file */
      return g_strdup_printf (_("%s isn’t there any more"), name);
    case TL_KEPT_PLACE_OTHER:
      /* Translators: %s is the path of a file */
      return g_strdup_printf (_("%s isn’t this workbook any more"), name);
    case TL_KEPT_PLACE_NONE:
    default:
      return g_strdup (_("Never saved to a file"));
    }
}

static char *
describe (TlKeptCopy *kept)
{
  g_autofree char *place = describe_place (kept);
  g_autofree char *changes = NULL, *sentence = NULL;

  switch (tl_kept_copy_get_trouble (kept))
    {
    case TL_KEPT_TROUBLE_NEWER:
      return g_strdup_printf ("%s\n%s", place, _("Left by a newer version of Throughline. Update Throughline to go on with it."));
    case TL_KEPT_TROUBLE_DAMAGED:
      return g_strdup_printf ("%s\n%s", place, _("What was kept here is damaged and can’t be read. Open the file, or restore a backup."));
    case TL_KEPT_TROUBLE_NONE:
    default:
      changes = tl_kept_row_describe_changes (kept);
      return g_strdup_printf ("%s\n%s", changes, place);
    }
}

static TlWindow *
get_window (TlKeptRow *self)
{
  return TL_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
open_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  TlKeptRow *self = TL_KEPT_ROW (widget);

  tl_window_open_kept (get_window (self), self->kept);
}

static void
merge_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  TlKeptRow *self = TL_KEPT_ROW (widget);

  tl_window_ask_merge (get_window (self), self->kept);
}

static void
remove_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  TlKeptRow *self = TL_KEPT_ROW (widget);

  tl_window_ask_remove (get_window (self), self->kept);
}

static void
tl_kept_row_activate (AdwActionRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (row), "kept.open", NULL);
}

static void
tl_kept_row_dispose (GObject *object)
{
  TlKeptRow *self = TL_KEPT_ROW (object);

  g_clear_object (&self->kept);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_KEPT_ROW);

  G_OBJECT_CLASS (tl_kept_row_parent_class)->dispose (object);
}

static void
tl_kept_row_class_init (TlKeptRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_kept_row_dispose;
  ADW_ACTION_ROW_CLASS (klass)->activate = tl_kept_row_activate;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/start/kept-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlKeptRow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TlKeptRow, image);
  gtk_widget_class_install_action (widget_class, "kept.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "kept.merge", NULL, merge_cb);
  gtk_widget_class_install_action (widget_class, "kept.remove", NULL, remove_cb);
}

static void
tl_kept_row_init (TlKeptRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_kept_row_new:
 * @kept: what was left on this computer
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
tl_kept_row_new (TlKeptCopy *kept)
{
  TlKeptRow *self = g_object_new (TL_TYPE_KEPT_ROW, NULL);
  g_autofree char *name = tl_kept_row_describe_name (kept), *text = describe (kept), *options = NULL;
  gboolean usable = tl_kept_copy_get_trouble (kept) == TL_KEPT_TROUBLE_NONE;

  self->kept = g_object_ref (kept);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), usable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "kept.open", usable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "kept.merge", usable);
  if (!usable)
    gtk_image_set_from_icon_name (self->image, "dialog-warning-symbolic");
  /* Translators: %s is a provider's name */
  options = g_strdup_printf (_("More for %s"), name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->menu_button), options);
  return GTK_WIDGET (self);
}

/**
 * tl_kept_row_get_kept:
 * @self: a row
 *
 * Returns: (transfer none): what it is about
 */
TlKeptCopy *
tl_kept_row_get_kept (TlKeptRow *self)
{
  return self->kept;
}
