/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts as they are set: the same whatever was set before. */
#include "tl-typesetter.h"

#include <locale.h>
#include <string.h>

#define NARROWEST 24.0
#define WIDEST 440.0
#define STEP 3.5

static const char * const texts[] = {
  "Records",
  "Night checks were written down after the shift, not at the bedside, in three of the twelve houses that were looked at.",
  "<b>Watch:</b> “Complaints that come back, Rowan House” and “Slow answers to call bells, Hazel House” share a cause\u2009–\u2009staffing"
  " at weekends – and <i>nobody</i> has looked at both/either of them together—or well-meant, hand-over-by-hand notes, AVATAR To. WAY.",
  "Line one ends here\nand a second, longer one begins that has to wrap wherever the column is narrow\n\nand a last",
  "a/very/long/path/without/any/space/that/is/longer/than/a/line/of/a/narrow/column and then words  with  two  spaces ",
  "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft war hier",
  "שלום עולם זה משפט ארוך מספיק כדי לעבור לשורה שנייה",
  "Risk R1 שלום עולם of the house, 12\u00A0km away, and\u00A0so\u00A0on\u00A0without\u00A0a\u00A0break, co\u00ADoper\u00ADation",
};

static const PangoAlignment alignments[] = { PANGO_ALIGN_LEFT, PANGO_ALIGN_RIGHT };

/* Where each line begins, ends and stands. */
static char *
describe (TlTypesetter   *typesetter,
          TlPrintStyle    style,
          const char     *markup,
          double          width,
          PangoAlignment  alignment)
{
  g_autoptr (PangoLayout) layout = tl_typesetter_layout (typesetter, style, markup, width, alignment);
  g_autoptr (GString) said = g_string_new (NULL);

  for (GSList *lines = pango_layout_get_lines_readonly (layout); lines != NULL; lines = lines->next)
    {
      PangoLayoutLine *line = lines->data;
      PangoRectangle extents;

      pango_layout_line_get_extents (line, NULL, &extents);
      g_string_append_printf (said, "%d+%d: %d\u2009×\u2009%d ", line->start_index, line->length, extents.width, extents.height);
    }

  return g_string_free_and_steal (g_steal_pointer (&said));
}

/* A text that was set for other widths, wider and narrower, wraps as one that never was. */
static void
test_widths (void)
{
  g_autoptr (TlTypesetter) used = tl_typesetter_new ();
  g_autoptr (TlTypesetter) fresh = tl_typesetter_new ();
  const guint n_widths = (guint) ((WIDEST - NARROWEST) / STEP);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint j = 0; j < G_N_ELEMENTS (alignments); j++)
      for (guint k = 0; k < n_widths; k++)
        {
          /* To and fro: 37 has nothing in common with how many there are. */
          double width = NARROWEST + STEP * (k * 37 % n_widths);
          TlPrintStyle style = i % 2 == 0 ? TL_PRINT_BODY : TL_PRINT_TITLE;
          g_autofree char *found = describe (used, style, texts[i], width, alignments[j]);
          g_autofree char *set = NULL;

          tl_typesetter_let_go (fresh);
          set = describe (fresh, style, texts[i], width, alignments[j]);
          g_assert_cmpstr (found, ==, set);
        }
}

/* How wide a text is doesn't depend on whether it stood in a column before. */
static void
test_unwrapped (void)
{
  g_autoptr (TlTypesetter) typesetter = tl_typesetter_new ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      double before = tl_typesetter_get_width (typesetter, TL_PRINT_BODY, texts[i]);

      tl_typesetter_let_go (typesetter);
      for (double width = WIDEST; width > NARROWEST; width /= 2.0)
        {
          g_autofree char *set = describe (typesetter, TL_PRINT_BODY, texts[i], width, PANGO_ALIGN_LEFT);

          g_assert_cmpuint (strlen (set), >, 0);
        }
      g_assert_cmpfloat (tl_typesetter_get_width (typesetter, TL_PRINT_BODY, texts[i]), ==, before);
    }
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/typesetter/widths", test_widths);
  g_test_add_func ("/typesetter/unwrapped", test_unwrapped);

  return g_test_run ();
}
