/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-place-pane.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "tl-comparison-words.h"
#include "tl-format.h"
#include "tl-interval-chart.h"
#include "tl-finding-counts.h"
#include "tl-place-mark.h"
#include "tl-place-words.h"
#include "tl-row-layout.h"

/* Why it lags, what is done for it, when it is looked at again, and what can be learnt. */
enum
{
  CAUSE,
  SUPPORT,
  LOOK,
  LEARNING,
  N_PARTS
};

/* Beneath a list; what doesn't fit is scrolled. */
#define MOST_HEIGHT 270
/* Between two parts. */
#define SPACING 24

struct _TlPlacePane
{
  GtkWidget parent_instance;

  GtkWidget *bin;
  TlPlaceMark *mark;
  GtkLabel *name;
  GtkLabel *reason;
  GtkLabel *gap;
  GtkButton *inside_button;
  GtkWidget *rows;
  GtkWidget *parts[N_PARTS];
  GtkWidget *concerns[N_PARTS];
  GtkLabel *headings[N_PARTS];
  GtkLabel *texts[N_PARTS];
  GtkLabel *grounds[N_PARTS];
  GtkWidget *buttons[N_PARTS];
  GtkButton *cause_button;
  GtkWidget *support_button;
  GtkButton *share_button;
  GtkButton *learning_button;
  GtkLabel *enough;
};

G_DEFINE_FINAL_TYPE (TlPlacePane, tl_place_pane, GTK_TYPE_WIDGET)

