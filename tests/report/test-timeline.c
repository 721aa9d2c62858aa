/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-workbook.h"
#include <math.h>

#include "tl-timeline-drawing.h"
#include "tl-timeline-gather.h"
#include "tl-timeline-list.h"

#define FIRST_DAY 735000
#define N_DAYS 3650

static const double spans[] = { 7, 13, 30, 92, 366, 900, 3653 };

/* ── Lanes of random things ── */

typedef struct
{
  TlTimelinePlan plan;
  TlTimelineEntry *entries;
  TlTimelineLane *lane;
  TlInk *ink;
} Crowd;

/* Evidence on random days, with bursts, gaps and silences: whatever a lane may hold. */
static void
fill (Crowd *self,
      guint  n)
{
  g_autoptr (GArray) array = g_array_new (FALSE, FALSE, sizeof (TlTimelineEntry));
  g_autofree guint *positions = g_new (guint, n);
  TlDay day = FIRST_DAY + g_test_rand_int_range (0, 200);

  for (guint i = 0; i < n; i++)
    {
      TlTimelineEntry entry = {
        .date = day,
        .until = day,
        .kind = g_test_rand_int_range (0, 12) == 0 ? TL_TIMELINE_KIND_SILENCE : TL_TIMELINE_KIND_EVIDENCE,
        .source = TL_SOURCE_AUDIT,
        .verdict = (guint8) g_test_rand_int_range (TL_VERDICT_NONE, TL_VERDICT_CONTRADICTS + 1),
      };
      int step = g_test_rand_int_range (0, 10);

      if (entry.kind == TL_TIMELINE_KIND_SILENCE)
        entry.until = day + g_test_rand_int_range (10, 90);
      g_array_append_val (array, entry);
      positions[i] = i;
      if (step > 5)
        day += step > 8 ? g_test_rand_int_range (1, 60) : g_test_rand_int_range (1, 9);
    }
  tl_timeline_sort (array);
  self->entries = (TlTimelineEntry *) (gpointer) g_array_steal (array, NULL);
  self->plan.entries = self->entries;
  self->plan.n_entries = n;
  self->lane = tl_timeline_lane_new (TL_TIMELINE_GROUP_GOVERNANCE, TL_SOURCE_AUDIT, g_strdup ("Audit"), self->entries,
                                     positions, n, FALSE);
}

static void
empty (Crowd *self)
{
  tl_timeline_lane_free (self->lane);
  g_free (self->entries);
}

static TlScale
scale_days (double span)
{
  const double width = 950;

  return (TlScale) { FIRST_DAY - 20, FIRST_DAY + N_DAYS, 0, width * (N_DAYS + 20) / span };
}

static GArray *
place (Crowd         *self,
       const TlScale *days,
       double         from,
       double         to)
{
  TlTimelineGlyphSizes sizes = tl_timeline_glyph_sizes_new (self->ink, self->lane->group,
                                                            tl_timeline_glyph_measure_digit (self->ink));

  return tl_timeline_glyphs_place (&self->plan, self->lane, days, &sizes, from, to);
}

typedef void (*CheckFunc) (Crowd         *self,
                           const TlScale *days,
                           const GArray  *glyphs);

static void
check_crowds (CheckFunc check)
{
  static const guint sizes[] = { 1, 2, 5, 40, 400, 3000 };
  Crowd crowd = { .ink = tl_ink_new_light (14.67) };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint j = 0; j < 4; j++)
      {
        fill (&crowd, sizes[i]);
        for (guint k = 0; k < G_N_ELEMENTS (spans); k++)
          {
            TlScale days = scale_days (spans[k]);
            g_autoptr (GArray) glyphs = place (&crowd, &days, -1e7, 1e9);

            check (&crowd, &days, glyphs);
          }
        empty (&crowd);
      }
  tl_ink_free (crowd.ink);
}

