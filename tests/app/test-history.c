/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-test.h"
#include "app-window.h"
#include "app-workbook.h"

#include <glib/gstdio.h>
#include <string.h>

#include "tl-history-row.h"
#include "tl-history-view.h"
#include "tl-print-dialog.h"
#include "tl-recorded-dialog.h"
#include "tl-risks-view.h"
#include "tl-title-field.h"
#include "tl-workbook-commands.h"
#include "tl-workbook-recorded.h"
#include "tl-workbook-undo.h"

/* Who changed what, taking it back, and what was recorded then. */

typedef struct
{
  GFile *file;
  TlWindow *window;
  TlWorkbook *workbook;
  TlHistoryView *view;
  TlRisk *risk;
  char *title;
} Fixture;

static void
name_risk (TlWorkbook *workbook,
           const char *ref,
           const char *title)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  tl_workbook_rename_risk_async (workbook, app_workbook_find_risk (workbook, ref), title, NULL, app_workbook_answer_cb, &result);
  app_window_wait (app_workbook_has_answer, &result);
  g_assert_true (tl_workbook_apply_finish (workbook, result, &error));
  g_assert_no_error (error);
  app_window_wait (app_workbook_is_quiet, workbook);
}

/* Somebody else has had the file before. */
static void
edit_elsewhere (GFile *file)
{
  TlWorkbook *workbook = app_workbook_open_file (file);

  name_risk (workbook, "R2", "Calls for help answered late");
  app_workbook_close (workbook);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->file = app_window_copy_sample ();
  edit_elsewhere (fixture->file);
  fixture->window = app_window_open (fixture->file);
  fixture->workbook = tl_window_get_workbook (fixture->window);
  fixture->risk = app_workbook_find_risk (fixture->workbook, "R1");
  fixture->title = g_strdup (tl_risk_get_title (fixture->risk));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  app_window_close (fixture->window);
  g_clear_object (&fixture->file);
  g_free (fixture->title);
}

static GListModel *
get_list (Fixture *fixture)
{
  return G_LIST_MODEL (tl_history_view_get_list (fixture->view));
}

static gboolean
is_listed (gpointer data)
{
  TlHistoryList *list = tl_history_view_get_list (data);

  return list != NULL && !tl_history_list_get_loading (list);
}

static void
wait_until_listed (Fixture *fixture)
{
  app_window_wait (is_listed, fixture->view);
  app_test_settle (GTK_WIDGET (fixture->window));
}

static void
open_history (Fixture *fixture)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.history", NULL));
  fixture->view = app_test_find (GTK_WIDGET (fixture->window), TL_TYPE_HISTORY_VIEW);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->view)));
  wait_until_listed (fixture);
}

static gboolean
has_entry (gpointer data)
{
  return tl_history_item_get_entry (data) != NULL;
}

static TlHistoryItem *
get_item (Fixture *fixture,
          guint    position)
{
  TlHistoryItem *item = g_list_model_get_item (get_list (fixture), position);

  g_assert_nonnull (item);
  app_window_wait (has_entry, item);
  app_test_settle (GTK_WIDGET (fixture->window));
  return item;
}

static const char *
get_what (TlHistoryItem *item)
{
  return tl_history_entry_get_what (tl_history_item_get_entry (item));
}

static TlHistoryRow *
find_row (GtkWidget     *widget,
          TlHistoryItem *item)
{
  if (TL_IS_HISTORY_ROW (widget) && tl_history_row_get_item (TL_HISTORY_ROW (widget)) == item)
    return TL_HISTORY_ROW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      TlHistoryRow *row = find_row (child, item);

      if (row != NULL)
        return row;
    }
  return NULL;
}

static GtkWidget *
find_button (GtkWidget  *widget,
             const char *label)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget)
      && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *button = find_button (child, label);

      if (button != NULL)
        return button;
    }
  return NULL;
}

