/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-window-drop.h"

#include <glib/gi18n.h>

#include "tl-drop-notice.h"
#include "tl-item-pane.h"
#include "tl-window-exchange.h"
#include "tl-window-private.h"

/* Files that are dragged onto a window: workbooks are opened, a spreadsheet is imported. By their names alone, since nothing
 * may wait for a disk while the pointer moves; whatever they hold is looked at when they are opened. */

typedef enum
{
  FILE_JUNK,
  FILE_WORKBOOK,
  FILE_SPREADSHEET,
} FileSort;

/* In small letters. */
static char *
get_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return name != NULL ? g_ascii_strdown (name, -1) : g_strdup ("");
}

/**
 * tl_file_is_spreadsheet:
 * @file: a file
 *
 * Returns: whether it has the name of a spreadsheet, which is imported rather than opened
 */
gboolean
tl_file_is_spreadsheet (GFile *file)
{
  g_autofree char *name = get_name (file);

  return g_str_has_suffix (name, ".xlsx") || g_str_has_suffix (name, ".csv");
}

static FileSort
sort_file (GFile *file)
{
  g_autofree char *name = get_name (file);

  if (g_str_has_suffix (name, ".throughline"))
    return FILE_WORKBOOK;
  /* What has no ending may be a folder of CSV files; the import says if it isn't. */
  if (tl_file_is_spreadsheet (file) || strchr (name, '.') == NULL)
    return FILE_SPREADSHEET;
  return FILE_JUNK;
}

static char *
name_file (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return g_filename_display_name (name != NULL ? name : "");
}

static TlDropUse
plan_import (TlWindow  *self,
             GFile     *file,
             char     **sentence)
{
  g_autofree char *name = name_file (file);

  if (self->workbook != NULL && !tl_workbook_get_editable (self->workbook))
    {
      *sentence = g_strdup (_("This workbook can’t be changed now, so nothing can be imported into it."));
      return TL_DROP_REFUSED;
    }
  *sentence = g_strdup_printf (self->workbook != NULL ? _("Import “%s” into this workbook, after a look at what it holds")
                                                      : _("Begin a workbook with what “%s” holds, after a look at it"), name);
  return TL_DROP_IMPORTED;
}

/**
 * tl_window_plan_drop:
 * @self: a window
 * @files: (element-type GFile): files that are dragged over it
 * @sentence: (out) (transfer full): what will happen, or why nothing will
 *
 * Returns: what becomes of the files when they are dropped
 */
TlDropUse
tl_window_plan_drop (TlWindow  *self,
                     GSList    *files,
                     char     **sentence)
{
  guint n = g_slist_length (files), n_workbooks = 0, n_spreadsheets = 0;
  g_autofree char *name = NULL;

  g_return_val_if_fail (TL_IS_WINDOW (self), TL_DROP_REFUSED);
  g_return_val_if_fail (files != NULL, TL_DROP_REFUSED);

  for (GSList *l = files; l != NULL; l = l->next)
    {
      FileSort sort = sort_file (l->data);

      n_workbooks += sort == FILE_WORKBOOK;
      n_spreadsheets += sort == FILE_SPREADSHEET;
      if (sort == FILE_JUNK && name == NULL)
        name = name_file (l->data);
    }
  if (name != NULL)
    *sentence = g_strdup_printf (_("“%s” is neither a workbook nor a spreadsheet that can be imported."), name);
  else if (n_workbooks > 0 && n_spreadsheets > 0)
    *sentence = g_strdup (_("Drop either workbooks or one spreadsheet, not both."));
  else if (n_spreadsheets > 1)
    *sentence = g_strdup (_("Drop one spreadsheet at a time, or the folder that they are in."));
  else if (n_spreadsheets == 1)
    return plan_import (self, files->data, sentence);
  else
    {
      name = name_file (files->data);
      *sentence = n == 1 ? g_strdup_printf (_("Open “%s”"), name)
                         : g_strdup_printf (ngettext ("Open %u workbook", "Open %u workbooks", n), n);
      return TL_DROP_OPENED;
    }
  return TL_DROP_REFUSED;
}

/* ── Over the window ──────────────────────────────────────────────────────── */

/* Made when something is first dragged, which most windows never see. */
static void
show_notice (TlWindow   *self,
             const char *sentence,
             gboolean    taken)
{
  GtkWidget *content = adw_application_window_get_content (ADW_APPLICATION_WINDOW (self));
  GtkWidget *overlay = NULL;

  if (self->drop_notice == NULL && sentence == NULL)
    return;
  if (self->drop_notice == NULL)
    {
      overlay = gtk_overlay_new ();
      self->drop_notice = tl_drop_notice_new ();
      g_object_ref (content);
      adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), NULL);
      gtk_overlay_set_child (GTK_OVERLAY (overlay), content);
      gtk_overlay_add_overlay (GTK_OVERLAY (overlay), GTK_WIDGET (self->drop_notice));
      adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), overlay);
      g_object_unref (content);
    }
  tl_drop_notice_show (self->drop_notice, sentence, taken);
}

/* A pane that takes files for itself says so itself. */
static gboolean
is_elsewhere (TlWindow *self,
              double    x,
              double    y)
{
  GtkWidget *beneath = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  return beneath != NULL && gtk_widget_get_ancestor (beneath, TL_TYPE_ITEM_PANE) != NULL;
}

static GdkDragAction
motion_cb (TlWindow      *self,
           double         x,
           double         y,
           GtkDropTarget *target)
{
  const GValue *value = gtk_drop_target_get_value (target);
  GSList *files = value != NULL ? g_value_get_boxed (value) : NULL;
  g_autofree char *sentence = NULL;
  TlDropUse use = TL_DROP_REFUSED;

  /* Some programs tell only at the end which files they are. */
  if (files != NULL && !is_elsewhere (self, x, y))
    use = tl_window_plan_drop (self, files, &sentence);
  show_notice (self, sentence, use != TL_DROP_REFUSED);
  return GDK_ACTION_COPY;
}

static void
leave_cb (TlWindow *self)
{
  show_notice (self, NULL, FALSE);
}

static gboolean
drop_cb (TlWindow     *self,
         const GValue *value)
{
  GSList *files = g_value_get_boxed (value);
  g_autofree char *sentence = NULL;

  show_notice (self, NULL, FALSE);
  if (files == NULL)
    return FALSE;
  switch (tl_window_plan_drop (self, files, &sentence))
    {
    case TL_DROP_OPENED:
      for (GSList *l = files; l != NULL; l = l->next)
        tl_application_open_file (tl_application_get (), l->data);
      return TRUE;
    case TL_DROP_IMPORTED:
      tl_window_import (self, files->data);
      return TRUE;
    case TL_DROP_REFUSED:
    default:
      tl_window_say (self, sentence);
      return FALSE;
    }
}

/**
 * tl_window_install_drop:
 * @self: a window
 *
 * Lets files be dragged onto the window.
 */
void
tl_window_install_drop (TlWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect_object (target, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
