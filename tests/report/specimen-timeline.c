/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "specimen-private.h"

#include <math.h>

#include "test-sample.h"
#include "test-workbook.h"
#include "tl-timeline-drawing.h"

/* One of everything that stands in a lane. */
static const char workbook[] =
  "Workbook\n"
  "Key | Value\n"
  "Provider | Quillbrook Care\n"
  "\n"
  "Places\n"
  "Ref | Name | Kind\n"
  "TAN | Tansy House | location\n"
  "DAM | Дом у реки | location\n"
  "\n"
  "People\n"
  "Ref | Name | Role\n"
  "P1 | Tomasz Wrona | Medicines lead\n"
  "\n"
  "Forums\n"
  "Name | Level | Every\n"
  "Provider oversight | provider | monthly\n"
  "\n"
  "Risks\n"
  "Ref | Title | Theme | Origin | Baseline issue | Likelihood | Impact | Scope | Opened | Forum\n"
  "R1 | Medicines record gaps | medicines | inspection | Entries had no signature. | 4 | 5 | TAN; DAM | 2026-01-05 | Provider oversight\n"
  "\n"
  "Ownership\n"
  "Risk | Person | Part | From\n"
  "R1 | P1 | accountable | 2026-01-12\n"
  "\n"
  "Measures\n"
  "Ref | Risk | Title | Kind | Direction | Target | Target date | Period | Hold for | Role\n"
  "M1 | R1 | Entries complete | proportion | at least | 95 | 2026-06-30 | monthly | 3 | primary\n"
  "\n"
  "Readings\n"
  "Measure | Date | Place | Numerator | Denominator\n"
  "M1 | 2026-01-31 | TAN | 80 | 100\n"
  "M1 | 2026-02-28 | TAN | 84 | 100\n"
  "M1 | 2026-03-31 | TAN | 83 | 100\n"
  "M1 | 2026-04-30 | TAN | 96 | 100\n"
  "M1 | 2026-05-31 | TAN | 97 | 100\n"
  "\n"
  "Expected evidence\n"
  "Risk | Source | Every | Person | From\n"
  "R1 | feedback from people | monthly | P1 | 2026-01-12\n"
  "R1 | audit | monthly | P1 | 2026-01-12\n"
  "\n"
  "Actions\n"
  "Ref | Risk | Title | Person | Agreed | Due | Done\n"
  "A1 | R1 | One lead for all medicines work | P1 | 2026-01-12 | 2026-02-02 | 2026-02-10\n"
  "A2 | R1 | Observe two evening rounds | P1 | 2026-03-02 | 2026-04-06 | \n"
  "A3 | R1 | Ask again in the autumn | P1 | 2026-06-01 | 2026-09-30 | \n"
  "\n"
  "Action events\n"
  "Action | Date | What | From | To | Reason\n"
  "A2 | 2026-04-06 | moved | 2026-04-06 | 2026-05-25 | Rounds were changed\n"
  "\n"
  "Evidence\n"
  "Ref | Date | Source | Finding | Kind | Verdict | Risks | Actions | Place\n"
  "E1 | 2026-01-20 | audit | Twelve gaps in a hundred entries. | outcome | contradicts | R1 | | TAN\n"
  "E2 | 2026-03-10 | audit | Six gaps in a hundred entries. | outcome | mixed | R1 | A1 | TAN\n"
  "E3 | 2026-05-12 | audit | One gap in a hundred entries. | outcome | supports | R1 | A1 | TAN\n"
  "E4 | 2026-02-12 | training record | All seniors taught. | activity | supports | R1 | A1 | \n"
  "E5 | 2026-05-20 | observation | A calm round, nobody waited. | outcome | supports | R1 | | DAM\n"
  "E6 | 2026-05-21 | observation | Another calm round. | outcome | supports | R1 | | TAN\n"
  "E7 | 2026-05-22 | observation | A third calm round. | outcome | supports | R1 | | TAN\n"
  "E8 | 2026-01-25 | feedback from people | “My tablets come late.” | outcome | contradicts | R1 | | TAN\n"
  "\n"
  "Reviews\n"
  "Ref | Date | Forum\n"
  "V1 | 2026-03-20 | Provider oversight\n"
  "\n"
  "Looked at\n"
  "Review | Risk | Progress\n"
  "V1 | R1 | Fewer gaps.\n"
  "\n"
  "Challenges\n"
  "Review | Risk | Question | By | Due\n"
  "V1 | R1 | Who reads the charts at handover? | P1 | 2026-04-10\n"
  "\n"
  "Decisions\n"
  "Review | Risk | Decision | Reason\n"
  "V1 | R1 | change | Support for evenings.\n"
  "\n"
  "Warning signs\n"
  "Ref | Risk | Sign | Times | Within days\n"
  "W1 | R1 | The same gap twice | 2 | 31\n"
  "\n"
  "Observed signs\n"
  "Sign | Date | Place\n"
  "W1 | 2026-04-18 | TAN\n";

