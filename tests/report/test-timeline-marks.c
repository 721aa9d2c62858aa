/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What single things on a timeline say and where they are marked: days on the axis, moved actions, silences. */
#include "test-workbook.h"

#include <math.h>

#include "tl-timeline-drawing.h"
#include "tl-timeline-item.h"

#define AS_AT (tl_day_new (2026, 6, 9))
#define TODAY (tl_day_new (2026, 6, 19))
#define FIRST_DUE (tl_day_new (2026, 4, 6))
#define WIDTH 950
/* How far a mark reaches to either side. */
#define REACH 9

static const char workbook[] =
  "Workbook\nKey | Value\nProvider | Quillbrook Care\n\n"
  "Places\nRef | Name | Kind\nTAN | Tansy House | location\n\n"
  "People\nRef | Name | Role\nP1 | Tomasz Wrona | Medicines lead\n\n"
  "Risks\nRef | Title | Theme | Origin | Baseline issue | Likelihood | Impact | Scope | Opened\n"
  "R1 | Medicines record gaps | medicines | inspection | Gaps. | 4 | 5 | TAN | 2026-01-05\n\n"
  "Ownership\nRisk | Person | Part | From\nR1 | P1 | accountable | 2026-01-12\n\n"
  "Expected evidence\nRisk | Source | Every | Person | From\nR1 | audit | monthly | P1 | 2026-01-12\n\n"
  "Evidence\nRef | Date | Source | Finding | Kind | Verdict | Risks | Place | By\n"
  "E1 | 2026-01-20 | audit | Twelve gaps. | outcome | contradicts | R1 | TAN | P1\n"
  "E2 | 2026-05-28 | audit | Two gaps. | outcome | supports | R1 | TAN | P1\n\n"
  "Actions\nRef | Risk | Title | Person | Place | Agreed | Due\n"
  "A1 | R1 | Observe two evening rounds | P1 | TAN | 2026-03-02 | ";

/* When the action was due from the beginning, and what came of it. */
static const char unmoved[] = "2026-05-18\n";
static const char moved[] =
  "2026-04-06\n\nAction events\nAction | Date | What | From | To | Reason\n"
  "A1 | 2026-04-01 | moved | 2026-04-06 | 2026-05-18 | Two nights were short.\n";

static const char closed[] =
  "2026-05-18\n\nReviews\nRef | Date | Level | Forum\nV1 | 2026-06-02 | provider | Oversight\n\n"
  "Decisions\nReview | Risk | Decision | By | Reason\nV1 | R1 | close | P1 | It has held.\n";
static const char stepped[] =
  "2026-05-18\n\nMeasures\nRef | Risk | Title | Kind | Direction | Target | Period | Role | Source\n"
  "M1 | R1 | Entries complete | proportion | at least | 90 | weekly | primary | care record\n\n"
  "Step changes\nMeasure | Date | Reason\nM1 | 2026-04-08 | New charts\n\n"
  "Readings\nMeasure | Date | Numerator | Denominator\n"
  "M1 | 2026-03-30 | 80 | 100\nM1 | 2026-04-06 | 82 | 100\nM1 | 2026-04-13 | 91 | 100\nM1 | 2026-04-20 | 93 | 100\n";

typedef struct
{
  TlAssessment *assessment;
  TlTimelinePlan *plan;
  TlTimelineLayout *layout;
  TlInk *ink;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autofree char *text = g_strconcat (workbook, data, NULL);
  g_autoptr (TlSnapshot) snapshot = test_workbook_read (text, NULL);

  self->assessment = tl_assessment_new (snapshot, AS_AT);
  self->plan = tl_timeline_plan_new_risk (self->assessment, tl_assessment_get_risk (self->assessment, 0));
  self->ink = tl_ink_new_light (44.0 / 3);
  self->layout = tl_timeline_layout_new (self->plan, self->ink, TL_TIMELINE_CHARTS_PRIMARY, WIDTH, 183);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  tl_timeline_layout_free (self->layout);
  tl_ink_free (self->ink);
  tl_timeline_plan_unref (self->plan);
  tl_assessment_unref (self->assessment);
}

static char *
describe (Fixture        *self,
          TlTimelineKind  kind)
{
  for (guint i = 0; i < self->plan->n_entries; i++)
    {
      g_autoptr (TlTimelineItem) item = tl_timeline_plan_get_item (self->plan, i);

      if (tl_timeline_item_get_kind (item) == kind)
        return tl_timeline_item_describe (item);
    }
  g_assert_not_reached ();
}

static gboolean
has_flag (const GArray *flags,
          const char   *text,
          TlDay         day)
{
  for (guint i = 0; i < flags->len; i++)
    {
      const TlTimelineFlag *flag = &g_array_index (flags, TlTimelineFlag, i);

      if (g_str_equal (flag->text, text) && flag->day == day)
        return TRUE;
    }
  return FALSE;
}

