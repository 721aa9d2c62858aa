/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-application-private.h"

#include <glib/gi18n.h>

#include "tl-actor.h"
#include "tl-help-window.h"
#include "tl-opening-ahead.h"
#include "tl-pictures.h"
#include "tl-practice-window.h"
#include "tl-shortcuts.h"
#include "tl-window-drop.h"
#include "tl-window-exchange.h"
#include "tl-window-kept.h"
#include "tl-window-memory.h"

struct _TlApplication
{
  AdwApplication parent_instance;

  GSettings *settings;
  TlIdSource *ids;
  /* The one file that the program is started with. */
  GFile *named;
};

G_DEFINE_FINAL_TYPE (TlApplication, tl_application, ADW_TYPE_APPLICATION)

/* The workbooks that come with the program are opened as untitled copies. */
static GFile *
get_sample_folder (void)
{
  const char *data = g_getenv ("THROUGHLINE_DATA_DIR");

  return g_file_new_build_filename (data != NULL ? data : DATA_DIR, "samples", NULL);
}

/* The window on a file, if there is one. */
TlWindow *
tl_application_find_window (TlApplication *self,
                            GFile         *file)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (TL_IS_WINDOW (l->data) && tl_window_has_file (l->data, file))
      return l->data;
  return NULL;
}

/* An empty window is taken before a new one is made. */
TlWindow *
tl_application_ensure_window (TlApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (TL_IS_WINDOW (l->data) && tl_window_is_empty (l->data))
      return l->data;
  return tl_window_new (self);
}

/* Before any option is looked at; most who start the program with a file do it by opening that. */
static gboolean
tl_application_local_command_line (GApplication   *application,
                                   char         ***arguments,
                                   int            *status)
{
  TlApplication *self = TL_APPLICATION (application);

  if (g_strv_length (*arguments) == 2 && (*arguments)[1][0] != '-')
    self->named = g_file_new_for_commandline_arg ((*arguments)[1]);
  return G_APPLICATION_CLASS (tl_application_parent_class)->local_command_line (application, arguments, status);
}

/* The toolkit takes longer to begin than a workbook to be opened, and the two need nothing of each other. */
static void
open_ahead (TlApplication *self)
{
  if (self->named != NULL && !tl_file_is_spreadsheet (self->named))
    tl_opening_ahead_begin (tl_application_is_sample (self, self->named) ? TL_STORE_ORIGIN_COPY : TL_STORE_ORIGIN_FILE,
                            self->named, tl_application_get_ids (self),
                            tl_window_memory_get_last_look (tl_application_get_settings (self)));
}

static void
tl_application_startup (GApplication *application)
{
  TlApplication *self = TL_APPLICATION (application);
  g_autoptr (GFile) sample = NULL;

  open_ahead (self);
  G_APPLICATION_CLASS (tl_application_parent_class)->startup (application);
  /* The toolkit has taken the program's icon, and would read and draw it before the first frame; see tl-window-menus.c. */
  gtk_window_set_default_icon_name (NULL);

  tl_application_add_actions (self);
  tl_shortcuts_install (GTK_APPLICATION (self));

  sample = tl_application_find_sample (self);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "sample")),
                               sample != NULL);
}

/* The window on a workbook, or on how to begin, that was used last. */
static TlWindow *
find_used (TlApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (TL_IS_WINDOW (l->data))
      return l->data;
  return NULL;
}

static void
tl_application_activate (GApplication *application)
{
  TlApplication *self = TL_APPLICATION (application);
  TlWindow *window = find_used (self);

  gtk_window_present (GTK_WINDOW (window != NULL ? window : tl_window_new (self)));
}

/* The help goes with the last window that it is about. */
static void
tl_application_window_removed (GtkApplication *application,
                               GtkWindow      *window)
{
  GTK_APPLICATION_CLASS (tl_application_parent_class)->window_removed (application, window);

  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (!TL_IS_HELP_WINDOW (l->data))
      return;
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = gtk_application_get_windows (application))
    gtk_window_destroy (l->data);
}

/* A spreadsheet that is opened begins a workbook; into one that is open it comes by being imported there. */
static void
begin_import (TlApplication *self,
              GFile         *spreadsheet)
{
  TlWindow *window = tl_application_ensure_window (self);

  gtk_window_present (GTK_WINDOW (window));
  tl_window_import (window, spreadsheet);
}

