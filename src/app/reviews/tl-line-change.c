/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-line-change.h"

#include <glib/gi18n.h>

#include "tl-format.h"
#include "tl-line-cell.h"
#include "tl-line-step.h"
#include "tl-since.h"

/* The rows of the grid. */
enum
{
  ROW_NAMES,
  ROW_THEN,
  ROW_NOW,
  ROW_WORDS,
  N_ROWS
};

struct _TlLineChange
{
  AdwBin parent_instance;

  GtkGrid *grid;
  GtkGrid *small_grid;
  GtkLabel *sentence_label;

  gboolean narrow;
  /* Whether a link is weaker or stronger than it was. */
  gboolean moved;
};

typedef enum
{
  PROP_NARROW = 1,
} TlLineChangeProperty;

static GParamSpec *properties[PROP_NARROW + 1];

G_DEFINE_FINAL_TYPE (TlLineChange, tl_line_change, ADW_TYPE_BIN)

static void
clear (GtkGrid *grid)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);
}

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, style);
  return label;
}

static TlMovement
get_movement (TlLinkState then,
              TlLinkState now)
{
  return now < then ? TL_MOVEMENT_WEAKER : TL_MOVEMENT_STRONGER;
}

/* ── Across the page ──────────────────────────────────────────────────────── */

static void
attach_link (TlLineChange          *self,
             int                    link,
             const TlLineThen      *then,
             const TlRiskJudgement *now)
{
  TlLinkState state = now->line[link].state;
  gboolean differs = then != NULL && then->states[link] != state;
  int column = link + 1;

  if (differs)
    {
      GtkWidget *ground = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_widget_add_css_class (ground, "line-changed");
      gtk_accessible_update_state (GTK_ACCESSIBLE (ground), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
      gtk_grid_attach (self->grid, ground, column, ROW_NAMES, 1, N_ROWS);
    }
  gtk_grid_attach (self->grid, make_label (_(tl_position_get_word ((TlLineLink) (link + 1))), differs ? "heading" : "dimmed"),
                   column, ROW_NAMES, 1, 1);
  if (then != NULL)
    gtk_grid_attach (self->grid, tl_line_step_new ((TlLineLink) (link + 1), then->states[link], then->position),
                     column, ROW_THEN, 1, 1);
  gtk_grid_attach (self->grid, tl_line_step_new ((TlLineLink) (link + 1), state, now->position), column, ROW_NOW, 1, 1);
  if (differs)
    gtk_grid_attach (self->grid, make_label (tl_movement_get_word (get_movement (then->states[link], state)), "caption-heading"),
                     column, ROW_WORDS, 1, 1);
}

static void
fill_grid (TlLineChange          *self,
           const TlLineThen      *then,
           const TlRiskJudgement *now)
{
  GtkWidget *today = make_label (_("Today"), "heading");

  clear (self->grid);
  gtk_label_set_xalign (GTK_LABEL (today), 0);
  if (then != NULL)
    {
      GtkWidget *day = make_label (then->name, "dimmed");

      gtk_label_set_xalign (GTK_LABEL (day), 0);
      gtk_grid_attach (self->grid, day, 0, ROW_THEN, 1, 1);
    }
  gtk_grid_attach (self->grid, today, 0, ROW_NOW, 1, 1);
  for (int link = 0; link < TL_N_LINE_LINKS; link++)
    attach_link (self, link, then, now);
}

/* ── Where there is little room ───────────────────────────────────────────── */

static void
attach_line (TlLineChange      *self,
             int                row,
             const char        *name,
             const char        *style,
             const TlLinkState *states,
             TlLineLink         position)
{
  GtkWidget *label = make_label (name, style), *cell = tl_line_cell_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  tl_line_cell_set_line (TL_LINE_CELL (cell), states, position);
  gtk_widget_set_halign (cell, GTK_ALIGN_START);
  /* With large text there is no room beside each other. */
  gtk_grid_attach (self->small_grid, label, 0, 2 * row, 1, 1);
  gtk_grid_attach (self->small_grid, cell, 0, 2 * row + 1, 1, 1);
}

static void
fill_small_grid (TlLineChange          *self,
                 const TlLineThen      *then,
                 const TlRiskJudgement *now)
{
  TlLinkState states[TL_N_LINE_LINKS];

  clear (self->small_grid);
  for (int link = 0; link < TL_N_LINE_LINKS; link++)
    states[link] = now->line[link].state;
  if (then != NULL)
    attach_line (self, 0, then->name, "dimmed", then->states, then->position);
  attach_line (self, 1, _("Today"), "heading", states, now->position);
}

static void
add_moved (GPtrArray             *sentences,
           const TlLineThen      *then,
           const TlRiskJudgement *now,
           TlMovement             movement)
{
  const char *names[TL_N_LINE_LINKS + 1] = { NULL };
  g_autofree char *list = NULL, *word = tl_format_capital (tl_movement_get_word (movement));
  guint n = 0;

  for (int link = 0; link < TL_N_LINE_LINKS; link++)
    if (then->states[link] != now->line[link].state && get_movement (then->states[link], now->line[link].state) == movement)
      names[n++] = _(tl_position_get_word ((TlLineLink) (link + 1)));
  if (n == 0)
    return;
  list = tl_format_list (names);
  /* Translators: a word such as "weaker", and the links of the line that are so: "Weaker: Acted and Even." */
  g_ptr_array_add (sentences, g_strdup_printf (_("%1$s: %2$s."), word, list));
}

static char *
describe (const TlLineThen      *then,
          const TlRiskJudgement *now)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);

  if (then == NULL)
    return g_strdup (_("No review has looked at it before."));
  add_moved (sentences, then, now, TL_MOVEMENT_WEAKER);
  add_moved (sentences, then, now, TL_MOVEMENT_STRONGER);
  if (sentences->len == 0)
    /* Translators: %s is a day such as "12 May" */
    return g_strdup_printf (_("No link is weaker or stronger than on %s."), then->name);
  g_ptr_array_add (sentences, NULL);
  return g_strjoinv (" ", (char **) sentences->pdata);
}

