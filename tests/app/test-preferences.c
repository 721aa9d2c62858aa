/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-test.h"
#include "app-window.h"
#include "app-workbook.h"

#include <string.h>

#include "tl-about.h"
#include "tl-key-row.h"
#include "tl-preferences-dialog.h"
#include "tl-print-dialog.h"
#include "tl-shortcuts-dialog.h"
#include "tl-shortcuts.h"
#include "tl-workbook-undo.h"

typedef struct
{
  TlWindow *window;
  TlWorkbook *workbook;
  GSettings *settings;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GFile) file = app_window_copy_sample ();

  fixture->window = app_window_open (file);
  fixture->workbook = tl_window_get_workbook (fixture->window);
  fixture->settings = tl_application_get_settings (tl_application_get ());
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  app_window_close (fixture->window);
  g_settings_reset (fixture->settings, "actor-name");
  g_settings_reset (fixture->settings, "paper");
  g_settings_reset (fixture->settings, "privacy-warnings");
}

static AdwDialog *
get_dialog (Fixture *fixture)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
}

static AdwDialog *
open_dialog (Fixture    *fixture,
             const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL);
  app_test_settle (GTK_WIDGET (fixture->window));
  g_assert_nonnull (get_dialog (fixture));
  return get_dialog (fixture);
}

/* The row of a title, on any page. */
static GtkWidget *
find_row (GtkWidget  *root,
          const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (root) && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_quiet (gpointer data)
{
  Fixture *fixture = data;

  return !tl_workbook_get_busy (fixture->workbook);
}

static const TlSettings *
get_workbook_settings (Fixture *fixture)
{
  return tl_snapshot_get_settings (tl_assessment_get_snapshot (tl_workbook_get_assessment (fixture->workbook)));
}

static gboolean
has_twenty_days (gpointer data)
{
  return is_quiet (data) && get_workbook_settings (data)->review_high_days == 20;
}

static gboolean
can_undo (gpointer data)
{
  const Fixture *fixture = data;

  return tl_workbook_get_can_undo (fixture->workbook);
}

static gboolean
has_fourteen_days (gpointer data)
{
  return is_quiet (data) && get_workbook_settings (data)->review_high_days == 14;
}

/* ── Who you are ──────────────────────────────────────────────────────────── */

static gboolean
was_renamed (gpointer data)
{
  return g_strcmp0 (tl_workbook_get_provider (((Fixture *) data)->workbook), "Alder Care") == 0 && is_quiet (data);
}

/* Whoever is chosen from the workbook is who makes the next change. */
static void
test_person_of_the_workbook (Fixture       *fixture,
                             gconstpointer  data)
{
  AdwDialog *dialog = open_dialog (fixture, "app.preferences");
  AdwComboRow *people = ADW_COMBO_ROW (find_row (GTK_WIDGET (dialog), "You in this workbook"));
  GtkEditable *name = GTK_EDITABLE (find_row (GTK_WIDGET (dialog), "Your name"));
  TlIdSource *ids = tl_application_get_ids (tl_application_get ());
  g_autofree char *kept = NULL;
  const char *second;

  app_test_assert_named (GTK_WIDGET (dialog));
  app_test_keep (GTK_WIDGET (fixture->window), "preferences");
  g_assert_cmpuint (g_list_model_get_n_items (adw_combo_row_get_model (people)), >, 2);
  second = gtk_string_list_get_string (GTK_STRING_LIST (adw_combo_row_get_model (people)), 2);
  adw_combo_row_set_selected (people, 2);
  kept = g_settings_get_string (fixture->settings, "actor-name");
  g_assert_cmpstr (kept, ==, second);
  g_assert_cmpstr (gtk_editable_get_text (name), ==, second);
  g_assert_cmpstr (tl_id_source_get_actor_name (ids), ==, second);

  gtk_editable_set_text (name, "  Elin Maddock ");
  g_signal_emit_by_name (name, "apply");
  g_assert_cmpstr (tl_id_source_get_actor_name (ids), ==, "Elin Maddock");
  adw_dialog_force_close (dialog);
}

/* ── The workbook's own settings ──────────────────────────────────────────── */

static void
type (GtkWidget  *row,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_emit_by_name (row, "apply");
}

/* Each is one change and one undo; what can't be is marked, refused with a reason, and stays typed. */
static void
test_workbook_settings (Fixture       *fixture,
                        gconstpointer  data)
{
  AdwDialog *dialog = open_dialog (fixture, "app.preferences");
  GtkWidget *days = find_row (GTK_WIDGET (dialog), "Rated high");
  GtkWidget *provider = find_row (GTK_WIDGET (dialog), "Provider");

  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (days)), ==, "14");
  adw_preferences_dialog_set_visible_page (ADW_PREFERENCES_DIALOG (dialog),
                                           ADW_PREFERENCES_PAGE (gtk_widget_get_ancestor (days, ADW_TYPE_PREFERENCES_PAGE)));
  app_test_settle (GTK_WIDGET (fixture->window));
  app_test_assert_named (GTK_WIDGET (dialog));
  app_test_keep (GTK_WIDGET (fixture->window), "preferences-workbook");

  type (days, "soon");
  g_assert_true (gtk_widget_has_css_class (days, "error"));
  gtk_test_accessible_assert_state (days, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  app_test_settle (GTK_WIDGET (fixture->window));
  g_assert_true (app_test_says (GTK_WIDGET (dialog), "This takes a whole number from 1 to 366."));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (days)), ==, "soon");
  g_assert_cmpint (get_workbook_settings (fixture)->review_high_days, ==, 14);

  type (days, "20");
  app_window_wait (has_twenty_days, fixture);
  g_assert_false (gtk_widget_has_css_class (days, "error"));
  app_window_wait (can_undo, fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  app_window_wait (has_fourteen_days, fixture);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (days)), ==, "14");

  type (provider, " Alder Care ");
  app_window_wait (was_renamed, fixture);
  adw_dialog_force_close (dialog);
}

