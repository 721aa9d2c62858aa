/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-line-cell.h"

#include <glib/gi18n.h>
#include <string.h>

#include "tl-marks.h"

struct _TlLineCell
{
  TlDrawnCell parent_instance;

  gboolean shown;
  gboolean awaited;
  TlLinkState states[TL_N_LINE_LINKS];
  TlLineLink position;
};

typedef enum
{
  PROP_JUDGEMENT = 1,
} TlLineCellProperty;

static GParamSpec *properties[PROP_JUDGEMENT + 1];

G_DEFINE_FINAL_TYPE (TlLineCell, tl_line_cell, TL_TYPE_DRAWN_CELL)

static void
tl_line_cell_measure (TlDrawnCell *cell,
                      const TlInk *ink,
                      double      *width,
                      double      *height)
{
  tl_mark_line_cell_size (ink, width, height);
}

static void
tl_line_cell_draw (TlDrawnCell *cell,
                   const TlInk *ink,
                   cairo_t     *cr,
                   double       width,
                   double       height)
{
  TlLineCell *self = TL_LINE_CELL (cell);

  if (self->awaited)
    tl_drawn_cell_draw_awaited (cell, ink, cr, width / 2, height / 2);
  else if (self->shown)
    tl_mark_line_cell (cr, ink, self->states, self->position, width / 2, height / 2, tl_drawn_cell_is_mirrored (cell));
}

static char *
tl_line_cell_describe (TlDrawnCell *cell)
{
  TlLineCell *self = TL_LINE_CELL (cell);
  g_autoptr(GString) text = g_string_new (NULL);

  if (self->awaited)
    return g_strdup (_("Line: not worked out yet"));
  if (!self->shown)
    return NULL;
  for (int i = 0; i < TL_N_LINE_LINKS; i++)
    g_string_append_printf (text, i == 0 ? "%s %s" : ", %s %s", _(tl_position_get_word (TL_LINE_LINK_FOUND + i)),
                            tl_word_label (TL_TYPE_LINK_STATE, self->states[i]));
  /* Translators: the first %s is each link of the line with its state, the second where the risk stands, as in
   * "Line: Found sound, Owned weak, …; position Owned" */
  return g_strdup_printf (_("Line: %s; position %s"), text->str, _(tl_position_get_word (self->position)));
}

static void
tl_line_cell_set_property (GObject      *object,
                           guint         id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  switch ((TlLineCellProperty) id)
    {
    case PROP_JUDGEMENT:
      tl_line_cell_set_judgement (TL_LINE_CELL (object), g_value_get_pointer (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_line_cell_class_init (TlLineCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  TlDrawnCellClass *cell_class = TL_DRAWN_CELL_CLASS (klass);

  object_class->set_property = tl_line_cell_set_property;
  cell_class->measure = tl_line_cell_measure;
  cell_class->draw = tl_line_cell_draw;
  cell_class->describe = tl_line_cell_describe;

  /**
   * TlLineCell:judgement:
   *
   * The [struct@RiskJudgement] whose line is shown, %NULL when nothing is known of it yet; it is read at once and not kept.
   */
  properties[PROP_JUDGEMENT] = g_param_spec_pointer ("judgement", NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
tl_line_cell_init (TlLineCell *self)
{
}

GtkWidget *
tl_line_cell_new (void)
{
  return g_object_new (TL_TYPE_LINE_CELL, NULL);
}

/**
 * tl_line_cell_set_line:
 * @self: a line cell
 * @states: (array fixed-size=8) (nullable): the eight links, Found first; %NULL to show none
 * @position: the first link that isn't sound, %TL_LINE_LINK_NONE when all are
 *
 * Sets the line that is shown.
 */
void
tl_line_cell_set_line (TlLineCell        *self,
                       const TlLinkState *states,
                       TlLineLink         position)
{
  g_return_if_fail (TL_IS_LINE_CELL (self));

  if (!self->awaited && self->shown == (states != NULL) && self->position == position
      && (states == NULL || memcmp (self->states, states, sizeof self->states) == 0))
    return;
  self->awaited = FALSE;
  self->shown = states != NULL;
  self->position = position;
  if (states != NULL)
    memcpy (self->states, states, sizeof self->states);
  tl_drawn_cell_update (TL_DRAWN_CELL (self));
}

/**
 * tl_line_cell_set_judgement:
 * @self: a line cell
 * @judgement: (nullable): what is concluded of a risk, %NULL when nothing is yet
 *
 * Shows the line of a risk, or that it isn't known yet.
 */
void
tl_line_cell_set_judgement (TlLineCell            *self,
                            const TlRiskJudgement *judgement)
{
  TlLinkState states[TL_N_LINE_LINKS];

  g_return_if_fail (TL_IS_LINE_CELL (self));

  if (judgement == NULL)
    {
      if (self->awaited)
        return;
      self->awaited = TRUE;
      tl_drawn_cell_update (TL_DRAWN_CELL (self));
      return;
    }
  for (int i = 0; i < TL_N_LINE_LINKS; i++)
    states[i] = judgement->line[i].state;
  tl_line_cell_set_line (self, states, judgement->position);
}
