/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-risk-filter.h"

#include <glib/gi18n.h>

#include "tl-risk-words.h"

struct _TlRiskFilter
{
  GtkFilter parent_instance;

  TlRiskChoices choices;
  char *me;
  TlRiskSearch *search;
  /* Only those whose link is in this state, unless it is none. */
  TlLineLink link;
  TlLinkState state;
};

typedef enum
{
  PROP_CHOICES = 1,
} TlRiskFilterProperty;

static GParamSpec *choices_property;

G_DEFINE_FLAGS_TYPE (TlRiskChoices, tl_risk_choices,
                     G_DEFINE_ENUM_VALUE (TL_RISK_CHOICE_OPEN, "open"),
                     G_DEFINE_ENUM_VALUE (TL_RISK_CHOICE_MINE, "mine"),
                     G_DEFINE_ENUM_VALUE (TL_RISK_CHOICE_HIGH, "high"),
                     G_DEFINE_ENUM_VALUE (TL_RISK_CHOICE_ATTENTION, "attention"),
                     G_DEFINE_ENUM_VALUE (TL_RISK_CHOICE_OVERDUE, "overdue"),
                     G_DEFINE_ENUM_VALUE (TL_RISK_CHOICE_CLOSED, "closed"))
G_DEFINE_FINAL_TYPE (TlRiskFilter, tl_risk_filter, GTK_TYPE_FILTER)

static gboolean
tl_risk_filter_match (GtkFilter *filter,
                      gpointer   item)
{
  TlRiskFilter *self = TL_RISK_FILTER (filter);
  const TlRiskJudgement *risk = tl_risk_get_judgement (item), *outline = tl_risk_get_outline (item);
  guint choices = self->choices;

  /* What isn't known yet hides nothing. */
  if (risk == NULL)
    choices &= ~(guint) TL_RISK_CHOICE_ATTENTION;
  if (!tl_risk_knows_review (item))
    choices &= ~(guint) TL_RISK_CHOICE_OVERDUE;
  return outline != NULL
         && tl_risk_choices_of (outline, (TlRiskChoices) choices, tl_risk_get_as_at (item), self->me) == choices
         && (risk == NULL || self->link == TL_LINE_LINK_NONE || risk->line[self->link - 1].state == self->state)
         && tl_risk_search_has (self->search, item);
}

static GtkFilterMatch
tl_risk_filter_get_strictness (GtkFilter *filter)
{
  return GTK_FILTER_MATCH_SOME;
}

static void
search_changed_cb (TlRiskFilter *self,
                   int           change)
{
  gtk_filter_changed (GTK_FILTER (self), (GtkFilterChange) change);
}

