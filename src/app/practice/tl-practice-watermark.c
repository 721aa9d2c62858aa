/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-practice-watermark.h"

#include <glib/gi18n.h>

/* How strong the word is: to be seen, while what stands beneath is read as well as without it. */
#define STRENGTH 0.07f

/* In pixels: from word to word, and of the word. */
#define STEP_X 340.0f
#define STEP_Y 230.0f
#define SIZE 44
#define SLANT -24.0f

struct _TlPracticeWatermark
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (TlPracticeWatermark, tl_practice_watermark, GTK_TYPE_WIDGET)

static PangoLayout *
lay_out (GtkWidget *widget)
{
  /* Translators: the word that lies over everything that is practice, on screen and on paper */
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, _("Practice"));
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_weight (font, PANGO_WEIGHT_HEAVY);
  pango_font_description_set_absolute_size (font, SIZE * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  return layout;
}

static void
tl_practice_watermark_snapshot (GtkWidget   *widget,
                                GtkSnapshot *snapshot)
{
  g_autoptr (PangoLayout) layout = lay_out (widget);
  float width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);
  GdkRGBA color;

  gtk_widget_get_color (widget, &color);
  color.alpha = STRENGTH;
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  for (float y = STEP_Y / 2; y < height + STEP_Y; y += STEP_Y)
    for (float x = 0; x < width + STEP_X; x += STEP_X)
      {
        gtk_snapshot_save (snapshot);
        gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
        gtk_snapshot_rotate (snapshot, SLANT);
        gtk_snapshot_append_layout (snapshot, layout, &color);
        gtk_snapshot_restore (snapshot);
      }
  gtk_snapshot_pop (snapshot);
}

static void
tl_practice_watermark_class_init (TlPracticeWatermarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = tl_practice_watermark_snapshot;
  gtk_widget_class_set_css_name (widget_class, "practice-watermark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
tl_practice_watermark_init (TlPracticeWatermark *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_can_focus (GTK_WIDGET (self), FALSE);
}