static void
tl_application_open (GApplication  *application,
                     GFile        **files,
                     int            n_files,
                     const char    *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      if (tl_file_is_spreadsheet (files[i]))
        begin_import (TL_APPLICATION (application), files[i]);
      else
        tl_application_open_file (TL_APPLICATION (application), files[i]);
    }
}

static int
tl_application_handle_local_options (GApplication *application,
                                     GVariantDict *options)
{
  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("throughline %s\n", PACKAGE_VERSION);
      return 0;
    }
  /* Pictures are of a program that has just begun. */
  if (g_variant_dict_contains (options, "pictures"))
    g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  return -1;
}

static int
tl_application_command_line (GApplication            *application,
                             GApplicationCommandLine *command_line)
{
  TlApplication *self = TL_APPLICATION (application);
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) arguments = g_application_command_line_get_arguments (command_line, NULL);
  g_autofree const char **views = NULL;
  const char *pictures = NULL;

  for (guint i = 1; arguments[i] != NULL; i++)
    g_ptr_array_add (files, g_application_command_line_create_file_for_arg (command_line, arguments[i]));

  if (g_variant_dict_contains (options, "sample"))
    {
      GFile *sample = tl_application_find_sample (self);

      if (sample == NULL)
        {
          g_application_command_line_printerr (command_line, _("throughline: the sample workbook is not installed\n"));
          return 2;
        }
      g_ptr_array_add (files, sample);
    }

  if (g_variant_dict_lookup (options, "pictures", "^&ay", &pictures))
    {
      g_autofree char *path = g_canonicalize_filename (pictures, g_application_command_line_get_cwd (command_line));

      g_variant_dict_lookup (options, "picture", "^a&s", &views);
      return tl_pictures_take (self, files->len > 0 ? g_ptr_array_index (files, 0) : NULL, path, views);
    }

  if (files->len > 0)
    g_application_open (application, (GFile **) files->pdata, (int) files->len, "");
  else
    g_application_activate (application);
  return 0;
}

static void
tl_application_dispose (GObject *object)
{
  TlApplication *self = TL_APPLICATION (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->ids);
  g_clear_object (&self->named);

  G_OBJECT_CLASS (tl_application_parent_class)->dispose (object);
}

static void
tl_application_class_init (TlApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->dispose = tl_application_dispose;

  application_class->local_command_line = tl_application_local_command_line;
  application_class->startup = tl_application_startup;
  application_class->activate = tl_application_activate;
  application_class->open = tl_application_open;
  application_class->handle_local_options = tl_application_handle_local_options;
  application_class->command_line = tl_application_command_line;
  GTK_APPLICATION_CLASS (klass)->window_removed = tl_application_window_removed;
}

static void
tl_application_init (TlApplication *self)
{
  const GOptionEntry options[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Say which version this is"), NULL },
    { "sample", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Open a copy of the sample workbook"), NULL },
    { "pictures", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_FILENAME, NULL, N_("Put a picture of every view into a folder"),
      N_("FOLDER") },
    { "picture", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING_ARRAY, NULL, N_("Only the pictures whose names begin so"),
      N_("VIEW") },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FILE…]"));
}

/**
 * tl_application_new:
 *
 * Returns: (transfer full): the application, not yet registered
 */
TlApplication *
tl_application_new (void)
{
  return g_object_new (TL_TYPE_APPLICATION,
                       "application-id", APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN | G_APPLICATION_HANDLES_COMMAND_LINE,
                       "resource-base-path", "/org/throughline/Throughline",
                       NULL);
}

/**
 * tl_application_get:
 *
 * Returns: (transfer none): the application of this process
 */
TlApplication *
tl_application_get (void)
{
  return TL_APPLICATION (g_application_get_default ());
}

/**
 * tl_application_get_settings:
 * @self: the application
 *
 * Returns: (transfer none): the settings of the person at this computer
 */
GSettings *
tl_application_get_settings (TlApplication *self)
{
  g_return_val_if_fail (TL_IS_APPLICATION (self), NULL);

  if (self->settings == NULL)
    self->settings = g_settings_new (APPLICATION_ID);
  return self->settings;
}

/**
 * tl_application_get_ids:
 * @self: the application
 *
 * Returns: (transfer none): where new ids come from, with the person at this computer as the one who makes changes
 */
TlIdSource *
tl_application_get_ids (TlApplication *self)
{
  g_return_val_if_fail (TL_IS_APPLICATION (self), NULL);

  if (self->ids == NULL)
    self->ids = tl_actor_create_ids (tl_application_get_settings (self));
  return self->ids;
}

/**
 * tl_application_find_sample:
 * @self: the application
 *
 * Returns: (transfer full) (nullable): the sample workbook, %NULL when it isn't installed
 */
GFile *
tl_application_find_sample (TlApplication *self)
{
  g_autoptr (GFile) folder = get_sample_folder ();
  g_autoptr (GDir) dir = g_dir_open (g_file_peek_path (folder), 0, NULL);
  g_autofree char *first = NULL;
  const char *name = NULL;

  g_return_val_if_fail (TL_IS_APPLICATION (self), NULL);

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".throughline") && (first == NULL || strcmp (name, first) < 0))
      {
        g_free (first);
        first = g_strdup (name);
      }
  return first != NULL ? g_file_get_child (folder, first) : NULL;
}