static void
tl_risk_filter_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch ((TlRiskFilterProperty) id)
    {
    case PROP_CHOICES:
      g_value_set_flags (value, (guint) TL_RISK_FILTER (object)->choices);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_risk_filter_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  switch ((TlRiskFilterProperty) id)
    {
    case PROP_CHOICES:
      tl_risk_filter_set_choices (TL_RISK_FILTER (object), (TlRiskChoices) g_value_get_flags (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_risk_filter_dispose (GObject *object)
{
  TlRiskFilter *self = TL_RISK_FILTER (object);

  if (self->search != NULL)
    g_signal_handlers_disconnect_by_data (self->search, self);
  g_clear_object (&self->search);
  g_clear_pointer (&self->me, g_free);

  G_OBJECT_CLASS (tl_risk_filter_parent_class)->dispose (object);
}

static void
tl_risk_filter_class_init (TlRiskFilterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkFilterClass *filter_class = GTK_FILTER_CLASS (klass);

  object_class->get_property = tl_risk_filter_get_property;
  object_class->set_property = tl_risk_filter_set_property;
  object_class->dispose = tl_risk_filter_dispose;
  filter_class->match = tl_risk_filter_match;
  filter_class->get_strictness = tl_risk_filter_get_strictness;

  /**
   * TlRiskFilter:choices:
   *
   * Which risks are let through.
   */
  choices_property = g_param_spec_flags ("choices", NULL, NULL, TL_TYPE_RISK_CHOICES, TL_RISK_CHOICE_OPEN,
                                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, PROP_CHOICES, choices_property);
}

static void
tl_risk_filter_init (TlRiskFilter *self)
{
  self->choices = TL_RISK_CHOICE_OPEN;
  self->search = tl_risk_search_new ();
  g_signal_connect_swapped (self->search, "changed", G_CALLBACK (search_changed_cb), self);
}

/**
 * tl_risk_filter_set_choices:
 * @self: a filter
 * @choices: which risks to let through
 */
void
tl_risk_filter_set_choices (TlRiskFilter  *self,
                            TlRiskChoices  choices)
{
  g_return_if_fail (TL_IS_RISK_FILTER (self));

  if (self->choices == choices)
    return;
  self->choices = choices;
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
  g_object_notify_by_pspec (G_OBJECT (self), choices_property);
}

/**
 * tl_risk_filter_get_me:
 * @self: a filter
 *
 * Returns: (nullable): the name of the person at this computer
 */
const char *
tl_risk_filter_get_me (TlRiskFilter *self)
{
  g_return_val_if_fail (TL_IS_RISK_FILTER (self), NULL);

  return self->me;
}

/**
 * tl_risk_filter_set_me:
 * @self: a filter
 * @me: (nullable): the name of the person at this computer
 *
 * Sets whose risks "mine" are.
 */
void
tl_risk_filter_set_me (TlRiskFilter *self,
                       const char   *me)
{
  g_return_if_fail (TL_IS_RISK_FILTER (self));

  if (g_set_str (&self->me, me) && (self->choices & TL_RISK_CHOICE_MINE) != 0)
    gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

/**
 * tl_risk_filter_get_search:
 * @self: a filter
 *
 * Returns: (transfer none): what is looked for
 */
TlRiskSearch *
tl_risk_filter_get_search (TlRiskFilter *self)
{
  g_return_val_if_fail (TL_IS_RISK_FILTER (self), NULL);

  return self->search;
}

/**
 * tl_risk_filter_set_link:
 * @self: a filter
 * @link: a link of the line, none to let all through
 * @state: in which state it must be
 */
void
tl_risk_filter_set_link (TlRiskFilter *self,
                         TlLineLink    link,
                         TlLinkState   state)
{
  g_return_if_fail (TL_IS_RISK_FILTER (self));

  if (self->link == link && self->state == state)
    return;
  self->link = link;
  self->state = state;
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

/* ── Choices ──────────────────────────────────────────────────────────────── */

static gboolean
is_such (TlRiskChoices          choice,
         const TlRiskJudgement *risk,
         TlDay                  as_at,
         const char            *me)
{
  switch (choice)
    {
    case TL_RISK_CHOICE_OPEN:
      return risk->state == TL_RISK_STATE_OPEN;
    case TL_RISK_CHOICE_MINE:
      return tl_risk_judgement_is_answered_for_by (risk, as_at, me);
    case TL_RISK_CHOICE_HIGH:
      return risk->band == TL_BAND_HIGH;
    case TL_RISK_CHOICE_ATTENTION:
      return risk->n_findings[TL_SEVERITY_ACT] > 0;
    case TL_RISK_CHOICE_OVERDUE:
      return tl_risk_words_is_late (risk, as_at);
    case TL_RISK_CHOICE_CLOSED:
      return risk->state != TL_RISK_STATE_OPEN;
    default:
      return FALSE;
    }
}

/**
 * tl_risk_choices_of:
 * @risk: a risk
 * @asked: which choices are asked about
 * @as_at: the day for which everything is shown
 * @me: (nullable): the name of the person at this computer
 *
 * Returns: those of @asked that @risk is one of
 */
TlRiskChoices
tl_risk_choices_of (const TlRiskJudgement *risk,
                    TlRiskChoices          asked,
                    TlDay                  as_at,
                    const char            *me)
{
  guint choices = 0;

  for (guint i = 0; i < TL_N_RISK_CHOICES; i++)
    if ((asked & 1u << i) != 0 && is_such ((TlRiskChoices) (1u << i), risk, as_at, me))
      choices |= 1u << i;
  return (TlRiskChoices) choices;
}

/**
 * tl_risk_choices_toggle:
 * @choices: which risks
 * @choice: one of them
 *
 * Returns: @choices with @choice added, or taken away where it was
 */
TlRiskChoices
tl_risk_choices_toggle (TlRiskChoices choices,
                        TlRiskChoices choice)
{
  if ((choices & choice) == 0 && choice == TL_RISK_CHOICE_OPEN)
    choices &= ~(guint) TL_RISK_CHOICE_CLOSED;
  if ((choices & choice) == 0 && choice == TL_RISK_CHOICE_CLOSED)
    choices &= ~(guint) TL_RISK_CHOICE_OPEN;
  return choices ^ choice;
}

static char *
count_state (TlRiskChoices choices,
             guint         n)
{
  if ((choices & TL_RISK_CHOICE_OPEN) != 0)
    return g_strdup_printf (ngettext ("%u open risk", "%u open risks", n), n);
  if ((choices & TL_RISK_CHOICE_CLOSED) != 0)
    return g_strdup_printf (ngettext ("%u closed risk", "%u closed risks", n), n);
  return g_strdup_printf (ngettext ("%u risk", "%u risks", n), n);
}

/**
 * tl_risk_choices_count:
 * @choices: which risks
 * @n: how many there are
 *
 * Returns: (transfer full): how many of them, as in "4 open risks, mine, rated high"
 */
char *
tl_risk_choices_count (TlRiskChoices choices,
                       guint         n)
{
  static const struct { TlRiskChoices choice; const char *words; } qualities[] = {
    { TL_RISK_CHOICE_MINE, NC_("risks", "mine") },
    { TL_RISK_CHOICE_HIGH, NC_("risks", "rated high") },
    { TL_RISK_CHOICE_ATTENTION, NC_("risks", "needing attention") },
    { TL_RISK_CHOICE_OVERDUE, NC_("risks", "review overdue") },
  };
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;

  g_ptr_array_add (parts, count_state (choices, n));
  for (guint i = 0; i < G_N_ELEMENTS (qualities); i++)
    if ((choices & qualities[i].choice) != 0)
      g_ptr_array_add (parts, g_strdup (g_dpgettext2 (NULL, "risks", qualities[i].words)));
  g_ptr_array_add (parts, NULL);
  /* Translators: between the parts of "4 open risks, mine, rated high" */
  joined = g_strjoinv (_(", "), (char **) parts->pdata);
  return g_steal_pointer (&joined);
}
