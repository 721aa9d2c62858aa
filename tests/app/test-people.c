/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-test.h"
#include "app-walk.h"
#include "app-window.h"
#include "app-workbook.h"

#include "tl-edit-dialog.h"
#include "tl-people-row.h"
#include "tl-people-view.h"
#include "tl-workbook-undo.h"

/* People, places and forums in the program's own window. */

typedef struct
{
  GFile *file;
  TlWindow *window;
  TlWorkbook *workbook;
  GtkWidget *view;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->file = app_window_copy_sample ();
  fixture->window = app_window_open (fixture->file);
  fixture->workbook = tl_window_get_workbook (fixture->window);
  fixture->view = GTK_WIDGET (tl_window_show_view (fixture->window, "people"));
  g_assert_true (TL_IS_PEOPLE_VIEW (fixture->view));
  app_test_settle (GTK_WIDGET (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  app_window_close (fixture->window);
  g_clear_object (&fixture->file);
}

static GListModel *
get_list (Fixture *fixture)
{
  GtkListView *list = app_test_find (fixture->view, GTK_TYPE_LIST_VIEW);

  return G_LIST_MODEL (gtk_list_view_get_model (list));
}

static void
show_table (Fixture    *fixture,
            const char *table)
{
  adw_toggle_group_set_active_name (app_test_find (fixture->view, ADW_TYPE_TOGGLE_GROUP), table);
  app_test_settle (GTK_WIDGET (fixture->window));
}

static TlPeopleItem *
find_item (Fixture    *fixture,
           const char *name)
{
  for (guint i = 0; i < g_list_model_get_n_items (get_list (fixture)); i++)
    {
      g_autoptr (TlPeopleItem) item = g_list_model_get_item (get_list (fixture), i);
      g_autofree char *title = NULL;

      g_object_get (item, "title", &title, NULL);
      if (g_str_equal (title, name))
        return item;
    }
  return NULL;
}

static TlPeopleItem *
get_first (Fixture *fixture)
{
  g_autoptr (TlPeopleItem) item = g_list_model_get_item (get_list (fixture), 0);

  return item;
}

static gboolean
has_no_dialog (gpointer fixture)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (((Fixture *) fixture)->window)) == NULL;
}

static gboolean
has_dialog (gpointer fixture)
{
  return !has_no_dialog (fixture);
}

static gboolean
press (Fixture    *fixture,
       const char *key)
{
  if (app_window_press (fixture->window, key, NULL))
    return TRUE;
  g_test_skip ("no keys can be pressed here");
  return FALSE;
}

/* What people answer for is said; searching finds by it, and finding nothing has a way back. */
static void
test_list (Fixture       *fixture,
           gconstpointer  data)
{
  TlAssessment *assessment = tl_workbook_get_assessment (fixture->workbook);
  const TlRiskJudgement *risk = tl_assessment_get_risk (assessment, 0);
  guint n = tl_snapshot_count (tl_assessment_get_snapshot (assessment), TL_TABLE_PERSON);
  GtkEditable *search = app_test_find (fixture->view, GTK_TYPE_SEARCH_ENTRY);
  g_autofree char *duties = NULL;
  TlPeopleItem *owner;

  g_assert_nonnull (risk->owner);
  owner = find_item (fixture, risk->owner->person->name);
  g_assert_nonnull (owner);
  g_object_get (owner, "duties", &duties, NULL);
  g_assert_true (g_str_has_prefix (duties, "Answers for "));
  g_assert_nonnull (strstr (duties, risk->facts->base.ref));
  g_assert_cmpuint (g_list_model_get_n_items (get_list (fixture)), ==, n);
  app_test_assert_named (fixture->view);
  app_test_keep (GTK_WIDGET (fixture->window), "people");

  gtk_editable_set_text (search, risk->owner->person->name);
  app_test_settle (GTK_WIDGET (fixture->window));
  g_assert_cmpuint (g_list_model_get_n_items (get_list (fixture)), >=, 1);
  g_assert_cmpuint (g_list_model_get_n_items (get_list (fixture)), <, n);
  gtk_editable_set_text (search, "nobody of that name");
  app_test_settle (GTK_WIDGET (fixture->window));
  g_assert_true (app_test_says (fixture->view, "No Results"));
  gtk_widget_activate_action (fixture->view, "people.all", NULL);
  app_test_settle (GTK_WIDGET (fixture->window));
  g_assert_cmpuint (g_list_model_get_n_items (get_list (fixture)), ==, n);
}