/* Each mark stands in exactly one mark or count, in order, and each silence is drawn or spoken of by a count. */
static void
check_counts (Crowd         *self,
              const TlScale *days,
              const GArray  *glyphs)
{
  guint next = 0, alarms = 0, longs = 0;
  gboolean hides = FALSE;

  for (guint i = 0; i < glyphs->len; i++)
    {
      const TlTimelineGlyph *glyph = &g_array_index (glyphs, TlTimelineGlyph, i);
      guint contradicting = 0;

      g_assert_cmpuint (glyph->n, >, 0);
      hides |= glyph->hides_silence;
      if (glyph->is_long)
        {
          longs += glyph->n;
          continue;
        }
      g_assert_cmpuint (glyph->first, ==, next);
      for (guint j = 0; j < glyph->n; j++)
        contradicting += self->entries[tl_timeline_glyph_get_entry (glyph, self->lane, j)].verdict == TL_VERDICT_CONTRADICTS;
      /* Nothing that contradicts hides in a count that doesn't say so. */
      g_assert_cmpuint (glyph->alarms, ==, contradicting);
      next += glyph->n;
      alarms += glyph->alarms;
    }
  g_assert_cmpuint (next, ==, self->lane->n_marks);
  g_assert_cmpuint (alarms, ==, self->lane->alarms[self->lane->n_days]);
  g_assert_cmpuint (longs, <=, self->lane->n_longs);
  g_assert_true (longs == self->lane->n_longs || hides);
}

static void
test_counts_add_up (void)
{
  check_crowds (check_counts);
}

/* Neither marks nor counts nor silences touch one another. */
static void
check_apart (Crowd         *self,
             const TlScale *days,
             const GArray  *glyphs)
{
  double right = -G_MAXDOUBLE, silent = -G_MAXDOUBLE;
  guint mark = 0;

  for (guint i = 0; i < glyphs->len; i++)
    {
      const TlTimelineGlyph *glyph = &g_array_index (glyphs, TlTimelineGlyph, i);

      g_assert_cmpfloat (glyph->right, >, glyph->left);
      if (!glyph->is_long)
        {
          g_assert_cmpfloat (glyph->left, >=, right - 1e-6);
          right = glyph->right;
          continue;
        }
      g_assert_cmpfloat (glyph->left, >=, silent - 1e-6);
      silent = glyph->right;
      for (; mark < i; mark++)
        {
          const TlTimelineGlyph *other = &g_array_index (glyphs, TlTimelineGlyph, mark);

          if (other->is_long || other->right > glyph->left + 1e-6)
            break;
        }
      if (mark < i && !g_array_index (glyphs, TlTimelineGlyph, mark).is_long)
        g_assert_cmpfloat (g_array_index (glyphs, TlTimelineGlyph, mark).left, >=, glyph->right - 1e-6);
    }
}

static void
test_nothing_touches (void)
{
  check_crowds (check_apart);
}

/* A mark that stands alone stands on its day; of several on one day the middle does. */
static void
check_days (Crowd         *self,
            const TlScale *days,
            const GArray  *glyphs)
{
  for (guint i = 0; i < glyphs->len; i++)
    {
      const TlTimelineGlyph *glyph = &g_array_index (glyphs, TlTimelineGlyph, i);
      double x, day_length = (days->end - days->start) / (days->to - days->from);

      if (glyph->is_long || glyph->n > 1)
        continue;
      x = tl_scale_day (days, self->entries[tl_timeline_glyph_get_entry (glyph, self->lane, 0)].date);
      g_assert_cmpfloat (ABS (glyph->x - x), <=, MAX (day_length / 2, 13.1));
    }
}

static void
test_marks_are_at_their_days (void)
{
  check_crowds (check_days);
}

