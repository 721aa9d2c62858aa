/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-test.h"
#include "app-window.h"
#include "app-workbook.h"

#include "tl-action-words.h"
#include "tl-edit-dialog.h"
#include "tl-editing.h"
#include "tl-edit-form.h"
#include "tl-field-row.h"
#include "tl-more-fields.h"
#include "tl-rating-words-field.h"
#include "tl-record-menu.h"
#include "tl-row-chooser.h"
#include "tl-workbook-undo.h"

#include <string.h>

/* Adding, changing and removing what a workbook holds, in the program's own window and with the keyboard. */

typedef struct
{
  GFile *file;
  TlWindow *window;
  TlWorkbook *workbook;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->file = app_window_copy_sample ();
  fixture->window = app_window_open (fixture->file);
  fixture->workbook = tl_window_get_workbook (fixture->window);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  app_window_close (fixture->window);
  g_clear_object (&fixture->file);
}

static TlSnapshot *
get_snapshot (TlWorkbook *workbook)
{
  return tl_assessment_get_snapshot (tl_workbook_get_assessment (workbook));
}

static const TlFacts *
find (Fixture    *fixture,
      TlTable     table,
      const char *ref)
{
  const TlFacts *row = tl_snapshot_find_ref (get_snapshot (fixture->workbook), table, ref);

  g_assert_nonnull (row);
  return row;
}

static TlEditDialog *
get_dialog (Fixture *fixture)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));

  return TL_IS_EDIT_DIALOG (dialog) ? TL_EDIT_DIALOG (dialog) : NULL;
}

static TlEditDialog *
begin_action (Fixture *fixture)
{
  TlId risk = find (fixture, TL_TABLE_RISK, "R1")->id;

  tl_editing_new (GTK_WIDGET (fixture->window), fixture->workbook, TL_TABLE_ACTION, "risk", &risk, NULL);
  app_test_settle (GTK_WIDGET (fixture->window));
  g_assert_nonnull (get_dialog (fixture));
  return get_dialog (fixture);
}

static guint
count_actions (Fixture *fixture)
{
  return g_list_model_get_n_items (tl_workbook_get_actions (fixture->workbook));
}

static gboolean
has_no_dialog (gpointer data)
{
  return get_dialog (data) == NULL;
}

static gboolean
can_undo (gpointer data)
{
  return tl_workbook_get_can_undo (data);
}

static gboolean
can_redo (gpointer data)
{
  return tl_workbook_get_can_redo (data);
}

/* The dialog is there for a moment after it was left. */
static void
wait_for_none (Fixture *fixture)
{
  app_window_wait (has_no_dialog, fixture);
}

/* Whether keys can be pressed here; if not, the test is skipped. */
static gboolean
press (Fixture    *fixture,
       const char *key)
{
  if (app_window_press (fixture->window, key, NULL))
    return TRUE;
  g_test_skip ("no keys can be pressed here");
  return FALSE;
}

static GtkWidget *
find_control (TlEditDialog *dialog,
              const char   *column,
              GType         type)
{
  return app_test_find (tl_edit_dialog_find_row (dialog, column), type);
}

/* ── Actions ──────────────────────────────────────────────────────────────── */

