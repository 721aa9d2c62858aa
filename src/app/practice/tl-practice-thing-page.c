/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-practice-thing-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "tl-format.h"
#include "tl-measure-chart.h"
#include "tl-practice-figure.h"
#include "tl-practice-judgement-dialog.h"

struct _TlPracticeThingPage
{
  AdwBin parent_instance;

  GtkLabel *noun_label;
  GtkLabel *title_label;
  GtkLabel *detail_label;
  GtkWidget *judge_button;
  GtkBox *parts;

  TlPracticeDesk *desk;
  TlPracticeThing *thing;
  /* Of a risk: where it stands what the trainee said of each link, from the first. */
  GtkLabel *own[TL_N_LINE_LINKS];
  /* What charts are drawn from. */
  GPtrArray *figures;
};

static guint opened_signal;

G_DEFINE_FINAL_TYPE (TlPracticeThingPage, tl_practice_thing_page, ADW_TYPE_BIN)

/* ── Lists ────────────────────────────────────────────────────────────────── */

static GtkListBox *
add_list (TlPracticeThingPage *self,
          const char          *title,
          const char          *description)
{
  GtkWidget *group = g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", title, "description", description, NULL);
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title != NULL ? title : _("What it says"), -1);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), list);
  gtk_box_append (self->parts, group);
  return GTK_LIST_BOX (list);
}

static void
add_lines (TlPracticeThingPage *self,
           const char          *title,
           GPtrArray           *lines)
{
  GtkListBox *list = lines->len > 0 ? add_list (self, title, NULL) : NULL;

  for (guint i = 0; i < lines->len; i++)
    {
      const TlPracticeLine *line = g_ptr_array_index (lines, i);
      GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", line->label, "subtitle", line->text,
                                     "subtitle-selectable", TRUE, NULL);

      gtk_widget_add_css_class (row, "property");
      gtk_list_box_append (list, row);
    }
}

/* ── The line, to be judged ───────────────────────────────────────────────── */

static const char *
get_question (TlLineLink link)
{
  switch (link)
    {
    case TL_LINE_LINK_FOUND:
      return _("Is it said what was wrong, how bad, and why?");
    case TL_LINE_LINK_OWNED:
      return _("Does one person answer for it, with the right support?");
    case TL_LINE_LINK_DEFINED:
      return _("Was it promised what better looks like, before work began?");
    case TL_LINE_LINK_ACTED:
      return _("Is the work done that was agreed, on time?");
    case TL_LINE_LINK_EVIDENCED:
      return _("Do different sources, people’s voices among them, show what changed?");
    case TL_LINE_LINK_IMPROVED:
      return _("Do the figures show more than chance?");
    case TL_LINE_LINK_EVEN:
      return _("Is it the same in every place, by day and by night?");
    case TL_LINE_LINK_SUSTAINED:
      return _("Has it lasted as long as was promised?");
    case TL_LINE_LINK_NONE:
    default:
      return "";
    }
}

/* The trainee's own words on a link, never the program's. */
static char *
say_own (TlPracticeThingPage *self,
         TlLineLink           link)
{
  GListModel *judgements = tl_practice_run_get_judgements (tl_practice_desk_get_run (self->desk));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (judgements); i++)
    {
      g_autoptr (TlPracticeJudgement) judgement = g_list_model_get_item (judgements, i);
      TlPracticeState state = tl_practice_judgement_get_state (judgement);

      if (tl_practice_judgement_get_link (judgement) == link && state != TL_PRACTICE_STATE_NONE
          && g_strcmp0 (tl_practice_judgement_get_risk (judgement), tl_practice_thing_get_ref (self->thing)) == 0)
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", tl_word_label (TL_TYPE_PRACTICE_STATE, (int) state));
    }
  return g_string_free (text, FALSE);
}

/* The keyboard stays at the row where it was. */
static void
say_all_own (TlPracticeThingPage *self)
{
  for (int i = 0; i < TL_N_LINE_LINKS && self->own[i] != NULL; i++)
    {
      g_autofree char *own = say_own (self, (TlLineLink) (i + 1));
      g_autofree char *said = *own != '\0' ? g_strdup_printf (_("You: %s"), own) : g_strdup ("");

      gtk_label_set_label (self->own[i], said);
    }
}

