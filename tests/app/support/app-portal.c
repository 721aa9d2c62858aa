/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-portal.h"

#include <fcntl.h>
#include <gio/gunixfdlist.h>
#include <string.h>
#include <unistd.h>

#define DESKTOP "/org/freedesktop/portal/desktop"

struct _AppPortal
{
  GThread *thread;
  GMainContext *context;
  GMainLoop *loop;

  GMutex lock;
  GCond ready;
  gboolean is_ready;
  GStrv choice;
  char *proposed;
  char *opened;
  gboolean writable;
  guint n_opened;
  GBytes *printed;
};

static const char interfaces[] =
  "<node>"
  "  <interface name='org.freedesktop.portal.OpenURI'>"
  "    <property name='version' type='u' access='read'/>"
  "    <method name='OpenURI'><arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='a{sv}' direction='in'/>"
  "      <arg type='o' direction='out'/></method>"
  "    <method name='OpenFile'><arg type='s' direction='in'/><arg type='h' direction='in'/><arg type='a{sv}' direction='in'/>"
  "      <arg type='o' direction='out'/></method>"
  "  </interface>"
  "  <interface name='org.freedesktop.portal.FileChooser'>"
  "    <property name='version' type='u' access='read'/>"
  "    <method name='OpenFile'><arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='a{sv}' direction='in'/>"
  "      <arg type='o' direction='out'/></method>"
  "    <method name='SaveFile'><arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='a{sv}' direction='in'/>"
  "      <arg type='o' direction='out'/></method>"
  "  </interface>"
  "  <interface name='org.freedesktop.portal.Print'>"
  "    <property name='version' type='u' access='read'/>"
  "    <method name='PreparePrint'><arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='a{sv}' direction='in'/>"
  "      <arg type='a{sv}' direction='in'/><arg type='a{sv}' direction='in'/><arg type='o' direction='out'/></method>"
  "    <method name='Print'><arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='h' direction='in'/>"
  "      <arg type='a{sv}' direction='in'/><arg type='o' direction='out'/></method>"
  "  </interface>"
  "</node>";

/* The object by which a request is answered, as the portal makes it of sender and token. */
static char *
get_handle (const char *sender,
            GVariant   *options)
{
  g_autofree char *name = g_strdelimit (g_strdup (sender + 1), ".", '_');
  const char *token = "t";

  g_variant_lookup (options, "handle_token", "&s", &token);
  return g_strdup_printf (DESKTOP "/request/%s/%s", name, token);
}

static void
keep_opened (AppPortal             *self,
             GDBusMethodInvocation *invocation,
             GVariant              *parameters)
{
  GUnixFDList *list = g_dbus_message_get_unix_fd_list (g_dbus_method_invocation_get_message (invocation));
  char link[64], path[4096];
  gssize length;
  int index, fd;

  g_variant_get_child (parameters, 1, "h", &index);
  fd = g_unix_fd_list_get (list, index, NULL);
  g_snprintf (link, sizeof link, "/proc/self/fd/%d", fd);
  length = readlink (link, path, sizeof path - 1);
  g_mutex_lock (&self->lock);
  g_free (self->opened);
  self->opened = g_strndup (path, (gsize) MAX (length, 0));
  self->writable = (fcntl (fd, F_GETFL) & O_ACCMODE) != O_RDONLY;
  self->n_opened++;
  g_mutex_unlock (&self->lock);
  close (fd);
}

static GVariant *
choose (AppPortal *self,
        GVariant  *options)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) uris = NULL;

  g_mutex_lock (&self->lock);
  g_clear_pointer (&self->proposed, g_free);
  g_variant_lookup (options, "current_name", "s", &self->proposed);
  for (guint i = 0; self->choice != NULL && self->choice[i] != NULL; i++)
    g_strv_builder_take (builder, g_filename_to_uri (self->choice[i], NULL, NULL));
  g_mutex_unlock (&self->lock);
  uris = g_strv_builder_end (builder);
  g_variant_dict_insert_value (&dict, "uris", g_variant_new_strv ((const char * const *) uris, -1));
  return g_variant_dict_end (&dict);
}

/* Somebody chooses the printer and the paper that they were asked about. */
static GVariant *
prepare (GVariant *parameters)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert_value (&dict, "settings", g_variant_get_child_value (parameters, 2));
  g_variant_dict_insert_value (&dict, "page-setup", g_variant_get_child_value (parameters, 3));
  g_variant_dict_insert (&dict, "token", "u", 7);
  return g_variant_dict_end (&dict);
}

static void
keep_printed (AppPortal             *self,
              GDBusMethodInvocation *invocation,
              GVariant              *parameters)
{
  GUnixFDList *list = g_dbus_message_get_unix_fd_list (g_dbus_method_invocation_get_message (invocation));
  g_autoptr (GMappedFile) file = NULL;
  int index, fd;

  g_variant_get_child (parameters, 2, "h", &index);
  fd = g_unix_fd_list_get (list, index, NULL);
  file = g_mapped_file_new_from_fd (fd, FALSE, NULL);
  g_mutex_lock (&self->lock);
  g_clear_pointer (&self->printed, g_bytes_unref);
  self->printed = g_mapped_file_get_bytes (file);
  g_mutex_unlock (&self->lock);
  close (fd);
}

