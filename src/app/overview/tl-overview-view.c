/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-overview-view.h"

#include <glib/gi18n.h>

#include "tl-format.h"
#include "tl-line-bars.h"
#include "tl-mark-cell.h"
#include "tl-overview-card.h"
#include "tl-overview-list.h"
#include "tl-overview-page.h"
#include "tl-overview-row.h"
#include "tl-overview-task.h"
#include "tl-risk-mending.h"
#include "tl-risks-view.h"
#include "tl-window.h"

struct _TlOverviewView
{
  TlView parent_instance;

  AdwNavigationView *pages;
  GtkStack *stack;
  GtkLabel *line_heading;
  AdwWrapBox *legend;
  TlLineBars *bars;
  AdwWrapBox *severity_box;
  GtkLabel *due_heading;
  GtkLabel *changes_heading;
  GtkLabel *forum_label;
  GtkListBox *lists[TL_N_OVERVIEW_KINDS];
  TlOverviewPage *list_page;

  TlOverviewList *entries[TL_N_OVERVIEW_KINDS];
  GCancellable *asking;
  gboolean compact;
};

typedef enum
{
  PROP_COMPACT = 1,
} TlOverviewViewProperty;

static GParamSpec *properties[PROP_COMPACT + 1];

G_DEFINE_FINAL_TYPE (TlOverviewView, tl_overview_view, TL_TYPE_VIEW)

static TlAssessment *
get_assessment (TlOverviewView *self)
{
  TlWorkbook *workbook = tl_view_get_workbook (TL_VIEW (self));

  return workbook != NULL ? tl_workbook_get_assessment (workbook) : NULL;
}

/* ── Where it leads ───────────────────────────────────────────────────────── */

static TlView *
show_view (TlOverviewView *self,
           const char     *name)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  TlView *view = TL_IS_WINDOW (root) ? tl_window_show_view (TL_WINDOW (root), name) : NULL;

  if (view != NULL)
    gtk_widget_child_focus (TL_IS_RISKS_VIEW (view) && tl_view_get_risk (view) != NULL
                              ? GTK_WIDGET (tl_risks_view_get_page (TL_RISKS_VIEW (view))) : GTK_WIDGET (view),
                            GTK_DIR_TAB_FORWARD);
  return view;
}

/* What a line speaks of, in the view that shows it best. */
static void
open_entry (TlOverviewView  *self,
            TlOverviewEntry *entry)
{
  const TlId *id = tl_overview_entry_get_risk (entry);
  TlMovement movement;
  TlLinkState before, now;
  TlLineLink link = tl_overview_entry_get_link (entry, &movement, &before, &now);
  TlView *view;

  tl_view_set_risk (TL_VIEW (self), id != NULL ? tl_workbook_find_risk (tl_view_get_workbook (TL_VIEW (self)), id) : NULL);
  view = show_view (self, tl_overview_entry_get_view (entry));
  if (TL_IS_RISKS_VIEW (view) && link != TL_LINE_LINK_NONE)
    tl_risk_page_expand (tl_risks_view_get_page (TL_RISKS_VIEW (view)), link, TRUE);
}

static void
show_link_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  TlOverviewView *self = TL_OVERVIEW_VIEW (widget);
  TlView *view;
  int link, state;

  g_variant_get (parameter, "(ii)", &link, &state);
  tl_view_set_risk (TL_VIEW (self), NULL);
  view = show_view (self, "risks");
  if (TL_IS_RISKS_VIEW (view))
    tl_risks_view_show_link (TL_RISKS_VIEW (view), (TlLineLink) link, (TlLinkState) state);
}

static void
mend_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  TlWorkbook *workbook = tl_view_get_workbook (TL_VIEW (widget));
  const char *risk_hex, *row_hex;
  TlRisk *risk = NULL;
  TlId id, row;
  int remedy;

  g_variant_get (parameter, "(&si&s)", &risk_hex, &remedy, &row_hex);
  if (tl_id_from_hex (risk_hex, &id))
    risk = tl_workbook_find_risk (workbook, &id);
  if (risk != NULL)
    tl_risk_mending_do (widget, workbook, risk, (TlRemedy) remedy,
                        tl_id_from_hex (row_hex, &row) && !tl_id_is_none (&row) ? &row : NULL);
}

/* Nothing is mended as at another day. */
static void
update_mending (TlOverviewView *self)
{
  TlWorkbook *workbook = tl_view_get_workbook (TL_VIEW (self));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "overview.mend",
                                 workbook != NULL && tl_workbook_get_editable (workbook));
}

