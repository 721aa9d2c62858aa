/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "start-place-words.h"

/* What a comparison of places shows at first, and nothing behind it: the same words as that of the generated workbook, as
 * large and as bold, and a line and a dot for each interval, in the toolkit's own widgets. Nothing is compared, and nothing
 * follows what is pressed. */

#define N_COLUMNS 8
#define HEIGHT 40

static const char * const titles[N_COLUMNS] = {
  "Place", "Last 3 months", "%", "95 % interval", "State", "Trend", "Cause, support", "80 %  85 %  90 %  95 %",
};

static const char * const rows[][N_COLUMNS] = {
  { "All places", "487 of 517", "94.2", "91.8 to 95.9", "even", NULL, "", NULL },
  { "Damson House", "46 of 51", "90.2", "79.0 to 95.7", "in line", NULL, "–", NULL },
  { "Fern House", "76 of 83", "91.6", "83.6 to 95.9", "in line", NULL, "–", NULL },
  { "Cedar House", "88 of 95", "92.6", "85.6 to 96.4", "in line", NULL, "–", NULL },
  { "Alder House", "90 of 94", "95.7", "89.6 to 98.3", "in line", NULL, "cause recorded", NULL },
  { "Elder House", "73 of 76", "96.1", "89.0 to 98.6", "in line", NULL, "–", NULL },
  { "Birch House", "114 of 118", "96.6", "91.6 to 98.7", "in line", NULL, "–", NULL },
};

static const char * const parts[][4] = {
  { "Why it lags", "Nothing is recorded; it doesn’t lag.", NULL, "Record the Cause" },
  { "Support: none open", "None is open here; it doesn’t lag.", NULL, "Add a Support Action" },
  { "Next look", "It is looked at again by 10 Jun.", "the risk’s next review; nothing is agreed for this place alone",
    "Agree the Next Look" },
  { "Learning to share", "Reading each chart aloud at handover finds the gaps.", "noted 4 Jan, taken up here 18 Jan",
    "Note More" },
};

/* ── The table ────────────────────────────────────────────────────────────── */

/* A line with a dot in its middle. */
static void
draw_cb (GtkDrawingArea *area,
         cairo_t        *cr,
         int             width,
         int             height,
         gpointer        data)
{
  cairo_move_to (cr, width * 0.3, height / 2.0);
  cairo_line_to (cr, width * 0.8, height / 2.0);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
  cairo_arc (cr, width * 0.6, height / 2.0, 4, 0, 2 * G_PI);
  cairo_fill (cr);
}

static GtkWidget *
create_drawing (int width)
{
  GtkWidget *drawing = gtk_drawing_area_new ();

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (drawing), draw_cb, NULL, NULL);
  gtk_widget_set_size_request (drawing, width, HEIGHT);
  return drawing;
}

static void
set_up_cb (GtkSignalListItemFactory *factory,
           GtkColumnViewCell        *cell,
           gpointer                  column)
{
  guint i = GPOINTER_TO_UINT (column);
  GtkWidget *child = NULL;

  if (i == 5 || i == 7)
    child = create_drawing (i == 5 ? 52 : 200);
  else
    {
      child = g_object_new (GTK_TYPE_INSCRIPTION, "min-chars", i == 0 ? 15 : 10, "text-overflow",
                            GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END, NULL);
      gtk_widget_set_size_request (child, -1, HEIGHT);
    }
  gtk_column_view_cell_set_child (cell, child);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkColumnViewCell        *cell,
         gpointer                  column)
{
  guint i = GPOINTER_TO_UINT (column), row = gtk_column_view_cell_get_position (cell);
  GtkWidget *child = gtk_column_view_cell_get_child (cell);

  if (!GTK_IS_INSCRIPTION (child))
    return;
  gtk_inscription_set_text (GTK_INSCRIPTION (child), rows[row][i]);
  if (row == 0 || i == 2)
    gtk_widget_add_css_class (child, "heading");
}

static GtkWidget *
create_table (void)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  GtkWidget *table = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    gtk_string_list_append (names, rows[i][0]);
  table = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (names))));
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (titles[i], factory);

      g_signal_connect (factory, "setup", G_CALLBACK (set_up_cb), GUINT_TO_POINTER (i));
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (i));
      gtk_column_view_column_set_expand (column, i == N_COLUMNS - 1);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (table), column);
    }
  return table;
}

/* ── Above and beneath ────────────────────────────────────────────────────── */

static void
append (GtkWidget  *box,
        const char *text,
        const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  gtk_box_append (GTK_BOX (box), label);
}

static GtkWidget *
create_choices (void)
{
  static const char * const toggles[] = {
    "Location", "Team", "Shift", "Staff group", "Latest window", "Intervals", "Funnel", "Gap", "Matrix",
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  append (box, "Measure", NULL);
  append (box, "R1 Entries complete", "heading");
  for (gsize i = 0; i < G_N_ELEMENTS (toggles); i++)
    append (box, toggles[i], "heading");
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("view-sort-ascending-symbolic"));
  return box;
}

static GtkWidget *
create_part (const char * const *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  append (box, words[0], "heading");
  append (box, words[1], NULL);
  if (words[2] != NULL)
    append (box, words[2], "caption");
  gtk_box_append (GTK_BOX (box), gtk_button_new_with_label (words[3]));
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

static GtkWidget *
create_pane (void)
{
  GtkWidget *pane = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *beneath = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);

  append (head, "Damson House", "title-4");
  append (head, "in line with the others", NULL);
  append (head, "Gap between best and worst place: 6.4 points, was 4.9 points, steady", "dimmed");
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    gtk_box_append (GTK_BOX (beneath), create_part (parts[i]));
  gtk_box_append (GTK_BOX (pane), head);
  gtk_box_append (GTK_BOX (pane), beneath);
  return pane;
}

/**
 * start_place_words_create_content:
 *
 * Returns: (transfer full): the words of a comparison
 */
GtkWidget *
start_place_words_create_content (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *scroller = gtk_scrolled_window_new ();
  GtkWidget *beneath = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), create_table ());
  gtk_widget_set_vexpand (scroller, TRUE);
  append (beneath, "Sums of records, never averages of percentages. Fewer than 10 records is too few to judge.", "caption");
  append (beneath, "target 92 %", "caption-heading");
  append (beneath, "all 94.2 %", "caption-heading");
  gtk_box_append (GTK_BOX (box), create_choices ());
  append (box, "No place is weak by comparison, and every one has records enough to tell.", NULL);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), beneath);
  gtk_box_append (GTK_BOX (box), create_pane ());
  return box;
}
