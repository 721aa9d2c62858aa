/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-portal.h"

#include <fcntl.h>
#include <gio/gio.h>
#include <gio/gunixfdlist.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>

#define APPLICATION "org.throughline.Throughline"
#define BUS_NAME "org.freedesktop.portal.Documents"
#define OBJECT_PATH "/org/freedesktop/portal/documents"

struct _TestPortal
{
  char *folder;
  GTestDBus *bus;
  GDBusConnection *connection;
  GSubprocess *program;
  char *mount;
};

static void
appeared_cb (GDBusConnection *connection,
             const char      *name,
             const char      *owner,
             gpointer         appeared)
{
  *(gboolean *) appeared = TRUE;
}

/* A write that is refused is to be an error, not the portal's end. */
static void
set_up_child (gpointer user_data)
{
  signal (SIGXFSZ, SIG_IGN);
}

/* Runs the portal; it hasn't appeared when it ends, as where nothing may be mounted. */
static gboolean
start (TestPortal *self)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autofree char *data = g_build_filename (self->folder, "data", NULL);
  gboolean appeared = FALSE;
  guint watch;

  g_subprocess_launcher_setenv (launcher, "XDG_RUNTIME_DIR", self->folder, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", data, TRUE);
  g_subprocess_launcher_setenv (launcher, "DBUS_SESSION_BUS_ADDRESS", g_test_dbus_get_bus_address (self->bus), TRUE);
  g_subprocess_launcher_set_child_setup (launcher, set_up_child, NULL, NULL);
  self->program = g_subprocess_launcher_spawn (launcher, NULL, TEST_DOCUMENT_PORTAL, NULL);
  if (self->program == NULL)
    return FALSE;

  watch = g_bus_watch_name_on_connection (self->connection, BUS_NAME, G_BUS_NAME_WATCHER_FLAGS_NONE, appeared_cb, NULL,
                                          &appeared, NULL);
  while (!appeared && g_subprocess_get_identifier (self->program) != NULL)
    g_main_context_iteration (NULL, FALSE);
  g_bus_unwatch_name (watch);
  return appeared;
}

static GVariant *
call (TestPortal  *self,
      const char  *method,
      GVariant    *arguments,
      GUnixFDList *files)
{
  g_autoptr (GError) error = NULL;
  GVariant *answer = g_dbus_connection_call_with_unix_fd_list_sync (self->connection, BUS_NAME, OBJECT_PATH, BUS_NAME,
                                                                    method, arguments, NULL, G_DBUS_CALL_FLAGS_NONE,
                                                                    -1, files, NULL, NULL, &error);

  g_assert_no_error (error);
  return answer;
}

/* %NULL where this machine lets nobody mount the portal's file system. */
TestPortal *
test_portal_new (void)
{
  g_autoptr (TestPortal) self = g_new0 (TestPortal, 1);
  g_autoptr (GVariant) answer = NULL;
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("throughline-portal-XXXXXX", &error);
  g_assert_no_error (error);
  self->bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (self->bus);
  self->connection =
    g_dbus_connection_new_for_address_sync (g_test_dbus_get_bus_address (self->bus),
                                            G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
                                            | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION, NULL, NULL, &error);
  g_assert_no_error (error);
  if (!start (self))
    return NULL;

  answer = call (self, "GetMountPoint", NULL, NULL);
  g_variant_get (answer, "(^ay)", &self->mount);
  return g_steal_pointer (&self);
}

void
test_portal_free (TestPortal *self)
{
  g_autofree char *data = g_build_filename (self->folder, "data", NULL);

  if (self->program != NULL && g_subprocess_get_identifier (self->program) != NULL)
    {
      /* It takes its file system away as it goes. */
      g_subprocess_send_signal (self->program, SIGTERM);
      g_subprocess_wait (self->program, NULL, NULL);
    }
  g_clear_object (&self->program);
  g_dbus_connection_close_sync (self->connection, NULL, NULL);
  g_clear_object (&self->connection);
  g_test_dbus_down (self->bus);
  g_clear_object (&self->bus);
  g_spawn_sync (NULL, (char *[]) { (char *) "rm", (char *) "-rf", self->folder, NULL }, NULL,
                G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
  g_free (self->folder);
  g_free (self->mount);
  g_free (self);
}

char *
test_portal_choose (TestPortal       *self,
                    const char       *path,
                    TestPortalAccess  access)
{
  static const char *const read[] = { "read", NULL };
  static const char *const read_and_write[] = { "read", "write", NULL };
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GUnixFDList) files = g_unix_fd_list_new ();
  g_autoptr (GVariant) answer = NULL, granted = NULL;
  g_autofree char *id = NULL;
  int fd = g_open (folder, O_PATH | O_CLOEXEC, 0);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (g_unix_fd_list_append (files, fd, NULL), ==, 0);
  g_clear_fd (&fd, NULL);
  answer = call (self, "AddNamed", g_variant_new ("(h^aybb)", 0, name, FALSE, FALSE), files);
  g_variant_get (answer, "(s)", &id);
  granted = call (self, "GrantPermissions",
                  g_variant_new ("(ss^as)", id, APPLICATION,
                                 access == TEST_PORTAL_READ ? read : read_and_write), NULL);
  return g_build_filename (self->mount, "by-app", APPLICATION, id, name, NULL);
}

void
test_portal_limit (TestPortal *self,
                   gsize       length)
{
  pid_t process = (pid_t) g_ascii_strtoll (g_subprocess_get_identifier (self->program), NULL, 10);
  struct rlimit limit;

  g_assert_cmpint (prlimit (process, RLIMIT_FSIZE, NULL, &limit), ==, 0);
  limit.rlim_cur = length != 0 ? length : limit.rlim_max;
  g_assert_cmpint (prlimit (process, RLIMIT_FSIZE, &limit, NULL), ==, 0);
}
