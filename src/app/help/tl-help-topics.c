/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-help-topics.h"

#include "tl-finding-row.h"

/* Which page is about what: by the types of widgets, the innermost of which counts. A new view or dialog has a row here. */
static const struct
{
  const char *type_name;
  const char *address;
} topics[] = {
  /* Views, and what stands in them. */
  { "TlStartPage", "start" },
  { "TlOverviewView", "overview" },
  { "TlRisksView", "risks" },
  { "TlRiskPage", "risk" },
  { "TlOwnersView", "owners" },
  { "TlTimelineView", "timeline" },
  { "TlPlacesView", "places" },
  { "TlReviewsView", "reviews" },
  { "TlPracticeWindow", "practice" },
  { "TlMeetingPage", "reviews#holding" },
  { "TlMeetingConditions", "closing" },
  { "TlPeopleView", "people" },
  { "TlHistoryView", "history" },
  { "TlAsAtPopover", "history#as-at" },
  /* Dialogs. */
  { "TlAgendaDialog", "reviews#starting" },
  { "TlBackupDialog", "backups" },
  { "TlConflictsDialog", "merging#conflicts" },
  { "TlConflictValueDialog", "merging#conflicts" },
  { "TlEditDialog", "recording" },
  { "TlEraseDialog", "privacy#erasing" },
  { "TlImportDialog", "import" },
  { "TlMergeDialog", "merging" },
  { "TlOwnerDialog", "owners#handing-over" },
  { "TlPracticeCompare", "practice#trainers" },
  { "TlPracticeJudgementDialog", "practice#how" },
  { "TlPracticeMaking", "practice#trainers" },
  { "TlPracticePaper", "practice#trainers" },
  { "TlPracticePicker", "practice" },
  { "TlPreferencesDialog", "preferences" },
  { "TlPrintDialog", "printing" },
  { "TlReadingsDialog", "measures#readings" },
  { "TlRecordedDialog", "history#recorded" },
  { "TlReviewStartDialog", "reviews#starting" },
  { "TlShortcutsDialog", "keys" },
  { "TlStandardsDialog", "risk#standards" },
};

/**
 * tl_help_topics_find_by_type:
 * @type_name: the name of a type of widgets
 *
 * Returns: (transfer none) (nullable): where it is described, %NULL when no page is about it alone
 */
const char *
tl_help_topics_find_by_type (const char *type_name)
{
  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    if (g_str_equal (topics[i].type_name, type_name))
      return topics[i].address;
  return NULL;
}

/**
 * tl_help_topics_find:
 * @widget: (nullable): what somebody is at
 *
 * Returns: (transfer full) (nullable): where that is described, as [method@Tl.HelpLibrary.find] takes it; %NULL for what
 *   no page is about
 */
char *
tl_help_topics_find (GtkWidget *widget)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      const char *address = tl_help_topics_find_by_type (G_OBJECT_TYPE_NAME (widget));

      /* Each check has a section of its own. */
      if (TL_IS_FINDING_ROW (widget))
        return g_strconcat ("#", tl_finding_row_get_check (TL_FINDING_ROW (widget)), NULL);
      if (address != NULL)
        return g_strdup (address);
    }
  return NULL;
}

/**
 * tl_help_topics_find_within:
 * @widget: what somebody sees
 *
 * Returns: (transfer full) (nullable): where the outermost thing that is seen in it is described; %NULL when nothing there
 *   has a page
 */
char *
tl_help_topics_find_within (GtkWidget *widget)
{
  const char *address = tl_help_topics_find_by_type (G_OBJECT_TYPE_NAME (widget));

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (address != NULL)
    return g_strdup (address);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      char *found = tl_help_topics_find_within (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}
