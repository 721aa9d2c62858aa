/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "start-words.h"

#include "start-floor.h"
#include "start-place-words.h"

/* What a register shows before anything is concluded of its risks, and nothing behind it: the same words as that of the
 * generated workbook, as large and as bold, and the same icons, in the toolkit's own widgets. No workbook is opened, no
 * mark is drawn, and nothing follows what is pressed. What this takes longer than a blank window no program could save
 * that shows as much; a letter that is seen has to be made. */

typedef struct
{
  const char *ref;
  const char *title;
  const char *theme;
  const char *rating;
  const char *owner;
  const char *role;
} Row;

static const Row rows[] = {
  { "R6", "Complaints that come back, Elder House", "Complaints", "20", "Farid Kaur", "Registered manager" },
  { "R1", "Medicines record gaps, Alder House", "Medicines", "16", "Carys Abbot", "Registered manager" },
  { "R17", "Medicines record gaps, Alder House", "Medicines", "16", "Carys Abbot", "Registered manager" },
  { "R2", "Concerns not escalated, Elder House", "Safeguarding", "12", "Farid Kaur", "Registered manager" },
  { "R13", "Repeat falls, Alder House", "Incidents", "12", "Carys Abbot", "Registered manager" },
  { "R8", "Slow answers to call bells, Alder House", "Governance", "10", "Carys Abbot", "Registered manager" },
  { "R14", "Complaints that come back, Birch House", "Complaints", "10", "Rhys Dunne", "Deputy manager" },
  { "R3", "Missed night checks, Damson House", "Staffing", "9", "Sofia Dunne", "Registered manager" },
  { "R10", "Concerns not escalated, Fern House", "Safeguarding", "8", "Tariq Fenn", "Registered manager" },
  { "R7", "Notes written late, Damson House", "Records", "6", "Sofia Dunne", "Registered manager" },
  { "R4", "Plans behind people's needs, Alder House", "Care planning", "5", "Carys Abbot", "Registered manager" },
};

static const char * const titles[] = { "Ref", "Risk", "Rating", "Accountable", "Line", "Measure", "Review", "Findings" };

/* ── The table ────────────────────────────────────────────────────────────── */

static GtkWidget *
create_words (const char *class,
              guint       chars)
{
  GtkWidget *words = g_object_new (GTK_TYPE_INSCRIPTION, "min-chars", chars, "text-overflow",
                                   GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END, NULL);

  if (class != NULL)
    gtk_widget_add_css_class (words, class);
  return words;
}

/* The fact, and what supports it. */
static GtkWidget *
create_cell (guint column)
{
  static const char * const facts[] = { NULL, "heading", "caption-heading" };
  GtkWidget *fact = create_words (column < G_N_ELEMENTS (facts) ? facts[column] : NULL, column == 3 ? 12 : 3), *box = NULL;

  if (column != 1 && column != 3)
    return fact;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (box), fact);
  gtk_box_append (GTK_BOX (box), create_words ("caption", 3));
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

static void
set_up_cb (GtkSignalListItemFactory *factory,
           GtkColumnViewCell        *cell,
           gpointer                  column)
{
  GtkWidget *child = create_cell (GPOINTER_TO_UINT (column));

  gtk_widget_set_size_request (child, -1, 38);
  gtk_column_view_cell_set_child (cell, child);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkColumnViewCell        *cell,
         gpointer                  column)
{
  const Row *row = &rows[gtk_column_view_cell_get_position (cell)];
  const char * const facts[] = { row->ref, row->title, row->rating, row->owner, "…", "…", "…", "…" };
  guint i = GPOINTER_TO_UINT (column);
  GtkWidget *child = gtk_column_view_cell_get_child (cell);

  if (GTK_IS_BOX (child))
    {
      gtk_inscription_set_text (GTK_INSCRIPTION (gtk_widget_get_last_child (child)), i == 1 ? row->theme : row->role);
      child = gtk_widget_get_first_child (child);
    }
  gtk_inscription_set_text (GTK_INSCRIPTION (child), facts[i]);
}

static GtkWidget *
create_table (void)
{
  GtkStringList *refs = gtk_string_list_new (NULL);
  GtkWidget *table = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    gtk_string_list_append (refs, rows[i].ref);
  table = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (refs))));
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (titles[i], factory);

      g_signal_connect (factory, "setup", G_CALLBACK (set_up_cb), GUINT_TO_POINTER (i));
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (i));
      gtk_column_view_column_set_expand (column, i == 1);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (table), column);
    }
  return table;
}