/* Whatever part is looked at, what stands there is the same. */
static void
check_parts (Crowd         *self,
             const TlScale *days,
             const GArray  *glyphs)
{
  for (guint n = 0; n < 6; n++)
    {
      double from = g_test_rand_double_range (0, days->end), to = from + 1000;
      g_autoptr (GArray) part = place (self, days, from, to);
      guint all = 0, own = 0;

      for (;; all++, own++)
        {
          const TlTimelineGlyph *a, *b;

          while (all < glyphs->len && g_array_index (glyphs, TlTimelineGlyph, all).right < from
                 && !g_array_index (glyphs, TlTimelineGlyph, all).is_long)
            all++;
          while (own < part->len && g_array_index (part, TlTimelineGlyph, own).right < from
                 && !g_array_index (part, TlTimelineGlyph, own).is_long)
            own++;
          a = all < glyphs->len ? &g_array_index (glyphs, TlTimelineGlyph, all) : NULL;
          if (a == NULL || a->is_long || a->left > to)
            break;
          g_assert_cmpuint (own, <, part->len);
          b = &g_array_index (part, TlTimelineGlyph, own);
          g_assert_cmpuint (a->first, ==, b->first);
          g_assert_cmpuint (a->n, ==, b->n);
          g_assert_cmpfloat (a->left, ==, b->left);
          g_assert_cmpfloat (a->right, ==, b->right);
        }
    }
}

static void
test_parts_agree (void)
{
  check_crowds (check_parts);
}

/* A million things: what is placed is bounded by the pixels in sight, and adds up all the same. */
static void
test_million (void)
{
  Crowd crowd = { .ink = tl_ink_new_light (14.67) };
  const guint n = 1000000;
  g_autofree guint *positions = g_new (guint, n);

  crowd.entries = g_new0 (TlTimelineEntry, n);
  for (guint i = 0; i < n; i++)
    {
      crowd.entries[i] = (TlTimelineEntry) {
        .date = FIRST_DAY + (TlDay) ((guint64) i * N_DAYS / n),
        .verdict = i % 1000 == 0 ? TL_VERDICT_CONTRADICTS : TL_VERDICT_SUPPORTS,
      };
      crowd.entries[i].until = crowd.entries[i].date;
      positions[i] = i;
    }
  crowd.plan.entries = crowd.entries;
  crowd.plan.n_entries = n;
  crowd.lane = tl_timeline_lane_new (TL_TIMELINE_GROUP_GOVERNANCE, TL_SOURCE_AUDIT, g_strdup ("Audit"), crowd.entries,
                                     positions, n, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      TlScale days = scale_days (spans[i]);
      g_autoptr (GArray) glyphs = place (&crowd, &days, days.end / 2, days.end / 2 + 950);
      guint seen = 0, sum = 0;

      for (guint j = 0; j < glyphs->len; j++)
        {
          const TlTimelineGlyph *glyph = &g_array_index (glyphs, TlTimelineGlyph, j);

          seen += glyph->right >= days.end / 2 && glyph->left <= days.end / 2 + 950;
          sum += glyph->n;
          g_assert_true (glyph->n < 1000 || glyph->alarms > 0);
        }
      g_assert_cmpuint (seen, <=, 950 / 13 + 2);
      g_assert_cmpuint (seen, >, 5);
      g_assert_cmpuint (sum, <=, n);
    }
  empty (&crowd);
  tl_ink_free (crowd.ink);
}

/* ── A workbook ── */