/* As at another day nothing can be set. */
static void
test_nothing_to_set_as_at_another_day (Fixture       *fixture,
                                       gconstpointer  data)
{
  AdwDialog *dialog;

  tl_workbook_set_as_at (fixture->workbook, tl_workbook_get_today (fixture->workbook) - 30);
  app_window_wait (is_quiet, fixture);
  dialog = open_dialog (fixture, "app.preferences");
  g_assert_false (gtk_widget_is_sensitive (find_row (GTK_WIDGET (dialog), "Rated high")));
  g_assert_false (gtk_widget_is_sensitive (find_row (GTK_WIDGET (dialog), "Framework")));
  g_assert_true (gtk_widget_is_sensitive (find_row (GTK_WIDGET (dialog), "Your name")));
  adw_dialog_force_close (dialog);
}

static void
test_paper_and_privacy_are_kept (Fixture       *fixture,
                                 gconstpointer  data)
{
  AdwDialog *dialog = open_dialog (fixture, "app.preferences");
  g_autofree char *paper = NULL;

  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (GTK_WIDGET (dialog), "Paper size")), 2);
  paper = g_settings_get_string (fixture->settings, "paper");
  g_assert_cmpstr (paper, ==, "letter");
  adw_switch_row_set_active (ADW_SWITCH_ROW (find_row (GTK_WIDGET (dialog), "Privacy warnings")), FALSE);
  g_assert_false (g_settings_get_boolean (fixture->settings, "privacy-warnings"));
  adw_dialog_force_close (dialog);
}

/* ── Keys ─────────────────────────────────────────────────────────────────── */

static gboolean
has_window_action (TlWindow   *window,
                   const char *wanted)
{
  GType owner;
  const char *name, *property;
  const GVariantType *type;

  for (guint i = 0; gtk_widget_class_query_action (GTK_WIDGET_GET_CLASS (window), i, &owner, &name, &type, &property); i++)
    if (g_str_equal (name, wanted))
      return TRUE;
  return FALSE;
}

/* Every key that is shown does what it says, and no two do the same. */
static void
test_every_shortcut_is_one (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  AdwDialog *dialog;
  guint n_groups;
  const TlShortcutGroup *groups = tl_shortcuts_list (&n_groups);

  for (guint i = 0; i < n_groups; i++)
    for (guint j = 0; j < groups[i].n_shortcuts; j++)
      {
        const TlShortcut *shortcut = &groups[i].shortcuts[j];
        g_auto (GStrv) parts = shortcut->action != NULL ? g_strsplit (shortcut->action, "::", 2) : NULL;
        const char *name;

        if (shortcut->action == NULL)
          continue;
        name = strchr (parts[0], '.') + 1;
        g_assert_true (g_hash_table_add (keys, tl_shortcut_dup_keys (shortcut->accelerators[0])));
        if (g_str_has_prefix (shortcut->action, "app."))
          g_assert_true (g_action_group_has_action (G_ACTION_GROUP (tl_application_get ()), name));
        else if (g_str_has_prefix (shortcut->action, "win."))
          g_assert_true (has_window_action (fixture->window, parts[0]));
      }

  if (!app_window_press (fixture->window, "ctrl+question", NULL))
    {
      g_test_skip ("keys can't be pressed here");
      return;
    }
  dialog = get_dialog (fixture);
  g_assert_true (TL_IS_SHORTCUTS_DIALOG (dialog));
  g_assert_true (app_test_says (GTK_WIDGET (dialog), "Ctrl+Z"));
  app_test_assert_named (GTK_WIDGET (dialog));
  app_test_keep (GTK_WIDGET (fixture->window), "shortcuts");
  app_window_press (fixture->window, "Escape", NULL);
  g_assert_null (get_dialog (fixture));

  app_window_press (fixture->window, "ctrl+3", NULL);
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (app_test_find (GTK_WIDGET (fixture->window), ADW_TYPE_VIEW_STACK)),
                   ==, "owners");
}

static void
test_about_says_which_versions (Fixture       *fixture,
                                gconstpointer  data)
{
  AdwDialog *dialog = open_dialog (fixture, "app.about");
  g_autofree char *details = tl_about_dup_details ();

  g_assert_true (ADW_IS_ABOUT_DIALOG (dialog));
  g_assert_cmpint (adw_about_dialog_get_license_type (ADW_ABOUT_DIALOG (dialog)), ==, GTK_LICENSE_GPL_3_0);
  g_assert_nonnull (strstr (details, "SQLite 3."));
  g_assert_nonnull (strstr (details, "GTK 4."));
  g_assert_null (strstr (details, g_get_home_dir ()));
  app_test_keep (GTK_WIDGET (fixture->window), "about");
  adw_dialog_force_close (dialog);
}

static void
add_tests (void)
{
#define ADD(path, test) g_test_add ("/preferences/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("who-you-are", test_person_of_the_workbook);
  ADD ("workbook", test_workbook_settings);
  ADD ("another-day", test_nothing_to_set_as_at_another_day);
  ADD ("paper-and-privacy", test_paper_and_privacy_are_kept);
  ADD ("shortcuts", test_every_shortcut_is_one);
  ADD ("about", test_about_says_which_versions);
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