static void
press_button (Fixture    *fixture,
              const char *label)
{
  GtkWidget *button = find_button (GTK_WIDGET (fixture->window), label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  app_test_settle (GTK_WIDGET (fixture->window));
}

/* ── The page ─────────────────────────────────────────────────────────────── */

static void
test_who_when_what (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (TlHistoryItem) first = NULL, second = NULL;
  const TlHistoryField *field;
  GtkWidget *row;

  name_risk (fixture->workbook, "R1", "Doses not signed for");
  open_history (fixture);
  first = get_item (fixture, 0);
  row = GTK_WIDGET (find_row (GTK_WIDGET (fixture->view), first));
  g_assert_true (app_test_says (row, tl_history_entry_get_sentence (tl_history_item_get_entry (first))));
  g_assert_true (app_test_says (row, "Edited · "));
  g_assert_true (app_test_says (GTK_WIDGET (fixture->view), "Names are what people said they are."));

  /* Each field whole, once somebody wants to see it. */
  g_assert_false (app_test_says (row, "Title of R1"));
  tl_history_item_set_expanded (first, TRUE);
  app_test_settle (GTK_WIDGET (fixture->window));
  field = tl_history_entry_get_fields (tl_history_item_get_entry (first))->pdata[0];
  g_assert_true (app_test_says (row, "Title of R1"));
  g_assert_true (app_test_says (row, fixture->title));
  g_assert_cmpstr (field->after, ==, "Doses not signed for");
  g_assert_true (app_test_says (row, field->after));

  second = get_item (fixture, 1);
  g_assert_cmpstr (tl_history_entry_get_who (tl_history_item_get_entry (second)), !=,
                   tl_history_entry_get_who (tl_history_item_get_entry (first)));
  app_test_assert_named (GTK_WIDGET (fixture->view));
  app_test_keep (GTK_WIDGET (fixture->window), "history");
  app_test_set_dark (TRUE);
  app_test_keep (GTK_WIDGET (fixture->window), "history-dark");
  app_test_set_dark (FALSE);
}

/* What happens is on top at once, without anybody refreshing it. */
static void
test_follows (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (TlHistoryItem) top = NULL;
  guint n;

  open_history (fixture);
  n = g_list_model_get_n_items (get_list (fixture));
  name_risk (fixture->workbook, "R1", "Doses not signed for");
  wait_until_listed (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (get_list (fixture)), ==, n + 1);
  top = get_item (fixture, 0);
  g_assert_true (g_str_has_prefix (get_what (top), "renamed R1 from "));
  g_assert_nonnull (find_row (GTK_WIDGET (fixture->view), top));
}

static gboolean
is_short (gpointer data)
{
  return is_listed (data) && g_list_model_get_n_items (G_LIST_MODEL (tl_history_view_get_list (data))) < 4;
}

static GtkDropDown *
find_chooser (Fixture *fixture,
              guint    which)
{
  GtkDropDown *first = app_test_find (GTK_WIDGET (fixture->view), GTK_TYPE_DROP_DOWN);
  GtkWidget *box = gtk_widget_get_parent (GTK_WIDGET (first));

  return which == 0 ? first : app_test_find (gtk_widget_get_next_sibling (box), GTK_TYPE_DROP_DOWN);
}

/* From a risk's page its own history, and of a person what they did. */
static void
test_filtered (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (TlHistoryItem) first = NULL, other = NULL;
  guint n_all;

  name_risk (fixture->workbook, "R1", "Doses not signed for");
  open_history (fixture);
  n_all = g_list_model_get_n_items (get_list (fixture));
  tl_window_show_view (fixture->window, "risks");
  g_object_set (fixture->window, "risk", app_workbook_find_risk (fixture->workbook, "R2"), NULL);
  app_test_settle (GTK_WIDGET (fixture->window));
  gtk_widget_activate_action (app_test_find (GTK_WIDGET (fixture->window), TL_TYPE_RISK_PAGE), "win.history-of-risk",
                              NULL);
  app_test_settle (GTK_WIDGET (fixture->window));
  app_window_wait (is_short, fixture->view);
  g_assert_cmpuint (g_list_model_get_n_items (get_list (fixture)), <, n_all);
  first = get_item (fixture, 0);
  g_assert_true (g_str_has_prefix (get_what (first), "renamed R2 from "));

  /* The menu shows all again. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.history", NULL));
  wait_until_listed (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (get_list (fixture)), ==, n_all);

  for (guint i = 1; i < g_list_model_get_n_items (gtk_drop_down_get_model (find_chooser (fixture, 1))); i++)
    {
      g_autoptr (GtkStringObject) name =
        g_list_model_get_item (gtk_drop_down_get_model (find_chooser (fixture, 1)), i);

      if (g_str_equal (gtk_string_object_get_string (name),
                       tl_history_entry_get_who (tl_history_item_get_entry (first))))
        gtk_drop_down_set_selected (find_chooser (fixture, 1), i);
    }
  wait_until_listed (fixture);
  other = get_item (fixture, 0);
  g_assert_cmpstr (tl_history_entry_get_who (tl_history_item_get_entry (other)), ==,
                   tl_history_entry_get_who (tl_history_item_get_entry (first)));
  g_assert_cmpuint (g_list_model_get_n_items (get_list (fixture)), <, n_all);
}

/* ── Taking back ──────────────────────────────────────────────────────────── */

static gboolean
has_old_title (gpointer data)
{
  Fixture *fixture = data;

  return g_str_equal (tl_risk_get_title (fixture->risk), fixture->title);
}

static gboolean
has_new_title (gpointer data)
{
  Fixture *fixture = data;

  return g_str_equal (tl_risk_get_title (fixture->risk), "Doses not signed for");
}

static void
test_an_older_change_is_taken_back (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr (TlHistoryItem) older = NULL, top = NULL;

  name_risk (fixture->workbook, "R1", "Doses not signed for");
  name_risk (fixture->workbook, "R3", "Something else");
  open_history (fixture);
  older = get_item (fixture, 1);
  tl_history_item_set_expanded (older, TRUE);
  app_test_settle (GTK_WIDGET (fixture->window));
  press_button (fixture, "Take Back");
  app_window_wait (has_old_title, fixture);
  wait_until_listed (fixture);
  top = get_item (fixture, 0);
  g_assert_true (g_str_has_prefix (get_what (top), "took back: renamed R1 from "));
  g_assert_true (app_test_says (GTK_WIDGET (find_row (GTK_WIDGET (fixture->view), top)), "Taken back · "));
  g_assert_cmpstr (tl_risk_get_title (app_workbook_find_risk (fixture->workbook, "R3")), ==, "Something else");

  /* And that is taken back by the toast, whatever has been done last. */
  g_assert_true (app_test_says (GTK_WIDGET (fixture->window), "Taken back: renamed R1 from "));
  app_test_keep (GTK_WIDGET (fixture->window), "history-taken-back");
  press_button (fixture, "_Undo");
  app_window_wait (has_new_title, fixture);
}

static gboolean
has_problem (gpointer data)
{
  return tl_history_item_get_problem (data) != NULL;
}

/* What came later is said beside the change, and is a key away. */
static void
test_what_came_later_is_in_the_way (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr (TlHistoryItem) older = NULL, later = NULL;
  TlHistoryRow *row;

  name_risk (fixture->workbook, "R1", "Doses not signed for");
  name_risk (fixture->workbook, "R1", "Doses at night");
  open_history (fixture);
  older = get_item (fixture, 1);
  tl_history_item_set_expanded (older, TRUE);
  app_test_settle (GTK_WIDGET (fixture->window));
  press_button (fixture, "Take Back");
  app_window_wait (has_problem, older);
  app_test_settle (GTK_WIDGET (fixture->window));
  row = find_row (GTK_WIDGET (fixture->view), older);
  g_assert_true (app_test_says (GTK_WIDGET (row), "Title of R1 was changed again on "));
  g_assert_true (app_test_says (GTK_WIDGET (row), "Take that back first, or change it by hand."));
  g_assert_cmpstr (tl_risk_get_title (fixture->risk), ==, "Doses at night");
  app_test_keep (GTK_WIDGET (fixture->window), "history-in-the-way");

  later = get_item (fixture, 0);
  g_assert_false (tl_history_item_get_expanded (later));
  press_button (fixture, "Show That Change");
  g_assert_true (tl_history_item_get_expanded (later));
}

/* ── As recorded on ───────────────────────────────────────────────────────── */

static gboolean
shows_past (gpointer data)
{
  TlWorkbook *workbook = tl_window_get_workbook (data);

  return tl_workbook_is_past (workbook) && !tl_workbook_get_busy (workbook);
}

static gboolean
shows_now (gpointer data)
{
  return !tl_workbook_is_past (tl_window_get_workbook (data));
}

/* Of all views, each with the workbook that the window shows. */
static void
assert_views_show (Fixture    *fixture,
                   TlWorkbook *workbook)
{
  static const char * const views[] = { "risks", "owners", "timeline", "places" };

  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    {
      TlView *view = tl_window_show_view (fixture->window, views[i]);

      g_assert_true (tl_view_get_workbook (view) == workbook);
      app_test_settle (GTK_WIDGET (fixture->window));
    }
}

/* The text of what would be printed. */
static char *
read_paper (TlPrintDialog *dialog)
{
  g_autoptr (TlReport) report = tl_print_dialog_make_report (dialog);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "throughline-recorded.pdf", NULL);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  tl_report_write_pdf (report, stream, NULL, &error);
  g_assert_no_error (error);
  g_file_set_contents (path, g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                       (gssize) g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)), &error);
  g_assert_no_error (error);
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "pdftotext", "-layout", path, "-", NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &text, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  return text;
}

