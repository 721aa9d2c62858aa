/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-test.h"

#include <math.h>

#include "tl-fact-cell.h"
#include "tl-finding-counts.h"
#include "tl-font-size.h"
#include "tl-line-cell.h"
#include "tl-rating-cell.h"
#include "tl-sparkline.h"
#include "tl-widget-ink.h"

/* Whether something is said where the pointer rests. */
static gboolean
has_tooltip (GtkWidget *cell)
{
  g_autoptr (GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean shown = FALSE;

  g_signal_emit_by_name (cell, "query-tooltip", 1, 1, FALSE, tooltip, &shown);
  return shown;
}

static void
assert_sentence (GtkWidget  *cell,
                 const char *sentence)
{
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence);
  g_assert_cmpstr (tl_drawn_cell_get_sentence (TL_DRAWN_CELL (cell)), ==, sentence);
  g_assert_true (has_tooltip (cell));
}

static void
test_line_is_said (void)
{
  g_autoptr(GtkWidget) cell = g_object_ref_sink (tl_line_cell_new ());
  const TlLinkState states[TL_N_LINE_LINKS] = {
    TL_LINK_STATE_SOUND, TL_LINK_STATE_MISSING, TL_LINK_STATE_WEAK, TL_LINK_STATE_SOUND,
    TL_LINK_STATE_SOUND, TL_LINK_STATE_SOUND, TL_LINK_STATE_SOUND, TL_LINK_STATE_SOUND,
  };
  TlRiskJudgement sound = { .position = TL_LINE_LINK_NONE };

  g_assert_false (has_tooltip (cell));
  tl_line_cell_set_line (TL_LINE_CELL (cell), states, TL_LINE_LINK_OWNED);
  assert_sentence (cell, "Line: Found sound, Owned missing, Defined weak, Acted sound, Evidenced sound, Improved sound, "
                         "Even sound, Sustained sound; position Owned");

  for (guint i = 0; i < TL_N_LINE_LINKS; i++)
    sound.line[i].state = TL_LINK_STATE_SOUND;
  g_object_set (cell, "judgement", &sound, NULL);
  assert_sentence (cell, "Line: Found sound, Owned sound, Defined sound, Acted sound, Evidenced sound, Improved sound, "
                         "Even sound, Sustained sound; position Complete");
  /* Nothing is sound before it is known to be. */
  g_object_set (cell, "judgement", NULL, NULL);
  assert_sentence (cell, "Line: not worked out yet");
  tl_line_cell_set_line (TL_LINE_CELL (cell), NULL, TL_LINE_LINK_NONE);
  g_assert_false (has_tooltip (cell));
}

static void
test_rating_is_said (void)
{
  g_autoptr(GtkWidget) cell = g_object_ref_sink (tl_rating_cell_new ());

  tl_rating_cell_set_rating (TL_RATING_CELL (cell), 20, TL_BAND_HIGH);
  assert_sentence (cell, "Rating 20, high");
  g_object_set (cell, "rating", 6, "band", TL_BAND_LOW, NULL);
  assert_sentence (cell, "Rating 6, low");
  tl_rating_cell_set_rating (TL_RATING_CELL (cell), 0, TL_BAND_MEDIUM);
  assert_sentence (cell, "Not rated, counts as medium");
}

static void
test_findings_are_said (void)
{
  g_autoptr(GtkWidget) cell = g_object_ref_sink (tl_finding_counts_new ());

  assert_sentence (cell, "No findings");
  g_object_set (cell, "act", 1, "watch", 3, NULL);
  assert_sentence (cell, "Findings: 1 to act on, 3 to watch");
  g_object_set (cell, "act", 0, "watch", 0, "note", 2, NULL);
  assert_sentence (cell, "Findings: 2 to note");
}

static void
test_sparkline_is_said (void)
{
  g_autoptr(GtkWidget) cell = g_object_ref_sink (tl_sparkline_new ());
  TlPoint point = {
    .start = tl_day_new (2026, 6, 1), .end = tl_day_new (2026, 6, 7), .value = 96.8, .counted = TRUE, .ended = TRUE,
  };
  TlSeries series = { .points = &point, .n_points = 1 };
  TlMeasureFacts facts = {
    .title = "Entries complete", .kind = TL_MEASURE_KIND_PROPORTION, .direction = TL_DIRECTION_AT_LEAST,
    .period = TL_PERIOD_WEEKLY,
  };
  TlMeasureJudgement measure = {
    .facts = &facts, .series = &series, .latest = &point, .target_value = 95, .target = TL_TARGET_MET,
  };

  g_object_set (cell, "measure", &measure, NULL);
  assert_sentence (cell, "Entries complete: latest 96.8\u00a0% in the week from 1 Jun; at least 95\u00a0%, met.");
  g_object_set (cell, "measure", NULL, NULL);
  assert_sentence (cell, "No measure");
}