/* Places stand beneath those that they lie within. */
static void
test_places_are_a_tree (Fixture       *fixture,
                        gconstpointer  data)
{
  TlSnapshot *snapshot = tl_assessment_get_snapshot (tl_workbook_get_assessment (fixture->workbook));
  guint n_beneath = 0;

  show_table (fixture, "place");
  g_assert_cmpuint (g_list_model_get_n_items (get_list (fixture)), ==, tl_snapshot_count (snapshot, TL_TABLE_PLACE));
  for (guint i = 0; i < g_list_model_get_n_items (get_list (fixture)); i++)
    {
      g_autoptr (TlPeopleItem) item = g_list_model_get_item (get_list (fixture), i);
      const TlPlaceFacts *place = tl_snapshot_find (snapshot, TL_TABLE_PLACE, tl_people_item_get_id (item));
      guint depth = 0;

      for (const TlPlaceFacts *above = place->parent; above != NULL; above = above->parent)
        depth++;
      g_assert_cmpuint (tl_people_item_get_depth (item), ==, depth);
      n_beneath += depth > 0;
    }
  g_assert_cmpuint (n_beneath, >, 0);
  g_assert_nonnull (find_item (fixture, "Quillbrook Care"));
  g_assert_true (find_item (fixture, "Quillbrook Care") == get_first (fixture));
  app_test_keep (GTK_WIDGET (fixture->window), "people-places");
  show_table (fixture, "forum");
  g_assert_cmpuint (g_list_model_get_n_items (get_list (fixture)), ==, tl_snapshot_count (snapshot, TL_TABLE_FORUM));
  app_test_keep (GTK_WIDGET (fixture->window), "people-forums");
}

/* A forum is added with the keyboard, and taken back. */
static void
test_a_forum_by_keyboard (Fixture       *fixture,
                          gconstpointer  data)
{
  show_table (fixture, "forum");
  if (!press (fixture, "ctrl+n"))
    return;
  app_window_wait (has_dialog, fixture);
  app_window_type (fixture->window, "Night meeting");
  press (fixture, "ctrl+Return");
  app_window_wait (has_no_dialog, fixture);
  app_window_wait (app_workbook_is_quiet, fixture->workbook);
  app_test_settle (GTK_WIDGET (fixture->window));
  g_assert_nonnull (find_item (fixture, "Night meeting"));
  g_assert_true (app_test_says (GTK_WIDGET (fixture->window), "Forum added: Night meeting"));
  press (fixture, "ctrl+z");
  app_window_wait (app_workbook_is_quiet, fixture->workbook);
  app_test_settle (GTK_WIDGET (fixture->window));
  g_assert_null (find_item (fixture, "Night meeting"));
}

/* Whoever was added has the keyboard, so that Enter goes on with them; a search that would hide them ends. */
static void
test_the_keyboard_goes_to_what_was_added (Fixture       *fixture,
                                          gconstpointer  data)
{
  g_autofree char *focus = NULL;

  if (!app_walk_can (fixture->window))
    {
      g_test_skip ("no keys can be pressed here");
      return;
    }
  app_walk_go (fixture->window, "Name, role or risk");
  app_walk_keys (fixture->window, "=nasreen", NULL);
  app_walk_press (fixture->window, "Add Person…");
  app_walk_wait_form (fixture->window, TL_TABLE_PERSON);
  app_walk_keys (fixture->window, "=Nell Amberley", NULL);
  app_walk_enter (fixture->window, "role", "Deputy manager");
  app_walk_keep (fixture->window);
  focus = app_walk_dup_focus (fixture->window);
  g_assert_nonnull (strstr (focus, "Nell Amberley"));
  app_walk_keys (fixture->window, "Return", NULL);
  app_walk_wait_form (fixture->window, TL_TABLE_PERSON);
  g_assert_cmpstr (tl_draft_get_text (tl_edit_dialog_get_draft (app_walk_get_form (fixture->window)), "name"), ==,
                   "Nell Amberley");
  app_walk_keys (fixture->window, "Escape", NULL);
  app_window_wait (has_no_dialog, fixture);
}

