/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-portal.h"
#include "app-test.h"
#include "app-window.h"
#include "app-workbook.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "tl-attachment-list.h"
#include "tl-attachment-row.h"
#include "tl-files-mark.h"
#include "tl-item-pane.h"
#include "tl-timeline-canvas.h"
#include "tl-workbook-undo.h"

/* The window on a copy of the sample, with a piece of evidence on R1 in the pane. */
typedef struct
{
  GFile *file;
  char *folder;
  TlWindow *window;
  TlWorkbook *workbook;
  TlView *view;
  TlTimelineCanvas *canvas;
  TlItemPane *pane;
  TlAttachmentList *list;
  AppPortal *portal;
} Fixture;

/* (transfer full) */
static TlTimelineItem *
find_evidence (Fixture *self)
{
  TlTimelinePlan *plan = tl_timeline_canvas_get_plan (self->canvas);

  for (guint i = plan->n_entries; i > 0; i--)
    {
      g_autoptr (TlTimelineItem) item = tl_timeline_plan_get_item (plan, i - 1);

      if (tl_timeline_item_get_evidence (item) != NULL)
        return g_steal_pointer (&item);
    }
  g_assert_not_reached ();
}

static void
choose_evidence (Fixture *self)
{
  g_autoptr (TlTimelineItem) item = find_evidence (self);

  tl_timeline_canvas_set_selected (self->canvas, item);
  gtk_widget_activate_action (GTK_WIDGET (self->canvas), "timeline.show-item", NULL);
  app_test_settle (GTK_WIDGET (self->window));
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (GFile) folder = NULL;

  self->portal = app_portal_new ();
  self->file = app_window_copy_sample ();
  folder = g_file_get_parent (self->file);
  self->folder = g_file_get_path (folder);
  self->window = app_window_open (self->file);
  self->workbook = tl_window_get_workbook (self->window);
  self->view = tl_window_show_view (self->window, "timeline");
  g_object_set (self->window, "risk", app_workbook_find_risk (self->workbook, "R1"), NULL);
  app_test_settle (GTK_WIDGET (self->window));
  self->canvas = app_test_find (GTK_WIDGET (self->view), TL_TYPE_TIMELINE_CANVAS);
  self->pane = app_test_find (GTK_WIDGET (self->view), TL_TYPE_ITEM_PANE);
  self->list = app_test_find (GTK_WIDGET (self->view), TL_TYPE_ATTACHMENT_LIST);
  choose_evidence (self);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  app_window_close (self->window);
  app_portal_free (self->portal);
  g_clear_object (&self->file);
  g_free (self->folder);
}

static GFile *
write_file (Fixture    *self,
            const char *name,
            const char *content)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  return g_file_new_for_path (path);
}

static GtkListBox *
get_rows (Fixture *self)
{
  return app_test_find (GTK_WIDGET (self->list), GTK_TYPE_LIST_BOX);
}

static guint
count_rows (Fixture *self)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (get_rows (self), (int) n) != NULL)
    n++;
  return n;
}

/* ── What is waited for ── */

static gboolean
has_one (gpointer data)
{
  return count_rows (data) == 1 && !tl_workbook_get_busy (((Fixture *) data)->workbook);
}

static gboolean
has_two (gpointer data)
{
  return count_rows (data) == 2;
}

static gboolean
has_none (gpointer data)
{
  return count_rows (data) == 0;
}

static gboolean
has_dialog (gpointer data)
{
  return adw_application_window_get_visible_dialog (data) != NULL;
}

static gboolean
has_opened (gpointer data)
{
  return app_portal_count_opened (data) > 0;
}

static gboolean
is_there (gpointer data)
{
  return g_file_test (data, G_FILE_TEST_EXISTS);
}

static gboolean
can_undo (gpointer data)
{
  return tl_workbook_get_can_undo (data);
}

static void
add (Fixture    *self,
     const char *name,
     const char *content)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (files, write_file (self, name, content));
  tl_attachment_list_add (self->list, files);
}

static void
add_one (Fixture    *self,
         const char *name,
         const char *content)
{
  add (self, name, content);
  app_window_wait (has_one, self);
  app_test_settle (GTK_WIDGET (self->window));
}

static GtkDropTarget *
find_drop_target (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }
  return NULL;
}

static gboolean
drop (Fixture *self,
      GSList  *files)
{
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, files);
  g_signal_emit_by_name (find_drop_target (GTK_WIDGET (self->pane)), "drop", &value, 10.0, 10.0, &taken);
  return taken;
}