static guint n_notified;

static void
notify_cb (void)
{
  n_notified++;
}

static void
test_nothing_is_notified_that_did_not_change (void)
{
  g_autoptr(GtkWidget) rating = g_object_ref_sink (tl_rating_cell_new ());
  g_autoptr(GtkWidget) counts = g_object_ref_sink (tl_finding_counts_new ());

  n_notified = 0;
  g_signal_connect (rating, "notify::rating", G_CALLBACK (notify_cb), NULL);
  g_signal_connect (counts, "notify::watch", G_CALLBACK (notify_cb), NULL);
  g_object_set (rating, "rating", 0, "band", TL_BAND_HIGH, NULL);
  g_object_set (counts, "watch", 0, "act", 4, NULL);
  g_assert_cmpuint (n_notified, ==, 0);
  g_object_set (rating, "rating", 9, NULL);
  g_object_set (counts, "watch", 2, NULL);
  g_assert_cmpuint (n_notified, ==, 2);
}

static GtkWidget *
create_row (void)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *line = tl_line_cell_new (), *counts = tl_finding_counts_new ();
  GtkWidget *rating = tl_rating_cell_new (), *none = tl_finding_counts_new ();
  const TlLinkState states[TL_N_LINE_LINKS] = {
    TL_LINK_STATE_SOUND, TL_LINK_STATE_SOUND, TL_LINK_STATE_WEAK, TL_LINK_STATE_SOUND,
    TL_LINK_STATE_MISSING, TL_LINK_STATE_SOUND, TL_LINK_STATE_WEAK, TL_LINK_STATE_SOUND,
  };

  tl_line_cell_set_line (TL_LINE_CELL (line), states, TL_LINE_LINK_DEFINED);
  g_object_set (counts, "act", 1, "watch", 3, "note", 2, NULL);
  g_object_set (none, "say-none", TRUE, NULL);
  tl_rating_cell_set_rating (TL_RATING_CELL (rating), 20, TL_BAND_HIGH);
  gtk_box_append (GTK_BOX (row), rating);
  gtk_box_append (GTK_BOX (row), line);
  gtk_box_append (GTK_BOX (row), counts);
  gtk_box_append (GTK_BOX (row), none);
  gtk_widget_set_margin_start (row, 18);

  return row;
}

static void
test_size_follows_the_text (void)
{
  GtkWidget *row = create_row ();
  GtkWidget *window = app_test_show (row, 500, 100);
  GtkWidget *line = app_test_find (row, TL_TYPE_LINE_CELL);
  int once, twice;

  gtk_widget_measure (line, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &once, NULL, NULL);
  app_test_set_text (2);
  app_test_settle (window);
  gtk_widget_measure (line, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &twice, NULL, NULL);
  app_test_keep (window, "cells-large");
  app_test_set_text (1);
  app_test_close (window);

  g_assert_cmpint (once, ==, 120);
  g_assert_cmpint (twice, ==, 240);
}

static void
assert_colour (const TlColour *colour,
               guint32         hex,
               const char     *what)
{
  const double parts[] = { colour->red, colour->green, colour->blue };

  for (guint i = 0; i < 3; i++)
    if (fabs (parts[i] * 255 - ((hex >> (16 - 8 * i)) & 0xff)) > 5)
      g_error ("%s is #%02x%02x%02x, not #%06x", what, (int) (parts[0] * 255), (int) (parts[1] * 255),
               (int) (parts[2] * 255), hex);
}

