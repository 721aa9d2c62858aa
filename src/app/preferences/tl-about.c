/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-about.h"

#include <glib/gi18n.h>

#include "tl-store.h"

/**
 * tl_about_dup_details:
 *
 * Returns: (transfer full): the versions of the program and of what it stands on, for a report of something that is wrong;
 *   nothing of a person or a workbook
 */
char *
tl_about_dup_details (void)
{
  g_autofree char *system = g_get_os_info (G_OS_INFO_KEY_PRETTY_NAME);
  GdkDisplay *display = gdk_display_get_default ();

  return g_strdup_printf ("Throughline %s\n"
                          "GTK %u.%u.%u\n"
                          "libadwaita %u.%u.%u\n"
                          "GLib %u.%u.%u\n"
                          "SQLite %s\n"
                          "%s\n"
                          "%s\n"
                          "%s\n",
                          PACKAGE_VERSION,
                          gtk_get_major_version (), gtk_get_minor_version (), gtk_get_micro_version (),
                          adw_get_major_version (), adw_get_minor_version (), adw_get_micro_version (),
                          glib_major_version, glib_minor_version, glib_micro_version,
                          tl_store_get_engine_version (),
                          display != NULL ? G_OBJECT_TYPE_NAME (display) : "",
                          system != NULL ? system : "",
                          g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS) ? "Flatpak" : "");
}

/**
 * tl_about_dialog_new:
 *
 * Returns: (transfer floating): a dialog that says what the program is, under which licence, and which version
 */
AdwDialog *
tl_about_dialog_new (void)
{
  AdwDialog *dialog = adw_about_dialog_new ();
  AdwAboutDialog *about = ADW_ABOUT_DIALOG (dialog);
  g_autofree char *details = tl_about_dup_details ();

  adw_about_dialog_set_application_name (about, _("Throughline"));
  adw_about_dialog_set_application_icon (about, APPLICATION_ID);
  adw_about_dialog_set_version (about, PACKAGE_VERSION);
  adw_about_dialog_set_developer_name (about, _("The Throughline developers"));
  adw_about_dialog_set_comments (about, _("One clear line from a concern to an outcome that lasts."));
  adw_about_dialog_set_license_type (about, GTK_LICENSE_GPL_3_0);
  adw_about_dialog_set_debug_info (about, details);
  adw_about_dialog_set_debug_info_filename (about, "throughline-details.txt");
  return dialog;
}