static void
set_text (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
show_part (TlPlacePane  *self,
           guint         part,
           TlPlaceWords *words)
{
  gtk_widget_set_visible (self->parts[part], words != NULL);
  if (words == NULL)
    return;
  set_text (self->headings[part], words->heading);
  set_text (self->texts[part], words->text);
  set_text (self->grounds[part], words->ground);
  gtk_widget_set_visible (self->concerns[part], words->concern);
  tl_place_words_clear (words);
}

/* Beside what was learnt, whom it should reach and whether they took it up. */
static void
add_reach (TlPlaceWords          *words,
           const TlPlaceFacts    *place,
           const TlRiskJudgement *risk,
           TlDay                  as_at)
{
  const TlLearningReachFacts *reach;
  const TlLearningFacts *learning = tl_place_words_find_learning (place, risk, as_at, &reach);
  g_autoptr (GArray) list = tl_risk_list_learning (risk->facts, NULL, as_at);

  for (guint i = 0; learning != NULL && reach == NULL && i < list->len; i++)
    {
      const TlSharedLearning *shared = &g_array_index (list, TlSharedLearning, i);
      g_autofree char *said = shared->learning == learning ? tl_place_words_reach (shared, as_at) : NULL;
      g_autofree char *both = said != NULL ? g_strdup_printf ("%s\n%s", words->ground, said) : NULL;

      if (both != NULL)
        g_set_str (&words->ground, both);
    }
}

/* All together have no cause and no support of their own. */
static void
show_words (TlPlacePane           *self,
            TlPlaceRow            *row,
            const TlRiskJudgement *risk,
            TlDay                  as_at)
{
  const TlPlaceJudgement *place = tl_place_row_get_place (row);
  TlPlaceWords cause, support, look, learning;

  if (place != NULL)
    {
      cause = tl_place_words_cause (place, as_at);
      support = tl_place_words_support (place, risk, as_at);
      look = tl_place_words_look (place, risk, as_at);
    }
  learning = tl_place_words_learning (place != NULL ? place->place : NULL, risk, as_at);
  add_reach (&learning, place != NULL ? place->place : NULL, risk, as_at);
  show_part (self, CAUSE, place != NULL ? &cause : NULL);
  show_part (self, SUPPORT, place != NULL ? &support : NULL);
  show_part (self, LOOK, place != NULL ? &look : NULL);
  show_part (self, LEARNING, &learning);
}

static const char *
name_sharing (const TlPlaceFacts    *place,
              const TlRiskJudgement *risk,
              TlDay                  as_at)
{
  const TlLearningReachFacts *reach;
  const TlLearningFacts *learning = tl_place_words_find_learning (place, risk, as_at, &reach);

  if (learning == NULL)
    return NULL;
  if (reach == NULL)
    return place == NULL || learning->from_place == place ? _("_Whom It Should Reach") : _("It Should _Reach This Place");
  return tl_learning_reach_is_taken_up (reach, as_at) ? NULL : _("_Taken Up Here");
}

/* The one thing to do where a place is weak and nothing is under way stands out. */
static void
show_buttons (TlPlacePane           *self,
              TlPlaceRow            *row,
              const TlRiskJudgement *risk,
              TlDay                  as_at)
{
  const TlPlaceJudgement *place = tl_place_row_get_place (row);
  const char *sharing = name_sharing (place != NULL ? place->place : NULL, risk, as_at);

  gtk_widget_set_visible (GTK_WIDGET (self->share_button), sharing != NULL);
  gtk_button_set_label (self->share_button, sharing != NULL ? sharing : "");
  gtk_button_set_label (self->cause_button, place != NULL && place->cause != NULL ? _("Change the _Cause")
                                                                                  : _("Record the _Cause"));
  gtk_button_set_label (self->learning_button, risk->facts->learning.n > 0 ? _("Note _More") : _("Note _Learning"));
  if (tl_place_row_lacks_support (row))
    gtk_widget_add_css_class (self->support_button, "suggested-action");
  else
    gtk_widget_remove_css_class (self->support_button, "suggested-action");
}

/* What sample would do for a place that can't be judged, and from when until when it is there. */
static char *
say_enough (TlPlaceRow *row,
            TlDay       as_at)
{
  const TlPlaceJudgement *place = tl_place_row_get_place (row);
  g_autofree char *enough = place != NULL ? tl_place_words_enough (tl_place_row_get_shown (row), place) : NULL;
  g_autofree char *dates = place != NULL ? tl_place_words_dates (place->place, as_at) : NULL;

  if (enough != NULL && dates != NULL)
    return g_strdup_printf ("%s %s", enough, dates);
  return enough != NULL ? g_steal_pointer (&enough) : g_steal_pointer (&dates);
}

static void
show_heading (TlPlacePane *self,
              TlPlaceRow  *row,
              TlDay        as_at)
{
  TlPlaceComparison *shown = tl_place_row_get_shown (row);
  const TlPlaceJudgement *place = tl_place_row_get_place (row);
  g_autofree char *name = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *gap = tl_interval_chart_describe_gap (shown->measure, shown->comparison);
  g_autofree char *enough = say_enough (row, as_at);

  g_object_get (row, "name", &name, NULL);
  if (place == NULL)
    reason = tl_comparison_say_verdict (shown);
  else if (!shown->comparison->comparable)
    reason = g_strdup (_("not compared"));
  else
    reason = tl_interval_chart_explain_place (shown->measure, place);
  tl_place_drawing_set_row (TL_PLACE_DRAWING (self->mark), row);
  set_text (self->name, name);
  set_text (self->reason, reason);
  set_text (self->gap, gap);
  set_text (self->enough, enough);
}

static GtkLayoutManager *
create_row (void)
{
  return g_object_new (TL_TYPE_ROW_LAYOUT, "spacing", SPACING, "homogeneous", TRUE, NULL);
}

static GtkLayoutManager *
create_column (void)
{
  GtkLayoutManager *layout = gtk_box_layout_new (GTK_ORIENTATION_VERTICAL);

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), SPACING);
  return layout;
}

static void
tl_place_pane_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_PLACE_PANE);

  G_OBJECT_CLASS (tl_place_pane_parent_class)->dispose (object);
}

static void
bind_parts (GtkWidgetClass *widget_class)
{
  static const char * const names[] = { "cause", "support", "look", "learning" };
  const struct
  {
    const char *suffix;
    gsize offset;
    gsize size;
  } fields[] = {
    { "part", G_STRUCT_OFFSET (TlPlacePane, parts), sizeof (GtkWidget *) },
    { "concern", G_STRUCT_OFFSET (TlPlacePane, concerns), sizeof (GtkWidget *) },
    { "heading", G_STRUCT_OFFSET (TlPlacePane, headings), sizeof (GtkLabel *) },
    { "text", G_STRUCT_OFFSET (TlPlacePane, texts), sizeof (GtkLabel *) },
    { "ground", G_STRUCT_OFFSET (TlPlacePane, grounds), sizeof (GtkLabel *) },
    { "buttons", G_STRUCT_OFFSET (TlPlacePane, buttons), sizeof (GtkWidget *) },
  };

  for (guint i = 0; i < N_PARTS; i++)
    for (guint j = 0; j < G_N_ELEMENTS (fields); j++)
      {
        g_autofree char *name = g_strdup_printf ("%s_%s", names[i], fields[j].suffix);

        gtk_widget_class_bind_template_child_full (widget_class, name, FALSE, (gssize) (fields[j].offset + i * fields[j].size));
      }
}

