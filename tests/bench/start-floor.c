/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "start-floor.h"

#include "tl-risk-words.h"
#include "tl-workbook.h"

/* The least that a register can be: a window with nothing but a bare table, which opens the same workbook in the same
 * way and shows as many risks of it as the register does at once, one inscription a column. No marks, no styles of its
 * own, nothing to press. Framed, it has what any such window has around it: two header bars, and a sidebar of names and
 * icons. */

#define ROWS 14

typedef struct
{
  GtkApplication *application;
  GCallback mapped_cb;
  gboolean framed;
} Floor;

static const char * const titles[] = { "Ref", "Risk", "Rating", "Accountable", "Line", "Measure", "Review", "Findings" };

static char *
write_words (TlRisk *risk,
             guint   column)
{
  const TlRiskJudgement *outline = tl_risk_get_outline (risk);

  switch (column)
    {
    case 0:
      return g_strdup (tl_record_get_ref (TL_RECORD (risk)));
    case 1:
      return g_strdup (tl_risk_get_title (risk));
    case 2:
      return tl_risk_words_rating (outline);
    case 3:
      return tl_risk_words_owner (outline);
    case 6:
      return tl_risk_words_review (outline, tl_risk_get_as_at (risk));
    default:
      return g_strdup ("…");
    }
}

static void
set_up_cb (GtkSignalListItemFactory *factory,
           GtkColumnViewCell        *cell)
{
  gtk_column_view_cell_set_child (cell, g_object_new (GTK_TYPE_INSCRIPTION, "min-chars", 3, "text-overflow",
                                                      GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END, NULL));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkColumnViewCell        *cell,
         gpointer                  column)
{
  g_autofree char *words = write_words (gtk_column_view_cell_get_item (cell), GPOINTER_TO_UINT (column));

  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_column_view_cell_get_child (cell)), words);
}

static GtkWidget *
create_table (GListModel *risks)
{
  GListModel *first = G_LIST_MODEL (gtk_slice_list_model_new (g_object_ref (risks), 0, ROWS));
  GtkWidget *table = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (first)));

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (titles[i], factory);

      g_signal_connect (factory, "setup", G_CALLBACK (set_up_cb), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (i));
      gtk_column_view_column_set_expand (column, i == 1);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (table), column);
    }
  return table;
}

static GtkWidget *
create_page (GtkWidget  *bar,
             GtkWidget  *content,
             const char *title)
{
  GtkWidget *view = adw_toolbar_view_new ();

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), bar);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), content);
  return GTK_WIDGET (adw_navigation_page_new (view, title));
}

static GtkWidget *
create_sidebar (void)
{
  GtkWidget *list = gtk_list_box_new ();

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

      gtk_box_append (GTK_BOX (row), gtk_image_new_from_icon_name ("view-list-bullet-symbolic"));
      gtk_box_append (GTK_BOX (row), gtk_label_new (titles[i]));
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  gtk_widget_add_css_class (list, "navigation-sidebar");
  return list;
}

/* What any window of that kind has around what it shows. */
GtkWidget *
start_floor_create_frame (GtkWidget *sidebar_bar,
                          GtkWidget *sidebar,
                          GtkWidget *bar,
                          GtkWidget *content)
{
  GtkWidget *frame = adw_navigation_split_view_new ();

  adw_navigation_split_view_set_sidebar (ADW_NAVIGATION_SPLIT_VIEW (frame),
                                         ADW_NAVIGATION_PAGE (create_page (sidebar_bar, sidebar, "Throughline")));
  adw_navigation_split_view_set_content (ADW_NAVIGATION_SPLIT_VIEW (frame),
                                         ADW_NAVIGATION_PAGE (create_page (bar, content, "Risks")));
  return frame;
}

static GtkWidget *
create_frame (GtkWidget *content)
{
  return start_floor_create_frame (adw_header_bar_new (), create_sidebar (), adw_header_bar_new (), content);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Floor *self = user_data;
  g_autoptr (GError) error = NULL;
  TlWorkbook *workbook = tl_workbook_open_finish (result, &error);
  GtkWidget *window = adw_application_window_new (self->application), *scroller = gtk_scrolled_window_new ();

  g_assert_no_error (error);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), create_table (tl_workbook_get_risks (workbook)));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), self->framed ? create_frame (scroller) : scroller);
  gtk_window_set_default_size (GTK_WINDOW (window), 1366, 768);
  g_signal_connect (window, "map", self->mapped_cb, NULL);
  gtk_window_present (GTK_WINDOW (window));
}

static void
activate_cb (GApplication *application)
{
  g_application_hold (application);
}

/**
 * start_floor_run:
 * @path: a workbook
 * @framed: whether the table has header bars and a sidebar around it
 * @mapped_cb: called with the window when it is mapped
 *
 * Opens the workbook while the toolkit begins, as the program does, and shows the table when both are done.
 *
 * Returns: the exit status, if it ever ends
 */
int
start_floor_run (const char *path,
                 gboolean    framed,
                 GCallback   mapped_cb)
{
  static const TlId actor = { { 1, 2, 3 } };
  g_autoptr (AdwApplication) application = adw_application_new ("org.throughline.Floor", G_APPLICATION_NON_UNIQUE);
  g_autoptr (TlIdSource) ids = tl_id_source_new (&actor, "Priya");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  Floor self = { GTK_APPLICATION (application), mapped_cb, framed };

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  tl_workbook_open_outline_async (TL_STORE_ORIGIN_FILE, file, ids, NULL, NULL, opened_cb, &self);
  return g_application_run (G_APPLICATION (application), 0, NULL);
}