/* A title and a day are typed, Enter keeps them, and undoing takes all of it back. */
static void
test_an_action_by_keyboard (Fixture       *fixture,
                            gconstpointer  data)
{
  guint before = count_actions (fixture);
  const TlActionFacts *action;

  begin_action (fixture);
  app_test_keep (GTK_WIDGET (fixture->window), "editing-action");
  if (!press (fixture, "R"))
    return;
  app_window_type (fixture->window, "ead each chart aloud");
  press (fixture, "Tab");
  press (fixture, "Tab");
  app_window_type (fixture->window, "30/6/2026");
  press (fixture, "Return");
  wait_for_none (fixture);
  app_window_wait (can_undo, fixture->workbook);
  app_window_wait (app_workbook_is_quiet, fixture->workbook);
  g_assert_cmpuint (count_actions (fixture), ==, before + 1);
  app_test_settle (GTK_WIDGET (fixture->window));
  g_assert_true (app_test_says (GTK_WIDGET (fixture->window), "Action added: Read each chart aloud"));

  action = NULL;
  for (guint i = 0; i < tl_snapshot_count (get_snapshot (fixture->workbook), TL_TABLE_ACTION); i++)
    {
      const TlActionFacts *one = tl_snapshot_get (get_snapshot (fixture->workbook), TL_TABLE_ACTION, i);

      if (g_str_equal (one->title, "Read each chart aloud"))
        action = one;
    }
  g_assert_nonnull (action);
  g_assert_cmpint (action->due, ==, tl_day_new (2026, 6, 30));
  g_assert_cmpstr (action->risk->base.ref, ==, "R1");
  g_assert_nonnull (action->base.ref);

  press (fixture, "ctrl+z");
  app_window_wait (app_workbook_is_quiet, fixture->workbook);
  g_assert_cmpuint (count_actions (fixture), ==, before);
}

static gboolean
offers (gpointer    data,
        const char *sentence)
{
  return app_test_says (app_test_find (data, ADW_TYPE_TOAST_OVERLAY), sentence);
}

/* The button of an offer takes back what the offer speaks of, or isn't there any more. */
static void
test_an_offer_is_for_what_it_says (Fixture       *fixture,
                                   gconstpointer  data)
{
  static const char * const titles[] = { "The first", "The second" };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      TlEditDialog *dialog = begin_action (fixture);

      gtk_editable_set_text (GTK_EDITABLE (find_control (dialog, "title", GTK_TYPE_TEXT)), titles[i]);
      gtk_widget_activate_action (GTK_WIDGET (dialog), "edit.save", NULL);
      wait_for_none (fixture);
      app_window_wait (app_workbook_is_quiet, fixture->workbook);
      app_test_settle (GTK_WIDGET (fixture->window));
      g_assert_true (offers (fixture->window, titles[i]));
    }
  g_assert_false (offers (fixture->window, titles[0]));
  app_window_wait (can_undo, fixture->workbook);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  app_window_wait (can_redo, fixture->workbook);
  app_test_settle (GTK_WIDGET (fixture->window));
  g_assert_false (offers (fixture->window, titles[0]));
  g_assert_false (offers (fixture->window, titles[1]));
}

/* What is wrong is said at its field, which gets the keyboard; what was typed stays. */
static void
test_a_refusal_keeps_what_was_typed (Fixture       *fixture,
                                     gconstpointer  data)
{
  TlEditDialog *dialog = begin_action (fixture);
  g_autofree char *before = tl_workbook_get_fingerprint (fixture->workbook), *after = NULL;
  GtkWidget *title = find_control (dialog, "title", GTK_TYPE_TEXT), *due = find_control (dialog, "due", GTK_TYPE_TEXT);
  TlFieldRow *row = TL_FIELD_ROW (tl_edit_dialog_find_row (dialog, "due"));

  gtk_editable_set_text (GTK_EDITABLE (title), "Read each chart aloud");
  gtk_editable_set_text (GTK_EDITABLE (due), "soon");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "edit.save", NULL);
  app_test_settle (GTK_WIDGET (fixture->window));

  g_assert_true (get_dialog (fixture) == dialog);
  g_assert_cmpstr (tl_field_row_get_problem (row), ==, "\"soon\" is not a date; write it as 2026-03-31 or 31/03/2026.");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (due), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (due), GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE));
  g_assert_true (gtk_widget_has_focus (due));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (title)), ==, "Read each chart aloud");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (due)), ==, "soon");
  app_test_keep (GTK_WIDGET (fixture->window), "editing-action-refused");

  /* Typing on takes the mark away; a due day before the agreed one is refused where both are known. */
  gtk_editable_set_text (GTK_EDITABLE (due), "1 January 2026");
  g_assert_null (tl_field_row_get_problem (row));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "edit.save", NULL);
  g_assert_cmpstr (tl_field_row_get_problem (row), ==, "\"1 January 2026\" is before the date in \"Agreed\".");

  adw_dialog_close (ADW_DIALOG (dialog));
  wait_for_none (fixture);
  after = tl_workbook_get_fingerprint (fixture->workbook);
  g_assert_cmpstr (after, ==, before);
}