/* ── Tests ── */

/* Dropped, shown, saved: what somebody else opens has it. */
static void
test_dropped_files_reach_the_file (Fixture       *self,
                                   gconstpointer  data)
{
  g_autoptr (GFile) first = write_file (self, "audit.txt", "Forty charts"), second = write_file (self, "minutes.txt", "March");
  g_autoptr (GSList) files = g_slist_append (g_slist_append (NULL, first), second);
  g_autoptr (TlTimelineItem) item = find_evidence (self);
  const TlEvidenceFacts *facts = tl_timeline_item_get_evidence (item);
  TlId evidence = facts->base.id;
  TlWorkbook *again;

  g_assert_true (gdk_content_formats_contain_gtype (gtk_drop_target_get_formats (find_drop_target (GTK_WIDGET (self->pane))),
                                                    GDK_TYPE_FILE_LIST));
  g_assert_true (drop (self, files));
  app_window_wait (has_two, self);
  app_test_keep (GTK_WIDGET (self->window), "attachments-two");

  app_window_close (self->window);
  again = app_workbook_open_file (self->file);
  facts = tl_snapshot_find (tl_assessment_get_snapshot (tl_workbook_get_assessment (again)), TL_TABLE_EVIDENCE, &evidence);
  g_assert_cmpuint (facts->attachments.n, ==, 2);
  app_workbook_close (again);
  self->window = app_window_new ();
}

static void
test_chosen_files_are_attached (Fixture       *self,
                                gconstpointer  data)
{
  g_autoptr (GFile) file = write_file (self, "audit.txt", "Forty charts");
  const char *choice[] = { g_file_peek_path (file), NULL };

  app_portal_set_choice (self->portal, choice);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "attachments.add", NULL);
  app_window_wait (has_one, self);
}

/* What another program is given is a copy of its own, by the file's name, that can only be read. */
static void
test_opened_through_the_portal (Fixture       *self,
                                gconstpointer  data)
{
  g_autofree char *opened = NULL, *name = NULL, *content = NULL;
  gboolean writable;

  add_one (self, "audit.txt", "Forty charts");
  g_signal_emit_by_name (get_rows (self), "row-activated", gtk_list_box_get_row_at_index (get_rows (self), 0));
  app_window_wait (has_opened, self->portal);
  opened = app_portal_take_opened (self->portal, &writable);
  name = g_path_get_basename (opened);
  g_assert_cmpstr (name, ==, "audit.txt");
  g_assert_false (writable);
  g_assert_true (g_file_get_contents (opened, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "Forty charts");
  g_assert_false (g_str_has_prefix (opened, self->folder));
}

static void
test_a_program_is_not_opened (Fixture       *self,
                              gconstpointer  data)
{
  add_one (self, "invoice.pdf.desktop", "[Desktop Entry]");
  g_signal_emit_by_name (get_rows (self), "row-activated", gtk_list_box_get_row_at_index (get_rows (self), 0));
  app_window_wait (has_dialog, self->window);
  g_assert_cmpuint (app_portal_count_opened (self->portal), ==, 0);
  adw_dialog_force_close (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window)));
}

static void
test_a_copy_is_saved (Fixture       *self,
                      gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->folder, "kept.txt", NULL), *proposed = NULL;
  const char *choice[] = { path, NULL };
  char hex[TL_ID_HEX_LENGTH + 1];

  add_one (self, "audit.txt", "Forty charts");
  tl_id_to_hex (&tl_attachment_row_get_facts (TL_ATTACHMENT_ROW (gtk_list_box_get_row_at_index (get_rows (self), 0)))->id,
                hex);
  app_portal_set_choice (self->portal, choice);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "attachment.save", "s", hex);
  app_window_wait (is_there, path);
  proposed = app_portal_get_proposed (self->portal);
  g_assert_cmpstr (proposed, ==, "audit.txt");
}

static void
test_what_cannot_be_attached_is_said (Fixture       *self,
                                      gconstpointer  data)
{
  AdwAlertDialog *dialog;

  add (self, "empty.txt", "");
  app_window_wait (has_dialog, self->window);
  dialog = ADW_ALERT_DIALOG (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window)));
  g_assert_cmpstr (adw_alert_dialog_get_heading (dialog), ==, "1 File Wasn’t Attached");
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (dialog), "“empty.txt” is empty"));
  app_test_keep (GTK_WIDGET (self->window), "attachments-refused");
  adw_dialog_force_close (ADW_DIALOG (dialog));
  g_assert_cmpuint (count_rows (self), ==, 0);
}

