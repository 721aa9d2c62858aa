/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-test.h"
#include "app-window.h"
#include "app-workbook.h"

#include <string.h>

#include "tl-erase-dialog.h"
#include "tl-erase-row.h"
#include "tl-owner-map-canvas.h"
#include "tl-title-field.h"
#include "tl-risks-view.h"

/* From the menu to the file: a name that is erased for good. */

typedef struct
{
  GFile *file;
  TlWindow *window;
  TlWorkbook *workbook;
  TlEraseDialog *dialog;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->file = app_window_copy_sample ();
  fixture->window = app_window_open (fixture->file);
  fixture->workbook = tl_window_get_workbook (fixture->window);
}

static AdwDialog *
get_dialog (Fixture *fixture)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->window != NULL && get_dialog (fixture) != NULL)
    adw_dialog_force_close (get_dialog (fixture));
  if (fixture->window != NULL)
    app_window_close (fixture->window);
  g_clear_object (&fixture->file);
}

static const char *
get_name (Fixture *fixture)
{
  g_autoptr (TlPerson) person = g_list_model_get_item (tl_workbook_get_people (fixture->workbook), 0);

  return g_intern_string (tl_person_get_name (person));
}

static guint
count_rows (GtkWidget *root)
{
  guint n = TL_IS_ERASE_ROW (root) && gtk_widget_get_mapped (root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_rows (child);
  return n;
}

static gboolean
has_rows (gpointer data)
{
  return count_rows (data) > 0;
}

static gboolean
is_closed (gpointer data)
{
  return get_dialog (data) == NULL;
}

static void
open_with (Fixture    *fixture,
           const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.erase-text", "s", text);
  fixture->dialog = TL_ERASE_DIALOG (get_dialog (fixture));
  app_window_wait (has_rows, fixture->dialog);
  app_test_settle (GTK_WIDGET (fixture->window));
}

static gboolean
has_text (Fixture    *fixture,
          const char *text)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_load_contents (fixture->file, NULL, &content, &length, NULL, NULL));
  return memmem (content, length, text, strlen (text)) != NULL;
}

/* What is found is offered and nothing of it is chosen; what is chosen goes after one more question. */
static void
test_a_name_goes (Fixture       *fixture,
                  gconstpointer  data)
{
  const char *name = get_name (fixture);
  g_autofree char *kept_name = g_strdup (name);
  AdwDialog *question;

  g_assert_true (has_text (fixture, kept_name));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.erase", NULL);
  fixture->dialog = TL_ERASE_DIALOG (get_dialog (fixture));
  g_assert_nonnull (fixture->dialog);
  gtk_editable_set_text (app_test_find (GTK_WIDGET (fixture->dialog), GTK_TYPE_SEARCH_ENTRY), kept_name);
  app_window_wait (has_rows, fixture->dialog);
  app_test_settle (GTK_WIDGET (fixture->window));
  g_assert_false (tl_erase_row_get_chosen (app_test_find (GTK_WIDGET (fixture->dialog), TL_TYPE_ERASE_ROW)));
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "erase.ask", NULL);
  g_assert_true (get_dialog (fixture) == ADW_DIALOG (fixture->dialog));

  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "erase.choose-all", NULL);
  app_test_keep (GTK_WIDGET (fixture->window), "erase");
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "erase.ask", NULL);
  question = get_dialog (fixture);
  g_assert_true (ADW_IS_ALERT_DIALOG (question));
  g_assert_cmpstr (adw_alert_dialog_get_default_response (ADW_ALERT_DIALOG (question)), ==, "keep");
  app_test_settle (GTK_WIDGET (fixture->window));
  app_test_keep (GTK_WIDGET (fixture->window), "erase-question");
  g_signal_emit_by_name (question, "response", "erase");
  adw_dialog_force_close (question);
  app_window_wait (is_closed, fixture);

  g_assert_cmpstr (get_name (fixture), ==, "[erased]");
  g_assert_false (has_text (fixture, kept_name));
  app_window_close (fixture->window);
  fixture->window = NULL;
}

/* Whoever thinks better of it has lost nothing. */
static void
test_thinking_better_of_it (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autofree char *name = g_strdup (get_name (fixture));
  AdwDialog *question;

  open_with (fixture, name);
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "erase.choose-all", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "erase.ask", NULL);
  question = get_dialog (fixture);
  g_signal_emit_by_name (question, "response", "keep");
  adw_dialog_force_close (question);
  app_test_settle (GTK_WIDGET (fixture->window));
  g_assert_true (get_dialog (fixture) == ADW_DIALOG (fixture->dialog));
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "erase.cancel", NULL);
  app_window_wait (is_closed, fixture);
  g_assert_cmpstr (get_name (fixture), ==, name);
}

