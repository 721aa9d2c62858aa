/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-owner-filter-bar.h"

#include <glib/gi18n.h>

#include "tl-format.h"

struct _TlOwnerFilterBar
{
  AdwBin parent_instance;

  GtkDropDown *person_chooser;
  GtkDropDown *place_chooser;
  GtkDropDown *theme_chooser;
  GtkDropDown *owned_chooser;
  GtkStringList *person_names;
  GtkStringList *place_names;
  GtkStringList *theme_names;
  GtkWidget *clear_button;

  /* What the choosers offer after their first, which is no limit. */
  GArray *people;
  GArray *places;
  GArray *themes;
  gboolean offering;
};

typedef enum
{
  CHANGED,
  N_SIGNALS
} TlOwnerFilterBarSignal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlOwnerFilterBar, tl_owner_filter_bar, ADW_TYPE_BIN)

static void
update_clear (TlOwnerFilterBar *self)
{
  gtk_widget_set_visible (self->clear_button, tl_owner_filter_bar_is_set (self));
}

static void
chosen_cb (TlOwnerFilterBar *self)
{
  if (self->offering)
    return;
  update_clear (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
clear_cb (TlOwnerFilterBar *self)
{
  tl_owner_filter_bar_clear (self);
}

static void
tl_owner_filter_bar_dispose (GObject *object)
{
  /* The bin mustn't let go of its child a second time. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_OWNER_FILTER_BAR);

  G_OBJECT_CLASS (tl_owner_filter_bar_parent_class)->dispose (object);
}

static void
tl_owner_filter_bar_finalize (GObject *object)
{
  TlOwnerFilterBar *self = TL_OWNER_FILTER_BAR (object);

  g_array_unref (self->people);
  g_array_unref (self->places);
  g_array_unref (self->themes);

  G_OBJECT_CLASS (tl_owner_filter_bar_parent_class)->finalize (object);
}

static void
tl_owner_filter_bar_class_init (TlOwnerFilterBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_owner_filter_bar_dispose;
  object_class->finalize = tl_owner_filter_bar_finalize;

  /**
   * TlOwnerFilterBar::changed:
   * @self: the bar
   *
   * Something else was chosen.
   */
  signals[CHANGED] = g_signal_new ("changed", TL_TYPE_OWNER_FILTER_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/owners/owner-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, TlOwnerFilterBar, person_chooser);
  gtk_widget_class_bind_template_child (widget_class, TlOwnerFilterBar, place_chooser);
  gtk_widget_class_bind_template_child (widget_class, TlOwnerFilterBar, theme_chooser);
  gtk_widget_class_bind_template_child (widget_class, TlOwnerFilterBar, owned_chooser);
  gtk_widget_class_bind_template_child (widget_class, TlOwnerFilterBar, person_names);
  gtk_widget_class_bind_template_child (widget_class, TlOwnerFilterBar, place_names);
  gtk_widget_class_bind_template_child (widget_class, TlOwnerFilterBar, theme_names);
  gtk_widget_class_bind_template_child (widget_class, TlOwnerFilterBar, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
}

static void
tl_owner_filter_bar_init (TlOwnerFilterBar *self)
{
  self->people = g_array_new (FALSE, FALSE, sizeof (TlId));
  self->places = g_array_new (FALSE, FALSE, sizeof (TlId));
  self->themes = g_array_new (FALSE, FALSE, sizeof (TlTheme));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* ── What can be chosen ── */

static int
compare_people (gconstpointer a,
                gconstpointer b)
{
  const TlPersonFacts *person = *(const TlPersonFacts * const *) a, *other = *(const TlPersonFacts * const *) b;
  int order = g_utf8_collate (person->name, other->name);

  return order != 0 ? order : tl_facts_compare_refs (person->base.ref, other->base.ref);
}

/* Whoever has, or had, anything to do with a risk. */
static GPtrArray *
list_people (TlSnapshot *snapshot)
{
  GPtrArray *people = g_ptr_array_new ();

  for (guint i = 0; i < tl_snapshot_count (snapshot, TL_TABLE_PERSON); i++)
    {
      const TlPersonFacts *person = tl_snapshot_get (snapshot, TL_TABLE_PERSON, i);

      if (person->name != NULL && (person->ownerships.n > 0 || person->actions.n > 0))
        g_ptr_array_add (people, (gpointer) person);
    }
  g_ptr_array_sort (people, compare_people);
  return people;
}

static guint
find_id (GArray     *ids,
         const TlId *id)
{
  for (guint i = 0; i < ids->len; i++)
    {
      if (tl_id_equal (&g_array_index (ids, TlId, i), id))
        return i + 1;
    }
  return 0;
}

/* Of what is offered, what was chosen before stays chosen. */
static void
offer_ids (GtkDropDown         *chooser,
           GtkStringList       *names,
           GArray              *ids,
           GArray              *new_ids,
           const char * const  *new_names)
{
  guint chosen = gtk_drop_down_get_selected (chooser);
  TlId id = { 0 };

  if (chosen > 0 && chosen <= ids->len)
    id = g_array_index (ids, TlId, chosen - 1);
  g_array_set_size (ids, 0);
  g_array_append_vals (ids, new_ids->data, new_ids->len);
  gtk_string_list_splice (names, 1, g_list_model_get_n_items (G_LIST_MODEL (names)) - 1, new_names);
  gtk_drop_down_set_selected (chooser, find_id (ids, &id));
}

static void
offer_people (TlOwnerFilterBar *self,
              TlSnapshot       *snapshot)
{
  g_autoptr (GPtrArray) people = list_people (snapshot), names = g_ptr_array_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (TlId));

  for (guint i = 0; i < people->len; i++)
    {
      const TlPersonFacts *person = g_ptr_array_index (people, i);

      g_array_append_val (ids, person->base.id);
      g_ptr_array_add (names, (gpointer) person->name);
    }
  g_ptr_array_add (names, NULL);
  offer_ids (self->person_chooser, self->person_names, self->people, ids, (const char * const *) names->pdata);
}

static void
offer_places (TlOwnerFilterBar *self,
              TlSnapshot       *snapshot)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (TlId));

  for (guint i = 0; i < tl_snapshot_count (snapshot, TL_TABLE_PLACE); i++)
    {
      const TlPlaceFacts *place = tl_snapshot_get (snapshot, TL_TABLE_PLACE, i);

      if (place->name == NULL)
        continue;
      g_array_append_val (ids, place->base.id);
      g_ptr_array_add (names, (gpointer) place->name);
    }
  g_ptr_array_add (names, NULL);
  offer_ids (self->place_chooser, self->place_names, self->places, ids, (const char * const *) names->pdata);
}

/* The themes that open risks have. */
static void
offer_themes (TlOwnerFilterBar *self,
              TlAssessment     *assessment)
{
  guint chosen = gtk_drop_down_get_selected (self->theme_chooser), place = 0;
  TlTheme before = chosen > 0 && chosen <= self->themes->len ? g_array_index (self->themes, TlTheme, chosen - 1) : TL_THEME_NONE;
  g_autoptr (GHashTable) found = g_hash_table_new (NULL, NULL);
  g_auto (GStrv) names = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < tl_assessment_get_n_risks (assessment); i++)
    {
      const TlRiskJudgement *risk = tl_assessment_get_risk (assessment, i);

      if (risk->state == TL_RISK_STATE_OPEN && risk->facts->theme != TL_THEME_NONE)
        g_hash_table_add (found, GINT_TO_POINTER (risk->facts->theme));
    }
  g_array_set_size (self->themes, 0);
  for (TlTheme theme = TL_THEME_NONE + 1; theme <= TL_THEME_OTHER; theme++)
    {
      if (!g_hash_table_contains (found, GINT_TO_POINTER (theme)))
        continue;
      g_array_append_val (self->themes, theme);
      g_strv_builder_take (builder, tl_format_capital (tl_word_label (TL_TYPE_THEME, (int) theme)));
      if (theme == before)
        place = self->themes->len;
    }
  names = g_strv_builder_end (builder);
  gtk_string_list_splice (self->theme_names, 1, g_list_model_get_n_items (G_LIST_MODEL (self->theme_names)) - 1,
                          (const char * const *) names);
  gtk_drop_down_set_selected (self->theme_chooser, place);
}

