/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "picture.h"
#include "tl-marks.h"

#define MARK_SIZE 48

typedef void (*DrawMark) (cairo_t     *cr,
                          const TlInk *ink,
                          int          which,
                          double       x,
                          double       y);

static void
draw_link (cairo_t     *cr,
           const TlInk *ink,
           int          which,
           double       x,
           double       y)
{
  tl_mark_link (cr, ink, which, x, y, tl_ink_px (ink, TL_MARK_RADIUS_CELL), FALSE);
}

static void
draw_finding (cairo_t     *cr,
              const TlInk *ink,
              int          which,
              double       x,
              double       y)
{
  tl_mark_finding (cr, ink, which, x, y);
}

static void
draw_evidence (cairo_t     *cr,
               const TlInk *ink,
               int          which,
               double       x,
               double       y)
{
  tl_mark_evidence (cr, ink, which / 2, which % 2 == 0 ? TL_EVIDENCE_KIND_OUTCOME : TL_EVIDENCE_KIND_ACTIVITY, x, y);
}

static void
draw_place (cairo_t     *cr,
            const TlInk *ink,
            int          which,
            double       x,
            double       y)
{
  tl_mark_place (cr, ink, which, x, y);
}

static void
draw_rating (cairo_t     *cr,
             const TlInk *ink,
             int          which,
             double       x,
             double       y)
{
  tl_mark_rating (cr, ink, 12, which, x, y);
}

static void
draw_review (cairo_t     *cr,
             const TlInk *ink,
             int          which,
             double       x,
             double       y)
{
  tl_mark_review (cr, ink, which, x, y);
}

static void
draw_action (cairo_t     *cr,
             const TlInk *ink,
             int          which,
             double       x,
             double       y)
{
  void (*draw[]) (cairo_t *, const TlInk *, double, double) = {
    tl_mark_agreed, tl_mark_done, tl_mark_proven, tl_mark_due, tl_mark_moved, tl_mark_pooled,
  };

  draw[which] (cr, ink, x, y);
}

static const struct
{
  const char *name;
  DrawMark draw;
  int n;
} families[] = {
  { "links", draw_link, 3 },
  { "findings", draw_finding, 3 },
  { "evidence", draw_evidence, 8 },
  { "places", draw_place, 5 },
  { "ratings", draw_rating, 3 },
  { "reviews", draw_review, 4 },
  { "actions", draw_action, 6 },
};

/* On paper there is no colour, so each mark must be another shape. */
static void
test_marks_differ_in_black_and_white (void)
{
  g_autoptr(TlInk) ink = tl_ink_new_paper (11);

  for (guint family = 0; family < G_N_ELEMENTS (families); family++)
    for (int a = 0; a < families[family].n; a++)
      for (int b = 0; b < a; b++)
        {
          cairo_surface_t *first = picture_new (ink, MARK_SIZE, MARK_SIZE);
          cairo_surface_t *second = picture_new (ink, MARK_SIZE, MARK_SIZE);
          cairo_t *cr = cairo_create (first);

          families[family].draw (cr, ink, a, MARK_SIZE / 2, MARK_SIZE / 2);
          cairo_destroy (cr);
          cr = cairo_create (second);
          families[family].draw (cr, ink, b, MARK_SIZE / 2, MARK_SIZE / 2);
          cairo_destroy (cr);

          g_assert_false (picture_has_colour (first));
          if (picture_count_differences (first, second) < 12)
            g_error ("%s %d and %d look alike", families[family].name, a, b);
          cairo_surface_destroy (first);
          cairo_surface_destroy (second);
        }
}

