/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-fact-cell.h"

#include <math.h>

#include "tl-font-size.h"
#include "tl-widget-ink.h"

typedef struct
{
  char *fact;
  char *ground;
  TlFactLook look;
  guint chars;
  guint least_chars;
  /* Made anew when the style changes. */
  PangoLayout *layouts[2];
  int char_width;
  int heights[2];
} TlFactCellPrivate;

enum { FACT, GROUND };

typedef enum
{
  PROP_CHARS = 1,
  PROP_LEAST_CHARS,
} TlFactCellProperty;

static GParamSpec *properties[PROP_LEAST_CHARS + 1];

G_DEFINE_TYPE_WITH_PRIVATE (TlFactCell, tl_fact_cell, TL_TYPE_STYLED_CELL)

/* ── Layout ───────────────────────────────────────────────────────────────── */

/* Lateness is bold as well as red, since colour alone says nothing. */
static gboolean
is_bold (TlFactLook look,
         int        line)
{
  return (look & (line == FACT ? TL_FACT_LOOK_STRONG : TL_FACT_LOOK_LATE)) != 0;
}

static PangoFontDescription *
create_font (TlFactCell *self,
             int         line,
             gboolean    bold)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontDescription *font = pango_font_description_copy (pango_context_get_font_description (context));

  if (line == GROUND)
    tl_font_size_make_caption (font);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  return font;
}

/* There is room for what stands out, whether it does or not. */
static void
measure_font (TlFactCell *self,
              int         line,
              int        *char_width,
              int        *height)
{
  PangoFontDescription *font = create_font (self, line, line == FACT);

  tl_font_size_find (gtk_widget_get_pango_context (GTK_WIDGET (self)), font, char_width, height);
  pango_font_description_free (font);
}

static void
ensure_metrics (TlFactCell *self)
{
  TlFactCellPrivate *priv = tl_fact_cell_get_instance_private (self);
  int unused;

  if (priv->heights[FACT] > 0)
    return;
  measure_font (self, FACT, &priv->char_width, &priv->heights[FACT]);
  measure_font (self, GROUND, &unused, &priv->heights[GROUND]);
}

static void
tl_fact_cell_forget_style (TlStyledCell *cell)
{
  TlFactCellPrivate *priv = tl_fact_cell_get_instance_private (TL_FACT_CELL (cell));

  g_clear_object (&priv->layouts[FACT]);
  g_clear_object (&priv->layouts[GROUND]);
  priv->heights[FACT] = 0;
}

static PangoLayout *
ensure_layout (TlFactCell *self,
               int         line,
               int         width)
{
  TlFactCellPrivate *priv = tl_fact_cell_get_instance_private (self);
  const char *text = line == FACT ? priv->fact : priv->ground;
  PangoLayout *layout = priv->layouts[line];

  if (layout == NULL)
    {
      PangoFontDescription *font = create_font (self, line, is_bold (priv->look, line));

      layout = priv->layouts[line] = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
      pango_layout_set_font_description (layout, font);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_single_paragraph_mode (layout, TRUE);
      pango_font_description_free (font);
      if (priv->look & TL_FACT_LOOK_NUMBER)
        tl_styled_cell_align_digits (layout);
    }
  pango_layout_set_width (layout, width * PANGO_SCALE);
  return layout;
}

static void
tl_fact_cell_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  TlFactCell *self = TL_FACT_CELL (widget);
  TlFactCellPrivate *priv = tl_fact_cell_get_instance_private (self);

  ensure_metrics (self);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = priv->heights[FACT] + priv->heights[GROUND];
      return;
    }
  *minimum = PANGO_PIXELS_CEIL ((int) MAX (priv->least_chars, 1) * priv->char_width);
  *natural = MAX (*minimum, PANGO_PIXELS_CEIL ((int) priv->chars * priv->char_width));
}

/* ── Drawing ──────────────────────────────────────────────────────────────── */