typedef struct
{
  TlTimelinePlan *plan;
  /* Days that are seen; 0 for all of it. */
  double span;
} Timeline;

static TlTimelineLayout *
lay_out (const Specimen *self,
         const Timeline *timeline,
         double          width)
{
  double span = timeline->span > 0 ? timeline->span : tl_timeline_plan_get_whole (timeline->plan);
  TlTimelineLayout *layout = tl_timeline_layout_new (timeline->plan, self->ink, TL_TIMELINE_CHARTS_PRIMARY, width, span);

  if (self->mirrored)
    tl_timeline_layout_mirror (layout);
  return layout;
}

/* As the window shows it: until today, and some of what isn't known yet. */
static void
draw (Specimen     *self,
      double        width,
      double        height,
      gconstpointer data)
{
  const Timeline *timeline = data;
  g_autoptr (TlTimelineLayout) layout = lay_out (self, timeline, width);
  double today = tl_scale_to_position (&layout->days, tl_assessment_get_as_at (timeline->plan->assessment) + 1);
  double scroll = timeline->span > 0 ? floor (today - layout->plot_width * layout->today_at) : 0;

  tl_timeline_draw (layout, self->ink, self->cr, width, height, TL_NO_DAY, scroll, 0, NULL);
}

static void
add (Specimen       *self,
     const char     *caption,
     double          width,
     const Timeline *timeline)
{
  g_autoptr (TlTimelineLayout) layout = lay_out (self, timeline, width);

  specimen_add (self, caption, width, layout->axis_height + layout->height, draw, timeline);
}

static const TlRiskJudgement *
find_risk (TlAssessment *assessment,
           const char   *ref)
{
  for (guint i = 0; i < tl_assessment_get_n_risks (assessment); i++)
    if (g_str_equal (tl_assessment_get_risk (assessment, i)->facts->base.ref, ref))
      return tl_assessment_get_risk (assessment, i);
  g_error ("The sample has no risk %s", ref);
}

/* The sample is read once for all sheets. */
static TlSnapshot *
get_sample (void)
{
  static TlSnapshot *sample;

  if (g_once_init_enter_pointer (&sample))
    g_once_init_leave_pointer (&sample, test_sample_read (SPECIMEN_SAMPLE));
  return sample;
}

/* The risk that goes through every picture, at three zooms. */
static void
add_sample (Specimen *self)
{
  TlSnapshot *sample = get_sample ();
  g_autoptr (TlAssessment) assessment = tl_assessment_new (sample, tl_snapshot_get_today (sample));
  g_autoptr (TlTimelinePlan) plan = tl_timeline_plan_new_risk (assessment, find_risk (assessment, "R1"));
  const Timeline quarter = { plan, 92 }, year = { plan, 366 }, decade = { plan, 3653 };

  add (self, "A quarter of the sample’s first risk", 1140, &quarter);
  add (self, "A year of it", 1140, &year);
  add (self, "Ten years", 1140, &decade);
}

void
specimen_add_timeline (Specimen *self)
{
  g_autoptr (TlSnapshot) snapshot = test_workbook_read (workbook, NULL);
  g_autoptr (TlAssessment) assessment = tl_assessment_new (snapshot, tl_day_new (2026, 6, 9));
  g_autoptr (TlTimelinePlan) plan = tl_timeline_plan_new_risk (assessment, tl_assessment_get_risk (assessment, 0));
  const Timeline whole = { plan, 0 }, narrow = { plan, 60 };

  specimen_begin (self, "Timeline");
  add (self, "Everything, with all kinds of items and gaps", 960, &whole);
  add (self, "Two months, in little room", 420, &narrow);
  add_sample (self);
}