/* The axis says which day everything is shown as at, which day it is, and when the risk was opened. */
static void
test_days (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (GArray) flags = tl_timeline_axis_list_flags (self->layout, self->ink, TODAY, 0);

  g_assert_cmpuint (flags->len, ==, 3);
  g_assert_true (has_flag (flags, "9 Jun", AS_AT + 1));
  g_assert_true (has_flag (flags, "today", TODAY + 1));
  g_assert_true (has_flag (flags, "opened", tl_day_new (2026, 1, 5)));
}

/* And when it was closed. */
static void
test_closed (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr (GArray) flags = tl_timeline_axis_list_flags (self->layout, self->ink, AS_AT, 0);

  g_assert_true (has_flag (flags, "closed", tl_day_new (2026, 6, 2)));
}

/* The week in which something was changed on purpose says what. */
static void
test_step_change (Fixture       *self,
                  gconstpointer  data)
{
  const TlMeasureJudgement *measure = self->plan->measure;
  guint n = 0;

  g_assert_nonnull (measure);
  for (guint i = 0; i < measure->series->n_points; i++)
    {
      g_autofree char *sentence = tl_process_chart_describe_point (measure, i, AS_AT);

      n += strstr (sentence, "step change, 8 Apr: New charts") != NULL;
    }
  g_assert_cmpuint (n, ==, 1);
}

/* A silence is read out with its length, and an action that was moved with how often, and when it was due at first. */
static void
test_said (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *silence = describe (self, TL_TIMELINE_KIND_SILENCE), *action = describe (self, TL_TIMELINE_KIND_ACTION);

  g_assert_cmpstr (silence, ==, "20 Jan, Audit, silence, 4 months, none: Nothing came between 20 Jan and 28 May");
  g_assert_cmpstr (action, ==, "2 Mar, Action, 22 days overdue, moved later once, first due 6 Apr, Tansy House: "
                               "Observe two evening rounds");
}

static cairo_surface_t *
draw (Fixture *self)
{
  int width = (int) self->layout->length, height = (int) ceil (self->layout->height);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, width, height);
  cairo_t *cr = cairo_create (surface);
  const TlBox all = { 0, 0, width, height };

  tl_timeline_draw_plot (self->layout, self->ink, cr, NULL, AS_AT, &all, &TL_TIMELINE_NO_HIGHLIGHT);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static gboolean
differs (cairo_surface_t *one,
         cairo_surface_t *other,
         int              x)
{
  int stride = cairo_image_surface_get_stride (one);

  for (int y = 0; y < cairo_image_surface_get_height (one); y++)
    if (cairo_image_surface_get_data (one)[y * stride + x] != cairo_image_surface_get_data (other)[y * stride + x])
      return TRUE;
  return FALSE;
}

/* The day that an action was due before is marked, there and nowhere else. */
static void
test_moved (Fixture       *self,
            gconstpointer  data)
{
  Fixture still = { 0 };
  cairo_surface_t *drawn, *still_drawn;
  double due = tl_scale_to_position (&self->layout->days, FIRST_DUE);
  guint n = 0;

  set_up (&still, unmoved);
  drawn = draw (self);
  still_drawn = draw (&still);
  g_assert_cmpint (cairo_image_surface_get_width (drawn), ==, cairo_image_surface_get_width (still_drawn));
  g_assert_cmpint (cairo_image_surface_get_height (drawn), ==, cairo_image_surface_get_height (still_drawn));
  for (int x = 0; x < cairo_image_surface_get_width (drawn); x++)
    {
      if (!differs (drawn, still_drawn, x))
        continue;
      g_assert_cmpfloat (fabs (x - due), <, REACH);
      n++;
    }
  g_assert_cmpuint (n, >, 0);
  cairo_surface_destroy (drawn);
  cairo_surface_destroy (still_drawn);
  tear_down (&still, NULL);
}

/* Where anything is written between two positions, %FALSE for nowhere. */
static gboolean
find_written (TlTimelineLayout *layout,
              const TlInk      *ink,
              int              *first,
              int              *last)
{
  int width = (int) layout->length, height = (int) ceil (layout->height);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, width, height);
  cairo_t *cr = cairo_create (surface);
  const TlBox all = { 0, 0, width, height };

  tl_timeline_draw_words (layout, ink, cr, NULL, &all);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  *first = width;
  *last = -1;
  /* The lane of the silence is the first; beneath it actions say what they say. */
  for (int y = (int) layout->tops[0]; y < (int) (layout->tops[0] + layout->heights[0]); y++)
    for (int x = 0; x < width; x++)
      if (cairo_image_surface_get_data (surface)[y * cairo_image_surface_get_stride (surface) + x] != 0)
        {
          *first = MIN (*first, x);
          *last = MAX (*last, x);
        }
  cairo_surface_destroy (surface);
  return *last >= *first;
}

