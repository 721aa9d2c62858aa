/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-focus.h"
#include "app-test.h"
#include "app-walk.h"
#include "app-window.h"
#include "app-workbook.h"

#include "tl-edit-dialog.h"
#include "tl-editing.h"
#include "tl-people-item.h"
#include "tl-people-row.h"
#include "tl-workbook-commands.h"
#include "tl-workbook-undo.h"

/* The keyboard is never lost: whatever closes, goes or is saved, it stays in sight, on something that is there. That Tab comes
 * by everything is a part of the walk through all windows, in test-languages.c. */

typedef struct
{
  GFile *file;
  TlWindow *window;
  TlWorkbook *workbook;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->file = app_window_copy_sample ();
  self->window = app_window_open (self->file);
  self->workbook = tl_window_get_workbook (self->window);
  g_assert_true (app_walk_can (self->window));
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  app_window_close (self->window);
  g_object_unref (self->file);
}

/* After a key, so that it is to be seen. */
static void
assert_there (Fixture    *self,
              const char *when)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  app_test_settle (GTK_WIDGET (self->window));
  gtk_window_set_focus_visible (GTK_WINDOW (self->window), TRUE);
  app_focus_set_where (when);
  if (!app_focus_judge (GTK_WIDGET (self->window), problems))
    g_error ("%s", (const char *) g_ptr_array_index (problems, 0));
}

static AdwDialog *
get_dialog (Fixture *self)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window));
}

static gboolean
has_no_dialog (gpointer data)
{
  return get_dialog (data) == NULL;
}

/* Whatever opens from a view gives the keyboard back to what had it. */
static void
test_after_dialogs (Fixture       *self,
                    gconstpointer  data)
{
  static const char * const actions[] = { "win.print", "win.choose-recorded", "app.preferences", "app.shortcuts", "app.about",
                                          "win.restore-backup", "win.erase" };
  GtkWidget *before;

  tl_window_show_view (self->window, "risks");
  app_walk_keys (self->window, "Tab", NULL);
  assert_there (self, "in the register");
  before = gtk_window_get_focus (GTK_WINDOW (self->window));
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), actions[i], NULL));
      app_test_settle (GTK_WIDGET (self->window));
      g_assert_nonnull (get_dialog (self));
      assert_there (self, actions[i]);
      g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (self->window)), GTK_WIDGET (get_dialog (self))));
      app_walk_keys (self->window, "Escape", NULL);
      app_window_wait (has_no_dialog, self);
      assert_there (self, actions[i]);
      g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->window)) == before);
    }
}

static void
test_after_going_elsewhere (Fixture       *self,
                            gconstpointer  data)
{
  static const char * const views[] = { "overview", "owners", "timeline", "places", "reviews", "people", "history", "risks" };

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      tl_window_show_view (self->window, views[i]);
      app_test_settle (GTK_WIDGET (self->window));
      app_walk_keys (self->window, "Tab", NULL);
      assert_there (self, views[i]);
    }
}

/* A key of the keyboard goes there, too, from a field of the view before. */
static void
test_keys_that_go_elsewhere (Fixture       *self,
                             gconstpointer  data)
{
  tl_window_show_view (self->window, "risks");
  app_walk_keys (self->window, "ctrl+f", NULL);
  assert_there (self, "searching");
  for (const char *key = "123456"; *key != '\0'; key++)
    {
      g_autofree char *pressed = g_strdup_printf ("alt+%c", *key);

      app_walk_keys (self->window, pressed, NULL);
      assert_there (self, pressed);
    }
}

static gboolean
is_renamed (gpointer data)
{
  Fixture *self = data;

  return tl_workbook_get_can_undo (self->workbook) && !tl_workbook_get_busy (self->workbook);
}

