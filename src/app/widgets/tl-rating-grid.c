/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-rating-grid.h"

#include <glib/gi18n.h>

#include "tl-focus-lead.h"
#include "tl-rating-cell.h"
#include "tl-rating.h"

#define SIDE 5
#define N_SQUARES (SIDE * SIDE)

typedef struct
{
  GtkWidget *button;
  GtkLabel *mark;
  GString *words;
} Square;

struct _TlRatingGrid
{
  GtkWidget parent_instance;

  GtkGrid *grid;
  Square squares[N_SQUARES];

  int likelihood;
  int impact;
  /* A likelihood that was typed and waits for its impact. */
  int typed;
};

typedef enum
{
  PROP_LIKELIHOOD = 1,
  PROP_IMPACT,
} TlRatingGridProperty;

static GParamSpec *properties[PROP_IMPACT + 1];

G_DEFINE_FINAL_TYPE (TlRatingGrid, tl_rating_grid, GTK_TYPE_WIDGET)

static Square *
get_square (TlRatingGrid *self,
            int           likelihood,
            int           impact)
{
  return &self->squares[(likelihood - 1) * SIDE + impact - 1];
}

static const char *
get_band_name (int rating)
{
  return tl_word_label (TL_TYPE_BAND, (int) tl_band_of_rating (rating));
}