static void
test_colours_are_the_styles (void)
{
  GtkWidget *row = create_row ();
  GtkWidget *window;

  app_test_set_dark (FALSE);
  window = app_test_show (row, 500, 100);
  {
    g_autoptr(TlInk) ink = tl_widget_ink_new (row);

    assert_colour (&ink->accent, 0x136d78, "accent");
    assert_colour (&ink->ground, 0xffffff, "ground");
    assert_colour (&ink->text, 0x333338, "text");
    assert_colour (&ink->dimmed, 0x67676c, "dimmed");
    assert_colour (&ink->faint, 0x8d8d93, "faint");
    assert_colour (&ink->act, 0xc30000, "act");
    assert_colour (&ink->watch, 0x905400, "watch");
  }
  app_test_keep (window, "cells-light");

  app_test_set_dark (TRUE);
  app_test_settle (window);
  {
    g_autoptr(TlInk) ink = tl_widget_ink_new (row);

    assert_colour (&ink->accent, 0x8edde9, "dark accent");
    assert_colour (&ink->ground, 0x1d1d20, "dark ground");
    assert_colour (&ink->text, 0xffffff, "dark text");
    assert_colour (&ink->act, 0xff938c, "dark act");
    assert_colour (&ink->watch, 0xffc252, "dark watch");
  }
  app_test_keep (window, "cells-dark");
  app_test_set_dark (FALSE);
  gtk_widget_set_direction (row, GTK_TEXT_DIR_RTL);
  for (GtkWidget *cell = gtk_widget_get_first_child (row); cell != NULL; cell = gtk_widget_get_next_sibling (cell))
    gtk_widget_set_direction (cell, GTK_TEXT_DIR_RTL);
  app_test_settle (window);
  app_test_keep (window, "cells-mirrored");
  app_test_close (window);
}

static void
test_in_high_contrast (void)
{
  GtkWidget *row = create_row ();
  GtkWidget *window = app_test_show (row, 500, 100);
  g_autoptr(TlInk) ink = tl_widget_ink_new (row);

  g_assert_true (adw_style_manager_get_high_contrast (adw_style_manager_get_default ()));
  g_assert_cmpmem (&ink->dimmed, sizeof ink->dimmed, &ink->text, sizeof ink->text);
  g_assert_cmpmem (&ink->faint, sizeof ink->faint, &ink->text, sizeof ink->text);
  g_assert_cmpfloat (tl_ink_stroke (ink, 1), ==, tl_ink_px (ink, 2));
  app_test_keep (window, "cells-high-contrast");
  app_test_close (window);
}

/* The desktop says so at the start; here a process of its own is told. */
static void
test_high_contrast_is_the_desktops (void)
{
  g_auto(GStrv) environment = g_environ_setenv (g_get_environ (), "ADW_DEBUG_HIGH_CONTRAST", "1", TRUE);

  g_test_trap_subprocess_with_envp ("/cells/subprocess/high-contrast", (const char * const *) environment, 20 * G_USEC_PER_SEC,
                                    G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

/* ── Facts ────────────────────────────────────────────────────────────────── */

static void
test_facts_are_said (void)
{
  g_autoptr (GtkWidget) cell = g_object_ref_sink (g_object_new (TL_TYPE_FACT_CELL, "chars", 12, "least-chars", 9, NULL));

  g_assert_false (has_tooltip (cell));
  tl_fact_cell_set_words (TL_FACT_CELL (cell), "No one", "since 27 May", TL_FACT_LOOK_STRONG);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_ROLE_LABEL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, "No one, since 27 May");
  g_assert_true (has_tooltip (cell));

  tl_fact_cell_set_words (TL_FACT_CELL (cell), "Temi Adeyemi", "", TL_FACT_LOOK_PLAIN);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, "Temi Adeyemi");
  tl_fact_cell_set_words (TL_FACT_CELL (cell), NULL, NULL, TL_FACT_LOOK_PLAIN);
  g_assert_false (has_tooltip (cell));
}

static void
measure (GtkWidget *cell,
         int       *width,
         int       *height)
{
  gtk_widget_measure (cell, GTK_ORIENTATION_HORIZONTAL, -1, NULL, width, NULL, NULL);
  gtk_widget_measure (cell, GTK_ORIENTATION_VERTICAL, -1, NULL, height, NULL, NULL);
}

/* The same, of findings in a column: with fewer of them it stays as wide as with the most. */
static void
test_fewer_findings_are_no_other_size (void)
{
  GtkWidget *counts = g_object_new (TL_TYPE_FINDING_COUNTS, "aligned", TRUE, "say-none", TRUE, NULL);
  GtkWidget *window = app_test_show (counts, 300, 100);
  int width, height, other_width, other_height;

  g_object_set (counts, "act", 12, "watch", 3, NULL);
  measure (counts, &width, &height);
  g_object_set (counts, "act", 0, "watch", 0, NULL);
  measure (counts, &other_width, &other_height);
  app_test_close (window);
  g_assert_cmpint (other_width, ==, width);
  g_assert_cmpint (other_height, ==, height);
}

