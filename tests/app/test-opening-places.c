/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workbook that was left with its comparison of places in sight: that is there before anything else is concluded, it is
 * what it will be, and what isn't known yet is said to be that. */
#include "config.h"

#include "app-gate.h"
#include "app-test.h"
#include "app-window.h"
#include "app-workbook.h"

#include "tl-place-row.h"
#include "tl-places-matrix.h"
#include "tl-places-view.h"
#include "tl-workbook-kept.h"

typedef struct
{
  GFile *file;
  TlWindow *window;
  GVariant *kept[5];
} Fixture;

/* What is chosen in one window is kept for the next, which begins as on another computer. */
static const char * const keys[] = {
  "workbook-places", "places-measures", "places-dimension", "places-period", "places-way",
};

static void
forget_choices (void)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (settings, keys[i]);
}

static void
keep_choices (Fixture *self)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_clear_pointer (&self->kept[i], g_variant_unref);
      self->kept[i] = g_settings_get_value (settings, keys[i]);
    }
}

static void
close_window (Fixture *self)
{
  app_window_close (self->window);
  self->window = NULL;
  keep_choices (self);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  forget_choices ();
  self->file = app_window_copy_sample ();
  self->window = NULL;
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  app_window_close (self->window);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_variant_unref (self->kept[i]);
  g_object_unref (self->file);
}

/* Looks at places with a risk in hand, or none, and closes the window. */
static void
leave (Fixture    *self,
       const char *view,
       const char *risk,
       const char *way)
{
  TlWorkbook *workbook = NULL;
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);

  self->window = app_window_open (self->file);
  workbook = tl_window_get_workbook (self->window);
  tl_window_show_view (self->window, view);
  if (risk != NULL)
    g_object_set (self->window, "risk", app_workbook_find_risk (workbook, risk), NULL);
  g_settings_set_string (settings, "places-way", way);
  app_test_settle (GTK_WIDGET (self->window));
  close_window (self);
}

static gboolean
is_open (gpointer data)
{
  return tl_window_get_workbook (data) != NULL;
}

static gboolean
is_refused (gpointer data)
{
  return tl_window_is_empty (data) && adw_application_window_get_visible_dialog (data) != NULL;
}

/* The window where it was left, and nothing but what is in sight concluded until the gate is opened. */
static AppGate *
open_early (Fixture *self,
            int      width)
{
  AppGate *gate = app_gate_new ();
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);

  self->window = app_window_new ();
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_set_value (settings, keys[i], self->kept[i]);
  gtk_window_set_default_size (GTK_WINDOW (self->window), width, 768);
  tl_window_open (self->window, self->file);
  app_window_wait (is_open, self->window);
  app_test_settle (GTK_WIDGET (self->window));
  g_assert_null (tl_workbook_get_assessment (tl_window_get_workbook (self->window)));
  return gate;
}

static void
conclude (Fixture *self,
          AppGate *gate)
{
  app_gate_open (gate);
  app_window_wait (app_window_has_workbook, self->window);
  app_test_settle (GTK_WIDGET (self->window));
}

static GtkWidget *
get_view (Fixture *self)
{
  return app_test_find (GTK_WIDGET (self->window), TL_TYPE_PLACES_VIEW);
}

static GListModel *
get_rows (Fixture *self)
{
  return G_LIST_MODEL (gtk_column_view_get_model (app_test_find (get_view (self), GTK_TYPE_COLUMN_VIEW)));
}

static GtkDropDown *
get_chooser (Fixture *self)
{
  return app_test_find (get_view (self), GTK_TYPE_DROP_DOWN);
}

/* Everything that is said of the places, from top to bottom. */
static void
append_words (GtkWidget *widget,
              GString   *words)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), "still being worked out") == NULL)
    g_string_append_printf (words, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    append_words (child, words);
}

static char *
dup_words (Fixture *self)
{
  GString *words = g_string_new (NULL);

  append_words (get_view (self), words);
  return g_string_free_and_steal (words);
}

/* Every figure of every place, be it in sight or not. */
static char *
dup_rows (Fixture *self)
{
  static const char * const figures[] = { "name", "counts", "value", "interval", "state", "hides", "cause", "support" };
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (get_rows (self)); i++)
    {
      g_autoptr (TlPlaceRow) row = g_list_model_get_item (get_rows (self), i);

      for (guint j = 0; j < G_N_ELEMENTS (figures); j++)
        {
          g_autofree char *text = NULL;

          g_object_get (row, figures[j], &text, NULL);
          g_string_append_printf (words, "%s|", text);
        }
      g_string_append_c (words, '\n');
    }
  return g_string_free_and_steal (words);
}