/* A mark leaves the pen as it found it, so that what is drawn next isn't dashed, moved or joined to it. */
static void
test_marks_leave_no_trace (void)
{
  g_autoptr(TlInk) ink = tl_ink_new_light (44.0 / 3);
  cairo_surface_t *surface = picture_new (ink, MARK_SIZE, MARK_SIZE);
  cairo_t *cr = cairo_create (surface);

  cairo_set_line_width (cr, 3);
  for (guint family = 0; family < G_N_ELEMENTS (families); family++)
    for (int which = 0; which < families[family].n; which++)
      {
        cairo_matrix_t matrix;

        families[family].draw (cr, ink, which, MARK_SIZE / 2, MARK_SIZE / 2);
        cairo_get_matrix (cr, &matrix);
        g_assert_cmpfloat (matrix.xx, ==, 1);
        g_assert_cmpfloat (matrix.x0, ==, 0);
        g_assert_cmpint (cairo_get_dash_count (cr), ==, 0);
        g_assert_cmpfloat (cairo_get_line_width (cr), ==, 3);
        if (families[family].draw != draw_rating)
          g_assert_false (cairo_has_current_point (cr));
      }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static const TlLinkState states[TL_N_LINE_LINKS] = {
  TL_LINK_STATE_SOUND, TL_LINK_STATE_SOUND, TL_LINK_STATE_WEAK, TL_LINK_STATE_SOUND,
  TL_LINK_STATE_MISSING, TL_LINK_STATE_WEAK, TL_LINK_STATE_MISSING, TL_LINK_STATE_SOUND,
};

static cairo_surface_t *
draw_line_cell (const TlInk *ink,
                TlLineLink   position,
                gboolean     mirrored,
                double       margin)
{
  double width, height;
  cairo_surface_t *surface;
  cairo_t *cr;

  tl_mark_line_cell_size (ink, &width, &height);
  surface = picture_new (ink, round (width + 2 * margin), round (height + 2 * margin));
  cr = cairo_create (surface);
  tl_mark_line_cell (cr, ink, states, position, margin + width / 2, margin + height / 2, mirrored);
  cairo_destroy (cr);

  return surface;
}

static void
test_line_stays_in_its_cell (void)
{
  const double sizes[] = { 9, 14.667, 29.333, 44 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr(TlInk) ink = tl_ink_new_light (sizes[i]);
      double width, height;
      cairo_surface_t *surface = draw_line_cell (ink, TL_LINE_LINK_DEFINED, FALSE, 20);
      TlBox drawn = picture_find_drawn (surface, ink);

      tl_mark_line_cell_size (ink, &width, &height);
      g_assert_cmpfloat (drawn.x, >=, 20);
      g_assert_cmpfloat (drawn.y, >=, 20);
      g_assert_cmpfloat (drawn.x + drawn.width, <=, 20 + ceil (width));
      g_assert_cmpfloat (drawn.y + drawn.height, <=, 20 + ceil (height));
      g_assert_cmpfloat (drawn.width, >, 0.85 * width);
      cairo_surface_destroy (surface);
    }
}

static void
test_line_is_mirrored (void)
{
  g_autoptr(TlInk) ink = tl_ink_new_light (44.0 / 3);
  cairo_surface_t *right = draw_line_cell (ink, TL_LINE_LINK_DEFINED, FALSE, 0);
  cairo_surface_t *left = draw_line_cell (ink, TL_LINE_LINK_DEFINED, TRUE, 0);

  g_assert_cmpuint (picture_count_differences (right, left), >, 50);
  picture_mirror (left);
  /* Dots of the thread fall a little elsewhere. */
  g_assert_cmpuint (picture_count_differences (right, left), <, 60);
  cairo_surface_destroy (right);
  cairo_surface_destroy (left);
}

/* Where the solid thread ends is where the risk stands. */
static void
test_thread_is_solid_to_the_position (void)
{
  g_autoptr(TlInk) ink = tl_ink_new_paper (29.333);
  cairo_surface_t *previous = NULL;

  for (TlLineLink position = TL_LINE_LINK_FOUND; position <= TL_LINE_LINK_SUSTAINED; position++)
    {
      cairo_surface_t *surface = draw_line_cell (ink, position, FALSE, 0);

      if (previous != NULL)
        g_assert_cmpuint (picture_count_differences (previous, surface), >, 4);
      g_clear_pointer (&previous, cairo_surface_destroy);
      previous = surface;
    }
  g_clear_pointer (&previous, cairo_surface_destroy);
}

static void
test_nothing_is_thin_in_high_contrast (void)
{
  const TlInkColours colours = { .ground = { 1, 1, 1 }, .high_contrast = TRUE };
  g_autoptr(TlInk) light = tl_ink_new_light (44.0 / 3);
  g_autoptr(TlInk) ink = tl_ink_new (&colours, light->context);

  g_assert_cmpfloat (tl_ink_stroke (ink, 1), ==, tl_ink_px (ink, 2));
  g_assert_cmpfloat (tl_ink_stroke (light, 1), ==, tl_ink_px (light, 1));
  g_assert_cmpmem (&ink->dimmed, sizeof ink->dimmed, &ink->text, sizeof ink->text);
  g_assert_cmpmem (&ink->faint, sizeof ink->faint, &ink->text, sizeof ink->text);
}

static void
test_text_sets_the_scale (void)
{
  g_autoptr(TlInk) once = tl_ink_new_light (44.0 / 3);
  g_autoptr(TlInk) twice = tl_ink_new_light (88.0 / 3);
  double width, height, double_width;

  tl_mark_line_cell_size (once, &width, &height);
  tl_mark_line_cell_size (twice, &double_width, NULL);
  g_assert_cmpfloat_with_epsilon (width, 120, 0.01);
  g_assert_cmpfloat_with_epsilon (height, 24, 0.01);
  g_assert_cmpfloat_with_epsilon (double_width, 240, 0.01);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/marks/differ-in-black-and-white", test_marks_differ_in_black_and_white);
  g_test_add_func ("/marks/leave-no-trace", test_marks_leave_no_trace);
  g_test_add_func ("/marks/line-stays-in-its-cell", test_line_stays_in_its_cell);
  g_test_add_func ("/marks/line-is-mirrored", test_line_is_mirrored);
  g_test_add_func ("/marks/thread-is-solid-to-the-position", test_thread_is_solid_to_the_position);
  g_test_add_func ("/marks/high-contrast", test_nothing_is_thin_in_high_contrast);
  g_test_add_func ("/marks/text-sets-the-scale", test_text_sets_the_scale);
  return g_test_run ();
}