static void
test_shown_as_recorded_then (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (TlHistoryItem) before = NULL;
  g_autofree char *now = NULL, *then = NULL, *paper = NULL, *history = NULL;
  TlWorkbook *past;
  TlRisksView *risks;
  TlPrintDialog *dialog;

  g_object_set (fixture->window, "risk", fixture->risk, NULL);
  name_risk (fixture->workbook, "R1", "Doses not signed for");
  open_history (fixture);
  before = get_item (fixture, 1);
  tl_history_item_set_expanded (before, TRUE);
  app_test_settle (GTK_WIDGET (fixture->window));
  press_button (fixture, "Show as Recorded Then");
  app_window_wait (shows_past, fixture->window);
  app_test_settle (GTK_WIDGET (fixture->window));

  past = tl_window_get_workbook (fixture->window);
  g_assert_true (app_test_says (GTK_WIDGET (fixture->window), "Shown as it was recorded on "));
  g_assert_cmpstr (tl_risk_get_title (app_workbook_find_risk (past, "R1")), ==, fixture->title);
  g_assert_cmpstr (tl_risk_get_title (fixture->risk), ==, "Doses not signed for");

  /* The same risk is in hand, as it was called then, and can't be renamed. */
  risks = TL_RISKS_VIEW (tl_window_show_view (fixture->window, "risks"));
  app_test_settle (GTK_WIDGET (fixture->window));
  g_assert_true (app_test_says (GTK_WIDGET (tl_risks_view_get_page (risks)), fixture->title));
  g_assert_true (tl_view_get_risk (TL_VIEW (risks)) == app_workbook_find_risk (past, "R1"));
  gtk_widget_activate_action (GTK_WIDGET (tl_risks_view_get_page (risks)), "risk.rename", NULL);
  g_assert_false (tl_title_field_is_editing (app_test_find (GTK_WIDGET (risks), TL_TYPE_TITLE_FIELD)));
  app_test_keep (GTK_WIDGET (fixture->window), "recorded");
  assert_views_show (fixture, past);

  /* Paper is of that moment too. */
  dialog = tl_print_dialog_new (past, app_workbook_find_risk (past, "R1"));
  g_object_ref_sink (dialog);
  paper = read_paper (dialog);
  g_object_unref (dialog);
  now = tl_workbook_get_fingerprint (fixture->workbook);
  then = tl_workbook_get_fingerprint (past);
  history = g_strdup_printf ("History %s, as recorded on %s", then, tl_workbook_get_recorded_words (past));
  g_assert_nonnull (strstr (paper, history));
  g_assert_nonnull (strstr (paper, "As at 9 June 2026"));
  g_assert_nonnull (strstr (paper, fixture->title));
  g_assert_null (strstr (paper, now));
  g_assert_null (strstr (paper, "Doses not signed for"));

  /* Whatever happens meanwhile doesn't disturb, and is there afterwards. */
  name_risk (fixture->workbook, "R3", "Something else");
  g_assert_true (tl_window_get_workbook (fixture->window) == past);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.now", NULL));
  app_window_wait (shows_now, fixture->window);
  g_assert_true (tl_window_get_workbook (fixture->window) == fixture->workbook);
  app_test_settle (GTK_WIDGET (fixture->window));
  g_assert_false (app_test_says (GTK_WIDGET (fixture->window), "Shown as it was recorded on "));
  assert_views_show (fixture, fixture->workbook);
  g_assert_true (tl_workbook_get_editable (fixture->workbook));
}