static void
test_after_saving (Fixture       *self,
                   gconstpointer  data)
{
  g_autoptr (GAsyncResult) renamed = NULL, saved = NULL, undone = NULL;
  GtkWidget *before;

  tl_window_show_view (self->window, "risks");
  g_object_set (self->window, "risk", app_workbook_find_risk (self->workbook, "R1"), NULL);
  app_walk_go (self->window, "Risks");
  assert_there (self, "before");
  before = gtk_window_get_focus (GTK_WINDOW (self->window));
  tl_workbook_rename_risk_async (self->workbook, app_workbook_find_risk (self->workbook, "R1"), "Falls at night", NULL,
                                 app_workbook_answer_cb, &renamed);
  g_assert_true (tl_workbook_apply_finish (self->workbook, app_workbook_wait_for (&renamed), NULL));
  assert_there (self, "renaming");
  tl_workbook_save_async (self->workbook, NULL, NULL, app_workbook_answer_cb, &saved);
  g_assert_true (tl_workbook_save_finish (self->workbook, app_workbook_wait_for (&saved), NULL));
  assert_there (self, "saving");
  app_window_wait (is_renamed, self);
  tl_workbook_undo_async (self->workbook, NULL, app_workbook_answer_cb, &undone);
  g_assert_true (tl_workbook_apply_finish (self->workbook, app_workbook_wait_for (&undone), NULL));
  assert_there (self, "undoing");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->window)) == before);
}

static gboolean
is_in_dialog (gpointer data)
{
  return get_dialog (data) != NULL;
}

static const TlPersonFacts *
find_person (Fixture    *self,
             const char *name)
{
  TlSnapshot *snapshot = tl_assessment_get_snapshot (tl_workbook_get_assessment (self->workbook));

  for (guint i = 0; i < tl_snapshot_count (snapshot, TL_TABLE_PERSON); i++)
    {
      const TlPersonFacts *person = tl_snapshot_get (snapshot, TL_TABLE_PERSON, i);

      if (g_str_equal (person->name, name))
        return person;
    }
  g_assert_not_reached ();
}

static GtkWidget *
find_row (GtkWidget  *root,
          const char *name)
{
  if (TL_IS_PEOPLE_ROW (root) && app_test_says (root, name))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_gone (gpointer data)
{
  Fixture *self = data;

  return !app_test_says (GTK_WIDGET (tl_window_show_view (self->window, "people")), "Aaron Aske");
}

/* A row that has the keyboard goes, and comes back. */
static void
test_after_removing (Fixture       *self,
                     gconstpointer  data)
{
  g_autoptr (GAsyncResult) undone = NULL;
  GtkWidget *view = GTK_WIDGET (tl_window_show_view (self->window, "people")), *row;
  char key[TL_ID_HEX_LENGTH + 1];
  const TlPersonFacts *person;

  /* A person whom nothing points to, so that nothing is asked. */
  tl_editing_new (view, self->workbook, TL_TABLE_PERSON, NULL);
  app_window_wait (is_in_dialog, self);
  app_test_settle (GTK_WIDGET (self->window));
  app_walk_enter (self->window, "name", "Aaron Aske");
  app_walk_enter (self->window, "role", "Bank nurse");
  app_walk_keep (self->window);
  app_window_wait (has_no_dialog, self);
  app_window_wait (app_workbook_is_quiet, self->workbook);
  assert_there (self, "adding a person");

  gtk_editable_set_text (GTK_EDITABLE (app_test_find (view, GTK_TYPE_SEARCH_ENTRY)), "Aaron");
  app_test_settle (GTK_WIDGET (self->window));
  row = find_row (view, "Aaron Aske");
  g_assert_nonnull (row);
  person = find_person (self, "Aaron Aske");
  gtk_widget_grab_focus (gtk_widget_get_parent (row));
  assert_there (self, "the row");
  tl_id_to_hex (&person->base.id, key);
  g_assert_true (gtk_widget_activate_action (view, "record.remove", "s", key));
  app_window_wait (is_gone, self);
  assert_there (self, "removing the row that has the keyboard");
  tl_workbook_undo_async (self->workbook, NULL, app_workbook_answer_cb, &undone);
  g_assert_true (tl_workbook_apply_finish (self->workbook, app_workbook_wait_for (&undone), NULL));
  app_window_wait (app_workbook_is_quiet, self->workbook);
  assert_there (self, "bringing it back");
}

#define ADD(name, test) g_test_add ("/focus/" name, Fixture, NULL, set_up, test, tear_down)

static void
add_tests (void)
{
  ADD ("after-dialogs", test_after_dialogs);
  ADD ("after-going-elsewhere", test_after_going_elsewhere);
  ADD ("keys-that-go-elsewhere", test_keys_that_go_elsewhere);
  ADD ("after-saving", test_after_saving);
  ADD ("after-removing", test_after_removing);
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