/* A silence says how long it was wherever that has room within it, if need be without saying what there was none of. */
static void
test_length_is_written (Fixture       *self,
                        gconstpointer  data)
{
  double whole = tl_ink_measure_text (self->ink, "4 months, none", TL_TEXT_SMALL_BOLD);
  double length = tl_ink_measure_text (self->ink, "4 months", TL_TEXT_SMALL_BOLD);
  guint n_whole = 0, n_length = 0, n_none = 0;

  for (double span = 200; span < 4000; span *= 1.15)
    {
      TlTimelineLayout *layout = tl_timeline_layout_new (self->plan, self->ink, TL_TIMELINE_CHARTS_PRIMARY, WIDTH, span);
      guint lane;
      int first, last;

      for (guint i = 0; i < self->plan->n_entries; i++)
        {
          const TlTimelineGlyph *glyph = tl_timeline_layout_find_glyph (layout, i, &lane);
          double left, right;

          if (self->plan->entries[i].kind != TL_TIMELINE_KIND_SILENCE || glyph == NULL)
            continue;
          left = glyph->left;
          right = glyph->right;
          if (!find_written (layout, self->ink, &first, &last))
            {
              g_assert_cmpfloat (right - left, <, length + 8);
              n_none++;
              continue;
            }
          g_assert_cmpfloat (first, >=, floor (left));
          g_assert_cmpfloat (last, <=, ceil (right));
          n_whole += last - first >= whole;
          n_length += last - first < whole;
        }
      tl_timeline_layout_free (layout);
    }
  g_assert_cmpuint (n_whole, >, 0);
  g_assert_cmpuint (n_length, >, 0);
  g_assert_cmpuint (n_none, >, 0);
}

static void
draw_disc (cairo_t       *cr,
           double         x,
           double         y,
           gconstpointer  data)
{
  cairo_arc (cr, x, y, 5.3, 0, 2 * G_PI);
  cairo_set_source_rgba (cr, 0.8, 0.3, 0.1, 0.7);
  cairo_fill_preserve (cr);
  cairo_set_source_rgb (cr, 0, 0.4, 0.5);
  cairo_stroke (cr);
}

/* Discs over each other, over half a ground, beyond all edges and those of what may be drawn on. */
static cairo_surface_t *
draw_discs (double   scale,
            gboolean by_cairo)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) (120 * scale), (int) (90 * scale));
  g_autoptr (TlStamps) stamps = tl_stamps_new (scale);
  const TlStamp stamp = { 1, 7, 7, draw_disc, NULL };
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  cairo_rectangle (cr, 0, 0, 60, 90);
  cairo_set_source_rgba (cr, 0.2, 0.2, 0.3, 0.9);
  cairo_fill (cr);
  cairo_rectangle (cr, 0, 0, 110, 80);
  cairo_clip (cr);
  cairo_translate (cr, 10, -5);
  /* What is put together elsewhere first is no image whose pixels are at hand. */
  if (by_cairo)
    cairo_push_group (cr);
  for (int i = 0; i < 40; i++)
    tl_stamps_put (stamps, cr, &stamp, -12 + i * 3.3, 100 - i * 2.9);
  if (by_cairo)
    {
      cairo_pop_group_to_source (cr);
      cairo_paint (cr);
    }
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* What is put down pixel by pixel looks as if cairo had done it, but for how it rounds what lies over each other. */
static void
test_stamps (void)
{
  const double scales[] = { 1, 2 };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      cairo_surface_t *own = draw_discs (scales[i], FALSE), *other = draw_discs (scales[i], TRUE);
      int n = cairo_image_surface_get_stride (own) * cairo_image_surface_get_height (own), most = 0;
      const guchar *first = cairo_image_surface_get_data (own), *second = cairo_image_surface_get_data (other);

      for (int j = 0; j < n; j++)
        most = MAX (most, ABS (first[j] - second[j]));
      g_assert_cmpint (most, <=, 2);
      cairo_surface_destroy (own);
      cairo_surface_destroy (other);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/timeline-marks/days", Fixture, unmoved, set_up, test_days, tear_down);
  g_test_add ("/timeline-marks/closed", Fixture, closed, set_up, test_closed, tear_down);
  g_test_add ("/timeline-marks/step-change", Fixture, stepped, set_up, test_step_change, tear_down);
  g_test_add ("/timeline-marks/said", Fixture, moved, set_up, test_said, tear_down);
  g_test_add ("/timeline-marks/moved", Fixture, moved, set_up, test_moved, tear_down);

  g_test_add ("/timeline-marks/length-written", Fixture, unmoved, set_up, test_length_is_written, tear_down);
  g_test_add_func ("/timeline-marks/stamps", test_stamps);

  return g_test_run ();
}