static gboolean
is_number (TlFactCell *self)
{
  TlFactCellPrivate *priv = tl_fact_cell_get_instance_private (self);

  return (priv->look & TL_FACT_LOOK_NUMBER) != 0;
}

static void
draw_line (TlFactCell    *self,
           GtkSnapshot   *snapshot,
           int            line,
           int            y,
           const GdkRGBA *colour)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  PangoLayout *layout = ensure_layout (self, line, width);
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gboolean at_end = is_number (self) != mirrored;
  PangoRectangle box;

  pango_layout_get_pixel_extents (layout, NULL, &box);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((at_end ? width - box.width : 0) - box.x, y));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

static void
tl_fact_cell_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  TlFactCell *self = TL_FACT_CELL (widget);
  TlFactCellPrivate *priv = tl_fact_cell_get_instance_private (self);
  GdkRGBA plain, dimmed, late;

  ensure_metrics (self);
  gtk_widget_get_color (widget, &plain);
  dimmed = plain;
  dimmed.alpha *= (float) tl_widget_ink_get_dimness ();
  late = tl_widget_ink_get_late ();
  if (priv->fact != NULL && priv->fact[0] != '\0')
    draw_line (self, snapshot, FACT, (priv->look & TL_FACT_LOOK_ALONE) != 0 ? priv->heights[GROUND] / 2 : 0,
               (priv->look & TL_FACT_LOOK_FAINT) != 0 ? &dimmed : &plain);
  if (priv->ground != NULL && priv->ground[0] != '\0')
    draw_line (self, snapshot, GROUND, priv->heights[FACT], (priv->look & TL_FACT_LOOK_LATE) != 0 ? &late : &dimmed);
}

/* ── Words ────────────────────────────────────────────────────────────────── */

/* What doesn't fit is told by the tooltip, which is asked for only when it is wanted. */
static gboolean
tl_fact_cell_query_tooltip (GtkWidget  *widget,
                            int         x,
                            int         y,
                            gboolean    keyboard,
                            GtkTooltip *tooltip)
{
  TlFactCellPrivate *priv = tl_fact_cell_get_instance_private (TL_FACT_CELL (widget));
  g_autofree char *text = NULL;

  if (priv->fact != NULL && priv->ground != NULL && priv->ground[0] != '\0')
    text = g_strdup_printf ("%s\n%s", priv->fact, priv->ground);
  gtk_tooltip_set_text (tooltip, text != NULL ? text : priv->fact);
  return priv->fact != NULL && priv->fact[0] != '\0';
}

static void
say_words (TlFactCell *self)
{
  TlFactCellPrivate *priv = tl_fact_cell_get_instance_private (self);
  gboolean has_ground = priv->ground != NULL && priv->ground[0] != '\0';
  g_autofree char *both = has_ground ? g_strdup_printf ("%s, %s", priv->fact != NULL ? priv->fact : "", priv->ground) : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  has_ground ? both : (priv->fact != NULL ? priv->fact : ""), -1);
}

static gboolean
set_line (TlFactCell *self,
          int         line,
          const char *words,
          gboolean    other_weight)
{
  TlFactCellPrivate *priv = tl_fact_cell_get_instance_private (self);
  gboolean changed = g_set_str (line == FACT ? &priv->fact : &priv->ground, words);

  if (other_weight)
    g_clear_object (&priv->layouts[line]);
  else if (changed && priv->layouts[line] != NULL)
    pango_layout_set_text (priv->layouts[line], words != NULL ? words : "", -1);
  return changed;
}