static char *
dup_measure (Fixture *self)
{
  return g_strdup (gtk_string_object_get_string (gtk_drop_down_get_selected_item (get_chooser (self))));
}

static void
test_the_comparison_is_there_first (Fixture       *self,
                                    gconstpointer  data)
{
  g_autofree char *early = NULL, *late = NULL, *early_rows = NULL, *late_rows = NULL, *measure = NULL, *late_measure = NULL;
  g_autoptr (TlPlaceRow) first = NULL, still = NULL;
  GtkSingleSelection *selection = NULL;
  AppGate *gate = NULL;
  guint n_early = 0;

  leave (self, "places", "R1", "intervals");
  gate = open_early (self, 1366);
  g_assert_true (gtk_widget_get_mapped (get_view (self)));
  early = dup_words (self);
  early_rows = dup_rows (self);
  measure = dup_measure (self);
  g_assert_true (g_str_has_prefix (measure, "R1 "));
  g_assert_nonnull (strstr (early_rows, "All places|"));
  g_assert_nonnull (strstr (early_rows, "|hides 1 weak place|"));
  g_assert_nonnull (strstr (early_rows, "Damson Row|"));
  n_early = g_list_model_get_n_items (gtk_drop_down_get_model (get_chooser (self)));

  /* What isn't known is said to be that, and nothing can be done on the ground of it. */
  g_assert_true (app_test_says (get_view (self), "still being worked out"));
  gtk_widget_activate_action (get_view (self), "places.record-cause", NULL);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.print", NULL);
  g_assert_null (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window)));
  app_test_assert_named (GTK_WIDGET (self->window));
  app_test_keep (GTK_WIDGET (self->window), "opening-places-early");

  /* Whoever is looking at a place goes on doing so when the rest comes. */
  selection = GTK_SINGLE_SELECTION (get_rows (self));
  gtk_single_selection_set_selected (selection, 2);
  first = g_list_model_get_item (get_rows (self), 2);
  gtk_single_selection_set_selected (selection, 1);
  conclude (self, gate);
  g_assert_false (app_test_says (get_view (self), "still being worked out"));
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 1);
  still = g_list_model_get_item (get_rows (self), 2);
  g_assert_true (still == first);

  late = dup_words (self);
  late_rows = dup_rows (self);
  late_measure = dup_measure (self);
  g_assert_cmpstr (late_measure, ==, measure);
  g_assert_cmpstr (late_rows, ==, early_rows);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (get_chooser (self))), >, n_early);
  g_assert_nonnull (strstr (early, "Damson Row"));
  g_assert_cmpstr (late, ==, early);
}

/* Each time that can be chosen is there early too, and says the same. */
static void
test_other_times_and_dimensions (Fixture       *self,
                                 gconstpointer  data)
{
  g_autoptr (GPtrArray) early = g_ptr_array_new_with_free_func (g_free);
  AppGate *gate = NULL;

  leave (self, "places", "R1", "intervals");
  gate = open_early (self, 1366);
  for (gboolean late = FALSE; late <= TRUE; late++)
    {
      AdwToggleGroup *dimensions = app_test_find (get_view (self), ADW_TYPE_TOGGLE_GROUP);
      guint next = 0;

      for (guint i = 0; i < adw_toggle_group_get_n_toggles (dimensions); i++)
        {
          GtkDropDown *times = NULL;

          if (!adw_toggle_get_enabled (adw_toggle_group_get_toggle (dimensions, i)))
            continue;
          adw_toggle_group_set_active (dimensions, i);
          times = GTK_DROP_DOWN (gtk_widget_get_next_sibling (gtk_widget_get_parent (GTK_WIDGET (dimensions))));
          g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (times)), >, 3);
          for (guint j = 0; j < g_list_model_get_n_items (gtk_drop_down_get_model (times)); j++)
            {
              gtk_drop_down_set_selected (times, j);
              if (!late)
                g_ptr_array_add (early, dup_rows (self));
              else
                {
                  g_autofree char *rows = dup_rows (self);

                  g_assert_cmpuint (next, <, early->len);
                  g_assert_cmpstr (rows, ==, early->pdata[next++]);
                }
            }
        }
      if (!late)
        conclude (self, gate);
      else
        g_assert_cmpuint (next, ==, early->len);
    }
}

static void
test_the_matrix_waits (Fixture       *self,
                       gconstpointer  data)
{
  AppGate *gate = NULL;

  leave (self, "places", NULL, "matrix");
  gate = open_early (self, 1366);
  g_assert_true (gtk_widget_get_mapped (get_view (self)));
  g_assert_true (app_test_says (get_view (self), "Working It Out"));
  g_assert_null (app_test_find (get_view (self), TL_TYPE_PLACES_MATRIX));
  app_test_assert_named (GTK_WIDGET (self->window));
  app_test_keep (GTK_WIDGET (self->window), "opening-places-matrix");
  conclude (self, gate);
  g_assert_false (app_test_says (get_view (self), "Working It Out"));
  g_assert_true (gtk_widget_get_mapped (app_test_find (get_view (self), TL_TYPE_PLACES_MATRIX)));
}