static void
test_escape_leaves_no_trace (Fixture       *fixture,
                             gconstpointer  data)
{
  guint before = count_actions (fixture);
  TlEditDialog *dialog = begin_action (fixture);
  g_autofree char *fingerprint = tl_workbook_get_fingerprint (fixture->workbook), *after = NULL;

  gtk_editable_set_text (GTK_EDITABLE (find_control (dialog, "title", GTK_TYPE_TEXT)), "Never mind");
  if (!press (fixture, "Escape"))
    return;
  wait_for_none (fixture);
  after = tl_workbook_get_fingerprint (fixture->workbook);
  g_assert_cmpstr (after, ==, fingerprint);
  g_assert_cmpuint (count_actions (fixture), ==, before);
  g_assert_false (tl_workbook_get_can_undo (fixture->workbook));
}

static guint
count_learning (Fixture *fixture)
{
  return tl_snapshot_count (get_snapshot (fixture->workbook), TL_TABLE_LEARNING);
}

/* In a field of several lines Enter begins a new one, and Ctrl+Return keeps what was typed. */
static void
test_several_lines (Fixture       *fixture,
                    gconstpointer  data)
{
  TlId risk = find (fixture, TL_TABLE_RISK, "R1")->id;
  guint before = count_learning (fixture);
  gboolean found = FALSE;

  tl_editing_new (GTK_WIDGET (fixture->window), fixture->workbook, TL_TABLE_LEARNING, "risk", &risk, NULL);
  app_test_settle (GTK_WIDGET (fixture->window));
  if (!press (fixture, "a"))
    return;
  press (fixture, "Return");
  press (fixture, "b");
  g_assert_nonnull (get_dialog (fixture));
  press (fixture, "ctrl+Return");
  wait_for_none (fixture);
  app_window_wait (can_undo, fixture->workbook);
  app_window_wait (app_workbook_is_quiet, fixture->workbook);
  g_assert_cmpuint (count_learning (fixture), ==, before + 1);
  for (guint i = 0; i < count_learning (fixture); i++)
    {
      const TlLearningFacts *learning = tl_snapshot_get (get_snapshot (fixture->workbook), TL_TABLE_LEARNING, i);

      found |= g_str_equal (learning->text, "a\nb");
    }
  g_assert_true (found);
}

/* An action is done by an event, which the dialog then shows; what was typed first stays as it was. */
static gboolean
is_done (gpointer data)
{
  const TlActionJudgement *action = tl_action_words_find (((Fixture *) data)->workbook,
                                                          &find (data, TL_TABLE_ACTION, "A6")->id);

  return action != NULL && !action->open;
}

