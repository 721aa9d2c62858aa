/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-finding-counts.h"

#include <glib/gi18n.h>

#include "tl-marks.h"

/* In pixels of the design: the width of a mark, from its middle to its number, and between two. */
#define MARK_WIDTH 17
#define MARK_TO_NUMBER 11
#define BETWEEN 6
/* In a column, acts stand beneath acts and watches beneath watches. */
#define SLOT 33
#define HEIGHT 18

struct _TlFindingCounts
{
  TlDrawnCell parent_instance;

  guint counts[TL_N_SEVERITIES];
  gboolean marks_only;
  gboolean aligned;
  gboolean say_none;
  /* The widest yet, at this size of text. */
  double room;
  double room_text_size;
  /* Nobody knows yet. */
  gboolean awaited;
};

typedef enum
{
  PROP_ACT = 1,
  PROP_WATCH,
  PROP_NOTE,
  PROP_MARKS_ONLY,
  PROP_ALIGNED,
  PROP_SAY_NONE,
  PROP_JUDGEMENT,
} TlFindingCountsProperty;

static GParamSpec *properties[PROP_JUDGEMENT + 1];

G_DEFINE_FINAL_TYPE (TlFindingCounts, tl_finding_counts, TL_TYPE_DRAWN_CELL)

static gboolean
has_none (TlFindingCounts *self)
{
  return self->counts[TL_SEVERITY_ACT] + self->counts[TL_SEVERITY_WATCH] + self->counts[TL_SEVERITY_NOTE] == 0;
}

static PangoLayout *
create_number (TlFindingCounts *self,
               const TlInk     *ink,
               TlSeverity       severity)
{
  g_autofree char *text = g_strdup_printf ("%u", self->counts[severity]);

  return tl_ink_create_layout (ink, text, severity == TL_SEVERITY_ACT ? TL_TEXT_BODY_BOLD : TL_TEXT_BODY);
}

static const TlColour *
get_colour (const TlInk *ink,
            TlSeverity   severity)
{
  return severity == TL_SEVERITY_ACT ? &ink->act : severity == TL_SEVERITY_WATCH ? &ink->watch : &ink->dimmed;
}

/* Draws from the start, or only finds how wide it all is. Mirrored, the first is at the right. */
static double
place (TlFindingCounts *self,
       const TlInk     *ink,
       cairo_t         *cr,
       double           width,
       double           y)
{
  gboolean mirrored = tl_drawn_cell_is_mirrored (TL_DRAWN_CELL (self));
  double half = tl_ink_px (ink, MARK_WIDTH / 2.0), x = 0, end = 0;

  for (TlSeverity severity = TL_SEVERITY_ACT; severity < TL_N_SEVERITIES; severity++)
    {
      g_autoptr(PangoLayout) number = NULL;
      double number_width = 0, number_x = x + half + tl_ink_px (ink, MARK_TO_NUMBER);

      /* A column has two places: what is only worth noting is left to the sentence where its own is taken. */
      if (self->aligned && severity == TL_SEVERITY_NOTE && self->counts[TL_SEVERITY_WATCH] > 0)
        break;
      if (self->counts[severity] == 0)
        {
          /* A note takes the place of a watch; an act keeps its own free. */
          if (self->aligned && severity == TL_SEVERITY_ACT && !has_none (self))
            x = MAX (x, tl_ink_px (ink, SLOT));
          continue;
        }
      if (!self->marks_only)
        {
          number = create_number (self, ink, severity);
          tl_ink_measure_layout (number, &number_width, NULL);
        }
      if (cr != NULL)
        tl_mark_finding (cr, ink, severity, mirrored ? width - x - half : x + half, y);
      if (cr != NULL && number != NULL)
        tl_ink_draw_layout (cr, number, mirrored ? width - number_x : number_x, y, mirrored ? 1 : 0,
                            get_colour (ink, severity));
      end = number != NULL ? number_x + number_width : x + 2 * half;
      x = MAX (end + tl_ink_px (ink, BETWEEN), self->aligned ? x + tl_ink_px (ink, SLOT) : 0);
    }

  return end;
}

static PangoLayout *
create_none (const TlInk *ink)
{
  /* Translators: a risk without findings */
  return tl_ink_create_layout (ink, C_("findings", "None"), TL_TEXT_SMALL);
}