/* On a person in the owner map there is the way to erase them; on a risk there isn't. */
static void
test_a_person_in_the_map (Fixture       *fixture,
                          gconstpointer  data)
{
  TlView *view = tl_window_show_view (fixture->window, "owners");
  TlOwnerMapCanvas *canvas = app_test_find (GTK_WIDGET (view), TL_TYPE_OWNER_MAP_CANVAS);
  const TlOwnerMap *map;
  GtkWidget *button = NULL;
  guint person = TL_NO_NODE;

  while (tl_owner_map_canvas_get_map (canvas) == NULL)
    g_main_context_iteration (NULL, TRUE);
  app_test_settle (GTK_WIDGET (fixture->window));
  map = tl_owner_map_canvas_get_map (canvas);
  for (guint i = 0; i < tl_owner_map_get_n_nodes (map) && person == TL_NO_NODE; i++)
    person = tl_owner_map_get_node (map, i)->person != NULL ? i : TL_NO_NODE;
  button = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (view), G_OBJECT_TYPE (view), "erase_button"));
  g_assert_false (gtk_widget_get_visible (button));
  tl_owner_map_canvas_set_chosen (canvas, person);
  g_assert_true (gtk_widget_get_visible (button));
  app_test_settle (GTK_WIDGET (fixture->window));
  app_test_keep (GTK_WIDGET (fixture->window), "erase-owner");
  g_signal_emit_by_name (button, "clicked");
  fixture->dialog = TL_ERASE_DIALOG (get_dialog (fixture));
  g_assert_nonnull (fixture->dialog);
  app_window_wait (has_rows, fixture->dialog);
  app_test_keep (GTK_WIDGET (fixture->window), "erase-from-owner");
  g_assert_cmpstr (gtk_editable_get_text (app_test_find (GTK_WIDGET (fixture->dialog), GTK_TYPE_SEARCH_ENTRY)), ==,
                   tl_owner_map_get_node (map, person)->person->name);
}

/* On a text that is being changed there is too. */
static void
test_a_text_field (Fixture       *fixture,
                   gconstpointer  data)
{
  TlRiskPage *page = tl_risks_view_get_page (TL_RISKS_VIEW (tl_window_show_view (fixture->window, "risks")));
  TlTitleField *field;
  TlRisk *risk = app_workbook_find_risk (fixture->workbook, "R1");

  g_object_set (fixture->window, "risk", risk, NULL);
  app_test_settle (GTK_WIDGET (fixture->window));
  gtk_widget_activate_action (GTK_WIDGET (page), "risk.rename", NULL);
  field = app_test_find (GTK_WIDGET (page), TL_TYPE_TITLE_FIELD);
  g_assert_nonnull (gtk_entry_get_extra_menu (app_test_find (GTK_WIDGET (field), GTK_TYPE_ENTRY)));
  gtk_widget_activate_action (GTK_WIDGET (field), "title.erase", NULL);
  fixture->dialog = TL_ERASE_DIALOG (get_dialog (fixture));
  g_assert_nonnull (fixture->dialog);
  app_window_wait (has_rows, fixture->dialog);
  g_assert_cmpstr (gtk_editable_get_text (app_test_find (GTK_WIDGET (fixture->dialog), GTK_TYPE_SEARCH_ENTRY)), ==,
                   tl_risk_get_title (risk));
}

static void
test_names_of_controls (Fixture       *fixture,
                        gconstpointer  data)
{
  open_with (fixture, get_name (fixture));
  app_test_assert_named (GTK_WIDGET (fixture->dialog));
}

static void
add_tests (void)
{
#define ADD(name, test) g_test_add ("/erase/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("a-name-goes", test_a_name_goes);
  ADD ("thinking-better-of-it", test_thinking_better_of_it);
  ADD ("a-person-in-the-map", test_a_person_in_the_map);
  ADD ("a-text-field", test_a_text_field);
  ADD ("names-of-controls", test_names_of_controls);
}

int
main (int    argc,
      char **argv)
{
  return app_test_run (&argc, &argv, add_tests);
}