static void
test_an_action_is_done (Fixture       *fixture,
                        gconstpointer  data)
{
  const TlActionFacts *action = (const TlActionFacts *) find (fixture, TL_TABLE_ACTION, "A6");
  TlId id = action->base.id;
  TlDay done = action->done;
  guint n_events = action->events.n;
  TlEditDialog *dialog, *event;

  g_assert_false (is_done (fixture));
  tl_editing_open (GTK_WIDGET (fixture->window), fixture->workbook, TL_TABLE_ACTION, &id);
  app_test_settle (GTK_WIDGET (fixture->window));
  dialog = get_dialog (fixture);
  g_assert_true (app_test_says (GTK_WIDGET (dialog), "Open, due on"));
  tl_record_menu_do (GTK_WIDGET (dialog), fixture->workbook, TL_TABLE_ACTION, &id, "record.done");
  app_test_settle (GTK_WIDGET (fixture->window));
  event = get_dialog (fixture);
  g_assert_true (event != NULL && event != dialog);
  gtk_widget_activate_action (GTK_WIDGET (event), "edit.save", NULL);
  app_window_wait (is_done, fixture);
  app_test_settle (GTK_WIDGET (fixture->window));
  g_assert_true (app_test_says (GTK_WIDGET (dialog), "Done on 9 June 2026, not proven"));
  app_test_keep (GTK_WIDGET (fixture->window), "editing-action-done");
  action = (const TlActionFacts *) find (fixture, TL_TABLE_ACTION, "A6");
  g_assert_cmpint (action->done, ==, done);
  g_assert_cmpuint (action->events.n, ==, n_events + 1);
  adw_dialog_close (ADW_DIALOG (dialog));
  wait_for_none (fixture);
}

/* ── A risk ───────────────────────────────────────────────────────────────── */

static gboolean
has_new_risk (gpointer data)
{
  TlRisk *risk = NULL;

  g_object_get (((Fixture *) data)->window, "risk", &risk, NULL);
  if (risk == NULL)
    return FALSE;
  g_object_unref (risk);
  return g_str_equal (tl_risk_get_title (risk), "Night checks missed") && tl_risk_get_judgement (risk) != NULL;
}

/* Ctrl+N, a title and Enter begin a risk, whose page then shows what is missing. */
static void
test_a_risk_begins_with_a_title (Fixture       *fixture,
                                 gconstpointer  data)
{
  tl_window_show_view (fixture->window, "risks");
  app_test_settle (GTK_WIDGET (fixture->window));
  if (!press (fixture, "ctrl+n"))
    return;
  g_assert_nonnull (get_dialog (fixture));
  /* One at a time. */
  press (fixture, "ctrl+n");
  app_window_type (fixture->window, "Night checks missed");
  app_test_set_dark (TRUE);
  app_test_keep (GTK_WIDGET (fixture->window), "editing-risk-dark");
  app_test_set_dark (FALSE);
  press (fixture, "Return");
  wait_for_none (fixture);
  app_window_wait (has_new_risk, fixture);
  app_test_settle (GTK_WIDGET (fixture->window));
  app_test_keep (GTK_WIDGET (fixture->window), "editing-risk-begun");
  g_assert_true (app_test_says (GTK_WIDGET (fixture->window), "Risk added: Night checks missed"));
}

/* ── Junk ─────────────────────────────────────────────────────────────────── */

/* What is pasted into a line becomes one line without what nobody can see; too much of it is refused and kept to be
 * shortened. A number of the health service is warned of while it is typed. */
static void
test_pasted_junk (Fixture       *fixture,
                  gconstpointer  data)
{
  TlEditDialog *dialog = begin_action (fixture);
  GtkEditable *title = GTK_EDITABLE (find_control (dialog, "title", GTK_TYPE_TEXT));
  TlFieldRow *row = TL_FIELD_ROW (tl_edit_dialog_find_row (dialog, "title"));
  g_autofree char *long_title = g_strnfill (10000, 'a');
  int minimum, position = 0;

  gtk_editable_insert_text (title, "Read\r\neach\tchart\a\x1b aloud", -1, &position);
  g_assert_cmpstr (gtk_editable_get_text (title), ==, "Read each chart aloud");
  g_assert_cmpstr (tl_draft_get_text (tl_edit_dialog_get_draft (dialog), "title"), ==, "Read each chart aloud");

  gtk_editable_set_text (title, long_title);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "edit.save", NULL);
  g_assert_nonnull (strstr (tl_field_row_get_problem (row), "no more than 200 characters"));
  g_assert_cmpuint (strlen (gtk_editable_get_text (title)), ==, 10000);
  gtk_widget_measure (GTK_WIDGET (row), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <, 360);

  gtk_editable_set_text (title, "Call 943 476 5919 about it");
  app_test_settle (GTK_WIDGET (fixture->window));
  g_assert_true (app_test_says (GTK_WIDGET (row), "NHS number"));
  app_test_keep (GTK_WIDGET (fixture->window), "editing-privacy");
  adw_dialog_close (ADW_DIALOG (dialog));
  wait_for_none (fixture);
}

