/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-practice-debrief-page.h"

#include <glib/gi18n.h>

#include "tl-debrief-words.h"
#include "tl-focus-lead.h"
#include "tl-format.h"
#include "tl-practice-judging.h"
#include "tl-wrap-layout.h"

struct _TlPracticeDebriefPage
{
  AdwBin parent_instance;

  GtkLabel *summary;
  GtkListBox *lesson_list;
  GtkListBox *answer_list;
  GtkListBox *sound_list;
  GtkWidget *sound_group;
  GtkListBox *judgement_list;
  GtkWidget *judgement_group;
  GtkListBox *link_list;
  GtkListBox *finding_list;
  GtkListBox *trail_list;
  GtkListBox *teaches_list;

  TlPracticeDesk *desk;
};

G_DEFINE_FINAL_TYPE (TlPracticeDebriefPage, tl_practice_debrief_page, ADW_TYPE_BIN)

/* ── Rows ─────────────────────────────────────────────────────────────────── */

static GtkWidget *
make_row (const char *title,
          const char *subtitle)
{
  return g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title, "subtitle", subtitle != NULL ? subtitle : "", NULL);
}

/* A mark that says by its shape how good it is: ● ◐ ○. */
static void
add_mark (GtkWidget  *row,
          const char *shape)
{
  GtkWidget *mark = gtk_label_new (shape);

  gtk_widget_add_css_class (mark, "practice-mark");
  gtk_accessible_update_state (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  if (ADW_IS_EXPANDER_ROW (row))
    adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), mark);
  else
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), mark);
}

/* Each item that shows it opens with a press. */
static GtkWidget *
make_openers (TlPracticeDebriefPage *self,
              const char * const    *refs)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "layout-manager", g_object_new (TL_TYPE_WRAP_LAYOUT, NULL), NULL);

  for (guint i = 0; refs[i] != NULL; i++)
    {
      g_autofree char *name = tl_practice_book_name (tl_practice_desk_get_book (self->desk), refs[i]);
      GtkWidget *button = NULL, *label = NULL;

      if (tl_practice_book_find (tl_practice_desk_get_book (self->desk), refs[i]) == NULL)
        continue;
      button = gtk_button_new ();
      label = gtk_label_new (name);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
      gtk_button_set_child (GTK_BUTTON (button), label);
      gtk_widget_set_tooltip_text (button, name);
      gtk_widget_add_css_class (button, "practice-opener");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "practice.open");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", refs[i]);
      gtk_box_append (GTK_BOX (box), button);
    }
  return box;
}

