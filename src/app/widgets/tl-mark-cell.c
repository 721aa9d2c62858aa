/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-mark-cell.h"

#include <glib/gi18n.h>

#include "tl-format.h"
#include "tl-marks.h"

#define SIZE 20

typedef enum
{
  MARK_LINK,
  MARK_FINDING,
  MARK_EVIDENCE,
  MARK_AGREED,
  MARK_DONE,
  MARK_PROVEN,
} Mark;

struct _TlMarkCell
{
  TlDrawnCell parent_instance;

  Mark mark;
  TlLinkState state;
  TlSeverity severity;
  TlVerdict verdict;
  TlEvidenceKind kind;
};

G_DEFINE_FINAL_TYPE (TlMarkCell, tl_mark_cell, TL_TYPE_DRAWN_CELL)

static void
tl_mark_cell_measure (TlDrawnCell *cell,
                      const TlInk *ink,
                      double      *width,
                      double      *height)
{
  *width = tl_ink_px (ink, SIZE);
  *height = tl_ink_px (ink, SIZE);
}

static void
tl_mark_cell_draw (TlDrawnCell *cell,
                   const TlInk *ink,
                   cairo_t     *cr,
                   double       width,
                   double       height)
{
  TlMarkCell *self = TL_MARK_CELL (cell);
  double x = width / 2, y = height / 2;

  switch (self->mark)
    {
    case MARK_LINK:
      tl_mark_link (cr, ink, self->state, x, y, tl_ink_px (ink, TL_MARK_RADIUS_CELL), tl_drawn_cell_is_mirrored (cell));
      break;
    case MARK_FINDING:
      tl_mark_finding (cr, ink, self->severity, x, y);
      break;
    case MARK_EVIDENCE:
      tl_mark_evidence (cr, ink, self->verdict, self->kind, x, y);
      break;
    case MARK_AGREED:
      tl_mark_agreed (cr, ink, x, y);
      break;
    case MARK_DONE:
      tl_mark_done (cr, ink, x, y);
      break;
    case MARK_PROVEN:
    default:
      tl_mark_proven (cr, ink, x, y);
      break;
    }
}

static char *
tl_mark_cell_describe (TlDrawnCell *cell)
{
  TlMarkCell *self = TL_MARK_CELL (cell);

  switch (self->mark)
    {
    case MARK_LINK:
      return tl_format_capital (tl_word_label (TL_TYPE_LINK_STATE, (int) self->state));
    case MARK_FINDING:
      return tl_format_capital (tl_word_label (TL_TYPE_SEVERITY, (int) self->severity));
    case MARK_EVIDENCE:
      if (self->verdict == TL_VERDICT_NONE)
        return tl_format_capital (tl_word_label (TL_TYPE_EVIDENCE_KIND, (int) self->kind));
      /* Translators: the kind of evidence and what it says: "outcome, supports" */
      return g_strdup_printf (_("%1$s, %2$s"), tl_word_label (TL_TYPE_EVIDENCE_KIND, (int) self->kind),
                              tl_word_label (TL_TYPE_VERDICT, (int) self->verdict));
    case MARK_AGREED:
      return g_strdup (_("Agreed"));
    case MARK_DONE:
      return g_strdup (_("Done"));
    case MARK_PROVEN:
    default:
      return g_strdup (_("Proven"));
    }
}

static void
tl_mark_cell_class_init (TlMarkCellClass *klass)
{
  TlDrawnCellClass *cell_class = TL_DRAWN_CELL_CLASS (klass);

  cell_class->measure = tl_mark_cell_measure;
  cell_class->draw = tl_mark_cell_draw;
  cell_class->describe = tl_mark_cell_describe;
}

static void
tl_mark_cell_init (TlMarkCell *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_START);
}

static TlMarkCell *
new_mark (Mark mark)
{
  TlMarkCell *self = g_object_new (TL_TYPE_MARK_CELL, NULL);

  self->mark = mark;
  return self;
}

static GtkWidget *
finish (TlMarkCell *self)
{
  tl_drawn_cell_update (TL_DRAWN_CELL (self));
  return GTK_WIDGET (self);
}

/**
 * tl_mark_cell_new_link:
 * @state: the state of a link
 *
 * Returns: (transfer floating): its mark
 */
GtkWidget *
tl_mark_cell_new_link (TlLinkState state)
{
  TlMarkCell *self = new_mark (MARK_LINK);

  self->state = state;
  return finish (self);
}

/**
 * tl_mark_cell_new_finding:
 * @severity: how grave it is
 *
 * Returns: (transfer floating): its mark
 */
GtkWidget *
tl_mark_cell_new_finding (TlSeverity severity)
{
  TlMarkCell *self = new_mark (MARK_FINDING);

  self->severity = severity;
  return finish (self);
}

/**
 * tl_mark_cell_new_evidence:
 * @verdict: what it says
 * @kind: activity or outcome
 *
 * Returns: (transfer floating): its mark
 */
GtkWidget *
tl_mark_cell_new_evidence (TlVerdict      verdict,
                           TlEvidenceKind kind)
{
  TlMarkCell *self = new_mark (MARK_EVIDENCE);

  self->verdict = verdict;
  self->kind = kind;
  return finish (self);
}

/**
 * tl_mark_cell_new_action:
 * @action: where an action stands
 *
 * Returns: (transfer floating): its mark: agreed, done or proven
 */
GtkWidget *
tl_mark_cell_new_action (const TlActionJudgement *action)
{
  return tl_mark_cell_new_step (action->done != TL_NO_DAY, action->proven != TL_NO_DAY);
}

/**
 * tl_mark_cell_new_step:
 * @done: whether an action was done
 * @proven: whether it was proven
 *
 * Returns: (transfer floating): the mark of what became of an action: agreed, done or proven
 */
GtkWidget *
tl_mark_cell_new_step (gboolean done,
                       gboolean proven)
{
  if (proven)
    return finish (new_mark (MARK_PROVEN));
  return finish (new_mark (done ? MARK_DONE : MARK_AGREED));
}