static const char workbook[] =
  "Workbook\nKey | Value\nProvider | Quillbrook Care\n\n"
  "Places\nRef | Name | Kind | Parent\nTAN | Tansy House | location |\nDAM | Damson Row | location |\nEAST | East wing | team | TAN\n\n"
  "People\nRef | Name | Role\nP1 | Tomasz Wrona | Medicines lead\nP2 | Anneka Bell | Deputy\n\n"
  "Forums\nName | Level | Every\nProvider oversight | provider | monthly\n\n"
  "Risks\nRef | Title | Theme | Origin | Baseline issue | Likelihood | Impact | Scope | Opened | Forum\n"
  "R1 | Medicines record gaps | medicines | inspection | Gaps. | 4 | 5 | TAN; DAM | 2026-01-05 | Provider oversight\n"
  "R2 | Late meals | care planning | complaint | Late. | 3 | 3 | TAN | 2026-01-07 | Provider oversight\n\n"
  "Ownership\nRisk | Person | Part | From | Until\nR1 | P1 | accountable | 2026-01-12 | 2026-04-01\n"
  "R1 | P2 | accountable | 2026-04-01 |\nR1 | P2 | supporting | 2026-01-12 |\n\n"
  "Expected evidence\nRisk | Source | Every | Person | From\nR1 | audit | monthly | P1 | 2026-01-12\n\n"
  "Actions\nRef | Risk | Title | Person | Place | Agreed | Due | Done\n"
  "A1 | R1 | One lead for all medicines work | P1 | TAN | 2026-01-12 | 2026-02-02 | 2026-02-10\n"
  "A2 | R1 | Observe two evening rounds | P2 | DAM | 2026-03-02 | 2026-04-06 |\n\n"
  "Evidence\nRef | Date | Source | Finding | Kind | Why this kind | Verdict | Risks | Actions | Place | By\n"
  "E1 | 2026-01-20 | audit | Twelve gaps. | outcome | | contradicts | R1; R2 | | TAN | P1\n"
  "E2 | 2026-03-10 | observation | A calm round. | outcome | | supports | R1 | A1 | EAST | P2\n"
  "E3 | 2026-05-12 | training record | All taught. | activity | | supports | R1 | A1 | | P1\n"
  "E4 | 2026-05-13 | complaint | Cold soup. | outcome | | contradicts | R2 | | DAM | P1\n"
  "E5 | 2026-05-14 | compliment | A kind word. | outcome | | supports | | | DAM | P2\n\n"
  "Reviews\nRef | Date | Forum | Chair\nV1 | 2026-03-20 | Provider oversight | P2\n\n"
  "Looked at\nReview | Risk | Progress\nV1 | R2 | Fewer.\n\n"
  "Challenges\nReview | Risk | Question | By | Due\nV1 | R1 | Who reads the charts? | P2 | 2026-04-10\n\n"
  "Decisions\nReview | Risk | Decision | Reason\nV1 | R1 | change | Evenings.\n\n"
  "Warning signs\nRef | Risk | Sign | Times | Within days\nW1 | R1 | The same gap twice | 2 | 31\n\n"
  "Observed signs\nSign | Date | Place\nW1 | 2026-04-18 | TAN\n";

static TlAssessment *
assess (TlDay as_at)
{
  g_autoptr (TlSnapshot) snapshot = test_workbook_read (workbook, NULL);

  return tl_assessment_new (snapshot, as_at);
}

static TlId
find_id (TlAssessment *assessment,
         TlTable       table,
         const char   *ref)
{
  const TlFacts *facts = tl_snapshot_find_ref (tl_assessment_get_snapshot (assessment), table, ref);

  g_assert_nonnull (facts);
  return facts->id;
}

/* What a timeline of some scope holds, by ref, as "E1 E2"; what has no ref by its kind. */
static char *
list (TlAssessment           *assessment,
      TlTimelineScopeKind     kind,
      TlTable                 table,
      const char             *ref,
      const TlTimelineFilter *filter)
{
  static const char * const kinds[] = {
    "evidence", "silence", "action", "review", "challenge", "decision", "sign", "owner",
  };
  TlTimelineScope scope = { .kind = kind };
  g_autoptr (TlTimelinePlan) plan = NULL;
  GString *text = g_string_new (NULL);

  if (ref != NULL)
    scope.id = find_id (assessment, table, ref);
  plan = tl_timeline_plan_new (assessment, &scope, filter);
  for (guint i = 0; i < plan->n_entries; i++)
    {
      const TlFacts *facts = tl_timeline_entry_get_facts (&plan->entries[i]);
      gboolean named = plan->entries[i].kind == TL_TIMELINE_KIND_EVIDENCE || plan->entries[i].kind == TL_TIMELINE_KIND_ACTION;

      g_string_append_printf (text, text->len > 0 ? " %s" : "%s", named ? facts->ref : kinds[plan->entries[i].kind]);
    }
  return g_string_free_and_steal (text);
}