static GtkWidget *
make_reason (TlPracticeDebriefPage *self,
             const char            *title,
             const char            *text,
             const char * const    *refs)
{
  GtkWidget *row = g_object_new (ADW_TYPE_PREFERENCES_ROW, "use-markup", FALSE, "title", title, "activatable", FALSE, "focusable", FALSE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (box, "practice-extract");
  gtk_box_append (GTK_BOX (box), label);
  if (refs != NULL && refs[0] != NULL)
    gtk_box_append (GTK_BOX (box), make_openers (self, refs));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  return row;
}

/* ── Parts ────────────────────────────────────────────────────────────────── */

static void
add_lessons (TlPracticeDebriefPage   *self,
             const TlPracticeDebrief *debrief)
{
  static const char * const shapes[] = { "○", "◐", "●" };

  for (guint i = 0; i < tl_practice_debrief_get_n_lessons (debrief); i++)
    {
      const TlPracticeLesson *lesson = tl_practice_debrief_get_lesson (debrief, i);
      g_autofree char *grade = tl_debrief_say_grade (lesson);
      g_autofree char *reasons = g_strjoinv ("\n", lesson->reasons);
      g_autofree char *subtitle = g_strdup_printf ("%s\n%s", grade, reasons);
      GtkWidget *row = make_row (_(lesson->title), subtitle);

      add_mark (row, shapes[CLAMP ((int) lesson->grade, 0, 2)]);
      gtk_list_box_append (self->lesson_list, row);
    }
}

static const char *
get_shape (TlPracticeOutcome outcome)
{
  switch (outcome)
    {
    case TL_PRACTICE_OUTCOME_FOUND:
    case TL_PRACTICE_OUTCOME_UPHELD:
      return "●";
    case TL_PRACTICE_OUTCOME_ASKED:
    case TL_PRACTICE_OUTCOME_WRONG_REASON:
    case TL_PRACTICE_OUTCOME_PASSED_OVER:
      return "◐";
    case TL_PRACTICE_OUTCOME_MISSED:
    case TL_PRACTICE_OUTCOME_DOUBTED:
    default:
      return "○";
    }
}

static void
add_answers (TlPracticeDebriefPage   *self,
             const TlPracticeDebrief *debrief)
{
  guint n_sound = 0;

  for (guint i = 0; i < tl_practice_debrief_get_n_answers (debrief); i++)
    {
      const TlPracticeAnswerResult *result = tl_practice_debrief_get_answer (debrief, i);
      g_autofree char *where = tl_practice_answer_dup_where (result->answer);
      g_autofree char *outcome = tl_debrief_say_outcome (result);
      g_autofree char *text = result->finding != NULL ? g_strdup_printf ("%s\n\n%s", result->reason, result->finding->text)
                                                      : g_strdup (result->reason);
      GtkWidget *row = g_object_new (ADW_TYPE_EXPANDER_ROW, "use-markup", FALSE, "title", where, "subtitle", outcome, NULL);

      add_mark (row, get_shape (result->outcome));
      adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                                make_reason (self, where, text, (const char * const *) result->answer->evidence));
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), result->outcome != TL_PRACTICE_OUTCOME_FOUND && result->outcome != TL_PRACTICE_OUTCOME_UPHELD);
      gtk_list_box_append (result->answer->planted ? self->answer_list : self->sound_list, row);
      n_sound += !result->answer->planted;
    }
  gtk_widget_set_visible (self->sound_group, n_sound > 0);
}

static void
add_judgements (TlPracticeDebriefPage   *self,
                const TlPracticeDebrief *debrief)
{
  for (guint i = 0; i < tl_practice_debrief_get_n_judgements (debrief); i++)
    {
      const TlPracticeJudgementResult *result = tl_practice_debrief_get_judgement (debrief, i);
      g_autofree char *what = tl_practice_say_what (self->desk, result->judgement);
      g_autofree char *rest = tl_practice_say_rest (self->desk, result->judgement);
      g_autofree char *standing = tl_format_capital (tl_word_label (TL_TYPE_PRACTICE_STANDING, (int) result->standing));
      g_autofree char *text = g_strdup_printf ("%s\n\n%s", result->reason, rest);
      gboolean good = result->standing == TL_PRACTICE_STANDING_RIGHT || result->standing == TL_PRACTICE_STANDING_TRUE_TOO;
      gboolean half = result->standing == TL_PRACTICE_STANDING_WRONG_REASON || result->standing == TL_PRACTICE_STANDING_LEFT_OPEN;
      GtkWidget *row = g_object_new (ADW_TYPE_EXPANDER_ROW, "use-markup", FALSE, "title", what, "subtitle", standing, NULL);

      add_mark (row, good ? "●" : half ? "◐" : "○");
      adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                                make_reason (self, what, text, tl_practice_judgement_get_evidence (result->judgement)));
      gtk_list_box_append (self->judgement_list, row);
    }
  gtk_widget_set_visible (self->judgement_group, tl_practice_debrief_get_n_judgements (debrief) > 0);
}

static void
add_tally (TlPracticeDebriefPage *self,
           const char            *title,
           TlPracticeTally        tally)
{
  g_autofree char *text = tl_debrief_say_tally (&tally);

  if (*text != '\0')
    gtk_list_box_append (self->link_list, make_row (title, text));
}