/* A row of a column is given one risk after another: it keeps the room that the widest of them took, since a table whose
 * cells become narrower and wider is measured again in each frame, and its columns move. */
static double
keep_room (TlFindingCounts *self,
           const TlInk     *ink,
           double           width)
{
  if (self->room_text_size != ink->text_size)
    self->room = 0;
  self->room_text_size = ink->text_size;
  self->room = MAX (self->room, width);
  return self->room;
}

static void
tl_finding_counts_measure (TlDrawnCell *cell,
                           const TlInk *ink,
                           double      *width,
                           double      *height)
{
  TlFindingCounts *self = TL_FINDING_COUNTS (cell);

  *width = place (self, ink, NULL, 0, 0);
  *height = MAX (tl_ink_px (ink, HEIGHT), ink->text_size * 1.2);
  if (has_none (self) && self->say_none)
    {
      g_autoptr(PangoLayout) none = create_none (ink);

      tl_ink_measure_layout (none, width, NULL);
    }
  if (self->aligned)
    *width = keep_room (self, ink, *width);
}

static void
tl_finding_counts_draw (TlDrawnCell *cell,
                        const TlInk *ink,
                        cairo_t     *cr,
                        double       width,
                        double       height)
{
  TlFindingCounts *self = TL_FINDING_COUNTS (cell);

  if (self->awaited)
    {
      tl_drawn_cell_draw_awaited (cell, ink, cr, width / 2, height / 2);
      return;
    }
  if (has_none (self) && self->say_none)
    {
      g_autoptr(PangoLayout) none = create_none (ink);
      gboolean mirrored = tl_drawn_cell_is_mirrored (cell);

      tl_ink_draw_layout (cr, none, mirrored ? width : 0, height / 2, mirrored ? 1 : 0, &ink->dimmed);
      return;
    }
  place (self, ink, cr, width, height / 2);
}

static void
append_count (GString    *text,
              const char *words,
              guint       n)
{
  if (n == 0)
    return;
  if (text->len > 0)
    g_string_append (text, ", ");
  g_string_append_printf (text, words, n);
}

static char *
tl_finding_counts_describe (TlDrawnCell *cell)
{
  TlFindingCounts *self = TL_FINDING_COUNTS (cell);
  g_autoptr(GString) text = g_string_new (NULL);

  if (self->awaited)
    return g_strdup (_("Findings: not worked out yet"));
  if (has_none (self))
    return g_strdup (_("No findings"));
  append_count (text, _("%u to act on"), self->counts[TL_SEVERITY_ACT]);
  append_count (text, _("%u to watch"), self->counts[TL_SEVERITY_WATCH]);
  append_count (text, _("%u to note"), self->counts[TL_SEVERITY_NOTE]);
  /* Translators: %s is how many findings there are of each severity, as in "1 to act on, 3 to watch" */
  return g_strdup_printf (_("Findings: %s"), text->str);
}

static gboolean
set_count (TlFindingCounts *self,
           TlSeverity       severity,
           guint            count)
{
  if (self->counts[severity] == count)
    return FALSE;
  self->counts[severity] = count;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACT + severity]);
  return TRUE;
}