static void
tl_fact_cell_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  TlFactCellPrivate *priv = tl_fact_cell_get_instance_private (TL_FACT_CELL (object));

  switch ((TlFactCellProperty) id)
    {
    case PROP_CHARS:
      g_value_set_uint (value, priv->chars);
      break;
    case PROP_LEAST_CHARS:
      g_value_set_uint (value, priv->least_chars);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_fact_cell_set_property (GObject      *object,
                           guint         id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  TlFactCellPrivate *priv = tl_fact_cell_get_instance_private (TL_FACT_CELL (object));

  switch ((TlFactCellProperty) id)
    {
    case PROP_CHARS:
      priv->chars = g_value_get_uint (value);
      break;
    case PROP_LEAST_CHARS:
      priv->least_chars = g_value_get_uint (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
  gtk_widget_queue_resize (GTK_WIDGET (object));
}

static void
tl_fact_cell_finalize (GObject *object)
{
  TlFactCellPrivate *priv = tl_fact_cell_get_instance_private (TL_FACT_CELL (object));

  g_free (priv->fact);
  g_free (priv->ground);

  G_OBJECT_CLASS (tl_fact_cell_parent_class)->finalize (object);
}

static void
tl_fact_cell_class_init (TlFactCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tl_fact_cell_get_property;
  object_class->set_property = tl_fact_cell_set_property;
  object_class->finalize = tl_fact_cell_finalize;
  widget_class->measure = tl_fact_cell_measure;
  widget_class->snapshot = tl_fact_cell_snapshot;
  widget_class->query_tooltip = tl_fact_cell_query_tooltip;
  TL_STYLED_CELL_CLASS (klass)->forget_style = tl_fact_cell_forget_style;

  /**
   * TlFactCell:chars:
   *
   * How many characters there should be room for; what is longer ends in dots.
   */
  properties[PROP_CHARS] = g_param_spec_uint ("chars", NULL, NULL, 0, 200, 0, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  /**
   * TlFactCell:least-chars:
   *
   * How many characters there is room for at least.
   */
  properties[PROP_LEAST_CHARS] = g_param_spec_uint ("least-chars", NULL, NULL, 0, 200, 0,
                                                    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
  gtk_widget_class_set_css_name (widget_class, "fact-cell");
}

static void
tl_fact_cell_init (TlFactCell *self)
{
}

/**
 * tl_fact_cell_set_words:
 * @self: a fact cell
 * @fact: (nullable): the first line
 * @ground: (nullable): the second line
 * @look: how they look
 *
 * Shows two lines. What is shown already costs nothing.
 */
void
tl_fact_cell_set_words (TlFactCell *self,
                        const char *fact,
                        const char *ground,
                        TlFactLook  look)
{
  TlFactCellPrivate *priv = tl_fact_cell_get_instance_private (self);
  gboolean other_look, other_words;

  g_return_if_fail (TL_IS_FACT_CELL (self));

  other_look = priv->look != look;
  other_words = set_line (self, FACT, fact, is_bold (look, FACT) != is_bold (priv->look, FACT));
  other_words |= set_line (self, GROUND, ground, is_bold (look, GROUND) != is_bold (priv->look, GROUND));
  priv->look = look;
  if (other_words)
    say_words (self);
  if (other_words || other_look)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * tl_fact_cell_get_fact:
 * @self: a fact cell
 *
 * Returns: (nullable): the first line
 */
const char *
tl_fact_cell_get_fact (TlFactCell *self)
{
  TlFactCellPrivate *priv = tl_fact_cell_get_instance_private (self);

  return priv->fact;
}

/**
 * tl_fact_cell_get_ground:
 * @self: a fact cell
 *
 * Returns: (nullable): the second line
 */
const char *
tl_fact_cell_get_ground (TlFactCell *self)
{
  TlFactCellPrivate *priv = tl_fact_cell_get_instance_private (self);

  return priv->ground;
}

/**
 * tl_fact_cell_get_look:
 * @self: a fact cell
 *
 * Returns: how they look
 */
TlFactLook
tl_fact_cell_get_look (TlFactCell *self)
{
  TlFactCellPrivate *priv = tl_fact_cell_get_instance_private (self);

  return priv->look;
}