#define assert_lists(assessment, kind, table, ref, filter, expected) \
  G_STMT_START { g_autofree char *listed = list (assessment, kind, table, ref, filter); \
                 g_assert_cmpstr (listed, ==, expected); } G_STMT_END

static void
test_scopes (void)
{
  g_autoptr (TlAssessment) assessment = assess (tl_day_new (2026, 6, 9));

  assert_lists (assessment, TL_TIMELINE_SCOPE_RISK, TL_TABLE_RISK, "R1", NULL,
                "A1 owner E1 silence A2 E2 challenge decision owner sign E3");
  /* What names two risks stands once, and what names none stands too. */
  assert_lists (assessment, TL_TIMELINE_SCOPE_WORKBOOK, 0, NULL, NULL,
                "A1 owner E1 A2 E2 review challenge decision owner sign E3 E4 E5");
  assert_lists (assessment, TL_TIMELINE_SCOPE_PLACE, TL_TABLE_PLACE, "TAN", NULL, "A1 E1 E2 sign");
  assert_lists (assessment, TL_TIMELINE_SCOPE_PERSON, TL_TABLE_PERSON, "P2", NULL, "A2 E2 review challenge owner E5");
}

static void
test_filters (void)
{
  g_autoptr (TlAssessment) assessment = assess (tl_day_new (2026, 6, 9));
  TlTimelineFilter evidence = { .kinds = 1 << TL_TIMELINE_KIND_EVIDENCE }, outcomes = evidence, follow = { 0 };
  TlTimelineFilter contradicting = { .verdicts = 1 << TL_VERDICT_CONTRADICTS };
  TlTimelineFilter place = { 0 }, person = evidence, source = { .sources = G_GUINT64_CONSTANT (1) << TL_SOURCE_OBSERVATION };

  outcomes.only_outcomes = TRUE;
  place.place = find_id (assessment, TL_TABLE_PLACE, "DAM");
  person.person = find_id (assessment, TL_TABLE_PERSON, "P1");
  follow.follow = find_id (assessment, TL_TABLE_ACTION, "A1");
  g_assert_false (tl_timeline_filter_is_empty (&follow));
  assert_lists (assessment, TL_TIMELINE_SCOPE_RISK, TL_TABLE_RISK, "R1", &evidence, "E1 E2 E3");
  assert_lists (assessment, TL_TIMELINE_SCOPE_RISK, TL_TABLE_RISK, "R1", &outcomes, "E1 E2");
  assert_lists (assessment, TL_TIMELINE_SCOPE_RISK, TL_TABLE_RISK, "R1", &place, "A2");
  assert_lists (assessment, TL_TIMELINE_SCOPE_RISK, TL_TABLE_RISK, "R1", &person, "E1 E3");
  /* Verdicts and sources speak of evidence; what was done and decided stays beside it. */
  assert_lists (assessment, TL_TIMELINE_SCOPE_RISK, TL_TABLE_RISK, "R1", &contradicting,
                "A1 owner E1 silence A2 challenge decision owner sign");
  assert_lists (assessment, TL_TIMELINE_SCOPE_RISK, TL_TABLE_RISK, "R1", &source,
                "A1 owner A2 E2 challenge decision owner sign");
}

/* As at a day, what had not happened by then isn't there; everything else is as it will be. */
static void
test_as_at_hides_what_came_later (void)
{
  g_autoptr (TlAssessment) later = assess (tl_day_new (2026, 6, 9));
  const TlDay days[] = { tl_day_new (2026, 1, 19), tl_day_new (2026, 3, 10), tl_day_new (2026, 4, 1) };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (TlAssessment) then = assess (days[i]);
      g_autoptr (TlTimelinePlan) now = tl_timeline_plan_new_risk (later, tl_assessment_get_risk (later, 0));
      g_autoptr (TlTimelinePlan) plan = tl_timeline_plan_new_risk (then, tl_assessment_get_risk (then, 0));
      guint n = 0, silences = 0;

      for (guint j = 0; j < plan->n_entries; j++)
        {
          g_assert_cmpint (plan->entries[j].date, <=, days[i]);
          silences += plan->entries[j].kind == TL_TIMELINE_KIND_SILENCE;
        }
      for (guint j = 0; j < now->n_entries; j++)
        n += now->entries[j].date <= days[i] && now->entries[j].kind != TL_TIMELINE_KIND_SILENCE;
      g_assert_cmpuint (plan->n_entries - silences, ==, n);
    }
}