/* ── Every form ───────────────────────────────────────────────────────────── */

static void
expand_all (GtkWidget *widget)
{
  if (TL_IS_MORE_FIELDS (widget))
    tl_more_fields_set_expanded (TL_MORE_FIELDS (widget), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    expand_all (child);
}

static gboolean
is_reached (GHashTable *reached,
            GtkWidget  *row)
{
  GHashTableIter iter;
  gpointer widget;

  g_hash_table_iter_init (&iter, reached);
  while (g_hash_table_iter_next (&iter, &widget, NULL))
    {
      if (gtk_widget_is_ancestor (widget, row))
        return TRUE;
    }
  return FALSE;
}

/* Tab goes through the fields, each of which gets the keyboard. */
static void
assert_reached (GtkWidget    *window,
                TlEditDialog *dialog,
                GtkWidget    *root)
{
  g_autoptr (GHashTable) reached = g_hash_table_new (NULL, NULL);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  while (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (dialog)) && g_hash_table_add (reached, focus))
    {
      if (!gtk_widget_child_focus (root, GTK_DIR_TAB_FORWARD))
        break;
      focus = gtk_window_get_focus (GTK_WINDOW (window));
    }
  for (TlTable table = tl_draft_get_table (tl_edit_dialog_get_draft (dialog)), i = 0; i < tl_layout_get (table)->n_fields; i++)
    {
      GtkWidget *row = tl_edit_dialog_find_row (dialog, tl_layout_get (table)->fields[i].column);

      /* What another field sets and this one only says isn't typed. */
      if (row != NULL && !TL_IS_RATING_WORDS_FIELD (row) && gtk_widget_get_mapped (row) && !is_reached (reached, row))
        g_error ("Tab doesn't reach %s of %s", tl_layout_get (table)->fields[i].column, tl_layout_get (table)->name);
    }
}