static void
row_activated_cb (TlOverviewView *self,
                  GtkListBoxRow  *row)
{
  GtkWidget *child = gtk_list_box_row_get_child (row);

  if (TL_IS_OVERVIEW_ROW (child))
    open_entry (self, tl_overview_row_get_entry (TL_OVERVIEW_ROW (child)));
}

/* ── Whole lists ──────────────────────────────────────────────────────────── */

static void
popped_cb (TlOverviewView *self)
{
  if (self->list_page != NULL)
    tl_overview_page_let_go (self->list_page);
}

static char *
name_list (TlOverviewView *self,
           TlOverviewKind  kind)
{
  if (kind == TL_OVERVIEW_ATTENTION)
    return g_strdup (_("Needs attention"));
  return g_strdup (gtk_label_get_label (kind == TL_OVERVIEW_DUE ? self->due_heading : self->changes_heading));
}

static gboolean
is_list_shown (TlOverviewView *self,
               TlOverviewKind  kind)
{
  return adw_navigation_view_get_visible_page (self->pages) == ADW_NAVIGATION_PAGE (self->list_page)
         && tl_overview_page_get_kind (self->list_page) == kind;
}

static void
fill_page (TlOverviewView *self,
           TlOverviewKind  kind)
{
  g_autofree char *name = name_list (self, kind);

  tl_overview_page_show (self->list_page, kind, name, get_assessment (self), self->entries[kind]);
}

/* All of a list; of findings those of one severity, counted from 1, or all. */
static void
show_list_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  TlOverviewView *self = TL_OVERVIEW_VIEW (widget);
  int kind, severity;

  g_variant_get (parameter, "(ii)", &kind, &severity);
  tl_overview_page_choose_severity (self->list_page, severity - 1);
  /* Somebody may press twice before the page has come. */
  if (adw_navigation_view_get_visible_page (self->pages) != ADW_NAVIGATION_PAGE (self->list_page))
    adw_navigation_view_push (self->pages, ADW_NAVIGATION_PAGE (self->list_page));
  fill_page (self, (TlOverviewKind) kind);
}

/* ── The first page ───────────────────────────────────────────────────────── */

static void
fill_list (TlOverviewView *self,
           TlOverviewKind  kind,
           const char     *nothing)
{
  tl_overview_card_fill (self->lists[kind], kind, G_LIST_MODEL (self->entries[kind]), nothing);
}

/* How many there are of a severity, as a button that shows them. */
static void
append_count (TlOverviewView *self,
              TlSeverity      severity,
              guint           n)
{
  const char *word = tl_word_label (TL_TYPE_SEVERITY, (int) severity);
  /* Translators: how many findings of a severity: "10 act" */
  g_autofree char *text = g_strdup_printf (_("%1$u %2$s"), n, word);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *label = gtk_label_new (text);
  GtkWidget *button = gtk_button_new ();

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, severity == TL_SEVERITY_ACT ? "act" : severity == TL_SEVERITY_WATCH ? "watch" : "dimmed");
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), tl_mark_cell_new_finding (severity));
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "severity-count");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "overview.show-list");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ii)", (int) TL_OVERVIEW_ATTENTION, (int) severity + 1);
  adw_wrap_box_append (self->severity_box, button);
}

static void
fill_attention (TlOverviewView *self,
                TlAssessment   *assessment)
{
  guint counts[TL_N_SEVERITIES] = { 0, };
  GtkWidget *child;

  for (guint i = 0; i < tl_assessment_get_n_findings (assessment); i++)
    counts[tl_assessment_get_finding (assessment, i)->severity]++;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->severity_box))) != NULL)
    adw_wrap_box_remove (self->severity_box, child);
  for (TlSeverity severity = TL_SEVERITY_ACT; severity < TL_N_SEVERITIES; severity++)
    if (counts[severity] > 0)
      append_count (self, severity, counts[severity]);
  tl_overview_list_set_findings (self->entries[TL_OVERVIEW_ATTENTION], assessment, -1);
  fill_list (self, TL_OVERVIEW_ATTENTION, _("Nothing needs attention today."));
}

static void
fill_line (TlOverviewView *self,
           TlAssessment   *assessment)
{
  TlBars bars = tl_bars_count (assessment);
  g_autofree char *heading = g_strdup_printf (ngettext ("The line, %u open risk", "The line, %u open risks", bars.n_open),
                                              bars.n_open);

  gtk_label_set_label (self->line_heading, heading);
  tl_line_bars_set_bars (self->bars, &bars);
}