static void
call_cb (GDBusConnection       *connection,
         const char            *sender,
         const char            *path,
         const char            *interface,
         const char            *method,
         GVariant              *parameters,
         GDBusMethodInvocation *invocation,
         gpointer               user_data)
{
  AppPortal *self = user_data;
  g_autoptr (GVariant) options = g_variant_get_child_value (parameters, g_variant_n_children (parameters) - 1);
  g_autofree char *handle = get_handle (sender, options);
  gboolean chooses = g_str_has_suffix (interface, "FileChooser");
  GVariant *results = chooses ? choose (self, options)
                      : g_str_equal (method, "PreparePrint") ? prepare (parameters)
                      : g_variant_new_array (G_VARIANT_TYPE ("{sv}"), NULL, 0);
  guint cancelled = chooses && self->choice == NULL;

  if (!chooses && g_str_equal (method, "OpenFile"))
    keep_opened (self, invocation, parameters);
  if (g_str_equal (method, "Print"))
    keep_printed (self, invocation, parameters);
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", handle));
  g_dbus_connection_emit_signal (connection, sender, handle, "org.freedesktop.portal.Request", "Response",
                                 g_variant_new ("(u@a{sv})", cancelled, results), NULL);
}

static GVariant *
property_cb (GDBusConnection  *connection,
             const char       *sender,
             const char       *path,
             const char       *interface,
             const char       *property,
             GError          **error,
             gpointer          user_data)
{
  return g_variant_new_uint32 (4);
}

static void
owned_cb (GDBusConnection *connection,
          const char      *name,
          gpointer         user_data)
{
  AppPortal *self = user_data;

  g_mutex_lock (&self->lock);
  self->is_ready = TRUE;
  g_cond_signal (&self->ready);
  g_mutex_unlock (&self->lock);
}

static gpointer
run (gpointer data)
{
  static const GDBusInterfaceVTable vtable = { call_cb, property_cb, NULL, { NULL } };
  AppPortal *self = data;
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (interfaces, NULL);
  g_autoptr (GDBusConnection) connection = NULL;
  guint name;

  g_assert_nonnull (node);
  g_main_context_push_thread_default (self->context);
  connection = g_dbus_connection_new_for_address_sync (address, G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
                                                       | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION, NULL, NULL, NULL);
  g_assert_nonnull (connection);
  for (guint i = 0; node->interfaces[i] != NULL; i++)
    g_dbus_connection_register_object (connection, DESKTOP, node->interfaces[i], &vtable, self, NULL, NULL);
  name = g_bus_own_name_on_connection (connection, "org.freedesktop.portal.Desktop", G_BUS_NAME_OWNER_FLAGS_NONE, owned_cb,
                                       NULL, self, NULL);
  g_main_loop_run (self->loop);
  g_bus_unown_name (name);
  g_dbus_connection_close_sync (connection, NULL, NULL);
  g_main_context_pop_thread_default (self->context);
  return NULL;
}

AppPortal *
app_portal_new (void)
{
  AppPortal *self = g_new0 (AppPortal, 1);

  g_mutex_init (&self->lock);
  g_cond_init (&self->ready);
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  self->thread = g_thread_new ("portal", run, self);
  g_mutex_lock (&self->lock);
  while (!self->is_ready)
    g_cond_wait (&self->ready, &self->lock);
  g_mutex_unlock (&self->lock);
  return self;
}

void
app_portal_free (AppPortal *self)
{
  g_main_loop_quit (self->loop);
  g_thread_join (self->thread);
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  g_strfreev (self->choice);
  g_free (self->proposed);
  g_free (self->opened);
  g_clear_pointer (&self->printed, g_bytes_unref);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->ready);
  g_free (self);
}

/* What whoever is asked next chooses; nothing at all is a dialog that was dismissed. */
void
app_portal_set_choice (AppPortal          *self,
                       const char * const *paths)
{
  g_mutex_lock (&self->lock);
  g_strfreev (self->choice);
  self->choice = g_strdupv ((char **) paths);
  g_mutex_unlock (&self->lock);
}

guint
app_portal_count_opened (AppPortal *self)
{
  guint n;

  g_mutex_lock (&self->lock);
  n = self->n_opened;
  g_mutex_unlock (&self->lock);
  return n;
}

/* The path of the file that was opened last, and whether it could be written. */
char *
app_portal_take_opened (AppPortal *self,
                        gboolean  *writable)
{
  char *opened;

  g_mutex_lock (&self->lock);
  opened = g_steal_pointer (&self->opened);
  *writable = self->writable;
  g_mutex_unlock (&self->lock);
  return opened;
}

/* The name that a file was to be saved under. */
char *
app_portal_get_proposed (AppPortal *self)
{
  char *proposed;

  g_mutex_lock (&self->lock);
  proposed = g_strdup (self->proposed);
  g_mutex_unlock (&self->lock);
  return proposed;
}

/* What was sent to the printer last. */
GBytes *
app_portal_take_printed (AppPortal *self)
{
  GBytes *printed;

  g_mutex_lock (&self->lock);
  printed = g_steal_pointer (&self->printed);
  g_mutex_unlock (&self->lock);
  return printed;
}