static void
add_tallies (TlPracticeDebriefPage   *self,
             const TlPracticeDebrief *debrief)
{
  g_autoptr (GHashTable) said = g_hash_table_new (g_str_hash, g_str_equal);

  for (int i = 1; i <= TL_N_LINE_LINKS; i++)
    {
      g_autofree char *name = tl_format_capital (tl_word_label (TL_TYPE_LINE_LINK, i));

      add_tally (self, name, tl_practice_debrief_tally_link (debrief, (TlLineLink) i));
    }
  for (guint i = 0; i < tl_practice_debrief_get_n_answers (debrief); i++)
    {
      const char *check = tl_practice_debrief_get_answer (debrief, i)->answer->facts->check_id;
      g_autofree char *name = check != NULL && g_hash_table_add (said, (gpointer) check) ? tl_debrief_name_check (check) : NULL;

      if (name != NULL)
        add_tally (self, name, tl_practice_debrief_tally_check (debrief, check));
    }
}

static char *
write_finding (TlPracticeDebriefPage *self,
               const char            *fact,
               const char            *reach,
               const char * const    *regulations)
{
  g_autofree char *codes = regulations != NULL ? g_strjoinv (", ", (char **) regulations) : g_strdup ("");

  return g_strdup_printf (_("%1$s\n\nReach: %2$s\n\nRegulation: %3$s"), fact != NULL ? fact : _("No fact was written."),
                          reach != NULL ? reach : _("not said"), *codes != '\0' ? codes : _("not said"));
}

static void
add_findings (TlPracticeDebriefPage *self)
{
  const TlPracticeFinding *own = tl_practice_run_get_finding (tl_practice_desk_get_run (self->desk));
  const TlPracticeModel *model = tl_practice_case_get_model (tl_practice_desk_get_case (self->desk));
  const char *regulation[] = { own->regulation, NULL };
  g_autofree char *yours = write_finding (self, own->fact, own->reach, regulation);
  g_autofree char *experts = write_finding (self, model->fact, model->reach, model->regulations);
  g_autofree char *own_title = own->risk != NULL ? g_strdup_printf (_("Yours, on %s"), own->risk) : g_strdup (_("Yours"));
  g_autofree char *model_title = g_strdup_printf (_("An expert’s, on %s"), model->risk);
  GtkWidget *mine = g_object_new (ADW_TYPE_EXPANDER_ROW, "use-markup", FALSE, "title", own_title, "expanded", TRUE, NULL);
  GtkWidget *theirs = g_object_new (ADW_TYPE_EXPANDER_ROW, "use-markup", FALSE, "title", model_title, "expanded", TRUE, NULL);

  adw_expander_row_add_row (ADW_EXPANDER_ROW (mine), make_reason (self, own_title, yours, (const char * const *) own->sources));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (theirs), make_reason (self, model_title, experts, model->sources));
  gtk_list_box_append (self->finding_list, mine);
  gtk_list_box_append (self->finding_list, theirs);
}

static void
add_trail (TlPracticeDebriefPage   *self,
           const TlPracticeDebrief *debrief)
{
  for (guint i = 0; i < tl_practice_debrief_get_n_steps (debrief); i++)
    {
      const TlPracticeStep *step = tl_practice_debrief_get_step (debrief, i);
      g_autofree char *name = tl_practice_book_name (tl_practice_desk_get_book (self->desk), step->ref);
      g_autofree char *text = tl_debrief_say_step (step);
      GtkWidget *row = make_row (name, text);

      add_mark (row, step->expert == 0 ? "◐" : step->trainee > 0 ? "●" : "○");
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "practice.open");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", step->ref);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_list_box_append (self->trail_list, row);
    }
}