/* ── What takes longer ────────────────────────────────────────────────────── */

static void
fill_changes (TlOverviewView *self,
              TlSince        *since,
              TlDay           as_at)
{
  g_autofree char *day = since->day != TL_NO_DAY ? tl_format_day_short (since->day, as_at) : NULL;
  /* Translators: %s is a day such as "12 May" */
  g_autofree char *heading = day != NULL ? g_strdup_printf (_("Changed since %s"), day) : g_strdup (_("Changed"));

  gtk_label_set_label (self->changes_heading, heading);
  gtk_label_set_label (self->forum_label, since->forum != NULL ? since->forum : "");
  tl_overview_list_set_changes (self->entries[TL_OVERVIEW_CHANGES], since->items);
  fill_list (self, TL_OVERVIEW_CHANGES,
             day != NULL ? _("No link of any line is stronger or weaker than then.")
                         : _("There has been no provider review yet to compare with."));
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (TlOverviewView) self = user_data;
  g_autoptr (TlOverviewAnswer) answer = tl_overview_ask_finish (result, NULL);
  TlDay as_at;

  /* Cancelled, since something else is concluded now. */
  if (answer == NULL || g_task_get_cancellable (G_TASK (result)) != self->asking)
    return;
  g_clear_object (&self->asking);
  as_at = tl_assessment_get_as_at (get_assessment (self));
  tl_overview_list_set_due (self->entries[TL_OVERVIEW_DUE], answer->due, as_at);
  fill_list (self, TL_OVERVIEW_DUE, _("Nothing is late, and nothing is due in the next 14 days."));
  fill_changes (self, answer->since, as_at);
  for (TlOverviewKind kind = TL_OVERVIEW_DUE; kind < TL_N_OVERVIEW_KINDS; kind++)
    if (is_list_shown (self, kind))
      fill_page (self, kind);
}