/**
 * tl_owner_filter_bar_offer:
 * @self: a bar
 * @assessment: what is concluded
 *
 * Offers the people, places and themes of an assessment. What was chosen stays chosen where it still is one of them.
 */
void
tl_owner_filter_bar_offer (TlOwnerFilterBar *self,
                           TlAssessment     *assessment)
{
  TlSnapshot *snapshot = tl_assessment_get_snapshot (assessment);

  self->offering = TRUE;
  offer_people (self, snapshot);
  offer_places (self, snapshot);
  offer_themes (self, assessment);
  self->offering = FALSE;
  update_clear (self);
}

/* ── What is chosen ── */

static gconstpointer
find_chosen (GtkDropDown  *chooser,
             GArray       *ids,
             TlAssessment *assessment,
             TlTable       table)
{
  guint chosen = gtk_drop_down_get_selected (chooser);

  if (chosen == 0 || chosen > ids->len)
    return NULL;
  return tl_snapshot_find (tl_assessment_get_snapshot (assessment), table, &g_array_index (ids, TlId, chosen - 1));
}

/**
 * tl_owner_filter_bar_get_filter:
 * @self: a bar
 * @assessment: what is concluded
 * @filter: (out caller-allocates): what is chosen, in terms of @assessment
 *
 * Tells which risks are wanted.
 */
