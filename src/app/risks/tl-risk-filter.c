/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-risk-filter.h"

#include <glib/gi18n.h>

#include "tl-risk-words.h"

struct _TlRiskFilter
{
  GtkFilter parent_instance;

  TlRiskChoice choice;
  char *search;
  /* What was typed, word by word, ready to compare. */
  char **words;
  /* Only those whose link is in this state, unless it is none. */
  TlLineLink link;
  TlLinkState state;
};

typedef enum
{
  PROP_CHOICE = 1,
  PROP_SEARCH,
} TlRiskFilterProperty;

static GParamSpec *properties[PROP_SEARCH + 1];

G_DEFINE_ENUM_TYPE (TlRiskChoice, tl_risk_choice,
                    G_DEFINE_ENUM_VALUE (TL_RISK_CHOICE_OPEN, "open"),
                    G_DEFINE_ENUM_VALUE (TL_RISK_CHOICE_HIGH, "high"),
                    G_DEFINE_ENUM_VALUE (TL_RISK_CHOICE_ATTENTION, "attention"),
                    G_DEFINE_ENUM_VALUE (TL_RISK_CHOICE_OVERDUE, "overdue"),
                    G_DEFINE_ENUM_VALUE (TL_RISK_CHOICE_CLOSED, "closed"))
G_DEFINE_FINAL_TYPE (TlRiskFilter, tl_risk_filter, GTK_TYPE_FILTER)

static char *
fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);

  return normal != NULL ? g_utf8_casefold (normal, -1) : g_strdup ("");
}