/* The history can be read there too, but nothing can be taken back. */
static void
test_nothing_is_taken_back_in_the_past (Fixture       *fixture,
                                        gconstpointer  data)
{
  g_autoptr (TlHistoryItem) top = NULL;
  TlHistoryRow *row;

  name_risk (fixture->workbook, "R1", "Doses not signed for");
  tl_window_show_view (fixture->window, "risks");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-recorded", "x",
                              tl_workbook_get_recorded (fixture->workbook));
  app_window_wait (shows_past, fixture->window);
  open_history (fixture);
  top = get_item (fixture, 0);
  tl_history_item_set_expanded (top, TRUE);
  app_test_settle (GTK_WIDGET (fixture->window));
  row = find_row (GTK_WIDGET (fixture->view), top);
  g_assert_false (gtk_widget_is_sensitive (find_button (GTK_WIDGET (row), "Take Back")));
  g_assert_true (gtk_widget_is_sensitive (find_button (GTK_WIDGET (row), "Show as Recorded Then")));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.now", NULL));
  app_test_settle (GTK_WIDGET (fixture->window));
  g_assert_true (gtk_widget_is_sensitive (find_button (GTK_WIDGET (row), "Take Back")));
}

static TlRecordedDialog *
open_chooser (Fixture *fixture)
{
  AdwDialog *dialog;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.choose-recorded", NULL));
  app_test_settle (GTK_WIDGET (fixture->window));
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
  g_assert_true (TL_IS_RECORDED_DIALOG (dialog));
  return TL_RECORDED_DIALOG (dialog);
}