void
tl_owner_filter_bar_get_filter (TlOwnerFilterBar *self,
                                TlAssessment     *assessment,
                                TlOwnerMapFilter *filter)
{
  guint theme = gtk_drop_down_get_selected (self->theme_chooser);

  *filter = (TlOwnerMapFilter) {
    .person = find_chosen (self->person_chooser, self->people, assessment, TL_TABLE_PERSON),
    .place = find_chosen (self->place_chooser, self->places, assessment, TL_TABLE_PLACE),
    .theme = theme > 0 && theme <= self->themes->len ? g_array_index (self->themes, TlTheme, theme - 1) : TL_THEME_NONE,
    /* The choices stand in the order of the states. */
    .owned = (TlOwnedState) gtk_drop_down_get_selected (self->owned_chooser),
  };
}

/**
 * tl_owner_filter_bar_is_set:
 * @self: a bar
 *
 * Returns: whether anything is chosen that leaves risks out
 */
gboolean
tl_owner_filter_bar_is_set (TlOwnerFilterBar *self)
{
  GtkDropDown *choosers[] = { self->person_chooser, self->place_chooser, self->theme_chooser, self->owned_chooser };

  for (gsize i = 0; i < G_N_ELEMENTS (choosers); i++)
    {
      if (gtk_drop_down_get_selected (choosers[i]) != 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * tl_owner_filter_bar_clear:
 * @self: a bar
 *
 * Asks for all risks again.
 */
void
tl_owner_filter_bar_clear (TlOwnerFilterBar *self)
{
  GtkDropDown *choosers[] = { self->person_chooser, self->place_chooser, self->theme_chooser, self->owned_chooser };

  if (!tl_owner_filter_bar_is_set (self))
    return;
  self->offering = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (choosers); i++)
    gtk_drop_down_set_selected (choosers[i], 0);
  self->offering = FALSE;
  /* The button goes, and the keyboard with it. */
  gtk_widget_grab_focus (GTK_WIDGET (self->person_chooser));
  chosen_cb (self);
}