static void
test_cards (Fixture       *self,
            gconstpointer  data)
{
  g_autofree char *early = NULL, *late = NULL;
  AppGate *gate = NULL;

  leave (self, "places", "R1", "intervals");
  gate = open_early (self, 360);
  early = dup_words (self);
  g_assert_nonnull (strstr (early, "Damson Row"));
  g_assert_true (app_test_says (get_view (self), "still being worked out"));
  app_test_assert_named (GTK_WIDGET (self->window));
  app_test_keep (GTK_WIDGET (self->window), "opening-places-narrow");
  conclude (self, gate);
  late = dup_words (self);
  g_assert_cmpstr (late, ==, early);
}

/* Of a risk that has nothing to compare the measure stays that was looked at before it, as it does later. */
static void
test_what_was_looked_at_last (Fixture       *self,
                              gconstpointer  data)
{
  g_autofree char *early = NULL, *late = NULL, *chosen = NULL;
  AppGate *gate = NULL;

  /* A measure that isn't the first of its risk's, nor of the first risk. */
  leave (self, "places", NULL, "intervals");
  self->window = app_window_open (self->file);
  tl_window_show_view (self->window, "places");
  app_test_settle (GTK_WIDGET (self->window));
  gtk_drop_down_set_selected (get_chooser (self), 4);
  chosen = dup_measure (self);
  g_object_set (self->window, "risk", NULL, NULL);
  close_window (self);
  gate = open_early (self, 1366);
  early = dup_measure (self);
  conclude (self, gate);
  late = dup_measure (self);
  g_assert_cmpstr (early, ==, chosen);
  g_assert_cmpstr (late, ==, chosen);
}

/* What a trainee is to conclude isn't shown before it is known to be a case. */
static void
test_a_practice_case (Fixture       *self,
                      gconstpointer  data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_BUILT, "..", "data", "practice", "ferrowby-house", "case.throughline", NULL);
  g_autoptr (GFile) found = g_file_new_for_path (path);
  TlWorkbook *workbook = NULL;
  char hex[TL_ID_HEX_LENGTH + 1];
  AppGate *gate = NULL;

  g_assert_true (g_file_copy (found, self->file, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, NULL));
  workbook = app_workbook_open_file (self->file);
  tl_id_to_hex (tl_workbook_get_document (workbook), hex);
  app_workbook_close (workbook);
  keep_choices (self);
  g_variant_unref (self->kept[0]);
  self->kept[0] = g_variant_ref_sink (g_variant_new_parsed ("[(%s, 'places', '')]", hex));
  gate = open_early (self, 1366);
  g_assert_null (tl_workbook_get_detail (tl_window_get_workbook (self->window)));
  g_assert_true (app_test_says (GTK_WIDGET (self->window), "Working It Out"));
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (self)), ==, 0);
  app_gate_open (gate);
  app_window_wait (is_refused, self->window);
  adw_dialog_force_close (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window)));
}

/* Somewhere else nothing is read first that nobody looks at. */
static void
test_elsewhere (Fixture       *self,
                gconstpointer  data)
{
  AppGate *gate = NULL;

  leave (self, "risks", "R1", "intervals");
  gate = open_early (self, 1366);
  g_assert_null (tl_workbook_get_detail (tl_window_get_workbook (self->window)));
  tl_window_show_view (self->window, "places");
  app_test_settle (GTK_WIDGET (self->window));
  g_assert_true (app_test_says (GTK_WIDGET (self->window), "Working It Out"));
  conclude (self, gate);
  g_assert_true (gtk_widget_get_mapped (get_view (self)));
  g_assert_true (tl_workbook_get_detail (tl_window_get_workbook (self->window))
                 == tl_workbook_get_assessment (tl_window_get_workbook (self->window)));
}

static void
add (const char *path,
     void      (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

static void
add_tests (void)
{
  add ("/opening-places/first", test_the_comparison_is_there_first);
  add ("/opening-places/times", test_other_times_and_dimensions);
  add ("/opening-places/matrix", test_the_matrix_waits);
  add ("/opening-places/cards", test_cards);
  add ("/opening-places/measure", test_what_was_looked_at_last);
  add ("/opening-places/elsewhere", test_elsewhere);
  add ("/opening-places/practice", test_a_practice_case);
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
