/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-overview-page.h"

#include <glib/gi18n.h>

#include "tl-format.h"
#include "tl-overview-row.h"

struct _TlOverviewPage
{
  AdwNavigationPage parent_instance;

  GtkLabel *list_heading;
  AdwToggleGroup *severities;
  GtkListView *list_view;

  TlOverviewList *shown;
  TlOverviewKind kind;
};

typedef enum
{
  SIGNAL_ENTRY_ACTIVATED,
} TlOverviewPageSignal;

static guint signals[SIGNAL_ENTRY_ACTIVATED + 1];

G_DEFINE_FINAL_TYPE (TlOverviewPage, tl_overview_page, ADW_TYPE_NAVIGATION_PAGE)

/* The severity that is chosen, -1 for all. */
static int
get_severity (TlOverviewPage *self)
{
  guint chosen = adw_toggle_group_get_active (self->severities);

  return chosen == 0 || chosen == GTK_INVALID_LIST_POSITION ? -1 : (int) chosen - 1;
}

static void
focus_list (TlOverviewPage *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->shown)) > 0)
    gtk_list_view_scroll_to (self->list_view, 0, GTK_LIST_SCROLL_FOCUS, NULL);
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
severity_chosen_cb (TlOverviewPage *self)
{
  TlAssessment *assessment = self->shown != NULL ? tl_overview_list_get_assessment (self->shown) : NULL;

  if (assessment == NULL)
    return;
  tl_assessment_ref (assessment);
  tl_overview_list_set_findings (self->shown, assessment, get_severity (self));
  tl_assessment_unref (assessment);
}

static void
activate_cb (TlOverviewPage *self,
             guint           position)
{
  g_autoptr (TlOverviewEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->shown), position);

  if (entry != NULL)
    g_signal_emit (self, signals[SIGNAL_ENTRY_ACTIVATED], 0, entry);
}

/* Only what is in sight can take the keyboard. */
static void
tl_overview_page_shown (AdwNavigationPage *page)
{
  focus_list (TL_OVERVIEW_PAGE (page));
}

static void
tl_overview_page_dispose (GObject *object)
{
  g_clear_object (&TL_OVERVIEW_PAGE (object)->shown);
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_OVERVIEW_PAGE);

  G_OBJECT_CLASS (tl_overview_page_parent_class)->dispose (object);
}

static void
tl_overview_page_class_init (TlOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (TL_TYPE_OVERVIEW_ENTRY);
  g_type_ensure (TL_TYPE_OVERVIEW_ROW);

  G_OBJECT_CLASS (klass)->dispose = tl_overview_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = tl_overview_page_shown;

  /**
   * TlOverviewPage::entry-activated:
   * @self: a page
   * @entry: what was activated
   *
   * A line is to lead to what it speaks of.
   */
  signals[SIGNAL_ENTRY_ACTIVATED] = g_signal_new ("entry-activated", TL_TYPE_OVERVIEW_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                                  NULL, G_TYPE_NONE, 1, TL_TYPE_OVERVIEW_ENTRY);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/overview/overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TlOverviewPage, list_heading);
  gtk_widget_class_bind_template_child (widget_class, TlOverviewPage, severities);
  gtk_widget_class_bind_template_child (widget_class, TlOverviewPage, list_view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, severity_chosen_cb);
}

static void
append_severity (AdwToggleGroup *group,
                 const char     *label)
{
  AdwToggle *toggle = adw_toggle_new ();

  adw_toggle_set_label (toggle, label);
  adw_toggle_group_add (group, toggle);
}

static void
tl_overview_page_init (TlOverviewPage *self)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));

  append_severity (self->severities, _("All"));
  for (TlSeverity severity = TL_SEVERITY_ACT; severity < TL_N_SEVERITIES; severity++)
    {
      g_autofree char *label = tl_format_capital (tl_word_label (TL_TYPE_SEVERITY, (int) severity));

      append_severity (self->severities, label);
    }
  self->shown = tl_overview_list_new ();
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->shown)));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
}

/**
 * tl_overview_page_get_kind:
 * @self: a page
 *
 * Returns: which list it shows, or showed last
 */
TlOverviewKind
tl_overview_page_get_kind (TlOverviewPage *self)
{
  g_return_val_if_fail (TL_IS_OVERVIEW_PAGE (self), TL_OVERVIEW_ATTENTION);

  return self->kind;
}

/**
 * tl_overview_page_choose_severity:
 * @self: a page
 * @severity: one [enum@Severity], -1 for all
 *
 * Chooses which findings are shown.
 */
void
tl_overview_page_choose_severity (TlOverviewPage *self,
                                  int             severity)
{
  g_return_if_fail (TL_IS_OVERVIEW_PAGE (self));

  adw_toggle_group_set_active (self->severities, (guint) (severity + 1));
}

/**
 * tl_overview_page_show:
 * @self: a page
 * @kind: which list
 * @title: what it is called
 * @assessment: (nullable): what is concluded, for findings
 * @entries: what stands on the first page too, for the other lists
 *
 * Shows all of a list; the keyboard stays in it.
 */
void
tl_overview_page_show (TlOverviewPage *self,
                       TlOverviewKind  kind,
                       const char     *title,
                       TlAssessment   *assessment,
                       TlOverviewList *entries)
{
  gboolean has_focus;

  g_return_if_fail (TL_IS_OVERVIEW_PAGE (self));

  has_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list_view)) != NULL;
  self->kind = kind;
  gtk_label_set_label (self->list_heading, title);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  gtk_widget_set_visible (GTK_WIDGET (self->severities), kind == TL_OVERVIEW_ATTENTION);
  if (kind == TL_OVERVIEW_ATTENTION)
    tl_overview_list_set_findings (self->shown, assessment, get_severity (self));
  else
    tl_overview_list_share (self->shown, entries);
  if (has_focus)
    focus_list (self);
}

/**
 * tl_overview_page_let_go:
 * @self: a page
 *
 * Shows nothing, and holds on to nothing.
 */
void
tl_overview_page_let_go (TlOverviewPage *self)
{
  g_return_if_fail (TL_IS_OVERVIEW_PAGE (self));

  if (self->shown != NULL)
    tl_overview_list_set_findings (self->shown, NULL, -1);
}