/* ── Around it ────────────────────────────────────────────────────────────── */

static GtkWidget *
create_label (const char *text,
              const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  return label;
}

static void
append (GtkWidget  *box,
        const char *icon,
        const char *text,
        const char *class)
{
  if (icon != NULL)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  if (text != NULL)
    gtk_box_append (GTK_BOX (box), create_label (text, class));
}

static GtkWidget *
create_chips (void)
{
  static const char * const chips[][2] = {
    { "Mine", "…" }, { "High", "3" }, { "Needs attention", "…" }, { "Review overdue", "…" }, { "Closed", "2" },
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  append (box, "object-select-symbolic", "Open", "heading");
  append (box, NULL, "18", "heading");
  for (gsize i = 0; i < G_N_ELEMENTS (chips); i++)
    {
      append (box, NULL, chips[i][0], NULL);
      append (box, NULL, chips[i][1], NULL);
    }
  append (box, "starred-symbolic", NULL, NULL);
  append (box, "columns-symbolic", NULL, NULL);
  return box;
}

static GtkWidget *
create_content (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), create_table ());
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), create_chips ());
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), create_label ("18 open risks, highest rating first", "caption"));
  return box;
}

static GtkWidget *
create_bar (void)
{
  static const char * const before[] = {
    "list-add-symbolic", "pan-down-symbolic", "edit-undo-symbolic", "edit-redo-symbolic",
  };
  static const char * const after[] = { "document-print-symbolic", "system-search-symbolic" };
  GtkWidget *bar = adw_header_bar_new (), *title = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *day = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  append (title, NULL, "Quillbrook Care", "heading");
  append (title, NULL, "Saved", "caption");
  gtk_widget_set_valign (title, GTK_ALIGN_CENTER);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (bar), title);
  for (gsize i = 0; i < G_N_ELEMENTS (before); i++)
    adw_header_bar_pack_start (ADW_HEADER_BAR (bar), gtk_image_new_from_icon_name (before[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (after); i++)
    adw_header_bar_pack_end (ADW_HEADER_BAR (bar), gtk_image_new_from_icon_name (after[i]));
  append (day, "x-office-calendar-symbolic", "As at 9 Jun 2026", "heading");
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), day);
  return bar;
}

static GtkWidget *
create_sidebar_bar (void)
{
  GtkWidget *bar = adw_header_bar_new ();

  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), gtk_image_new_from_icon_name ("open-menu-symbolic"));
  return bar;
}

static GtkWidget *
create_sidebar (void)
{
  static const char * const views[][3] = {
    { "overview-symbolic", "Overview", NULL }, { "view-list-bullet-symbolic", "Risks", "18" },
    { "system-users-symbolic", "Owners", NULL }, { "timeline-symbolic", "Timeline", NULL },
    { "places-symbolic", "Places", NULL }, { "reviews-symbolic", "Reviews", NULL },
  };
  GtkWidget *list = gtk_list_box_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    {
      GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

      append (row, views[i][0], views[i][1], NULL);
      append (row, NULL, views[i][2], "caption");
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  gtk_widget_add_css_class (list, "navigation-sidebar");
  return list;
}

/* What it is to show, of which a process shows one thing. */
static gboolean in_places;

static void
activate_cb (GtkApplication *application,
             GCallback       mapped_cb)
{
  GtkWidget *window = adw_application_window_new (application);

  /* Those of the program's own icons that are seen. */
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gtk_widget_get_display (window)),
                                    "/org/throughline/Throughline/icons");
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window),
                                      start_floor_create_frame (create_sidebar_bar (), create_sidebar (), create_bar (),
                                                                in_places ? start_place_words_create_content ()
                                                                          : create_content ()));
  gtk_window_set_default_size (GTK_WINDOW (window), 1366, 768);
  g_signal_connect (window, "map", mapped_cb, NULL);
  gtk_window_present (GTK_WINDOW (window));
}

/**
 * start_words_run:
 * @places: whether those of the comparison of places, or those of the register
 * @mapped_cb: called with the window when it is mapped
 *
 * Shows the words.
 *
 * Returns: the exit status, if it ever ends
 */
int
start_words_run (gboolean  places,
                 GCallback mapped_cb)
{
  g_autoptr (AdwApplication) application = adw_application_new ("org.throughline.Words", G_APPLICATION_NON_UNIQUE);

  in_places = places;
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), mapped_cb);
  return g_application_run (G_APPLICATION (application), 0, NULL);
}