static void
link_activated_cb (TlPracticeThingPage *self,
                   GtkWidget           *row)
{
  TlLineLink link = (TlLineLink) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "link"));

  AdwDialog *dialog =
    tl_practice_judgement_dialog_begin (self->desk, GTK_WIDGET (self), tl_practice_thing_get_ref (self->thing), link, NULL);

  if (dialog != NULL)
    g_signal_connect_object (dialog, "closed", G_CALLBACK (say_all_own), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
add_line (TlPracticeThingPage *self)
{
  gboolean open = !tl_practice_run_is_committed (tl_practice_desk_get_run (self->desk));
  GtkListBox *list = add_list (self, _("Follow the Line"), open ? _("Judge as many links as you have ground for.") : NULL);

  for (int i = 1; i <= TL_N_LINE_LINKS; i++)
    {
      g_autofree char *name = tl_format_capital (tl_word_label (TL_TYPE_LINE_LINK, i));
      GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", name, "subtitle", get_question ((TlLineLink) i),
                                     "activatable", open, NULL);

      self->own[i - 1] = GTK_LABEL (gtk_label_new (NULL));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (self->own[i - 1]));
      if (open)
        adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("document-edit-symbolic"));
      g_object_set_data (G_OBJECT (row), "link", GINT_TO_POINTER (i));
      g_signal_connect_object (row, "activated", G_CALLBACK (link_activated_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (list, row);
    }
  say_all_own (self);
}

/* ── Figures ──────────────────────────────────────────────────────────────── */

static GtkWidget *
make_figure (TlPracticeThingPage    *self,
             const TlPracticeFigure *figure)
{
  const char *title = figure->place != NULL ? figure->place->name : _("All places together");
  g_autofree char *subtitle = figure->window != NULL ? g_strdup_printf ("%s\n%s", figure->latest, figure->window)
                                                     : g_strdup (figure->latest);
  GtkWidget *row = g_object_new (ADW_TYPE_EXPANDER_ROW, "use-markup", FALSE, "title", title, "subtitle", subtitle, NULL);
  GtkWidget *inner = g_object_new (ADW_TYPE_PREFERENCES_ROW, "use-markup", FALSE, "title", title, "activatable", FALSE, "focusable", FALSE, NULL);
  GtkWidget *chart = tl_measure_chart_new ();

  tl_measure_chart_set_measure (TL_MEASURE_CHART (chart), tl_practice_desk_get_figures (self->desk), &figure->judgement);
  gtk_widget_set_size_request (chart, -1, 190);
  gtk_widget_set_hexpand (chart, TRUE);
  gtk_widget_add_css_class (chart, "practice-chart");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (inner), chart);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), inner);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), figure->place == NULL);
  return row;
}

static void
add_figures (TlPracticeThingPage *self)
{
  GtkListBox *list = NULL;

  self->figures = tl_practice_list_figures (tl_practice_desk_get_figures (self->desk),
                                            (const TlMeasureFacts *) tl_practice_thing_get_facts (self->thing));
  if (self->figures->len > 0)
    list = add_list (self, _("Figures"), _("The latest readings, with how much they may be off by chance, and how they went. What follows from them is for you to say."));
  for (guint i = 0; i < self->figures->len; i++)
    gtk_list_box_append (list, make_figure (self, g_ptr_array_index (self->figures, i)));
}

/* ── What has to do with it ───────────────────────────────────────────────── */

static void
related_activated_cb (TlPracticeThingPage *self,
                      GtkWidget           *row)
{
  g_autofree char *ref = g_strdup (g_object_get_data (G_OBJECT (row), "ref"));

  g_signal_emit (self, opened_signal, 0, ref);
}

static void
add_related (TlPracticeThingPage *self)
{
  g_autoptr (GPtrArray) related = tl_practice_book_list_related (tl_practice_desk_get_book (self->desk), self->thing);
  GtkListBox *list = related->len > 0 ? add_list (self, _("To Do with It"), NULL) : NULL;

  for (guint i = 0; i < related->len; i++)
    {
      TlPracticeThing *thing = g_ptr_array_index (related, i);
      g_autofree char *title = g_strdup_printf ("%s %s", tl_practice_thing_get_ref (thing), tl_practice_thing_get_title (thing));
      g_autofree char *subtitle = g_strdup_printf ("%s · %s", tl_practice_thing_get_noun (thing), tl_practice_thing_get_detail (thing));
      GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title, "subtitle", subtitle, "activatable", TRUE, NULL);

      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
      g_object_set_data_full (G_OBJECT (row), "ref", g_strdup (tl_practice_thing_get_ref (thing)), g_free);
      g_signal_connect_object (row, "activated", G_CALLBACK (related_activated_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (list, row);
    }
}

/* ── The page ─────────────────────────────────────────────────────────────── */

static const char *
find_risk (TlPracticeThingPage *self)
{
  GListModel *things = tl_practice_book_get_things (tl_practice_desk_get_book (self->desk));
  const char *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (things); i++)
    {
      g_autoptr (TlPracticeThing) risk = g_list_model_get_item (things, i);

      if (tl_practice_thing_get_table (risk) != TL_TABLE_RISK || !tl_practice_thing_is_on (self->thing, tl_practice_thing_get_ref (risk)))
        continue;
      if (found != NULL)
        return NULL;
      found = tl_practice_thing_get_ref (risk);
    }
  return found;
}