/* ── Overrides ────────────────────────────────────────────────────────────── */

static void
update_room (TlLineChange *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->grid), !self->narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->small_grid), self->narrow);
  /* Where there is room a word stands beneath each link that moved. */
  gtk_widget_set_visible (GTK_WIDGET (self->sentence_label), self->narrow || !self->moved);
}

static void
tl_line_change_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  g_value_set_boolean (value, TL_LINE_CHANGE (object)->narrow);
}

static void
tl_line_change_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  TlLineChange *self = TL_LINE_CHANGE (object);

  if (self->narrow == g_value_get_boolean (value))
    return;
  self->narrow = g_value_get_boolean (value);
  update_room (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
tl_line_change_dispose (GObject *object)
{
  /* The bin must let go of its child before the template does. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_LINE_CHANGE);

  G_OBJECT_CLASS (tl_line_change_parent_class)->dispose (object);
}

static void
tl_line_change_class_init (TlLineChangeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tl_line_change_get_property;
  object_class->set_property = tl_line_change_set_property;
  object_class->dispose = tl_line_change_dispose;

  /**
   * TlLineChange:narrow:
   *
   * Whether there is only the room of a telephone.
   */
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/reviews/line-change.ui");
  gtk_widget_class_bind_template_child (widget_class, TlLineChange, grid);
  gtk_widget_class_bind_template_child (widget_class, TlLineChange, small_grid);
  gtk_widget_class_bind_template_child (widget_class, TlLineChange, sentence_label);
}

static void
tl_line_change_init (TlLineChange *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_room (self);
}

/**
 * tl_line_change_show:
 * @self: a line and what changed in it
 * @then: (nullable): the line as it stood, %NULL when nobody looked at it before
 * @now: what is concluded of the risk
 *
 * Shows the line of a risk.
 */
void
tl_line_change_show (TlLineChange          *self,
                     const TlLineThen      *then,
                     const TlRiskJudgement *now)
{
  g_autofree char *sentence = NULL, *name = NULL;

  g_return_if_fail (TL_IS_LINE_CHANGE (self));
  g_return_if_fail (now != NULL);

  sentence = describe (then, now);
  self->moved = FALSE;
  for (int link = 0; then != NULL && link < TL_N_LINE_LINKS; link++)
    self->moved = self->moved || then->states[link] != now->line[link].state;
  update_room (self);
  fill_grid (self, then, now);
  fill_small_grid (self, then, now);
  gtk_label_set_label (self->sentence_label, sentence);
  /* Translators: what changed in the line of a risk; then where it stands, as in "Evidenced" */
  name = g_strdup_printf (_("%1$s Today the line stands at %2$s."), sentence, _(tl_position_get_word (now->position)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