/* ── The axis ── */

static void
assert_apart (const TlBox *boxes,
              guint        n)
{
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < i; j++)
      g_assert_false (tl_box_overlaps (&boxes[i], &boxes[j]));
}

/* No date and no flag over another, whatever the width, the size of text, the zoom and the day one looks at. */
static void
test_labels_never_overlap (void)
{
  g_autoptr (TlAssessment) assessment = assess (tl_day_new (2026, 5, 1));
  g_autoptr (TlTimelinePlan) plan = tl_timeline_plan_new_risk (assessment, tl_assessment_get_risk (assessment, 0));
  const double sizes[] = { 14.67, 29.34 }, widths[] = { 300, 950, 2200 };

  for (guint size = 0; size < G_N_ELEMENTS (sizes); size++)
    for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
      for (guint k = 0; k < G_N_ELEMENTS (spans); k++)
        {
          g_autoptr (TlInk) ink = tl_ink_new_light (sizes[size]);
          g_autoptr (TlTimelineLayout) layout = tl_timeline_layout_new (plan, ink, TL_TIMELINE_CHARTS_PRIMARY, widths[w], spans[k]);
          guint shown = 0;

          for (guint i = 0; i < 12; i++)
            {
              double scroll = floor ((layout->length - layout->plot_width) * i / 11);
              g_autoptr (GArray) flags = tl_timeline_axis_list_flags (layout, ink, tl_day_new (2026, 5, 9), scroll);
              g_autoptr (GArray) dates = tl_timeline_axis_list_dates (layout, ink, flags, scroll);
              TlBox boxes[200];
              guint n = 0;

              g_assert_cmpuint (flags->len + dates->len, <, G_N_ELEMENTS (boxes));
              for (guint j = 0; j < flags->len; j++)
                if (g_array_index (flags, TlTimelineFlag, j).box.width > 0)
                  boxes[n++] = g_array_index (flags, TlTimelineFlag, j).box;
              for (guint j = 0; j < dates->len; j++)
                boxes[n++] = g_array_index (dates, TlTimelineDateLabel, j).box;
              assert_apart (boxes, n);
              for (guint j = 0; j < n; j++)
                {
                  g_assert_cmpfloat (boxes[j].x, >=, layout->plot_left - 1e-6);
                  g_assert_cmpfloat (boxes[j].x + boxes[j].width, <=, layout->plot_left + layout->plot_width + 1e-6);
                }
              shown += dates->len;
            }
          /* Where the marked days take all the room there is, they say when it is. */
          g_assert_true (shown > 0 || widths[w] < 25 * sizes[size]);
        }
}

static guint
count_ink (cairo_surface_t *surface,
           int              from,
           int              to)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  guint n = 0;

  cairo_surface_flush (surface);
  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = from; x < to; x++)
      n += data[y * cairo_image_surface_get_stride (surface) + x] != 0;
  return n;
}