static gboolean
says_beginning (gpointer data)
{
  return app_test_says (data, "The workbook began on ");
}

static void
test_a_moment_is_chosen (Fixture       *fixture,
                         gconstpointer  data)
{
  TlRecordedDialog *dialog = open_chooser (fixture);
  GtkEditable *day = app_test_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW);
  GtkEditable *time = GTK_EDITABLE (gtk_widget_get_next_sibling (GTK_WIDGET (day)));
  g_autofree char *recorded = g_strdup (gtk_editable_get_text (day)), *clock = g_strdup (gtk_editable_get_text (time));

  app_test_assert_named (GTK_WIDGET (dialog));
  app_test_keep (GTK_WIDGET (fixture->window), "recorded-dialog");
  gtk_editable_set_text (time, "quarter past");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "recorded.show", NULL);
  app_test_settle (GTK_WIDGET (fixture->window));
  g_assert_true (app_test_says (GTK_WIDGET (dialog), "Give the time as hours and minutes"));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (time), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  g_assert_cmpstr (gtk_editable_get_text (time), ==, "quarter past");

  gtk_editable_set_text (time, "9.30");
  gtk_editable_set_text (day, "someday");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "recorded.show", NULL);
  app_test_settle (GTK_WIDGET (fixture->window));
  g_assert_true (app_test_says (GTK_WIDGET (dialog), "This isn’t a day."));
  gtk_editable_set_text (day, "3/2/2001");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "recorded.show", NULL);
  app_window_wait (says_beginning, dialog);
  g_assert_true (shows_now (fixture->window));

  gtk_editable_set_text (day, recorded);
  gtk_editable_set_text (time, clock);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "recorded.show", NULL);
  app_window_wait (shows_past, fixture->window);
  g_assert_cmpint (tl_workbook_get_recorded (tl_window_get_workbook (fixture->window)), ==,
                   tl_workbook_get_recorded (fixture->workbook));
}

