/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-widget-ink.h"

#include <adwaita.h>

#include "tl-font-size.h"

/* The style's colours are variables of its CSS, which only a styled widget can read: one for each, never shown. */
#define TL_TYPE_INK_PROBE (tl_ink_probe_get_type ())
G_DECLARE_FINAL_TYPE (TlInkProbe, tl_ink_probe, TL, INK_PROBE, GtkWidget)

struct _TlInkProbe
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (TlInkProbe, tl_ink_probe, GTK_TYPE_WIDGET)

static void
tl_ink_probe_class_init (TlInkProbeClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "ink");
}

static void
tl_ink_probe_init (TlInkProbe *self)
{
}

static GdkRGBA
read_colour (const char *name)
{
  const char *classes[] = { name, NULL };
  GtkWidget *probe = g_object_ref_sink (g_object_new (TL_TYPE_INK_PROBE, "css-classes", classes, NULL));
  GdkRGBA colour;

  gtk_widget_get_color (probe, &colour);
  g_object_unref (probe);

  return colour;
}

/* Drawings cover what is beneath them, so a colour that lets it through becomes what it looks like on the ground. What
 * is mixed in the style may lie outside what a screen can show. */
static double
settle_part (float colour,
             float ground,
             float alpha)
{
  return CLAMP (ground + (colour - ground) * alpha, 0, 1);
}

static TlColour
settle (const GdkRGBA *colour,
        const GdkRGBA *ground)
{
  return (TlColour) {
    settle_part (colour->red, ground->red, colour->alpha),
    settle_part (colour->green, ground->green, colour->alpha),
    settle_part (colour->blue, ground->blue, colour->alpha),
  };
}

static TlColour
read_settled (const char    *name,
              const GdkRGBA *ground)
{
  GdkRGBA colour = read_colour (name);

  return settle (&colour, ground);
}

static TlInkColours
read_colours (gboolean high_contrast)
{
  GdkRGBA ground = read_colour ("ground");

  return (TlInkColours) {
    .text = read_settled ("text", &ground),
    .ground = settle (&ground, &ground),
    .accent = read_settled ("accent", &ground),
    .act = read_settled ("act", &ground),
    .watch = read_settled ("watch", &ground),
    .high_contrast = high_contrast,
  };
}

typedef struct
{
  TlInkColours colours;
  double dimness;
  GdkRGBA late;
} Style;

/* They are the same for all widgets, and change only with the style. */
static const Style *
get_style (void)
{
  static Style kept_style;
  static int kept = -1;
  AdwStyleManager *style = adw_style_manager_get_default ();
  gboolean high_contrast = adw_style_manager_get_high_contrast (style);
  int now = (adw_style_manager_get_dark (style) ? 1 : 0) | (high_contrast ? 2 : 0);

  if (kept != now)
    {
      kept_style = (Style) { read_colours (high_contrast), read_colour ("dimmed").alpha, read_colour ("act") };
      kept = now;
    }

  return &kept_style;
}

/**
 * tl_widget_ink_new:
 * @widget: a widget
 *
 * Makes the ink that a widget draws with: in the colours of the style, with the widget's own font. It is good until the
 * widget's style changes.
 *
 * Returns: (transfer full): the ink
 */
TlInk *
tl_widget_ink_new (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  PangoFontDescription *caption = pango_font_description_copy (font);
  TlInk *self = tl_ink_new (&get_style ()->colours, context);

  /* As small as the style's captions and as bold as its headings: the letters of those are made already. */
  tl_font_size_make_caption (caption);
  self->small = pango_font_description_get_size (caption) / (double) pango_font_description_get_size (font);
  self->bold = PANGO_WEIGHT_BOLD;
  pango_font_description_free (caption);

  return self;
}

/**
 * tl_widget_ink_get_dimness:
 *
 * Returns: how much there is of the colour of a text that supports another, from 0 to 1
 */
double
tl_widget_ink_get_dimness (void)
{
  return get_style ()->dimness;
}

/**
 * tl_widget_ink_get_late:
 *
 * Returns: the colour of what is late
 */
GdkRGBA
tl_widget_ink_get_late (void)
{
  return get_style ()->late;
}