static void
judge_cb (TlPracticeThingPage *self)
{
  gboolean risk = tl_practice_thing_get_table (self->thing) == TL_TABLE_RISK;

  tl_practice_judgement_dialog_begin (self->desk, GTK_WIDGET (self), find_risk (self), TL_LINE_LINK_NONE,
                                      risk ? NULL : tl_practice_thing_get_ref (self->thing));
}

static void
clear (TlPracticeThingPage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->parts))) != NULL)
    gtk_box_remove (self->parts, child);
  memset (self->own, 0, sizeof self->own);
  g_clear_pointer (&self->figures, g_ptr_array_unref);
}

/**
 * tl_practice_thing_page_update:
 * @self: a page
 *
 * Shows it anew.
 */
void
tl_practice_thing_page_update (TlPracticeThingPage *self)
{
  TlPracticeBook *book = NULL;
  g_autoptr (GPtrArray) lines = NULL, records = NULL;
  g_autofree char *noun = NULL;
  TlTable table;

  g_return_if_fail (TL_IS_PRACTICE_THING_PAGE (self));

  if (self->thing == NULL)
    return;
  clear (self);
  book = tl_practice_desk_get_book (self->desk);
  table = tl_practice_thing_get_table (self->thing);
  lines = tl_practice_book_list_lines (book, self->thing);
  records = tl_practice_book_list_records (book, self->thing);
  noun = g_strdup_printf ("%s %s", tl_practice_thing_get_noun (self->thing), tl_practice_thing_get_ref (self->thing));
  gtk_label_set_label (self->noun_label, noun);
  gtk_label_set_label (self->title_label, tl_practice_thing_get_title (self->thing));
  gtk_label_set_label (self->detail_label, tl_practice_thing_get_detail (self->thing));
  gtk_widget_set_visible (GTK_WIDGET (self->detail_label), *tl_practice_thing_get_detail (self->thing) != '\0');
  gtk_widget_set_visible (self->judge_button, !tl_practice_run_is_committed (tl_practice_desk_get_run (self->desk)));
  if (table == TL_TABLE_MEASURE)
    add_figures (self);
  if (table == TL_TABLE_RISK)
    add_line (self);
  add_lines (self, table == TL_TABLE_RISK || table == TL_TABLE_MEASURE ? _("What the Workbook Says") : NULL, lines);
  add_lines (self, _("Recorded Besides"), records);
  add_related (self);
}

static void
tl_practice_thing_page_dispose (GObject *object)
{
  TlPracticeThingPage *self = TL_PRACTICE_THING_PAGE (object);

  if (self->parts != NULL)
    clear (self);
  g_clear_object (&self->thing);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_PRACTICE_THING_PAGE);

  G_OBJECT_CLASS (tl_practice_thing_page_parent_class)->dispose (object);
}

static void
tl_practice_thing_page_class_init (TlPracticeThingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_practice_thing_page_dispose;

  /**
   * TlPracticeThingPage::opened:
   * @self: the page
   * @ref: ref of something else
   *
   * Somebody wants to open what has to do with it.
   */
  opened_signal = g_signal_new ("opened", TL_TYPE_PRACTICE_THING_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/practice/practice-thing-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TlPracticeThingPage, noun_label);
  gtk_widget_class_bind_template_child (widget_class, TlPracticeThingPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, TlPracticeThingPage, detail_label);
  gtk_widget_class_bind_template_child (widget_class, TlPracticeThingPage, judge_button);
  gtk_widget_class_bind_template_child (widget_class, TlPracticeThingPage, parts);
  gtk_widget_class_bind_template_callback (widget_class, judge_cb);
}

static void
tl_practice_thing_page_init (TlPracticeThingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_practice_thing_page_set_desk:
 * @self: a page
 * @desk: the case in hand
 */
void
tl_practice_thing_page_set_desk (TlPracticeThingPage *self,
                                 TlPracticeDesk      *desk)
{
  g_return_if_fail (TL_IS_PRACTICE_THING_PAGE (self));

  g_set_object (&self->desk, desk);
}

/**
 * tl_practice_thing_page_show:
 * @self: a page
 * @thing: something in the case
 *
 * Shows what it says, from its beginning, with the keyboard there.
 */
void
tl_practice_thing_page_show (TlPracticeThingPage *self,
                             TlPracticeThing     *thing)
{
  g_return_if_fail (TL_IS_PRACTICE_THING_PAGE (self));

  g_set_object (&self->thing, thing);
  tl_practice_thing_page_update (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (adw_bin_get_child (ADW_BIN (self)))), 0);
}