/* ── By keyboard, and where there is little room ──────────────────────────── */

static gboolean
is_expanded (gpointer data)
{
  return tl_history_item_get_expanded (data);
}

static void
test_by_keyboard (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (TlHistoryItem) top = NULL;

  name_risk (fixture->workbook, "R1", "Doses not signed for");
  if (!app_window_press (fixture->window, "ctrl+h", NULL))
    {
      g_test_skip ("No keys can be pressed here");
      return;
    }
  fixture->view = app_test_find (GTK_WIDGET (fixture->window), TL_TYPE_HISTORY_VIEW);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->view)));
  wait_until_listed (fixture);
  top = get_item (fixture, 0);
  g_assert_true (app_window_press (fixture->window, "Home", "Return", NULL));
  app_window_wait (is_expanded, top);
  /* The expander, then taking back. */
  g_assert_true (app_window_press (fixture->window, "Tab", "Tab", "space", NULL));
  app_window_wait (has_old_title, fixture);
}

static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (TlHistoryItem) top = NULL;

  name_risk (fixture->workbook, "R1", "Doses not signed for");
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 700);
  open_history (fixture);
  top = get_item (fixture, 0);
  tl_history_item_set_expanded (top, TRUE);
  app_test_settle (GTK_WIDGET (fixture->window));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window)), <=, 400);
  app_test_keep (GTK_WIDGET (fixture->window), "history-narrow");
}

static void
add_tests (void)
{
  g_test_add ("/app/history/who-when-what", Fixture, NULL, set_up, test_who_when_what, tear_down);
  g_test_add ("/app/history/follows", Fixture, NULL, set_up, test_follows, tear_down);
  g_test_add ("/app/history/filtered", Fixture, NULL, set_up, test_filtered, tear_down);
  g_test_add ("/app/history/an-older-change-is-taken-back", Fixture, NULL, set_up, test_an_older_change_is_taken_back,
              tear_down);
  g_test_add ("/app/history/what-came-later-is-in-the-way", Fixture, NULL, set_up, test_what_came_later_is_in_the_way,
              tear_down);
  g_test_add ("/app/history/shown-as-recorded-then", Fixture, NULL, set_up, test_shown_as_recorded_then, tear_down);
  g_test_add ("/app/history/nothing-is-taken-back-in-the-past", Fixture, NULL, set_up,
              test_nothing_is_taken_back_in_the_past, tear_down);
  g_test_add ("/app/history/a-moment-is-chosen", Fixture, NULL, set_up, test_a_moment_is_chosen, tear_down);
  g_test_add ("/app/history/by-keyboard", Fixture, NULL, set_up, test_by_keyboard, tear_down);
  g_test_add ("/app/history/narrow", Fixture, NULL, set_up, test_narrow, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