static void
name_square (TlRatingGrid *self,
             int           likelihood,
             int           impact)
{
  Square *square = get_square (self, likelihood, impact);
  int rating = likelihood * impact;
  /* Translators: a square of the rating grid: "Likelihood 4, impact 5: 20, high" */
  g_autofree char *name = g_strdup_printf (_("Likelihood %1$d, impact %2$d: %3$d, %4$s"), likelihood, impact, rating,
                                           get_band_name (rating));

  gtk_accessible_update_property (GTK_ACCESSIBLE (square->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (square->button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, square->words->str, -1);
  if (square->words->len > 0)
    {
      g_autofree char *tooltip = g_strdup_printf ("%s\n%s", name, square->words->str);

      gtk_widget_set_tooltip_text (square->button, tooltip);
    }
  else
    gtk_widget_set_tooltip_text (square->button, name);
}

/* Tab reaches the chosen square alone, or the first. */
static void
update_chosen (TlRatingGrid *self)
{
  for (int likelihood = 1; likelihood <= SIDE; likelihood++)
    for (int impact = 1; impact <= SIDE; impact++)
      {
        GtkWidget *button = get_square (self, likelihood, impact)->button;
        gboolean chosen = likelihood == self->likelihood && impact == self->impact;
        gboolean first = self->likelihood == 0 && likelihood == 1 && impact == 1;

        gtk_widget_set_focusable (button, chosen || first);
        if (chosen)
          gtk_widget_set_state_flags (button, GTK_STATE_FLAG_CHECKED, FALSE);
        else
          gtk_widget_unset_state_flags (button, GTK_STATE_FLAG_CHECKED);
        gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_CHECKED,
                                     chosen ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
      }
}

static void
choose_and_focus (TlRatingGrid *self,
                  int           likelihood,
                  int           impact)
{
  tl_rating_grid_choose (self, CLAMP (likelihood, 1, SIDE), CLAMP (impact, 1, SIDE));
  gtk_widget_grab_focus (get_square (self, self->likelihood, self->impact)->button);
}

static gboolean
type_digit (TlRatingGrid *self,
            int           digit)
{
  int likelihood = self->typed;

  self->typed = likelihood == 0 ? digit : 0;
  if (likelihood == 0)
    choose_and_focus (self, digit, MAX (self->impact, 1));
  else
    choose_and_focus (self, likelihood, digit);
  return GDK_EVENT_STOP;
}

static gboolean
key_pressed_cb (TlRatingGrid    *self,
                guint            key,
                guint            code,
                GdkModifierType  modifiers)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int likelihood = MAX (self->likelihood, 1), impact = MAX (self->impact, 1);

  if ((modifiers & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  if (key >= GDK_KEY_1 && key <= GDK_KEY_5)
    return type_digit (self, (int) (key - GDK_KEY_0));
  if (key >= GDK_KEY_KP_1 && key <= GDK_KEY_KP_5)
    return type_digit (self, (int) (key - GDK_KEY_KP_0));
  self->typed = 0;
  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      choose_and_focus (self, likelihood + 1, impact);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      choose_and_focus (self, likelihood - 1, impact);
      return GDK_EVENT_STOP;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      choose_and_focus (self, likelihood, impact + (rtl ? 1 : -1));
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      choose_and_focus (self, likelihood, impact + (rtl ? -1 : 1));
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      choose_and_focus (self, 1, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      choose_and_focus (self, SIDE, SIDE);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
clicked_cb (TlRatingGrid *self,
            GtkWidget    *button)
{
  for (int i = 0; i < N_SQUARES; i++)
    if (self->squares[i].button == button)
      choose_and_focus (self, i / SIDE + 1, i % SIDE + 1);
}

static GtkWidget *
make_button (TlRatingGrid *self,
             Square       *square,
             int           rating)
{
  GtkWidget *cell = g_object_new (TL_TYPE_RATING_CELL, "rating", rating, "band", (int) tl_band_of_rating (rating),
                                  "halign", GTK_ALIGN_CENTER, "valign", GTK_ALIGN_CENTER, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  square->mark = GTK_LABEL (gtk_label_new (" "));
  gtk_widget_add_css_class (GTK_WIDGET (square->mark), "rating-mark");
  gtk_box_append (GTK_BOX (box), cell);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (square->mark));
  square->words = g_string_new (NULL);
  square->button = g_object_new (GTK_TYPE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO, "child", box, NULL);
  gtk_widget_add_css_class (square->button, "flat");
  gtk_widget_add_css_class (square->button, "rating-square");
  g_signal_connect_swapped (square->button, "clicked", G_CALLBACK (clicked_cb), self);
  return square->button;
}

static void
add_side (TlRatingGrid *self,
          int           i)
{
  g_autofree char *number = g_strdup_printf ("%d", i);
  GtkWidget *row = gtk_label_new (number), *column = gtk_label_new (number);

  gtk_widget_add_css_class (row, "dimmed");
  gtk_widget_add_css_class (column, "dimmed");
  gtk_grid_attach (self->grid, row, 1, SIDE - i, 1, 1);
  gtk_grid_attach (self->grid, column, i + 1, SIDE, 1, 1);
}

static void
fill (TlRatingGrid *self)
{
  GtkWidget *likelihood = gtk_label_new (_("Likelihood")), *impact = gtk_label_new (_("Impact"));

  for (int i = 1; i <= SIDE; i++)
    {
      add_side (self, i);
      for (int j = 1; j <= SIDE; j++)
        gtk_grid_attach (self->grid, make_button (self, get_square (self, i, j), i * j), j + 1, SIDE - i, 1, 1);
    }
  gtk_widget_add_css_class (likelihood, "caption");
  gtk_widget_add_css_class (impact, "caption");
  gtk_label_set_wrap (GTK_LABEL (likelihood), TRUE);
  gtk_widget_set_halign (likelihood, GTK_ALIGN_START);
  /* Above the numbers that it names, where there is room for words. */
  gtk_grid_insert_row (self->grid, 0);
  gtk_grid_attach (self->grid, likelihood, 0, 0, SIDE + 2, 1);
  gtk_grid_attach (self->grid, impact, 2, SIDE + 2, SIDE, 1);
  for (int i = 1; i <= SIDE; i++)
    for (int j = 1; j <= SIDE; j++)
      name_square (self, i, j);
}

static void
tl_rating_grid_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  TlRatingGrid *self = TL_RATING_GRID (object);

  switch ((TlRatingGridProperty) id)
    {
    case PROP_LIKELIHOOD:
      g_value_set_int (value, self->likelihood);
      break;
    case PROP_IMPACT:
      g_value_set_int (value, self->impact);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static gboolean
tl_rating_grid_grab_focus (GtkWidget *widget)
{
  TlRatingGrid *self = TL_RATING_GRID (widget);

  return tl_focus_lead (widget, get_square (self, MAX (self->likelihood, 1), MAX (self->impact, 1))->button);
}

static void
tl_rating_grid_dispose (GObject *object)
{
  TlRatingGrid *self = TL_RATING_GRID (object);

  if (self->grid != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->grid)));

  G_OBJECT_CLASS (tl_rating_grid_parent_class)->dispose (object);
}

static void
tl_rating_grid_finalize (GObject *object)
{
  TlRatingGrid *self = TL_RATING_GRID (object);

  for (int i = 0; i < N_SQUARES; i++)
    g_string_free (self->squares[i].words, TRUE);

  G_OBJECT_CLASS (tl_rating_grid_parent_class)->finalize (object);
}

static void
tl_rating_grid_class_init (TlRatingGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tl_rating_grid_get_property;
  object_class->dispose = tl_rating_grid_dispose;
  object_class->finalize = tl_rating_grid_finalize;
  widget_class->grab_focus = tl_rating_grid_grab_focus;

  /**
   * TlRatingGrid:likelihood:
   *
   * The chosen likelihood, 1 to 5; 0 while nothing is chosen.
   */
  properties[PROP_LIKELIHOOD] = g_param_spec_int ("likelihood", NULL, NULL, 0, SIDE, 0, flags);
  /**
   * TlRatingGrid:impact:
   *
   * The chosen impact, 1 to 5; 0 while nothing is chosen.
   */
  properties[PROP_IMPACT] = g_param_spec_int ("impact", NULL, NULL, 0, SIDE, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
  gtk_widget_class_set_css_name (widget_class, "rating-grid");
}

static void
tl_rating_grid_init (TlRatingGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 2);
  gtk_grid_set_row_spacing (self->grid, 2);
  gtk_widget_set_halign (GTK_WIDGET (self->grid), GTK_ALIGN_CENTER);
  gtk_widget_set_parent (GTK_WIDGET (self->grid), GTK_WIDGET (self));
  fill (self);
  update_chosen (self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Likelihood by impact"), -1);
}

/**
 * tl_rating_grid_get_likelihood:
 * @self: a grid
 *
 * Returns: the chosen likelihood, 1 to 5; 0 while nothing is chosen
 */
int
tl_rating_grid_get_likelihood (TlRatingGrid *self)
{
  g_return_val_if_fail (TL_IS_RATING_GRID (self), 0);

  return self->likelihood;
}

/**
 * tl_rating_grid_get_impact:
 * @self: a grid
 *
 * Returns: the chosen impact, 1 to 5; 0 while nothing is chosen
 */
int
tl_rating_grid_get_impact (TlRatingGrid *self)
{
  g_return_val_if_fail (TL_IS_RATING_GRID (self), 0);

  return self->impact;
}

/**
 * tl_rating_grid_choose:
 * @self: a grid
 * @likelihood: 1 to 5, or 0 for nothing
 * @impact: 1 to 5, or 0 for nothing
 *
 * Chooses a square. The keyboard goes there, too, if it is in the grid.
 */
void
tl_rating_grid_choose (TlRatingGrid *self,
                       int           likelihood,
                       int           impact)
{
  gboolean another_likelihood = self->likelihood != likelihood, another_impact = self->impact != impact;

  g_return_if_fail (TL_IS_RATING_GRID (self));
  g_return_if_fail (likelihood >= 0 && likelihood <= SIDE && impact >= 0 && impact <= SIDE);
  g_return_if_fail ((likelihood == 0) == (impact == 0));

  if (!another_likelihood && !another_impact)
    return;
  self->likelihood = likelihood;
  self->impact = impact;
  update_chosen (self);
  if (likelihood > 0 && gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN)
    gtk_widget_grab_focus (get_square (self, likelihood, impact)->button);
  if (another_likelihood)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIKELIHOOD]);
  if (another_impact)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IMPACT]);
}

/**
 * tl_rating_grid_mark:
 * @self: a grid
 * @likelihood: 1 to 5
 * @impact: 1 to 5
 * @words: when it was rated so, and why
 * @now: whether it stands now, or stood before
 *
 * Marks a square: with a filled dot for what stands now, a hollow one for what stood before. A square may be marked more
 * than once.
 */
void
tl_rating_grid_mark (TlRatingGrid *self,
                     int           likelihood,
                     int           impact,
                     const char   *words,
                     gboolean      now)
{
  Square *square = NULL;

  g_return_if_fail (TL_IS_RATING_GRID (self));
  g_return_if_fail (likelihood >= 1 && likelihood <= SIDE && impact >= 1 && impact <= SIDE);

  square = get_square (self, likelihood, impact);
  if (square->words->len > 0)
    g_string_append_c (square->words, '\n');
  g_string_append (square->words, words);
  if (now)
    gtk_label_set_label (square->mark, "●");
  else if (g_str_equal (gtk_label_get_label (square->mark), " "))
    gtk_label_set_label (square->mark, "○");
  name_square (self, likelihood, impact);
}