/* Nothing is wider than a telephone, also with letters of twice the size. */
static void
assert_fits (TlEditDialog *dialog,
             GtkWidget    *form)
{
  int minimum;

  gtk_widget_measure (form, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  if (minimum > 360)
    g_error ("The form of %s needs %d pixels", tl_layout_get (tl_draft_get_table (tl_edit_dialog_get_draft (dialog)))->name,
             minimum);
}

static void
try_form (TlWorkbook *workbook,
          GtkWidget  *window,
          TlTable     table)
{
  g_autofree char *name = g_strdup_printf ("editing-form-%s", tl_layout_get (table)->name);
  const TlFacts *row = tl_snapshot_count (get_snapshot (workbook), table) > 0
                         ? tl_snapshot_get (get_snapshot (workbook), table, 0) : NULL;
  GtkWidget *form = NULL;
  TlEditDialog *dialog;
  TlId id = { 0 };

  if (row != NULL)
    id = row->id;
  if (row != NULL)
    tl_editing_open (window, workbook, table, &id);
  else
    tl_editing_new (window, workbook, table, NULL);
  app_test_settle (window);
  dialog = TL_EDIT_DIALOG (adw_window_get_visible_dialog (ADW_WINDOW (window)));
  app_test_keep (window, name);
  form = app_test_find (GTK_WIDGET (dialog), TL_TYPE_EDIT_FORM);
  expand_all (form);
  app_test_settle (window);
  app_test_assert_named (GTK_WIDGET (dialog));
  assert_reached (window, dialog, form);
  app_test_set_text (2);
  app_test_settle (window);
  assert_fits (dialog, adw_dialog_get_child (ADW_DIALOG (dialog)));
  app_test_set_text (1);
  adw_dialog_force_close (ADW_DIALOG (dialog));
  app_test_settle (window);
}

static void
test_every_form (void)
{
  TlWorkbook *workbook = app_workbook_open_sample ();
  g_autofree char *before = tl_workbook_get_fingerprint (workbook), *after = NULL;
  GtkWidget *window = app_test_show (gtk_label_new ("Behind it"), 560, 700);
  guint n = 0;

  for (TlTable table = 0; table < TL_N_TABLES; table++)
    {
      if (!tl_edit_dialog_has_form (table))
        continue;
      try_form (workbook, window, table);
      n++;
    }
  g_assert_cmpuint (n, >=, 14);
  app_test_close (window);
  after = tl_workbook_get_fingerprint (workbook);
  g_assert_cmpstr (after, ==, before);
  app_workbook_close (workbook);
}

/* In a window as narrow as a telephone the dialog is a sheet, and all of it can be reached. */
static void
test_a_narrow_window (Fixture       *fixture,
                      gconstpointer  data)
{
  TlEditDialog *dialog;
  TlId id = find (fixture, TL_TABLE_ACTION, "A1")->id;

  tl_window_show_view (fixture->window, "owners");
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 700);
  app_test_settle (GTK_WIDGET (fixture->window));
  tl_editing_open (GTK_WIDGET (fixture->window), fixture->workbook, TL_TABLE_ACTION, &id);
  app_test_settle (GTK_WIDGET (fixture->window));
  dialog = get_dialog (fixture);
  g_assert_nonnull (dialog);
  app_test_keep (GTK_WIDGET (fixture->window), "editing-narrow");
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window)), <=, 360);
  g_assert_cmpint (gtk_widget_get_width (tl_edit_dialog_find_row (dialog, "title")), <=, 360 - 24);
  adw_dialog_close (ADW_DIALOG (dialog));
  wait_for_none (fixture);
}

/* Another day is looked at and not changed. */
static void
test_another_day (Fixture       *fixture,
                  gconstpointer  data)
{
  TlId id = find (fixture, TL_TABLE_ACTION, "A1")->id;

  tl_workbook_set_as_at (fixture->workbook, tl_workbook_get_today (fixture->workbook) - 30);
  app_test_settle (GTK_WIDGET (fixture->window));
  tl_editing_open (GTK_WIDGET (fixture->window), fixture->workbook, TL_TABLE_ACTION, &id);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.add", NULL);
  tl_editing_remove (GTK_WIDGET (fixture->window), fixture->workbook, TL_TABLE_ACTION, &id);
  app_window_wait (app_workbook_is_quiet, fixture->workbook);
  app_test_settle (GTK_WIDGET (fixture->window));
  g_assert_null (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)));
  g_assert_nonnull (find (fixture, TL_TABLE_ACTION, "A1"));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.today", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.add", NULL);
  app_test_settle (GTK_WIDGET (fixture->window));
  g_assert_nonnull (get_dialog (fixture));
  adw_dialog_close (ADW_DIALOG (get_dialog (fixture)));
  wait_for_none (fixture);
}

/* ── Choosing ─────────────────────────────────────────────────────────────── */

static gboolean
has_popover (gpointer data)
{
  return gtk_widget_get_mapped (app_test_find (data, TL_TYPE_ROW_CHOOSER));
}