static void
clear (TlPracticeDebriefPage *self)
{
  gtk_list_box_remove_all (self->lesson_list);
  gtk_list_box_remove_all (self->answer_list);
  gtk_list_box_remove_all (self->sound_list);
  gtk_list_box_remove_all (self->judgement_list);
  gtk_list_box_remove_all (self->link_list);
  gtk_list_box_remove_all (self->finding_list);
  gtk_list_box_remove_all (self->trail_list);
  gtk_list_box_remove_all (self->teaches_list);
}

static gboolean
tl_practice_debrief_page_grab_focus (GtkWidget *widget)
{
  return tl_focus_lead (widget, GTK_WIDGET (TL_PRACTICE_DEBRIEF_PAGE (widget)->summary));
}

static void
tl_practice_debrief_page_dispose (GObject *object)
{
  TlPracticeDebriefPage *self = TL_PRACTICE_DEBRIEF_PAGE (object);

  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_PRACTICE_DEBRIEF_PAGE);

  G_OBJECT_CLASS (tl_practice_debrief_page_parent_class)->dispose (object);
}

static void
tl_practice_debrief_page_class_init (TlPracticeDebriefPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_practice_debrief_page_dispose;
  widget_class->grab_focus = tl_practice_debrief_page_grab_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/practice/practice-debrief-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TlPracticeDebriefPage, summary);
  gtk_widget_class_bind_template_child (widget_class, TlPracticeDebriefPage, lesson_list);
  gtk_widget_class_bind_template_child (widget_class, TlPracticeDebriefPage, answer_list);
  gtk_widget_class_bind_template_child (widget_class, TlPracticeDebriefPage, sound_list);
  gtk_widget_class_bind_template_child (widget_class, TlPracticeDebriefPage, sound_group);
  gtk_widget_class_bind_template_child (widget_class, TlPracticeDebriefPage, judgement_list);
  gtk_widget_class_bind_template_child (widget_class, TlPracticeDebriefPage, judgement_group);
  gtk_widget_class_bind_template_child (widget_class, TlPracticeDebriefPage, link_list);
  gtk_widget_class_bind_template_child (widget_class, TlPracticeDebriefPage, finding_list);
  gtk_widget_class_bind_template_child (widget_class, TlPracticeDebriefPage, trail_list);
  gtk_widget_class_bind_template_child (widget_class, TlPracticeDebriefPage, teaches_list);
}

static void
tl_practice_debrief_page_init (TlPracticeDebriefPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_practice_debrief_page_set_desk:
 * @self: the page
 * @desk: the case in hand
 */
void
tl_practice_debrief_page_set_desk (TlPracticeDebriefPage *self,
                                   TlPracticeDesk        *desk)
{
  g_return_if_fail (TL_IS_PRACTICE_DEBRIEF_PAGE (self));

  g_set_object (&self->desk, desk);
  tl_practice_debrief_page_update (self);
}

/**
 * tl_practice_debrief_page_update:
 * @self: the page
 *
 * Shows the debrief, or nothing of it as long as there is none.
 */
void
tl_practice_debrief_page_update (TlPracticeDebriefPage *self)
{
  const TlPracticeDebrief *debrief = NULL;
  g_autofree char *summary = NULL;

  g_return_if_fail (TL_IS_PRACTICE_DEBRIEF_PAGE (self));

  clear (self);
  debrief = tl_practice_desk_get_debrief (self->desk);
  if (debrief == NULL)
    return;
  summary = tl_debrief_say_summary (debrief);
  gtk_label_set_label (self->summary, summary);
  add_lessons (self, debrief);
  add_answers (self, debrief);
  add_judgements (self, debrief);
  add_tallies (self, debrief);
  add_findings (self);
  add_trail (self, debrief);
  for (guint i = 0; tl_practice_case_get_teaches (tl_practice_desk_get_case (self->desk))[i] != NULL; i++)
    gtk_list_box_append (self->teaches_list, make_row (tl_practice_case_get_teaches (tl_practice_desk_get_case (self->desk))[i], NULL));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (adw_bin_get_child (ADW_BIN (self)))), 0);
}