/* Whoever has something to do with risks doesn't go unasked: what would be lost is said, and ending offered instead. */
static void
test_removal_offers_ending (Fixture       *fixture,
                            gconstpointer  data)
{
  const TlRiskJudgement *risk = tl_assessment_get_risk (tl_workbook_get_assessment (fixture->workbook), 0);
  g_autofree char *name = g_strdup (risk->owner->person->name);
  TlPeopleItem *owner = find_item (fixture, name);
  char key[TL_ID_HEX_LENGTH + 1];
  gboolean ended = FALSE;
  AdwDialog *dialog;
  TlDraft *draft;

  tl_id_to_hex (tl_people_item_get_id (owner), key);
  gtk_widget_activate_action (fixture->view, "record.remove", "s", key);
  app_window_wait (has_dialog, fixture);
  app_test_settle (GTK_WIDGET (fixture->window));
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
  g_assert_true (ADW_IS_ALERT_DIALOG (dialog));
  g_assert_true (app_test_says (GTK_WIDGET (dialog), name));
  app_test_keep (GTK_WIDGET (fixture->window), "people-removing");
  g_assert_true (adw_alert_dialog_has_response (ADW_ALERT_DIALOG (dialog), "end"));
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "end");
  adw_dialog_close (dialog);
  app_test_settle (GTK_WIDGET (fixture->window));
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
  g_assert_true (TL_IS_EDIT_DIALOG (dialog));
  draft = tl_edit_dialog_get_draft (TL_EDIT_DIALOG (dialog));
  g_assert_cmpint (tl_draft_get_day (draft, "until_date"), ==, tl_workbook_get_today (fixture->workbook));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "edit.save", NULL);
  app_window_wait (has_no_dialog, fixture);
  app_window_wait (app_workbook_is_quiet, fixture->workbook);
  app_test_settle (GTK_WIDGET (fixture->window));
  owner = find_item (fixture, name);
  g_assert_nonnull (owner);
  g_object_get (owner, "ended", &ended, NULL);
  g_assert_true (ended);
}

/* What else can be done with a row is offered when its button is pressed, and made no earlier: GTK lets go of no menu. */
static void
test_a_menu_is_made_when_opened (Fixture       *fixture,
                                 gconstpointer  data)
{
  GtkWidget *row = app_test_find (fixture->view, TL_TYPE_PEOPLE_ROW);
  GtkMenuButton *button = app_test_find (row, GTK_TYPE_MENU_BUTTON);
  GtkPopover *popover;

  g_assert_null (gtk_menu_button_get_popover (button));
  g_assert_true (gtk_widget_is_sensitive (GTK_WIDGET (button)));
  gtk_menu_button_popup (button);
  app_test_settle (GTK_WIDGET (fixture->window));
  popover = gtk_menu_button_get_popover (button);
  g_assert_nonnull (popover);
  g_assert_true (app_test_says (GTK_WIDGET (popover), "Edit"));
  g_assert_true (app_test_says (GTK_WIDGET (popover), "Remove"));
  gtk_menu_button_popdown (button);
  gtk_menu_button_popup (button);
  g_assert_true (gtk_menu_button_get_popover (button) == popover);
  gtk_menu_button_popdown (button);
}

static void
test_pictures (Fixture       *fixture,
               gconstpointer  data)
{
  static const struct
  {
    const char *name;
    int width, height;
    gboolean dark;
    double text;
  } sizes[] = {
    { "people-dark", 1366, 768, TRUE, 1 },
    { "people-large", 1366, 768, FALSE, 2 },
    { "people-narrow", 360, 720, FALSE, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      app_test_set_dark (sizes[i].dark);
      app_test_set_text (sizes[i].text);
      gtk_window_set_default_size (GTK_WINDOW (fixture->window), sizes[i].width, sizes[i].height);
      app_test_settle (GTK_WIDGET (fixture->window));
      g_assert_cmpint (gtk_widget_get_width (fixture->view), <=, sizes[i].width);
      app_test_keep (GTK_WIDGET (fixture->window), sizes[i].name);
    }
  app_test_set_dark (FALSE);
  app_test_set_text (1);
}

static void
add_tests (void)
{
  g_test_add ("/people/list", Fixture, NULL, set_up, test_list, tear_down);
  g_test_add ("/people/places-are-a-tree", Fixture, NULL, set_up, test_places_are_a_tree, tear_down);
  g_test_add ("/people/a-forum-by-keyboard", Fixture, NULL, set_up, test_a_forum_by_keyboard, tear_down);
  g_test_add ("/people/the-keyboard-goes-to-what-was-added", Fixture, NULL, set_up, test_the_keyboard_goes_to_what_was_added,
              tear_down);
  g_test_add ("/people/removal-offers-ending", Fixture, NULL, set_up, test_removal_offers_ending, tear_down);
  g_test_add ("/people/a-menu-is-made-when-opened", Fixture, NULL, set_up, test_a_menu_is_made_when_opened, tear_down);
  g_test_add ("/people/pictures", Fixture, NULL, set_up, test_pictures, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