static void
test_removed_and_brought_back (Fixture       *self,
                               gconstpointer  data)
{
  char hex[TL_ID_HEX_LENGTH + 1];

  add_one (self, "audit.txt", "Forty charts");
  tl_id_to_hex (&tl_attachment_row_get_facts (TL_ATTACHMENT_ROW (gtk_list_box_get_row_at_index (get_rows (self), 0)))->id,
                hex);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "attachment.remove", "s", hex);
  app_window_wait (has_none, self);
  app_window_wait (can_undo, self->workbook);
  app_test_keep (GTK_WIDGET (self->window), "attachments-removed");
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL);
  app_window_wait (has_one, self);
}

/* Looks wherever the document might keep it. */
static gboolean
is_anywhere (Fixture    *self,
             const char *text)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_load_contents (self->file, NULL, &bytes, &length, NULL, NULL));
  for (gsize i = 0; i + strlen (text) <= length; i++)
    if (memcmp (bytes + i, text, strlen (text)) == 0)
      return TRUE;
  return FALSE;
}

/* After one question neither the name nor what it held is anywhere in the document, and undoing doesn't bring it back. */
static void
test_erased_for_good (Fixture       *self,
                      gconstpointer  data)
{
  char hex[TL_ID_HEX_LENGTH + 1];
  g_autoptr (GAsyncResult) saved = NULL;
  AdwDialog *question;

  add_one (self, "audit.txt", "Forty charts");
  tl_workbook_save_async (self->workbook, NULL, NULL, app_workbook_answer_cb, &saved);
  g_assert_true (tl_workbook_save_finish (self->workbook, app_workbook_wait_for (&saved), NULL));
  g_assert_true (is_anywhere (self, "Forty charts") && is_anywhere (self, "audit.txt"));
  tl_id_to_hex (&tl_attachment_row_get_facts (TL_ATTACHMENT_ROW (gtk_list_box_get_row_at_index (get_rows (self), 0)))->id,
                hex);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "attachment.erase", "s", hex);
  app_window_wait (has_dialog, self->window);
  question = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window));
  g_assert_cmpstr (adw_alert_dialog_get_default_response (ADW_ALERT_DIALOG (question)), ==, "keep");
  app_test_keep (GTK_WIDGET (self->window), "attachments-erasing");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (question), "erase");
  adw_dialog_close (question);
  app_window_wait (has_none, self);
  app_window_close (self->window);
  g_assert_false (is_anywhere (self, "Forty charts") || is_anywhere (self, "audit.txt"));
  self->window = app_window_new ();
}

/* As at another day nothing can be added, neither by button nor by hand. */
static void
test_another_day_is_left_alone (Fixture       *self,
                                gconstpointer  data)
{
  g_autoptr (GFile) file = write_file (self, "audit.txt", "Forty charts");
  g_autoptr (GSList) files = g_slist_append (NULL, file);
  GtkWidget *button;

  add_one (self, "minutes.txt", "March");
  tl_workbook_set_as_at (self->workbook, tl_workbook_get_today (self->workbook) - 1);
  while (tl_workbook_get_busy (self->workbook))
    g_main_context_iteration (NULL, TRUE);
  choose_evidence (self);
  g_assert_false (tl_attachment_list_get_can_add (self->list));
  g_assert_false (drop (self, files));
  button = app_test_find (GTK_WIDGET (self->list), ADW_TYPE_BUTTON_CONTENT);
  g_assert_false (gtk_widget_get_mapped (button));
  g_assert_cmpuint (count_rows (self), ==, 1);
}

