/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-owner-map-private.h"

#include "tl-format.h"

#include <glib/gi18n-lib.h>

/* A sentence names so many; nobody listens to more. */
#define MOST_NAMES 6

/* The titles of a node's neighbours on one side, as a person lists them; NULL when it has none. */
static char *
list_neighbours (const TlOwnerMap *self,
                 guint             node,
                 gboolean          to_the_left)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  guint n = tl_owner_map_count_edges (self, node, to_the_left ? -1 : 1);
  guint named = n > MOST_NAMES ? MOST_NAMES - 1 : n;
  g_autofree char *rest =
    n > named ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u other", "%u others", n - named), n - named) : NULL;

  if (n == 0)
    return NULL;
  for (guint i = 0; i < named; i++)
    g_ptr_array_add (titles, tl_owner_map_get_node (self, tl_owner_map_get_joined (self, node, to_the_left ? -1 : 1, i))->title);
  g_ptr_array_add (titles, rest);
  if (rest != NULL)
    g_ptr_array_add (titles, NULL);
  return tl_format_list ((const char * const *) titles->pdata);
}

/* How far a risk is carried: by how many people, and by how many sources, of which some may be late. */
static void
append_support (GString               *text,
                const TlRiskJudgement *risk)
{
  guint n_sources = 0, n_late = 0;

  for (guint i = 0; i < risk->n_expected; i++)
    {
      n_sources += risk->expected[i].current;
      n_late += risk->expected[i].current && risk->expected[i].days_late > 0;
    }
  g_string_append_c (text, ' ');
  g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%u person supports it,", "%u people support it,",
                                             risk->n_supporters), risk->n_supporters);
  g_string_append_c (text, ' ');
  g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%u source should report,", "%u sources should report,",
                                             n_sources), n_sources);
  g_string_append_c (text, ' ');
  if (n_late == 0)
    g_string_append (text, _("none is late."));
  else
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%u is late.", "%u are late.", n_late), n_late);
}

/**
 * tl_owner_map_describe:
 * @self: a map
 * @node: a node
 *
 * Returns: (transfer full): a sentence or two that say what the node is and what it is joined to, for a screen reader and
 *   for the line under the map
 */
char *
tl_owner_map_describe (const TlOwnerMap *self,
                       guint             node)
{
  const TlMapNode *what = tl_owner_map_get_node (self, node);
  g_autofree char *left = list_neighbours (self, node, TRUE);
  g_autofree char *right = list_neighbours (self, node, FALSE);
  g_autoptr (GString) text = g_string_new (what->title);

  if (what->caption != NULL && *what->caption != '\0')
    g_string_append_printf (text, ", %s", what->caption);
  g_string_append (text, ". ");
  switch (what->column)
    {
    case TL_MAP_COLUMN_RISK:
      if (what->risk->n_owners == 0)
        g_string_append (text, _("Nobody answers for it."));
      else
        g_string_append_printf (text, _("Answers for it: %s."), right);
      append_support (text, what->risk);
      break;
    case TL_MAP_COLUMN_OWNER:
      g_string_append_printf (text, what->gap ? _("Nobody answers for %s.") : _("Answers for %s."), left);
      if (right != NULL)
        g_string_append_printf (text, _(" Joined to %s."), right);
      break;
    case TL_MAP_COLUMN_SUPPORT:
      if (what->gap && what->person != NULL)
        g_string_append_printf (text, _("Works for %s without a part in the map."), left);
      else if (!what->gap)
        g_string_append_printf (text, _("Helps %s."), left);
      if (right != NULL)
        g_string_append_printf (text, _(" Keeps %s."), right);
      break;
    case TL_MAP_COLUMN_SOURCE:
      g_string_append_printf (text, what->gap ? _("No evidence is expected.") : _("Comes through %s."), left);
      break;
    case TL_N_MAP_COLUMNS:
    default:
      break;
    }
  /* Whom nobody answers for has been said. */
  if (what->badge_text != NULL && !(what->column == TL_MAP_COLUMN_OWNER && what->gap))
    g_string_append_printf (text, " %s", what->badge_text);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * tl_owner_map_describe_all:
 * @self: a map
 *
 * Returns: (transfer full): a sentence that says what holds for the whole map; empty for an empty one
 */
char *
tl_owner_map_describe_all (const TlOwnerMap *self)
{
  guint n_risks = tl_owner_map_count (self, TL_MAP_COLUMN_RISK), n_unowned = 0, n_open = 0;

  for (guint row = 0; row < n_risks; row++)
    {
      const TlRiskJudgement *risk = tl_owner_map_get_node (self, tl_owner_map_get_at (self, TL_MAP_COLUMN_RISK, row))->risk;

      n_unowned += risk->n_owners == 0;
      n_open += risk->state == TL_RISK_STATE_OPEN;
    }
  if (n_risks == 0)
    return g_strdup ("");
  if (n_open < n_risks)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u risk, %u of them open, %u that nobody answers for.",
                                         "%u risks, %u of them open, %u that nobody answers for.", n_risks),
                            n_risks, n_open, n_unowned);
  if (n_unowned == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u open risk, and somebody answers for it.",
                                         "%u open risks, and somebody answers for each.", n_risks), n_risks);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u open risk, %u that nobody answers for.",
                                       "%u open risks, %u that nobody answers for.", n_risks), n_risks, n_unowned);
}