static void
tl_place_pane_class_init (TlPlacePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_place_pane_dispose;

  g_type_ensure (TL_TYPE_FINDING_COUNTS);
  g_type_ensure (TL_TYPE_PLACE_MARK);
  g_type_ensure (TL_TYPE_ROW_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/places/place-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, TlPlacePane, bin);
  gtk_widget_class_bind_template_child (widget_class, TlPlacePane, mark);
  gtk_widget_class_bind_template_child (widget_class, TlPlacePane, name);
  gtk_widget_class_bind_template_child (widget_class, TlPlacePane, reason);
  gtk_widget_class_bind_template_child (widget_class, TlPlacePane, gap);
  gtk_widget_class_bind_template_child (widget_class, TlPlacePane, inside_button);
  gtk_widget_class_bind_template_child_full (widget_class, "parts", FALSE, G_STRUCT_OFFSET (TlPlacePane, rows));
  gtk_widget_class_bind_template_child (widget_class, TlPlacePane, cause_button);
  gtk_widget_class_bind_template_child (widget_class, TlPlacePane, support_button);
  gtk_widget_class_bind_template_child (widget_class, TlPlacePane, share_button);
  gtk_widget_class_bind_template_child (widget_class, TlPlacePane, learning_button);
  gtk_widget_class_bind_template_child (widget_class, TlPlacePane, enough);
  bind_parts (widget_class);
  gtk_widget_class_set_css_name (widget_class, "place-pane");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
}

static void
tl_place_pane_init (TlPlacePane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->rows, create_row ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("About the chosen place"), -1);
}

/**
 * tl_place_pane_set_row:
 * @self: a pane
 * @row: (nullable): a row of the comparison
 * @risk: (nullable): the risk that it is compared for
 * @as_at: the day for which everything is shown
 *
 * Says what is known of a place, or of all together.
 */
void
tl_place_pane_set_row (TlPlacePane           *self,
                       TlPlaceRow            *row,
                       const TlRiskJudgement *risk,
                       TlDay                  as_at)
{
  g_return_if_fail (TL_IS_PLACE_PANE (self));
  g_return_if_fail (row == NULL || risk != NULL);

  gtk_widget_set_visible (GTK_WIDGET (self), row != NULL);
  if (row == NULL)
    {
      tl_place_drawing_set_row (TL_PLACE_DRAWING (self->mark), NULL);
      return;
    }
  show_heading (self, row, as_at);
  show_words (self, row, risk, as_at);
  show_buttons (self, row, risk, as_at);
}

/**
 * tl_place_pane_set_inside:
 * @self: a pane
 * @kind: what lies beneath the place, none when nothing does that could be compared
 *
 * Offers to go into the place.
 */
void
tl_place_pane_set_inside (TlPlacePane *self,
                          TlPlaceKind  kind)
{
  g_return_if_fail (TL_IS_PLACE_PANE (self));

  gtk_widget_set_visible (GTK_WIDGET (self->inside_button), kind != TL_PLACE_KIND_NONE);
  gtk_button_set_label (self->inside_button, kind == TL_PLACE_KIND_TEAM ? _("Compare Its _Teams") : _("Compare Its _Locations"));
}

/**
 * tl_place_pane_set_high:
 * @self: a pane
 * @high: whether it is narrow and may be as high as it likes
 *
 * Puts what is known beneath each other rather than side by side.
 */
void
tl_place_pane_set_high (TlPlacePane *self,
                        gboolean     high)
{
  g_return_if_fail (TL_IS_PLACE_PANE (self));

  gtk_widget_set_layout_manager (self->rows, high ? create_column () : create_row ());
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->bin), high ? -1 : MOST_HEIGHT);
  if (high)
    gtk_widget_add_css_class (GTK_WIDGET (self), "high");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "high");
}