static gboolean
has_words (TlRiskFilter *self,
           TlRisk       *risk)
{
  g_autofree char *owner = tl_risk_words_owner (tl_risk_get_judgement (risk));
  const char *ref = tl_record_get_ref (TL_RECORD (risk)), *title = tl_risk_get_title (risk);
  g_autofree char *text = g_strjoin ("\n", ref != NULL ? ref : "", title != NULL ? title : "", owner, NULL);
  g_autofree char *folded = fold (text);

  for (guint i = 0; self->words[i] != NULL; i++)
    if (strstr (folded, self->words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
tl_risk_filter_match (GtkFilter *filter,
                      gpointer   item)
{
  TlRiskFilter *self = TL_RISK_FILTER (filter);
  const TlRiskJudgement *risk = tl_risk_get_judgement (item);

  return risk != NULL && tl_risk_choice_has (self->choice, risk, tl_risk_get_as_at (item)) &&
         (self->link == TL_LINE_LINK_NONE || risk->line[self->link - 1].state == self->state) &&
         (self->words == NULL || has_words (self, item));
}

static GtkFilterMatch
tl_risk_filter_get_strictness (GtkFilter *filter)
{
  return GTK_FILTER_MATCH_SOME;
}

static void
tl_risk_filter_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  TlRiskFilter *self = TL_RISK_FILTER (object);

  switch ((TlRiskFilterProperty) id)
    {
    case PROP_CHOICE:
      g_value_set_enum (value, (int) self->choice);
      break;
    case PROP_SEARCH:
      g_value_set_string (value, self->search);
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
  TlRiskFilter *self = TL_RISK_FILTER (object);

  switch ((TlRiskFilterProperty) id)
    {
    case PROP_CHOICE:
      tl_risk_filter_set_choice (self, (TlRiskChoice) g_value_get_enum (value));
      break;
    case PROP_SEARCH:
      tl_risk_filter_set_search (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_risk_filter_finalize (GObject *object)
{
  TlRiskFilter *self = TL_RISK_FILTER (object);

  g_clear_pointer (&self->search, g_free);
  g_clear_pointer (&self->words, g_strfreev);

  G_OBJECT_CLASS (tl_risk_filter_parent_class)->finalize (object);
}

static void
tl_risk_filter_class_init (TlRiskFilterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkFilterClass *filter_class = GTK_FILTER_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tl_risk_filter_get_property;
  object_class->set_property = tl_risk_filter_set_property;
  object_class->finalize = tl_risk_filter_finalize;
  filter_class->match = tl_risk_filter_match;
  filter_class->get_strictness = tl_risk_filter_get_strictness;

  /**
   * TlRiskFilter:choice:
   *
   * Which risks are let through.
   */
  properties[PROP_CHOICE] = g_param_spec_enum ("choice", NULL, NULL, TL_TYPE_RISK_CHOICE, TL_RISK_CHOICE_OPEN, flags);
  /**
   * TlRiskFilter:search:
   *
   * What was typed to look for.
   */
  properties[PROP_SEARCH] = g_param_spec_string ("search", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
tl_risk_filter_init (TlRiskFilter *self)
{
}

/**
 * tl_risk_filter_get_choice:
 * @self: a filter
 *
 * Returns: which risks are let through
 */
TlRiskChoice
tl_risk_filter_get_choice (TlRiskFilter *self)
{
  g_return_val_if_fail (TL_IS_RISK_FILTER (self), TL_RISK_CHOICE_OPEN);

  return self->choice;
}

/**
 * tl_risk_filter_set_choice:
 * @self: a filter
 * @choice: which risks to let through
 */
void
tl_risk_filter_set_choice (TlRiskFilter *self,
                           TlRiskChoice  choice)
{
  g_return_if_fail (TL_IS_RISK_FILTER (self));
  g_return_if_fail (choice < TL_N_RISK_CHOICES);

  if (self->choice == choice)
    return;
  self->choice = choice;
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOICE]);
}

/**
 * tl_risk_filter_get_search:
 * @self: a filter
 *
 * Returns: (nullable): what was typed
 */
const char *
tl_risk_filter_get_search (TlRiskFilter *self)
{
  g_return_val_if_fail (TL_IS_RISK_FILTER (self), NULL);

  return self->search;
}

/**
 * tl_risk_filter_get_link:
 * @self: a filter
 * @state: (out): in which state its risks have that link
 *
 * Returns: the link of the line by which risks are let through, none when it doesn't matter
 */
TlLineLink
tl_risk_filter_get_link (TlRiskFilter *self,
                         TlLinkState  *state)
{
  g_return_val_if_fail (TL_IS_RISK_FILTER (self), TL_LINE_LINK_NONE);

  *state = self->state;
  return self->link;
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

static char **
split_words (const char *search)
{
  g_autofree char *folded = fold (search);
  g_auto (GStrv) words = g_strsplit_set (folded, " \t\n", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      g_strv_builder_add (builder, words[i]);
  return g_strv_builder_end (builder);
}

/**
 * tl_risk_filter_set_search:
 * @self: a filter
 * @search: (nullable): what was typed; each of its words must be found
 */
void
tl_risk_filter_set_search (TlRiskFilter *self,
                           const char   *search)
{
  GtkFilterChange change = GTK_FILTER_CHANGE_DIFFERENT;
  g_autofree char *old = NULL;

  g_return_if_fail (TL_IS_RISK_FILTER (self));

  old = g_strdup (self->search != NULL ? self->search : "");
  if (!g_set_str (&self->search, search))
    return;
  g_clear_pointer (&self->words, g_strfreev);
  if (search != NULL)
    self->words = split_words (search);

  /* While more is typed, only those need be asked again that were there. */
  if (search != NULL && g_str_has_prefix (search, old))
    change = GTK_FILTER_CHANGE_MORE_STRICT;
  else if (g_str_has_prefix (old, search != NULL ? search : ""))
    change = GTK_FILTER_CHANGE_LESS_STRICT;
  gtk_filter_changed (GTK_FILTER (self), change);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCH]);
}

/**
 * tl_risk_choice_has:
 * @choice: which risks
 * @risk: a risk
 * @as_at: the day for which everything is shown
 *
 * Returns: whether @risk is one of them
 */
gboolean
tl_risk_choice_has (TlRiskChoice           choice,
                    const TlRiskJudgement *risk,
                    TlDay                  as_at)
{
  gboolean open = risk->state == TL_RISK_STATE_OPEN;

  switch (choice)
    {
    case TL_RISK_CHOICE_OPEN:
      return open;
    case TL_RISK_CHOICE_HIGH:
      return open && risk->band == TL_BAND_HIGH;
    case TL_RISK_CHOICE_ATTENTION:
      return risk->n_findings[TL_SEVERITY_ACT] > 0;
    case TL_RISK_CHOICE_OVERDUE:
      return tl_risk_words_is_late (risk, as_at);
    case TL_RISK_CHOICE_CLOSED:
      return !open;
    case TL_N_RISK_CHOICES:
    default:
      return FALSE;
    }
}

/**
 * tl_risk_choice_count:
 * @choice: which risks
 * @n: how many there are
 *
 * Returns: (transfer full): how many of them, as in "10 open risks"
 */
char *
tl_risk_choice_count (TlRiskChoice choice,
                      guint        n)
{
  switch (choice)
    {
    case TL_RISK_CHOICE_HIGH:
      return g_strdup_printf (ngettext ("%u open risk rated high", "%u open risks rated high", n), n);
    case TL_RISK_CHOICE_ATTENTION:
      return g_strdup_printf (ngettext ("%u risk that needs attention", "%u risks that need attention", n), n);
    case TL_RISK_CHOICE_OVERDUE:
      return g_strdup_printf (ngettext ("%u risk whose review is overdue", "%u risks whose review is overdue", n), n);
    case TL_RISK_CHOICE_CLOSED:
      return g_strdup_printf (ngettext ("%u closed risk", "%u closed risks", n), n);
    case TL_RISK_CHOICE_OPEN:
    case TL_N_RISK_CHOICES:
    default:
      return g_strdup_printf (ngettext ("%u open risk", "%u open risks", n), n);
    }
}