/* A person is found by some letters of the name; one who isn't there yet is added on the way. */
static void
test_a_person_is_found_or_added (Fixture       *fixture,
                                 gconstpointer  data)
{
  TlEditDialog *dialog = begin_action (fixture), *adding;
  GtkWidget *row = tl_edit_dialog_find_row (dialog, "person");
  TlRowChooser *chooser = app_test_find (row, TL_TYPE_ROW_CHOOSER);
  TlDraft *draft = tl_edit_dialog_get_draft (dialog);
  GtkEditable *search;

  gtk_menu_button_popup (app_test_find (row, GTK_TYPE_MENU_BUTTON));
  app_window_wait (has_popover, row);
  search = app_test_find (GTK_WIDGET (chooser), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (search, "ferri");
  g_signal_emit_by_name (search, "activate");
  g_assert_true (tl_id_equal (tl_draft_get_link (draft, "person", 0), &find (fixture, TL_TABLE_PERSON, "P-JF")->id));
  app_test_settle (GTK_WIDGET (fixture->window));
  g_assert_true (app_test_says (row, "Joan Ferriby"));

  gtk_menu_button_popup (app_test_find (row, GTK_TYPE_MENU_BUTTON));
  app_window_wait (has_popover, row);
  app_test_settle (GTK_WIDGET (fixture->window));
  app_test_keep (GTK_WIDGET (chooser), "editing-chooser");
  gtk_editable_set_text (search, "Nell Amberley");
  g_signal_emit_by_name (search, "activate");
  app_test_settle (GTK_WIDGET (fixture->window));
  adding = get_dialog (fixture);
  g_assert_true (adding != NULL && adding != dialog);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_control (adding, "name", GTK_TYPE_TEXT))), ==, "Nell Amberley");
  gtk_editable_set_text (GTK_EDITABLE (find_control (adding, "role", GTK_TYPE_TEXT)), "Deputy manager");
  gtk_widget_activate_action (GTK_WIDGET (adding), "edit.save", NULL);
  app_window_wait (can_undo, fixture->workbook);
  app_test_settle (GTK_WIDGET (fixture->window));
  g_assert_true (app_test_says (row, "Nell Amberley"));
  adw_dialog_close (ADW_DIALOG (dialog));
  wait_for_none (fixture);
}

/* ── Removing ─────────────────────────────────────────────────────────────── */

static AdwAlertDialog *
get_alert (gpointer fixture)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (((Fixture *) fixture)->window));

  return ADW_IS_ALERT_DIALOG (dialog) ? ADW_ALERT_DIALOG (dialog) : NULL;
}

static gboolean
has_alert (gpointer fixture)
{
  return get_alert (fixture) != NULL;
}

static void
answer (Fixture    *fixture,
        const char *response)
{
  AdwAlertDialog *alert = get_alert (fixture);

  g_signal_emit_by_name (alert, "response", response);
  adw_dialog_force_close (ADW_DIALOG (alert));
}

static gboolean
is_risk_gone (gpointer data)
{
  Fixture *fixture = data;

  return tl_snapshot_find_ref (get_snapshot (fixture->workbook), TL_TABLE_RISK, "R1") == NULL;
}

static gboolean
is_risk_back (gpointer data)
{
  return !is_risk_gone (data);
}

/* What would be lost is said first; all of it goes and comes back as one. */
static void
test_a_risk_with_much_on_it (Fixture       *fixture,
                             gconstpointer  data)
{
  const TlRiskFacts *risk = (const TlRiskFacts *) find (fixture, TL_TABLE_RISK, "R1");
  guint n_actions = risk->actions.n, n_evidence = risk->evidence.n, n_all = count_actions (fixture);
  TlId id = risk->base.id;
  g_autofree char *actions = g_strdup_printf ("%u actions", n_actions);

  tl_editing_remove (GTK_WIDGET (fixture->window), fixture->workbook, TL_TABLE_RISK, &id);
  app_window_wait (has_alert, fixture);
  app_test_settle (GTK_WIDGET (fixture->window));
  app_test_keep (GTK_WIDGET (fixture->window), "editing-remove-risk");
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (get_alert (fixture)), actions));
  g_assert_cmpstr (adw_alert_dialog_get_default_response (get_alert (fixture)), ==, "cancel");
  answer (fixture, "remove");
  app_window_wait (is_risk_gone, fixture);
  g_assert_cmpuint (count_actions (fixture), ==, n_all - n_actions);

  app_window_wait (can_undo, fixture->workbook);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  app_window_wait (is_risk_back, fixture);
  app_window_wait (app_workbook_is_quiet, fixture->workbook);
  g_assert_cmpuint (count_actions (fixture), ==, n_all);
  risk = (const TlRiskFacts *) find (fixture, TL_TABLE_RISK, "R1");
  g_assert_cmpuint (risk->actions.n, ==, n_actions);
  g_assert_cmpuint (risk->evidence.n, ==, n_evidence);
}