/**
 * tl_application_is_sample:
 * @self: the application
 * @file: a file
 *
 * Returns: whether @file came with the program, so that it is opened as an untitled copy
 */
gboolean
tl_application_is_sample (TlApplication *self,
                          GFile         *file)
{
  g_autoptr (GFile) folder = get_sample_folder ();

  g_return_val_if_fail (TL_IS_APPLICATION (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  return g_file_has_prefix (file, folder);
}

/**
 * tl_application_open_file:
 * @self: the application
 * @file: a workbook
 *
 * Shows a workbook: in the window that has it, else in an empty window, else in a new one.
 */
void
tl_application_open_file (TlApplication *self,
                          GFile         *file)
{
  TlWindow *window = NULL;

  g_return_if_fail (TL_IS_APPLICATION (self));
  g_return_if_fail (G_IS_FILE (file));

  window = tl_application_find_window (self, file);
  if (window == NULL)
    {
      window = tl_application_ensure_window (self);
      tl_window_open (window, file);
    }
  tl_window_present_soon (window);
}

/**
 * tl_application_merge_kept:
 * @self: the application
 * @kept: what was left on this computer
 * @file: the same workbook
 *
 * Shows a workbook and takes into it what was left.
 */
void
tl_application_merge_kept (TlApplication *self,
                           TlKeptCopy    *kept,
                           GFile         *file)
{
  TlWindow *window = NULL;

  g_return_if_fail (TL_IS_APPLICATION (self));
  g_return_if_fail (TL_IS_KEPT_COPY (kept));
  g_return_if_fail (G_IS_FILE (file));

  window = tl_application_find_window (self, file);
  if (window == NULL)
    {
      window = tl_application_ensure_window (self);
      tl_window_open (window, file);
    }
  tl_window_merge_kept (window, kept);
  gtk_window_present (GTK_WINDOW (window));
}

/**
 * tl_application_find_address:
 * @self: the application
 * @address: (nullable): the URI of a file, with links followed
 *
 * Returns: (transfer none) (nullable): the #TlWindow that shows the workbook there
 */
gpointer
tl_application_find_address (TlApplication *self,
                             const char    *address)
{
  g_return_val_if_fail (TL_IS_APPLICATION (self), NULL);

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (TL_IS_WINDOW (l->data) && tl_window_has_address (l->data, address))
      return l->data;
  return NULL;
}

/**
 * tl_application_open_copy:
 * @self: the application
 * @file: a workbook
 *
 * Shows an untitled copy of a workbook, in an empty window or a new one.
 */
void
tl_application_open_copy (TlApplication *self,
                          GFile         *file)
{
  TlWindow *window = NULL;

  g_return_if_fail (TL_IS_APPLICATION (self));
  g_return_if_fail (G_IS_FILE (file));

  window = tl_application_ensure_window (self);
  tl_window_open_copy (window, file);
  tl_window_present_soon (window);
}

/**
 * tl_application_practise:
 * @self: the application
 *
 * Shows the window of practice; there is one.
 *
 * Returns: (transfer none): the #TlPracticeWindow
 */
gpointer
tl_application_practise (TlApplication *self)
{
  GtkWindow *window = NULL;

  g_return_val_if_fail (TL_IS_APPLICATION (self), NULL);

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); window == NULL && l != NULL; l = l->next)
    if (TL_IS_PRACTICE_WINDOW (l->data))
      window = l->data;
  if (window == NULL)
    window = GTK_WINDOW (tl_practice_window_new (self));
  gtk_window_present (window);
  return window;
}