static void
stop_asking (TlOverviewView *self)
{
  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

static void
ask (TlOverviewView *self,
     TlAssessment   *assessment)
{
  g_autofree char *day = tl_format_day_short (tl_assessment_get_as_at (assessment) + TL_DUE_DAYS,
                                              tl_assessment_get_as_at (assessment));
  /* Translators: %s is a day such as "23 Jun" */
  g_autofree char *heading = g_strdup_printf (_("Due by %s"), day);

  gtk_label_set_label (self->due_heading, heading);
  self->asking = g_cancellable_new ();
  tl_overview_ask_async (assessment, self->asking, answered_cb, g_object_ref (self));
}

/* ── Overrides ────────────────────────────────────────────────────────────── */

static void
tl_overview_view_workbook_changed (TlView *view)
{
  TlOverviewView *self = TL_OVERVIEW_VIEW (view);

  adw_navigation_view_pop_to_tag (self->pages, "front");
  for (TlOverviewKind kind = TL_OVERVIEW_DUE; kind < TL_N_OVERVIEW_KINDS; kind++)
    gtk_list_box_remove_all (self->lists[kind]);
}

static void
tl_overview_view_assessment_changed (TlView *view)
{
  TlOverviewView *self = TL_OVERVIEW_VIEW (view);
  TlAssessment *assessment = get_assessment (self);

  stop_asking (self);
  update_mending (self);
  if (assessment == NULL || tl_assessment_get_n_risks (assessment) == 0)
    {
      for (TlOverviewKind kind = TL_OVERVIEW_ATTENTION; kind < TL_N_OVERVIEW_KINDS; kind++)
        tl_overview_list_set_findings (self->entries[kind], NULL, -1);
      tl_overview_page_let_go (self->list_page);
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }
  gtk_stack_set_visible_child_name (self->stack, "lines");
  fill_line (self, assessment);
  fill_attention (self, assessment);
  if (is_list_shown (self, TL_OVERVIEW_ATTENTION))
    fill_page (self, TL_OVERVIEW_ATTENTION);
  ask (self, assessment);
}

/* The lines that are shown hold on to nothing; the lists behind them do. */
static void
tl_overview_view_let_go (TlView *view)
{
  TlOverviewView *self = TL_OVERVIEW_VIEW (view);

  stop_asking (self);
  for (TlOverviewKind kind = TL_OVERVIEW_ATTENTION; kind < TL_N_OVERVIEW_KINDS; kind++)
    tl_overview_list_set_findings (self->entries[kind], NULL, -1);
  tl_overview_page_let_go (self->list_page);
}

static void
tl_overview_view_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch ((TlOverviewViewProperty) id)
    {
    case PROP_COMPACT:
      g_value_set_boolean (value, TL_OVERVIEW_VIEW (object)->compact);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_overview_view_set_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  TlOverviewView *self = TL_OVERVIEW_VIEW (object);

  switch ((TlOverviewViewProperty) id)
    {
    case PROP_COMPACT:
      if (self->compact == g_value_get_boolean (value))
        break;
      self->compact = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_overview_view_dispose (GObject *object)
{
  TlOverviewView *self = TL_OVERVIEW_VIEW (object);

  stop_asking (self);
  for (TlOverviewKind kind = TL_OVERVIEW_ATTENTION; kind < TL_N_OVERVIEW_KINDS; kind++)
    g_clear_object (&self->entries[kind]);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_OVERVIEW_VIEW);

  G_OBJECT_CLASS (tl_overview_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  static const char * const lists[TL_N_OVERVIEW_KINDS] = { "attention_list", "due_list", "changes_list" };

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/overview/overview-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TlOverviewView, pages);
  gtk_widget_class_bind_template_child (widget_class, TlOverviewView, stack);
  gtk_widget_class_bind_template_child (widget_class, TlOverviewView, line_heading);
  gtk_widget_class_bind_template_child (widget_class, TlOverviewView, legend);
  gtk_widget_class_bind_template_child (widget_class, TlOverviewView, bars);
  gtk_widget_class_bind_template_child (widget_class, TlOverviewView, severity_box);
  gtk_widget_class_bind_template_child (widget_class, TlOverviewView, due_heading);
  gtk_widget_class_bind_template_child (widget_class, TlOverviewView, changes_heading);
  gtk_widget_class_bind_template_child (widget_class, TlOverviewView, forum_label);
  gtk_widget_class_bind_template_child (widget_class, TlOverviewView, list_page);
  for (guint i = 0; i < TL_N_OVERVIEW_KINDS; i++)
    gtk_widget_class_bind_template_child_full (widget_class, lists[i], FALSE,
                                               G_STRUCT_OFFSET (TlOverviewView, lists) + (gssize) (i * sizeof (gpointer)));
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_entry);
  gtk_widget_class_bind_template_callback (widget_class, popped_cb);
}

static void
tl_overview_view_class_init (TlOverviewViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TlViewClass *view_class = TL_VIEW_CLASS (klass);

  g_type_ensure (TL_TYPE_LINE_BARS);
  g_type_ensure (TL_TYPE_OVERVIEW_PAGE);

  object_class->get_property = tl_overview_view_get_property;
  object_class->set_property = tl_overview_view_set_property;
  object_class->dispose = tl_overview_view_dispose;
  view_class->workbook_changed = tl_overview_view_workbook_changed;
  view_class->assessment_changed = tl_overview_view_assessment_changed;
  view_class->let_go = tl_overview_view_let_go;

  /**
   * TlOverviewView:compact:
   *
   * Whether there is hardly room for a line of text.
   */
  properties[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE,
                                                   G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_install_action (widget_class, "overview.show-link", "(ii)", show_link_cb);
  gtk_widget_class_install_action (widget_class, "overview.mend", "(sis)", mend_cb);
  gtk_widget_class_install_action (widget_class, "overview.show-list", "(ii)", show_list_cb);
  bind_template (widget_class);
}

static void
append_legend (AdwWrapBox  *legend,
               TlLinkState  state)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3), *mark = tl_mark_cell_new_link (state);
  GtkWidget *label = gtk_label_new (tl_word_label (TL_TYPE_LINK_STATE, (int) state));

  gtk_widget_add_css_class (label, "dimmed");
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), label);
  adw_wrap_box_append (legend, box);
}

static void
tl_overview_view_init (TlOverviewView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  for (int state = TL_LINK_STATE_SOUND; state >= TL_LINK_STATE_MISSING; state--)
    append_legend (self->legend, (TlLinkState) state);
  for (TlOverviewKind kind = TL_OVERVIEW_ATTENTION; kind < TL_N_OVERVIEW_KINDS; kind++)
    self->entries[kind] = tl_overview_list_new ();
}

/**
 * tl_overview_view_get_busy:
 * @self: the overview
 *
 * Returns: whether it is still being found out what is due and what changed
 */
gboolean
tl_overview_view_get_busy (TlOverviewView *self)
{
  g_return_val_if_fail (TL_IS_OVERVIEW_VIEW (self), FALSE);

  return self->asking != NULL;
}
