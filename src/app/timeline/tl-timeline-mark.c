/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-mark.h"

#include "tl-marks.h"

struct _TlTimelineMark
{
  TlDrawnCell parent_instance;

  TlTimelineItem *item;
};

typedef enum
{
  PROP_ITEM = 1,
} TlTimelineMarkProperty;

static GParamSpec *properties[PROP_ITEM + 1];

G_DEFINE_FINAL_TYPE (TlTimelineMark, tl_timeline_mark, TL_TYPE_DRAWN_CELL)

static void
tl_timeline_mark_measure (TlDrawnCell *cell,
                          const TlInk *ink,
                          double      *width,
                          double      *height)
{
  *width = *height = tl_ink_px (ink, TL_TIMELINE_MARK_SIZE);
}

static void
draw_action (const TlActionJudgement *action,
             const TlInk             *ink,
             cairo_t                 *cr,
             double                   x,
             double                   y)
{
  if (action->proven != TL_NO_DAY)
    tl_mark_proven (cr, ink, x, y);
  else if (action->done != TL_NO_DAY)
    tl_mark_done (cr, ink, x, y);
  else
    tl_mark_agreed (cr, ink, x, y);
}

/**
 * tl_timeline_mark_draw_item:
 * @item: an item
 * @ink: what it is drawn with
 * @cr: where
 * @x: the middle
 * @y: the middle
 *
 * Draws the mark of an item, which needs room of %TL_TIMELINE_MARK_SIZE pixels of the design.
 */
void
tl_timeline_mark_draw_item (TlTimelineItem *item,
                            const TlInk    *ink,
                            cairo_t        *cr,
                            double          x,
                            double          y)
{
  double half = tl_ink_px (ink, 7);

  switch (tl_timeline_item_get_kind (item))
    {
    case TL_TIMELINE_KIND_EVIDENCE:
      tl_mark_evidence (cr, ink, tl_timeline_item_get_verdict (item), tl_timeline_item_get_evidence_kind (item), x, y);
      break;
    case TL_TIMELINE_KIND_SILENCE:
      tl_mark_silence (cr, ink, x - half, x + half, y, tl_ink_px (ink, 12), NULL);
      break;
    case TL_TIMELINE_KIND_ACTION:
      draw_action (tl_timeline_item_get_action (item), ink, cr, x, y);
      break;
    case TL_TIMELINE_KIND_CHALLENGE:
      tl_mark_review (cr, ink, TL_REVIEW_MARK_CHALLENGE, x, y);
      break;
    case TL_TIMELINE_KIND_DECISION:
      tl_mark_review (cr, ink, TL_REVIEW_MARK_DECISION, x, y);
      break;
    case TL_TIMELINE_KIND_SIGN:
      tl_mark_review (cr, ink, TL_REVIEW_MARK_SIGN, x, y);
      break;
    case TL_TIMELINE_KIND_OWNERSHIP:
      tl_mark_owner (cr, ink, ((const TlOwnershipFacts *) tl_timeline_item_get_subject (item))->part == TL_PART_CLAIMED, x, y);
      break;
    case TL_TIMELINE_KIND_REVIEW:
    default:
      tl_mark_review (cr, ink, TL_REVIEW_MARK_REVIEW, x, y);
      break;
    }
}

static void
tl_timeline_mark_draw (TlDrawnCell *cell,
                       const TlInk *ink,
                       cairo_t     *cr,
                       double       width,
                       double       height)
{
  TlTimelineItem *item = TL_TIMELINE_MARK (cell)->item;

  if (item != NULL)
    tl_timeline_mark_draw_item (item, ink, cr, width / 2, height / 2);
}

static char *
tl_timeline_mark_describe (TlDrawnCell *cell)
{
  TlTimelineItem *item = TL_TIMELINE_MARK (cell)->item;
  g_autofree char *kind = NULL;
  g_autofree char *says = NULL;

  if (item == NULL)
    return NULL;
  g_object_get (item, "kind", &kind, "says", &says, NULL);
  if (*kind == '\0' || *says == '\0')
    return g_strdup (*kind == '\0' ? says : kind);
  return g_strdup_printf ("%s, %s", kind, says);
}

static void
tl_timeline_mark_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch ((TlTimelineMarkProperty) id)
    {
    case PROP_ITEM:
      g_value_set_object (value, TL_TIMELINE_MARK (object)->item);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_timeline_mark_set_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch ((TlTimelineMarkProperty) id)
    {
    case PROP_ITEM:
      tl_timeline_mark_set_item (TL_TIMELINE_MARK (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_timeline_mark_dispose (GObject *object)
{
  g_clear_object (&TL_TIMELINE_MARK (object)->item);

  G_OBJECT_CLASS (tl_timeline_mark_parent_class)->dispose (object);
}

static void
tl_timeline_mark_class_init (TlTimelineMarkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  TlDrawnCellClass *cell_class = TL_DRAWN_CELL_CLASS (klass);

  object_class->get_property = tl_timeline_mark_get_property;
  object_class->set_property = tl_timeline_mark_set_property;
  object_class->dispose = tl_timeline_mark_dispose;
  cell_class->measure = tl_timeline_mark_measure;
  cell_class->draw = tl_timeline_mark_draw;
  cell_class->describe = tl_timeline_mark_describe;

  /**
   * TlTimelineMark:item:
   *
   * The item whose mark is shown.
   */
  properties[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, TL_TYPE_TIMELINE_ITEM,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
tl_timeline_mark_init (TlTimelineMark *self)
{
}

/**
 * tl_timeline_mark_set_item:
 * @self: a mark
 * @item: (nullable): an item
 *
 * Shows the mark of an item.
 */
void
tl_timeline_mark_set_item (TlTimelineMark *self,
                           TlTimelineItem *item)
{
  g_return_if_fail (TL_IS_TIMELINE_MARK (self));

  if (!g_set_object (&self->item, item))
    return;
  tl_drawn_cell_update (TL_DRAWN_CELL (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ITEM]);
}