/* However far time is scrolled, no word is cut by where it ends to either side. */
static void
test_words_are_whole (void)
{
  g_autoptr (TlAssessment) assessment = assess (tl_day_new (2026, 5, 1));
  g_autoptr (TlTimelinePlan) plan = tl_timeline_plan_new_risk (assessment, tl_assessment_get_risk (assessment, 0));
  g_autoptr (TlInk) ink = tl_ink_new_light (44.0 / 3);
  const double zooms[] = { 30, 92, 366 };

  for (guint k = 0; k < G_N_ELEMENTS (zooms); k++)
    {
      g_autoptr (TlTimelineLayout) layout = tl_timeline_layout_new (plan, ink, TL_TIMELINE_CHARTS_PRIMARY, 700, zooms[k]);
      int width = (int) layout->plot_width, height = (int) ceil (layout->height);
      guint written = 0;

      for (double scroll = 0; scroll <= layout->length - width; scroll += 11)
        {
          cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, width, height);
          cairo_t *cr = cairo_create (surface);
          const TlBox seen = { scroll, 0, width, height };

          cairo_translate (cr, -scroll, 0);
          tl_timeline_draw_words (layout, ink, cr, NULL, &seen);
          cairo_destroy (cr);
          g_assert_cmpuint (count_ink (surface, 0, 2), ==, 0);
          g_assert_cmpuint (count_ink (surface, width - 2, width), ==, 0);
          written += count_ink (surface, 2, width - 2) > 0;
          cairo_surface_destroy (surface);
        }
      g_assert_cmpuint (written, >, 0);
    }
}

/* ── The list ── */

static void
mirror_cb (GListModel *model,
           guint       position,
           guint       removed,
           guint       added,
           gpointer    data)
{
  GPtrArray *mirror = data;

  if (removed > 0)
    g_ptr_array_remove_range (mirror, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (mirror, (int) (position + i), g_list_model_get_item (model, position + i));
}

/* What the list says of its changes leads to what it has, and what stays in sight isn't taken out. */
static void
test_list_follows_the_view (void)
{
  g_autoptr (TlAssessment) assessment = assess (tl_day_new (2026, 6, 9));
  g_autoptr (TlTimelinePlan) plan = tl_timeline_plan_new_risk (assessment, tl_assessment_get_risk (assessment, 0));
  g_autoptr (TlTimelineList) list = tl_timeline_list_new ();
  g_autoptr (GPtrArray) mirror = g_ptr_array_new_with_free_func (g_object_unref);

  g_signal_connect (list, "items-changed", G_CALLBACK (mirror_cb), mirror);
  tl_timeline_list_set_plan (list, plan);
  for (guint i = 0; i < 400; i++)
    {
      TlDay from = plan->from_date + g_test_rand_int_range (0, 160), until = from + g_test_rand_int_range (0, 120);
      guint n = 0, position;

      tl_timeline_list_set_view (list, from, until);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, mirror->len);
      for (guint j = plan->n_entries; j > 0; j--)
        {
          g_autoptr (TlTimelineItem) item = tl_timeline_plan_get_item (plan, j - 1);
          gboolean seen = plan->entries[j - 1].date <= until && plan->entries[j - 1].until >= from;

          g_assert_cmpint (tl_timeline_list_find (list, item, &position), ==, seen);
          if (!seen)
            continue;
          g_assert_cmpuint (position, ==, n);
          g_assert_true (g_ptr_array_index (mirror, n) == item);
          n++;
        }
      g_assert_cmpuint (n, ==, mirror->len);
    }
  tl_timeline_list_set_plan (list, NULL);
  g_assert_cmpuint (mirror->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timeline/counts-add-up", test_counts_add_up);
  g_test_add_func ("/timeline/nothing-touches", test_nothing_touches);
  g_test_add_func ("/timeline/marks-at-their-days", test_marks_are_at_their_days);
  g_test_add_func ("/timeline/parts-agree", test_parts_agree);
  g_test_add_func ("/timeline/million", test_million);
  g_test_add_func ("/timeline/scopes", test_scopes);
  g_test_add_func ("/timeline/filters", test_filters);
  g_test_add_func ("/timeline/as-at", test_as_at_hides_what_came_later);
  g_test_add_func ("/timeline/labels", test_labels_never_overlap);
  g_test_add_func ("/timeline/words", test_words_are_whole);
  g_test_add_func ("/timeline/list", test_list_follows_the_view);

  return g_test_run ();
}