static void
set_flag (TlFindingCounts         *self,
          gboolean                *flag,
          gboolean                 value,
          TlFindingCountsProperty  property)
{
  if (*flag == value)
    return;
  *flag = value;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
tl_finding_counts_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  TlFindingCounts *self = TL_FINDING_COUNTS (object);

  switch ((TlFindingCountsProperty) id)
    {
    case PROP_ACT:
    case PROP_WATCH:
    case PROP_NOTE:
      g_value_set_uint (value, self->counts[id - PROP_ACT]);
      break;
    case PROP_MARKS_ONLY:
      g_value_set_boolean (value, self->marks_only);
      break;
    case PROP_ALIGNED:
      g_value_set_boolean (value, self->aligned);
      break;
    case PROP_SAY_NONE:
      g_value_set_boolean (value, self->say_none);
      break;
    case PROP_JUDGEMENT:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_finding_counts_set_property (GObject      *object,
                                guint         id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  TlFindingCounts *self = TL_FINDING_COUNTS (object);

  switch ((TlFindingCountsProperty) id)
    {
    case PROP_ACT:
    case PROP_WATCH:
    case PROP_NOTE:
      if (set_count (self, id - PROP_ACT, g_value_get_uint (value)))
        tl_drawn_cell_update (TL_DRAWN_CELL (self));
      break;
    case PROP_MARKS_ONLY:
      set_flag (self, &self->marks_only, g_value_get_boolean (value), PROP_MARKS_ONLY);
      break;
    case PROP_ALIGNED:
      set_flag (self, &self->aligned, g_value_get_boolean (value), PROP_ALIGNED);
      break;
    case PROP_SAY_NONE:
      set_flag (self, &self->say_none, g_value_get_boolean (value), PROP_SAY_NONE);
      break;
    case PROP_JUDGEMENT:
      tl_finding_counts_set_judgement (self, g_value_get_pointer (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_finding_counts_class_init (TlFindingCountsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  TlDrawnCellClass *cell_class = TL_DRAWN_CELL_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tl_finding_counts_get_property;
  object_class->set_property = tl_finding_counts_set_property;
  cell_class->measure = tl_finding_counts_measure;
  cell_class->draw = tl_finding_counts_draw;
  cell_class->describe = tl_finding_counts_describe;

  properties[PROP_ACT] = g_param_spec_uint ("act", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_WATCH] = g_param_spec_uint ("watch", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_NOTE] = g_param_spec_uint ("note", NULL, NULL, 0, G_MAXUINT, 0, flags);
  /**
   * TlFindingCounts:marks-only:
   *
   * Whether the marks stand without their numbers, where words beside them say the rest.
   */
  properties[PROP_MARKS_ONLY] = g_param_spec_boolean ("marks-only", NULL, NULL, FALSE, flags);
  /**
   * TlFindingCounts:aligned:
   *
   * Whether each severity keeps its place, so that the same ones stand beneath each other in a column. There are two
   * places; notes are drawn where no watch is.
   */
  properties[PROP_ALIGNED] = g_param_spec_boolean ("aligned", NULL, NULL, FALSE, flags);
  /**
   * TlFindingCounts:say-none:
   *
   * Whether it says "None" where there are none.
   */
  properties[PROP_SAY_NONE] = g_param_spec_boolean ("say-none", NULL, NULL, FALSE, flags);
  /**
   * TlFindingCounts:judgement:
   *
   * The [struct@RiskJudgement] whose findings are counted, %NULL when nothing is known of them yet; it is read at once
   * and not kept.
   */
  properties[PROP_JUDGEMENT] = g_param_spec_pointer ("judgement", NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
tl_finding_counts_init (TlFindingCounts *self)
{
  tl_drawn_cell_update (TL_DRAWN_CELL (self));
}

GtkWidget *
tl_finding_counts_new (void)
{
  return g_object_new (TL_TYPE_FINDING_COUNTS, NULL);
}

/**
 * tl_finding_counts_set_counts:
 * @self: finding counts
 * @counts: (array fixed-size=3): how many there are of each [enum@Severity]
 *
 * Sets all counts.
 */
void
tl_finding_counts_set_counts (TlFindingCounts *self,
                              const guint     *counts)
{
  gboolean changed = self->awaited;

  g_return_if_fail (TL_IS_FINDING_COUNTS (self));

  self->awaited = FALSE;
  for (TlSeverity severity = TL_SEVERITY_ACT; severity < TL_N_SEVERITIES; severity++)
    changed |= set_count (self, severity, counts[severity]);
  if (changed)
    tl_drawn_cell_update (TL_DRAWN_CELL (self));
}

/**
 * tl_finding_counts_set_judgement:
 * @self: finding counts
 * @judgement: (nullable): what is concluded of a risk, %NULL when nothing is yet; it is read at once and not kept
 *
 * Counts the findings of a risk, or shows that it isn't known yet how many there are.
 */
void
tl_finding_counts_set_judgement (TlFindingCounts       *self,
                                 const TlRiskJudgement *judgement)
{
  g_return_if_fail (TL_IS_FINDING_COUNTS (self));

  if (judgement != NULL)
    tl_finding_counts_set_counts (self, judgement->n_findings);
  else if (!self->awaited)
    {
      self->awaited = TRUE;
      tl_drawn_cell_update (TL_DRAWN_CELL (self));
    }
}