static gboolean
is_marked (GtkWidget *widget)
{
  g_autofree char *files = NULL;

  if (TL_IS_FILES_MARK (widget))
    {
      g_object_get (widget, "files", &files, NULL);
      if (files != NULL && g_str_equal (files, "1 file: audit.txt"))
        return gtk_widget_get_visible (widget);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (is_marked (child))
      return TRUE;
  return FALSE;
}

/* The list beneath says where there are files, and so does what is read out. */
static void
test_the_list_says_where_files_are (Fixture       *self,
                                    gconstpointer  data)
{
  g_autofree char *words = NULL;

  g_assert_false (is_marked (GTK_WIDGET (self->view)));
  add_one (self, "audit.txt", "Forty charts");
  g_assert_true (is_marked (GTK_WIDGET (self->view)));
  words = tl_timeline_item_describe (tl_timeline_canvas_get_selected (self->canvas));
  g_assert_true (g_str_has_suffix (words, "(1 file: audit.txt)"));
  app_test_assert_named (GTK_WIDGET (self->view));
}

static gboolean
is_focused (GtkWidget *window,
            GtkWidget *within)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

  return focus != NULL && (focus == within || gtk_widget_is_ancestor (focus, within));
}

/* From the drawing to an opened file, and to one that is removed, without a mouse. */
static void
test_by_keyboard (Fixture       *self,
                  gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (self->window);
  gboolean writable;

  add_one (self, "audit.txt", "Forty charts");
  gtk_widget_activate_action (GTK_WIDGET (self->canvas), "timeline.close-item", NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  app_test_settle (window);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (self->pane)));
  if (!app_window_press (self->window, "Return", NULL))
    {
      g_test_skip ("no keys can be pressed here");
      return;
    }
  g_assert_true (is_focused (window, GTK_WIDGET (self->pane)));
  for (guint i = 0; i < 5 && !is_focused (window, GTK_WIDGET (get_rows (self))); i++)
    app_window_press (self->window, "Tab", NULL);
  g_assert_true (is_focused (window, GTK_WIDGET (get_rows (self))));
  app_window_press (self->window, "Return", NULL);
  app_window_wait (has_opened, self->portal);
  g_free (app_portal_take_opened (self->portal, &writable));

  /* Within the row: the copy, then the menu, whose first item removes it. */
  app_window_press (self->window, "Tab", "Tab", "space", NULL);
  app_window_press (self->window, "r", NULL);
  app_window_wait (has_none, self);
  app_test_settle (window);
  g_assert_true (is_focused (window, GTK_WIDGET (self->list)));

  app_window_press (self->window, "Escape", NULL);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (self->pane)));
  g_assert_true (is_focused (window, GTK_WIDGET (self->canvas)));
}

static void
test_other_shapes (Fixture       *self,
                   gconstpointer  data)
{
  add_one (self, "Medicines audit of Damson Row, signed by everyone who took part, March 2026.pdf", "Forty charts");
  app_test_keep (GTK_WIDGET (self->window), "attachments-light");
  app_test_set_dark (TRUE);
  app_test_settle (GTK_WIDGET (self->window));
  app_test_keep (GTK_WIDGET (self->window), "attachments-dark");
  app_test_set_dark (FALSE);
  gtk_widget_set_state_flags (GTK_WIDGET (self->pane), GTK_STATE_FLAG_DROP_ACTIVE, FALSE);
  app_test_keep (GTK_WIDGET (self->window), "attachments-drop");
  gtk_widget_unset_state_flags (GTK_WIDGET (self->pane), GTK_STATE_FLAG_DROP_ACTIVE);
  app_test_set_text (2);
  app_test_settle (GTK_WIDGET (self->window));
  app_test_keep (GTK_WIDGET (self->window), "attachments-large");
  app_test_set_text (1);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 360, 700);
  app_test_settle (GTK_WIDGET (self->window));
  app_test_keep (GTK_WIDGET (self->window), "attachments-narrow");
}

static void
add_tests (void)
{
#define ADD(path, test) g_test_add ("/attachments/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("dropped", test_dropped_files_reach_the_file);
  ADD ("chosen", test_chosen_files_are_attached);
  ADD ("opened", test_opened_through_the_portal);
  ADD ("program", test_a_program_is_not_opened);
  ADD ("copy", test_a_copy_is_saved);
  ADD ("refused", test_what_cannot_be_attached_is_said);
  ADD ("removed", test_removed_and_brought_back);
  ADD ("erased", test_erased_for_good);
  ADD ("another-day", test_another_day_is_left_alone);
  ADD ("marked", test_the_list_says_where_files_are);
  ADD ("by-keyboard", test_by_keyboard);
  ADD ("other-shapes", test_other_shapes);
}

int
main (int   argc,
      char *argv[])
{
  /* As within a sandbox, files are opened and chosen by the portal. */
  g_setenv ("GDK_DEBUG", "portals", TRUE);
  return app_test_run (&argc, &argv, add_tests);
}