/* A table would be measured again for each row that comes into view. */
static void
test_other_words_are_no_other_size (void)
{
  GtkWidget *cell = g_object_new (TL_TYPE_FACT_CELL, "chars", 12, "least-chars", 9, NULL);
  GtkWidget *window = app_test_show (cell, 300, 100);
  int width, height, other_width, other_height;

  tl_fact_cell_set_words (TL_FACT_CELL (cell), "Ana", "nurse", TL_FACT_LOOK_PLAIN);
  measure (cell, &width, &height);
  tl_fact_cell_set_words (TL_FACT_CELL (cell), "A name that is a good deal longer than its column is wide", "9 days late",
                          TL_FACT_LOOK_STRONG | TL_FACT_LOOK_LATE);
  measure (cell, &other_width, &other_height);
  g_assert_cmpint (other_width, ==, width);
  g_assert_cmpint (other_height, ==, height);
  app_test_settle (window);
  app_test_keep (window, "cells-fact");

  app_test_set_text (2);
  app_test_settle (window);
  measure (cell, &other_width, &other_height);
  app_test_set_text (1);
  app_test_close (window);
  g_assert_cmpint (other_width, >, width * 3 / 2);
  g_assert_cmpint (other_height, >, height * 3 / 2);
}

static int
find_font_size (GtkWidget *label)
{
  return pango_font_description_get_size (pango_context_get_font_description (gtk_widget_get_pango_context (label)));
}

/* A size that is off by a thousandth of a pixel looks the same, but is another font with letters of its own. */
static void
test_captions_are_the_styles (void)
{
  static const double scales[] = { 1, 1.15, 1.25, 1.5, 2 };
  static const char * const fonts[] = { "Inter 10", "Inter 11", "Inter 12.5" };
  GtkSettings *settings = gtk_settings_get_default ();
  g_autofree char *font = NULL;
  int dpi;

  g_object_get (settings, "gtk-font-name", &font, "gtk-xft-dpi", &dpi, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (scales) * G_N_ELEMENTS (fonts); i++)
    {
      GtkWidget *window = gtk_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      GtkWidget *plain = gtk_label_new ("Plain"), *caption = gtk_label_new ("Caption");
      PangoFontDescription *made = NULL;

      g_object_set (settings, "gtk-font-name", fonts[i % G_N_ELEMENTS (fonts)],
                    "gtk-xft-dpi", (int) (96 * PANGO_SCALE * scales[i / G_N_ELEMENTS (fonts)]), NULL);
      gtk_widget_add_css_class (caption, "caption");
      gtk_box_append (GTK_BOX (box), plain);
      gtk_box_append (GTK_BOX (box), caption);
      gtk_window_set_child (GTK_WINDOW (window), box);
      gtk_window_present (GTK_WINDOW (window));

      made = pango_font_description_copy (pango_context_get_font_description (gtk_widget_get_pango_context (plain)));
      tl_font_size_make_caption (made);
      g_assert_cmpint (find_font_size (caption), <, find_font_size (plain));
      g_assert_cmpint (pango_font_description_get_size (made), ==, find_font_size (caption));
      pango_font_description_free (made);
      gtk_window_destroy (GTK_WINDOW (window));
    }
  g_object_set (settings, "gtk-font-name", font, "gtk-xft-dpi", dpi, NULL);
}

static void
add_tests (void)
{
  g_test_add_func ("/cells/high-contrast", test_high_contrast_is_the_desktops);
  g_test_add_func ("/cells/subprocess/high-contrast", test_in_high_contrast);
  g_test_add_func ("/cells/line", test_line_is_said);
  g_test_add_func ("/cells/rating", test_rating_is_said);
  g_test_add_func ("/cells/findings", test_findings_are_said);
  g_test_add_func ("/cells/sparkline", test_sparkline_is_said);
  g_test_add_func ("/cells/facts", test_facts_are_said);
  g_test_add_func ("/cells/facts-size", test_other_words_are_no_other_size);
  g_test_add_func ("/cells/findings-size", test_fewer_findings_are_no_other_size);
  g_test_add_func ("/cells/notify", test_nothing_is_notified_that_did_not_change);
  g_test_add_func ("/cells/size", test_size_follows_the_text);
  g_test_add_func ("/cells/captions", test_captions_are_the_styles);
  g_test_add_func ("/cells/colours", test_colours_are_the_styles);
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