/* Somebody whom others name isn't removed by mistake: the day until which they were there is offered. */
static void
test_a_person_is_ended_instead (Fixture       *fixture,
                                gconstpointer  data)
{
  TlId id = find (fixture, TL_TABLE_PERSON, "P-JF")->id;
  TlEditDialog *dialog;

  tl_editing_remove (GTK_WIDGET (fixture->window), fixture->workbook, TL_TABLE_PERSON, &id);
  app_window_wait (has_alert, fixture);
  app_test_settle (GTK_WIDGET (fixture->window));
  app_test_keep (GTK_WIDGET (fixture->window), "editing-remove-person");
  answer (fixture, "end");
  app_test_settle (GTK_WIDGET (fixture->window));
  dialog = get_dialog (fixture);
  g_assert_nonnull (dialog);
  g_assert_true (gtk_widget_has_focus (find_control (dialog, "until_date", GTK_TYPE_TEXT)));
  g_assert_cmpint (tl_draft_get_day (tl_edit_dialog_get_draft (dialog), "until_date"), ==,
                   tl_workbook_get_today (fixture->workbook));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "edit.save", NULL);
  wait_for_none (fixture);
  app_window_wait (can_undo, fixture->workbook);
}

static void
add_tests (void)
{
  g_test_add ("/editing/an-action-by-keyboard", Fixture, NULL, set_up, test_an_action_by_keyboard, tear_down);
  g_test_add ("/editing/an-offer-is-for-what-it-says", Fixture, NULL, set_up, test_an_offer_is_for_what_it_says, tear_down);
  g_test_add ("/editing/a-refusal-keeps-what-was-typed", Fixture, NULL, set_up, test_a_refusal_keeps_what_was_typed,
              tear_down);
  g_test_add ("/editing/escape-leaves-no-trace", Fixture, NULL, set_up, test_escape_leaves_no_trace, tear_down);
  g_test_add ("/editing/several-lines", Fixture, NULL, set_up, test_several_lines, tear_down);
  g_test_add ("/editing/an-action-is-done", Fixture, NULL, set_up, test_an_action_is_done, tear_down);
  g_test_add ("/editing/a-risk-begins-with-a-title", Fixture, NULL, set_up, test_a_risk_begins_with_a_title, tear_down);
  g_test_add ("/editing/pasted-junk", Fixture, NULL, set_up, test_pasted_junk, tear_down);
  g_test_add_func ("/editing/every-form", test_every_form);
  g_test_add ("/editing/a-narrow-window", Fixture, NULL, set_up, test_a_narrow_window, tear_down);
  g_test_add ("/editing/another-day", Fixture, NULL, set_up, test_another_day, tear_down);
  g_test_add ("/editing/a-person-is-found-or-added", Fixture, NULL, set_up, test_a_person_is_found_or_added, tear_down);
  g_test_add ("/editing/a-risk-with-much-on-it", Fixture, NULL, set_up, test_a_risk_with_much_on_it, tear_down);
  g_test_add ("/editing/a-person-is-ended-instead", Fixture, NULL, set_up, test_a_person_is_ended_instead, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
